package timex

import "sort"

// A Country is the two letters of its code as a number.
type Country uint16

const (
	NoCountry Country = iota // not known
	Worldwide                // that of days which are no country's own
)

// CountryOf returns the country of a code of two letters, or NoCountry.
func CountryOf(code string) Country {
	if len(code) != countryLetters {
		return NoCountry
	}
	return Country(code[0])<<8 | Country(code[1])
}

// Code is the code of the country.
func (c Country) Code() string { return string([]byte{byte(c >> 8), byte(c)}) }

const countryLetters = 2

// others are the countries that have no rows of their own for a feast.
const others = Country('*')<<8 | '*'

// The tables of customs_table.go have keys: a country and the number of a feast.
const keyWidth = 4

func keyOf(feast int, at Country) string {
	return string([]byte{byte(at >> 8), byte(at), byte(feast >> 8), byte(feast)})
}

// find returns the rows of a key in a table, whose rows are in the order of their keys.
func find(table string, width int, key string) (from, to int) {
	n := len(table) / width
	keyAt := func(i int) string { return table[i*width : i*width+keyWidth] }
	from = sort.Search(n, func(i int) bool { return keyAt(i) >= key })
	for to = from; to < n && keyAt(to) == key; to++ {
	}
	return from, to
}

// feastDays are the days on which a feast falls in a year, in a country.
type feastDays struct {
	days [2]int
	n    int
	by   source
}

// A source is what days of a feast are known by.
type source uint8

const (
	byFeast    source = iota // what holds everywhere
	byCustom                 // a rule of the country
	byRecords                // days on which the country kept it
	byEstimate               // days on which it is likely to
)

func (d *feastDays) add(n int) {
	if d.n < len(d.days) {
		d.days[d.n] = n
		d.n++
	}
}

func (d *feastDays) all() []int { return d.days[:d.n] }

// rivals reports whether the country has two days of the name.
func (d *feastDays) rivals() bool { return d.by == byCustom && d.n > 1 }

// daysOf returns the days of a feast in a year: those on record in the country, or as far as can be told, or else by
// its rules, or else those of all the world.
func daysOf(feast int, at Country, y int) feastDays {
	var d feastDays
	if at > Worldwide {
		key := keyOf(feast, at)
		if d.recorded(onRecord, key, y); d.n > 0 {
			d.by = byRecords
			return d
		}
		if d.recorded(estimated, key, y); d.n > 0 {
			d.by = byEstimate
			return d
		}
		if d.customary(feast, at, y); d.n > 0 {
			d.by = byCustom
			return d
		}
	}
	if d.recorded(onRecord, keyOf(feast, others), y); d.n > 0 {
		return d
	}
	rule := Feasts[feast-1].Rule
	for _, on := range [...]func(int) (int, bool){rule.on, rule.again} {
		if n, ok := on(y); ok {
			d.add(n)
		}
	}
	return d
}

// A register is days by country and feast: where those of each start, and the days.
type register struct{ index, days string }

var (
	onRecord  = register{recordIndex, records}
	estimated = register{estimateIndex, estimates}
)

// recorded adds the days of a register.
func (d *feastDays) recorded(of register, key string, y int) {
	first, last := dayNumber(y, 1, 1), dayNumber(y, 12, 31)
	from, to := find(of.index, recordWidth, key)
	for i := from; i < to; i++ {
		end := len(of.days) / dayWidth
		if (i+1)*recordWidth < len(of.index) {
			end = of.start(i + 1)
		}
		for j := of.start(i); j < end; j++ {
			n := recordsFirst + int(of.days[j*dayWidth])<<8 + int(of.days[j*dayWidth+1])
			if first <= n && n <= last {
				d.add(n)
			}
		}
	}
}

// start is how many days are before those of a row.
func (of register) start(i int) int {
	at := i*recordWidth + keyWidth
	return int(of.index[at])<<8 + int(of.index[at+1])
}

const (
	recordWidth = keyWidth + 2 // and where its days start
	dayWidth    = 2            // of a day in records
)

// recordsFirst is the day from which records counts: 1 January 1970.
var recordsFirst = dayNumber(1970, 1, 1)

// customary adds the days by the rules of the country.
func (d *feastDays) customary(feast int, at Country, y int) {
	from, to := customsOf(feast, at)
	for i := from; i < to; i++ {
		rule, first, last := custom(i)
		if y < first || last > 0 && y > last {
			continue
		}
		if n, ok := rule.on(y); ok {
			d.add(n)
		}
	}
}

// customsOf returns the rows of customs for a feast in a country.
func customsOf(feast int, at Country) (from, to int) {
	from, to = find(customs, customWidth, keyOf(feast, at))
	if from == to {
		from, to = find(customs, customWidth, keyOf(feast, others))
	}
	return from, to
}

// custom reads a row of customs.
func custom(i int) (r rule, first, last int) {
	row := customs[i*customWidth+keyWidth : (i+1)*customWidth]
	year := func(b byte) int {
		if b == 0 {
			return 0
		}
		return customsFirst + int(b)
	}
	return rule{feastCalendar(row[0]), int(row[1]), int(int8(row[2])), int(row[3])}, year(row[4]), year(row[5])
}

const (
	customWidth  = keyWidth + 6 // calendar, month, day, day of the week, first and last year
	customsFirst = 1900         // from which they count years
)

// Keeps reports whether a feast has a day of its own in a country.
func Keeps(feast int, at Country) bool {
	if at <= Worldwide {
		return false
	}
	a, b := find(onRecord.index, recordWidth, keyOf(feast, at))
	c, d := customsOf(feast, at)
	return a < b || c < d
}

// Known reports whether the day of a feast is known in a country.
func Known(feast int, at Country) bool {
	return Feasts[feast-1].Rule.calendar != country || Keeps(feast, at)
}

// ruleIn is the rule that gives a day of a feast in every year of today.
func ruleIn(feast int, at Country) rule {
	if at > Worldwide {
		for i, to := customsOf(feast, at); i < to; i++ {
			if r, _, last := custom(i); last == 0 {
				return r
			}
		}
	}
	return Feasts[feast-1].Rule
}
