package dates

import "github.com/copydesk-go/copydesk/dates/internal/timex"

// clauseAround reads the clause around the tokens [first, next); in a story what would
// be is past.
func (p *parser) clauseAround(first, next int, story bool) timex.Clause {
	c := timex.Clause{Tense: p.tenseAt(first, next)}
	c.Cue = p.cue
	c.Loose = p.apart > nearVerb && p.at(first-2).class&(cHappened|cWeekday) == 0
	would := c.Tense == timex.WouldTense
	if would {
		c.Tense = timex.FutureTense
		if story {
			c.Tense = timex.PastTense
		}
	}
	if v := first - 1 - p.apart; c.Tense == timex.FutureTense && p.apart >= 0 && p.at(v).class&cDue != 0 && p.pastForm(v) && (p.any(next, "was", "were") || p.mark(next, ',') && p.any(next+1, "was", "were")) {
		c.Tense = timex.PresentTense // planned for Saturday, was called off
	}
	c.Ended = p.any(first-1, "ended", "since") || p.happened(first, next)
	c.Behind = c.Tense == timex.PastTense && p.is(first-1, "on") && p.surelyBehind(first, next)
	c.Event = c.Tense == timex.PastTense && p.apart >= 0 && p.took(first-1-p.apart) && !p.possessive(next)
	c.Died = p.apart >= 0 && p.any(first-1-p.apart, "died", "dies")
	c.Aged = p.any(next, "aged") || p.any(next+1, "aged")
	if !would {
		c.Ahead = p.surelyAhead(first, next, c.Tense)
	}
	return c
}

const nearVerb = 3 // tokens between a verb and a date that surely is its own

// took reports whether the verb at token i tells what took place, and not what was said of
// what will.
func (p *parser) took(i int) bool {
	return p.any(i, "took", "died", "attended", "gathered", "happened", "occurred", "killed", "arrested", "destroyed", "struck", "injured", "wounded", "crashed", "collapsed",
		"exploded", "shot", "stabbed", "attacked", "defeated", "drowned", "erupted", "resigned")
}

// surelyBehind reports whether the past verb is that of the date at tokens [first, next):
// it stands right beside it, or behind the subject of the sentence that the date opens.
func (p *parser) surelyBehind(first, next int) bool {
	if p.apart >= 0 {
		return p.apart <= 1 && !p.any(first-1-p.apart, "focused", "based", "centred", "centered", "agreed", "decided", "settled")
	}
	if !p.sentenceStart(first - 1) {
		return p.between(first, next) == timex.PastTense
	}
	j := next
	if p.mark(j, ',') {
		j++
	}
	for end := j + 5; j <= end && !p.mark(j, ','); j++ {
		if t := p.verb(j); t != timex.NoTense {
			return t == timex.PastTense
		}
	}
	return false
}

// surelyAhead reports whether a date can only lie ahead: is planned for May, will open
// in May, must end by May. What was planned for May, or planned and called off, may be over.
func (p *parser) surelyAhead(first, next int, t timex.Tense) bool {
	if t == timex.AheadTense {
		return p.is(first-1, "by") && (p.is(next-1, "end") || !p.purpose(first-1) && p.verbAround(first, next) != timex.PastTense && p.verbAround(first, next) != timex.WouldTense)
	}
	if t == timex.FutureTense && p.is(first-1, "by") { // will cut jobs by May
		return true
	}
	if t != timex.FutureTense || p.apart < 0 || p.any(first-1, "to", "from", "since") {
		return false
	}
	v := first - 1 - p.apart
	if p.others(v, first) > 1 {
		return false
	}
	if p.at(v).class&cDue != 0 {
		return p.at(v-1).class&cBe != 0 || p.at(v-1).class&cSaid == 0 && p.verbAfter(next) != timex.PastTense
	}
	return true
}

// others counts the words between the verb at token v and the date at token i that are more
// than its particles.
func (p *parser) others(v, i int) int {
	n := 0
	for j := v + 1; j < i; j++ {
		if p.at(j).class&(cPrep|cTo) == 0 && !p.any(j, "be", "not", "also") {
			n++
		}
	}
	return n
}

const clauseReach = 16 // tokens; a verb further off seldom governs a date

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
	if p.is(first-1, "by") {
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
	b, a := p.at(first-1), p.at(next)
	if a.kind != word || a.title || b.kind == word && b.class&cPrep != 0 && !p.is(first-1, "on") {
		return timex.NoTense
	}
	switch t := p.verb(next); {
	case (t == timex.FutureTense || t == timex.WouldTense) && a.class&cWill != 0, t == timex.PastTense && !p.is(next, "to"):
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
		if t := p.at(j + 1); p.is(j, "to") && t.kind == word && t.class&^(cSoon|cSoonPlural) == 0 && !t.title {
			return true
		}
	}
	return false
}

func (p *parser) verbAround(first, next int) timex.Tense {
	if p.is(first-2, "that") && p.is(first-1, "on") { // will know that on Sunday the board resigned
		if t := p.verbAfter(next); t != timex.NoTense {
			return t
		}
	}
	for i := first - 1; i >= 0 && first-i <= clauseReach; i-- {
		t := p.at(i)
		if t.kind == end || p.stop(i) {
			break
		}
		if t.class&cPlan != 0 && p.is(i+1, "to") && p.at(i+2).class&cArticle == 0 { // agreed, or an agreement, to buy it in May
			if p.is(i, "plan") || p.is(i, "plans") || p.is(i, "intention") || p.is(i, "intentions") {
				return timex.FutureTense
			}
			return timex.PresentTense
		}
		if tense := p.verb(i); tense != timex.NoTense {
			p.apart = first - 1 - i
			return tense
		}
		if t.paragraph {
			break
		}
	}
	return p.verbAfter(next)
}

func (p *parser) verbAfter(next int) timex.Tense {
	for i := next; i-next <= clauseReach; i++ {
		t := p.at(i)
		if t.kind == end || t.paragraph || p.stop(i) {
			break
		}
		if tense := p.verb(i); tense != timex.NoTense {
			return tense
		}
	}
	return timex.NoTense
}

// governed reads the tense off what stands right before the expression:
// deadlines lie ahead, what is ended lies behind, and so does what has happened.
func (p *parser) governed(first, next int) timex.Tense {
	i := first - 1
	if p.is(i, "the") {
		i--
	}
	if p.is(i, "least") && p.is(i-1, "at") {
		i -= 2
	}
	switch {
	case p.is(i, "through") && p.at(i-1).class&cSoon != 0: // runs through May 3
		return timex.FutureTense
	case p.is(i, "until"), p.is(i, "till"):
		if p.sentenceStart(i) || p.is(i-1, "up") || p.is(i-1, "not") || p.is(i-1, "but") || p.denied(i) {
			return timex.NoTense
		}
		return timex.AheadTense
	case p.is(i, "as") && (p.is(i-1, "soon") || p.is(i-1, "early") || p.is(i-1, "late")) && p.is(i-2, "as"):
		return timex.AheadTense
	case p.is(i, "through"):
		return timex.PresentTense
	case p.is(i, "for") && p.comingMonth(first):
		return timex.PresentTense
	case p.is(i, "for") && p.appointed(first, next):
		return timex.FutureTense
	case p.is(i, "to") && p.any(i-1, "adjourned", "postponed", "moved", "delayed", "rescheduled", "deferred", "extended") && p.verbAfter(next) != timex.PastTense:
		return timex.FutureTense
	case p.is(i, "ended"), p.is(i, "since"):
		return timex.PastTense
	case p.planned(i):
		return timex.FutureTense
	case p.is(next, "is") && (p.sentenceStart(first) || p.at(first-1).class&cConj != 0): // Monday is the deadline
		return timex.FutureTense
	case p.happened(first, next):
		return timex.PastTense
	case p.is(i, "ending"), p.is(i, "in") && p.is(i-1, "ending"), p.is(i, "beginning"), p.is(i, "starting"):
		return timex.AheadTense
	}
	for j := i; j >= i-6 && !p.stop(j); j-- {
		if p.is(j, "ahead") && p.is(j+1, "of") { // ahead of local elections on Thursday
			return timex.FutureTense
		}
		if p.verb(j) != timex.NoTense {
			break
		}
	}
	return timex.NoTense
}

// planned reports whether the present tense of be, before a date that ends at token i+1,
// says when something will be: the vote is on Sunday, the games are in May.
func (p *parser) planned(i int) bool {
	if p.is(i, "on") || p.is(i, "in") || p.is(i, "at") {
		i--
	}
	return (p.is(i, "is") || p.is(i, "are")) && (p.at(i-1).kind == word || p.at(i-1).kind == number) && p.at(i-1).class&(cSubject|cThat|cThis) == 0
}

// appointed reports whether what is for the day of the week at tokens [first, next) is for
// one to come: a strike called for Friday, the side named for Saturday's game; but: the
// turnout for Sunday's vote, had been set for Friday.
func (p *parser) appointed(first, next int) bool {
	if p.at(first).class&cWeekday == 0 || !p.possessive(next) && p.at(next).kind == word && p.at(next).class == 0 {
		return false
	}
	if p.possessive(next) && !p.fixture(next+2) || p.verbAfter(next) == timex.PastTense && p.at(next).kind == word {
		return false
	}
	called := false
	for j := first - 2; j > first-7 && !p.stop(j); j-- {
		if p.is(j, "had") {
			return false
		}
		called = called || p.appoints(j)
	}
	return called
}

// fixture reports whether what token i starts, in a few words, is what a day is fixed for:
// friendly international match.
func (p *parser) fixture(i int) bool {
	for j := i; j < i+8 && p.at(j).kind != mark && p.at(j).class&cPrep == 0; j++ {
		if p.any(j, "game", "match", "final", "semifinal", "test", "race", "prix", "fight", "bout", "derby", "tie", "clash", "fixture", "showdown", "qualifier", "hearing", "meeting", "summit", "vote", "election", "debate", "opening", "launch") {
			return true
		}
	}
	return false
}

// appoints reports whether token i is a word for what is fixed for a day.
func (p *parser) appoints(i int) bool {
	return p.any(i, "set", "called", "named", "scheduled", "planned", "listed", "fixed", "booked", "issued", "slated", "rescheduled", "forecast", "tickets", "ready", "fit", "doubt", "doubtful", "available", "squad", "side", "team", "lineup", "strike", "strikes", "protest", "rally", "warning", "warnings", "alert", "summoned", "invited", "preparing", "bracing")
}

// comingMonth reports whether a month at token i is one of the three after that of
// publication: contracts for December are not those of the year before.
func (p *parser) comingMonth(i int) bool {
	t := p.at(i)
	ahead := t.val - p.now.Num
	return t.class&cMonth != 0 && p.now.Known() && (ahead > 0 && ahead <= 3 || ahead < -8)
}

// happened reports whether an expression dates what has happened: Friday's attack,
// the October 7 attack.
func (p *parser) happened(first, next int) bool {
	if p.possessive(next) {
		next += 2
	} else if !p.is(first-1, "the") {
		return false
	}
	return p.at(next).class&cHappened != 0
}

// soon reads a present tense of what is to come, unless it is a noun: 48 runs, fair
// play.
func (p *parser) soon(i int) timex.Tense {
	b := p.at(i - 1)
	switch {
	case b.kind != word && b.mark != ',' || b.class&(cArticle|cCardinal|cVague|cAdjective|cOrdinal|cPrep|cThis|cThat|cTo) != 0, p.is(i-1, "s"), p.is(i-1, "its"), p.is(i-1, "their"), p.is(i-1, "his"), p.is(i-1, "her"):
		return timex.NoTense
	case p.is(i, "vote"):
		if p.plural(i-1) && p.at(i-2).class&cArticle == 0 && !p.mark(i-2, '-') { // members vote; but: a Commons vote
			return timex.FutureTense
		}
		return timex.NoTense
	case p.at(i).class&cSoonPlural != 0 && (b.class&^cHoliday != 0 || !b.title && !p.plural(i-1)):
		return timex.NoTense
	}
	return timex.FutureTense
}

// due reads a participle or verb of expectation. What had been expected has
// been overtaken.
func (p *parser) due(i int) timex.Tense {
	switch {
	case p.at(i-1).class&cSubject != 0 && p.pastForm(i): // as we planned
		return timex.PastTense
	case p.is(i-1, "than"), p.mark(i-1, '-'): // lower than expected
		return timex.NoTense
	case p.at(i-1).class&cArticle != 0 && p.pastForm(i): // a planned stop
		return timex.PresentTense
	case p.is(i, "due") && p.is(i+1, "to") && p.at(i+2).class&cSoonPlural == 0 && !p.is(i+2, "be") && p.at(i-1).class&cBe == 0 && !p.is(i-1, "was") && !p.is(i-1, "were") && !p.is(i-1, "been"): // owing to
		return timex.NoTense
	case p.is(i, "planning") && p.at(i+1).class&(cTo|cPrep|cArticle) == 0:
		return timex.NoTense
	case (p.is(i, "set") || p.is(i, "forecast") || p.is(i, "predicted") || p.is(i, "projected")) && !p.is(i+1, "to") && !p.is(i+1, "for"), p.is(i-1, "been") && (p.is(i-2, "had") || p.is(i-3, "had")), p.any(i-1, "previously", "originally", "initially"):
		return timex.PastTense
	}
	return timex.FutureTense
}

// denied reports whether what lasted until the day behind token i is that something
// did not happen: was not published until Monday.
func (p *parser) denied(i int) bool {
	for j := i - 1; j >= i-8 && !p.stop(j); j-- {
		if p.is(j, "not") {
			return p.at(j-1).class&cSaid != 0
		}
		if p.is(j, "t") && p.mark(j-1, '\'') {
			return p.at(j-2).class&cSaid != 0 && !p.is(j-2, "won")
		}
	}
	return false
}

// possible reads an auxiliary such as may or could. What could not be done is
// past, and so is what may have been.
func (p *parser) possible(i int) timex.Tense {
	switch {
	case p.is(i+1, "have"), p.is(i, "could") && (p.is(i+1, "not") || p.none(i)):
		return timex.PastTense
	case p.is(i, "may"), p.is(i, "might"), p.is(i, "could"):
		return timex.FutureTense
	}
	return timex.NoTense
}

// none reports whether the subject of the verb at token i is none, or nobody.
func (p *parser) none(i int) bool {
	for j := i - 1; j >= i-8 && !p.stop(j); j-- {
		if p.is(j, "none") || p.is(j, "nobody") || p.is(j, "neither") || p.is(j, "nothing") || p.is(j, "no") && p.is(j+1, "one") {
			return true
		}
	}
	return false
}

// stop reports whether a sentence ends with token i.
func (p *parser) stop(i int) bool {
	t := p.at(i)
	switch t.mark {
	case '!', '?', ';':
		return true
	case '.':
		j := i + 1
		for range 2 { // the quotation marks that close what was said
			if q := p.at(j); q.glued && (q.mark == '"' || q.mark == '\'') {
				j++
			}
		}
		n := p.at(j)
		return (n.title || n.kind == mark || n.kind == end) && !n.glued && !p.abbreviation(i-1)
	}
	return false
}

func (p *parser) abbreviation(i int) bool {
	t := p.at(i)
	return t.kind == word && (t.class&cShort != 0 || t.end-t.start == 1) || t.title && t.end-t.start <= 3
}

// verb returns the tense of the verb at token i, or noTense if it is none.
func (p *parser) verb(i int) timex.Tense {
	t := p.at(i)
	if t.kind != word || t.title && !p.sentenceStart(i) {
		return timex.NoTense
	}
	switch {
	case p.is(i, "ended"):
		return timex.PastTense
	case p.is(i, "would"), p.is(i, "wouldn"):
		return timex.WouldTense
	case t.class&cWill != 0, p.is(i, "won") && p.mark(i+1, '\'') && p.is(i+2, "t"):
		return timex.FutureTense
	case p.any(i, "come", "comes") && p.is(i+1, "into") && p.any(i+2, "force", "effect", "operation") && !p.perfect(i), p.is(i, "go") && p.is(i+1, "to") && p.is(i+2, "the") && p.is(i+3, "polls"):
		return timex.FutureTense
	case t.class&(cSoon|cSoonPlural) != 0:
		return p.soon(i)
	case t.class&cDue != 0:
		return p.due(i)
	case t.class&cBe != 0:
		if a := p.at(i + 1); a.class&(cTo|cDue) != 0 {
			return timex.FutureTense
		}
		return timex.PresentTense
	case t.class&cMay != 0 && !t.title:
		return p.possible(i)
	case t.class&cSaid != 0 || t.class&^cPlan == 0 && p.pastForm(i):
		switch { // a participle or infinitive: tense is the auxiliary's
		case p.at(i-1).class&(cWill|cTo) != 0, p.at(i-1).class&cMay != 0 && !p.at(i-1).title: // but: Mrs May said
			return timex.NoTense
		case p.at(i-1).class&cArticle != 0, p.at(i-1).class&(cAdjective|cEdge) != 0 && p.at(i-2).class&cArticle != 0, p.is(i-1, "still"):
			return timex.NoTense // an unspecified date
		case p.is(i-1, "being") && p.is(i-2, "after"):
			return timex.PastTense
		case p.is(i-1, "be"), p.is(i-1, "being"):
			return timex.NoTense
		case p.at(i-1).class&cBe != 0:
			return timex.PresentTense
		}
		return timex.PastTense
	case p.is(i, "be") && p.is(i-1, "to"):
		if p.at(i-2).class&cSaid != 0 {
			return timex.NoTense
		}
		return timex.FutureTense
	}
	return timex.NoTense
}

// perfect reports whether what happens at token i is over: had only come, saw it come.
func (p *parser) perfect(i int) bool {
	for j := i - 1; j >= i-4; j-- {
		if p.any(j, "have", "has", "had", "saw", "seen") {
			return true
		}
	}
	return false
}

// pastForm recognises regular past forms, which also are participles.
func (p *parser) pastForm(i int) bool {
	t := p.at(i)
	n := t.end - t.start
	return n > 4 && p.text[t.end-2:t.end] == "ed" && p.text[t.end-3] != 'e'
}
