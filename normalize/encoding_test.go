package normalize

import (
	"strings"
	"testing"

	"github.com/copydesk-go/copydesk/normalize/internal/mojibake"
	"github.com/stretchr/testify/assert"
)

// only is the encoding step alone.
var only = New(Encoding{})

func TestEncodingLegacy(t *testing.T) {
	tests := []struct{ in, want, path string }{
		{"Ãîðîäñêîé ñîâåò ñîáåðåòñÿ â ÷åòâåðã", "Городской совет соберется в четверг", "cp1251>cp1252"},
		{"зПТПДУЛПК УПЧЕФ УПВЕТЕФУС Ч ЮЕФЧЕТЗ", "Городской совет соберется в четверг", "koi8-r>cp1251"},
		{"Ï äÞìïò Ýêëåéóå ôç ãÝöõñá ìÝ÷ñé ôçí Üíïéîç", "Ο δήμος έκλεισε τη γέφυρα μέχρι την άνοιξη", "cp1253>cp1252"},
		{"Mìsto pøíští týden otevøe nový most pøes øeku", "Město příští týden otevře nový most přes řeku", "cp1250>cp1252"},
	}
	for _, tt := range tests {
		text := only.Align(tt.in)
		assert.Equal(t, tt.want, text.String())
		for c := range text.Changes() {
			assert.Equal(t, tt.path, c.Detail, "%q to %q", c.From, c.To)
		}
	}
	for _, right := range []string{
		"Þórður býr á Þingeyri og fer með ferjunni",
		"Český most přes řeku, naïve Œuvre, Ångström a Łódź",
		"Городской совет: «Ёлки», Њ и Ђ, ЦСКА",
		"Ο δήμος έκλεισε τη γέφυρα – ως το Μάιο",
	} {
		assert.Equal(t, right, only.String(right), "stays")
	}
}

func TestEncodingCaseChanged(t *testing.T) {
	assert.Equal(t, "THE MAYOR’S CAFÉ STAYS SHUT", only.String("THE MAYORÂ€™S CAFÃ‰ STAYS SHUT"))
	assert.Equal(t, "les élèves du théâtre", only.String("les ã©lã¨ves du thã©ã¢tre"))
	assert.Equal(t, "Écoles fermées", only.String("Ã‰coles fermÃ©es"), "a capital begins a sentence")
	assert.Equal(t, "ÎLE À VENDRE", only.String("ÎLE À VENDRE"), "stays")
}

// What remains of a character of which a byte is gone, or has another character
// in its place, is completed if the language of the line leaves one.
func TestEncodingGaps(t *testing.T) {
	for _, tt := range []struct{ in, want, why string }{
		{"Los Ã¡rboles crecen aquÃ y en el jardÃn del rÃo", "Los árboles crecen aquí y en el jardín del río", "a soft hyphen is gone"},
		{"La maison est Ã cÃ´tÃ© de la rivière gelÃ©e", "La maison est à côté de la rivière gelée", "à lost its space"},
		{"NÃ£o vou Ãs compras nem Ã praia amanhÃ£", "Não vou às compras nem à praia amanhã", "à in Portuguese"},
		{"voilÃ un bel exemple", "voilà un bel exemple", "a capital inside a word is no letter of it"},
		{"MoÅ¼e zostaÅ,a jeszcze ksiÄ…Å¼ka na stole", "Może została jeszcze książka na stole", "a low quotation mark became a comma"},
		{"Na jaÅ™e se zaÄ�Ã\u00adnÃ¡ stavÄ›t", "Na jaře se začíná stavět", "U+FFFD for one byte"},
		{"Ð“Ð¾Ñ€Ð¾Ð´ Ð½Ð° Ñ�ÐµÐ²ÐµÑ€Ðµ, Ð³Ð´Ðµ Ð¶Ð¸Ð²Ñ‘Ñ‚ Ð¾Ð½", "Город на севере, где живёт он", "letters of another script"},
		{"ì„œìš¸ì—� ë¹„ê°€ ì˜¨ë‹¤", "서울� 비가 온다", "what nothing can tell is U+FFFD as a whole"},
		{"The cafÃ© is closed âš ï¸� for now", "The café is closed ⚠️ for now", "a sign and its selector"},
	} {
		assert.Equal(t, tt.want, only.String(tt.in), tt.why)
	}
}

// Marks that English has lost come back by their place.
func TestEncodingLostMarks(t *testing.T) {
	for _, tt := range []struct{ in, want string }{
		{"\ufffdWe can\ufffdt wait,\ufffd said the keeper \ufffd and left", "“We can’t wait,” said the keeper – and left"},
		{"?We can?t wait,? said the keeper ? and left the house", "“We can’t wait,” said the keeper – and left the house"},
		{"She calls it a \ufffdsecond \ufffdhome\ufffd of sorts\ufffd, and the dogs\ufffd house is there", "She calls it a “second ‘home’ of sorts”, and the dogs’ house is there"},
		{"They were all there\ufffd but nobody had seen it", "They were all there… but nobody had seen it"},
		{"The summer of \ufffd76 was hot, and pages 10\ufffd12 say why", "The summer of ’76 was hot, and pages 10–12 say why"},
		{"Write to the keeper <lightho?@example.org>", "Write to the keeper <lightho…@example.org>"},
		{"the keeper鈥檚 dog, the 鈥渟ea lion鈥?of the harbour", "the keeper’s dog, the “sea lion” of the harbour"},
		{"itâs what theyâre here for, and thatâs that", "it’s what they’re here for, and that’s that"},
		{"the keeper saidâ?¦ and left", "the keeper said… and left"},
	} {
		assert.Equal(t, tt.want, only.String(tt.in))
	}
	for _, right := range []string{
		"Did you see it?Yes, it is here", "anyone know a good cook? thanks for your help", "how are you ? i am here",
		"l\ufffd\ufffdtat fran\ufffdais", "Und das M\ufffddchen?", "Trong tâm bão, làm gì?", "see a?b=1&c=2 for the rest",
		"Where are the others? They left with the keeper.",
	} {
		assert.Equal(t, right, only.String(right), "stays")
	}
}

// The marks of English that one system reads as letters of another.
func TestEncodingDisguisedMarks(t *testing.T) {
	for _, tt := range []struct{ in, want string }{
		{"ItÕs what the keeper told us", "It’s what the keeper told us"},
		{"ÒWe canÕt wait,Ó said the keeper Ð and left for the island", "“We can’t wait,” said the keeper – and left for the island"},
		{"ìWe canít wait,î said the keeper ñ and left for the island", "“We can’t wait,” said the keeper – and left for the island"},
		{"ôWe canÆt wait,ö said the keeper û and left for the island", "“We can’t wait,” said the keeper – and left for the island"},
		{"Iím sure the keeperís dog is with the Coastguardís, and Mr OíHara was not", "I’m sure the keeper’s dog is with the Coastguard’s, and Mr O’Hara was not"},
		{"the NRAís boat and the OíHara sisters of pages 10ñ12", "the NRA’s boat and the O’Hara sisters of pages 10–12"},
		{"She calls it a ìsecond ëhomeí of sortsî on the lake", "She calls it a “second ‘home’ of sorts” on the lake"},
		{"Mr OÕNeill was with the others when it was over", "Mr O’Neill was with the others when it was over"},
		{"The ferry Ð the last of the day Ð was late", "The ferry – the last of the day – was late"},
		{"they waited for the ferryÉ and it came (ÒlateÓ)", "they waited for the ferry… and it came (“late”)"},
	} {
		text := only.Align(tt.in)
		assert.Equal(t, tt.want, text.String())
		for c := range text.Changes() {
			assert.Contains(t, []string{"mac_roman>cp1252", "cp1252>mac_roman", "cp1252>cp437"}, c.Detail)
		}
	}
	for _, right := range []string{
		"The letter ñ stands in many of the Spanish words that you know",
		"They spelled it with ó and not with the other one",
		"Hilda Solís and Luís met at the church of San Francisco de Asís",
		"The road from Potosí to Ñuñoa is closed, and so is the one to Cañete",
		"Óscar and Ólafur were there with the Æsir, said Ðorđe",
		"The Ürümqi flight was late, and the café in Île-de-France had closed",
		"Voilà, she said, and left the menu à la carte with the others",
		"Cinco ó seis de los que no la han visto",
		"Õnne tänav on kinni ja sõidetakse mujalt",
		"The pub is called Tír na nÓg, and that is where the others were",
		"She is Uachtarán na hÉireann, and he was with the Banc na hÉireann",
		"The cafÉ of Luis MuÑoz and RenÉ was on the corner, said PeÑa",
		"Keyboards without ñ are common, and so are those without Ñ",
		"The banner read Libertad ó Muerte and it was over the door",
		"Svandís Svavarsdóttir said that the ban was over, and so did Bryndís",
		"Compromís said that it would vote with Teilifís na Gaeilge",
		"Granít is the name of the place that they had left, said SOLíS",
		"Hjördís, Svandís og Bryndís",
		"The poem by S.Ó Conaire is one of those that you know",
		"Òmnium, with the slogan AUTODETERMINACIÓ, said that it was not over",
		"The ông Nguyen that they know had moved to Malmö when he was old",
	} {
		assert.Equal(t, right, only.String(right), "stays")
	}
}

// What looks like damage beside signs, and what is rare in it.
func TestEncodingSigns(t *testing.T) {
	for _, tt := range []struct{ in, want string }{
		{"wait 10Î¼s and 5 Î©", "wait 10μs and 5 Ω"},
		{"good night \u00ed\u00a0\u00bd\u00ed\u00b8\u00b4", "good night 😴"}, // surrogates as CESU-8 writes them
		{"Oslo, da de kom for √• se", "Oslo, da de kom for å se"},
		{"bo Ê»lgan so Ê»z", "bo ʻlgan so ʻz"},
		{"Mun gode wa ∆ôungiya da ‚Äôyan uwa", "Mun gode wa ƙungiya da ’yan uwa"},
		{"‚Äôn Man en ‚Äôn vrou", "’n Man en ’n vrou"},
		{"Beijingï¼ŒShanghai", "Beijing，Shanghai"},
		{"â”‚ boat â”‚ berth â”‚", "│ boat │ berth │"},
		{"â”œâ”€â”€ harbour", "├── harbour"},
		{"в•”в•ђв•ђв•—", "╔══╗"},
		{"â”\u201dâ”€â”€â”˜", "└──┘"},
		{"Ã¢â€“Â¶ Play the tide table", "▶ Play the tide table"},
		{"â–\u00a0 first ferry â–¡ last ferry", "■ first ferry □ last ferry"},
		{"â–² 3.5%  â–¼ 2%", "▲ 3.5%  ▼ 2%"},
		{"Ã¢â€\ufffdâ€™(Ã¢Å’Â£Ã‹â€ºÃ¢Å’Â£)Ã¢â€\ufffdÅ½", "┒(⌣˛⌣)┎"}, // a face, of which a byte was lost
		{"who knows Â¯\\_(ãƒ„)_/Â¯", "who knows ¯\\_(ツ)_/¯"},
	} {
		assert.Equal(t, tt.want, only.String(tt.in))
	}
	for _, right := range []string{
		"x² = √π", "∆° and ∂y/∂x", "├┬o┼┴o┼┬o", "Êêê, MAMAN", "10 µs", "‚Ärger‘ war das Wort", "Лена укуктарын айтты",
		"خط\u200cهای دندانه\u200cدار را می\u200cبیند",
		"A carta “â”… e o “ê”", "Il a dit : “Ça ira ou ça n’ira pas, mais là-bas on l’attendâ”…", "“в”… — сказал он", "слова „он“ и „в”—да",
		"Lè li rive lakay li, pòt la te fèmen", "В ГИБДД… НИИ™ — «ТАСС‚»",
	} {
		assert.Equal(t, right, only.String(right), "stays")
	}
}

// Long lines are repaired in pieces, so that once may not be enough where a
// piece ends inside a character; Settle sees to the rest.
func TestEncodingLongLines(t *testing.T) {
	settled := Settle(Encoding{})
	for _, s := range []string{"â€", "Ã", "鈥", "Ã©√©Г©├⌐", "Ïðèâåò "} {
		once := settled.String(strings.Repeat(s, 3*mojibake.LongestPiece/len(s)))
		assert.True(t, once == settled.String(once), "%q over and over", s)
	}
	prose := strings.Repeat("Der BÃ¼rgermeister trÃ¤gt schÃ¶ne HÃ¼te und grÃ¼ÃŸt. ", mojibake.LongestPiece/20)
	assert.Equal(t, strings.Count(prose, "BÃ¼rgermeister"), strings.Count(only.String(prose), "Bürgermeister trägt schöne Hüte und grüßt."))

	run := strings.Repeat("鈥檚", mojibake.LongestPiece)
	assert.True(t, only.String(run) == strings.Repeat("’s", mojibake.LongestPiece), "all pieces of a run without a space")
}
