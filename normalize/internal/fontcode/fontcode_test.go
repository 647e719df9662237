package fontcode

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestIs(t *testing.T) {
	for _, line := range []string{"le;&le; ij", "dksÃ Hkh", "ljdkj us dgk gS fd og vkSj iqfyl lkFk gSa", "evsjv‡`k Ges K‡i n‡q‡Q", "g]kfn ;/sf/ sf] nflu"} {
		assert.True(t, Is(line), line)
	}
	for _, line := range []string{"", "The ship left on Monday.", "Het IJ ligt ij", "it is ij and bls of an es", "AT&T; R&D", "cafÃ© Hkh is one word of many in this line"} {
		assert.False(t, Is(line), line)
	}
}

func TestConvert(t *testing.T) {
	for _, tt := range []struct{ name, line, want string }{
		{"tcvn", "Thñ t\u00adíng ViÖt Nam ph¸t biÓu t¹i Hµ Néi vÒ n\u00adíc s¹ch", "Thủ tướng Việt Nam phát biểu tại Hà Nội về nước sạch"},
		{"viscii", "Vi®t Nam nß¾c", "Việt Nam nước"},
		{"vni", "Vieät Nam nöôùc toâi", "Việt Nam nước tôi"},
		{"cp1258", "Tuyên ngôn toàn thêì giõìi", "Tuyên ngôn toàn thế giới"},
		{"armscii-8", "Ð³Û³ëï³ÝÇ í³ñã³å»ïÁ", "Հայաստանի վարչապետը"},
		{"georgian-ps", "ÓÀØÀÒÈÅÄËÏÓ ÐÒÄÌÉÄÒ-ÌÉÍÉÓÔÒÌÀ", "საქართველოს პრემიერ-მინისტრმა"},
		{"pt154", "Ќазаќстан Республикасыныњ ‡кіметі", "Қазақстан Республикасының Үкіметі"},
		{"tajik", "Тољикистон љумњурии", "Тоҷикистон ҷумҳурии"},
		{"tajik", "Љумњурии исломии Эрон", "Ҷумҳурии исломии Эрон"},
		{"eth", "Ông Ðinh đến Ðức", "Ông Đinh đến Đức"},
		{"eth", "ÐẠI HỘI ÐẢNG", "ĐẠI HỘI ĐẢNG"},
		{"eth", "Ministar Ðorđe Ðurić", "Ministar Đorđe Đurić"},
		{"mongolian", "Єдєр бvр", "Өдөр бүр"},
		{"koi8-t", "Президенти ▌ум┼урии То█икистон", "Президенти Ҷумҳурии Тоҷикистон"},
	} {
		s, name := Convert(tt.line)
		assert.Equal(t, tt.name, name, tt.line)
		assert.Equal(t, tt.want, s)
	}
	for _, line := range []string{
		"Thủ tướng Việt Nam phát biểu tại Hà Nội", "Les élèves vont à l’école où elle est née", "Que të në këtë", "thë ã rë pë",
		"Љубав и људи у Њујорку", "Прокуратурата, ќе каже, њивата", "Ємність і єдність", "Барча одамлар эркин бўлган", "├──┐ ┌──┤ а │ б",
		"Þórður fór og Ðið með", "Ðetta er eitt", "in Old English, Ðæt and ðis", "he said Ðthe café is closed",
		"ÀÉÈ ÖÄÜ", "CAFÉ® и ROSÉ™", "5 µm, 3 m², l·l, 1ª", "Привет, погода хорошая",
	} {
		_, name := Convert(line)
		assert.Empty(t, name, line)
	}
}

func TestIsSyllable(t *testing.T) {
	for _, word := range []string{"Việt", "nước", "nghiêng", "quyển", "ơi", "giới", "Đà", "uống", "thuyền"} {
		assert.True(t, IsSyllable(word), word)
	}
	for _, word := range []string{"", "bt", "việts", "école", "créé", "nuớớc", "mắṕ"} {
		assert.False(t, IsSyllable(word), word)
	}
}

// A word in the code of a font is found wherever it stands in a line, but not within another.
func TestMayBe(t *testing.T) {
	for before := range 20 {
		for _, word := range append(common[:], begins[:]...) {
			for _, end := range []string{"", " and then more"} {
				line := strings.Repeat("xy ", before) + word + end
				assert.True(t, mayBe(line), "%q", line)
				line = strings.Repeat("xy ", before) + "é" + word + end
				assert.True(t, mayBe(line), "%q", line)
			}
		}
		assert.False(t, mayBe(strings.Repeat("x", before+1)+"gSa, then they lend; go "), "after %d", before)
	}
	assert.False(t, mayBe(""))
	assert.False(t, mayBe("g"))
}
