// Package letters tells how likely letters are beside each other in about
// fifty languages.
//
// The tables are 64 KB, counted from the Universal Declaration of Human Rights
// and the CLDR annotations (see internal/gen/letters). They are taken apart when
// they are first asked for, which takes about a millisecond and 400 KB.
//
// Costs are negative logarithms of probabilities, in sixteenths of a nat.
//
// Everything here is safe for concurrent use.
package letters

import (
	_ "embed" // the tables
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"
)

//go:generate go run github.com/copydesk-go/copydesk/internal/gen/letters

//go:embed pairs.bin
var pairs string

// An ID is the number of a letter, whether upper or lower case. 0 stands for
// everything that is no letter of any language here.
type ID uint16

// A Language is the letter pairs of one language.
type Language struct {
	Name  string
	first rune
	index []uint8 // by ID: the place in the alphabet, 0 if it has not the letter
	n     int     // size of the alphabet with the border of words
	cost  string
}

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

// First returns some letter of the language's script.
func (l *Language) First() rune { return l.first }

// A Model holds all languages.
type Model struct {
	Languages []Language
	ids       [limit]ID
	count     int
	least     []uint8
}

// limit is the size of the table of letters: all up to Arabic, then Thai, then
// Vietnamese.
const limit = 0x0700 + 0x80 + 0x100

func place(r rune) int {
	switch {
	case r < 0x0700:
		return int(r)
	case 0x0E00 <= r && r < 0x0E80:
		return int(r - 0x0E00 + 0x0700)
	case 0x1E00 <= r && r < 0x1F00:
		return int(r - 0x1E00 + 0x0780)
	}
	return 0
}

// ID returns the number of a letter.
func (m *Model) ID(r rune) ID { return m.ids[place(r)] }

// Least returns the cost of b after a in the language where that is least
// unusual.
func (m *Model) Least(a, b ID) int32 { return int32(m.least[int(a)*m.count+int(b)]) }

// Load returns the model.
var Load = sync.OnceValue(load)

func load() *Model {
	m := &Model{count: 1}
	for rest := pairs; rest != ""; {
		head, tail, _ := strings.Cut(rest, "\n")
		name, alphabet, _ := strings.Cut(head, " ")
		n := utf8.RuneCountInString(alphabet) + 1
		for _, r := range alphabet {
			if m.ids[place(r)] == 0 {
				m.ids[place(r)] = ID(m.count)
				m.count++
			}
		}
		first, _ := utf8.DecodeRuneInString(alphabet)
		m.Languages = append(m.Languages, Language{Name: name, first: first, n: n, cost: tail[:n*n]})
		m.Languages[len(m.Languages)-1].index = m.indexOf(alphabet)
		rest = tail[n*n:]
	}
	for comma, cedilla := range cedillas {
		if m.ID(cedilla) == 0 {
			m.ids[place(cedilla)] = m.ID(comma)
		}
	}
	for r := range rune(limit) {
		if l := unicode.ToLower(r); l != r && place(l) != 0 && m.ids[r] == 0 && r < 0x0700 {
			m.ids[r] = m.ids[place(l)]
		}
	}
	for r := rune(0x1E00); r < 0x1F00; r++ {
		m.ids[place(r)] = m.ids[place(unicode.ToLower(r))]
	}
	m.fillLeast()
	for k := range m.Languages {
		l := &m.Languages[k]
		for comma, cedilla := range cedillas {
			if l.Has(m.ID(comma)) {
				l.index[m.ID(cedilla)] = l.index[m.ID(comma)]
			}
		}
	}
	return m
}

// cedillas gives for the letters of Romanian the form that they have in older
// text, which costs as much.
var cedillas = map[rune]rune{'ș': 'ş', 'ț': 'ţ'}

// indexOf gives each letter its place in the alphabet. The table has room for
// the letters of languages to come.
func (m *Model) indexOf(alphabet string) []uint8 {
	index := make([]uint8, 1024)
	at := uint8(0)
	for _, r := range alphabet {
		at++
		index[m.ids[place(r)]] = at
	}
	return index
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
