package mojibake

import (
	"slices"
	"unicode/utf8"

	"github.com/copydesk-go/copydesk/internal/charset"
	"github.com/copydesk-go/copydesk/internal/letters"
	"github.com/copydesk-go/copydesk/internal/scan"
	"github.com/copydesk-go/copydesk/normalize/internal/char"
	"golang.org/x/text/unicode/norm"
)

// What is left of a character after it was damaged in two ways: its bytes were read with a
// wrong page, and then one was dropped, trimmed or made straight. Each kind is one that no
// sound text has.

// mendRemains puts back what the remains are of.
func (l *line) mendRemains() (changed bool) {
	m := mender{line: l}
	for _, at := range l.beyond {
		i := int(at)
		if i < m.copied {
			continue
		}
		c, n, path := m.remainsAt(i)
		if n == 0 {
			continue
		}
		if !changed {
			m.out, changed = l.other(), true
		}
		from := l.cells[i : i+n]
		m.out = append(m.out, l.cells[m.copied:i]...)
		m.out = append(m.out, cell{c, charset.Lookup(c.Rune), from[0].start, from[n-1].end, l.pathNamed(path, from)})
		m.copied = i + n
	}
	if changed {
		l.replace(append(m.out, l.cells[m.copied:]...))
	}
	return changed
}

// remainsAt returns the character that what begins at cell i is left of, of how many cells
// that is, or 0, and how it came about.
func (m *mender) remainsAt(i int) (c char.Char, n int, path string) {
	switch m.cells[i].Rune {
	case 'Ì':
		c, n = m.combiningLeft(i)
		return c, n, "utf8>latin-1~c1-drop"
	case '¿':
		c, n = m.invertedApostrophe(i)
		return c, n, "any>latin-1~?"
	case 'â':
		if c, n = m.hollowMark(i); n > 0 {
			return c, n, "utf8>latin-1+utf8>cp1252~c1-drop"
		}
		c, n = m.straightInside(i)
		return c, n, "utf8>cp1252~uncurl"
	}
	return c, 0, ""
}

// remainsPair reports whether b after a may be what is left of a character: an accent of its
// own or à behind a small letter, or an apostrophe.
func remainsPair(a, b char.Char) bool {
	if a.Rune >= utf8.RuneSelf {
		return false
	}
	return a.Class == char.Lower && (b.Rune == 'Ì' || b.Rune == 'Ã') || a.Letter() && b.Rune == '¿'
}

// remainsAt reports whether the pair, of which the second is at i, is such a one where it
// stands.
func remainsAt(text string, i int, b char.Char) bool {
	after := i + utf8.RuneLen(b.Rune)
	switch b.Rune {
	case 'Ì':
		return after == len(text) || text[after]-'A' >= 26
	case 'Ã':
		return after == len(text) || text[after] == '\n'
	}
	return contraction(asciiAt(text, after), asciiAt(text, after+1), asciiAt(text, after+2))
}

// combiningLeft restores the accent behind a small letter of which only its first byte is
// left: the letter with it is the one that the language of the line has there.
func (m *mender) combiningLeft(i int) (c char.Char, n int) {
	base, after := m.prev(i), m.cell(i+1)
	if m.cells[i].Rune != 'Ì' || m.cells[i].path != 0 || base.Class != char.Lower || base.Script != char.Latin || after.Class == char.Upper || after.Rune >= utf8.RuneSelf {
		return c, 0
	}
	m.know()
	of := m.speaks.of[char.Latin]
	if of < 0 || slices.ContainsFunc(m.beyond, m.otherLetter) {
		return c, 0
	}
	known := letters.Load()
	// As it stands it may be the í of a Macintosh.
	best, second := int32(incredible), int32(incredible)
	acute := m.speaks.letter(base, char.Of('í'), after, false)
	for mark := rune(0x0300); mark < 0x0320; mark++ {
		whole, size := utf8.DecodeRuneInString(norm.NFC.String(string(base.Rune) + string(mark)))
		if size < 2 || !known.Languages[of].Has(known.ID(whole)) {
			continue
		}
		cost := m.speaks.letter(m.cell(i-2), char.Of(whole), after, false)
		switch {
		case cost < best:
			c, best, second = char.Of(mark), cost, best
		case cost < second:
			second = cost
		}
	}
	if min(second, acute)-best < clearly {
		return c, 0
	}
	return c, 1
}

// otherLetter reports whether a letter outside ASCII is at a cell, as it was, that is not what is
// left of one: it would be so too.
func (m *mender) otherLetter(i int32) bool {
	c := &m.line.cells[i]
	return c.Letter() && c.path == 0 && c.Rune != 'Ì' && c.Rune != 'Ã'
}

// hollowMark restores a mark of which only the first byte is left, twice over: "â" and what
// came before each of the bytes that were dropped.
func (m *mender) hollowMark(i int) (c char.Char, n int) {
	const size = 3
	if m.cells[i].Rune != 'â' || m.cells[i].path == 0 || m.cell(i+1).Rune != 'Â' || m.cell(i+2).Rune != 'Â' {
		return c, 0
	}
	after := m.cell(i + size)
	r := guessMark(m.prev(i), after, m.cell(i+size+1), m.cell(i+size+2), opened(m.out, m.cells[m.copied:i]) != 0)
	if r == 0 {
		return c, 0
	}
	return char.Of(r), size
}

// straightInside restores a sign of which the byte in the middle was taken for a quotation
// mark and made straight: ™ and €.
func (m *mender) straightInside(i int) (c char.Char, n int) {
	const size = 3
	if m.cells[i].Rune != 'â' {
		return c, 0
	}
	switch middle, last := m.cell(i+1).Rune, m.cell(i+2).Rune; {
	case middle == '"' && last == '¢':
		return char.Of('™'), size
	case (middle == ',' || middle == '\'') && last == '¬':
		return char.Of('€'), size
	}
	return c, 0
}

// invertedApostrophe restores the apostrophe of a contraction, for which a program had none
// but its sign for that.
func (m *mender) invertedApostrophe(i int) (c char.Char, n int) {
	before := m.prev(i)
	if m.cells[i].Rune != '¿' || before.Rune >= utf8.RuneSelf || !scan.Letter(byte(before.Rune)) || !contraction(m.cell(i+1), m.cell(i+2), m.cell(i+3)) {
		return c, 0
	}
	return char.Of('’'), 1
}
