package normalize

// accept is the score from which on a candidate is taken.
const accept = 6

// weigh gives the evidence that a candidate is damage: how strange its
// characters are as they stand, and how well what they decode to fits between
// its neighbours.
func (l *line) weigh(c *candidate, before, after char) int32 {
	return l.oddness(int(c.at), int(c.n)) + l.fitness(c.char, before, after)
}

// agreement gives what the rest of the line and of the document say about the
// code page of a candidate.
func (l *line) agreement(c *candidate, sum *summary) int32 {
	own := min(max(c.score, -8), 8)
	rest := sum.total - own
	if rest <= 0 {
		return max(rest/4, -4)
	}
	s := min(rest/4, 5)
	if sum.uncovered == 0 {
		s += 2
	}
	return s
}

// oddness sums up how unusual the characters of l.cells[at:at+n] are beside
// each other and beside their neighbours.
func (l *line) oddness(at, n int) int32 {
	prev := l.cell(at - 1)
	var sum int32
	for i := at; i <= at+n; i++ {
		c := l.cell(i)
		sum += odd(prev, c)
		prev = c
	}
	return min(sum, 8)
}

// cell returns the character at i; beyond the line there is white space.
func (l *line) cell(i int) char {
	if i < 0 || i >= len(l.cells) {
		return asciiChars['\n']
	}
	return l.cells[i].char
}

// odd says how unusual it is in undamaged text that b follows a.
func odd(a, b char) int32 {
	if a.c == clsControl && a.r >= 0x80 || b.c == clsControl && b.r >= 0x80 {
		return 5
	}
	if a.c == clsPrivate || b.c == clsPrivate {
		return 4
	}
	al, bl := a.letter(), b.letter()
	switch {
	case al && bl:
		return oddLetters(a, b)
	case al:
		switch b.c {
		case clsCurrency:
			return 3
		case clsMath:
			return 3
		case clsOpen:
			return 3
		case clsFraction:
			return 2
		case clsInvert:
			return 3
		case clsBox, clsAccent:
			return 4
		case clsSuper:
			return 1
		case clsHidden:
			return 1
		}
	case bl:
		switch a.c {
		case clsCurrency:
			return 2
		case clsMath:
			return 2
		case clsSuper, clsFraction:
			return 3
		case clsBox, clsAccent:
			return 4
		case clsClose:
			if a.r != '’' {
				return 2
			}
		case clsHidden:
			return 1
		}
	case a.c == clsBox && b.c == clsBox, a.c == clsSpace, b.c == clsSpace, a.c == clsPunct, b.c == clsPunct, a.c == clsDigit, b.c == clsDigit:
		return 0
	case a.c >= clsOpen && a.c <= clsAccent && b.c >= clsOpen && b.c <= clsAccent:
		switch {
		case a.c <= clsDash && b.c <= clsDash:
			return 0
		case a.c == clsSuper && (b.c == clsClose || b.c == clsDash):
			return 0
		case b.c == clsClose || b.c == clsDash:
			return 1
		}
		return 3
	}
	return 0
}

// oddLetters says how unusual two letters are beside each other.
func oddLetters(a, b char) int32 {
	switch {
	case a.c == clsMark || b.c == clsMark:
		return 0
	case a.s != b.s:
		return 4
	case a.c == clsLower && b.c == clsUpper:
		return 2
	case a.c == clsUpper && b.c == clsLower:
		return -1
	}
	return -2
}

// fitness says how well an output character stands between its neighbours.
func (l *line) fitness(c, before, after char) int32 {
	switch c.c {
	case clsLower, clsUpper, clsLetter, clsWide:
		return fitLetter(c, before, after)
	case clsMark:
		if before.letter() && (c.s == noScript || c.s == before.s) {
			return 4
		}
		return -6
	case clsOpen, clsClose, clsDash:
		return fitMark(c, before, after)
	case clsCurrency:
		if after.c == clsDigit || before.c == clsDigit || before.gap() && after.gap() {
			return 4
		}
		return -1
	case clsSuper:
		return fitSuper(c, before, after)
	case clsFraction:
		if before.c == clsDigit || before.gap() {
			return 3
		}
		return -1
	case clsInvert:
		if after.letter() && (before.gap() || before.c == clsPunct || before.c == clsOpen) {
			return 5
		}
		if after.c == clsInvert || before.c == clsInvert {
			return 2
		}
		return -3
	case clsMath:
		if (before.c == clsDigit || before.gap()) && (after.c == clsDigit || after.gap()) {
			return 3
		}
		return 0
	case clsNBSP:
		if before.gap() && after.gap() {
			return 0
		}
		return 2
	case clsHidden:
		return 1
	case clsWideMark:
		if before.s == eastAsian || after.s == eastAsian || before.c == clsWideMark || after.c == clsWideMark {
			return 4
		}
		return -2
	case clsEmoji, clsLost:
		return 3
	case clsBox:
		return -1
	case clsDigit, clsOther:
		if c.s != noScript && (before.s == c.s || after.s == c.s) {
			return 3
		}
		return -2
	case clsAccent:
		return -4
	case clsControl, clsPrivate:
		return -8
	}
	return -2
}

func fitLetter(c, before, after char) int32 {
	joined := int32(0)
	if before.joins(c) || before.c == clsMark {
		joined++
	}
	if after.joins(c) || after.c == clsMark {
		joined++
	}
	var s int32
	switch {
	case c.s >= rare, c.s == phonetic:
		return joined - 7
	case c.s == latin:
		s = latinFit(c, joined)
	case joined == 0:
		return -5
	default:
		s = 2 + joined
	}
	if c.c == clsUpper && before.c == clsLower && before.s == c.s || c.c == clsLower && before.c == clsUpper && after.c == clsUpper && before.s == c.s {
		s -= 3
	}
	if before.letter() && before.s != c.s && before.c != clsMark || after.letter() && after.s != c.s && after.c != clsMark {
		s -= 4
	}
	return s
}

// latinFit rates a Latin letter with joined Latin neighbours.
func latinFit(c char, joined int32) int32 {
	s := 2*joined - 1
	switch r := c.r; {
	case r < 0x0180:
		s++
	case 0x01A0 <= r && r <= 0x01B0, 0x0218 <= r && r <= 0x021B, 0x1EA0 <= r && r <= 0x1EF9, r == 'ə', r == 'Ə':
	default:
		s -= 5
	}
	return s
}

func fitMark(c, before, after char) int32 {
	word := func(c char) bool { return c.letter() || c.c == clsDigit }
	starts := before.gap() || before.c == clsOpen || before.c == clsDash || before.r == '(' || before.r == '[' || before.r == '"' || before.r == '\'' || before.c == clsWideMark
	ends := after.gap() || after.c == clsClose || after.c == clsDash || after.c == clsPunct || after.c == clsWideMark
	switch c.r {
	case '’', '′':
		switch {
		case word(before) && after.letter():
			return 5
		case !before.gap() && ends:
			return 4
		case before.gap() && after.c == clsDigit:
			return 3
		}
		return -1
	case '‘', '“', '„', '‚', '«', '‹':
		switch {
		case starts && !ends, c.c == clsOpen && starts && after.gap() && (c.r == '«' || c.r == '‹'):
			return 4
		case c.r == '‘' || c.r == '“':
			if !before.gap() && ends {
				return 2
			}
		}
		return -2
	case '”', '»', '›', '″':
		switch {
		case !before.gap() && ends, before.gap() && ends && c.r != '”':
			return 4
		case starts && word(after):
			return 1
		}
		return -2
	case '–', '—', '―', '‐', '‑', '‒':
		switch {
		case before.gap() && after.gap(), before.c == clsDigit && after.c == clsDigit:
			return 5
		case word(before) && word(after):
			return 3
		}
		return 2
	case '…':
		if before.gap() && word(after) {
			return 2
		}
		return 4
	}
	return 1
}

func fitSuper(c, before, after char) int32 {
	switch c.r {
	case '°':
		if before.c == clsDigit || before.gap() && after.c == clsUpper {
			return 4
		}
		return 0
	case '™', '®', 'ª', 'º', '²', '³', '¹':
		if (before.letter() || before.c == clsDigit) && !after.letter() {
			return 3
		}
		return 0
	case '©', '§', '№':
		if after.gap() || after.c == clsDigit {
			return 3
		}
		return 0
	case '‰':
		if before.c == clsDigit || before.gap() {
			return 3
		}
	}
	return 0
}
