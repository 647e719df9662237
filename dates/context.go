package dates

import (
	"github.com/copydesk-go/copydesk/dates/internal/reader"
	"github.com/copydesk-go/copydesk/dates/internal/timex"
)

// This file looks at the clause around a date for its tense. Which verbs and words there
// are is for the rules: groups verb, meant, cue and those behind them.

const (
	clauseReach = 16 // tokens; a verb further off seldom governs a date
	nearVerb    = 3  // words between a verb and a date that surely is its own
	cueReach    = 5  // tokens between a word that decides and the date: on at least the
)

// clauseAround reads the clause around the tokens [first, next); in a story what would
// be is past.
func (p *parser) clauseAround(first, next int, story bool) timex.Clause {
	if p.around {
		return p.clauseOnBothSides(first, next)
	}
	c := timex.Clause{Tense: p.tenseAt(first, next)}
	c.Cue = p.cue
	c.Loose = p.wordsWithin(first-p.apart, first) > nearVerb && !p.In(first-2, clsHappened) && !p.In(first-2, clsWeekday) &&
		!p.In(first-2-p.apart, clsWas)
	would := c.Tense == timex.WouldTense
	switch {
	case would && story:
		c.Tense = timex.PastTense
	case would:
		c.Tense = timex.FutureTense
	}
	if c.Tense == timex.FutureTense && p.overtaken(first, next) {
		c.Tense = timex.PresentTense
	}
	v, found := first-1-p.apart, p.apart >= 0 // the verb
	past := c.Tense == timex.PastTense
	c.Ended = p.In(first-1, clsEnded) || p.happened(first, next) || past && p.endsPeriod(first)
	c.Behind = past && p.In(first-1, clsOn) && p.surelyBehind(first, next)
	c.Event = past && found && p.In(v, clsTook) && !p.possessive(next)
	c.Died = found && p.In(v, clsDied)
	c.Aged = p.In(next, clsAged) || p.In(next+1, clsAged)
	c.Ahead = !would && p.surelyAhead(first, next, c.Tense)
	return c
}

// endsPeriod reports whether the date at token i ends a period that is told by its length: sales in
// the six months to June 30.
func (p *parser) endsPeriod(i int) bool { return p.In(i-1, clsTo) && p.In(i-2, clsUnit) }

// overtaken reports whether what was planned for the date at the tokens [first, next) is
// told of as past: planned for Saturday, was called off.
func (p *parser) overtaken(first, next int) bool {
	v := first - 1 - p.apart
	if p.apart < 0 || !p.In(v, clsDue) || !p.pastForm(v) {
		return false
	}
	return p.In(next, clsWas) || p.Marked(next, ',') && p.In(next+1, clsWas)
}

// surelyBehind reports whether the past verb is that of the date at tokens [first, next):
// it stands right beside it, or behind the subject of the sentence that the date opens.
func (p *parser) surelyBehind(first, next int) bool {
	if p.apart >= 0 {
		return p.apart <= 1 && !p.In(first-1-p.apart, clsSettled)
	}
	if !p.sentenceStart(first - 1) {
		return p.between(first, next) == timex.PastTense
	}
	j := next
	if p.Marked(j, ',') {
		j++
	}
	for end := j + 5; j <= end && !p.Marked(j, ','); j++ {
		if t := p.verb(j); t != timex.NoTense {
			return t == timex.PastTense
		}
	}
	return false
}

// surelyAhead reports whether a date can only lie ahead: is planned for May, will open
// in May, must end by May. What was planned for May, or planned and called off, may be over.
func (p *parser) surelyAhead(first, next int, t timex.Tense) bool {
	by := p.In(first-1, clsBy)
	switch {
	case t == timex.AheadTense && by:
		if p.In(next-1, clsAtEnd) {
			return true
		}
		around := p.verbAround(first, next)
		return !p.purpose(first-1) && around != timex.PastTense && around != timex.WouldTense
	case t == timex.FutureTense && by: // will cut jobs by May
		return true
	case t != timex.FutureTense || p.apart < 0 || p.In(first-1, clsOpenEnded):
		return false
	}
	v := first - 1 - p.apart
	if p.others(v, first) > 1 {
		return false
	}
	if p.In(v, clsDue) {
		return p.In(v-1, clsBe) || !p.In(v-1, clsSaid) && p.verbAfter(next) != timex.PastTense
	}
	return true
}

// wordsWithin counts the words of the tokens [first, next): the score between drew and Saturday is
// none.
func (p *parser) wordsWithin(first, next int) (n int) {
	for i := first; i < next; i++ {
		if p.At(i).Kind == reader.Word {
			n++
		}
	}
	return n
}

// others counts the words between the verb at token v and the date at token i that are more
// than its particles.
func (p *parser) others(v, i int) int {
	n := 0
	for j := v + 1; j < i; j++ {
		if !p.In(j, clsPrep) && !p.In(j, clsTo) && !p.In(j, clsParticle) {
			n++
		}
	}
	return n
}

// tenseAt reads the tense of the clause around the tokens [first, next): from
// the nearest verb before them, or after them if they open the sentence.
func (p *parser) tenseAt(first, next int) timex.Tense {
	p.apart, p.cue = -1, false
	t := p.governed(first, next)
	if t != timex.NoTense {
		p.cue = true
		return t
	}
	if t = p.between(first, next); t != timex.NoTense {
		return t
	}
	t = p.verbAround(first, next)
	if p.In(first-1, clsBy) {
		switch {
		case t == timex.NoTense || t != timex.FutureTense && t != timex.WouldTense && p.purpose(first-1):
			p.cue = true
			return timex.AheadTense
		case t == timex.PastTense:
			return timex.PresentTense
		}
	}
	return t
}

// between reads the verb right behind an expression that stands between it and its
// subject: the ministry on Friday called, the mayor on Friday will speak.
func (p *parser) between(first, next int) timex.Tense {
	if a := p.At(next); !a.Lower() || p.In(first-1, clsPrep) && !p.In(first-1, clsOn) {
		return timex.NoTense
	}
	t := p.verb(next)
	ahead := (t == timex.FutureTense || t == timex.WouldTense) && p.In(next, clsWill)
	if ahead || t == timex.PastTense && !p.In(next, clsTo) {
		return t
	}
	return timex.NoTense
}

// purpose reports whether an infinitive stands before token i: agreed to pay by
// Friday.
func (p *parser) purpose(i int) bool {
	for j := i - 2; j >= i-6; j-- {
		if p.stop(j) {
			return false
		}
		if p.tense(grpInfinitive, j, i, i+1) != timex.NoTense {
			return true
		}
	}
	return false
}

func (p *parser) verbAround(first, next int) timex.Tense {
	if p.In(first-2, clsThatWhich) && p.In(first-1, clsOn) { // will know that on Sunday the board resigned
		if t := p.verbAfter(next); t != timex.NoTense {
			return t
		}
	}
	for i := first - 1; i >= 0 && first-i <= clauseReach; i-- {
		if p.At(i).Kind == reader.End || p.stop(i) {
			break
		}
		if t := p.tense(grpMeant, i, first, next); t != timex.NoTense { // agreed, or an agreement, to buy it in May
			return t
		}
		if t := p.verb(i); t != timex.NoTense {
			p.apart = first - 1 - i
			return t
		}
		if p.At(i).Paragraph {
			break
		}
	}
	return p.verbAfter(next)
}

func (p *parser) verbAfter(next int) timex.Tense {
	for i := next; i-next <= clauseReach; i++ {
		if t := p.At(i); t.Kind == reader.End || t.Paragraph || p.stop(i) {
			break
		}
		if t := p.verb(i); t != timex.NoTense {
			return t
		}
	}
	return timex.NoTense
}

// verb returns the tense of the verb at token i, or NoTense if it is none.
func (p *parser) verb(i int) timex.Tense { return p.tense(grpVerb, i, i, i+1) }

// tense reads a group of rules at token i for its tense, in the clause of the date at the
// tokens [first, next).
func (p *parser) tense(group, i, first, next int) timex.Tense {
	t, _ := p.decided(group, i, first, next)
	return t
}

// decided is tense, and whether a rule matched, if it decides that there is none.
func (p *parser) decided(group, i, first, next int) (t timex.Tense, ok bool) {
	if !p.Starts(group, i) || p.Full() {
		return timex.NoTense, false
	}
	f := p.Push(first)
	f.Set(reader.FieldValue, next)
	if ok = p.Matches(group, i, f); ok {
		t = timex.Tense(f.Int(reader.FieldTense))
	}
	p.Pop()
	return t, ok
}

// governed reads the tense off what stands right before the expression, or behind it:
// deadlines lie ahead, what is ended lies behind, and so does what has happened.
func (p *parser) governed(first, next int) timex.Tense {
	for i := first - 1; i >= first-cueReach; i-- {
		if t, ok := p.decided(grpCue, i, first, next); ok {
			return t
		}
	}
	if t := p.tense(grpCueBehind, next, first, next); t != timex.NoTense {
		return t
	}
	for j := first - 1; j >= first-7 && !p.stop(j); j-- {
		if _, ok := p.decided(grpAheadOf, j, first, next); ok { // ahead of local elections on Thursday
			return timex.FutureTense
		}
		if p.verb(j) != timex.NoTense {
			break
		}
	}
	return timex.NoTense
}

// appointed reports whether what is for the day of the week at tokens [first, next) is for
// one to come: a strike called for Friday, the side named for Saturday's game; but: the
// turnout for Sunday's vote, had been set for Friday.
func (p *parser) appointed(first, next int) bool {
	whose, plain := p.possessive(next), p.At(next).Kind == reader.Word && !p.In(next, clsCore)
	if !p.In(first, clsWeekday) || !whose && plain {
		return false
	}
	if whose && !p.fixture(next+2) || p.At(next).Kind == reader.Word && p.verbAfter(next) == timex.PastTense {
		return false
	}
	called := false
	for j := first - 2; j > first-7 && !p.stop(j); j-- {
		if p.In(j, clsHad) {
			return false
		}
		called = called || p.In(j, clsAppoints)
	}
	return called
}

// fixture reports whether what token i starts, in a few words, is what a day is fixed for:
// friendly international match.
func (p *parser) fixture(i int) bool {
	for j := i; j < i+8 && p.At(j).Kind != reader.Mark && !p.In(j, clsPrep); j++ {
		if p.In(j, clsFixture) {
			return true
		}
	}
	return false
}

// comingMonth reports whether a month at token i is one of the three after that of
// publication: contracts for December are not those of the year before.
func (p *parser) comingMonth(i int) bool {
	ahead := p.Value(i, clsMonth) - p.now.Num
	return p.In(i, clsMonth) && p.now.Known() && (ahead > 0 && ahead <= 3 || ahead < -8)
}

// happened reports whether an expression dates what has happened: Friday's attack,
// the October 7 attack.
func (p *parser) happened(first, next int) bool {
	_, ok := p.decided(grpTookPlace, next, first, next)
	return ok
}

// before reports whether a rule of the group matches at one of the tokens before token i, in
// its sentence.
func (p *parser) before(group, i, reach int) bool {
	for j := i - 1; j >= i-reach && !p.stop(j); j-- {
		if _, ok := p.decided(group, j, i, i+1); ok {
			return true
		}
	}
	return false
}

// denied reports whether what lasted until the day behind token i is that something
// did not happen: was not published until Monday.
func (p *parser) denied(i int) bool {
	for j := i - 1; j >= i-8 && !p.stop(j); j-- {
		if t, ok := p.decided(grpDenial, j, i, i+1); ok {
			return t == timex.PastTense
		}
	}
	return false
}

// stop reports whether a sentence ends with token i.
func (p *parser) stop(i int) bool {
	switch p.At(i).Mark {
	case '!', '?', ';':
		return true
	case '.':
		if p.dotted && p.At(i-1).Kind == reader.Number && p.At(i).Glued && p.At(i-1).Digits() <= 2 {
			return p.At(i + 1).Paragraph
		}
		j := i + 1
		for range 2 { // the quotation marks that close what was said
			if q := p.At(j); q.Glued && (q.Mark == '"' || q.Mark == '\'') {
				j++
			}
		}
		n := p.At(j)
		return (n.Title || n.Headline || n.Kind == reader.Mark || n.Kind == reader.End) && !n.Glued && !p.abbreviation(i-1)
	}
	return false
}

func (p *parser) abbreviation(i int) bool {
	t := p.At(i)
	return t.Kind == reader.Word && (p.In(i, clsShort) || t.End-t.Start == 1) || t.Title && t.End-t.Start <= 3
}

// pastForm recognises regular past forms, which also are participles.
func (p *parser) pastForm(i int) bool {
	t := p.At(i)
	return t.End-t.Start > 4 && p.Text[t.End-1]|0x20 == 'd' && p.Text[t.End-2]|0x20 == 'e' && p.Text[t.End-3]|0x20 != 'e'
}
