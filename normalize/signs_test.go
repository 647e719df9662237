package normalize

import (
	"bytes"
	"testing"

	"github.com/stretchr/testify/require"
)

func TestSigns(t *testing.T) {
	for b := range 0x100 {
		for _, around := range []byte{0x00, 'a', ' ', '!', 0xFF} {
			for at := range 8 {
				eight := bytes.Repeat([]byte{around}, 8)
				eight[at] = byte(b)
				is := signs(eightBytes(string(eight)))>>(8*at+7)&1 == 1
				require.Equal(t, 0x21 <= b && b <= 0x3F, is, "%#x at %d among %#x", b, at, around)
			}
		}
	}
}
