package charset

import (
	"bufio"
	"compress/gzip"
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestDeclared(t *testing.T) {
	for _, tt := range []struct {
		name string
		b    byte
		want rune
	}{
		{"viscii", 0xAE, 'ệ'}, {"tcvn", 0xD6, 'ệ'}, {"armscii-8", 0xB3, 'ա'}, {"georgian-ps", 0xC0, 'ა'}, {"georgian-academy", 0xC0, 'ა'},
		{"ptcp154", 0x8D, 'Қ'}, {"strk1048-2002", 0x8D, 'Қ'}, {"koi8-t", 0xC1, 'а'}, {"koi8-t", 0x88, '\uFFFD'},
	} {
		c := DeclaredNamed(tt.name)
		require.NotNil(t, c, tt.name)
		assert.Equal(t, string(tt.want), string(c.Decode(tt.b)), "%s %02X", tt.name, tt.b)
		assert.Equal(t, 'a', c.Decode('a'), tt.name)
	}
	assert.Nil(t, DeclaredNamed("tscii"))
}

// The tables are those of the charmaps of Debian, where these are installed.
func TestDeclaredAgreeWithCharmaps(t *testing.T) {
	for k := range declared {
		c := &declared[k]
		name := strings.ToUpper(c.Name)
		if c.Name == "kz-1048" {
			name = "RK1048"
		}
		file, err := os.Open("/usr/share/i18n/charmaps/" + name + ".gz")
		if err != nil {
			continue
		}
		defer file.Close()
		charmap, err := gzip.NewReader(file)
		require.NoError(t, err)
		seen := map[int]bool{}
		for s := bufio.NewScanner(charmap); s.Scan(); {
			var r rune
			var b int
			if n, _ := fmt.Sscanf(s.Text(), "<U%x> /x%x", &r, &b); n == 2 && !seen[b] {
				seen[b] = true
				assert.Equal(t, r, c.Decode(byte(b)), "%s %02X", name, b)
			}
		}
		assert.Greater(t, len(seen), 200, name)
	}
}
