package main

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"net/http"
	"runtime"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/language"

	"github.com/copydesk-go/copydesk"
	"github.com/copydesk-go/copydesk/examples/internal/view"
)

// A desk reads articles, of the long ones one a core at a time.
type desk struct {
	limit     int64
	patience  time.Duration // how long a long article waits for its turn
	turns     chan struct{}
	annotator copydesk.Annotator
}

// Articles of this length and more, in bytes, wait for their turn.
const long = 64 << 10

func newDesk(limit int64) *desk {
	return &desk{limit: limit, patience: 20 * time.Second, turns: make(chan struct{}, runtime.GOMAXPROCS(0))}
}

// turn waits until the article may be read, and returns what ends its turn.
func (d *desk) turn(ctx context.Context, f form) (end func(), err error) {
	if len(f.Text)+len(f.upload) < long {
		return func() {}, nil
	}
	ctx, cancel := context.WithTimeout(ctx, d.patience)
	defer cancel()
	select {
	case d.turns <- struct{}{}:
		return func() { <-d.turns }, nil
	case <-ctx.Done():
		return nil, refusal{http.StatusServiceUnavailable,
			"This desk is busy with other long articles; send yours again in a moment."}
	}
}

// article answers with the page of the article that was sent.
func (d *desk) article(w http.ResponseWriter, r *http.Request) {
	f, err := read(w, r, d.limit)
	p := page{form: f, Limit: d.limit}
	if err == nil {
		err = d.fill(r.Context(), &p)
	}
	if r.Context().Err() != nil {
		return // nobody reads the answer
	}
	status := http.StatusOK
	if err != nil {
		status, p.Result, p.Took, p.Ask = http.StatusBadRequest, "", "", ""
		p.Error = sentence(err)
		if refused := new(refusal); errors.As(err, refused) {
			status = refused.status
			if status == http.StatusServiceUnavailable {
				w.Header().Set("Retry-After", "10")
			}
		}
	}
	write(w, status, p)
}

// fill reads the article of the form into the page.
func (d *desk) fill(ctx context.Context, p *page) error {
	end, err := d.turn(ctx, p.form)
	if err != nil {
		return err
	}
	defer end()
	began := time.Now()
	record, err := d.annotate(ctx, p)
	if err == nil && strings.TrimSpace(p.Text) != "" {
		p.Took = fmt.Sprintf("%d KB in %v", (len(p.Text)+1023)/1024, time.Since(began).Round(100*time.Microsecond))
		p.Ask = ask(p.form, record)
	}
	return err
}

// annotate reads the article of the form, whose text becomes that of the upload
// if there is one.
func (d *desk) annotate(ctx context.Context, p *page) (out copydesk.Record, err error) {
	in := copydesk.Article{Text: p.Text, Country: p.Country}
	if p.Country != "" && !known(p.Country) {
		return out, refusal{http.StatusBadRequest,
			fmt.Sprintf("%s is not the code of a country: ISO 3166 has two letters for each, such as KE for Kenya.", quoted(p.Country))}
	}
	if in.Language, err = language.Parse(cmp.Or(p.Language, "und")); err != nil {
		return out, refusal{http.StatusBadRequest, quoted(p.Language) + " is not the tag of a language, such as es or pt-BR."}
	}
	if p.Published != "" {
		if in.Published, err = copydesk.ParseTime(p.Published); err != nil {
			return out, err
		}
	}
	if p.upload != nil {
		var read copydesk.Page
		read, err = d.annotator.AnnotateBytes(ctx, p.upload, "", in)
		out, in.Text = read.Record, read.Decoding.Text
		if err == nil {
			p.Text = in.Text
		}
	} else {
		out, err = d.annotator.Annotate(ctx, in)
	}
	if err != nil {
		return out, err
	}
	if strings.TrimSpace(in.Text) == "" {
		return out, refusal{http.StatusOK, "There is no article yet: paste one, or drop a file on this page."}
	}
	p.Result, err = view.Fragment(view.Article{Original: in.Text, Published: in.Published, Record: out})
	return out, err
}

// known reports whether a code is that of a country.
func known(code string) bool {
	return (&copydesk.Annotator{Country: code}).Validate() == nil
}

// quoted cuts what a reader typed to a length that can be said again.
func quoted(s string) string {
	if r := []rune(s); len(r) > 20 {
		s = string(r[:20]) + "…"
	}
	return "“" + s + "”"
}

// ask asks for the day of publication where dates count from it.
func ask(f form, r copydesk.Record) string {
	n, first := view.Open(r)
	if f.Published != "" || n == 0 {
		return ""
	}
	dates := "1 date counts"
	if n > 1 {
		dates = fmt.Sprintf("%d dates count", n)
	}
	return fmt.Sprintf("%s from the day of publication (“%s”). When was the article published?", dates, strings.Join(first, "”, “"))
}

// sentence says an error to a reader: as one, and without the package that it is
// from.
func sentence(err error) string {
	text := err.Error()
	if pkg, rest, ok := strings.Cut(text, ": "); ok && !strings.ContainsAny(pkg, " \"") {
		text = rest
	}
	first, size := utf8.DecodeRuneInString(text)
	text = string(unicode.ToUpper(first)) + text[size:]
	return strings.TrimRight(text, ".") + "."
}
