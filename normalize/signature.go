package normalize

import (
	"strings"
)

// A signature is what a kind of file holds at one place.
type signature struct {
	at    int
	bytes string
	kind  string
}

// signatures are of the files that are met under the name of a text. Those
// that may begin a text count where there are bytes that no text has.
var signatures = []signature{
	{0, "\x1F\x8B\x08", "gzip"},
	{0, "\x28\xB5\x2F\xFD", "zstd"},
	{0, "BZh", "bzip2"},
	{0, "\xFD7zXZ\x00", "xz"},
	{0, "\x04\x22\x4D\x18", "lz4"},
	{0, "PK\x03\x04", "zip"}, // and so docx, xlsx, odt, epub, jar
	{0, "PK\x05\x06", "zip"},
	{0, "7z\xBC\xAF\x27\x1C", "7z"},
	{0, "Rar!\x1A\x07", "rar"},
	{257, "ustar", "tar"},
	{0, "%PDF-", "PDF"},
	{0, "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", "Microsoft Office document"}, // up to 2003
	{0, "\x89PNG\r\n\x1A\n", "PNG image"},
	{0, "\xFF\xD8\xFF", "JPEG image"},
	{0, "GIF87a", "GIF image"},
	{0, "GIF89a", "GIF image"},
	{8, "WEBP", "WebP image"},
	{4, "ftypavif", "AVIF image"},
	{4, "ftypheic", "HEIC image"},
	{0, "II*\x00", "TIFF image"},
	{0, "MM\x00*", "TIFF image"},
	{0, "BM", "BMP image"},
	{0, "\x00\x00\x01\x00", "icon"},
	{0, "8BPS", "Photoshop image"},
	{0, "wOFF", "font"},
	{0, "wOF2", "font"},
	{0, "OTTO", "font"},
	{0, "\x00\x01\x00\x00\x00", "font"},
	{0, "ID3", "MP3 sound"},
	{0, "\xFF\xFB", "MP3 sound"},
	{0, "OggS", "Ogg sound"},
	{0, "fLaC", "FLAC sound"},
	{8, "WAVE", "WAV sound"},
	{8, "AVI ", "AVI video"},
	{4, "ftyp", "MP4 video"},
	{0, "\x1A\x45\xDF\xA3", "Matroska video"},
	{0, "\x7FELF", "executable"},
	{0, "MZ", "executable"},
	{0, "\xFE\xED\xFA\xCE", "executable"},
	{0, "\xFE\xED\xFA\xCF", "executable"},
	{0, "\xCE\xFA\xED\xFE", "executable"},
	{0, "\xCF\xFA\xED\xFE", "executable"},
	{0, "\xCA\xFE\xBA\xBE", "executable"}, // and Java classes
	{0, "\x00asm", "WebAssembly"},
	{0, "!<arch>\n", "archive"},
	{0, "SQLite format 3\x00", "SQLite database"},
	{0, "PAR1", "Parquet"},
	{0, "Obj\x01", "Avro"},
	{0, "\x89HDF\r\n\x1A\n", "HDF5"},
	{0, "\x93NUMPY", "NumPy"},
}

// binaryData is a file that is no text and of no kind that is known.
const binaryData = "binary data"

// binaryReach is how much of a file is looked at for bytes that no text has.
const binaryReach = 1 << 16

// binaryKind says what bytes are that are no text: a kind of file, or "binary
// data" where a good part of them are control characters and nothing is UTF-16
// or UTF-32. It is "" for text.
func binaryKind(b []byte, seen sight) string {
	head := b[:min(len(b), binaryReach)]
	controls := unprintable(head)
	for _, s := range signatures {
		if len(b) < s.at+len(s.bytes) || string(b[s.at:s.at+len(s.bytes)]) != s.bytes {
			continue
		}
		if controls > 0 || s.kind == "PDF" {
			return s.kind
		}
	}
	if controls >= 4 && 20*controls > len(head) && !(seen.zeros > 0 && wideUnits(head)) {
		return binaryData
	}
	return ""
}

// unprintable counts the bytes that neither print nor lay out text. Escape and
// the separators of records and fields are met in text.
func unprintable(b []byte) (n int) {
	for _, c := range b {
		if c < '\b' || '\r' < c && c < 0x1B {
			n++
		}
	}
	return n
}

// wideUnits reports whether bytes are common characters of UTF-16 or UTF-32.
func wideUnits(b []byte) bool {
	b = b[:min(len(b), 1<<12)]
	if zerosAt(b, 0)+zerosAt(b, 1) >= 5*len(b)/8 {
		return commonUnits32(b)
	}
	b = b[:len(b)&^1]
	return 10*max(commonUnits(b, 0), commonUnits(b, 1)) >= 9*len(b)/2
}

// commonUnits32 reports whether bytes are UTF-32: of four, one that is nearly
// always zero stands beside one that always is.
func commonUnits32(b []byte) bool {
	var zeros, units [4]int
	for i := range len(b) &^ 3 {
		units[i&3]++
		if b[i] == 0 {
			zeros[i&3]++
		}
	}
	n := units[0]
	return n > 0 && (zeros[3] == n && zeros[0] == 0 || zeros[0] == n && zeros[3] == 0)
}

// markupKind says what a text that is a whole document of markup is: "HTML",
// "XML" or "RTF". It is "" for other text, though there be tags in it.
func markupKind(text string) string {
	for {
		text = strings.TrimLeft(text, "\ufeff \t\r\n\f")
		rest, ok := strings.CutPrefix(text, "<!--")
		if !ok {
			break
		}
		if _, text, ok = strings.Cut(rest, "-->"); !ok {
			return ""
		}
	}
	for _, m := range []struct{ start, kind string }{
		{"<!doctype", "HTML"}, {"<html", "HTML"}, {"<?xml", "XML"}, {`{\rtf`, "RTF"},
	} {
		if len(text) < len(m.start) || !strings.EqualFold(text[:len(m.start)], m.start) {
			continue
		}
		if m.kind != "RTF" && len(text) > len(m.start) && isLetter(rune(text[len(m.start)])) {
			continue // another word
		}
		doctype := strings.TrimLeft(text[len(m.start):], " \t\r\n")
		if m.start == "<!doctype" && !startsFold(doctype, "html") {
			return "XML"
		}
		return m.kind
	}
	return ""
}

// startsFold reports whether text starts with a word of lower-case ASCII in any
// case.
func startsFold(text, word string) bool {
	return len(text) >= len(word) && strings.EqualFold(text[:len(word)], word)
}
