package entities

// A Label is the kind of thing that a name names. The set follows OntoNotes;
// a model may use others of its own.
type Label string

const (
	PERSON  Label = "PERSON"  // people, without their titles; fictional ones too
	ORG     Label = "ORG"     // companies, agencies, parties, armed groups, teams, media
	GPE     Label = "GPE"     // countries, states, cities: places with a government
	LOC     Label = "LOC"     // other places: regions, seas, mountains, continents
	FAC     Label = "FAC"     // buildings, airports, roads, bridges
	NORP    Label = "NORP"    // nationalities, peoples, religions, and adjectives of them
	PRODUCT Label = "PRODUCT" // vehicles, weapons, devices, software
	MISC    Label = "MISC"    // other names: events, works, laws, awards, programmes
)

// A Mention is a name in a text.
type Mention struct {
	Start, End int     // bytes of the text: text[Start:End]
	Label      Label   // what kind of thing it is
	Confidence float64 // in [0, 1]: the chance that span and label are both right
	Canonical  string  // the fullest name of the same thing in this text, or the ISO name of a country
	Cluster    int     // from 1 in order of first mention; the same number is the same thing in this text
	Country    string  // ISO 3166-1 alpha-2 code of the country it names or belongs to, or ""
}
