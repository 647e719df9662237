package money

import (
	"slices"
	"strings"

	"github.com/copydesk-go/copydesk/internal/country"
	"github.com/copydesk-go/copydesk/internal/scan"
)

// resolve decides the currency of each sum and drops those that are none.
func (f Finder) resolve(s string, all []claim) []claim {
	if findCurrency(f.Currency) == nil {
		f.Currency = ""
	}
	if !country.Valid(f.Country) {
		f.Country = ""
	}
	r := resolver{Finder: f, text: s, all: all}
	for i := range all {
		r.state(i)
	}
	for i := range all {
		r.convert(i)
	}
	r.survey()
	kept := all[:0]
	english := f.english()
	for i := range all {
		if !english {
			if all[i].worded {
				continue
			}
			all[i].mod = ModNone
		}
		if r.decide(&all[i]) {
			kept = append(kept, all[i])
		}
	}
	return kept
}

// A resolver holds what a text says of currencies.
type resolver struct {
	Finder
	text    string
	all     []claim
	stated  []string // currencies that sums name in full
	company []string // what the signs and words of sums can mean, coins and # aside
	votes   votes
	former  votes // for currencies that are out of use there
	counted bool
	dollars int // bare dollar signs that convert another sum
}

// state settles a sum that names its currency.
func (r *resolver) state(i int) {
	m := &r.all[i]
	if len(m.codes) == 3 {
		return
	}
	code := bracketed(r.text, m.end, m.codes)
	if code == "" && m.flags&firm != 0 {
		code = r.firm(m)
	}
	if code != "" {
		m.codes, m.explicit, m.symbol, m.evidence = code, true, false, EvidenceStated
	}
}

// firm returns the first currency of a sign or word that rarely means another,
// or that of the country that the text or the caller speaks of more.
func (r *resolver) firm(m *claim) string {
	r.count()
	best, first := m.codes[:3], r.votes.of(m.codes[:3])
	for i := 3; i < len(m.codes); i += 3 {
		c := m.codes[i : i+3]
		if n := r.votes.of(c); n > first || n == first && c == r.home(m.codes, m) {
			best, first = c, n
		}
	}
	return best
}

// bracketed reads the country behind a sum: $15 (US).
func bracketed(s string, end int, codes string) string {
	if !strings.HasPrefix(s[end:], " (") {
		return ""
	}
	from := end + len(" (")
	to := wordEnd(s, from)
	if to == from || to >= len(s) || s[to] != ')' {
		return ""
	}
	if w := s[from:to]; len(w) == 3 && has(codes, w) {
		return w
	}
	return qualified(s[from:to], codes)
}

// convert settles a bare dollar sign that converts the sum before it.
func (r *resolver) convert(i int) {
	m := &r.all[i]
	if i == 0 || !m.symbol || m.codes[:3] != "USD" || m.flags&minor != 0 {
		return
	}
	p := &r.all[i-1]
	if p.explicit && p.codes == "USD" || p.symbol && p.codes == m.codes && p.evidence != EvidenceConversion {
		return
	}
	if p.flags&minor != 0 || !converts(r.text[p.end:m.start]) {
		return
	}
	m.codes, m.symbol, m.rivals, m.evidence = "USD", false, true, EvidenceConversion
	r.dollars++
}

// converts reports whether what stands between two sums says that the second
// is the first in another currency.
func converts(gap string) bool {
	if len(gap) > 48 {
		return false
	}
	t := strings.TrimLeft(gap, " \n\u00a0")
	switch {
	case strings.HasPrefix(t, "("), strings.HasPrefix(t, "["):
		return !strings.ContainsAny(t[1:], ").;")
	case strings.HasPrefix(t, "or "), strings.HasPrefix(t, ", or "), strings.HasPrefix(t, "— or"), strings.HasPrefix(t, "- or"):
		rest := strings.TrimLeft(t, ",—- ")
		rest = strings.TrimSpace(strings.TrimPrefix(rest, "or"))
		return rest == "" || modEnding(rest) != ModNone
	case strings.HasPrefix(t, "/"), strings.HasPrefix(t, "="):
		return len(t) <= 2
	}
	return strings.Contains(t, "equivalent to") || strings.HasPrefix(t, ", about ") && len(t) == len(", about ")
}

// survey lists the different currencies of the sums, of which there are few
// however many sums.
func (r *resolver) survey() {
	for i := range r.all {
		m := &r.all[i]
		if m.explicit && m.flags&(weak|local|hash) == 0 && !slices.Contains(r.stated, m.codes) {
			r.stated = append(r.stated, m.codes)
		}
		if m.flags&(coin|hash) == 0 && m.codes != "" && !slices.Contains(r.company, m.codes) {
			r.company = append(r.company, m.codes)
		}
	}
	for i := range r.all {
		if m := &r.all[i]; m.flags&hash != 0 && !slices.Contains(r.company, m.codes) && r.inCompany(m) {
			r.company = append(r.company, m.codes) // as if it were written with its sign
			break
		}
	}
}

// decide settles the currency of a sum. It reports whether it is one.
func (r *resolver) decide(m *claim) bool {
	if m.flags&local != 0 && !(m.strong && m.glued && sure(m.codes)) || m.flags&weak != 0 && !m.strong {
		if !r.supported(m.codes) {
			return false
		}
	}
	if m.flags&(coin|hash) != 0 && !r.inCompany(m) {
		return false
	}
	if len(m.codes) > 3 {
		m.rivals = !unrivalled(m.codes)
		m.codes, m.evidence = r.choose(m)
		m.rivals = m.rivals && m.evidence != EvidenceStated
	}
	if m.flags&subunit != 0 {
		if c := findCurrency(m.codes); c != nil {
			m.scale(-int(c.digits))
		}
	} else if m.flags&tenfold != 0 {
		m.scale(1)
	} else if m.flags&tenth != 0 {
		m.scale(-1)
	} else if m.flags&(hundredth|coin) != 0 {
		m.scale(-2)
	}
	return true
}

// inCompany reports whether the text has other sums that make coins of "50p" or
// pounds of "#50".
func (r *resolver) inCompany(m *claim) bool {
	for _, codes := range r.company {
		if codes[:3] == m.codes[:3] || len(m.codes) > 3 && meet(codes, m.codes) {
			return m.flags&hash == 0 || m.large || perUnit(r.text[m.end:])
		}
	}
	return (m.large || m.flags&coin != 0 && r.priced(m)) && r.supported(m.codes)
}

// priced reports whether the words around a number speak of prices: "up 5p to
// 120p", "costs 50p", "25c a litre".
func (r *resolver) priced(m *claim) bool {
	if perUnit(r.text[m.end:]) {
		return true
	}
	at := backSpace(r.text, m.start, 0)
	w := wordEndingAt(r.text, at, 0)
	switch w {
	case "to", "at", "of", "from", "for", "than", "about", "just", "only", "over", "under":
		before := wordEndingAt(r.text, backSpace(r.text, at-len(w), 0), 0)
		return isMover(before) || isPrice(before) || w == "to" && coinEnds(r.text, backSpace(r.text, at-len(w), 0))
	}
	return w != "" && (isMover(w) || isPrice(w))
}

// coinEnds reports whether a number of coins ends at i: 5p.
func coinEnds(s string, i int) bool {
	return i > 1 && (s[i-1] == 'p' || s[i-1] == 'c') && scan.Digit(s[i-2])
}

// isPrice reports whether a word says that something has a price.
func isPrice(w string) bool {
	switch strings.ToLower(w) {
	case "cost", "costs", "costing", "pay", "pays", "paid", "paying", "charge", "charges", "charged", "charging", "price", "prices", "priced", "sell", "sells", "sold", "selling",
		"dividend", "fare", "fee", "shares", "worth", "closed", "traded", "trading", "cut", "raised", "fall", "rise", "drop", "gain", "increase", "levy", "tax", "duty":
		return true
	}
	return false
}

// perUnit reports whether a sum is for one of something: "a year", "per kilo".
func perUnit(s string) bool {
	if strings.HasPrefix(s, " per ") || strings.HasPrefix(s, " each") {
		return true
	}
	if !strings.HasPrefix(s, " a ") && !strings.HasPrefix(s, " an ") {
		return false
	}
	switch w := wordAt(s, strings.IndexByte(s[1:], ' ')+1); w {
	case "year", "week", "month", "day", "night", "hour", "minute", "head", "share", "unit", "pound", "kilo", "kg", "kilogram", "gram", "tonne", "ton", "ounce", "litre", "liter", "gallon", "pint",
		"bottle", "barrel", "bushel", "box", "bag", "metre", "meter", "mile", "kilometre", "kilometer", "km", "ticket", "word", "copy", "piece", "plate", "dozen", "person", "child", "vote", "kilowatt-hour", "kWh", "text", "ride", "trip", "time":
		return true
	}
	return false
}

// sure reports whether one letter glued to a large number is common enough for
// these currencies: R50 million, N5bn, P400,000, K12,000.
func sure(codes string) bool {
	switch codes[:3] {
	case "ZAR", "NGN", "PHP", "ZMW", "GHS":
		return true
	}
	return false
}

func (m *claim) scale(exp int) {
	m.min = m.min.Shift(exp)
	if m.max.IsValid() {
		m.max = m.max.Shift(exp)
	}
}

// supported reports whether the text or the caller speaks of one of the currencies.
func (r *resolver) supported(codes string) bool {
	if r.Currency != "" && has(codes, r.Currency) || r.Country != "" && common(codesOf(r.Country), codes) != "" {
		return true
	}
	if r.named(codes) != "" {
		return true
	}
	r.count()
	return r.votes.best(codes, false) != "" || r.former.best(codes, false) != ""
}

// named returns the one currency among codes that the text names in full.
func (r *resolver) named(codes string) string {
	found := ""
	for _, c := range r.stated {
		if has(codes, c) {
			if found != "" {
				return ""
			}
			found = c
		}
	}
	return found
}

// choose picks one of several currencies.
func (r *resolver) choose(m *claim) (string, Evidence) {
	codes := m.codes
	dollar := codes[:3] == "USD"
	home := r.home(codes, m)
	if dollar && !m.max.IsValid() && home != "" && slices.Contains(r.stated, "USD") && !slices.Contains(r.stated, home) {
		return "USD", EvidenceDocument // "billions of dollars" beside US$5bn
	}
	if dollar && r.dollars > 0 && home == "" {
		return "USD", EvidenceDocument
	}
	if c := r.named(codes); c != "" && (home == "" || c == home || !dollar) {
		return c, EvidenceDocument
	}
	r.count()
	if c := r.votes.best(codes, dollar); c != "" && (home == "" || c == home || r.foreign(home, c, dollar)) {
		if !(dollar && isPeso(c) && m.symbol) {
			return c, EvidencePlace
		}
	}
	if home != "" {
		return home, r.homeEvidence(home)
	}
	if c := r.former.best(codes, dollar); c != "" && !dollar {
		return c, EvidencePlace
	}
	if r.Country != "" && dollar {
		return "USD", EvidenceCountry
	}
	if unrivalled(codes) {
		return codes[:3], EvidenceStated
	}
	return codes[:3], EvidenceHabit
}

// foreign reports whether a text is about the country of a currency, and hardly
// about that of the caller. Papers leave their own currency unnamed, so it takes
// more than a mention; the most for dollars, which papers of many countries use
// of the United States.
func (r *resolver) foreign(home, other string, dollar bool) bool {
	least := 2
	if dollar {
		least = 4
	}
	return r.votes.of(home)*4 <= r.votes.of(other) && r.votes.of(other) >= least
}

// unrivalled reports whether the first of the codes is the only one in use.
func unrivalled(codes string) bool {
	for i := 3; i < len(codes); i += 3 {
		if findCurrency(codes[i:i+3]).until == 0 {
			return false
		}
	}
	return true
}

// home is the currency that the caller's options give.
func (r *resolver) home(codes string, m *claim) string {
	if r.Currency != "" && has(codes, r.Currency) {
		return r.Currency
	}
	if r.Country == "" {
		return ""
	}
	c := common(codesOf(r.Country), codes)
	if codes[:3] == "USD" && isPeso(c) && isDollarSign(r.text[m.start:m.end]) {
		return ""
	}
	return c
}

// homeEvidence says which option a home currency is from.
func (r *resolver) homeEvidence(code string) Evidence {
	if r.Currency == code {
		return EvidenceOption
	}
	return EvidenceCountry
}

func isPeso(code string) bool {
	w := lookup(words[:], "peso")
	return has(w.codes, code)
}

func isDollarSign(text string) bool { return strings.ContainsAny(text, "$＄﹩") }

// votes count how often a text names the countries of a currency.
type votes struct {
	n     int
	code  [24]string
	times [24]int
	total int
}

func (v *votes) add(code string, times int) {
	v.total += times
	for i := range v.n {
		if v.code[i] == code {
			v.times[i] += times
			return
		}
	}
	if v.n < len(v.code) {
		v.code[v.n], v.times[v.n] = code, times
		v.n++
	}
}

// of returns the votes of a currency, given by the country's main code.
func (v *votes) of(code string) int {
	for i := range v.n {
		if v.code[i] == code {
			return v.times[i]
		}
	}
	return 0
}

// best returns the currency among codes with the most votes. With dominant, it
// must also have half of all votes, and more than one.
func (v *votes) best(codes string, dominant bool) string {
	best, most := "", 0
	for i := range v.n {
		if has(codes, v.code[i]) && v.times[i] > most {
			best, most = v.code[i], v.times[i]
		}
	}
	if dominant && (most < 2 || most*2 < v.total) {
		return ""
	}
	return best
}

// farthest bounds how much of a text is read for its countries.
const farthest = 64 << 10

// count reads the countries and places that the text names.
func (r *resolver) count() {
	if r.counted {
		return
	}
	r.counted = true
	s := r.text[:min(len(r.text), farthest)]
	for i := 0; i < len(s); {
		if s[i]-'A' >= 26 {
			i++
			continue
		}
		if !scan.StartsWord(s, i) {
			i++
			continue
		}
		end, code := placeAt(s, i)
		if code != "" {
			times := 2
			if i < 300 {
				times = 3
			}
			if codes := codesOf(code); codes != "" {
				r.votes.add(codes[:3], times/2+times%2)
				for i := 3; i < len(codes) && i < 9; i += 3 {
					r.former.add(codes[i:i+3], 1)
				}
			}
		}
		i = max(end, i+1)
	}
}

// placeAt reads the name of a country or place at i: up to three words.
func placeAt(s string, i int) (end int, code string) {
	var ends [3]int
	n, at := 0, i
	for n < len(ends) {
		e := wordEnd(s, at)
		if e == at {
			break
		}
		ends[n] = e
		n++
		if e >= len(s) || s[e] != ' ' || e+1 >= len(s) || s[e+1]-'A' >= 26 {
			break
		}
		at = e + 1
	}
	for k := n - 1; k >= 0; k-- {
		if ends[k] < len(s) && s[ends[k]] == '$' {
			continue // US$ is no place
		}
		text := strings.TrimSuffix(strings.TrimSuffix(s[i:ends[k]], "'s"), "’s")
		if m, ok := country.Lookup(text); ok && (m.Kind != country.Capital || !commonName(text)) {
			return ends[k], m.Code
		}
		if c := countryWith(text); c != "" {
			return ends[k], c
		}
	}
	if n == 0 {
		return i + 1, ""
	}
	return ends[0], ""
}

// commonName reports whether the name of a small country's capital is rather that
// of a person, of another place or of no place.
func commonName(w string) bool {
	switch w {
	case "Valley", "The Valley", "Plymouth", "Hamilton", "Georgetown", "George Town", "Nassau", "Victoria", "Stanley", "Douglas", "Jamestown", "Kingston", "Male", "Moroni", "San Juan", "San Jose":
		return true
	}
	return false
}
