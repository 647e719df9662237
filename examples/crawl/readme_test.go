package main

import (
	"bytes"
	"os"
	"os/exec"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// block returns the first block of code of the README in a language.
func block(t *testing.T, language string) string {
	t.Helper()
	readme, err := os.ReadFile("README.md")
	require.NoError(t, err)
	_, rest, found := strings.Cut(string(readme), "```"+language+"\n")
	require.True(t, found)
	text, _, _ := strings.Cut(rest, "```")
	return text
}

// The program that the README shows is the one that is there, is as short as it
// looks, and does what the README says.
func TestREADME(t *testing.T) {
	program, err := os.ReadFile("sums/main.go")
	require.NoError(t, err)
	assert.Equal(t, string(program), block(t, "go"))
	assert.LessOrEqual(t, strings.Count(string(program), "\n"), 30)
	var records bytes.Buffer
	o, err := parse([]string{"testdata/pages"})
	require.NoError(t, err)
	failed, err := run(t.Context(), o, nil, &records, &bytes.Buffer{})
	require.NoError(t, err)
	assert.Equal(t, 1, failed, "the front page")
	sums := exec.Command("go", "run", "./sums")
	sums.Stdin = &records
	out, err := sums.Output()
	require.NoError(t, err)
	assert.Equal(t, block(t, "text"), string(out))
}
