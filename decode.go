package copydesk

import (
	"bytes"
	"encoding/json"
	"strings"
	"unicode/utf16"
	"unicode/utf8"
)

// fieldsOf returns the fields of an object as package json would, the last of those of one
// name. What it returns shares the memory of b. It is not ok for what is no object, or may
// be no JSON: package json knows what is wrong.
func fieldsOf(b []byte) (fields map[string]json.RawMessage, ok bool) {
	fields = map[string]json.RawMessage{}
	i := pastSpace(b, 0)
	if !at(b, i, '{') {
		return nil, false
	}
	if i = pastSpace(b, i+1); at(b, i, '}') {
		return fields, pastSpace(b, i+1) == len(b)
	}
	for {
		name := pastString(b, i)
		colon := pastSpace(b, name)
		if name == i || !at(b, colon, ':') {
			return nil, false
		}
		from := pastSpace(b, colon+1)
		end := pastValue(b, from)
		if end == from {
			return nil, false
		}
		fields[unquoted(b[i:name])] = json.RawMessage(b[from:end:end])
		if i = pastSpace(b, end); !at(b, i, ',') {
			return fields, at(b, i, '}') && pastSpace(b, i+1) == len(b)
		}
		i = pastSpace(b, i+1)
	}
}

func at(b []byte, i int, c byte) bool { return i < len(b) && b[i] == c }

func pastSpace(b []byte, i int) int {
	for i < len(b) && (b[i] == ' ' || b[i] == '\n' || b[i] == '\t' || b[i] == '\r') {
		i++
	}
	return i
}

// deepest is how many brackets within one another are looked into.
const deepest = 1000

// pastValue returns the end of the JSON value at i, or i if there is none.
func pastValue(b []byte, i int) (end int) {
	switch {
	case at(b, i, '"'):
		return pastString(b, i)
	case at(b, i, '{'), at(b, i, '['):
		end = pastBrackets(b, i)
	default:
		for end = i; end < len(b) && (b[end] >= '0' || b[end] == '-' || b[end] == '+' || b[end] == '.') && b[end] < '{'; {
			end++
		}
	}
	if !json.Valid(b[i:end]) {
		return i
	}
	return end
}

// pastBrackets returns the end of what is in brackets at i, or i if they do not close.
func pastBrackets(b []byte, i int) int {
	depth := 0
	for end := i; end < len(b) && depth <= deepest; end++ {
		switch b[end] {
		case '"':
			next := pastString(b, end)
			if next == end {
				return i
			}
			end = next - 1
		case '{', '[':
			depth++
		case '}', ']':
			if depth--; depth == 0 {
				return end + 1
			}
		}
	}
	return i
}

// pastString returns the end of the JSON string at i, or i if there is none.
func pastString(b []byte, i int) int {
	if !at(b, i, '"') {
		return i
	}
	for end := i + 1; end < len(b) && b[end] >= ' '; end++ {
		switch b[end] {
		case '"':
			return end + 1
		case '\\':
			end++
			if !escapes(b[end:]) {
				return i
			}
		}
	}
	return i
}

// escapes reports whether b goes on as an escape does behind its backslash.
func escapes(b []byte) bool {
	if len(b) == 0 {
		return false
	}
	if b[0] == 'u' {
		return codeUnit(b[1:]) >= 0
	}
	return escaped(b[0]) != 0
}

// escaped is what stands for a byte behind a backslash, or 0.
func escaped(c byte) byte {
	switch c {
	case '"', '\\', '/':
		return c
	case 'b':
		return '\b'
	case 'f':
		return '\f'
	case 'n':
		return '\n'
	case 'r':
		return '\r'
	case 't':
		return '\t'
	}
	return 0
}

// codeUnit reads four hexadecimal digits, and returns -1 if there are none.
func codeUnit(b []byte) (unit rune) {
	if len(b) < 4 {
		return -1
	}
	for _, c := range b[:4] {
		digit := strings.IndexByte("0123456789abcdef", c)
		if digit < 0 {
			digit = strings.IndexByte("0123456789ABCDEF", c)
		}
		if digit < 0 {
			return -1
		}
		unit = unit<<4 | rune(digit)
	}
	return unit
}

// unquoted returns what a JSON string says, of which pastString has found the end and which
// is UTF-8.
func unquoted(raw []byte) string {
	raw = raw[1 : len(raw)-1]
	i := bytes.IndexByte(raw, '\\')
	if i < 0 {
		return string(raw)
	}
	var s strings.Builder
	s.Grow(len(raw))
	for ; i >= 0; i = bytes.IndexByte(raw, '\\') {
		s.Write(raw[:i])
		raw = raw[i+1:]
		if raw[0] != 'u' {
			s.WriteByte(escaped(raw[0]))
			raw = raw[1:]
			continue
		}
		r := codeUnit(raw[1:])
		raw = raw[1+4:]
		if utf16.IsSurrogate(r) {
			second := rune(-1)
			if bytes.HasPrefix(raw, []byte(`\u`)) {
				second = codeUnit(raw[len(`\u`):])
			}
			if r = utf16.DecodeRune(r, second); r != utf8.RuneError {
				raw = raw[len(`\u`)+4:]
			}
		}
		s.WriteRune(r)
	}
	s.Write(raw)
	return s.String()
}

// plain reports whether raw JSON is a string or a number that is written as it stands.
func plain(raw []byte) bool {
	if len(raw) == 0 {
		return false
	}
	if raw[0] != '"' {
		for _, c := range raw {
			if c < '0' || c > '9' {
				return false
			}
		}
		return raw[0] != '0' || len(raw) == 1
	}
	for i, c := range raw[1:] {
		switch {
		case c == '"':
			return i+2 == len(raw)
		case c < ' ' || c >= utf8.RuneSelf || c == '\\':
			return false
		}
	}
	return false
}
