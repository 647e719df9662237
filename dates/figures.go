package dates

import (
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
	t := p.at(i)
	n, size := numeral.Cardinal(p.text[t.start:min(len(p.text), t.start+cardinalBytes)])
	if size == 0 {
		return timex.Quantity{}, i
	}
	n.Exp++
	tenths, ok := n.Int()
	if !ok || tenths > mostTenths {
		return timex.Quantity{}, i
	}
	j := i + 1
	for p.at(j).kind != end && p.at(j).start < t.start+size {
		j++
	}
	return timex.Quantity{Tenths: tenths}, j
}

const cardinalBytes = 80 // no count of days or years is longer in words

// ordinal reads "third", "21st", "twenty-first".
func (p *parser) ordinal(i int) (n, next int) {
	t := p.at(i)
	if t.kind == end || t.kind == mark {
		return 0, i
	}
	if t.kind == number && !(p.at(i+1).kind == word && p.at(i+1).glued) {
		return 0, i
	}
	n, size := numeral.Ordinal(p.text[t.start:min(len(p.text), t.start+cardinalBytes)])
	if size == 0 {
		return 0, i
	}
	j := i + 1
	for p.at(j).kind != end && p.at(j).start < t.start+size {
		j++
	}
	return n, j
}

// small reads one number word, or two that make a number below a hundred.
func (p *parser) small(i int, two bool) (n, next int) {
	one := func(i int) int {
		t := p.at(i)
		if t.class&cCardinal == 0 {
			return -1
		}
		n, size := numeral.Cardinal(p.text[t.start:t.end])
		if v, ok := n.Int(); ok && size == t.end-t.start && v < 100 {
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
		if p.mark(j, '-') {
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
	if b := p.at(i - 1); b.kind != end && p.at(i).glued {
		switch b.mark {
		case '(', '-', '\'', '"', '/', '[', ',', '`', ':', '*', '_':
			if b.mark == '-' && b.glued && (p.at(i-2).kind == number || p.at(i-2).kind == word && p.at(i-2).class == 0 && !p.lower(i-2)) {
				return false
			}
			if (b.mark == ',' || b.mark == ':' || b.mark == '/') && b.glued && p.at(i-2).kind == number {
				return false
			}
		default:
			if !(b.kind == mark && b.mark == 0 && !currency(p.surface(i-1))) {
				return false
			}
		}
	} else if b.mark == '$' || b.mark == '#' || currency(p.surface(i-1)) {
		return false
	}
	a := p.at(next)
	if !a.glued || a.kind == end {
		return !(a.mark == '%')
	}
	switch a.mark {
	case '%', '$':
		return false
	case ',', '.', ':':
		return !(p.at(next+1).kind == number && p.at(next+1).glued)
	}
	return a.kind == mark
}

func currency(s string) bool {
	switch s {
	case "$", "£", "€", "¥", "₹", "#", "₽", "₩", "₺", "№":
		return true
	}
	return false
}

func (p *parser) lower(i int) bool { return scan.Letter(p.text[p.at(i).start]) && !p.at(i).title }
