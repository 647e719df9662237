package entities

import (
	"bytes"
	"encoding/binary"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/require"

	"github.com/copydesk-go/copydesk/internal/ner"
)

var seeds = []string{
	"", "Ada Obi met Ben Musa in Kenya.", "U.S. and US and United States", "\xff\xfeAda\xff Obi", "ÀÉÎÕÜ ÀÉÎ Ñandú", "ADA OBI MET BEN MUSA", "ada obi", "A A A A A A",
	"Ada\u200bObi's Ben’s", "O'Neill-Smith (ONS) Inc.", "The the The", "Washington said Washington", "\n\n\n", "Al-Shabaab al-Qaeda", "北京 and Пекин", "Mr. Mr. Mr.", "X", "é",
}

// boundary reports whether no rune of s lies across i.
func boundary(s string, i int) bool {
	for at := max(0, i-utf8.UTFMax+1); at < i; at++ {
		if r, n := utf8.DecodeRuneInString(s[at:]); (r != utf8.RuneError || n > 1) && at+n > i && utf8.RuneStart(s[at]) {
			return false
		}
	}
	return true
}

// FuzzFind checks that mentions are in order, in range, on rune boundaries, and
// that clusters are numbered in order of first mention and agree in what they
// say.
func FuzzFind(f *testing.F) {
	for _, s := range seeds {
		f.Add(s)
	}
	names, err := NewNameList(
		Name{Text: "Obi", Label: ORG, AnyCase: true, ID: "1", Country: "NG"},
		Name{Text: "Ada Obi Met", Label: FAC, Canonical: "Ada's"},
		Name{Text: "Ben Musa", Label: PERSON, ID: "2", Canonical: "Benjamin Musa"},
	)
	require.NoError(f, err)
	f.Fuzz(func(t *testing.T, s string) {
		for _, tagger := range []Tagger{{}, {Names: names, MinConfidence: 0.3}} {
			at, clusters := 0, 0
			canonical := map[int]string{}
			for m := range tagger.All(s) {
				require.True(t, at <= m.Start && m.Start < m.End && m.End <= len(s), "[%d, %d) after %d of %q", m.Start, m.End, at, s)
				require.True(t, boundary(s, m.Start) && boundary(s, m.End), "[%d, %d) of %q", m.Start, m.End, s)
				require.True(t, 0 <= m.Confidence && m.Confidence <= 1, "%v", m.Confidence)
				require.NotEmpty(t, m.Label)
				require.NotEmpty(t, m.Canonical)
				require.True(t, 1 <= m.Cluster && m.Cluster <= clusters+1, "cluster %d after %d of %q", m.Cluster, clusters, s)
				clusters = max(clusters, m.Cluster)
				require.True(t, m.Country == "" || len(m.Country) == 2 && m.Country == strings.ToUpper(m.Country), "%q", m.Country)
				if c, ok := canonical[m.Cluster]; ok {
					require.Equal(t, c, m.Canonical+m.ID, "cluster %d of %q", m.Cluster, s)
				}
				canonical[m.Cluster] = m.Canonical + m.ID
				at = m.End
			}
		}
	})
}

// FuzzLink checks that whatever mentions there are in a text, clusters are numbered
// in order of first mention and agree in what they say. Each two bytes of the
// second argument are how far from the last mention one starts, and how long it is;
// their remainders are its label.
func FuzzLink(f *testing.F) {
	labels := []Label{PERSON, ORG, GPE, LOC, FAC, NORP, PRODUCT, MISC, "DATE"}
	for i, s := range seeds {
		f.Add(s, []byte{byte(i), 5, 1, 9, 2, 3, 4, 4})
	}
	f.Add("Tom West met Ann West. West left Washington; the U.S. (US) and the World Bank (WB) said so.", []byte("\x00\x08\x05\x08\x02\x04\x06\x0a"))
	f.Fuzz(func(t *testing.T, s string, where []byte) {
		var ms []Mention
		at := 0
		for ; len(where) >= 2; where = where[2:] {
			start := at + int(where[0])
			at = start + 1 + int(where[1])
			if at > len(s) {
				break
			}
			ms = append(ms, Mention{Start: start, End: at, Label: labels[(int(where[0])+int(where[1]))%len(labels)]})
		}
		link(s, "", ms)
		clusters := 0
		said := map[int]Mention{}
		for _, m := range ms {
			require.True(t, 1 <= m.Cluster && m.Cluster <= clusters+1, "cluster %d after %d of %q", m.Cluster, clusters, s)
			clusters = max(clusters, m.Cluster)
			if o, ok := said[m.Cluster]; ok {
				require.Equal(t, o.Canonical+o.Country, m.Canonical+m.Country)
			}
			said[m.Cluster] = m
		}
	})
}

// FuzzReadModel checks that a damaged model is an error, or a model that works. The
// head is made to fit, so that the damage is met by the reader itself.
func FuzzReadModel(f *testing.F) {
	file := smallModel(f, nil)
	f.Add([]byte(file[ner.HeadSize:]))
	f.Add([]byte(file[ner.HeadSize : len(file)/2]))
	f.Fuzz(func(t *testing.T, rest []byte) { tryModel(t, file[:ner.HeadSize], string(rest)) })
}

// FuzzReadNet is FuzzReadModel for what follows the rows of words in the net of a model:
// they are a megabyte, in which there is nothing to find.
func FuzzReadNet(f *testing.F) {
	weights := ner.NetWeights{Bias: make([]float32, ner.Hidden), Base: make([]float32, smallLabels), Top: 4}
	for i := range ner.Slots * ner.SlotRows {
		hidden := make([]float32, ner.Hidden)
		hidden[i%ner.Hidden] = 1
		weights.Slots = append(weights.Slots, hidden)
	}
	for j := range ner.Hidden {
		weights.Out = append(weights.Out, smallRow(float32(j)/50))
	}
	for i := range 20 {
		weights.Traits, weights.Rows = append(weights.Traits, uint32(i)*0x9E3779B1), append(weights.Rows, weights.Slots[i])
	}
	file := smallModel(f, ner.PackNet(weights))
	before := len(smallModel(f, nil)) - 1
	const grid, count, width = 2, 4, 1
	values := int(binary.LittleEndian.Uint32([]byte(file[before+1+grid:])))
	until := before + 1 + grid + count + values + width + ner.Slots*ner.SlotRows*ner.Hidden/2
	f.Add([]byte(file[until:]))
	f.Add([]byte(file[until : (until+len(file))/2]))
	f.Fuzz(func(t *testing.T, rest []byte) {
		tryModel(t, file[:ner.HeadSize], file[ner.HeadSize:until]+string(rest))
	})
}

// tryModel reads a model, and a text with it.
func tryModel(t *testing.T, head, rest string) {
	file := []byte(head + rest)
	ner.Seal(file)
	m, err := ReadModel(bytes.NewReader(file))
	if err != nil {
		return
	}
	for _, mention := range (Tagger{Model: m}).FindAll("Ada Obi met Ben Musa of the World Bank in Kenya. ADA OBI SMILED.") {
		require.True(t, mention.Confidence >= 0 && mention.Confidence <= 1, "%v", mention.Confidence)
	}
}

// The labels of a small model, of two classes.
const smallLabels = 9

func smallRow(v float32) (row []float32) {
	for l := range smallLabels {
		row = append(row, v*float32(l%3-1))
	}
	return row
}

// smallModel is the file of a model that knows next to nothing, so that many are read
// in a second.
func smallModel(t testing.TB, net *ner.Net) string {
	w := ner.Weights{Language: "en", Classes: []string{"PERSON", "LOCATION"}}
	for i := range 30 {
		w.Features, w.Rows = append(w.Features, uint32(i)*0x9E3779B1), append(w.Rows, smallRow(float32(i)/10))
	}
	for range smallLabels {
		w.Transitions = append(w.Transitions, smallRow(0.5))
	}
	lookup := map[uint32]uint16{ner.Hash("ada"): 1, ner.Hash("obi"): 2, ner.Hash("kenya"): 1}
	x := ner.Lexicon{
		Clusters: ner.NewWords(lookup), Middle: []uint16{1, 2}, Coarse: []uint16{0, 1}, ClusterCodes: []uint32{7, 8},
		Topics: [][]float32{{1, 0}, {0, 1}}, Places: ner.NewLookup(lookup), Names: ner.NewLookup(lookup),
	}
	x.SetCodes(nil)
	x.SetTogether([]uint32{1, 2, 3})
	var b strings.Builder
	require.NoError(t, ner.Pack(w, x, net).Write(&b))
	return b.String()
}
