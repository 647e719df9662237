package notes

import (
	"context"
	"testing"

	"github.com/stretchr/testify/assert"
)

type key struct{}

func TestBook(t *testing.T) {
	b := From(With(context.Background()))
	assert.Nil(t, b.Get("a text", key{}))
	b.Put("a text", key{}, 1)
	assert.Equal(t, 1, b.Get("a text", key{}))
	assert.Nil(t, b.Get("a text", "another key"))
	assert.Nil(t, b.Get("another text", key{}))
	b.Put("another text", "another key", 2)
	assert.Nil(t, b.Get("a text", key{}), "one text at a time")
	assert.Nil(t, b.Get("another text", key{}))
	assert.Equal(t, 2, b.Get("another text", "another key"))
}

func TestNoBook(t *testing.T) {
	b := From(context.Background())
	b.Put("a text", key{}, 1)
	assert.Nil(t, b.Get("a text", key{}))
}
