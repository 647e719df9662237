package dates

import (
	"github.com/copydesk-go/copydesk/internal/numeral"
	"github.com/copydesk-go/copydesk/internal/scan"

	"github.com/copydesk-go/copydesk/dates/internal/timex"
)

// quantity reads a count at token i: "3", "1,500", "2.5", "2 1/2", "three and
// a half", "a dozen", "several", "a few", "a couple of".
func (p *parser) quantity(i int) (timex.Quantity, int) {
	t := p.at(i)
	switch {
	case t.kind == number:
		return p.figure(i)
	case p.is(i, "couple"):
		if p.is(i+1, "of") {
			return timex.Exactly(2), i + 2
		}
		return timex.Quantity{}, i
	case t.class&cCardinal != 0:
		return p.cardinal(i)
	case t.class&cVague != 0:
		if p.is(i+1, "of") {
			j := i + 2
			if p.at(j).class&cVague != 0 && p.is(j+1, "of") { // hundreds of millions of
				j += 2
			}
			return timex.Quantity{Vague: true}, j
		}
		if p.is(i, "few") && p.is(i+1, "more") {
			return timex.Quantity{Vague: true}, i + 2
		}
		return timex.Quantity{Vague: true}, i + 1
	case p.is(i, "a") || p.is(i, "an"):
		switch {
		case p.is(i+1, "few"):
			return timex.Quantity{Vague: true}, i + 2
		case p.is(i+1, "couple") || p.is(i+1, "dozen") || p.is(i+1, "hundred") || p.is(i+1, "thousand") || p.is(i+1, "million"):
			return p.cardinal(i)
		case p.is(i+1, "number") && p.is(i+2, "of"), p.is(i+1, "handful") && p.is(i+2, "of"):
			return timex.Quantity{Vague: true}, i + 3
		}
	case p.is(i, "half"):
		j := i + 1
		switch {
		case p.is(j, "a") || p.is(j, "an"):
			if p.at(j+1).class&cUnit == 0 {
				return p.cardinal(i)
			}
			j++
		case p.mark(j, '-') && timex.Unit(p.at(j+1).val) < timex.Day: // a half-century is made at cricket
			j++
		}
		if p.at(j).class&cUnit != 0 && p.at(j).class&cPlural == 0 && timex.Unit(p.at(j).val) != timex.Quarter {
			return timex.Quantity{Tenths: 5}, j
		}
	}
	return timex.Quantity{}, i
}

func (p *parser) figure(i int) (timex.Quantity, int) {
	n, j := p.at(i).val, i+1
	if p.at(i).digits() > 7 {
		return timex.Quantity{}, i
	}
	for p.mark(j, ',') && p.at(j).glued && p.at(j+1).kind == number && p.at(j+1).glued && p.at(j+1).digits() == 3 && n < 1e6 {
		n, j = n*1000+p.at(j+1).val, j+2
	}
	q := timex.Exactly(n)
	if p.mark(j, '-') && p.at(j).glued && (p.is(j+1, "odd") || p.is(j+1, "plus")) && p.at(j+1).glued { // 20-odd years
		return q, j + 2
	}
	switch next := p.at(j + 1); {
	case p.mark(j, '.') && p.at(j).glued && next.kind == number && next.glued && next.digits() == 1:
		return p.scaled(timex.Quantity{Tenths: q.Tenths + next.val}, j+2)
	case p.at(j).kind == number && p.at(j).val == 1 && p.mark(j+1, '/') && p.at(j+2).val == 2:
		return timex.Quantity{Tenths: q.Tenths + 5}, j + 3
	case p.mark(j, '-') && p.at(j).glued && next.val == 1 && next.kind == number && p.mark(j+2, '/') && p.at(j+2).glued && p.at(j+3).val == 2: // 3-1/2
		return timex.Quantity{Tenths: q.Tenths + 5}, j + 4
	case p.mark(j, '/') && n == 1 && next.val == 2:
		return timex.Quantity{Tenths: 5}, j + 2
	case p.is(j, "and") && p.is(j+1, "a") && p.is(j+2, "half"):
		return timex.Quantity{Tenths: q.Tenths + 5}, j + 3
	case p.surface(j) == "½" && p.at(j).glued:
		return timex.Quantity{Tenths: q.Tenths + 5}, j + 1
	}
	return p.scaled(q, j)
}

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
