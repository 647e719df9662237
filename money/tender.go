package money

import "time"

// dayOf makes a number of a day, as the table of currencies has it: 20220401. It
// is 0 for the zero time.
func dayOf(t time.Time) int32 {
	if t.IsZero() {
		return 0
	}
	return int32(t.Year()*10000 + int(t.Month())*100 + t.Day())
}

// A tender tells which of the currencies that followed one another under one name
// a text of some day means. It remembers what it was asked last.
type tender struct {
	day   int32 // of the text; 0: today's
	asked [4]struct {
		codes, left string
		flags       flags
	}
	next int
}

// left returns the codes without those that were not in force, or were in force
// no more: of two that overlap the later one, or the one before it where the text
// says that it is the old one.
func (t *tender) left(codes string, f flags) string {
	f &= former
	for i := range t.asked {
		if a := &t.asked[i]; a.codes == codes && a.flags == f {
			return a.left
		}
	}
	left := t.choose(codes, f)
	a := &t.asked[t.next]
	a.codes, a.left, a.flags = codes, left, f
	t.next = (t.next + 1) % len(t.asked)
	return left
}

func (t *tender) choose(codes string, f flags) string {
	var buf [64 * 3]byte
	var known [64]*currency
	left, all := buf[:0], currenciesOf(known[:0], codes)
	for i, c := range all {
		if c.line != "" { // in the place of the first of the line
			if bestOf(all[:i], c.line, anyCurrency, false) != nil {
				continue
			}
			c = t.inForce(all, c.line, f)
		}
		left = append(left, c.code...)
	}
	if string(left) == codes {
		return codes
	}
	return string(left)
}

// inForce returns the currency of a line, among some, that is meant.
func (t *tender) inForce(among []*currency, line string, f flags) *currency {
	best := bestOf(among, line, func(c *currency) bool {
		if t.day == 0 {
			return c.until == 0
		}
		return c.from <= t.day && (c.to == 0 || t.day <= c.to)
	}, t.day != 0)
	if best == nil {
		best = bestOf(among, line, func(c *currency) bool { return t.day == 0 || c.from <= t.day }, true)
	}
	if best == nil {
		best = bestOf(among, line, anyCurrency, false)
	}
	if f&former != 0 {
		if old := bestOf(among, line, func(c *currency) bool { return c.from < best.from }, true); old != nil {
			return old
		}
	}
	return best
}

func anyCurrency(*currency) bool { return true }

// currenciesOf appends the currencies of codes to dst, as far as there is room.
func currenciesOf(dst []*currency, codes string) []*currency {
	for i := 0; i < len(codes) && len(dst) < cap(dst); i += 3 {
		dst = append(dst, findCurrency(codes[i:i+3]))
	}
	return dst
}

// bestOf returns the first currency of a line among some that fits, or with
// latest the one that came last.
func bestOf(among []*currency, line string, fits func(*currency) bool, latest bool) *currency {
	var best *currency
	for _, c := range among {
		if c.line == line && fits(c) && (best == nil || latest && c.from > best.from) {
			best = c
		}
	}
	return best
}

// succeeded reports whether one of the codes came before or after another of its name.
func succeeded(codes string) bool {
	for i := 0; i < len(codes); i += 3 {
		if findCurrency(codes[i:i+3]).line != "" {
			return true
		}
	}
	return false
}
