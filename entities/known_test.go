package entities

import (
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/copydesk-go/copydesk/internal/cmd/gen/tsv"
)

// taken is a label that the model may have given to names of a class.
var taken = map[string]Label{
	"town": MISC, "land": GPE, "building": LOC, "seat": ORG, "group": GPE, "company": PERSON, "work": ORG, "craft": ORG, "nation": PERSON,
	"ORG": PERSON, "MISC": PERSON, "PRODUCT": PERSON, "PERSON": ORG, "GPE": PERSON, "FAC": GPE, // by the words beside them
	"head": GPE, "hard": ORG, "front": GPE, "legal": PERSON, "state": MISC,
}

// Each row of internal/lang/en/entities.tsv does what its example says, and leaves its
// counter-example alone.
func TestNamesTable(t *testing.T) {
	table, err := os.ReadFile("../internal/lang/en/entities.tsv")
	require.NoError(t, err)
	rows, err := tsv.Read("entities.tsv", string(table), 5)
	require.NoError(t, err)
	for _, r := range rows {
		class, forms := r.Fields[0], strings.Split(r.Fields[2], ",")
		t.Run(class+" "+forms[0], func(t *testing.T) {
			if class == "short" || class == "realm" {
				text, name, want := marked(t, r.Fields[3])
				label, code, _ := strings.Cut(want, " ")
				ms := FindAll(text)
				i := slices.IndexFunc(ms, func(m Mention) bool { return text[m.Start:m.End] == name })
				require.GreaterOrEqual(t, i, 0, text)
				assert.Equal(t, label+" "+code, string(ms[i].Label)+" "+ms[i].Country, text)
				at := strings.Index(r.Fields[4], name)
				assert.Equal(t, at >= 0, (&shorts{text: r.Fields[4]}).doubtful(Mention{Start: max(at, 0), End: max(at, 0) + len(name)}), r.Fields[4])
			} else if class == "whole" {
				_, name, label := marked(t, r.Fields[3])
				text := strings.Replace(r.Fields[3], "["+name+"|"+label+"]", name, 1)
				assert.Contains(t, show(Tagger{}, text), name+"/"+label)
			} else if class == "given" {
				for _, form := range forms {
					assert.Equal(t, r.Fields[1][0], genderOf(form), form)
				}
				first, _, _ := strings.Cut(r.Fields[4], " ")
				assert.NotEqual(t, r.Fields[1][0], genderOf(fold(first)), first)
			} else if class == "called" || class == "of" || class == "next" || class == "is" {
				text, name, label := marked(t, r.Fields[3])
				at := strings.Index(text, name)
				got := settleBeside([]Mention{{Start: at, End: at + len(name), Label: taken[label]}}, 0, 0, text)
				assert.Equal(t, Label(label), got[0].Label, text)
				text, name, label = marked(t, r.Fields[4])
				at = strings.Index(text, name)
				got = settleBeside([]Mention{{Start: at, End: at + len(name), Label: Label(label)}}, 0, 0, text)
				assert.Equal(t, Label(label), got[0].Label, text)
			} else if class == "none" {
				for _, form := range forms {
					_, ok := settle(form, MISC)
					assert.False(t, ok, form)
				}
			} else {
				text, name, want := marked(t, r.Fields[3])
				at := strings.Index(text, name)
				ms := appendSettled(nil, text, Mention{Start: at, End: at + len(name), Label: taken[class]})
				require.NotEmpty(t, ms)
				label, code, _ := strings.Cut(want, " ")
				if class != "state" {
					assert.Equal(t, Label(label), ms[0].Label, text)
				}
				if ms[0].Label = Label(label); labelBit(ms[0].Label) == places && class != "nation" {
					link(text, "", ms)
					assert.Equal(t, code, ms[0].Country, text)
				}
			}
			text, name, label := marked(t, r.Fields[4])
			if name != "" {
				got, ok := settle(name, Label(label))
				assert.True(t, ok && got == Label(label), text)
			}
			for _, word := range strings.FieldsFunc(text, func(r rune) bool { return strings.ContainsRune(" .,", r) }) {
				assert.False(t, name == "" && class != "head" && class != "front" && class != "state" && class != "short" && slices.Contains(forms, word), "%s has %s", text, word)
			}
		})
	}
}

// marked takes the mark out of "They left [Bombay|GPE IN]."
func marked(t *testing.T, s string) (text, name, label string) {
	before, rest, ok := strings.Cut(s, "[")
	if !ok {
		return s, "", ""
	}
	mark, after, ok := strings.Cut(rest, "]")
	require.True(t, ok, s)
	name, label, _ = strings.Cut(mark, "|")
	return before + name + after, name, label
}

// What is found of a place and what it is in.
func TestPlaceAndState(t *testing.T) {
	for _, tt := range []struct{ name, text, want string }{
		{"city and state", "They met in Springfield, Ill., on Monday.", "Springfield/GPE Ill./GPE"},
		{"city and country", "A boat left Tripoli, Lebanon, at night.", "Tripoli/GPE Lebanon/GPE"},
	} {
		t.Run(tt.name, func(t *testing.T) { assert.Equal(t, tt.want, show(Tagger{}, tt.text)) })
	}
}

// A name ends before the apostrophe and s that a word of tokenised text keeps, if it is
// not one that has these.
func TestOwning(t *testing.T) {
	for _, tt := range []struct{ name, text, want string }{
		{"curly", "In the National Assembly’s committee , the minister said , it was agreed .", "National Assembly/ORG"},
		{"straight", "In the National Assembly's committee , the minister said , it was agreed .", "National Assembly/ORG"},
		{"apart", "In the National Assembly 's committee , the minister said , it was agreed .", "National Assembly/ORG"},
		{"a firm's own", "He works at McDonald’s , she said , and likes it .", "McDonald’s/ORG"},
	} {
		t.Run(tt.name, func(t *testing.T) { assert.Equal(t, tt.want, show(Tagger{}, tt.text)) })
	}
	assert.Zero(t, owning("'s", 2))
}

// Ranks of the police stand before a name and are none of it.
func TestRanks(t *testing.T) {
	for _, rank := range []string{"Superintendent", "Supt.", "Detective Superintendent", "DSP", "SSP", "ASP"} {
		assert.Equal(t, "Imran Wajid/PERSON", show(Tagger{}, rank+" Imran Wajid said that a case had been registered."), rank)
	}
}

// Two people are no firm of partners.
func TestPartners(t *testing.T) {
	for name, want := range map[string]Label{"Smith & Jones": ORG, "Jason & Michelle": PERSON, "Joan & Ben Musa": PERSON} {
		got, ok := settle(name, PERSON)
		assert.True(t, ok, name)
		assert.Equal(t, want, got, name)
	}
}

// An acronym of a country that is a word too is one where the text says so.
func TestShort(t *testing.T) {
	for _, tt := range []struct{ name, text, want string }{
		{"before an army", "The CAR army fled Bangui.", "CAR/GPE Bangui/GPE"},
		{"behind its name", "The Central African Republic votes on Sunday. Most roads in CAR are closed.", "Central African Republic/GPE CAR/GPE"},
		{"what one drives", "He left his CAR near Bangui.", "Bangui/GPE"},
		{"in a headline", "CAR BOMB KILLS THREE\nPolice in the Central African Republic said so.", "Central African Republic/GPE"},
	} {
		t.Run(tt.name, func(t *testing.T) { assert.Equal(t, tt.want, show(Tagger{}, tt.text)) })
	}
}

// A headline in capitals writes the names of the lists otherwise.
func TestKnownInCapitals(t *testing.T) {
	loud := "PROTESTERS MARCHED TO THE STATE DEPARTMENT AND THE EUROPEAN COURT OF HUMAN RIGHTS ON MONDAY"
	assert.Contains(t, show(Tagger{}, loud), "EUROPEAN COURT OF HUMAN RIGHTS/ORG")
	assert.NotContains(t, show(Tagger{}, "It was the high court of the land, said the general assembly."), "court")
	for name, want := range map[string]Label{"SANTIAGO BERNABÉU": FAC, "TOUR DE FRANCE": MISC, "STAMFORD BRIDGE": FAC} {
		got, ok := settle(name, ORG)
		assert.True(t, ok, name)
		assert.Equal(t, want, got, name)
	}
}

// What a full stop belongs to ends a name.
func TestJunior(t *testing.T) {
	assert.Equal(t, "Ferdinand Marcos Jr./PERSON Lima/GPE", show(Tagger{}, "President Ferdinand Marcos Jr. flew to Lima on Monday."))
}

// A text without capitals has the names of lists in small letters.
func TestKnownInSmallLetters(t *testing.T) {
	assert.Contains(t, show(Tagger{}, "they played real madrid at the santiago bernabéu and lost.\nthe players flew home to lisbon on monday."), "real madrid/ORG")
	assert.NotContains(t, show(Tagger{}, "It was the real madrid, he said, and not that of the films."), "real madrid")
}
