package dates

import (
	"github.com/copydesk-go/copydesk/dates/internal/reader"
	"github.com/copydesk-go/copydesk/dates/internal/timex"
)

// A parser finds temporal expressions in a stream of tokens.
type parser struct {
	reader.Reader
	now   timex.Point // the publication date, if known
	order Order
	alone bool // the text is one expression, and nothing else
	depth int
	cue   bool // the tense last read is not that of a verb
	apart int  // how many tokens stand between the date looked at and the verb before it
}

// deepest bounds "early in the first half of the end of …".
const deepest = 3

// phrase reads the expression at token i, if one starts there.
func (p *parser) phrase(i int) (phrase, bool) {
	m, start, next := p.expression(i)
	if next <= i || m.Sense == timex.Nonsense {
		return phrase{}, false
	}
	return phrase{Meaning: m, first: start, next: next}, true
}

// newYears is how many years ahead the new year at token i is: 0 for the one that has
// just begun, or has been welcomed: since the new year, started the new year.
func (p *parser) newYears(i int) int {
	if p.now.Num < 3 || p.is(i-1, "since") || p.verb(i+3) == timex.PastTense || p.tenseAt(i, i+3) == timex.PastTense && p.apart == 0 {
		return 0
	}
	return 1
}

// plainNoun reports whether token i is a word that stands for no time, and no past form.
func (p *parser) plainNoun(i int) bool {
	t := p.At(i)
	return t.Kind == reader.Word && !p.Is(t, clsCore) && !p.pastForm(i)
}

func (p *parser) title(i int) bool { return p.At(i).Title && !p.At(i).Paragraph }

func (p *parser) sentenceStart(i int) bool {
	b := p.At(i - 1)
	if b.Mark == '"' || b.Mark == '`' || b.Mark == '\'' {
		b = p.At(i - 2)
		if b.Mark == '`' || b.Mark == '\'' {
			b = p.At(i - 3)
		}
	}
	return p.At(i).Paragraph || b.Kind == reader.End || b.Mark == '.' || b.Mark == '!' || b.Mark == '?' || b.Mark == ',' || b.Mark == ':'
}

// endsRange reports whether token i ends a range of days: the 28 of 23-28.
func (p *parser) endsRange(i int) bool {
	return p.Marked(i-1, '-') && p.At(i-2).Kind == reader.Number && p.At(i-2).Digits() <= 2 && p.bare(i-2, i-1)
}

// listedDay reads the bare day of a list or range of days: the "5" of "5, 6 and
// 7 October", which looks ahead for its month. Days rise, so lists are short.
func (p *parser) listedDay(i int) (timex.Meaning, int) {
	t := p.At(i)
	if t.Kind != reader.Number || t.Digits() > 2 || t.Val < 1 || t.Val > 31 {
		return timex.Meaning{}, i
	}
	j := i + 1
	if _, k := p.ordinal(i); k > i {
		j = k
	} else if !p.bare(i, i+1) {
		return timex.Meaning{}, i
	}
	end := j
	for last := t.Val; ; {
		c := p.At(j)
		if !p.Is(c, clsConj) && c.Mark != '-' && c.Mark != ',' {
			return timex.Meaning{}, i
		}
		if m, k := p.dayMonth(j + 1); k > j+1 && m.Point.Day > last && !p.In(i-1, clsMonth) {
			m.Point.Day = t.Val
			return m, end
		}
		d, k := p.dayFigure(j + 1)
		if k == j+1 || d <= last {
			return timex.Meaning{}, i
		}
		last, j = d, k
	}
}

// inherited reads a day or a year that takes what it leaves out from the
// expression before it: the 10 of "October 9 to 10", the 90 of "1989-90".
func (p *parser) inherited(i int, before timex.Meaning) (timex.Meaning, int) {
	if before.Sense != timex.Calendar || before.Point.Clock.Set() && before.Point.Clock.Part == 0 {
		return timex.Meaning{}, i
	}
	t := p.At(i)
	if t.Kind != reader.Number || t.Digits() > 2 {
		return timex.Meaning{}, i
	}
	b := p.At(i - 1)
	if !p.Is(b, clsConj) && b.Mark != '-' && b.Mark != ',' && b.Mark != '/' && !p.is(i-1, "until") {
		return timex.Meaning{}, i
	}
	switch before.Point.Grain {
	case timex.Day:
		if _, k := p.dayMonth(i); k > i || before.Point.Num == 0 || before.Point.Day == 0 || before.Weekday != 0 && b.Mark == ',' {
			return timex.Meaning{}, i
		}
		d, j := p.dayFigure(i)
		a := p.At(j)
		if j == i || d <= before.Point.Day || d > timex.DaysIn(4, before.Point.Num) || p.IsAny(a, clsUnit, clsMonth) || a.Kind == reader.Word && !p.Is(a, clsCore) && !a.Title && p.lower(j) && b.Mark == ',' {
			return timex.Meaning{}, i
		}
		if b.Mark == ',' && !(a.Mark == ',' || p.Is(a, clsConj)) || p.Is(b, clsConj) && p.is(i-1, "and") && a.Kind == reader.Word && !p.Is(a, clsCore) && p.lower(j) && !a.Glued && p.plural(j) {
			return timex.Meaning{}, i
		}
		before.Point.Day, before.Weekday, before.Mod = d, 0, timex.ModNone
		next := p.amend(grpYear, j, &before)
		return before, next
	case timex.Decade: // 1960s and 70s
		if before.Point.Year < 1000 || t.Digits() != 2 || t.Val%10 != 0 || t.Val <= before.Point.Year%100 || !p.is(i+1, "s") || !p.At(i+1).Glued {
			return timex.Meaning{}, i
		}
		return timex.Meaning{Sense: timex.Calendar, Point: timex.Point{Grain: timex.Decade, Year: before.Point.Year - before.Point.Year%100 + t.Val}}, i + 2
	case timex.Year:
		if t.Digits() != 2 || b.Mark != '-' || !b.Glued || !t.Glued || t.Val != (before.Point.Year+1)%100 && t.Val <= before.Point.Year%100 || !p.yearFree(i, i+1) {
			return timex.Meaning{}, i
		}
		y := before.Point.Year - before.Point.Year%100 + t.Val
		if t.Val < before.Point.Year%100 {
			y += 100
		}
		return timex.Meaning{Sense: timex.Calendar, Point: timex.Point{Grain: timex.Year, Year: y}}, i + 1
	}
	return timex.Meaning{}, i
}

func (p *parser) plural(i int) bool {
	s := p.Surface(i)
	return len(s) > 3 && s[len(s)-1] == 's'
}
