package main

import (
	"bufio"
	"context"
	"errors"
	"io"
	"strings"

	"github.com/apache/beam/sdks/v2/go/pkg/beam"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/io/fileio"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/io/textio"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/register"
)

func init() {
	register.Function3x0(sortFiles)
	register.Function3x1(unzip)
	register.Emitter1[fileio.FileMetadata]()
}

// readLines reads the lines of all files of a pattern. Those of a plain file are
// read in parallel. A gzipped one is read from end to end: textio would do that
// too, but takes the size that the file has on the disk for the size of its
// text, and leaves out all that is behind.
func readLines(s beam.Scope, pattern string) beam.PCollection {
	zipped, plain := beam.ParDo2(s, sortFiles, fileio.MatchFiles(s, pattern))
	unzipped := beam.ParDo(s, unzip, fileio.ReadMatches(s, zipped, fileio.ReadGzip()))
	return beam.Flatten(s, textio.ReadAll(s, plain), beam.Reshuffle(s, unzipped))
}

func sortFiles(file fileio.FileMetadata, zipped func(fileio.FileMetadata), plain func(string)) {
	if strings.HasSuffix(file.Path, ".gz") {
		zipped(file)
	} else {
		plain(file.Path)
	}
}

func unzip(ctx context.Context, file fileio.ReadableFile, emit func(string)) (err error) {
	f, err := file.Open(ctx)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, f.Close()) }()
	r := bufio.NewReaderSize(f, 1<<16)
	for {
		line, err := r.ReadString('\n')
		if line != "" {
			emit(strings.TrimSuffix(line, "\n"))
		}
		if err == io.EOF {
			return nil
		}
		if err != nil {
			return err
		}
	}
}
