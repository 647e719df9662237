package batch

import (
	"fmt"
	"math"
	"strconv"
	"strings"
)

// A Size is a number of bytes that a flag can set: 4096, 64KB, 256MB, 2GB.
type Size int64

var units = []struct {
	name  string
	bytes int64
}{{"GB", 1e9}, {"MB", 1e6}, {"KB", 1e3}, {"B", 1}}

// Set reads a size. The units are powers of ten.
func (s *Size) Set(text string) error {
	number, unit := strings.ToUpper(strings.TrimSpace(text)), int64(1)
	for _, u := range units {
		if n, ok := strings.CutSuffix(number, u.name); ok {
			number, unit = strings.TrimSpace(n), u.bytes
			break
		}
	}
	n, err := strconv.ParseInt(number, 10, 64)
	if err != nil || n < 1 || n > math.MaxInt64/unit {
		return fmt.Errorf("%q is no size such as 4096, 64KB, 256MB or 2GB", text)
	}
	*s = Size(n * unit)
	return nil
}

// String writes the size in the largest unit that divides it.
func (s Size) String() string {
	for _, u := range units {
		if s > 0 && int64(s)%u.bytes == 0 {
			return strconv.FormatInt(int64(s)/u.bytes, 10) + u.name
		}
	}
	return "0B"
}

// A TooLargeError reports a text, or what a file unpacks to, that is larger than
// is allowed.
type TooLargeError struct {
	What string // "the text", "what it unpacks to"
	Max  Size
}

func (e *TooLargeError) Error() string {
	return fmt.Sprintf("%s is larger than %v; -max allows more", e.What, e.Max)
}
