package mojibake

import (
	"slices"
	"unicode/utf8"

	"github.com/copydesk-go/copydesk/internal/lang/guess"
	"github.com/copydesk-go/copydesk/internal/lang/guess/words"
	"github.com/copydesk-go/copydesk/internal/letters"
	"github.com/copydesk-go/copydesk/normalize/internal/char"
)

// Whether a line is English, in which alone marks are restored by their places.

// english says how surely the line is English, from its short words: at least 2
// when it may be. Of a few words that are no such words, the letters decide. The
// letters of a misreading, if there is one, are none.
func (l *line) english(d *markMisreading) int {
	if score := l.englishWords(d); score != unclear {
		return score
	}
	if l.speech().english {
		return 2
	}
	return 0
}

// unclear is the score of a line that has too few words to tell its language by
// them.
const unclear = -1

// englishWords is english by the words alone.
func (l *line) englishWords(d *markMisreading) int {
	n, score, accented, wide := 0, 0, 0, false
	for i := range l.cells {
		c := &l.cells[i]
		wide = wide || c.Script == char.EastAsian
		if c.Rune >= utf8.RuneSelf && c.Letter() && c.Rune != 'â' && c.Script != char.EastAsian && (d == nil || d.mark(c.Rune) == 0) {
			accented++
		}
		if l.cells[i].Script != char.Latin || l.cell(i-1).Letter() {
			continue
		}
		n++
		w := l.wordAfter(i)
		score += englishWord(w)
		if w.n == 1 && l.cells[i].Rune == 'I' {
			score++
		}
	}
	switch {
	case n < 2 && wide, n > fewWords && score < 3, accented > 1:
		return 0
	case n <= fewWords && score < 2:
		return unclear
	}
	return score
}

// englishWord returns 2 for a word that English alone has among its most common
// ones, 1 for one that it shares with other languages.
func englishWord(w shortWord) int {
	switch common := words.Languages(w.letters()); {
	case w.n == 1:
		return 0
	case common == 1<<english:
		return 2
	case common>>english&1 == 1:
		return 1
	}
	return 0
}

// english is the place of English among the languages.
const english = 0

// Where a mark is taken for what may be a letter, the line must be English beyond its short words,
// which many languages share. It must not be likelier as it stands, in any language of the world:
// each common word that English alone has, among the languages known by such, outweighs
// englishWordGain. And since right text may be in a language that is not known, its words must be
// likely in English by themselves: a letter costs englishLetter at most, or englishWordLetter more
// for each such word. Both are set by hand, where right lines in 400 languages and damaged lines of
// English part best: three of the latter are not restored for them.
const (
	englishWordGain   = 100 // in sixteenths of a nat
	englishWordLetter = 3   // in sixteenths of a nat a letter
)

// speaksEnglish reports whether the line is English that has marks for some of its letters, going
// by its words with the marks. So many of these are contractions that only English has.
func (l *line) speaksEnglish(marked []char.Char, contractions int) bool {
	own, cost, size := englishTally(marked)
	own += int32(contractions)
	if cost > size*(englishLetter+own*englishWordLetter) {
		return false
	}
	standing := slices.Clone(l.charsOf(l.cells[:l.sampleEnd()]))
	asTyped(standing, true)
	return verdict{standingCost(standing), englishCost(marked)}.damaged(-own * englishWordGain)
}

// englishTally counts the common words of a text that English alone has, each once, and returns
// what all its words cost in English, and how many letters they have.
func englishTally(chars []char.Char) (own, cost, size int32) {
	var t guess.Tally
	var word []rune
	seen := map[shortWord]bool{}
	for i, c := range chars {
		if !c.Letter() {
			continue
		}
		word = append(word, c.Rune)
		if i+1 < len(chars) && chars[i+1].Letter() {
			continue
		}
		t.Add(word)
		size += int32(len(word))
		if w := shortWordOf(string(word)); englishWord(w) > 1 && !seen[w] {
			seen[w] = true
			own++
		}
		word = word[:0]
	}
	return own, t.Cost[english], size
}

// englishCost is [Cost] of a text in English.
func englishCost(chars []char.Char) int32 {
	w := wording{model: letters.Load()}
	sum := w.costOf(chars, readings)
	latin := languageGroups()[char.Latin]
	return sum - slices.Min(w.total[latin.first:latin.last]) + w.total[english]
}
