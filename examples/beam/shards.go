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
	register.DoFn3x1[context.Context, int, func(*string) bool, error](&writeShard{})
	register.Iter1[string]()
}

// writeShards writes lines to files named prefix-00000-of-00008.jsonl, in
// parallel.
func writeShards(s beam.Scope, prefix string, shards int, lines beam.PCollection) {
	filesystem.ValidateScheme(prefix)
	keyed := beam.ParDo(s, shardOf, lines, beam.SideInput{Input: beam.Create(s, shards)})
	beam.ParDo0(s, &writeShard{Prefix: prefix, Shards: shards}, beam.GroupByKey(s, keyed))
}

// shardOf chooses by the content, so that a bundle that is tried again gives
// the same.
func shardOf(line string, shards int) (int, string) {
	h := fnv.New64a()
	h.Write([]byte(line))
	return int(h.Sum64() % uint64(shards)), line
}

type writeShard struct {
	Prefix string
	Shards int
}

// ProcessElement writes one file.
func (fn *writeShard) ProcessElement(ctx context.Context, shard int, lines func(*string) bool) (err error) {
	name := fmt.Sprintf("%s-%05d-of-%05d.jsonl", fn.Prefix, shard, fn.Shards)
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
		w.WriteString(line)
		w.WriteByte('\n')
	}
	return w.Flush()
}
