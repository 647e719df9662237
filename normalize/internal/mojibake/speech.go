package mojibake

import (
	"github.com/copydesk-go/copydesk/internal/charset"
	"github.com/copydesk-go/copydesk/internal/lang/guess"
	"github.com/copydesk-go/copydesk/internal/letters"
	"github.com/copydesk-go/copydesk/normalize/internal/char"
)

// A speech holds the languages of a line: for each script the one among those of
// internal/letters that its words are likeliest in, or -1, and for East Asian
// letters the code that has them among its common ones.
type speech struct {
	of      [64]int16
	codes   []charset.Code
	english bool // or nearly so
}

// speech finds the languages of the line by its words without a character
// that may yet be part of damage.
func (l *line) speech() (t speech) {
	used := l.used
	if used == 0 {
		used = ^used
	}
	kana := false
	tally := &l.tally
	*tally = guess.Tally{}
	for i := 0; i < len(l.cells); {
		c := &l.cells[i]
		if !c.Letter() || c.Class == char.Wide {
			kana = kana || c.Class == char.Wide && 0x3041 <= c.Rune && c.Rune <= 0x30FF
			i++
			continue
		}
		l.word = l.word[:0]
		for sound := true; i < len(l.cells) && l.cells[i].Letter(); i++ {
			d := &l.cells[i]
			if sound = sound && (d.path != 0 || d.row.Lead&used == 0 && d.Class != char.Control); sound {
				l.word = append(l.word, d.Rune)
			} else {
				l.word = l.word[:0]
			}
		}
		if len(l.word) > 0 {
			tally.Add(l.word)
		}
	}
	m := letters.Load()
	for _, script := range m.Scripts() {
		s := char.ScriptOf(m.Languages[script.First].Last())
		t.of[s] = -1
		best, _ := tally.Best(script)
		if script.End == script.First+1 || tally.Words[script.First] > 0 {
			t.of[s] = int16(best)
		}
		if s == char.Latin && tally.Words[script.First] > 0 {
			t.english = best == english || tally.Cost[english] <= tally.Cost[best]+nearlyEnglish
		}
	}
	t.codes = eastAsianCodes
	if kana {
		t.codes = eastAsianCodes[2:3]
	}
	return t
}

var eastAsianCodes = []charset.Code{charset.GBK, charset.Big5, charset.ShiftJIS, charset.EUCKR}

// knows reports whether there are languages of a script.
func (t *speech) knows(s char.Script) bool {
	group := languageGroups()[s]
	return group.last > group.first
}

// is reports whether the named language is the likeliest of those in Latin
// script.
func (t *speech) is(name string) bool {
	k := t.of[char.Latin]
	return k >= 0 && letters.Load().Languages[k].Tag == name
}

// nearlyEnglish is by how much more than in the likeliest language words may cost in
// English, which is the first of all, for a line to be taken for it: of lines that
// lack marks and nothing else most are in English.
const nearlyEnglish = 24

// letter is the cost of a letter between two others. open says that nothing is
// known of the one after it.
func (t *speech) letter(before, c, after char.Char, open bool) (cost int32) {
	m := letters.Load()
	a, b, d := letters.ID(0), m.ID(c.Rune), letters.ID(0)
	if before.Letter() {
		if a = m.ID(before.Rune); before.Script != c.Script && before.Class != char.Mark {
			cost += 128
		}
	}
	if after.Letter() && !open {
		if d = m.ID(after.Rune); after.Script != c.Script && after.Class != char.Mark {
			cost += 128
		}
	}
	cost += t.pair(m, c.Script, a, b)
	if open {
		cost += 48
	} else {
		cost += t.pair(m, c.Script, b, d)
	}
	switch {
	case c.Class == char.Upper && before.Class == char.Lower && before.Script == c.Script:
		return incredible
	case c.Class == char.Upper && before.Class != char.Upper && (after.Class == char.Lower || !after.Letter()) && before.Rune != '\n':
		cost += 24
	case c.Class == char.Lower && before.Class == char.Upper && after.Class == char.Upper, c.Class == char.Lower && before.Rune == '\n':
		cost += 24
	}
	if !before.Letter() && !after.Letter() && !open && c.Rune >= 0x80 && c.Script == char.Latin && !isWord(c.Rune) {
		cost += 80
	}
	return cost
}

// pair is the cost of two letters of a script, one of which may be the border
// of a word.
func (t *speech) pair(m *letters.Model, s char.Script, a, b letters.ID) int32 {
	if k := t.of[s]; k >= 0 {
		return m.Languages[k].Cost(a, b)
	}
	return m.Least(a, b)
}

// wide is the cost of an East Asian letter.
func (t *speech) wide(c char.Char) int32 {
	cost := int32(incredible)
	for _, code := range t.codes {
		cost = min(cost, wideCost(charset.Count+Reading(code), c))
	}
	return cost
}
