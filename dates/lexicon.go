package dates

import (
	"sync"

	"github.com/copydesk-go/copydesk/dates/internal/timex"
)

// A class says what a word can be in a temporal expression or in the clause
// around one; a word can be several things.
type class uint64

const (
	cMonth      class = 1 << iota // val: 1–12
	cShort                        // an abbreviation, which wants a full stop or a number beside it
	cWeekday                      // val: 1–7, Monday first
	cPlural                       // of a unit or a weekday
	cUnit                         // val: unit
	cSeason                       // val: 1–4, spring first
	cPart                         // val: dayPart
	cNoon                         // val: hour
	cToday                        // val: days from today, plus 10
	cTonight                      // tonight, overnight
	cOrdinal                      // may start an ordinal number
	cCardinal                     // may start a cardinal number
	cTens                         // may start a year in words
	cVague                        // an indefinite number
	cArticle                      // a, an, the
	cLast                         // last, past, previous
	cNext                         // next, coming, following
	cThis                         // this, current
	cThat                         // that, the same
	cEvery                        // each, every
	cEdge                         // early, late, mid; val: Mod
	cEdgeOf                       // beginning, end; val: Mod
	cApprox                       // val: Mod
	cRef                          // val: one of the vague references
	cSet                          // val: unit
	cFiscal                       // fiscal, financial
	cPost                         // ago, earlier, later
	cZone                         // val: minutes east of UTC, plus 1000
	cPrep                         // a preposition that may govern a date
	cDecade                       // eighties: val 80
	cHoliday                      // starts a named day
	cPeriod                       // period, quarter, in reports
	cAdjective                    // stands between the number and the unit: three trading days
	cSaid                         // a past verb
	cWill                         // a future auxiliary
	cDue                          // expected, scheduled: what it governs lies ahead
	cBe                           // a form of be in the present
	cSoon                         // a verb whose present tense, in news, tells of what is to come
	cSoonPlural                   // the same after a subject in the plural
	cSubject                      // a pronoun that is the subject of a verb
	cMeasured                     // may stand before "over" in the sense of more than
	cTo
	cConj     // and, or, to
	cCode     // Q3, H1, FY2021
	cNumbered // what has a number that is no year: flight 1549
	cCabinet  // what a politician called May had
	cCounted  // what is counted, not dated: 2010 votes
	cMay      // can, may: what they govern may lie ahead
	cPlan     // a word for what is meant to be done, with an infinitive
	cHappened // a noun for what has happened
)

// starters are the classes of words that may be the first of an expression.
const starters = cMonth | cWeekday | cUnit | cSeason | cPart | cNoon | cToday | cTonight | cOrdinal | cCardinal | cTens | cVague |
	cArticle | cLast | cNext | cThis | cThat | cEvery | cEdge | cEdgeOf | cApprox | cRef | cSet | cFiscal | cDecade | cHoliday | cPost | cPeriod | cCode

type entry struct {
	words string
	class class
	val   int
}

// lexicon lists the words by what they are. A word may stand in several rows;
// at most one of them may give it a value other than 0.
var lexicon = [...]entry{
	{"january", cMonth, 1}, {"jan", cMonth | cShort, 1},
	{"february", cMonth, 2}, {"feb", cMonth | cShort, 2},
	{"march", cMonth, 3}, {"mar", cMonth | cShort, 3},
	{"april", cMonth, 4}, {"apr", cMonth | cShort, 4},
	{"may", cMonth, 5},
	{"june", cMonth, 6}, {"jun", cMonth | cShort, 6},
	{"july", cMonth, 7}, {"jul", cMonth | cShort, 7},
	{"august", cMonth, 8}, {"aug", cMonth | cShort, 8},
	{"september", cMonth, 9}, {"sep sept", cMonth | cShort, 9},
	{"october", cMonth, 10}, {"oct", cMonth | cShort, 10},
	{"november", cMonth, 11}, {"nov", cMonth | cShort, 11},
	{"december", cMonth, 12}, {"dec", cMonth | cShort, 12},

	{"monday", cWeekday, 1}, {"mondays", cWeekday | cPlural, 1}, {"mon", cWeekday | cShort, 1},
	{"tuesday", cWeekday, 2}, {"tuesdays", cWeekday | cPlural, 2}, {"tue tues", cWeekday | cShort, 2},
	{"wednesday", cWeekday, 3}, {"wednesdays", cWeekday | cPlural, 3}, {"wed", cWeekday | cShort, 3},
	{"thursday", cWeekday, 4}, {"thursdays", cWeekday | cPlural, 4}, {"thu thur thurs", cWeekday | cShort, 4},
	{"friday", cWeekday, 5}, {"fridays", cWeekday | cPlural, 5}, {"fri", cWeekday | cShort, 5},
	{"saturday", cWeekday, 6}, {"saturdays", cWeekday | cPlural, 6}, {"sat", cWeekday | cShort, 6},
	{"sunday", cWeekday, 7}, {"sundays", cWeekday | cPlural, 7}, {"sun", cWeekday | cShort, 7},

	{"seconds", cUnit | cPlural, int(timex.Second)}, {"sec secs", cUnit | cPlural | cShort, int(timex.Second)},
	{"minute", cUnit, int(timex.Minute)}, {"minutes", cUnit | cPlural, int(timex.Minute)}, {"min mins", cUnit | cPlural | cShort, int(timex.Minute)},
	{"hour", cUnit, int(timex.Hour)}, {"hours", cUnit | cPlural, int(timex.Hour)}, {"hr hrs", cUnit | cPlural | cShort, int(timex.Hour)},
	{"day", cUnit, int(timex.Day)}, {"days", cUnit | cPlural, int(timex.Day)},
	{"week", cUnit, int(timex.Week)}, {"weeks", cUnit | cPlural, int(timex.Week)}, {"wk wks", cUnit | cPlural | cShort, int(timex.Week)},
	{"weekend", cUnit, int(timex.Weekend)}, {"weekends", cUnit | cPlural, int(timex.Weekend)},
	{"fortnight", cUnit, int(timex.Fortnight)}, {"fortnights", cUnit | cPlural, int(timex.Fortnight)},
	{"month", cUnit, int(timex.Month)}, {"months", cUnit | cPlural, int(timex.Month)}, {"mos", cUnit | cPlural | cShort, int(timex.Month)},
	{"quarter", cUnit | cPeriod, int(timex.Quarter)}, {"quarters", cUnit | cPlural, int(timex.Quarter)},
	{"half semester", cPeriod, int(timex.Half)},
	{"period", cPeriod, 0},
	{"year", cUnit, int(timex.Year)}, {"years", cUnit | cPlural, int(timex.Year)}, {"yr yrs", cUnit | cPlural | cShort, int(timex.Year)},
	{"decade", cUnit, int(timex.Decade)}, {"decades", cUnit | cPlural, int(timex.Decade)},
	{"century", cUnit, int(timex.Century)}, {"centuries", cUnit | cPlural, int(timex.Century)},
	{"millennium", cUnit, int(timex.Millennium)}, {"millennia millenniums", cUnit | cPlural, int(timex.Millennium)},

	{"spring springtime", cSeason, 1}, {"summer summertime", cSeason, 2}, {"fall autumn", cSeason, 3}, {"winter wintertime", cSeason, 4},
	{"springs", cSeason | cPlural, 1}, {"summers", cSeason | cPlural, 2}, {"falls autumns", cSeason | cPlural, 3}, {"winters", cSeason | cPlural, 4},

	{"morning dawn daybreak sunrise", cPart, int(timex.Morning)}, {"afternoon", cPart, int(timex.Afternoon)}, {"evening dusk sunset", cPart, int(timex.Evening)},
	{"night nighttime", cPart, int(timex.Night)}, {"lunchtime", cPart, int(timex.Midday)}, {"daytime", cPart, int(timex.Daytime)},
	{"mornings", cPart | cPlural, int(timex.Morning)}, {"afternoons", cPart | cPlural, int(timex.Afternoon)}, {"evenings", cPart | cPlural, int(timex.Evening)},
	{"nights", cPart | cPlural, int(timex.Night)},
	{"noon midday", cNoon, 12}, {"midnight", cNoon, 24},

	{"today", cToday, 10}, {"yesterday", cToday, 9}, {"tomorrow", cToday, 11},
	{"tonight", cTonight, 10}, {"overnight", cTonight, 9},

	{"first", cOrdinal, 1}, {"second", cOrdinal, 2}, {"third", cOrdinal, 3}, {"fourth", cOrdinal, 4}, {"fifth", cOrdinal, 5},
	{"sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth", cOrdinal, 0},
	{"seventeenth eighteenth nineteenth twentieth thirtieth", cOrdinal, 0},
	{"one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen", cCardinal, 0},
	{"eighteen nineteen", cCardinal | cTens, 0}, {"twenty", cCardinal | cTens | cOrdinal, 0}, {"thirty", cCardinal | cOrdinal, 0},
	{"forty fifty sixty seventy eighty ninety hundred thousand dozen couple", cCardinal, 0},
	{"few several many some dozens hundreds thousands millions billions", cVague, 0},
	{"a an the", cArticle, 0},

	{"last past previous preceding prior", cLast, 0}, {"next coming following upcoming subsequent ensuing", cNext, 0},
	{"this current", cThis, 0}, {"that same", cThat, 0}, {"each every", cEvery, 0},
	{"these those recent latest comparable corresponding whole entire full early", cAdjective, 0},
	{"trading business working calendar consecutive straight additional more further extra other additional successive full final", cAdjective, 0},

	{"early", cEdge, int(timex.ModStart)}, {"late", cEdge, int(timex.ModEnd)}, {"mid middle", cEdge, int(timex.ModMid)},
	{"earlier", cEdge | cPost, int(timex.ModStart)}, {"later", cEdge | cPost, int(timex.ModEnd)},
	{"beginning start outset", cEdgeOf, int(timex.ModStart)}, {"end close rest remainder", cEdgeOf, int(timex.ModEnd)}, {"middle", cEdgeOf, 0},
	{"ago hence before after ahead from", cPost, 0},

	{"about around approximately roughly circa some", cApprox, int(timex.ModApprox)}, {"nearly almost", cApprox, int(timex.ModLessThan)},
	{"over", cApprox, int(timex.ModMoreThan)}, {"more less at up no as fewer", cApprox, 0},

	{"now currently nowadays presently", cRef, timex.PresentRef},
	{"recently lately", cRef, timex.PastRef}, {"soon", cRef, timex.FutureRef},
	{"current recent future right these long", cRef, 0}, {"sometime another pre post", cApprox, 0},

	{"per", cSet, 0}, {"hourly", cSet, int(timex.Hour)}, {"daily nightly", cSet, int(timex.Day)}, {"weekly", cSet, int(timex.Week)}, {"biweekly fortnightly", cSet, int(timex.Fortnight)},
	{"monthly", cSet, int(timex.Month)}, {"quarterly", cSet, int(timex.Quarter)}, {"yearly annually", cSet, int(timex.Year)},

	{"fiscal financial", cFiscal, 0},

	{"gmt utc", cZone, 1000}, {"et", cZone, 700}, {"ct", cZone, 640}, {"mt", cZone, 580}, {"pt", cZone, 520}, {"hst", cZone, 400}, {"akst", cZone, 460}, {"akdt", cZone, 520},
	{"wat", cZone, 1060}, {"sast cat", cZone, 1120}, {"eat", cZone, 1180}, {"pkt", cZone, 1300}, {"wib", cZone, 1420}, {"nzst", cZone, 1720}, {"nzdt", cZone, 1780}, {"brt art", cZone, 820}, {"est cdt", cZone, 700}, {"edt", cZone, 760}, {"cst mdt", cZone, 640}, {"mst pdt", cZone, 580}, {"pst", cZone, 520},
	{"bst cet", cZone, 1060}, {"cest eet", cZone, 1120}, {"msk", cZone, 1180}, {"ist", cZone, 1330}, {"jst kst", cZone, 1540}, {"hkt sgt", cZone, 1480},
	{"aest", cZone, 1600}, {"aedt", cZone, 1660},

	{"in on by until till since of for from during through throughout after before to between at over within around about near toward towards till starting beginning ending ended dated", cPrep, 0},
	{"and or to through", cConj, 0},

	{"q h fy ad", cCode, 0},

	{"twenties", cDecade, 20}, {"thirties", cDecade, 30}, {"forties", cDecade, 40}, {"fifties", cDecade, 50}, {"sixties", cDecade, 60},
	{"seventies", cDecade, 70}, {"eighties", cDecade, 80}, {"nineties", cDecade, 90}, {"noughties", cDecade, 100},

	{"said told announced reported added noted was were had did made took went came began gave got found held kept led left lost met paid ran rose fell sat sent shot sold spent stood taught thought threw won wrote broke brought built bought caught chose drew drove felt flew forgot grew hung heard knew laid rode rang saw shook showed sank spoke stole struck swore swam tore understood woke wore quoted been become became fled fought bid stuck lay slid spun swept wound dealt sought fell hit cut put beat shut hurt spread split quit shed cast died tied lied underwent undergone overcame withdrew bore lasted blew sang burst rebuilt retook overran oversaw sped arose shone slept pled crept dug drank ate fed froze hid leapt lent lit meant misled overtook overthrew rewrote sprang strode swung undertook upheld wept withheld withstood driven given gone seen shown known grown drawn chosen eaten fallen flown hidden ridden risen shaken spoken stolen torn worn written beaten blown broken born used agreed disagreed freed guaranteed didn wasn weren hadn couldn", cSaid, 0},
	{"will ll shall would wouldn", cWill, 0},
	{"expected forecast predicted projected scheduled due planned slated set expects plans schedules intends intended planning expecting hopes hoping upcoming forthcoming likely tentatively payable effective poised prepares preparing", cDue, 0},
	{"begins starts opens ends closes meets visits travels flies arrives departs leaves returns resumes reopens hosts plays votes faces goes runs airs premieres kicks concludes launches takes continues expires falls heads", cSoon, 0},
	{"begin start open meet travel arrive depart resume reopen host play kick vote", cSoonPlural, 0},
	{"can could may might must should", cMay, 0},
	{"agreement agreements deal plan plans bid bids offer offers proposal proposals decision intention intentions effort efforts chance pledge promise vow decided agreed vowed pledged promised threatened offered voted", cPlan, 0},
	{"attack attacks assault killing killings shooting shootings death deaths crash bombing bombings ruling verdict announcement decision defeat win victory loss explosion blast earthquake quake storm incident accident fire raid strike arrest arrests violence unrest protests clashes coup disaster murder murders massacre collision explosions rout selloff riot riots insurrection storming siege assassination kidnapping abduction hijacking derailment remarks comments", cHappened, 0},
	{"is are am isn aren", cBe, 0}, {"to", cTo, 0},
	{"no flight flights room route highway interstate hr page pages p pp paragraph section box number unit chapter windows model size lot bus train gate channel psalm serial badge vision agenda horizon", cNumbered, 0},
	{"euros dollars pounds rupees yen naira shillings rand miles feet metres meters km kilometres kilometers kilograms kg tons tonnes votes seats jobs points barrels acres hectares words calories members employees workers homes houses deaths copies students men women children soldiers troops people families vehicles cars others", cCounted, 0},
	{"government administration cabinet deal premiership ministry campaign era regime years", cCabinet, 0},
	{"i you he she it we they who", cSubject, 0},
	{"for in of after within with by at to from just well little a took takes take taken lasted lasts last spent spend spends spanning spans waited served be been being was were is are and or", cMeasured, 0},
}

const longestWord = 16

// A slot of the index is a word of the lexicon with its rows folded into one.
type slot struct {
	word  string
	class class
	val   int
}

const indexSize = 2048

// index is an open hash table over the lexicon, built on first use.
var lexiconIndex = sync.OnceValue(func() *[indexSize]slot {
	t := new([indexSize]slot)
	add := func(w string, c class, val int) {
		h := hash([]byte(w))
		for t[h].word != "" && t[h].word != w {
			h = (h + 1) % indexSize
		}
		t[h].word, t[h].class, t[h].val = w, t[h].class|c, max(t[h].val, val)
	}
	for _, e := range lexicon {
		eachWord(e.words, func(w string) { add(w, e.class, e.val) })
	}
	for w := range english.Of(clsFeast) {
		add(w, cHoliday, 0)
	}
	return t
})

func eachWord(s string, f func(string)) {
	for start, i := 0, 0; i <= len(s); i++ {
		if i == len(s) || s[i] == ' ' {
			if i > start {
				f(s[start:i])
			}
			start = i + 1
		}
	}
}

func lookup(low []byte) (class, int) {
	t := lexiconIndex()
	for h := hash(low); t[h].word != ""; h = (h + 1) % indexSize {
		if t[h].word == string(low) {
			return t[h].class, t[h].val
		}
	}
	return 0, 0
}

func hash(w []byte) uint32 {
	h := uint32(2166136261)
	for _, b := range w {
		h = (h ^ uint32(b)) * 16777619
	}
	return (h ^ h>>15) % indexSize
}
