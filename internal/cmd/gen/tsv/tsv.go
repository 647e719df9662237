// Package tsv reads the tables that the generators read: a row a line, columns
// between tabs, UTF-8, no quoting. Lines that start with # and blank lines are
// for people.
package tsv

import (
	"fmt"
	"strings"
)

// A Row is the columns of one line and where it stands.
type Row struct {
	Line   int // from 1
	Fields []string
}

// Read returns the rows of a table, each with exactly so many fields: those
// left out at the end of a line are "". More is an error that names file and line.
func Read(name, table string, fields int) ([]Row, error) {
	var rows []Row
	n := 0
	for line := range strings.Lines(table) {
		n++
		line = strings.TrimRight(line, "\r\n")
		if strings.TrimSpace(line) == "" || line[0] == '#' {
			continue
		}
		f := strings.Split(line, "\t")
		if len(f) > fields {
			return nil, fmt.Errorf("%s:%d: %d fields, want %d", name, n, len(f), fields)
		}
		for len(f) < fields {
			f = append(f, "")
		}
		rows = append(rows, Row{n, f})
	}
	return rows, nil
}
