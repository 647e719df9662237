package main

import (
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// compiled is the grammar of a few words and the rows of rules.
func compiled(t *testing.T, rules string) (*grammar, error) {
	t.Helper()
	read := func(name, table string, fields int) []row {
		all, err := rows(name, table, fields)
		require.NoError(t, err)
		return all
	}
	l := newLexicon(read("classes.tsv", "core\ngo-on", 3))
	require.NoError(t, l.addWords(read("words.tsv", "day days\tunit\tday\nmay\tmonth\t5\ntwo\tcardinal\t2\nthe\tarticle", 4)))
	functions := read("functions.tsv", "figure\t{number} ...\nexactly\t{number}\nsentence\ttest", 3)
	g, err := parseGrammar(l, functions, nil, read("rules.tsv", rules, 6))
	if err != nil {
		return nil, err
	}
	_, err = emit(g, "test", false)
	return g, err
}

// A row that says something wrong is an error that names it, not a rule that never matches.
func TestRuleErrors(t *testing.T) {
	for _, tt := range []struct{ name, rules, want string }{
		{"a name without its group", "ago\tago", "the name of a rule is group/rule"},
		{"a name twice", "a/b\tago\na/b\tago", "a second a/b"},
		{"no class", "a/b\t{weekday}", `no group, function, class or fact "weekday"`},
		{"no group", "a/b\t+weekday", "no group weekday"},
		{"no test", "a/b\t:figure", "no test figure"},
		{"a test in braces", "a/b\t{sentence}", "sentence is a test"},
		{"an open bracket", "a/b\t(ago | hence", "a bracket has no end"},
		{"a bracket too many", "a/b\tago )", `")" is too much`},
		{"an open condition", "a/b\t[unit=day", "has no end"},
		{"no word", "a/b\tago99", `"ago99" is no word and nothing else`},
		{"no field", "a/b\tago\tdecade-of=1", "no field decade-of"},
		{"no value", "a/b\tago\tunit=lustrum", `"lustrum" is no capture, field or value of unit`},
		{"nothing captured", "a/b\tago\tunit=unit.grain", "nothing is captured as unit"},
		{"no bundle", "a/b\tago\tlustrum(5)", "no bundle lustrum"},
		{"too little in brackets", "a/b\t{unit} ago\tshift(unit)", "shift wants 2 things in brackets"},
		{"too much in brackets", "a/b\tago\tmod(END,1)", "mod wants 1 things in brackets"},
		{"a group read backwards", "a/b\tago\nc/d\t<{a} ago", "a cannot be read backwards"},
		{"nine captures", "a/b\ta:{unit} b:{unit} c:{unit} d:{unit} e:{unit} f:{unit} g:{unit} h:{unit} i:{unit}", "9 captures"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			_, err := compiled(t, tt.rules)
			assert.ErrorContains(t, err, tt.want)
		})
	}
}

func TestWordErrors(t *testing.T) {
	for _, tt := range []struct{ name, words, want string }{
		{"no value of the class", "lustrum\tunit\tlustrum", `words.tsv:1: "lustrum" is no value of unit`},
		{"too long", strings.Repeat("a", longestWord+1) + "\tunit\tday", "is longer than"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			all, err := rows("words.tsv", tt.words, 4)
			require.NoError(t, err)
			assert.ErrorContains(t, newLexicon(nil).addWords(all), tt.want)
		})
	}
}

const twoDigits = numberToken + "two-digits"

// With which tokens a rule can start decides whether it is tried at all.
func TestFirst(t *testing.T) {
	for _, tt := range []struct {
		name, pattern string
		starts, not   []string
	}{
		{"a word", "ago", []string{"ago"}, []string{"day", plainToken, twoDigits, endToken}},
		{"a class", "{unit}", []string{"day", "days"}, []string{"may", plainToken}},
		{"either of two classes", "{unit|month}", []string{"day", "may"}, []string{"two", plainToken}},
		{"a class but for another", "{word&!unit}", []string{"may", plainToken}, []string{"day", twoDigits}},
		{"what may be missing", "the? ago", []string{"the", "ago"}, []string{"day"}},
		{"a choice", "(ago | {unit})", []string{"ago", "day"}, []string{"may"}},
		{"behind a condition", "[unit=day] ago", []string{"ago"}, []string{"day"}},
		{"what must not stand there", "!the {word}", []string{"day", plainToken}, []string{twoDigits}},
		{"what must stand there", "&{unit} {word}", []string{"day"}, []string{"may", plainToken}},
		{"the same behind what may be missing", "the? &{unit} {word}", []string{"the", "day"}, []string{"may"}},
		{"what stands before says nothing", "<the ago", []string{"ago"}, []string{"the"}},
		{"a function", "{figure}", []string{twoDigits}, []string{"day", plainToken}},
		{"nothing taken", "[unit=day]", []string{"ago", "day", plainToken, twoDigits, endToken}, nil},
	} {
		t.Run(tt.name, func(t *testing.T) {
			g, err := compiled(t, "a/b\t"+tt.pattern+"\nz/z\tago")
			require.NoError(t, err)
			starts := func(token string) bool {
				n := slices.Index(g.universe(), token)
				require.GreaterOrEqual(t, n, 0, token)
				return g.groups[0].rules[0].reach.at[0].has(n)
			}
			for _, token := range tt.starts {
				assert.True(t, starts(token), "%s starts it", token)
			}
			for _, token := range tt.not {
				assert.False(t, starts(token), "%s does not", token)
			}
		})
	}
}

func TestNameParts(t *testing.T) {
	assert.Equal(t, []string{"st", ".", "patrick", "'", "s", "day"}, nameParts("st. patrick's day"))
	assert.Equal(t, []string{"mid", "-", "autumn", "festival"}, nameParts("mid-autumn festival"))
}

// What a rule may begin with is told over several tokens. What must stand there holds
// whatever is taken, also behind the group that says so.
func TestBeginnings(t *testing.T) {
	for _, tt := range []struct {
		name, pattern string
		begins, not   []string // tokens, with + between them
	}{
		{"a sequence", "the {unit} ago", []string{"the+day+ago"}, []string{"the+day+may", "the+ago", "day+ago"}},
		{"what may be missing", "the? ago", []string{"ago+may", "the+ago"}, []string{"the+may"}},
		{"what may be repeated", "{unit}* ago", []string{"ago", "day+day+ago"}, []string{"day+day+the"}},
		{"anything behind it", "ago", []string{"ago+WORD", "ago+END"}, nil},
		{"a choice", "(the ago | {unit} the)", []string{"the+ago", "day+the"}, []string{"the+the", "day+ago"}},
		{"what must stand there", "&({word} ago) {any} {any}", []string{"day+ago", "WORD+ago"}, []string{"day+the"}},
		{"the same behind a group", "+ahead {any} {any}", []string{"day+ago"}, []string{"day+the", "ago+ago"}},
		{"what follows a group", "{units} ago", []string{"the+day+ago", "day+ago"}, []string{"the+day+the", "day+the"}},
		{"what a function reads", "{figure} ago", []string{twoDigits + "+WORD"}, []string{"day+ago"}},
		{"all that it reads", "{exactly} ago", []string{twoDigits + "+ago"}, []string{twoDigits + "+WORD"}},
		{"what may take nothing", "the? ago?", []string{"the+ago", "the+the", "ago+the"}, []string{"day", "may"}},
		{"what is none", "{nothing}", nil, []string{"the+ago"}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			g, err := compiled(t, "a/b\t"+tt.pattern+"\nunits/z\tthe? {unit}\nahead/z\t&({unit} ago)\nnothing/z\tthe ago\tnone")
			require.NoError(t, err)
			b := g.beginnings("a")
			begins := func(tokens string) bool {
				state, before := 0, slices.Index(g.universe(), endToken)
				for at, token := range strings.Split(tokens, "+") {
					n := slices.Index(g.universe(), token)
					require.GreaterOrEqual(t, n, 0, token)
					if at == 0 {
						state = b.first[b.kinds[before]][n]
					} else {
						state = b.tables[at-1][(state-2)*b.count+b.classes[n]]
					}
					if state < 2 {
						break
					}
				}
				return state > 0
			}
			for _, tokens := range tt.begins {
				assert.True(t, begins(tokens), tokens)
			}
			for _, tokens := range tt.not {
				assert.False(t, begins(tokens), tokens)
			}
		})
	}
}

// What must stand before an expression counts for where it may begin, but not before what is behind its start.
func TestBeginningsBehind(t *testing.T) {
	for _, tt := range []struct {
		name, pattern, before string
		begins                bool
	}{
		{"the word asked for", "<the ago", "the", true},
		{"another", "<the ago", "day", false},
		{"the start of the text", "<the ago", endToken, false},
		{"one of several", "<(the | {unit}) ago", "day", true},
		{"what may be missing there", "<(the {unit}?) ago", "the", true},
		{"a mark", "<- ago", markPrefix + "-", true},
		{"what must not stand there", "<!the ago", "the", true},
		{"what a group asks for", "+led", "day", false},
		{"what a group behind the start asks for", "ago +led", "day", true},
		{"an expression of another rule", "ago", "day", true},
	} {
		t.Run(tt.name, func(t *testing.T) {
			g, err := compiled(t, "a/b\t"+tt.pattern+"\nled/z\t<the ago")
			require.NoError(t, err)
			b := g.beginnings("a")
			before, ago := slices.Index(g.universe(), tt.before), slices.Index(g.universe(), "ago")
			require.GreaterOrEqual(t, before, 0)
			state := b.first[b.kinds[before]][ago]
			assert.Equal(t, tt.begins, state > 0)
		})
	}
}
