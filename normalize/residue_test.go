package normalize

import (
	"bufio"
	"encoding/base64"
	"fmt"
	"os"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/copydesk-go/copydesk/internal/charset"
	"github.com/copydesk-go/copydesk/internal/wordlist"
)

// sentences returns those of testdata/residue.txt.
func sentences(t *testing.T) (all []string) {
	file, err := os.Open("testdata/residue.txt")
	require.NoError(t, err)
	defer file.Close()
	for s := bufio.NewScanner(file); s.Scan(); {
		if line := s.Text(); line != "" && line[0] != '#' {
			all = append(all, line)
		}
	}
	require.GreaterOrEqual(t, len(all), 200)
	return all
}

// replacing returns a damage that writes characters in another way.
func replacing(pairs ...string) func(string) string { return strings.NewReplacer(pairs...).Replace }

// wide returns a damage that writes each character outside ASCII as the function says.
func wide(write func(r rune) string) func(string) string {
	return func(s string) string {
		var b strings.Builder
		for _, r := range s {
			if r < utf8.RuneSelf {
				b.WriteRune(r)
			} else {
				b.WriteString(write(r))
			}
		}
		return b.String()
	}
}

// wideBytes is wide for each byte of UTF-8.
func wideBytes(format string) func(string) string {
	return wide(func(r rune) (s string) {
		for _, b := range []byte(string(r)) {
			s += fmt.Sprintf(format, b)
		}
		return s
	})
}

var straight = replacing("’", "'", "“", `"`, "”", `"`, "—", "--")

// western returns the byte of a character in windows-1252.
func westernByte(r rune) byte {
	b, _ := charset.Windows1252.Encode(r)
	return b
}

// names are the references of marks, as they stand in sentences.
var names = []string{"’", "&rsquo;", "“", "&ldquo;", "”", "&rdquo;", "—", "&mdash;", "é", "&eacute;"}

// A residue is a kind of damage and what is to become of a sentence that has it.
type residue struct {
	kind   string
	damage func(string) string
	want   func(string) string // nil: the sentence
}

var residues = []residue{
	{"names without ampersand", func(s string) string {
		return strings.ReplaceAll(replacing(names...)(strings.ReplaceAll(s, "&", "+")), "&", "")
	},
		replacing("&", "+")},
	{"numbers with a space for the ampersand", func(s string) string {
		return replacing("'", " #39;", `"`, " quot;", "$", " #36;")(straight(s))
	}, straight},
	{"an ampersand that lost its own", replacing(" & ", " amp; ", "R&D", "R amp;D", "S&P", "S amp;P", "Q&A", "Q amp;A", "AT&T", "AT amp;T"), nil},
	{"numbers without ampersand", replacing("’", "#8217;", "“", "#8220;", "”", "#8221;", "—", "#8212;", "é", "#233;"), nil},
	{"names in capitals", replacing("’", "&RSQUO;", "“", "&LDQUO;", "”", "&RDQUO;", "—", "&MDASH;"), nil},
	{"names in Title Case", replacing("’", "&Rsquo;", "“", "&Ldquo;", "”", "&Rdquo;", "—", "&Mdash;"), nil},
	{"numbers in pieces", replacing("’", " & # 8217; ", "“", "& # 8220; ", "”", " & # 8221;"), nil},
	{"backslashes", func(s string) string { return replacing("'", `\'`, `"`, `\"`, "$", `\$`)(straight(s)) }, straight},
	{"backslashes at line ends", brokenBy(`\`), nil},
	{"escaped line ends", func(s string) string { return s + `\n` + s }, func(s string) string { return s + "\n" + s }},
	{"bytes in a string", wideBytes(`\x%02x`), nil},
	{"bytes in brackets", wide(func(r rune) string { return fmt.Sprintf("<%02x>", westernByte(r)) }), nil},
	{"code points in brackets", wide(func(r rune) string { return fmt.Sprintf("<U+%04X>", r) }), nil},
	{"a literal", func(s string) string { return `b"` + wideBytes(`\x%02x`)(replacing("“", "", "”", "")(s)) + `"` }, replacing("“", "", "”", "")},
	{"JSON", func(s string) string {
		return wide(func(r rune) string { return fmt.Sprintf(`\u%04x`, r) })(replacing("&", `\u0026`, "$", `\u0024`)(s))
	}, nil},
	{"JSON without backslash", wide(func(r rune) string { return fmt.Sprintf("u%04x", r) }), nil},
	{"ECMAScript", wide(func(r rune) string { return fmt.Sprintf(`\u{%x}`, r) }), nil},
	{"quoted-printable", wideBytes("=%02X"), nil},
	{"an encoded word", func(s string) string { return "=?UTF-8?B?" + base64.StdEncoding.EncodeToString([]byte(s)) + "?=" }, nil},
	{"RTF", wide(func(r rune) string { return fmt.Sprintf(`\'%02x`, westernByte(r)) }), nil},
	{"RTF in decimal", wide(func(r rune) string { return fmt.Sprintf(`\u%d?`, r) }), nil},
	{"a spreadsheet", func(s string) string { return s + "_x000D_" }, nil},
	{"a field of a table", func(s string) string { return `"` + strings.ReplaceAll(straight(s), `"`, `""`) + `"` },
		func(s string) string {
			if s = straight(s); strings.Contains(s, `"`) {
				return s
			}
			return `"` + s + `"`
		}},
	{"a string of a database", func(s string) string { return replacing("'", "''", `"`, "")(straight(s)) }, func(s string) string { return replacing(`"`, "")(straight(s)) }},
	{"marks of wires", replacing("“", "``", "”", "''"), nil},
	{"dashes of wires", func(s string) string { return "LEEDS (AP) _ " + strings.ReplaceAll(s, "—", "_") }, func(s string) string { return "LEEDS (AP) — " + s }},
	{"typesetting of wires", func(s string) string { return "&UR; " + strings.ReplaceAll(s, "—", "&MD;") + " &QL;" }, nil},
	{"the cut of an archive", func(s string) string { return s + "… [+1234 chars]" }, func(s string) string { return s + "…" }},
	{"a picture of WordPress", func(s string) string { return `[caption id="a1" align="left"]A view[/caption]` + s }, func(s string) string { return "A view\n" + s }},
	{"the Treebank", treebank, replacing("’", "'", "—", "--")},
	{"parted words", partedBy("-\n"), nil},
	{"words parted by another sign", partedBy("¬\n"), nil},
}

// brokenBy returns a damage that puts something in the place of a space near the middle
// between two words.
func brokenBy(sign string) func(string) string {
	return func(s string) string {
		for i := len(s) / 2; i < len(s)-1; i++ {
			if s[i] != ' ' {
				continue
			}
			start, end := asciiWordStart(s, i), asciiWordEnd(s, i+1)
			if wordlist.Has(s[start:i]) && wordlist.Has(s[i+1:end]) && scanEnds(s, start) && i-start > 1 && end-i > 2 {
				return s[:i] + sign + s[i+1:]
			}
		}
		return s
	}
}

func scanEnds(s string, i int) bool { return i > 0 && s[i-1] == ' ' }

// partedBy returns a damage that parts the first long word in small letters.
func partedBy(sign string) func(string) string {
	return func(s string) string {
		for start := 0; start < len(s); start++ {
			end := asciiWordEnd(s, start)
			if word := s[start:end]; len(word) > 6 && word[0] >= 'a' && wordlist.Has(word) && !(isWord(word[:4]) && linksWords(word[4:])) {
				return s[:start+4] + sign + s[start+4:]
			}
			start = end
		}
		return s
	}
}

// treebank returns a sentence in tokens, if any of these is one that nobody writes:
// without any, it may be someone's habit.
func treebank(sentence string) string {
	s := replacing("’", "'", "—", "--", "“", "`` ", "”", " ''", ", ", " , ", ",”", " , ''", ";", " ;", "$", "$ ", "?", " ?")(sentence)
	s = replacing("n't", " n't", "'s ", " 's ", "'ll ", " 'll ", "'ve ", " 've ", "'re ", " 're ", "'d ", " 'd ", "'m ", " 'm ", "s' ", "s ' ")(s)
	s = strings.ReplaceAll(s, ". ''", " . ''")
	if strings.HasSuffix(s, ".") {
		s = s[:len(s)-1] + " ."
	}
	if !hasTreebankSigns(s) {
		return replacing("’", "'", "—", "--")(sentence)
	}
	return s
}

// Every sentence comes out of every kind of residue as it went in.
func TestResidue(t *testing.T) {
	all := sentences(t)
	for _, kind := range residues {
		t.Run(kind.kind, func(t *testing.T) {
			for _, s := range all {
				damaged, want := kind.damage(s), s
				if kind.want != nil {
					want = kind.want(s)
				}
				text := Align(damaged)
				if assert.Equal(t, want, text.String(), "from %q", damaged) {
					checkText(t, damaged, text)
				}
			}
		})
	}
}

// The sentences are right, and stay.
func TestResidueOfNone(t *testing.T) {
	for _, s := range sentences(t) {
		assert.Equal(t, s, String(s))
		assert.Equal(t, straight(s), String(straight(s)))
	}
}
