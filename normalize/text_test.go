package normalize

import (
	"cmp"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/require"
)

// proposals is a step that proposes the edits it was given.
type proposals []proposal

type proposal struct {
	start, end  int
	replacement string
}

func (s proposals) Edits(_ string, emit func(int, int, string)) {
	for _, p := range s {
		emit(p.start, p.end, p.replacement)
	}
}

// scribble is a step that proposes random edits, sound and unsound, the same
// ones for the same text.
type scribble struct {
	seed  uint64
	sound bool
}

func (s scribble) Edits(text string, emit func(int, int, string)) {
	rng := rand.New(rand.NewPCG(s.seed, uint64(len(text))))
	replacements := []string{"", "", "x", "éß", "“", "long words", "\n", "𝒳", "\xff", "\xe2\x80"}
	for at := 0; at <= len(text); {
		start := at + rng.IntN(6)
		end := start + rng.IntN(4)
		if !s.sound && rng.IntN(4) == 0 {
			start, end = rng.IntN(2*len(text)+9)-4, rng.IntN(2*len(text)+9)-4
		}
		emit(start, end, replacements[rng.IntN(len(replacements))])
		at = max(at, end)
		if rng.IntN(3) == 0 {
			at++
		}
	}
}

// model is the slow truth about alignment: for every byte of the output the
// source range it came from, and for every offset of the output the lowest and
// highest offset of the source that it stands for.
type model struct {
	text   string
	bytes  []span
	points []span
}

func newModel(s string) model {
	m := model{text: s, bytes: make([]span, len(s)), points: make([]span, len(s)+1)}
	for i := range m.bytes {
		m.bytes[i] = span{i, i + 1}
	}
	for i := range m.points {
		m.points[i] = span{i, i}
	}
	return m
}

func (m model) source(a, b int) (int, int) {
	if a == b {
		return m.points[a].start, m.points[a].end
	}
	return m.bytes[a].start, m.bytes[b-1].end
}

// apply replaces ranges of m's text. Offsets inside a replacement stand for
// all that was replaced.
func (m model) apply(edits []edit) model {
	var out model
	var text strings.Builder
	at := 0
	// point says that the offset at the end of the output so far stands for an
	// offset of m, among others.
	point := func(p int) {
		if len(out.points) == text.Len() {
			out.points = append(out.points, span{p, p})
		}
		out.points[text.Len()].end = p
	}
	keep := func(to int) {
		for ; at < to; at++ {
			point(at)
			text.WriteByte(m.text[at])
			out.bytes = append(out.bytes, m.bytes[at])
		}
		point(at)
	}
	for _, e := range edits {
		keep(e.start)
		from, to := m.source(e.start, e.end)
		for i := e.outStart; i < e.outEnd; i++ {
			if i > e.outStart {
				out.points = append(out.points, span{e.start, e.end})
			}
			text.WriteByte('?')
			out.bytes = append(out.bytes, span{from, to})
		}
		at = e.end
		point(at)
	}
	keep(len(m.text))
	for i, p := range out.points {
		out.points[i].start, out.points[i].end = m.source(p.start, p.end)
	}
	out.text = text.String()
	return out
}

func randomText(rng *rand.Rand, n int) string {
	alphabet := []string{"a", "b", " ", ".", "\n", "é", "”", "𝒳", "\xff", "\xc3", "\xe2\x80"}
	var b strings.Builder
	for range n {
		b.WriteString(alphabet[rng.IntN(len(alphabet))])
	}
	return b.String()
}

func TestAlignmentAgreesWithTheModel(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 2))
	for range 3000 {
		var steps []Step
		for range rng.IntN(8) {
			steps = append(steps, scribble{rng.Uint64(), rng.IntN(2) == 0})
		}
		s := randomText(rng, rng.IntN(30))
		text := New(steps...).Align(s)
		m := newModel(s)
		for _, l := range text.layers {
			m = m.apply(slices.Collect(l.edits.all()))
		}
		require.Equal(t, len(m.text), len(text.String()))
		for a := 0; a <= len(text.String()); a++ {
			for b := a; b <= len(text.String()); b++ {
				start, end := text.Source(a, b)
				wantStart, wantEnd := m.source(a, b)
				require.Equal(t, span{wantStart, wantEnd}, span{start, end}, "%q -> %q: [%d, %d)", s, text, a, b)
			}
		}
		back := newModel(text.String())
		for _, l := range slices.Backward(text.layers) {
			back = back.apply(inverse(slices.Collect(l.edits.all())))
		}
		for a := 0; a <= len(s); a++ {
			for b := a; b <= len(s); b++ {
				start, end := text.Target(a, b)
				wantStart, wantEnd := back.source(a, b)
				require.Equal(t, span{wantStart, wantEnd}, span{start, end}, "%q -> %q: [%d, %d)", s, text, a, b)
			}
		}
		checkText(t, s, text)
	}
}

// A list gives back the edits that it was given, and finds any of them from wherever its block
// begins.
func TestEditList(t *testing.T) {
	rng := rand.New(rand.NewPCG(3, 4))
	for n := range 4 * editsPerBlock {
		var list editList
		var want []edit
		last := edit{}
		for range n {
			gap := rng.IntN(3) * rng.IntN(300)
			last.follow(gap, 1+rng.IntN(3), rng.IntN(200))
			last.detail = strings.Repeat("x", rng.IntN(30))
			list.add(last)
			want = append(want, last)
		}
		list = list.take()
		require.Equal(t, want, slices.Collect(list.all()))
		for at := range n + 1 {
			q := query{span: span{last.end, last.end + 1}}
			if at < n {
				q.span = span{want[at].start, want[at].end}
			}
			before, found, some, ok := list.find(q)
			require.Equal(t, at < n, ok)
			require.Equal(t, at > 0, some)
			if some {
				require.Equal(t, want[at-1].extents, before)
			}
			if ok {
				require.Equal(t, want[at].extents, found)
			}
		}
	}
}

// inverse returns the edits that lead back.
func inverse(edits []edit) []edit {
	back := make([]edit, len(edits))
	for i, e := range edits {
		back[i] = edit{extents: e.turned()}
	}
	return back
}

// checkText checks what must hold for any Text of s.
func checkText(t *testing.T, s string, text Text) {
	t.Helper()
	out := text.String()
	require.True(t, utf8.ValidString(out), "valid UTF-8: %q", out)
	at := 0
	for c := range text.Changes() {
		require.True(t, at <= c.Start && c.Start <= c.End && c.End <= len(out), "%+v in %q", c, out)
		require.True(t, 0 <= c.SourceStart && c.SourceStart <= c.SourceEnd && c.SourceEnd <= len(s), "%+v of %q", c, s)
		require.True(t, boundary(out, c.Start) && boundary(out, c.End), "%+v cuts a rune of %q", c, out)
		require.NotEqual(t, c.From, c.To)
		require.NotEmpty(t, c.Step)
		at = c.Start
	}
	checkMap(t, out, s, text.Source)
	if utf8.ValidString(s) {
		checkMap(t, s, out, text.Target)
	}
	if len(text.layers) == 0 {
		require.Equal(t, s, out)
	}
	// The edits of the whole give the whole.
	if utf8.ValidString(s) {
		var all []byte
		at := 0
		for h := range text.hunks() {
			require.True(t, at <= h.start && h.start <= h.end, "%+v", slices.Collect(text.hunks()))
			all = append(all, s[at:h.start]...)
			all = append(all, out[h.outStart:h.outEnd]...)
			at = h.end
		}
		require.Equal(t, out, string(append(all, s[at:]...)))
	}
}

// checkMap checks that the characters of a text map to ranges of another that
// are in order, on its rune boundaries where it is valid, and that what a
// longer range maps to covers what its characters map to.
func checkMap(t *testing.T, from, to string, mapped func(start, end int) (int, int)) {
	t.Helper()
	valid := utf8.ValidString(to)
	wholeStart, wholeEnd := mapped(0, len(from))
	prevStart, prevEnd := 0, 0
	for i, r := range from {
		start, end := mapped(i, i+utf8.RuneLen(r))
		require.True(t, prevStart <= start && prevEnd <= end && start <= end, "monotone at %d of %q -> %q", i, from, to)
		require.True(t, wholeStart <= start && end <= wholeEnd && end <= len(to), "covered at %d of %q -> %q", i, from, to)
		require.True(t, !valid || boundary(to, start) && boundary(to, end), "runes at %d of %q -> %q", i, from, to)
		prevStart, prevEnd = start, end
	}
}

// Changes come in order of place and, at one place, of the steps.
func TestChangesAreInOrder(t *testing.T) {
	for seed := range uint64(300) {
		var steps []Step
		for i := range 1 + seed%5 {
			steps = append(steps, scribble{seed: seed*10 + i})
		}
		text := New(steps...).Align("Es war spät, “sehr” spät, и поздно. \xff Late it was.")
		var want []Change
		for k := range text.layers {
			a := aheadOf{packed: text.layers[k].edits.packed}
			for text.step(k, &a); a.more; text.step(k, &a) {
				want = append(want, a.change)
			}
		}
		slices.SortStableFunc(want, func(a, b Change) int { return cmp.Or(a.Start-b.Start, a.SourceStart-b.SourceStart) })
		require.Equal(t, want, slices.Collect(text.Changes()), "seed %d", seed)
	}
}
