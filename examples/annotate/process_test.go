package main

import (
	"bytes"
	"compress/gzip"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// program is the command, built once for the tests that run it as a process.
var program string

func TestMain(m *testing.M) {
	dir, err := os.MkdirTemp("", "annotate")
	if err == nil {
		program = filepath.Join(dir, "annotate")
		if runtime.GOOS == "windows" {
			program += ".exe"
		}
		var out []byte
		if out, err = exec.Command("go", "build", "-o", program, ".").CombinedOutput(); err != nil {
			err = fmt.Errorf("%w: %s", err, out)
		}
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	code := m.Run()
	os.RemoveAll(dir)
	os.Exit(code)
}

// A folder is one in which the command is run.
type folder struct {
	t *testing.T
	string
}

// newFolder makes a folder with files: a name and what it holds in turn.
func newFolder(t *testing.T, files ...string) folder {
	t.Helper()
	d := folder{t, t.TempDir()}
	for i := 0; i < len(files); i += 2 {
		d.write(files[i], files[i+1])
	}
	return d
}

func (d folder) path(name string) string { return filepath.Join(d.string, filepath.FromSlash(name)) }

func (d folder) write(name, text string) {
	d.t.Helper()
	require.NoError(d.t, os.MkdirAll(filepath.Dir(d.path(name)), 0o755))
	require.NoError(d.t, os.WriteFile(d.path(name), []byte(text), 0o644))
}

func (d folder) read(name string) string {
	d.t.Helper()
	b, err := os.ReadFile(d.path(name))
	require.NoError(d.t, err)
	return string(b)
}

func (d folder) link(to, name string) {
	d.t.Helper()
	if err := os.Symlink(filepath.FromSlash(to), d.path(name)); err != nil {
		d.t.Skip("this file system has no symbolic links: ", err)
	}
}

// names returns what is in the folder.
func (d folder) names() (all []string) {
	d.t.Helper()
	entries, err := os.ReadDir(d.string)
	require.NoError(d.t, err)
	for _, e := range entries {
		all = append(all, e.Name())
	}
	return all
}

// command is the command, ready to run in the folder. It finds money alone, which
// is the fastest.
func (d folder) command(args ...string) *exec.Cmd {
	c := exec.Command(program, append([]string{"-only", "money"}, args...)...)
	c.Dir = d.string
	return c
}

// An outcome is what a process left.
type outcome struct {
	exit        int
	out, errors string
}

// run runs the command. Stdin is a string to pipe in, a file, or nil.
func (d folder) run(stdin any, args ...string) outcome {
	d.t.Helper()
	c := d.command(args...)
	switch in := stdin.(type) {
	case string:
		c.Stdin = strings.NewReader(in)
	case *os.File:
		c.Stdin = in
	}
	var out, errs bytes.Buffer
	c.Stdout, c.Stderr = &out, &errs
	err := c.Run()
	if failed := new(exec.ExitError); err != nil && !errors.As(err, &failed) {
		require.NoError(d.t, err)
	}
	return outcome{c.ProcessState.ExitCode(), out.String(), errs.String()}
}

// ids returns the IDs of the records, and of failures with an exclamation mark.
func ids(t *testing.T, out string) (all []string) {
	t.Helper()
	for line := range strings.Lines(out) {
		var r struct {
			ID    any
			Error string
		}
		require.NoError(t, json.Unmarshal([]byte(line), &r), line)
		id := fmt.Sprint(r.ID)
		if r.Error != "" {
			id += "!"
		}
		all = append(all, id)
	}
	return all
}

const (
	paid  = `{"id": 1, "text": "Kofi paid $5 , he said."}` + "\n"
	paid3 = `{"id": 1, "text": "Kofi paid $5."}` + "\n" + `{"id": 2, "text": "Ama paid $6."}` + "\n" + `{"id": 3, "text": "Yaw paid $7."}` + "\n"
)

// What is to be written is refused where it is what is to be read, by whatever
// name, and nothing is touched.
func TestTargetsThatAreInputs(t *testing.T) {
	for name, args := range map[string][]string{
		"the same name":            {"-o", "io.jsonl", "io.jsonl"},
		"the same, spelled apart":  {"-o", "./sub/../io.jsonl", "io.jsonl"},
		"a hard link":              {"-o", "hard.jsonl", "io.jsonl"},
		"an input by hard link":    {"-o", "io.jsonl", "hard.jsonl"},
		"a symbolic link":          {"-o", "soft.jsonl", "io.jsonl"},
		"an input by a link":       {"-o", "io.jsonl", "soft.jsonl"},
		"a link to a link":         {"-o", "softer.jsonl", "io.jsonl"},
		"a page":                   {"-html", "soft.jsonl", "io.jsonl"},
		"both the same":            {"-o", "new", "-html", "new", "io.jsonl"},
		"both the same, by links":  {"-o", "io2.jsonl", "-html", "soft2.jsonl", "io.jsonl"},
		"both where a link leads":  {"-o", "new", "-html", "dangling", "io.jsonl"},
		"to resume":                {"-resume", "-o", "soft.jsonl", "io.jsonl"},
		"an article of a folder":   {"-o", "sub/article.txt", "sub"},
		"linked into a folder":     {"-o", "io.jsonl", "sub"},
		"one of several":           {"-o", "io.jsonl", "io2.jsonl", "io.jsonl"},
		"a file that is not there": {"-o", "new", "new"},
		"a journal that is none":   {"-o", "taken", "io.jsonl"},
		"a journal to be read":     {"-o", "new", "-html", "page", "new.resume"},
	} {
		t.Run(name, func(t *testing.T) {
			d := newFolder(t, "io.jsonl", paid, "io2.jsonl", paid, "sub/article.txt", "It rained.", "taken.resume", "Mine.")
			require.NoError(t, os.Link(d.path("io.jsonl"), d.path("hard.jsonl")))
			require.NoError(t, os.Link(d.path("io.jsonl"), d.path("sub/hard.jsonl")))
			d.link("io.jsonl", "soft.jsonl")
			d.link("soft.jsonl", "softer.jsonl")
			d.link("io2.jsonl", "soft2.jsonl")
			d.link("new", "dangling")
			before := d.names()
			got := d.run(nil, args...)
			assert.Equal(t, 2, got.exit, "%+v", got)
			assert.Empty(t, got.out)
			assert.Equal(t, 1, strings.Count(got.errors, "\n"), got.errors)
			assert.Equal(t, before, d.names())
			assert.Equal(t, paid, d.read("io.jsonl"))
			assert.Equal(t, paid, d.read("io2.jsonl"))
			assert.Equal(t, "It rained.", d.read("sub/article.txt"))
			assert.Equal(t, "Mine.", d.read("taken.resume"))
		})
	}
}

// The shell opens standard input and output before the command can look.
func TestStandardOutputThatIsAnInput(t *testing.T) {
	for name, tt := range map[string]struct {
		stdin, stdout string
		args          []string
	}{
		"-o is standard input":    {"io.jsonl", "", []string{"-o", "io.jsonl"}},
		"a file appended to":      {"", "io.jsonl", []string{"io.jsonl"}},
		"standard input appended": {"io.jsonl", "io.jsonl", nil},
	} {
		t.Run(name, func(t *testing.T) {
			d := newFolder(t, "io.jsonl", paid)
			c := d.command(tt.args...)
			if tt.stdin != "" {
				f, err := os.Open(d.path(tt.stdin))
				require.NoError(t, err)
				defer f.Close()
				c.Stdin = f
			}
			if tt.stdout != "" {
				f, err := os.OpenFile(d.path(tt.stdout), os.O_APPEND|os.O_WRONLY, 0)
				require.NoError(t, err)
				defer f.Close()
				c.Stdout = f
			}
			c.Run()
			assert.Equal(t, 2, c.ProcessState.ExitCode())
			assert.Equal(t, paid, d.read("io.jsonl"))
		})
	}
}

// A target in a folder that is read is not read, however often.
func TestTargetInAnInputFolder(t *testing.T) {
	d := newFolder(t, "in/a.txt", "Kofi paid $5.", "in/z.txt", "Ama paid $6.")
	for range 3 {
		got := d.run(nil, "-o", "in/out.jsonl", "-html", "in/page.html", "in")
		assert.Equal(t, outcome{}, got)
		assert.Equal(t, []string{"a.txt", "z.txt"}, ids(t, d.read("in/out.jsonl")))
	}
	stdout, err := os.Create(d.path("in/more.jsonl"))
	require.NoError(t, err)
	defer stdout.Close()
	c := d.command("in/a.txt", "in")
	c.Stdout = stdout
	require.Error(t, c.Run(), "the page is an input now, and no article")
	assert.Equal(t, []string{"a.txt", "a.txt#2", "a.txt", "z.txt", "page.html!", "z.txt"}, ids(t, d.read("in/more.jsonl")))
}

// Output is written in place: to pipes, devices, and through links.
func TestOutputInPlace(t *testing.T) {
	d := newFolder(t, "in.jsonl", paid3, "out", strings.Repeat("longer than what comes\n", 100))
	want := d.run(nil, "in.jsonl").out
	d.link("out", "link")
	assert.Equal(t, outcome{}, d.run(nil, "-o", "link", "in.jsonl"))
	assert.Equal(t, want, d.read("out"))
	info, err := os.Lstat(d.path("link"))
	require.NoError(t, err)
	assert.NotZero(t, info.Mode()&os.ModeSymlink, "the link is still one")
	assert.Equal(t, []string{"in.jsonl", "link", "out"}, d.names(), "no journal is left")
	if runtime.GOOS == "windows" {
		return
	}
	assert.Equal(t, outcome{}, d.run(nil, "-o", "/dev/null", "-html", "/dev/null", "in.jsonl"))
	assert.Equal(t, outcome{out: want}, d.run(nil, "-o", "/dev/stdout", "in.jsonl"))
	require.NoError(t, mkfifo(d.path("pipe")))
	c := d.command("-o", "pipe", "in.jsonl")
	require.NoError(t, c.Start())
	assert.Equal(t, want, d.read("pipe"))
	require.NoError(t, c.Wait())
	assert.Equal(t, []string{"in.jsonl", "link", "out", "pipe"}, d.names())
}

// What cannot be read costs itself alone.
func TestUnreadableFiles(t *testing.T) {
	var packed bytes.Buffer
	z := gzip.NewWriter(&packed)
	io.WriteString(z, strings.Repeat("Kofi paid $5. ", 1000))
	require.NoError(t, z.Close())
	broken := packed.String()[:packed.Len()/2]
	lines := new(bytes.Buffer)
	z.Reset(lines)
	io.WriteString(z, paid3)
	z.Flush()
	d := newFolder(t, "a.txt", "Kofi paid $5.", "z.txt", "Ama paid $6.", "in/broken.txt.gz", broken, "in/no.gz", "It rained.",
		"in/none.gz", "", "in/cut.jsonl.gz", lines.String(), "in/deep/er/b.txt", "Yaw paid $7.")
	d.link("nowhere", "in/dangling.txt")
	d.link("round.txt", "in/round.txt")
	d.link("..", "in/deep/up")
	want := []string{"a.txt", "in/broken.txt!", "1", "2", "3", "in/cut.jsonl!", "in/dangling.txt!", "in/deep/er/b.txt", "in/deep/up!", "in/no!", "in/none!"}
	if runtime.GOOS != "windows" {
		require.NoError(t, mkfifo(d.path("in/pipe")))
		want = append(want, "in/pipe!")
	}
	want = append(want, "in/round.txt!", "missing.txt!", "z.txt")
	got := d.run(nil, "a.txt", "in", "missing.txt", "z.txt")
	assert.Equal(t, 1, got.exit)
	assert.Equal(t, want, ids(t, got.out))
	for _, reason := range []string{
		"in/broken.txt.gz: it breaks off", "in/cut.jsonl.gz: line 4: it breaks off", "in/dangling.txt: no such file",
		"in/deep/up: a link to a folder", "in/no.gz: gzip: invalid header", "in/none.gz: it breaks off", "missing.txt: no such file",
	} {
		assert.Contains(t, filepath.ToSlash(got.errors), reason)
		assert.Contains(t, filepath.ToSlash(got.out), reason)
	}
}

// Binary files and whole documents of markup are errors that say what was seen,
// unless they are wanted.
func TestFilesThatAreNoText(t *testing.T) {
	var packed bytes.Buffer
	z := gzip.NewWriter(&packed)
	io.WriteString(z, paid3)
	require.NoError(t, z.Close())
	page := "<!doctype html>\n<html><body><p>Kofi paid $5.</p></body></html>"
	files := map[string]struct{ text, want string }{
		"packed.txt":   {packed.String(), "gzip"},
		"packed.jsonl": {packed.String(), "gzip"},
		"image.txt":    {"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x00\x01", "PNG image"},
		"noise.txt":    {strings.Repeat("\x00\x01\x02\x03\xfe\xffab", 50), "binary data"},
		"page.txt":     {page, "a whole document of HTML"},
		"page.json":    {page, "a whole document of HTML"},
		"old.txt":      {"\n <html>\n<body>Kofi paid $5.</body></html>", "a whole document of HTML"},
		"feed.txt":     {"<?xml version=\"1.0\"?>\n<rss><title>Kofi paid $5.</title></rss>", "a whole document of XML"},
	}
	for name, tt := range files {
		t.Run(name, func(t *testing.T) {
			d := newFolder(t, name, tt.text, "z.txt", "Ama paid $6.")
			got := d.run(nil, name, "z.txt")
			assert.Equal(t, 1, got.exit)
			assert.Equal(t, []string{name + "!", "z.txt"}, ids(t, got.out))
			assert.Contains(t, got.errors, tt.want)
			assert.NotContains(t, strings.Join(ids(t, d.run(nil, "-force", name, "z.txt").out), " "), name+"!")
			if strings.HasSuffix(name, ".txt") {
				assert.Equal(t, []string{"!"}, ids(t, d.run(tt.text).out), "on standard input")
			}
		})
	}
	for name, text := range map[string]string{
		"tags in a text": "Kofi paid <b>$5</b>.\n<html> is a tag, he said.", "UTF-16": "\xff\xfeK\x00o\x00f\x00i\x00",
	} {
		assert.Zero(t, newFolder(t, "a.txt", text).run(nil, "a.txt").exit, name)
	}
	line, err := json.Marshal(map[string]string{"text": page})
	require.NoError(t, err)
	assert.Zero(t, newFolder(t).run(string(line)).exit, "a text of JSON is what it is")
}

func TestFilesWithoutPermission(t *testing.T) {
	if os.Geteuid() == 0 || runtime.GOOS == "windows" {
		t.Skip("root may read everything, and Windows has other permissions: run this test as another user")
	}
	d := newFolder(t, "in/a.txt", "Kofi paid $5.", "in/b.txt", "Ama paid $6.", "in/c/d.txt", "Yaw paid $7.", "in/e.txt", "It rained.")
	require.NoError(t, os.Chmod(d.path("in/b.txt"), 0))
	require.NoError(t, os.Chmod(d.path("in/c"), 0))
	defer os.Chmod(d.path("in/c"), 0o755)
	got := d.run(nil, "in")
	assert.Equal(t, 1, got.exit)
	assert.Equal(t, []string{"a.txt", "b.txt!", "c!", "e.txt"}, ids(t, got.out))
}

// The ID of an article is its path below the deepest folder that the arguments
// share, without the ending of a packed file, and never twice the same.
func TestIDs(t *testing.T) {
	var packed bytes.Buffer
	z := gzip.NewWriter(&packed)
	io.WriteString(z, "It rained.")
	require.NoError(t, z.Close())
	gz := packed.String()
	d := newFolder(t, "2021/a.txt", "It rained.", "2021/05/a.txt", "It rained.", "2022/a.txt", "It rained.", "2022/a.txt.gz", gz,
		"2022/b.txt.gz", gz, "2022/a.txt#2", "It rained.")
	for name, tt := range map[string]struct{ args, want []string }{
		"one file":              {[]string{"2021/05/a.txt"}, []string{"a.txt"}},
		"one packed file":       {[]string{"2022/b.txt.gz"}, []string{"b.txt"}},
		"one folder":            {[]string{"2021"}, []string{"05/a.txt", "a.txt"}},
		"two files":             {[]string{"2021/05/a.txt", "2021/a.txt"}, []string{"05/a.txt", "a.txt"}},
		"two folders":           {[]string{"2022/", "2021"}, []string{"2022/a.txt", "2022/a.txt#2", "2022/a.txt.gz", "2022/b.txt", "2021/05/a.txt", "2021/a.txt"}},
		"a folder and its file": {[]string{"2021", "2021/a.txt"}, []string{"05/a.txt", "a.txt", "a.txt#2"}},
		"the same file":         {[]string{"2021/a.txt", "2021/../2021/a.txt", "2021/a.txt"}, []string{"a.txt", "a.txt#2", "a.txt#3"}},
		"another's number":      {[]string{"2022/a.txt", "2022/a.txt", "2022/a.txt#2"}, []string{"a.txt", "a.txt#2", "a.txt#2#2"}},
		"none that is there":    {[]string{"2023/a.txt", "2021/a.txt"}, []string{"2023/a.txt!", "2021/a.txt"}},
	} {
		t.Run(name, func(t *testing.T) {
			assert.Equal(t, tt.want, ids(t, d.run(nil, tt.args...).out))
		})
	}
}

// A folder that is named by a link is read as it is by its own name.
func TestLinksToFolders(t *testing.T) {
	d := newFolder(t, "in/a.txt", "It rained.")
	d.link("in", "link")
	got := d.run(nil, "link")
	assert.Equal(t, []string{"a.txt"}, ids(t, got.out))
	assert.Zero(t, got.exit)
}

// Standard input is JSON lines or one article, as it begins.
func TestStandardInput(t *testing.T) {
	for name, tt := range map[string]struct {
		in   string
		args []string
		want []string // IDs
		text string   // of the first
	}{
		"lines":                   {paid3, nil, []string{"1", "2", "3"}, "Kofi paid $5."},
		"lines behind space":      {"\n \t\n" + paid3, nil, []string{"1", "2", "3"}, "Kofi paid $5."},
		"lines behind a mark":     {"\uFEFF" + paid3, nil, []string{"1", "2", "3"}, "Kofi paid $5."},
		"behind a mark and space": {"\uFEFF \r\n" + paid3, nil, []string{"1", "2", "3"}, "Kofi paid $5."},
		"text":                    {"Kofi paid $5.\nHe left.", nil, []string{""}, "Kofi paid $5.\nHe left."},
		"text in windows-1252":    {"It cost \x805 \x96 no more.", nil, []string{""}, "It cost €5 – no more."},
		"text behind a mark":      {"\uFEFFKofi paid $5.", nil, []string{""}, "Kofi paid $5."},
		"an array":                {"[" + paid + "]", nil, []string{"!"}, ""},
		"an array, as lines":      {"[1]\n" + paid, []string{"-lines"}, []string{"!", "1"}, ""},
		"text, as lines":          {"Kofi\n" + paid, []string{"-lines"}, []string{"!", "1"}, ""},
		"nothing":                 {"", nil, nil, ""},
		"only space":              {" \n\n", nil, nil, ""},
		"named":                   {paid, []string{"-"}, []string{"1"}, "Kofi paid $5 , he said."},
	} {
		t.Run(name, func(t *testing.T) {
			got := newFolder(t).run(tt.in, tt.args...)
			assert.Equal(t, tt.want, ids(t, got.out))
			if tt.text != "" {
				assert.Equal(t, tt.text, records(t, got.out)[0].Text)
			}
			failed := strings.Contains(strings.Join(tt.want, " "), "!")
			assert.Equal(t, failed, got.exit == 1)
			if strings.HasPrefix(tt.in, "[") && tt.args == nil {
				assert.Contains(t, got.out, "one JSON object a line is wanted")
			}
		})
	}
}

func TestArguments(t *testing.T) {
	d := newFolder(t, "a.txt", "A bus pass costs $5 from Friday.", "-b.txt", "It rained.", "empty/sub/.keep", "")
	require.NoError(t, os.Remove(d.path("empty/sub/.keep")))
	t.Run("flags behind files", func(t *testing.T) {
		assert.Equal(t, outcome{}, d.run(nil, "a.txt", "-o", "out", "-country", "AU", "-resume"))
		assert.Contains(t, d.read("out"), `"AUD"`)
		assert.Equal(t, []string{"a.txt", "-b.txt"}, ids(t, d.run(nil, "a.txt", "--", "-b.txt").out))
	})
	t.Run("an unknown flag is reported once", func(t *testing.T) {
		got := d.run(nil, "a.txt", "-nonsense")
		assert.Equal(t, 2, got.exit)
		assert.Equal(t, 1, strings.Count(got.errors, "nonsense"), got.errors)
		assert.Equal(t, 1, strings.Count(got.errors, "\n"), got.errors)
	})
	t.Run("help", func(t *testing.T) {
		got := d.run(nil, "-h")
		assert.Zero(t, got.exit)
		assert.Empty(t, got.errors)
		assert.Contains(t, got.out, "-resume")
	})
	t.Run("an empty folder says so", func(t *testing.T) {
		got := d.run(nil, "empty")
		assert.Equal(t, outcome{errors: "annotate: empty: no files in this folder\n"}, got)
	})
	t.Run("a country in lower case", func(t *testing.T) {
		assert.Contains(t, d.run(nil, "-country", "au", "a.txt").out, `"AUD"`)
		assert.Contains(t, d.run(`{"text": "It costs $5.", "country": "nz"}`).out, `"NZD"`)
	})
	t.Run("dates that count from an unknown day", func(t *testing.T) {
		line := `{"text": "They met on Friday."}` + "\n" + `{"text": "They met in 2019."}` + "\n" + `{"text": "Next week they meet."}`
		got := d.run(line, "-only", "dates")
		assert.Zero(t, got.exit)
		assert.Equal(t, 1, strings.Count(got.errors, "\n"), got.errors)
		assert.Contains(t, got.errors, "2 of 3 records have dates that count from the day of publication")
		assert.Empty(t, d.run(line, "-only", "dates", "-published", "2024-05-15").errors)
	})
	t.Run("languages", func(t *testing.T) {
		got := d.run(`{"text": "It cost $5.", "language": "not a tag"}` + "\n" + `{"text": "It cost $5.", "language": "?"}` + "\n" + `{"text": "x", "language": "pt-BR"}`)
		assert.Zero(t, got.exit)
		assert.Equal(t, 1, strings.Count(got.errors, "is no tag"), got.errors)
		rs := records(t, got.out)
		assert.Equal(t, `"not a tag"`, string(rs[0].Meta["language"]))
		assert.Equal(t, `"?"`, string(rs[1].Meta["language"]))
		assert.Equal(t, []string{"", "", "pt-BR"}, []string{rs[0].Language, rs[1].Language, rs[2].Language})
		assert.Equal(t, "en-GB", records(t, d.run(nil, "-language", "en-gb", "a.txt").out)[0].Language)
		assert.Equal(t, 2, d.run(nil, "-language", "not a tag", "a.txt").exit)
	})
	t.Run("offsets", func(t *testing.T) {
		line := `{"text": "😀 Zoé paid €5 , he said."}`
		for unit, want := range map[string][2]int{"bytes": {15, 19}, "runes": {11, 13}, "utf16": {12, 14}} {
			m := records(t, d.run(line, "-offsets", unit).out)[0].Money[0]
			assert.Equal(t, want, [2]int{m.Start, m.End}, unit)
			assert.Equal(t, want, [2]int{m.OrigStart, m.OrigEnd}, unit)
		}
		assert.Equal(t, 2, d.run(line, "-offsets", "words").exit)
	})
	t.Run("standard input twice", func(t *testing.T) {
		assert.Equal(t, 2, d.run("", "-", "-").exit)
	})
}

// A signal ends a run that waits for input at once.
func TestSignalWithIdleInput(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("there are no such signals on Windows")
	}
	d := newFolder(t)
	require.NoError(t, mkfifo(d.path("pipe.jsonl")))
	for name, args := range map[string][]string{"standard input": nil, "a pipe that nobody opens": {"pipe.jsonl"}} {
		t.Run(name, func(t *testing.T) {
			c := d.command(append(args, "-o", "out")...)
			in, err := c.StdinPipe()
			require.NoError(t, err)
			defer in.Close()
			var errs bytes.Buffer
			c.Stderr = &errs
			require.NoError(t, c.Start())
			want := 0
			if args == nil {
				io.WriteString(in, paid)
				want = 1
			}
			require.Eventually(t, func() bool {
				b, err := os.ReadFile(d.path("out"))
				return err == nil && bytes.Count(b, []byte("\n")) == want
			}, 10*time.Second, time.Millisecond, "records are written as they are made")
			time.Sleep(20 * time.Millisecond)
			began := time.Now()
			require.NoError(t, c.Process.Signal(syscall.SIGTERM))
			assert.Error(t, c.Wait())
			assert.Less(t, time.Since(began), 10*time.Second, "a read that nothing ends would wait for ever")
			assert.Equal(t, 1, c.ProcessState.ExitCode())
			assert.Equal(t, fmt.Sprintf("annotate: interrupted after %d records\n", want), errs.String())
			assert.FileExists(t, d.path("out.resume"))
			assert.Equal(t, outcome{}, d.run(paid, "-o", "out", "-resume"))
			assert.NoFileExists(t, d.path("out.resume"))
			require.NoError(t, os.Remove(d.path("out")))
		})
	}
}

func TestFullDisk(t *testing.T) {
	if _, err := os.Stat("/dev/full"); err != nil {
		t.Skip("there is no /dev/full here")
	}
	d := newFolder(t, "in.jsonl", strings.Repeat(paid, 1000))
	for name, args := range map[string][]string{"records": {"-o", "/dev/full"}, "a page": {"-html", "/dev/full", "-o", "/dev/null"}} {
		t.Run(name, func(t *testing.T) {
			got := d.run(nil, append(args, "in.jsonl")...)
			assert.Equal(t, 1, got.exit)
			assert.Equal(t, 1, strings.Count(got.errors, "no space left"), got.errors)
			assert.Equal(t, 1, strings.Count(got.errors, "\n"), got.errors)
		})
	}
	full, err := os.OpenFile("/dev/full", os.O_WRONLY, 0)
	require.NoError(t, err)
	defer full.Close()
	c := d.command("in.jsonl")
	c.Stdout = full
	var errs bytes.Buffer
	c.Stderr = &errs
	assert.Error(t, c.Run())
	assert.Equal(t, 1, strings.Count(errs.String(), "no space left"), errs.String())
}

func TestMax(t *testing.T) {
	packed := func(text string) string {
		var b bytes.Buffer
		z := gzip.NewWriter(&b)
		io.WriteString(z, text)
		z.Close()
		return b.String()
	}
	long := `{"id": "long", "text": "` + strings.Repeat("It rained. ", 200) + `"}` + "\n"
	d := newFolder(t, "small.txt", "It rained.", "just.txt", strings.Repeat("a", 1000), "large.txt", strings.Repeat("a", 1001),
		"bomb.txt.gz", packed(strings.Repeat("a", 1_000_000)), "just.txt.gz", packed(strings.Repeat("a", 1000)),
		"lines.jsonl", paid+long+paid3, "many.jsonl.gz", packed(strings.Repeat(paid, 50)))
	for name, tt := range map[string]struct{ file, want string }{
		"a small text":              {"small.txt", "small.txt"},
		"a text of just that size":  {"just.txt", "just.txt"},
		"a byte more":               {"large.txt", "large.txt!"},
		"packed, of just that size": {"just.txt.gz", "just.txt"},
		"what a file unpacks to":    {"bomb.txt.gz", "bomb.txt!"},
		"one line":                  {"lines.jsonl", "1 ! 1 2 3"},
		"many lines, unpacked":      {"many.jsonl.gz", strings.Repeat("1 ", 1000/len(paid)) + "many.jsonl!"},
	} {
		t.Run(name, func(t *testing.T) {
			got := d.run(nil, "-max", "1KB", tt.file)
			assert.Equal(t, tt.want, strings.Join(ids(t, got.out), " "))
			failed := strings.Contains(tt.want, "!")
			assert.Equal(t, failed, got.exit == 1)
			assert.Equal(t, failed, strings.Contains(got.out, "is larger than 1KB; -max allows more"), got.out)
		})
	}
	t.Run("standard input", func(t *testing.T) {
		assert.Equal(t, "!", strings.Join(ids(t, d.run(strings.Repeat("a", 2000), "-max", "1KB").out), " "))
		assert.Equal(t, "1 ! 1", strings.Join(ids(t, d.run(paid+long+paid, "-max", "1KB").out), " "))
	})
	for _, wrong := range []string{"0", "-1", "many", "1TBB", "99999999999GB", ""} {
		assert.Equal(t, 2, d.run("", "-max", wrong).exit, wrong)
	}
}

func TestProgressOfOneLargeFile(t *testing.T) {
	d := newFolder(t, "large.txt", strings.Repeat("Kofi paid $5 on Monday. ", 60_000))
	got := d.run(nil, "-progress", "-o", os.DevNull, "large.txt")
	assert.Zero(t, got.exit)
	reports := strings.Split(strings.TrimSpace(got.errors), "\n")
	assert.Contains(t, reports[len(reports)-1], "annotate: 1 records, 1.4 MB, ")
	for _, report := range reports[:len(reports)-1] {
		assert.Contains(t, report, "annotate: 0 records, 0.0 MB, 0.00 MB/s")
		assert.NotContains(t, report, "left")
	}
}
