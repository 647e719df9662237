package money

// A Style is a way to write an amount. [Parse] reads all of them.
type Style uint8

const (
	StyleCode   Style = iota // USD 9,500,000,000
	StyleSymbol              // $9,500,000,000, or as StyleCode where there is no symbol of its own
	StyleShort               // $9.5 billion
)

// Format writes an amount exactly, in a style of the English press, and "" for
// no amount. Amounts of money have their minor units in full or not at all:
// $9.50, $9.
func Format(a Amount, style Style) string {
	if !a.Value.IsValid() {
		return ""
	}
	value, scale := a.Value, ""
	sign := ""
	if value.Sign() < 0 {
		sign, value = "-", value.Neg()
	}
	if style == StyleShort {
		value, scale = shorten(value)
	}
	places := 0
	if c := findCurrency(a.Currency); c != nil && scale == "" && !value.IsInteger() {
		places = int(c.digits)
	}
	if scale == "" && !value.IsInteger() && value.Shift(3).IsInteger() && !value.Shift(2).IsInteger() && coinless(a.Currency) {
		places = 4 // three would be thousands
	}
	symbol := a.Currency + " "
	if s := symbols[a.Currency]; s != "" && style != StyleCode {
		symbol = s
	}
	return sign + symbol + value.grouped(places) + scale
}

// symbols are signs that mean one currency wherever they are read.
var symbols = map[string]string{
	"USD": "$", "EUR": "€", "GBP": "£", "JPY": "¥", "INR": "₹", "KRW": "₩", "NGN": "₦", "PHP": "₱", "TRY": "₺", "UAH": "₴",
	"ILS": "₪", "RUB": "₽", "THB": "฿", "AUD": "A$", "CAD": "C$", "NZD": "NZ$", "HKD": "HK$", "SGD": "S$", "TWD": "NT$",
	"BRL": "R$", "MXN": "MX$", "GHS": "GH₵",
}

// shorten divides by the largest of million, billion and trillion that leaves
// three decimals or fewer.
func shorten(d Decimal) (Decimal, string) {
	for _, s := range [...]struct {
		exp  int
		name string
	}{{12, " trillion"}, {9, " billion"}, {6, " million"}} {
		if d.Cmp(NewDecimal(1, s.exp)) < 0 {
			continue
		}
		if short := d.Shift(-s.exp); short.Shift(3).IsInteger() {
			return short, s.name
		}
	}
	return d, ""
}
