package dates

import "github.com/copydesk-go/copydesk/dates/internal/timex"

// This file reads lengths of time and periods: phrases whose head is a unit.

// compounds reports whether lengths of time are put together from the unit.
func compounds(u timex.Unit) bool {
	return u == timex.Year || u == timex.Month || u == timex.Week || u == timex.Day || u == timex.Hour || u == timex.Minute || u == timex.Second
}
