package copydesk_test

import (
	"context"
	"fmt"
	"iter"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/copydesk-go/copydesk"
	"github.com/copydesk-go/copydesk/internal/raced"
)

func articles(n int) iter.Seq[copydesk.Article] {
	return func(yield func(copydesk.Article) bool) {
		for i := range n {
			in := copydesk.Article{ID: copydesk.ID(fmt.Sprint(i)), Text: fmt.Sprintf("Ada Obi paid $%d on Friday.", i)}
			if i%10 == 7 {
				in.Country = "Atlantis"
			}
			if !yield(in) {
				return
			}
		}
	}
}

func TestAll(t *testing.T) {
	for _, workers := range []int{0, 1, 3} {
		i := 0
		for r, err := range (copydesk.Annotator{Workers: workers}).All(t.Context(), articles(40)) {
			assert.Equal(t, fmt.Sprintf("%q", fmt.Sprint(i)), string(r.ID), "in order, with an error too")
			if i%10 == 7 {
				assert.ErrorContains(t, err, "Atlantis")
			} else {
				require.NoError(t, err)
				assert.Equal(t, fmt.Sprintf("Ada Obi paid $%d on Friday.", i), r.Text)
			}
			i++
		}
		assert.Equal(t, 40, i)
	}
}

func TestAllStopsInsideAnArticle(t *testing.T) {
	long := func(yield func(copydesk.Article) bool) {
		yield(copydesk.Article{Text: strings.Repeat("Ada Obi paid $5 on Friday. ", 1<<18)})
	}
	ctx, cancel := context.WithTimeout(t.Context(), 50*time.Millisecond)
	defer cancel()
	began := time.Now()
	for _, err := range (copydesk.Annotator{}).All(ctx, long) {
		assert.ErrorIs(t, err, context.DeadlineExceeded)
	}
	if !raced.On {
		assert.Less(t, time.Since(began), 5*time.Second)
	}
}
