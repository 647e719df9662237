package main

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/japanese"
	"golang.org/x/text/encoding/korean"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/traditionalchinese"
	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/unicode/norm"

	"github.com/copydesk-go/copydesk/normalize"
)

// A legacyCode is a code and the languages that are written in it.
type legacyCode struct {
	name      string
	enc       encoding.Encoding
	languages string
}

const western = "en en-c fr de es pt it nl da sv no fi is ca gl eu id af"

var legacyCodes = []legacyCode{
	{"windows-1252", charmap.Windows1252, western},
	{"iso-8859-15", charmap.ISO8859_15, western},
	{"macintosh", charmap.Macintosh, western},
	{"cp850", charmap.CodePage850, western},
	{"windows-1250", charmap.Windows1250, "cs pl sk hu hr sl ro"},
	{"iso-8859-2", charmap.ISO8859_2, "cs pl sk hu hr sl ro"},
	{"cp852", charmap.CodePage852, "cs pl sk hu hr sl"},
	{"windows-1254", charmap.Windows1254, "tr"},
	{"windows-1257", charmap.Windows1257, "lv lt et"},
	{"windows-1253", charmap.Windows1253, "el"},
	{"iso-8859-7", charmap.ISO8859_7, "el"},
	{"windows-1251", charmap.Windows1251, "ru uk bg sr mk be"},
	{"koi8-r", charmap.KOI8R, "ru"},
	{"koi8-u", charmap.KOI8U, "uk"},
	{"iso-8859-5", charmap.ISO8859_5, "ru bg sr mk be"},
	{"ibm866", charmap.CodePage866, "ru be"},
	{"x-mac-cyrillic", charmap.MacintoshCyrillic, "ru uk bg"},
	{"windows-1256", charmap.Windows1256, "ar fa ur"},
	{"iso-8859-6", charmap.ISO8859_6, "ar"},
	{"windows-1255", charmap.Windows1255, "he"},
	{"iso-8859-8", charmap.ISO8859_8, "he"},
	{"windows-1258", charmap.Windows1258, "vi"},
	{"windows-874", charmap.Windows874, "th"},
	{"gbk", simplifiedchinese.GBK, "zh"},
	{"gb18030", simplifiedchinese.GB18030, "zh"},
	{"big5", traditionalchinese.Big5, "zh zh-t"},
	{"shift_jis", japanese.ShiftJIS, "ja"},
	{"euc-jp", japanese.EUCJP, "ja"},
	{"iso-2022-jp", japanese.ISO2022JP, "ja"},
	{"euc-kr", korean.EUCKR, "ko"},
	{"utf-8", encoding.Nop, ""},
	{"utf-16le", unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM), ""},
}

// longLines is how many lines make a long text.
const longLines = 20

// evalDecode encodes undamaged lines in the codes of their languages and counts
// those that [normalize.Decode] reads back, with nothing declared and with
// latin-1 and UTF-8 declared.
func evalDecode(w io.Writer, file string, o options) error {
	lines, err := readLines[textLine](file)
	if err != nil {
		return err
	}
	byLang := map[string][]string{}
	var langs []string
	for _, l := range lines {
		if byLang[l.Lang] == nil {
			langs = append(langs, l.Lang)
		}
		byLang[l.Lang] = append(byLang[l.Lang], l.Clean)
	}
	slices.Sort(langs)
	var errs errorList
	fmt.Fprintf(w, "%-15s %-6s %6s %8s %8s %8s %6s %8s %8s %8s\n", "code", "lang", "lines", "nothing", "latin-1", "utf-8", "texts", "nothing", "latin-1", "utf-8")
	all := &decodeCount{}
	for _, code := range legacyCodes {
		for _, lang := range langs {
			if code.languages != "" && !slices.Contains(strings.Fields(code.languages), lang) {
				continue
			}
			c := &decodeCount{}
			var text []string
			for _, line := range byLang[lang] {
				if !c.add(code, line, 0, &errs) {
					continue
				}
				if text = append(text, line); len(text) == longLines {
					c.add(code, strings.Join(text, "\n"), 1, &errs)
					text = text[:0]
				}
			}
			if c.n[0] == 0 {
				continue
			}
			c.print(w, code.name, lang)
			for size := range all.n {
				all.n[size] += c.n[size]
				for k := range all.ok[size] {
					all.ok[size][k] += c.ok[size][k]
				}
			}
		}
	}
	all.print(w, "ALL", "")
	errs.print(w, o.errors)
	return nil
}

// A decodeCount counts texts and those that were read back, for lines and for
// long texts, with each of the declarations.
type decodeCount struct {
	n  [2]int
	ok [2][len(declared)]int
}

var declared = [...]string{"", "iso-8859-1", "utf-8"}

// add encodes a text, if its characters are in the code and some of them
// outside ASCII, and decodes it.
func (c *decodeCount) add(code legacyCode, text string, size int, errs *errorList) bool {
	if !strings.ContainsFunc(text, func(r rune) bool { return r >= 0x80 }) {
		return false
	}
	source := text
	if code.name == "windows-1258" {
		source = vietnameseForm(text)
	}
	b, err := code.enc.NewEncoder().Bytes([]byte(source))
	if err != nil {
		return false
	}
	c.n[size]++
	for k, label := range declared {
		d, _ := normalize.DecodeReport(b, label)
		if norm.NFC.String(d.Text) == norm.NFC.String(text) {
			c.ok[size][k]++
		} else if k == 0 {
			errs.add(code.name, "read as %s, %d lines\n   text %.160s\n   out  %.160s", d.Charset, strings.Count(text, "\n")+1, text, d.Text)
		}
	}
	return true
}

func (c *decodeCount) print(w io.Writer, code, lang string) {
	fmt.Fprintf(w, "%-15s %-6s", code, lang)
	for size, n := range c.n {
		fmt.Fprintf(w, " %6d", n)
		for _, ok := range c.ok[size] {
			fmt.Fprintf(w, " %8.1f", percent(ok, n))
		}
	}
	fmt.Fprintln(w)
}

// vietnameseForm takes the accents of tone off the letters, as windows-1258
// has them.
func vietnameseForm(s string) string {
	var b strings.Builder
	for _, r := range s {
		if _, ok := charmap.Windows1258.EncodeRune(r); ok {
			b.WriteRune(r)
			continue
		}
		marks := []rune(norm.NFD.String(string(r)))
		tone := len(marks)
		for i, m := range marks {
			switch m {
			case 0x0300, 0x0301, 0x0303, 0x0309, 0x0323:
				tone = i
			}
		}
		if tone == len(marks) {
			b.WriteRune(r)
			continue
		}
		b.WriteString(norm.NFC.String(string(slices.Concat(marks[:tone], marks[tone+1:]))))
		b.WriteRune(marks[tone])
	}
	return b.String()
}
