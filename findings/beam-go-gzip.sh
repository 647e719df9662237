#!/usr/bin/env bash
# The text source of Apache Beam's Go SDK reads only the first part of a gzipped
# file, and the pipeline succeeds.
#
# Go module github.com/apache/beam/sdks/v2 v2.77.0, runner: the embedded Prism
# Behaviour: textio.Read takes the size of the file on disk
#   for the size of the text in it, and stops there: of 2,000 lines it reads as
#   many as would fill the size of the packed file. No error, no warning.
# Output seen:
#   plain: 2000 of 2000 lines
#   gzip: 62 of 2000 lines (how many depends on how well gzip packs)
set -euo pipefail
dir=$(mktemp -d); trap 'chmod -R u+w "$dir"; rm -rf "$dir"' EXIT; cd "$dir"
export GOFLAGS=-mod=mod
go mod init example.com/finding 2>/dev/null
go get github.com/apache/beam/sdks/v2@v2.77.0 2>/dev/null
for i in $(seq 2000); do printf '{"id": %d, "text": "The port is open again, and the ships that waited outside have come in."}\n' "$i"; done > lines.txt
gzip -k lines.txt
cat > main.go <<'GO'
package main

import (
	"context"
	"flag"
	"fmt"
	"os"

	"github.com/apache/beam/sdks/v2/go/pkg/beam"
	_ "github.com/apache/beam/sdks/v2/go/pkg/beam/io/filesystem/local"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/io/textio"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/register"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/runners/prism"
)

var lines = beam.NewCounter("finding", "lines")

func init() { register.DoFn2x0[context.Context, string](&count{}) }

type count struct{}

func (count) ProcessElement(ctx context.Context, _ string) { lines.Inc(ctx, 1) }

func main() {
	flag.Parse()
	beam.Init()
	p, s := beam.NewPipelineWithRoot()
	beam.ParDo0(s, &count{}, textio.Read(s, flag.Arg(0)))
	result, err := prism.Execute(context.Background(), p)
	if err != nil {
		fmt.Println("error", err)
		os.Exit(1)
	}
	var n int64
	for _, c := range result.Metrics().AllMetrics().Counters() {
		if c.Name() == "lines" {
			n += c.Result()
		}
	}
	fmt.Println(n)
}
GO
go mod tidy >/dev/null 2>&1
go build -o read .
plain=$(./read "$dir/lines.txt" 2>/dev/null | tail -1)
gzip=$(./read "$dir/lines.txt.gz" 2>/dev/null | tail -1)
echo "plain: $plain of 2000 lines"
echo "gzip: $gzip of 2000 lines"
[ "$plain" = 2000 ] && [ "$gzip" -gt 0 ] && [ "$gzip" -lt 2000 ]
