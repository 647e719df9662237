// Package view shows what was made of an article: the text before and after,
// with every change, name, date and sum marked and explained. The same view
// stands in a file for a colleague ([Page]) and in a page that a server
// gives out ([Fragment], [Style], [Script]).
package view

import (
	"bytes"
	_ "embed"
	"encoding/json"
	"fmt"
	"html/template"
	"io"
	"slices"
	"strings"
	"time"
	"unicode"

	"github.com/copydesk-go/copydesk"
	"github.com/copydesk-go/copydesk/entities"
	"github.com/copydesk-go/copydesk/money"
)

//go:embed view.html
var source string

// Style is the style sheet of the view.
//
//go:embed style.css
var Style string

// Script lights up what belongs together and shows explanations. Without it
// the view can be read all the same.
//
//go:embed view.js
var Script string

var templates = template.Must(template.New("").Parse(source))

// An Article is a record with what it was made from.
type Article struct {
	Original  string
	Published time.Time // zero when not known
	copydesk.Record
}

// Fragment returns the HTML of one article. All that comes from the article is
// escaped.
func Fragment(a Article) (template.HTML, error) {
	v, err := newView(a)
	if err != nil {
		return "", err
	}
	var b strings.Builder
	err = templates.ExecuteTemplate(&b, "article", v)
	return template.HTML(b.String()), err
}

// A Page is a self-contained HTML page of articles that is being written.
type Page struct {
	w   io.Writer
	err error
}

// NewPage begins a page.
func NewPage(w io.Writer) *Page {
	return &Page{w, templates.ExecuteTemplate(w, "head", struct{ Style template.CSS }{template.CSS(Style)})}
}

// Add writes an article.
func (p *Page) Add(a Article) error {
	if p.err != nil {
		return p.err
	}
	f, err := Fragment(a)
	if err == nil {
		_, err = io.WriteString(p.w, string(f))
	}
	p.err = err
	return err
}

// Close ends the page, but does not close what it was written to. It returns the
// first error that there was.
func (p *Page) Close() error {
	if p.err == nil {
		p.err = templates.ExecuteTemplate(p.w, "foot", struct{ Script template.JS }{template.JS(Script)})
	}
	return p.err
}

// view is what the template shows.
type view struct {
	ID            string
	Layers        []layer
	Before, After []piece
	Changes       []change
	Things        []thing
	Dates         []date
	Money         []sum
	Timeline      *timeline
	JSON          string
	Doubts        []string // the classes of doubt that there are
}

// A layer is a kind of mark that can be hidden.
type layer struct {
	Class, Name string
	Count       int
}

// A thing is what mentions of one cluster name.
type thing struct {
	copydesk.Entity
	Key, Class string
	Mentions   int
	Sure       float64 // of the surest mention
}

// Doubt returns the class of the thing.
func (t thing) Doubt() string { return nameDoubt(t.Sure) }

// Percent returns how sure it is.
func (t thing) Percent() string { return percent(t.Sure) }

type date struct {
	copydesk.Date
	Key, When, Doubt, Why string
}

// A change is one with its texts made visible.
type change struct{ Step, From, To string }

type sum struct {
	copydesk.Sum
	Key, Amount, Doubt, Why string
}

func newView(a Article) (view, error) {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	if err := e.Encode(a.Record); err != nil {
		return view{}, err
	}
	v := view{
		ID:       strings.Trim(string(a.ID), `"`),
		Before:   cut(a.Original, nil, before(a.Changes)),
		After:    cut(a.Text, findings(a.Record), after(a.Changes)),
		Layers:   layers(a.Record),
		Things:   things(a.Entities),
		Timeline: newTimeline(a.Published, a.Dates),
		JSON:     b.String(),
	}
	for _, c := range a.Changes {
		v.Changes = append(v.Changes, change{c.Step, visible(c.From), visible(c.To)})
	}
	for _, d := range a.Dates {
		v.Dates = append(v.Dates, date{d, dateKey(d), interval(d), dateDoubt(d), dateReason(d)})
	}
	for _, m := range a.Money {
		v.Money = append(v.Money, sum{m, sumKey(m), amount(m), sumDoubt(m), sumReason(m)})
	}
	for _, class := range []string{likely, doubt} {
		if slices.ContainsFunc(v.After, func(p piece) bool { return p.Mark != nil && p.Mark.Doubt == class }) {
			v.Doubts = append(v.Doubts, class)
		}
	}
	return v, nil
}

// layers returns the kinds of mark that a record has.
func layers(r copydesk.Record) []layer {
	count := map[string]int{"changes": len(r.Changes), "date": len(r.Dates), "money": len(r.Money)}
	for _, e := range r.Entities {
		count[classOf(e.Label)]++
	}
	var all []layer
	for _, l := range []layer{
		{"changes", "changes", 0}, {"person", "people", 0}, {"org", "organisations", 0}, {"place", "places", 0},
		{"other", "other names", 0}, {"date", "dates", 0}, {"money", "sums", 0},
	} {
		if l.Count = count[l.Class]; l.Count > 0 {
			all = append(all, l)
		}
	}
	return all
}

// classOf returns the class of the marks of a label.
func classOf(label entities.Label) string {
	switch label {
	case entities.PERSON, entities.ORG:
		return strings.ToLower(string(label))
	case entities.GPE, entities.LOC, entities.FAC:
		return "place"
	}
	return "other"
}

// A mark is a stretch of a text and what is to be said of it.
type mark struct {
	start, end int
	Class      string // what kind it is
	Key        string // marks with the same key light up together
	Tip        string // what it is, in words
	Doubt      string // how certain it is: likely, doubt or ""
}

// A piece is a mark with its text, which changes may divide; or text alone.
type piece struct {
	Mark  *mark
	Parts []part
}

type part struct {
	Text   string
	Change *mark
}

func before(changes []copydesk.Change) (marks []mark) {
	for i, c := range changes {
		marks = append(marks, mark{start: c.OrigStart, end: c.OrigEnd, Class: "change", Key: changeKey(i), Tip: changeTip(c)})
	}
	return marks
}

func after(changes []copydesk.Change) (marks []mark) {
	for i, c := range changes {
		marks = append(marks, mark{start: c.Start, end: c.End, Class: "change", Key: changeKey(i), Tip: changeTip(c)})
	}
	return marks
}

func changeKey(i int) string { return fmt.Sprintf("c%d", i) }

func changeTip(c copydesk.Change) string {
	switch {
	case c.To == "":
		return c.Step + ": took out " + quote(c.From)
	case c.From == "":
		return c.Step + ": put in " + quote(c.To)
	}
	return c.Step + ": " + quote(c.From) + " became " + quote(c.To)
}

func quote(s string) string { return "“" + visible(s) + "”" }

// visible shows what cannot be seen: white space where there is nothing else or
// at an end, and characters without a form.
func visible(s string) string {
	text := strings.TrimSpace(s)
	from := strings.Index(s, text)
	to := from + len(text)
	var b strings.Builder
	for i, r := range s {
		switch {
		case r == '\n':
			b.WriteRune('↵')
		case r == ' ' && (i < from || i >= to):
			b.WriteRune('␣')
		case r != ' ' && !unicode.IsGraphic(r), r != ' ' && unicode.IsSpace(r):
			fmt.Fprintf(&b, "U+%04X", r)
		default:
			b.WriteRune(r)
		}
	}
	return b.String()
}

// findings returns the marks of what was found in a record, in order and not
// overlapping: of two that overlap the longer stays.
func findings(r copydesk.Record) []mark {
	var marks []mark
	for _, e := range r.Entities {
		tip := string(e.Label) + ": " + e.Canonical
		if e.Country != "" {
			tip += " (" + e.Country + ")"
		}
		marks = append(marks, mark{e.Start, e.End, classOf(e.Label), clusterKey(e.Cluster), tip + ", " + percent(e.Confidence) + " sure", nameDoubt(e.Confidence)})
	}
	for _, d := range r.Dates {
		tip := strings.TrimSpace(d.Type.String() + " " + d.Value + " " + d.Mod.String())
		if when := interval(d); when != "" {
			tip += ": " + when
		}
		marks = append(marks, mark{d.Start, d.End, "date", dateKey(d), because(tip, dateReason(d)), dateDoubt(d)})
	}
	for _, m := range r.Money {
		tip := strings.TrimSpace(m.Currency + " " + amount(m))
		marks = append(marks, mark{m.Start, m.End, "money", sumKey(m), because(tip, sumReason(m)), sumDoubt(m)})
	}
	slices.SortFunc(marks, func(a, b mark) int { return a.start - b.start })
	kept := marks[:0]
	for _, m := range marks {
		if n := len(kept) - 1; n >= 0 && m.start < kept[n].end {
			if m.end-m.start > kept[n].end-kept[n].start {
				kept[n] = m
			}
			continue
		}
		kept = append(kept, m)
	}
	return kept
}

// because adds the reason to what a mark says, in a line of its own.
func because(tip, reason string) string {
	if reason == "" {
		return tip
	}
	return tip + "\n" + reason
}

func percent(confidence float64) string { return fmt.Sprintf("%.0f %%", 100*confidence) }

func clusterKey(cluster int) string { return fmt.Sprintf("e%d", cluster) }

func dateKey(d copydesk.Date) string { return "d" + d.Value + d.Mod.String() }

func sumKey(m copydesk.Sum) string { return fmt.Sprintf("m%d", m.Start) }

// interval writes the time that a date denotes: its first and last day, or its
// hours; "" when it denotes none.
func interval(d copydesk.Date) string {
	from, to := d.From, d.To
	if to.IsZero() {
		return ""
	}
	const day, clock = "Mon 2 Jan 2006", "15:04"
	last := to.Add(-time.Nanosecond)
	midnight := from.Format(time.TimeOnly) == "00:00:00" && to.Format(time.TimeOnly) == "00:00:00"
	sameDay := from.Format(day) == last.Format(day)
	switch {
	case midnight && sameDay:
		return from.Format(day)
	case midnight && from.Year() == last.Year():
		return from.Format("2 Jan") + " – " + last.Format("2 Jan 2006")
	case midnight:
		return from.Format("2 Jan 2006") + " – " + last.Format("2 Jan 2006")
	case sameDay:
		return from.Format(day+", "+clock) + " – " + to.Format(clock)
	}
	return from.Format("2 Jan 2006, "+clock) + " – " + to.Format("2 Jan 2006, "+clock)
}

// amount writes the amount of a sum with its digits in groups.
func amount(m copydesk.Sum) string {
	s := group(m.Min)
	switch {
	case !m.Max.IsValid():
		s += " or more"
	case !m.Min.IsValid():
		s = "up to " + group(m.Max)
	case m.Max != m.Min:
		s += " to " + group(m.Max)
	}
	if mod := m.Mod.String(); mod != "" {
		s += ", " + strings.ToLower(strings.ReplaceAll(mod, "_", " "))
	}
	return s
}

// group sets commas between the thousands of a decimal number.
func group(d money.Decimal) string {
	whole, fraction, _ := strings.Cut(d.String(), ".")
	sign := ""
	if strings.HasPrefix(whole, "-") {
		sign, whole = "−", whole[1:]
	}
	for i := len(whole) - 3; i > 0; i -= 3 {
		whole = whole[:i] + "," + whole[i:]
	}
	if fraction != "" {
		fraction = "." + fraction
	}
	return sign + whole + fraction
}

// things returns one entry for each cluster, in order of first mention.
func things(mentions []copydesk.Entity) []thing {
	var all []thing
	at := map[int]int{}
	for _, e := range mentions {
		i, ok := at[e.Cluster]
		if !ok {
			i = len(all)
			at[e.Cluster] = i
			all = append(all, thing{Entity: e, Key: clusterKey(e.Cluster), Class: classOf(e.Label)})
		}
		all[i].Mentions++
		all[i].Sure = max(all[i].Sure, e.Confidence)
	}
	return all
}

// cut divides a text at its marks, and what it divides at its changes. A change
// that deletes is a part without text.
func cut(text string, marks, changes []mark) []piece {
	var out []piece
	at := 0
	add := func(m *mark, end int) {
		p := piece{Mark: m}
		p.Parts, changes = divide(text, at, end, changes, m == nil || end == len(text))
		at = end
		if len(p.Parts) > 0 {
			out = append(out, p)
		}
	}
	for i := range marks {
		add(nil, marks[i].start)
		add(&marks[i], marks[i].end)
	}
	add(nil, len(text))
	return out
}

// divide cuts text[at:end] at the changes and returns those that reach beyond.
// With last, an empty change at end belongs to the text before it.
func divide(text string, at, end int, changes []mark, last bool) ([]part, []mark) {
	var parts []part
	plain := func(to int) {
		if to > at {
			parts = append(parts, part{Text: text[at:to]})
			at = to
		}
	}
	for len(changes) > 0 {
		c := &changes[0]
		if c.start > end || c.start == end && (c.end > end || !last) {
			break
		}
		plain(c.start)
		to := min(c.end, end)
		parts = append(parts, part{text[max(at, c.start):max(to, at)], c})
		at = max(at, to)
		if c.end > end {
			break
		}
		changes = changes[1:]
	}
	plain(end)
	return parts, changes
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
