package normalize

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/text/encoding"
)

func ExampleDecoding_Source() {
	page := []byte("\x93Le caf\xE9 est ferm\xE9\x94") // windows-1252
	d, _ := DecodeReport(page, "")
	at := strings.Index(d.Text, "fermé")
	start, end := d.Source(at, at+len("fermé"))
	fmt.Printf("%q at %d to %d of the text is %q at %d to %d of the page\n", "fermé", at, at+len("fermé"), page[start:end], start, end)
	// Output: "fermé" at 16 to 22 of the text is "ferm\xe9" at 13 to 18 of the page
}

// What a range of the text, from one word to another, comes from in the bytes.
func TestDecodingSource(t *testing.T) {
	for _, tt := range []struct{ name, bytes, contentType, text, from, to string }{
		{"ASCII", "so it is", "", "so it is", "it", "it"},
		{"UTF-8", "d\u00e9j\u00e0 vu", "", "déjà vu", "jà", "jà"},
		{"behind a byte order mark", "\xEF\xBB\xBFd\u00e9j\u00e0", "", "déjà", "déjà", "déjà"},
		{"a single byte a letter", "\xCF\xF0\xE8\xE2\xE5\xF2, \xEC\xE8\xF0", "windows-1251", "Привет, мир", "мир", "\xEC\xE8\xF0"},
		{"a table of x/text", "\xBF\xE0\xD8\xD2\xD5\xE2", "iso-8859-5", "Привет", "вет", "\xD2\xD5\xE2"},
		{"strays in UTF-8", "d\u00e9j\u00e0 \x93so\x94 vu", "", "déjà “so” vu", "“so”", "\x93so\x94"},
		{"behind strays", "d\u00e9j\u00e0 \x93so\x94 vu", "", "déjà “so” vu", "vu", "vu"},
		{"a mark of which a part is gone", "\u201cd\u00e9j\u00e0\xE2\x80 vu", "", "“déjà\uFFFD vu", "\uFFFD", "\xE2\x80"},
		{"surrogates", "d\u00e9j\u00e0 \xED\xA0\xBD\xED\xB8\x80 vu", "", "déjà 😀 vu", "😀", "\xED\xA0\xBD\xED\xB8\x80"},
		{"UTF-8 in windows-1252", "\xE9t\xE9, l\xE2\x80\x99ann\xE9e", "latin1", "été, l’année", "’an", "\xE2\x80\x99an"},
		{"UTF-16", "\xFF\xFEd\x00\xE9\x00\x3D\xD8\x00\xDE!\x00", "", "dé😀!", "😀", "\x3D\xD8\x00\xDE"},
		{"the other way round", "\xFE\xFF\x00d\x00\xE9\xD8\x3D\xDE\x00\x00!", "", "dé😀!", "!", "\x00!"},
		{"UTF-32", "\xFF\xFE\x00\x00d\x00\x00\x00\xE9\x00\x00\x00", "", "dé", "é", "\xE9\x00\x00\x00"},
		{"Shift_JIS", "\x90\x56 \xB1\xB2\x82\xCC a\x8B\xB4", "shift_jis", "新 ｱｲの a橋", "ｲの", "\xB2\x82\xCC"},
		{"GB18030", "a\xD0\xC2\x81\x30\x84\x36\x94\x39\xDA\x33!", "gb18030", "a新¥💩!", "¥💩", "\x81\x30\x84\x36\x94\x39\xDA\x33"},
		{"Big5", "\xB7\x73\x88\x62\xBE\xF4", "big5", "新Ê̄橋", "Ê̄", "\x88\x62"},
		{"half of what two bytes are", "\xB7\x73\x88\x62\xBE\xF4", "big5", "新Ê̄橋", "Ê", "\x88\x62"},
		{"EUC-KR", "\xBB\xF5 \xB4\xD9\xB8\xAE", "euc-kr", "새 다리", "다리", "\xB4\xD9\xB8\xAE"},
		{"EUC-JP, of one, two and three bytes", "\xBF\xB7\x8E\xB1\x8F\xB0\xA1a", "euc-jp", "新ｱ丂a", "ｱ丂", "\x8E\xB1\x8F\xB0\xA1"},
		{"ISO-2022-JP", "a\x1B$B?7\x36\x36\x1B(Bb", "iso-2022-jp", "a新橋b", "新橋", "?7\x36\x36"},
		{"behind an escape sequence", "a\x1B$B?7\x36\x36\x1B(Bb", "iso-2022-jp", "a新橋b", "b", "b"},
		{"across one", "a\x1B$B?7\x36\x36\x1B(Bb", "iso-2022-jp", "a新橋b", "a新", "a\x1B$B?7"},
		{"no letter of Shift_JIS", "\x90\x56\xFD\x8B\xB4", "shift_jis", "新\uFFFD橋", "\uFFFD", "\xFD"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			d, err := DecodeReport([]byte(tt.bytes), tt.contentType)
			require.NoError(t, err)
			require.Equal(t, tt.text, d.Text, "as %s", d.Charset)
			at := strings.Index(d.Text, tt.from)
			start, end := d.Source(at, at+len(tt.from))
			assert.Equal(t, tt.to, tt.bytes[start:end])
		})
	}
}

func TestDecodingSourceOfNothing(t *testing.T) {
	d, _ := DecodeReport([]byte("\xEF\xBB\xBFso"), "")
	for _, tt := range []struct {
		name                 string
		start, end, from, to int
	}{
		{"before the text stands the mark", 0, 0, 0, 3},
		{"between two letters nothing", 1, 1, 4, 4},
		{"nor at the end", 2, 2, 5, 5},
		{"offsets are clamped", -3, 99, 3, 5},
		{"and turned", 2, 1, 5, 5},
	} {
		t.Run(tt.name, func(t *testing.T) {
			from, to := d.Source(tt.start, tt.end)
			assert.Equal(t, [2]int{tt.from, tt.to}, [2]int{from, to})
		})
	}
	from, to := Decoding{}.Source(0, 5)
	assert.Equal(t, [2]int{0, 0}, [2]int{from, to}, "the zero value")
}

// A cut is a place at which a text and its bytes can both be cut.
type cut struct{ text, source int }

// cutsOf finds them the slow way: it decodes every prefix of the bytes, and all
// of them with room for every prefix of the text.
func cutsOf(c codec, b []byte, text string) (cuts []cut) {
	dst := make([]byte, 8*len(b)+8)
	for n := range len(b) + 1 {
		if c.enc == nil {
			if prefix := c.decoding(b[:n], 0, BasisHeader).Text; strings.HasPrefix(text, prefix) {
				cuts = append(cuts, cut{len(prefix), n})
			}
			continue
		}
		size, used, _ := c.enc.NewDecoder().Transform(dst, b[:n], n == len(b))
		cuts = append(cuts, cut{size, used})
	}
	for n := range len(text) {
		if c.enc != nil && boundary(text, n) {
			size, used, _ := c.enc.NewDecoder().Transform(dst[:n], b, true)
			cuts = append(cuts, cut{size, used})
		}
	}
	return cuts
}

// sourceBySearch is Source by its definition.
func sourceBySearch(cuts []cut, start, end int) (from, to int) {
	from, to = -1, 1<<30
	for _, c := range cuts {
		if c.text <= start {
			from = max(from, c.source)
		}
		if c.text >= end {
			to = min(to, c.source)
		}
	}
	if start == end {
		return min(from, to), max(from, to)
	}
	return from, to
}

var sourceCharsets = []string{
	"utf-8", "windows-1252", "windows-1251", "windows-1255", "koi8-r", "iso-8859-5", "iso-8859-15", "macintosh", "x-mac-ce",
	"utf-16le", "utf-16be", "shift_jis", "gbk", "gb18030", "big5", "euc-kr", "euc-jp", "iso-2022-jp", "hz-gb-2312",
}

// randomBytes returns characters of a character set, amid bytes that may be
// none of it.
func randomBytes(rng *rand.Rand, c codec, n int) (b []byte) {
	words := []string{"a", " the ", "é", "Ж", "ñ", "“", "€", "新", "橋", "市长", "ア", "ｱ", "새", "丂", "😀", "\u00a0", strings.Repeat("long ", 80), "Привет"}
	enc := c.enc
	for range n {
		switch rng.IntN(12) {
		case 0:
			b = append(b, byte(rng.IntN(256)))
		case 1:
			if c.enc == nil {
				b = append(b, "“é"...) // UTF-8 amid another code
			}
		case 2:
			b = append(b, []string{"\xE2\x80", "\x1B$B", "\x1B(B", "~{", "~}", "\x8F\xB0\xA1", "\x81\x30\x84\x36", "\x88\x62", "\x80"}[rng.IntN(9)]...)
		default:
			word := words[rng.IntN(len(words))]
			if enc == nil {
				for _, r := range word {
					if v, ok := encodePage(c, r); ok {
						b = append(b, v...)
					}
				}
			} else if v, err := encoding.ReplaceUnsupported(enc.NewEncoder()).Bytes([]byte(word)); err == nil {
				b = append(b, v...)
			}
		}
	}
	return b
}

func encodePage(c codec, r rune) ([]byte, bool) {
	if c.rule() == same {
		return utf8.AppendRune(nil, r), true
	}
	v, ok := c.page.Encode(r)
	return []byte{v}, ok
}

// In every character set, Source is what decoding the bytes bit by bit shows.
func TestDecodingSourceAgreesWithSearch(t *testing.T) {
	for _, name := range sourceCharsets {
		t.Run(name, func(t *testing.T) {
			c, ok := lookupCharset(name)
			require.True(t, ok)
			rng := rand.New(rand.NewPCG(7, uint64(len(name))))
			for range 150 {
				b := randomBytes(rng, c, rng.IntN(14))
				d := c.decoding(b, 0, BasisHeader)
				checkSource(t, c, b, d)
			}
		})
	}
}

func checkSource(t *testing.T, c codec, b []byte, d Decoding) {
	t.Helper()
	if c.enc != nil {
		whole, err := c.enc.NewDecoder().Bytes(b)
		require.NoError(t, err)
		require.Equal(t, string(whole), d.Text, "%q", b)
	}
	checkMap(t, d.Text, string(b)+"\xff", d.Source)
	cuts := cutsOf(c, b, d.Text)
	for start := range len(d.Text) + 1 {
		for _, end := range []int{start, start + 1, start + 5, len(d.Text)} {
			if end > len(d.Text) || !boundary(d.Text, start) || !boundary(d.Text, end) {
				continue
			}
			wantFrom, wantTo := sourceBySearch(cuts, start, end)
			from, to := d.Source(start, end)
			require.Equal(t, [2]int{wantFrom, wantTo}, [2]int{from, to}, "[%d, %d) of %q from %q", start, end, d.Text, b)
		}
	}
}
