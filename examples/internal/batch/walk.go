package batch

import (
	"errors"
	"fmt"
	"hash/fnv"
	"io/fs"
	"iter"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// Stdin is the argument that stands for standard input.
const Stdin = "-"

// A File is one input of a run.
type File struct {
	Path string // as the arguments name it
	ID   string // what it is called in the output: never twice the same
	Size int64  // on the disk, 0 where that says nothing
	Err  error  // why it cannot be read, or nil
}

// A Walker names the files that arguments stand for: files, and folders for all
// the files below them.
type Walker struct {
	Args []string
	Skip []os.FileInfo       // the targets, which are never read
	Note func(folder string) // is told of a folder without a file, unless nil
}

// Files yields the files in order: the arguments as they come, what is in a
// folder by name. What cannot be read is yielded with the reason in its place.
func (w Walker) Files() iter.Seq[File] {
	return func(yield func(File) bool) {
		ids := names{base: shared(w.Args)}
		for _, arg := range w.Args {
			if !w.walk(arg, &ids, yield) {
				return
			}
		}
	}
}

func (w Walker) walk(arg string, ids *names, yield func(File) bool) (more bool) {
	if arg == Stdin {
		return yield(File{Path: Stdin})
	}
	info, err := os.Stat(arg)
	if err != nil || !info.IsDir() {
		f := File{Path: arg, ID: ids.of(arg), Err: reason(err)}
		if err == nil && info.Mode().IsRegular() {
			f.Size = info.Size()
		}
		return yield(f)
	}
	found, more := 0, true
	// The separator behind it makes WalkDir enter a folder that is named by a link.
	root := strings.TrimRight(arg, string(filepath.Separator)) + string(filepath.Separator)
	filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
		if err == nil && d.IsDir() {
			return nil
		}
		f := File{Path: filepath.Clean(path), Err: reason(err)}
		if err == nil {
			f.Size, f.Err = w.inFolder(path)
		}
		if f.Err == errSkip {
			return nil
		}
		found++
		f.ID = ids.of(f.Path)
		if more = yield(f); !more {
			return fs.SkipAll
		}
		return nil
	})
	if found == 0 && w.Note != nil {
		w.Note(arg)
	}
	return more
}

var errSkip = errors.New("a target")

// inFolder returns the size of a file met in a folder, or why it is not to be
// read. What is no file could go on for ever, and a folder behind a link could be
// one that it lies in.
func (w Walker) inFolder(path string) (int64, error) {
	info, err := os.Stat(path)
	if err != nil {
		return 0, reason(err)
	}
	same := func(target os.FileInfo) bool { return os.SameFile(info, target) }
	switch mode := info.Mode(); {
	case slices.ContainsFunc(w.Skip, same):
		return 0, errSkip
	case mode.IsDir():
		return 0, errors.New("a link to a folder, which is not followed: name that folder itself")
	case !mode.IsRegular():
		return 0, errors.New("neither a file nor a folder")
	}
	return info.Size(), nil
}

// reason is what is wrong, without the path that stands before it anyway.
func reason(err error) error {
	if p := new(fs.PathError); errors.As(err, &p) {
		return p.Err
	}
	return err
}

// shared returns the deepest folder that all arguments share, made absolute.
func shared(args []string) string {
	base, first := "", true
	for _, arg := range args {
		if arg == Stdin {
			continue
		}
		dir, err := filepath.Abs(arg)
		if err != nil {
			continue
		}
		if info, err := os.Stat(arg); err != nil || !info.IsDir() {
			dir = filepath.Dir(dir)
		}
		if first {
			base, first = dir, false
		}
		for !within(base, dir) && base != filepath.Dir(base) {
			base = filepath.Dir(base)
		}
	}
	return base
}

// within reports whether a path is that of a folder or lies below it.
func within(folder, path string) bool {
	rel, err := filepath.Rel(folder, path)
	return err == nil && rel != ".." && !strings.HasPrefix(rel, ".."+string(filepath.Separator))
}

// names gives out names below a folder, each once.
type names struct {
	base string
	Names
}

func (n *names) of(path string) string {
	full, err := filepath.Abs(path)
	if err != nil {
		full = path
	}
	switch {
	case full == n.base: // the folder itself, which cannot be read
		full = filepath.Base(full)
	case within(n.base, full):
		full, _ = filepath.Rel(n.base, full)
	}
	full = strings.ToValidUTF8(filepath.ToSlash(full), "\uFFFD")
	return n.Unique(Unpacked(full), full)
}

// Names gives out names, each once. It keeps hashes: if two should meet, a name
// has a number that it would not have needed.
type Names struct{ seen map[uint64]bool }

// Unique returns the first of the names that has not been given out, or the first
// with a number.
func (n *Names) Unique(names ...string) string {
	if n.seen == nil {
		n.seen = map[uint64]bool{}
	}
	for i := 0; ; i++ {
		name := fmt.Sprintf("%s#%d", names[0], i-len(names)+2)
		if i < len(names) {
			name = names[i]
		}
		h := fnv.New64a()
		h.Write([]byte(name))
		if key := h.Sum64(); !n.seen[key] {
			n.seen[key] = true
			return name
		}
	}
}
