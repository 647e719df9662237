// Command when runs github.com/olebedev/when.
package main

import (
	"strings"
	"time"

	"github.com/olebedev/when"

	"github.com/copydesk-go/copydesk/internal/cmd/peers/peer"
)

func main() {
	peer.Main(map[string]peer.Finder{"dates": days})
}

// days gives the parser, which finds one date, a line at a time, and then what is
// left of it.
func days(text string, published time.Time) (f peer.Found) {
	at := 0
	for line := range strings.Lines(text) {
		for rest := line; ; {
			r, err := when.EN.Parse(rest, published)
			if r == nil || err != nil || r.Text == "" {
				break
			}
			start := at + len(line) - len(rest) + r.Index
			f.Findings = append(f.Findings, peer.Finding{Start: start, End: start + len(r.Text), Value: r.Time.Format(time.DateOnly)})
			rest = rest[r.Index+len(r.Text):]
		}
		at += len(line)
	}
	return f
}
