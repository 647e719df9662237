package entities

// link says which mentions of a text are the same thing: it fills Canonical,
// Cluster and Country of ms, which are in order of Start.
func link(text string, ms []Mention) {
	seen := make(map[string]int)
	for i := range ms {
		m := &ms[i]
		surface := text[m.Start:m.End]
		c, ok := seen[surface]
		if !ok {
			c = len(seen) + 1
			seen[surface] = c
		}
		m.Cluster, m.Canonical = c, surface
	}
}
