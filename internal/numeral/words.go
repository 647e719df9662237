package numeral

type entry struct {
	word  string
	value int
}

var cardinals = []entry{
	{"zero", 0}, {"one", 1}, {"two", 2}, {"three", 3}, {"four", 4}, {"five", 5},
	{"six", 6}, {"seven", 7}, {"eight", 8}, {"nine", 9}, {"ten", 10},
	{"eleven", 11}, {"twelve", 12}, {"thirteen", 13}, {"fourteen", 14},
	{"fifteen", 15}, {"sixteen", 16}, {"seventeen", 17}, {"eighteen", 18},
	{"nineteen", 19}, {"twenty", 20}, {"thirty", 30}, {"forty", 40},
	{"fourty", 40}, {"fifty", 50}, {"sixty", 60}, {"seventy", 70},
	{"eighty", 80}, {"ninety", 90},
}

var ordinals = []entry{
	{"first", 1}, {"second", 2}, {"third", 3}, {"fourth", 4}, {"fifth", 5},
	{"sixth", 6}, {"seventh", 7}, {"eighth", 8}, {"ninth", 9}, {"tenth", 10},
	{"eleventh", 11}, {"twelfth", 12}, {"thirteenth", 13}, {"fourteenth", 14},
	{"fifteenth", 15}, {"sixteenth", 16}, {"seventeenth", 17},
	{"eighteenth", 18}, {"nineteenth", 19}, {"twentieth", 20},
	{"thirtieth", 30}, {"fortieth", 40}, {"fiftieth", 50}, {"sixtieth", 60},
	{"seventieth", 70}, {"eightieth", 80}, {"ninetieth", 90},
}

// scales hold powers of ten.
var scales = []entry{
	{"hundred", 2}, {"hundreds", 2}, {"thousand", 3}, {"thousands", 3},
	{"million", 6}, {"millions", 6}, {"billion", 9}, {"billions", 9},
	{"trillion", 12}, {"trillions", 12}, {"quadrillion", 15}, {"quadrillions", 15},
	{"lakh", 5}, {"lakhs", 5}, {"lac", 5}, {"lacs", 5},
	{"crore", 7}, {"crores", 7},
}

var suffixes = []entry{
	{"k", 3}, {"m", 6}, {"mn", 6}, {"mln", 6}, {"mil", 6}, {"mio", 6},
	{"mm", 6}, {"b", 9}, {"bn", 9}, {"bln", 9}, {"bil", 9}, {"t", 12},
	{"mrd", 9}, {"mld", 9}, {"tn", 12}, {"tr", 12}, {"trn", 12}, {"tln", 12}, {"cr", 7},
}
