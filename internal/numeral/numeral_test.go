package numeral

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestCardinal(t *testing.T) {
	for _, tt := range []struct {
		in   string
		read string // what is read of it
		want Number
	}{
		{"seven", "seven", Number{7, 0}},
		{"Twenty-one guns", "Twenty-one", Number{21, 0}},
		{"twenty one", "twenty one", Number{21, 0}},
		{"nineteen ninety-four", "nineteen", Number{19, 0}},
		{"two and six", "two", Number{2, 0}},
		{"two hundred and six", "two hundred and six", Number{206, 0}},
		{"two hundred people", "two hundred", Number{200, 0}},
		{"fifteen hundred", "fifteen hundred", Number{1500, 0}},
		{"one hundred and twenty thousand", "one hundred and twenty thousand", Number{120000, 0}},
		{"two million three hundred thousand and five", "two million three hundred thousand and five", Number{2300005, 0}},
		{"three thousand, it said", "three thousand", Number{3000, 0}},
		{"two thousand two million", "two thousand", Number{2000, 0}},
		{"five lakh crore", "five lakh crore", Number{5e12, 0}},
		{"a hundred", "a hundred", Number{100, 0}},
		{"a million dollars", "a million", Number{1e6, 0}},
		{"a dozen eggs", "a dozen", Number{12, 0}},
		{"two dozen", "two dozen", Number{24, 0}},
		{"half a dozen", "half a dozen", Number{6, 0}},
		{"a couple of days", "a couple of", Number{2, 0}},
		{"a couple days", "a couple", Number{2, 0}},
		{"half a million", "half a million", Number{5, 5}},
		{"half-million", "half-million", Number{5, 5}},
		{"a half million", "a half million", Number{5, 5}},
		{"a quarter of a million", "a quarter of a million", Number{25, 4}},
		{"three quarters of a billion", "three quarters of a billion", Number{75, 7}},
		{"two and a half", "two and a half", Number{25, -1}},
		{"two and a half million", "two and a half million", Number{25, 5}},
		{"one and a quarter", "one and a quarter", Number{125, -2}},
		{"two point five trillion", "two point five trillion", Number{25, 11}},
		{"a", "", Number{}},
		{"a man", "", Number{}},
		{"ones", "", Number{}},
		{"millions", "", Number{}},
		{"two millions", "two", Number{2, 0}},
		{"half", "", Number{}},
		{"quarter million", "", Number{}},
		{"a quarter million", "a quarter million", Number{25, 4}},
		{"quarter-million", "quarter-million", Number{25, 4}},
		{"three quarter billion", "three", Number{3, 0}},
		{"a million and a half", "a million and a half", Number{15e5, 0}},
		{"two billion and a half", "two billion and a half", Number{25e8, 0}},
		{"a million and a dog", "a million", Number{1e6, 0}},
		{"half-a-million", "half-a-million", Number{5, 5}},
		{"oneself", "", Number{}},
		{"and a half", "", Number{}},
		{"", "", Number{}},
		{"\xff", "", Number{}},
	} {
		n, size := Cardinal(tt.in)
		assert.Equal(t, tt.read, tt.in[:size], "%q", tt.in)
		assert.Equal(t, tt.want, n, "%q", tt.in)
	}
}

func TestOrdinal(t *testing.T) {
	for _, tt := range []struct {
		in   string
		read string
		want int
	}{
		{"first lady", "first", 1},
		{"Twenty-first century", "Twenty-first", 21},
		{"thirtieth", "thirtieth", 30},
		{"21st", "21st", 21},
		{"11th", "11th", 11},
		{"112th", "112th", 112},
		{"3rd", "3rd", 3},
		{"3th", "", 0},
		{"21", "", 0},
		{"seconds", "", 0},
		{"twenty", "", 0},
		{"twentyfirst", "", 0},
		{"9999999999th", "", 0},
	} {
		n, size := Ordinal(tt.in)
		assert.Equal(t, tt.read, tt.in[:size], "%q", tt.in)
		assert.Equal(t, tt.want, n, "%q", tt.in)
	}
}

func TestScale(t *testing.T) {
	for in, want := range map[string]int{"million": 6, "Crores": 7, "LAKH": 5, "trillion-dollar": 12, "bn": 0, "millionth": 0} {
		exp, _ := Scale(in)
		assert.Equal(t, want, exp, in)
	}
	for in, want := range map[string]int{"bn": 9, "m": 6, "K.": 3, "mrd": 9, "tr": 12, "men": 0, "cr": 7} {
		exp, _ := ScaleSuffix(in)
		assert.Equal(t, want, exp, in)
	}
}

func TestInt(t *testing.T) {
	for _, tt := range []struct {
		n    Number
		want int
		ok   bool
	}{
		{Number{25, 1}, 250, true}, {Number{250, -1}, 25, true}, {Number{25, -1}, 0, false},
		{Number{1 << 63, 0}, 0, false}, {Number{1, 30}, 0, false},
	} {
		got, ok := tt.n.Int()
		assert.Equal(t, tt.want, got)
		assert.Equal(t, tt.ok, ok)
	}
}

func FuzzCardinal(f *testing.F) {
	for _, s := range []string{"two and a half million", "a couple of", "five lakh crore crore crore", strings.Repeat("one ", 50)} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		for _, read := range []func(string) int{
			func(s string) int { _, n := Cardinal(s); return n },
			func(s string) int { _, n := Ordinal(s); return n },
			func(s string) int { _, n := Scale(s); return n },
		} {
			size := read(s)
			if size < 0 || size > len(s) {
				t.Fatalf("size %d of %d", size, len(s))
			}
		}
	})
}
