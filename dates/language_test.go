package dates_test

import (
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/text/language"

	"github.com/copydesk-go/copydesk/dates"
	"github.com/copydesk-go/copydesk/internal/lang/langtest"
)

// What each language reads, by kind: go test ./dates -run 'Dates/en/feasts/diwali'
func TestDates(t *testing.T) {
	files, err := filepath.Glob("../internal/lang/*/tests/dates.txt")
	require.NoError(t, err)
	for _, file := range files {
		tag := filepath.Base(filepath.Dir(filepath.Dir(file)))
		t.Run(tag, func(t *testing.T) { testDates(t, file, tagOf(t, tag)) })
	}
	t.Run("calendars", func(t *testing.T) { testDates(t, "../internal/lang/en/tests/calendars.txt", language.English) })
	t.Run("any", func(t *testing.T) { testDates(t, "../internal/lang/tests/dates.txt", language.Und) })
}

func tagOf(t *testing.T, folder string) language.Tag {
	tag, err := language.Parse(folder)
	require.NoError(t, err)
	return tag
}

// testDates reads the sentences of a file in its language.
func testDates(t *testing.T, file string, tag language.Tag) {
	langtest.Run(t, file, func(t *testing.T, c langtest.Case) {
		r := resolver(t, c.Options)
		if r.Language == language.Und {
			r.Language = tag
		}
		var found []langtest.Mention
		for m := range r.All(c.Text) {
			found = append(found, langtest.Mention{Start: m.Start, End: m.End, Means: means(t, m, c.Gold)})
			if r.Published.IsZero() {
				open := strings.Contains(m.Value, "X") || m.Type == dates.TypeDuration
				assert.Equal(t, open, m.To.IsZero(), "an interval only if the value is known")
			}
		}
		assert.Equal(t, langtest.Mark(c.Text, c.Gold), langtest.Mark(c.Text, found), "line %d", c.Line)
	})
}

// resolver is that of the options of a case.
func resolver(t *testing.T, options map[string]string) dates.Resolver {
	var r dates.Resolver
	for name, value := range options {
		var err error
		switch name {
		case "published":
			if value != "none" {
				r.Published, err = time.Parse(time.DateOnly, value)
			}
		case "language":
			r.Language, err = language.Parse(value)
		case "country":
			r.Country = value
		case "order":
			err = r.Order.UnmarshalText([]byte(value))
		case "weeks":
			err = r.WeekStart.UnmarshalText([]byte(value))
		case "hemisphere":
			err = r.Hemisphere.UnmarshalText([]byte(value))
		default:
			require.Fail(t, "no option "+name)
		}
		require.NoError(t, err)
	}
	require.NoError(t, r.Validate())
	return r
}

// means writes what a mention means: its type, value and modifier, and of the rest what the
// gold of the same place states.
func means(t *testing.T, m dates.Mention, gold []langtest.Mention) string {
	s := m.Type.String() + " " + m.Value
	if mod := m.Mod.String(); mod != "" {
		s += " " + mod
	}
	for _, g := range gold {
		if g.Start != m.Start || g.End != m.End {
			continue
		}
		_, rest, more := strings.Cut(g.Means, ", ")
		for part := ""; more; {
			part, rest, more = strings.Cut(rest, ", ")
			s += ", " + stated(t, m, part)
		}
	}
	return s
}

// stated writes what of a mention a part of the gold states.
func stated(t *testing.T, m dates.Mention, part string) string {
	choose := func(yes bool, a, b string) string {
		if yes {
			return a
		}
		return b
	}
	switch {
	case strings.Contains(part, " to "):
		return m.From.Format(time.DateOnly) + " to " + m.To.Format(time.DateOnly)
	case part == "ambiguous" || part == "sure":
		return choose(m.Ambiguous, "ambiguous", "sure")
	case part == "through" || part == "apart":
		return choose(m.Through, "through", "apart")
	case strings.HasPrefix(part, "zone "):
		return "zone " + m.Zone
	case strings.HasPrefix(part, "at "):
		return "at " + m.From.UTC().Format("2006-01-02T15:04Z")
	case strings.HasPrefix(part, "by "):
		return "by " + m.Evidence.String()
	}
	require.Fail(t, "gold states what is not known: "+part)
	return ""
}
