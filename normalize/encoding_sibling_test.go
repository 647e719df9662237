package normalize

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/copydesk-go/copydesk/internal/charset"
)

// Text whose code page shares most letters with the western one.
func TestEncodingSiblings(t *testing.T) {
	for _, tt := range []struct {
		of   charset.Page
		want string
	}{
		{charset.Windows1250, "A hajó jövő héten indul a szigetre, ha az idő jó lesz"},
		{charset.Windows1250, "A gyűjtő szerint a kikötő előtt egyszerű hajók állnak"},
		{charset.Windows1250, "Tudjon meg többet a lehetőségekről, ha szeret a tengeren utazni"},
		{charset.Windows1250, "Trajekt za otok već danas neće voziti, jer je more opasno"},
		{charset.Windows1250, "Lučka uprava je odlučila da će se most otvoriti u ponedjeljak"},
		{charset.Windows1250, "Trajekt na otok danes ne vozi, ker je morje preveč nemirno in ni mogoče pluti"},
		{charset.Windows1250, "Različne ladje čakajo v pristanišču, da se morje umiri"},
		{charset.Windows1250, "Vremea se face mai bună, aşa că oamenii aşteaptă la malul apei şi vaporul porneşte în forţă; el pleacă spre insulă după prânz, fără călători"},
		{charset.Windows1250, "Prom na wyspę odpłynie dopiero po południu, bo morze jest wzburzone"},
		{charset.Windows1250, "Kiedy przyniosłem mapę, kapitan usiadł i milczał"},
		{charset.Windows1250, "Trajekt na ostrov dnes nevypluje, protože kapitán čeká na lepší počasí"},
		{charset.Windows1257, "Keltas į salą šiandien neplauks, nes jūra labai bangų pilna"},
		{charset.Windows1257, "Uosto taryba žada, kad tiltas bus atidarytas dar šią savaitę, jei netrukdys vėjas"},
		{charset.Windows1257, "Prāmis uz salu šodien nekursēs, jo jūra ir pārāk nemierīga"},
		{charset.Windows1257, "Tšehhi režissöör tõi žüriile uue filmi, mida president Tallinnas väga kiitis"},
		{charset.ISO8859_2, "Prom na wyspę odpłynie dopiero po południu, bo morze jest wciąż wzburzone"},
		{charset.ISO8859_2, "Lučka uprava još ne želi reći kada će trajekt ponovno voziti"},
		{charset.Windows1254, "Adaya giden gemi bugün kalkmayacak, çünkü dalgalı deniz küçük gemilere yol vermiyormuş"},
	} {
		as := charset.Windows1252
		if tt.of == charset.ISO8859_2 {
			as = charset.Latin1
		}
		in := tt.of.MisreadAs(as, tt.want)
		text := only.Align(in)
		assert.Equal(t, tt.want, text.String(), in)
		for c := range text.Changes() {
			assert.Contains(t, []string{tt.of.String() + ">cp1252", tt.of.String() + ">latin-1"}, c.Detail)
		}
	}
	for _, right := range []string{
		// Languages that have the letters.
		"As estações e as pensões do litoral põem os preços lá em cima e os aviões vêm cheios",
		"Õhtul sõitis laev saarele, aga sadamas põles ainult üks tuli ja tõusis kõva tuul",
		"El vaixell de l’illa, que és vuitè, sortia a les dotze i tothom hi creia, perquè crèiem en el capità",
		"Il traghetto è partito, ma così è più lento: cioè, c’è il mare mosso e può darsi che torni giù",
		"Le chef de la première gare, où l’herbe sèche, se lève et mène sa barque à l’île près du môle",
		"Færgen til øen sejler ikke i dag, og de små både ligger på en ø og bliver kølige",
		"Ferja siglir ekki í dag, því sjórinn er úfinn og það er óveður við eyjarnar",
		"Tragetja për në ishull nuk niset sot, sepse deti është me dallgë dhe kapiteni është i sëmurë",
		"Nid yw’r cwch yn hwylio i’r ynys heddiw, a bydd y tŷ a’r môr yn dawel, medd y gŵr",
		"De veerboot naar België vaart niet, zei de zeeën kennende kapitein van de coöperatie",
		"Lo barquèl de l’iscla partís pas uèi, que la mar es fòrta e lo vent bufa",
		"El vapor no sale hoy: el año que viene, señor, mañana y en otoño, dijo el capitán",
		"O barco da illa non sae hoxe porque o mar está bravo, segundo di o capitán que viña",
		"Bateau-a pa soti jodi a paske lanmè a move, e kapitèn nan di li pè",
		"Sa ki rive a, se yon gwo van ki fè lanmè a move, epi kapitèn bato a pè sòti, men li toujou la pou tèt pa li",
		"vuorâžžân da kuálâžžin", // no sign ➞ stands in a word
		"Щы хъыщӏэ къэхъуауэ жылагъуэм ящӏащ",
		// Signs that would be letters.
		"Temperatura va ajunge la 10º sau 12º, iar seara ploua",
		"The first rule¹ is short, the second² longer, and the third³ is not kept by the others",
		// Names of other languages in them.
		"Az öreg kapitány São Paulo és Guimarães felé indult, majd Camões verseit olvasta",
		"Kapetan je plovio do Genève i Liège, a onda je gledao film Molière u Ajaccio",
		"Kapitan je prebral knjigo o Molière in nato odplul mimo Genève proti jugu",
		"Nava a plecat la São Paulo cu un echipaj de marinari din Bergen",
		"Laivas plaukia pro Tromsø ir Bodø iki Bergen, o paskui namo",
	} {
		assert.Equal(t, right, only.String(right), "stays")
	}
}
