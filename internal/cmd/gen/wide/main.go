// Wide writes the table of East Asian letters that are more often the image of
// UTF-8 than letters: no code has them among its common ones, and in one their
// bytes may begin a sequence of UTF-8. It holds a bit for each character from
// U+3400 on, the lowest bit of a byte first.
//
//	go run github.com/copydesk-go/copydesk/internal/cmd/gen/wide
//
// The source are the decoders of golang.org/x/text/encoding.
package main

import (
	"log"
	"os"

	"github.com/copydesk-go/copydesk/internal/charset"
)

// commonRows gives the first bytes of the common letters of each code; their
// second bytes are at least A1, but for Shift-JIS and Big5.
var commonRows = [charset.CodeCount][2]byte{
	charset.GBK: {0xB0, 0xD7}, charset.Big5: {0xA4, 0xC6}, charset.ShiftJIS: {0x88, 0x98}, charset.EUCKR: {0xB0, 0xC8},
}

const first = 0x3400

func main() {
	set := make([]byte, (0x10000-first)/8)
	for r := rune(first); r < 0x10000; r++ {
		if unlikely(r) {
			set[(r-first)/8] |= 1 << (r % 8)
		}
	}
	if err := os.WriteFile("wide.bin", set, 0o666); err != nil {
		log.Fatal(err)
	}
}

func unlikely(r rune) bool {
	image := false
	for code := range charset.Code(charset.CodeCount) {
		high, low := code.Encode(r)
		row := commonRows[code]
		if row[0] <= high && high <= row[1] && (low > 0xA0 || code == charset.Big5 || code == charset.ShiftJIS) {
			return false
		}
		image = image || high >= 0xC2
	}
	return image
}
