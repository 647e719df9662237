package copydesk_test

import (
	"context"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/copydesk-go/copydesk"
	"github.com/copydesk-go/copydesk/dates"
	"github.com/copydesk-go/copydesk/entities"
	"github.com/copydesk-go/copydesk/internal/raced"
	"github.com/copydesk-go/copydesk/money"
	"github.com/copydesk-go/copydesk/normalize"
)

// longTexts are texts of many megabytes, of which each takes its time in another
// place.
func longTexts(size int) map[string]string {
	all := map[string]string{}
	for name, s := range map[string]string{
		"news":       "Ada Obi, the minister of works, told reporters in Abuja on Tuesday that the bridge would cost $4.2 million.\n",
		"damage":     "Ada Obi , the minister , said â€“ it cost $ 4.2 million. in all â€“ that ‚ÄúWe waited,‚Äù and sat&rsquo; .\n",
		"capitals":   "ABC Def ",
		"references": "&amp;",
		"figures":    "12 34 ",
		"one line":   "the minister said that it would rain – again – in the north ",
	} {
		all[name] = strings.Repeat(s, size/len(s))
	}
	return all
}

// However far it has come, the work ends soon after its context.
func TestAnnotateStopsInsideOneText(t *testing.T) {
	if testing.Short() || raced.On {
		t.Skip("long texts, and how long they take")
	}
	for name, text := range longTexts(24 << 20) {
		for _, only := range []copydesk.Parts{copydesk.PartNormalize, copydesk.PartEntities, copydesk.PartDates, copydesk.PartMoney} {
			t.Run(name+" "+only.String(), func(t *testing.T) {
				ctx, cancel := context.WithCancel(t.Context())
				defer cancel()
				var ended time.Time
				time.AfterFunc(20*time.Millisecond, func() { ended = time.Now(); cancel() })
				_, err := copydesk.Annotator{Skip: copydesk.PartsAll &^ only}.Annotate(ctx, copydesk.Article{Text: text})
				if err == nil {
					return // it was done before
				}
				assert.ErrorIs(t, err, context.Canceled)
				late := time.Since(ended)
				t.Log(late)
				assert.Less(t, late, 5*time.Second)
			})
		}
	}
}

// To be able to stop changes nothing in what is found.
func TestContextChangesNothing(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	defer cancel()
	for name, text := range longTexts(200_000) {
		text = "Kofi Mensah paid 5 euros.\n" + text
		clean, err := normalize.Default().AlignContext(ctx, text)
		require.NoError(t, err)
		assert.Empty(t, cmp.Diff(slices.Collect(normalize.Default().Align(text).Changes()), slices.Collect(clean.Changes())), name)
		assert.Empty(t, cmp.Diff(dates.FindAll(text), slices.Collect(dates.Resolver{}.AllContext(ctx, text))), name)
		assert.Empty(t, cmp.Diff(money.FindAll(text), slices.Collect(money.Finder{}.AllContext(ctx, text))), name)
		assert.Empty(t, cmp.Diff(entities.FindAll(text), slices.Collect(entities.Tagger{}.AllContext(ctx, text))), name)
	}
}

func TestContextThatHasEnded(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	const text = "Ada Obi paid $ 5 million. in May , she said."
	_, err := copydesk.Annotator{}.Annotate(ctx, copydesk.Article{Text: text})
	assert.ErrorIs(t, err, context.Canceled)
	_, err = copydesk.Annotator{}.AnnotateBytes(ctx, []byte(text), "", copydesk.Article{})
	assert.ErrorIs(t, err, context.Canceled)
	clean, err := normalize.Default().AlignContext(ctx, text)
	assert.ErrorIs(t, err, context.Canceled)
	assert.Equal(t, normalize.Text{}, clean)
	assert.Empty(t, slices.Collect(dates.Resolver{}.AllContext(ctx, text)))
	assert.Empty(t, slices.Collect(money.Finder{}.AllContext(ctx, text)))
	assert.Empty(t, slices.Collect(entities.Tagger{}.AllContext(ctx, text)))
}
