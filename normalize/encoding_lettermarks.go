package normalize

import (
	"unicode/utf8"

	"github.com/copydesk-go/copydesk/internal/charset"
)

// The marks of English become letters where text of a Macintosh is read as that
// of Windows ("ItÕs ÒoverÓ"), or text of Windows as that of a Macintosh ("Itís
// ìoverî") or of DOS ("ItÆs ôoverö"). Nothing else is wrong with such a line, so
// the letters of other languages are no help; but in English they stand where
// no letter can.

// A disguise says as which letters the marks of one code were read in another.
type disguise struct {
	misreading
	letters [len(disguised)]rune
}

// disguised are the marks.
var disguised = [...]rune{'“', '”', '‘', '’', '–', '—', '…'}

var disguises = func() (all [3]disguise) {
	for k, m := range [len(all)]misreading{
		{reading(charset.MacRoman), charset.Windows1252},
		{reading(charset.Windows1252), charset.MacRoman},
		{reading(charset.Windows1252), charset.CodePage437},
	} {
		all[k].misreading = m
		for i, mark := range disguised {
			b, _ := charset.Page(m.of).Encode(mark)
			all[k].letters[i] = m.as.Decode(b)
		}
	}
	return all
}()

// disguisedAs gives for each letter up to ÿ the disguises that it is part of, a
// bit each, and what the marks do that it stands for.
var disguisedAs = func() (sets [0x100]uint8) {
	for k := range disguises {
		for i, r := range disguises[k].letters {
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
func (d *disguise) mark(r rune) rune {
	for i, letter := range d.letters {
		if r == letter {
			return disguised[i]
		}
	}
	return 0
}

// unmask puts marks for the letters that they were read as, if the line is
// English and all such letters in it stand where marks do.
func (l *line) unmask() (changed bool) {
	var some uint8
	for _, i := range l.beyond {
		if r := l.cells[i].r; r < 0x100 {
			some |= disguisedAs[r]
		}
	}
	for k := range disguises {
		u := unmasker{line: l, disguise: &disguises[k]}
		if some>>k&1 == 1 && u.worn() {
			for _, i := range l.beyond {
				c := &l.cells[i]
				if mark := u.mark(c.r); mark != 0 {
					path := l.pathNamed(u.String(), l.cells[i:i+1])
					*c = cell{charOf(mark), charset.Lookup(mark), c.start, c.end, path}
				}
			}
			return true
		}
	}
	return false
}

// An unmasker tries one disguise on a line.
type unmasker struct {
	*line
	*disguise
	closing [2]int // where the next ” and ’ were found to be
}

// worn reports whether the line is English in this disguise: all of its letters
// may be marks, and one of them can hardly be anything else.
func (u *unmasker) worn() bool {
	sure, contractions, lone := false, 0, 0
	for _, at := range u.beyond {
		i := int(at)
		mark := u.mark(u.cells[i].r)
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
	english := u.english(u.disguise)
	return english > 0 && contractions+english >= 2
}

// What a letter may be.
type identity uint8

const (
	markOrLetter identity = iota
	markForSure
	letterForSure
	loneMark // between spaces; two of them are marks for sure
)

// seen returns the character at cell i as it is without the disguise.
func (u *unmasker) seen(i int) char {
	c := u.cell(i)
	if mark := u.mark(c.r); mark != 0 {
		return charOf(mark)
	}
	return c
}

// standsAs says whether the letter at cell i may be the mark.
func (u *unmasker) standsAs(i int, mark rune) identity {
	c, before, after := u.cells[i].char, u.seen(i-1), u.seen(i+1)
	switch raised := before.c == clsLower && c.c == clsUpper; { // "SheÕs", "allÓ"
	case mark == '“' || mark == '‘':
		return u.opens(i, mark, before, after)
	case mark == '’' && after.letter():
		return u.apostrophe(i, raised, before, after)
	case raised && !after.letter() && mark != '…':
		return markForSure
	case mark == '–' || mark == '—':
		return u.dash(i, before, after)
	case after.letter(), mark != '…' && before.gap():
		return letterForSure
	case before.c == clsPunct && before.r != '/' && after.gap() && !(before.r == '.' && u.cell(i-2).c == clsUpper):
		return markForSure
	}
	return markOrLetter
}

// opens is standsAs for a mark that begins a quotation.
func (u *unmasker) opens(i int, mark rune, before, after char) identity {
	c := u.cells[i].char
	starts := before.gap() || before.r == '(' || before.r == '[' || before.c == clsOpen || before.c == clsDash || before.r == '-'
	switch {
	case !starts || !after.letter() && after.c != clsDigit && after.r != '…':
		return letterForSure
	case c.c == clsLower && after.c == clsUpper, c.c == clsUpper && after.c == clsUpper && u.cell(i+2).c == clsLower:
		return markForSure
	case u.closedFrom(i+2, mark):
		return markForSure
	}
	return markOrLetter
}

// closedFrom reports whether the letter that stands for the end of the quotation
// follows at the end of a word, where it is no letter of the word: behind a mark,
// as a capital behind a small letter, or as î.
func (u *unmasker) closedFrom(i int, begin rune) bool {
	end, at := '”', &u.closing[0]
	if begin == '‘' {
		end, at = '’', &u.closing[1]
	}
	for *at = max(*at, i); *at < len(u.cells); *at++ {
		c, before := u.cells[*at].char, u.seen(*at-1)
		if u.mark(c.r) == end && !u.seen(*at+1).letter() && (before.c == clsPunct || before.c == clsLower && (c.c == clsUpper || c.r == 'î')) {
			return *at-i < longestQuotation
		}
	}
	return false
}

// apostrophe is standsAs for an apostrophe before a letter. A word in -ís may be
// a name, unless what stands before it is in capitals or takes an "is".
func (u *unmasker) apostrophe(i int, raised bool, before, after char) identity {
	capital := before.c == clsUpper && before.r < utf8.RuneSelf
	word := u.wordUpTo(i)
	switch {
	case !before.letter():
		return letterForSure
	case capital && after.c == clsUpper && u.cell(i+2).c == clsLower: // O’Neill
		return markForSure
	case !contraction(after, u.cell(i+2), u.cell(i+3)),
		after.r|0x20 == 't' && before.r|0x20 != 'n', after.r|0x20 == 'm' && before.r|0x20 != 'i':
		return letterForSure
	case raised, after.r|0x20 == 't' && takesNot(word), takesVerb(word),
		before.r == 'y' && u.longWord(i-1, -1), capital && u.cell(i-2).c == clsUpper && after.c == clsLower:
		return markForSure
	}
	return markOrLetter
}

// wordUpTo returns the letters before cell i, which may be one too.
func (l *line) wordUpTo(i int) (w shortWord) {
	at := i
	for at > 0 && l.cells[at-1].letter() {
		if at--; i-at > len(w.buf) || l.cells[at].r >= utf8.RuneSelf {
			return shortWord{}
		}
	}
	for ; at < i; at++ {
		w.buf[w.n] = byte(l.cells[at].r) | 0x20
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
func (u *unmasker) dash(i int, before, after char) identity {
	switch {
	case before.c == clsDigit && after.c == clsDigit:
		return markForSure
	case before.gap() && after.gap():
		if i == 0 || u.cells[i].r == 'ó' || !u.longWord(i-2, -1) || !u.cell(i+2).letter() {
			return markOrLetter // ó is a word
		}
		return loneMark
	case before.letter() != after.letter(), before.letter() && !(u.longWord(i-1, -1) && u.longWord(i+1, 1)):
		return letterForSure
	}
	return markOrLetter
}

// disguisedPair reports whether a mark read as a letter may be one of the pair,
// where no letter is likely.
func disguisedPair(a, b char) bool {
	if a.r == 'í' || a.r == 'Õ' || a.r == 'Æ' {
		switch b.r | 0x20 {
		case 's', 't', 'd', 'm', 'r', 'v', 'l':
			return true
		}
		return b.c == clsUpper && b.r < utf8.RuneSelf
	}
	if a.r >= utf8.RuneSelf || b.r < utf8.RuneSelf || b.r >= 0x100 {
		return false
	}
	as := disguisedAs[b.r]
	switch {
	case a.c == clsLower:
		return as != 0 && b.c == clsUpper
	case a.c == clsDigit:
		return as&markParts != 0
	case a.c == clsPunct:
		return as&(markOpens|markCloses) != 0
	}
	return a.gap() && as&(markOpens|markParts) != 0
}

// disguisedAt reports whether the pair of a and b, of which the second stands at
// i, is a disguised mark that its line would be taken apart for.
func (k *prefilter) disguisedAt(i int, a, b char) bool {
	if b.r < utf8.RuneSelf {
		before := k.charBefore(i - len("í"))
		next := asciiAt(k.text, i+1)
		named := before.c == clsUpper && before.r < utf8.RuneSelf && b.c == clsUpper && next.c == clsLower // O’Neill
		return before.letter() && (named || contraction(b, next, asciiAt(k.text, i+2))) && k.english.at(k.text, i)
	}
	after := asciiAt(k.text, i+len("í"))
	as := disguisedAs[b.r]
	switch {
	case a.c == clsLower:
	case a.c == clsDigit:
		if after.c != clsDigit {
			return false
		}
	case a.r == '(' || a.r == '[' || a.r == '-' || a.gap():
		if !(as&markOpens != 0 && after.letter() || as&markParts != 0 && a.gap() && after.r == ' ') {
			return false
		}
	case !after.gap() || as&markCloses == 0:
		return false
	}
	return k.english.at(k.text, i)
}
