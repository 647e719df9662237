// Package char says what kinds of characters there are for the repair of
// encodings: not which one a character is but what may stand beside it.
package char

import (
	"sync"
	"unicode"
)

// A Class is what the repair of encodings needs to know of a character: not
// which it is but what may stand beside it.
type Class uint8

const (
	Other Class = iota
	Space
	Digit
	Punct // ASCII punctuation
	Lower
	Upper
	Letter // of a script without case
	Mark   // combining
	Open   // “ ‘ „ ‚ « ‹
	Close  // ” ’ » ›
	Dash   // – — … •
	Currency
	Super    // signs that lean on what stands before them: © ® ™ ° ª º ² § † ‡ ‰
	Fraction // ¼ ½ ¾
	Invert   // ¿ ¡
	Math
	Box
	Accent // spacing accents
	Control
	NBSP
	Hidden  // soft hyphen, zero width
	Private // private use, unassigned
	Lost    // U+FFFD
	Wide    // East Asian letters
	WideMark
	Emoji
)

// A Script is a group of letters that stand together in words. Numbers are
// given by [ScriptOf]; only these have names.
type Script uint8

const (
	NoScript Script = iota
	Latin
	Greek
	Cyrillic
	Armenian
	Hebrew
	Arabic
	EastAsian
	Phonetic // the International Phonetic Alphabet and spacing modifiers
	Georgian
	Thai
	Ethiopic
	Khmer
	Myanmar
	Tibetan
	Lao
	Indic0        // Devanagari, then each block of 128 up to Malayalam and Sinhala
	Rare   Script = 40
)

// letterScripts lists the ranges of scripts, in order.
var letterScripts = []struct {
	lo, hi rune
	s      Script
}{
	{'A', 0x024F, Latin},
	{0x0250, 0x02AF, Phonetic},
	{0x0370, 0x03FF, Greek},
	{0x0400, 0x052F, Cyrillic},
	{0x0531, 0x058F, Armenian},
	{0x0590, 0x05FF, Hebrew},
	{0x0600, 0x06FF, Arabic},
	{0x0700, 0x074F, Rare},
	{0x0750, 0x077F, Arabic},
	{0x0780, 0x089F, Rare + 1},
	{0x08A0, 0x08FF, Arabic},
	{0x0900, 0x0DFF, Indic0},
	{0x0E00, 0x0E7F, Thai},
	{0x0E80, 0x0EFF, Lao},
	{0x0F00, 0x0FFF, Tibetan},
	{0x1000, 0x109F, Myanmar},
	{0x10A0, 0x10FF, Georgian},
	{0x1100, 0x11FF, EastAsian},
	{0x1200, 0x139F, Ethiopic},
	{0x13A0, 0x177F, Rare + 2},
	{0x1780, 0x17FF, Khmer},
	{0x1800, 0x1C8F, Rare + 3},
	{0x1C90, 0x1CBF, Georgian},
	{0x1CC0, 0x1DFF, Rare + 4},
	{0x1E00, 0x1EFF, Latin},
	{0x1F00, 0x1FFF, Greek},
	{0x2C00, 0x2DDF, Rare + 5},
	{0x2DE0, 0x2DFF, Cyrillic},
	{0x2E80, 0x2FFF, EastAsian},
	{0x3005, 0x3007, EastAsian},
	{0x3021, 0xA4CF, EastAsian},
	{0xA4D0, 0xA63F, Rare + 6},
	{0xA640, 0xA69F, Cyrillic},
	{0xA6A0, 0xABFF, Rare + 7},
	{0xAC00, 0xD7FF, EastAsian},
	{0xF900, 0xFAFF, EastAsian},
	{0xFB00, 0xFB06, Latin},
	{0xFB1D, 0xFB4F, Hebrew},
	{0xFB50, 0xFDFF, Arabic},
	{0xFE70, 0xFEFE, Arabic},
	{0xFF10, 0xFFDC, EastAsian},
	{0x10000, 0x1EFFF, Rare + 8},
	{0x20000, 0x3FFFF, EastAsian},
}

// Spelled reports whether a letter of the phonetic alphabet is one of the
// alphabets of Africa and Azerbaijan too.
func Spelled(r rune) bool {
	switch r {
	case 'ə', 'ɓ', 'ɔ', 'ɖ', 'ɗ', 'ɛ', 'ɣ', 'ɩ', 'ɲ', 'ʋ':
		return true
	}
	return false
}

// ScriptOf returns the script of a letter or mark by its range alone.
func ScriptOf(r rune) Script {
	if r < 0x0250 {
		if r >= 'A' && (r >= 0xC0 || r <= 'Z' || 'a' <= r && r <= 'z' || r == 'ª' || r == 'º') && r != '×' && r != '÷' {
			return Latin
		}
		return NoScript
	}
	lo, hi := 0, len(letterScripts)
	for lo < hi {
		if m := (lo + hi) / 2; r > letterScripts[m].hi {
			lo = m + 1
		} else {
			hi = m
		}
	}
	if lo == len(letterScripts) || r < letterScripts[lo].lo {
		return NoScript
	}
	switch s := letterScripts[lo].s; {
	case s == Indic0:
		return s + Script((r-0x0900)>>7)
	case s == Phonetic && Spelled(r):
		return Latin
	default:
		return s
	}
}

// A char is a character with what is known of it.
type Char struct {
	Rune   rune
	Class  Class
	Script Script
}

func Of(r rune) Char {
	switch {
	case r < 0x80:
		return ASCII[r]
	case r < tabled:
		k := charKinds()[r]
		return Char{r, k.c, k.s}
	case 0x4E00 <= r && r <= 0x9FFF, 0xAC00 <= r && r <= 0xD7A3:
		return Char{r, Wide, EastAsian}
	}
	return Char{r, highClass(r), ScriptOf(r)}
}

// tabled is the end of the characters whose kinds are in a table.
const tabled = 0x3100

type charKind struct {
	c Class
	s Script
}

var charKinds = sync.OnceValue(func() *[tabled]charKind {
	var t [tabled]charKind
	for r := rune(0x80); r < tabled; r++ {
		c := highClass(r)
		if r < 0x0530 {
			c = lowClass(r)
		}
		t[r] = charKind{c, ScriptOf(r)}
	}
	return &t
})

var ASCII = func() (t [0x80]Char) {
	for r := range t {
		b := rune(r)
		c := Punct
		s := NoScript
		switch {
		case b == ' ' || '\t' <= b && b <= '\r':
			c = Space
		case b < ' ' || b == 0x7F:
			c = Control
		case '0' <= b && b <= '9':
			c = Digit
		case 'a' <= b && b <= 'z':
			c, s = Lower, Latin
		case 'A' <= b && b <= 'Z':
			c, s = Upper, Latin
		case b == '$':
			c = Currency
		}
		t[r] = Char{b, c, s}
	}
	return t
}()

// latin1Classes holds the classes of U+00A0 to U+00BF.
var latin1Classes = [32]Class{
	NBSP, Invert, Currency, Currency, Currency, Currency, Super, Super,
	Accent, Super, Super, Open, Math, Hidden, Super, Accent,
	Super, Math, Super, Super, Accent, Lower, Super, Dash,
	Accent, Super, Super, Close, Fraction, Fraction, Fraction, Invert,
}

// lowClass classifies U+0080 to U+052F.
func lowClass(r rune) Class {
	switch {
	case r < 0xA0:
		return Control
	case r < 0xC0:
		return latin1Classes[r-0xA0]
	case r == '×', r == '÷':
		return Math
	case r == 'ƒ':
		return Currency
	case r < 0x0180:
		// Upper and lower case alternate, with three shifts of parity.
		switch {
		case r < 0xDF:
			return Upper
		case r < 0x0100, r == 0x0138, r == 0x0149, r == 0x017F:
			return Lower
		case r == 0x0178:
			return Upper
		case 0x0139 <= r && r <= 0x0148, 0x0179 <= r && r <= 0x017E:
			return Upper - Class(r+1)&1
		}
		return Upper - Class(r)&1
	case 0x0400 <= r && r < 0x0430, 0x0391 <= r && r <= 0x03AB:
		return Upper
	case 0x0430 <= r && r < 0x0460, 0x03AC <= r && r <= 0x03CE:
		return Lower
	case 0x02B0 <= r && r < 0x0300:
		return Accent
	case 0x0300 <= r && r < 0x0370:
		return Mark
	}
	return generalClass(r)
}

// highClass classifies U+0530 and above.
func highClass(r rune) Class {
	switch {
	case 0x4E00 <= r && r <= 0x9FFF, 0xAC00 <= r && r <= 0xD7A3, 0x3041 <= r && r <= 0x30FF:
		return Wide
	case 0x2000 <= r && r <= 0x206F:
		return punctuationClass(r)
	case 0x20A0 <= r && r <= 0x20CF:
		return Currency
	case 0x2070 <= r && r <= 0x209F, 0x2100 <= r && r <= 0x214F:
		return Super
	case 0x2150 <= r && r <= 0x218F:
		return Fraction
	case 0x2190 <= r && r <= 0x22FF, 0x2300 <= r && r <= 0x23FF, 0x27C0 <= r && r <= 0x27EF, r == 0x25CA, 0x2A00 <= r && r <= 0x2AFF:
		return Math
	case 0x2500 <= r && r <= 0x25FF:
		return Box
	case 0x2600 <= r && r <= 0x27BF, 0x2B00 <= r && r <= 0x2BFF, 0x1F000 <= r && r <= 0x1FAFF:
		return Emoji
	case 0x3000 <= r && r <= 0x303F, 0xFF00 <= r && r <= 0xFF0F, 0xFF1A <= r && r <= 0xFF20, 0xFF3B <= r && r <= 0xFF40, 0xFF5B <= r && r <= 0xFF65, 0xFE30 <= r && r <= 0xFE4F:
		return WideMark
	case 0xFE00 <= r && r <= 0xFE0F, r == 0xFEFF:
		return Hidden
	case r == unicode.ReplacementChar:
		return Lost
	}
	return generalClass(r)
}

// punctuationClass classifies U+2000 to U+206F.
func punctuationClass(r rune) Class {
	switch r {
	case '“', '‘', '„', '‚', '‹', '‛', '‟':
		return Open
	case '”', '’', '›', '′', '″':
		return Close
	case '‐', '‑', '‒', '–', '—', '―', '…', '•':
		return Dash
	case '†', '‡', '‰', '‱':
		return Super
	}
	if r <= 0x200A || r == 0x202F || r == 0x205F {
		return NBSP
	}
	if r <= 0x200F || 0x2028 <= r && r <= 0x202E || r >= 0x2060 {
		return Hidden
	}
	return Other
}

// generalClass goes by the Unicode category.
func generalClass(r rune) Class {
	switch {
	case unicode.IsUpper(r):
		return Upper
	case unicode.IsLower(r):
		return Lower
	case unicode.IsLetter(r):
		if s := ScriptOf(r); s == EastAsian {
			return Wide
		}
		return Letter
	case unicode.IsMark(r):
		return Mark
	case unicode.IsNumber(r):
		return Digit
	case unicode.IsPunct(r), unicode.IsSymbol(r):
		return Other
	case unicode.IsSpace(r):
		return Space
	case unicode.Is(unicode.Cf, r):
		return Hidden
	}
	return Private
}

// Letter reports whether the character is part of words.
func (c Char) Letter() bool {
	return c.Class >= Lower && c.Class <= Mark || c.Class == Wide
}

// Cased reports whether the character is a letter that has a case.
func (c Char) Cased() bool { return c.Class == Lower || c.Class == Upper }

// Joins reports whether both are letters of one script.
func (c Char) Joins(d Char) bool {
	return c.Script == d.Script && c.Script != NoScript && c.Letter() && d.Letter() || c.Class == Mark && d.Class == Mark
}

// Gap reports whether the character separates words: a space or the end of the
// line.
func (c Char) Gap() bool { return c.Class == Space || c.Class == NBSP }
