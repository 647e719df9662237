// Package hostile makes texts that ask more of a scanner than news does: one
// thing over and over, things that take turns, things inside one another. A
// program whose time is linear takes twice as long for twice as much of each.
package hostile

import (
	"strings"
	"unicode/utf8"
)

// A Text is a kind of text, of any size.
type Text struct {
	Name string
	make func(size int) string
}

// Make returns the text in a size of about so many bytes.
func (t Text) Make(size int) string { return t.make(size) }

// All returns every kind.
func All() []Text {
	var all []Text
	for _, p := range parts {
		all = append(all, Text{"repeated " + p.name, repeat(p.text)})
	}
	for _, p := range pairs {
		all = append(all, Text{"alternating " + p.name, repeat(p.text)})
	}
	for _, p := range nests {
		all = append(all, Text{"nested " + p.name, nest(p.text)})
	}
	return append(all,
		Text{"lines of one word", lines("word")},
		Text{"lines of one capital", lines("A")},
		Text{"paragraphs of one sum", lines("$1.\n")},
		Text{"words that grow", grow},
		Text{"words that never recur", distinct},
		Text{"every byte", everyByte},
		Text{"every character", everyCharacter},
	)
}

type named struct{ name, text string }

// parts are what texts are made of: classes of characters, marks and spaces,
// residue of programs, and words of the grammars.
var parts = []named{
	// Characters.
	{"small letters", "a"}, {"capitals", "A"}, {"digits", "7"}, {"letters with accents", "é"}, {"combining accents", "\u0301"},
	{"letters and accents", "e\u0301"}, {"superscripts", "²"}, {"fractions", "½"}, {"ligatures", "ﬁ"}, {"full width", "Ａ"},
	{"Cyrillic", "ж"}, {"Greek", "ω"}, {"Arabic", "ع"}, {"Hebrew", "ש"}, {"Devanagari", "क्"}, {"Thai", "ก็"}, {"Burmese", "က\u1031"},
	{"Han", "中"}, {"Hangul", "한"}, {"jamo", "\u1112\u1161\u11ab"}, {"kana", "が"}, {"Georgian", "ა"}, {"Armenian", "ա"},
	{"emoji", "🙂"}, {"emoji with joiners", "👩\u200d"}, {"flags", "🇳🇬"}, {"private use", "\ue000"}, {"unassigned", "\U000e0fff"},
	{"replacement characters", "\ufffd"}, {"C0 controls", "\x01"}, {"C1 controls", "\u0085"}, {"NUL", "\x00"},
	// Spaces and invisible characters.
	{"spaces", " "}, {"tabs", "\t"}, {"line ends", "\n"}, {"carriage returns", "\r"}, {"DOS line ends", "\r\n"}, {"no-break spaces", "\u00a0"},
	{"thin spaces", "\u2009"}, {"zero width spaces", "\u200b"}, {"soft hyphens", "\u00ad"}, {"byte order marks", "\ufeff"},
	{"line separators", "\u2028"}, {"marks of direction", "\u200f"}, {"overrides", "\u202e"},
	// Marks.
	{"full stops", "."}, {"commas", ","}, {"colons", ":"}, {"apostrophes", "'"}, {"straight quotes", `"`}, {"curly quotes", "“"}, {"closing quotes", "”"},
	{"curly apostrophes", "’"}, {"guillemets", "«"}, {"hyphens", "-"}, {"dashes", "–"}, {"em dashes", "—"}, {"brackets", "("}, {"closing brackets", ")"},
	{"question marks", "?"}, {"bars", "|"}, {"slashes", "/"}, {"stars", "*"}, {"underscores", "_"}, {"percents", "%"}, {"ampersands", "&"},
	{"hashes", "#"}, {"at signs", "@"}, {"equals signs", "="}, {"less-than signs", "<"}, {"backslashes", `\`}, {"backquotes", "`"}, {"ellipses", "…"},
	{"dollar signs", "$"}, {"euro signs", "€"}, {"pound signs", "£"}, {"degree signs", "°"}, {"middle dots", "·"}, {"bullets", "• "},
	// Damage and residue.
	{"mojibake quotes", "â€™"}, {"mojibake letters", "Ã©"}, {"mojibake Cyrillic", "Ð¶"}, {"mojibake Mac", "‚ÄĚ"}, {"mojibake Han", "鈥檚"},
	{"mojibake twice", "Ã¢â‚¬â„¢"}, {"first bytes", "Ã"}, {"marks that begin", "â"}, {"mojibake inverted", "Ïðè"}, {"half-width kana", "ﾃ"},
	{"bytes that are no UTF-8", "\xff"}, {"cut characters", "\xe2\x80"}, {"continuation bytes", "\x80"},
	{"references", "&amp;"}, {"references in references", "&amp;amp;"}, {"numbered references", "&#39;"}, {"broken references", "&#"}, {"references without end", "&amp"},
	{"JSON escapes", `\u2019`}, {"byte escapes", `\xe2\x80\x99`}, {"web escapes", "%E2%80%99"}, {"broken web escapes", "%E2%"}, {"mail escapes", "=E2=80=99"},
	{"soft line ends", "=\n"}, {"encoded words", "=?utf-8?Q?a?= "}, {"tags", "<b>"}, {"comments", "<!--"}, {"lost ampersands", " #39;s"}, {"residue quot", " quot;"},
	{"tokens of treebanks", "-LRB- "}, {"doubled quotes", "`` '' "}, {"hyphens at line ends", "mil-\nlion "}, {"hexadecimal points", "<U+2019>"},
	// Words of the grammars.
	{"may", "may "}, {"second", "second "}, {"and", "and "}, {"of", "of "}, {"the", "the "}, {"in", "in "}, {"to", "to "}, {"between", "between 1 and "},
	{"from", "from "}, {"last", "last "}, {"next", "next "}, {"one", "one "}, {"hundred", "hundred "}, {"half", "half a "}, {"million", "million "},
	{"weekdays", "Monday "}, {"months", "January "}, {"months and days", "May 1, "}, {"years", "2019 "}, {"decades", "'90s "}, {"quarters", "Q1 "},
	{"days ago", "days ago "}, {"every", "every "}, {"feasts", "Eid "}, {"clock times", "12:30 "}, {"o'clock", "9 p.m. "}, {"zones", "GMT "}, {"ISO dates", "2019-01-01 "},
	{"figures with slashes", "1/2/"}, {"numbers with commas", "1,"}, {"numbers with stops", "1."}, {"numbers with hyphens", "1-"}, {"ordinals", "1st "},
	{"dollars", "$1 "}, {"codes", "USD 1 "}, {"currency words", "dollars "}, {"cents", "5 cents "}, {"rupees", "Rs 5 crore "}, {"ranges", "$1-2 "}, {"losses", "($5) "},
	{"names", "Ada Obi "}, {"surnames", "Obi "}, {"titles", "Mr. "}, {"initials", "U.S. "}, {"acronyms", "IBM "}, {"places", "Paris, Texas, "}, {"organisations", "Bank of "},
	{"countries", "Kenya "}, {"possessives", "Obi's "}, {"abbreviations", "St. "}, {"sentences", "A b. "}, {"capitals in words", "McDonald "},
	{"share lines", "Share\n"}, {"read more", "Read more: "}, {"bars of titles", "News | "}, {"comment lines", "Leave a comment\n"},
}

// pairs take turns.
var pairs = []named{
	{"letters and spaces", "a "}, {"capitals and stops", "A."}, {"capitals and hyphens", "A-"}, {"digits and letters", "7a"}, {"digits and spaces", "7 "},
	{"words and commas", "a , "}, {"words and stops", "a . "}, {"quotes and spaces", `" `}, {"quotes and letters", `"a`}, {"curly quotes", "“a”"}, {"unclosed quotes", "“a "},
	{"question marks for letters", "a?b "}, {"question marks and quotes", "?a? "}, {"replacement characters and letters", "a\ufffdb "}, {"dashes and spaces", " – "},
	{"Latin and Cyrillic", "aж"}, {"Latin and Han", "A中"}, {"scripts", "aжωعש中"}, {"sound and damaged letters", "éÃ©"}, {"damaged words", "Ã©tÃ© "}, {"damaged and sound lines", "été\nÃ©tÃ©\n"},
	{"lost marks", "â a "}, {"marks and no-break spaces", "Ã\u00a0 "}, {"case and damage", "ã©TÃ©"}, {"symbols of Latin codes", "©®"}, {"inverted words", "Ïðèâåò, "},
	{"emoji and letters", "a🙂"}, {"accents on nothing", " \u0301"}, {"soft hyphens in words", "a\u00ad"}, {"no-break spaces and marks", "\u00a0:"},
	{"months and commas", "May, "}, {"months and numbers", "May 1 "}, {"may and years", "may 2019 "}, {"weekdays and clock times", "Monday 12:30 "}, {"number words", "one hundred and "},
	{"last and next", "last next "}, {"from and to", "from May to "}, {"or", "1 or "}, {"the and of", "the day of "}, {"numbers and units", "3 days "}, {"sums and places", "$5 in Kenya "},
	{"signs and letters", "$a "}, {"codes and words", "USD a "}, {"sums and conversions", "$1 (€1) "}, {"numbers and scales", "5 million "}, {"numbers and currencies", "5 dollars and "},
	{"names and commas", "Ada Obi, "}, {"names and and", "Obi and "}, {"names and brackets", "Ada Obi (AO) "}, {"acronyms and brackets", "(IBM) "}, {"names and line ends", "Ada\nObi "},
	{"capital and small words", "The day "}, {"namesakes", "Ada Obi met Ben Obi. "}, {"titles and names", "Minister Ada Obi "}, {"towns and states", "Springfield, Ill. "},
	{"lines and stops", ".\n"}, {"lines and hyphens", "-\n"}, {"share and text", "Share\nA day. "}, {"references and letters", "&a;"}, {"references and spaces", "& "}, {"escapes and letters", `\ua `},
}

// nests stand inside one another: what opens and what closes.
var nests = []named{
	{"brackets", "()"}, {"square brackets", "[]"}, {"curly quotes", "“”"}, {"single quotes", "‘’"}, {"guillemets", "«»"}, {"tags", "<>"}, {"straight quotes", `""`},
}

func repeat(part string) func(int) string {
	return func(size int) string { return strings.Repeat(part, max(1, size/len(part))) }
}

func nest(pair string) func(int) string {
	open, size := utf8.DecodeRuneInString(pair)
	shut := pair[size:]
	return func(n int) string {
		n = max(1, n/(len(pair)+2))
		return strings.Repeat(string(open)+"a", n) + strings.Repeat(shut+" ", n)
	}
}

func lines(line string) func(int) string { return repeat(line + "\n") }

// grow makes words each of which is longer than the last.
func grow(size int) string {
	var b strings.Builder
	for n := 1; b.Len() < size; n++ {
		b.WriteString(strings.Repeat("a", n))
		b.WriteByte(' ')
	}
	return b.String()[:size]
}

// distinct makes names none of which recurs.
func distinct(size int) string {
	var b strings.Builder
	for n := 0; b.Len() < size; n++ {
		b.WriteByte('A' + byte(n%26))
		for m := n/26 + 1; m > 0; m /= 26 {
			b.WriteByte('a' + byte(m%26))
		}
		b.WriteByte(' ')
	}
	return b.String()
}

func everyByte(size int) string {
	b := make([]byte, size)
	for i := range b {
		b[i] = byte(i * 167 >> 3)
	}
	return string(b)
}

// everyCharacter goes through the characters of the basic plane in steps that
// mix its scripts.
func everyCharacter(size int) string {
	var b strings.Builder
	for n := rune(1); b.Len() < size; n++ {
		r := n * 7919 % 0xfffe
		if utf8.ValidRune(r) {
			b.WriteRune(r)
		}
	}
	return b.String()
}
