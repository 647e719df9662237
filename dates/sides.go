package dates

import "github.com/copydesk-go/copydesk/dates/internal/timex"

// This file looks at the clause around a date for its tense where verbs may stand on either
// side of it. Which words there are is for the rules: groups cue, cue-behind, verb, silence.

// clauseOnBothSides reads the clause around the tokens [first, next).
func (p *parser) clauseOnBothSides(first, next int) (c timex.Clause) {
	p.apart = -1
	if t := p.governedBy(first, next); t != timex.NoTense {
		return timex.Clause{Tense: t, Cue: true}
	}
	before, far := p.verbBeside(first, next, -1)
	behind, farther := p.verbBeside(first, next, 1)
	switch {
	case before == timex.NoTense && behind == timex.NoTense:
		c.Tense, _ = p.decided(grpSilence, first, first, next)
		return c
	case before == timex.NoTense, behind != timex.NoTense && farther < far:
		c.Tense, far = behind, farther
	default:
		c.Tense = before
	}
	c.Loose = far > nearVerb
	return c
}

// governedBy reads the tense off words before the tokens [first, next) or behind them.
func (p *parser) governedBy(first, next int) timex.Tense {
	for i := first - 1; i >= first-cueReach; i-- {
		if t, ok := p.decided(grpCue, i, first, next); ok {
			return t
		}
	}
	return p.tense(grpCueBehind, next, first, next)
}

// verbBeside is the tense of the nearest verb on one side of the tokens [first, next), and how far
// off it is.
func (p *parser) verbBeside(first, next, step int) (t timex.Tense, far int) {
	i := first - 1
	if step > 0 {
		i = next
	}
	for ; far < clauseReach; i, far = i+step, far+1 {
		if p.ended(i, step) {
			break
		}
		if t = p.tense(grpVerb, i, first, next); t != timex.NoTense {
			return t, far
		}
		if step < 0 && p.At(i).Paragraph {
			break
		}
	}
	return timex.NoTense, far
}

// ended reports whether a sentence ends with token i, or a paragraph before it.
func (p *parser) ended(i, step int) bool {
	return p.At(i).Kind == 0 || p.stop(i) || step > 0 && p.At(i).Paragraph
}
