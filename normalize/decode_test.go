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
	fmt.Println(d.Charset, "by", d.Basis)
	// Output: utf-8 by content
}

func TestDecode(t *testing.T) {
	tests := []struct {
		name, in, contentType string
		want, charset         string
		by                    Basis
	}{
		{"nothing", "", "", "", "utf-8", BasisContent},
		{"ASCII is UTF-8", "plain", "", "plain", "utf-8", BasisContent},
		{"UTF-8", "d\u00e9j\u00e0", "", "déjà", "utf-8", BasisContent},
		{"a mark is no part of the text", "\xEF\xBB\xBFd\u00e9", "", "dé", "utf-8", BasisMark},
		{"a mark wins over the header", "\xFF\xFEd\x00\xE9\x00", "text/plain; charset=utf-8", "dé", "utf-16le", BasisMark},
		{"the other byte order", "\xFE\xFF\x00d\x00\xE9", "", "dé", "utf-16be", BasisMark},
		{"four bytes to a character", "\xFF\xFE\x00\x00d\x00\x00\x00", "", "d", "utf-32le", BasisMark},
		{"no mark, but every second byte is zero", "d\x00a\x00y\x00", "", "day", "utf-16le", BasisContent},

		{"the header", "\xCF\xF0\xE8\xE2\xE5\xF2", "text/html; charset=windows-1251", "Привет", "windows-1251", BasisHeader},
		{"in any spelling", "\xCF\xF0\xE8\xE2\xE5\xF2", "Text/HTML; Charset = \"CP1251\" ", "Привет", "windows-1251", BasisHeader},
		{"only a name", "\xCF\xF0\xE8\xE2\xE5\xF2", "windows-1251", "Привет", "windows-1251", BasisHeader},
		{"a name of IANA", "\x82t\x82", "IBM850", "été", "ibm850", BasisHeader},
		{"a name that only Macs know", "\x8Er\x8En\x92", "x-mac-ce", "érén\u00ed", "mac_latin2", BasisHeader},
		{"latin-1 means windows-1252", "\x93So,\x94 he said", "latin1", "“So,” he said", "windows-1252", BasisHeader},
		{"and so does ASCII", "it\x92s", "us-ascii", "it’s", "windows-1252", BasisHeader},
		{"undefined bytes stay", "\x81", "windows-1252", "\u0081", "windows-1252", BasisHeader},

		{"Vietnamese of VISCII", "Vi\xAEt Nam n\xDF\xBEc", "viscii", "Việt Nam nước", "viscii", BasisHeader},
		{"of TCVN", "Vi\xD6t Nam n\xADc", "tcvn-5712", "Việt Nam nưc", "tcvn5712-1", BasisHeader},
		{"Armenian", "\xD0\xB3\xDB\xB3\xEB\xEF\xB3\xDD", "ARMSCII-8", "Հայաստան", "armscii-8", BasisHeader},
		{"Georgian", "\xC7\xC1\xC8\xCA\xC8\xD1\xC8", "georgian-academy", "თბილისი", "georgian-academy", BasisHeader},
		{"Kazakh", "\x8D\xE0\xE7\xE0\x9D\xF1\xF2\xE0\xED", "ptcp154", "Қазақстан", "pt154", BasisHeader},
		{"Kazakh of the standard", "\x8D\xE0\xE7\xE0\x9D\xF1\xF2\xE0\xED", "RK1048", "Қазақстан", "kz-1048", BasisHeader},
		{"Tajik", "\xF4\xCF\x8D\xC9\xCB", "koi8-t", "Тоҷик", "koi8-t", BasisHeader},
		{"UTF-7", "Hi Mom +Jjo-! 1 +- 1 and caf+AOk", "utf-7", "Hi Mom ☺! 1 + 1 and café", "utf-7", BasisHeader},
		{"UTF-7 beyond 16 bits", "+2D3eAA- so", "unicode-1-1-utf-7", "😀 so", "utf-7", BasisHeader},
		{"Korean of seven bits", "\x1B$)C\x0E0!\x0F and \x0EGQ1[\x0F", "iso-2022-kr", "가 and 한글", "iso-2022-kr", BasisHeader},
		{"Chinese of seven bits", "~{VPND~} so", "hz-gb-2312", "中文 so", "hz-gb-2312", BasisHeader},
		{"which is ASCII when nothing says so", "Hi Mom +Jjo-", "", "Hi Mom +Jjo-", "utf-8", BasisContent},

		{"the page says", "<html><meta charset='koi8-r'>\xF0\xD2\xC9\xD7\xC5\xD4", "", "<html><meta charset='koi8-r'>Привет", "koi8-r", BasisMeta},
		{"the old way", `<META HTTP-EQUIV="Content-Type" content="text/html;charset=windows-1251">` + "\xCF\xF0", "", `<META HTTP-EQUIV="Content-Type" content="text/html;charset=windows-1251">` + "Пр", "windows-1251", BasisMeta},
		{"in XML", `<?xml version="1.0" encoding="windows-1251"?>` + "\xCF\xF0", "", `<?xml version="1.0" encoding="windows-1251"?>Пр`, "windows-1251", BasisMeta},
		{"not in a comment", "<!-- <meta charset=koi8-r> -->caf\xE9 noir", "", "<!-- <meta charset=koi8-r> -->café noir", "windows-1252", BasisContent},
		{"nobody reads a declaration in UTF-16", "<meta charset=utf-16>d\u00e9", "", "<meta charset=utf-16>dé", "utf-8", BasisMeta},
		{"an unknown name in the page is passed over", "<meta charset=klingon>caf\xE9 noir", "", "<meta charset=klingon>café noir", "windows-1252", BasisContent},
		{"the header wins over the page", "<meta charset=koi8-r>\xCF\xF0", "windows-1251", "<meta charset=koi8-r>Пр", "windows-1251", BasisHeader},

		{"valid UTF-8 wins over a header", "d\u00e9j\u00e0", "text/html; charset=iso-8859-1", "déjà", "utf-8", BasisContent},
		{"over an East Asian one too", "wouldn\u2019t \u201cstay\u201d or\u2026", "gbk", "wouldn’t “stay” or…", "utf-8", BasisContent},
		{"but a capital and a mark are not UTF-8", "CAF\xC9\x94", "windows-1252", "CAFÉ”", "windows-1252", BasisHeader},
		{"a header that says UTF-8 of latin-1", "\xE9t\xE9 \xE0 No\xEBl", "utf-8", "été à Noël", "windows-1252", BasisContent},

		{"stray bytes in UTF-8", "d\u00e9j\u00e0 vu \x93so\x94", "", "déjà vu “so”", "utf-8", BasisContent},
		{"declared", "d\u00e9j\u00e0 vu, it\x92s", "utf-8", "déjà vu, it’s", "utf-8", BasisHeader},
		{"UTF-8 in windows-1252", "\xE9t\xE9 \xE0 No\xEBl, l\xE2\x80\x99ann\u00e9e", "", "été à Noël, l’année", "windows-1252", BasisContent},
		{"a character cut off at the end", "d\u00e9j\u00e0 \xE2\x80", "", "déjà \uFFFD", "utf-8", BasisContent},
		{"a mark of which a part is gone", "\u201cd\u00e9j\u00e0\xE2\x80 vu", "", "“déjà\uFFFD vu", "utf-8", BasisContent},
		{"surrogates", "d\u00e9j\u00e0 \xED\xA0\xBD\xED\xB8\x80", "", "déjà 😀", "utf-8", BasisContent},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			d, err := DecodeReport([]byte(tt.in), tt.contentType)
			require.NoError(t, err)
			assert.Equal(t, tt.want, d.Text)
			assert.Equal(t, tt.charset, d.Charset)
			assert.Equal(t, tt.by, d.Basis, "%v", d.Basis)
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

func TestDecodeSaysWhatIsNoText(t *testing.T) {
	noise := "\x00\x01\x02\x03\xE9\xA0\x04\x05\x06\x10\x11\x12 and more"
	for _, tt := range []struct{ name, bytes, binary string }{
		{"gzip", "\x1F\x8B\x08\x00\x00\x00\x00\x00\x00\x03" + noise, "gzip"},
		{"a picture", "\x89PNG\r\n\x1A\n\x00\x00\x00\rIHDR" + noise, "PNG image"},
		{"a photograph", "\xFF\xD8\xFF\xE0\x00\x10JFIF\x00", "JPEG image"},
		{"PDF", "%PDF-1.7\n1 0 obj", "PDF"},
		{"zip and what is packed in it", "PK\x03\x04\x14\x00\x06\x00word/document.xml", "zip"},
		{"an executable", "MZ\x90\x00\x03\x00\x00\x00\x04" + noise, "executable"},
		{"a video", "\x00\x00\x00\x20ftypisom" + noise, "MP4 video"},
		{"zeros", strings.Repeat("\x00", 64), "binary data"},
		{"a disk of records", strings.Repeat("ab\x00\x00\x07c\x00\x01", 20), "binary data"},
		{"behind a byte order mark", "\xEF\xBB\xBF" + strings.Repeat(noise, 9), "binary data"},
		{"a false mark of UTF-16", "\xFF\xFE" + strings.Repeat("\x00\xD8\x41\x00", 20), "binary data"},

		{"nothing", "", ""},
		{"text", "The port is open.", ""},
		{"a text that begins like a picture", "BM shares rose by 3%", ""},
		{"and like an executable", "MZ Wallace is gone", ""},
		{"and like an image", "GIF89a is a format", ""},
		{"a separator between all words", "the\x1Fport\x1Fis\x1Fopen\x1F", ""},
		{"colours of a terminal", "\x1B[31mred\x1B[0m \x1B[32mgreen\x1B[0m", ""},
		{"the end of a file of DOS", "The port is open.\r\n\x1A", ""},
		{"one zero", "The port\x00is open.", ""},
		{"UTF-16", "T\x00h\x00e\x00 \x00p\x00o\x00r\x00t\x00", ""},
		{"UTF-16 of Greek", "\x9B\x03\x61\x04\x62\x04\x20\x00\x41\x04\x65\x04\x20\x00\x42\x04", ""},
		{"UTF-32 without a mark", "T\x00\x00\x00h\x00\x00\x00e\x00\x00\x00 \x00\x00\x00", ""},
		{"another character set", "\xCF\xF0\xE8\xE2\xE5\xF2", ""},
	} {
		t.Run(tt.name, func(t *testing.T) {
			d, _ := DecodeReport([]byte(tt.bytes), "")
			assert.Equal(t, tt.binary, d.Binary, "%q", d.Text)
		})
	}
}

func TestDecodeSaysWhatIsMarkup(t *testing.T) {
	for _, tt := range []struct{ name, bytes, markup string }{
		{"HTML", "<!DOCTYPE html><title>Port</title>", "HTML"},
		{"old HTML", `<!doctype HTML PUBLIC "-//W3C//DTD HTML 4.01//EN">`, "HTML"},
		{"without a type", "<html lang=en><body>", "HTML"},
		{"behind space", "\r\n  <HTML>", "HTML"},
		{"behind a mark", "\xEF\xBB\xBF\n<html>", "HTML"},
		{"behind a comment", "<!-- saved --> <html>", "HTML"},
		{"in UTF-16", "\xFF\xFE<\x00h\x00t\x00m\x00l\x00>\x00", "HTML"},
		{"XML", `<?xml version="1.0"?><nitf>`, "XML"},
		{"with a type of its own", "<!DOCTYPE nitf>", "XML"},
		{"of word processors", `{\rtf1\ansi The port}`, "RTF"},

		{"text", "The port is open.", ""},
		{"text about it", "An <html> element begins a page.", ""},
		{"a tag", "<p>The port is open.</p>", ""},
		{"another word", "<htmlarea>", ""},
		{"no end of a comment", "<!-- <html>", ""},
		{"a program", "<?php echo 1;", ""},
	} {
		t.Run(tt.name, func(t *testing.T) {
			d, _ := DecodeReport([]byte(tt.bytes), "")
			assert.Equal(t, tt.markup, d.Markup)
			assert.Empty(t, d.Binary)
		})
	}
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
		if utf8.Valid(b) && d.Charset == "utf-8" && d.Basis != BasisMark {
			require.Equal(t, string(b), d.Text)
		}
		checkMap(t, d.Text, string(b)+"\xFF", d.Source)
		from, to := d.Source(0, len(d.Text))
		require.True(t, 0 <= from && from <= to && to <= len(b))
	})
}

// The codes that must be declared map back to their bytes.
func TestDeclaredSource(t *testing.T) {
	for _, tt := range []struct{ charset, in, part, want string }{
		{"viscii", "Vi\xAEt Nam n\xDF\xBEc", "nước", "n\xDF\xBEc"},
		{"utf-7", "Hi Mom +Jjo-! caf+AOk so", "é", "+AOk"},
		{"utf-7", "Hi +2D3eAA- so", "😀", "+2D3eAA"},
		{"iso-2022-kr", "\x1B$)C\x0E0!GQ\x0F and", "한", "GQ"},
	} {
		d, err := DecodeReport([]byte(tt.in), tt.charset)
		require.NoError(t, err)
		at := strings.Index(d.Text, tt.part)
		require.GreaterOrEqual(t, at, 0, d.Text)
		start, end := d.Source(at, at+len(tt.part))
		assert.Equal(t, tt.want, tt.in[start:end], tt.charset)
	}
}
