package mojibake

import (
	"strings"
	"unicode/utf8"

	"github.com/copydesk-go/copydesk/internal/charset"
	"github.com/copydesk-go/copydesk/internal/letters"
	"github.com/copydesk-go/copydesk/normalize/internal/char"
)

// Text of DOS that was read as latin-1 has control characters and signs inside its words, which
// no text has. A control character between words may as well be a mark of windows-1252. So each
// of them must make a letter that the language of the line has there.

// dosPages are the pages of DOS in western Europe. The letters of the first that both have are
// at the same place.
var dosPages = [...]charset.Page{charset.CodePage850, charset.CodePage437}

// dosByte returns the byte of a character in a line that may be text of DOS, if it may be a
// letter there, or 0.
func dosByte(c char.Char) byte {
	if 0x80 <= c.Rune && c.Rune <= 0xA5 || c.Rune == 'á' {
		return byte(c.Rune)
	}
	return 0
}

// dosPair reports whether b after a may be a letter of DOS within a word.
func dosPair(a, b char.Char) bool {
	return a.Rune < utf8.RuneSelf && (b.Class == char.Control && b.Rune >= utf8.RuneSelf ||
		a.Class == char.Lower && (b.Rune == '¡' || b.Rune == '¢' || b.Rune == '£' || b.Rune == '¤'))
}

// dosAt reports whether the pair of which the second is at i is such a one where it stands:
// a small letter follows, or ends before it.
func dosAt(text string, i int, a, b char.Char) bool {
	return a.Class == char.Lower && b.Class == char.Control || asciiAt(text, i+utf8.RuneLen(b.Rune)).Class == char.Lower
}

// dosLetters undoes the reading of text of DOS as latin-1.
func (l *line) dosLetters() bool {
	inside, beside := false, 0
	for _, at := range l.beyond {
		i := int(at)
		c := l.cells[i].Char
		if dosByte(c) == 0 {
			return false
		}
		if c.Rune == 'á' || c.Class == char.NBSP {
			continue // which other text has
		}
		before, after := l.cell(i-1).Class == char.Lower, l.cell(i+1).Class == char.Lower
		capital := c.Class == char.Control && l.cell(i-1).Class == char.Upper
		inside = inside || (before || capital) && after || strings.IndexByte(undefinedBytes[charset.Windows1252], dosByte(c)) >= 0
		beside += count(before || after)
	}
	if !inside && beside < fewestBeside {
		return false
	}
	s := l.speech()
	k := s.of[char.Latin]
	if k < 0 || s.english {
		return false
	}
	for _, page := range dosPages {
		if l.asDOS(page, &s, int(k)) {
			return true
		}
	}
	return false
}

// fewestBeside is the number of control characters and signs at an end of a word that are as good
// as one inside a word.
const fewestBeside = 2

// usualPlace is what a letter costs between two others at most, on average.
const usualPlace = 160

// asDOS reads the line as text of a page of DOS in a language, if all that changes are letters
// which that has there.
func (l *line) asDOS(page charset.Page, s *speech, language int) bool {
	known := letters.Load()
	read := func(i int) char.Char {
		c := l.cell(i)
		if b := dosByte(c); b != 0 {
			return char.Of(page.Decode(b))
		}
		return c
	}
	sum := int32(0)
	for _, at := range l.beyond {
		i := int(at)
		c := read(i)
		if c.Script != char.Latin || !known.Languages[language].Has(known.ID(c.Rune)) {
			return false
		}
		cost := s.letter(read(i-1), c, read(i+1), false)
		if sum += cost; cost > 2*strangePair {
			return false
		}
	}
	if sum > usualPlace*int32(len(l.beyond)) {
		return false
	}
	path := l.pathNamed(page.String()+">"+charset.Latin1.String(), nil)
	for _, at := range l.beyond {
		c := read(int(at))
		d := &l.cells[at]
		d.Char, d.row, d.path = c, charset.Lookup(c.Rune), path
	}
	return true
}
