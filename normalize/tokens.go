package normalize

import (
	"strings"
)

// Tokens is the step that puts text together again which a program took apart
// into tokens, as corpora of linguists are: "He did n't go -LRB- or come
// -RRB- ." It does so where all of a text is, by the signs of the Penn
// Treebank; text that only sets its marks apart is left alone. The joiners of
// WikiText ("well @-@ known", "4 @.@ 5") are mended anywhere.
//
// Changes are named "tokens"; their detail is "treebank" or "wikitext".
type Tokens struct{}

// Name returns "tokens".
func (Tokens) Name() string { return "tokens" }

// Edits proposes to join each token to what it was part of.
func (t Tokens) Edits(text string, emit func(start, end int, replacement string)) {
	t.Explain(text, func(start, end int, replacement, _ string) { emit(start, end, replacement) })
}

// Explain proposes the same edits as Edits, and says of which kind each is.
func (Tokens) Explain(text string, emit func(start, end int, replacement, detail string)) {
	t := newTokenScan(text)
	for i := t.next(0); i < len(text); i = t.next(i) {
		end := tokenEnd(text, i)
		if end == i {
			i++
			continue
		}
		if m, ok := t.at(i, end); ok {
			emit(m.start, m.end, m.s, m.detail)
			end = m.end
		}
		i = end
	}
}

const (
	tokensTreebank = "treebank"
	tokensWikiText = "wikitext"
)

// A tokenRule says what a token stands for, and which side it is set against.
type tokenRule struct {
	token, s    string
	left, right bool
}

// tokenRules are the tokens of the Treebank that are more than words.
var tokenRules = [...]tokenRule{
	{"-LRB-", "(", false, true}, {"-RRB-", ")", true, false},
	{"-LSB-", "[", false, true}, {"-RSB-", "]", true, false},
	{"-LCB-", "{", false, true}, {"-RCB-", "}", true, false},
	{"``", opening, false, true}, {"''", closing, true, false}, {"`", "‘", false, true},
	{"(", "(", false, true}, {")", ")", true, false},
	{",", ",", true, false}, {".", ".", true, false}, {";", ";", true, false}, {":", ":", true, false},
	{"!", "!", true, false}, {"?", "?", true, false}, {"%", "%", true, false},
	{"$", "$", false, true}, {"£", "£", false, true}, {"€", "€", false, true},
	{"n't", "n't", true, false}, {"N'T", "N'T", true, false}, {"n’t", "n’t", true, false},
	{"'", "'", true, false},
}

// wikiJoiners are the tokens that WikiText parts words and numbers with.
var wikiJoiners = [...]tokenRule{{"@-@", "-", true, true}, {"@,@", ",", true, true}, {"@.@", ".", true, true}}

// ruleOf finds the rule of a token.
func ruleOf(token string) (tokenRule, bool) {
	if len(token) > len("-LRB-") {
		return tokenRule{}, false
	}
	if len(token) == len("-LRB-") && token[0] == '-' {
		token = strings.ToUpper(token)
	}
	for _, r := range tokenRules {
		if r.token == token {
			return r, true
		}
	}
	for _, mark := range [...]string{"'", "’"} {
		if tail, ok := strings.CutPrefix(token, mark); ok && tail != "" && endsContraction(tail) && asciiWordEnd(tail, 0) == len(tail) {
			return tokenRule{token, token, true, false}, true
		}
	}
	return tokenRule{}, false
}

// A tokenHabit says whether all of a text is in tokens, once it is known.
type tokenHabit struct{ known, is bool }

// A tokenScan looks at single tokens of a text.
type tokenScan struct {
	text      string
	marks     *habit // of the text, if it may be known
	habit     tokenHabit
	quoteLine int // where the line begins that quotes counts
	quotes    int // straight double quotation marks since
	pairs     lineCache
}

func newTokenScan(text string) tokenScan {
	return tokenScan{text: text, quoteLine: -1, pairs: lineCache{of: hasQuotePairs}}
}

// hasQuotePairs reports whether the straight double quotation marks of a line
// are even in number.
func hasQuotePairs(line string) bool { return strings.Count(line, `"`)%2 == 0 }

// next returns i, where a token or white space begins, or if the text is not in tokens the
// offset of the next that may be a joiner, or the length of the text.
func (t *tokenScan) next(i int) int {
	text := t.text
	if t.tokenized() {
		return i
	}
	for i = nextByte(text, i, '@'); i < len(text) && i > 0 && text[i-1] > ' '; {
		i = nextByte(text, i+1, '@')
	}
	return i
}

// at looks at the token text[i:end].
func (t *tokenScan) at(i, end int) (m mend, ok bool) {
	text := t.text
	token := text[i:end]
	if token[0] == '@' {
		for _, r := range wikiJoiners {
			if r.token == token && i > 1 && text[i-1] == ' ' && end+1 < len(text) && text[end] == ' ' {
				return mend{i - 1, end + 1, r.s, tokensWikiText}, true
			}
		}
		return m, false
	}
	if !mayBeToken[token[0]] || !t.tokenized() {
		return m, false
	}
	rule, ok := ruleOf(token)
	if token == `"` {
		rule, ok = t.straight(i), t.pairs.at(text, i)
	}
	if !ok {
		return m, false
	}
	start := i
	if rule.left && i > 1 && text[i-1] == ' ' {
		start--
	}
	if rule.right && end+1 < len(text) && text[end] == ' ' {
		end++
	}
	return mend{start, end, rule.s, tokensTreebank}, start < i || end > i+len(token) || rule.s != token
}

// mayBeToken marks the first bytes of the tokens that rules are about.
var mayBeToken = [256]bool{
	'-': true, '`': true, '\'': true, '(': true, ')': true, ',': true, '.': true, ';': true, ':': true, '!': true, '?': true,
	'%': true, '$': true, 'n': true, 'N': true, '"': true, 0xC2: true, 0xE2: true,
}

// straight returns the rule of the straight quotation mark at i: each second one
// of a line closes.
func (t *tokenScan) straight(i int) tokenRule {
	from := t.quoteLine
	if from < 0 || strings.IndexByte(t.text[from:i], '\n') >= 0 {
		from, t.quotes = strings.LastIndexByte(t.text[:i], '\n')+1, 0
	}
	t.quotes += strings.Count(t.text[from:i], `"`)
	t.quoteLine = i
	return tokenRule{`"`, `"`, t.quotes%2 == 1, t.quotes%2 == 0}
}

// habitSize is how much of a text is looked at for whether all of it is in tokens.
const habitSize = 32 << 10

// tokenized reports whether all of the text is in tokens: most of its commas and
// full stops are set apart, and so are parts of words, or marks are written as
// the Treebank does.
func (t *tokenScan) tokenized() bool {
	if t.habit.known {
		return t.habit.is
	}
	t.habit.known = true
	text := t.text[:min(len(t.text), habitSize)]
	var s setting
	if t.marks != nil && len(text) == len(t.text) {
		s = *t.marks.of(text)
	} else {
		s = settingOf(text)
	}
	if s.spaced > 0 && 2*s.spaced > s.attached && (s.attached < manyMarks || s.spaced > s.attached) {
		t.habit.is = hasTreebankSigns(text)
	}
	return t.habit.is
}

// hasTreebankSigns reports whether a text has tokens that nobody writes.
func hasTreebankSigns(text string) bool {
	for i := range len(text) {
		if !mayBeToken[text[i]] || i > 0 && text[i-1] != ' ' {
			continue
		}
		if token := text[i:tokenEnd(text, i)]; len(token) > 1 {
			if _, ok := ruleOf(token); ok {
				return true
			}
		}
	}
	return false
}

// beginsToken reports whether a token of the rules may begin at the second of
// two bytes, in a text that has no mark set apart before it.
func beginsToken(a, b byte) bool {
	return a == '@' && (b == '-' || b == ',' || b == '.') || a == ' ' && (b == ',' || b == '.')
}
