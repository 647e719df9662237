package normalize

import (
	"strings"
	"unicode/utf8"

	"github.com/copydesk-go/copydesk/internal/scan"
	"github.com/copydesk-go/copydesk/normalize/internal/char"
	"github.com/copydesk-go/copydesk/normalize/internal/fontcode"
	"github.com/copydesk-go/copydesk/normalize/internal/mojibake"
	"github.com/copydesk-go/copydesk/normalize/internal/zawgyi"
	"golang.org/x/text/unicode/norm"
)

// Traits say what one quick look at a text has seen: one bit for each of the
// steps that would have to look at every byte to find nothing. A bit that is
// not set means that the step has nothing to do; one that is set means that it
// may have.
type traits uint16

const (
	mayControl traits = 1 << iota
	mayForm
	maySpace
	mayPunctuate
	mayRefer
	mayEscape
	mayMisread
	mayLeave     // residue
	mayJoin      // tokens
	mayPart      // words at line ends
	mayTurn      // letters in the order of a font
	mayBeInvalid // bytes that are not UTF-8
	hasNoBreak   // a no-break space that is well placed
	hasExcluded  // a letter that NFC takes apart
)

// A gated step is one that the traits of a text can tell to be idle.
type gated interface{ gate() traits }

// gateOf returns the traits that a step has to do with, if any are known.
func gateOf(s Step) traits {
	if g, ok := s.(gated); ok {
		return g.gate()
	}
	return 0
}

func (HTML) gate() traits        { return mayRefer }
func (Escapes) gate() traits     { return mayEscape }
func (Encoding) gate() traits    { return mayMisread }
func (Fonts) gate() traits       { return mayTurn }
func (Residue) gate() traits     { return mayLeave }
func (Tokens) gate() traits      { return mayJoin }
func (Hyphens) gate() traits     { return mayPart }
func (Control) gate() traits     { return mayControl }
func (Punctuation) gate() traits { return mayPunctuate }

func (f Form) gate() traits {
	if f.Exclusions {
		return mayForm | hasExcluded
	}
	return mayForm
}

func (s Space) gate() traits {
	if s.NoBreak == NoBreakWhereUseful {
		return maySpace
	}
	return maySpace | hasNoBreak
}

// Kinds of ASCII bytes, for the table of pairs.
const (
	kindOther = iota
	kindLower
	kindUpper
	kindSpace
	kindTab
	kindLineEnd
	kindComma
	kindStop
	kindHyphen
	kindOpen
	kindMark // ; : ! ? )
	kindReturn
	kindControl
	kindWide   // the last byte of a character outside ASCII
	kindEscape // & % \
	kinds      = 16
)

// kindOf holds the kind of each ASCII byte.
var kindOf = [utf8.RuneSelf]uint8{
	0x00: kindControl, 0x01: kindControl, 0x02: kindControl, 0x03: kindControl, 0x04: kindControl, 0x05: kindControl,
	0x06: kindControl, 0x07: kindControl, 0x08: kindControl, '\t': kindTab, '\n': kindLineEnd, 0x0B: kindControl,
	0x0C: kindControl, '\r': kindReturn, 0x0E: kindControl, 0x0F: kindControl, 0x10: kindControl, 0x11: kindControl,
	0x12: kindControl, 0x13: kindControl, 0x14: kindControl, 0x15: kindControl, 0x16: kindControl, 0x17: kindControl,
	0x18: kindControl, 0x19: kindControl, 0x1A: kindControl, 0x1B: kindControl, 0x1C: kindControl, 0x1D: kindControl,
	0x1E: kindControl, 0x1F: kindControl, 0x7F: kindControl,
	'&': kindEscape, '%': kindEscape, '\\': kindEscape, ' ': kindSpace, ',': kindComma, '.': kindStop, '-': kindHyphen, '(': kindOpen,
	';': kindMark, ':': kindMark, '!': kindMark, '?': kindMark, ')': kindMark,
	'a': kindLower, 'b': kindLower, 'c': kindLower, 'd': kindLower, 'e': kindLower, 'f': kindLower, 'g': kindLower,
	'h': kindLower, 'i': kindLower, 'j': kindLower, 'k': kindLower, 'l': kindLower, 'm': kindLower, 'n': kindLower,
	'o': kindLower, 'p': kindLower, 'q': kindLower, 'r': kindLower, 's': kindLower, 't': kindLower, 'u': kindLower,
	'v': kindLower, 'w': kindLower, 'x': kindLower, 'y': kindLower, 'z': kindLower,
	'A': kindUpper, 'B': kindUpper, 'C': kindUpper, 'D': kindUpper, 'E': kindUpper, 'F': kindUpper, 'G': kindUpper,
	'H': kindUpper, 'I': kindUpper, 'J': kindUpper, 'K': kindUpper, 'L': kindUpper, 'M': kindUpper, 'N': kindUpper,
	'O': kindUpper, 'P': kindUpper, 'Q': kindUpper, 'R': kindUpper, 'S': kindUpper, 'T': kindUpper, 'U': kindUpper,
	'V': kindUpper, 'W': kindUpper, 'X': kindUpper, 'Y': kindUpper, 'Z': kindUpper,
}

// pairTraits holds what a byte of the second kind says after one of the first.
var pairTraits = [kinds * kinds]traits{
	kindSpace*kinds + kindSpace:   maySpace,
	kindSpace*kinds + kindTab:     maySpace,
	kindSpace*kinds + kindLineEnd: maySpace,
	kindTab*kinds + kindSpace:     maySpace,
	kindTab*kinds + kindTab:       maySpace,
	kindTab*kinds + kindLineEnd:   maySpace,

	kindSpace*kinds + kindComma:  mayPunctuate,
	kindSpace*kinds + kindStop:   mayPunctuate,
	kindSpace*kinds + kindMark:   mayPunctuate,
	kindComma*kinds + kindComma:  mayPunctuate,
	kindComma*kinds + kindLower:  mayPunctuate,
	kindStop*kinds + kindUpper:   mayPunctuate,
	kindHyphen*kinds + kindSpace: mayPunctuate,
	kindOpen*kinds + kindSpace:   mayPunctuate,

	kindOther*kinds + kindControl:   mayControl,
	kindLower*kinds + kindControl:   mayControl,
	kindUpper*kinds + kindControl:   mayControl,
	kindSpace*kinds + kindControl:   mayControl,
	kindTab*kinds + kindControl:     mayControl,
	kindLineEnd*kinds + kindControl: mayControl,
	kindComma*kinds + kindControl:   mayControl,
	kindStop*kinds + kindControl:    mayControl,
	kindHyphen*kinds + kindControl:  mayControl,
	kindOpen*kinds + kindControl:    mayControl,
	kindMark*kinds + kindControl:    mayControl,
	kindReturn*kinds + kindControl:  mayControl,
	kindControl*kinds + kindControl: mayControl,
	kindWide*kinds + kindControl:    mayControl,
	kindEscape*kinds + kindControl:  mayControl,

	kindOther*kinds + kindReturn:   maySpace,
	kindLower*kinds + kindReturn:   maySpace,
	kindUpper*kinds + kindReturn:   maySpace,
	kindSpace*kinds + kindReturn:   maySpace,
	kindTab*kinds + kindReturn:     maySpace,
	kindLineEnd*kinds + kindReturn: maySpace,
	kindComma*kinds + kindReturn:   maySpace,
	kindStop*kinds + kindReturn:    maySpace,
	kindHyphen*kinds + kindReturn:  maySpace,
	kindOpen*kinds + kindReturn:    maySpace,
	kindMark*kinds + kindReturn:    maySpace,
	kindReturn*kinds + kindReturn:  maySpace,
	kindControl*kinds + kindReturn: maySpace,
	kindWide*kinds + kindReturn:    maySpace,
	kindEscape*kinds + kindReturn:  maySpace,
}

// A look goes through a text and gathers its traits. It reads each character
// once, and asks the table of pairs about it and the one before it; what the
// table cannot clear is looked at where it stands.
type look struct {
	text   string
	limit  int // where run need not go on
	traits traits

	references     referencer
	escapes        escaper
	residue        residueScan
	tokens         tokenScan
	hyphens        hyphenScan
	punctuator     punctuator
	eastAsian, rtl lineCache
	fonts          lineCache
	encoding       mojibake.Prefilter
}

func newLook(text string, marks *habit) look {
	return look{
		text:       text,
		references: newReferencer(text),
		escapes:    newEscaper(text),
		residue:    newResidueScan(text),
		tokens:     tokenScan{text: text, marks: marks, quoteLine: -1, pairs: lineCache{of: hasQuotePairs}},
		hyphens:    newHyphenScan(text, marks),
		limit:      len(text),
		punctuator: newPunctuator(text, marks),
		fonts:      lineCache{of: holdsFontCoded},
		eastAsian:  lineCache{of: isEastAsian},
		rtl:        lineCache{of: hasRightToLeft},
		encoding:   mojibake.NewPrefilter(text, allPairs().Pairs),
	}
}

// all takes the quick look, up to where it sees one of the traits to stop at.
func (k *look) all(stop traits) traits {
	k.run(0, stop|mayBeInvalid)
	return k.ends(stop | mayBeInvalid)
}

// lines takes the quick look at the lines around a place, and the ones beside them. Places
// come in their order.
func (k *look) lines(p place) {
	start, end := linesAround(k.text, p)
	start, k.limit = max(start, k.limit), max(end, k.limit)
	k.run(start, mayBeInvalid)
}

// linesAround returns the extent of the lines around a place and the ones beside them.
func linesAround(text string, p place) (start, end int) {
	start, end = p.start, p.end
	for range 2 {
		start = max(strings.LastIndexByte(text[:max(start, 0)], '\n'), 0)
		end = min(nextByte(text, min(end, len(text)), '\n')+1, len(text))
	}
	return start, end
}

// habits are what a look asked of all of a text: how its marks are set, whether it is in
// tokens, and others such as its words or its dateline.
type habits struct {
	marks  habit
	tokens tokenHabit
	others bool
}

// habits returns those that something which was seen, or not, depends on.
func (k *look) habits() habits {
	return habits{*k.punctuator.marks, k.tokens.habit, k.hyphens.known.countsWords() || k.residue.datelineKnown || k.escapes.printable.known}
}

// areThoseOf reports whether a text has the same habits, for all that the steps ask of them. Those of
// its marks are counted if they are asked for.
func (h *habits) areThoseOf(text string, marks *habit) bool {
	if h.others || (h.marks.counted || h.tokens.known) && len(text) < 2*shortText {
		return false
	}
	if h.marks.counted && marks.of(text).shows() != h.marks.shows() {
		return false
	}
	t := newTokenScan(text)
	t.marks = marks
	return !h.tokens.known || t.tokenized() == h.tokens.is
}

// ends adds the traits of the ends of the text, if none of those to stop at has been seen.
func (k *look) ends(stop traits) traits {
	text := k.text
	if k.traits&stop != 0 || text == "" {
		return k.traits
	}
	switch first, last := text[0], text[len(text)-1]; {
	case first == '\n', first == '\r', last == ' ', last == '\t', last == '\r',
		strings.HasSuffix(text, "\n\n"):
		k.traits |= maySpace
	}
	if strings.HasSuffix(text, opening) && k.punctuates(len(text)-len(opening)) {
		k.traits |= mayPunctuate
	}
	return k.traits
}

// run goes on from offset i, at the start or end of a line, until the end or
// until it has seen one of the traits to stop at, and returns how far it came.
func (k *look) run(i int, stop traits) int {
	text := k.text
	pairs := allPairs()
	before := uint('\n')
	for i < k.limit {
		var id uint
		n := 1
		switch b := text[i]; {
		case b < utf8.RuneSelf:
			if i+1 < len(text) && text[i+1] < utf8.RuneSelf {
				if i = k.ascii(pairs, before, i, stop); k.traits&stop != 0 {
					return i
				}
				before = uint(text[i-1])
				continue
			}
			id = uint(b)
		case b < 0xE0:
			if i+1 >= len(text) || b < 0xC2 || text[i+1]&0xC0 != 0x80 {
				k.traits |= mayBeInvalid
				return i
			}
			n = 2
			id = uint(pairs.IDs[uint16(b&0x1F)<<6|uint16(text[i+1]&0x3F)])
		case b < 0xF0:
			if i+4 < k.limit && (text[i+3] >= 0xE0 || text[i+4] >= 0xE0) {
				if at, last := pairs.skipWide(text[:k.limit], before, i); at > i {
					i, before = at, last
					continue
				}
			}
			if i+2 >= len(text) || text[i+1]&0xC0 != 0x80 || text[i+2]&0xC0 != 0x80 || b == 0xE0 && text[i+1] < 0xA0 || b == 0xED && text[i+1] >= 0xA0 {
				k.traits |= mayBeInvalid
				return i
			}
			n = 3
			id = uint(pairs.IDs[uint16(b&0xF)<<12|uint16(text[i+1]&0x3F)<<6|uint16(text[i+2]&0x3F)])
		default:
			var r rune
			if r, n = utf8.DecodeRuneInString(text[i:]); n == 1 {
				k.traits |= mayBeInvalid
				return i
			}
			id = pairs.IDBeyond(r)
		}
		if pairs.Has(before, id) {
			if k.closer(i); k.traits&stop != 0 {
				return i
			}
		}
		before = id
		i += n
	}
	return i
}

// ascii is run over ASCII characters, the first of which is at offset i and
// comes after the character of the number before. It returns the offset of the
// first that is something else, or where it was to stop.
func (k *look) ascii(pairs *pairTable, before uint, i int, stop traits) int {
	text := k.text
	if pairs.Has(before, uint(text[i])) {
		if k.closer(i); k.traits&stop != 0 {
			return i
		}
	}
	for i++; ; i++ {
		if i = pairs.skip(text, i); i >= k.limit || text[i] >= utf8.RuneSelf {
			return i
		}
		if k.closer(i); k.traits&stop != 0 {
			return i
		}
	}
}

// closer looks at the character at i and the one before it, and asks the steps
// concerned.
func (k *look) closer(i int) {
	text := k.text
	b, n := rune(text[i]), 1
	if b == '\n' && i > 0 && text[i-1] == '\n' {
		if i > 1 && text[i-2] == '\n' {
			k.traits |= maySpace
		}
		return
	}
	if b == ';' && i > 1 && scan.Letter(text[i-1]) && !endsMark[endOf(text[i-2], text[i-1])] && !isHexDigit(text[i-1]) {
		return // of most words that a semicolon stands after
	}
	if b == '%' && i > 0 && text[i-1] < utf8.RuneSelf && i+1 < len(text) && text[i+1] != 'u' && !isHexDigit(text[i+1]) {
		return // of most numbers that a percent sign stands after
	}
	a, m := '\n', 0
	if i > 0 {
		a, m = utf8.DecodeLastRuneInString(text[:i])
	}
	if b < utf8.RuneSelf {
		k.traits |= k.asciiTraits(i, a)
	} else {
		b, n = utf8.DecodeRuneInString(text[i:])
		if allPairs().shows(b) {
			k.traits |= k.wideTraits(i, n, b) | k.formTraits(i, n, m, b)
		}
	}
	if k.traits&mayTurn == 0 && mayTurnPair(a, b) && (misplaced(text, i+n, a, b) || suspectFont(text, i+n, a, b) && k.fonts.at(text, i)) {
		k.traits |= mayTurn
	}
	if k.traits&mayForm == 0 && a|b >= 0x0400 && (a == b && (b == 'เ' || b == 'ເ') || mixesTwins(a, b) && k.mixed(i)) {
		k.traits |= mayForm
	}
	if k.traits&mayPunctuate == 0 && mayPunctuatePair(a, b) && (b == ',' && k.punctuates(beforeSpaces(text, i)) || k.punctuates(i-m) || k.punctuates(i)) {
		k.traits |= mayPunctuate
	}
	if (a >= utf8.RuneSelf || b >= utf8.RuneSelf || b == '?') && k.traits&mayMisread == 0 && k.encoding.Misread(i, char.Of(a), char.Of(b)) {
		k.traits |= mayMisread
	}
}

// mayTurnPair reports whether a pair of characters may be one that misplaced or suspectFont
// is about: none with the marks that any text has.
func mayTurnPair(a, b rune) bool {
	return b < 0x2000 || b >= 0x2500 || b == '‡' || a == '\u1039'
}

// misplaced reports whether b after a, of a text that goes on at next, is an order
// that fonts have and Unicode has not.
func misplaced(text string, next int, a, b rune) bool {
	if b < 0x0590 {
		return a == '\u1039'
	}
	after, _ := utf8.DecodeRuneInString(text[next:])
	return (a == '\u1039' || zawgyi.Letter(b)) && zawgyi.Misplaced(a, b, after) || beginsWithEnd(a, b)
}

// suspectFont reports whether b after a, of a text that goes on at next, may be of a line
// in the code of a font.
func suspectFont(text string, next int, a, b rune) bool {
	if b < utf8.RuneSelf && b|0x20 != 'v' {
		return false
	}
	after, _ := utf8.DecodeRuneInString(text[next:])
	return fontcode.Suspect(a, b, after)
}

// mixed reports whether the word around i has Latin letters for Cyrillic ones.
func (k *look) mixed(i int) bool {
	_, _, ok := mixedWord(k.text, i)
	return ok
}

// asciiTraits looks at the ASCII character at i, which comes after a.
func (k *look) asciiTraits(i int, a rune) (t traits) {
	text := k.text
	switch b := text[i]; b {
	case '&', ';':
		if k.traits&mayRefer == 0 {
			if _, ok := k.references.at(i); ok {
				t |= mayRefer
			}
		}
	case '%', '\\':
		if k.traits&mayEscape == 0 {
			if _, ok := k.escapes.at(i); ok {
				t |= mayEscape
			}
		}
	}
	if i > 0 {
		t |= k.pairTraits(text[i-1], text[i], i)
	}
	return t | pairTraits[kindOfRune(a)*kinds+kindOf[text[i]]]&^mayPunctuate
}

// pairTraits looks at what may begin with the two bytes a and b, of which the
// second is at i, for the steps that look for signs of programs.
func (k *look) pairTraits(a, b byte, i int) (t traits) {
	if k.traits&mayEscape == 0 && beginsEscape(a, b) {
		if _, ok := k.escapes.at(i - 1); ok {
			t |= mayEscape
		}
	}
	if k.traits&mayLeave == 0 && beginsResidue(a, b) {
		if _, ok := k.residue.at(i - 1); ok {
			t |= mayLeave
		}
	}
	if k.traits&mayJoin == 0 && beginsToken(a, b) && (a == '@' || k.tokens.tokenized()) {
		t |= mayJoin
	}
	if k.traits&mayPart == 0 && a == '-' && b <= ' ' && k.hyphens.at(i-1) > i-1 {
		t |= mayPart
	}
	return t
}

func kindOfRune(r rune) uint8 {
	if r < utf8.RuneSelf {
		return kindOf[r]
	}
	return kindWide
}

// mayPunctuatePair reports whether the step Punctuation may mend something that
// begins at a or b.
func mayPunctuatePair(a, b rune) bool {
	if b < utf8.RuneSelf && pairTraits[kindOfRune(a)*kinds+kindOf[b]]&mayPunctuate != 0 {
		return true
	}
	return a == ' ' && (b == '-' || b == '–' || b == '—' || b == '”') || a == '“' && b <= ' ' || a == '”' && b < utf8.RuneSelf && scan.Letter(byte(b))
}

// beforeSpaces returns the place of what stands before the spaces before i.
func beforeSpaces(text string, i int) int {
	for i--; i > 0 && text[i] == ' '; i-- {
	}
	return max(i, 0)
}

// punctuates reports whether Punctuation mends what begins at i.
func (k *look) punctuates(i int) bool {
	text := k.text
	if !startsPunctuation[text[i]] && text[i] != ' ' {
		return false
	}
	if text[i] == ' ' && i+1 < len(text) {
		if b := text[i+1]; kindOf[b&0x7F] == kindMark && b != ')' && !k.punctuator.setting().attachesMark(b) {
			return false // quicker to see than what language the line is in
		}
	}
	end, _ := k.punctuator.mend(i)
	return end > i
}

// wideTraits looks at the character b outside ASCII at i for what cannot be
// seen.
func (k *look) wideTraits(i, n int, b rune) (t traits) {
	if _, gone := invisible(k.text, i, b, n, &k.rtl); gone {
		t |= mayControl
	}
	if (b == '¬' || b == '\u00ad' || b == '‐') && k.hyphens.at(i) > i {
		t |= mayPart
	}
	if isSpace(b) || b == '\u2028' || b == '\u2029' {
		t |= k.spaceTraits(i, b)
	}
	return t
}

// spaceTraits looks at a space other than ASCII's.
func (k *look) spaceTraits(i int, b rune) traits {
	if i == 0 || k.text[i-1] == '\n' {
		return maySpace
	}
	// More than one is not for this look to measure, which comes by each of them.
	end := i + utf8.RuneLen(b)
	before := k.text[i-1]
	if b == '\u2028' || b == '\u2029' || end == len(k.text) || before == ' ' || before-'\t' < 5 || startsWithSpace(k.text[end:]) {
		return maySpace
	}
	run := spaceRun{start: i, end: end}
	switch {
	case (Space{}).keeps(k.text, run, b, &k.punctuator.english):
		return hasNoBreak
	case b == '\u3000' && k.eastAsian.at(k.text, i):
		return 0
	}
	return maySpace
}

// formTraits looks at the character b outside ASCII at i, which comes after one
// of m bytes, for whether the two are in their usual form.
func (k *look) formTraits(i, n, m int, b rune) traits {
	text := k.text
	if !mayChangeForm[text[i]] {
		return 0
	}
	if compatible(text, i, b, &k.eastAsian) != "" {
		return mayForm
	}
	if excluded(text[i : i+n]) {
		return hasExcluded
	}
	if !inForm(text, i, n, m) {
		return mayForm
	}
	return 0
}

// inForm reports whether the character text[i:i+n] is in the form NFC after the
// one of m bytes before it. It may say no when it is.
func inForm(text string, i, n, m int) bool {
	p := norm.NFC.PropertiesString(text[i:])
	if p.BoundaryBefore() {
		return p.Decomposition() == nil || norm.NFC.QuickSpanString(text[i:i+n]) == n
	}
	if m == 0 {
		return norm.NFC.QuickSpanString(text[i:i+n]) == n
	}
	a, _ := utf8.DecodeLastRuneInString(text[:i])
	b, _ := utf8.DecodeRuneInString(text[i:])
	return norm.NFC.QuickSpanString(text[i:i+n]) == n && inOrder(
		&formKind{ccc: norm.NFC.PropertiesString(text[i-m : i]).CCC()},
		&formKind{ccc: p.CCC()}, char.Of(a).Script == char.Of(b).Script)
}
