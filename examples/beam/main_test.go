package main

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/apache/beam/sdks/v2/go/pkg/beam/testing/ptest"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestMain(m *testing.M) { ptest.MainWithDefault(m, "prism") }

// The pipeline gives the same records as examples/annotate, and the same errors.
func TestSameAsAnnotate(t *testing.T) {
	dir := t.TempDir()
	var in strings.Builder
	for i := range 3000 {
		fmt.Fprintf(&in, `{"id": %d, "text": "Ada Obi paid $ %d million. in Abuja on Tuesday , the Bank of Kenya said. Obi smiled.", "published": "2024-05-15", "n": [%d]}`+"\n", i, i+1, i)
		if i%500 == 7 {
			fmt.Fprintf(&in, `{"id": "bad%d"}`+"\n\n", i)
		}
	}
	input := filepath.Join(dir, "in.jsonl")
	require.NoError(t, os.WriteFile(input, []byte(in.String()), 0o644))
	prefix := filepath.Join(dir, "out")
	require.NoError(t, run(t.Context(), options{input: filepath.Join(dir, "*.jsonl"), output: prefix, shards: 3}))

	shards, err := filepath.Glob(prefix + "-*-of-00003.jsonl")
	require.NoError(t, err)
	assert.Len(t, shards, 3)
	var got []string
	for _, name := range append(shards, prefix+"-errors.jsonl") {
		got = append(got, lines(t, name)...)
	}
	assert.Len(t, got, 3006)
	assert.Len(t, lines(t, prefix+"-errors.jsonl"), 6)

	annotated := filepath.Join(dir, "annotated")
	annotate := exec.Command("go", "run", "./examples/annotate", "-o", annotated, input)
	annotate.Dir = "../.."
	out, err := annotate.CombinedOutput()
	require.Error(t, err, "it has errors to report")
	assert.Contains(t, string(out), "6 of 3006 records failed")
	want := lines(t, annotated)
	place := regexp.MustCompile(`"error":"[^"]*: line \d+: `) // annotate says where an error is
	for i, line := range want {
		want[i] = place.ReplaceAllString(line, `"error":"`)
	}
	slices.Sort(got)
	slices.Sort(want)
	assert.Equal(t, want, got)
}

func lines(t *testing.T, name string) []string {
	t.Helper()
	b, err := os.ReadFile(name)
	require.NoError(t, err)
	if len(b) == 0 {
		return nil
	}
	var all []string
	for line := range bytes.Lines(b) {
		all = append(all, strings.TrimSuffix(string(line), "\n"))
	}
	return all
}

func TestWrongUse(t *testing.T) {
	for name, o := range map[string]options{
		"no input":  {output: "x", shards: 1},
		"no output": {input: "x", shards: 1},
		"no shards": {input: "x", output: "x"},
		"no part":   {input: "x", output: "x", shards: 1, annotate: annotate{Only: "weather"}},
		"no date":   {input: "x", output: "x", shards: 1, annotate: annotate{Published: "soon"}},
	} {
		assert.Error(t, run(t.Context(), o), name)
	}
}
