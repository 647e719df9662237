package batch

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"math"
	"os"
	"slices"
)

// Done is what an output holds already.
type Done struct {
	State
	out     string
	journal bool // State is from the journal, not only from the output
}

// Look reads an output and its journal, and says how much is done. It fails, and
// leaves both as they are, if the output holds anything but records, or was made
// with other flags. Bytes are those to keep: behind them is what an interruption
// left of a record, or records of which the journal did not hear.
func Look(out string, now State) (Done, error) {
	d := Done{State: now, out: out}
	if err := d.readJournal(now); err != nil {
		return d, err
	}
	limit := int64(math.MaxInt64)
	if d.journal {
		limit = d.Bytes
	}
	records, size, err := count(out, limit)
	if errors.Is(err, fs.ErrNotExist) {
		err = nil
	}
	switch {
	case err != nil:
		return d, err
	case !d.journal:
		d.Records, d.Bytes = records, size
	case records != d.Records || size != d.Bytes:
		return d, fmt.Errorf("%s does not hold the %d records that %s speaks of: remove that to go by what is there",
			out, d.Records, JournalOf(out))
	}
	return d, nil
}

func (d *Done) readJournal(now State) error {
	b, err := os.ReadFile(JournalOf(d.out))
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return err
	}
	if len(b) == 0 {
		return nil // of a run that did not come to begin it
	}
	var s State
	switch err = json.NewDecoder(bytes.NewReader(b)).Decode(&s); {
	case err != nil || s.Journal != now.Journal:
		return fmt.Errorf("%s is no journal of %s", JournalOf(d.out), now.Journal)
	case s.Flags != now.Flags:
		return fmt.Errorf("%s was begun with other flags: %s", d.out, s.Flags)
	}
	d.State, d.journal = s, true
	return nil
}

// count counts the records in the first limit bytes of a file, and their bytes.
// What is behind must be records too, and the beginning of one.
func count(name string, limit int64) (records int, size int64, err error) {
	f, err := os.Open(name)
	if err != nil {
		return 0, 0, err
	}
	defer f.Close()
	r := bufio.NewReaderSize(f, 1<<16)
	for at := int64(0); ; {
		line, err := r.ReadBytes('\n')
		whole := err == nil
		if err != nil && err != io.EOF {
			return 0, 0, err
		}
		if !isRecord(line, whole, at == 0) {
			return 0, 0, fmt.Errorf("%s holds something else than records, at byte %d: it is left as it is", name, at)
		}
		if !whole {
			return records, size, nil
		}
		if at += int64(len(line)); at <= limit {
			records, size = records+1, at
		}
	}
}

// isRecord reports whether a line is a record, or with whole unset, the beginning
// of one. Whether it has all that a record has is looked at in the first.
func isRecord(line []byte, whole, first bool) bool {
	const begin = `{"id":`
	if !whole {
		n := min(len(line), len(begin))
		return string(line[:n]) == begin[:n] && mayGoOn(line)
	}
	return bytes.HasPrefix(line, []byte(begin)) && bytes.HasSuffix(line, []byte("}\n")) &&
		(!first || Records(bytes.NewReader(line)))
}

// mayGoOn reports whether what there is of an object may become a record: its first
// fields are those of one. An article has the same two at times, and perhaps no line
// end, so that an object that is whole must have all fields.
func mayGoOn(line []byte) bool {
	if json.Valid(line) {
		return Records(bytes.NewReader(line))
	}
	d := json.NewDecoder(bytes.NewReader(line))
	if _, err := d.Token(); err != nil { // the bracket
		return true
	}
	for _, names := range [][]json.Token{{"id"}, {"text", "error"}, {"changes"}} {
		name, err := d.Token()
		if err != nil {
			return true
		}
		var value json.RawMessage
		if !slices.Contains(names, name) {
			return false
		}
		if d.Decode(&value) != nil {
			return true
		}
	}
	return true
}

// A Source is what is known of an input, beside what the program makes of it.
type Source struct {
	From string          // file and line, for messages
	ID   json.RawMessage // nil when it has none that can be read
	Sum  Sum             // of all inputs up to this one
	Text int64           // bytes that it has
	Disk int64           // bytes by which reading it has come on, on the disk
	Err  error           // why nothing can be made of it, or nil
}

// Of the last records there are, no more than again, from sources of no more than
// againBytes, are made again to see whether they come out the same.
const (
	again      = 100
	againBytes = 16 << 20
)

// Behind takes the sources whose records are done, and fails if these are not the
// records of the same sources, or if the last of them come out different now: by
// another version of the program, or with other flags. Line makes a record.
// The state returned is the one to go on from.
func Behind[S any](d Done, next func() (S, bool), about func(S) Source, line func(S) []byte) (State, error) {
	if d.Records == 0 {
		return d.State, nil
	}
	f, err := os.Open(d.out)
	if err != nil {
		return d.State, err
	}
	defer f.Close()
	var last tail[S]
	var sum Sum
	d.Failed = 0
	r := bufio.NewReaderSize(f, 1<<16)
	for i := range d.Records {
		s, ok := next()
		if !ok {
			return d.State, fmt.Errorf("-resume: %s holds %d records, the input %d", d.out, d.Records, i)
		}
		was, err := r.ReadBytes('\n')
		if err != nil {
			return d.State, err
		}
		from := about(s)
		rest, same := bytes.CutPrefix(was, prefix(from.ID))
		if !same {
			return d.State, d.differs(i, from, "has another ID: the input is not the same")
		}
		if bytes.HasPrefix(rest, []byte(`"error":`)) {
			d.Failed++
		}
		last.add(s, was, from.Text)
		sum = from.Sum
	}
	if d.journal && sum.String() != d.Input {
		return d.State, fmt.Errorf("-resume: the input is not the one that the %d records of %s were made from",
			d.Records, d.out)
	}
	for i, l := range last.lines {
		if s := last.sources[i]; !bytes.Equal(line(s), l) {
			return d.State, d.differs(d.Records-len(last.lines)+i, about(s),
				"gives another: the input, the flags or the program are not the same")
		}
	}
	d.Input = sum.String()
	return d.State, nil
}

func (d Done) differs(i int, s Source, how string) error {
	return fmt.Errorf("-resume: record %d of %s: %s %s", i+1, d.out, s.From, how)
}

// A tail is the last sources and their records.
type tail[S any] struct {
	sources []S
	lines   [][]byte
	sizes   []int64
	bytes   int64
}

func (t *tail[S]) add(s S, line []byte, size int64) {
	t.sources, t.lines, t.sizes = append(t.sources, s), append(t.lines, line), append(t.sizes, size)
	t.bytes += size
	for len(t.lines) > again || len(t.lines) > 1 && t.bytes > againBytes {
		t.bytes -= t.sizes[0]
		t.sources, t.lines, t.sizes = t.sources[1:], t.lines[1:], t.sizes[1:]
	}
}

// prefix returns what the line of a record with that ID begins with.
func prefix(id json.RawMessage) []byte {
	if id == nil {
		id = json.RawMessage(`""`)
	}
	return append(append([]byte(`{"id":`), id...), ',')
}
