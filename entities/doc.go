// Package entities finds the names in English news from all over the world –
// people, organisations, places, peoples and more – and says which mentions are
// the same thing.
//
//	Tom West flew to the U.S. on Monday. West met United States officials.
//	───┬────             ──┬─            ──┬─     ──────┬──────
//	PERSON 1            GPE 2 US        PERSON 1     GPE 2 US
//
// # What to call
//
// [All], [FindAll] and [Append] find the names of a text with the embedded
// model; so do the methods of a [Tagger], whose options add names of your own,
// choose labels, set a least confidence and say where the text is from. Append
// with a slice that is used again is the way for many texts.
//
// Give it text as people read it: run package normalize first over what was
// scraped. Cut nothing up: which names are the same is told from the whole
// article.
//
// # Labels
//
// Labels are those of OntoNotes, with EVENT, WORK_OF_ART, LAW and LANGUAGE
// gathered in MISC:
//
//	PERSON   Tom West                     without titles (Mr, President)
//	ORG      the World Bank, Reuters      companies, agencies, parties, teams, media
//	GPE      Qatar, Lagos                 places with a government
//	LOC      Lake Turkana, the Sahel      other places
//	FAC      Hampden Park                 buildings, airports, roads
//	NORP     Kenyans, French, Sunni       peoples and religions, and adjectives of them
//	PRODUCT  Boeing 737                   vehicles, weapons, software
//	MISC     World Cup, the Doha accord   events, works, laws, awards
//
// Confidence comes from the probability that the model gives to exactly that span and
// label, corrected by how often what was found was right, after all rules, on articles
// of world newspapers that it was not trained on. MODEL.md has a table of what it says
// and what is right.
//
// # Clusters, canonical names and countries
//
// Mentions with the same Cluster number are the same thing in this text, as its
// other mentions tell: a surname after the full name, an acronym after or before
// what it stands for, a short name of a company, a country under its names, and
// the capital that stands for its government (Washington rejected the offer) as
// opposed to the city (he flew to Washington). Two people of one surname stay
// apart: a bare one means the one whose office or title stands with it, or who acts
// or was named last. A club is not its town, Quebec City is not Quebec. A people
// (NORP) is not its country, but carries its code.
//
// Canonical is the fullest form that the text uses, and for countries the
// English short name of ISO 3166-1. What you know yourself of a thing, a [Name]
// of your own carries: its ID, Canonical and Country come out with every mention
// of that thing.
//
// Numbers of clusters are of one text. To count people over articles, count by ID,
// or by Canonical what is named in full: a bare surname is its own Canonical in a
// text that has no more of the name, and people of one full name have the same.
//
// Country is the alpha-2 code of the country that a mention is, that a people
// belongs to, and that a place is in: Kampala UG, Texas US, Old Trafford GB. Of
// places that share a name, what stands beside one decides (Tripoli, Lebanon; the
// Kenyan town of Eldoret), then the countries and other places that the text is
// about and [Tagger].Country, and else size, if one is much the largest. It is ""
// for what lies in several countries, and where nothing tells.
//
// # How it works
//
// A text is cut into words and sentences. Each word then gets a score for each label of
// BIO (see below) from three sources: a table of weights for what is seen of the word
// and those around it – its letters, its case, the cluster of its vector, lists that
// have it, the other places of the word in the text; a small neural net over the
// vectors of the words around, where that table leaves doubt; and how likely labels
// follow each other. The best way through the labels of a sentence makes the names.
// Then the places of a word in the text vote on what it is, so that a name is not a
// person here and a town there for nothing.
//
// Lists and rules have the last word, in this order: names and words of names that tell
// what they name (Stadium, plc, Boko Haram); names that hold together or were broken
// over a line end; the words beside a name (the town of, the rights group); and what
// the rest of the text makes plain, such as the surname of someone named in full.
// Last, mentions are linked with each other and with countries.
//
// Where the case of letters says nothing – headlines, text in capitals or all small –
// words first get the case that they usually have, alone and beside others.
//
// # Words used here
//
//	BIO            how labels spell names: B begins one, I goes on, O is outside; here
//	               also E, its end, and S, a name of one word
//	calibration    making Confidence say how often such names are right
//	canonical      the form of a name that stands for all others of its thing
//	cluster        the mentions of one thing in a text; of words, those of like vectors
//	confidence     how often names found like this one are right, from 0 to 1
//	FAC            a facility: a building, airport, road, bridge
//	gazetteer      a list of places, with the country of each
//	GPE            a geopolitical entity: a place with a government
//	head           the word of a name that says what it names: Hall in Chatham Hall
//	list           names of one kind, given beforehand
//	LOC            a place without a government: a river, a region
//	mention        one place in a text where something is named
//	NORP           nationalities, religious or political groups, and their adjectives
//
// # Limits
//
// English alone: where nobody says which language a text is in, and no line of it
// is English, nothing is found; in a text of several, the others are read as if they
// were English. Nothing outside the text is known of people and organisations:
// Canonical is no identifier in a database. Clusters of a text longer than 1 MiB
// are those of each of its megabytes. MODEL.md says what the model was
// trained on, how well it does on each kind of text, and where it is weak.
//
// # Cost
//
// The model adds about 7 MB to a program and is unpacked on first use, in less
// than 50 ms; the table of places adds 1 MB. A program that tags articles holds 20 MB:
// 13 of the model, 2 of the lists, and 5 of space to work in for each text that is
// tagged at the same time. With the garbage collector as it is set, and the program
// itself, it takes 50 MB; GOGC and GOMEMLIMIT lower that. A call of Append that reuses
// its slice allocates some ten times. Time is linear in the length of the text. A Tagger
// may be shared by goroutines.
//
// The table of places is made of data of GeoNames (geonames.org), under the licence
// CC BY 4.0.
package entities
