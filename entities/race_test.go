package entities

import (
	"sync"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// One Tagger, with names of its own, serves many goroutines.
func TestConcurrentUse(t *testing.T) {
	names, err := NewNameList(Name{Text: "Lake Turkana", Label: LOC})
	require.NoError(t, err)
	tagger := Tagger{Names: names}
	want := tagger.FindAll(news)
	require.NotEmpty(t, want)
	var all sync.WaitGroup
	for range 8 {
		all.Go(func() {
			var got []Mention
			for range 20 {
				got = tagger.Append(got[:0], news)
			}
			assert.Equal(t, want, got)
		})
	}
	all.Wait()
}
