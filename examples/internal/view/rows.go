package view

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"unicode"

	"github.com/copydesk-go/copydesk"
)

// A row explains all marks with its key. What says the same is one row.
type row struct {
	Key   string
	Tip   string // what it is, in words
	Doubt string // how certain the least certain mark is
	Why   string // what decided it, "" if it says so itself
	Count int    // how many marks there are
	texts []string
}

// Texts returns what stands in the text, of many forms the first.
func (r row) Texts() string {
	const most = 3
	if len(r.texts) > most {
		return strings.Join(r.texts[:most], ", ") + " …"
	}
	return strings.Join(r.texts, ", ")
}

// add counts a mark with that text.
func (r *row) add(text, doubt, why string) {
	r.Count++
	if len(r.texts) < 8 && !slices.Contains(r.texts, text) {
		r.texts = append(r.texts, text)
	}
	if r.Count == 1 || surer(doubt, r.Doubt) {
		r.Doubt, r.Why = doubt, why
	}
}

// surer reports whether b is surer than a.
func surer(a, b string) bool {
	order := []string{"", likely, doubt}
	return slices.Index(order, a) > slices.Index(order, b)
}

// A thing is what mentions of one cluster name.
type thing struct {
	row
	copydesk.Entity
	Class, Kind string
	Sure        float64 // of the surest mention
}

// Percent returns how sure it is.
func (t thing) Percent() string { return percent(t.Sure) }

// things are those of one class.
type things struct {
	Class, Name string
	Things      []thing
}

type date struct {
	row
	copydesk.Date
	When string
}

type sum struct {
	row
	copydesk.Sum
	Amount, Name string
}

// A change is one with its texts made visible.
type change struct {
	row
	Step, From, To string
}

// keys are the rows of a record, and which of them a mark is explained by.
type keys struct {
	things  []thing
	dates   []date
	sums    []sum
	changes []change

	cluster map[int]int
	date    map[string]int
	sum     map[string]int
	change  map[string]int
}

// at returns the place of the row with that identity, which is next if it is new.
func at[K comparable](places map[K]int, identity K, next int) int {
	i, ok := places[identity]
	if !ok {
		i = next
		places[identity] = i
	}
	return i
}

func newKeys(r copydesk.Record) *keys {
	k := &keys{cluster: map[int]int{}, date: map[string]int{}, sum: map[string]int{}, change: map[string]int{}}
	for _, e := range r.Entities {
		k.addThing(e)
	}
	for _, d := range r.Dates {
		k.addDate(d)
	}
	for _, m := range r.Money {
		k.addSum(m)
	}
	for _, c := range r.Changes {
		i := at(k.change, changeID(c), len(k.changes))
		if i == len(k.changes) {
			k.changes = append(k.changes, change{row{Key: fmt.Sprintf("c%d", i), Tip: changeTip(c)}, c.Step, visible(c.From), visible(c.To)})
		}
		k.changes[i].Count++
	}
	k.explain()
	return k
}

func (k *keys) addThing(e copydesk.Entity) {
	i := at(k.cluster, e.Cluster, len(k.things))
	if i == len(k.things) {
		k.things = append(k.things, thing{Entity: e, Class: classOf(e.Label), row: row{Key: fmt.Sprintf("e%d", i)}})
	}
	t := &k.things[i]
	if e.Confidence > t.Sure {
		t.Sure = e.Confidence
	}
	t.add(e.Text, "", "")
}

func (k *keys) addDate(d copydesk.Date) {
	i := at(k.date, dateID(d), len(k.dates))
	if i == len(k.dates) {
		k.dates = append(k.dates, date{row{Key: fmt.Sprintf("d%d", i)}, d, when(d)})
	}
	k.dates[i].add(d.Text, dateDoubt(d), dateReason(d))
}

func (k *keys) addSum(m copydesk.Sum) {
	i := at(k.sum, sumID(m), len(k.sums))
	if i == len(k.sums) {
		k.sums = append(k.sums, sum{row{Key: fmt.Sprintf("m%d", i)}, m, amount(m), currency(m.Currency)})
	}
	k.sums[i].add(m.Text, sumDoubt(m), sumReason(m))
}

// What makes two rows one.
func dateID(d copydesk.Date) string { return d.Value + " " + d.Mod.String() + d.Zone }

func sumID(m copydesk.Sum) string {
	return fmt.Sprint(m.Currency, " ", m.Min, " ", m.Max, " ", m.Mod)
}

func changeID(c copydesk.Change) string { return c.Step + "\x00" + c.From + "\x00" + c.To }

// explain says of each row what it is.
func (k *keys) explain() {
	for i := range k.things {
		t := &k.things[i]
		t.Doubt, t.Kind = nameDoubt(t.Sure), kind(t.Entity)
		t.Tip = fmt.Sprintf("%s: %s, %s sure", t.Kind, t.Canonical, percent(t.Sure))
	}
	for i := range k.dates {
		d := &k.dates[i]
		d.Tip = because(cmp.Or(d.When, strings.ToLower(d.Type.String())), d.Why)
	}
	for i := range k.sums {
		m := &k.sums[i]
		m.Tip = because(m.Amount+" "+m.Name, m.Why)
	}
}

// because adds the reason to what a mark says, in a line of its own.
func because(tip, reason string) string {
	if reason == "" {
		return tip
	}
	return tip + "\n" + reason
}

// groups returns the things of each class, those with most mentions first.
func (k *keys) groups() []things {
	var all []things
	for _, l := range classes {
		g := things{Class: l.Class, Name: l.Name}
		for _, t := range k.things {
			if t.Class == l.Class {
				g.Things = append(g.Things, t)
			}
		}
		slices.SortStableFunc(g.Things, func(a, b thing) int { return b.Count - a.Count })
		if len(g.Things) > 0 {
			all = append(all, g)
		}
	}
	return all
}

// findings returns the marks of what was found in a record, in order and not
// overlapping: of two that overlap the longer stays.
func (k *keys) findings(r copydesk.Record) []mark {
	var marks []mark
	for _, e := range r.Entities {
		t := k.things[k.cluster[e.Cluster]]
		marks = append(marks, mark{e.Start, e.End, classOf(e.Label), t.Key, nameDoubt(e.Confidence)})
	}
	for _, d := range r.Dates {
		marks = append(marks, mark{d.Start, d.End, "date", k.dates[k.date[dateID(d)]].Key, dateDoubt(d)})
	}
	for _, m := range r.Money {
		marks = append(marks, mark{m.Start, m.End, "money", k.sums[k.sum[sumID(m)]].Key, sumDoubt(m)})
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

func (k *keys) before(changes []copydesk.Change) (marks []mark) {
	for _, c := range changes {
		marks = append(marks, mark{start: c.OrigStart, end: c.OrigEnd, Class: "change", Key: k.changeKey(c)})
	}
	return marks
}

func (k *keys) after(changes []copydesk.Change) (marks []mark) {
	for _, c := range changes {
		marks = append(marks, mark{start: c.Start, end: c.End, Class: "change", Key: k.changeKey(c)})
	}
	return marks
}

func (k *keys) changeKey(c copydesk.Change) string { return k.changes[k.change[changeID(c)]].Key }

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
// at an end, and characters without a form. Of a long text it shows the start.
func visible(s string) string {
	const most = 400
	text := strings.TrimSpace(s)
	from := strings.Index(s, text)
	to := from + len(text)
	var b strings.Builder
	for i, r := range s {
		if i > most {
			b.WriteRune('…')
			break
		}
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

// Open returns how many dates of a record wait for the day of publication, and
// the first of them as they stand in the text.
func Open(r copydesk.Record) (n int, first []string) {
	for _, d := range r.Dates {
		if !isOpen(d) {
			continue
		}
		n++
		if len(first) < 3 && !slices.Contains(first, d.Text) {
			first = append(first, d.Text)
		}
	}
	return n, first
}

// size writes a number of bytes.
func size(n int) string {
	if n < 1<<20 {
		return fmt.Sprintf("%d KB", (n+1023)>>10)
	}
	return fmt.Sprintf("%.1f MB", float64(n)/(1<<20))
}
