// Package letters tells how likely letters are beside each other in the
// languages of the world that are written in a script of code pages.
//
// The tables are counted from the Universal Declaration of Human Rights and the
// CLDR annotations (see internal/cmd/gen/letters), and name languages by their BCP 47
// tags. Those of the languages that damaged text is restored to are taken apart
// when they are first asked for, which takes about two milliseconds and 500 KB; each of
// the others when text may be in it.
//
// Costs are negative logarithms of probabilities, in sixteenths of a nat.
//
// Everything here is safe for concurrent use.
package letters

import (
	_ "embed" // the tables
	"math/bits"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"
)

//go:generate go run github.com/copydesk-go/copydesk/internal/cmd/gen/letters

//go:embed pairs.bin
var pairs string

// An ID is the number of a letter, whether upper or lower case. 0 stands for
// everything that is no letter of any language here.
type ID uint16

// A Language is the letter pairs of one language.
type Language struct {
	Tag      string // BCP 47
	alphabet string
	n        int     // size of the alphabet with the border of words
	index    []uint8 // by ID: the place in the alphabet, 0 if it has not the letter
	once     sync.Once
	packed   string
	cost     []uint8
}

// Levels are the costs that a pair may have.
var Levels = [16]uint8{3, 9, 16, 23, 30, 37, 45, 54, 64, 76, 90, 106, 126, 150, 180, 220}

// Foreign is the cost of a letter that a language does not have.
const Foreign = 176

// Cost returns the cost of b after a, 0 being the border of a word.
func (l *Language) Cost(a, b ID) int32 {
	i, j := l.index[a], l.index[b]
	if j == 0 && b != 0 {
		return Foreign
	}
	if i == 0 && a != 0 {
		return 48 // after a letter of which nothing is known
	}
	return int32(l.cost[int(i)*l.n+int(j)])
}

// Has reports whether the language has the letter.
func (l *Language) Has(a ID) bool { return l.index[a] != 0 }

// Alphabet returns the letters of the language.
func (l *Language) Alphabet() string { return l.alphabet }

// Last returns the last letter of the alphabet, which is of the language's script.
func (l *Language) Last() rune {
	r, _ := utf8.DecodeLastRuneInString(l.alphabet)
	return r
}

// A Model holds all languages.
type Model struct {
	// Languages are those that damaged text is restored to, those of one script
	// side by side.
	Languages []Language

	others   []Language // those that right text may be in as well
	having   []Set      // by ID: those of the others that have the letter
	ids      [places]ID
	count    int // IDs of the letters of Languages
	scripts  []Script
	scriptOf []uint8 // by ID of the letters of Languages: the place in scripts
	least    []uint8
}

// Language returns the one with a tag, of those that text is restored to, or nil.
func (m *Model) Language(tag string) *Language {
	for k := range m.Languages {
		if m.Languages[k].Tag == tag {
			return &m.Languages[k]
		}
	}
	return nil
}

// Other returns the language with a tag, of those that text is not restored to, or
// nil.
func (m *Model) Other(tag string) *Language {
	for k := range m.others {
		if l := &m.others[k]; l.Tag == tag {
			l.once.Do(func() { m.unpack(l) })
			return l
		}
	}
	return nil
}

// blocks are the letters that languages here may have.
var blocks = [...]struct{ first, end rune }{
	{0, 0x0700}, {0x0750, 0x0780}, {0x08A0, 0x0900}, {0x0E00, 0x0E80}, {0x1D00, 0x2000}, {0x2C60, 0x2C80}, {0xA640, 0xA6A0},
	{0xA720, 0xA800}, {0xAB30, 0xAB70},
}

const places = 0x0700 + 0x30 + 0x60 + 0x80 + 0x300 + 0x20 + 0x60 + 0xE0 + 0x40

// Place returns the place of a character in a table of such letters, or 0.
func Place(r rune) int {
	if r < 0x0700 {
		return int(r)
	}
	at := 0
	for _, b := range blocks {
		if r < b.end {
			if r < b.first {
				return 0
			}
			return at + int(r-b.first)
		}
		at += int(b.end - b.first)
	}
	return 0
}

// ID returns the number of a letter of the languages that text is restored to.
func (m *Model) ID(r rune) ID {
	if a := m.ids[Place(r)]; int(a) < m.count {
		return a
	}
	return 0
}

// AnyID returns the number of a letter of any language.
func (m *Model) AnyID(r rune) ID { return m.ids[Place(r)] }

// Least returns the cost of b after a in the language where that is least
// unusual, of those that text is restored to.
func (m *Model) Least(a, b ID) int32 {
	return int32(m.least[int(a)*m.count+int(b)])
}

// A Set is a set of the languages that text is not restored to.
type Set [8]uint64

// Others returns the languages of a set, which may have more bits than there are
// languages.
func (m *Model) Others(s *Set) (all []*Language) {
	for w, word := range s {
		for ; word != 0; word &= word - 1 {
			at := w*64 + bits.TrailingZeros64(word)
			if at >= len(m.others) {
				return all
			}
			l := &m.others[at]
			l.once.Do(func() { m.unpack(l) })
			all = append(all, l)
		}
	}
	return all
}

// Having returns the languages that text is not restored to and that have a
// letter.
func (m *Model) Having(a ID) *Set { return &m.having[a] }

// A Script is the languages that are written in one script, from First up to End, by
// their places in Languages.
type Script struct{ First, End int }

// Scripts returns the scripts of Languages.
func (m *Model) Scripts() []Script { return m.scripts }

// ScriptOf returns the script that the first letter of a word that is known is of. It
// is empty if there is none.
func (m *Model) ScriptOf(word []rune) Script {
	for _, r := range word {
		if id := m.ID(r); id != 0 {
			return m.scripts[m.scriptOf[id]]
		}
	}
	return Script{}
}

// Load returns the model.
var Load = sync.OnceValue(load)

func load() *Model {
	m := &Model{count: 1}
	into := &m.Languages
	for rest := pairs; rest != ""; {
		head, tail, _ := strings.Cut(rest, "\n")
		if head == "" {
			into, rest = &m.others, tail
			continue
		}
		tag, alphabet, _ := strings.Cut(head, " ")
		n := utf8.RuneCountInString(alphabet) + 1
		size := (n*n + 1) / 2
		*into = append(*into, Language{Tag: tag, alphabet: alphabet, n: n, packed: tail[:size]})
		rest = tail[size:]
	}
	m.number()
	for k := range m.Languages {
		m.unpack(&m.Languages[k])
	}
	m.fillLeast()
	m.findScripts()
	for k := range m.others {
		for _, r := range m.others[k].alphabet {
			m.having[m.AnyID(r)][k/64] |= 1 << (k % 64)
		}
	}
	return m
}

// number gives the letters their numbers, first those of the languages that text
// is restored to.
func (m *Model) number() {
	next := ID(1)
	for _, all := range [][]Language{m.Languages, m.others} {
		for k := range all {
			for _, r := range all[k].alphabet {
				if p := &m.ids[Place(r)]; *p == 0 {
					*p = next
					next++
				}
			}
		}
		if m.count == 1 {
			for comma, cedilla := range cedillas {
				if m.AnyID(cedilla) == 0 {
					m.ids[Place(cedilla)] = m.AnyID(comma)
				}
			}
			m.count = int(next)
		}
	}
	for _, b := range blocks {
		for r := b.first; r < b.end; r++ {
			if p := &m.ids[Place(r)]; *p == 0 {
				*p = m.ids[Place(unicode.ToLower(r))]
			}
		}
	}
	m.having = make([]Set, next)
}

// cedillas gives for the letters of Romanian the form that they have in older
// text, which costs as much.
var cedillas = map[rune]rune{'ș': 'ş', 'ț': 'ţ'}

// unpack makes a language ready to be asked.
func (m *Model) unpack(l *Language) {
	l.index = make([]uint8, len(m.having))
	at := uint8(0)
	for _, r := range l.alphabet {
		at++
		l.index[m.ids[Place(r)]] = at
	}
	for comma, cedilla := range cedillas {
		if i := l.index[m.AnyID(comma)]; i != 0 {
			l.index[m.AnyID(cedilla)] = i
		}
	}
	l.cost = make([]uint8, 2*len(l.packed))
	for i := range len(l.packed) {
		l.cost[2*i], l.cost[2*i+1] = Levels[l.packed[i]&0xF], Levels[l.packed[i]>>4]
	}
}

func (m *Model) fillLeast() {
	m.least = make([]uint8, m.count*m.count)
	for i := range m.least {
		m.least[i] = 255
	}
	for k := range m.Languages {
		l := &m.Languages[k]
		ids := make([]int, l.n)
		for id, at := range l.index {
			if at != 0 {
				ids[at] = id
			}
		}
		for i, a := range ids {
			for j, b := range ids {
				p := &m.least[a*m.count+b]
				*p = min(*p, l.cost[i*l.n+j])
			}
		}
	}
}

func (m *Model) findScripts() {
	m.scriptOf = make([]uint8, m.count)
	var last *unicode.RangeTable
	for k := range m.Languages {
		if t := scriptTable(m.Languages[k].Last()); t != last {
			last = t
			m.scripts = append(m.scripts, Script{First: k})
		}
		at := len(m.scripts) - 1
		m.scripts[at].End = k + 1
		for _, r := range m.Languages[k].alphabet {
			m.scriptOf[m.ID(r)] = uint8(at)
		}
	}
}

func scriptTable(r rune) *unicode.RangeTable {
	for _, t := range []*unicode.RangeTable{unicode.Latin, unicode.Cyrillic, unicode.Greek, unicode.Arabic, unicode.Hebrew, unicode.Thai} {
		if unicode.Is(t, r) {
			return t
		}
	}
	return unicode.Arabic // a mark: all those of others are in blocks of their own
}
