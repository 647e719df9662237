package news

var (
	first = []string{
		"Ada", "Kofi", "Grace", "Samuel", "Miriam", "Tunde", "Lucía", "Rafael", "Ingrid", "Lars", "Wei", "Mei",
		"Priya", "Arjun", "Fatima", "Yusuf", "Elena", "Dmitri", "Hannah", "Peter", "Claire", "Thomas", "Aroha", "Hemi",
		"Noor", "Karim", "João", "Beatriz", "Sean", "Orla", "Zanele", "Thabo", "Min-jun", "Aiko", "Carlos", "Renée",
	}
	last = []string{
		"Obi", "Mensah", "Wanjiku", "Okello", "Haddad", "Balogun", "Ferrer", "Quintana", "Solberg", "Nyström", "Zhang",
		"Lin", "Raman", "Kulkarni", "Siddiqui", "Demir", "Petrova", "Sokolov", "Whitfield", "Ashdown", "Moreau",
		"Lindqvist", "Parata", "Ngata", "Rahmani", "Benali", "Carvalho", "Teixeira", "Doyle", "Gallagher", "Dlamini",
		"Nkosi", "Park", "Fujimoto", "Ibáñez", "Laurent",
	}
	places = []string{
		"Nairobi", "Accra", "Lagos", "Kampala", "Lisbon", "Oslo", "Manila", "Lima", "Auckland", "Seoul", "Dhaka",
		"Karachi", "Cape Town", "Buenos Aires", "Toronto", "Warsaw", "Beirut", "Tunis", "Colombo", "New Delhi", "Hanoi",
		"Tbilisi", "Cardiff", "Port Moresby", "Windhoek", "Quito", "Osaka", "Leipzig", "Marseille", "Adelaide",
	}
	countries = []string{
		"Kenya", "Ghana", "Nigeria", "Portugal", "Norway", "the Philippines", "Peru", "New Zealand", "South Korea",
		"Bangladesh", "Pakistan", "South Africa", "Argentina", "Canada", "Poland", "Lebanon", "the United States",
		"Sri Lanka", "India", "Vietnam", "the UK", "Papua New Guinea", "Namibia", "Japan", "Germany", "France",
	}
	organisations = []string{
		"the World Bank", "the African Union", "the Ministry of Health", "the Central Bank", "the United Nations",
		"the International Monetary Fund", "Harmattan Roads", "Blue Heron Airlines", "the Teachers’ Union",
		"Northgate Holdings", "the High Court", "the Red Cross", "the Electoral Commission", "Mirabel Foods",
		"the Asian Development Bank", "Tern Telecom", "the European Commission", "the Coffee Growers’ League",
	}
	trades = []string{"University", "City Council", "Port Authority", "United", "Electric Company", "Times", "Stock Exchange", "General Hospital"}

	relative = []string{
		"on Monday", "on Tuesday", "on Wednesday", "on Thursday", "on Friday", "last Saturday", "on Sunday", "yesterday",
		"today", "tomorrow", "last week", "next week", "this month", "last month", "next year", "last year",
		"two days ago", "three weeks ago", "in early March", "in mid-August", "at the end of last year", "next spring",
		"in the second quarter", "over the past six months", "for ten years", "every week", "in the 1990s",
	}
	sums = []string{
		"$%d million", "$%d", "US$%d billion", "€%d million", "£%d,000", "%d million naira", "%d billion rupees",
		"Rs %d crore", "%d dollars", "C$%d million", "KSh%d million", "¥%d billion", "%d euros", "$%d.5m", "A$%d",
		"%d million rand", "NZ$%d,500", "£%dm",
	}
)
