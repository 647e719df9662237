package main

import (
	"bytes"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"github.com/stretchr/testify/require"
)

// Whatever a WARC holds, reading it ends, and the pages come in order.
func FuzzWARC(f *testing.F) {
	for _, packed := range []bool{false, true} {
		warc, starts := goodWARC(f, 3, packed)
		f.Add(warc, packed)
		f.Add(warc[:starts[2]-20], packed)
		f.Add(append(bytes.Clone(warc[:starts[1]+50]), warc[starts[1]+90:]...), packed)
	}
	f.Add([]byte("WARC/1.0\r\nContent-Length: 5\r\nWARC-Type: response\r\n\r\nHTTP/\r\n\r\nWARC/1.0\r\n"), false)
	f.Fuzz(func(t *testing.T, b []byte, packed bool) {
		last := 0
		newWARCReader(bytes.NewReader(b), packed, 1e5).pages(func(c capture) bool {
			require.Greater(t, c.number, last)
			last = c.number
			require.LessOrEqual(t, len(c.body), int(1e5))
			return true
		})
		require.LessOrEqual(t, last, len(b)+1)
	})
}

// Whatever HTML says, its text has no space at its ends and no paragraph that is
// empty.
func FuzzTextOf(f *testing.F) {
	f.Add("<p>One <b>two</b></p><table><tr><td>three<td>four</table>")
	f.Add("<ul><li> a<br> <br>b <li></ul>\u00a0<pre> c\n\nd</pre>")
	f.Fuzz(func(t *testing.T, s string) {
		doc, err := html.Parse(strings.NewReader(s))
		if err != nil {
			return
		}
		text := textOf(doc)
		require.Equal(t, strings.Trim(text, " \t\r\n\f"), text)
		require.NotContains(t, text, "\n\n\n")
		require.NotContains(t, text, "  ")
	})
}
