package normalize

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Form is the step that writes characters in their usual form: composed (the
// Unicode form NFC), typographic ligatures as the letters they join ("ﬁ" as
// "fi"), and full-width ASCII as plain ASCII. Full width is right in Chinese,
// Japanese and Korean, so it stays in a line that has a letter or mark of
// theirs. Where a ligature was taken out of print with a false space behind it, as
// in "Pﬁ zer", the space of English goes with it.
//
// Letters of Arabic in the forms that fonts have for the places in a word are
// written as the letters, a Latin letter in a word that is otherwise Cyrillic as the
// one that looks like it ("Рэспублiкi"), and the Thai and Lao vowel of two strokes
// that was typed as one stroke twice as itself. A Cyrillic letter in a Latin word
// stays. Changes are named "form".
//
// NFC takes some letters apart for good, such as the Bengali U+09DC and the Hebrew
// U+FB2A: Unicode calls them composition exclusions. They are usual as they are, and
// stay. So the text is in NFC but for those, unless Exclusions is set.
type Form struct {
	// Exclusions takes composition exclusions apart as well.
	Exclusions bool
}

// Name returns "form".
func (Form) Name() string { return "form" }

// Edits proposes the usual form for each segment that is not in it.
func (f Form) Edits(text string, emit func(start, end int, replacement string)) {
	eastAsian, english := lineCache{of: isEastAsian}, lineCache{of: isEnglish}
	done := 0 // text[:done] has been dealt with
	var c composer
	pairs := allPairs()
	for i := skipASCII(text, 0); i < len(text); {
		if !mayChangeForm[text[i]] {
			if i++; i < len(text) && text[i] < utf8.RuneSelf {
				i = skipASCII(text, i)
			}
			continue
		}
		if isMarkAt(text, i) {
			i += len("’")
			continue
		}
		r, n := utf8.DecodeRuneInString(text[i:])
		if r == utf8.RuneError || text[i] == 0xE2 && !pairs.shows(r) {
			i += n
			continue
		}
		if end := mendTwins(text, done, i, n, emit); end > i {
			i, done = end, end
			continue
		}
		s := compatible(text, i, r, &eastAsian)
		switch {
		case s != "":
			if joinsOverSpace(text, i, i+n, s) && english.at(text, i) {
				n++
			}
			if r == 'เ' || r == 'ເ' {
				n *= 2
			}
			emit(i, i+n, s)
			i += n
			done = i
		case composed(text[i : i+n]):
			i += n
		case !f.Exclusions && excluded(text[i:i+n]):
			i += n
			done = i
		default:
			var start int
			start, i = segment(text, done, i, n)
			if s := c.compose(text[start:i]); s != text[start:i] {
				emit(start, i, s)
				done = i
			}
		}
	}
}

// isMarkAt reports whether one of the marks from U+2012 to U+2026 is at i, of which any typeset text has
// some: dashes, quotation marks and the like, which are in their usual form.
func isMarkAt(text string, i int) bool {
	return i+2 < len(text) && text[i] == 0xE2 && text[i+1] == 0x80 && 0x92 <= text[i+2] && text[i+2] <= 0xA6
}

// excluded reports whether the one character c is a letter that NFC takes apart.
func excluded(c string) bool {
	p := norm.NFC.PropertiesString(c)
	return p.Decomposition() != nil && p.BoundaryBefore() && utf8.RuneCount(norm.NFC.AppendString(nil, c)) > 1
}

// A composer brings segments into NFC. It keeps its working space, which a
// function of package norm allocates anew each time.
type composer struct {
	iter *norm.Iter
	buf  []byte
}

func (c *composer) compose(segment string) string {
	if norm.NFC.QuickSpanString(segment) == len(segment) {
		return segment
	}
	if c.iter == nil {
		c.iter = new(norm.Iter)
	}
	c.buf = c.buf[:0]
	for c.iter.InitString(norm.NFC, segment); !c.iter.Done(); {
		c.buf = append(c.buf, c.iter.Next()...)
	}
	if string(c.buf) == segment {
		return segment
	}
	return string(c.buf)
}

// mayChangeForm marks the first bytes of the characters of which some are not
// in their usual form, combine with the one before or have Latin twins: from U+0300
// on, all blocks but those of Armenian letters, Han and Hangul.
var mayChangeForm = [256]bool{
	0xD0: true, 0xD1: true, 0xD3: true, 0xD4: true,
	0xCC: true, 0xCD: true, 0xCE: true, 0xD2: true, 0xD6: true, 0xD7: true, 0xD8: true, 0xD9: true,
	0xDA: true, 0xDB: true, 0xDC: true, 0xDD: true, 0xDE: true, 0xDF: true, 0xE0: true, 0xE1: true,
	0xE2: true, 0xE3: true, 0xEA: true, 0xEE: true, 0xEF: true, 0xF0: true, 0xF1: true, 0xF2: true,
	0xF3: true, 0xF4: true,
}

// composed reports whether the one character c is in NFC and combines with
// nothing before it.
func composed(c string) bool {
	p := norm.NFC.PropertiesString(c)
	return p.BoundaryBefore() && (p.Decomposition() == nil || norm.NFC.QuickSpanString(c) == len(c))
}

// segment returns the segment around the character text[i:i+n]: from the last
// character at or before it that combines with nothing to its left, up to the
// next such one. It does not reach back beyond done.
func segment(text string, done, i, n int) (start, end int) {
	start, end = i, i+n
	for start > done && !norm.NFC.PropertiesString(text[start:]).BoundaryBefore() {
		_, w := utf8.DecodeLastRuneInString(text[:start])
		start -= w
	}
	for end < len(text) && text[end] >= utf8.RuneSelf && !norm.NFC.PropertiesString(text[end:]).BoundaryBefore() {
		_, w := utf8.DecodeRuneInString(text[end:])
		end += w
	}
	return start, end
}

// compatible returns the plain form of a ligature or full-width character r,
// which stands at text[i], or "" for any other.
func compatible(text string, i int, r rune, eastAsian *lineCache) string {
	switch {
	case 0xFB00 <= r && r <= 0xFB06:
		return ligatures[r-0xFB00]
	case 0xFF01 <= r && r <= 0xFF5E && !eastAsian.at(text, i):
		return string(r - 0xFEE0)
	case isArabicForm(r):
		return arabicLetter(text, i, r)
	case r == 'เ' && strings.HasPrefix(text[i+len("เ"):], "เ"):
		return "แ"
	case r == 'ເ' && strings.HasPrefix(text[i+len("ເ"):], "ເ"):
		return "ແ"
	}
	return ""
}

// isArabicForm reports whether r is a letter of Arabic in the form that it has at
// one place of a word, or two letters in one.
func isArabicForm(r rune) bool {
	return 0xFB50 <= r && r <= 0xFBB1 || 0xFBD3 <= r && r <= 0xFBFF || 0xFE80 <= r && r <= 0xFEFC
}

// arabicLetter returns the letters of the form r at text[i], or "" if it stands
// alone and so may be meant.
func arabicLetter(text string, i int, r rune) string {
	before, _ := utf8.DecodeLastRuneInString(text[:i])
	after, _ := utf8.DecodeRuneInString(text[i+utf8.RuneLen(r):])
	if !unicode.Is(unicode.Arabic, before) && !unicode.Is(unicode.Arabic, after) {
		return ""
	}
	return norm.NFKC.String(string(r))
}

// mendTwins proposes Cyrillic letters for the Latin ones of the word around the
// Cyrillic letter text[i:i+n], and returns the end of the word, or i.
func mendTwins(text string, done, i, n int, emit func(start, end int, replacement string)) int {
	r, _ := utf8.DecodeRuneInString(text[i:])
	before, _ := utf8.DecodeLastRuneInString(text[:i])
	after, _ := utf8.DecodeRuneInString(text[i+n:])
	if !mixesTwins(before, r) && !mixesTwins(r, after) {
		return i
	}
	start, end, ok := mixedWord(text, i)
	if !ok || start < done {
		return i
	}
	for at := start; at < end; {
		c, size := utf8.DecodeRuneInString(text[at:])
		if twin := twinOf(c); twin != 0 {
			emit(at, at+size, string(twin))
		}
		at += size
	}
	return end
}

var ligatures = [...]string{"ff", "fi", "fl", "ffi", "ffl", "st", "st"}

// joinsOverSpace reports whether the ligature text[start:end], of the letters s,
// belongs to the small letters behind the space that follows, as in "Pﬁ zer": programs
// that take text out of print put one there. No word of English ends with the letters
// but for those that are known.
func joinsOverSpace(text string, start, end int, s string) bool {
	if end+1 >= len(text) || text[end] != ' ' || text[end+1]-'a' >= 26 || s == "st" {
		return false
	}
	from := asciiWordStart(text, start)
	if from > 0 && (text[from-1] == '-' || text[from-1] >= utf8.RuneSelf) {
		return false // sci-fi
	}
	var head, tail [longestWord]byte
	before := string(lower(&head, text[from:start]))
	if name := start > from && text[from] < 'a'; name && s != "fl" && !beginsLigature(before) {
		return false // Kofi, Wolff
	}
	switch {
	case s == "fi":
		return !endsInFI(before + s)
	case s != "ff" || !endsInFF(before+s):
		return true
	}
	return before == "o" && goesOnOff(string(lower(&tail, text[end+1:asciiWordEnd(text, end+1)])))
}

// isEastAsian reports whether a line holds a letter or mark of the scripts in
// which full-width forms are at home.
func isEastAsian(line string) bool {
	return strings.ContainsFunc(line, func(r rune) bool {
		return r >= 0x1100 && (0x3000 < r && r <= 0x303F || 0xFF61 <= r && r <= 0xFFDC ||
			unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Hangul, unicode.Bopomofo))
	})
}
