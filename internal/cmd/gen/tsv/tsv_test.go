package tsv_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/copydesk-go/copydesk/internal/cmd/gen/tsv"
)

func TestRead(t *testing.T) {
	rows, err := tsv.Read("words.tsv", "# form, class, value\nlunes\tweekday\t1\r\n\nayer\tday\n", 3)
	require.NoError(t, err)
	assert.Equal(t, []tsv.Row{{2, []string{"lunes", "weekday", "1"}}, {4, []string{"ayer", "day", ""}}}, rows)
}

func TestTooManyFields(t *testing.T) {
	_, err := tsv.Read("words.tsv", "# form\na\tb\n", 1)
	assert.EqualError(t, err, "words.tsv:2: 2 fields, want 1")
}
