package mojibake

import (
	"slices"

	"github.com/copydesk-go/copydesk/normalize/internal/char"
)

// The letters that alphabets of Africa and Azerbaijan have taken from the phonetic alphabet (ɗ,
// ɛ, ə) are few in a line, and hardly likely by themselves. What speaks for one is by how much
// less the line costs with it, in whatever language.

// spelledFit is what is added to the fitness of such a letter inside a word or at its end if the
// line gains as much by it as by one letter of a legacy code.
const spelledFit = 8

// spelledReach is how many characters on either side are looked at.
const spelledReach = 48

// spelledGain is the fitness that a candidate gains as such a letter.
func (l *line) spelledGain(c *candidate) int32 {
	if !char.Spelled(c.Rune) || len(c.more) > 0 || !l.cell(int(c.at)-1).Letter() {
		return 0
	}
	from, to := max(0, int(c.at)-spelledReach), min(len(l.cells), int(c.at+c.n)+spelledReach)
	at := int(c.at) - from
	now := slices.Clone(l.charsOf(l.cells[from:to]))
	if countWords(now) < 2 {
		return 0
	}
	after := slices.Concat(now[:at], []char.Char{c.Char}, now[at+int(c.n):])
	if !(verdict{standingCost(now), standingCost(after)}).damaged(leastGain + latinDoubt) {
		return 0
	}
	return spelledFit
}
