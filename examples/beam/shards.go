package main

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"hash/fnv"

	"github.com/apache/beam/sdks/v2/go/pkg/beam"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/io/filesystem"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/register"
)

func init() {
	register.Function2x2(shardOf)
	register.Function1x2(emptyLine)
	register.DoFn3x1[context.Context, int, func(*string) bool, error](&writeShard{})
	register.Iter1[string]()
}

// shardNames are prefix-00000-of-00008.jsonl and so on.
func shardNames(prefix string, shards int) (names []string) {
	for i := range shards {
		names = append(names, fmt.Sprintf("%s-%05d-of-%05d.jsonl", prefix, i, shards))
	}
	return names
}

// write writes lines to files, in parallel. All of the files are written, with
// nothing in them where no line goes.
func write(s beam.Scope, files []string, lines beam.PCollection) {
	filesystem.ValidateScheme(files[0])
	keyed := beam.ParDo(s, shardOf, lines, beam.SideInput{Input: beam.Create(s, len(files))})
	shards := make([]int, len(files))
	for i := range shards {
		shards[i] = i
	}
	empty := beam.ParDo(s, emptyLine, beam.CreateList(s, shards))
	beam.ParDo0(s, &writeShard{Files: files}, beam.GroupByKey(s, beam.Flatten(s, keyed, empty)))
}

// shardOf chooses by the content, so that a bundle that is tried again gives
// the same.
func shardOf(line string, shards int) (int, string) {
	h := fnv.New64a()
	h.Write([]byte(line))
	return int(h.Sum64() % uint64(shards)), line
}

// emptyLine stands in each shard, so that there is none without a line.
func emptyLine(shard int) (int, string) { return shard, "" }

type writeShard struct{ Files []string }

// ProcessElement writes one file.
func (fn *writeShard) ProcessElement(ctx context.Context, shard int, lines func(*string) bool) (err error) {
	name := fn.Files[shard]
	fs, err := filesystem.New(ctx, name)
	if err != nil {
		return err
	}
	defer fs.Close()
	f, err := fs.OpenWrite(ctx, name)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, f.Close()) }()
	w := bufio.NewWriterSize(f, 1<<20)
	for line := ""; lines(&line); {
		if line != "" {
			w.WriteString(line)
			w.WriteByte('\n')
		}
	}
	return w.Flush()
}
