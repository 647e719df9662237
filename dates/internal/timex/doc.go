// Package timex is the calendar of package dates: points and lengths of time,
// their values in TIMEX3 and their intervals, feasts, and how what an expression
// means becomes a value on the day that a text was published. It knows no word of
// any language.
package timex

//go:generate go run github.com/copydesk-go/copydesk/internal/cmd/gen/feasts
