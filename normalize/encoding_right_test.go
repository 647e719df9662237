package normalize

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

// What looks like damage in languages that are little known, and is right.
func TestEncodingRightInSmallLanguages(t *testing.T) {
	only := New(Encoding{})
	for name, right := range map[string]string{
		"Ligurian with a word that English has":   "No se peu intrâ into palasso do Comun.",
		"Mara with words that English has":        "He lâ châ he so a châ",
		"Welsh with words that English has":       "Dydy hi â to newydd ar y bws",
		"Shuar with what looks like an i's":       "shuar iís jintia; nunka",
		"Nias with an ending like a quotation's":  "Zitö'ö lala zihönö'ö",
		"Berber with the Greek letter":            "Taγect tamaynut n teγremt",
		"Berber with it in a name":                "Iγil n Leqbayel",
		"Friulian with circumflexes":              "dâts dai sîts.",
		"Kaqchikel in capitals":                   "RI TZ'IB'ANÏK NUK'ÄM CHUQA' Q'ËQ O NÏM",
		"Chechen with a Latin l for its palochka": "Цlи тlе ю",
		"Portuguese with a rare pair of letters":  "Caiu na Fajã da Ovelha",
		"Finnish with an ending behind a mark":    "LÄHETÄ ”TÄRKEÄ”LLE LISTALLE ”TÄR”",
		"Swedish with no space before a mark":     "HAN GICK PÅ”S” OCH INTE ”T”",
		"Kyrgyz with a soft hyphen in capitals":   "ЖАР\u00adЛЫК",
		"Chinese behind the name of a program":    "ls命令",
		"Italian behind an escape":                `Salva il testo.\nÈ fatto`,
		"Greek numbered":                          "Γ΄ Λυκείου",
		"Greek number alone":                      "Γ΄",
		"Greek with the sign of micro":            "η οµάδα",
		"Greek with a Latin comma":                "αέρας, αήρ",
		"Chinese behind a capital":                "Die KI学院 sucht Lehrer für 2025",
		"Japanese, two letters":                   "膵臓",
		"Russian abbreviations":                   "НПВП, НПВС, НСПВП",
		"Finnish with a soft hyphen":              "hyvää lyömä\u00adsoitin",
		"Spanish with a note":                     "(pelo de castor¹)",
		"letters in their order":                  "[áéíóúý]",
		"a formula":                               "la ecuación y=b∙xa.",
		"a table with lines":                      "│Intel x86-64 │i386 ├──────────────────────────┼──────────┤",
	} {
		assert.Equal(t, right, only.String(right), name)
	}
}

// Their neighbours that are damaged are mended as before.
func TestEncodingDamagedBesideThose(t *testing.T) {
	only := New(Encoding{})
	for name, test := range map[string]struct{ damaged, want string }{
		"a contraction":              {"I donÕt think the mayor will resign.", "I don’t think the mayor will resign."},
		"what is left of a mark":     {"The judge said the firmâs lawyers had lied to the court.", "The judge said the firm’s lawyers had lied to the court."},
		"Portuguese read as Greek":   {"O preηo do pγo subiu de novo em Sγo Paulo", "O preço do pão subiu de novo em São Paulo"},
		"text of DOS, with letters":  {"Die BΣcker backen heute spΣter als sonst", "Die Bäcker backen heute später als sonst"},
		"Latvian read as western":    {"Rîgas dome ðodien lems par jaunajâm skolâm", "Rīgas dome šodien lems par jaunajām skolām"},
		"one letter read as Chinese": {"Il part 脿 Londres et obtient un dipl么me", "Il part à Londres et obtient un diplôme"},
		"a letter behind a capital":  {"N챕 en 1950, il a 챕t챕 r챕챕lu", "Né en 1950, il a été réélu"},
		"UTF-8 read as ISO 8859-15":  {"FÃŒr die Stadt MÃŒnchen", "Für die Stadt München"},
		"the same, in Spanish":       {"La antigÃŒedad de la ciudad", "La antigüedad de la ciudad"},
		"Polish with one ending":     {"Ten kontakt doprowadzi³ do okresu rozwoju", "Ten kontakt doprowadził do okresu rozwoju"},
	} {
		assert.Equal(t, test.want, only.String(test.damaged), name)
	}
}
