package normalize

import (
	"bytes"
	"strings"
	"unicode/utf8"

	"github.com/copydesk-go/copydesk/internal/scan"
)

// The phrases of news pages, in lower case and without the marks around them.

// furnitureLine reports whether s is a line of a page and nothing else.
func furnitureLine(s []byte) bool {
	switch string(s) {
	case "leave a comment", "leave a reply", "leave a reply cancel reply", "leave your comment", "post a comment", "add a comment",
		"post your comment", "add your comment", "write your comment", "view comments", "view all comments", "show comments",
		"hide comments", "load comments", "load more comments", "read comments", "read the comments", "see all comments",
		"join the conversation", "join the discussion", "comments are closed", "comments closed", "comment on this story",
		"be the first to comment", "write a comment", "no comments yet",
		"your email address will not be published", "your email address will not be published. required fields are marked",
		"required fields are marked",
		"share this", "share this article", "share this story", "share this post", "share this entry", "share this content",
		"share this page", "share this news", "share this with your friends", "share on facebook", "share on twitter",
		"share on x", "share on whatsapp", "share on pinterest", "share on reddit", "share on telegram", "share on tumblr",
		"share on social media", "share on linkedin", "share on email", "share via email", "share via", "share by email",
		"share with friends", "share article", "share story", "share to facebook", "share to twitter",
		"share this with", "share this:", "tweet this", "print this article", "print article", "print this page", "print this",
		"email this article", "email article", "email to a friend", "email this to a friend", "send to a friend",
		"click to email this to a friend", "click to email a link to a friend", "click to print",
		"copy link", "copy url", "copy link to clipboard", "link copied", "save article", "save for later",
		"save this article", "save this story", "bookmark this", "add to bookmarks", "gift this article", "opens in new window",
		"read more here", "read more stories", "read more", "read the full story", "read full story", "read the full story here",
		"read full article", "read the full article", "read the rest of this entry", "continue reading", "keep reading",
		"continue reading the main story", "show more", "see more", "view more", "load more", "more stories", "see all news",
		"find out more", "click here", "click to share", "click here for more", "click here for details", "tap here",
		"advertisement", "advertisements", "sponsored content", "paid content", "partner content", "paid post",
		"ads by google", "report this ad", "advertise with us", "ad feedback", "remove ads", "why am i seeing this ad",
		"story continues below", "story continues below advertisement", "article continues below", "story continues",
		"story continues below this ad", "article continues below this ad", "article continues after this advertisement",
		"article continues after advertisement", "story continues after advertisement", "story continues after this advertisement",
		"article continues below advertisement", "continue reading below advertisement", "advertisement - continue reading below",
		"advertisement continue reading below", "advertisement. scroll to continue reading", "advertisement - scroll to continue",
		"advertisement - article continues below", "advertisement - story continues below", "scroll to continue",
		"scroll to continue with content", "scroll down to continue reading", "scroll down for more", "skip advertisement", "skip ad",
		"subscribe now", "subscribe today", "subscribe here", "subscribe to continue reading", "subscribe to our newsletter",
		"subscribe to our newsletters", "subscribe to read more", "subscribe for free", "sign up now", "sign up here", "sign up today",
		"sign up for free", "register now", "register for free", "already a subscriber", "already a subscriber? log in",
		"already a subscriber? sign in", "already have an account", "already have an account? log in", "already have an account? sign in",
		"don't have an account", "don’t have an account", "create an account", "create a free account", "forgot password",
		"forgot your password", "my account", "manage subscription", "subscriber only stories", "subscribers only", "for subscribers only",
		"subscriber only", "this article is for subscribers only", "enter your email", "enter your email address", "your email address",
		"get the newsletter", "newsletter sign up", "newsletter signup", "view all", "see all",
		"related articles", "related article", "related stories", "related story", "related news", "related coverage",
		"related content", "related topics", "related posts", "related links", "related video", "related videos", "related items",
		"related tags", "related reading", "related to this story", "recommended for you", "recommended stories", "recommended reading",
		"recommended articles", "recommended videos", "you may also like", "you might also like", "you may like", "you might like",
		"you may also be interested in", "you might be interested in", "more from this section", "more from this author",
		"more on this story", "more on this", "more on this topic", "more top stories", "more like this", "more in this section",
		"most read", "most read stories", "most viewed", "most shared", "most commented", "most popular stories", "most watched",
		"trending now", "trending stories", "trending news", "trending topics", "popular now", "popular stories", "popular posts",
		"also read", "read also", "also see", "editor's picks", "editors' picks", "editor’s picks", "editors’ picks",
		"editor's pick", "editor’s pick", "what to read next", "read next", "recent posts", "recent stories", "recent articles",
		"next article", "previous article", "next story", "previous story", "next post", "previous post", "back to top", "back to home",
		"return to homepage", "go to homepage", "skip to content", "skip to main content", "skip to navigation", "skip to search",
		"toggle navigation", "toggle menu", "open menu", "close menu", "main menu", "follow us", "follow us on", "follow us on social media",
		"privacy policy", "privacy notice", "terms of use", "terms of service", "terms and conditions", "terms & conditions",
		"cookie policy", "cookie settings", "cookie preferences", "accept cookies", "accept all cookies", "reject all", "accept all",
		"manage preferences", "manage cookies", "do not sell my personal information", "all rights reserved", "watch live",
		"listen to this article", "listen to this story", "listen to article", "watch the video", "watch the video below", "play video",
		"enlarge image", "view image", "view gallery", "view this post on instagram", "view on twitter", "view on x", "image source, getty images",
		"toggle caption", "hide caption", "caption options", "thank you for subscribing", "thanks for signing up",
		"please enable javascript", "javascript is disabled", "report an error", "report a typo", "suggest a correction",
		"send us feedback", "send feedback", "give feedback", "download the app", "download our app", "get the app", "install the app",
		"leave a comment below", "leave your comment below", "log in to comment", "login to comment", "sign in to comment",
		"log in to leave a comment", "please log in to leave a comment", "please log in to comment", "you must be logged in to post a comment",
		"you must be logged in to comment", "let us know what you think in the comments", "let us know in the comments",
		"let us know what you think in the comments below", "let us know in the comments below", "let us know in the comments section below",
		"share your thoughts in the comments", "share your thoughts in the comments below", "tell us in the comments",
		"tell us what you think in the comments below", "popular in the community", "report a correction or typo",
		"play audio", "more stories like this", "read full story here", "read the full article on our website", "view original post",
		"get breaking news alerts", "get news alerts", "follow us on twitter",
		"our standards: the thomson reuters trust principles", "our standards: the thomson reuters trust principles, opens new tab",
		"acquire licensing rights", "acquire licensing rights, opens new tab", "purchase licensing rights", "like this:", "terms of sale":
		return true
	}
	return false
}

// furnitureWord reports whether s is a word or two that stand on buttons and
// over boxes, but may be the heading of a section or a title as well.
func furnitureWord(s []byte) bool {
	switch string(s) {
	case "comments", "comment", "no comments", "reply", "share", "shares", "share now", "tweet", "print", "email", "e-mail", "save", "bookmark", "like", "like this",
		"facebook", "twitter", "x", "whatsapp", "linkedin", "telegram", "pinterest", "reddit", "instagram", "youtube", "messenger", "tumblr", "flipboard",
		"more", "learn more", "more news", "related", "recommended", "trending", "latest", "latest news", "latest stories", "top stories", "top news",
		"must read", "see also", "most popular", "up next", "next", "previous", "prev", "home", "menu", "search", "close", "loading", "back",
		"topics", "tags", "ad", "ads", "advert", "sponsored", "promoted", "premium", "subscribe", "sign up", "sign in", "log in", "login",
		"log out", "register", "newsletter", "newsletters", "donate", "donate now", "support us", "contact us", "contact", "about us",
		"advertising", "i accept", "accept", "don't miss", "don’t miss", "watch video", "video", "getty images", "opinion", "follow", "copied":
		return true
	}
	return false
}

// An opener is how a line of a page begins, and what else must be true of it.
type opener struct {
	text string
	kind openerKind
}

type openerKind uint8

const (
	always     openerKind = iota
	heading               // it does not end as a sentence
	subscribe             // it names a newsletter or the like
	toReader              // it does, and speaks to the reader
	networks              // it names networks and nothing else
	follow                // it names a network
	cookies               // it mentions them
	elsewhere             // it says where to go
	credits               // it names writers and editors and nothing else
	rights                // it does not end as a sentence, or says who may print it
	tagged                // it goes on with tags
	disclaimer            // it speaks of the author
	feed                  // it says where the post appeared first
)

// openers is sorted, and none of its texts begins another one.
var openers = [...]opener{
	{"&copy; ", always}, {"additional reporting by ", credits}, {"also read -", heading},
	{"also read |", heading}, {"also read –", heading}, {"also read:", heading}, {"also see |", heading},
	{"also see –", heading}, {"also see:", heading}, {"article continues below", always},
	{"by clicking", cookies}, {"by continuing", cookies}, {"by using", cookies}, {"c) 20", always},
	{"categories:", heading}, {"category:", heading}, {"click here to ", always}, {"click to share ", always},
	{"compiled by ", credits}, {"connect with us", follow}, {"continue reading below", always},
	{"copyright 20", rights}, {"copyright ©", always}, {"don't miss:", heading}, {"don’t miss:", heading},
	{"download ", toReader}, {"editing by ", credits}, {"enter your email", subscribe},
	{"except for the headline, this story has not been edited", always}, {"filed in ", tagged},
	{"filed under ", heading}, {"filed under:", heading}, {"find us on", follow}, {"follow ", follow},
	{"for all the latest", elsewhere}, {"for more news", elsewhere}, {"for more on this story", elsewhere},
	{"for more stories", elsewhere}, {"for the latest news", elsewhere}, {"get breaking", subscribe},
	{"get our ", subscribe}, {"get the ", subscribe}, {"home / ", heading}, {"home > ", always},
	{"home » ", always}, {"home › ", always}, {"image caption,", heading}, {"image credit:", heading},
	{"image source,", heading}, {"image source:", heading}, {"in pics:", heading}, {"in pictures:", heading},
	{"join our ", subscribe}, {"join us on", follow}, {"like our page", follow}, {"like us on", follow},
	{"listen |", heading}, {"listen:", heading}, {"more on this:", heading}, {"more:", heading},
	{"must read:", heading}, {"never miss", subscribe}, {"only the headline and picture of this report", always},
	{"our site", cookies}, {"our website", cookies}, {"photo credit:", heading}, {"posted in ", tagged},
	{"posted in:", heading}, {"read also |", heading}, {"read also –", heading}, {"read also:", heading},
	{"read more -", heading}, {"read more about ", heading}, {"read more from ", heading},
	{"read more on ", heading}, {"read more |", heading}, {"read more –", heading}, {"read more:", heading},
	{"read next:", heading}, {"read the original article", always}, {"read |", heading}, {"read:", heading},
	{"reading time:", always}, {"receive ", toReader}, {"recommended |", heading}, {"recommended:", heading},
	{"register ", toReader}, {"related article:", heading}, {"related articles:", heading},
	{"related coverage:", heading}, {"related news:", heading}, {"related stories:", heading},
	{"related story:", heading}, {"related |", heading}, {"related:", heading}, {"reporting by ", credits},
	{"see also |", heading}, {"see also:", heading}, {"share on ", networks}, {"share this:", heading},
	{"sign up ", subscribe}, {"stay informed", subscribe}, {"stay up to date", subscribe},
	{"story continues below", always}, {"subscribe for ", subscribe}, {"subscribe to ", subscribe},
	{"support ", toReader}, {"tagged:", heading}, {"tags:", heading}, {"tap here to ", always},
	{"the opinions expressed in this", disclaimer}, {"the post ", feed}, {"the views expressed here", disclaimer},
	{"the views expressed in this", disclaimer}, {"this article first appeared", always},
	{"this article has not been edited by", always}, {"this article originally appeared", always},
	{"this article was first published", always}, {"this article was originally published", always},
	{"this post was originally published", always}, {"this site", cookies}, {"this story first appeared", always},
	{"this story has not been edited by", always}, {"this story originally appeared", always},
	{"this story was first published", always}, {"this story was originally published", always},
	{"this website", cookies}, {"topics:", heading}, {"want more", subscribe}, {"watch live:", heading},
	{"watch now:", heading}, {"watch |", heading}, {"watch:", heading}, {"we and our", cookies},
	{"we use", cookies}, {"writing by ", credits}, {"you may also like:", heading}, {"©", always},
}

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

// mayOpen has a bit for what the start of each opener in ASCII comes to, which
// few other lines have in common with one.
var mayOpen = func() (bits [1 << startBits / 64]uint64) {
	for _, o := range openers {
		if o.text[0] < utf8.RuneSelf {
			n := startOf(o.text + "   ")
			bits[n/64] |= 1 << (n % 64)
		}
	}
	return bits
}()

// startBits is the number of bits of what startOf returns.
const startBits = 12

// startOf hashes the first five bytes of s, which has eight, in any case. No
// opener in ASCII is shorter than that.
func startOf(s string) uint64 {
	return (eightBytes(s)&(1<<40-1) | 0x2020202020) * 0x9E3779B97F4A7C15 >> (64 - startBits)
}

// openerOf returns the opener that line begins with, in any case.
func openerOf(line string) (openerKind, bool) {
	if line == "" {
		return 0, false
	}
	if line[0] < utf8.RuneSelf && len(line) >= 8 {
		if n := startOf(line); mayOpen[n/64]>>(n%64)&1 == 0 {
			return 0, false
		}
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
		return 0, false
	}
	return openers[low-1].kind, true
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

// holds reports whether what the kind of opener asks for is true of a line, which
// is s in lower case.
func (k openerKind) holds(line string, s []byte, sentence bool) bool {
	switch k {
	case heading:
		return !sentence
	case subscribe:
		return containsAny(s, "newsletter", "inbox", "our app", "your email", "our channel", "youtube channel", "unlimited access", "free account", "news alerts", "daily briefing", "morning briefing", "subscription") ||
			hasPrefix(s, "join our ") && follow.holds(line, s, sentence)
	case toReader:
		return subscribe.holds(line, s, sentence) && containsAny(s, " our ", " your ", " us ", " now", " today", " here")
	case networks:
		return !sentence && sharesOn(s)
	case follow:
		if hasPrefix(s, "follow ") && !hasPrefix(s, "follow us") && !hasPrefix(s, "follow me ") && !hasPrefix(s, "follow our ") {
			if name, ok := bytes.CutPrefix(s, []byte("follow @")); ok && bytes.IndexByte(name, ' ') < 0 {
				return true
			}
			return containsAny(s, " on twitter @", " on twitter: @", " on x @", " on x: @", " on instagram @", " on facebook @")
		}
		return len(s) <= 120 && containsAny(s, " on twitter", " on facebook", " on instagram", " on x", " on telegram", " on whatsapp", " on google news", " on linkedin", " on youtube", " on tiktok", " on social media", "telegram channel", "youtube channel", "whatsapp channel", "whatsapp group")
	case cookies:
		return containsAny(s, "uses cookies", "use cookies", "use of cookies", "accept cookies")
	case elsewhere:
		return containsAny(s, "follow ", "visit ", "click ", "download ", "subscribe", "go to ", "www.", "http", "@")
	case rights:
		return !sentence || containsAny(s, "rights reserved", "may not be ")
	case tagged:
		return containsAny(s, "| tagged", " tagged ", "| tags", "| leave a ", "| comments")
	case disclaimer:
		return containsAny(s, "author", "writer") && containsAny(s, " own", "necessarily")
	case feed:
		return containsAny(s, " appeared first on ", " first appeared on ")
	case credits:
		return !containsAny(s, ". ") && creditsNames(line) && (hasPrefix(s, "reporting by ") || containsAny(s, "editing by ", "writing by ", "reporting by "))
	}
	return true
}

// creditsNames reports whether a line says who wrote and edited in which place
// and nothing else: what has no capital joins names.
func creditsNames(line string) bool {
	for i := 0; i < len(line); {
		if !scan.Letter(line[i]) {
			i++
			continue
		}
		end := asciiWordEnd(line, i)
		if line[i] >= 'a' && (i == 0 || line[i-1] <= ' ') {
			switch line[i:end] {
			case "by", "in", "and", "at", "for", "from", "with", "of", "the", "additional", "reporting", "writing", "editing", "compiled",
				"de", "da", "del", "van", "von", "bin", "al", "contributions", "newsroom", "bureau", "team", "staff":
			default:
				return false
			}
		}
		i = end
	}
	return true
}

// isAgency reports whether s is the name of a news agency or of a house that
// signs with its name alone.
func isAgency(s string) bool {
	switch s {
	case "Reuters", "AFP", "AP", "Associated Press", "The Associated Press", "Agence France-Presse",
		"Bernama", "dpa", "DPA", "EFE", "ANI", "PTI", "IANS", "UPI", "UPI.com", "Xinhua", "Kyodo", "Kyodo News", "Yonhap",
		"Anadolu Agency", "AA", "TASS", "Interfax", "ANSA", "Belga", "APA", "Antara", "PNA", "VNA",
		"Bloomberg", "CNN", "CNN.com", "BBC", "BBC News", "NPR", "CNBC", "MSNBC", "Al Jazeera", "Al Jazeera English",
		"AllAfrica", "allAfrica.com", "IPS", "PA", "PA Media", "SAPA", "NAN", "GNA", "KUNA", "WAM", "SPA",
		"The Guardian", "HuffPost", "Politico", "POLITICO", "Axios", "Vox", "Forbes", "Euronews", "France 24",
		"RFI", "RT", "DW", "VOA", "RFE/RL", "SABC", "ESPN", "Yahoo", "MSN", "Time", "TIME", "Variety",
		"The Economist", "The Atlantic", "The New Yorker", "Al Arabiya", "Rappler", "Dawn", "DAWN.COM", "Agencies", "with agencies":
		return true
	}
	return false
}

// isWire reports whether s is the name of an agency that ends its stories with
// that alone, on a line of its own.
func isWire(s string) bool {
	switch s {
	case "Reuters", "REUTERS", "AFP", "AP", "Bernama", "BERNAMA", "dpa", "DPA", "EFE", "ANI", "PTI", "IANS", "UNI", "Xinhua", "Kyodo",
		"Yonhap", "TASS", "SAPA", "NAN", "GNA", "KUNA", "WAM", "SPA", "QNA", "BSS", "UNB", "APP", "Agencies", "AGENCIES":
		return true
	}
	return false
}

// isEndMark reports whether a line is how a release or story shows its end.
func isEndMark(s string) bool {
	switch s {
	case "[ends]", "[ENDS]", "ENDS", "Ends", "-ends-", "- ends -", "-ENDS-", "- ENDS -", "– ENDS –", "###", "# # #", "-30-", "- 30 -", "—30—":
		return true
	}
	return false
}

// isButton reports whether a lower-case word stands on a button for sharing.
func isButton(word string) bool {
	switch word {
	case "share", "tweet", "pin", "post", "email", "e-mail", "print", "save", "reply", "like", "follow", "facebook", "twitter", "x",
		"whatsapp", "linkedin", "telegram", "pinterest", "reddit", "instagram", "youtube", "messenger", "tumblr", "flipboard",
		"threads", "bluesky", "mastodon", "viber", "wechat", "weibo", "line", "sms", "copy", "link", "comment", "comments", "bookmark":
		return true
	}
	return false
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

// isSection reports whether a lower-case name is that of a section of a
// newspaper.
func isSection(name string) bool {
	switch name {
	case "news", "sport", "sports", "business", "politics", "world", "opinion", "opinions", "technology", "tech", "science", "health",
		"entertainment", "lifestyle", "life", "culture", "arts", "travel", "education", "environment", "economy", "finance", "money",
		"markets", "local", "national", "international", "regional", "metro", "features", "analysis", "comment", "editorial",
		"editorials", "letters", "video", "photos", "property", "motoring", "cars", "food", "music", "film", "movies", "books",
		"fashion", "weather", "crime", "football", "cricket", "rugby", "tennis", "golf", "africa", "asia", "europe", "americas",
		"middle east", "uk", "us", "world news", "local news", "national news", "business news", "us news", "uk news", "breaking news",
		"top stories", "latest news", "front page", "home":
		return true
	}
	return false
}

// isHouse reports whether a lower-case word is the name of a house that many
// names of programmes and sites begin with.
func isHouse(word string) bool {
	switch word {
	case "reuters", "bbc", "cnn", "abc", "cbs", "nbc", "cbc", "npr", "bloomberg", "ap", "afp", "sky", "fox", "itv", "pbs", "usa", "daily":
		return true
	}
	return false
}

// isPublication reports whether a lower-case word is common at the end of the
// names of newspapers and stations.
func isPublication(word string) bool {
	switch word {
	case "news", "times", "post", "journal", "herald", "tribune", "gazette", "telegraph", "chronicle",
		"observer", "mail", "mirror", "express", "independent", "guardian", "standard", "star", "sun",
		"examiner", "inquirer", "sentinel", "dispatch", "globe", "bulletin", "daily", "weekly",
		"magazine", "online", "tv", "radio", "today", "press", "review", "monitor", "courier",
		"reporter", "argus", "advertiser", "echo", "register", "ledger", "bee", "voice", "insider",
		"network", "wire", "newswire", "agency", "broadcasting", "media", "desk", "blog":
		return true
	}
	return isHouse(word) || strings.HasSuffix(word, ".com") || strings.HasSuffix(word, ".org") || strings.HasSuffix(word, ".net") || strings.HasSuffix(word, ".co.uk")
}
