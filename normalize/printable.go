package normalize

import (
	"encoding/base64"
	"strings"
	"unicode"

	"github.com/copydesk-go/copydesk/internal/scan"
)

// A printableHabit knows whether a text is quoted-printable, which is asked of
// all of it at once.
type printableHabit struct{ known, is, utf8 bool }

// equals looks at the sign at i: quoted-printable and the encoded words of mail.
func (e *escaper) equals(i int) (m mend, ok bool) {
	text := e.text
	if strings.HasPrefix(text[i:], "=?") {
		if e.words.start < i && i < e.words.end {
			return m, false
		}
		end, s := encodedWords(text, i)
		e.words = mend{start: i, end: end}
		return mend{i, end, s, escWord}, s != ""
	}
	if i+1 < len(text) && !isHexDigit(text[i+1]) && text[i+1] != '\n' && text[i+1] != '\r' {
		return m, false
	}
	if e.address.at(text, i) {
		return m, false
	}
	if end, s := utf8Escapes(text, i, hexEquals); s != "" {
		return mend{i, end, s, escPrintable}, true
	}
	habit := e.printableHabit()
	if !habit.is {
		return m, false
	}
	for _, end := range [...]string{"=\n", "=\r\n"} {
		if strings.HasPrefix(text[i:], end) && i-strings.LastIndexByte(text[:i], '\n') > shortSoft {
			return mend{i, i + len(end), "", escPrintable}, true
		}
	}
	b, end, ok := hexEquals.decode(text, i)
	switch {
	case !ok || habit.utf8 && b >= 0x80:
		return m, false
	case b < 0x80:
		return mend{i, end, string(rune(b)), escPrintable}, b == '=' || b == ' ' || b == '\t' || b == '.'
	}
	s := western(b)
	return mend{i, end, s, escPrintable}, s != ""
}

func (e *escaper) printableHabit() printableHabit {
	if !e.printable.known {
		e.printable = habitOf(e.text)
	}
	return e.printable
}

// shortSoft is the length in bytes of lines that are too short to be broken.
const shortSoft = 50

// habitOf reports whether a text is quoted-printable: it has a character of
// UTF-8 in it, or lines of the usual length that end with the sign, or two
// different bytes of windows-1252 within words.
func habitOf(text string) printableHabit {
	h := printableHabit{known: true}
	soft, first := 0, byte(0)
	for i := nextByte(text, 0, '='); i < len(text); i = nextByte(text, i+1, '=') {
		if _, s := utf8Escapes(text, i, hexEquals); s != "" && !isAddress(text[tokenStart(text, i):tokenEnd(text, i)]) {
			h.is, h.utf8 = true, true
			return h
		}
		switch b, end, ok := hexEquals.decode(text, i); {
		case ok && b >= 0x80 && fitsByte(text, i, end, b) && (i > 1 && scan.Letter(text[i-1]) && scan.Letter(text[i-2]) || b == 0x93):
			h.is = h.is || first != 0 && b != first
			first = b
		case i+1 < len(text) && (text[i+1] == '\n' || text[i+1] == '\r'):
			if n := i - strings.LastIndexByte(text[:i], '\n'); n > 60 && n <= 77 {
				soft++
			}
		}
	}
	h.is = h.is || soft > 1
	return h
}

// encodedWords decodes the encoded words of mail at i, with those that follow it,
// or returns "" if not all of the first can be decoded.
func encodedWords(text string, i int) (end int, s string) {
	var b strings.Builder
	var pending []byte // of one charset, since characters may be cut in two
	var charset string
	end = i
	for at, n := i, 0; n < maxEncodedWords; at, n = skipBlank(text, end), n+1 {
		label, data, next, ok := encodedWord(text, at)
		if !ok {
			break
		}
		if label != charset {
			s, ok := decodeWhole(pending, charset)
			if !ok {
				return i, ""
			}
			b.WriteString(s)
			pending, charset = nil, label
		}
		pending = append(pending, data...)
		end = next
	}
	last, ok := decodeWhole(pending, charset)
	if !ok {
		return i, ""
	}
	b.WriteString(last)
	return end, b.String()
}

func skipBlank(text string, i int) int {
	for i < len(text) && (text[i] == ' ' || text[i] == '\t' || text[i] == '\n' || text[i] == '\r') {
		i++
	}
	return i
}

// A word is no longer, and no more are read as one.
const maxEncodedWord, maxEncodedWords = 1000, 100

// encodedWord takes "=?charset?Q?data?=" at i apart.
func encodedWord(text string, i int) (charset string, data []byte, end int, ok bool) {
	rest := text[i:min(len(text), i+maxEncodedWord)]
	if !strings.HasPrefix(rest, "=?") {
		return "", nil, i, false
	}
	charset, rest, _ = strings.Cut(rest[2:], "?")
	charset, _, _ = strings.Cut(charset, "*") // a language may follow
	if len(rest) < len("Q??=") || rest[1] != '?' || charset == "" {
		return "", nil, i, false
	}
	kind, body := rest[0]|0x20, rest[2:]
	closing := strings.Index(body, "?=")
	if closing < 0 || strings.ContainsAny(body[:closing], "\n?") {
		return "", nil, i, false
	}
	end = i + len(text[i:min(len(text), i+maxEncodedWord)]) - len(body) + closing + len("?=")
	body = body[:closing]
	if kind == 'b' {
		data, err := base64.StdEncoding.DecodeString(body)
		if err != nil {
			data, err = base64.RawStdEncoding.DecodeString(body)
		}
		return strings.ToLower(charset), data, end, err == nil
	}
	for at := 0; at < len(body); at++ {
		b := body[at]
		switch {
		case b == '_':
			b = ' '
		case b == '=':
			hex, next, ok := hexEquals.decode(body, at)
			if !ok {
				return "", nil, i, false
			}
			b, at = hex, next-1
		}
		data = append(data, b)
	}
	return strings.ToLower(charset), data, end, kind == 'q'
}

// decodeWhole decodes bytes if all of them are text in the character set.
func decodeWhole(b []byte, charset string) (string, bool) {
	if len(b) == 0 {
		return "", charset == ""
	}
	c, known := lookupCharset(charset)
	if !known {
		return "", false
	}
	d := c.decoding(b, 0, BasisHeader)
	unseen := func(r rune) bool { return unicode.IsControl(r) && r != '\t' }
	return d.Text, d.Lost == 0 && d.Mixed == 0 && d.Text != "" && !strings.ContainsFunc(d.Text, unseen)
}
