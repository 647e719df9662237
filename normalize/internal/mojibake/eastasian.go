package mojibake

import (
	"unicode/utf8"

	"github.com/copydesk-go/copydesk/internal/charset"
	"github.com/copydesk-go/copydesk/normalize/internal/char"
)

// UTF-8 read as an East Asian code goes two bytes to a character, so that the
// borders of characters move: an apostrophe and the letter after it become two
// Chinese characters.

// wide reports whether the line has an East Asian letter.
func (l *line) wide() bool {
	for _, i := range l.beyond {
		if l.cells[i].Script == char.EastAsian {
			return true
		}
	}
	return false
}

// parseEast finds the candidates of one code. A stretch of characters that the
// code has is taken as a whole: its bytes are read as UTF-8 as far as they go.
func (l *line) parseEast(code charset.Code) (sum summary) {
	clear(l.scripts[:])
	for k := 0; k < len(l.beyond); {
		i := int(l.beyond[k])
		if l.cells[i].Script != char.EastAsian {
			k++
			continue
		}
		end := l.readStretch(code, i)
		done := l.parseStretch(code, k, end, &sum)
		k += done - i
		for i = done; i < max(end, done+1) && i < len(l.cells) && l.cells[i].Rune >= utf8.RuneSelf; i++ {
			if l.cells[i].Script == char.EastAsian && !l.halfMark(i) {
				sum.uncovered++
			}
			k++
		}
	}
	return sum
}

// readStretch sets l.stretch to the bytes of the characters from cell i on that
// the code has, two for each: a single byte follows a zero.
func (l *line) readStretch(code charset.Code, i int) (end int) {
	l.stretch = l.stretch[:0]
	for end = i; end < len(l.cells) && l.cells[end].Rune >= utf8.RuneSelf; end++ {
		high, low := code.Encode(l.cells[end].Rune)
		if low == 0 {
			break
		}
		l.stretch = append(l.stretch, high, low)
	}
	return end
}

// parseStretch reads l.stretch, the bytes of the cells from number k of beyond
// to end, as UTF-8 and returns the cell at which that ends.
func (l *line) parseStretch(code charset.Code, k, end int, sum *summary) (done int) {
	i := int(l.beyond[k])
	done = i
	from := len(l.found)
	before := l.cell(i - 1)
	var unit []char.Char
	var buf [utf8.UTFMax]byte
	for at, n := 0, 0; at < len(l.stretch); at++ {
		b := l.stretch[at]
		if at%2 == 0 && b == 0 {
			continue
		}
		if n == len(buf) {
			break
		}
		buf[n] = b
		n++
		if !utf8.FullRune(buf[:n]) {
			continue
		}
		r, size := utf8.DecodeRune(buf[:n])
		if r == utf8.RuneError && size < 3 {
			break
		}
		n = 0
		unit = append(unit, char.Of(r))
		if at%2 == 1 {
			cells := i + at/2 + 1
			l.found = append(l.found, candidate{
				Char: unit[0], more: unit[1:], at: int32(done), n: int32(cells - done),
				next: -1, page: Reading(charset.Count + code),
			})
			unit, done = nil, cells
		}
	}
	l.settleStretch(from, k, done, end, before, sum)
	return done
}

// settleStretch weighs the candidates from number from on, which cover the
// cells from number k of beyond to done of a stretch that ends at end.
func (l *line) settleStretch(from, k, done, end int, before char.Char, sum *summary) {
	i := int(l.beyond[k])
	for n := from; n < len(l.found); n++ {
		c := &l.found[n]
		after := l.cell(end)
		if n+1 < len(l.found) {
			after = l.found[n+1].Char
		} else if done < end {
			after = l.cell(done)
		}
		c.score = l.weighEast(c, i, done, end, before, after)
		at := k + int(c.at) - i
		c.next, l.first[at] = l.first[at], int32(n)
		if c.score > 0 {
			sum.good++
		}
		sum.proved += int32(count(c.score >= accept))
		sum.total += max(min(c.score, 8), -8)
		l.counts(sum, c.Script)
		before = c.Char
		if len(c.more) > 0 {
			before = c.more[len(c.more)-1]
		}
	}
}
