package charset

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestPages(t *testing.T) {
	tests := []struct {
		page Page
		b    byte
		want rune
		why  string
	}{
		{Windows1252, 0x80, '€', "windows-1252 is latin-1 with marks in the C1 range"},
		{Windows1252, 0x9D, 0x9D, "undefined bytes keep their number"},
		{Windows1250, 0xC3, 'Ă', ""},
		{Windows1251, 0xE2, 'в', ""},
		{Windows1257, 0xA1, 0xA1, "undefined above A0 too"},
		{MacRoman, 0xDB, '€', "the currency sign of older tables gave way to the euro"},
		{MacRoman, 0xF0, 0xF8FF, "the apple"},
		{MacCentralEurope, 0xE2, '‚', ""},
		{MacCentralEurope, 0x9D, 'Ě', ""},
		{MacTurkish, 0xDD, 'ı', ""},
		{MacGreek, 0xA1, 'Γ', ""},
		{CodePage437, 0xE2, 'Γ', ""},
		{KOI8R, 0xE2, 'Б', ""},
		{KOI8U, 0xA4, 'є', ""},
		{ISO8859_15, 0xA4, '€', ""},
		{Latin1, 'a', 'a', "ASCII"},
	}
	for _, tt := range tests {
		assert.Equal(t, tt.want, tt.page.Decode(tt.b), "%v %02X %s", tt.page, tt.b, tt.why)
	}
}

func TestEncodeUndoesDecode(t *testing.T) {
	for p := range Page(Count) {
		for i := range 256 {
			r := p.Decode(byte(i))
			b, ok := p.Encode(r)
			require.True(t, ok, "%v %02X", p, i)
			require.Equal(t, r, p.Decode(b), "%v %02X", p, i)
		}
	}
}

func TestRowsAgreeWithPages(t *testing.T) {
	for r := rune(-1); r < 0x11000; r++ {
		row := Lookup(r)
		for p := range Page(Count) {
			b := row.Bytes[p]
			require.Equal(t, 0xC2 <= b && b <= 0xF4, row.Lead>>p&1 == 1, "%v U+%04X", p, r)
			require.Equal(t, 0xE0 <= b && b <= 0xEF, row.Three>>p&1 == 1, "%v U+%04X", p, r)
			require.Equal(t, 0xF0 <= b && b <= 0xF4, row.Four>>p&1 == 1, "%v U+%04X", p, r)
			require.Equal(t, 0x80 <= b && b <= 0xBF, row.Cont>>p&1 == 1, "%v U+%04X", p, r)
			if b != 0 {
				require.Equal(t, r, p.Decode(b), "%v U+%04X", p, r)
			}
		}
	}
}

func TestNames(t *testing.T) {
	assert.Equal(t, "mac_latin2", MacCentralEurope.String())
	assert.Equal(t, "unknown", Page(200).String())
	assert.Equal(t, "cp949", EUCKR.String())
	assert.Equal(t, "unknown", Code(200).String())
}

func TestCodes(t *testing.T) {
	tests := []struct {
		code      Code
		r         rune
		high, low byte
	}{
		{GBK, '鈥', 0xE2, 0x80},
		{GBK, '檚', 0x99, 's'},
		{GBK, '茅', 0xC3, 0xA9},
		{GBK, 'x', 0, 'x'},
		{GBK, 'é', 0xA8, 0xA6},
		{GBK, '한', 0, 0},
		{GBK, 0x1F600, 0, 0},
		{GBK, 0xE6A6, 0xA6, '@'},
		{ShiftJIS, 0xF8F0, 0, 0xA0},
		{Big5, '中', 0xA4, 0xA4},
		{ShiftJIS, '窶', 0xE2, 0x80},
		{ShiftJIS, 'ﾃ', 0, 0xC3},
		{EUCKR, '챕', 0xC3, 0xA9},
	}
	for _, tt := range tests {
		high, low := tt.code.Encode(tt.r)
		assert.Equal(t, [2]byte{tt.high, tt.low}, [2]byte{high, low}, "%v %c", tt.code, tt.r)
	}
}

func BenchmarkLookup(b *testing.B) {
	text := "â€™ Äô привет ł"
	b.ReportAllocs()
	for b.Loop() {
		for _, r := range text {
			if Lookup(r).Lead == 1<<31 {
				b.Fatal()
			}
		}
	}
}
