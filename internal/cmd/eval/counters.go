package main

import (
	"encoding/binary"
	"errors"
	"io"
	"runtime/coverage"
)

func writeCounters(w io.Writer) error { return coverage.WriteCounters(w) }

var errCounters = errors.New("counters of coverage are not in the form of Go 1.26")

// sumCounters adds up the counters in a file of coverage, in the form that
// internal/coverage of Go describes: a header of 32 bytes, one of its segment with the
// number of functions and the lengths of two tables that follow, and for each function
// the number of its counters, two numbers that name it, and the counters.
func sumCounters(file []byte) (sum uint64, err error) {
	const header, segment, raw = 32, 16, 1
	if len(file) < header+segment || string(file[1:4]) != "cwm" {
		return 0, errCounters
	}
	next := binary.LittleEndian.Uint32
	body := file[header:]
	functions := binary.LittleEndian.Uint64(body)
	skip := segment + int(next(body[8:])) + int(next(body[12:]))
	skip = (skip + 3) &^ 3
	if skip > len(body) {
		return 0, errCounters
	}
	body = body[skip:]
	number := func() uint64 {
		if file[24] == raw {
			if len(body) < 4 {
				err = errCounters
				return 0
			}
			n := next(body)
			body = body[4:]
			return uint64(n)
		}
		n, size := binary.Uvarint(body)
		if size <= 0 {
			err = errCounters
			return 0
		}
		body = body[size:]
		return n
	}
	for range functions {
		counters := number()
		number()
		number()
		for range counters {
			sum += number()
		}
		if err != nil {
			return 0, err
		}
	}
	return sum, nil
}
