package money

// regions are states, provinces and cities of countries that share the sign or
// word of their currency with a larger one, in order; names that are common
// elsewhere too (Victoria, Hamilton, London in Ontario) are left out.
var regions = [...]struct{ name, country string }{
	{"ACT", "AU"},
	{"Adelaide", "AU"},
	{"Alberta", "CA"},
	{"Alexandria", "EG"},
	{"Aotearoa", "NZ"},
	{"Auckland", "NZ"},
	{"Brisbane", "AU"},
	{"British Columbia", "CA"},
	{"Calgary", "CA"},
	{"Chennai", "IN"},
	{"Christchurch", "NZ"},
	{"Colombo", "LK"},
	{"Darwin", "AU"},
	{"Delhi", "IN"},
	{"Dunedin", "NZ"},
	{"Edmonton", "CA"},
	{"Geelong", "AU"},
	{"Gold Coast", "AU"},
	{"Guadalajara", "MX"},
	{"Halifax", "CA"},
	{"Hobart", "AU"},
	{"Karachi", "PK"},
	{"Kiwi", "NZ"},
	{"Kiwis", "NZ"},
	{"Kolkata", "IN"},
	{"Kowloon", "HK"},
	{"Lahore", "PK"},
	{"Lok Sabha", "IN"},
	{"Manitoba", "CA"},
	{"Melbourne", "AU"},
	{"Montreal", "CA"},
	{"Mumbai", "IN"},
	{"NSW", "AU"},
	{"New Brunswick", "CA"},
	{"New South Wales", "AU"},
	{"Newfoundland", "CA"},
	{"Northern Territory", "AU"},
	{"Nova Scotia", "CA"},
	{"Nunavut", "CA"},
	{"Ontario", "CA"},
	{"Otago", "NZ"},
	{"Ottawa", "CA"},
	{"Perth", "AU"},
	{"Punjab", "PK"},
	{"Quebec", "CA"},
	{"Queensland", "AU"},
	{"Rotorua", "NZ"},
	{"Saskatchewan", "CA"},
	{"Sindh", "PK"},
	{"South Australia", "AU"},
	{"Sydney", "AU"},
	{"Taipei", "TW"},
	{"Tasmania", "AU"},
	{"Tauranga", "NZ"},
	{"Toronto", "CA"},
	{"Vancouver", "CA"},
	{"WA", "AU"},
	{"Waikato", "NZ"},
	{"Western Australia", "AU"},
	{"Whitehorse", "CA"},
	{"Winnipeg", "CA"},
	{"Yukon", "CA"},
}

func regionOf(name string) string {
	lo, hi := 0, len(regions)
	for lo < hi {
		switch m := int(uint(lo+hi) / 2); {
		case regions[m].name == name:
			return regions[m].country
		case regions[m].name < name:
			lo = m + 1
		default:
			hi = m
		}
	}
	return ""
}
