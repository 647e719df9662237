package money

import (
	"context"
	"slices"
	"strings"

	"golang.org/x/text/language"

	"github.com/copydesk-go/copydesk/internal/country"
	"github.com/copydesk-go/copydesk/internal/opening"
	"github.com/copydesk-go/copydesk/internal/scan"
)

// A resolver decides the currencies of the sums of a text. It holds the sums that
// stand near one another, and what the text as a whole says of currencies.
type resolver struct {
	reads  *reading // the languages of the text
	repair bool     // it is asked for no more than what may be mended
	mends  mender   // of a repair
	flawed bool     // it may have something to mend
	Finder
	tender
	ctx     context.Context // of one call
	text    string
	all     []claim
	english bool

	stated   []string // currencies that sums name in full, each once
	twice    []string // those that two sums and more name
	company  []string // what the signs and words of sums can mean, coins and # aside
	hashed   bool     // company has the # of pounds
	dollars  int      // bare dollar signs that convert another sum
	spaced   bool     // a sum has the spaces between thousands that are the custom at home
	counted  bool
	votes    votes
	former   votes // for currencies that are out of use there
	spots    []spot
	language int
	said     mentionOf           // of the codes asked about last
	parts    [paragraph + 1]span // the clause, sentence and paragraph found last
	goods    struct {            // of the clause that was asked last
		span
		worldly bool
	}
}

// prepare makes the resolver that of a text, and keeps what memory it has.
func (r *resolver) prepare(ctx context.Context, f Finder, text string) {
	if findCurrency(f.Currency) == nil {
		f.Currency = ""
	}
	if !country.Valid(f.Country) {
		f.Country = f.region()
	}
	*r = resolver{
		Finder: f, ctx: ctx, tender: tender{day: dayOf(f.Published)}, text: text, english: f.english(),
		all: r.all[:0], stated: r.stated[:0], twice: r.twice[:0], company: r.company[:0], spots: r.spots[:0],
		mends: mender{text: text, edits: r.mends.edits[:0]},
	}
}

// release gives the resolver back, without the text.
func (r *resolver) release() {
	r.text, r.mends.text, r.ctx, r.reads = "", "", nil, nil
	pool.Put(r)
}

// region is the country that the language of the text is spoken in, if its tag
// says so: es-MX. English is written for readers of all countries.
func (f Finder) region() string {
	if f.Language == language.Und || f.english() {
		return ""
	}
	if _, _, r := f.Language.Raw(); r.IsCountry() {
		return r.String()
	}
	return ""
}

// read settles what the sums from i on state, and finds those that convert one
// another.
func (r *resolver) read(i int) {
	for k := i; k < len(r.all); k++ {
		r.state(k)
	}
	for k := i; k < len(r.all); k++ {
		r.convert(k)
	}
}

// survey notes what the sums from i on say for the whole text.
func (r *resolver) survey(i int) {
	for k := i; k < len(r.all); k++ {
		m := &r.all[k]
		r.spaced = r.spaced || m.spaced && spacedAtHome(m.codes)
		if m.explicit && m.flags&(weak|local|hash) == 0 {
			if slices.Contains(r.stated, m.codes) {
				r.twice = note(r.twice, m.codes)
			}
			r.stated = note(r.stated, m.codes)
		}
		if m.flags&(coin|hash) == 0 && m.codes != "" {
			r.company = note(r.company, m.codes)
		}
	}
	for k := i; k < len(r.all) && !r.hashed; k++ {
		if m := &r.all[k]; m.flags&hash != 0 && r.inCompany(m) {
			r.company, r.hashed = note(r.company, m.codes), true // as if it were written with its sign
		}
	}
}

// most bounds the different signs of a text that are noted.
const most = 64

func note(list []string, codes string) []string {
	if slices.Contains(list, codes) || len(list) == most {
		return list
	}
	return append(list, codes)
}

// state settles a sum that names its currency.
func (r *resolver) state(i int) {
	m := &r.all[i]
	if len(m.codes) == 3 {
		return
	}
	m.codes = r.left(m.codes, m.flags)
	code := bracketed(r.text, m.end, m.codes)
	switch {
	case len(m.codes) == 3:
		code = m.codes
	case code == "" && m.flags&firm != 0:
		code = r.firm(m)
	}
	if code != "" {
		m.codes, m.explicit, m.symbol, m.evidence = code, true, false, EvidenceStated
	}
}

// firm returns the first currency of a sign or word that rarely means another,
// or that of the country that the text or the caller speaks of more.
func (r *resolver) firm(m *claim) string {
	r.count()
	home := r.home(m.codes, m)
	best, first := m.codes[:3], r.votes.of(m.codes[:3])
	if home == best {
		first = max(first*4, 2)
	}
	for i := 3; i < len(m.codes); i += 3 {
		c := m.codes[i : i+3]
		if n := r.votes.of(c); n > first || n == first && c == home {
			best, first = c, n
		}
	}
	return best
}

// bracketed reads the country behind a sum: $15 (US).
func bracketed(s string, end int, codes string) string {
	if !strings.HasPrefix(s[end:], " (") {
		return ""
	}
	from := end + len(" (")
	to := wordEnd(s, from)
	if to == from || to >= len(s) || s[to] != ')' {
		return ""
	}
	if w := s[from:to]; len(w) == 3 && has(codes, w) {
		return w
	}
	return qualified(s[from:to], codes)
}

// convert finds whether a sum converts the one before it, and settles the bare
// dollar sign of such a pair: it is the US dollar, unless that is the other's.
func (r *resolver) convert(i int) {
	if i == 0 {
		return
	}
	m, p := &r.all[i], &r.all[i-1]
	if (m.flags|p.flags)&minor != 0 || m.codes == "" || p.codes == "" || !converts(r.text[p.end:m.start]) {
		return
	}
	m.aside = m.start > 0 && r.text[m.start-1] == '('
	switch alike := m.bare() && p.bare(); {
	case m.bare() && p.explicit && p.codes == "USD", p.bare() && m.explicit && has(p.codes, m.codes), alike:
		m.pair = bracketCloses(r.text, m)
		if m.pair && p.bare() && m.explicit && m.codes != "USD" {
			p.convertTo("USD")
			r.dollars++
		}
	case m.bare():
		if p.explicit && has(m.codes, p.codes) && !m.aside && !similar(m.min, p.min) {
			return // C$38 million, or $1.50 a share
		}
		m.pair = true
		m.convertTo("USD")
		r.dollars++
	}
}

// bare reports whether a sum has no more than a dollar sign.
func (m *claim) bare() bool { return m.symbol && m.codes[:3] == "USD" && m.flags&minor == 0 }

func (m *claim) convertTo(code string) {
	m.codes, m.symbol, m.rivals, m.evidence = code, false, true, EvidenceConversion
}

// bracketCloses reports whether the bracket before a sum closes right behind it.
func bracketCloses(s string, m *claim) bool {
	at := m.end
	return m.start > 0 && strings.LastIndexByte(s[max(0, m.start-12):m.start], '(') >= 0 && at < len(s) && s[at] == ')'
}

// converts reports whether what stands between two sums says that the second
// is the first in another currency.
func converts(gap string) bool {
	if len(gap) > 48 {
		return false
	}
	t := strings.TrimLeft(gap, " \n\u00a0")
	switch {
	case strings.HasPrefix(t, "("), strings.HasPrefix(t, "["):
		return !strings.ContainsAny(t[1:], ").;")
	case strings.HasPrefix(t, "or "), strings.HasPrefix(t, ", or "), strings.HasPrefix(t, "— or"), strings.HasPrefix(t, "- or"):
		rest := strings.TrimLeft(t, ",—- ")
		rest = strings.TrimSpace(strings.TrimPrefix(rest, "or"))
		return rest == "" || modEnding(rest) != ModNone
	case strings.HasPrefix(t, "/"), strings.HasPrefix(t, "="):
		return len(t) <= 2
	}
	return strings.Contains(t, "equivalent to") || strings.HasPrefix(t, ", about ") && len(t) == len(", about ")
}

// settle decides the currency of a sum, once, and reports whether it is one.
func (r *resolver) settle(i int) bool {
	m := &r.all[i]
	if m.settled {
		return m.kept
	}
	m.settled, m.kept = true, r.isSum(m) && (m.flags&(coin|hash) == 0 || r.inCompany(m) || r.coinBefore(i))
	if !m.kept {
		return false
	}
	if len(m.codes) > 3 {
		rivals := !unrivalled(m.codes)
		m.codes, m.evidence = r.choose(i)
		m.rivals = rivals && m.evidence != EvidenceStated
	}
	r.scaleCoins(m)
	r.scalePoints(m)
	if m.thousand && !m.spoken && r.otherLanguage() {
		m.scale(-3)
	}
	return true
}

// isSum reports whether what may be a sum is one.
func (r *resolver) isSum(m *claim) bool {
	switch {
	case !r.english && m.worded && !m.spoken:
		return false
	case m.flags&scaled != 0 && !m.scaled:
		return false
	case m.flags&local != 0 && !(m.strong && m.glued && sure(m.codes)), m.flags&weak != 0 && !m.strong:
		if !r.supported(m.codes) {
			return false
		}
	case m.flags&weight != 0 && !(m.spoken && m.large) && !r.paid(m):
		return false
	}
	return m.codes != noCurrency
}

// coinBefore reports whether pence follow others: down 5p at 284p.
func (r *resolver) coinBefore(i int) bool {
	m := &r.all[i]
	return i > 0 && m.flags&coin != 0 && r.all[i-1].flags&coin != 0 && m.start-r.all[i-1].end < 40 && r.settle(i-1)
}

// paid reports whether pounds are money: the text speaks of a country that has
// them, or says that they are paid.
func (r *resolver) paid(m *claim) bool {
	if r.supported(m.codes) || m.end-m.start == len(r.text) {
		return true
	}
	before := r.text[max(0, m.start-60):m.start]
	return anyWord(before[strings.LastIndexAny(before, ".;")+1:], payingWord) || is(wordAt(r.text, m.end), moneyWord|payingWord) || perUnit(r.text[m.end:])
}

// scaleCoins makes major units of coins.
func (r *resolver) scaleCoins(m *claim) {
	switch {
	case m.flags&subunit != 0:
		if c := findCurrency(m.codes); c != nil {
			m.scale(-int(c.digits))
		}
	case m.flags&tenfold != 0:
		m.scale(1)
	case m.flags&tenth != 0:
		m.scale(-1)
	case m.flags&lakh != 0:
		m.scale(5)
	case m.flags&quarter != 0:
		m.scale(-2)
		m.times(25)
	case m.flags&(hundredth|coin) != 0:
		m.scale(-2)
	}
}

// pointGroups are the currencies at home where a full stop groups thousands.
const pointGroups = "BRLTRYARSCLPCOPUYUPYGVESDKKNOKHUFRONIDRVNDRSDISKBGNHRKCRC"

// pointCountries are those of them that pay in euros.
const pointCountries = "ADATBECYDEESFIFRGRHRITLUMCNLPTSISKSMVA"

// scalePoints makes thousands of three digits behind a full stop where that is the
// custom of the currency, or of the country of publication.
func (r *resolver) scalePoints(m *claim) {
	if !m.pointed || strings.HasPrefix(r.text[m.end:], " a lit") || strings.HasPrefix(r.text[m.end:], " per lit") {
		return
	}
	if has(pointGroups, m.codes) {
		m.scale(3)
		return
	}
	if m.codes != "EUR" {
		return
	}
	text := r.text[m.start:m.end]
	point := strings.IndexByte(text, '.')
	whole := point - digitsBack(text, point)
	behind := strings.HasSuffix(text, "€") || m.worded && whole == 3
	for i := 0; i+2 <= len(pointCountries) && !behind; i += 2 {
		behind = pointCountries[i:i+2] == r.Country && (whole > 1 || text[len(text)-1] != '9')
	}
	if behind {
		m.scale(3)
	}
}

// otherLanguage reports whether the text is in a language other than English.
func (r *resolver) otherLanguage() bool {
	if r.language == unknown {
		r.language = languageOf(r.text)
	}
	return r.language == other || !r.english
}

// inCompany reports whether the text has other sums that make coins of "50p" or
// pounds of "#50".
func (r *resolver) inCompany(m *claim) bool {
	for _, codes := range r.company {
		if codes[:3] == m.codes[:3] || len(m.codes) > 3 && meet(codes, m.codes) {
			return m.flags&hash == 0 || m.large || perUnit(r.text[m.end:])
		}
	}
	return (m.large || m.flags&coin != 0 && r.priced(m)) && r.supported(m.codes)
}

// priced reports whether the words around a number speak of prices: "up 5p to
// 120p", "costs 50p", "25c a litre".
func (r *resolver) priced(m *claim) bool {
	if perUnit(r.text[m.end:]) {
		return true
	}
	at := backSpace(r.text, m.start, 0)
	w := wordEndingAt(r.text, at, 0)
	switch w {
	case "to", "at", "of", "from", "for", "than", "about", "just", "only", "over", "under":
		before := wordEndingAt(r.text, backSpace(r.text, at-len(w), 0), 0)
		return isMover(before) || is(before, priceWord) || w == "to" && coinEnds(r.text, backSpace(r.text, at-len(w), 0))
	}
	return w != "" && (isMover(w) || is(w, priceWord))
}

// coinEnds reports whether a number of coins ends at i: 5p.
func coinEnds(s string, i int) bool {
	return i > 1 && (s[i-1] == 'p' || s[i-1] == 'c') && scan.Digit(s[i-2])
}

// sure reports whether one letter glued to a large number is common enough for
// these currencies: R50 million, N5bn, P400,000, K12,000.
func sure(codes string) bool {
	switch codes[:3] {
	case "ZAR", "NGN", "PHP", "ZMW", "GHS":
		return true
	}
	return false
}

func (m *claim) scale(exp int) {
	m.min = m.min.Shift(exp)
	if m.max.IsValid() {
		m.max = m.max.Shift(exp)
	}
}

// times multiplies a sum by a small number.
func (m *claim) times(n int) {
	for _, d := range [...]*Decimal{&m.min, &m.max} {
		sum := *d
		for range n - 1 {
			if more, err := sum.Add(*d); err == nil {
				sum = more
			}
		}
		*d = sum
	}
}

// supported reports whether the text or the caller speaks of one of the currencies.
func (r *resolver) supported(codes string) bool {
	if r.Currency != "" && has(codes, r.Currency) || r.Country != "" && common(codesOf(r.Country), codes) != "" {
		return true
	}
	if r.named(codes) != "" {
		return true
	}
	r.count()
	return r.votes.best(codes, false) != "" || r.former.best(codes, false) != ""
}

// named returns the one currency among codes that the text names in full. No $ is
// one that is out of use.
func (r *resolver) named(codes string) string {
	found := ""
	for _, c := range r.stated {
		if !has(codes, c) || len(codes) > 3 && codes[:3] == "USD" && findCurrency(c).until != 0 {
			continue
		}
		if found != "" {
			return ""
		}
		found = c
	}
	return found
}

// choose picks one of several currencies, near before far.
func (r *resolver) choose(i int) (string, Evidence) {
	m := &r.all[i]
	codes := r.possible(i)
	if len(codes) == 3 {
		return codes, EvidenceConversion
	}
	dollar := codes[:3] == "USD"
	home := r.home(codes, m)
	if m.flags&(hundredth|tenth|subunit|coin) != 0 {
		if c, e := r.coinsOf(i, codes, home); c != "" {
			return c, e
		}
	}
	if dollar && r.worldly(i) {
		return "USD", EvidenceNearest
	}
	if home != "" {
		return r.atHome(i, codes, home)
	}
	return r.abroad(i, codes)
}

// coinsOf returns the currency of the sum that coins stand beside: 80 cents to
// US$83.40. At home those are its own unless the two are joined.
func (r *resolver) coinsOf(i int, codes, home string) (string, Evidence) {
	if c := r.beside(i, r.around(i, clause), codes, home); c != "" || home != "" {
		return c, EvidenceNearest
	}
	if c := r.beside(i, r.around(i, sentence), codes, ""); c != "" {
		return c, EvidenceSentence
	}
	return r.beside(i, r.around(i, paragraph), codes, ""), EvidenceParagraph
}

// possible returns the codes without the currency of the sum that a sum converts,
// or is converted by.
func (r *resolver) possible(i int) string {
	m := &r.all[i]
	without := ""
	if m.pair && i > 0 && r.settle(i-1) {
		without = r.all[i-1].codes
		if without != "USD" && m.bare() {
			return "USD"
		}
	}
	if i+1 < len(r.all) && r.all[i+1].pair && m.bare() {
		switch p := &r.all[i+1]; {
		case p.explicit:
			without = p.codes
		case r.other(m.codes, "USD") != "":
			without = "USD" // of two dollars the second is that of the United States
		}
	}
	if without == "" || !has(m.codes, without) {
		return m.codes
	}
	return strings.Replace(m.codes, without, "", 1)
}

// other returns a currency among codes, but for one, that the caller or the text
// speaks of.
func (r *resolver) other(codes, than string) string {
	codes = strings.Replace(codes, than, "", 1)
	if home := common(codesOf(r.Country), codes); home != "" {
		return home
	}
	for _, c := range r.stated {
		if has(codes, c) {
			return c
		}
	}
	r.count()
	return r.votes.best(codes, false)
}

// atHome picks a currency where the country of publication has one of them. Papers
// leave their own currency unnamed: one sum of another, or the name of a place,
// does not colour the rest.
func (r *resolver) atHome(i int, codes, home string) (string, Evidence) {
	m := &r.all[i]
	dollar := codes[:3] == "USD"
	if dollar && !m.max.IsValid() && slices.Contains(r.stated, "USD") && !slices.Contains(r.stated, home) {
		return "USD", EvidenceDocument // "billions of dollars" beside US$5bn
	}
	if c := r.linked(i, codes); c != "" {
		return c, EvidenceNearest
	}
	if c, e := r.near(i, home); c != "" {
		return c, e
	}
	if c := r.named(codes); c != "" && c != "USD" && slices.Contains(r.twice, c) && !slices.Contains(r.stated, home) {
		return c, EvidenceDocument
	}
	r.count()
	if c := r.votes.best(codes, dollar); c != "" && (c == home || r.foreign(home, c, dollar)) && !(dollar && isPeso(c) && m.symbol) {
		return c, EvidencePlace
	}
	return home, r.homeEvidence(home)
}

// distances are the parts of a text from near to far, with the evidence that what
// stands there is.
var distances = [...]struct {
	level    int
	evidence Evidence
}{{clause, EvidenceNearest}, {sentence, EvidenceSentence}, {paragraph, EvidenceParagraph}}

// near returns the one currency, and how near it is stated, or "" where no sum does.
func (r *resolver) near(i int, code string) (string, Evidence) {
	if !slices.Contains(r.stated, code) {
		return "", 0
	}
	for _, d := range distances {
		if r.statedIn(i, r.around(i, d.level), code) != "" {
			return code, d.evidence
		}
	}
	return code, EvidenceDocument
}

// linked returns the stated currency of the sum that a change joins to this one:
// from US$4 to $5.
func (r *resolver) linked(i int, codes string) string {
	if i == 0 {
		return ""
	}
	m, p := &r.all[i], &r.all[i-1]
	gap := strings.TrimSpace(r.text[p.end:m.start])
	if p.explicit && has(codes, p.codes) && m.flags&minor == 0 && (gap == "to" || gap == "from" || gap == "-" || gap == "–") {
		return p.codes
	}
	return ""
}

// abroad picks a currency where the caller has none of them.
func (r *resolver) abroad(i int, codes string) (string, Evidence) {
	m := &r.all[i]
	dollar := codes[:3] == "USD"
	if dollar && r.dollars > 0 {
		return "USD", EvidenceDocument
	}
	if c, e := r.nearby(i, codes); c != "" {
		return c, e
	}
	if c := r.named(codes); c != "" {
		return c, EvidenceDocument
	}
	local := r.speaks(codes).local
	if dollar && local != "" && (isPeso(local) && m.symbol || r.Country != "" && r.votes.of(local) < leastAbroad) {
		local = "" // to a paper without a dollar of its own it is the American one
	}
	if local != "" {
		for _, d := range distances {
			if r.placed(i, r.around(i, d.level), codes) == local {
				return local, d.evidence
			}
		}
		return local, EvidencePlace
	}
	if c := r.former.best(codes, dollar); c != "" && !dollar {
		return c, EvidencePlace
	}
	switch {
	case r.Country != "" && dollar:
		return "USD", EvidenceCountry
	case unrivalled(codes):
		return codes[:3], EvidenceStated
	}
	return codes[:3], EvidenceHabit
}

// A mentionOf is what the text as a whole says of the currencies of a sign or word.
type mentionOf struct {
	codes          string
	stated, placed bool   // a sum states one; a place is in the country of one
	local          string // the one whose places are named most
}

// speaks returns what the text says of the codes. It remembers the last answer.
func (r *resolver) speaks(codes string) *mentionOf {
	if r.said.codes == codes {
		return &r.said
	}
	r.count()
	r.said = mentionOf{
		codes:  codes,
		stated: slices.ContainsFunc(r.stated, func(c string) bool { return has(codes, c) }),
		placed: r.votes.best(codes, false) != "" || r.former.best(codes, false) != "",
		local:  r.votes.best(codes, codes[:3] == "USD"),
	}
	return &r.said
}

// nearby picks the currency of the nearest sum that states one of the codes, or of
// the nearest place, in the clause, the sentence or the paragraph. Whose a dollar is
// takes all places of the text, unless it is that of the United States.
func (r *resolver) nearby(i int, codes string) (string, Evidence) {
	dollar := codes[:3] == "USD"
	speaks := r.speaks(codes)
	if !speaks.stated && !speaks.placed {
		return "", 0
	}
	for _, d := range distances {
		if speaks.stated {
			if c := r.statedIn(i, r.around(i, d.level), codes); c != "" {
				return c, d.evidence
			}
		}
		if speaks.placed && !(dollar && d.level == paragraph) {
			if c := r.placed(i, r.around(i, d.level), codes); c != "" && (!dollar || c == "USD") {
				return c, d.evidence
			}
		}
	}
	return "", 0
}

// leastAbroad is how often a text must name the country of a dollar that is not
// that of the paper.
const leastAbroad = 4

// foreign reports whether a text is about the country of a currency, and hardly
// about that of the caller. Papers leave their own currency unnamed, so it takes
// more than a mention; the most for dollars, which papers of many countries use
// of the United States.
func (r *resolver) foreign(home, other string, dollar bool) bool {
	least := 3
	if dollar {
		least = leastAbroad
	}
	return r.votes.of(home)*4 <= r.votes.of(other) && r.votes.of(other) >= least
}

// unrivalled reports whether the first of the codes is the only one in use.
func unrivalled(codes string) bool {
	for i := 3; i < len(codes); i += 3 {
		if findCurrency(codes[i:i+3]).until == 0 {
			return false
		}
	}
	return true
}

// home is the currency that the caller's options give.
func (r *resolver) home(codes string, m *claim) string {
	if r.Currency != "" && has(codes, r.Currency) {
		return r.Currency
	}
	if r.Country == "" {
		return ""
	}
	c := common(codesOf(r.Country), codes)
	if codes[:3] == "USD" && isPeso(c) && isDollarSign(r.text[m.start:m.end]) && !r.otherLanguage() {
		return ""
	}
	return c
}

// homeEvidence says which option a home currency is from.
func (r *resolver) homeEvidence(code string) Evidence {
	if r.Currency == code {
		return EvidenceOption
	}
	return EvidenceCountry
}

func isPeso(code string) bool {
	w := wordNamed("peso")
	return has(w.codes, code)
}

func isDollarSign(text string) bool { return strings.ContainsAny(text, "$＄﹩") }

// votes count how often a text names the countries of a currency.
type votes struct {
	n     int
	code  [24]string
	times [24]int
	total int
}

func (v *votes) add(code string, times int) {
	v.total += times
	for i := range v.n {
		if v.code[i] == code {
			v.times[i] += times
			return
		}
	}
	if v.n < len(v.code) {
		v.code[v.n], v.times[v.n] = code, times
		v.n++
	}
}

// of returns the votes of a currency, given by the country's main code.
func (v *votes) of(code string) int {
	for i := range v.n {
		if v.code[i] == code {
			return v.times[i]
		}
	}
	return 0
}

// best returns the currency among codes with the most votes. With dominant, it
// must also have half of all votes, and more than one.
func (v *votes) best(codes string, dominant bool) string {
	best, most := "", 0
	for i := range v.n {
		if has(codes, v.code[i]) && v.times[i] > most {
			best, most = v.code[i], v.times[i]
		}
	}
	if dominant && (most < 2 || most*2 < v.total) {
		return ""
	}
	return best
}

// farthest bounds how much of a text is read for its countries.
const farthest = 64 << 10

// count reads the countries and places that the text names.
func (r *resolver) count() {
	if r.counted {
		return
	}
	r.counted = true
	s := r.text[:min(len(r.text), farthest)]
	for i := 0; i < len(s); {
		if s[i]-'A' >= 26 {
			i++
			continue
		}
		if !scan.StartsWord(s, i) {
			i++
			continue
		}
		end, code := placeAt(s, i)
		if code != "" && !(i > 0 && s[i-1] == '(' && end < len(s) && s[end] == ')') { // $15 (US)
			times := 2
			if i < 300 {
				times = 3
			}
			r.spots = append(r.spots, spot{int32(i), int32(end), [2]byte{code[0], code[1]}})
			if codes := r.tenderOf(code); codes != "" {
				r.votes.add(codes[:3], times/2+times%2)
				for i := 3; i < len(codes) && i < 9; i += 3 {
					r.former.add(codes[i:i+3], 1)
				}
			}
		}
		i = max(end, i+1)
	}
}

// tenderOf returns the currencies of a country, that of the day of the text first.
func (r *resolver) tenderOf(country string) string {
	codes := codesOf(country)
	if r.day == 0 {
		return codes
	}
	for i := 0; i < len(codes); i += 3 {
		if c := findCurrency(codes[i : i+3]); c.from <= r.day && (c.to == 0 || r.day <= c.to) {
			return codes[i:]
		}
	}
	return codes
}

// placeAt reads the name of a country or place at i: up to three words.
func placeAt(s string, i int) (end int, code string) {
	if !country.Opens(s[i:]) && !placeOpeners.Has(opening.Of(s[i:])) {
		return max(wordEnd(s, i), i+1), ""
	}
	var ends [3]int
	n, at := 0, i
	for n < len(ends) {
		e := wordEnd(s, at)
		if e == at {
			break
		}
		ends[n] = e
		n++
		if e >= len(s) || s[e] != ' ' && s[e] != '\n' || e+1 >= len(s) || s[e+1]-'A' >= 26 {
			break
		}
		at = e + 1
	}
	for k := n - 1; k >= 0; k-- {
		if ends[k] < len(s) && s[ends[k]] == '$' {
			continue // US$ is no place
		}
		text := oneLine(withoutGenitive(s[i:ends[k]]))
		if c := countryWith(text); c != "" {
			return ends[k], c
		}
		if m, ok := country.Lookup(text); ok && (m.Kind != country.Capital || !commonName(text)) {
			return ends[k], m.Code
		}
	}
	if n == 0 {
		return i + 1, ""
	}
	return ends[0], ""
}

// withoutGenitive cuts the 's of a name.
func withoutGenitive(name string) string {
	if len(name) == 0 || name[len(name)-1]|0x20 != 's' {
		return name
	}
	for _, end := range [...]string{"'s", "’s", "'S", "’S"} {
		if short, found := strings.CutSuffix(name, end); found {
			return short
		}
	}
	return name
}

// oneLine puts a space for the line break in a name.
func oneLine(name string) string {
	if strings.IndexByte(name, '\n') < 0 {
		return name
	}
	return strings.ReplaceAll(name, "\n", " ")
}

// commonName reports whether the name of a small country's capital is rather that
// of a person, of another place or of no place.
func commonName(w string) bool {
	for _, name := range [...]string{
		"Valley", "The Valley", "Plymouth", "Hamilton", "Georgetown", "George Town", "Nassau", "Victoria", "Stanley", "Douglas", "Jamestown",
		"Kingston", "Male", "Moroni", "San Juan", "San Jose",
	} {
		if strings.EqualFold(w, name) {
			return true
		}
	}
	return false
}
