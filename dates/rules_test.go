package dates_test

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/copydesk-go/copydesk/dates"
	"github.com/copydesk-go/copydesk/internal/cmd/gen/tsv"
	"github.com/copydesk-go/copydesk/internal/lang/langtest"
)

// Each rule is tested by its own row: what stands in brackets in the example is found and
// has the value, and in the counter-example nothing is, or what it says in the form of
// package langtest.
//
//	go test ./dates -run 'Rules/en/or-so/more'
func TestRules(t *testing.T) {
	files, err := filepath.Glob("../internal/lang/*/rules*.tsv")
	require.NoError(t, err)
	shared := filepath.Join("..", "internal", "lang", "rules.tsv")
	for _, file := range append(files, shared) {
		r := dates.Resolver{Published: published}
		if file != shared {
			r.Language = tagOf(t, filepath.Base(filepath.Dir(file)))
		}
		table, err := os.ReadFile(file)
		require.NoError(t, err)
		rows, err := tsv.Read(file, string(table), 6)
		require.NoError(t, err)
		for _, row := range rows {
			name, meaning, example, value, counter := row.Fields[0], row.Fields[2], row.Fields[3], row.Fields[4], row.Fields[5]
			t.Run(r.Language.String()+"/"+name, func(t *testing.T) {
				if example != "" {
					checkRule(t, r, gold(example, value), "%s:%d: example", file, row.Line)
					ofClause := strings.HasSuffix(file, "rules-tense.tsv") // asked when the expression has been read
					assert.True(t, meaning == "none" || ofClause || reads(r, name, example), "%s:%d: the rule does not read its example", file, row.Line)
				}
				if counter != "" {
					checkRule(t, r, counter, "%s:%d: counter-example", file, row.Line)
				}
			})
		}
	}
}

// reads reports whether a rule takes part in reading the text of an example.
func reads(r dates.Resolver, name, example string) bool {
	text := strings.NewReplacer("[", "", "]", "").Replace(example)
	for _, names := range r.Explain(text) {
		if slices.Contains(names, name) {
			return true
		}
	}
	return false
}

// gold puts the values, between semicolons, into the brackets of an example.
func gold(example, values string) string {
	for value := range strings.SplitSeq(values, "; ") {
		example = strings.Replace(example, "]", "|"+value+"\x00", 1)
	}
	return strings.ReplaceAll(example, "\x00", "]")
}

// checkRule holds what is found in a marked text to its marks: values, and modifiers
// behind them.
func checkRule(t *testing.T, r dates.Resolver, marked, where string, args ...any) {
	cases, err := langtest.Parse("== rules\nrule: " + marked)
	require.NoError(t, err, "%v", marked)
	var found []langtest.Mention
	for m := range r.All(cases[0].Text) {
		value := m.Value
		if mod := m.Mod.String(); mod != "" {
			value += " " + mod
		}
		found = append(found, langtest.Mention{Start: m.Start, End: m.End, Means: value})
	}
	assert.Equal(t, marked, langtest.Mark(cases[0].Text, found), append([]any{where}, args...)...)
}
