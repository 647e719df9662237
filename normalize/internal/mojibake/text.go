package mojibake

import (
	"strings"

	"github.com/copydesk-go/copydesk/internal/scan"
)

// nextByte returns the offset of the next b from i on, or the length of s.
func nextByte(s string, i int, b byte) int {
	if at := strings.IndexByte(s[i:], b); at >= 0 {
		return i + at
	}
	return len(s)
}

// eightBytes returns the first eight bytes of s, the first one lowest.
func eightBytes(s string) uint64 {
	_ = s[7]
	return uint64(s[0]) | uint64(s[1])<<8 | uint64(s[2])<<16 | uint64(s[3])<<24 |
		uint64(s[4])<<32 | uint64(s[5])<<40 | uint64(s[6])<<48 | uint64(s[7])<<56
}

// asciiWordEnd returns the end of the run of ASCII letters at i.
func asciiWordEnd(s string, i int) int {
	for i < len(s) && scan.Letter(s[i]) {
		i++
	}
	return i
}

// A lineCache holds the answer to a question about the line last asked about,
// so that asking at every place of a long line costs one look at the line.
type lineCache struct {
	of        func(line string) bool
	start     int // of the line
	known, is bool
}
