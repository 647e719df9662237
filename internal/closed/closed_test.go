package closed_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/copydesk-go/copydesk/internal/closed"
)

var sides = closed.Set{Package: "pages", Kind: "side", Names: []string{"", "left", "right"}}

func TestNamesReadBack(t *testing.T) {
	for v := range uint8(3) {
		text, err := sides.MarshalText(v)
		require.NoError(t, err)
		assert.Equal(t, sides.String(v), string(text))
		var back uint8
		require.NoError(t, sides.UnmarshalText(&back, text))
		assert.Equal(t, v, back)
	}
}

func TestStrangersAreErrors(t *testing.T) {
	_, err := sides.MarshalText(3)
	assert.EqualError(t, err, "pages: no side 3")
	assert.Equal(t, "side 3", sides.String(3))
	v := uint8(2)
	assert.EqualError(t, sides.UnmarshalText(&v, []byte("middle")), `pages: no side "middle"`)
	assert.Equal(t, uint8(2), v)
}
