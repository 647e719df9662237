package normalize

import (
	"os"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

var (
	repairLine = regexp.MustCompile(`(?m)^\t("(?:[^"\\]|\\.)*") +("(?:[^"\\]|\\.)*")$`)
	keepLine   = regexp.MustCompile(`(?m)^\t("(?:[^"\\]|\\.)*")  +[^" ].*$`)
)

// What the package comment says is repaired is, and what it says is not is not.
func TestPackageCommentIsTrue(t *testing.T) {
	b, err := os.ReadFile("doc.go")
	require.NoError(t, err)
	repaired, kept, ok := strings.Cut(string(b), "# What is not")
	require.True(t, ok)
	pairs := repairLine.FindAllStringSubmatch(repaired, -1)
	assert.Greater(t, len(pairs), 30)
	for _, p := range pairs {
		in, err := strconv.Unquote(p[1])
		require.NoError(t, err, p[1])
		out, err := strconv.Unquote(p[2])
		require.NoError(t, err, p[2])
		assert.Equal(t, out, String(in), "from %q", in)
	}
	lines := keepLine.FindAllStringSubmatch(kept, -1)
	assert.Greater(t, len(lines), 10)
	for _, p := range lines {
		in, err := strconv.Unquote(p[1])
		require.NoError(t, err, p[1])
		assert.Equal(t, in, String(in))
	}
}

// The first example of the package comment is what String does.
func TestFirstExampleIsTrue(t *testing.T) {
	b, err := os.ReadFile("doc.go")
	require.NoError(t, err)
	_, example, ok := strings.Cut(string(b), "taken for part of\nit:\n\n")
	require.True(t, ok)
	before, rest, ok := strings.Cut(example, "\nbecomes\n\n")
	require.True(t, ok)
	after, _, ok := strings.Cut(rest, "\nText that is right")
	require.True(t, ok)
	unindent := func(s string) string {
		return strings.ReplaceAll(strings.TrimPrefix(strings.TrimSuffix(s, "\n"), "\t"), "\n\t", "\n")
	}
	assert.Equal(t, unindent(after), String(unindent(before)))
}
