package money

import (
	"os"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// notPaid are codes that nobody pays in: funds, units of account and metals.
const notPaid = "BOV CHE CHW CLF COU MXV USN UYI UYW XAD XAG XAU XBA XBB XBC XBD XDR XPD XPT XSU XTS XUA XXX"

// Every currency in circulation is read in all forms of testdata/circulation.tsv.
func TestCirculation(t *testing.T) {
	data, err := os.ReadFile("testdata/circulation.tsv")
	require.NoError(t, err)
	seen := map[string]bool{}
	for line := range strings.Lines(string(data)) {
		if strings.HasPrefix(line, "#") {
			continue
		}
		fields := strings.Split(strings.TrimSpace(line), "\t")
		require.Len(t, fields, 3, line)
		place, want := fields[0], fields[1]
		seen[want[:3]] = true
		for form := range strings.SplitSeq(fields[2], " | ") {
			text := place + " will pay " + form + " for it."
			assert.Equal(t, "["+form+"] "+want, show(Finder{}, text), text)
		}
	}
	for _, c := range currencies {
		if c.until == 0 && !strings.Contains(notPaid, c.code) {
			assert.True(t, seen[c.code], "%s has its line", c.code)
		}
	}
}
