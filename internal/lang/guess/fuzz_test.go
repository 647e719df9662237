package guess

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/copydesk-go/copydesk/internal/lang/guess/words"
	"github.com/copydesk-go/copydesk/internal/letters"
)

// Any text is in a language that is known or in none, and a word has the same number however it
// is looked up.
func FuzzOf(f *testing.F) {
	for _, s := range []string{"Der Rat kam am Montag zusammen", "le conseil s’est réuni", "Ünder THE", "\xffthe", strings.Repeat("a", 99)} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if tag := Of(s); tag != "" {
			require.NotNil(t, letters.Load().Language(tag), tag)
		}
		for i := range len(s) {
			n, end, _ := words.At(s, i)
			require.Equal(t, words.Number(strings.ToLower(s[i:end])), n, "%q", s[i:end])
			if n > 0 {
				require.Equal(t, strings.ToLower(s[i:end]), words.Word(n))
			}
		}
	})
}
