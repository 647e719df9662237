package dates

import "github.com/copydesk-go/copydesk/dates/internal/timex"

// holiday reads a named day, with its year if it has one.
func (p *parser) holiday(i int) (timex.Meaning, int) {
	m, _, next := p.rules(grpFeast, i)
	return m, next
}

func (p *parser) holidayAt(i int) bool {
	_, j := p.holiday(i)
	return j > i
}
