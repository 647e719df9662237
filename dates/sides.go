package dates

import "github.com/copydesk-go/copydesk/dates/internal/timex"

// This file looks at the clause around a date for its tense where verbs may stand on either
// side of it. Which words there are is for the rules: groups cue, cue-behind, verb, silence.

// clauseOnBothSides reads the clause around the tokens [first, next).
func (p *parser) clauseOnBothSides(first, next int) timex.Clause {
	p.apart = -1
	if t := p.governedBy(first, next); t != timex.NoTense {
		return timex.Clause{Tense: t, Cue: true, Behind: t == timex.PastTense}
	}
	t, far := p.nearestVerb(grpVerb, first, next)
	c := timex.Clause{Tense: t, Loose: far > clauseReach/2} // the middle of a clause may be long
	if t == timex.NoTense {
		c.Tense, far = p.nearestVerb(grpWeak, first, next)
	}
	if c.Tense == timex.NoTense {
		return timex.Clause{Tense: p.tense(grpSilence, first, first, next)}
	}
	near := far <= 2*nearVerb
	c.Behind, c.Ahead = near && c.Tense == timex.PastTense, near && t == timex.FutureTense
	return c
}

// nearestVerb is the tense that a group reads nearest to the tokens [first, next), and how far off.
func (p *parser) nearestVerb(group, first, next int) (timex.Tense, int) {
	before, far := p.verbBeside(group, first, next, -1)
	behind, farther := p.verbBeside(group, first, next, 1)
	if before == timex.NoTense || behind != timex.NoTense && farther < far {
		return behind, farther
	}
	return before, far
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

// verbBeside is the tense that a group reads nearest on one side of the tokens [first, next), and how far
// off it is.
func (p *parser) verbBeside(group, first, next, step int) (t timex.Tense, far int) {
	i := first - 1
	if step > 0 {
		i = next
	}
	for ; far < clauseReach; i, far = i+step, far+1 {
		if p.ended(i, step) {
			break
		}
		if t = p.tense(group, i, first, next); t != timex.NoTense {
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
