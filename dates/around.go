package dates

import (
	"strings"

	"github.com/copydesk-go/copydesk/dates/internal/reader"
	"github.com/copydesk-go/copydesk/dates/internal/timex"
)

// This file looks further around an expression than a rule can.

// business reports whether the words around token i speak of business figures.
func (p *parser) business(i int) bool {
	const before, behind = 12, 6
	for j := max(i-before, 0); j <= i+behind; j++ {
		if p.In(j, clsFinance) {
			return true
		}
	}
	return false
}

// sporting reports whether the words around token i speak of a match.
func (p *parser) sporting(i int) bool {
	const behind = 6
	from := i - 1
	for from > i-clauseReach && !p.stop(from) {
		from--
	}
	for j := from + 1; j <= i+behind; j++ {
		if p.In(j, clsGridiron) {
			return true
		}
	}
	return false
}

// ticketsBefore reports whether so many of something stand before token i: 300 tickets.
func (p *parser) ticketsBefore(i int) bool {
	if !p.plural(i-1) || !p.lower(i-1) {
		return false
	}
	for j := i - 2; j >= i-4; j-- {
		if p.At(j).Kind == reader.Number || p.InAny(j, clsCardinal, clsVague) {
			return true
		}
	}
	return false
}

// paperName reports whether the "daily" at token i is followed by the name of a newspaper,
// and that by what a newspaper does: the daily Liberté wrote; but: the daily White House
// briefing.
func (p *parser) paperName(i int) bool {
	a := p.At(i + 1)
	if !a.Title || p.Is(a, clsCore) || a.End-a.Start <= 1 || p.Text[a.Start+1] < 'a' || a.Paragraph {
		return false
	}
	const longest = 5 // tokens of a name
	j := i + 2
	for p.At(j).Title && j < i+longest {
		j++
	}
	b := p.At(j)
	does := p.IsAny(b, clsSaid, clsWill, clsBe) || b.Kind == reader.Word && p.pastForm(j)
	return does || b.Kind == reader.Mark && b.Mark != '-' || p.Is(b, clsPrep) && p.In(i-1, clsToldBy)
}

// givenBefore reports whether the word before token i can be a given name: Tariq Ramadan,
// but not Celebrating Ramadan.
func (p *parser) givenBefore(i int) bool {
	k := p.At(i - 1)
	if !k.Title || k.Headline || !p.plain(i-1) || p.InAny(i-1, clsWish, clsDevout) {
		return false
	}
	return !strings.HasSuffix(p.Surface(i-1), "ing")
}

// isBehind reports whether what follows token i says what something is: is a museum.
func (p *parser) isBehind(i int) bool {
	for j := i; j < i+clauseReach-1 && !p.stop(j); j++ {
		if p.In(j, clsIsAre) {
			return p.In(j+1, clsIsToday)
		}
		if p.verb(j) != timex.NoTense {
			return false
		}
	}
	return false
}

// overnightAhead reports whether the night before token i+1 is one to come: rain will
// spread overnight.
func (p *parser) overnightAhead(i int) bool {
	if p.tenseAt(i, i+1) != timex.FutureTense || p.apart < 0 {
		return false
	}
	v := i - 1 - p.apart
	return p.InAny(v, clsWill, clsDue) && p.others(v, i) <= 1
}

// yearBegun reports whether the new year at token i has just begun, or has been welcomed:
// since the new year, started the new year.
func (p *parser) yearBegun(i int) bool {
	const march = 3
	if p.now.Num < march || p.In(i-1, clsSince) || p.verb(i+3) == timex.PastTense {
		return true
	}
	return p.tenseAt(i, i+3) == timex.PastTense && p.apart == 0
}

// openDays reports whether the range of days of the week that starts at token i stands
// beside a range of hours, and is long enough to be that of all weeks: 9 a.m. to 5 p.m.
// Monday to Friday.
func (p *parser) openDays(i int) bool {
	const long = 4 // days between the first and the last
	if !p.weekdayRange(i) || p.InAny(i+3, clsThis, clsLast, clsNext) {
		return false
	}
	if (p.Value(i+2, clsWeekday)-p.Value(i, clsWeekday)+7)%7 < long {
		return false
	}
	j := i + 3
	if p.Marked(j, ',') || p.In(j, clsFrom) {
		j++
	}
	if _, k := p.clock(j); k > j && p.joins(k) {
		return true
	}
	b := i - 1
	if p.Marked(b, ',') {
		b--
	}
	const longestHour = 6 // tokens: 5:30 p.m.
	for range longestHour {
		if b--; p.joins(b) {
			figures := p.At(b-1).Kind == reader.Number && p.At(b+1).Kind == reader.Number
			return p.Marked(b-1, '.') || p.InAny(b-1, clsHalfDay, clsNoon) || figures
		}
	}
	return false
}

// joins reports whether the word or dash at token i joins the ends of a range.
func (p *parser) joins(i int) bool {
	return p.Marked(i, '-') || p.In(i, clsUpTo) && !p.In(i, clsThrough)
}

// weekdayRange reports whether a range of whole days of the week starts at token i.
func (p *parser) weekdayRange(i int) bool {
	joined := p.Marked(i+1, '-') || p.In(i+1, clsUpTo) && !p.In(i+1, clsUntil)
	return joined && p.wholeWeekday(i) && p.wholeWeekday(i+2)
}

// wholeWeekday reports whether token i is the name of one day of the week, in full.
func (p *parser) wholeWeekday(i int) bool {
	return p.In(i, clsWeekday) && !p.InAny(i, clsPlural, clsShort)
}

// pastAfter reports whether the verb behind token i is past.
func (p *parser) pastAfter(i int) bool { return p.verbAfter(i) == timex.PastTense }
