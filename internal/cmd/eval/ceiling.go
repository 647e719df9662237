package main

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/copydesk-go/copydesk/internal/charset"
)

// recoverable reports whether a line that was damaged along a path can be
// restored without inventing letters: whether no letter has lost a byte that
// was replaced by a sign which stands for any. (What a single-byte code page
// drops is a handful of bytes, which language can tell apart.)
func recoverable(path, clean string) bool {
	switch path {
	case "gbk>utf8~fffd":
		return false
	case "cp1252>utf8~fffd":
		return !hasLetterFrom(clean, utf8.RuneSelf)
	case "any>latin-1~?":
		return !hasLetterFrom(clean, 0x100)
	}
	as, lossy, _ := strings.Cut(strings.TrimPrefix(path, "utf8>"), "~")
	for code := range charset.Code(charset.CodeCount) {
		if lossy != "" && strings.HasPrefix(path, "utf8>") && as == code.String() {
			return keepsLetters(code, clean)
		}
	}
	return true
}

func hasLetterFrom(s string, least rune) bool {
	return strings.ContainsFunc(s, func(r rune) bool { return r >= least && unicode.IsLetter(r) })
}

// keepsLetters reports whether all bytes of the letters of s are part of
// characters when its UTF-8 is read as an East Asian code.
func keepsLetters(code charset.Code, s string) bool {
	read := make([]bool, len(s))
	for i := 0; i < len(s); i++ {
		switch {
		case s[i] < utf8.RuneSelf, code.Single(s[i]):
			read[i] = true
		case i+1 < len(s) && code.Decode(s[i], s[i+1]) != 0:
			read[i], read[i+1] = true, true
			i++
		}
	}
	for i, r := range s {
		if !unicode.IsLetter(r) {
			continue
		}
		for k := range utf8.RuneLen(r) {
			if !read[i+k] {
				return false
			}
		}
	}
	return true
}
