package copydesk

import (
	"fmt"
	"strings"
)

// Parts is a set of the parts of the work. Its text is their names with commas
// between them, such as "dates,money".
type Parts uint8

// The parts, which are sets of one: join them with |.
const (
	PartNormalize Parts = 1 << iota // the text is cleaned
	PartDates
	PartMoney
	PartEntities

	PartsAll = PartNormalize | PartDates | PartMoney | PartEntities
)

var partNames = []string{"normalize", "dates", "money", "entities"}

// Has reports whether all parts of q are in p.
func (p Parts) Has(q Parts) bool { return p&q == q }

// String returns the names of the parts with commas between them.
func (p Parts) String() string {
	var names []string
	for i, name := range partNames {
		if p.Has(1 << i) {
			names = append(names, name)
		}
	}
	if extra := p &^ PartsAll; extra != 0 {
		names = append(names, fmt.Sprintf("parts %#x", uint8(extra)))
	}
	return strings.Join(names, ",")
}

// MarshalText returns the same text as String, or an error for what is no Parts.
func (p Parts) MarshalText() ([]byte, error) {
	if extra := p &^ PartsAll; extra != 0 {
		return nil, fmt.Errorf("copydesk: no parts %#x", uint8(extra))
	}
	return []byte(p.String()), nil
}

// UnmarshalText reads what MarshalText writes, in any order and with space
// around the names. The error is for a name that is none or stands there twice.
func (p *Parts) UnmarshalText(text []byte) error {
	var all Parts
	for name := range strings.SplitSeq(string(text), ",") {
		if len(text) == 0 {
			break
		}
		part := partOf(strings.TrimSpace(name))
		if part == 0 || all.Has(part) {
			return fmt.Errorf("copydesk: %q is not one of %s, or stands there twice", name, strings.Join(partNames, ", "))
		}
		all |= part
	}
	*p = all
	return nil
}

func partOf(name string) Parts {
	for i, known := range partNames {
		if name == known {
			return 1 << i
		}
	}
	return 0
}
