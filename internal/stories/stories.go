// Package stories holds paragraphs of news of our own in several languages, for
// tests, benchmarks and measurements.
package stories

// A Story is a paragraph, or several, in one language.
type Story struct{ Language, Text string } // a BCP 47 tag, mul for several languages at once

// English is two paragraphs in English.
const English = "The council met on Monday to vote on the new tax. “It is not what we had hoped for,” said Ann Lee, who leads the opposition in the city’s north; her party wants the rate at 3.5% – half of what the mayor, Bo Ray, asked for in March.\n\nThe vote, delayed twice since 2019, is due next week. About 40 people stood outside with flags, and most of them left before the rain began in earnest.\n\n"

// All holds a paragraph in each language. The last one mixes languages.
var All = []Story{
	{"fr", "Le conseil s’est réuni lundi pour voter le nouvel impôt : « Ce n’est pas ce que nous espérions », a déclaré Anne Lie, élue de l’opposition à Besançon, où 40 personnes étaient déjà là. Le maire, élu en 2019, espère l’emporter d’ici à l’été.\n\n"},
	{"de", "Der Rat kam am Montag zusammen, um über die neue Steuer abzustimmen. „Das ist nicht, was wir erhofft hatten“, sagte Anne Müller, die für die Grünen in der Straße nahe dem Schloss wohnt; größere Städte hätten höhere Sätze – etwa 3,5 Prozent.\n\n"},
	{"cs", "Zastupitelé se v pondělí sešli, aby hlasovali o nové dani. „Není to, v co jsme doufali,“ řekla vůdkyně opozice Anna Nováková a dodala, že příští týden přijde ještě více lidí. Čtyřicet obyvatel čekalo před radnicí s vlajkami, než začalo pršet.\n\n"},
	{"pl", "Rada zebrała się w poniedziałek, by głosować nad nowym podatkiem. „Nie na to liczyliśmy” – powiedziała przywódczyni opozycji, Anna Wójcik, która mieszka w Łodzi. Około czterdziestu osób stało przed urzędem, większość odeszła, zanim zaczęło padać.\n\n"},
	{"tr", "Belediye meclisi pazartesi günü yeni vergiyi oylamak için toplandı. Muhalefet lideri Ayşe Yılmaz, “Umduğumuz bu değildi” dedi; partisi oranın yüzde 3,5 olmasını istiyor. Kırk kadar kişi İstanbul’daki binanın önünde bayraklarla bekledi, çoğu yağmurdan önce ayrıldı.\n\n"},
	{"vi", "Hội đồng thành phố họp hôm thứ Hai để bỏ phiếu về loại thuế mới. “Đây không phải là điều chúng tôi mong đợi”, bà Nguyễn Thị Lan, người đứng đầu phe đối lập, cho biết. Khoảng bốn mươi người đứng bên ngoài với cờ, hầu hết đã rời đi trước khi trời mưa.\n\n"},
	{"pt", "A câmara reuniu-se na segunda-feira para votar o novo imposto. “Não é o que esperávamos”, disse Ana Conceição, líder da oposição em São João; o partido quer a taxa em 3,5% – metade do que o presidente pediu em março. A votação já foi adiada três vezes.\n\n"},
	{"el", "Το συμβούλιο συνεδρίασε τη Δευτέρα για να ψηφίσει τον νέο φόρο. «Δεν είναι αυτό που ελπίζαμε», είπε η Άννα Λεοντή, επικεφαλής της αντιπολίτευσης, και πρόσθεσε ότι η ψηφοφορία θα γίνει την επόμενη εβδομάδα. Περίπου σαράντα άτομα στέκονταν έξω.\n\n"},
	{"ru", "Совет собрался в понедельник, чтобы проголосовать за новый налог: «Это не то, на что мы надеялись», — сказала лидер оппозиции Анна Ли. Около сорока человек стояли с флагами у здания, и большинство из них ушло ещё до того, как начался дождь.\n\n"},
	{"uk", "Рада зібралася в понеділок, щоб проголосувати за новий податок. «Це не те, на що ми сподівалися», — сказала лідерка опозиції Ганна Лі, яка живе у Києві. Близько сорока людей стояли з прапорами біля будівлі, і більшість із них пішла ще до дощу.\n\n"},
	{"ar", "اجتمع المجلس يوم الاثنين للتصويت على الضريبة الجديدة. وقالت زعيمة المعارضة آنا لي: «ليس هذا ما كنا نأمله»، وأضافت أن التصويت سيجري الأسبوع المقبل. ووقف نحو أربعين شخصا في الخارج حاملين الأعلام، وغادر معظمهم قبل أن يبدأ المطر.\n\n"},
	{"he", "המועצה התכנסה ביום שני כדי להצביע על המס החדש. \"זה לא מה שקיווינו לו\", אמרה ראשת האופוזיציה, אנה לי, והוסיפה כי ההצבעה תתקיים בשבוע הבא. כארבעים איש עמדו בחוץ עם דגלים, ורובם עזבו לפני שהחל לרדת גשם.\n\n"},
	{"hi", "परिषद ने सोमवार को नए कर पर मतदान के लिए बैठक की। विपक्ष की नेता ऐना ली ने कहा, “यह वह नहीं है जिसकी हमें उम्मीद थी।” लगभग चालीस लोग झंडे लेकर बाहर खड़े थे और उनमें से ज़्यादातर बारिश शुरू होने से पहले ही चले गए।\n\n"},
	{"th", "สภาเมืองประชุมเมื่อวันจันทร์เพื่อลงมติเรื่องภาษีใหม่ ผู้นำฝ่ายค้านกล่าวว่า “นี่ไม่ใช่สิ่งที่เราหวังไว้” และเสริมว่าการลงคะแนนจะมีขึ้นในสัปดาห์หน้า ประชาชนราว 40 คนยืนถือธงอยู่ด้านนอก ส่วนใหญ่กลับไปก่อนที่ฝนจะตก\n\n"},
	{"zh", "市议会周一开会，就新税进行表决。“这不是我们所希望的，”反对党领袖李安娜说，她的党希望税率定为3.5%。大约四十人举着旗帜站在外面，其中大多数人在下雨之前就离开了；议会将于2024年3月再次开会。\n\n"},
	{"ja", "市議会は月曜日に開かれ、新しい税について採決した。野党の代表は「これは私たちが望んでいたものではない」と述べ、来週ふたたび投票があると付け加えた。外には旗を持った約40人が立っていたが、ほとんどは雨が降り出す前に帰った。\n\n"},
	{"ko", "시의회는 월요일에 새 세금에 대한 표결을 위해 모였다. 야당 대표는 “우리가 바라던 것이 아니다”라며 다음 주에 다시 투표가 있을 것이라고 덧붙였다. 깃발을 든 약 40명이 밖에 서 있었지만 대부분은 비가 오기 전에 돌아갔다.\n\n"},
	{"mul", "\"iPhone手机在AI领域落后\"，专家说。 KBS는 AI가 중요하다고 보도했다. AppleがiPhoneを発表。 Компания Apple представила iPhone. أعلنت شركة Apple عن iPhone. 🚀 Ça va, 5 €, 20 °C, m², “Größe” „Österreich“ 100 ₽…\n\n"},
}

// Multilingual is all of them but the last, one after the other.
func Multilingual() (text string) {
	for _, s := range All[:len(All)-1] {
		text += s.Text
	}
	return text
}

// In returns the story in a language, or "".
func In(language string) string {
	for _, s := range All {
		if s.Language == language {
			return s.Text
		}
	}
	return ""
}
