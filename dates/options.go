package dates

import (
	"fmt"
	"strings"
	"time"

	"github.com/copydesk-go/copydesk/internal/closed"

	"github.com/copydesk-go/copydesk/dates/internal/timex"
)

//go:generate go run github.com/copydesk-go/copydesk/internal/cmd/gen/calendar

// An Order is the order of day, month and year in figures such as 3/4/2021 and
// 10/11/12. Figures that only one order fits are read in that order.
type Order uint8

const (
	OrderUnset      Order = iota
	OrderMonthFirst       // 3/4/2021 is 4 March
	OrderDayFirst         // 3/4/2021 is 3 April
	OrderYearFirst        // 10/11/12 is 12 November 2010; 3/4/2021, which has the year last, is 4 March
)

var orders = closed.Set{Package: "dates", Kind: "order", Names: []string{"", "month-first", "day-first", "year-first"}}

// String returns "month-first", "day-first", "year-first" or "".
func (o Order) String() string { return orders.String(uint8(o)) }

// MarshalText returns the same text as String, or an error for what is no Order.
func (o Order) MarshalText() ([]byte, error) { return orders.MarshalText(uint8(o)) }

// UnmarshalText reads what MarshalText writes.
func (o *Order) UnmarshalText(text []byte) error { return orders.UnmarshalText((*uint8)(o), text) }

// A WeekStart is the day on which the intervals of weeks start. Values are ISO
// 8601 weeks, from Monday, whatever it is.
type WeekStart uint8

const (
	WeekStartUnset WeekStart = iota
	WeekStartMonday
	WeekStartSunday
	WeekStartSaturday
)

var weekStarts = closed.Set{
	Package: "dates", Kind: "start of the week",
	Names: []string{"", "monday", "sunday", "saturday"},
}

// String returns "monday", "sunday", "saturday" or "".
func (w WeekStart) String() string { return weekStarts.String(uint8(w)) }

// MarshalText returns the same text as String, or an error for what is no WeekStart.
func (w WeekStart) MarshalText() ([]byte, error) { return weekStarts.MarshalText(uint8(w)) }

// UnmarshalText reads what MarshalText writes.
func (w *WeekStart) UnmarshalText(text []byte) error {
	return weekStarts.UnmarshalText((*uint8)(w), text)
}

// A Hemisphere decides when seasons are: the summer of 2020 starts in June in
// the north, in December in the south.
type Hemisphere uint8

const (
	HemisphereUnset Hemisphere = iota
	HemisphereNorth
	HemisphereSouth
)

var hemispheres = closed.Set{Package: "dates", Kind: "hemisphere", Names: []string{"", "north", "south"}}

// String returns "north", "south" or "".
func (h Hemisphere) String() string { return hemispheres.String(uint8(h)) }

// MarshalText returns the same text as String, or an error for what is no Hemisphere.
func (h Hemisphere) MarshalText() ([]byte, error) { return hemispheres.MarshalText(uint8(h)) }

// UnmarshalText reads what MarshalText writes.
func (h *Hemisphere) UnmarshalText(text []byte) error {
	return hemispheres.UnmarshalText((*uint8)(h), text)
}

// A FiscalStart is the day on which fiscal years start. The zero value is not set.
type FiscalStart struct {
	Month time.Month `json:"month,omitzero"`
	Day   int        `json:"day,omitzero"` // of the month; 0 is the first
}

// A FiscalName says which calendar year a fiscal year is named after.
type FiscalName uint8

const (
	FiscalNameUnset FiscalName = iota
	FiscalNameStart            // fiscal 2024 starts in 2024, as in Japan
	FiscalNameEnd              // fiscal 2024 ends in 2024, as in the United States and India
)

var fiscalNames = closed.Set{Package: "dates", Kind: "name of a fiscal year", Names: []string{"", "start", "end"}}

// String returns "start", "end" or "".
func (n FiscalName) String() string { return fiscalNames.String(uint8(n)) }

// MarshalText returns the same text as String, or an error for what is no FiscalName.
func (n FiscalName) MarshalText() ([]byte, error) { return fiscalNames.MarshalText(uint8(n)) }

// UnmarshalText reads what MarshalText writes.
func (n *FiscalName) UnmarshalText(text []byte) error {
	return fiscalNames.UnmarshalText((*uint8)(n), text)
}

// Validate returns an error for the first option that is wrong: a language that is
// not read, a Country that is no code, a value outside its set. The methods that
// find take such an option as not set, but a language as said there.
func (o Resolver) Validate() error {
	switch y := o.Published.Year(); {
	case !o.readsLanguage():
		return fmt.Errorf("dates: language %v is not read", o.Language)
	case o.Country != "" && countryRow(o.Country) == "":
		return fmt.Errorf("dates: country %.20q is no ISO 3166-1 alpha-2 code in capitals", o.Country)
	case !o.Published.IsZero() && (y < timex.MinYear || y > timex.MaxYear):
		return fmt.Errorf("dates: published in the year %d, not one from %d to %d", y, timex.MinYear, timex.MaxYear)
	case !orders.Has(uint8(o.Order)):
		return fmt.Errorf("dates: no %v", o.Order)
	case !weekStarts.Has(uint8(o.WeekStart)):
		return fmt.Errorf("dates: no %v", o.WeekStart)
	case !hemispheres.Has(uint8(o.Hemisphere)):
		return fmt.Errorf("dates: no %v", o.Hemisphere)
	case o.FiscalStart != (FiscalStart{}) && !o.FiscalStart.valid():
		return fmt.Errorf("dates: fiscal years start on no day %d of month %d", o.FiscalStart.Day, int(o.FiscalStart.Month))
	case !fiscalNames.Has(uint8(o.FiscalName)):
		return fmt.Errorf("dates: no %v", o.FiscalName)
	}
	return nil
}

// valid reports whether every year has the day.
func (s FiscalStart) valid() bool {
	const commonYear = 2001
	if s.Month < time.January || s.Month > time.December {
		return false
	}
	return s.Day >= 0 && s.Day <= timex.DaysIn(commonYear, int(s.Month))
}

// customs puts together what the options say, what the country keeps, and, where none is known,
// what the language does.
func (o Resolver) customs(spoken int) timex.Customs {
	country := o.Country
	if country == "" {
		country = o.region(spoken)
	}
	at := readCountry(countryRow(country))
	if at.Country == timex.NoCountry && languages[spoken].dayFirst {
		at.Order, at.OrderKnown = timex.OrderDayFirst, true
	}
	if o.Order != OrderUnset && orders.Has(uint8(o.Order)) {
		at.Order, at.OrderKnown = timex.Order(o.Order), true
	}
	if o.WeekStart != WeekStartUnset && weekStarts.Has(uint8(o.WeekStart)) {
		at.BeforeWeek = int(o.WeekStart - WeekStartMonday)
	}
	if o.Hemisphere != HemisphereUnset && hemispheres.Has(uint8(o.Hemisphere)) {
		at.South = o.Hemisphere == HemisphereSouth
	}
	if o.FiscalStart.valid() {
		at.FiscalMonth, at.FiscalDay = int(o.FiscalStart.Month), max(o.FiscalStart.Day, 1)
	}
	if o.FiscalName != FiscalNameUnset && fiscalNames.Has(uint8(o.FiscalName)) {
		at.NamedStart = o.FiscalName == FiscalNameStart
	}
	return at
}

// countryRow returns the row of a country in countries, or "".
func countryRow(code string) string {
	if len(code) != countryCode {
		return ""
	}
	i, j := 0, len(countries)/countryWidth
	for i < j {
		h := (i + j) / 2
		row := countries[h*countryWidth : (h+1)*countryWidth]
		switch strings.Compare(code, row[:countryCode]) {
		case 0:
			return row
		case -1:
			j = h
		default:
			i = h + 1
		}
	}
	return ""
}

const countryCode = 2 // bytes of a country's code

// readCountry reads a row of countries; "" is what habit has where no country is known.
func readCountry(row string) timex.Customs {
	c := timex.Customs{Order: timex.OrderMonthFirst, FiscalMonth: 1, FiscalDay: 1}
	if row == "" {
		return c
	}
	const orderAt, weekAt, southAt, fiscalAt, nameAt = 2, 3, 4, 5, 9
	c.OrderKnown, c.Country = true, timex.CountryOf(row[:countryCode])
	if row[orderAt] == 'D' {
		c.Order = timex.OrderDayFirst
	}
	c.BeforeWeek = int(row[weekAt] - '0')
	c.South = row[southAt] == 'S'
	c.FiscalMonth = 10*int(row[fiscalAt]-'0') + int(row[fiscalAt+1]-'0')
	c.FiscalDay = 10*int(row[fiscalAt+2]-'0') + int(row[fiscalAt+3]-'0')
	c.NamedStart = row[nameAt] == 's'
	return c
}
