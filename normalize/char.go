package normalize

import (
	"sync"
	"unicode"
)

// A class is what the repair of encodings needs to know of a character: not
// which it is but what may stand beside it.
type class uint8

const (
	clsOther class = iota
	clsSpace
	clsDigit
	clsPunct // ASCII punctuation
	clsLower
	clsUpper
	clsLetter // of a script without case
	clsMark   // combining
	clsOpen   // “ ‘ „ ‚ « ‹
	clsClose  // ” ’ » ›
	clsDash   // – — … •
	clsCurrency
	clsSuper    // signs that lean on what stands before them: © ® ™ ° ª º ² § † ‡ ‰
	clsFraction // ¼ ½ ¾
	clsInvert   // ¿ ¡
	clsMath
	clsBox
	clsAccent // spacing accents
	clsControl
	clsNBSP
	clsHidden  // soft hyphen, zero width
	clsPrivate // private use, unassigned
	clsLost    // U+FFFD
	clsWide    // East Asian letters
	clsWideMark
	clsEmoji
)

// An alphabet is a group of letters that stand together in words. Numbers are
// given by scriptOf; only these have names.
type alphabet uint8

const (
	noScript alphabet = iota
	latin
	greek
	cyrillic
	armenian
	hebrew
	arabic
	eastAsian
	phonetic // the International Phonetic Alphabet and spacing modifiers
	georgian
	thai
	ethiopic
	khmer
	myanmar
	tibetan
	lao
	indic0          // Devanagari, then each block of 128 up to Malayalam and Sinhala
	rare   alphabet = 40
)

// letterScripts lists the ranges of scripts, in order.
var letterScripts = []struct {
	lo, hi rune
	s      alphabet
}{
	{'A', 0x024F, latin},
	{0x0250, 0x02AF, phonetic},
	{0x0370, 0x03FF, greek},
	{0x0400, 0x052F, cyrillic},
	{0x0531, 0x058F, armenian},
	{0x0590, 0x05FF, hebrew},
	{0x0600, 0x06FF, arabic},
	{0x0700, 0x074F, rare},
	{0x0750, 0x077F, arabic},
	{0x0780, 0x089F, rare + 1},
	{0x08A0, 0x08FF, arabic},
	{0x0900, 0x0DFF, indic0},
	{0x0E00, 0x0E7F, thai},
	{0x0E80, 0x0EFF, lao},
	{0x0F00, 0x0FFF, tibetan},
	{0x1000, 0x109F, myanmar},
	{0x10A0, 0x10FF, georgian},
	{0x1100, 0x11FF, eastAsian},
	{0x1200, 0x139F, ethiopic},
	{0x13A0, 0x177F, rare + 2},
	{0x1780, 0x17FF, khmer},
	{0x1800, 0x1C8F, rare + 3},
	{0x1C90, 0x1CBF, georgian},
	{0x1CC0, 0x1DFF, rare + 4},
	{0x1E00, 0x1EFF, latin},
	{0x1F00, 0x1FFF, greek},
	{0x2C00, 0x2DDF, rare + 5},
	{0x2DE0, 0x2DFF, cyrillic},
	{0x2E80, 0x2FFF, eastAsian},
	{0x3005, 0x3007, eastAsian},
	{0x3021, 0xA4CF, eastAsian},
	{0xA4D0, 0xA63F, rare + 6},
	{0xA640, 0xA69F, cyrillic},
	{0xA6A0, 0xABFF, rare + 7},
	{0xAC00, 0xD7FF, eastAsian},
	{0xF900, 0xFAFF, eastAsian},
	{0xFB00, 0xFB06, latin},
	{0xFB1D, 0xFB4F, hebrew},
	{0xFB50, 0xFDFF, arabic},
	{0xFE70, 0xFEFE, arabic},
	{0xFF10, 0xFFDC, eastAsian},
	{0x10000, 0x1EFFF, rare + 8},
	{0x20000, 0x3FFFF, eastAsian},
}

// spelled reports whether a letter of the phonetic alphabet is one of the
// alphabets of Africa and Azerbaijan too.
func spelled(r rune) bool {
	switch r {
	case 'ə', 'ɓ', 'ɔ', 'ɖ', 'ɗ', 'ɛ', 'ɣ', 'ɩ', 'ɲ', 'ʋ':
		return true
	}
	return false
}

// scriptOf returns the script of a letter or mark by its range alone.
func scriptOf(r rune) alphabet {
	if r < 0x0250 {
		if r >= 'A' && (r >= 0xC0 || r <= 'Z' || 'a' <= r && r <= 'z' || r == 'ª' || r == 'º') && r != '×' && r != '÷' {
			return latin
		}
		return noScript
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
		return noScript
	}
	switch s := letterScripts[lo].s; {
	case s == indic0:
		return s + alphabet((r-0x0900)>>7)
	case s == phonetic && spelled(r):
		return latin
	default:
		return s
	}
}

// A char is a character with what is known of it.
type char struct {
	r rune
	c class
	s alphabet
}

func charOf(r rune) char {
	switch {
	case r < 0x80:
		return asciiChars[r]
	case r < tabled:
		k := charKinds()[r]
		return char{r, k.c, k.s}
	case 0x4E00 <= r && r <= 0x9FFF, 0xAC00 <= r && r <= 0xD7A3:
		return char{r, clsWide, eastAsian}
	}
	return char{r, highClass(r), scriptOf(r)}
}

// tabled is the end of the characters whose kinds are in a table.
const tabled = 0x3100

type charKind struct {
	c class
	s alphabet
}

var charKinds = sync.OnceValue(func() *[tabled]charKind {
	var t [tabled]charKind
	for r := rune(0x80); r < tabled; r++ {
		c := highClass(r)
		if r < 0x0530 {
			c = lowClass(r)
		}
		t[r] = charKind{c, scriptOf(r)}
	}
	return &t
})

var asciiChars = func() (t [0x80]char) {
	for r := range t {
		b := rune(r)
		c := clsPunct
		s := noScript
		switch {
		case b == ' ' || '\t' <= b && b <= '\r':
			c = clsSpace
		case b < ' ' || b == 0x7F:
			c = clsControl
		case '0' <= b && b <= '9':
			c = clsDigit
		case 'a' <= b && b <= 'z':
			c, s = clsLower, latin
		case 'A' <= b && b <= 'Z':
			c, s = clsUpper, latin
		case b == '$':
			c = clsCurrency
		}
		t[r] = char{b, c, s}
	}
	return t
}()

// latin1Classes holds the classes of U+00A0 to U+00BF.
var latin1Classes = [32]class{
	clsNBSP, clsInvert, clsCurrency, clsCurrency, clsCurrency, clsCurrency, clsSuper, clsSuper,
	clsAccent, clsSuper, clsSuper, clsOpen, clsMath, clsHidden, clsSuper, clsAccent,
	clsSuper, clsMath, clsSuper, clsSuper, clsAccent, clsLower, clsSuper, clsDash,
	clsAccent, clsSuper, clsSuper, clsClose, clsFraction, clsFraction, clsFraction, clsInvert,
}

// lowClass classifies U+0080 to U+052F.
func lowClass(r rune) class {
	switch {
	case r < 0xA0:
		return clsControl
	case r < 0xC0:
		return latin1Classes[r-0xA0]
	case r == '×', r == '÷':
		return clsMath
	case r == 'ƒ':
		return clsCurrency
	case r < 0x0180:
		// Upper and lower case alternate, with three shifts of parity.
		switch {
		case r < 0xDF:
			return clsUpper
		case r < 0x0100, r == 0x0138, r == 0x0149, r == 0x017F:
			return clsLower
		case r == 0x0178:
			return clsUpper
		case 0x0139 <= r && r <= 0x0148, 0x0179 <= r && r <= 0x017E:
			return clsUpper - class(r+1)&1
		}
		return clsUpper - class(r)&1
	case 0x0400 <= r && r < 0x0430, 0x0391 <= r && r <= 0x03AB:
		return clsUpper
	case 0x0430 <= r && r < 0x0460, 0x03AC <= r && r <= 0x03CE:
		return clsLower
	case 0x02B0 <= r && r < 0x0300:
		return clsAccent
	case 0x0300 <= r && r < 0x0370:
		return clsMark
	}
	return generalClass(r)
}

// highClass classifies U+0530 and above.
func highClass(r rune) class {
	switch {
	case 0x4E00 <= r && r <= 0x9FFF, 0xAC00 <= r && r <= 0xD7A3, 0x3041 <= r && r <= 0x30FF:
		return clsWide
	case 0x2000 <= r && r <= 0x206F:
		return punctuationClass(r)
	case 0x20A0 <= r && r <= 0x20CF:
		return clsCurrency
	case 0x2070 <= r && r <= 0x209F, 0x2100 <= r && r <= 0x214F:
		return clsSuper
	case 0x2150 <= r && r <= 0x218F:
		return clsFraction
	case 0x2190 <= r && r <= 0x22FF, 0x2300 <= r && r <= 0x23FF, 0x27C0 <= r && r <= 0x27EF, r == 0x25CA, 0x2A00 <= r && r <= 0x2AFF:
		return clsMath
	case 0x2500 <= r && r <= 0x25FF:
		return clsBox
	case 0x2600 <= r && r <= 0x27BF, 0x2B00 <= r && r <= 0x2BFF, 0x1F000 <= r && r <= 0x1FAFF:
		return clsEmoji
	case 0x3000 <= r && r <= 0x303F, 0xFF00 <= r && r <= 0xFF0F, 0xFF1A <= r && r <= 0xFF20, 0xFF3B <= r && r <= 0xFF40, 0xFF5B <= r && r <= 0xFF65, 0xFE30 <= r && r <= 0xFE4F:
		return clsWideMark
	case 0xFE00 <= r && r <= 0xFE0F, r == 0xFEFF:
		return clsHidden
	case r == unicode.ReplacementChar:
		return clsLost
	}
	return generalClass(r)
}

// punctuationClass classifies U+2000 to U+206F.
func punctuationClass(r rune) class {
	switch r {
	case '“', '‘', '„', '‚', '‹', '‛', '‟':
		return clsOpen
	case '”', '’', '›', '′', '″':
		return clsClose
	case '‐', '‑', '‒', '–', '—', '―', '…', '•':
		return clsDash
	case '†', '‡', '‰', '‱':
		return clsSuper
	}
	if r <= 0x200A || r == 0x202F || r == 0x205F {
		return clsNBSP
	}
	if r <= 0x200F || 0x2028 <= r && r <= 0x202E || r >= 0x2060 {
		return clsHidden
	}
	return clsOther
}

// generalClass goes by the Unicode category.
func generalClass(r rune) class {
	switch {
	case unicode.IsUpper(r):
		return clsUpper
	case unicode.IsLower(r):
		return clsLower
	case unicode.IsLetter(r):
		if s := scriptOf(r); s == eastAsian {
			return clsWide
		}
		return clsLetter
	case unicode.IsMark(r):
		return clsMark
	case unicode.IsNumber(r):
		return clsDigit
	case unicode.IsPunct(r), unicode.IsSymbol(r):
		return clsOther
	case unicode.IsSpace(r):
		return clsSpace
	case unicode.Is(unicode.Cf, r):
		return clsHidden
	}
	return clsPrivate
}

// letter reports whether the character is part of words.
func (c char) letter() bool {
	return c.c >= clsLower && c.c <= clsMark || c.c == clsWide
}

// joins reports whether both are letters of one script.
func (c char) joins(d char) bool {
	return c.s == d.s && c.s != noScript && c.letter() && d.letter() || c.c == clsMark && d.c == clsMark
}

// gap reports whether the character separates words: a space or the end of the
// line.
func (c char) gap() bool { return c.c == clsSpace || c.c == clsNBSP }
