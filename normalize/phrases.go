package normalize

import (
	"bytes"
	"strings"
	"unicode/utf8"

	"github.com/copydesk-go/copydesk/internal/scan"
)

//go:generate go run github.com/copydesk-go/copydesk/internal/cmd/gen/lang/normalize

// An opener is how a line of a page begins, and what else must be true of it.
type opener struct {
	text string
	kind openerKind
}

type openerKind uint8

const (
	opensAlways     openerKind = iota
	opensHeading               // it does not end as a sentence
	opensSubscribe             // it names a newsletter or the like
	opensToReader              // it does, and speaks to the reader
	opensNetworks              // it names networks and nothing else
	opensFollow                // it names a network
	opensCookies               // it mentions them
	opensElsewhere             // it says where to go
	opensCredits               // it names writers and editors and nothing else
	opensRights                // it does not end as a sentence, or says who may print it
	opensOwner                 // it names owners of rights and nothing else
	opensTagged                // it goes on with tags
	opensDisclaimer            // it speaks of the author
	opensFeed                  // it says where the post appeared first
	opensRelated               // a mark and the title of another story follow
)

// openersAt gives for the first byte of a line the openers that begin with it:
// the first and the one after the last.
var openersAt = func() (at [256][2]int) {
	for b := range at {
		fold := byte(b)
		if 'A' <= fold && fold <= 'Z' {
			fold |= 0x20
		}
		for i := range openers {
			if openers[i].text[0] != fold {
				continue
			}
			if at[b][1] == 0 {
				at[b][0] = i
			}
			at[b][1] = i + 1
		}
	}
	return at
}()

// A startSet has a bit for what each of some starts of lines comes to, which few other
// lines have in common with one.
type startSet [1 << startBits / 64]uint64

func (t *startSet) add(start string) {
	n := startOf(start + "   ")
	t[n/64] |= 1 << (n % 64)
}

func (t *startSet) has(line string) bool {
	n := startOf(line)
	return t[n/64]>>(n%64)&1 != 0
}

// mayOpen holds the openers in ASCII.
var mayOpen = func() (t startSet) {
	for _, o := range openers {
		if o.text[0] < utf8.RuneSelf {
			t.add(o.text)
		}
	}
	return t
}()

// mayBePageLine holds the starts of the lines that are known as a whole.
var mayBePageLine = func() (t startSet) {
	for i := 0; i < len(pageStarts); i += startLength {
		t.add(pageStarts[i : i+startLength])
	}
	return t
}()

// startsPage reports whether a line may be one of these by its start, if that is long
// enough, and of ASCII, which needs no folding.
func startsPage(line string) bool {
	const high = 0x8080808080 // of startLength bytes
	return len(line) < 8 || eightBytes(line)&high != 0 || mayBePageLine.has(line)
}

// startBits is the number of bits of what startOf returns.
const startBits = 13

// startOf hashes the first startLength bytes of s, which has eight, in any case. No
// opener in ASCII is shorter than that.
func startOf(s string) uint64 {
	return (eightBytes(s)&(1<<(8*startLength)-1) | 0x2020202020) * 0x9E3779B97F4A7C15 >> (64 - startBits)
}

// openerOf returns the opener that line begins with, in any case.
func openerOf(line string) (o opener, found bool) {
	if line == "" {
		return o, false
	}
	if line[0] < utf8.RuneSelf && len(line) >= 8 && !mayOpen.has(line) {
		return o, false
	}
	low, high := openersAt[line[0]][0], openersAt[line[0]][1]
	first := low
	for low < high {
		if mid := (low + high) / 2; beginsBefore(line, openers[mid].text) {
			high = mid
		} else {
			low = mid + 1
		}
	}
	if low == first || !scan.HasPrefixFold(line, openers[low-1].text) {
		return o, false
	}
	return openers[low-1], true
}

// beginsBefore reports whether s, in lower case, comes before prefix.
func beginsBefore(s, prefix string) bool {
	for i := range len(prefix) {
		if i == len(s) {
			return true
		}
		b := s[i]
		if 'A' <= b && b <= 'Z' {
			b |= 0x20
		}
		if b != prefix[i] {
			return b < prefix[i]
		}
	}
	return false
}

func hasPrefix(s []byte, prefix string) bool {
	return len(s) >= len(prefix) && string(s[:len(prefix)]) == prefix
}

func containsAny(s []byte, parts ...string) bool {
	for _, p := range parts {
		if bytes.Contains(s, []byte(p)) {
			return true
		}
	}
	return false
}

// holds reports whether what the opener asks for is true of a line, which is s in lower case.
func (o opener) holds(line string, s []byte, sentence bool) bool {
	if o.kind == opensRelated {
		return !sentence && titleFollows(line[len(o.text):])
	}
	return o.kind.holds(line, s, sentence)
}

// titleFollows reports whether a mark stands at the start of what follows the announcement of
// another story.
func titleFollows(s string) bool {
	for _, space := range [...]string{" ", "\u00a0", "\u202f"} {
		s = strings.TrimPrefix(s, space)
	}
	for _, mark := range [...]string{":", "|", ">", "- ", "– ", "— ", "»", "→"} {
		if strings.HasPrefix(s, mark) {
			return true
		}
	}
	return false
}

// holds reports whether what the kind of opener asks for is true of a line, which
// is s in lower case.
func (k openerKind) holds(line string, s []byte, sentence bool) bool {
	switch k {
	case opensHeading:
		return !sentence && !bytes.Contains(s, []byte(". "))
	case opensSubscribe:
		return containsAny(s, "newsletter", "inbox", "our app", "your email", "our channel", "youtube channel", "unlimited access", "free account", "news alerts", "daily briefing", "morning briefing", "subscription") ||
			hasPrefix(s, "join our ") && opensFollow.holds(line, s, sentence)
	case opensToReader:
		return opensSubscribe.holds(line, s, sentence) && containsAny(s, " our ", " your ", " us ", " now", " today", " here")
	case opensNetworks:
		return !sentence && sharesOn(s)
	case opensFollow:
		if hasPrefix(s, "follow ") && !hasPrefix(s, "follow us") && !hasPrefix(s, "follow me ") && !hasPrefix(s, "follow our ") {
			if name, ok := bytes.CutPrefix(s, []byte("follow @")); ok && bytes.IndexByte(name, ' ') < 0 {
				return true
			}
			return containsAny(s, " on twitter @", " on twitter: @", " on x @", " on x: @", " on instagram @", " on facebook @")
		}
		return len(s) <= 120 && containsAny(s, " on twitter", " on facebook", " on instagram", " on x", " on telegram", " on whatsapp", " on google news", " on linkedin", " on youtube", " on tiktok", " on social media", "telegram channel", "youtube channel", "whatsapp channel", "whatsapp group")
	case opensCookies:
		return containsAny(s, "uses cookies", "use cookies", "use of cookies", "accept cookies")
	case opensElsewhere:
		return containsAny(s, "follow ", "visit ", "click ", "download ", "subscribe", "go to ", "www.", "http", "@")
	case opensRights:
		return !sentence || containsAny(s, "rights reserved", "may not be ")
	case opensOwner:
		return reservesRights(line) || onlyNames(line, joinsOwners)
	case opensTagged:
		return containsAny(s, "| tagged", " tagged ", "| tags", "| leave a ", "| comments")
	case opensDisclaimer:
		return containsAny(s, "author", "writer") && containsAny(s, " own", "necessarily")
	case opensFeed:
		_, site, ok := strings.Cut(line[len("the post"):], " appeared first on ")
		return ok && !hasPrefix(s, "the post appeared") && onlyNames(site, joinsOwners)
	case opensCredits:
		return !containsAny(s, ". ") && creditsNames(line) && (hasPrefix(s, "reporting by ") || containsAny(s, "editing by ", "writing by ", "reporting by "))
	}
	return true
}

// creditsNames reports whether a line says who wrote and edited in which place
// and nothing else: what has no capital joins names.
func creditsNames(line string) bool { return onlyNames(line, joinsCredits) }

// onlyNames reports whether the words of a line have capitals but for those that join
// names, and none of them is such as sentences have.
func onlyNames(line string, joins func(string) bool) bool {
	for i := 0; i < len(line); {
		if !scan.Letter(line[i]) {
			i++
			continue
		}
		end := asciiWordEnd(line, i)
		var buf [longestWord]byte
		switch word := string(lower(&buf, line[i:end])); {
		case joins(word), i > 0 && line[i-1] > ' ':
		case line[i] >= 'a', tellsOf(word):
			return false
		}
		i = end
	}
	return true
}

// sharesOn reports whether s asks to share on networks, and says no more.
func sharesOn(s []byte) bool {
	for i := 0; i < len(s); {
		end := i
		for end < len(s) && s[end]-'a' < 26 {
			end++
		}
		switch word := string(s[i:end]); word {
		case "", "on", "via", "by", "to", "with", "and", "or", "this", "opens", "in", "a", "new", "window", "tab", "social", "media":
		default:
			if !isButton(word) {
				return false
			}
		}
		i = end + 1
	}
	return true
}

// isPublication reports whether a lower-case word is common at the end of the
// names of newspapers and stations.
func isPublication(word string) bool {
	return endsPublication(word) || isHouse(word) || strings.HasSuffix(word, ".com") || strings.HasSuffix(word, ".org") || strings.HasSuffix(word, ".net") || strings.HasSuffix(word, ".co.uk")
}
