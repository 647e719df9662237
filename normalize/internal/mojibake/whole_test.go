package mojibake

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

func TestOneCase(t *testing.T) {
	for _, tt := range []struct {
		name, text string
		want       bool
	}{
		{"nothing", "", false},
		{"no letters", "12 @[`{ – 3456789 ...", false},
		{"small letters", "the council met again", true},
		{"capitals", "THE COUNCIL MET AGAIN", true},
		{"both", "The council met again", false},
		{"both, far apart", strings.Repeat("a ", 40) + "B", false},
		{"small letters at the end of a word of the machine", "......az", true},
		{"a capital in what is left over", "abcdefghZ", false},
		{"letters outside ASCII say nothing", "ÀÉÎ abc", true},
	} {
		t.Run(tt.name, func(t *testing.T) { require.Equal(t, tt.want, oneCase(tt.text)) })
	}
}

func TestLettersFrom(t *testing.T) {
	for _, first := range []byte{'a', 'A'} {
		for b := range 0x100 {
			for _, around := range []string{"\x00", "m", "M", "\xFF"} {
				eight := strings.Repeat(around, 3) + string([]byte{byte(b)}) + strings.Repeat(around, 4)
				require.Equal(t, byte(b)-first < 26, lettersFrom(first, eightBytes(eight))>>31&1 == 1, "%q from %q", eight, first)
			}
		}
	}
}
