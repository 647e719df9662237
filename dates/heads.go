package dates

import "github.com/copydesk-go/copydesk/dates/internal/reader"

// This file reads noun phrases whose head is a quarter, half, season, part of
// day, weekday, month or year.

// paper reports whether the words around token i speak of business figures.
func (p *parser) paper(i int) bool {
	for j := max(i-12, 0); j <= i+6; j++ {
		for _, w := range [...]string{"profit", "profits", "sales", "earnings", "revenue", "net", "loss", "losses", "growth", "results", "income", "gdp", "economy", "exports", "dividend", "guidance", "shipments", "ebitda"} {
			if p.is(j, w) {
				return true
			}
		}
	}
	return false
}

// sporting reports whether the words around token i speak of a match.
func (p *parser) sporting(i int) bool {
	from := i - 1
	for from > i-clauseReach && !p.stop(from) {
		from--
	}
	for j := from + 1; j <= i+6; j++ {
		if t := p.At(j); t.Kind != reader.Word || p.Is(t, clsCore) {
			continue
		}
		for _, w := range [...]string{"touchdown", "touchdowns", "yards", "quarterback", "outscored", "interception", "halftime", "layup", "dunk", "fumble"} {
			if p.is(j, w) {
				return true
			}
		}
	}
	return false
}
