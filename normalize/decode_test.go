package normalize

import (
	"errors"
	"fmt"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	japanesecode "golang.org/x/text/encoding/japanese"
	koreancode "golang.org/x/text/encoding/korean"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/traditionalchinese"
	"golang.org/x/text/encoding/unicode"
)

func ExampleDecode() {
	page := []byte("Le th\xE9\xE2tre rouvre \x96 le caf\xE9 aussi")
	text, err := Decode(page, "text/html; charset=iso-8859-1")
	fmt.Println(text, err)
	// Output: Le théâtre rouvre – le café aussi <nil>
}

func ExampleDecodeReport() {
	page := []byte("<meta charset=latin1><p>The café shut; they didn’t say why.")
	d, _ := DecodeReport(page, "")
	fmt.Println(d.Charset, "by", d.Evidence)
	// Output: utf-8 by content
}

func TestDecode(t *testing.T) {
	tests := []struct {
		name, in, contentType string
		want, charset         string
		by                    Evidence
	}{
		{"nothing", "", "", "", "utf-8", ByContent},
		{"ASCII is UTF-8", "plain", "", "plain", "utf-8", ByContent},
		{"UTF-8", "d\u00e9j\u00e0", "", "déjà", "utf-8", ByContent},
		{"a mark is no part of the text", "\xEF\xBB\xBFd\u00e9", "", "dé", "utf-8", ByMark},
		{"a mark wins over the header", "\xFF\xFEd\x00\xE9\x00", "text/plain; charset=utf-8", "dé", "utf-16le", ByMark},
		{"the other byte order", "\xFE\xFF\x00d\x00\xE9", "", "dé", "utf-16be", ByMark},
		{"four bytes to a character", "\xFF\xFE\x00\x00d\x00\x00\x00", "", "d", "utf-32le", ByMark},
		{"no mark, but every second byte is zero", "d\x00a\x00y\x00", "", "day", "utf-16le", ByContent},

		{"the header", "\xCF\xF0\xE8\xE2\xE5\xF2", "text/html; charset=windows-1251", "Привет", "windows-1251", ByHeader},
		{"in any spelling", "\xCF\xF0\xE8\xE2\xE5\xF2", "Text/HTML; Charset = \"CP1251\" ", "Привет", "windows-1251", ByHeader},
		{"only a name", "\xCF\xF0\xE8\xE2\xE5\xF2", "windows-1251", "Привет", "windows-1251", ByHeader},
		{"a name of IANA", "\x82t\x82", "IBM850", "été", "ibm850", ByHeader},
		{"a name that only Macs know", "\x8Er\x8En\x92", "x-mac-ce", "érén\u00ed", "mac_latin2", ByHeader},
		{"latin-1 means windows-1252", "\x93So,\x94 he said", "latin1", "“So,” he said", "windows-1252", ByHeader},
		{"and so does ASCII", "it\x92s", "us-ascii", "it’s", "windows-1252", ByHeader},
		{"undefined bytes stay", "\x81", "windows-1252", "\u0081", "windows-1252", ByHeader},

		{"the page says", "<html><meta charset='koi8-r'>\xF0\xD2\xC9\xD7\xC5\xD4", "", "<html><meta charset='koi8-r'>Привет", "koi8-r", ByMeta},
		{"the old way", `<META HTTP-EQUIV="Content-Type" content="text/html;charset=windows-1251">` + "\xCF\xF0", "", `<META HTTP-EQUIV="Content-Type" content="text/html;charset=windows-1251">` + "Пр", "windows-1251", ByMeta},
		{"in XML", `<?xml version="1.0" encoding="windows-1251"?>` + "\xCF\xF0", "", `<?xml version="1.0" encoding="windows-1251"?>Пр`, "windows-1251", ByMeta},
		{"not in a comment", "<!-- <meta charset=koi8-r> -->caf\xE9 noir", "", "<!-- <meta charset=koi8-r> -->café noir", "windows-1252", ByContent},
		{"nobody reads a declaration in UTF-16", "<meta charset=utf-16>d\u00e9", "", "<meta charset=utf-16>dé", "utf-8", ByMeta},
		{"an unknown name in the page is passed over", "<meta charset=klingon>caf\xE9 noir", "", "<meta charset=klingon>café noir", "windows-1252", ByContent},
		{"the header wins over the page", "<meta charset=koi8-r>\xCF\xF0", "windows-1251", "<meta charset=koi8-r>Пр", "windows-1251", ByHeader},

		{"valid UTF-8 wins over a header", "d\u00e9j\u00e0", "text/html; charset=iso-8859-1", "déjà", "utf-8", ByContent},
		{"over an East Asian one too", "wouldn\u2019t \u201cstay\u201d or\u2026", "gbk", "wouldn’t “stay” or…", "utf-8", ByContent},
		{"but a capital and a mark are not UTF-8", "CAF\xC9\x94", "windows-1252", "CAFÉ”", "windows-1252", ByHeader},
		{"a header that says UTF-8 of latin-1", "\xE9t\xE9 \xE0 No\xEBl", "utf-8", "été à Noël", "windows-1252", ByContent},

		{"stray bytes in UTF-8", "d\u00e9j\u00e0 vu \x93so\x94", "", "déjà vu “so”", "utf-8", ByContent},
		{"declared", "d\u00e9j\u00e0 vu, it\x92s", "utf-8", "déjà vu, it’s", "utf-8", ByHeader},
		{"UTF-8 in windows-1252", "\xE9t\xE9 \xE0 No\xEBl, l\xE2\x80\x99ann\u00e9e", "", "été à Noël, l’année", "windows-1252", ByContent},
		{"a character cut off at the end", "d\u00e9j\u00e0 \xE2\x80", "", "déjà \uFFFD", "utf-8", ByContent},
		{"a mark of which a part is gone", "\u201cd\u00e9j\u00e0\xE2\x80 vu", "", "“déjà\uFFFD vu", "utf-8", ByContent},
		{"surrogates", "d\u00e9j\u00e0 \xED\xA0\xBD\xED\xB8\x80", "", "déjà 😀", "utf-8", ByContent},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			d, err := DecodeReport([]byte(tt.in), tt.contentType)
			require.NoError(t, err)
			assert.Equal(t, tt.want, d.Text)
			assert.Equal(t, tt.charset, d.Charset)
			assert.Equal(t, tt.by, d.Evidence, "%v", d.Evidence)
		})
	}
}

// What is declared nowhere, or wrongly as latin-1 or UTF-8, is found in the bytes.
func TestDecodeSniffs(t *testing.T) {
	const (
		russian  = "Новый мост закрыт до весны, сказал мэр. «Жители ждут», — добавил он."
		greek    = "Η νέα γέφυρα θα μείνει κλειστή ως την άνοιξη, είπε ο δήμαρχος."
		czech    = "Nový most zůstane do jara zavřený, řekl starosta. Lidé už čekají na loď a prší."
		polish   = "Nowy most będzie zamknięty do wiosny, powiedział burmistrz. Ludzie są źli."
		turkish  = "Yeni köprü ilkbahara kadar kapalı kalacak, dedi belediye başkanı. Çoğu kişi kızgın."
		french   = "Le nouveau pont restera fermé jusqu’à l’été, a déclaré le maire, très déçu."
		oe       = "La sœur du maire a payé 5 € à l’entrée."
		arabic   = "قال العمدة إن الجسر الجديد سيبقى مغلقا حتى الربيع."
		hebrew   = "ראש העיר אמר כי הגשר החדש יישאר סגור עד האביב."
		thai     = "นายกเทศมนตรีกล่าวว่าสะพานใหม่จะปิดจนถึงฤดูใบไม้ผลิ"
		chinese  = "市长说，新桥要关到春天。很多人都在等船。"
		taiwan   = "市長說，新橋要關到春天。很多人都在等船。"
		japanese = "新しい橋は春まで閉鎖されると市長が述べた。多くの人が船を待っている。"
		korean   = "시장은 새 다리가 봄까지 닫혀 있을 것이라고 말했다."
	)
	for _, tt := range []struct {
		text, charset string
		enc           encoding.Encoding
	}{
		{russian, "windows-1251", charmap.Windows1251}, {strings.NewReplacer("«", "", "»", "", "—", "-").Replace(russian), "koi8-r", charmap.KOI8R},
		{strings.NewReplacer("«", "", "»", "", "—", "-").Replace(russian), "iso-8859-5", charmap.ISO8859_5},
		{strings.NewReplacer("«", "", "»", "", "—", "-").Replace(russian), "ibm866", charmap.CodePage866},
		{greek, "windows-1253", charmap.Windows1253}, {czech, "windows-1250", charmap.Windows1250}, {czech, "iso-8859-2", charmap.ISO8859_2},
		{polish, "windows-1250", charmap.Windows1250}, {polish, "iso-8859-2", charmap.ISO8859_2}, {turkish, "windows-1254", charmap.Windows1254},
		{french, "windows-1252", charmap.Windows1252}, {french, "macintosh", charmap.Macintosh},
		{strings.ReplaceAll(oe, "’", "'"), "iso-8859-15", charmap.ISO8859_15},
		{arabic, "windows-1256", charmap.Windows1256}, {arabic, "iso-8859-6", charmap.ISO8859_6},
		{hebrew, "windows-1255", charmap.Windows1255}, {thai, "windows-874", charmap.Windows874},
		{chinese, "gbk", simplifiedchinese.GBK}, {taiwan, "big5", traditionalchinese.Big5},
		{japanese, "shift_jis", japanesecode.ShiftJIS}, {japanese, "euc-jp", japanesecode.EUCJP}, {japanese, "iso-2022-jp", japanesecode.ISO2022JP},
		{korean, "euc-kr", koreancode.EUCKR},
		{russian, "utf-8", encoding.Nop}, {chinese, "utf-8", encoding.Nop}, {"zażółć", "utf-8", encoding.Nop},
		{russian, "utf-16le", unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM)},
		{chinese + "\n\n" + chinese, "utf-16be", unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM)},
	} {
		b, err := tt.enc.NewEncoder().Bytes([]byte(tt.text))
		require.NoError(t, err, tt.charset)
		for _, declared := range []string{"", "text/html; charset=utf-8", "text/html; charset=iso-8859-1"} {
			d, err := DecodeReport(b, declared)
			require.NoError(t, err)
			if declared != "" && (tt.charset == "iso-8859-15" || tt.charset == "macintosh") && strings.HasSuffix(declared, "1") {
				continue // hardly anything speaks against the declaration
			}
			assert.Equal(t, tt.text, d.Text, "%s declared as %q", tt.charset, declared)
			assert.Equal(t, tt.charset, d.Charset, "declared as %q", declared)
		}
	}
}

// One accented letter is not enough to overrule a declaration, nor to leave
// what is usual.
func TestDecodeKeepsToTheUsual(t *testing.T) {
	for _, s := range []string{"caf\xE9", "Per\xFA", "gro\xDF", "p\xE2te", "\xA35 a day", "it\x92s", "50\xB0 and 5\xBD", "na\xEFve S\xE3o Tom\xE9"} {
		for _, declared := range []string{"", "latin1", "utf-8"} {
			d, _ := DecodeReport([]byte(s), declared)
			assert.Equal(t, "windows-1252", d.Charset, "%q declared as %q: %s", s, declared, d.Text)
		}
	}
	d, _ := DecodeReport([]byte("\xCF\xF0\xE8\xE2\xE5\xF2"), "koi8-r")
	assert.Equal(t, "koi8-r", d.Charset, "only latin-1 is declared by those who do not know")
}

func TestDecodeUnknownCharset(t *testing.T) {
	text, err := Decode([]byte("d\u00e9j\u00e0"), "text/html; charset=klingon")
	var unknown *CharsetError
	require.True(t, errors.As(err, &unknown))
	assert.Equal(t, "klingon", unknown.Label)
	assert.EqualError(t, err, `normalize: unknown charset "klingon"`)
	assert.Equal(t, "déjà", text, "the text comes all the same")
	for _, none := range []string{"text/html", "text/html; boundary=x", ""} {
		_, err := Decode(nil, none)
		assert.NoError(t, err, "%q declares nothing", none)
	}
}

func TestDecodeCounts(t *testing.T) {
	d, err := DecodeReport([]byte("d\u00e9j\u00e0 vu, it\x92s \xE2\x80"), "")
	require.NoError(t, err)
	assert.Equal(t, 1, d.Mixed)
	assert.Equal(t, 1, d.Lost)
}

func FuzzDecode(f *testing.F) {
	legacy, _ := charmap.KOI8R.NewEncoder().Bytes([]byte("Новый мост закрыт до весны"))
	f.Add(legacy, "koi8-r")
	chinese, _ := simplifiedchinese.GBK.NewEncoder().Bytes([]byte("新桥开到春天。"))
	f.Add(chinese, "")
	f.Add([]byte("\xFF\xFEa\x00\x00\xD8"), "")
	f.Add([]byte("<?xml encoding=x?><meta charset=utf-7>\x1B$B!!\xE2\x80"), "text/html; charset")
	f.Fuzz(func(t *testing.T, b []byte, contentType string) {
		d, err := DecodeReport(b, contentType)
		require.True(t, utf8.ValidString(d.Text))
		require.NotEmpty(t, d.Charset)
		if err != nil {
			require.NotEmpty(t, err.Error())
		}
		if utf8.Valid(b) && d.Charset == "utf-8" && d.Evidence != ByMark {
			require.Equal(t, string(b), d.Text)
		}
	})
}
