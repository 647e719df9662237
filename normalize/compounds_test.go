package normalize

import (
	"os"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/copydesk-go/copydesk/internal/cmd/gen/tsv"
)

// The examples of the table of compounds are its tests: what is set apart in the one is
// joined, and in the other it stays.
func TestCompounds(t *testing.T) {
	table, err := os.ReadFile("../internal/lang/en/compounds.tsv")
	require.NoError(t, err)
	rows, err := tsv.Read("compounds.tsv", string(table), 5)
	require.NoError(t, err)
	n := New(Punctuation{})
	for _, r := range rows {
		t.Run(r.Fields[1], func(t *testing.T) {
			const more = " It is what they said, and that is that." // a line of English
			example, counter := r.Fields[3]+more, r.Fields[4]+more
			want := strings.NewReplacer(" - ", "-", " – ", "-", "- ", "-").Replace(example)
			assert.Equal(t, want, n.String(example))
			assert.Equal(t, counter, n.String(counter))
		})
	}
}
