package charset

import "slices"

// A Declared is a single-byte code that texts are decoded from when it is declared, and
// that no text is taken for otherwise. Bytes below 80 may be letters too.
type Declared struct {
	Name    string
	aliases []string
	table   [256]uint16
}

// Decode returns the character of a byte, or U+FFFD.
func (c *Declared) Decode(b byte) rune { return rune(c.table[b]) }

// DeclaredNamed returns the code with a name in small letters, or nil.
func DeclaredNamed(name string) *Declared {
	for k := range declared {
		if c := &declared[k]; c.Name == name || slices.Contains(c.aliases, name) {
			return c
		}
	}
	return nil
}
