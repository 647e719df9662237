package normalize

import (
	"html"
	"strings"
	"unicode/utf8"

	"github.com/copydesk-go/copydesk/internal/scan"
)

// HTML is the step that decodes HTML character references left in the text:
// named ("&rsquo;"), decimal and hexadecimal ones, those escaped twice or more
// often ("&amp;rsquo;"), and numbers from 128 to 159, which stand for
// windows-1252 characters as they do in browsers ("&#146;").
//
// Without a semicolon it decodes what cannot be anything else: numbers, the
// common marks and the accented letters ("&rsquos", "&eacute"), and not inside
// a web address. "AT&T" and "&section=" stay. A reference that names no
// character stays too. Changes are named "html".
type HTML struct{}

// Name returns "html".
func (HTML) Name() string { return "html" }

// Edits proposes a character for each reference.
func (HTML) Edits(text string, emit func(start, end int, replacement string)) {
	address := lineCache{of: isAddress, token: true}
	for i := 0; ; {
		at := strings.IndexByte(text[i:], '&')
		if at < 0 {
			return
		}
		i += at
		if end, s, ok := reference(text, i, &address); ok {
			emit(i, end, s)
			i = end
		} else {
			i++
		}
	}
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
		if end < len(text) && text[end] == '=' || c.whole && n < len(letters) || address.at(text, i) {
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
}

// bareName knows the references that people and programs write without a
// semicolon and that are not also words.
func bareName(name string) (bare, bool) {
	switch name {
	case "rsquo":
		return bare{"’", false}, true
	case "lsquo":
		return bare{"‘", false}, true
	case "rdquo":
		return bare{"”", false}, true
	case "ldquo":
		return bare{"“", false}, true
	case "ndash":
		return bare{"–", false}, true
	case "mdash":
		return bare{"—", false}, true
	case "hellip":
		return bare{"…", false}, true
	case "laquo":
		return bare{"«", false}, true
	case "raquo":
		return bare{"»", false}, true
	case "nbsp":
		return bare{"\u00a0", false}, true
	case "quot":
		return bare{`"`, false}, true
	case "amp":
		return bare{"&", true}, true
	case "lt":
		return bare{"<", true}, true
	case "gt":
		return bare{">", true}, true
	}
	// HTML itself allows these: one letter and the name of its accent.
	switch name[1:] {
	case "acute", "grave", "circ", "uml", "tilde", "cedil", "ring", "slash":
		ref := "&" + name
		if s := html.UnescapeString(ref); s != ref && utf8.RuneCountInString(s) == 1 {
			return bare{s, false}, true
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
