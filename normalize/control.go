package normalize

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/copydesk-go/copydesk/internal/scan"
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
	for i := controlStarts.next(text, 0); i < len(text); i = controlStarts.next(text, i) {
		if text[i] < utf8.RuneSelf {
			end, s := asciiControl(text, i)
			emit(i, end, s)
			i = end
			continue
		}
		start := startOfMark(text, i)
		r, n := utf8.DecodeRuneInString(text[start:])
		if s, gone := invisible(text, start, r, n, &rtl); gone {
			emit(start, start+n, s)
		}
		i = max(i+1, start+n)
	}
}

// startOfMark returns where a character from U+2000 to U+2FFF starts of which the second byte is at
// i, or i.
func startOfMark(text string, i int) int {
	if i > 0 && text[i-1] == 0xE2 {
		return i - 1
	}
	return i
}

// asciiControl returns the end of the control character at i, or of what it begins, and what
// is to stand for it.
func asciiControl(text string, i int) (end int, s string) {
	switch text[i] {
	case '\v', '\f':
		return i + 1, "\n"
	case 0x1B:
		return terminalSequence(text, i), ""
	case 0x1C, 0x1D, 0x1E, 0x1F, 0x7F:
		return separator(text, i)
	}
	return i + 1, ""
}

// separator returns the end of the control characters at i, the first of which sets
// apart words or fields of a record, and what is to stand for them.
func separator(text string, i int) (end int, s string) {
	for end = i + 1; end < len(text) && strings.IndexByte(asciiControls, text[end]) >= 0 && text[end] != 0x1B; end++ {
	}
	if i > 0 && text[i-1] > ' ' && end < len(text) && text[end] > ' ' {
		return end, " "
	}
	return i + 1, ""
}

// asciiControls are the control characters of ASCII that are no white space.
const asciiControls = "\x00\x01\x02\x03\x04\x05\x06\x07\x08\x0B\x0C\x0E\x0F\x10\x11\x12\x13\x14\x15\x16\x17\x18\x19\x1A\x1B\x1C\x1D\x1E\x1F\x7F"

// controlStarts marks what Control has to look at: control characters, and the first bytes of
// characters of which some cannot be seen. Of U+2000 to U+2FFF it is the last two bytes, since
// most marks begin with the same two.
var controlStarts = newStarts(
	start{asciiControls + "\xD8\xE1\xEF\xF3", nil},
	start{"\xC2", func(b byte) bool { return b < 0xA0 || b == 0xAD }},
	start{"\x80", func(b byte) bool { return 0x8B <= b && b <= 0x8F || 0xAA <= b && b <= 0xAE }}, // U+200B to U+200F, U+202A to U+202E
	start{"\x81", func(b byte) bool { return 0xA0 <= b && b <= 0xAF }},                           // U+2060 to U+206F
)

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
	of        func(line string) bool
	token     bool
	line      scan.Line
	known, is bool
}

// at answers for the line of text[i], which its line end belongs to.
func (c *lineCache) at(text string, i int) bool {
	moved := false
	if !c.token {
		moved = c.line.Around(text, i)
	} else if moved = i < c.line.Start || i >= c.line.End; moved {
		c.line = scan.Line{Start: tokenStart(text, i), End: tokenEnd(text, i)}
	}
	if moved || !c.known {
		c.is, c.known = c.of(text[c.line.Start:c.line.End]), true
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
