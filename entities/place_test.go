package entities

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// The name is between brackets.
func TestPlaceLabel(t *testing.T) {
	for marked, want := range map[string]Label{
		"She left [Lagos] early.":                   GPE,
		"Boats cross [Lake Volta].":                 LOC,
		"It rains in [Southeast Asia].":             LOC,
		"the [Middle East] peace":                   LOC,
		"near the [Euphrates].":                     LOC,
		"He lives in [South Korea].":                GPE,
		"Troops entered [Niger] at dawn.":           GPE,
		"The [Niger] rose by two metres.":           LOC,
		"The [Niger] army said so.":                 GPE,
		"They fished in the [Niger], she said.":     LOC,
		"boats on the river [Senegal]":              LOC,
		"He crossed the [Jordan] on foot.":          LOC,
		"He flew to the [Congo] on Friday.":         GPE,
		"a town on the banks of the [Congo]":        LOC,
		"They sailed up the [Congo] for three days": LOC,
	} {
		start, end := strings.IndexByte(marked, '['), strings.IndexByte(marked, ']')-1
		text := strings.NewReplacer("[", "", "]", "").Replace(marked)
		assert.Equal(t, want, placeLabel(text, start, end), "%s", marked)
	}
}

// A river is not the country of its name.
func TestLinkRiver(t *testing.T) {
	text := "Niger closed the road. The Niger rose."
	ms := []Mention{{Start: 0, End: 5, Label: GPE}, {Start: 27, End: 32, Label: LOC}}
	require.Equal(t, "Niger", text[ms[1].Start:ms[1].End])
	link(text, "", ms)
	assert.Equal(t, "NE", ms[0].Country)
	assert.Empty(t, ms[1].Country)
	assert.NotEqual(t, ms[0].Cluster, ms[1].Cluster)
}
