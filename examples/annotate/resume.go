package main

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"

	"github.com/copydesk-go/copydesk"
)

// open opens the file to write. To resume, it says how many records the file
// holds, and cuts off what an interruption left of another.
func open(o options) (f *os.File, records int, err error) {
	if !o.resume {
		f, err = os.Create(o.out)
		return f, 0, err
	}
	if f, err = os.OpenFile(o.out, os.O_RDWR|os.O_CREATE, 0o666); err != nil {
		return nil, 0, err
	}
	var size, whole int64
	buf := make([]byte, 1<<16)
	for {
		n, err := f.Read(buf)
		records += bytes.Count(buf[:n], []byte("\n"))
		if i := bytes.LastIndexByte(buf[:n], '\n'); i >= 0 {
			whole = size + int64(i) + 1
		}
		size += int64(n)
		if err == io.EOF {
			break
		}
		if err != nil {
			return nil, 0, errors.Join(err, f.Close())
		}
	}
	if err = f.Truncate(whole); err == nil {
		_, err = f.Seek(whole, io.SeekStart)
	}
	if err != nil {
		return nil, 0, errors.Join(err, f.Close())
	}
	return f, records, nil
}

// again is how many of the last records there are made again to see whether they
// come out the same.
const again = 100

// resume leaves out the sources whose records, n of them, are in the file of -o,
// and fails if these are not the records of the same sources, or if the last of
// them come out different now: with other flags, another version of the program
// or other texts.
func resume(o options, n int, read sources, watch *progress) sources {
	return func(yield func(source) bool) error {
		f, err := os.Open(o.out)
		if err != nil {
			return err
		}
		defer f.Close()
		done := bufio.NewReaderSize(f, 1<<16)
		var failure error
		i := 0
		err = read(func(s source) bool {
			if i == n {
				return yield(s)
			}
			i++
			line, err := done.ReadBytes('\n')
			if err == nil {
				err = same(o, s, line, i > n-again)
			}
			if err != nil {
				failure = fmt.Errorf("-resume: record %d of %s: %w", i, o.out, err)
				return false
			}
			if i == n {
				watch.restart()
			}
			return true
		})
		if failure == nil && err == nil && i < n {
			failure = fmt.Errorf("-resume: %s holds %d records, the input %d", o.out, n, i)
		}
		return errors.Join(failure, err)
	}
}

// prefix returns what the line of a record, or of a failure, with that ID begins
// with.
func prefix(id json.RawMessage) []byte {
	line, _ := copydesk.Marshal(copydesk.Fail(id, errors.New(""))) // the ID was read from JSON
	return line[:bytes.LastIndex(line, []byte(`"error":`))]
}

// same reports how a line of output differs from what the source gives: by its
// ID, or if all of it is to be made again, in anything.
func same(o options, s source, line []byte, all bool) error {
	if all {
		if !bytes.Equal(work(o, s, false).line, line) {
			return fmt.Errorf("%s gives another: the input, the flags or the program are not the same", s.from)
		}
		return nil
	}
	a, _ := s.article()
	if prefix := prefix(a.ID); !bytes.HasPrefix(line, prefix) {
		return fmt.Errorf("%s has another ID: the input is not the same", s.from)
	}
	return nil
}
