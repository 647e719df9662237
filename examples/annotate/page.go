package main

import (
	"cmp"
	_ "embed"
	"html/template"
	"os"
	"slices"
	"strings"

	"github.com/copydesk-go/copydesk/examples/internal/record"
)

//go:embed page.html
var pageSource string

var pageTemplate = template.Must(template.New("page").Parse(pageSource))

// page collects articles for one self-contained HTML file. The template
// escapes everything that comes from an article.
type page struct{ Articles []pageArticle }

type pageArticle struct {
	ID     string
	Before []piece
	After  []piece
	record.Record
}

// A piece is a stretch of text with what is to be said of it.
type piece struct {
	Text, Class, Title string
	Cluster            int
}

func (p *page) add(original string, r record.Record) {
	p.Articles = append(p.Articles, pageArticle{
		ID:     strings.Trim(string(r.ID), `"`),
		Before: cut(original, before(r)),
		After:  cut(r.Text, after(r)),
		Record: r,
	})
}

func (p *page) write(file string) error {
	f, err := os.Create(file)
	if err != nil {
		return err
	}
	if err := pageTemplate.Execute(f, p); err != nil {
		f.Close()
		return err
	}
	return f.Close()
}

// mark is a piece and where it stands.
type mark struct {
	start, end int
	piece
}

func before(r record.Record) []mark {
	var marks []mark
	for _, c := range r.Changes {
		marks = append(marks, mark{c.OrigStart, c.OrigEnd, piece{Class: "change", Title: c.Step + ": " + quote(c.From) + " → " + quote(c.To)}})
	}
	return marks
}

func after(r record.Record) []mark {
	var marks []mark
	for _, e := range r.Entities {
		title := e.Label + ": " + e.Canonical
		if e.Country != "" {
			title += " (" + e.Country + ")"
		}
		marks = append(marks, mark{e.Start, e.End, piece{Class: "entity " + strings.ToLower(e.Label), Title: title, Cluster: e.Cluster}})
	}
	for _, d := range r.Dates {
		marks = append(marks, mark{d.Start, d.End, piece{Class: "date", Title: strings.TrimSpace(d.Type + " " + d.Value + " " + d.Mod)}})
	}
	for _, m := range r.Money {
		sum := m.Min
		if m.Max != m.Min {
			sum += "–" + m.Max
		}
		marks = append(marks, mark{m.Start, m.End, piece{Class: "money", Title: strings.TrimSpace(m.Currency + " " + sum + " " + m.Mod)}})
	}
	return marks
}

func quote(s string) string { return "“" + s + "”" }

// cut splits text at the marks; of marks that overlap the first is kept.
func cut(text string, marks []mark) []piece {
	slices.SortStableFunc(marks, func(a, b mark) int { return cmp.Compare(a.start, b.start) })
	var out []piece
	at := 0
	for _, m := range marks {
		if m.start < at || m.end == m.start {
			continue
		}
		if m.start > at {
			out = append(out, piece{Text: text[at:m.start]})
		}
		m.Text = text[m.start:m.end]
		out = append(out, m.piece)
		at = m.end
	}
	return append(out, piece{Text: text[at:]})
}
