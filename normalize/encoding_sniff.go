package normalize

import (
	"bytes"

	"golang.org/x/text/encoding/japanese"
	"golang.org/x/text/encoding/unicode"

	"github.com/copydesk-go/copydesk/internal/charset"
)

// sniff finds the character set of bytes of which nothing is declared.
func sniff(b []byte, seen sight) codec {
	switch {
	case seen.utf16(b):
		if zerosAt(b, 1) >= zerosAt(b, 0) {
			return codec{"utf-16le", charset.Count, unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM)}
		}
		return codec{"utf-16be", charset.Count, unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM)}
	case seen.wide+seen.strays == 0 && seen.controls > 0 && (bytes.Contains(b, []byte("\x1B$B")) || bytes.Contains(b, []byte("\x1B$@"))):
		return codec{"iso-2022-jp", charset.Count, japanese.ISO2022JP}
	case seen.wide >= seen.strays:
		return utf8Codec
	}
	return pageCodec("windows-1252", charset.Windows1252)
}

// zerosAt counts the zero bytes at even or odd places of a sample.
func zerosAt(b []byte, first int) (n int) {
	for i := first; i < min(len(b), 1<<12); i += 2 {
		if b[i] == 0 {
			n++
		}
	}
	return n
}
