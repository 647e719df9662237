package zawgyi

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"golang.org/x/text/unicode/norm"
)

// words are each in Zawgyi and in Unicode.
var words = [][2]string{
	{"ျမန္မာ", "မြန်မာ"},
	{"သတင္း", "သတင်း"},
	{"ျမန္မာႏိုင္ငံ", "မြန်မာနိုင်ငံ"},
	{"ေနေကာင္းလား", "နေကောင်းလား"},
	{"ေက်းဇူးတင္ပါသည္", "ကျေးဇူးတင်ပါသည်"},
	{"အေၾကာင္း", "အကြောင်း"},
	{"ဥပေဒ", "ဥပဒေ"},
}

func TestConvert(t *testing.T) {
	for _, w := range words {
		assert.Equal(t, norm.NFC.String(w[1]), norm.NFC.String(Convert(w[0])))
	}
	for _, s := range []string{"", "abc", "အခု", "\u1039", "\u1031", strings.Repeat("\u1031", 100)} {
		Convert(s)
	}
}

func TestProbability(t *testing.T) {
	for _, w := range words[:6] {
		assert.Greater(t, Probability(w[0]), 0.9, w[0])
		assert.Less(t, Probability(w[1]), 0.1, w[1])
	}
	assert.InDelta(t, 0.5, Probability("no letter of it"), 0.01)
}

func TestMisplacements(t *testing.T) {
	for _, w := range words[:6] {
		assert.Positive(t, Misplacements(w[0]), w[0])
		assert.Zero(t, Misplacements(w[1]), w[1])
	}
	assert.Zero(t, Misplacements("သတင်းစာ (၂၀၂၁) နေ့"))
}
