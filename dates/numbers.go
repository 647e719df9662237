package dates

import (
	"github.com/copydesk-go/copydesk/dates/internal/reader"
	"github.com/copydesk-go/copydesk/dates/internal/timex"
	"github.com/copydesk-go/copydesk/internal/numeral"
)

// This file reads counts and ordinal numbers.

const (
	mostTenths   = 1e9 // fits 32 bits, whatever is added
	mostDigits   = 7   // no count of days or years has more
	numeralBytes = 80  // or is longer in words
)

// whole reads a whole number in figures.
func (p *parser) whole(i int) (timex.Quantity, int) {
	n, j := p.At(i).Val, i+1
	if p.At(i).Digits() > mostDigits {
		return timex.Quantity{}, i
	}
	for p.Marked(j, ',') && p.At(j).Glued && p.gluedNumber(j+1) && p.At(j+1).Digits() == 3 && n < 1e6 {
		n, j = n*1000+p.At(j+1).Val, j+2
	}
	return timex.Exactly(n), j
}

// figure reads a number in figures, perhaps with a fraction and a scale: 1,500, 2.5, 2 1/2,
// 3-1/2, 2½, 28 million.
func (p *parser) figure(i int) (timex.Quantity, int) {
	if p.comma {
		return p.commaFigure(i)
	}
	q, j := p.whole(i)
	if j == i {
		return q, i
	}
	half := timex.Quantity{Tenths: q.Tenths + 5}
	switch next := p.At(j + 1); {
	case p.Marked(j, '.') && p.At(j).Glued && p.gluedNumber(j+1) && next.Digits() == 1:
		return p.scaled(timex.Quantity{Tenths: q.Tenths + next.Val}, j+2)
	case p.Marked(j, '/') && q == timex.Exactly(1) && next.Val == 2:
		return timex.Quantity{Tenths: 5}, j + 2
	case p.halfBehind(j) > j:
		return half, p.halfBehind(j)
	}
	return p.scaled(q, j)
}

// commaFigure reads a number in figures where a comma stands before decimals: 1.500, 2,5, 12 500. A
// stop before a single figure can only be one of decimals, too: 2.5.
func (p *parser) commaFigure(i int) (timex.Quantity, int) {
	n, j := p.At(i).Val, i+1
	if p.At(i).Digits() > mostDigits {
		return timex.Quantity{}, i
	}
	for p.groupAt(j) && n > 0 && n < 1e6 {
		if p.At(j).Kind == reader.Mark {
			j++
		}
		n, j = n*1000+p.At(j).Val, j+1
	}
	q := timex.Exactly(n)
	switch next := p.At(j + 1); {
	case (p.Marked(j, ',') || p.Marked(j, '.')) && p.At(j).Glued && p.gluedNumber(j+1) && next.Digits() == 1:
		return p.scaled(timex.Quantity{Tenths: q.Tenths + next.Val}, j+2)
	case p.Marked(j, '/') && n == 1 && next.Val == 2:
		return timex.Quantity{Tenths: 5}, j + 2
	case p.halfBehind(j) > j:
		return timex.Quantity{Tenths: q.Tenths + 5}, p.halfBehind(j)
	}
	return p.scaled(q, j)
}

// groupAt reports whether a group of three figures goes on with a number at token i.
func (p *parser) groupAt(i int) bool {
	if p.Marked(i, '.') || p.Marked(i, '\'') {
		return p.At(i).Glued && p.gluedNumber(i+1) && p.At(i+1).Digits() == 3
	}
	t := p.At(i)
	return p.At(i-1).Digits() <= 3 && t.Kind == reader.Number && t.Digits() == 3 && t.Start-p.At(i-1).End <= len("\u202f")
}

// halfBehind returns the token behind the half that follows a whole number, or i: 1/2, -1/2, ½.
func (p *parser) halfBehind(i int) int {
	switch {
	case p.halfAt(i):
		return i + 3
	case p.Marked(i, '-') && p.At(i).Glued && p.At(i+2).Glued && p.halfAt(i+1):
		return i + 4
	case p.At(i).Glued && p.Surface(i) == "½":
		return i + 1
	}
	return i
}

// halfAt reports whether 1/2 stands at token i.
func (p *parser) halfAt(i int) bool {
	return p.At(i).Kind == reader.Number && p.At(i).Val == 1 && p.Marked(i+1, '/') && p.At(i+2).Val == 2
}

// scaled reads the hundred, thousand or million behind a figure. Of more than
// a million nobody counts in years but of the distant past.
func (p *parser) scaled(q timex.Quantity, i int) (timex.Quantity, int) {
	const million = 6
	zeros := p.Value(i, clsScale)
	if zeros == 0 {
		return q, i
	}
	scale := 1
	for range min(zeros, million) {
		scale *= 10
	}
	if zeros > million || q.Tenths > mostTenths/scale {
		return timex.Quantity{Vague: true}, i + 1
	}
	return timex.Quantity{Tenths: q.Tenths * scale}, i + 1
}

// wholeCount reads a count without a fraction.
func (p *parser) wholeCount(i int, f *frame) int {
	q, next := p.Group(grpCount, i)
	if next == i || !wholeTenths(q[reader.FieldValue]) {
		return i
	}
	f[reader.FieldValue] = q[reader.FieldValue]
	return next
}

func wholeTenths(n int32) bool { return n > 0 && n%tenths == 0 }

// wholeDays reports whether a count of hours is one of days.
func wholeDays(n int32) bool { return n > 0 && n%(24*tenths) == 0 }

// cardinal reads a number in words.
func (p *parser) cardinal(i int) (timex.Quantity, int) {
	n, size := p.cardinalWords(p.words(i))
	n.Exp++ // tenths
	count, ok := n.Int()
	if size == 0 || !ok || count > mostTenths {
		return timex.Quantity{}, i
	}
	return timex.Quantity{Tenths: count}, p.behind(i, size)
}

func (p *parser) cardinalWords(s string) (numeral.Number, int) {
	if p.numbers != nil {
		return p.numbers.Cardinal(s)
	}
	return numeral.Cardinal(s)
}

func (p *parser) ordinalWords(s string) (n, size int) {
	if p.numbers != nil {
		return p.numbers.Ordinal(s)
	}
	return numeral.Ordinal(s)
}

// ordinal reads "third", "21st", "twenty-first".
func (p *parser) ordinal(i int) (n, next int) {
	suffixed := p.At(i+1).Kind == reader.Word && p.At(i+1).Glued
	if k := p.At(i).Kind; k != reader.Word && !(k == reader.Number && suffixed) {
		return 0, i
	}
	n, size := p.ordinalWords(p.words(i))
	if size == 0 {
		return 0, i
	}
	return n, p.behind(i, size)
}

// words is the text from token i on, as far as a number in words can reach.
func (p *parser) words(i int) string {
	start := p.At(i).Start
	if p.At(i + 1).Inner { // dreijährig
		j := i + 1
		for p.At(j).Inner && p.InAny(j, clsCardinal, clsAnd) {
			j++
		}
		return p.Text[start:p.At(j-1).End]
	}
	return p.Text[start:min(len(p.Text), start+numeralBytes)]
}

// behind is the token behind the bytes that start with token i.
func (p *parser) behind(i, size int) int {
	j := i + 1
	for p.At(j).Kind != reader.End && p.At(j).Start < p.At(i).Start+size {
		j++
	}
	return j
}
