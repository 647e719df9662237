package ordered

import (
	"context"
	"iter"
	"runtime"
	"slices"
	"sync/atomic"
	"testing"
	"testing/synctest"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func numbers(n int, asked *atomic.Int64) iter.Seq[int] {
	return func(yield func(int) bool) {
		for i := range n {
			asked.Add(1)
			if !yield(i) {
				return
			}
		}
	}
}

// slow takes the longer the smaller the number is of four.
func slow(_ context.Context, n int) int {
	time.Sleep(time.Duration(4-n%4) * time.Millisecond)
	return 10 * n
}

func TestOrder(t *testing.T) {
	for _, workers := range []int{1, 2, 7} {
		synctest.Test(t, func(t *testing.T) {
			var got, want []int
			for v, err := range Map(t.Context(), workers, numbers(50, new(atomic.Int64)), slow) {
				require.NoError(t, err)
				got = append(got, v)
			}
			for i := range 50 {
				want = append(want, 10*i)
			}
			assert.Equal(t, want, got)
		})
	}
}

func TestNoMoreIsAskedForThanCanWait(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		var asked atomic.Int64
		taken := 0
		for range Map(t.Context(), 3, numbers(1000, &asked), slow) {
			time.Sleep(time.Second) // a consumer that is slower than the workers
			taken++
			assert.LessOrEqual(t, int(asked.Load()), taken+2*3+2)
		}
		assert.Equal(t, 1000, taken)
	})
}

func TestABreakEndsAllOfIt(t *testing.T) {
	synctest.Test(t, func(t *testing.T) { // which fails if a goroutine is left
		var asked atomic.Int64
		stopped := new(atomic.Int64)
		for range Map(t.Context(), 2, numbers(1000, &asked), func(ctx context.Context, n int) int {
			if n > 0 {
				<-ctx.Done()
				stopped.Add(1)
			}
			return n
		}) {
			synctest.Wait()
			break
		}
		assert.EqualValues(t, 2, stopped.Load(), "what was begun was told to stop, and has")
	})
}

func TestTheContextEndsAllOfIt(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		ctx, cancel := context.WithTimeout(t.Context(), 10*time.Millisecond)
		defer cancel()
		var got []int
		var last error
		for v, err := range Map(ctx, 2, numbers(1000, new(atomic.Int64)), slow) {
			require.NoError(t, last, "the error is the last")
			if last = err; err == nil {
				got = append(got, v)
			}
		}
		assert.ErrorIs(t, last, context.DeadlineExceeded)
		assert.True(t, slices.IsSorted(got))
		assert.NotEmpty(t, got)
		assert.Less(t, len(got), 20)
	})
}

func TestASequenceThatWaitsDoesNotHoldItUp(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	release := make(chan struct{})
	before := runtime.NumGoroutine()
	waiting := func(yield func(int) bool) {
		cancel()
		<-release
		yield(1)
	}
	for _, err := range Map(ctx, 2, waiting, slow) {
		assert.ErrorIs(t, err, context.Canceled)
	}
	close(release)
	for i := 0; i < 1000 && runtime.NumGoroutine() > before; i++ {
		time.Sleep(time.Millisecond)
	}
	assert.LessOrEqual(t, runtime.NumGoroutine(), before, "it ends when its value comes")
}

func TestAPanicOfTheSequenceComesOut(t *testing.T) {
	bad := func(yield func(int) bool) {
		yield(1)
		panic("no more")
	}
	assert.PanicsWithValue(t, "no more", func() {
		for range Map(t.Context(), 2, bad, slow) {
		}
	})
}
