package main

import (
	"bytes"
	"fmt"
	"io"
	"os"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// manyLines are n articles, each with an ID and a text of its own.
func manyLines(n int) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, `{"id": "r%d", "text": "Kofi paid $%d , he said."}`+"\n", i, i)
	}
	return b.String()
}

// interrupt runs the command with lines on its standard input, of which the end
// does not come, and sends it a signal when all have been written.
func (d folder) interrupt(signal os.Signal, lines string, args ...string) {
	d.t.Helper()
	c := d.command(append(args, "-o", "out")...)
	in, err := c.StdinPipe()
	require.NoError(d.t, err)
	defer in.Close()
	require.NoError(d.t, c.Start())
	io.WriteString(in, lines)
	require.Eventually(d.t, func() bool {
		b, err := os.ReadFile(d.path("out"))
		return err == nil && bytes.Count(b, []byte("\n")) == strings.Count(lines, "\n")
	}, 10*time.Second, time.Millisecond)
	require.NoError(d.t, c.Process.Signal(signal))
	c.Wait()
}

// A run goes on behind what it had done, however it ended.
func TestResumeAfterInterruption(t *testing.T) {
	in := manyLines(300)
	for name, signal := range map[string]os.Signal{"interrupted": os.Interrupt, "terminated": syscall.SIGTERM, "killed": syscall.SIGKILL} {
		t.Run(name, func(t *testing.T) {
			d := newFolder(t, "in.jsonl", in)
			want := d.run(nil, "in.jsonl").out
			d.interrupt(signal, in[:strings.Index(in, `{"id": "r200"`)])
			if name == "killed" { // in the middle of a record
				d.write("out", d.read("out")+`{"id":"r200","te`)
			}
			assert.FileExists(t, d.path("out.resume"))
			assert.Equal(t, outcome{}, d.run(in, "-o", "out", "-resume"))
			assert.Equal(t, want, d.read("out"))
			assert.NoFileExists(t, d.path("out.resume"))
		})
	}
}

// What is done is known by the input and by the flags: if either has changed
// since, the run is refused and all is left as it was.
func TestResumeOfSomethingElse(t *testing.T) {
	in := manyLines(300)
	part := in[:strings.Index(in, `{"id": "r200"`)]
	for name, tt := range map[string]struct {
		in   string
		args []string
		out  func(string) string
		want string
	}{
		"the first text changed": {strings.Replace(in, "Kofi", "Kwame", 1), nil, nil, "the input is not the one that the 200 records"},
		"a meta field changed":   {strings.Replace(in, `"id": "r7", `, `"id": "r7", "url": "x", `, 1), nil, nil, "the input is not the one"},
		"an ID changed":          {strings.Replace(in, `"r7"`, `"seven"`, 1), nil, nil, "record 8 of out: standard input: line 8 has another ID"},
		"a line more":            {paid + in, nil, nil, "record 1 of out"},
		"less input":             {manyLines(5), nil, nil, "out holds 200 records, the input 5"},
		"other flags":            {in, []string{"-country", "AU"}, nil, "out was begun with other flags: -only normalize,money -max 256MB"},
		"a record changed":       {in, nil, func(s string) string { return strings.Replace(s, "$150", "$151", 1) }, "record 151 of out"},
		"records taken out":      {in, nil, func(s string) string { return s[strings.Index(s, "\n")+1:] }, "does not hold the 200 records"},
		"something put behind":   {in, nil, func(s string) string { return s + "Dear diary,\n" }, "something else than records"},
	} {
		t.Run(name, func(t *testing.T) {
			d := newFolder(t)
			d.interrupt(syscall.SIGTERM, part, "-only", "normalize,money")
			if tt.out != nil {
				d.write("out", tt.out(d.read("out")))
			}
			out, journal := d.read("out"), d.read("out.resume")
			got := d.run(tt.in, append([]string{"-only", "normalize,money", "-o", "out", "-resume"}, tt.args...)...)
			assert.Equal(t, 2, got.exit)
			assert.Contains(t, got.errors, tt.want)
			assert.Equal(t, out, d.read("out"))
			assert.Equal(t, journal, d.read("out.resume"))
		})
	}
}

// Without a journal, a file is known by the records in it.
func TestResumeWithoutJournal(t *testing.T) {
	d := newFolder(t, "in.jsonl", manyLines(150))
	require.Equal(t, outcome{}, d.run(nil, "-o", "out", "in.jsonl"))
	whole := d.read("out")
	t.Run("a finished run has nothing to do", func(t *testing.T) {
		assert.Equal(t, outcome{}, d.run(nil, "-o", "out", "-resume", "in.jsonl"))
		assert.Equal(t, whole, d.read("out"))
	})
	t.Run("an input that has grown", func(t *testing.T) {
		d.write("in.jsonl", manyLines(151))
		assert.Equal(t, outcome{}, d.run(nil, "-o", "out", "-resume", "in.jsonl"))
		assert.Equal(t, d.run(nil, "in.jsonl").out, d.read("out"))
	})
	t.Run("a file that is not there yet", func(t *testing.T) {
		assert.Equal(t, outcome{}, d.run(nil, "-o", "new", "-resume", "in.jsonl"))
		assert.Equal(t, d.read("out"), d.read("new"))
	})
	for name, text := range map[string]string{
		"a text":                    "My novel.\nChapter 1\n",
		"a text without a line end": "My novel.",
		"an input":                  manyLines(3),
		"an input, no line end":     `{"id": 1, "text": "My novel."}`,
		"the same without spaces":   `{"id":1,"text":"My novel."}`,
		"half an input":             `{"id":1,"text":"My novel.","url":"https://exam`,
		"records, then an article":  whole + `{"id":1,"text":"My novel."}`,
		"other JSON":                `{"id": 1}` + "\n",
		"JSON over many lines":      "{\n  \"id\": 1\n}\n",
		"records, then a text":      whole + "My novel.\n",
		"records, then half a line": whole + "My novel.",
		"empty lines":               "\n\n",
	} {
		t.Run(name, func(t *testing.T) {
			d.write("novel", text)
			got := d.run(nil, "-o", "novel", "-resume", "in.jsonl")
			assert.Equal(t, 2, got.exit)
			assert.Contains(t, got.errors, "something else than records")
			assert.Equal(t, text, d.read("novel"))
			assert.NoFileExists(t, d.path("novel.resume"))
		})
	}
}

// A run that is done has no journal, failures or not.
func TestJournalIsRemoved(t *testing.T) {
	d := newFolder(t)
	assert.Equal(t, 1, d.run("{\n"+paid, "-o", "out").exit)
	assert.Equal(t, []string{"out"}, d.names())
	assert.Equal(t, 1, d.run("{\n"+paid, "-o", "out", "-resume").exit)
	assert.Equal(t, []string{"!", "1"}, ids(t, d.read("out")))
}
