package entities

import (
	"golang.org/x/text/language"

	guess "github.com/copydesk-go/copydesk/internal/lang/guess/words"
)

// leastWords is how many words a line must have to say that a text is in another
// language than English. Lines of names alone, such as results and casts, have few
// words that tell.
const leastWords = 12

// isForeign reports whether a text tells that it is in another language than the
// model reads, in all of its lines that tell. Nobody has then said that it is not.
func (t Tagger) isForeign(text string) bool {
	if t.Language != language.Und || !t.model().english() {
		return false
	}
	lines := guess.Lines{Least: leastWords}
	for at := 0; at < len(text); {
		end, tag := lines.Stretch(text, at)
		if tag == "en" {
			return false
		}
		at = end
	}
	return text != ""
}
