package dates

import (
	"github.com/copydesk-go/copydesk/dates/internal/reader"
	"github.com/copydesk-go/copydesk/internal/numeral"
	"github.com/copydesk-go/copydesk/internal/scan"

	"github.com/copydesk-go/copydesk/dates/internal/timex"
)

// scaled reads the hundred, thousand or million behind a figure. Of more than
// a million nobody counts in years but of the distant past.
func (p *parser) scaled(q timex.Quantity, i int) (timex.Quantity, int) {
	scale := 0
	switch {
	case p.is(i, "hundred"):
		scale = 100
	case p.is(i, "thousand"):
		scale = 1000
	case p.is(i, "million"):
		scale = 1e6
	case p.is(i, "billion"), p.is(i, "trillion"):
		return timex.Quantity{Vague: true}, i + 1
	default:
		return q, i
	}
	if q.Tenths > mostTenths/scale {
		return timex.Quantity{Vague: true}, i + 1
	}
	return timex.Quantity{Tenths: q.Tenths * scale}, i + 1
}

const mostTenths = 1e9 // fits 32 bits, whatever is added

func (p *parser) cardinal(i int) (timex.Quantity, int) {
	t := p.At(i)
	n, size := numeral.Cardinal(p.Text[t.Start:min(len(p.Text), t.Start+cardinalBytes)])
	if size == 0 {
		return timex.Quantity{}, i
	}
	n.Exp++
	tenths, ok := n.Int()
	if !ok || tenths > mostTenths {
		return timex.Quantity{}, i
	}
	j := i + 1
	for p.At(j).Kind != reader.End && p.At(j).Start < t.Start+size {
		j++
	}
	return timex.Quantity{Tenths: tenths}, j
}

const cardinalBytes = 80 // no count of days or years is longer in words

// ordinal reads "third", "21st", "twenty-first".
func (p *parser) ordinal(i int) (n, next int) {
	t := p.At(i)
	if t.Kind == reader.End || t.Kind == reader.Mark {
		return 0, i
	}
	if t.Kind == reader.Number && !(p.At(i+1).Kind == reader.Word && p.At(i+1).Glued) {
		return 0, i
	}
	n, size := numeral.Ordinal(p.Text[t.Start:min(len(p.Text), t.Start+cardinalBytes)])
	if size == 0 {
		return 0, i
	}
	j := i + 1
	for p.At(j).Kind != reader.End && p.At(j).Start < t.Start+size {
		j++
	}
	return n, j
}

// small reads one number word, or two that make a number below a hundred.
func (p *parser) small(i int, two bool) (n, next int) {
	one := func(i int) int {
		t := p.At(i)
		if !p.Is(t, clsCardinal) {
			return -1
		}
		n, size := numeral.Cardinal(p.Text[t.Start:t.End])
		if v, ok := n.Int(); ok && size == t.End-t.Start && v < 100 {
			return v
		}
		return -1
	}
	n = one(i)
	if n < 0 {
		return 0, i
	}
	next = i + 1
	if two && n >= 20 && n%10 == 0 {
		j := next
		if p.Marked(j, '-') {
			j++
		}
		if more := one(j); more > 0 && more < 10 {
			return n + more, j + 1
		}
	}
	return n, next
}

// bare reports whether the number at token i stands free of what would make it
// something else than a date: a currency sign, decimals, a percent sign.
func (p *parser) bare(i, next int) bool {
	if b := p.At(i - 1); b.Kind != reader.End && p.At(i).Glued {
		switch b.Mark {
		case '(', '-', '\'', '"', '/', '[', ',', '`', ':', '*', '_':
			if b.Mark == '-' && b.Glued && (p.At(i-2).Kind == reader.Number || p.At(i-2).Kind == reader.Word && !p.In(i-2, clsCore) && !p.lower(i-2)) {
				return false
			}
			if (b.Mark == ',' || b.Mark == ':' || b.Mark == '/') && b.Glued && p.At(i-2).Kind == reader.Number {
				return false
			}
		default:
			if !(b.Kind == reader.Mark && b.Mark == 0 && !currency(p.Surface(i-1))) {
				return false
			}
		}
	} else if b.Mark == '$' || b.Mark == '#' || currency(p.Surface(i-1)) {
		return false
	}
	a := p.At(next)
	if !a.Glued || a.Kind == reader.End {
		return !(a.Mark == '%')
	}
	switch a.Mark {
	case '%', '$':
		return false
	case ',', '.', ':':
		return !(p.At(next+1).Kind == reader.Number && p.At(next+1).Glued)
	}
	return a.Kind == reader.Mark
}

func currency(s string) bool {
	switch s {
	case "$", "£", "€", "¥", "₹", "#", "₽", "₩", "₺", "№":
		return true
	}
	return false
}

func (p *parser) lower(i int) bool { return scan.Letter(p.Text[p.At(i).Start]) && !p.At(i).Title }
