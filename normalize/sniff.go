package normalize

import (
	"bytes"
	"strings"
	"sync"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/japanese"
	xunicode "golang.org/x/text/encoding/unicode"

	"github.com/copydesk-go/copydesk/internal/charset"
	"github.com/copydesk-go/copydesk/normalize/internal/char"
	"github.com/copydesk-go/copydesk/normalize/internal/mojibake"
)

// sniff finds the character set of bytes of which nothing is declared, or
// nothing that can be true.
func sniff(b []byte, seen sight) codec {
	if c, ok := seen.byPattern(b); ok {
		return c
	}
	if seen.wide >= seen.strays {
		return utf8Codec
	}
	c, _ := likeliest(sampleOf(b))
	return c
}

// byPattern finds the codes that show in zero bytes or escape sequences.
func (s sight) byPattern(b []byte) (codec, bool) {
	if s.wide+s.strays == 0 && s.escapes > 0 && (bytes.Contains(b, []byte("\x1B$B")) || bytes.Contains(b, []byte("\x1B$@"))) {
		return codec{name: "iso-2022-jp", page: charset.Count, enc: japanese.ISO2022JP}, true
	}
	return s.utf16(b)
}

// likeliest returns the character set in which the sample is likeliest, and what
// it costs there.
func likeliest(s *sample) (best codec, least int32) {
	least = 1 << 30
	for _, c := range suspects() {
		if cost := s.cost(c); cost < least {
			best, least = c.codec, cost
		}
	}
	return best, least
}

// enoughDoubt is how much likelier a text must be in another code than in
// windows-1252 when that is declared.
const enoughDoubt = 240

// doubtful reports whether windows-1252, or latin-1, has been declared by
// someone who did not know: as the declaration of a server for all that it has.
func doubtful(b []byte, seen sight) bool {
	if seen.wide+seen.strays == 0 {
		return false
	}
	s := sampleOf(b)
	least := int32(1 << 30)
	if seen.strays == 0 {
		least = s.cost(suspect{codec: utf8Codec}) + isoHandicap
	} else {
		_, least = likeliest(s)
	}
	return s.cost(suspects()[0])-least > enoughDoubt
}

// A suspect is a character set that bytes may be in.
type suspect struct {
	codec
	code     mojibake.Reading // charset.Count and more: an East Asian code
	table    *charmap.Charmap // of a page that charset does not have
	handicap int32            // what its text must be likelier by
}

// Handicaps, as costs. Hardly any page of the web is in a code that was made
// for the screens of DOS or for Macs, and what is new in windows-1252 over
// iso-8859-15 is older than what is new in the latter.
const (
	windowsHandicap = 56
	isoHandicap     = 80
	dosHandicap     = 128
)

// suspects lists what is looked for: first what is likelier when nothing else
// tells two of them apart.
var suspects = sync.OnceValue(func() (list []suspect) {
	page := func(name string, p charset.Page, handicap int32) {
		list = append(list, suspect{codec: pageCodec(name, p), code: mojibake.Reading(p), handicap: handicap})
	}
	code := func(name string, k charset.Code) {
		c, _ := lookupCharset(name)
		list = append(list, suspect{codec: c, code: charset.Count + mojibake.Reading(k), handicap: windowsHandicap})
	}
	table := func(name string, t *charmap.Charmap) {
		list = append(list, suspect{codec: codec{name: name, page: charset.Count, enc: t}, table: t, handicap: isoHandicap})
	}
	page("windows-1252", charset.Windows1252, 0) // first: see doubtful
	page("windows-1251", charset.Windows1251, windowsHandicap)
	page("windows-1250", charset.Windows1250, windowsHandicap)
	page("windows-1254", charset.Windows1254, windowsHandicap)
	page("windows-1253", charset.Windows1253, windowsHandicap)
	page("windows-1257", charset.Windows1257, windowsHandicap)
	page("windows-1256", charset.Windows1256, windowsHandicap)
	page("windows-1255", charset.Windows1255, windowsHandicap)
	page("windows-874", charset.Windows874, windowsHandicap)
	page("windows-1258", charset.Windows1258, windowsHandicap)
	page("koi8-r", charset.KOI8R, windowsHandicap)
	page("koi8-u", charset.KOI8U, isoHandicap)
	code("gbk", charset.GBK)
	code("shift_jis", charset.ShiftJIS)
	code("euc-jp", charset.EUCJP)
	code("euc-kr", charset.EUCKR)
	code("big5", charset.Big5)
	page("iso-8859-2", charset.ISO8859_2, isoHandicap)
	page("iso-8859-15", charset.ISO8859_15, isoHandicap)
	page("iso-8859-7", charset.ISO8859_7, isoHandicap)
	table("iso-8859-5", charmap.ISO8859_5)
	table("iso-8859-6", charmap.ISO8859_6)
	table("iso-8859-8", charmap.ISO8859_8)
	table("iso-8859-4", charmap.ISO8859_4)
	page("ibm866", charset.CodePage866, dosHandicap)
	page("macintosh", charset.MacRoman, dosHandicap)
	page("x-mac-cyrillic", charset.MacCyrillic, dosHandicap)
	page("ibm850", charset.CodePage850, dosHandicap)
	page("ibm852", charset.CodePage852, dosHandicap)
	page("ibm437", charset.CodePage437, dosHandicap)
	return list
})

// A sample is what of a text is looked at: the words that have bytes outside
// ASCII and those around them.
type sample struct {
	b     []byte
	wide  int       // bytes outside ASCII
	seen  [128]bool // those
	tries int       // stretches that could not be taken
	chars []char.Char
}

const (
	// sampleSize is about how many bytes are looked at.
	sampleSize = 1200
	// sampleReach is how far around a byte outside ASCII.
	sampleReach = 48
	// maxTries bounds the search for a stretch that ends between words.
	maxTries = 256
)

func sampleOf(b []byte) *sample {
	s := &sample{b: make([]byte, 0, 2*sampleSize)}
	i := 0
	for i < len(b) && len(s.b) < sampleSize {
		i = s.take(b, i, false)
	}
	// What tells two codes apart may be further on.
	for i < len(b) && len(s.b) < 2*sampleSize {
		i = s.take(b, i, true)
	}
	return s
}

// take adds the next stretch around bytes outside ASCII at or after i and
// returns where it ends: with rare set, around the next byte that is not in the
// sample yet.
func (s *sample) take(b []byte, i int, rare bool) int {
	from := i
	for i < len(b) && (b[i] < utf8.RuneSelf || rare && s.seen[b[i]-utf8.RuneSelf]) {
		i++
	}
	if i == len(b) {
		return i
	}
	start, end := i, i
	for start > from && (i-start < sampleReach || b[start-1] > ' ') && i-start < 4*sampleReach {
		start--
	}
	for ascii := 0; end < len(b) && end-i < sampleSize && (ascii < sampleReach || b[end] > ' '); end++ {
		if ascii++; b[end] >= utf8.RuneSelf {
			if ascii = 0; rare && end-i > sampleReach {
				break // with some of its neighbours
			}
		}
	}
	if rare && (start > from && b[start-1] > ' ' || end < len(b) && b[end] > ' ') {
		if s.tries++; s.tries == maxTries {
			return len(b)
		}
		return i + 1 // it may cut a character
	}
	for _, c := range b[start:end] {
		if c >= utf8.RuneSelf {
			s.seen[c-utf8.RuneSelf] = true
			s.wide++
		}
	}
	s.b = append(append(s.b, b[start:end]...), '\n')
	return end
}

// cost is how unlikely the sample is in a code.
func (s *sample) cost(c suspect) int32 {
	lost := 0
	s.chars = s.chars[:0]
	for i := 0; i < len(s.b); {
		r, n := c.decode(s.b[i:])
		if r == utf8.RuneError {
			lost++
		}
		s.chars = append(s.chars, char.Of(r))
		i += n
	}
	// The end of the sample may cut a character.
	if 20*(lost-1) > s.wide {
		return 1 << 30
	}
	return c.handicap + mojibake.Cost(s.chars, c.code) + oddities(s.chars)
}

// oddities is what a text costs for symbols that touch letters and for scripts
// that meet within a word.
func oddities(chars []char.Char) (cost int32) {
	before := char.ASCII['\n']
	for i, c := range chars {
		after := char.ASCII['\n']
		if i+1 < len(chars) {
			after = chars[i+1]
		}
		if c.Rune >= utf8.RuneSelf {
			switch {
			case c.Rune == '¤':
				cost += 100
			case 0x0E00 <= c.Rune && c.Rune < 0x0E80:
				if !thaiFollows(before.Rune, c.Rune) || before.Letter() && before.Script == char.Latin || after.Letter() && after.Script == char.Latin {
					cost += 128
				}
			case c.Class == char.Mark:
			case c.Letter() && c.Class != char.Wide:
				if c.Script != char.Latin && (before.Letter() && before.Script == char.Latin || after.Letter() && after.Script == char.Latin) {
					cost += 128
				}
			case c.Class == char.Wide:
				if isFrequent(c.Rune) {
					cost -= 48
				}
				if before.Rune < utf8.RuneSelf && after.Rune < utf8.RuneSelf {
					cost += 64
				}
			case c.Class >= char.Open && c.Class <= char.Dash, c.Class == char.NBSP, c.Class == char.Invert, c.Class == char.WideMark, c.Class == char.Emoji:
			case before.Letter() || after.Letter():
				cost += 128
			}
		}
		before = c
	}
	return cost
}

// thaiFollows reports whether r may follow another character in Thai: a vowel
// or tone that is written above or below stands after a letter, none after a
// vowel that is written before its letter, a digit not after a letter, and some
// have gone out of use.
func thaiFollows(before, r rune) bool {
	leading := 0x0E40 <= before && before <= 0x0E44
	thai := 0x0E00 <= before && before < 0x0E50
	switch {
	case r == 0x0E03, r == 0x0E05, r == 0x0E3A, r == 0x0E3F, r >= 0x0E4E && (r < 0x0E50 || r > 0x0E59):
		return false
	case r >= 0x0E50:
		return !thai
	case r == 0x0E31, 0x0E34 <= r && r <= 0x0E39, r >= 0x0E47:
		return thai && !leading
	}
	return !leading || 0x0E01 <= r && r <= 0x0E2E
}

// isFrequent reports whether a letter is among the most frequent of Chinese or
// Korean. The codes hold all of them amid others that are hardly ever used.
func isFrequent(r rune) bool {
	return strings.ContainsRune("的一是不了在人有我他这這个個们們中来來上大为為和国國地到以说說时時要就出会會可也你对對生能而子那得于着下自之年过過发發后後作里用道行所然家种種事成方多经經么去法学學如都同现現当當没動动面起看定天分还還进進好小部其些主样理心她本前开但因只从從想实日月市"+
		"이다는의에가을를은고하지한도로사기서니인자시대어있나스라리아정일해보수주원전부구장상그게오들만제것성과으여면안동국공마소비우조무적", r)
}

// decode decodes the first character of b. What is no character is U+FFFD.
func (c *suspect) decode(b []byte) (rune, int) {
	switch {
	case b[0] < utf8.RuneSelf:
		return rune(b[0]), 1
	case c.name == "utf-8":
		return utf8.DecodeRune(b)
	case c.table != nil:
		return c.table.DecodeByte(b[0]), 1
	case c.name == "gbk" && len(b) > 3 && b[1]-'0' < 10 && b[2] >= 0x81 && b[3]-'0' < 10:
		return '㐀', 4 // some character of GB 18030
	}
	return mojibake.DecodeLegacy(c.code, b)
}

// utf16 reports whether a text without declaration is UTF-16: every second
// byte of it is zero, or a few are, which hardly any other text has, and its
// units are common characters in one order of the bytes.
func (s sight) utf16(b []byte) (codec, bool) {
	if s.zeros == 0 || len(b) < 2 {
		return codec{}, false
	}
	head := b[:min(len(b), 1<<12)&^1]
	little := codec{name: "utf-16le", page: charset.Count, enc: xunicode.UTF16(xunicode.LittleEndian, xunicode.IgnoreBOM)}
	big := codec{name: "utf-16be", page: charset.Count, enc: xunicode.UTF16(xunicode.BigEndian, xunicode.IgnoreBOM)}
	if 3*s.zeros >= len(b) {
		if zerosAt(head, 1) >= zerosAt(head, 0) {
			return little, true
		}
		return big, true
	}
	if len(b)%2 != 0 || 4*printable(head) > 3*len(head) {
		return codec{}, false
	}
	le, be := commonUnits(head, 0), commonUnits(head, 1)
	switch least := len(head) / 2 * 19 / 20; {
	case le > be && le >= least:
		return little, true
	case be > le && be >= least:
		return big, true
	}
	return codec{}, false
}

// printable counts the ASCII characters that can be seen.
func printable(b []byte) (n int) {
	for _, c := range b {
		if c >= ' ' && c < 0x7F {
			n++
		}
	}
	return n
}

// commonUnits counts the units of UTF-16, with the low byte at low, that are
// characters of living scripts and common marks.
func commonUnits(b []byte, low int) (n int) {
	for i := 0; i+1 < len(b); i += 2 {
		switch r := rune(b[i+low]) | rune(b[i+1-low])<<8; {
		case r == '\n', r == '\r', r == '\t', ' ' <= r && r < 0x7F, 0xA0 <= r && r < 0x0700, 0x0900 <= r && r < 0x1100,
			0x1E00 <= r && r < 0x2040, 0x3000 <= r && r < 0x3100, 0x4E00 <= r && r < 0xA000, 0xAC00 <= r && r < 0xD7A4, 0xFF00 <= r && r < 0xFFF0:
			n++
		}
	}
	return n
}

// zerosAt counts the zero bytes at even or odd places.
func zerosAt(b []byte, first int) (n int) {
	for i := first; i < len(b); i += 2 {
		if b[i] == 0 {
			n++
		}
	}
	return n
}
