package dates

import (
	"github.com/copydesk-go/copydesk/dates/internal/reader"
	"github.com/copydesk-go/copydesk/dates/internal/timex"
	"github.com/copydesk-go/copydesk/internal/scan"
)

// A phrase is a meaning and the tokens that express it.
type phrase struct {
	timex.Meaning
	first, next int
	shared      bool // what it leaves out is the neighbour's
}

// is reports whether token i is the given lower-case word or mark.
func (p *parser) is(i int, w string) bool {
	k := p.At(i)
	return k.End-k.Start == len(w) && k.Kind != reader.End && scan.HasPrefixFold(p.Text[k.Start:k.End], w)
}

// any reports whether token i is one of the given lower-case words.
func (p *parser) any(i int, words ...string) bool {
	for _, w := range words {
		if p.is(i, w) {
			return true
		}
	}
	return false
}
