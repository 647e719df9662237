//go:build !unix

package peer

import "time"

var start = time.Now()

// clock returns the time.
func clock() time.Duration { return time.Since(start) }
