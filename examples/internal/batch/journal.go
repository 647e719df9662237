package batch

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"time"
)

// A Sum stands for all inputs of a run up to one of them: their bytes, in order.
type Sum [sha256.Size]byte

// String returns the sum in hexadecimal digits.
func (s Sum) String() string { return hex.EncodeToString(s[:]) }

// Next returns the sum with one more input.
func (s Sum) Next(id string, b []byte) Sum {
	h := sha256.New()
	h.Write(s[:])
	fmt.Fprintf(h, "%d %s", len(id), id)
	h.Write(b)
	return Sum(h.Sum(nil))
}

// A State is how far a run has come. It stands in the journal, a file beside the
// output.
type State struct {
	Journal string `json:"journal"` // the program that writes it
	Flags   string `json:"flags"`   // those that decide what is in the records
	Records int    `json:"records"` // written, and
	Failed  int    `json:"failed"`  // how many of them are failures, and
	Bytes   int64  `json:"bytes"`   // what they take up
	Input   string `json:"input"`   // the Sum of what they were made from
}

// A Journal is kept while a run goes on, so that after an interruption it can be
// told what had been done, and from which input. It is removed at the end. A nil
// *Journal notes nothing.
type Journal struct {
	f      *os.File
	state  State
	saved  time.Time
	broken bool
}

// JournalOf is where the journal of an output is.
func JournalOf(out string) string { return out + ".resume" }

// IsJournal reports whether what is read is a journal, or nothing.
func IsJournal(r io.Reader) bool {
	var s State
	err := json.NewDecoder(r).Decode(&s)
	return err == io.EOF || err == nil && s.Journal != ""
}

// OpenJournal opens the journal of an output. It is as it was until it begins.
func OpenJournal(out string) (*Journal, error) {
	f, err := os.OpenFile(JournalOf(out), os.O_WRONLY|os.O_CREATE, 0o666)
	if err != nil {
		return nil, err
	}
	return &Journal{f: f}, nil
}

// Begin starts from a state.
func (j *Journal) Begin(s State) error {
	if j == nil {
		return nil
	}
	j.state = s
	return j.Save()
}

// Wrote notes one more record of so many bytes, or failure.
func (j *Journal) Wrote(bytes int64, s Source) error {
	if j == nil {
		return nil
	}
	j.state.Records++
	if s.Err != nil {
		j.state.Failed++
	}
	j.state.Bytes += bytes
	j.state.Input = s.Sum.String()
	if time.Since(j.saved) < time.Second {
		return nil
	}
	return j.Save()
}

// Save writes the journal. It does so in one write to one place, so that there
// is a whole one at any time; what a longer one has left behind it is not read.
// It fails but once.
func (j *Journal) Save() error {
	if j == nil || j.broken {
		return nil
	}
	b, err := json.Marshal(j.state)
	if err == nil {
		_, err = j.f.WriteAt(append(b, '\n'), 0)
	}
	j.saved, j.broken = time.Now(), err != nil
	return err
}

// Close leaves the journal for another run, unless it has not begun and is empty.
func (j *Journal) Close() error {
	if j == nil {
		return nil
	}
	if info, err := j.f.Stat(); err == nil && info.Size() == 0 && j.state.Journal == "" {
		return j.Remove()
	}
	var err error
	if j.state.Journal != "" {
		err = j.Save()
	}
	return errors.Join(err, j.f.Close())
}

// Remove removes the journal of a run that has come to its end.
func (j *Journal) Remove() error {
	if j == nil {
		return nil
	}
	j.f.Close()
	if err := os.Remove(j.f.Name()); !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	return nil
}

// File is the file of the journal, nil for a nil *Journal.
func (j *Journal) File() *os.File {
	if j == nil {
		return nil
	}
	return j.f
}
