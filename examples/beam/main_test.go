package main

import (
	"bytes"
	"compress/gzip"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/apache/beam/sdks/v2/go/pkg/beam/testing/ptest"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/copydesk-go/copydesk"
)

func TestMain(m *testing.M) { ptest.MainWithDefault(m, "prism") }

// The pipeline gives the same records as examples/annotate, the same errors, and
// counts them.
func TestSameAsAnnotate(t *testing.T) {
	dir := t.TempDir()
	var in strings.Builder
	stories := []string{
		"Ada Obi paid $ %d million. in Abuja on Tuesday , the Bank of Kenya said. Obi smiled.",
		"â€œWe have waited since May %d,â€\u009d said Kofi Mensah of the Red Cross in Accra. Mensah left last week.",
		"Nothing of note happened, %d neighbours said.",
	}
	bad := []string{`{"id": "bad%d"}`, `not JSON %d`, `{"id": %d, "text": "It rained.", "published": "soon"}`, `{"id": %d, "text": "It rained.", "country": "Atlantis"}`}
	for i := range 3000 {
		text := fmt.Sprintf(stories[i%len(stories)], i)
		fmt.Fprintf(&in, `{"id": %d, "text": "%s", "published": "2024-05-15", "n": [%d]}`+"\n", i, text, i)
		if i%250 == 7 {
			fmt.Fprintf(&in, bad[i/250%len(bad)]+"\n\n", i)
		}
	}
	half := strings.Index(in.String(), `{"id": 1500,`)
	input, zipped := filepath.Join(dir, "in.jsonl"), filepath.Join(dir, "in.jsonl.gz")
	require.NoError(t, os.WriteFile(input, []byte(in.String()[:half]), 0o644))
	require.NoError(t, os.WriteFile(zipped, gzipped(t, in.String()[half:]), 0o644))
	prefix := filepath.Join(dir, "out")
	counts, err := run(t.Context(), options{input: filepath.Join(dir, "in.jsonl*"), output: prefix, shards: 3})
	require.NoError(t, err)

	shards, err := filepath.Glob(prefix + "-*-of-00003.jsonl")
	require.NoError(t, err)
	assert.Len(t, shards, 3)
	var got []string
	for _, name := range append(shards, prefix+"-errors.jsonl") {
		got = append(got, lines(t, name)...)
	}
	assert.Len(t, got, 3012)
	assert.Len(t, lines(t, prefix+"-errors.jsonl"), 12)

	annotated := filepath.Join(dir, "annotated")
	annotate := exec.Command("go", "run", "./examples/annotate", "-o", annotated, input, zipped)
	annotate.Dir = "../.."
	out, err := annotate.CombinedOutput()
	require.Error(t, err, "it has errors to report")
	assert.Contains(t, string(out), "12 of 3012 records failed")
	want := lines(t, annotated)
	wantCounts := map[string]int64{"errors": 12, "records": 3000}
	for _, line := range want {
		var r copydesk.Record
		require.NoError(t, json.Unmarshal([]byte(line), &r))
		wantCounts["changes"] += int64(len(r.Changes))
		wantCounts["entities"] += int64(len(r.Entities))
		wantCounts["dates"] += int64(len(r.Dates))
		wantCounts["sums of money"] += int64(len(r.Money))
	}
	slices.Sort(got)
	slices.Sort(want)
	assert.Equal(t, want, got)
	assert.Equal(t, wantCounts, counts)
}

func gzipped(t *testing.T, text string) []byte {
	t.Helper()
	var b bytes.Buffer
	z := gzip.NewWriter(&b)
	_, err := io.WriteString(z, text)
	require.NoError(t, err)
	require.NoError(t, z.Close())
	return b.Bytes()
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
		"no tag":    {input: "x", output: "x", shards: 1, annotate: annotate{Language: "?"}},
		"no place":  {input: "x", output: "x", shards: 1, annotate: annotate{Country: "Atlantis"}},

		"a shard among the input":        {input: "news/*.jsonl", output: "news/part", shards: 2},
		"the errors among the input":     {input: "./news/*-errors.jsonl", output: "news/part", shards: 2},
		"a shard that is the only input": {input: "news/part-00001-of-00002.jsonl", output: "news//part", shards: 2},
	} {
		_, err := run(t.Context(), o)
		assert.Error(t, err, name)
	}
}

// All shards are written, those too that no record goes to, and so is the file of
// errors.
func TestEmptyShards(t *testing.T) {
	dir := t.TempDir()
	input, prefix := filepath.Join(dir, "in.jsonl"), filepath.Join(dir, "out")
	require.NoError(t, os.WriteFile(input, []byte("\uFEFF"+`{"id": 1, "text": "It rained."}`+"\n\n"), 0o644))
	_, err := run(t.Context(), options{input: input, output: prefix, shards: 5})
	require.NoError(t, err)
	files, err := filepath.Glob(prefix + "*")
	require.NoError(t, err)
	assert.ElementsMatch(t, append(shardNames(prefix, 5), prefix+"-errors.jsonl"), files)
	records := 0
	for _, name := range files {
		records += len(lines(t, name))
	}
	assert.Equal(t, 1, records)
}

// A pattern that matches nothing is an error, with and without a wildcard.
func TestNoInput(t *testing.T) {
	dir := t.TempDir()
	for _, pattern := range []string{"none.jsonl", "*.jsonl"} {
		_, err := run(t.Context(), options{input: filepath.Join(dir, pattern), output: filepath.Join(t.TempDir(), "out"), shards: 1})
		assert.ErrorContains(t, err, pattern)
	}
}

// An error says where the line stands.
func TestErrorsHaveAPlace(t *testing.T) {
	dir := t.TempDir()
	require.NoError(t, os.WriteFile(filepath.Join(dir, "a.jsonl"), []byte(`{"text": "It rained."}`+"\n\n{\n"), 0o644))
	require.NoError(t, os.WriteFile(filepath.Join(dir, "b.jsonl.gz"), gzipped(t, `{"id": 7}`), 0o644))
	prefix := filepath.Join(t.TempDir(), "out")
	_, err := run(t.Context(), options{input: filepath.Join(dir, "*.jsonl*"), output: prefix, shards: 1})
	require.NoError(t, err)
	failures := strings.Join(lines(t, prefix+"-errors.jsonl"), "\n")
	assert.Contains(t, failures, filepath.Join(dir, "a.jsonl")+": line 3: ")
	assert.Contains(t, failures, `{"id":7,"error":"`+filepath.Join(dir, "b.jsonl.gz")+`: line 1: no field \"text\""}`)
}
