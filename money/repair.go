package money

import (
	"context"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/copydesk-go/copydesk/internal/scan"
)

// Repair mends damaged sums in place: "$ 9.5 billion. in" becomes "$9.5 billion
// in". It is a step of normalisation, with the method that the package
// normalize asks for. The zero value is ready, and safe for concurrent use.
//
// What it mends: space between a symbol and its number; letters split from
// their dollar sign (US $5); full stops, spaces and doubled marks inside a
// number (9. 5 billion; 3, 904; 1,,000); a full stop between number and scale,
// or behind the sum in the middle of a sentence; decimal commas (2,25 billion);
// ordinary spaces between thousands, except in currencies at home where that is
// the custom; scale words that are glued or cut (5million, m illion); line
// breaks and runs of space inside a sum; and # for £, where the text speaks of
// pounds.
//
// It never changes a value or a sum that is right, and leaves what it cannot
// read alone. A full stop that ends a sentence stays. So do the sums of a text
// in another language, which has customs of its own: US$ 1,5 milhão.
type Repair struct{}

// Name returns "money".
func (Repair) Name() string { return "money" }

// Edits proposes the repair of each sum.
func (r Repair) Edits(text string, emit func(start, end int, replacement string)) {
	r.EditsContext(context.Background(), text, emit)
}

// EditsContext is Edits that returns early when the context ends.
func (Repair) EditsContext(ctx context.Context, text string, emit func(start, end int, replacement string)) {
	languages := languageTrack{text: text}
	Finder{}.claims(ctx, text, true, func(r *resolver, c *claim, _ int) bool {
		if c.flawed {
			r.mend(c, &languages, emit)
		}
		return true
	})
}

// mend proposes the repair of a sum.
func (r *resolver) mend(c *claim, languages *languageTrack, emit func(start, end int, replacement string)) {
	m, text := &r.mends, r.text
	m.keepSpaces = r.spaced || spacedAtHome(c.codes)
	var s sum
	if _, ok := s.next(text, c.from, c.floor, len(text)); !ok {
		return
	}
	s.prev = c.prev
	m.edits, m.foreign = m.edits[:0], false
	m.sum(&s)
	if len(m.edits) == 0 {
		return
	}
	language := languages.at(s.start)
	if m.foreign && languageOf(text[max(0, s.start-nearby/2):min(len(text), s.end+nearby/2)]) == other {
		language = other // a page in another language may begin in English
	}
	if (language == english || language == unclear && s.scaleWord() && !m.foreign) && m.harmless(&s) {
		for _, e := range m.edits {
			emit(e.start, e.end, e.replacement)
		}
	}
}

// scaleWord reports whether the sum has a scale in words.
func (m *sum) scaleWord() bool { return m.a.scale.word || m.b.scale.word }

// What a text is written in.
const (
	unknown = iota
	english
	other
	unclear // too short to say
)

// A languageTrack knows what the text is written in, and each of its lines as
// far as that can be said.
type languageTrack struct {
	text           string
	start, end     int // of the line asked about last
	ofLine, ofText int
}

// at returns what the text is written in at offset i: in another language where
// either the line or all of it is.
func (t *languageTrack) at(i int) int {
	if t.ofLine == unknown || i < t.start || i >= t.end {
		t.start = strings.LastIndexByte(t.text[:i], '\n') + 1
		t.end = len(t.text)
		if n := strings.IndexByte(t.text[i:], '\n'); n >= 0 {
			t.end = i + n + 1
		}
		t.ofLine = languageOf(t.text[t.start:t.end])
	}
	if t.ofText == unknown {
		t.ofText = languageOf(t.text)
	}
	if t.ofLine == other || t.ofText == unclear {
		return t.ofLine
	}
	return t.ofText
}

// languageOf tells English from the other languages of the press by their
// commonest words.
func languageOf(text string) int {
	text = text[:min(len(text), farthest)]
	here, there := 0, 0
	for i := 0; i < len(text); i++ {
		if !scan.Letter(text[i]) {
			continue
		}
		from := i
		var small [5]byte
		for ; i < len(text) && scan.Letter(text[i]); i++ {
			if i-from < len(small) {
				small[i-from] = text[i] | 0x20
			}
		}
		if i-from > len(small) || i < len(text) && text[i] >= utf8.RuneSelf || from > 0 && text[from-1] >= utf8.RuneSelf {
			continue
		}
		switch string(small[:i-from]) {
		case "the", "and", "of", "to", "with", "from", "that", "its", "have", "this", "would", "said", "which", "were", "than", "by":
			here += 2
		case "it", "in", "was", "is", "for", "on", "at", "has", "are": // and words of other languages
			here++
		case "de", "la", "le", "el", "que", "do", "da", "em", "et", "les", "des", "der", "und", "das", "den", "ist", "von", "mit", "auf", "ein", "eine", "il", "che", "del", "della", "los", "las", "una", "une",
			"og", "er", "med", "av", "har", "ikke", "ja", "oli", "ovat", "yang", "dan", "di", "untuk", "dengan", "jest", "przez",
			"por", "para", "com", "os", "dos", "ao", "mais", "du", "au", "aux", "est", "dans", "pour", "sur", "het", "een", "van", "och", "det", "att", "til", "som", "nie", "ve", "bir", "cho", "nh", "se", "en", "uma", "si":
			there += 2
		}
	}
	switch {
	case here > there && here > 1:
		return english
	case there > 0:
		return other
	}
	return unclear
}

// spacedAtHome reports whether the press of a currency's country groups digits
// by spaces.
func spacedAtHome(code string) bool {
	return has("EURZARNADLSLSZLMURMGAXOFXAFXPFSEKNOKDKKISKPLNCZKHUFRUBUAHBYNKZTCHF", code)
}

// A mender gathers the repairs of one sum.
type mender struct {
	text       string
	keepSpaces bool
	edits      []edit
	foreign    bool // an edit is of what other languages write so
}

type edit struct {
	start, end  int
	replacement string
}

// nearby is how much of a text around a sum decides how it is read.
const nearby = 64

// harmless reports whether, when the edits are made, the sum is read as before
// and nothing is left to mend.
func (m *mender) harmless(s *sum) bool {
	from, to := m.before(s), min(len(m.text), s.end+nearby)
	b := make([]byte, 0, to-from)
	at, size := from, s.end-s.start
	for _, e := range m.edits {
		b = append(append(b, m.text[at:e.start]...), e.replacement...)
		at = e.end
		if at <= s.end {
			size += len(e.replacement) - (e.end - e.start)
		}
	}
	mended := string(append(b, m.text[at:to]...))
	floor := 0
	for at = 0; ; {
		var again sum
		next, ok := again.next(mended, at, floor, len(mended))
		if !ok || again.start > s.start-from {
			return false
		}
		if again.start == s.start-from {
			rest := mender{text: mended, keepSpaces: m.keepSpaces}
			rest.sum(&again)
			return len(rest.edits) == 0 && again.end-again.start == size && (again.strong || !s.strong) && again.min == s.min && again.max == s.max &&
				(again.codes == s.codes || s.flags&hash != 0 && again.codes[:3] == s.codes[:3])
		}
		at, floor = next, again.end
	}
}

// before returns where to start reading so as to read a sum as in its text: some
// way before the sum before it, if that is near, behind a word.
func (m *mender) before(s *sum) int {
	start := s.start
	if s.start-s.prev < 4*nearby {
		start = s.prev
	}
	from := start - nearby
	if from <= 0 {
		return 0
	}
	word := strings.IndexFunc(m.text[from:start], unicode.IsLetter)
	if word < 0 {
		return start
	}
	return min(start, wordEnd(m.text, from+word))
}

// flawed reports whether a sum as it was read has something to mend, whatever its currency.
func (m *mender) flawed(s *sum) bool {
	m.edits, m.keepSpaces = m.edits[:0], false
	m.sum(s)
	return len(m.edits) > 0
}

// replace emits the difference between text[start:end] and its replacement.
func (m *mender) replace(start, end int, replacement string) {
	old := m.text[start:end]
	for start < end && replacement != "" && old[0] == replacement[0] {
		old, replacement, start = old[1:], replacement[1:], start+1
	}
	for start < end && replacement != "" && old[len(old)-1] == replacement[len(replacement)-1] {
		old, replacement, end = old[:len(old)-1], replacement[:len(replacement)-1], end-1
	}
	if start < end || replacement != "" {
		m.edits = append(m.edits, edit{start, end, replacement})
	}
}

func (m *mender) sum(s *sum) {
	if !s.a.there() {
		return
	}
	last := &s.a
	m.amount(&s.a)
	if s.b.there() {
		m.amount(&s.b)
		last = &s.b
	}
	if s.end == last.end && (last.scale.word || last.unit.word) {
		m.stopBehind(s.end)
	}
}

// amount mends the parts of an amount from left to right.
func (m *mender) amount(a *amount) {
	f := &a.figure
	if a.sign.there() && !a.words {
		m.sign(a.sign, f.start)
	}
	if a.words {
		m.spaces(f.start, a.end)
		return
	}
	if text := m.figure(f, a); text != "" {
		m.replace(f.start, f.end, text)
	}
	at := f.end
	if a.scale.there() && a.scale.start < a.end && a.scale.start >= at && !a.scale.plus {
		m.scale(at, &a.scale)
		at = a.scale.end
	}
	if a.unit.there() && a.unit.start >= at {
		m.spaces(at, a.unit.end)
	}
}

func (m *mender) sign(u unit, number int) {
	text := m.text[u.start:u.end]
	switch {
	case u.split:
		dollar := u.end - 1
		prefix := u.start + len(strings.TrimRight(m.text[u.start:dollar], " \n\r\t\u00a0\u202f\u2009"))
		if findCurrency(m.text[u.start:prefix]) == nil && belongs(m.text, u.start, dollar) { // "AUD $5" is a custom
			m.replace(prefix, dollar, "")
		}
	case u.parted:
		stop := u.end - 1
		m.replace(u.start+len(strings.TrimRight(m.text[u.start:stop], " ")), stop, "")
	case text == "#" && (u.start == 0 || !scan.Letter(m.text[u.start-1])):
		m.replace(u.start, u.end, "£")
	}
	gap := m.text[u.end:number]
	switch last := text[len(text)-1]; {
	case strings.Contains(gap, "\n\n"):
	case scan.Letter(last) || last == '.' || last == '/' || last == '=':
		if strings.IndexByte(gap, '\n') < 0 { // a line may end with a code
			m.spaces(u.end, number)
		}
	default:
		m.replace(u.end, number, "")
	}
}

// figure returns the number as it should be written, "" when it is right.
func (m *mender) figure(f *figure, a *amount) string {
	flaws := f.flaws
	if m.keepSpaces {
		flaws &^= spaced
	}
	if f.groups == '.' || a.unit.symbol && !a.sign.there() {
		flaws &^= decimalComma
	}
	if a.sign.end-a.sign.start == 1 && scan.Letter(m.text[a.sign.start]) {
		flaws &^= spaced // P2 500GB is a model
	}
	m.foreign = m.foreign || flaws&decimalComma != 0
	if flaws == 0 || f.groups == '.' {
		return ""
	}
	text := m.text[f.start:f.end]
	digits := make([]byte, 0, len(text))
	for i := range len(text) {
		if scan.Digit(text[i]) {
			digits = append(digits, text[i])
		}
	}
	whole, places := digits[:len(digits)-f.places], digits[len(digits)-f.places:]
	sep := f.groups
	if sep == ' ' && flaws&spaced != 0 {
		sep = ','
	}
	var b strings.Builder
	for i, d := range whole {
		left := len(whole) - i
		if sep != 0 && i > 0 && (left%3 == 0 && !f.indian || f.indian && (left == 3 || left > 3 && left%2 == 1)) {
			b.WriteByte(sep)
		}
		b.WriteByte(d)
	}
	if f.places > 0 {
		if f.flaws&decimalComma != 0 && flaws&decimalComma == 0 {
			b.WriteByte(',')
		} else {
			b.WriteByte('.')
		}
		b.Write(places)
	}
	return b.String()
}

// scale mends what stands between the figures, which end at i, and the scale,
// and the scale itself.
func (m *mender) scale(i int, w *scaleWord) {
	gap := m.text[i:w.start]
	switch {
	case w.stray >= 0:
		m.replace(i, w.start, " ")
	case gap == "" && w.word:
		m.replace(i, i, " ")
	default:
		m.spaces(i, w.start)
	}
	if w.broken {
		cut := w.start + strings.IndexByte(m.text[w.start:w.end], ' ')
		m.replace(cut, cut+1, "")
		return
	}
	m.spaces(w.start, w.end)
}

// spaces makes one space of each run of ASCII white space in text[start:end]
// that is more than one space.
func (m *mender) spaces(start, end int) {
	for i := start; i < end; i++ {
		if !asciiSpace(m.text[i]) {
			continue
		}
		from := i
		for i < end && asciiSpace(m.text[i]) {
			i++
		}
		if m.text[from:i] != " " {
			m.replace(from, i, " ")
		}
	}
}

func asciiSpace(b byte) bool { return b == ' ' || b == '\n' || b == '\r' || b == '\t' }

// continuations are words that go on with a sentence rather than start one.
const continuations = " in of for to from by at on over under with and or as per each worth into through during since after before between against toward towards annually while which that who is was has have had will would were are across via within among "

// stopBehind removes the full stop behind a sum that ends at i when the sentence
// goes on: a small letter follows, in a word that no sentence starts with, and
// the text is not one without capitals.
func (m *mender) stopBehind(i int) {
	s := m.text
	at := i
	if at < len(s) && s[at] == ' ' {
		at++
	}
	if at+2 >= len(s) || s[at] != '.' || s[at+1] != ' ' {
		return
	}
	next := at + 1
	for next < len(s) && next < at+4 && s[next] == ' ' {
		next++
	}
	end := wordEnd(s, next)
	if end-next < 2 || !strings.Contains(continuations, " "+s[next:end]+" ") || !hasCapital(s[max(0, i-120):i]) {
		return
	}
	m.replace(i, next, " ")
}

// hasCapital reports whether a word of s starts with a capital and goes on in
// small letters.
func hasCapital(s string) bool {
	for i := 0; i+1 < len(s); i++ {
		if s[i]-'A' < 26 && s[i+1]-'a' < 26 {
			return true
		}
	}
	return false
}
