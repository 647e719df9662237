package normalize

import (
	"slices"
	"strings"
	"testing"

	"golang.org/x/text/encoding/charmap"

	"github.com/copydesk-go/copydesk/internal/charset"
)

// fill repeats s up to a megabyte.
func fill(s string) string { return strings.Repeat(s, (1<<20)/len(s)+1) }

const (
	englishStory = "The council met on Monday to vote on the new tax. “It is not what we had hoped for,” said Ann Lee, who leads the opposition in the city’s north; her party wants the rate at 3.5% – half of what the mayor, Bo Ray, asked for in March.\n\nThe vote, delayed twice since 2019, is due next week. About 40 people stood outside with flags, and most of them left before the rain began in earnest.\n\n"
	damagedStory = "The coun\u00adcil met on Monday , to vote&amp;rsquo;s on the  ﬁne tax.\r\n“It is not , ”said Ann\u00a0Lee \\u2014 who leads the oil- based&nbsp;party.They left .\n\n\n\nRead more\n\n"
)

// cleanStories holds a paragraph of news in each of several languages.
var cleanStories = []struct{ language, text string }{
	{"french", "Le conseil s’est réuni lundi pour voter le nouvel impôt : « Ce n’est pas ce que nous espérions », a déclaré Anne Lie, élue de l’opposition à Besançon, où 40 personnes étaient déjà là. Le maire, élu en 2019, espère l’emporter d’ici à l’été.\n\n"},
	{"german", "Der Rat kam am Montag zusammen, um über die neue Steuer abzustimmen. „Das ist nicht, was wir erhofft hatten“, sagte Anne Müller, die für die Grünen in der Straße nahe dem Schloss wohnt; größere Städte hätten höhere Sätze – etwa 3,5 Prozent.\n\n"},
	{"czech", "Zastupitelé se v pondělí sešli, aby hlasovali o nové dani. „Není to, v co jsme doufali,“ řekla vůdkyně opozice Anna Nováková a dodala, že příští týden přijde ještě více lidí. Čtyřicet obyvatel čekalo před radnicí s vlajkami, než začalo pršet.\n\n"},
	{"polish", "Rada zebrała się w poniedziałek, by głosować nad nowym podatkiem. „Nie na to liczyliśmy” – powiedziała przywódczyni opozycji, Anna Wójcik, która mieszka w Łodzi. Około czterdziestu osób stało przed urzędem, większość odeszła, zanim zaczęło padać.\n\n"},
	{"turkish", "Belediye meclisi pazartesi günü yeni vergiyi oylamak için toplandı. Muhalefet lideri Ayşe Yılmaz, “Umduğumuz bu değildi” dedi; partisi oranın yüzde 3,5 olmasını istiyor. Kırk kadar kişi İstanbul’daki binanın önünde bayraklarla bekledi, çoğu yağmurdan önce ayrıldı.\n\n"},
	{"vietnamese", "Hội đồng thành phố họp hôm thứ Hai để bỏ phiếu về loại thuế mới. “Đây không phải là điều chúng tôi mong đợi”, bà Nguyễn Thị Lan, người đứng đầu phe đối lập, cho biết. Khoảng bốn mươi người đứng bên ngoài với cờ, hầu hết đã rời đi trước khi trời mưa.\n\n"},
	{"portuguese", "A câmara reuniu-se na segunda-feira para votar o novo imposto. “Não é o que esperávamos”, disse Ana Conceição, líder da oposição em São João; o partido quer a taxa em 3,5% – metade do que o presidente pediu em março. A votação já foi adiada três vezes.\n\n"},
	{"greek", "Το συμβούλιο συνεδρίασε τη Δευτέρα για να ψηφίσει τον νέο φόρο. «Δεν είναι αυτό που ελπίζαμε», είπε η Άννα Λεοντή, επικεφαλής της αντιπολίτευσης, και πρόσθεσε ότι η ψηφοφορία θα γίνει την επόμενη εβδομάδα. Περίπου σαράντα άτομα στέκονταν έξω.\n\n"},
	{"russian", "Совет собрался в понедельник, чтобы проголосовать за новый налог: «Это не то, на что мы надеялись», — сказала лидер оппозиции Анна Ли. Около сорока человек стояли с флагами у здания, и большинство из них ушло ещё до того, как начался дождь.\n\n"},
	{"ukrainian", "Рада зібралася в понеділок, щоб проголосувати за новий податок. «Це не те, на що ми сподівалися», — сказала лідерка опозиції Ганна Лі, яка живе у Києві. Близько сорока людей стояли з прапорами біля будівлі, і більшість із них пішла ще до дощу.\n\n"},
	{"arabic", "اجتمع المجلس يوم الاثنين للتصويت على الضريبة الجديدة. وقالت زعيمة المعارضة آنا لي: «ليس هذا ما كنا نأمله»، وأضافت أن التصويت سيجري الأسبوع المقبل. ووقف نحو أربعين شخصا في الخارج حاملين الأعلام، وغادر معظمهم قبل أن يبدأ المطر.\n\n"},
	{"hebrew", "המועצה התכנסה ביום שני כדי להצביע על המס החדש. \"זה לא מה שקיווינו לו\", אמרה ראשת האופוזיציה, אנה לי, והוסיפה כי ההצבעה תתקיים בשבוע הבא. כארבעים איש עמדו בחוץ עם דגלים, ורובם עזבו לפני שהחל לרדת גשם.\n\n"},
	{"hindi", "परिषद ने सोमवार को नए कर पर मतदान के लिए बैठक की। विपक्ष की नेता ऐना ली ने कहा, “यह वह नहीं है जिसकी हमें उम्मीद थी।” लगभग चालीस लोग झंडे लेकर बाहर खड़े थे और उनमें से ज़्यादातर बारिश शुरू होने से पहले ही चले गए।\n\n"},
	{"thai", "สภาเมืองประชุมเมื่อวันจันทร์เพื่อลงมติเรื่องภาษีใหม่ ผู้นำฝ่ายค้านกล่าวว่า “นี่ไม่ใช่สิ่งที่เราหวังไว้” และเสริมว่าการลงคะแนนจะมีขึ้นในสัปดาห์หน้า ประชาชนราว 40 คนยืนถือธงอยู่ด้านนอก ส่วนใหญ่กลับไปก่อนที่ฝนจะตก\n\n"},
	{"chinese", "市议会周一开会，就新税进行表决。“这不是我们所希望的，”反对党领袖李安娜说，她的党希望税率定为3.5%。大约四十人举着旗帜站在外面，其中大多数人在下雨之前就离开了；议会将于2024年3月再次开会。\n\n"},
	{"japanese", "市議会は月曜日に開かれ、新しい税について採決した。野党の代表は「これは私たちが望んでいたものではない」と述べ、来週ふたたび投票があると付け加えた。外には旗を持った約40人が立っていたが、ほとんどは雨が降り出す前に帰った。\n\n"},
	{"korean", "시의회는 월요일에 새 세금에 대한 표결을 위해 모였다. 야당 대표는 “우리가 바라던 것이 아니다”라며 다음 주에 다시 투표가 있을 것이라고 덧붙였다. 깃발을 든 약 40명이 밖에 서 있었지만 대부분은 비가 오기 전에 돌아갔다.\n\n"},
	{"mixed", "\"iPhone手机在AI领域落后\"，专家说。 KBS는 AI가 중요하다고 보도했다. AppleがiPhoneを発表。 Компания Apple представила iPhone. أعلنت شركة Apple عن iPhone. 🚀 Ça va, 5 €, 20 °C, m², “Größe” „Österreich“ 100 ₽…\n\n"},
}

// multilingual is all of them but the last, which mixes languages in one line.
func multilingual() (s string) {
	for _, story := range cleanStories[:len(cleanStories)-1] {
		s += story.text
	}
	return s
}

func storyIn(language string) string {
	i := slices.IndexFunc(cleanStories, func(story struct{ language, text string }) bool { return story.language == language })
	return cleanStories[i].text
}

func BenchmarkString(b *testing.B) {
	for _, bm := range []struct{ name, text string }{
		{"clean/english", strings.TrimSpace(fill(englishStory))},
		{"clean/ascii", strings.TrimSpace(fill("The council met on Monday to vote on the new tax, and most of them left before the rain began. "))},
		{"clean/multilingual", strings.TrimSpace(fill(multilingual()))},
		{"damaged/scraped", fill(damagedStory)},
		{"damaged/misread English", fill(misreadAs(charset.Windows1252, englishStory))},
		{"damaged/misread multilingual", fill(misreadAs(charset.Windows1252, multilingual()))},
		{"worst/spaces", fill(" ")},
		{"worst/no-break spaces", fill("\u00a0")},
		{"worst/line ends", fill("\n")},
		{"worst/short lines", fill("a\n")},
		{"worst/ampersands", fill("&")},
		{"worst/amp", fill("&amp;")},
		{"worst/backslashes", fill(`\`)},
		{"worst/percent", fill("%E2%80")},
		{"worst/digits", fill("0")},
		{"worst/letters", fill("x")},
		{"worst/quotes", fill("”")},
		{"worst/quotes and letters", fill("the ”and “ ")},
		{"worst/spaced marks", fill("a , ")},
		{"worst/stop comma", fill("the. , ")},
		{"worst/commas", fill(",")},
		{"worst/glued", fill("the,and")},
		{"worst/glued numbers", fill("1.The,")},
		{"worst/turned marks", fill("the ”so“ ")},
		{"worst/names", fill("the Ann , is of ")},
		{"worst/buttons", fill("Share Tweet Print\n")},
		{"worst/dashes", fill("oil – led ")},
		{"worst/combining", fill("\u0301")},
		{"worst/zero width", fill("\u200b")},
		{"worst/bidi", fill("\u202aa")},
		{"worst/full width", fill("Ａ")},
		{"worst/furniture", fill("Read more\n")},
		{"worst/bars", "x" + fill(" | the") + "\nbody"},
		{"worst/control", fill("\x1b[0")},
		{"worst/invalid", fill("\xff")},
	} {
		b.Run(bm.name, func(b *testing.B) {
			b.SetBytes(int64(len(bm.text)))
			b.ReportAllocs()
			for b.Loop() {
				String(bm.text)
			}
		})
	}
}

func BenchmarkClean(b *testing.B) {
	for _, story := range cleanStories {
		text := strings.TrimSpace(fill(story.text))
		b.Run(story.language, func(b *testing.B) {
			b.SetBytes(int64(len(text)))
			b.ReportAllocs()
			for b.Loop() {
				String(text)
			}
		})
	}
}

// BenchmarkSteps asks each step for its edits: of text in which it has nothing
// to do, and of damaged text as the steps before it leave it.
func BenchmarkSteps(b *testing.B) {
	clean, damaged := strings.TrimSpace(fill(englishStory)), fill(damagedStory)
	for _, s := range defaultSteps() {
		name := stepName(s)
		if name != "encoding" {
			b.Run("clean/"+name, func(b *testing.B) { benchmarkStep(b, s, clean) })
			b.Run("damaged/"+name, func(b *testing.B) { benchmarkStep(b, s, damaged) })
		}
		damaged = New(s).String(damaged)
	}
	b.Run("damaged/all but encoding", func(b *testing.B) {
		n := New(HTML{}, Escapes{}, Control{}, Form{}, Space{}, Punctuation{}, Furniture{})
		text := fill(damagedStory)
		b.SetBytes(int64(len(text)))
		b.ReportAllocs()
		for b.Loop() {
			n.String(text)
		}
	})
}

func benchmarkStep(b *testing.B, s Step, text string) {
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		s.Edits(text, func(int, int, string) {})
	}
}

func BenchmarkDecode(b *testing.B) {
	russianStory := storyIn("russian")
	russian, _ := charmap.Windows1251.NewEncoder().String(russianStory)
	for _, bm := range []struct{ name, text, declared string }{
		{"utf-8", fill(russianStory), "utf-8"}, {"sniffed", fill(russian), ""}, {"declared", fill(russian), "windows-1251"},
		{"sniffed and short", russian, ""}, {"worst/Chinese", fill("\xD0\xC2\xC7\xC5"), ""}, {"worst/lone bytes", fill("\xFF a\xE9"), ""},
		{"worst/one word", fill("\xE9\xE8z\xFF\xC3"), "latin1"}, {"worst/zeros", fill("\x00a\xE9\x00"), ""},
	} {
		b.Run(bm.name, func(b *testing.B) {
			in := []byte(bm.text)
			b.SetBytes(int64(len(in)))
			b.ReportAllocs()
			for b.Loop() {
				DecodeReport(in, bm.declared)
			}
		})
	}
}

func BenchmarkAlign(b *testing.B) {
	text := fill(damagedStory)
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		Align(text)
	}
}

func BenchmarkSource(b *testing.B) {
	text := Align(fill(damagedStory))
	n := len(text.String())
	b.ReportAllocs()
	for i := 0; b.Loop(); i++ {
		at := i * 7919 % n
		text.Source(at, min(at+9, n))
	}
}

func BenchmarkReader(b *testing.B) {
	text := strings.TrimSpace(fill(englishStory))
	buf := make([]byte, 32<<10)
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		r := Default().Reader(strings.NewReader(text))
		for {
			if _, err := r.Read(buf); err != nil {
				break
			}
		}
	}
}
