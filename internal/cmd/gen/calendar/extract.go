package main

import (
	"cmp"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"
)

// Offsets are taken from these years; later ones are as the last.
const firstOffset, lastOffset = 1970, 2040

const offsetsHead = `# How clocks stand in the zones of zones.tsv and places.tsv. Zone, the instant from which the row holds, the offset from UTC, and where clocks are moved every year:
# the offset then, when it starts and when it ends, by local time (M3.2.0/2: on the second Sunday of March at two; week 5 is the last).
# Taken from the tz database (public domain) by "go run ./internal/cmd/gen/calendar FOLDER", a folder of compiled zones such as /usr/share/zoneinfo. Version:
`

// extract writes offsets.tsv from a folder of compiled zones.
func extract(folder string) error {
	names, err := zonesNamed()
	if err != nil {
		return err
	}
	var b strings.Builder
	b.WriteString(offsetsHead)
	fmt.Fprintf(&b, "# %s\n", version(folder))
	for _, name := range names {
		data, err := os.ReadFile(filepath.Join(folder, filepath.FromSlash(name)))
		if err != nil {
			return err
		}
		loc, err := time.LoadLocationFromTZData(name, data)
		if err != nil {
			return err
		}
		for _, s := range spans(loc) {
			b.WriteString(name + "\t" + s + "\n")
		}
	}
	return os.WriteFile("offsets.tsv", []byte(b.String()), 0o666)
}

// version is what the folder says of the release it is of.
func version(folder string) string {
	b, _ := os.ReadFile(filepath.Join(folder, "tzdata.zi"))
	line, _, _ := strings.Cut(string(b), "\n")
	return strings.TrimPrefix(line, "# version ")
}

// A move is a change of clocks.
type move struct {
	at             time.Time
	before, offset int // seconds
	summer         bool
}

func moves(loc *time.Location) (first int, all []move) {
	t := time.Date(firstOffset, 1, 1, 0, 0, 0, 0, time.UTC).In(loc)
	_, first = t.Zone()
	for {
		_, end := t.ZoneBounds()
		if end.IsZero() || end.Year() > lastOffset {
			return first, all
		}
		if !end.After(t) { // on the last day of a leap year, package time returns the day itself
			t = t.AddDate(0, 0, 2)
			continue
		}
		_, before := t.Zone()
		_, offset := end.Zone()
		if offset != before {
			all = append(all, move{end, before, offset, end.IsDST()})
		}
		t = end
	}
}

// spans are the rows of a zone.
func spans(loc *time.Location) []string {
	first, all := moves(loc)
	out := []string{fmt.Sprintf("%d-01-01T00:00Z\t%s", firstOffset, offset(first))}
	for i := 0; i < len(all); {
		n, rule := yearly(all[i:])
		m := all[i]
		if n == 0 {
			out = append(out, m.at.UTC().Format("2006-01-02T15:04Z")+"\t"+offset(m.offset))
			i++
			continue
		}
		since := time.Date(m.at.Year(), 1, 1, 0, 0, 0, 0, time.UTC)
		if i > 0 && all[i-1].at.After(since) {
			since = all[i-1].at
		}
		out = append(out, since.Format("2006-01-02T15:04Z")+"\t"+rule)
		i += n
		over := all[i-1].at.Year() + 1
		if more, _ := yearly(all[i:]); more > 0 && all[i].at.Year() == over || over > lastOffset {
			continue
		}
		out = append(out, fmt.Sprintf("%d-01-01T00:00Z\t%s", over, offset(all[i-1].offset)))
	}
	return out
}

// yearly returns how many changes from the first on are those of every year, and their rule, if they are of three years or more.
func yearly(all []move) (n int, rule string) {
	const few = 3
	var starts, ends []string
	for i := 0; i+1 < len(all); i += 2 {
		a, z := all[i], all[i+1]
		same := a.before == all[0].before && a.offset == all[0].offset && z.before == a.offset && z.offset == a.before
		if !same || a.at.Year() != z.at.Year() || a.at.Year() != all[0].at.Year()+i/2 {
			break
		}
		if a.at.Month() > z.at.Month() {
			break
		}
		s, e := both(starts, when(a), i == 0), both(ends, when(z), i == 0)
		if len(s) == 0 || len(e) == 0 {
			break
		}
		starts, ends, n = s, e, i+2
	}
	if n < 2*few || inYear(all[0].at) {
		return 0, ""
	}
	return n, strings.Join([]string{offset(all[0].before), offset(all[0].offset), starts[0], ends[0]}, "\t")
}

// inYear reports whether an instant is so near to the turn of the year that the year is not that of UTC.
func inYear(t time.Time) bool { return t.UTC().Year() != t.Year() }

func both(a, b []string, first bool) []string {
	if first {
		return b
	}
	return slices.DeleteFunc(slices.Clone(a), func(s string) bool { return !slices.Contains(b, s) })
}

// when are the ways to say when clocks move every year, by the time before the change.
func when(m move) []string {
	t := m.at.UTC().Add(time.Duration(m.before) * time.Second)
	clock := fmt.Sprintf("/%d", t.Hour())
	if t.Minute() > 0 {
		clock += fmt.Sprintf(":%02d", t.Minute())
	}
	var out []string
	week := (t.Day() + 6) / 7
	if t.AddDate(0, 0, 7).Month() != t.Month() {
		out = append(out, fmt.Sprintf("M%d.5.%d%s", t.Month(), t.Weekday(), clock))
	}
	if week < 5 {
		out = append(out, fmt.Sprintf("M%d.%d.%d%s", t.Month(), week, t.Weekday(), clock))
	}
	return out
}

func offset(seconds int) string {
	minutes := (seconds + 30*cmp.Compare(seconds, 0)) / 60
	sign := '+'
	if minutes < 0 {
		sign, minutes = '-', -minutes
	}
	return fmt.Sprintf("%c%02d:%02d", sign, minutes/60, minutes%60)
}
