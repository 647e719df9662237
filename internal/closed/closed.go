// Package closed is what the closed sets of the library share: small integers
// with a name each, which read back what they write.
//
//	var modNames = closed.Set{Package: "money", Kind: "modifier", Names: []string{"", "APPROX"}}
//
//	func (m Mod) String() string                { return modNames.String(uint8(m)) }
//	func (m Mod) MarshalText() ([]byte, error)  { return modNames.MarshalText(uint8(m)) }
//	func (m *Mod) UnmarshalText(b []byte) error { return modNames.UnmarshalText((*uint8)(m), b) }
package closed

import "fmt"

// A Set is the names of the values 0, 1, 2 … of a type, in their order.
type Set struct {
	Package string   // of the type, for errors
	Kind    string   // what a value is called, for errors
	Names   []string // "" for a value that says nothing, or that is none
}

// Has reports whether v is a value of the set.
func (s *Set) Has(v uint8) bool { return int(v) < len(s.Names) }

// String returns the name of v, or "kind 9" if it is none of the set.
func (s *Set) String(v uint8) string {
	if !s.Has(v) {
		return fmt.Sprintf("%s %d", s.Kind, v)
	}
	return s.Names[v]
}

// MarshalText returns the name of v, or an error if it is none of the set.
func (s *Set) MarshalText(v uint8) ([]byte, error) {
	if !s.Has(v) {
		return nil, fmt.Errorf("%s: no %s %d", s.Package, s.Kind, v)
	}
	return []byte(s.Names[v]), nil
}

// UnmarshalText sets v to the value with that name. Where there is none it
// returns an error and leaves v alone.
func (s *Set) UnmarshalText(v *uint8, text []byte) error {
	for i, name := range s.Names {
		if name == string(text) {
			*v = uint8(i)
			return nil
		}
	}
	return fmt.Errorf("%s: no %s %.20q", s.Package, s.Kind, text)
}
