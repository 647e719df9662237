package normalize

import (
	"iter"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"github.com/copydesk-go/copydesk/internal/charset"
	"github.com/copydesk-go/copydesk/internal/letters"
	"github.com/copydesk-go/copydesk/internal/scan"
	"github.com/copydesk-go/copydesk/normalize/internal/fontcode"
	"github.com/copydesk-go/copydesk/normalize/internal/zawgyi"
)

// Fonts is the step that undoes what small codes and fonts make of letters when they
// are read as Western or Russian ones, and the order in which fonts and screens have
// letters:
//
//	tcvn, viscii, vni, cp1258             Vietnamese
//	armscii-8                             Armenian
//	georgian-ps, georgian-academy         Georgian
//	pt154, tajik, koi8-t, mongolian       Kazakh, Tajik and Mongolian
//	eth                                   Ð for Đ in Vietnamese and the languages of Croatia and Serbia
//	zawgyi                                Burmese for the font Zawgyi-One
//	visual                                Hebrew and Arabic from left to right, as they are seen
//
// A line is converted as a whole or left: if each word of it is a syllable of
// Vietnamese, if all its letters are of Armenian or Georgian and as common as in these
// languages, or if letter pairs are a good deal likelier in Kazakh, Tajik or Mongolian
// than those that stand there in other languages.
//
// Burmese is judged by a model of Zawgyi in lines of 20 letters or more, and only
// if the order is one that Unicode cannot have; in shorter ones it must be
// convertible without a rest. Hebrew and Arabic are turned where letters that end
// words begin them and the line is a good deal likelier the other way round.
//
// Changes are named "fonts"; their detail is the kind.
type Fonts struct{}

// Name returns "fonts".
func (Fonts) Name() string { return "fonts" }

// Edits proposes letters in the order of Unicode for each word that is not.
func (f Fonts) Edits(text string, emit func(start, end int, replacement string)) {
	f.Explain(text, func(start, end int, replacement, _ string) { emit(start, end, replacement) })
}

// Explain proposes the same edits as Edits, and says of which kind each is.
func (Fonts) Explain(text string, emit func(start, end int, replacement, detail string)) {
	var line scan.Line
	for i := nextOfFont(text, 0); i < len(text); i = nextOfFont(text, i) {
		line.Around(text, i)
		start, end := line.Start, line.End
		if text[end-1] == '\n' {
			end--
		}
		mendFont(text[start:end], func(from, to int, s, detail string) { emit(start+from, start+to, s, detail) })
		i = end
	}
}

const (
	fontZawgyi = "zawgyi"
	fontVisual = "visual"
)

// longestFontLine is the length in bytes beyond which a line is judged and turned
// in pieces of that length.
const longestFontLine = 16 << 10

// mendFont proposes the edits of a line.
func mendFont(line string, emit func(start, end int, replacement, detail string)) {
	for start, piece := range fontPieces(line) {
		at := func(from, to int, s, detail string) { emit(start+from, start+to, s, detail) }
		seen := uint8(0)
		if !isMisreadUTF8(piece) { // which is in none of the codes
			seen = fontScripts(piece)
		}
		switch {
		case seen&burmeseScript != 0 && isZawgyi(piece):
			byWords(piece, zawgyi.Convert(piece), fontZawgyi, at)
		case seen&smallCode != 0 && isFontCoded(piece):
			decoded, name := fontcode.Convert(piece)
			byWords(piece, decoded, name, at)
		case seen&rightToLeft != 0 && endsBegin(piece) && isVisual(piece):
			at(0, len(piece), turned(piece), fontVisual)
		}
	}
}

// fontPieces goes through what is judged at once of a line, and where it starts: as much as is
// judged, up to the controls that become line ends later.
func fontPieces(line string) iter.Seq2[int, string] {
	return func(yield func(int, string) bool) {
		parted := strings.IndexByte(line, '\v') >= 0 || strings.IndexByte(line, '\f') >= 0
		for start := 0; start < len(line); {
			end := min(len(line), start+longestFontLine)
			for least := end - utf8.UTFMax; end > least && end < len(line) && !utf8.RuneStart(line[end]); end-- {
			}
			if parted {
				if n := strings.IndexAny(line[start:end], "\v\f"); n >= 0 {
					end = start + n
				}
			}
			if end > start && !yield(start, line[start:end]) {
				return
			}
			for start = end; start < len(line) && (line[start] == '\v' || line[start] == '\f'); start++ {
			}
		}
	}
}

// The scripts whose letters the step is about.
const (
	burmeseScript = 1 << iota
	smallCode     // in latin-1, Cyrillic and the signs that draw boxes
	rightToLeft
)

// scriptOfLead holds the scripts of the characters that a byte begins.
var scriptOfLead = [256]uint8{
	0xC2: smallCode, 0xC3: smallCode, 0xC4: smallCode, 0xD0: smallCode, 0xD1: smallCode, 0xD2: smallCode, 0xE2: smallCode,
	0xD7: rightToLeft, 0xD8: rightToLeft, 0xD9: rightToLeft, 0xDA: rightToLeft,
	0xE1: burmeseScript,
}

// fontScripts returns the scripts that a line may have letters of.
func fontScripts(line string) (seen uint8) {
	for i := skipASCII(line, 0); i+1 < len(line); i++ {
		switch b, next := line[i], line[i+1]; {
		case b < utf8.RuneSelf:
			i = skipASCII(line, i) - 1
		case b == 0xC2 && (next == 0xA0 || next == 0xAD): // most spaces, and what cannot be seen
			i++
		case b == 0xE2 && next == 0x80: // most marks
			if i += 2; i < len(line) && line[i] == 0xA1 { // ‡
				seen |= smallCode
			}
		case b == 0xEF && next >= 0xBA: // no ligature
			if next <= 0xBB { // nor full width
				seen |= rightToLeft
			}
		default:
			seen |= scriptOfLead[b]
			i++ // over a byte that begins nothing
		}
	}
	return seen
}

// nextOfFont returns the offset of the first character from i on that may be a letter of such a script,
// or the length of the text. Most marks and spaces are none.
func nextOfFont(text string, i int) int {
	for i = skipASCII(text, i); i+1 < len(text); {
		switch b, next := text[i], text[i+1]; {
		case b < utf8.RuneSelf:
			i = skipASCII(text, i)
		case b == 0xE2 && next == 0x80 && i+2 < len(text) && text[i+2] != 0xA1: // no ‡
			i += 3
		case b == 0xC2 && (next == 0xA0 || next == 0xAD):
			i += 2
		case scriptOfLead[b] == 0 && b != 0xEF:
			i++
		default:
			return i
		}
	}
	return len(text)
}

// holdsFontCoded reports whether something of a line is in such a code.
func holdsFontCoded(line string) bool {
	for _, piece := range fontPieces(line) {
		if isFontCoded(piece) {
			return true
		}
	}
	return false
}

// isFontCoded reports whether a line is in one of the codes that fontcode converts,
// and is not UTF-8 that was read as windows-1252.
func isFontCoded(line string) bool {
	a, asked := utf8.RuneError, 0
	for i := skipASCII(line, 0); i < len(line); {
		if line[i] < utf8.RuneSelf {
			i = skipASCII(line, i)
			continue
		}
		if i > asked {
			a = rune(line[i-1])
		}
		b, n := utf8.DecodeRuneInString(line[i:])
		i += n
		asked = i
		if suspectAt(line, i, a, b) {
			if isMisreadUTF8(line) {
				return false
			}
			_, name := fontcode.Convert(line[:min(len(line), longestFontLine)])
			return name != ""
		}
		a = b
	}
	return false
}

// suspectAt reports whether b after a, or what stands at next after b, if that is ASCII,
// may be of a line in the code of a font.
func suspectAt(line string, next int, a, b rune) bool {
	c, n := utf8.DecodeRuneInString(line[next:])
	if fontcode.Suspect(a, b, c) {
		return true
	}
	return c|0x20 == 'v' && suspectFont(line, next+n, b, c)
}

// isMisreadUTF8 reports whether all that is outside ASCII in a line is UTF-8 that was
// read as windows-1252.
func isMisreadUTF8(line string) bool {
	windows := windowsBytes()
	more, least, most := 0, byte(0), byte(0) // bytes that are to come, and bounds of the next
	for i := 0; i < len(line); {
		if line[i] < utf8.RuneSelf {
			if more > 0 {
				return false
			}
			i = skipASCII(line, i)
			continue
		}
		r, n := rune(line[i]&0x1F)<<6, 2
		if line[i] < 0xE0 && i+1 < len(line) { // most
			r |= rune(line[i+1] & 0x3F)
		} else {
			r, n = utf8.DecodeRuneInString(line[i:])
		}
		if int(r) >= len(windows) || windows[r] == 0 {
			return false
		}
		b := windows[r]
		i += n
		switch {
		case more > 0 && least <= b && b <= most:
			more, least, most = more-1, 0x80, 0xBF
		case more > 0 || b < 0xC2 || b > 0xF4:
			return false
		default:
			more, least, most = continued(b)
		}
	}
	return more == 0
}

// continued returns how many bytes continue a sequence of UTF-8 that begins with b, and the
// bounds of the first of them.
func continued(b byte) (n int, least, most byte) {
	switch {
	case b < 0xE0:
		return 1, 0x80, 0xBF
	case b == 0xE0:
		return 2, 0xA0, 0xBF
	case b == 0xED:
		return 2, 0x80, 0x9F
	case b < 0xF0:
		return 2, 0x80, 0xBF
	case b == 0xF0:
		return 3, 0x90, 0xBF
	case b == 0xF4:
		return 3, 0x80, 0x8F
	}
	return 3, 0x80, 0xBF
}

// windowsBytes holds the bytes beyond ASCII of windows-1252 by their characters.
var windowsBytes = sync.OnceValue(func() *['™' + 1]byte {
	var t ['™' + 1]byte
	for r := rune(utf8.RuneSelf); int(r) < len(t); r++ {
		t[r], _ = charset.Windows1252.Encode(r)
	}
	return &t
})

// fewestBurmese is the number of letters from which a line is judged by the model.
const fewestBurmese = 20

// isZawgyi reports whether a line is in Zawgyi. The order must be such as Unicode
// cannot have, and a text of a few words come out without such a place.
func isZawgyi(line string) bool {
	misplaced := zawgyi.Misplacements(line)
	if misplaced == 0 {
		return false
	}
	n := 0
	for _, r := range line {
		if zawgyi.Letter(r) {
			n++
		}
	}
	sure := zawgyi.Probability(line) > 0.95
	if n >= fewestBurmese {
		return sure && 40*misplaced >= n
	}
	return sure && zawgyi.Misplacements(zawgyi.Convert(line)) == 0
}

// byWords proposes to write each word of one line as the word at its place in
// another, or all of it if they do not have as many.
func byWords(from, to, detail string, emit func(start, end int, replacement, detail string)) {
	if strings.Count(from, " ") != strings.Count(to, " ") {
		emit(0, len(from), to, detail)
		return
	}
	at := 0
	for word := range strings.SplitSeq(from, " ") {
		s, rest, _ := strings.Cut(to, " ")
		if s != word {
			emit(at, at+len(word), s, detail)
		}
		at, to = at+len(word)+1, rest
	}
}

// endsWordOnly reports whether a letter of Hebrew or Arabic stands at the end of
// words only.
func endsWordOnly(r rune) bool {
	switch r {
	case 'ך', 'ם', 'ן', 'ף', 'ץ', 'ة', 'ى':
		return true
	}
	return 0xFE8F <= r && r <= 0xFEF4 && isFinalForm(r)
}

// isFinalForm reports whether r is a letter of Arabic in its form for the end of a
// word, of those that have one for its start too.
func isFinalForm(r rune) bool {
	for _, f := range [...][2]rune{{0xFE8F, 0xFEA8}, {0xFEB1, 0xFEEC}, {0xFEF1, 0xFEF4}} {
		if f[0] <= r && r <= f[1] {
			return (r-f[0])%4 == 1 && r != 0xFE94
		}
	}
	return false
}

// beginsWithEnd reports whether b, after a, begins a word with a letter that ends
// words only.
func beginsWithEnd(a, b rune) bool {
	return endsWordOnly(b) && !unicode.IsLetter(a) && !unicode.IsMark(a) && a != '"' && a != '\'' && a != '״' && a != '׳' && a != 'ـ'
}

// endsBegin reports whether words of a line begin with letters that end words
// only, and none ends with one.
func endsBegin(line string) bool {
	begins := false
	a := ' '
	for _, b := range line {
		if endsWordOnly(a) && !unicode.IsLetter(b) {
			return false
		}
		begins = begins || beginsWithEnd(a, b)
		a = b
	}
	return begins && !endsWordOnly(a)
}

// turnedCost is how much likelier a line must be the other way round, in sixteenths
// of a nat.
const turnedCost = 64

// isVisual reports whether a line of Hebrew or Arabic is likelier the other way
// round.
func isVisual(line string) bool {
	m := letters.Load()
	plain := []rune(plainArabic(line))
	here, there := int32(0), int32(0)
	for _, tag := range [...]string{"he", "ar"} {
		l := m.Language(tag)
		if !l.Has(m.ID(firstOf(plain, tag))) {
			continue
		}
		a := letters.ID(0)
		for _, r := range append(plain, ' ') {
			b := m.ID(r)
			here += l.Cost(a, b)
			there += l.Cost(b, a)
			a = b
		}
	}
	return here-there >= turnedCost
}

// firstOf returns the first letter of the script of a language, or 0.
func firstOf(line []rune, tag string) rune {
	for _, r := range line {
		if tag == "he" && unicode.Is(unicode.Hebrew, r) || tag == "ar" && unicode.Is(unicode.Arabic, r) {
			return r
		}
	}
	return 0
}

// plainArabic returns a line with the letters of Arabic that are in the forms of
// fonts.
func plainArabic(line string) string {
	return strings.Map(func(r rune) rune {
		if isArabicForm(r) {
			return firstRune(arabicLetter("ا"+string(r), len("ا"), r))
		}
		return r
	}, line)
}

// turned returns a line the other way round, but for its numbers and Latin words.
func turned(line string) string {
	in := []rune(line)
	out := make([]rune, 0, len(in))
	for i := len(in); i > 0; {
		from := i - 1
		if forward(in[from]) {
			for from > 0 && (forward(in[from-1]) || from > 1 && joinsForward(in[from-1]) && forward(in[from-2])) {
				from--
			}
			out = append(out, in[from:i]...)
		} else {
			out = append(out, mirrored(in[from]))
		}
		i = from
	}
	return string(out)
}

func forward(r rune) bool {
	return unicode.IsDigit(r) || unicode.IsLetter(r) && !unicode.In(r, unicode.Hebrew, unicode.Arabic)
}

func joinsForward(r rune) bool { return strings.ContainsRune(".,:/- ", r) }

// mirrored returns the other of two brackets.
func mirrored(r rune) rune {
	for _, pair := range [...][2]rune{{'(', ')'}, {'[', ']'}, {'{', '}'}, {'<', '>'}, {'«', '»'}} {
		switch r {
		case pair[0]:
			return pair[1]
		case pair[1]:
			return pair[0]
		}
	}
	return r
}
