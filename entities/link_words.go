package entities

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// maxWords is the length from which a name is taken as it is, without a look inside.
const maxWords = 12

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

// words cuts a name into words in lower case, at spaces, hyphens and dashes, for
// a person at full stops too (J.K. is two initials), for others without them
// (U.N. is one word). It returns nil when there are none or more than maxWords.
func words(name string, person bool) []string {
	if len(name) > 32*maxWords {
		return nil
	}
	var out []string
	for w := range strings.FieldsFuncSeq(name, func(r rune) bool {
		return unicode.IsSpace(r) || unicode.Is(unicode.Pd, r) || r == '/' || person && r == '.'
	}) {
		if w = fold(w); w == "" {
			continue
		}
		if len(out) == maxWords {
			return nil
		}
		out = append(out, w)
	}
	return out
}

// fold brings a word into the form in which words are compared: lower case,
// straight apostrophes, no dots, commas and quotes, "and" for "&".
func fold(w string) string {
	if w == "&" {
		return "and"
	}
	plain := true
	for i := 0; i < len(w) && plain; i++ {
		plain = w[i]-'a' < 26
	}
	if plain {
		return w
	}
	return strings.Map(func(r rune) rune {
		switch r {
		case '.', ',', '"', '“', '”', '‘', '(', ')', utf8.RuneError:
			return -1
		case '’':
			return '\''
		}
		return unicode.ToLower(r)
	}, w)
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
		"inspector", "honourable", "hon", "former", "vice", "deputy", "chief", "dr", "doctor":
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

// Frequent first names in English-language news, by gender. They only help a title to
// choose between two people of one surname.
const (
	women = " mary patricia jennifer linda elizabeth barbara susan jessica sarah karen lisa nancy betty margaret sandra ashley " +
		"kimberly emily donna michelle carol amanda melissa deborah stephanie rebecca laura sharon cynthia kathleen amy angela " +
		"anna ruth helen catherine christine janet maria diana julie emma olivia sophie sophia julia hannah alice anne ann jane " +
		"hillary melania michele marie claire camille fatima aisha ayesha mariam leila layla noor amina zainab priya sonia indira " +
		"anita sunita elena olga natalia tatiana svetlana irina yulia ekaterina ana carmen rosa lucia isabel cristina gabriela " +
		"ingrid astrid ursula heidi yuki yoko grace joyce victoria charlotte kate caroline joan judith theresa eva meghan alexandra "
	men = " james john robert michael william david richard joseph thomas charles christopher daniel matthew anthony mark donald " +
		"steven paul andrew joshua kenneth kevin brian george edward ronald timothy jason jeffrey ryan jacob gary nicholas eric " +
		"jonathan stephen larry justin scott frank peter patrick jack henry walter simon martin alan philip roger bruce ahmed " +
		"mohammed muhammad mohamed mohammad ali hassan hussein omar ibrahim mustafa abdul yusuf khalid vladimir sergei dmitry " +
		"alexei ivan igor mikhail boris nikolai carlos jose juan luis jorge miguel pedro antonio francisco manuel diego pablo " +
		"raj rahul amit sanjay vijay arun hans klaus jürgen karl pierre jean françois jacques hiroshi kenji alexander samuel benjamin "
)

// genderOf returns the gender of a frequent first name.
func genderOf(first string) byte {
	name := " " + givenName(first) + " "
	switch {
	case strings.Contains(women, name):
		return female
	case strings.Contains(men, name):
		return male
	}
	return unknown
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

// givenName returns the full form of a frequent short first name, or the name itself.
func givenName(w string) string {
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
