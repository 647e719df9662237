package dates

import (
	"github.com/copydesk-go/copydesk/dates/internal/reader"
	"github.com/copydesk-go/copydesk/dates/internal/timex"
	"github.com/copydesk-go/copydesk/internal/numeral"
	"github.com/copydesk-go/copydesk/internal/scan"
)

// A parser reads a text by the rules of its language, and has the functions that they call.
type parser struct {
	reader.Reader
	*spoken
	numbers *numeral.Language // nil for English
	now     timex.Point       // the publication date, if known
	order   Order
	home    timex.Country // of the text
	dated   bool          // a day has been named so far
	stated  bool          // which order figures have
	looked  bool          // for it in the text
	settled bool          // by the text
	alone   bool          // the text is one expression, and nothing else
	cue     bool          // the tense last read is not that of a verb
	apart   int           // how many tokens stand between the date looked at and the verb before it
}

// A phrase is a meaning and the tokens that express it.
type phrase struct {
	timex.Meaning
	first, next int
	shared      bool // what it leaves out is the neighbour's
}

// phrase reads the expression at token i, if one starts there.
func (p *parser) phrase(i int) (phrase, bool) {
	if !p.Begins(i) {
		return phrase{}, false
	}
	return p.begun(i)
}

// begun reads the expression at token i, where one may start.
func (p *parser) begun(i int) (phrase, bool) {
	m, start, next := p.rules(grpExpression, i)
	if next <= start || next <= i || m.Sense == timex.Nonsense || p.At(next).Inner || p.At(start).Inner {
		return phrase{}, false
	}
	return phrase{Meaning: m, first: start, next: next}, true
}

// is reports whether token i is the given lower-case word or mark.
func (p *parser) is(i int, w string) bool {
	k := p.At(i)
	return k.End-k.Start == len(w) && k.Kind != reader.End && scan.HasPrefixFold(p.Text[k.Start:k.End], w)
}

// title reports whether token i has a capital, and does not start a paragraph.
func (p *parser) title(i int) bool { return p.At(i).Title && !p.At(i).Paragraph }

// lower reports whether token i is a word without a capital.
func (p *parser) lower(i int) bool { return p.At(i).Lower() }

// plain reports whether token i is a word that has to do with neither time nor tense.
func (p *parser) plain(i int) bool { return p.At(i).Kind == reader.Word && !p.In(i, clsCore) }

// plainNoun reports whether it is one, and no past form.
func (p *parser) plainNoun(i int) bool { return p.plain(i) && !p.pastForm(i) }

// plural reports whether token i looks like a plural.
func (p *parser) plural(i int) bool {
	s := p.Surface(i)
	return len(s) > 3 && s[len(s)-1]|0x20 == 's'
}

// possessive reports whether 's is glued to the token before token i.
func (p *parser) possessive(i int) bool {
	return p.Marked(i, '\'') && p.At(i).Glued && p.In(i+1, clsGenitiveS) && p.At(i+1).Glued
}

// wordGlued reports whether a word is glued to the figures at token i, and nothing before them.
func (p *parser) wordGlued(i int) bool {
	a := p.At(i + 1)
	return a.Glued && (a.Kind == reader.Word || a.Mark == '-') && (!p.At(i).Glued || p.Marked(i-1, '('))
}

// sentenceStart reports whether a sentence, or what stands behind a comma or colon, starts
// with token i.
func (p *parser) sentenceStart(i int) bool {
	b := p.At(i - 1)
	if b.Mark == '"' || b.Mark == '`' || b.Mark == '\'' {
		b = p.At(i - 2)
		if b.Mark == '`' || b.Mark == '\'' {
			b = p.At(i - 3)
		}
	}
	switch b.Mark {
	case '.', '!', '?', ',', ':':
		return true
	}
	return p.At(i).Paragraph || b.Kind == reader.End
}
