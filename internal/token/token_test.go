package token_test

import (
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
	"github.com/stretchr/testify/require"

	"github.com/copydesk-go/copydesk/internal/token"
)

func words(s string) []string {
	var out []string
	for _, t := range token.Append(nil, s) {
		out = append(out, s[t.Start:t.End])
	}
	return out
}

func TestAppend(t *testing.T) {
	for _, tt := range []struct{ name, in, want string }{
		{"empty", "", ""},
		{"words and stops", "Rain fell, then it stopped.", "Rain|fell|,|then|it|stopped|."},
		{"hyphen stands alone", "a rice-growing town", "a|rice|-|growing|town"},
		{"slash stands alone", "9/11 and/or", "9|/|11|and|/|or"},
		{"acronym keeps its dots", "The U.S. and the U.A.E.", "The|U.S.|and|the|U.A.E."},
		{"acronym before a clitic", "the U.K.'s ports", "the|U.K.|'s|ports"},
		{"acronym and hyphen", "a U.S.-built dam", "a|U.S.|-|built|dam"},
		{"acronym without its last dot", "the U.S troops", "the|U.S|troops"},
		{"acronym run into a word", "in the U.S.The dam", "in|the|U.S.|The|dam"},
		{"initial", "Ama K. Boateng", "Ama|K|.|Boateng"},
		{"title", "Dr. Boateng", "Dr|.|Boateng"},
		{"sentences run together", "It rained.Then snow.", "It|rained|.|Then|snow|."},
		{"clitics", "Ama's dogs don't bark; they'll nap, I'm sure", "Ama|'s|dogs|do|n't|bark|;|they|'ll|nap|,|I|'m|sure"},
		{"curly clitics", "Ama’s dogs don’t bark", "Ama|’s|dogs|do|n’t|bark"},
		{"apostrophe in a name", "O'Hara met d’Souza and Ka'ab", "O'Hara|met|d’Souza|and|Ka'ab"},
		{"plural possessive", "the dogs' bowls", "the|dogs|'|bowls"},
		{"clitic in capitals", "GHANA'S COAST", "GHANA|'S|COAST"},
		{"quotes", "“Rain,” she said", "“|Rain|,|”|she|said"},
		{"numbers", "1,250.75 at 4:30, 3.", "1,250.75|at|4:30|,|3|."},
		{"money", "US$2.3bn Rs.500", "US|$|2.3bn|Rs|.|500"},
		{"letters and digits", "the G20 on COVID-19", "the|G20|on|COVID|-|19"},
		{"runs of dots and hyphens", "well... yes -- no", "well|...|yes|--|no"},
		{"other scripts", "Москва и Αθήνα", "Москва|и|Αθήνα"},
		{"combining marks stay", "Zu\u0308rich", "Zu\u0308rich"},
		{"soft hyphen stays", "Zü\u00adrich", "Zü\u00adrich"},
		{"bytes that are no text", "a\xff\xfeb", "a|\xff|\xfe|b"},
		{"tokenised before", "Ghana-born Ama , of St. Elmo , left . She sang .", "Ghana-born|Ama|,|of|St.|Elmo|,|left|.|She|sang|."},
	} {
		t.Run(tt.name, func(t *testing.T) {
			require.Equal(t, tt.want, strings.Join(words(tt.in), "|"))
		})
	}
}

func TestSentences(t *testing.T) {
	for _, tt := range []struct {
		name, in string
		want     []string
	}{
		{"two", "It rained. Nobody came.", []string{"It rained.", "Nobody came."}},
		{"title", "Dr. Boateng left. Mr. Osei stayed.", []string{"Dr. Boateng left.", "Mr. Osei stayed."}},
		{"initial", "Ama K. Boateng left.", []string{"Ama K. Boateng left."}},
		{"acronym inside", "The U.S. Navy left.", []string{"The U.S. Navy left."}},
		{"acronym at the end", "They left the U.S. The port closed.", []string{"They left the U.S.", "The port closed."}},
		{"quotation", "“Go.” She went. “Why?” he said.", []string{"“Go.”", "She went.", "“Why?” he said."}},
		{"heading", "Dam opens\n\nThe dam is open", []string{"Dam opens", "The dam is open"}},
		{"list", "Accra\nKumasi", []string{"Accra", "Kumasi"}},
		{"wrapped line", "The dam\nis open", []string{"The dam\nis open"}},
		{"ellipsis inside", "Well… perhaps not", []string{"Well… perhaps not"}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			tokens := token.Append(nil, tt.in)
			var got []string
			start := 0
			for _, end := range token.Sentences(nil, tt.in, tokens) {
				got = append(got, tt.in[tokens[start].Start:tokens[end-1].End])
				start = end
			}
			require.Empty(t, cmp.Diff(tt.want, got))
		})
	}
}

// Tokens are in order and on rune boundaries, and no visible byte is left out.
// A line end inside a paragraph of broken lines is a space; in a list it is an end.
func TestWrappedLines(t *testing.T) {
	count := func(s string) int { return len(token.Sentences(nil, s, token.Append(nil, s))) }
	const wrapped = "The council of the lake towns met on Friday to hear Ada\nObi, who has run the ferry for thirty years, and Peter\nLokol of the fishers. They agreed to meet again in the\nspring."
	require.Equal(t, 2, count(wrapped))
	require.Equal(t, 2, count(strings.ReplaceAll(wrapped, "\n", "\r\n")))
	require.Equal(t, 5, count("Winners\n\n"+wrapped+"\n\nAda Obi\nPeter Lokol"))
	require.Equal(t, 4, count("The winners of the long race around the lake, in order:\nAda Obi, who also won last year\nPeter Lokol\nGrace Wanjiku"))
	require.Equal(t, 2, count("Council of the lake towns hears ferry operator and fishers\nBy Ada Obi"))
}

func FuzzAppend(f *testing.F) {
	for _, s := range []string{
		"", "a b", "U.S.-born O'Hara’s\n\n1,2.3", "\xff'\xfe", "x , y . z , .", "n't 's '", "Zu\u0308\u0308 \u0308", "...---",
		strings.Repeat("A.", 50), strings.Repeat("'s", 50),
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		tokens := token.Append(nil, s)
		at := 0
		for _, tok := range tokens {
			require.LessOrEqual(t, at, tok.Start)
			require.Less(t, tok.Start, tok.End)
			require.LessOrEqual(t, tok.End, len(s))
			require.True(t, utf8.RuneStart(s[tok.Start]) || !utf8.ValidString(s))
			blank(t, s[at:tok.Start])
			at = tok.End
		}
		blank(t, s[at:])
		last := 0
		for _, end := range token.Sentences(nil, s, tokens) {
			require.Less(t, last, end)
			require.LessOrEqual(t, end-last, token.MaxSentence)
			last = end
		}
		require.Equal(t, len(tokens), last)
	})
}

func blank(t *testing.T, gap string) {
	for _, r := range gap {
		require.True(t, unicode.IsSpace(r) || unicode.IsControl(r) || r == '\u200b' || r == '\ufeff', "%q", r)
	}
}

func BenchmarkAppend(b *testing.B) {
	text := strings.Repeat("The U.S. envoy, Ama K. Boateng, didn't say whether Ghana’s 1,250 rice-growing towns agreed. ", 100)
	var tokens []token.Token
	var ends []int
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		tokens = token.Append(tokens[:0], text)
		ends = token.Sentences(ends[:0], text, tokens)
	}
}
