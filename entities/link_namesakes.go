package entities

import (
	"slices"
	"strings"
)

// Where several people of a text have one surname, a bare one is told by what
// stands beside it – Mr or Mrs, an office, the elder – or else means the one who
// acts or was named last, and not the relative who was named in passing.

// What speaks for a person.
const (
	officeWorth    = 10   // the office that is named with the surname, or the elder
	titleWorth     = 5    // is known to be a man or a woman, as the title says
	actingWorth    = 3    // did something last
	recentWorth    = 2    // was named last
	asideWorth     = -1   // was only named as someone's relative
	firstNameWorth = -1.5 // is called by the first name
	objectWorth    = -4   // holds an office that someone of the surname acts upon here
	bareWorth      = .75  // for each of up to three mentions by the surname alone
	powerWorth     = 1    // governs
	firstWorth     = .5   // was named first in the text
	pronounWorth   = 1.5  // he or she agrees, or does not
)

// crowded reports whether people share a surname.
func (r *register) crowded() bool {
	for _, ps := range r.surname {
		if ps.n > 1 {
			return true
		}
	}
	return false
}

// introduce notes what the text says of people by their full names.
func (l *linker) introduce(r *register) {
	for i := range l.ms {
		f := l.formOf[i]
		if !l.forms[f].isFullName() {
			continue
		}
		q := &r.persons[r.who[f]]
		for _, o := range l.offices(i) {
			if !slices.Contains(q.offices, o) && len(q.offices) < crowd {
				q.offices = append(q.offices, o)
			}
		}
		k := l.kinship(i)
		if q.guess == unknown {
			q.guess = k.gender
		}
		if q.age == unknown {
			q.age = k.age
		}
		if q.guess == unknown && l.acts(i) {
			q.guess = l.pronoun(i)
		}
	}
}

// mentioned notes that mention i is one of p.
func (l *linker) mentioned(r *register, p, i int, title byte) {
	q := &r.persons[p]
	if q.gender == unknown && title != unknown {
		q.gender, q.guess = title, title
	}
	q.last = i
	if !l.crowded {
		return
	}
	q.aside = l.kinship(i).aside
	if q.aside || !l.acts(i) {
		return
	}
	for _, word := range q.calls {
		if a, ok := r.acting[word]; ok && l.sentences[r.persons[a].last] == l.sentences[i] && a != p {
			continue // in a clause of what another one does
		}
		r.acting[word] = p
	}
}

// bySurname returns the person that a surname means at mention i, or several.
func (l *linker) bySurname(r *register, i int, w string, title byte, suffix string) int {
	all := r.surname[w]
	who := r.fitting(all, func(q *person) bool { return agree(q.guess, title) && (suffix == "" || suffix == q.suffix) })
	if who.n == 0 {
		who = r.fitting(all, func(q *person) bool { return agree(q.gender, title) })
	}
	switch who.n {
	case 0:
		return several
	case 1:
		return int(who.who[0])
	}
	return l.likeliest(r, i, w, title, who.all())
}

// fitting returns those of some persons that are kept.
func (r *register) fitting(all persons, keep func(*person) bool) (out persons) {
	for _, p := range all.all() {
		if keep(&r.persons[p]) {
			out.add(int(p))
		}
	}
	return out
}

// likeliest returns the one of several people of a surname who is meant by it at
// mention i.
func (l *linker) likeliest(r *register, i int, w string, title byte, who []int32) int {
	held, age, pronoun := l.titleOffice(i), l.age(i), l.pronoun(i)
	acting, acted := r.acting[w]
	object := l.object(i)
	recent, first := r.latest(who, unknown), int(who[0])
	for _, p := range who {
		if r.persons[p].first < r.persons[first].first {
			first = int(p)
		}
	}
	best, top := several, 0.0
	for _, k := range who {
		p := int(k)
		q := &r.persons[p]
		score := q.suits(held, age) + bareWorth*float64(min(q.bare, 3))
		if p == first {
			score += firstWorth
		}
		away := 0.0
		if q.last != undecided && l.paragraphs[q.last] != l.paragraphs[i] {
			away = 1
		}
		if acted && p == acting {
			score += actingWorth - away
		}
		if p == recent && q.last != undecided {
			score += recentWorth - away
		}
		if q.aside {
			score += asideWorth
		}
		if title != unknown && q.guess == title {
			score += titleWorth
		}
		if q.familiar {
			score += firstNameWorth
		}
		if object != "" && slices.Contains(q.offices, object) {
			score += objectWorth
		}
		if pronoun != unknown && q.guess != unknown {
			score += pronounWorth
			if pronoun != q.guess {
				score -= 2 * pronounWorth
			}
		}
		if best == several || score > top || score == top && p == recent {
			best, top = p, score
		}
	}
	return best
}

// suits returns how well a person goes with the office and the age that are named
// with the surname.
func (q *person) suits(held string, age byte) float64 {
	score := 0.0
	switch bare, former := strings.CutPrefix(held, "former "); {
	case held == "":
	case slices.Contains(q.offices, held):
		score += officeWorth
	case former && slices.Contains(q.offices, bare), !former && slices.Contains(q.offices, "former "+held):
		score -= asideWorth
	}
	if slices.ContainsFunc(q.offices, governs) {
		score += powerWorth
	}
	switch {
	case age == unknown || q.age == unknown:
	case age == q.age:
		score += officeWorth
	default:
		score -= officeWorth
	}
	return score
}

// numberSentences counts the sentences and lines before each mention.
func (l *linker) numberSentences() {
	l.sentences, l.paragraphs = resized(l.sentences, len(l.ms)), resized(l.paragraphs, len(l.ms))
	at, sentence, paragraph := 0, 0, 0
	for i, m := range l.ms {
		gap := slice(l.text, at, m.Start)
		for j := range len(gap) {
			switch gap[j] {
			case '\n':
				paragraph++
				sentence++
			case '.', '!', '?':
				if endsSentence(l.text, at+j) {
					sentence++
				}
			}
		}
		at = max(at, m.Start)
		l.sentences[i], l.paragraphs[i] = sentence, paragraph
	}
}

// endsSentence reports whether the stop at offset i of a text ends a sentence.
func endsSentence(text string, i int) bool {
	rest := strings.TrimLeft(slice(text, i+1, i+8), "\"'”’)")
	if rest == "" || rest[0] != ' ' {
		return false
	}
	before := slice(text, max(0, i-8), i)
	word := before[strings.LastIndexAny(before, " .(\"")+1:]
	return text[i] != '.' || len(word) > 1 && !isShortTitle(fold(word))
}

// clause returns what stands before mention i in its sentence, up to a few words.
func (l *linker) clause(i int) string {
	start := max(0, l.ms[i].Start-2*reach)
	s := slice(l.text, start, l.ms[i].Start)
	s = s[strings.LastIndexByte(s, '\n')+1:]
	for j := len(s) - 1; j >= 0; j-- {
		if (s[j] == '.' || s[j] == '!' || s[j] == '?') && endsSentence(l.text, l.ms[i].Start-len(s)+j) {
			return s[j+1:]
		}
	}
	return s
}

// tail returns what follows mention i in its line, up to some words.
func (l *linker) tail(i int) string {
	s, _, _ := strings.Cut(slice(l.text, l.ms[i].End, l.ms[i].End+2*reach), "\n")
	return s
}

// titleOffice returns the office that stands right before the name of mention i, or "":
// Governor, former Prime Minister.
func (l *linker) titleOffice(i int) string {
	m := l.ms[i]
	words := l.fields(slice(l.text, m.Start-len(l.clause(i)), min(m.End, m.Start+reach)))
	if len(words) > 0 {
		words = words[:len(words)-1] // the surname
	}
	for k := len(words) - 1; k >= max(0, len(words)-4); k-- {
		o := l.officeOf(words[:k+1])
		if o == "" && !startsUpper(words[k]) || strings.HasSuffix(words[k], ",") {
			break
		}
		if o != "" {
			return o
		}
	}
	return ""
}

// offices returns the offices that the words around the full name at mention i say
// that someone holds: before it, or in apposition.
func (l *linker) offices(i int) []string {
	out := l.list[:0]
	if o := l.titleOffice(i); o != "" {
		out = append(out, o)
	}
	before := strings.TrimRight(l.clause(i), " ")
	if s, ok := strings.CutSuffix(before, ","); ok {
		s = s[strings.LastIndexByte(s, ',')+1:]
		for k := i - 1; k >= 0 && l.ms[k].End > l.ms[i].Start-len(s); k-- {
			if l.ms[k].Label == PERSON {
				s = s[max(0, len(s)-(l.ms[i].Start-l.ms[k].End)):]
			}
		}
		out = l.appendOffice(out, s)
	}
	s, ok := strings.CutPrefix(l.tail(i), ", ")
	for k := 0; ok && k < 3; k++ {
		var part string
		part, s, ok = strings.Cut(s, ", ")
		if first, _, _ := strings.Cut(part, " "); first == "who" || isVerb(fold(first)) {
			break
		}
		part, _, _ = strings.Cut(part, ".")
		out = l.appendOffice(out, part)
	}
	l.list = out
	return out
}

// appendOffice appends the first office that a phrase names.
func (a *arena) appendOffice(dst []string, phrase string) []string {
	words := a.fields(phrase)
	for k := range words {
		if words[k] == "of" {
			break
		}
		o := a.officeOf(words[:k+1])
		if o == "" {
			continue
		}
		if k+1 < len(words) { // chief minister
			if p := a.officeOf(words[:k+2]); p != "" {
				o = p
			}
		}
		return append(dst, o)
	}
	return dst
}

// officeOf returns the office that the last of words names, with what makes it
// another: "former president", "prime minister"; or "".
func (a *arena) officeOf(words []string) string {
	word, ex := strings.CutPrefix(a.fold(words[len(words)-1]), "ex-")
	o := office(word)
	if o == "" {
		return ""
	}
	for k := len(words) - 2; k >= max(0, len(words)-4); k-- {
		w := fold(words[k])
		switch w {
		case "prime", "vice", "deputy", "first", "chief":
			o = a.concat(w, " ", o)
		case "former", "ex", "then", "late", "retired", "outgoing":
			return a.concat("former ", o)
		}
		if w != "prime" && w != "chief" && w != "vice" && w != "deputy" && !startsUpper(words[k]) {
			break
		}
	}
	if ex {
		return a.concat("former ", o)
	}
	return o
}

// A kin says how a person is introduced as someone's relative.
type kin struct {
	gender, age byte
	aside       bool // inside a sentence about that one
}

const (
	elder   = 'e'
	younger = 'y'
)

// kinship returns what mention i is called as someone's relative: "her late
// husband, Owen Marsh", "His son Tom".
func (l *linker) kinship(i int) kin {
	words := l.fields(l.clause(i))
	for n, k := 0, len(words)-1; k >= 0 && n < 6; n, k = n+1, k-1 {
		w := fold(words[k])
		gender, age, ok := relative(w)
		if !ok {
			if w == "late" || w == "the" || w == "former" || office(w) != "" || isTitle(w) || startsUpper(words[k]) && k > 0 {
				continue
			}
			break
		}
		if a := ageOf(words[max(0, k-1)]); a != unknown {
			age, k = a, k-1
		}
		return kin{gender, age, k > 1 || k == 1 && !startsUpper(words[0]) || slices.Contains(words, "late")}
	}
	return l.kinAfter(i)
}

// kinAfter returns what stands behind mention i: "Jo Tanner, his wife, drives".
func (l *linker) kinAfter(i int) kin {
	rest, ok := strings.CutPrefix(l.tail(i), ", ")
	if !ok {
		return kin{}
	}
	rest, _, _ = strings.Cut(rest, ",")
	first, more, _ := strings.Cut(rest, " ")
	switch first {
	case "his", "her", "their":
	default:
		return kin{}
	}
	for w := range strings.FieldsSeq(more) {
		if gender, age, ok := relative(fold(w)); ok {
			return kin{gender: gender, age: age}
		}
	}
	return kin{}
}

// ageOf returns what an adjective tells of two generations, or of brothers and sisters.
func ageOf(w string) byte {
	switch w {
	case "elder", "older", "eldest", "oldest":
		return elder
	case "younger", "youngest":
		return younger
	}
	return unknown
}

// object returns the office of someone whom mention i acts upon, "" for none: Hollis
// accused the mayor.
func (l *linker) object(i int) string {
	s, _, _ := strings.Cut(l.tail(i), ".")
	words := l.fields(s)
	for k, w := range words[:min(len(words), 8)] {
		if w == "the" && k+1 < len(words) && k > 0 {
			o := l.officeOf(words[:k+2])
			if o == "" && k+2 < len(words) {
				o = l.officeOf(words[:k+3])
			}
			return o
		}
	}
	return ""
}

// age returns what stands before a surname to tell two generations apart.
func (l *linker) age(i int) byte {
	word, _ := lastWord(l.clause(i))
	return ageOf(fold(word))
}

// pronoun returns the gender of the first pronoun after mention i that may mean the
// same person, before anyone else is named.
func (l *linker) pronoun(i int) byte {
	tail := l.tail(i)
	for k := i + 1; k < len(l.ms) && l.ms[k].Start < l.ms[i].End+len(tail); k++ {
		if l.ms[k].Label == PERSON {
			tail = tail[:max(0, l.ms[k].Start-l.ms[i].End)]
			break
		}
	}
	stopped := false
	for w := range strings.FieldsSeq(tail) {
		if stopped && strings.ContainsAny(w, "\"“‘") {
			break
		}
		switch fold(w) {
		case "he", "his", "himself":
			return male
		case "she", "her", "herself":
			return female
		}
		if stopped {
			break // only what the next sentence begins with
		}
		stopped = strings.ContainsAny(w, ".!?\"“”")
	}
	return unknown
}

// acts reports whether mention i is the subject of a verb, and not that of a clause
// inside another.
func (l *linker) acts(i int) bool {
	before, _ := lastWord(l.before(i))
	switch word := fold(before); {
	case isSpeech(word):
		return true
	case subordinates(word):
		return false
	}
	s := l.tail(i)
	if strings.HasPrefix(s, " ") {
		first, _ := actWords(s)
		return isVerb(fold(first))
	}
	for range 3 {
		rest, ok := strings.CutPrefix(s, ", ")
		if !ok {
			return false
		}
		word, _, _ := strings.Cut(rest, " ")
		if word == "who" || isVerb(fold(word)) {
			return true
		}
		comma := strings.Index(rest, ", ")
		if stop := strings.IndexByte(rest, '.'); comma < 0 || stop >= 0 && stop < comma {
			return false
		}
		s = rest[comma:]
	}
	return false
}
