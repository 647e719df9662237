package dates

// A tense says where the clause around an expression looks.
type tense uint8

const (
	noTense tense = iota
	pastTense
	futureTense
	presentTense
)

const clauseReach = 16 // tokens; a verb further off seldom governs a date

// tenseAt reads the tense of the clause around the tokens [first, next): from
// the nearest verb before them, or after them if they open the sentence.
func (p *parser) tenseAt(first, next int) tense {
	for i := first - 1; i >= 0 && first-i <= clauseReach; i-- {
		t := p.at(i)
		if t.kind == end || p.stop(i) {
			break
		}
		if tense := p.verb(i); tense != noTense {
			return tense
		}
		if t.paragraph {
			break
		}
	}
	for i := next; i-next <= clauseReach; i++ {
		t := p.at(i)
		if t.kind == end || t.paragraph || p.stop(i) {
			break
		}
		if tense := p.verb(i); tense != noTense {
			return tense
		}
	}
	return noTense
}

// stop reports whether a sentence ends with token i.
func (p *parser) stop(i int) bool {
	t := p.at(i)
	switch t.mark {
	case '!', '?', ';':
		return true
	case '.':
		n := p.at(i + 1)
		return (n.title || n.kind == mark || n.kind == end) && !n.glued && !p.abbreviation(i-1)
	}
	return false
}

func (p *parser) abbreviation(i int) bool {
	t := p.at(i)
	return t.class&cShort != 0 || t.end-t.start == 1 || t.title && t.end-t.start <= 3
}

// verb returns the tense of the verb at token i, or noTense if it is none.
func (p *parser) verb(i int) tense {
	t := p.at(i)
	if t.kind != word || t.title && !p.sentenceStart(i) {
		return noTense
	}
	switch {
	case t.class&cWill != 0:
		return futureTense
	case t.class&cDue != 0:
		return futureTense
	case t.class&cSaid != 0:
		return pastTense
	case t.class&cBe != 0:
		if a := p.at(i + 1); a.class&(cTo|cDue) != 0 && p.at(i).class&cBe != 0 {
			return futureTense
		}
		return presentTense
	case t.class == 0 && p.pastForm(i):
		return pastTense
	}
	return noTense
}

// pastForm recognises regular past forms, which also are participles.
func (p *parser) pastForm(i int) bool {
	t := p.at(i)
	n := t.end - t.start
	return n > 4 && p.text[t.end-2:t.end] == "ed" && p.text[t.end-3] != 'e'
}
