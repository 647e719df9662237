package charset

import (
	"encoding/json"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// iconvLite is the variable that names the folder of npm iconv-lite 0.7.3, unpacked:
//
//	npm pack iconv-lite@0.7.3 && tar xzf iconv-lite-0.7.3.tgz
//	ICONV_LITE=$PWD/package go test ./internal/charset
const iconvLite = "ICONV_LITE"

// iconvLiteNames are its names of codes where these are not ours without their marks.
var iconvLiteNames = map[string]string{
	"cp874": "windows874", "latin-1": "iso88591", "mac_latin2": "maccenteuro", "kz-1048": "rk1048",
	"tcvn5712-1": "tcvn",
}

// iconvLiteName returns its name of a code.
func iconvLiteName(name string) string {
	if n := iconvLiteNames[name]; n != "" {
		return n
	}
	if n, ok := strings.CutPrefix(name, "cp125"); ok {
		return "windows125" + n
	}
	return strings.NewReplacer("-", "", "_", "").Replace(name)
}

// iconvLiteTables reads its tables of single-byte codes. A code of 128 characters is one whose
// lower half is ASCII.
func iconvLiteTables(t *testing.T) map[string][]rune {
	folder := os.Getenv(iconvLite)
	if folder == "" {
		t.Skip("no folder of npm iconv-lite in " + iconvLite)
	}
	entry := regexp.MustCompile(`"?(\w+)"?: \{\s*"?type"?: "_sbcs",\s*"?chars"?:\s*("(?:[^"\\]|\\.)*")`)
	hex := regexp.MustCompile(`\\x([0-9A-Fa-f]{2})`)
	tables := map[string][]rune{}
	for _, name := range []string{"sbcs-data-generated.js", "sbcs-data.js"} {
		b, err := os.ReadFile(filepath.Join(folder, "encodings", name))
		require.NoError(t, err)
		for _, m := range entry.FindAllSubmatch(b, -1) {
			var chars string
			require.NoError(t, json.Unmarshal(hex.ReplaceAll(m[2], []byte(`\u00$1`)), &chars), "%s", m[1])
			tables[string(m[1])] = []rune(chars)
		}
	}
	require.Greater(t, len(tables), 50)
	return tables
}

// otherOpinions are bytes that iconv-lite decodes otherwise, with the reason.
var otherOpinions = map[string]map[byte]string{
	"mac_roman":    {0xBD: "the letter omega, as Apple has it, not the sign of ohms", 0xDB: "the euro, since Mac OS 8.5"},
	"mac_turkish":  {0xBD: "as in mac_roman"},
	"mac_greek":    {0x9C: "the euro, since Mac OS 8.5", 0xAF: "NFC makes the one the other"},
	"mac_cyrillic": {0xA2: "Ґ, since Mac OS 9.0", 0xB6: "ґ, since then", 0xFF: "the euro, since then"},
	"koi8-u":       {0xAE: "ў, as browsers have it: RFC 2319 draws boxes", 0xBE: "Ў, as they do"},
}

// The tables are those of iconv-lite, where that is. What is undefined there keeps its number on
// the pages here.
func TestTablesAgreeWithIconvLite(t *testing.T) {
	tables := iconvLiteTables(t)
	compare := func(name string, decode func(b byte) rune) {
		chars := tables[iconvLiteName(name)]
		if !assert.Contains(t, []int{0x80, 0x100}, len(chars), name) {
			return
		}
		first := 0x100 - len(chars)
		for i, r := range chars {
			b := byte(first + i)
			if _, other := otherOpinions[name][b]; r != '\uFFFD' && !other {
				assert.Equal(t, string(r), string(decode(b)), "%s %02X", name, b)
			}
		}
	}
	for p := range Page(Count) {
		compare(p.String(), p.Decode)
	}
	for k := range declared {
		compare(declared[k].Name, declared[k].Decode)
	}
}
