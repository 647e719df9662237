//go:build !unix

package main

import "time"

var start = time.Now()

// processorTime returns how long this program has run.
func processorTime() time.Duration { return time.Since(start) }
