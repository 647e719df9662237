package numeral_test

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/copydesk-go/copydesk/internal/numeral"
)

func TestGerman(t *testing.T) {
	german := numeral.Of("de")
	for text, want := range map[string]struct{ tenths, size int }{
		"zwei":                          {20, 4},
		"Dreißig Tage":                  {300, 8},
		"einundzwanzig":                 {210, 13},
		"hundertfünfzig":                {1500, 15},
		"neunzehnhundertneunundachtzig": {19890, 29},
		"zweitausendeinundzwanzig":      {20210, 24},
		"zwei Millionen Jahre":          {20000000, 14},
		"anderthalb":                    {15, 10},
		"zweieinhalb Stunden":           {25, 11},
		"ein Dutzend":                   {120, 11},
		"ein Tag":                       {},
		"eine":                          {},
		"zweifel":                       {},
		"und":                           {},
		"":                              {},
	} {
		n, size := german.Cardinal(text)
		n.Exp++
		tenths, _ := n.Int()
		assert.Equal(t, want.tenths, tenths, text)
		assert.Equal(t, want.size, size, text)
	}
	for text, want := range map[string]struct{ n, size int }{
		"ersten Mai":        {1, 6},
		"dritter":           {3, 7},
		"zwanzigsten":       {20, 11},
		"einundzwanzigsten": {21, 17},
		"zwanzig":           {},
		"testen":            {},
	} {
		n, size := german.Ordinal(text)
		assert.Equal(t, want.n, n, text)
		assert.Equal(t, want.size, size, text)
	}
	assert.Nil(t, numeral.Of("en"))
}

func TestPortuguese(t *testing.T) {
	portuguese := numeral.Of("pt")
	for text, want := range map[string]struct{ tenths, size int }{
		"vinte e um dias":                {210, 10},
		"três e vinte":                   {30, 5},
		"mil e quinhentos":               {15000, 16},
		"dois mil e vinte e três":        {20230, 24},
		"dois mil e três mil":            {20000, 8},
		"meio milhão":                    {5, 4},
		"mil novecentos e trinta e seis": {19360, 30},
	} {
		n, size := portuguese.Cardinal(text)
		n.Exp++
		tenths, _ := n.Int()
		assert.Equal(t, want.tenths, tenths, text)
		assert.Equal(t, want.size, size, text)
	}
	n, size := portuguese.Cardinal("dois mil milhões de")
	assert.Equal(t, numeral.Number{Mantissa: 2_000_000_000}, n)
	assert.Equal(t, len("dois mil milhões"), size)
}

func TestItalian(t *testing.T) {
	italian := numeral.Of("it")
	for text, want := range map[string]struct{ tenths, size int }{
		"ventotto":                {280, 8},
		"vent’anni":               {200, 4},
		"trentatré":               {330, 10},
		"centottanta":             {1800, 11},
		"millenovecentotrentasei": {19360, 23},
		"duemilaventuno":          {20210, 14},
		"due milioni":             {20000000, 11},
		"tre e venti":             {30, 3},
		"settembre":               {},
		"uno":                     {},
	} {
		n, size := italian.Cardinal(text)
		n.Exp++
		tenths, _ := n.Int()
		assert.Equal(t, want.tenths, tenths, text)
		assert.Equal(t, want.size, size, text)
	}
}

func TestDutch(t *testing.T) {
	dutch := numeral.Of("nl")
	for text, want := range map[string]struct{ tenths, size int }{
		"één":                           {10, 5},
		"eenentwintig dagen":            {210, 12},
		"tweeëntwintig":                 {220, 14},
		"negentienhonderdvijfenveertig": {19450, 29},
		"tweeduizendeenentwintig":       {20210, 23},
		"anderhalf jaar":                {15, 9},
		"tweeënhalf uur":                {25, 11},
		"een jaar":                      {},
		"vieren":                        {},
		"eentonig":                      {},
	} {
		n, size := dutch.Cardinal(text)
		n.Exp++
		tenths, _ := n.Int()
		assert.Equal(t, want.tenths, tenths, text)
		assert.Equal(t, want.size, size, text)
	}
	for text, want := range map[string]struct{ n, size int }{
		"eerste mei":       {1, 6},
		"achtste":          {8, 7},
		"eenentwintigste":  {21, 15},
		"tweeëntwintigste": {22, 17},
		"twintig":          {},
	} {
		n, size := dutch.Ordinal(text)
		assert.Equal(t, want.n, n, text)
		assert.Equal(t, want.size, size, text)
	}
}
