package main

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/copydesk-go/copydesk/money"
)

func TestAlignTimexes(t *testing.T) {
	gold := []timex{{Start: 0, End: 5}, {Start: 10, End: 20}, {Start: 30, End: 35}}
	sys := []timex{{Start: 12, End: 14}, {Start: 10, End: 20}, {Start: 34, End: 40}}
	assert.Equal(t, []int{-1, 1, 2}, alignTimexes(gold, sys), "equal extents go before overlaps")
}

func TestWorldNewsTimexes(t *testing.T) {
	docs, err := readLines[dateDoc](filepath.Join("testdata", "world-news-timexes.jsonl"))
	require.NoError(t, err)
	assert.Len(t, docs, 129)
	for _, d := range docs {
		at := 0
		for _, x := range d.Timexes {
			assert.True(t, at <= x.Start && x.Start < x.End, d.ID)
			assert.Contains(t, []string{"DATE", "TIME", "DURATION", "SET"}, x.Type, d.ID)
			assert.NotEmpty(t, x.Value, d.ID)
			at = x.End
		}
	}
}

// The figures are worked out by hand.
func TestDateCount(t *testing.T) {
	var c dateCount
	var errs errorList
	doc := dateDoc{
		ID: "d", Text: "On Monday, two days ago, in May.",
		Timexes: []timex{
			{Start: 3, End: 9, Type: "DATE", Value: "2024-05-13"},
			{Start: 11, End: 23, Type: "DATE", Value: "2024-05-11"},
			{Start: 28, End: 31, Type: "DATE", Value: "2024-05"},
		},
	}
	scoreTimexes(&c, countsBy{}, countsBy{}, &errs, doc, []timex{
		{Start: 3, End: 9, Type: "DATE", Value: "2024-05-13"},
		{Start: 11, End: 19, Type: "DURATION", Value: "P2D"},
	})
	assert.Equal(t, dateCount{gold: 3, sys: 2, relaxed: 2, strict: 1, typ: 1, value: 1, strictValue: 1}, c)
	var b bytes.Buffer
	c.print(&b)
	assert.Contains(t, b.String(), "strict    50.00  33.33  40.00")
	assert.Contains(t, b.String(), "value F1  40.00")
	assert.Equal(t, []string{"EXTENT", "VALUE", "MISS"}, errs.kinds)
}

func TestMoneyRules(t *testing.T) {
	sumOf := func(s, e int, currency, amount, lo, hi string) sum {
		x := sum{s: s, e: e, Currency: currency}
		for to, from := range map[*decimal]string{&x.Amount: amount, &x.Min: lo, &x.Max: hi} {
			if from != "" {
				require.NoError(t, to.UnmarshalJSON([]byte(`"`+from+`"`)))
			}
		}
		return x
	}
	assert.True(t, sameValue(sumOf(0, 1, "", "5.0", "", ""), sumOf(0, 1, "", "5", "", "")))
	assert.True(t, sameValue(sumOf(0, 1, "", "5", "", ""), sumOf(0, 1, "", "", "5", "")))
	assert.False(t, sameValue(sumOf(0, 1, "", "", "5", "6"), sumOf(0, 1, "", "5", "", "")))

	merged := mergeRanges(
		[]sum{sumOf(0, 20, "USD", "", "5", "6")},
		[]sum{sumOf(0, 2, "USD", "5", "", ""), sumOf(6, 20, "USD", "6", "", "")})
	require.Len(t, merged, 1)
	assert.Equal(t, [2]int{0, 20}, [2]int{merged[0].s, merged[0].e})

	var c moneyCount
	var errs errorList
	ignored := sumOf(20, 25, "USD", "1", "", "")
	ignored.Ignore = true
	c.score(moneyDoc{Text: "…………………………", Money: []sum{sumOf(0, 3, "USD", "5", "", ""), ignored}},
		[]sum{sumOf(0, 6, "USD", "5", "", ""), sumOf(20, 25, "USD", "1", "", ""), sumOf(9, 12, "USD", "7", "", "")}, &errs)
	assert.Equal(t, moneyCount{
		gold: 1, pred: 2, relaxed: 1, valueN: 1, valueOK: 1, curN: 1, curOK: 1,
		e2eGold: 1, e2ePred: 2, e2eOK: 1, ignored: 1,
		by: [money.EvidenceHabit + 1]decided{{all: 1, right: 1}},
	}, c)
}

func TestSpanSchemes(t *testing.T) {
	gold := []spanSet{{{0, 5, "Person"}: true, {6, 9, "NORP"}: true, {10, 15, "Location"}: true}}
	sys := []spanSet{{{0, 5, "Person"}: true, {6, 9, "Location"}: true, {10, 14, "Location"}: true}}
	figures := map[string]tally{}
	for _, s := range schemes([]string{"Person", "Location", "NORP"}) {
		rows := map[string]*tally{}
		for _, k := range s.order {
			rows[k] = &tally{}
		}
		s.count(rows, gold[0], sys[0])
		var all tally
		for _, r := range rows {
			all = tally{all.hits + r.hits, all.gold + r.gold, all.sys + r.sys}
		}
		figures[s.title[:2]] = all
	}
	assert.Equal(t, map[string]tally{
		"A ": {1, 3, 3}, "A7": {1, 3, 3},
		"B ": {1, 2, 3}, "B2": {1, 2, 2}, // the Location over the nationality does not count
		"C ": {2, 3, 3}, "C7": {2, 3, 3},
		"D ": {1, 3, 3},
		"E ": {2, 2, 3},
	}, figures)
}

func TestDamageGroups(t *testing.T) {
	for path, want := range map[string]string{
		"utf8>cp1252":             "one layer",
		"utf8>cp1252+utf8>cp1252": "two or three layers",
		"utf8>cp1252x3":           "two or three layers",
		"x:utf8>cp866":            "one layer, rarer codecs",
		"mixed1:utf8>gbk~?":       "one char of a mixed line",
		"utf8>gbk~fffd":           "UTF-8 read as CJK, lossy",
		"utf8>gb18030":            "UTF-8 read as CJK, intact",
		"utf8>cp1252~drop":        "one layer, lossy",
		"cp1251>cp1252":           "legacy charset read as another",
		"cp1252>utf8~fffd":        "punctuation -> U+FFFD or ?",
		"punct>?":                 "punctuation -> U+FFFD or ?",
		"json-escape":             "escapes",
		"entity:double":           "escapes",
		"scrape:c0":               "scrape/typographic",
	} {
		assert.Equal(t, want, damageGroup(path), path)
	}
}

func TestFold(t *testing.T) {
	assert.Equal(t, fold(`"It's" - a fine day`), fold("“It’s”\u00a0— a  ﬁne d\u00aday\n"))
	assert.NotEqual(t, fold("cafe"), fold("café"))
	assert.InDelta(t, 0.5, keptShare("é–", "é-"), 1e-9)
}

// What no news text would hold is told by its form.
func TestLeftOut(t *testing.T) {
	one := []sum{{Currency: "USD"}}
	for _, tt := range []struct {
		doc  moneyDoc
		want string
	}{
		{moneyDoc{Input: "It is 5 dollars.", Expected: one}, ""},
		{moneyDoc{Input: "No price here."}, ""},
		{moneyDoc{Input: "1 200,00", Expected: one}, bareNumber},
		{moneyDoc{Input: "7 BTC", Expected: []sum{{Currency: "XBT"}}}, noCode},
		{moneyDoc{Input: "7 рублей", Expected: one}, otherScript},
		{moneyDoc{Input: "It is 7 dollars and 20.", Expected: one}, spokenCoins},
		{moneyDoc{Input: "It is 7 dollars and 20 cents.", Expected: one}, ""},
		{moneyDoc{Input: "7 Nu.", Expected: one}, abbreviation},
		{moneyDoc{Input: "7 EUR", Expected: one}, ""},
		{moneyDoc{Input: "Was $7 now $5", Source: "price-parser EXAMPLES", Expected: one}, manyPrices},
	} {
		assert.Equal(t, tt.want, leftOut(tt.doc), tt.doc.Input)
	}
}

// Every measure runs over a file of its kind.
func TestMeasures(t *testing.T) {
	for kind, line := range map[string]string{
		"dates":    `{"id":"a","dct":"2024-05-15","text":"He left on Monday.","timexes":[{"start":11,"end":17,"type":"DATE","value":"2024-05-13"}]}`,
		"money":    `{"id":"a","text":"It cost $ 5. million in all.","money":[],"damage":[{"start":8,"end":20,"class":"stray-stop","original":"$5 million"}]}`,
		"entities": `{"id":"a","text":"Nigeria won.","spans":[[0,7,"Location","Nigeria"]]}`,
		"encoding": `{"id":"a","codec_path":"utf8>cp1252","lang":"en","damaged":"itâ€™s","clean":"it’s"}`,
		"clean":    `{"id":"a","lang":"fr","clean":"l’été"}`,
	} {
		file := filepath.Join(t.TempDir(), kind+".jsonl")
		require.NoError(t, os.WriteFile(file, []byte(line+"\n"), 0o644))
		var out bytes.Buffer
		require.NoError(t, measures[kind](&out, file, options{errors: 5, by: "codec_path"}), kind)
		assert.NotEmpty(t, out.String(), kind)
		assert.Error(t, measures[kind](&out, file+"x", options{}), "%s: no such file", kind)
	}
}
