// Package notes hands on what was seen in a text to whoever looks at the same text next, so
// that it is not looked for twice.
package notes

import (
	"context"
	"sync"
)

// A Book holds what was noted of one text at a time. The zero value is empty and nil has no
// room; any number of goroutines may use one at the same time.
type Book struct {
	mu    sync.Mutex
	text  string
	notes map[any]any
}

type bookKey struct{}

// With returns a context that comes with an empty book.
func With(ctx context.Context) context.Context {
	return context.WithValue(ctx, bookKey{}, new(Book))
}

// From returns the book that comes with a context, or nil.
func From(ctx context.Context) *Book {
	b, _ := ctx.Value(bookKey{}).(*Book)
	return b
}

// Put notes something of a text, and forgets what was noted of others. What is noted must not be
// changed.
func (b *Book) Put(text string, key, note any) {
	if b == nil {
		return
	}
	b.mu.Lock()
	defer b.mu.Unlock()
	if b.text != text || b.notes == nil {
		b.text, b.notes = text, map[any]any{}
	}
	b.notes[key] = note
}

// Get returns what was noted of a text, or nil.
func (b *Book) Get(text string, key any) any {
	if b == nil {
		return nil
	}
	b.mu.Lock()
	defer b.mu.Unlock()
	if b.text != text {
		return nil
	}
	return b.notes[key]
}
