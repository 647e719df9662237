package view

import (
	"fmt"
	"html/template"
	"io"
	"strings"
)

// Fragment returns the HTML of one article. All that comes from the article is
// escaped.
func Fragment(a Article) (template.HTML, error) { return fragment(a, "") }

func fragment(a Article, anchor string) (template.HTML, error) {
	v, err := newView(a)
	if err != nil {
		return "", err
	}
	v.Anchor = anchor
	var b strings.Builder
	err = templates.ExecuteTemplate(&b, "article", v)
	return template.HTML(b.String()), err
}

// A Page is a self-contained HTML page of articles that is being written.
type Page struct {
	w    io.Writer
	err  error
	list []entry
}

// An entry is an article in the list at the top of the page.
type entry struct {
	Anchor, Name       string
	Names, Dates, Sums int
	Changes            int
}

// NewPage begins a page.
func NewPage(w io.Writer) *Page {
	return &Page{w: w, err: templates.ExecuteTemplate(w, "head", struct{ Style template.CSS }{template.CSS(Style)})}
}

// Add writes an article.
func (p *Page) Add(a Article) error {
	if p.err != nil {
		return p.err
	}
	e := entry{fmt.Sprintf("a%d", len(p.list)+1), name(a), len(a.Entities), len(a.Dates), len(a.Money), len(a.Changes)}
	p.list = append(p.list, e)
	f, err := fragment(a, e.Anchor)
	if err == nil {
		_, err = io.WriteString(p.w, string(f))
	}
	p.err = err
	return err
}

// name is what an article is called: its ID, or how it begins.
func name(a Article) string {
	if id := idOf(a); id != "" {
		return id
	}
	line, _, _ := strings.Cut(strings.TrimSpace(a.Text), "\n")
	if r := []rune(line); len(r) > 80 {
		return string(r[:80]) + "…"
	}
	return line
}

// Close ends the page, but does not close what it was written to. It returns the
// first error that there was.
//
// The list of articles is written here, since it is known by now alone; the style
// sheet puts it at the top.
func (p *Page) Close() error {
	if p.err == nil {
		p.err = templates.ExecuteTemplate(p.w, "foot", struct {
			List   []entry
			Script template.JS
		}{p.list, template.JS(Script)})
	}
	return p.err
}

// IsPage reports whether what is read begins as a page does that this package
// writes, or is empty.
func IsPage(r io.Reader) bool {
	var head strings.Builder
	NewPage(&head)
	begin, _, _ := strings.Cut(head.String(), "<style>")
	b := make([]byte, len(begin))
	n, _ := io.ReadFull(r, b)
	return n == 0 || string(b[:n]) == begin
}
