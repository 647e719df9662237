package entities

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/copydesk-go/copydesk/internal/token"
)

// Articles in which [brackets] stand around what the model found, people all,
// and {braces} around what is to be added.
func TestComplete(t *testing.T) {
	for _, marked := range []string{
		"Envoy [Tom Field] spoke. The envoy {Field} then left.",
		"[Tom Field] spoke.\n\n{Field}, who is 40, then left.",
		"[Tom Field] spoke. {Field} added nothing.",
		"[Tom Field] spoke. “{Field} said so,” she said.",
		"[Tom Field] spoke. Foreign Minister {Omar }[Hassan Farah] left.",
		// What is left alone.
		"[Tom West] spoke of the West.",
		"[Tom West] spoke of West Africa, Key West and West-facing windows.",
		"[Ann Price] spoke. Price rises hurt.",
		"[Tom Field] spoke in the field.",
		"[Field] spoke. The envoy Field left.",
		"[Tom Field] spoke. President [Hassan Farah] left.",
		"[Tom Field] spoke. Striker Omar [Hassan Farah] left.",
		"[Tom Field] spoke. Prime Minister [Hassan Farah] left.",
		"[Tom Field] spoke. Chief Executive [Hassan Farah] left.",
	} {
		text, found, want := strings.NewReplacer("[", "", "]", "", "{", "", "}", "").Replace(marked), spans(marked, "[]"), spans(marked, "[]{}")
		got := complete(found, 0, 0, text, token.Append(nil, text))
		var have []string
		for _, m := range got {
			have = append(have, text[m.Start:m.End])
		}
		var expect []string
		for i, m := range want {
			if i > 0 && want[i-1].End == m.Start { // {Omar }[Hassan Farah] is one name
				expect[len(expect)-1] += text[m.Start:m.End]
				continue
			}
			expect = append(expect, text[m.Start:m.End])
		}
		assert.Equal(t, expect, have, marked)
	}
}

// A person's name does not begin before a full stop.
func TestCompleteStops(t *testing.T) {
	for marked, want := range map[string]string{
		"They met in Washington [D.C. Ada Obi] said so.": "Ada Obi",
		"They live in the [U.K. Ada Obi] said so.":       "Ada Obi",
		"It was written by [J.K. Obi] of Leeds.":         "J.K. Obi",
	} {
		text, found := strings.NewReplacer("[", "", "]", "").Replace(marked), spans(marked, "[]")
		got := complete(found, 0, 0, text, token.Append(nil, text))
		assert.Len(t, got, 1)
		assert.Equal(t, want, text[got[0].Start:got[0].End])
	}
}

// spans returns the stretches within the given brackets, as mentions of people
// in the text without brackets.
func spans(marked, brackets string) (found []Mention) {
	n := 0
	for _, r := range marked {
		switch {
		case !strings.ContainsRune("[]{}", r):
			n += len(string(r))
		case !strings.ContainsRune(brackets, r):
		case r == '[' || r == '{':
			found = append(found, Mention{Start: n, Label: PERSON, Confidence: 0.9})
		default:
			found[len(found)-1].End = n
		}
	}
	return found
}
