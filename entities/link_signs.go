package entities

import "strings"

// The words beside a capital that tell the government from the city.

// isPlaceSign reports whether a word before a name says that it is a place.
func isPlaceSign(w string) bool {
	switch w {
	case "in", "at", "near", "outside", "around", "across", "through", "throughout", "into", "via", "inside", "within",
		"of", "to", "capital", "city", "visit", "visited", "visiting", "left", "leave", "leaving", "reached", "entered",
		"a", "an", "the", "his", "her", "its", "their", "downtown", "central", "north", "south", "east", "west",
		"northern", "southern", "eastern", "western", "greater", "toward", "towards":
		return true
	}
	return false
}

// isHelper reports whether a word may stand between a subject and its verb.
func isHelper(w string) bool {
	switch w {
	case "has", "had", "have", "will", "would", "could", "may", "might", "must", "should", "is", "was", "also", "not",
		"never", "again", "then", "later", "still", "long", "now", "soon", "even", "since", "yet", "too", "itself":
		return true
	}
	return len(w) > 4 && strings.HasSuffix(w, "ly")
}

// isAct reports whether a verb is what governments do and cities do not.
func isAct(w string) bool {
	switch w {
	case "say", "said", "says", "saying", "announce", "announced", "announces", "accuse", "accused", "accuses", "accusing",
		"deny", "denied", "denies", "reject", "rejected", "rejects", "condemn", "condemned", "condemns", "warn", "warned", "warns",
		"urge", "urged", "urges", "insist", "insisted", "insists", "vow", "vowed", "vows", "pledge", "pledged", "pledges",
		"threaten", "threatened", "threatens", "impose", "imposed", "imposes", "agree", "agreed", "agrees",
		"refuse", "refused", "refuses", "plan", "planned", "plans", "planning", "want", "wanted", "wants", "claim", "claimed", "claims",
		"demand", "demanded", "demands", "respond", "responded", "responds", "retaliate", "retaliated",
		"summon", "summoned", "recall", "recalled", "recognise", "recognised", "recognises", "recognize", "recognized", "recognizes",
		"support", "supported", "supports", "oppose", "opposed", "opposes", "back", "backed", "backs", "deem", "deems", "regards", "views",
		"seek", "sought", "seeks", "seeking", "hope", "hoped", "hopes", "hoping", "expect", "expects", "consider", "considers", "considering",
		"argue", "argued", "argues", "blame", "blamed", "blames", "propose", "proposed", "proposes", "promise", "promised", "promises",
		"maintain", "maintained", "maintains", "sent", "send", "sends", "sign", "signed", "withdraw", "withdrew", "suspend", "suspended",
		"approve", "approved", "decide", "decided", "decides", "declare", "declared", "acknowledge", "acknowledged", "admit", "admitted",
		"express", "expressed", "fear", "fears", "believe", "believes", "welcome", "welcomed", "criticise", "criticised", "criticize", "criticized",
		"sanctioned", "ordered", "orders", "pressed", "appears", "intends", "intended", "tried", "tries", "trying", "called", "calls",
		"lodged", "protested", "negotiated", "severed", "stressed", "prefers", "sees", "thinks", "informed", "notified", "cut", "froze",
		"spoken", "offers", "offered", "asked", "asks", "told", "rebuffed", "dismissed", "dismisses", "hailed", "hails",
		"denounced", "denounces", "ruled", "banned", "bans", "expelled", "expels", "lifted",
		"owes", "buys", "supplies", "supplied", "invaded", "annexed",
		"answered", "answers", "replied", "replies", "countered", "counters", "retaliates", "brokered", "mediated", "vetoed", "ratified",
		"bombed", "armed", "arms", "signs", "withdraws", "suspends", "approves", "declares", "welcomes", "admits", "expresses", "recalls",
		"summons", "eased", "tightened", "relented", "backtracked", "reiterated", "reaffirmed", "granted", "extradited", "deported",
		"lobbied", "lobbies", "waived", "pardoned", "rejoined", "courted", "distrusts", "trusts", "resists", "resisted", "signalled", "signaled":
		return true
	}
	return false
}

// isObjectVerb reports whether a verb before a name has a government as its object.
func isObjectVerb(w string) bool {
	switch w {
	case "urge", "urged", "urges", "urging", "accuse", "accused", "accuses", "accusing", "blame", "blamed", "blames", "blaming",
		"warn", "warned", "warns", "warning", "press", "pressed", "pressing", "pressure", "pressured", "pressuring", "condemned",
		"criticised", "criticized", "thanked", "persuade", "persuaded", "convince", "convinced", "punish", "deter", "isolate",
		"back", "backs", "backed", "backing", "support", "supports", "supported", "oppose", "opposes", "opposed", "defy", "defies", "defied",
		"fight", "fights", "fought", "fighting", "rebuked", "rebukes", "appease", "appeased", "sanction", "sanctioned", "lobby", "lobbies",
		"challenge", "challenged", "challenges", "condemn", "condemns", "criticise", "criticises", "criticize", "criticizes", "thanks",
		"represent", "represents", "represented", "humiliated", "embarrassed", "reassure", "reassured", "alarmed", "alarms", "surprised",
		"antagonise", "antagonize", "anger", "angered", "angering", "prompted", "prompting", "told", "asked", "lobbied", "infuriated", "provoke", "provoked":
		return true
	}
	return false
}

// isTie reports whether a preposition joins a relation to one of its sides.
func isTie(w string) bool {
	switch w {
	case "with", "from", "on", "against", "towards", "between":
		return true
	}
	return false
}

// isRelation reports whether a noun is something that governments have with or
// want from each other.
func isRelation(w string) bool {
	switch w {
	case "relations", "relationship", "ties", "talks", "negotiations", "agreement", "agreements", "deal", "deals", "dialogue",
		"pact", "treaty", "alliance", "cooperation", "co-operation", "tension", "tensions", "conflict", "dispute", "disputes", "rift",
		"pressure", "support", "aid", "backing", "sanctions", "assistance", "response", "demands", "message", "criticism", "protest",
		"condemnation", "approval", "partnership", "rapprochement", "war", "standoff", "scrutiny", "complaint", "warning", "warnings",
		"engagement", "contact", "contacts", "discussions", "trade", "row", "differences", "diplomacy", "friendship", "links", "understanding",
		"concessions", "guarantees", "assurances", "permission", "orders", "instructions", "threats", "confrontation", "accord", "truce", "ceasefire":
		return true
	}
	return false
}

// isGift reports whether a noun or verb with "to" has a government as its receiver.
func isGift(w string) bool {
	switch w {
	case "lender", "lenders", "loans", "loan", "aid", "weapons", "arms", "warning", "warnings", "ultimatum", "message", "support", "pledge",
		"response", "concessions", "ammunition", "missiles", "handed", "lent", "signal", "threat", "letter", "complaint", "close", "loyal",
		"hostile", "appeal", "demarche", "assurances", "guarantees", "donor", "sales", "subsidies", "assistance":
		return true
	}
	return false
}

// isMediation reports whether a word before "between" tells of governments that are not
// one, and not of a road.
func isMediation(w string) bool {
	switch w {
	case "mediate", "mediated", "mediating", "mediator", "mediators", "mediation", "spoken", "broker", "brokered", "caught", "standoff",
		"rivalry", "clash", "clashes", "feud", "split", "distrust", "mistrust", "hostility", "chosen", "choose", "peace", "thaw", "gap", "rapprochement":
		return true
	}
	return false
}

// isMood reports whether an adjective tells how those who act feel.
func isMood(w string) bool {
	switch w {
	case "pleased", "happy", "unhappy", "furious", "angry", "ready", "willing", "unwilling", "keen", "wary", "sure", "certain", "convinced",
		"determined", "prepared", "committed", "concerned", "worried", "silent", "adamant", "cautious", "sceptical", "skeptical", "right",
		"wrong", "eager", "reluctant", "open", "unmoved", "alarmed", "annoyed", "impressed", "amused", "surprised", "satisfied", "nervous",
		"confident", "hopeful", "vague", "insistent", "unimpressed", "relieved", "outraged", "dismayed", "displeased":
		return true
	}
	return false
}

// isStateOfTown reports whether a verb is said of towns as much as of governments.
func isStateOfTown(w string) bool {
	switch w {
	case "grown", "become", "seen", "changed", "suffered", "burning", "sleeping", "growing", "burned", "experienced", "emerged", "fallen",
		"awoken", "waking", "reeling", "recovering", "bracing", "hosting", "hosted", "hosts", "host", "flooded", "sinking", "bustling", "boomed",
		"booming", "expanded", "expanding", "celebrated", "celebrating", "recorded", "lacked", "turned", "remained", "needed", "survived",
		"become,", "look", "looked", "be", "get", "see", "have", "freezing", "sweltering", "shaking", "mourning", "mourned", "returning",
		"located", "a", "an", "the", "no", "more", "many", "its", "only", "about", "some", "few", "little", "two", "three", "four", "five":
		return true
	}
	return w == "" || w[0]-'0' < 10
}

// isOfState reports whether a word after a possessive is a government's.
func isOfState(w string) bool {
	switch w {
	case "government", "diplomatic", "representative", "foreign", "policy", "policies", "ambassador", "envoy", "decision", "ally", "allies",
		"sanctions", "support", "military", "position", "stance", "demand", "demands", "claim", "claims", "nuclear", "response", "interests",
		"relations", "ties", "aim", "attempt", "attempts", "invasion", "war", "forces", "troops", "effort", "efforts", "refusal", "offer",
		"proposal", "influence", "strategy", "interest", "intentions", "ambitions", "aggression", "withdrawal", "role", "approach", "plans",
		"denial", "insistence", "accusations", "commitment", "actions", "announcement", "recognition", "security", "defence", "defense", "economic":
		return true
	}
	return false
}

// isState reports whether a name is a state of the United States and nothing
// else that news often writes of.
func isState(name string) bool {
	switch name {
	case "Alabama", "Alaska", "Arizona", "Arkansas", "California", "Colorado", "Connecticut", "Delaware", "Florida",
		"Hawaii", "Idaho", "Illinois", "Indiana", "Iowa", "Kansas", "Kentucky", "Louisiana", "Maine", "Maryland",
		"Massachusetts", "Michigan", "Minnesota", "Mississippi", "Missouri", "Montana", "Nebraska", "Nevada",
		"New Hampshire", "New Jersey", "New Mexico", "New York", "North Carolina", "North Dakota", "Ohio", "Oklahoma",
		"Oregon", "Pennsylvania", "Rhode Island", "South Carolina", "South Dakota", "Tennessee", "Texas", "Utah",
		"Vermont", "Virginia", "West Virginia", "Wisconsin", "Wyoming":
		return true
	}
	return false
}
