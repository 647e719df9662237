package normalize

import (
	"html"
	"math/bits"
	"strings"
	"unicode/utf8"

	"github.com/copydesk-go/copydesk/internal/scan"
	"github.com/copydesk-go/copydesk/normalize/internal/fontcode"
)

// HTML is the step that decodes HTML character references left in the text:
// named ("&rsquo;"), decimal and hexadecimal ones, those escaped twice or more
// often ("&amp;rsquo;"), and numbers from 128 to 159, which stand for
// windows-1252 characters as they do in browsers ("&#146;").
//
// Without a semicolon it decodes what cannot be anything else: numbers, the
// common marks and the accented letters ("&rsquos", "&eacute"), and not inside
// a web address. "AT&T" and "&section=" stay. A reference that names no
// character stays too.
//
// It decodes what other programs have made of references, too: those that lost
// their ampersand (" #39;s", "rsquo;"), with the space that came in its place;
// those in capitals or Title Case ("IT&RSQUO;S"); those in pieces ("& # 8217;
// t"); and the marks of typesetting that wires write in the same way ("&MD;").
//
// Lines in the code of a font stay. Changes are named "html"; of the second
// paragraph's kinds their detail is "no ampersand", "capitals", "pieces" or
// "wire".
type HTML struct{}

// Name returns "html".
func (HTML) Name() string { return "html" }

// Edits proposes a character for each reference.
func (h HTML) Edits(text string, emit func(start, end int, replacement string)) {
	h.Explain(text, func(start, end int, replacement, _ string) { emit(start, end, replacement) })
}

// Explain proposes the same edits as Edits, and says which are of references
// that another program has changed.
func (HTML) Explain(text string, emit func(start, end int, replacement, detail string)) {
	r := newReferencer(text)
	for i := nextReference(text, 0); i < len(text); i = nextReference(text, i) {
		if m, ok := r.at(i); ok {
			emit(m.start, m.end, m.s, m.detail)
			i = m.end
		} else {
			i++
		}
	}
}

// nextReference returns the offset of the first ampersand or semicolon from i on.
func nextReference(text string, i int) int {
	const ones, high = 0x0101010101010101, 0x8080808080808080
	for ; i+8 <= len(text); i += 8 {
		x := eightBytes(text[i : i+8])
		starts, ends := x^ones*'&', x^ones*';'
		if found := ((starts-ones)&^starts | (ends-ones)&^ends) & high; found != 0 {
			return i + bits.TrailingZeros64(found)>>3
		}
	}
	for i < len(text) && text[i] != '&' && text[i] != ';' {
		i++
	}
	return i
}

// A mend is one edit of a step that says what kind of damage it undoes.
type mend struct {
	start, end int
	s, detail  string
}

// A referencer looks at single places of a text for references.
type referencer struct {
	text          string
	address       lineCache // of a token
	font, certain lineCache
}

func newReferencer(text string) referencer {
	return referencer{
		text:    text,
		address: lineCache{of: isAddress, token: true},
		font:    lineCache{of: fontcode.Is},
		certain: lineCache{of: hasCertainReference},
	}
}

// at looks at an ampersand or a semicolon at i.
func (r *referencer) at(i int) (m mend, ok bool) {
	if r.text[i] == ';' {
		m, ok = r.withoutAmpersand(i)
	} else if end, s, found := reference(r.text, i, &r.address); found {
		m, ok = mend{i, end, s, ""}, true
	} else if m, ok = casedReference(r.text, i); !ok {
		m, ok = piecedReference(r.text, i)
	}
	return m, ok && !r.font.at(r.text, i)
}

// reference decodes the reference at text[i] == '&'. An ampersand that is
// itself escaped begins what follows it.
func reference(text string, i int, address *lineCache) (end int, s string, ok bool) {
	end = i
	body := i + 1
	for {
		next, c, found := referenceBody(text, body, address)
		if !found {
			return end, s, ok
		}
		end, s, ok = next, c, true
		if s != "&" {
			return end, s, ok
		}
		body = end
	}
}

// referenceBody decodes what stands after an ampersand.
func referenceBody(text string, i int, address *lineCache) (end int, s string, ok bool) {
	if i < len(text) && text[i] == '#' {
		return numericReference(text, i+1)
	}
	end = i
	for end < len(text) && end-i < maxName && (scan.Letter(text[end]) || scan.Digit(text[end])) {
		end++
	}
	name := text[i:end]
	if end < len(text) && text[end] == ';' && name != "" {
		s, ok = namedReference(name)
		return end + 1, s, ok
	}
	return bareReference(text, i, name, address)
}

// maxName is longer than the longest name of a reference.
const maxName = 32

func namedReference(name string) (string, bool) {
	switch name { // most of what there is
	case "amp":
		return "&", true
	case "nbsp":
		return "\u00a0", true
	case "quot":
		return `"`, true
	case "Lt":
		return "<", true // a bracket in a headline, and hardly ever ≪
	case "Gt":
		return ">", true
	}
	if m, ok := marksByName[name]; ok {
		return m.mark, true
	}
	ref := "&" + name + ";"
	s := html.UnescapeString(ref)
	// UnescapeString also takes names that are only the start of this one.
	return s, s != ref && (name == "semi" || !strings.HasSuffix(s, ";"))
}

// bareReference decodes a name without a semicolon, of which the letters that
// follow it may be part ("&rsquos").
func bareReference(text string, i int, letters string, address *lineCache) (end int, s string, ok bool) {
	for n := min(len(letters), maxBare); n >= 2; n-- {
		c, found := bareName(letters[:n])
		if !found {
			continue
		}
		end = i + n
		if end < len(text) && text[end] == '=' || !c.fits(letters[n:], text[end:]) || address.at(text, i) {
			return i, "", false
		}
		return end, c.s, true
	}
	return i, "", false
}

const maxBare = len("ccedil") + 1

type bare struct {
	s     string
	whole bool // not when more letters follow
	digit bool // only when a digit follows
	year  bool // only when a year follows
}

// fits reports whether what follows the name is as it must be: the rest of the
// letters and digits that it is the first part of, and of the text.
func (b bare) fits(more, rest string) bool {
	switch {
	case b.digit:
		return rest != "" && scan.Digit(rest[0])
	case b.year:
		return more == "" && startsWithYear(rest)
	}
	return !b.whole || more == ""
}

// startsWithYear reports whether a year stands at the start of s, behind a space.
func startsWithYear(s string) bool {
	return len(s) >= 5 && s[0] == ' ' && (s[1:3] == "19" || s[1:3] == "20") && scan.Digit(s[3]) && scan.Digit(s[4])
}

// bareName knows the references that people and programs write without a
// semicolon and that are not also words.
func bareName(name string) (bare, bool) {
	switch name {
	case "rsquo":
		return bare{s: "’"}, true
	case "lsquo":
		return bare{s: "‘"}, true
	case "rdquo":
		return bare{s: "”"}, true
	case "ldquo":
		return bare{s: "“"}, true
	case "ndash":
		return bare{s: "–"}, true
	case "mdash":
		return bare{s: "—"}, true
	case "hellip":
		return bare{s: "…"}, true
	case "laquo":
		return bare{s: "«"}, true
	case "raquo":
		return bare{s: "»"}, true
	case "nbsp":
		return bare{s: "\u00a0"}, true
	case "quot":
		return bare{s: `"`}, true
	case "amp":
		return bare{s: "&", whole: true}, true
	case "lt":
		return bare{s: "<", whole: true}, true
	case "gt":
		return bare{s: ">", whole: true}, true
	case "pound":
		return bare{s: "£", digit: true}, true
	case "euro":
		return bare{s: "€", digit: true}, true
	case "copy":
		return bare{s: "©", whole: true, year: true}, true
	}
	// HTML itself allows these: one letter and the name of its accent.
	switch name[1:] {
	case "acute", "grave", "circ", "uml", "tilde", "cedil", "ring", "slash":
		ref := "&" + name
		if s := html.UnescapeString(ref); s != ref && utf8.RuneCountInString(s) == 1 {
			return bare{s: s}, true
		}
	}
	return bare{}, false
}

// numericReference decodes the digits after "&#".
func numericReference(text string, i int) (end int, s string, ok bool) {
	base, digits := rune(10), 0
	if i < len(text) && text[i]|0x20 == 'x' {
		base = 16
		i++
	}
	var r rune
	for end = i; end < len(text) && digits < 8; end++ {
		d, isDigit := hexDigit(text[end])
		if !isDigit || d >= base {
			break
		}
		r = r*base + d
		digits++
	}
	if digits == 0 {
		return i, "", false
	}
	if end < len(text) && text[end] == ';' {
		end++
	}
	if 0x80 <= r && r < 0xA0 {
		s = windows1252[r-0x80]
		return end, s, s != ""
	}
	if r == 0 || !utf8.ValidRune(r) {
		return i, "", false
	}
	return end, string(r), true
}

func hexDigit(b byte) (rune, bool) {
	switch {
	case b-'0' < 10:
		return rune(b - '0'), true
	case b|0x20-'a' < 6:
		return rune(b|0x20-'a') + 10, true
	}
	return 0, false
}

// windows1252 holds the characters of the bytes 80 to 9F in windows-1252,
// which is what C1 controls stand for outside of terminals.
var windows1252 = [32]string{
	"€", "", "‚", "ƒ", "„", "…", "†", "‡", "ˆ", "‰", "Š", "‹", "Œ", "", "Ž", "",
	"", "‘", "’", "“", "”", "•", "–", "—", "˜", "™", "š", "›", "œ", "", "ž", "Ÿ",
}

// isAddress reports whether a run without spaces is a web or mail address or a
// path: it has a "/", an "@" or "www." in it.
func isAddress(token string) bool {
	return strings.ContainsAny(token, "/@\\") || scan.HasPrefixFold(token, "www.")
}
