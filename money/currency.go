package money

// A Currency is an entry of ISO 4217.
type Currency struct {
	Code    string `json:"code"`             // alphabetic code: "USD"
	Numeric int    `json:"numeric,omitzero"` // numeric code: 840; 0 for some former currencies
	Digits  int    `json:"digits"`           // decimal places of the minor unit: 2 for USD, 0 for JPY, 3 for KWD
	Name    string `json:"name"`             // English name, as after the number one: "US dollar"
	Plural  string `json:"plural"`           // English name, as after other numbers: "US dollars"
	Until   int    `json:"until,omitzero"`   // the last year in which it was legal tender, 0 when it is in use
}

// currency is how the table holds a Currency.
type currency struct {
	code                   string
	numeric, digits, until uint16
	one, other             string
	from, to               int32  // days of legal tender, as 20220401; 0: not known, still
	line                   string // the country where others of its name came before or after it
}

type countryCodes struct{ code, codes string }

// LookupCurrency returns the currency with an alphabetic code of ISO 4217, in
// capitals; former codes such as DEM are known too.
func LookupCurrency(code string) (Currency, bool) {
	c := findCurrency(code)
	if c == nil {
		return Currency{}, false
	}
	return Currency{c.code, int(c.numeric), int(c.digits), c.one, c.other, int(c.until)}, true
}

// CurrencyOf returns the code of the main currency of a country, given by its
// ISO 3166-1 alpha-2 code in capitals, and "" when there is none.
func CurrencyOf(country string) string {
	if codes := codesOf(country); codes != "" {
		return codes[:3]
	}
	return ""
}

func findCurrency(code string) *currency {
	if len(code) != 3 || code[0]-'A' >= 26 {
		return nil
	}
	first := code[0] - 'A'
	list := currencies[codeStarts[first]:codeStarts[first+1]]
	for i := range list {
		if c := list[i].code; c[1] == code[1] && c[2] == code[2] {
			return &list[i]
		}
	}
	return nil
}

// codesOf returns the codes used in a country, the main one first, former ones last.
func codesOf(country string) string {
	lo, hi := 0, len(countries)
	for lo < hi {
		switch m := int(uint(lo+hi) / 2); {
		case countries[m].code == country:
			return countries[m].codes
		case countries[m].code < country:
			lo = m + 1
		default:
			hi = m
		}
	}
	return ""
}
