package numeral

import (
	"strings"
	"unicode/utf8"

	"github.com/copydesk-go/copydesk/internal/scan"
)

// A Language reads the number words of a language other than English, by its table:
// "einundzwanzig", "treinta y uno", "quatre-vingt-dix-sept", "mil millones".
type Language struct {
	tag    string
	first  string // the first byte of each word
	words  []term
	glued  bool // they are written as one: neunzehnhundertneunundachtzig
	scores bool // twenties count up to a hundred: quatre-vingt-dix
	eleven bool // is ten and one: on bir
	linked bool // "and" may stand behind a power of ten: dois mil e vinte
}

// A term is a word of numbers, or a part of one, in lower case.
type term struct {
	form  string
	kind  kind
	value int
}

// A kind says how a word joins others.
type kind uint8

const (
	isCardinal kind = iota
	isArticle       // is one, but for alone: ein, un
	isOrdinal       //
	isEnding        // makes an ordinal of what it is glued to: ste
	isHundred       // times a hundred: cent, hundert
	isScale         // times a power of ten
	isJoins         // stands between: und, y, et
	isTenths        // in tenths: anderthalb is 15, medio is 5
	isAnd           // stands before a half alone: e mezzo
	isHalf          // and a half: einhalb
	isGroup         // so many, or times so many: Dutzend
)

// Of returns the language of a tag, such as "de"; nil if there is none, and for "en", which the
// functions of the package read.
func Of(tag string) *Language {
	for i := range languages {
		if languages[i].tag == tag {
			return &languages[i]
		}
	}
	return nil
}

// A sum is a number that is being read.
type sum struct {
	total, group uint64 // before the last scale, and behind it
	last         term
	scale        int // the last one
	parts        int
	tenths       uint64
	over         bool // nothing may follow
}

// Cardinal reads the longest cardinal number in words at the start of s, in any case, and
// returns how many bytes it has, 0 if there is none. The article alone is none.
func (l *Language) Cardinal(s string) (n Number, size int) {
	var x, good, whole sum // whole is the number before "and" behind a power of ten
	wholeSize := 0
	for at, from := 0, 0; x.parts < 12 && !x.over; {
		w, more := l.next(s[from:])
		if more > 0 && w.kind == isJoins && x.last.kind == isScale {
			whole, wholeSize = good, size
		}
		if more == 0 || !x.add(w, l) {
			if more > 0 && w.kind == isScale && wholeSize > 0 { // entre dois mil e três mil
				good, size = whole, wholeSize
			}
			break
		}
		at = from + more
		if w.kind != isJoins && w.kind != isEnding && l.ends(s, at) {
			good, size = x, at
		}
		from = l.gap(s, at)
		if from == at && !l.glued {
			break
		}
	}
	if size == 0 || good.parts == 1 && good.last.kind == isArticle {
		return Number{}, 0
	}
	value := good.total + good.group
	if good.last.kind == isScale {
		at := l.gap(s, size)
		if more := l.Half(s[at:]); more > 0 {
			value, size = value+pow10(good.scale)/2, at+more
		}
	}
	if good.tenths > 0 {
		return Number{Mantissa: 10*value + good.tenths, Exp: -1}.trim(), size
	}
	return Number{Mantissa: value}, size
}

// Half returns the length of "and a half" at the start of s, as it stands behind a power of ten
// (dos millones y medio), or 0.
func (l *Language) Half(s string) int {
	and, size := l.next(s)
	if size == 0 || and.kind != isJoins && and.kind != isAnd {
		return 0
	}
	at := l.gap(s, size)
	half, more := l.next(s[at:])
	if more == 0 || at == size || half.kind != isTenths || half.value != 5 {
		return 0
	}
	return at + more
}

// Ordinal reads an ordinal number in words.
func (l *Language) Ordinal(s string) (n, size int) {
	var x sum
	for from := 0; x.parts < 12; {
		w, more := l.next(s[from:])
		if more == 0 {
			return 0, 0
		}
		at := from + more
		switch {
		case w.kind == isOrdinal && (x.parts == 0 || x.add(term{value: w.value}, l)) && l.ends(s, at):
			return max(w.value, int(x.group)), at
		case w.kind == isEnding && x.parts > 0 && from > 0 && l.ends(s, at):
			return int(x.total + x.group), at
		case w.kind == isOrdinal || w.kind == isEnding || !x.add(w, l):
			return 0, 0
		}
		if from = l.gap(s, at); from == at && !l.glued {
			return 0, 0
		}
	}
	return 0, 0
}

// add adds a word to the number, if it goes on with it.
func (x *sum) add(w term, l *Language) bool {
	const most = 1 << 60
	switch w.kind {
	case isCardinal, isArticle:
		if !x.addValue(uint64(w.value), l) {
			return false
		}
	case isHundred:
		if x.group >= 100 || x.last.kind == isJoins {
			return false
		}
		x.group = max(x.group, 1) * 100
	case isScale:
		if x.last.kind == isJoins || !x.addScale(w.value, most) {
			return false
		}
	case isJoins:
		if x.parts == 0 || x.last.kind == isJoins || x.last.kind == isScale && !l.linked {
			return false
		}
	case isTenths:
		if article := x.parts == 1 && x.last.kind == isArticle; x.parts > 0 && !article {
			return false // but un demi, eine halbe
		}
		x.group, x.tenths, x.over = uint64(w.value/10), uint64(w.value%10), true
	case isHalf:
		if x.parts == 0 || x.last.kind != isCardinal && x.last.kind != isArticle {
			return false
		}
		x.tenths, x.over = 5, true
	case isGroup:
		if x.total+x.tenths > 0 || x.group > 99 || x.last.kind == isJoins {
			return false
		}
		x.group, x.over = max(x.group, 1)*uint64(w.value), true
	default:
		return false
	}
	x.last = w
	x.parts++
	return true
}

// addValue adds a number below a thousand to the group, if it is of a lower place, or of tens
// behind "and" and ones.
func (x *sum) addValue(v uint64, l *Language) bool {
	rest := x.group % 100
	switch joined := x.last.kind == isJoins; {
	case x.parts == 0 || x.group == 0:
		x.group += v
	case l.scores && rest == 4 && v == 20 && !joined && x.last.value == 4: // quatre-vingts
		x.group += 80 - 4
	case rest == 0 && v < 100:
		x.group += v
	case rest%10 == 0 && (rest >= 20 || rest == 10 && l.eleven) && v < 10:
		x.group += v
	case l.scores && (rest == 60 || rest == 80) && v < 20:
		x.group += v
	case joined && l.glued && rest < 10 && v%10 == 0 && v >= 20 && v < 100: // einundzwanzig
		x.group += v
	default:
		return false
	}
	return true
}

// addScale multiplies what stands before a power of ten by it.
func (x *sum) addScale(exp int, most uint64) bool {
	if exp > 15 {
		return false
	}
	p := pow10(exp)
	switch {
	case x.scale == 0 || exp < x.scale:
		if x.scale > 0 && x.group == 0 || x.group > most/p {
			return false
		}
		x.total += max(x.group, 1) * p
	case exp > x.scale: // mil millones
		if n := x.total + x.group; n > most/p {
			return false
		}
		x.total = (x.total + x.group) * p
	default:
		return false
	}
	x.group, x.scale = 0, exp
	return true
}

// next returns the longest word at the start of s, and its length.
func (l *Language) next(s string) (found term, size int) {
	if s == "" {
		return found, 0
	}
	first := firstByte(s)
	for at := strings.IndexByte(l.first, first); at >= 0; {
		w, n := &l.words[at], 0
		if len(s) == 1 || len(w.form) == 1 || s[1] >= utf8.RuneSelf || s[1]|0x20 == w.form[1]|0x20 { // most differ there
			n = foldedPrefix(s, w.form)
		}
		if n > size && (l.glued || scan.EndsWord(s, n)) {
			found, size = *w, n
		}
		more := strings.IndexByte(l.first[at+1:], first)
		if more < 0 {
			break
		}
		at += 1 + more
	}
	return found, size
}

// firstByte is the first byte of s in small letters.
func firstByte(s string) byte {
	if b := s[0]; b < utf8.RuneSelf {
		return b | 0x20
	}
	if r, _ := utf8.DecodeRuneInString(s); scan.Fold(r) == 'i' { // İKİ
		return 'i'
	}
	return s[0]
}

// foldedPrefix is the length of the prefix of s that is the word, in any case, or 0.
func foldedPrefix(s, form string) int {
	at := 0
	for at < len(form) && at < len(s) && s[at] < utf8.RuneSelf { // most have no other letters
		if s[at]|0x20 != form[at] {
			return 0
		}
		at++
	}
	for _, want := range form[at:] {
		r, n := utf8.DecodeRuneInString(s[at:])
		if n == 0 || scan.Fold(r) != want {
			return 0
		}
		at += n
	}
	return at
}

// ends reports whether a word ends at s[at:].
func (l *Language) ends(s string, at int) bool { return scan.EndsWord(s, at) }

// gap is the end of what may stand between two words of a number.
func (l *Language) gap(s string, at int) int {
	if scan.EndsWord(s, at) {
		return gap(s, at)
	}
	return at
}
