package batch

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
)

// A Target is a file that a run is to write.
type Target struct {
	Flag string // that names it, for messages
	Path string
	// Ours reports whether a file that stands in a folder of the input is output
	// of an earlier run, which may be written over, and no input.
	Ours func(io.Reader) bool
}

// Check fails if something to write is one of the inputs, or two targets are one
// file, by whatever name or link. It touches nothing. Stdin and stdout are nil
// where they are not read or written.
func Check(targets []Target, args []string, stdin, stdout *os.File) error {
	for i, t := range targets {
		for _, other := range targets[:i] {
			if one(t.Path, other.Path) && !device(t.Path) {
				return fmt.Errorf("%s and %s name the same file, %s", other.Flag, t.Flag, t.Path)
			}
		}
		if err := t.check(args, stdin); err != nil {
			return err
		}
	}
	if stdout == nil {
		return nil
	}
	out, err := stdout.Stat()
	if err != nil || !out.Mode().IsRegular() {
		return nil
	}
	if stdin != nil {
		if in, err := stdin.Stat(); err == nil && os.SameFile(in, out) {
			return errors.New("standard output is what is read: standard input")
		}
	}
	for _, arg := range args {
		if in, err := os.Stat(arg); err == nil && os.SameFile(in, out) {
			return fmt.Errorf("standard output is one of the files to read: %s", arg)
		}
	}
	return nil
}

// CheckJournal fails if a file that is no journal stands where that of an output
// would be.
func CheckJournal(out string) error {
	f, err := os.Open(JournalOf(out))
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return err
	}
	defer f.Close()
	if !IsJournal(f) {
		return fmt.Errorf("%s stands where the run would keep its journal, and is none", JournalOf(out))
	}
	return nil
}

func (t Target) check(args []string, stdin *os.File) error {
	if device(t.Path) {
		return nil
	}
	there, err := os.Stat(t.Path)
	exists := err == nil
	if exists && stdin != nil {
		if info, err := stdin.Stat(); err == nil && os.SameFile(info, there) {
			return fmt.Errorf("%s %s is what is read: standard input", t.Flag, t.Path)
		}
	}
	for _, arg := range args {
		if arg != Stdin && one(arg, t.Path) {
			return fmt.Errorf("%s %s is one of the files to read", t.Flag, t.Path)
		}
	}
	if exists && there.Size() > 0 {
		return t.checkFolders(there, args)
	}
	return nil
}

// checkFolders looks for the target in the folders of the input.
func (t Target) checkFolders(there os.FileInfo, args []string) error {
	for f := range (Walker{Args: args}).Files() {
		info, err := os.Stat(f.Path)
		if err != nil || !os.SameFile(info, there) {
			continue
		}
		file, err := os.Open(f.Path)
		if err != nil {
			return err
		}
		ours := t.Ours(file)
		file.Close()
		if !ours {
			return fmt.Errorf("%s %s is one of the files to read, as %s", t.Flag, t.Path, f.Path)
		}
	}
	return nil
}

// device reports whether a path is that of something which can be read and
// written at the same time, like /dev/null and terminals.
func device(path string) bool {
	info, err := os.Stat(path)
	return err == nil && info.Mode()&fs.ModeDevice != 0
}

// one reports whether two paths are one file, or would be.
func one(a, b string) bool {
	x, err1 := os.Stat(a)
	y, err2 := os.Stat(b)
	if err1 == nil && err2 == nil {
		return os.SameFile(x, y)
	}
	return resolved(a) == resolved(b)
}

// resolved follows the links of a path whose last part need not exist.
func resolved(path string) string {
	for range 40 { // as many as Linux follows
		to, err := os.Readlink(path)
		if err != nil {
			break
		}
		if !filepath.IsAbs(to) {
			to = filepath.Join(filepath.Dir(path), to)
		}
		path = to
	}
	path, err := filepath.Abs(path)
	if err != nil {
		return path
	}
	if dir, err := filepath.EvalSymlinks(filepath.Dir(path)); err == nil {
		return filepath.Join(dir, filepath.Base(path))
	}
	return path
}

// Create opens the files of targets, all or none, to be written in place: no
// file is moved to where they stand, so that pipes and devices work. They are cut
// by [Cut], when all of them are open.
func Create(targets []Target) ([]*os.File, error) {
	var files []*os.File
	for _, t := range targets {
		f, err := os.OpenFile(t.Path, os.O_WRONLY|os.O_CREATE, 0o666)
		if err != nil {
			for _, f := range files {
				f.Close()
			}
			return nil, err
		}
		files = append(files, f)
	}
	return files, nil
}

// Cut leaves the first size bytes of a file, and what is written comes behind
// them. Of a pipe or a device it leaves all.
func Cut(f *os.File, size int64) error {
	if !Regular(f) {
		return nil
	}
	if err := f.Truncate(size); err != nil {
		return err
	}
	_, err := f.Seek(size, io.SeekStart)
	return err
}

// Regular reports whether a file is none of pipes and devices.
func Regular(f *os.File) bool {
	info, err := f.Stat()
	return err == nil && info.Mode().IsRegular()
}

// Records reports whether what is read begins with a line that such a program
// writes, or with nothing.
func Records(r io.Reader) bool {
	var fields map[string]json.RawMessage
	switch err := json.NewDecoder(r).Decode(&fields); {
	case errors.Is(err, io.EOF):
		return true
	case err != nil:
		return false
	}
	has := func(names ...string) bool {
		for _, name := range names {
			if _, ok := fields[name]; !ok {
				return false
			}
		}
		return true
	}
	return len(fields) == 2 && has("id", "error") || has("id", "text", "changes", "entities", "dates", "money", "meta")
}
