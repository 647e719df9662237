// Command desk serves a web page on this machine: paste or drop an article, set
// the day it was published, and see it before and after, with everything that
// was changed and found.
//
//	go run ./examples/desk
//
// Nothing leaves the machine, nothing is kept, and the page works without
// JavaScript too.
package main

import (
	"context"
	_ "embed"
	"errors"
	"flag"
	"fmt"
	"html/template"
	"io"
	"log"
	"net"
	"net/http"
	"os"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"github.com/copydesk-go/copydesk"
	"github.com/copydesk-go/copydesk/examples/internal/view"
)

func main() {
	addr := flag.String("addr", "127.0.0.1:8080", "`address` to listen on; the default is reachable from this machine alone")
	limit := flag.Int64("limit", 4<<20, "the largest article, in `bytes`")
	flag.Parse()
	if err := serve(*addr, *limit); err != nil {
		fmt.Fprintln(os.Stderr, "desk:", err)
		os.Exit(1)
	}
}

func serve(addr string, limit int64) error {
	l, err := net.Listen("tcp", addr)
	if err != nil {
		return err
	}
	log.Printf("desk: open http://%s", l.Addr())
	h := handler(limit)
	if l.Addr().(*net.TCPAddr).IP.IsLoopback() {
		h = ownName(h)
	}
	server := &http.Server{
		Handler:           h,
		ReadHeaderTimeout: 10 * time.Second,
		ReadTimeout:       time.Minute,
		IdleTimeout:       2 * time.Minute,
	}
	return server.Serve(l)
}

// policy lets the page load its own style and script and send its own form, and
// nothing else.
const policy = "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; img-src data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"

//go:embed page.html
var pageSource string

//go:embed desk.css
var style string

//go:embed desk.js
var script string

//go:embed sample.txt
var sample string

var pageTemplate = template.Must(template.New("page").Parse(pageSource))

func handler(limit int64) http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("GET /{$}", func(w http.ResponseWriter, r *http.Request) {
		write(w, http.StatusOK, page{form: form{Text: sample, Published: "2024-05-15", Country: "NG"}})
	})
	d := &desk{limit: limit}
	mux.HandleFunc("POST /{$}", d.article)
	mux.HandleFunc("GET /style.css", file("text/css; charset=utf-8", view.Style+style))
	mux.HandleFunc("GET /script.js", file("text/javascript; charset=utf-8", view.Script+script))
	return http.NewCrossOriginProtection().Handler(headers(mux))
}

func headers(h http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Security-Policy", policy)
		w.Header().Set("X-Content-Type-Options", "nosniff")
		w.Header().Set("Referrer-Policy", "no-referrer")
		w.Header().Set("Cache-Control", "no-store")
		h.ServeHTTP(w, r)
	})
}

// ownName refuses what was sent to a name that somebody has made to mean this
// machine, so that the pages under that name cannot read what the desk says.
func ownName(h http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		host, _, err := net.SplitHostPort(r.Host)
		if err != nil {
			host = r.Host
		}
		if host != "localhost" && net.ParseIP(strings.Trim(host, "[]")) == nil {
			http.Error(w, "not the name of this desk", http.StatusMisdirectedRequest)
			return
		}
		h.ServeHTTP(w, r)
	})
}

func file(contentType, body string) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Type", contentType)
		io.WriteString(w, body)
	}
}

// form is what the reader filled in.
type form struct {
	Text, Published, Country string

	upload []byte // of a file, nil without one
}

type page struct {
	form
	Error  string
	Took   string
	Result template.HTML
}

func write(w http.ResponseWriter, status int, p page) {
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	w.WriteHeader(status)
	if err := pageTemplate.Execute(w, p); err != nil {
		log.Print("desk: ", err)
	}
}

type desk struct {
	limit     int64
	annotator copydesk.Annotator
}

// article answers with the page of the article that was sent.
func (d *desk) article(w http.ResponseWriter, r *http.Request) {
	r.Body = http.MaxBytesReader(w, r.Body, d.limit)
	f, err := read(r, d.limit)
	p := page{form: f}
	status := http.StatusOK
	if err == nil {
		began := time.Now()
		p.Result, err = d.annotate(r.Context(), &p.form)
		p.Took = fmt.Sprintf("%d KB in %v", (len(p.Text)+1023)/1024, time.Since(began).Round(100*time.Microsecond))
	}
	if err != nil {
		status, p.Took = http.StatusBadRequest, ""
		p.Error = sentence(err)
		if tooLarge := new(http.MaxBytesError); errors.As(err, &tooLarge) {
			status = http.StatusRequestEntityTooLarge
			p.Error = fmt.Sprintf("The article is larger than %d bytes; the flag -limit allows more.", tooLarge.Limit)
		}
	}
	write(w, status, p)
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

// read takes the form out of a request. A file wins over the text.
func read(r *http.Request, limit int64) (f form, err error) {
	if err := r.ParseMultipartForm(limit); err != nil && !errors.Is(err, http.ErrNotMultipart) {
		return f, err
	}
	// A browser sends line ends as CR LF.
	f = form{
		Text:      strings.ReplaceAll(r.PostFormValue("text"), "\r\n", "\n"),
		Published: strings.TrimSpace(r.PostFormValue("published")),
		Country:   strings.ToUpper(strings.TrimSpace(r.PostFormValue("country"))),
	}
	upload, head, err := r.FormFile("file")
	switch {
	case errors.Is(err, http.ErrMissingFile), errors.Is(err, http.ErrNotMultipart):
		return f, nil
	case err != nil:
		return f, err
	}
	defer upload.Close()
	if head.Size == 0 {
		return f, nil
	}
	f.upload, err = io.ReadAll(upload)
	return f, err
}

// annotate reads the article of the form, whose text becomes that of the upload
// if there is one.
func (d *desk) annotate(ctx context.Context, f *form) (template.HTML, error) {
	in := copydesk.Article{Text: f.Text, Country: f.Country}
	if f.Published != "" {
		var err error
		if in.Published, err = copydesk.ParseTime(f.Published); err != nil {
			return "", err
		}
	}
	var out copydesk.Record
	var err error
	if f.upload != nil {
		var page copydesk.Page
		page, err = d.annotator.AnnotateBytes(ctx, f.upload, "", in)
		out, in.Text = page.Record, page.Decoding.Text
		if err == nil {
			f.Text = in.Text
		}
	} else {
		out, err = d.annotator.Annotate(ctx, in)
	}
	if err != nil {
		return "", err
	}
	return view.Fragment(view.Article{Original: in.Text, Published: in.Published, Record: out})
}
