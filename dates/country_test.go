package dates

import (
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// Days that countries keep at their own time: by the country where a text was written, or by the one that
// is named beside the day.
func TestFeastsByCountry(t *testing.T) {
	for _, tt := range []struct {
		name, country, published, text string
		value, surface                 string
		evidence                       Evidence
	}{
		{"a national day", "SG", "2024-08-12", "Jets roared over the bay on National Day.", "2024-08-09", "National Day", EvidenceCountry},
		{"another", "CN", "2024-10-03", "The square was full on National Day.", "2024-10-01", "National Day", EvidenceCountry},
		{"independence", "KE", "2023-12-14", "The stadium was full on Independence Day.", "2023-12-12", "Independence Day", EvidenceCountry},
		{"independence ahead", "MX", "2024-09-10", "Bells will ring on Independence Day.", "2024-09-16", "Independence Day", EvidenceCountry},
		{"independence by another calendar", "IL", "2022-05-08", "Barbecues smoked in every park on Independence Day.", "2022-05-05", "Independence Day", EvidenceTable},
		{"republic day", "IN", "2023-01-28", "Tanks rolled past on Republic Day.", "2023-01-26", "Republic Day", EvidenceCountry},
		{"republic day elsewhere", "IT", "2023-06-05", "Wreaths were laid on Republic Day.", "2023-06-02", "Republic Day", EvidenceCountry},
		{"with its year", "TR", "2024-06-05", "It began on Republic Day 2019.", "2019-10-29", "Republic Day 2019", EvidenceCountry},
		{"labour day in May", "DE", "2023-05-03", "Marchers threw stones on Labour Day.", "2023-05-01", "Labour Day", EvidenceCountry},
		{"labour day where nothing else is known", "IN", "2023-05-03", "Marchers waved flags on Labour Day.", "2023-05-01", "Labour Day", EvidenceCountry},
		{"labour day in September, as others spell it", "US", "2023-09-06", "Roads were packed on Labour Day.", "2023-09-04", "Labour Day", EvidenceCountry},
		{"labour day in September", "CA", "2023-09-06", "Roads were packed on Labour Day.", "2023-09-04", "Labour Day", EvidenceCountry},
		{"labour day in October", "NZ", "2023-10-25", "Roads were packed on Labour Day.", "2023-10-23", "Labour Day", EvidenceCountry},
		{"mothers, counted from Easter", "GB", "2023-03-21", "Florists did well on Mother's Day.", "2023-03-19", "Mother's Day", EvidenceCountry},
		{"mothers, a fixed day", "EG", "2023-03-23", "Florists did well on Mother’s Day.", "2023-03-21", "Mother’s Day", EvidenceCountry},
		{"mothers, put off by Pentecost", "FR", "2023-06-06", "Florists did well on Mother's Day.", "2023-06-04", "Mother's Day", EvidenceTable},
		{"mothers, the second Sunday of May", "AU", "2023-05-16", "Florists did well on Mother's Day.", "2023-05-14", "Mother's Day", EvidenceTense},
		{"fathers in spring of the south", "AU", "2023-09-05", "Grills smoked on Father's Day.", "2023-09-03", "Father's Day", EvidenceCountry},
		{"thanksgiving in October", "CA", "2023-10-11", "The clinic was shut on Thanksgiving.", "2023-10-09", "Thanksgiving", EvidenceCountry},
		{"thanksgiving in November", "US", "2023-11-27", "The clinic was shut on Thanksgiving.", "2023-11-23", "Thanksgiving", EvidenceTense},
		{"memorial day in June", "KR", "2023-06-08", "Sirens wailed on Memorial Day.", "2023-06-06", "Memorial Day", EvidenceCountry},
		{"from the year it was made", "RU", "2022-11-07", "Stalls lined the river on Unity Day.", "2022-11-04", "Unity Day", EvidenceCountry},
		{"until the year it was moved", "UA", "2019-01-09", "Carols were sung at Christmas.", "2019-01-07", "Christmas", EvidenceCountry},
		{"since the year it was moved", "UA", "2023-12-27", "Carols were sung at Christmas.", "2023-12-25", "Christmas", EvidenceCountry},
		{"orthodox Easter", "GR", "2023-04-18", "Lamb was roasted at Easter.", "2023-04-16", "Easter", EvidenceCountry},
		{"Eid as it was kept", "PK", "2023-04-25", "Prayers were held on Eid al-Fitr.", "2023-04-22", "Eid al-Fitr", EvidenceTable},
		{"Eid as it was kept a day later", "MA", "2024-06-20", "Sheep were slaughtered on Eid al-Adha.", "2024-06-17", "Eid al-Adha", EvidenceTable},
		{"Diwali as it was kept", "SG", "2014-10-24", "Lamps were lit on Deepavali.", "2014-10-22", "Deepavali", EvidenceTable},
		{"the Buddha's birthday", "KR", "2023-05-30", "Lanterns hung on Buddha's Birthday.", "2023-05-27", "Buddha's Birthday", EvidenceTable},
		{"the same feast elsewhere", "TH", "2024-05-24", "Candles were carried on Visakha Bucha Day.", "2024-05-22", "Visakha Bucha Day", EvidenceTable},
		{"new moon of another zone", "VN", "2007-02-20", "Hanoi was still on the Lunar New Year.", "2007-02-17", "Lunar New Year", EvidenceTable},

		{"a country beside it", "", "2023-08-26", "Flags flew on Ukraine's Independence Day.", "2023-08-24", "Independence Day", EvidenceTense},
		{"one of two words", "", "2023-02-06", "Dancers led the way on Sri Lanka’s Independence Day.", "2023-02-04", "Independence Day", EvidenceTense},
		{"one in the plural", "", "2023-06-14", "Flags flew on the Philippines' Independence Day.", "2023-06-12", "Independence Day", EvidenceTense},
		{"a people beside it", "", "2023-10-11", "Turkey sold out before Canadian Thanksgiving.", "2023-10-09", "Thanksgiving", EvidenceTense},
		{"a day that the country alone has", "", "2023-08-11", "Fireworks burst on Singapore's National Day.", "2023-08-09", "National Day", EvidenceTense},
		{"the country beside it wins", "US", "2023-08-17", "A gala was held for India's Independence Day.", "2023-08-15", "Independence Day", EvidenceTense},
		{"with its year", "US", "2023-08-17", "He was born on India's Independence Day in 1950.", "1950-08-15", "Independence Day in 1950", EvidenceStated},
	} {
		t.Run(tt.name, func(t *testing.T) {
			at, err := time.Parse(time.DateOnly, tt.published)
			require.NoError(t, err)
			all := Resolver{Published: at, Country: tt.country}.FindAll(tt.text)
			require.Len(t, all, 1)
			m := all[0]
			assert.Equal(t, tt.surface, tt.text[m.Start:m.End])
			assert.Equal(t, tt.value, m.Value)
			assert.Equal(t, tt.evidence, m.Evidence)
			assert.False(t, m.Ambiguous)
		})
	}
}

// Without a country, days that only countries have are none, and the others are as they always were.
func TestFeastsWithoutCountry(t *testing.T) {
	at := time.Date(2023, 8, 20, 0, 0, 0, 0, time.UTC)
	for _, tt := range []struct {
		name, country, text, value string
		ambiguous                  bool
	}{
		{"a day that only countries have", "", "It rained on National Day.", "", false},
		{"one that this country has not", "US", "It rained on Unity Day.", "", false},
		{"a day of many countries", "", "It rained on Independence Day.", "2023-07-04", true},
		{"one that this country has not, but others", "FR", "It rained on Independence Day.", "2023-07-04", true},
		{"one that the country beside it has not", "IN", "It rained on France's Independence Day.", "2023-07-04", true},
		{"an unknown country", "ZZ", "It rained on Labour Day.", "2022-09-05", true},
		{"a day of all the world", "ZA", "It rained on International Youth Day.", "2023-08-12", false},
		{"words that are no day", "SG", "The national day care plan failed.", "", false},
		{"a constitution", "US", "The Constitution protects it.", "", false},
		{"a king", "GB", "The King's birthday party was small.", "", false},
		{"a street", "AR", "They met in Independence Square.", "", false},
		{"a capital beside it", "", "It rained on London's Independence Day.", "2023-07-04", true},
		{"a country in the paragraph before", "", "They left for India\n\nIndependence Day was wet.", "2023-07-04", true},
	} {
		t.Run(tt.name, func(t *testing.T) {
			all := Resolver{Published: at, Country: tt.country}.FindAll(tt.text)
			if tt.value == "" {
				require.Empty(t, all)
				return
			}
			require.Len(t, all, 1)
			assert.Equal(t, tt.value, all[0].Value)
			assert.Equal(t, tt.ambiguous, all[0].Ambiguous)
		})
	}
}

// Without a day of publication a country still says the month and day.
func TestFeastsUndated(t *testing.T) {
	for _, tt := range []struct{ name, country, text, value string }{
		{"alone", "", "Independence Day", "XXXX-07-04"},
		{"of a country", "IN", "Independence Day", "XXXX-08-15"},
		{"again and again", "IN", "every Independence Day", "XXXX-08-15"},
		{"of a moving feast", "GB", "Mother's Day", "XXXX-XX-XX"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			m, err := Resolver{Country: tt.country}.Parse(tt.text)
			require.NoError(t, err)
			assert.Equal(t, tt.value, m.Value)
		})
	}
}
