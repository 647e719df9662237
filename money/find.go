package money

import (
	"context"
	"fmt"
	"iter"
	"slices"
	"strings"
	"sync"
	"time"

	"golang.org/x/text/language"

	"github.com/copydesk-go/copydesk/internal/country"
	"github.com/copydesk-go/copydesk/internal/notes"
	"github.com/copydesk-go/copydesk/internal/octet"
	"github.com/copydesk-go/copydesk/internal/scan"
)

// A Mention is a sum of money in a text.
type Mention struct {
	// Start and End are offsets in bytes of the text, half-open, on rune boundaries.
	Start int `json:"start"`
	End   int `json:"end"`
	// Currency is a code of ISO 4217.
	Currency string `json:"currency,omitzero"`
	// Min and Max are in major units, and equal for a plain sum. Max is absent
	// in "millions of dollars".
	Min Decimal `json:"min,omitzero"`
	Max Decimal `json:"max,omitzero"`
	// Mod is what about, more than or up to say: the word is outside the span.
	Mod Mod `json:"mod,omitzero"`
	// Evidence is what the currency was read from.
	Evidence Evidence `json:"evidence,omitzero"`
	// Ambiguous says that the sum does not state its currency and that its sign
	// or word can mean another.
	Ambiguous bool `json:"ambiguous,omitzero"`
}

// Exact reports whether m is one amount, not a range and not vague. Words that
// bound it do not count: "more than $5" is exact, with a Mod. A plain sum, "$5", is
// Exact and has ModNone.
func (m Mention) Exact() bool { return m.Min == m.Max }

// Amount returns the amount of a mention that is Exact, and the zero Amount
// for others.
func (m Mention) Amount() Amount {
	if !m.Exact() {
		return Amount{}
	}
	return Amount{m.Min, m.Currency}
}

// A Finder finds sums of money in running text. The zero value works. A Finder is
// data: copy it, change its fields before use. Any number of goroutines may use one
// at the same time.
type Finder struct {
	// Language is that of the text: English, Spanish, French, German, Portuguese,
	// Italian, Dutch or Turkish, whose region (es-MX) decides like Country. The zero tag is
	// told by the text, line by line; in texts of other languages only what signs,
	// codes and figures say is found.
	Language language.Tag
	// Country is where the text was published, as an ISO 3166-1 alpha-2 code in
	// capitals. It decides whose dollar, peso, pound or rupee a bare sign or word
	// means where the text does not say.
	Country string
	// Published is when the text was published. It tells one currency of a country
	// from the next: kuna in 2022, euros in 2023. The zero time is today's.
	Published time.Time
	// Currency, an ISO 4217 code, does the same as Country for the signs and
	// words that can mean that currency, and wins over it.
	Currency string
}

// Validate returns an error for the first option that is wrong: a language that is
// not read, a Country or Currency that is no code of its standard. The methods that
// find take such an option as not set, but a language as said there.
func (f Finder) Validate() error {
	if base, _, _ := f.Language.Raw(); !f.english() && tongueOf(base.String()) == nil {
		return fmt.Errorf("money: language %s is not read", f.Language)
	}
	if f.Country != "" && !country.Valid(f.Country) {
		return fmt.Errorf("money: country %.20q is no ISO 3166-1 alpha-2 code in capitals", f.Country)
	}
	if f.Currency != "" && findCurrency(f.Currency) == nil {
		return fmt.Errorf("money: currency %.20q: %w", f.Currency, ErrUnknownCurrency)
	}
	return nil
}

// english reports whether the text is read as English.
func (f Finder) english() bool {
	if f.Language == language.Und {
		return true
	}
	base, _, _ := f.Language.Raw()
	return base.String() == "en"
}

// All returns an iterator over the sums of text, in order and not overlapping. The
// text is read once before the first, since what it says later may tell the
// currency.
func (f Finder) All(text string) iter.Seq[Mention] {
	return f.AllContext(context.Background(), text)
}

// AllContext is All that ends early when the context does, inside a long text too;
// the error of the context tells.
func (f Finder) AllContext(ctx context.Context, text string) iter.Seq[Mention] {
	return func(yield func(Mention) bool) {
		f.claims(ctx, text, false, func(r *resolver, m *claim, _ int) bool { return yield(r.mention(m)) })
	}
}

// FindAll returns the sums of text, in order; nil when there are none.
func (f Finder) FindAll(text string) []Mention { return f.Append(nil, text) }

// Append appends the sums of text to dst, in order.
func (f Finder) Append(dst []Mention, text string) []Mention {
	f.claims(context.Background(), text, false, func(r *resolver, m *claim, left int) bool {
		if len(dst) == cap(dst) {
			dst = slices.Grow(dst, left)
		}
		dst = append(dst, r.mention(m))
		return true
	})
	return dst
}

// All is [Finder.All] of the zero Finder.
func All(text string) iter.Seq[Mention] { return Finder{}.All(text) }

// FindAll is [Finder.FindAll] of the zero Finder.
func FindAll(text string) []Mention { return Finder{}.FindAll(text) }

// Append is [Finder.Append] of the zero Finder.
func Append(dst []Mention, text string) []Mention { return Finder{}.Append(dst, text) }

// window is how many sums of a text are held at a time. A text with more is read
// twice: once for what it says of currencies, once for its sums.
const window = 4096

// pool holds the scratch space of a text with money in it.
var pool = sync.Pool{New: func() any { return new(resolver) }}

// claims calls use with the sums in text, with what the text says of currencies
// and with how many more there are at most, until it returns false or the context
// ends. For a repair, it calls use only in a text that may have something to mend.
func (f Finder) claims(ctx context.Context, text string, repair bool, use func(r *resolver, m *claim, left int) bool) {
	if !repair && f.claimsNoted(ctx, text, use) {
		return
	}
	first := sum{reads: f.reading(text)}
	if repair && !first.reads.english() {
		return // only sums that are read as English are mended
	}
	at, ok := first.nextContext(ctx, text, 0, 0)
	if !ok {
		noteClaims(ctx, text, repair && first.reads == nil, nil)
		return
	}
	r := pool.Get().(*resolver)
	defer r.release()
	r.prepare(ctx, f, text)
	r.reads, r.repair = first.reads, repair
	r.take(&first, 0, 0, 0)
	at, more := r.fill(at)
	noteClaims(ctx, text, repair && first.reads == nil && !more, r.all)
	if !more && r.sound() {
		return
	}
	r.read(0)
	r.survey(0)
	left := len(r.all)
	if !more {
		r.decide(0, left, left, use)
		return
	}
	for next := at; more; { // what the rest says
		r.all = append(r.all[:0], r.all[len(r.all)-1])
		next, more = r.fill(next)
		r.read(1)
		r.survey(1)
		left += len(r.all) - 1
	}
	if r.sound() {
		return
	}
	r.all = r.all[:0]
	r.take(&first, 0, 0, 0)
	at, more = r.fill(first.end)
	r.read(0)
	for from := 0; ; from = reach {
		to := len(r.all)
		if more {
			to -= reach
		}
		if !r.decide(from, to, left, use) || !more {
			return
		}
		left -= to - from
		known := copy(r.all, r.all[to-reach:])
		r.all = r.all[:known]
		at, more = r.fill(at)
		r.read(known)
	}
}

// claimsKey is of the sums of a text that is all in English, as they stand there: a repair has
// read them when they are looked for.
type claimsKey struct{}

// noteClaims notes all sums of a text, if they are such.
func noteClaims(ctx context.Context, text string, english bool, all []claim) {
	if book := notes.From(ctx); english && book != nil {
		book.Put(text, claimsKey{}, slices.Clone(all))
	}
}

// claimsNoted does the work of claims if the sums have been noted.
func (f Finder) claimsNoted(ctx context.Context, text string, use func(r *resolver, m *claim, left int) bool) bool {
	all, ok := notes.From(ctx).Get(text, claimsKey{}).([]claim)
	if !ok || f.Language != language.Und && f.stretches(text) != nil {
		return false
	}
	if len(all) == 0 {
		return true
	}
	r := pool.Get().(*resolver)
	defer r.release()
	r.prepare(ctx, f, text)
	r.all = append(r.all, all...)
	r.read(0)
	r.survey(0)
	r.decide(0, len(all), len(all), use)
	return true
}

// fill reads sums from at on, as many as are held at a time, and reports where to
// go on and whether there may be more.
func (r *resolver) fill(at int) (next int, more bool) {
	m := sum{reads: r.reads}
	for len(r.all) < window {
		last := &r.all[len(r.all)-1]
		next, ok := m.nextContext(r.ctx, r.text, at, last.end)
		if !ok {
			return len(r.text), false
		}
		r.take(&m, at, last.end, last.start)
		at = next
	}
	return at, true
}

// take adds the claim of a sum that was read from some place.
func (r *resolver) take(m *sum, from, floor, prev int) {
	c := m.claimed(from, floor, prev)
	if r.repair && !m.spoken {
		c.flawed = m.reads != nil || r.mends.flawed(m)
		r.flawed = r.flawed || c.flawed
	}
	r.all = append(r.all, c)
}

// sound reports whether there is nothing to mend for one who asks for no more.
func (r *resolver) sound() bool { return r.repair && !r.flawed }

// decide settles the sums from one to another and calls use with those that are
// sums, until it returns false. No more than left are still to come.
func (r *resolver) decide(from, to, left int, use func(r *resolver, m *claim, left int) bool) bool {
	for i := from; i < to; i++ {
		if (i-from)%1024 == 0 && r.ctx.Err() != nil || r.settle(i) && !use(r, &r.all[i], left-(i-from)) {
			return false
		}
	}
	return true
}

// claimed is the claim of a sum that was read from some place.
func (m *sum) claimed(from, floor, prev int) claim {
	f := &m.a.figure
	m.from, m.floor, m.prev = from, floor, prev
	if m.spoken {
		m.scaled = m.a.scale.there() || m.b.scale.there() || m.a.words && f.whole > 2
		m.large = m.scaled || f.groups != 0 || f.places == 2
		return m.claim
	}
	m.scaled = m.a.scale.there() || m.b.scale.there() || m.a.words && f.whole > 2
	m.large = m.scaled || f.groups != 0 || f.places == 2
	m.spaced = (f.flaws|m.b.figure.flaws)&spaced != 0
	m.thousand = m.a.thousand
	m.pointed = f.places == 3 && f.groups == 0 && 0 < f.whole && f.whole < 4 && f.value.Cmp(NewDecimal(1, 0)) >= 0 &&
		(!m.a.scale.there() || m.a.scale.named) && !m.b.there()
	return m.claim
}

func (r *resolver) mention(m *claim) Mention {
	mod := m.mod
	if !r.english && !m.spoken {
		mod = ModNone
	}
	return Mention{m.start, m.end, m.codes, m.min, m.max, mod, m.evidence, m.rivals}
}

// classes say what a byte can start.
var classes = [256]byte{
	'0': digit, '1': digit, '2': digit, '3': digit, '4': digit, '5': digit, '6': digit, '7': digit, '8': digit, '9': digit,
	'A': letter, 'B': letter, 'C': letter, 'D': letter, 'E': letter, 'F': letter, 'G': letter, 'H': letter, 'I': letter, 'J': letter, 'K': letter, 'L': letter, 'M': letter,
	'N': letter, 'O': letter, 'P': letter, 'Q': letter, 'R': letter, 'S': letter, 'T': letter, 'U': letter, 'V': letter, 'W': letter, 'X': letter, 'Y': letter, 'Z': letter,
	'a': letter, 'b': letter, 'c': letter, 'd': letter, 'e': letter, 'f': letter, 'g': letter, 'h': letter, 'i': letter, 'j': letter, 'k': letter, 'l': letter, 'm': letter,
	'n': letter, 'o': letter, 'p': letter, 'q': letter, 'r': letter, 's': letter, 't': letter, 'u': letter, 'v': letter, 'w': letter, 'x': letter, 'y': letter, 'z': letter,
}

const digit, letter = 1, 2

// glance is how much text is searched before the context is looked at.
const glance = 1 << 16

// nextContext is next until the context ends.
func (m *sum) nextContext(ctx context.Context, s string, at, floor int) (next int, ok bool) {
	for from := at; ctx.Err() == nil; {
		if from, ok = m.nextIn(s, from, floor, from+glance); ok || from >= len(s) {
			return from, ok
		}
	}
	return len(s), false
}

// nextIn is next in the language that the text is in there.
func (m *sum) nextIn(s string, at, floor, until int) (next int, ok bool) {
	if m.reads == nil {
		return m.next(s, at, floor, until)
	}
	t, end := m.reads.at(at, len(s))
	if t == nil {
		return m.next(s[:end], at, floor, min(until, end))
	}
	l := t.listen(s[:end], m.reads.country)
	return l.next(m, at, floor, min(until, end))
}

// next reads the first sum that starts at or after at, and before until, into m; it
// looks back no farther than floor. It returns where to go on.
func (m *sum) next(s string, at, floor, until int) (next int, ok bool) {
	i := at
	for until = min(until, len(s)); i < until; {
		if i = pass(s, i, until); i >= until {
			break
		}
		switch classes[s[i]] {
		case digit:
			next := m.a.read(s, i, floor)
			if m.a.mayCount(s, floor) && m.read(s, floor) {
				m.mod = modOf(s, m.start, m.end, floor)
				return m.end, true
			}
			i = max(next, i+1)
		case letter:
			end := i + 1
			for end < len(s) && scan.Letter(s[end]) {
				end++
			}
			if mayBeAddress(s, i, end) {
				end = max(end, address(s, i))
			}
			if mayNumber(s, i, end) {
				next, ok := m.inWords(s, i, floor)
				if ok {
					return next, true
				}
				end = max(end, next)
			}
			i = end
			// Digits glued to letters are looked at with the letters as a sign.
		default:
			i++
		}
	}
	return i, false
}

// pass returns the place behind words from i on, and what stands between them, with which neither a number nor a web
// address begins. Most of a text is such.
func pass(s string, i, until int) int {
	for until = min(until, len(s)-octet.Size); i < until; {
		word := octet.Small(octet.Load(s, i))
		n := octet.First(octet.Others(word))
		if n == 0 {
			if scan.Digit(s[i]) {
				break
			}
			i++
			continue
		}
		end := i + n
		for n == octet.Size && end < len(s) && scan.Letter(s[end]) {
			end++
		}
		if n == 1 && byte(word) == 'a' || n > 2 && opensThree(word) || mayBeAddress(s, i, end) {
			break
		}
		i = end
	}
	return i
}

// opensThree reports whether words that may begin a number have these first three letters, or letters like them.
func opensThree(small uint64) bool {
	n := octet.Three(small)
	return openThree[n/64]>>(n%64)&1 != 0
}

// mayBeAddress reports whether the word s[i:end] may begin a web address.
func mayBeAddress(s string, i, end int) bool {
	return end < len(s) && (s[end] == ':' || s[end] == '.' && end-i == len("www"))
}

// address returns the end of the web address at i, or i when there is none.
func address(s string, i int) int {
	if !scan.HasPrefixFold(s[i:], "https://") && !scan.HasPrefixFold(s[i:], "http://") && !scan.HasPrefixFold(s[i:], "www.") {
		return i
	}
	for i < len(s) && s[i] > ' ' && s[i] < 0x7f {
		i++
	}
	return i
}

// inWords reads a sum whose number is in words, or vague, and returns where to go on.
func (m *sum) inWords(s string, i, floor int) (next int, ok bool) {
	if !scan.StartsWord(s, i) {
		return i, false
	}
	if !m.readVague(s, i) {
		if next = m.a.readWords(s, i, floor); !m.a.there() {
			m.a = single(s, i, floor)
		}
		if !m.read(s, floor) {
			return next, false
		}
	}
	m.mod = modOf(s, m.start, m.end, floor)
	return m.end, true
}

// single reads "a dollar" and "a euro" where it is a price: "less than a dollar
// a day". Elsewhere it is the currency of that name.
func single(s string, i, floor int) amount {
	if s[i]|0x20 != 'a' || i+1 >= len(s) || scan.Letter(s[i+1]) {
		return amount{}
	}
	u := unitAfter(s, i+1)
	if !u.word || u.start != i+2 || u.end-u.start > len("dollar") || u.codes[:3] != "USD" && u.codes != "EUR" || hyphen(s, u.end) > 0 {
		return amount{}
	}
	if next := wordAt(s, u.end); (i > 0 || u.end < len(s)) && !perUnit(s[u.end:]) && !withCents(s[u.end:]) && (modEnding(s[floor:backSpace(s, i, floor)]) == ModNone || next != "" && !goesOn(next)) {
		return amount{}
	}
	switch wordEndingAt(s, backSpace(s, i, floor), floor) {
	case "of", "on", "to", "in", "against":
		return amount{} // a part of a dollar
	}
	a := amount{words: true, unit: u, codes: u.codes, flags: u.flags, start: i, end: u.end, value: NewDecimal(1, 0)}
	a.figure = figure{start: i, end: i + 1, value: a.value, whole: 1, ok: true}
	return a
}

// withCents reports whether "and 42 cents" follows.
func withCents(s string) bool {
	return strings.HasPrefix(s, " and ") && strings.Contains(s[:min(len(s), len(" and twenty-five cents"))], " cent")
}

// mayNumber reports whether a number may begin with the word s[i:end], or with the
// article and the word behind it.
func mayNumber(s string, i, end int) bool {
	if end > i+2 {
		return opensThree(octet.Small(uint64(s[i])|uint64(s[i+1])<<8|uint64(s[i+2])<<16)) && opensNumber(small(s, i, end))
	}
	if end > i+1 || s[i]|0x20 != 'a' || end == len(s) || s[end] != ' ' && s[end] != '\n' {
		return false
	}
	from := end + 1
	for end = from; end < len(s) && classes[s[end]] == letter; end++ {
	}
	return opensCount(small(s, from, end))
}

// small returns the first letters of a word in small letters.
func small(s string, from, to int) string {
	var buf [longestNumber]byte
	n := min(to-from, len(buf))
	for i := range n {
		buf[i] = s[from+i] | 0x20
	}
	return string(buf[:n])
}
