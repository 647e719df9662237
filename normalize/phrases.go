package normalize

import (
	"bytes"
	"strings"
)

// The phrases of news pages, in lower case and without the marks around them.

// furnitureLine reports whether s is a line of a page and nothing else.
func furnitureLine(s []byte) bool {
	switch string(s) {
	case "leave a comment", "leave a reply", "leave your comment", "post a comment", "add a comment",
		"view comments", "show comments", "hide comments", "load comments", "join the conversation",
		"comments", "comments are closed", "be the first to comment", "write a comment",
		"share", "share this", "share this article", "share this story", "share this post",
		"share this page", "share on facebook", "share on twitter", "share on x", "share on whatsapp",
		"share on linkedin", "share via email", "share with friends", "share now", "share article",
		"share this:", "share this with", "like this", "tweet", "tweet this", "print", "print this article",
		"email", "email this article", "copy link", "save", "save article", "bookmark",
		"facebook", "twitter", "whatsapp", "linkedin", "telegram", "pinterest", "reddit",
		"read more", "read more here", "read more stories", "read the full story", "read full story",
		"read full article", "read the full article", "continue reading", "keep reading", "show more",
		"see more", "view more", "load more", "more", "more stories", "more news", "learn more",
		"find out more", "click here", "click to share", "click here for more",
		"advertisement", "advertisements", "advert", "ad", "sponsored", "sponsored content", "promoted",
		"paid content", "partner content", "ads by google", "report this ad", "advertise with us",
		"story continues below", "story continues below advertisement", "article continues below",
		"article continues after advertisement", "story continues after advertisement",
		"article continues below advertisement", "continue reading below advertisement",
		"scroll to continue", "scroll down to continue reading", "skip advertisement", "skip ad",
		"subscribe", "subscribe now", "subscribe today", "subscribe here", "subscribe to continue reading",
		"subscribe to read more", "sign up", "sign up now", "sign in", "log in", "login", "register",
		"register now", "already a subscriber", "already a subscriber? log in", "newsletter", "newsletters",
		"subscriber only stories", "subscribers only", "premium", "for subscribers only", "view all", "see all",
		"related", "related articles", "related article", "related stories", "related story",
		"related news", "related coverage", "related content", "related topics", "related posts",
		"related links", "related video", "related videos", "recommended", "recommended for you",
		"recommended stories", "recommended reading", "recommended articles", "you may also like",
		"you might also like", "you may like", "more from this section", "more on this story",
		"more on this", "more on this topic", "most read", "most popular", "most viewed", "most shared",
		"trending", "trending now", "trending stories", "top stories", "latest news", "latest stories",
		"latest", "popular now", "also read", "read also", "also see", "see also", "must read",
		"editor's picks", "editors' picks", "editor’s picks", "editors’ picks", "what to read next",
		"read next", "up next", "don't miss", "don’t miss", "next article", "previous article", "next story",
		"next", "previous", "back to top", "back to home", "home", "menu", "search", "close", "loading",
		"skip to content", "skip to main content", "skip to navigation", "toggle navigation",
		"topics", "tags", "follow us", "follow us on", "follow us on social media", "contact us",
		"about us", "privacy policy", "terms of use", "terms of service", "terms and conditions",
		"cookie policy", "cookie settings", "accept cookies", "accept all cookies", "accept all",
		"manage preferences", "i accept", "all rights reserved", "watch live", "listen to this article",
		"listen to article", "watch video", "watch the video", "play video", "enlarge image",
		"image source, getty images", "getty images", "this article was amended", "thank you for subscribing",
		"thanks for signing up", "support us", "donate", "donate now", "report an error", "report a typo",
		"send feedback", "give feedback", "download the app", "download our app", "get the app":
		return true
	}
	return false
}

// furnitureStart reports whether s begins like a line of a page and has
// nothing of prose about it.
func furnitureStart(s []byte) bool {
	for _, p := range [...]string{
		"also read:", "also read |", "also read -", "also read –", "read also:", "read also |", "read more:", "read more |",
		"read more on", "read more about", "see also:", "also see:", "must read:", "don't miss:", "don’t miss:",
		"related:", "related story:", "related stories:", "related article:", "related coverage:",
		"recommended:", "more on this:", "more:", "watch:", "watch |", "watch now:", "listen:", "in pictures:", "tags:", "topics:",
		"filed under:", "filed under", "posted in:", "share this:", "click here to", "tap here to",
		"story continues below", "article continues below", "continue reading below",
		"read the original article", "this article was originally published on",
		"this story was originally published on", "this post was originally published on",
		"the post appeared first on", "for more news", "for the latest news", "for more stories",
		"image source:", "image credit:", "photo credit:", "copyright ©", "© ", "(c) 20", "copyright 20",
	} {
		if hasPrefix(s, p) {
			return true
		}
	}
	return asksToSubscribe(s) || asksToFollow(s) || asksForCookies(s) || bytes.HasSuffix(s, []byte("all rights reserved"))
}

func hasPrefix(s []byte, prefix string) bool {
	return len(s) >= len(prefix) && string(s[:len(prefix)]) == prefix
}

func startsWithAny(s []byte, prefixes ...string) bool {
	for _, p := range prefixes {
		if hasPrefix(s, p) {
			return true
		}
	}
	return false
}

func containsAny(s []byte, parts ...string) bool {
	for _, p := range parts {
		if bytes.Contains(s, []byte(p)) {
			return true
		}
	}
	return false
}

func asksToSubscribe(s []byte) bool {
	return startsWithAny(s, "sign up ", "subscribe to ", "subscribe for ", "get the ", "get our ", "register ", "receive ", "stay up to date", "stay informed", "never miss", "download ", "want more", "enter your email", "join our ", "support ") &&
		containsAny(s, "newsletter", "inbox", "our app", "your email", "our channel", "whatsapp channel", "telegram channel", "youtube channel", "unlimited access", "free account", "breaking news alerts", "news alerts", "daily briefing", "morning briefing", "subscription")
}

func asksToFollow(s []byte) bool {
	return startsWithAny(s, "follow ", "like us on", "find us on", "join us on", "connect with us", "join our ") &&
		containsAny(s, " on twitter", " on facebook", " on instagram", " on x", " on telegram", " on whatsapp", " on google news", " on linkedin", " on youtube", " on tiktok", " on social media", "telegram channel", "whatsapp channel", "whatsapp group") &&
		len(s) <= 120
}

func asksForCookies(s []byte) bool {
	return startsWithAny(s, "this site", "this website", "we use", "we and our", "our site", "our website", "by using", "by continuing", "by clicking") &&
		containsAny(s, "uses cookies", "use cookies", "use of cookies", "accept cookies")
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

// isPublication reports whether a lower-case word is common at the end (or, in
// short names, at the start) of the names of newspapers and stations.
func isPublication(word string) bool {
	switch word {
	case "news", "times", "post", "journal", "herald", "tribune", "gazette", "telegraph", "chronicle",
		"observer", "mail", "mirror", "express", "independent", "guardian", "standard", "star", "sun",
		"examiner", "inquirer", "sentinel", "dispatch", "globe", "bulletin", "daily", "weekly",
		"magazine", "online", "tv", "radio", "today", "press", "review", "monitor", "courier",
		"reporter", "argus", "advertiser", "echo", "register", "ledger", "bee", "voice", "insider",
		"reuters", "bbc", "cnn", "abc", "cbs", "nbc", "cbc", "npr", "bloomberg", "ap", "afp", "sky",
		"fox", "itv", "pbs", "usa", "network", "wire", "newswire", "agency", "broadcasting", "media":
		return true
	}
	return strings.HasSuffix(word, ".com") || strings.HasSuffix(word, ".org") || strings.HasSuffix(word, ".net") || strings.HasSuffix(word, ".co.uk")
}
