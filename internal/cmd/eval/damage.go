package main

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
)

// A damaged text is a text as a careless scraper leaves it, and where each byte
// of the original went.
type damagedText struct {
	strings.Builder
	at []int // of each byte of the original, and of its end
}

// damages are ways to damage a text: each writes what becomes of the rune at
// text[i:], n bytes wide.
var damages = map[string]func(d *damagedText, text string, i, n int){
	"mojibake": func(d *damagedText, text string, i, n int) { mojibake(d, quote(text, i, n)) },
	"html":     func(d *damagedText, text string, i, n int) { d.WriteString(reference(quote(text, i, n))) },
	"wrapped":  wrapped,
	"capitals": func(d *damagedText, text string, i, n int) { d.WriteString(strings.ToUpper(text[i : i+n])) },
	"lower":    func(d *damagedText, text string, i, n int) { d.WriteString(strings.ToLower(text[i : i+n])) },
	"title":    title,
}

func spoil(kind, text string) *damagedText {
	d := &damagedText{at: make([]int, 0, len(text)+1)}
	for i := 0; i < len(text); {
		_, n := utf8.DecodeRuneInString(text[i:])
		for range n {
			d.at = append(d.at, d.Len())
		}
		damages[kind](d, text, i, n)
		i += n
	}
	d.at = append(d.at, d.Len())
	return d
}

// quote returns the rune at text[i:], with straight quotation marks made curly, so
// that all texts have something to damage.
func quote(text string, i, n int) string {
	open := i == 0 || strings.IndexByte(" \n([", text[i-1]) >= 0
	switch {
	case text[i] == '\'' && open:
		return "‘"
	case text[i] == '\'':
		return "’"
	case text[i] == '"' && open:
		return "“"
	case text[i] == '"':
		return "”"
	}
	return text[i : i+n]
}

// mojibake writes UTF-8 as it looks when read as windows-1252.
func mojibake(d *damagedText, s string) {
	for k := range len(s) {
		d.WriteRune(charmap.Windows1252.DecodeByte(s[k]))
	}
}

var references = strings.NewReplacer("&", "&amp;", "’", "&#8217;", "‘", "&lsquo;", "“", "&ldquo;", "”", "&rdquo;",
	"–", "&ndash;", "—", "&mdash;", "é", "&eacute;")

func reference(s string) string { return references.Replace(s) }

// title gives each word a capital.
func title(d *damagedText, text string, i, n int) {
	r := text[i : i+n]
	if before, _ := utf8.DecodeLastRuneInString(text[:i]); i == 0 || !unicode.IsLetter(before) && !strings.ContainsRune("'’", before) {
		r = strings.ToTitle(r)
	}
	d.WriteString(r)
}

// wrapped breaks lines after 60 bytes and doubles the spaces after full stops.
func wrapped(d *damagedText, text string, i, n int) {
	switch {
	case text[i] != ' ':
		d.WriteString(text[i : i+n])
	case d.Len()-strings.LastIndexByte(d.String(), '\n') > 60:
		d.WriteByte('\n')
	case i > 0 && text[i-1] == '.':
		d.WriteString("  ")
	default:
		d.WriteByte(' ')
	}
}
