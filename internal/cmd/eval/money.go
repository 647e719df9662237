package main

import (
	"cmp"
	"encoding/json"
	"fmt"
	"io"
	"math/big"
	"os"
	"slices"
	"strings"
	"time"

	"golang.org/x/text/language"

	"github.com/copydesk-go/copydesk/internal/lang/langtest"
	"github.com/copydesk-go/copydesk/money"
)

// moneyDoc is a document with its sums, or one short input with what is
// expected of it.
type moneyDoc struct {
	ID, Text, Country string
	Published         time.Time
	Money             []sum
	Damage            []damage

	Input, Source string
	Expected      []sum
}

// sum is a sum of money, gold or found. A bound that is nil is not stated.
type sum struct {
	Start, End        *int
	Currency          string
	Amount            decimal
	Min, Max          decimal
	Vague             bool
	Ignore, Ambiguous bool

	s, e int // Start and End, or the whole input where they are not given

	evidence money.Evidence // of a sum that was found
	doubt    bool           // and whether its currency is not stated and may be another
}

// damage is a place where a sum was damaged on purpose.
type damage struct {
	Start, End      int
	Class, Original string
}

// decimal reads an exact number from a JSON string or number.
type decimal struct{ *big.Rat }

func (d *decimal) UnmarshalJSON(b []byte) error {
	var s json.Number
	if err := json.Unmarshal(b, &s); err != nil || s == "" {
		return err
	}
	r, ok := new(big.Rat).SetString(string(s))
	if !ok {
		return fmt.Errorf("%q is not a number", s)
	}
	d.Rat = r
	return nil
}

func (d decimal) equal(e decimal) bool {
	if d.Rat == nil || e.Rat == nil {
		return d.Rat == e.Rat
	}
	return d.Cmp(e.Rat) == 0
}

func (s sum) hasValue() bool {
	return s.Amount.Rat != nil || s.Min.Rat != nil || s.Max.Rat != nil || s.Vague
}

func overlap(a, b sum) int { return min(a.e, b.e) - max(a.s, b.s) }

type moneyCount struct {
	gold, pred, strict, relaxed             int
	valueN, valueOK, curN, curOK            int
	e2eGold, e2ePred, e2eOK, ignored, noVal int

	by [money.EvidenceHabit + 1]decided
}

// decided counts the currencies that one kind of evidence decided.
type decided struct{ all, right, wrongInDoubt int }

func evalMoney(w io.Writer, file string, o options) error {
	read := readLines[moneyDoc]
	if strings.HasSuffix(file, ".txt") {
		read = readMarked
	}
	docs, err := read(file)
	if err != nil {
		return err
	}
	var c, news moneyCount
	var errs, newsErrs errorList
	out := map[string]int{}
	damaged := false
	for _, d := range docs {
		damaged = damaged || d.Damage != nil
		if d.Text == "" {
			d.ID, d.Text, d.Money = d.Input, d.Input, asGold(d.Expected)
		}
		for i, g := range d.Money {
			d.Money[i].s, d.Money[i].e = 0, len(d.Text)
			if g.Start != nil && g.End != nil {
				d.Money[i].s, d.Money[i].e = *g.Start, *g.End
			}
		}
		finder := money.Finder{Published: d.Published, Language: o.language}
		if o.country {
			finder.Country = countryOf(d)
		}
		found := findSums(finder, d.Text)
		if d.Input != "" && o.language == language.Und {
			if reason := leftOut(d); reason != "" {
				out[reason]++
			} else {
				news.score(d, slices.Clone(found), &newsErrs)
			}
		}
		c.score(d, found, &errs)
	}
	c.print(w)
	if o.evidence {
		c.printEvidence(w)
	}
	if news.e2eGold > 0 {
		printFacts(w, news, out)
		errs = newsErrs
	}
	if damaged {
		if err := evalRepair(w, docs, &errs); err != nil {
			return err
		}
	}
	errs.print(w, o.errors)
	return nil
}

// publications are the countries of those that an id of the newswire set
// starts with. The ones that write for a continent or the world have none.
var publications = map[string]string{
	"arg": "AR", "aus": "AU", "bangladesh": "BD", "bol": "BO", "canada": "CA", "chile": "CL", "cn_article_scmp": "HK",
	"cn_article_thestandard": "HK", "cn_article_xinhua": "CN", "col": "CO", "cosric": "CR", "cuba": "CU", "ecuador": "EC", "eg": "EG",
	"elsalv": "SV", "et": "ET", "ghana": "GH", "guyana": "GY", "hond": "HN", "in": "IN", "iran": "IR", "israel": "IL", "jp": "JP",
	"jr": "JO", "kenya": "KE", "kr": "KR", "kw": "KW", "kw_gulftimes": "QA", "mauritius": "MU", "mex": "MX", "mong": "MN", "my": "MY",
	"nic": "NI", "nm": "NA", "nz": "NZ", "oman": "OM", "pan": "PA", "paraguay": "PY", "peru": "PE", "pk": "PK", "qt": "QA",
	"sa": "ZA", "saud": "SA", "th": "TH", "tw": "TW", "uae": "AE", "uruguay": "UY", "ven": "VE", "alg_algeriapressservice": "DZ",
}

// countryOf is the country of a document, by its record or else by its id.
func countryOf(d moneyDoc) string {
	if d.Country != "" {
		return d.Country
	}
	for id := d.ID; id != ""; id = id[:max(0, strings.LastIndexByte(id, '_'))] {
		if code := publications[id]; code != "" {
			return code
		}
	}
	return ""
}

// asGold marks what a list of facts leaves open: no currency named is any
// currency, no amount is a bare currency word.
func asGold(expected []sum) []sum {
	for i, g := range expected {
		expected[i].Ambiguous = g.Ambiguous || g.Currency == ""
		expected[i].Ignore = g.Ignore || !g.hasValue()
	}
	return expected
}

func findSums(f money.Finder, text string) []sum {
	var out []sum
	for m := range f.All(text) {
		s := sum{Currency: m.Currency, s: m.Start, e: m.End, evidence: m.Evidence, doubt: m.Ambiguous || m.Evidence != money.EvidenceStated}
		s.Min, s.Max = rational(m.Min), rational(m.Max)
		if s.Min.Rat != nil && s.Min.equal(s.Max) {
			s.Amount = s.Min
		}
		out = append(out, s)
	}
	return out
}

func rational(d money.Decimal) decimal {
	r, ok := new(big.Rat).SetString(d.String())
	if !ok { // an absent bound
		return decimal{}
	}
	return decimal{r}
}

func (c *moneyCount) score(d moneyDoc, pred []sum, errs *errorList) {
	var gold, ignore []sum
	for _, g := range d.Money {
		if g.Ignore {
			ignore = append(ignore, g)
		} else {
			gold = append(gold, g)
		}
	}
	before := len(pred)
	pred = slices.DeleteFunc(pred, func(p sum) bool { return !p.hasValue() })
	c.noVal += before - len(pred)
	pred = mergeRanges(gold, pred)
	before = len(pred)
	pred = slices.DeleteFunc(pred, func(p sum) bool { return !overlapsAny(gold, p) && overlapsAny(ignore, p) })
	c.ignored += before - len(pred)
	c.gold += len(gold)
	c.pred += len(pred)
	for _, g := range gold {
		c.strict += count(slices.ContainsFunc(pred, func(p sum) bool { return p.s == g.s && p.e == g.e }))
		c.e2eGold += count(!g.Vague)
	}
	pair, used := alignSums(gold, pred)
	for i, g := range gold {
		if pair[i] < 0 {
			errs.add("MISS", "%s | %s %s | %s", d.ID, g.Currency, g.value(), around(d.Text, g.s, g.e))
			continue
		}
		p := pred[pair[i]]
		c.relaxed++
		value, currency := sameValue(g, p), strings.EqualFold(g.Currency, p.Currency)
		if !g.Vague {
			c.valueN++
			c.valueOK += count(value)
			c.e2ePred++
			c.e2eOK += count(value && (currency || g.Ambiguous))
		}
		if !g.Ambiguous {
			c.curN++
			c.curOK += count(currency)
			by := &c.by[p.evidence]
			by.all++
			by.right += count(currency)
			by.wrongInDoubt += count(!currency && p.doubt)
		}
		if !value && !g.Vague || !currency && !g.Ambiguous {
			errs.add("WRONG", "%s | gold %s %s, found %s %s | %s", d.ID, g.Currency, g.value(), p.Currency, p.value(), around(d.Text, g.s, g.e))
		}
		if g.s != p.s || g.e != p.e {
			errs.add("EXTENT", "%s | found %q | %s", d.ID, d.Text[p.s:p.e], around(d.Text, g.s, g.e))
		}
	}
	for j, p := range pred {
		if !used[j] {
			c.e2ePred++
			errs.add("SPURIOUS", "%s | %s %s | %s", d.ID, p.Currency, p.value(), around(d.Text, p.s, p.e))
		}
	}
}

func overlapsAny(all []sum, p sum) bool {
	return slices.ContainsFunc(all, func(g sum) bool { return overlap(g, p) > 0 })
}

// mergeRanges makes one of two sums that are the ends of one gold range.
func mergeRanges(gold, pred []sum) []sum {
	for _, g := range gold {
		if g.Min.Rat == nil || g.Max.Rat == nil || g.Vague {
			continue
		}
		var in []int
		for i, p := range pred {
			if overlap(g, p) > 0 {
				in = append(in, i)
			}
		}
		if len(in) != 2 || !pred[in[0]].Amount.equal(g.Min) || !pred[in[1]].Amount.equal(g.Max) {
			continue
		}
		a, b := pred[in[0]], pred[in[1]]
		merged := sum{s: a.s, e: b.e, Currency: cmp.Or(b.Currency, a.Currency), Min: g.Min, Max: g.Max}
		pred = slices.Delete(pred, in[1], in[1]+1)
		pred[in[0]] = merged
	}
	return pred
}

// alignSums pairs one to one, the largest overlap first.
func alignSums(gold, pred []sum) (pair []int, used []bool) {
	type candidate struct{ overlap, offset, g, p int }
	var all []candidate
	pair, used = make([]int, len(gold)), make([]bool, len(pred))
	for i, g := range gold {
		pair[i] = -1
		for j, p := range pred {
			if n := overlap(g, p); n > 0 {
				all = append(all, candidate{n, max(g.s-p.s, p.s-g.s), i, j})
			}
		}
	}
	slices.SortFunc(all, func(a, b candidate) int {
		return cmp.Or(b.overlap-a.overlap, a.offset-b.offset, b.g-a.g, b.p-a.p)
	})
	for _, c := range all {
		if pair[c.g] < 0 && !used[c.p] {
			pair[c.g], used[c.p] = c.p, true
		}
	}
	return pair, used
}

func sameValue(g, p sum) bool {
	if g.Amount.Rat != nil {
		switch {
		case p.Amount.Rat != nil:
			return p.Amount.equal(g.Amount)
		case p.Min.Rat != nil && p.Max.Rat != nil:
			return p.Min.equal(g.Amount) && p.Max.equal(g.Amount)
		case p.Min.Rat != nil:
			return p.Min.equal(g.Amount)
		}
		return p.Max.equal(g.Amount)
	}
	if (g.Min.Rat == nil) != (g.Max.Rat == nil) { // "at least": the bound, as a bound or as an amount
		bound := g.Min
		if bound.Rat == nil {
			bound = g.Max
		}
		return p.Amount.equal(bound) || p.Min.equal(g.Min) && p.Max.equal(g.Max)
	}
	return g.Min.equal(p.Min) && g.Max.equal(p.Max) && p.Min.Rat != nil
}

func (s sum) value() string {
	show := func(d decimal) string {
		if d.Rat == nil {
			return ""
		}
		return strings.TrimSuffix(strings.TrimRight(d.FloatString(6), "0"), ".")
	}
	if s.Amount.Rat != nil {
		return show(s.Amount)
	}
	return show(s.Min) + "–" + show(s.Max)
}

func (c moneyCount) print(w io.Writer) {
	line := func(name string, r prf) {
		fmt.Fprintf(w, "%-11s P %.3f  R %.3f  F1 %.3f\n", name, r.p/100, r.r/100, r.f/100)
	}
	line("strict", ratio(c.strict, c.pred, c.gold))
	line("relaxed", ratio(c.relaxed, c.pred, c.gold))
	line("end_to_end", ratio(c.e2eOK, c.e2ePred, c.e2eGold))
	fmt.Fprintf(w, "value acc   %.3f (%d/%d)\n", percent(c.valueOK, c.valueN)/100, c.valueOK, c.valueN)
	fmt.Fprintf(w, "currency    %.3f (%d/%d)\n", percent(c.curOK, c.curN)/100, c.curOK, c.curN)
	fmt.Fprintf(w, "gold %d  found %d  over ignored gold %d  without a value %d\n", c.gold, c.pred, c.ignored, c.noVal)
}

// printEvidence says how often a currency is right by what decided it, and how
// many of the wrong ones said that they were not stated.
func (c moneyCount) printEvidence(w io.Writer) {
	fmt.Fprintf(w, "%-11s  %5s  %5s  %6s\n", "evidence", "sums", "right", "%")
	wrong, doubted := 0, 0
	for e, by := range c.by {
		if by.all > 0 {
			fmt.Fprintf(w, "%-11s  %5d  %5d  %6.1f\n", money.Evidence(e), by.all, by.right, percent(by.right, by.all))
		}
		wrong += by.all - by.right
		doubted += by.wrongInDoubt
	}
	fmt.Fprintf(w, "wrong currencies %d, of which said to be not stated %d\n", wrong, doubted)
}

// readMarked reads texts with their sums set in: [$5|USD 5].
func readMarked(file string) ([]moneyDoc, error) {
	text, err := os.ReadFile(file)
	if err != nil {
		return nil, err
	}
	cases, err := langtest.Parse(string(text))
	if err != nil {
		return nil, fmt.Errorf("%s:%w", file, err)
	}
	var docs []moneyDoc
	for _, c := range cases {
		d := moneyDoc{ID: c.Section + "/" + c.Name, Text: c.Text, Country: c.Options["country"]}
		if day := c.Options["published"]; day != "" {
			if d.Published, err = time.Parse(time.DateOnly, day); err != nil {
				return nil, fmt.Errorf("%s:%d: %w", file, c.Line, err)
			}
		}
		for _, m := range c.Gold {
			g, err := sumOf(m.Means)
			if err != nil {
				return nil, fmt.Errorf("%s:%d: %w", file, c.Line, err)
			}
			g.Start, g.End = &m.Start, &m.End
			d.Money = append(d.Money, g)
		}
		docs = append(docs, d)
	}
	return docs, nil
}

// sumOf reads what is said of a sum: its currency, its amount or range, and the
// bound, which is not scored.
func sumOf(means string) (g sum, err error) {
	f := strings.Fields(means)
	if len(f) < 2 {
		return sum{}, fmt.Errorf("%q is no sum", means)
	}
	g.Currency = f[0]
	low, high, isRange := strings.Cut(f[1], "..")
	if !isRange {
		return g, g.Amount.UnmarshalJSON([]byte(low))
	}
	g.Vague = high == ""
	if err := g.Min.UnmarshalJSON([]byte(low)); err != nil || g.Vague {
		return g, err
	}
	return g, g.Max.UnmarshalJSON([]byte(high))
}

// evalRepair counts the damaged sums that read as before the damage, white
// space aside, and the edits where there was no damage.
func evalRepair(w io.Writer, docs []moneyDoc, errs *errorList) error {
	total, restored := map[string]int{}, map[string]int{}
	var all, ok, wrong, elsewhere, edits int
	for _, d := range docs {
		type edit struct {
			start, end int
			text       string
			used       bool
		}
		var es []edit
		money.Repair{}.Edits(d.Text, func(start, end int, text string) { es = append(es, edit{start, end, text, false}) })
		edits += len(es)
		for _, x := range d.Damage {
			total[x.Class]++
			all++
			lo, hi := x.Start, x.End
			var mine []edit
			for i, e := range es {
				if e.start <= x.End && e.end >= x.Start {
					es[i].used = true
					mine = append(mine, e)
					lo, hi = min(lo, e.start), max(hi, e.end)
				}
			}
			var got strings.Builder
			at := lo
			for _, e := range mine {
				got.WriteString(d.Text[at:e.start] + e.text)
				at = e.end
			}
			got.WriteString(d.Text[at:hi])
			want := d.Text[lo:x.Start] + x.Original + d.Text[x.End:hi]
			if slices.Equal(strings.Fields(got.String()), strings.Fields(want)) {
				restored[x.Class]++
				ok++
				continue
			}
			wrong += count(len(mine) > 0)
			errs.add("REPAIR", "%s %s | want %q, got %q | %s", d.ID, x.Class, want, got.String(), around(d.Text, x.Start, x.End))
		}
		for _, e := range es {
			if !e.used {
				elsewhere++
				errs.add("ELSEWHERE", "%s | %q | %s", d.ID, e.text, around(d.Text, e.start, e.end))
			}
		}
	}
	classes := make([]string, 0, len(total))
	for k := range total {
		classes = append(classes, k)
	}
	slices.Sort(classes)
	for _, k := range classes {
		fmt.Fprintf(w, "%-20s %3d/%3d\n", k, restored[k], total[k])
	}
	fmt.Fprintf(w, "restored %d/%d = %.3f   changed wrongly %d   edits elsewhere %d of %d\n", ok, all, percent(ok, all)/100, wrong, elsewhere, edits)
	return nil
}
