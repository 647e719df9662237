package normalize

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Control is the step that removes what cannot be seen and does not belong in
// running text: control characters and terminal escape sequences, byte order
// marks and zero-width spaces inside words, soft hyphens, bidirectional
// controls and object placeholders.
//
// What does work where it stands is kept: joiners next to letters of scripts
// that join (Arabic, Devanagari and so on) and between emoji, zero-width
// spaces in scripts written without spaces, bidirectional marks in a line that
// has right-to-left letters. C1 controls become the windows-1252 characters
// that they stand for; form feeds and vertical tabs become line ends, and the
// separators of fields and records (U+001C to U+001F and U+007F) between two words
// a space. Changes are named "control".
type Control struct{}

// Name returns "control".
func (Control) Name() string { return "control" }

// Edits proposes the removal of each character that does not belong.
func (Control) Edits(text string, emit func(start, end int, replacement string)) {
	rtl := lineCache{of: hasRightToLeft}
	for i := 0; i < len(text); {
		switch controlClass[text[i]] {
		case ordinary:
			i++
			continue
		case asciiControl:
			end, s := i+1, ""
			switch text[i] {
			case '\v', '\f':
				s = "\n"
			case 0x1B:
				end = terminalSequence(text, i)
			case 0x1C, 0x1D, 0x1E, 0x1F, 0x7F:
				end, s = separator(text, i)
			}
			emit(i, end, s)
			i = end
			continue
		}
		// A lead byte of U+0080 to U+00BF, U+0340 to U+037F, U+0600 to U+063F,
		// U+1000 and above.
		r, n := utf8.DecodeRuneInString(text[i:])
		if s, gone := invisible(text, i, r, n, &rtl); gone {
			emit(i, i+n, s)
		}
		i += n
	}
}

// separator returns the end of the control characters at i, the first of which sets
// apart words or fields of a record, and what is to stand for them.
func separator(text string, i int) (end int, s string) {
	for end = i + 1; end < len(text) && controlClass[text[end]] == asciiControl && text[end] != 0x1B; end++ {
	}
	if i > 0 && text[i-1] > ' ' && end < len(text) && text[end] > ' ' {
		return end, " "
	}
	return i + 1, ""
}

const (
	ordinary = iota
	asciiControl
	leadByte
)

// controlClass says which bytes Control has to look at.
var controlClass = [256]uint8{
	0x00: asciiControl, 0x01: asciiControl, 0x02: asciiControl, 0x03: asciiControl,
	0x04: asciiControl, 0x05: asciiControl, 0x06: asciiControl, 0x07: asciiControl,
	0x08: asciiControl, 0x0B: asciiControl, 0x0C: asciiControl, 0x0E: asciiControl,
	0x0F: asciiControl, 0x10: asciiControl, 0x11: asciiControl, 0x12: asciiControl,
	0x13: asciiControl, 0x14: asciiControl, 0x15: asciiControl, 0x16: asciiControl,
	0x17: asciiControl, 0x18: asciiControl, 0x19: asciiControl, 0x1A: asciiControl,
	0x1B: asciiControl, 0x1C: asciiControl, 0x1D: asciiControl, 0x1E: asciiControl,
	0x1F: asciiControl, 0x7F: asciiControl,
	0xC2: leadByte, 0xD8: leadByte, 0xE1: leadByte, 0xE2: leadByte, 0xEF: leadByte, 0xF3: leadByte,
}

// invisible decides about one character that may be one of those to remove,
// and what is to stand in its place.
func invisible(text string, i int, r rune, n int, rtl *lineCache) (replacement string, gone bool) {
	switch {
	case r < 0x80:
		return "", false
	case r < 0xA0:
		if r == 0x85 && (i+n == len(text) || text[i+n] == '\n') && !wordEndsAt(text, i) {
			return "\n", true // NEL ends a line; after a word it was an ellipsis
		}
		return windows1252[r-0x80], true
	case r == 0x00AD, r == 0xFEFF, r == 0x2060, 0x206A <= r && r <= 0x206F, 0xFFF9 <= r && r <= 0xFFFC:
		return "", true
	case r == 0x180E:
		return "", !besides(text, i, n, mongolian)
	case r == 0x200B:
		return "", !besides(text, i, n, spaceless)
	case r == 0x200C, r == 0x200D:
		return "", !besides(text, i, n, joining)
	case r == 0x200E, r == 0x200F, r == 0x061C, 0x202A <= r && r <= 0x202E, 0x2066 <= r && r <= 0x2069:
		return "", !rtl.at(text, i)
	case 0xE0000 <= r && r <= 0xE007F:
		before, _ := utf8.DecodeLastRuneInString(text[:i])
		return "", before != '🏴' && (before < 0xE0000 || before > 0xE007F)
	case 0xFDD0 <= r && r <= 0xFDEF, r >= 0xFFFE && r&0xFFFE == 0xFFFE:
		return "", true // noncharacters
	}
	return "", false
}

// besides reports whether the character before text[i:i+n] or the one after it
// is of the kind.
func besides(text string, i, n int, kind func(rune) bool) bool {
	before, _ := utf8.DecodeLastRuneInString(text[:i])
	after, _ := utf8.DecodeRuneInString(text[i+n:])
	return kind(before) || kind(after)
}

// spaceless reports whether r is of a script in which U+200B marks words.
func spaceless(r rune) bool {
	return r >= 0x0E00 && unicode.In(r, unicode.Thai, unicode.Lao, unicode.Khmer, unicode.Myanmar, unicode.Tibetan, unicode.Javanese, unicode.Balinese, unicode.Tai_Le, unicode.New_Tai_Lue, unicode.Tai_Tham)
}

// mongolian reports whether r is a letter of Mongolian, in which U+180E parts the last
// vowel from its word and U+202F a suffix.
func mongolian(r rune) bool { return 0x1820 <= r && r <= 0x18AA }

// joining reports whether r is of a kind that U+200C and U+200D act upon: a
// letter or mark of a script that joins or stacks letters, or a part of an
// emoji sequence. The scripts that do neither are listed, being few.
func joining(r rune) bool {
	if r < 0x0590 {
		return false
	}
	if unicode.IsLetter(r) || unicode.IsMark(r) {
		return !unicode.In(r, unicode.Latin, unicode.Greek, unicode.Cyrillic, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Hangul)
	}
	return unicode.In(r, unicode.So, unicode.Sk) && r != utf8.RuneError
}

func hasRightToLeft(line string) bool {
	for _, r := range line {
		if 0x0590 <= r && r <= 0x08FF || 0xFB1D <= r && r <= 0xFDFF || 0xFE70 <= r && r <= 0xFEFC || 0x10800 <= r && r <= 0x10FFF || 0x1E800 <= r && r <= 0x1EFFF {
			if unicode.IsLetter(r) || unicode.IsDigit(r) {
				return true
			}
		}
	}
	return false
}

// terminalSequence returns the end of the escape sequence at i, as terminals
// use them for colours.
func terminalSequence(text string, i int) int {
	end := i + 1
	if end == len(text) || text[end] != '[' {
		return end
	}
	for n := end + 1; n < len(text) && n-end < 16; n++ {
		switch b := text[n]; {
		case '@' <= b && b <= '~':
			return n + 1
		case b < ' ' || b > '?':
			return end
		}
	}
	return end
}

// A lineCache holds the answer to a question about the line last asked about,
// so that asking at every place of a long line costs one look at the line.
// With token set it is about runs without ASCII white space, not lines.
type lineCache struct {
	of         func(line string) bool
	token      bool
	start, end int
	known, is  bool
}

// at answers for the line of text[i], which its line end belongs to.
func (c *lineCache) at(text string, i int) bool {
	if !c.known || i < c.start || i >= c.end {
		if c.token {
			c.start, c.end = tokenStart(text, i), tokenEnd(text, i)
		} else {
			c.start, c.end = strings.LastIndexByte(text[:i], '\n')+1, min(nextByte(text, i, '\n')+1, len(text))
		}
		c.is, c.known = c.of(text[c.start:c.end]), true
	}
	return c.is
}

// longToken is how far from a place its token is looked for, in bytes.
const longToken = 512

func tokenStart(text string, i int) int {
	for least := i - longToken; i > 0 && i > least && text[i-1] > ' '; {
		i--
	}
	return i
}

func tokenEnd(text string, i int) int {
	for most := i + longToken; i < len(text) && i < most && text[i] > ' '; {
		i++
	}
	return i
}
