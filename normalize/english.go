package normalize

// The English words that the steps know.

// englishWeight says how much a lower-case word speaks for English: 2 for a
// common word that hardly any other language has, 1 for one that some share.
func englishWeight(word string) int {
	switch word {
	case "the", "and", "that", "with", "this", "they", "you", "his", "from", "said", "would",
		"are", "were", "which", "their", "could", "should", "there", "about", "when", "what",
		"been", "he", "she", "it", "your", "these", "those", "than", "other", "more":
		return 2
	case "is", "of", "to", "for", "was", "will", "her", "had", "we", "have", "has", "not",
		"but", "by", "be", "who", "can", "on", "in", "at", "as", "i", "a", "an", "or", "my",
		"me", "do", "does", "did", "if", "so", "all", "just", "like", "how", "why", "two", "years",
		"after", "before", "into", "its", "over", "own", "some", "no", "new", "first", "one":
		return 1
	}
	return 0
}

// Tongues are the languages that a word is common in, one bit for each.
type tongues uint8

const (
	german tongues = 1 << iota
	spanish
	french
	otherTongue
	alsoEnglish // it says nothing against English
)

// tonguesOf returns the languages other than English in which a word, as it is
// written, is common and which have it in common with few others: names of
// places begin with a capital ("Los Angeles").
func tonguesOf(word string) tongues {
	switch word {
	case "der", "das", "und", "ist", "nicht", "ein", "eine", "den", "dem", "von", "mit", "auf", "zu",
		"sich", "ich", "wir", "sie", "auch", "sehr", "wird", "einer", "einem", "einen", "eines", "bei", "aus", "nur", "noch", "wenn", "oder", "dass", "hier":
		return german
	case "die", "war", "im", "am":
		return german | alsoEnglish
	case "son", "sin":
		return spanish | alsoEnglish
	case "el", "los", "las", "por", "su", "sus", "y", "pero", "muy", "fue", "cuando", "hasta", "hay", "esta", "este", "fueron", "tiene", "otros", "ellos", "ella":
		return spanish
	case "una", "del", "con", "para", "lo", "al", "como":
		return spanish | otherTongue
	case "le", "les", "des", "du", "est", "une", "et", "dans", "qui", "pour", "sur", "pas", "avec":
		return french
	case "que", "se", "un", "la":
		return french | spanish | otherTongue
	case "il", "di", "che", "della", "per", "os", "uma", "um", "da",
		"het", "een", "van", "niet", "og", "att", "som", "det", "nie", "jest", "na":
		return otherTongue
	}
	return 0
}

// isCalendar reports whether a lower-case word is a day of the week or a month,
// which take a capital without being names.
func isCalendar(word string) bool {
	switch word {
	case "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday":
		return true
	}
	return isMonth(word)
}

// isMonth reports whether a lower-case word is the name of a month or short for
// one.
func isMonth(word string) bool {
	switch word {
	case "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december",
		"jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec":
		return true
	}
	return false
}

// linksWords reports whether a lower-case word joins others and so does not
// begin the noun that a compound adjective stands before.
func linksWords(word string) bool {
	switch word {
	case "in", "on", "at", "by", "to", "from", "with", "around", "for", "of", "out", "near", "off",
		"and", "or", "but", "nor", "as", "the", "a", "an", "which", "who", "that", "is", "was",
		"are", "were", "be", "been", "has", "had", "have", "will", "would", "can", "could", "may",
		"might", "must", "should", "not", "only", "mainly", "mostly", "largely", "partly", "solely",
		"entirely", "primarily", "it", "he", "she", "they", "we", "you", "i", "his", "her", "its",
		"their", "our", "my", "your", "this", "these", "those", "there", "then", "than", "if",
		"when", "while", "where", "because", "so", "since", "until", "after", "before", "during",
		"about", "over", "under", "into", "upon", "between", "among", "through", "against", "via",
		"more", "less", "most", "all", "both", "each", "also", "even", "still", "just", "again",
		"up", "down", "away", "back", "first", "now", "said", "says", "did", "does", "do":
		return true
	}
	return false
}

// leadsOn reports whether a lower-case word hardly ever ends a sentence or a
// title.
func leadsOn(word string) bool {
	switch word {
	case "a", "an", "the", "this", "these", "those", "its", "their", "his", "her", "our", "my", "your", "whose",
		"of", "in", "on", "at", "by", "to", "from", "with", "for", "as", "than", "into", "onto", "under", "between", "among",
		"through", "against", "via", "per", "during", "since", "until", "despite", "toward", "towards", "within", "upon",
		"and", "or", "but", "nor", "that", "which", "who", "if", "when", "while", "where", "because", "although",
		"is", "are", "was", "were", "be", "been", "being", "has", "have", "had", "will", "would", "can", "could", "may", "might", "must",
		"should", "some", "about", "nearly", "almost", "only", "more", "most", "other", "such", "each", "every", "both", "very":
		return true
	}
	return false
}

// isPair reports whether two lower-case words make a compound.
func isPair(head, tail string) bool {
	switch head {
	case "well", "best", "better", "little", "lesser":
		return tail == "known"
	case "so":
		return tail == "called"
	case "long", "short", "medium":
		switch tail {
		case "term", "standing", "running", "range", "lasting", "distance", "awaited", "lived", "time":
			return true
		}
	case "full", "part", "real", "large", "small", "wide":
		return tail == "time" || tail == "scale" || tail == "fledged" || tail == "range"
	case "first", "last":
		return tail == "ever" && head == "first" || tail == "minute" && head == "last" || tail == "time" && head == "first"
	case "high", "low", "middle", "top":
		switch tail {
		case "risk", "cost", "quality", "profile", "speed", "tech", "ranking", "income", "rise", "end", "paid", "skilled":
			return true
		}
	case "left", "right":
		return tail == "wing"
	case "far", "centre", "center":
		return tail == "right" || tail == "left"
	case "north", "south":
		return tail == "east" || tail == "west" || tail == "eastern" || tail == "western"
	case "vice":
		return tail == "president" || tail == "chancellor" || tail == "chairman"
	case "attorney", "secretary", "director":
		return tail == "general"
	case "president":
		return tail == "elect"
	case "decade", "year", "month", "week", "day", "hour", "mile":
		return tail == "long"
	}
	return false
}

// endsAdjective reports whether a lower-case word is common as the second part
// of a compound adjective before a noun.
func endsAdjective(word string) bool {
	switch word {
	case "affiliated", "aligned", "approved", "armed", "averse", "backed", "based", "bound", "bred",
		"brokered", "built", "centered", "centred", "certified", "compliant", "controlled", "dependent",
		"dominated", "driven", "educated", "elected", "engineered", "era", "exporting", "famous", "fed",
		"filled", "fired", "focused", "free", "friendly", "fueled", "fuelled", "funded", "growing",
		"held", "heavy", "hit", "hungry", "importing", "imposed", "inspired", "intensive", "issued",
		"language", "led", "level", "linked", "listed", "looking", "made", "majority", "mandated",
		"minded", "neutral", "occupied", "operated", "orientated", "oriented", "owned", "poor",
		"powered", "producing", "prone", "proof", "qualified", "ranked", "rated", "ravaged",
		"registered", "related", "reliant", "resistant", "rich", "ridden", "run", "saving",
		"sensitive", "shaped", "sized", "speaking", "specific", "sponsored", "starved", "stricken",
		"strapped", "style", "supported", "term", "themed", "torn", "trained", "type", "wide",
		"winning", "wracked":
		return true
	}
	return false
}

// standsAlone reports whether a word that ends compounds is as common as a word
// of its own, so that after a dash with spaces around it may begin anything.
func standsAlone(word string) bool {
	switch word {
	case "era", "famous", "growing", "heavy", "hit", "hungry", "language", "level", "looking", "majority", "neutral",
		"poor", "run", "saving", "specific", "style", "term", "type":
		return true
	}
	return false
}

// beginsCompound reports whether a lower-case word is hardly ever written
// alone: what follows it belongs to it.
func beginsCompound(word string) bool {
	switch word {
	case "anti", "co", "ex", "extra", "inter", "intra", "macro", "mega", "micro", "mid", "mini",
		"multi", "neo", "non", "post", "pre", "pro", "pseudo", "quasi", "re", "self", "semi",
		"socio", "sub", "trans", "ultra":
		return true
	}
	return false
}

// isMeasure reports whether a lower-case word after a number and a hyphen makes
// an adjective with it: "a 5-star hotel".
func isMeasure(word string) bool {
	switch word {
	case "year", "month", "week", "day", "hour", "minute", "second", "star", "storey", "story", "bedroom", "bed", "seat", "member",
		"point", "page", "mile", "kilometre", "kilometer", "metre", "meter", "foot", "acre", "hectare", "megawatt", "lane", "game", "run":
		return true
	}
	return false
}

// relatesNames reports whether a lower-case word often follows two names of
// countries or peoples that a hyphen joins: "the US-China talks".
func relatesNames(word string) bool {
	switch word {
	case "war", "ties", "relations", "conflict", "border", "talks", "deal", "trade", "summit", "alliance", "agreement", "treaty", "accord",
		"dispute", "tensions", "friendship", "cooperation", "rivalry", "ceasefire", "pact", "partnership":
		return true
	}
	return false
}

// unitOfAge reports whether a word stands between a number and "old".
func unitOfAge(word string) bool {
	switch word {
	case "year", "month", "week", "day", "hour":
		return true
	}
	return false
}

// attributes reports whether a lower-case word introduces who is quoted.
func attributes(word string) bool {
	switch word {
	case "said", "says", "told", "tells", "added", "adds", "wrote", "writes", "tweeted", "asked",
		"replied", "explained", "stated", "noted", "insisted", "warned", "announced", "argued",
		"claimed", "continued", "declared", "concluded", "reported", "recalled", "commented",
		"according", "he", "she", "they", "read", "reads":
		return true
	}
	return false
}

// isDomain reports whether a lower-case word after a full stop is the end of
// an internet name or of a file name.
func isDomain(word string) bool {
	switch word {
	case "com", "net", "org", "co", "gov", "edu", "info", "biz", "io", "tv", "uk", "us", "eu", "de",
		"fr", "es", "it", "nl", "in", "ru", "ca", "au", "nz", "za", "app", "dev", "news", "online",
		"site", "shop", "blog", "html", "htm", "php", "asp", "aspx", "jsp", "js", "ts", "py", "pdf",
		"doc", "docx", "xls", "xlsx", "txt", "csv", "zip", "jpg", "jpeg", "png", "gif", "mp", "exe",
		"net's", "com's", "dot", "inc", "ltd":
		return true
	}
	return false
}

// manyMarks is how many marks right after the word show what the habit of a
// text is, so that one set otherwise is a slip.
const manyMarks = 8

// attachesMark reports whether a text in English that sets the mark b, one of
// ; : ! ?, apart from the word here does not mean to. A semicolon set apart is
// no one's habit; the others must be rare exceptions.
func (s setting) attachesMark(b byte) bool {
	switch {
	case s.tokenized():
		return false
	case b == ';' && s.attached >= 2*s.marksSpaced:
		return true
	}
	return s.marksAttached >= 3 && s.marksAttached >= 4*s.marksSpaced || s.attached >= manyMarks*s.marksSpaced
}

// isAbbreviation reports whether an ASCII word before a full stop and a comma
// is one that is written with a full stop.
func isAbbreviation(word string) bool {
	var buf [longestWord]byte
	switch string(lower(&buf, word)) {
	case "inc", "ltd", "corp", "co", "llc", "pvt", "pte", "plc", "bros", "jr", "sr", "esq", "etc", "al", "vs",
		"dept", "univ", "assn", "intl", "govt", "mr", "mrs", "dr", "prof", "gen", "col", "lt", "sgt",
		"jan", "feb", "mar", "apr", "jun", "jul", "aug", "sept", "sep", "oct", "nov", "dec",
		"ala", "ariz", "calif", "colo", "conn", "del", "fla", "ga", "ill", "ind", "kan", "ky", "la", "mass", "md",
		"mich", "minn", "miss", "mo", "mont", "neb", "nev", "okla", "ore", "pa", "tenn", "tex", "va", "vt", "wash", "wis", "wyo":
		return true
	}
	return len(word) == 1
}
