package mojibake

import (
	"slices"
	"unicode/utf8"

	"github.com/copydesk-go/copydesk/internal/charset"
	"github.com/copydesk-go/copydesk/normalize/internal/char"
)

// The marks of English become letters where text of a Macintosh is read as that
// of Windows ("ItÕs ÒoverÓ"), or text of Windows as that of a Macintosh ("Itís
// ìoverî") or of DOS ("ItÆs ôoverö"). Nothing else is wrong with such a line, so
// the letters of other languages are no help; but in English they stand where
// no letter can.

// A markMisreading says as which letters the marks of one code were read in another.
type markMisreading struct {
	misreading
	letters [len(misreadMarks)]rune
}

// misreadMarks are the marks.
var misreadMarks = [...]rune{'“', '”', '‘', '’', '–', '—', '…'}

var markMisreadings = func() (all [3]markMisreading) {
	for k, m := range [len(all)]misreading{
		{Reading(charset.MacRoman), charset.Windows1252},
		{Reading(charset.Windows1252), charset.MacRoman},
		{Reading(charset.Windows1252), charset.CodePage437},
	} {
		all[k].misreading = m
		for i, mark := range misreadMarks {
			b, _ := charset.Page(m.of).Encode(mark)
			all[k].letters[i] = m.as.Decode(b)
		}
	}
	return all
}()

// marksOfLetter gives for each letter up to ÿ the misreadings that it is part of, a
// bit each, and what the marks do that it stands for.
var marksOfLetter = func() (sets [0x100]uint8) {
	for k := range markMisreadings {
		for i, r := range markMisreadings[k].letters {
			role := [...]uint8{markOpens, markCloses, markOpens, markCloses, markParts, markParts, 0}[i]
			sets[r] |= 1<<k | role
		}
	}
	return sets
}()

const (
	markOpens  = 0x10 << iota // a quotation
	markCloses                // one, or is an apostrophe
	markParts                 // is a dash
)

// mark returns the mark that r stands for, or 0.
func (d *markMisreading) mark(r rune) rune {
	for i, letter := range d.letters {
		if r == letter {
			return misreadMarks[i]
		}
	}
	return 0
}

// readLetterMarks puts marks for the letters that they were read as, if the line is
// English and all such letters in it stand where marks do.
func (l *line) readLetterMarks() (changed bool) {
	var some uint8
	for _, i := range l.beyond {
		if r := l.cells[i].Rune; r < 0x100 {
			some |= marksOfLetter[r]
		}
	}
	for k := range markMisreadings {
		u := markReader{line: l, markMisreading: &markMisreadings[k]}
		if some>>k&1 == 1 && u.reads() {
			for _, i := range l.beyond {
				c := &l.cells[i]
				if mark := u.mark(c.Rune); mark != 0 {
					path := l.pathNamed(u.String(), l.cells[i:i+1])
					*c = cell{char.Of(mark), charset.Lookup(mark), c.start, c.end, path}
				}
			}
			return true
		}
	}
	return false
}

// A markReader tries one misreading on a line.
type markReader struct {
	*line
	*markMisreading
	closing [2]int // where the next ” and ’ were found to be
}

// reads reports whether the line is English in this reading: all of its letters
// may be marks, and one of them can hardly be anything else.
func (u *markReader) reads() bool {
	sure, contractions, lone := false, 0, 0
	for _, at := range u.beyond {
		i := int(at)
		mark := u.mark(u.cells[i].Rune)
		if mark == 0 {
			continue
		}
		switch u.standsAs(i, mark) {
		case letterForSure:
			return false
		case markForSure:
			sure = true
			contractions += count(mark == '’')
		case loneMark:
			lone++
		}
	}
	if !sure && lone < 2 {
		return false
	}
	english := u.english(u.markMisreading)
	return english > 0 && contractions+english >= 2 && u.speaksEnglish(u.asMarks(), contractions)
}

// asMarks returns the sample of the line with its marks.
func (u *markReader) asMarks() []char.Char {
	chars := slices.Clone(u.charsOf(u.cells[:u.sampleEnd()]))
	for i := range chars {
		chars[i] = u.seen(i)
	}
	return chars
}

// What a letter may be.
type identity uint8

const (
	markOrLetter identity = iota
	markForSure
	letterForSure
	loneMark // between spaces; two of them are marks for sure
)

// seen returns the character at cell i as it is without the misreading.
func (u *markReader) seen(i int) char.Char {
	c := u.cell(i)
	if mark := u.mark(c.Rune); mark != 0 {
		return char.Of(mark)
	}
	return c
}

// standsAs says whether the letter at cell i may be the mark.
func (u *markReader) standsAs(i int, mark rune) identity {
	c, before, after := u.cells[i].Char, u.seen(i-1), u.seen(i+1)
	switch raised := before.Class == char.Lower && c.Class == char.Upper; { // "SheÕs", "allÓ"
	case mark == '“' || mark == '‘':
		return u.opens(i, mark, before, after)
	case mark == '’' && after.Letter():
		return u.apostrophe(i, raised, before, after)
	case raised && !after.Letter() && mark != '…':
		return markForSure
	case mark == '–' || mark == '—':
		return u.dash(i, before, after)
	case after.Letter(), mark != '…' && before.Gap():
		return letterForSure
	case before.Class == char.Punct && before.Rune != '/' && after.Gap() && !(before.Rune == '.' && u.cell(i-2).Class == char.Upper):
		return markForSure
	}
	return markOrLetter
}

// opens is standsAs for a mark that begins a quotation.
func (u *markReader) opens(i int, mark rune, before, after char.Char) identity {
	c := u.cells[i].Char
	starts := before.Gap() || before.Rune == '(' || before.Rune == '[' || before.Class == char.Open || before.Class == char.Dash || before.Rune == '-'
	switch {
	case !starts || !after.Letter() && after.Class != char.Digit && after.Rune != '…':
		return letterForSure
	case c.Class == char.Lower && after.Class == char.Upper, c.Class == char.Upper && after.Class == char.Upper && u.cell(i+2).Class == char.Lower:
		return markForSure
	case u.closedFrom(i+2, mark):
		return markForSure
	}
	return markOrLetter
}

// closedFrom reports whether the letter that stands for the end of the quotation
// follows at the end of a word, where it is no letter of the word: behind a mark,
// as a capital behind a small letter, or as î.
func (u *markReader) closedFrom(i int, begin rune) bool {
	end, at := '”', &u.closing[0]
	if begin == '‘' {
		end, at = '’', &u.closing[1]
	}
	for *at = max(*at, i); *at < len(u.cells); *at++ {
		c, before := u.cells[*at].Char, u.seen(*at-1)
		if u.mark(c.Rune) == end && !u.seen(*at+1).Letter() && (before.Class == char.Punct || before.Class == char.Lower && (c.Class == char.Upper || c.Rune == 'î')) {
			return *at-i < longestQuotation
		}
	}
	return false
}

// apostrophe is standsAs for an apostrophe before a letter. A word in -ís may be
// a name, unless what stands before it is in capitals or takes an "is".
func (u *markReader) apostrophe(i int, raised bool, before, after char.Char) identity {
	capital := before.Class == char.Upper && before.Rune < utf8.RuneSelf
	word := u.wordUpTo(i)
	switch {
	case !before.Letter():
		return letterForSure
	case capital && after.Class == char.Upper && u.cell(i+2).Class == char.Lower: // O’Neill
		return markForSure
	case !contraction(after, u.cell(i+2), u.cell(i+3)),
		after.Rune|0x20 == 't' && before.Rune|0x20 != 'n', after.Rune|0x20 == 'm' && before.Rune|0x20 != 'i':
		return letterForSure
	case raised, after.Rune|0x20 == 't' && takesNot(word), takesVerb(word),
		before.Rune == 'y' && u.longWord(i-1, -1), capital && u.cell(i-2).Class == char.Upper && after.Class == char.Lower:
		return markForSure
	}
	return markOrLetter
}

// wordUpTo returns the letters before cell i, which may be one too.
func (l *line) wordUpTo(i int) (w shortWord) {
	at := i
	for at > 0 && l.cells[at-1].Letter() {
		if at--; i-at > len(w.buf) || l.cells[at].Rune >= utf8.RuneSelf {
			return shortWord{}
		}
	}
	for ; at < i; at++ {
		w.buf[w.n] = byte(l.cells[at].Rune) | 0x20
		w.n++
	}
	return w
}

// takesVerb reports whether w is often followed by a verb without its start:
// 's, 'd, 'm, 're, 've, 'll.
func takesVerb(w shortWord) bool {
	switch string(w.letters()) {
	case "i", "you", "we", "they", "he", "she", "it", "who", "that", "there", "what", "here", "could", "would", "should", "might", "let":
		return true
	}
	return false
}

// takesNot reports whether w, with its n, is often followed by 't.
func takesNot(w shortWord) bool {
	switch string(w.letters()) {
	case "can", "don", "won", "isn", "aren", "wasn", "weren", "ain", "doesn", "didn", "hasn", "haven", "hadn", "couldn", "wouldn", "shouldn", "mustn", "needn":
		return true
	}
	return false
}

// dash is standsAs for a dash.
func (u *markReader) dash(i int, before, after char.Char) identity {
	switch {
	case before.Class == char.Digit && after.Class == char.Digit:
		return markForSure
	case before.Gap() && after.Gap():
		if i == 0 || u.cells[i].Rune == 'ó' || !u.longWord(i-2, -1) || !u.cell(i+2).Letter() {
			return markOrLetter // ó is a word
		}
		return loneMark
	case before.Letter() != after.Letter(), before.Letter() && !(u.longWord(i-1, -1) && u.longWord(i+1, 1)):
		return letterForSure
	}
	return markOrLetter
}

// letterMarkPair reports whether a mark read as a letter may be one of the pair,
// where no letter is likely.
func letterMarkPair(a, b char.Char) bool {
	if a.Rune == 'í' || a.Rune == 'Õ' || a.Rune == 'Æ' {
		switch b.Rune | 0x20 {
		case 's', 't', 'd', 'm', 'r', 'v', 'l':
			return true
		}
		return b.Class == char.Upper && b.Rune < utf8.RuneSelf
	}
	if a.Rune >= utf8.RuneSelf || b.Rune < utf8.RuneSelf || b.Rune >= 0x100 {
		return false
	}
	as := marksOfLetter[b.Rune]
	switch {
	case a.Class == char.Lower:
		return as != 0 && b.Class == char.Upper
	case a.Class == char.Digit:
		return as&markParts != 0
	case a.Class == char.Punct:
		return as&(markOpens|markCloses) != 0
	}
	return a.Gap() && as&(markOpens|markParts) != 0
}

// letterMarkAt reports whether the pair of a and b, of which the second stands at
// i, is a misread mark that its line would be taken apart for.
func (k *Prefilter) letterMarkAt(i int, a, b char.Char) bool {
	if b.Rune < utf8.RuneSelf {
		before := k.charBefore(i - len("í"))
		next := asciiAt(k.text, i+1)
		named := before.Class == char.Upper && before.Rune < utf8.RuneSelf && b.Class == char.Upper && next.Class == char.Lower // O’Neill
		return before.Letter() && (named || contraction(b, next, asciiAt(k.text, i+2))) && k.holds(&k.english, i)
	}
	after := asciiAt(k.text, i+len("í"))
	as := marksOfLetter[b.Rune]
	switch {
	case a.Class == char.Lower:
	case a.Class == char.Digit:
		if after.Class != char.Digit {
			return false
		}
	case a.Rune == '(' || a.Rune == '[' || a.Rune == '-' || a.Gap():
		if !(as&markOpens != 0 && after.Letter() || as&markParts != 0 && a.Gap() && after.Rune == ' ') {
			return false
		}
	case !after.Gap() || as&markCloses == 0:
		return false
	}
	return k.holds(&k.english, i)
}
