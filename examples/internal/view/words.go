package view

import (
	"cmp"
	"fmt"
	"strconv"
	"strings"
	"time"

	"golang.org/x/text/language"
	"golang.org/x/text/language/display"

	"github.com/copydesk-go/copydesk"
	"github.com/copydesk-go/copydesk/dates"
	"github.com/copydesk-go/copydesk/entities"
	"github.com/copydesk-go/copydesk/internal/country"
	"github.com/copydesk-go/copydesk/money"
)

// Values and codes in the words of an editor. The standards' own forms are shown
// where codes are asked for.

// kinds are the labels of names in words.
var kinds = map[entities.Label]string{
	entities.PERSON: "person", entities.ORG: "organisation", entities.GPE: "place", entities.LOC: "region",
	entities.FAC: "building", entities.NORP: "people", entities.PRODUCT: "product", entities.MISC: "other name",
}

// kind says what a name names: "town or state in Kenya", "person".
func kind(e copydesk.Entity) string {
	word, ok := kinds[e.Label]
	if !ok {
		word = strings.ToLower(string(e.Label))
	}
	where := country.ShortName(e.Country)
	switch {
	case where == "":
		return word
	case e.Label == entities.GPE && isCountry(e):
		return "country"
	case e.Label == entities.NORP:
		return word + " of " + where
	}
	return word + " in " + where
}

// isCountry reports whether an entity is the country that it is in.
func isCountry(e copydesk.Entity) bool {
	m, ok := country.Lookup(e.Canonical)
	return ok && m.Kind == country.Name
}

// when says which time a date is, as far as it says itself; "" where the text
// says no more than its words do.
func when(d copydesk.Date) string {
	switch {
	case !d.To.IsZero():
		return modWord(d.Mod, interval(d))
	case d.Type == dates.TypeDuration:
		return modWord(d.Mod, length(d.Value))
	case d.Type == dates.TypeSet:
		return modWord(d.Mod, repeated(d.Value))
	case isOpen(d):
		return "depends on the day of publication"
	}
	return refs[d.Value]
}

// refs are the values of time that no calendar has.
var refs = map[string]string{"PRESENT_REF": "now", "PAST_REF": "in the past", "FUTURE_REF": "in the future"}

// isOpen reports whether a date waits for the day of publication.
func isOpen(d copydesk.Date) bool {
	return (d.Type == dates.TypeDate || d.Type == dates.TypeTime) && d.To.IsZero() && strings.HasPrefix(d.Value, "XXXX")
}

// modWords are the modifiers that stand before a time or a length. The others,
// such as MID, are in the interval.
var modWords = map[dates.Mod]string{
	dates.ModApprox: "about", dates.ModLessThan: "less than", dates.ModMoreThan: "more than",
	dates.ModEqualOrLess: "at most", dates.ModEqualOrMore: "at least",
	dates.ModBefore: "before", dates.ModAfter: "after", dates.ModOnOrBefore: "no later than", dates.ModOnOrAfter: "from",
}

func modWord(m dates.Mod, s string) string {
	if word := modWords[m]; word != "" && s != "" {
		return word + " " + s
	}
	return s
}

// interval writes the time that a date denotes: its first and last day, its
// hours with their zone, or the instant; "" when it denotes none.
func interval(d copydesk.Date) string {
	from, to := d.From, d.To
	if to.IsZero() {
		return ""
	}
	const day, short, clock = "Mon 2 Jan 2006", "2 Jan 2006", "15:04"
	last := to.Add(-time.Nanosecond)
	midnight := from.Format(time.TimeOnly) == "00:00:00" && to.Format(time.TimeOnly) == "00:00:00"
	sameDay := from.Format(day) == last.Format(day)
	switch {
	case to.Sub(from.Time) <= time.Minute:
		return instant(d)
	case midnight && sameDay:
		return from.Format(day)
	case midnight && from.Format("02 15") == "01 00" && from.AddDate(0, 1, 0).Equal(to.Time):
		return from.Format("January 2006")
	case midnight && from.Format("0102") == "0101" && from.AddDate(1, 0, 0).Equal(to.Time):
		return from.Format("2006")
	case midnight && from.Year() == last.Year():
		return from.Format("2 Jan") + " – " + last.Format(short)
	case midnight:
		return from.Format(short) + " – " + last.Format(short)
	case sameDay:
		end := to.Format(clock)
		if end == "00:00" {
			end = "24:00"
		}
		return from.Format(day+", "+clock) + " – " + end + " " + zone(d)
	}
	return from.Format(short+", "+clock) + " – " + to.Format(short+", "+clock) + " " + zone(d)
}

// instant writes a time of the clock.
func instant(d copydesk.Date) string {
	switch at := d.From; {
	case strings.HasSuffix(d.Value, "T24") || strings.HasSuffix(d.Value, "T24:00"):
		return at.AddDate(0, 0, -1).Format("Mon 2 Jan 2006") + ", midnight " + zone(d)
	case strings.HasSuffix(d.Value, "T12:00"):
		return at.Format("Mon 2 Jan 2006") + ", noon " + zone(d)
	default:
		return at.Format("Mon 2 Jan 2006, 15:04") + " " + zone(d)
	}
}

// zone writes the zone of a time: that which it was said in, or that it was said
// in none.
func zone(d copydesk.Date) string {
	switch d.Zone {
	case "":
		return "local time"
	case "Z", "+00:00":
		return "UTC"
	}
	return "UTC" + d.Zone
}

// units are those of lengths, before and behind the T of a duration.
var units = map[bool]map[byte]string{
	false: {'Y': "year", 'M': "month", 'W': "week", 'D': "day", 'Q': "quarter"},
	true:  {'H': "hour", 'M': "minute", 'S': "second"},
}

// length writes a duration of TIMEX3: P1Y6M is "1 year 6 months"; "" for those
// with other units, such as P1WE.
func length(value string) string {
	var said []string
	rest, clock := strings.CutPrefix(value, "P")
	if !clock {
		return ""
	}
	for clock = false; rest != ""; {
		if !clock {
			rest, clock = strings.CutPrefix(rest, "T")
		}
		n := strings.IndexFunc(rest, func(r rune) bool { return r != '.' && r != 'X' && (r < '0' || r > '9') })
		if n < 1 {
			return ""
		}
		unit := units[clock][rest[n]]
		if unit == "" || n+1 < len(rest) && rest[n] != 'T' && rest[n+1] == 'E' {
			return ""
		}
		said = append(said, count(rest[:n], unit))
		rest = rest[n+1:]
	}
	return strings.Join(said, " ")
}

// count writes so many of a unit; X is a number that is not known.
func count(n, unit string) string {
	switch {
	case strings.Contains(n, "X"):
		return "some " + unit + "s"
	case n == "1":
		return "1 " + unit
	}
	return n + " " + unit + "s"
}

// repeated writes a SET of TIMEX3: P1W is "every week", XXXX-WXX-1 "every
// Monday".
func repeated(value string) string {
	if said := length(value); said != "" {
		return "every " + strings.TrimPrefix(said, "1 ")
	}
	date, clock, _ := strings.Cut(value, "T")
	every := ""
	switch {
	case date == "XXXX-XX-XX":
		every = "every day"
	case date == "XXXX-WXX":
		every = "every week"
	case date == "XXXX-XX":
		every = "every month"
	case date == "XXXX-WXX-WE":
		every = "every weekend"
	case strings.HasPrefix(date, "XXXX-WXX-"):
		n, err := strconv.Atoi(date[len("XXXX-WXX-"):])
		if err == nil && 1 <= n && n <= 7 {
			every = "every " + time.Weekday(n%7).String()
		}
	default:
		if day, err := time.Parse("01-02", strings.TrimPrefix(date, "XXXX-")); err == nil {
			every = "every " + day.Format("2 January")
		} else if month, err := time.Parse("01", strings.TrimPrefix(date, "XXXX-")); err == nil {
			every = "every " + month.Month().String()
		}
	}
	if every != "" && strings.Contains(clock, ":") {
		every += ", " + clock
	}
	return every
}

// amount writes the amount of a sum with its digits in groups, and what bounds
// it before it.
func amount(m copydesk.Sum) string {
	s := group(m.Min)
	switch {
	case !m.Max.IsValid():
		s += " or more"
	case !m.Min.IsValid():
		s = "up to " + group(m.Max)
	case m.Max != m.Min:
		s += " to " + group(m.Max)
	}
	if word := bounds[m.Mod]; word != "" {
		s = word + " " + s
	}
	return s
}

// bounds are the modifiers of sums in words.
var bounds = map[money.Mod]string{
	money.ModApprox: "about", money.ModLessThan: "less than", money.ModMoreThan: "more than",
	money.ModEqualOrLess: "at most", money.ModEqualOrMore: "at least",
}

// currency writes the name of a currency: "US dollars", "euro"; the code where
// there is none.
func currency(code string) string {
	if c, ok := money.LookupCurrency(code); ok {
		return cmp.Or(c.Plural, c.Name, code)
	}
	return code
}

// group sets commas between the thousands of a decimal number.
func group(d money.Decimal) string {
	whole, fraction, _ := strings.Cut(d.String(), ".")
	sign := ""
	if strings.HasPrefix(whole, "-") {
		sign, whole = "−", whole[1:]
	}
	for i := len(whole) - 3; i > 0; i -= 3 {
		whole = whole[:i] + "," + whole[i:]
	}
	if fraction != "" {
		fraction = "." + fraction
	}
	return sign + whole + fraction
}

func percent(confidence float64) string { return fmt.Sprintf("%.0f %%", 100*confidence) }

// languageName is the name of the language of a tag, "" for none.
func languageName(tag string) string {
	if tag == "" {
		return ""
	}
	return cmp.Or(display.English.Tags().Name(language.Make(tag)), tag)
}
