package reader

// Name returns the number of the longest name that starts at token i, and the token
// behind it, or i if there is none.
//
// The names that start with a word stand behind one another in the table, with 0 after
// the last: the number of a name, how many parts it has behind its first word, and
// these. A part is a word by its number, or a mark below 0.
func (t *Tokens) Name(i int) (number, next int) {
	next = i
	if !t.In(i, t.table.Named) {
		return 0, i
	}
	names := t.table.Names[t.Value(i, t.table.Named):]
	for names[0] != 0 {
		parts := names[2 : 2+names[1]]
		if j := t.parts(i+1, parts); j > next {
			number, next = int(names[0]), j
		}
		names = names[2+len(parts):]
	}
	return number, next
}

// parts returns the token behind the parts of a name, the first of which is at token j,
// or 0. A full stop may be left out, and a space stands for a hyphen.
func (t *Tokens) parts(j int, parts []int16) int {
	for _, part := range parts {
		k := t.At(j)
		switch mark := byte(-part); {
		case part > 0 && k.Word == uint16(part), part < 0 && k.Mark == mark:
			j++
		case part < 0 && (mark == '.' || mark == '-' && !k.Glued):
		default:
			return 0
		}
	}
	return j
}

// named reports whether a name starts with token i.
func (t *Tokens) named(i int) bool {
	_, next := t.Name(i)
	return next > i
}
