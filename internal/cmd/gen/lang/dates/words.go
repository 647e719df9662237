package main

import (
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode"

	"github.com/copydesk-go/copydesk/internal/cmd/gen/tsv"
)

// A row is a line of a table and where it stands.
type row struct {
	where  string
	fields []string
}

func rows(name, table string, fields int) ([]row, error) {
	all, err := tsv.Read(name, table, fields)
	if err != nil {
		return nil, err
	}
	var out []row
	for _, r := range all {
		for i, s := range r.Fields {
			r.Fields[i] = strings.ReplaceAll(s, "ı", "i") // as package reader reads it
		}
		out = append(out, row{fmt.Sprintf("%s:%d", name, r.Line), r.Fields})
	}
	return out, nil
}

// A word is a form with the classes that it is in, and its value in each.
type word struct {
	form    string
	classes map[string]int
}

// A lexicon is the words of a language.
type lexicon struct {
	words   map[string]*word
	classes []string // those that the program knows, then in the order in which they are met
	asked   int      // how many the program knows
	names   []name
	eponyms []eponym
	within  map[string][]string // the classes that take in the words of one
}

// A name is words and marks that together name the thing of that number.
type name struct {
	parts  []string
	number int
}

// coreClass takes in the words that have to do with time or tense: a word in none of those classes is plain.
const coreClass = "core"

// properClass is of those of them that have a capital in a sentence, but for those of ordinaryClass.
const (
	properClass   = "proper"
	ordinaryClass = "ordinary"
)

// openingClass is of the words with which a line starts a sentence, and does not go on.
const openingClass = "opening"

// Classes of compounds: a word that is in no list is divided into words of these, which are
// looked for from its end.
const (
	headClass  = "head"  // ends a compound
	frontClass = "front" // stands before its end
)

// newLexicon returns one without words. The rows name classes, and in the second field
// those that take them in, beside "go" if the program asks for the class by name.
func newLexicon(classes []row) *lexicon {
	l := &lexicon{words: map[string]*word{}, within: map[string][]string{}}
	for _, asked := range []bool{true, false} {
		for _, r := range classes {
			in := strings.Fields(r.fields[1])
			if slices.Contains(in, "go") == asked {
				l.addClass(r.fields[0])
			}
			l.within[r.fields[0]] = slices.DeleteFunc(in, func(s string) bool { return s == "go" })
		}
		if asked {
			l.asked = len(l.classes)
		}
	}
	return l
}

func (l *lexicon) word(form string) *word {
	w := l.words[form]
	if w == nil {
		w = &word{form, map[string]int{}}
		l.words[form] = w
	}
	return w
}

func (l *lexicon) addClass(name string) {
	if !slices.Contains(l.classes, name) {
		l.classes = append(l.classes, name)
	}
}

func (l *lexicon) add(form, class string, value int) error {
	if len(form) > longestWord {
		return fmt.Errorf("%q is longer than %d bytes", form, longestWord)
	}
	l.addClass(class)
	l.word(form).classes[class] = value
	for _, name := range l.within[class] {
		l.word(form).classes[name] = 0
	}
	return nil
}

func (l *lexicon) addWords(rows []row) error {
	for _, r := range rows {
		v, err := classValue(r.fields[1], r.fields[2])
		if n := named(r.fields[2]); domainOf[r.fields[1]] == "" && n >= 0 { // of a class of the language alone
			v, err = n, nil
		}
		if err != nil {
			return fmt.Errorf("%s: %w", r.where, err)
		}
		for _, form := range strings.Fields(r.fields[0]) {
			if err := l.add(form, r.fields[1], v); err != nil {
				return fmt.Errorf("%s: %w", r.where, err)
			}
		}
	}
	for _, w := range l.words {
		if _, ok := w.classes[ordinaryClass]; ok {
			delete(w.classes, properClass)
		}
	}
	return nil
}

// numberPartClass is that of all words that a number in words can have.
const numberPartClass = "number-part"

// addNumbers adds the classes of number words.
func (l *lexicon) addNumbers(rows []row) error {
	for _, r := range rows {
		for _, form := range strings.Fields(r.fields[0]) {
			if r.fields[2] == "suffix" { // which stands behind figures
				break
			}
			if err := l.add(form, numberPartClass, 0); err != nil {
				return fmt.Errorf("%s: %w", r.where, err)
			}
		}
		for _, class := range strings.Fields(r.fields[3]) {
			v, _ := strconv.Atoi(r.fields[1])
			if r.fields[2] != class && class != "tens" { // hundred, dozen: no numbers by themselves
				v = 0
			}
			for _, form := range strings.Fields(r.fields[0]) {
				if err := l.add(form, class, v); err != nil {
					return fmt.Errorf("%s: %w", r.where, err)
				}
			}
		}
	}
	return nil
}

// Classes of the words with which names start: of all, of those of days, of those of days that fall somewhere
// wherever a text was written, and of months of other calendars.
const (
	namedClass = "name-start"
	dayClass   = "day-name"
	feastClass = "feast"
	monthClass = "other-month"
	// of the names of one word, and of the second words of longer ones
	wholeClass  = "name-whole"
	secondClass = "name-second"
	// and of those that are in no other class, but of names of days and months, and of those that start nothing but names
	namelessClass = "nameless"
	onlyClass     = "only-names"
)

// besideNames are the classes that a word can be in and start nothing but a name.
var besideNames = []string{namedClass, dayClass, monthClass, feastClass, coreClass, properClass, ordinaryClass, "worldwide", "namesake", "of-today"}

const namelessClasses = 3 // of those, of a word that is like any other where it has no capital

// markNameless puts the words that are in none but the classes of names, and in no rule, into a class.
func (l *lexicon) markNameless(rules []row) {
	named := map[string]bool{}
	for _, r := range rules {
		for _, w := range strings.FieldsFunc(r.fields[1], func(c rune) bool { return !unicode.IsLetter(c) }) {
			named[w] = true
		}
	}
	l.addClass(namelessClass)
	for form, w := range l.words {
		if _, starts := w.classes[namedClass]; !starts && len(w.classes) > 0 || named[form] {
			continue
		}
		nameless, only, all := 0, 0, 0
		for class := range w.classes {
			if class == wholeClass || class == secondClass {
				continue
			}
			all++
			if slices.Contains(besideNames[:namelessClasses], class) {
				nameless++
			}
			if slices.Contains(besideNames, class) {
				only++
			}
		}
		if all > 0 && nameless == all {
			w.classes[namelessClass] = 0
		}
		if all > 0 && only == all {
			w.classes[onlyClass] = 0
		}
	}
}

// homeCalendar is that of feasts which have a day only in some countries.
const homeCalendar = "country"

// addNames adds the names of feasts, whose numbers are those of the rows of facts, from 1 on.
func (l *lexicon) addNames(rows, facts []row) error {
	for _, r := range rows {
		n := slices.IndexFunc(facts, func(f row) bool { return f.fields[0] == r.fields[1] })
		if n < 0 {
			return fmt.Errorf("%s: no feast %q", r.where, r.fields[1])
		}
		parts := nameParts(r.fields[0])
		classes := []string{namedClass, dayClass, feastClass}
		switch calendar, month := facts[n].fields[1], strings.Contains(facts[n].fields[6], "month"); {
		case calendar == "ramadan": // a feast too
			classes = append(classes, monthClass)
		case month:
			classes = []string{namedClass, monthClass}
		case calendar == homeCalendar || r.fields[2] != "":
			classes = classes[:2]
		}
		for _, class := range classes {
			if err := l.add(parts[0], class, 0); err != nil {
				return fmt.Errorf("%s: %w", r.where, err)
			}
		}
		for _, part := range parts {
			if letter(part[0]) {
				l.word(part)
			}
		}
		if err := l.addSecond(parts); err != nil {
			return fmt.Errorf("%s: %w", r.where, err)
		}
		l.names = append(l.names, name{parts, n + 1})
	}
	return nil
}

// addSecond puts a name of one word, and the words that may be the second of a longer one, into classes. A full stop may be
// left out, and a hyphen.
func (l *lexicon) addSecond(parts []string) error {
	if len(parts) == 1 {
		return l.add(parts[0], wholeClass, 0)
	}
	for i, part := range parts[1:] {
		if letter(part[0]) {
			return l.add(part, secondClass, 0)
		}
		if part != "." && part != "-" || i+2 == len(parts) {
			break
		}
	}
	return nil
}

// An eponym is a day that is known by its month and day, or by figures, beside some words.
type eponym struct {
	figures bool
	a, b    int
	heads   []string
	country string
	on      time.Time
}

// addEponyms adds the days that are known by month and day, and the words that tell them.
func (l *lexicon) addEponyms(rows []row) error {
	for _, r := range rows {
		on, err := time.Parse(time.DateOnly, r.fields[3])
		if err != nil {
			return fmt.Errorf("%s: %w", r.where, err)
		}
		for _, form := range strings.Fields(r.fields[0]) {
			e := eponym{heads: strings.Fields(r.fields[1]), country: r.fields[2], on: on}
			for _, h := range e.heads {
				l.word(h)
			}
			mark := "-"
			if e.figures = strings.Contains(form, "/"); e.figures {
				mark = "/"
			}
			a, b, _ := strings.Cut(form, mark)
			var wrong [2]error
			e.a, wrong[0] = strconv.Atoi(a)
			e.b, wrong[1] = strconv.Atoi(b)
			if err := errors.Join(wrong[:]...); err != nil {
				return fmt.Errorf("%s: %w", r.where, err)
			}
			l.eponyms = append(l.eponyms, e)
		}
	}
	return nil
}

// nameParts divides a name into words and marks, as a text is.
func nameParts(s string) []string {
	var parts []string
	for i := 0; i < len(s); {
		start := i
		for i < len(s) && letter(s[i]) {
			i++
		}
		switch {
		case i > start:
			parts = append(parts, s[start:i])
		case s[i] == ' ':
			i++
		default:
			i++
			parts = append(parts, s[start:i])
		}
	}
	return parts
}

// domains are the names of values, by what they are values of.
var domains = map[string][]string{
	"unit": strings.Fields("none second minute hour day weekend week fortnight month quarter season half year decade century millennium"),
	"mod": strings.Fields(`none APPROX LESS_THAN MORE_THAN EQUAL_OR_LESS EQUAL_OR_MORE START MID END BEFORE AFTER ON_OR_BEFORE
		ON_OR_AFTER`),
	"rel":      strings.Fields("none last past this next that previous following every ago"),
	"sense":    strings.Fields("none calendar deictic anaphoric year-before same-period reference span recurring"),
	"part":     strings.Fields("none morning midday afternoon evening night daytime small-hours"),
	"ref":      strings.Fields("none past present future"),
	"tense":    strings.Fields("none past future present ahead would"),
	"season":   strings.Fields("none spring summer autumn winter"),
	"calendar": {"none"}, // and those of calendars.tsv
}

// domainOf says what the values of classes and fields are, where they are no numbers.
var domainOf = map[string]string{
	"unit": "unit", "period": "unit", "set": "unit", "grain": "unit", "as": "unit", "rest-unit": "unit", "least-unit": "unit",
	"mod": "mod", "edge": "mod", "edge-of": "mod", "approx": "mod",
	"rel": "rel", "year-rel": "rel", "week-rel": "rel", "which": "rel", "of-year-rel": "rel",
	"era": "calendar", "era-mark": "calendar", "era-behind": "calendar", "era-year": "calendar",
	"sense": "sense", "part": "part", "night-time": "part", "ref": "ref", "season": "season", "tense": "tense", "count": "ref", // of a reference
}

// classValue is the number of a value of a class or a field.
func classValue(of, value string) (int, error) {
	if value == "" {
		return 0, nil
	}
	if n, err := strconv.Atoi(value); err == nil {
		return n, nil
	}
	if n := slices.Index(domains[domainOf[of]], value); n >= 0 {
		return n, nil
	}
	return 0, fmt.Errorf("%q is no value of %s", value, of)
}

// named is the number of a value that one domain alone has, or -1.
func named(value string) int {
	found := -1
	for _, names := range domains {
		switch n := slices.Index(names, value); {
		case n < 0:
		case found >= 0:
			return -1
		default:
			found = n
		}
	}
	return found
}

const longestWord = 24 // as in package reader

// hashEnd is the place of what a word ends in, which is read from its last byte on, as in package reader.
func hashEnd(end string) uint32 {
	h := uint32(2166136261)
	for i := len(end) - 1; i >= 0; i-- {
		h = (h ^ uint32(end[i])) * 16777619
	}
	return h ^ h>>15
}

// endRows is the number of rows of the sizes of what words end in, as in package reader.
const endRows = 64

// endRow is the row for words with these two bytes at their end, as in package reader.
func endRow(a, b byte) int { return (int(a) ^ 5*int(b)) % endRows }
