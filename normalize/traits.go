package normalize

import (
	"strings"
	"unicode/utf8"

	"github.com/copydesk-go/copydesk/internal/scan"
)

// Traits say what one quick look at a text has seen: one bit for each of the
// steps that would have to look at every byte to find nothing. A bit that is
// not set means that the step has nothing to do; one that is set means that it
// may have.
type traits uint8

const (
	mayControl traits = 1 << iota
	mayForm
	maySpace
	mayPunctuate
	mayRefer
	mayEscape
	mayMisread
)

// A gated step is one that the traits of a text can tell to be idle.
type gated interface{ gate() traits }

func (HTML) gate() traits        { return mayRefer }
func (Escapes) gate() traits     { return mayEscape }
func (Encoding) gate() traits    { return mayMisread }
func (Control) gate() traits     { return mayControl }
func (Form) gate() traits        { return mayForm }
func (Space) gate() traits       { return maySpace }
func (Punctuation) gate() traits { return mayPunctuate }

// Kinds of ASCII bytes, for the table of pairs.
const (
	kindOther = iota
	kindLower
	kindUpper
	kindSpace
	kindTab
	kindLineEnd
	kindComma
	kindStop
	kindHyphen
	kindOpen
	kindMark // ; : ! ? )
	kindReturn
	kindControl
	kindWide   // the last byte of a character outside ASCII
	kindEscape // & % \
	kinds      = 16
)

// kindOf holds the kind of each ASCII byte.
var kindOf = [utf8.RuneSelf]uint8{
	0x00: kindControl, 0x01: kindControl, 0x02: kindControl, 0x03: kindControl, 0x04: kindControl, 0x05: kindControl,
	0x06: kindControl, 0x07: kindControl, 0x08: kindControl, '\t': kindTab, '\n': kindLineEnd, 0x0B: kindControl,
	0x0C: kindControl, '\r': kindReturn, 0x0E: kindControl, 0x0F: kindControl, 0x10: kindControl, 0x11: kindControl,
	0x12: kindControl, 0x13: kindControl, 0x14: kindControl, 0x15: kindControl, 0x16: kindControl, 0x17: kindControl,
	0x18: kindControl, 0x19: kindControl, 0x1A: kindControl, 0x1B: kindControl, 0x1C: kindControl, 0x1D: kindControl,
	0x1E: kindControl, 0x1F: kindControl, 0x7F: kindControl,
	'&': kindEscape, '%': kindEscape, '\\': kindEscape, ' ': kindSpace, ',': kindComma, '.': kindStop, '-': kindHyphen, '(': kindOpen,
	';': kindMark, ':': kindMark, '!': kindMark, '?': kindMark, ')': kindMark,
	'a': kindLower, 'b': kindLower, 'c': kindLower, 'd': kindLower, 'e': kindLower, 'f': kindLower, 'g': kindLower,
	'h': kindLower, 'i': kindLower, 'j': kindLower, 'k': kindLower, 'l': kindLower, 'm': kindLower, 'n': kindLower,
	'o': kindLower, 'p': kindLower, 'q': kindLower, 'r': kindLower, 's': kindLower, 't': kindLower, 'u': kindLower,
	'v': kindLower, 'w': kindLower, 'x': kindLower, 'y': kindLower, 'z': kindLower,
	'A': kindUpper, 'B': kindUpper, 'C': kindUpper, 'D': kindUpper, 'E': kindUpper, 'F': kindUpper, 'G': kindUpper,
	'H': kindUpper, 'I': kindUpper, 'J': kindUpper, 'K': kindUpper, 'L': kindUpper, 'M': kindUpper, 'N': kindUpper,
	'O': kindUpper, 'P': kindUpper, 'Q': kindUpper, 'R': kindUpper, 'S': kindUpper, 'T': kindUpper, 'U': kindUpper,
	'V': kindUpper, 'W': kindUpper, 'X': kindUpper, 'Y': kindUpper, 'Z': kindUpper,
}

// pairTraits holds what a byte of the second kind says after one of the first.
var pairTraits = [kinds * kinds]traits{
	kindSpace*kinds + kindSpace:   maySpace,
	kindSpace*kinds + kindTab:     maySpace,
	kindSpace*kinds + kindLineEnd: maySpace,
	kindTab*kinds + kindSpace:     maySpace,
	kindTab*kinds + kindTab:       maySpace,
	kindTab*kinds + kindLineEnd:   maySpace,

	kindSpace*kinds + kindComma:  mayPunctuate,
	kindSpace*kinds + kindStop:   mayPunctuate,
	kindSpace*kinds + kindMark:   mayPunctuate,
	kindComma*kinds + kindComma:  mayPunctuate,
	kindComma*kinds + kindLower:  mayPunctuate,
	kindStop*kinds + kindUpper:   mayPunctuate,
	kindHyphen*kinds + kindSpace: mayPunctuate,
	kindOpen*kinds + kindSpace:   mayPunctuate,

	kindOther*kinds + kindControl:   mayControl,
	kindLower*kinds + kindControl:   mayControl,
	kindUpper*kinds + kindControl:   mayControl,
	kindSpace*kinds + kindControl:   mayControl,
	kindTab*kinds + kindControl:     mayControl,
	kindLineEnd*kinds + kindControl: mayControl,
	kindComma*kinds + kindControl:   mayControl,
	kindStop*kinds + kindControl:    mayControl,
	kindHyphen*kinds + kindControl:  mayControl,
	kindOpen*kinds + kindControl:    mayControl,
	kindMark*kinds + kindControl:    mayControl,
	kindReturn*kinds + kindControl:  mayControl,
	kindControl*kinds + kindControl: mayControl,
	kindWide*kinds + kindControl:    mayControl,
	kindEscape*kinds + kindControl:  mayControl,

	kindOther*kinds + kindReturn:   maySpace,
	kindLower*kinds + kindReturn:   maySpace,
	kindUpper*kinds + kindReturn:   maySpace,
	kindSpace*kinds + kindReturn:   maySpace,
	kindTab*kinds + kindReturn:     maySpace,
	kindLineEnd*kinds + kindReturn: maySpace,
	kindComma*kinds + kindReturn:   maySpace,
	kindStop*kinds + kindReturn:    maySpace,
	kindHyphen*kinds + kindReturn:  maySpace,
	kindOpen*kinds + kindReturn:    maySpace,
	kindMark*kinds + kindReturn:    maySpace,
	kindReturn*kinds + kindReturn:  maySpace,
	kindControl*kinds + kindReturn: maySpace,
	kindWide*kinds + kindReturn:    maySpace,
	kindEscape*kinds + kindReturn:  maySpace,
}

// traitsOf takes the quick look.
func traitsOf(text string) (t traits) {
	before := uint8(kindOther)
	for i := 0; i < len(text); {
		if i+8 <= len(text) && plainWord(eightBytes(text[i:i+8])) {
			t |= pairTraits[before*kinds+kindOf[text[i]&0x7F]]
			before = kindOf[text[i+7]&0x7F]
			i += 8
			continue
		}
		for end := min(i+8, len(text)); i < end; {
			b := text[i]
			if b >= utf8.RuneSelf {
				n, wide := wideTraits(text, i)
				if t |= wide; t&mayMisread == 0 && (before == kindWide || !isEnglishMark(text, i)) {
					t |= mayMisread
				}
				before = kindWide
				i += n
				continue
			}
			c := kindOf[b]
			if t |= pairTraits[before*kinds+c]; c == kindLineEnd && strings.HasSuffix(text[:i], "\n\n") {
				t |= maySpace
			}
			if c >= kindHyphen {
				t |= rareTraits(text, i, before)
			}
			before = c
			i++
		}
	}
	if text != "" && t&maySpace == 0 {
		switch first, last := text[0], text[len(text)-1]; {
		case first == '\n', first == '\r', last == ' ', last == '\t', last == '\r',
			strings.HasSuffix(text, "\n\n"):
			t |= maySpace
		}
	}
	return t
}

// isEnglishMark reports whether the character at i is a curly quotation mark,
// a dash or an ellipsis. Alone between ASCII it is no part of a mis-decoding.
func isEnglishMark(text string, i int) bool {
	if len(text)-i < 3 || text[i] != 0xE2 || text[i+1] != 0x80 {
		return false
	}
	switch text[i+2] {
	case 0x93, 0x94, 0x98, 0x99, 0x9C, 0x9D, 0xA6:
		return true
	}
	return false
}

// endsQuestion reports whether the question mark at i stands where one ends a
// question, and not in place of another mark.
func endsQuestion(text string, i int) bool {
	if i == 0 || !scan.Letter(text[i-1]) {
		return false
	}
	if i+1 == len(text) {
		return true
	}
	switch text[i+1] {
	case '\n', '"':
		return true
	case ' ':
		return i+2 == len(text) || text[i+2]-'a' >= 26
	}
	return strings.HasPrefix(text[i+1:], closing)
}

// rareTraits looks at an ASCII character for which the pair it makes with the
// one before it does not say all.
func rareTraits(text string, i int, before uint8) traits {
	switch text[i] {
	case '&':
		return mayRefer
	case '%', '\\':
		return mayEscape
	case '?':
		if !endsQuestion(text, i) {
			return mayMisread
		}
	case '-':
		if before == kindSpace && compoundAfter(text, i+1) {
			return mayPunctuate
		}
	}
	return 0
}

// eightBytes returns the first eight bytes of s, the first one lowest.
func eightBytes(s string) uint64 {
	_ = s[7]
	return uint64(s[0]) | uint64(s[1])<<8 | uint64(s[2])<<16 | uint64(s[3])<<24 |
		uint64(s[4])<<32 | uint64(s[5])<<40 | uint64(s[6])<<48 | uint64(s[7])<<56
}

// plainWord reports whether the eight bytes of x are ASCII letters, single
// spaces, and commas and full stops between a word and a space: what no step
// has to look at. Saying no to such a word costs only time.
func plainWord(x uint64) bool {
	const ones = 0x0101010101010101
	const highs = 0x80 * ones
	// Adding to each byte carries into its high bit; the other bits are noise.
	low := x &^ highs
	folded := low | 0x20*ones
	letters := (folded + (0x80-'a')*ones) &^ (folded + (0x80-'z'-1)*ones)
	spaces := ^((low ^ ' '*ones) + 0x7F*ones)
	marks := ^(((low | (','^'.')*ones) ^ '.'*ones) + 0x7F*ones)
	plain := letters | (spaces|marks&(spaces>>8))&^(spaces<<8)
	return plain&^x&highs == highs
}

// compoundAfter reports whether a word that Punctuation would join to the one
// before it follows a hyphen or dash that ends at i.
func compoundAfter(text string, i int) bool {
	if i < len(text) && text[i] == ' ' {
		i++
	}
	end := asciiWordEnd(text, i)
	if end == i {
		return false
	}
	var buf [longestWord]byte
	word := string(lower(&buf, text[i:end]))
	return endsCompound(word) || unitOfAge(word) || word == "old"
}

// wideTraits looks at the character outside ASCII at i and returns its length.
func wideTraits(text string, i int) (n int, t traits) {
	lead := text[i]
	switch {
	case lead < 0xE0:
		if i+1 == len(text) {
			return 1, 0
		}
		next := text[i+1]
		switch {
		case lead == 0xC2 && (next < 0xA0 || next == 0xAD), lead == 0xD8 && next == 0x9C:
			t = mayControl
		case lead == 0xC2 && next == 0xA0:
			t = maySpace
		}
		if mayChangeForm[lead] && (lead != 0xCE || next == 0x87) {
			t |= mayForm
		}
		return 2, t
	case lead < 0xF0:
		if i+2 >= len(text) {
			return len(text) - i, 0
		}
		return 3, tripleTraits(text, i, lead, text[i+1], text[i+2])
	}
	if lead == 0xF3 {
		t = mayControl
	}
	return min(4, len(text)-i), t | mayForm
}

// tripleTraits looks at a character of three bytes.
func tripleTraits(text string, i int, a, b, c byte) (t traits) {
	switch a {
	case 0xE1:
		if b == 0xA0 || b == 0x9A {
			t = mayControl | maySpace
		}
		if b < 0xB8 || b > 0xBB {
			t |= mayForm // not the Latin letters of Vietnamese
		}
	case 0xE2:
		switch b {
		case 0x80:
			return generalPunctuation(text, i, c)
		case 0x81:
			t = mayControl | maySpace
		case 0x82, 0x85, 0x86, 0x88, 0x96, 0x97:
		default:
			t = mayForm
		}
	case 0xE3:
		switch {
		case b == 0x80 && c == 0x80:
			t = maySpace
		case b == 0x80 && c >= 0xAA, b == 0x82 && (c == 0x99 || c == 0x9A):
			t = mayForm
		}
	case 0xEF:
		t = mayForm
		if b == 0xBB || b >= 0xBF || b == 0xB7 {
			t |= mayControl
		}
	default:
		if mayChangeForm[a] {
			t = mayForm
		}
	}
	return t
}

// generalPunctuation looks at a character from U+2000 to U+203F, the last byte
// of which is c.
func generalPunctuation(text string, i int, c byte) traits {
	after := i + 3
	switch {
	case c <= 0x8A:
		if c <= 0x81 {
			return maySpace | mayForm
		}
		return maySpace
	case c <= 0x8F, 0xAA <= c && c <= 0xAE:
		return mayControl
	case c == 0xA8, c == 0xA9, c == 0xAF:
		return maySpace
	case c == 0x93, c == 0x94: // dashes
		if i > 0 && text[i-1] == ' ' && compoundAfter(text, after) {
			return mayPunctuate
		}
	case c == 0x9C: // opening
		if after == len(text) || text[after] <= ' ' {
			return mayPunctuate
		}
	case c == 0x9D: // closing
		if i > 0 && text[i-1] == ' ' || after < len(text) && scan.Letter(text[after]) {
			return mayPunctuate
		}
	}
	return 0
}
