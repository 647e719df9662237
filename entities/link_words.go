package entities

import (
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"
)

// trimName takes off a surface what is no part of the name: quotes and
// punctuation around it, a possessive ending, the article, a person's titles.
func trimName(s string, person bool) string {
	const outside = " \t\r\n\u00a0,;:!?\"“”„‘«»()[]{}*|"
	t := strings.Trim(s, outside)
	if _, ok := knownName(t); ok {
		return t
	}
	for _, ending := range [...]string{"'s", "’s", "'S", "’S", "'", "’"} {
		if u := strings.TrimSuffix(t, ending); len(u) < len(t) {
			t = strings.TrimRight(u, outside)
			break
		}
	}
	t = strings.TrimLeft(t, "'’")
	if first, rest, ok := strings.Cut(t, " "); ok && strings.EqualFold(first, "the") {
		t = strings.TrimLeft(rest, outside)
	}
	if person {
		t = trimTitles(t)
	}
	if t == "" {
		return s
	}
	return t
}

// trimTitles takes the titles off the front of a person's name, but not all of
// the name.
func trimTitles(s string) string {
	for {
		first, rest, ok := strings.Cut(s, " ")
		rest = strings.TrimLeft(rest, " ")
		if !ok || rest == "" || !isTitle(fold(first)) {
			return s
		}
		s = rest
	}
}

// isTitle reports whether a folded word goes before a person's name. Titles are
// outside a person's span by convention, but taggers and corpora waver.
func isTitle(w string) bool {
	switch w {
	case "president", "minister", "prime", "chancellor", "premier", "secretary", "senator", "sen",
		"congressman", "congresswoman", "representative", "rep", "governor", "gov", "mayor", "ambassador",
		"king", "queen", "prince", "princess", "crown", "sheikh", "sheikha", "sultan", "emir", "pope",
		"general", "gen", "colonel", "col", "major", "captain", "capt", "lieutenant", "lt", "sergeant", "sgt",
		"admiral", "commander", "judge", "justice", "professor", "prof", "reverend", "rev", "father", "bishop",
		"archbishop", "cardinal", "ayatollah", "imam", "mullah", "maulana", "rabbi", "coach", "detective",
		"inspector", "superintendent", "supt", "asp", "dsp", "ssp", "csp", "honourable", "hon", "former", "vice", "deputy", "chief", "dr", "doctor":
		return true
	}
	return gender(w) != unknown
}

const (
	unknown = 0
	male    = 'm'
	female  = 'f'
)

// gender returns what a title says of the person that it stands before.
func gender(title string) byte {
	switch title {
	case "mr", "sir", "lord", "king", "prince", "mister", "monsieur", "señor":
		return male
	case "ms", "mrs", "miss", "lady", "dame", "queen", "princess", "madame", "mme", "señora", "congresswoman":
		return female
	}
	return unknown
}

// genderOf returns the gender of a frequent first name.
func genderOf(first string) byte {
	first = givenFull(first)
	i := sort.Search(len(givenNames), func(i int) bool { return givenNames[i].name >= first })
	if i == len(givenNames) || givenNames[i].name != first {
		return unknown
	}
	return givenNames[i].gender
}

// A givenName is a frequent first name in lower case.
type givenName struct {
	name   string
	gender byte
}

// isSuffix reports whether a word goes after a person's name.
func isSuffix(w string) bool {
	return isGeneration(w) || w == "phd" || w == "md" || w == "mp" || w == "qc" || w == "kc"
}

// isGeneration reports whether a word tells a person from an ancestor of the same name.
func isGeneration(w string) bool {
	switch w {
	case "jr", "sr", "junior", "senior", "ii", "iii", "iv":
		return true
	}
	return false
}

// isParticle reports whether a word joins a surname to what comes before it.
func isParticle(w string) bool {
	switch w {
	case "van", "von", "der", "den", "de", "da", "do", "dos", "das", "del", "della", "di", "du", "la", "le",
		"el", "al", "as", "ul", "ur", "bin", "bint", "ibn", "abu", "ter", "ten", "zu", "af", "av", "y", "e":
		return true
	}
	return false
}

// surnameFirst reports whether a word is a frequent surname of languages that
// put it first: Chinese, Korean, Vietnamese. Names are often given in
// that order in news, so that the first word is what follows alone.
func surnameFirst(w string) bool {
	switch w {
	case "kim", "lee", "park", "choi", "jung", "jeong", "kang", "cho", "yoon", "jang", "lim", "han", "shin", "seo",
		"kwon", "hwang", "ahn", "song", "moon", "ban", "roh", "noh", "ryu", "bae", "paik", "ri", "xi", "li", "wang",
		"zhang", "liu", "chen", "yang", "zhao", "huang", "zhou", "wu", "xu", "sun", "ma", "zhu", "hu", "guo", "he", "lin",
		"gao", "luo", "zheng", "liang", "xie", "tang", "deng", "feng", "cao", "peng", "zeng", "jiang", "cai", "jia",
		"ding", "wei", "xue", "ye", "yan", "pan", "du", "dai", "xia", "zhong", "tian", "ren", "fan", "fang", "shi", "yao",
		"tan", "lu", "hao", "kong", "bai", "cui", "mao", "qiu", "qin", "hou", "shao", "meng", "long", "wan", "duan", "lei",
		"qian", "hua", "geng", "bo", "wen", "ho", "lam", "tsai", "chan", "cheung", "nguyen", "tran", "pham", "vo", "ngo",
		"phan", "vu", "dang", "bui", "truong", "nguyễn", "trần", "phạm":
		return true
	}
	return false
}

// givenFull returns the full form of a frequent short first name, or the name itself.
func givenFull(w string) string {
	switch w {
	case "joe":
		return "joseph"
	case "bill", "will":
		return "william"
	case "bob", "rob":
		return "robert"
	case "mike":
		return "michael"
	case "tom":
		return "thomas"
	case "jim", "jimmy":
		return "james"
	case "tony":
		return "anthony"
	case "dave":
		return "david"
	case "steve":
		return "steven"
	case "dan":
		return "daniel"
	case "ben":
		return "benjamin"
	case "sam":
		return "samuel"
	case "matt":
		return "matthew"
	case "chris":
		return "christopher"
	case "tim":
		return "timothy"
	case "ken":
		return "kenneth"
	case "ron":
		return "ronald"
	case "don":
		return "donald"
	case "ed":
		return "edward"
	case "nick":
		return "nicholas"
	case "alex":
		return "alexander"
	case "liz":
		return "elizabeth"
	case "kate":
		return "katherine"
	}
	return w
}

// isShortTitle reports whether a word is one that a full stop shortens and a name or
// number follows.
func isShortTitle(w string) bool {
	switch w {
	case "mr", "mrs", "ms", "dr", "st", "gov", "sen", "rep", "reps", "sens", "gen", "col", "capt", "lt", "sgt", "maj", "prof", "rev",
		"hon", "jr", "sr", "no", "vs", "messrs":
		return true
	}
	return false
}

// isSpeech reports whether a verb says that someone speaks, who may come after it.
func isSpeech(w string) bool {
	switch w {
	case "said", "says", "added", "wrote", "asked", "recalled", "replied", "joked", "admitted", "explained", "insisted", "argued", "warned":
		return true
	}
	return false
}

// isVerb reports whether a word behind a person's name is likely to say what they do.
func isVerb(w string) bool {
	switch w {
	case "as", "its", "this", "across", "towards", "besides", "versus", "perhaps", "always", "plus", "red", "hundreds", "thousands":
		return false
	case "did", "does", "do", "can", "cannot", "won", "left", "took", "made", "came", "went", "wrote", "gave", "led", "held", "met", "ran",
		"lost", "sat", "stood", "spoke", "began", "fell", "rose", "kept", "felt", "saw", "thought", "put", "drew", "fled", "hid", "shook", "sold",
		"bought", "built", "broke", "chose", "flew", "got", "grew", "hit", "knew", "paid", "read", "sang", "shot", "swore", "taught", "threw",
		"wore", "wept", "hung", "beat", "became", "brought", "caught", "drove", "ate", "fought", "found", "forgot", "heard", "hurt", "laid",
		"let", "lay", "rang", "rode", "slept", "spent", "struck", "swam", "told", "tore", "woke", "set", "quit", "run", "ran-up", "were", "are":
		return true
	}
	return isAct(w) || isHelper(w) || len(w) > 3 && strings.HasSuffix(w, "ed") ||
		len(w) > 3 && strings.HasSuffix(w, "s") && !strings.HasSuffix(w, "'s") && !strings.HasSuffix(w, "ss")
}

// office returns what someone is whom a title or a word in apposition names, in one
// form for all its forms, or "".
func office(w string) string {
	switch w {
	case "governor", "gov":
		return "governor"
	case "senator", "sen":
		return "senator"
	case "congressman", "congresswoman", "representative", "rep", "lawmaker", "mp", "legislator", "deputy":
		return "member"
	case "chairman", "chairwoman", "chair", "chairperson":
		return "chair"
	case "spokesman", "spokeswoman", "spokesperson":
		return "speaker for"
	case "doctor", "dr":
		return "doctor"
	case "professor", "prof":
		return "professor"
	case "general", "gen":
		return "general"
	case "captain", "capt":
		return "captain"
	case "colonel", "col":
		return "colonel"
	case "lieutenant", "lt":
		return "lieutenant"
	case "sergeant", "sgt":
		return "sergeant"
	case "reverend", "rev":
		return "reverend"
	case "lawyer", "attorney", "solicitor", "barrister":
		return "lawyer"
	case "president", "minister", "chancellor", "premier", "secretary", "mayor", "ambassador", "king", "queen", "prince", "princess",
		"sultan", "emir", "pope", "major", "admiral", "commander", "judge", "justice", "magistrate", "bishop", "archbishop",
		"cardinal", "imam", "rabbi", "coach", "manager", "detective", "inspector", "director", "chief", "leader", "prosecutor", "actor",
		"actress", "singer", "striker", "midfielder", "defender", "goalkeeper", "winger", "batsman", "bowler", "player", "farmer",
		"nurse", "teacher", "driver", "councillor", "speaker", "activist", "envoy", "author", "sheikh", "officer", "constable",
		"superintendent", "pastor", "commissioner", "treasurer", "economist", "analyst", "founder", "owner", "chef":
		return w
	}
	return ""
}

// governs reports whether someone who holds an office is whom a text calls by the
// surname first.
func governs(office string) bool {
	switch office {
	case "president", "prime minister", "chief minister", "first minister", "chancellor", "premier", "king", "queen", "governor", "leader", "mayor", "pope", "sultan", "emir":
		return true
	}
	return false
}

// relative returns what a word says of someone who is introduced by it as another's
// relative.
func relative(w string) (gender, age byte, ok bool) {
	w = strings.TrimSuffix(strings.TrimSuffix(w, "-in-law"), "-elect")
	switch w {
	case "husband", "brother", "widower", "boyfriend", "fiancé", "ex-husband", "half-brother", "stepbrother":
		return male, unknown, true
	case "wife", "sister", "widow", "girlfriend", "fiancée", "ex-wife", "half-sister", "stepsister":
		return female, unknown, true
	case "father", "uncle", "grandfather", "stepfather", "great-grandfather", "great-uncle", "godfather", "dad":
		return male, elder, true
	case "mother", "aunt", "grandmother", "stepmother", "great-grandmother", "great-aunt", "godmother":
		return female, elder, true
	case "son", "nephew", "grandson", "stepson", "great-nephew", "great-grandson", "godson":
		return male, younger, true
	case "daughter", "niece", "granddaughter", "stepdaughter", "great-niece", "goddaughter":
		return female, younger, true
	case "cousin", "spouse", "partner", "sibling", "twin", "relative":
		return unknown, unknown, true
	case "child", "grandchild":
		return unknown, younger, true
	case "parent", "grandparent", "ancestor", "forefather":
		return unknown, elder, true
	}
	return unknown, unknown, false
}

// startsUpper reports whether a word starts with a capital.
func startsUpper(w string) bool {
	if w != "" && w[0] < utf8.RuneSelf {
		return w[0]-'A' < 26 // most words
	}
	r, _ := utf8.DecodeRuneInString(w)
	return unicode.IsUpper(r)
}

// subordinates reports whether a word begins a clause inside another.
func subordinates(w string) bool {
	switch w {
	case "that", "whether", "if", "because", "when", "while", "after", "before", "since", "where", "which", "whom", "why", "how", "until",
		"unless", "although", "though":
		return true
	}
	return false
}

// isClubName reports whether the last word of an organisation's name is what news calls
// a club by: United, or the plural of a team behind the name of its town.
func isClubName(name, last string) bool {
	switch last {
	case "United", "City", "Rovers", "Athletic", "Wanderers", "Albion", "Hotspur", "Villa", "Palace", "Celtic", "Thistle", "Argyle", "Orient",
		"Wednesday", "Forest", "Sporting":
		return true
	case "Police", "Industries", "Airlines", "Airways", "Services", "Resources", "Partners", "Holdings", "Securities", "Studios", "Times", "News",
		"Stores", "Schools", "Universities", "Hospitals", "Railways", "Teachers", "Workers", "Marines", "Guards", "Courts", "Minerals":
		return false
	}
	return len(last) > 4 && strings.HasSuffix(last, "s") && !strings.HasSuffix(last, "ss") && isTown(strings.TrimSuffix(name, " "+last))
}
