package main

import (
	"bufio"
	"context"
	"errors"
	"fmt"

	"github.com/apache/beam/sdks/v2/go/pkg/beam"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/io/fileio"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/register"

	"github.com/copydesk-go/copydesk/examples/internal/batch"
)

func init() {
	register.Function4x1(readFile)
	register.Emitter2[string, string]()
}

// maxLine is how many bytes a line may have.
const maxLine batch.Size = 256e6

// readLines reads the lines of all files of a pattern, each with the file and the
// number where it stands, and writes failures of those that are too large. One
// file is read from end to end, since a reader that begins in its middle could not
// number the lines; the work is spread behind that.
func readLines(s beam.Scope, pattern string) (lines, failed beam.PCollection) {
	files := fileio.ReadMatches(s, fileio.MatchFiles(s, pattern, fileio.MatchEmptyDisallow()))
	lines, failed = beam.ParDo2(s, readFile, files)
	return beam.Reshuffle(s, lines), failed
}

func readFile(
	ctx context.Context, file fileio.ReadableFile, emit func(place, line string), bad func(string),
) (err error) {
	f, err := file.Open(ctx)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, f.Close()) }()
	for line := range batch.Lines(bufio.NewReaderSize(f, 1<<16), maxLine) {
		place := fmt.Sprintf("%s: line %d", file.Metadata.Path, line.Number)
		switch {
		case line.Err != nil && line.Last:
			return fmt.Errorf("%s: %w", place, line.Err)
		case line.Err != nil:
			failures.Inc(ctx, 1)
			bad(failure(nil, place, line.Err))
		default:
			emit(place, string(line.Text))
		}
	}
	return nil
}
