package normalize

import (
	"unicode/utf8"

	"github.com/copydesk-go/copydesk/internal/charset"
)

// UTF-8 read as an East Asian code goes two bytes to a character, so that the
// borders of characters move: an apostrophe and the letter after it become two
// Chinese characters.

// wide reports whether the line has an East Asian letter.
func (l *line) wide() bool {
	for i := range l.cells {
		if l.cells[i].s == eastAsian {
			return true
		}
	}
	return false
}

// parseEast finds the candidates of one code. A stretch of characters that the
// code has is taken as a whole: its bytes are read as UTF-8 as far as they go.
func (l *line) parseEast(code charset.Code) (sum summary) {
	clear(l.scripts[:])
	for i := 0; i < len(l.cells); {
		if l.cells[i].s != eastAsian {
			i++
			continue
		}
		end := l.readStretch(code, i)
		i = l.parseStretch(code, i, end, &sum)
		for end = max(end, i+1); i < end && i < len(l.cells); i++ {
			if l.cells[i].s == eastAsian {
				sum.uncovered++
			}
		}
	}
	l.findScript(&sum)
	return sum
}

// readStretch sets l.stretch to the bytes of the characters from cell i on that
// the code has, two for each: a single byte follows a zero.
func (l *line) readStretch(code charset.Code, i int) (end int) {
	l.stretch = l.stretch[:0]
	for end = i; end < len(l.cells) && l.cells[end].r >= utf8.RuneSelf; end++ {
		high, low := code.Encode(l.cells[end].r)
		if low == 0 {
			break
		}
		l.stretch = append(l.stretch, high, low)
	}
	return end
}

// parseStretch reads l.stretch, the bytes of the cells from i to end, as UTF-8
// and returns the cell at which that ends.
func (l *line) parseStretch(code charset.Code, i, end int, sum *summary) (done int) {
	done = i
	from := len(l.found)
	before := l.cell(i - 1)
	var unit []char
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
		unit = append(unit, charOf(r))
		if at%2 == 1 {
			cells := i + at/2 + 1
			l.found = append(l.found, candidate{
				char: unit[0], more: unit[1:], at: int32(done), n: int32(cells - done),
				next: -1, page: reading(charset.Count + code),
			})
			unit, done = nil, cells
		}
	}
	l.settleStretch(from, i, done, end, before, sum)
	return done
}

// settleStretch weighs the candidates from number from on, which cover the
// cells from i to done of a stretch that ends at end.
func (l *line) settleStretch(from, i, done, end int, before char, sum *summary) {
	for k := from; k < len(l.found); k++ {
		c := &l.found[k]
		after := l.cell(end)
		if k+1 < len(l.found) {
			after = l.found[k+1].char
		} else if done < end {
			after = l.cell(done)
		}
		c.score = l.weighEast(c, i, done, end, before, after)
		c.next, l.first[c.at] = l.first[c.at], int32(k)
		if c.score > 0 {
			sum.good++
		}
		sum.total += max(min(c.score, 8), -8)
		l.scripts[c.s]++
		before = c.char
		if len(c.more) > 0 {
			before = c.more[len(c.more)-1]
		}
	}
}
