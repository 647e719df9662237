// Package news writes news articles to measure with: whole articles of
// sentences made for it, with names, dates and sums set into them. The same
// seed gives the same articles.
package news

import (
	_ "embed"
	"fmt"
	"math/rand/v2"
	"regexp"
	"strings"
	"time"
)

// An Article is one article and the day it was published.
type Article struct {
	Text      string
	Published time.Time
}

// A Writer writes articles, each other than the last.
type Writer struct{ r *rand.Rand }

// New returns a Writer. Two of the same seed write the same.
func New(seed uint64) *Writer { return &Writer{rand.New(rand.NewPCG(seed, 1))} }

// sentences holds one sentence a line, with slots for what differs.
//
//go:embed sentences.txt
var sentencesFile string

var (
	sentences = strings.Split(strings.TrimSpace(sentencesFile), "\n")
	slot      = regexp.MustCompile(`\{[a-z]+\}`)
)

// Article writes an article of 8 to 30 sentences.
func (w *Writer) Article() Article {
	published := time.Date(2024, 1, 1, 0, 0, 0, 0, time.UTC).AddDate(0, 0, w.r.IntN(700))
	cast := []string{w.name(), w.name(), w.name()} // who the article is about
	surname := func(s string) string { return s[strings.LastIndexByte(s, ' ')+1:] }
	var b strings.Builder
	for i, which := range w.r.Perm(len(sentences))[:8+w.r.IntN(23)] {
		switch {
		case i == 0:
		case i%3 == 0:
			b.WriteString("\n\n")
		default:
			b.WriteByte(' ')
		}
		person := cast[w.r.IntN(len(cast))]
		if i > 2 {
			person = surname(person)
		}
		s := slot.ReplaceAllStringFunc(sentences[which], func(name string) string {
			if name == "{person}" {
				return person
			}
			return w.fill(name, published)
		})
		if the, ok := strings.CutPrefix(s, "the "); ok {
			s = "The " + the
		}
		b.WriteString(s)
	}
	return Article{b.String(), published}
}

func (w *Writer) name() string { return w.pick(first) + " " + w.pick(last) }

func (w *Writer) pick(list []string) string { return list[w.r.IntN(len(list))] }

// fill returns what a slot may hold.
func (w *Writer) fill(name string, published time.Time) string {
	switch name {
	case "{other}":
		return w.name()
	case "{place}":
		return w.pick(places)
	case "{country}":
		return w.pick(countries)
	case "{org}":
		if w.r.IntN(2) == 0 {
			return w.pick(organisations)
		}
		return w.pick(places) + " " + w.pick(trades)
	case "{date}":
		if w.r.IntN(2) == 0 {
			return w.pick(relative)
		}
		day := published.AddDate(0, 0, -w.r.IntN(2000))
		return day.Format(w.pick([]string{"on January 2", "on 2 January 2006", "in January 2006", "in 2006", "on January 2, 2006"}))
	case "{sum}":
		n := 1 + w.r.IntN(899)
		return fmt.Sprintf(w.pick(sums), n)
	case "{number}":
		return fmt.Sprint(2 + w.r.IntN(400))
	}
	panic("news: no such slot: " + name)
}

// Damage returns the text as it looks after one of the accidents that happen to
// text on its way, chosen by n.
func Damage(text string, n int) string {
	return damages[n%len(damages)].Replace(text)
}

var damages = []*strings.Replacer{
	strings.NewReplacer("“", "â€œ", "”", "â€\u009d", "’", "â€™", "–", "â€“", "é", "Ã©", "ã", "Ã£", "€", "â‚¬", "£", "Â£"),
	strings.NewReplacer("“", "&ldquo;", "”", "&rdquo;", "’", "&rsquo;", "–", "&ndash;", "é", "&eacute;", "£", "&pound;"),
	strings.NewReplacer(", ", " , ", "“", "“ ", "”", " ”", "$", "$ "),
	strings.NewReplacer("“", "‚Äú", "”", "‚Äù", "’", "‚Äô", "–", "‚Äì", "é", "√©", "€", "‚Ç¨", "£", "¬£"),
}
