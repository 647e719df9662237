package dates

import "github.com/copydesk-go/copydesk/dates/internal/timex"

// A phrase is a meaning and the tokens that express it.
type phrase struct {
	timex.Meaning
	first, next int
	shared      bool // what it leaves out is the neighbour's
}
