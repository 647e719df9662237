package dates

import "github.com/copydesk-go/copydesk/dates/internal/timex"

// This file reads references to the past, present and future, and the words that
// make a date or length of time vague.

// vague reads references to the past, the present and the future.
func (p *parser) vague(i int) (timex.Meaning, int) {
	if ref, n := p.reference(i); n > 0 {
		return timex.Meaning{Sense: timex.Reference, Count: timex.Quantity{Tenths: ref}}, i + n
	}
	return timex.Meaning{}, i
}

// reference reads what token i refers to, in n tokens, or none.
func (p *parser) reference(i int) (ref, n int) {
	t := p.at(i)
	if t.class&cArticle != 0 {
		if t.end-t.start == len("the") {
			return p.theReference(i)
		}
		return p.aWhile(i)
	}
	switch {
	case t.class&cRef != 0 && t.val != 0:
		if t.title && p.title(i) && !p.sentenceStart(i) {
			return 0, 0
		}
		if p.is(i, "now") && p.is(i+1, "and") && p.any(i+2, "then", "again") { // every now and then
			return 0, 0
		}
		if p.is(i, "now") && (p.mark(i+1, '-') && p.at(i+1).glued || t.title && p.mark(i+1, ',')) {
			return 0, 0
		}
		if p.is(i, "soon") && (p.told(i+1) || p.tenseAt(i, i+1) == timex.PastTense && (p.stop(i-1) || !p.purpose(i))) { // soon became
			return 0, 0
		}
		if p.is(i, "soon") && (p.is(i+1, "after") || p.is(i-1, "as") && !p.is(i+2, "possible") || p.is(i-1, "too") || p.is(i-1, "how")) {
			return 0, 0
		}
		return t.val, 1
	case p.is(i, "one") && p.is(i+1, "day") && p.someday(i):
		return timex.FutureRef, 2
	case p.is(i, "right") && p.is(i+1, "now"), p.is(i, "these") && p.is(i+1, "days"):
		return timex.PresentRef, 2
	case p.is(i, "more") && p.is(i+1, "recently"):
		return timex.PastRef, 2
	case p.is(i, "as") && p.is(i+1, "soon") && p.is(i+2, "as") && p.is(i+3, "possible"):
		return timex.FutureRef, 4
	case p.is(i, "current"):
		if a := p.at(i + 1); a.class&(cUnit|cPeriod|cSeason|cMonth) != 0 && a.class&cShort == 0 || a.class&cFiscal != 0 && p.at(i+2).class&(cUnit|cPeriod) != 0 || p.at(i-1).class&cThat != 0 {
			return 0, 0
		}
		return timex.PresentRef, 1
	case p.is(i, "recent"):
		if a := p.at(i + 1); a.class&(cUnit|cPeriod|cSeason) != 0 && a.class&cShort == 0 || p.is(i-1, "most") {
			return 0, 0
		}
		return timex.PastRef, 1
	case p.is(i, "long"):
		if p.is(i+1, "ago") && !p.at(i+1).title && p.at(i-1).class&cThat == 0 && !p.any(i-1, "not", "so", "too", "how", "as") {
			return timex.PastRef, 2
		}
	case p.is(i, "some"):
		return p.whileAgo(i)
	}
	return 0, 0
}

// theReference reads "the near future", "the past" and the like.
func (p *parser) theReference(i int) (ref, n int) {
	switch {
	case p.is(i+1, "near") && (p.is(i+2, "future") || p.is(i+2, "term")), p.is(i+1, "short") && p.is(i+2, "term"), p.is(i+1, "foreseeable") && p.is(i+2, "future") && !p.is(i-1, "for"), p.is(i+1, "immediate") && p.is(i+2, "future"):
		return timex.FutureRef, 3
	case p.is(i+1, "recent") && p.is(i+2, "past"), p.is(i+1, "distant") && p.is(i+2, "past"):
		return timex.PastRef, 3
	case p.is(i+1, "future") && !p.at(i+1).title && p.at(i+2).class&cUnit == 0 && !p.is(i+2, "of"):
		return timex.FutureRef, 2
	case p.is(i+1, "past") && (p.is(i-1, "in") || p.is(i-1, "of") || p.at(i+2).kind == mark && !p.mark(i+2, '-')) && p.at(i+2).class&(cUnit|cCardinal|cVague|cOrdinal|cSeason|cWeekday|cMonth|cPart|cFiscal|cDecade|cPeriod) == 0 && p.at(i+2).kind != number:
		return timex.PastRef, 2
	}
	return 0, 0
}

// aWhile reads "a while ago" and "a later date".
func (p *parser) aWhile(i int) (ref, n int) {
	if p.is(i+1, "later") && p.any(i+2, "date", "stage") && p.any(i-1, "at", "until", "to") {
		return timex.FutureRef, 3
	}
	return p.whileAgo(i)
}

// whileAgo reads what tells that something is some time ago: a long time ago.
func (p *parser) whileAgo(i int) (ref, n int) {
	j := i + 1
	if p.any(j, "long", "short", "little") {
		j++
	}
	if p.is(j+1, "ago") && p.any(j, "time", "while", "moment") {
		return timex.PastRef, j + 2 - i
	}
	return 0, 0
}

// told reports whether the verb at token i tells of what is past: became, was released.
func (p *parser) told(i int) bool {
	t := p.at(i)
	if t.kind != word || t.class&cSaid == 0 && !p.pastForm(i) {
		return false
	}
	b := p.at(i - 2)
	return b.class&(cWill|cMay|cTo|cBe) == 0 && !p.is(i-2, "be") && !p.is(i-2, "being")
}

// someday reports whether the "one day" at token i is any day to come: will one
// day lead, could return one day.
func (p *parser) someday(i int) bool {
	if a := p.at(i + 2); a.class&cPost != 0 || a.mark == '-' || p.is(i+2, "after") || p.is(i+2, "of") {
		return false
	}
	if p.at(i-1).class&(cPrep|cApprox|cMeasured|cTo) != 0 && p.at(i-1).class&cWill == 0 || p.is(i-1, "than") || p.is(i-1, "only") {
		return false
	}
	for j := i - 1; j >= i-4 && !p.stop(j); j-- {
		if p.at(j).class&cWill != 0 || p.is(j, "can") || p.is(j, "could") || p.is(j, "may") || p.is(j, "might") {
			return true
		}
	}
	for j := i + 2; j <= i+4 && !p.stop(j); j++ { // one day China will pay
		if p.at(j).class&cWill != 0 {
			return true
		}
	}
	return false
}

// approximate reads "nearly", "more than", "at least", "up to" and the
// expression they belong to.
func (p *parser) approximate(i int) (m timex.Meaning, start, next int) {
	mod, j := p.approx(i)
	if j == i {
		return m, i, i
	}
	m, start, next = p.exact(j)
	if next <= j || start > j || m.Sense == timex.Reference || m.Sense == timex.Recurring {
		return m, i, i
	}
	if m.Sense == timex.Calendar && m.Point.Grain == timex.Day && (mod == timex.ModMoreThan || mod == timex.ModLessThan || m.Weekday > 0 && !m.Point.Clock.Set()) {
		return m, i, i
	}
	if p.compares(i) && m.Sense != timex.Span && p.at(next-1).class&cPost == 0 && !p.is(next-1, "today") { // sold more than last year
		return m, i, i
	}
	if p.is(i, "over") && (m.Sense != timex.Span || !p.measured(i)) {
		return m, start, next // during
	}
	if m.Mod == timex.ModNone || m.Mod == timex.ModEqualOrMore {
		m.Mod = mod
		if m.Sense != timex.Span {
			m.Mod = ofPoint(mod, m.Sense == timex.Deictic && m.Back || m.Sense == timex.YearBefore, p.is(i, "nearly") || p.is(i, "almost"))
		}
	}
	if p.is(i, "about") || p.is(i, "over") || p.is(i, "some") {
		return m, start, next
	}
	return m, i, next
}

// ofPoint turns a bound on a length of time into one on a point in time: what
// was more than a year ago was before the year that it names.
func ofPoint(mod timex.Mod, ago, nearly bool) timex.Mod {
	switch {
	case nearly:
		return timex.ModApprox
	case mod == timex.ModMoreThan && ago:
		return timex.ModBefore
	case mod == timex.ModLessThan && ago:
		return timex.ModAfter
	case mod == timex.ModEqualOrLess && ago, mod == timex.ModEqualOrMore && !ago:
		return timex.ModOnOrAfter
	case mod == timex.ModEqualOrLess, mod == timex.ModEqualOrMore:
		return timex.ModOnOrBefore
	case mod == timex.ModMoreThan:
		return timex.ModAfter
	case mod == timex.ModLessThan:
		return timex.ModBefore
	}
	return mod
}

// compares reports whether the words at token i compare amounts, unless a length of
// time follows.
func (p *parser) compares(i int) bool {
	return (p.is(i, "more") || p.is(i, "less") || p.is(i, "fewer")) && p.is(i+1, "than") || p.is(i, "as") && !p.is(i+1, "long")
}

// measured reports whether the "over" at token i means more than, as in "for
// over seven years", and not during, as in "a loan over seven years".
func (p *parser) measured(i int) bool {
	if p.is(i+1, "the") || p.at(i+1).class&(cLast|cNext|cThis|cThat) != 0 {
		return false
	}
	b := p.at(i - 1)
	return b.kind != word || b.class&cMeasured != 0
}

func (p *parser) approx(i int) (timex.Mod, int) {
	t := p.at(i)
	switch {
	case t.class&cApprox != 0 && t.val != 0:
		if p.is(i, "some") && p.at(i+1).kind != number && p.at(i+1).class&cCardinal == 0 {
			return timex.ModNone, i
		}
		return timex.Mod(t.val), i + 1
	case p.is(i, "more") && p.is(i+1, "than"):
		return timex.ModMoreThan, i + 2
	case (p.is(i, "less") || p.is(i, "fewer")) && p.is(i+1, "than"):
		return timex.ModLessThan, i + 2
	case p.is(i, "no") && p.is(i+2, "than"):
		if p.is(i+1, "more") || p.is(i+1, "later") {
			return timex.ModEqualOrLess, i + 3
		}
		if p.is(i+1, "less") || p.is(i+1, "earlier") {
			return timex.ModEqualOrMore, i + 3
		}
	case p.is(i, "at") && p.is(i+1, "least"):
		return timex.ModEqualOrMore, i + 2
	case p.is(i, "at") && p.is(i+1, "most"):
		return timex.ModEqualOrLess, i + 2
	case p.is(i, "up") && p.is(i+1, "to"):
		return timex.ModEqualOrLess, i + 2
	case p.is(i, "as") && (p.is(i+1, "much") || p.is(i+1, "many") || p.is(i+1, "long")) && p.is(i+2, "as"):
		return timex.ModEqualOrLess, i + 3
	}
	return timex.ModNone, i
}
