package dates

import (
	"fmt"
	"strings"
	"testing"
	"time"
	_ "time/tzdata" // for machines without time zones

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// show writes the mentions of a text as [text] TYPE value, with the modifier
// behind.
func show(r Resolver, text string) string {
	var all []string
	for m := range r.All(text) {
		s := fmt.Sprintf("[%s] %v %s", text[m.Start:m.End], m.Type, m.Value)
		if m.Mod != ModNone {
			s += " " + m.Mod.String()
		}
		all = append(all, s)
	}
	return strings.Join(all, "; ")
}

// readings are read on Wednesday 24 November 2021.
var readings = []struct{ text, want string }{
	// Days
	{"The court ruled Tuesday.", "[Tuesday] DATE 2021-11-23"},
	{"The court ruled on Wednesday.", "[Wednesday] DATE 2021-11-24"},
	{"The court will rule on Friday.", "[Friday] DATE 2021-11-26"},
	{"The court will rule on Wednesday.", "[Wednesday] DATE 2021-11-24"},
	{"The court ruled last Friday.", "[last Friday] DATE 2021-11-19"},
	{"The court will sit next Monday.", "[next Monday] DATE 2021-11-29"},
	{"The court sits this Thursday.", "[this Thursday] DATE 2021-11-25"},
	{"The ferry sank yesterday.", "[yesterday] DATE 2021-11-23"},
	{"The ferry sails tomorrow.", "[tomorrow] DATE 2021-11-25"},
	{"The ferry sank the day before yesterday.", "[the day before yesterday] DATE 2021-11-22"},
	{"The ferry sank on the night of 12 May.", "[the night of 12 May] TIME 2021-05-12TNI"},
	{"The ferry sank on October 9.", "[October 9] DATE 2021-10-09"},
	{"The ferry will sail on January 5.", "[January 5] DATE 2022-01-05"},
	{"The ferry sank on the 3rd of March, 2019.", "[the 3rd of March, 2019] DATE 2019-03-03"},
	{"The ferry sank on 2019-03-03.", "[2019-03-03] DATE 2019-03-03"},
	{"The ferry sank on 3/4/2019.", "[3/4/2019] DATE 2019-03-04"},
	{"The ferry sank on Sunday, November 14.", "[Sunday, November 14] DATE 2021-11-14"},
	{"The ferry sank on Nov. 14, 2020.", "[Nov. 14, 2020] DATE 2020-11-14"},
	{"The ferry sank two days ago.", "[two days ago] DATE 2021-11-22"},
	{"The ferry sank three weeks ago.", "[three weeks ago] DATE 2021-W44"},
	{"The ferry will sail in ten days.", "[ten days] DURATION P10D"},

	// Weeks, weekends, months
	{"The talks resume next week.", "[next week] DATE 2021-W48"},
	{"The talks stalled last week.", "[last week] DATE 2021-W46"},
	{"The talks stalled over the weekend.", "[the weekend] DATE 2021-W46-WE"},
	{"The talks resume next weekend.", "[next weekend] DATE 2021-W48-WE"},
	{"The talks stalled earlier this month.", "[earlier this month] DATE 2021-11 START"},
	{"The talks stalled late last month.", "[late last month] DATE 2021-10 END"},
	{"The talks stalled in October.", "[October] DATE 2021-10"},
	{"The talks will resume in February.", "[February] DATE 2022-02"},
	{"The talks stalled in mid-August this year.", "[mid-August this year] DATE 2021-08 MID"},
	{"The talks stalled in early November.", "[early November] DATE 2021-11 START"},
	{"The talks stalled at the end of September.", "[the end of September] DATE 2021-09 END"},
	{"The talks stalled in February 2020.", "[February 2020] DATE 2020-02"},
	{"The talks stalled last March.", "[last March] DATE 2021-03"},
	{"The talks will resume next April.", "[next April] DATE 2022-04"},

	// Years and more
	{"The mill closed in 1987.", "[1987] DATE 1987"},
	{"The mill closed last year.", "[last year] DATE 2020"},
	{"The mill will close next year.", "[next year] DATE 2022"},
	{"The mill closed in the 1980s.", "[the 1980s] DATE 198"},
	{"The mill closed in the mid-1980s.", "[the mid-1980s] DATE 198 MID"},
	{"The mill closed in the nineties.", "[the nineties] DATE 199"},
	{"The mill closed in the 19th century.", "[the 19th century] DATE 18"},
	{"The mill closed two years ago.", "[two years ago] DATE 2019"},
	{"The mill closed in the summer of 1987.", "[the summer of 1987] DATE 1987-SU"},
	{"The mill closed last summer.", "[last summer] DATE 2020-SU"},
	{"The mill closed in 44 BC.", "[44 BC] DATE BC0044"},
	{"The mill will close by the end of 2030.", "[the end of 2030] DATE 2030 END"},
	{"The mill lost money in fiscal 2020.", "[fiscal 2020] DATE 2020"},

	// Quarters and halves
	{"Profit fell in the third quarter.", "[the third quarter] DATE 2021-Q3"},
	{"Profit fell in the fourth quarter of 2019.", "[the fourth quarter of 2019] DATE 2019-Q4"},
	{"Profit fell in Q3 2020.", "[Q3 2020] DATE 2020-Q3"},
	{"Profit fell in the first half of this year.", "[the first half of this year] DATE 2021-H1"},
	{"Profit will rise in the second half.", "[the second half] DATE 2021-H2"},

	// Times
	{"He spoke at 7 p.m. on Tuesday.", "[7 p.m. on Tuesday] TIME 2021-11-23T19:00"},
	{"He spoke at 10:30 a.m. EDT on November 3.", "[10:30 a.m. EDT on November 3] TIME 2021-11-03T10:30"},
	{"He spoke on Tuesday night.", "[Tuesday night] TIME 2021-11-23TNI"},
	{"He spoke last night.", "[last night] TIME 2021-11-23TNI"},
	{"He spoke this morning.", "[this morning] TIME 2021-11-24TMO"},
	{"He will speak tomorrow afternoon.", "[tomorrow afternoon] TIME 2021-11-25TAF"},
	{"He spoke at noon on Friday.", "[noon on Friday] TIME 2021-11-19T12:00"},
	{"He spoke shortly before midnight on Monday.", "[midnight on Monday] TIME 2021-11-22T24"},
	{"He spoke at 0700 GMT on Tuesday.", "[0700 GMT on Tuesday] TIME 2021-11-23T07:00"},
	{"He will speak tonight.", "[tonight] TIME 2021-11-24TNI"},

	// Durations
	{"He was held for two weeks.", "[two weeks] DURATION P2W"},
	{"He was held for more than nine days.", "[more than nine days] DURATION P9D MORE_THAN"},
	{"He was held for at least six months.", "[at least six months] DURATION P6M EQUAL_OR_MORE"},
	{"He was held for a year and a half.", "[a year and a half] DURATION P1Y6M"},
	{"He was held for several hours.", "[several hours] DURATION PTXH"},
	{"He was held for nearly three decades.", "[nearly three decades] DURATION P30Y LESS_THAN"},
	{"He was held for the past five years.", "[the past five years] DURATION P5Y"},
	{"He was held for 90 minutes.", "[90 minutes] DURATION PT90M"},
	{"It was a two-day meeting.", "[two-day] DURATION P2D"},

	// Sets
	{"The bus runs every Thursday.", "[every Thursday] SET XXXX-WXX-4"},
	{"The bus runs daily.", "[daily] SET P1D"},
	{"The bus runs every two hours.", "[every two hours] SET PT2H"},
	{"The bus runs each winter.", "[each winter] SET XXXX-WI"},
	{"The bus runs on Mondays.", "[Mondays] SET XXXX-WXX-1"},

	// Vague
	{"The road was closed recently.", "[recently] DATE PAST_REF"},
	{"The road is now closed.", "[now] DATE PRESENT_REF"},
	{"The road will open soon.", "[soon] DATE FUTURE_REF"},
	{"The road will open in the coming weeks.", "[the coming weeks] DATE FUTURE_REF"},
	{"The road was closed a few days ago.", "[a few days ago] DATE PAST_REF"},
	{"The road was closed in recent years.", "[recent years] DURATION PXY"},

	// Ranges and lists
	{"It rained from October 9 to 10.", "[October 9] DATE 2021-10-09; [10] DATE 2021-10-10"},
	{"It rained on Monday, Wednesday and Friday.", "[Monday] DATE 2021-11-15; [Wednesday] DATE 2021-11-17; [Friday] DATE 2021-11-19"},
	{"It rained between 2009 and 2011.", "[2009] DATE 2009; [2011] DATE 2011"},
	{"It rained from Oct. 30 to Nov. 14, 2020.", "[Oct. 30] DATE 2020-10-30; [Nov. 14, 2020] DATE 2020-11-14"},
	{"It rained on 12-14 May 2019.", "[12] DATE 2019-05-12; [14 May 2019] DATE 2019-05-14"},
	{"It rained between May 20 and 22.", "[May 20] DATE 2021-05-20; [22] DATE 2021-05-22"},

	// Named days
	{"It snowed on Christmas Day.", "[Christmas Day] DATE 2020-12-25"},
	{"It snowed on Christmas Eve last year.", "[Christmas Eve last year] DATE 2020-12-24"},
	{"It will snow at Easter.", "[Easter] DATE 2022-04-17"},
	{"It snowed on Thanksgiving.", "[Thanksgiving] DATE 2021-11-25"},
	{"It snowed on New Year's Eve.", "[New Year's Eve] DATE 2020-12-31"},
	{"It rained on Diwali.", "[Diwali] DATE 2021-11-04"},

	// Anchored on another
	{"He came in May 2015. A year later he left.", "[May 2015] DATE 2015-05; [A year later] DATE 2016"},
	{"He came on May 3, 2015. He left the following day.", "[May 3, 2015] DATE 2015-05-03; [the following day] DATE 2015-05-04"},
	{"He came on May 3, 2015. He left two days later.", "[May 3, 2015] DATE 2015-05-03; [two days later] DATE 2015-05-05"},
	{"He came in 1995. The next year he left.", "[1995] DATE 1995; [The next year] DATE 1996"},
	{"He came on Monday. He left the same day.", "[Monday] DATE 2021-11-22; [the same day] DATE 2021-11-22"},

	// Mod
	{"It cost nothing before 1990.", "[1990] DATE 1990"},
	{"It began around 1990.", "[around 1990] DATE 1990 APPROX"},
	{"It began in early 1990.", "[early 1990] DATE 1990 START"},
	{"It lasted about two hours.", "[two hours] DURATION PT2H APPROX"},
	{"It lasted less than a week.", "[less than a week] DURATION P1W LESS_THAN"},
	{"It took up to three years.", "[up to three years] DURATION P3Y EQUAL_OR_LESS"},

	// News of today
	{"The ceasefire has held since Friday.", "[Friday] DATE 2021-11-19"},
	{"The plant will open by March.", "[March] DATE 2022-03"},
	{"The vote is due on December 5.", "[December 5] DATE 2021-12-05"},
	{"The vote, planned for 5 December, was put off until January.", "[5 December] DATE 2021-12-05; [January] DATE 2022-01"},
	{"The law takes effect on Jan. 1.", "[Jan. 1] DATE 2022-01-01"},
	{"The company, founded in 1921, has 300 staff.", "[1921] DATE 1921"},
	{"The season ends on Saturday.", "[Saturday] DATE 2021-11-27"},
	{"He has led the party since early 2019.", "[early 2019] DATE 2019 START"},
	{"It was the hottest July since 1936.", "[July] DATE 2021-07; [1936] DATE 1936"},
	{"The 2020 season was cut short.", "[2020] DATE 2020"},
	{"The three months to June were dry.", "[The three months] DURATION P3M; [June] DATE 2021-06"},
	{"The match on Saturday night ended at 9:45 p.m.", "[Saturday night] TIME 2021-11-20TNI; [9:45 p.m.] TIME 2021-11-20T21:45"},

	// Places and sides that are easy to miss
	{"It rained in May and June 2019.", "[May] DATE 2019-05; [June 2019] DATE 2019-06"},
	{"It rained from December to January 2021.", "[December] DATE 2020-12; [January 2021] DATE 2021-01"},
	{"It rained from October 9 to 10, 2019.", "[October 9] DATE 2019-10-09; [10, 2019] DATE 2019-10-10"},
	{"It lived 66 million years ago.", "[66 million years ago] DATE PAST_REF"},
	{"The loan ran over seven years.", "[seven years] DURATION P7Y"},
	{"The loan ran for over seven years.", "[seven years] DURATION P7Y MORE_THAN"},
	{"We opened it the way we planned in October.", "[October] DATE 2021-10"},
	{"The forecast for the year ending in March was cut.", "[the year] DURATION P1Y; [March] DATE 2022-03"},
	{"The mill closed in 2019, and opened in 2014. A vote is set for July 4.", "[2019] DATE 2019; [2014] DATE 2014; [July 4] DATE 2022-07-04"},

	// Days of the week with their date, in the order of either side of the ocean
	{"The ferry sank on Sunday 14 November.", "[Sunday 14 November] DATE 2021-11-14"},
	{"The ferry sank on Sunday, 14th November 2021, at dawn.", "[Sunday, 14th November 2021] DATE 2021-11-14"},
	{"The ferry will sail on Sat 11 Dec.", "[Sat 11 Dec.] DATE 2021-12-11"},
	{"The ferry sank on Sunday, the 14th of November.", "[Sunday, the 14th of November] DATE 2021-11-14"},
	{"The ferry sank last Oct. 30.", "[last Oct. 30] DATE 2021-10-30"},
	{"The ferry sank last Dec. 30.", "[last Dec. 30] DATE 2020-12-30"},
	{"The ferry sank ten years ago today.", "[ten years ago today] DATE 2011-11-24"},
	{"The ferry sank on Monday of last week.", "[Monday of last week] DATE 2021-11-15"},
	{"The ferry sank on the second Sunday of October.", "[the second Sunday of October] DATE 2021-10-10"},

	// Which side: verbs, deadlines, what has happened
	{"Friday is the deadline.", "[Friday] DATE 2021-11-26"},
	{"The shop opens on Friday.", "[Friday] DATE 2021-11-26"},
	{"The two sides meet on Friday.", "[Friday] DATE 2021-11-26"},
	{"The two sides met on Friday.", "[Friday] DATE 2021-11-19"},
	{"The court may rule on Friday.", "[Friday] DATE 2021-11-26"},
	{"The court could not rule on Friday.", "[Friday] DATE 2021-11-19"},
	{"The court may have ruled on Friday.", "[Friday] DATE 2021-11-19"},
	{"The court will review the January 6 riot.", "[January 6] DATE 2021-01-06"},
	{"The court will review Friday's ruling.", "[Friday] DATE 2021-11-19"},
	{"The court had to decide by Friday.", "[Friday] DATE 2021-11-26"},
	{"The firm agreed to pay by Friday.", "[Friday] DATE 2021-11-26"},
	{"The firm announced an agreement to buy the mill in January.", "[January] DATE 2022-01"},
	{"The firm agreed to buy the mill in January.", "[January] DATE 2022-01"},
	{"In January the firm agreed to buy the mill.", "[January] DATE 2021-01"},
	{"The rent would be due on an unnamed day in January.", "[January] DATE 2022-01"},
	{"He said on Friday he would appeal.", "[Friday] DATE 2021-11-19"},
	{"Theresa May said on Friday she would go.", "[Friday] DATE 2021-11-19"},
	{"The mayor, who resigned on Friday, will stand again.", "[Friday] DATE 2021-11-19"},
	{"The talks were set to end on Friday.", "[Friday] DATE 2021-11-26"},
	{"The talks had been set for Friday.", "[Friday] DATE 2021-11-19"},
	{"The game on Friday will be hard.", "[Friday] DATE 2021-11-26"},
	{"The ministry, which will close its office, on Friday called the report false.", "[Friday] DATE 2021-11-19"},
	{"The ministry on Friday will call the report false.", "[Friday] DATE 2021-11-26"},
	{"The report was not published until Friday.", "[Friday] DATE 2021-11-19"},
	{"The office didn't open until Friday.", "[Friday] DATE 2021-11-19"},
	{"The office won't open until Friday.", "[Friday] DATE 2021-11-26"},
	{"The court won't rule on Friday.", "[Friday] DATE 2021-11-26"},
	{"The court didn’t rule on Friday.", "[Friday] DATE 2021-11-19"},
	{"The office is closed until Friday.", "[Friday] DATE 2021-11-26"},
	{"Shops were full ahead of the match on Friday.", "[Friday] DATE 2021-11-26"},
	{"The match was called off due to rain on Friday.", "[Friday] DATE 2021-11-19"},
	{"The match was due to end on Friday.", "[Friday] DATE 2021-11-26"},
	{"The firm reported higher than expected sales on Friday.", "[Friday] DATE 2021-11-19"},
	{"The sides agreed to a deal on Friday.", "[Friday] DATE 2021-11-19"},
	{"They scored 48 runs on Friday.", "[Friday] DATE 2021-11-19"},
	{"The tournament beginning Friday is the last.", "[Friday] DATE 2021-11-26"},
	{"She will one day lead the party.", "[one day] DATE FUTURE_REF"},

	// Weeks and weekends
	{"The talks resume the week after next.", "[the week after next] DATE 2021-W49"},
	{"The talks resume this coming weekend.", "[this coming weekend] DATE 2021-W47-WE"},
	{"The talks stalled the weekend before last.", "[the weekend before last] DATE 2021-W45-WE"},
	{"The talks resume in the week of December 6.", "[the week of December 6] DATE 2021-W49"},
	{"The talks stalled in the last week of September.", "[the last week of September] DATE 2021-09 END"},
	{"The talks stalled on Thanksgiving weekend and Memorial Day weekend.", "[Thanksgiving weekend] DATE 2021-W47-WE; [Memorial Day weekend] DATE 2021-W21-WE"},

	// Seasons and sports years, halves, quarters and fiscal years
	{"The club came last in the 2019/20 season.", "[2019/20] DATE 2019"},
	{"The club came last in 2019-20.", "[2019] DATE 2019; [20] DATE 2020"},
	{"Sales fell in the second and third quarters.", "[second] DATE 2021-Q2; [third quarters] DATE 2021-Q3"},
	{"Sales fell in the first half of 2020 and in 2H20.", "[the first half of 2020] DATE 2020-H1; [2H20] DATE 2020-H2"},
	{"Sales fell in Q3 FY21.", "[Q3 FY21] DATE 2021-Q3"},
	{"Sales fell in 3Q 2020 and in the fourth quarter of fiscal 2019.", "[3Q 2020] DATE 2020-Q3; [the fourth quarter of fiscal 2019] DATE 2019-Q4"},
	{"Sales are counted every quarter.", "[every quarter] SET P1Q"},
	{"Sales fell in the financial year 2020.", "[the financial year 2020] DATE 2020"},
	{"Sales fell in the third quarter, from a year earlier.", "[the third quarter] DATE 2021-Q3; [a year earlier] DATE 2020-Q3"},
	{"In 2015 sales fell from a year earlier.", "[2015] DATE 2015; [a year earlier] DATE 2014"},
	{"Sales fell in the quarter, after the year-ago quarter.", "[the quarter] DATE 2021-Q3; [the year-ago quarter] DATE 2020-Q3"},
	{"It was built in the spring of 2019, opened that autumn and closed last winter.", "[the spring of 2019] DATE 2019-SP; [that autumn] DATE 2019-FA; [last winter] DATE 2020-WI"},

	// Decades, centuries, eras
	{"It was built in the 1600s, in the noughties or in the late '90s.", "[the 1600s] DATE 16; [the noughties] DATE 200; [the late '90s] DATE 199 END"},
	{"It was built in the 1960s and 70s.", "[the 1960s] DATE 196; [70s] DATE 197"},
	{"It was begun in 1489 and stood from 1511 to 1870.", "[1489] DATE 1489; [1511] DATE 1511; [1870] DATE 1870"},
	{"It was built in the 18th and 19th centuries.", "[18th] DATE 17; [19th centuries] DATE 18"},
	{"It was built in the third century BC.", "[the third century BC] DATE BC02"},
	{"It was built in A.D. 79 or 450 BCE.", "[A.D. 79] DATE 0079; [450 BCE] DATE BC0450"},
	{"It was built half a century ago.", "[half a century ago] DATE 1971"},
	{"It formed 4.5 billion years ago.", "[4.5 billion years ago] DATE PAST_REF"},
	{"It formed hundreds of millions of years ago.", "[hundreds of millions of years ago] DATE PAST_REF"},

	// Times of day and zones
	{"She spoke at 11:45pm on Saturday night.", "[11:45pm on Saturday night] TIME 2021-11-20T23:45"},
	{"She spoke at 6.15am yesterday.", "[6.15am yesterday] TIME 2021-11-23T06:15"},
	{"She spoke between 2 a.m. and 4 a.m. on Tuesday.", "[2 a.m.] TIME 2021-11-23T02:00; [4 a.m. on Tuesday] TIME 2021-11-23T04:00"},
	{"She will speak 7-9 p.m. Friday.", "[7] TIME 2021-11-26T19:00; [9 p.m. Friday] TIME 2021-11-26T21:00"},
	{"She works from 9 to 5 p.m.", "[9] TIME 2021-11-24T09:00; [5 p.m.] TIME 2021-11-24T17:00"},
	{"She spoke at 10:35 a.m. (0735 GMT) on Friday.", "[10:35 a.m.] TIME 2021-11-19T10:35; [0735 GMT] TIME 2021-11-19T07:35; [Friday] DATE 2021-11-19"},
	{"She spoke at half past seven on Friday.", "[half past seven on Friday] TIME 2021-11-19T07:30"},
	{"She speaks at 9 a.m. on Mondays.", "[9 a.m. on Mondays] SET XXXX-WXX-1T09:00"},
	{"She spoke at noon every Wednesday.", "[noon every Wednesday] SET XXXX-WXX-3T12:00"},
	{"She spoke at 2021-11-03T10:15:00+05:30.", "[2021-11-03T10:15:00+05:30] TIME 2021-11-03T10:15:00"},
	{"She spoke the night before last.", "[the night before last] TIME 2021-11-22TNI"},
	{"She spoke late on Monday night and again early this morning.", "[Monday night] TIME 2021-11-22TNI END; [early this morning] TIME 2021-11-24TMO START"},
	{"She will speak by the end of the day.", "[the end of the day] DATE 2021-11-24 END"},

	// Named days
	{"The shops closed on Good Friday and Easter Monday.", "[Good Friday] DATE 2021-04-02; [Easter Monday] DATE 2021-04-05"},
	{"The shops closed for Eid al-Fitr, for Holi and for Yom Kippur.", "[Eid al-Fitr] DATE 2021-05-13; [Holi] DATE 2021-03-29; [Yom Kippur] DATE 2021-09-16"},
	{"The shops closed on New Year's and on Christmas morning.", "[New Year's] DATE 2021-01-01; [Christmas morning] TIME 2020-12-25TMO"},
	{"The shops will close on Victoria Day, Giving Tuesday and Christmas Eve.", "[Victoria Day] DATE 2022-05-23; [Giving Tuesday] DATE 2021-11-30; [Christmas Eve] DATE 2021-12-24"},
	{"The shops closed during Ramadan in 2019.", "[Ramadan in 2019] DATE 2019-05-06"},
	{"The shops closed every Christmas.", "[every Christmas] SET XXXX-12-25"},

	// Durations
	{"He was held for 2.5 years.", "[2.5 years] DURATION P2Y6M"},
	{"He was held for three years and four months.", "[three years and four months] DURATION P3Y4M"},
	{"He was held for 1 hour 20 minutes.", "[1 hour 20 minutes] DURATION PT1H20M"},
	{"He was held for half an hour, and for a half-hour.", "[half an hour] DURATION PT30M; [half-hour] DURATION PT30M"},
	{"He was held for another two weeks.", "[another two weeks] DURATION P2W"},
	{"He was held for ten or twelve days.", "[ten or twelve days] DURATION P10D EQUAL_OR_MORE"},
	{"He was held for 18 to 24 months.", "[18 to 24 months] DURATION P18M EQUAL_OR_MORE"},
	{"He was held for hundreds of years.", "[hundreds of years] DURATION PXY"},
	{"The strike will last 48 hours.", "[48 hours] DURATION PT48H"},
	{"The strike went on for the rest of the year.", "[the rest of the year] DATE 2021 END"},
	{"He was freed a week later than planned.", "[a week] DURATION P1W"},
	{"A few days later he was free.", "[A few days later] DURATION PXD"},

	// Sets
	{"The bus runs on the first Monday of each month.", "[the first Monday of each month] SET P1M"},
	{"The bus runs every other week, twice a day and four times a year.", "[every other week] SET P2W; [twice a day] SET P1D; [four times a year] SET P1Y"},
	{"The bus runs in the mornings, on Sunday nights and each July.", "[the mornings] SET XXXX-XX-XXTMO; [Sunday nights] SET XXXX-WXX-7TNI; [each July] SET XXXX-07"},
	{"The bus runs on Friday and Saturday nights.", "[Friday] SET XXXX-WXX-5TNI; [Saturday nights] SET XXXX-WXX-6TNI"},
	{"The bus runs every other week and every third year.", "[every other week] SET P2W; [every third year] SET P3Y"},
	{"The bus runs weekly, costs $3 a day, and is late every time.", "[weekly] SET P1W; [a day] SET P1D"},

	// Vague references
	{"The road has lately been closed; these days nobody knows why.", "[lately] DATE PAST_REF; [these days] DATE PRESENT_REF"},
	{"The road will open in the near future, or as soon as possible.", "[the near future] DATE FUTURE_REF; [as soon as possible] DATE FUTURE_REF"},
	{"The road was closed in the past, and in the recent past.", "[the past] DATE PAST_REF; [the recent past] DATE PAST_REF"},

	// Lists
	{"It rained on 5, 6 and 7 October.", "[5] DATE 2021-10-05; [6] DATE 2021-10-06; [7 October] DATE 2021-10-07"},
	{"It rained on the 5th and 6th of October 2020.", "[5th] DATE 2020-10-05; [6th of October 2020] DATE 2020-10-06"},
	{"It rained in April, May and June 2020.", "[April] DATE 2020-04; [May] DATE 2020-05; [June 2020] DATE 2020-06"},
	{"It rained in 1987, 1988 and 1991.", "[1987] DATE 1987; [1988] DATE 1988; [1991] DATE 1991"},
	{"It rained from 2 to 4 May and on July 26-27.", "[2] DATE 2021-05-02; [4 May] DATE 2021-05-04; [July 26] DATE 2021-07-26; [27] DATE 2021-07-27"},
	{"It rained from Monday to Friday.", "[Monday] DATE 2021-11-15; [Friday] DATE 2021-11-19"},
	{"It will rain from Friday to Sunday.", "[Friday] DATE 2021-11-26; [Sunday] DATE 2021-11-28"},
	{"It rained in Sept-Oct 2019, and in H2 of 2020.", "[Sept] DATE 2019-09; [Oct 2019] DATE 2019-10; [H2 of 2020] DATE 2020-H2"},
	{"It rained Friday through Sunday.", "[Friday] DATE 2021-11-19; [Sunday] DATE 2021-11-21"},

	// Anchored on another
	{"He came in May 2015. He left the following week. Earlier that month he had married.", "[May 2015] DATE 2015-05; [the following week] DATE 2015-W19; [Earlier that month] DATE 2015-05 START"},
	{"He came on May 3, 2015. The previous day it had rained, and three weeks earlier it had snowed.", "[May 3, 2015] DATE 2015-05-03; [The previous day] DATE 2015-05-02; [three weeks earlier] DATE 2015-W15"},
	{"He came on May 3, 2015, a Sunday. He left the next morning.", "[May 3, 2015] DATE 2015-05-03; [the next morning] TIME 2015-05-04TMO"},
	{"He came on May 3, 2015. He left at 5 p.m. the next day, and at noon that day he slept.", "[May 3, 2015] DATE 2015-05-03; [5 p.m. the next day] TIME 2015-05-04T17:00; [noon that day] TIME 2015-05-04T12:00"},
	{"He came on May 3, 2015. He left two years and three months later.", "[May 3, 2015] DATE 2015-05-03; [two years and three months later] DATE 2017-08"},
	{"He came in 2015. Two years later he left; the same year she died.", "[2015] DATE 2015; [Two years later] DATE 2017; [the same year] DATE 2017"},

	// The ends of periods, and bounds on points in time
	{"It was more than two years ago, nearly ten years ago or less than a month ago.", "[more than two years ago] DATE 2019 BEFORE; [nearly ten years ago] DATE 2011 APPROX; [less than a month ago] DATE 2021-10 AFTER"},
	{"It is due no later than June 5 and no earlier than 2023.", "[no later than June 5] DATE 2022-06-05 ON_OR_BEFORE; [no earlier than 2023] DATE 2023 ON_OR_AFTER"},
	{"It was the post-2008 slump, or the pre-1989 border.", "[post-2008] DATE 2008 AFTER; [pre-1989] DATE 1989 BEFORE"},
	{"It was the last week of September, the last day of October, the last quarter of 2019.", "[the last week of September] DATE 2021-09 END; [the last day of October] DATE 2021-10-31; [the last quarter of 2019] DATE 2019-Q4"},
	{"It was the last day of the trial, and the last year of the war.", ""},
	{"It was the first week of March 2020.", "[the first week of March 2020] DATE 2020-03 START"},
	{"It was a Sunday; a Sunday paper said so.", "[Sunday] DATE 2021-11-21"},

	// British and American, figures and schedules
	{"He will be back on Saturday week.", "[Saturday week] DATE 2021-12-04"},
	{"He will be back a week on Saturday, or two weeks from Tuesday.", "[a week on Saturday] DATE 2021-12-04; [two weeks from Tuesday] DATE 2021-12-14"},
	{"He left two weeks ago Friday.", "[two weeks ago Friday] DATE 2021-11-05"},
	{"He stayed for two weeks from Tuesday.", "[two weeks] DURATION P2W; [Tuesday] DATE 2021-11-23"},
	{"The shop is open Mon-Fri, and Sat–Sun by request.", "[Mon] SET XXXX-WXX-1; [Fri] SET XXXX-WXX-5; [Sat] SET XXXX-WXX-6; [Sun] SET XXXX-WXX-7"},
	{"They met on 11/20 and on Tuesday, 11/16.", "[11/20] DATE 2021-11-20; [Tuesday, 11/16] DATE 2021-11-16"},
	{"They will meet on 12/1 at 9 a.m.", "[12/1 at 9 a.m.] TIME 2021-12-01T09:00"},
	{"The plant closed in week 31 of 2020 and in calendar week 42.", "[week 31 of 2020] DATE 2020-W31; [week 42] DATE 2021-W42"},
	{"The plant opened on 2020-W31-2 and will close in 2022-W05.", "[2020-W31-2] DATE 2020-07-28; [2022-W05] DATE 2022-W05"},
	{"The mill stood from mid-August to the end of next year.", "[mid-August] DATE 2021-08 MID; [the end of next year] DATE 2022 END"},
	{"The club won the league in 2020/21 and the cup in 2019-20.", "[2020/21] DATE 2020; [2019] DATE 2019; [20] DATE 2020"},
	{"Life began about 4.5 billion years ago.", "[4.5 billion years ago] DATE PAST_REF APPROX"},

	{"He left in 2016. Sales will double over the next year, she said.", "[2016] DATE 2016; [the next year] DATE 2022"},
	{"He will stay for the next year.", "[the next year] DURATION P1Y"},
	{"In today's world, for the foreseeable future, future losses soon became a habit.", ""},
	{"He will soon be back, and hoped to return soon.", "[soon] DATE FUTURE_REF; [soon] DATE FUTURE_REF"},
	{"There is no doubt that they could meet on Friday.", "[Friday] DATE 2021-11-26"},
	{"They will meet from Friday to Tuesday next week.", "[Friday] DATE 2021-11-26; [Tuesday next week] DATE 2021-11-30"},
	{"The fleet sailed in August 480 BC and in the spring of 479 BC.", "[August 480 BC] DATE BC0480-08; [the spring of 479 BC] DATE BC0479-SP"},
	{"Sales fell in the first two quarters of 2020.", "[the first two quarters of 2020] DATE 2020-H1"},
	{"Sales fell in the third quarter, after a weak second quarter, from a year earlier.", "[the third quarter] DATE 2021-Q3; [second quarter] DATE 2021-Q2; [a year earlier] DATE 2020-Q3"},
	{"Sales fell in the quarter ended July 31.", "[the quarter] DATE 2021-Q2; [July 31] DATE 2021-07-31"},
	{"Sales were flat for the year.", "[the year] DATE 2021"},
	{"They had no plan to meet on Friday.", "[Friday] DATE 2021-11-26"},
	{"None of them could be reached on Friday.", "[Friday] DATE 2021-11-19"},
	{"It has been closed since December.", "[December] DATE 2020-12"},
	{"It sells 300 tickets a week and two dozen cars a day.", "[a week] SET P1W; [a day] SET P1D"},

	{"The shops were full the day after Christmas and the day before last Saturday.", "[the day after Christmas] DATE 2020-12-26; [the day before last Saturday] DATE 2021-11-19"},
	{"The shops were full the day after Kwanzaa.", "[the day after Kwanzaa] DATE 2021-01-02"},
	{"The shops were full the day after March 1, 2020 and the day after the vote.", "[the day after March 1, 2020] DATE 2020-03-02"},

	{"They met on Tuesday and Wednesday last week, and on Thursday (18 November).", "[Tuesday] DATE 2021-11-16; [Wednesday last week] DATE 2021-11-17; [Thursday] DATE 2021-11-18; [18 November] DATE 2021-11-18"},
	{"They met two Fridays ago, on Friday the 12th; they will meet on Friday the 17th.", "[two Fridays ago] DATE 2021-11-12; [Friday the 12th] DATE 2021-11-12; [Friday the 17th] DATE 2021-12-17"},
	{"In the year to September, and in the week to Nov. 21, prices rose.", "[the year] DURATION P1Y; [September] DATE 2021-09; [the week] DURATION P1W; [Nov. 21] DATE 2021-11-21"},
	{"Ramadan ended on Sunday.", "[Ramadan] DATE 2021-04-13; [Sunday] DATE 2021-11-21"},

	{"The mill closed in Aug, in the first week of 2015 and on the last day of last year.", "[Aug] DATE 2021-08; [the first week of 2015] DATE 2015-W01; [the last day of last year] DATE 2020-12-31"},
	{"The mill opened on 1st Jan 2019, on the 12 of Nov and at the end of Sept.", "[1st Jan 2019] DATE 2019-01-01; [the 12 of Nov] DATE 2021-11-12; [the end of Sept.] DATE 2021-09 END"},
	{"The mill opened last Nov and on the first day of 2019.", "[last Nov] DATE 2020-11; [the first day of 2019] DATE 2019-01-01"},

	{"A decades-long fight ended 20-odd years ago, three or four years ago or 30-plus months ago.", "[decades-long] DURATION PXDE; [20-odd years ago] DATE 2001; [three or four years ago] DATE 2018 APPROX; [30-plus months ago] DATE 2019-05"},

	{"It took months, and follows weeks of talks.", "[months] DURATION PXM; [weeks] DURATION PXW"},

	// Feasts that are on, ahead or over
	{"Talks resume on Midsummer Day.", "[Midsummer Day] DATE 2022-06-24"},
	{"Talks resumed on Midsummer's Eve.", "[Midsummer's Eve] DATE 2021-06-23"},
	{"The market closed for the Mid-Autumn Festival and for Shavuot.", "[Mid-Autumn Festival] DATE 2021-09-21; [Shavuot] DATE 2021-05-17"},
	{"The market closed during Ramadan, and will close when Ramadan begins next year.", "[Ramadan] DATE 2021-04-13; [Ramadan] DATE 2022-04-02; [next year] DATE 2022"},

	// Some of everything
	{"The loss was in the twelve months to June 30, 2020.", "[the twelve months] DURATION P12M; [June 30, 2020] DATE 2020-06-30"},
	{"The report covers the week ending October 9.", "[the week] DURATION P1W; [October 9] DATE 2021-10-09"},
	{"09.10.2021 was a Saturday.", "[09.10.2021] DATE 2021-10-09"},
	{"The report is dated 9-Oct-21 and signed 09.10.2021.", "[9-Oct-21] DATE 2021-10-09; [09.10.2021] DATE 2021-10-09"},
	{"The report came on Oct. 9–10, and on 2020-10.", "[Oct. 9] DATE 2021-10-09; [10] DATE 2021-10-10; [2020-10] DATE 2020-10"},
	{"The report is due at year-end, the end of the year or the start of 2022.", "[year-end] DATE 2021-12-31; [the end of the year] DATE 2021 END; [the start of 2022] DATE 2022 START"},
	{"The report is for mid-2019, early 2020 and late in 2020.", "[mid-2019] DATE 2019 MID; [early 2020] DATE 2020 START; [late in 2020] DATE 2020 END"},
	{"The report came earlier this year, later that year and early last week.", "[earlier this year] DATE 2021 START; [later that year] DATE 2021 END; [early last week] DATE 2021-W46 START"},
	{"The report will be out in early January and by the end of next year.", "[early January] DATE 2022-01 START; [the end of next year] DATE 2022 END"},
	{"The report was due no later than 2018, and in 2018 or later.", "[no later than 2018] DATE 2018 ON_OR_BEFORE; [2018 or later] DATE 2018 ON_OR_AFTER"},
	{"The report took nearly a year, over two years, or up to ten days.", "[nearly a year] DURATION P1Y LESS_THAN; [two years] DURATION P2Y MORE_THAN; [up to ten days] DURATION P10D EQUAL_OR_LESS"},
	{"The report came less than 48 hours before, within three days.", "[less than 48 hours before] DURATION PT48H BEFORE; [three days] DURATION P3D"},
	{"The report took two to three weeks, a decade, a couple of months and several weeks.", "[two to three weeks] DURATION P2W EQUAL_OR_MORE; [a decade] DURATION P10Y; [a couple of months] DURATION P2M; [several weeks] DURATION PXW"},
	{"He was 30 when he came, a year ago, and is now 31.", "[a year ago] DATE 2020; [now] DATE PRESENT_REF"},
	{"He came from 2009 to 2017, and until 2020.", "[2009] DATE 2009; [2017] DATE 2017; [2020] DATE 2020"},
	{"He comes each year, every summer, on weekends and monthly.", "[each year] SET P1Y; [every summer] SET XXXX-SU; [weekends] SET XXXX-WXX-WE; [monthly] SET P1M"},
	{"He is the current chair, and soon will not be.", "[current] DATE PRESENT_REF; [soon] DATE FUTURE_REF"},
	{"He comes on Wednesday nights; he came that Wednesday night.", "[Wednesday nights] SET XXXX-WXX-3TNI; [that Wednesday night] TIME 2021-11-24TNI"},
	{"He came this week, last month, next year, this quarter.", "[this week] DATE 2021-W47; [last month] DATE 2021-10; [next year] DATE 2022; [this quarter] DATE 2021-Q4"},
	{"He came that week, the previous month and the following year.", "[that week] DATE 2021-W47; [the previous month] DATE 2021-10; [the following year] DATE 2022"},
	{"He will come in the spring, next summer or this winter.", "[the spring] DATE 2022-SP; [next summer] DATE 2022-SU; [this winter] DATE 2021-WI"},
	{"He will come in two weeks, two weeks from now, in the coming year.", "[two weeks] DURATION P2W; [two weeks from now] DATE 2021-W49; [the coming year] DATE 2022"},
	{"BERLIN, Nov. 23 (ABC) - He came on Tuesday.", "[Nov. 23] DATE 2021-11-23; [Tuesday] DATE 2021-11-23"},
	{"MOSCOW, 23 November - He came on Tuesday.", "[23 November] DATE 2021-11-23; [Tuesday] DATE 2021-11-23"},
	{"Posted 9:15 am EST Nov. 22, 2021 | Updated 10:30 GMT, 23 November 2021", "[9:15 am EST Nov. 22, 2021] TIME 2021-11-22T09:15; [10:30 GMT, 23 November 2021] TIME 2021-11-23T10:30"},

	// Hours that the part of day shows, and zones that are regions
	{"The kiosk shut at 9 tonight.", "[9 tonight] TIME 2021-11-24T21:00"},
	{"The kiosk shut by six on Tuesday morning.", "[six on Tuesday morning] TIME 2021-11-23T06:00"},
	{"The kiosk shut at 9:30 this morning.", "[9:30 this morning] TIME 2021-11-24T09:30"},
	{"The kiosk shut at 7 last night.", "[7 last night] TIME 2021-11-23T19:00"},
	{"The kiosk shut at 9 on Friday.", "[Friday] DATE 2021-11-19"},
	{"The kiosk shut at 1900 local time.", "[1900 local time] TIME 2021-11-24T19:00"},
	{"The kiosk shut at six Central Time.", "[six Central Time] TIME 2021-11-24T06:00"},
	{"The kiosk is open until at least 2130 local time.", "[at least 2130 local time] TIME 2021-11-24T21:30 ON_OR_AFTER"},
	{"It snowed later in the afternoon.", "[later in the afternoon] TIME 2021-11-24TAF END"},
	{"It snowed late in the evening.", "[late in the evening] TIME 2021-11-24TEV END"},

	// Lengths in parts, rates, and lengths beside an event
	{"She rowed for two weeks, three days and four hours.", "[two weeks, three days and four hours] DURATION P2W3DT4H"},
	{"She rowed for two hours, 3 minutes and 20 seconds.", "[two hours, 3 minutes and 20 seconds] DURATION PT2H3M20S"},
	{"She left two years, three months and four days ago.", "[two years, three months and four days ago] DATE 2019-08-20"},
	{"She rowed for ten days, 20 hours of them at night.", "[ten days] DURATION P10D; [20 hours] DURATION PT20H"},
	{"The mill grinds 40 tons per day, at 300 pounds per annum and 12 miles per hour.", "[per day] SET P1D; [per annum] SET P1Y"},
	{"The dam broke weeks after it was built, and just hours before the feast.", "[weeks] DURATION PXW; [hours] DURATION PTXH"},
	{"The dam broke in the weeks after it was built, and in the years that followed.", "[weeks] DURATION PXW; [years] DURATION PXY"},
	{"The dam broke after months of rain.", "[months] DURATION PXM"},
	{"The dam sank over the years.", "[the years] DURATION PXY"},
	{"The dam may break in a matter of weeks.", ""},
	{"The dam broke on the last day of June.", "[the last day of June] DATE 2021-06-30"},
	{"The dam broke on last day of June.", "[last day of June] DATE 2021-06-30"},
	{"The dam broke on the last day.", "[the last day] DURATION P1D"},
	{"The dam broke twice in as many years.", ""},

	// References
	{"The dam broke a long time ago, some time ago, long ago.", "[a long time ago] DATE PAST_REF; [some time ago] DATE PAST_REF; [long ago] DATE PAST_REF"},
	{"The dam broke not so long ago.", ""},
	{"The dam will be mended at a later date.", "[a later date] DATE FUTURE_REF"},
	{"We hope one day the dam will be mended.", "[one day] DATE FUTURE_REF"},
	{"One day, he saw a fox. He waited one day.", "[one day] DURATION P1D"},

	// Comparisons, ages, and what follows an event
	{"They sold more than last year, and less than in October.", "[last year] DATE 2020; [October] DATE 2021-10"},
	{"They met more than a year ago.", "[more than a year ago] DATE 2020 BEFORE"},
	{"They left less than a week later.", "[less than a week later] DATE 2021-W48 BEFORE"},
	{"They fled following Tuesday's raid, and came back the following Tuesday.", "[Tuesday] DATE 2021-11-23; [the following Tuesday] DATE 2021-11-30"},
	{"A man in his mid-forties met two women in their 30s in the mid-1990s.", "[the mid-1990s] DATE 199 MID"},
	{"The forecast for the 2022 year was cut.", "[the 2022 year] DATE 2022"},
	{"Profit fell from a year-earlier 41.4 million.", "[year-earlier] DATE 2020"},
	{"They had not met each other two years ago.", "[two years ago] DATE 2019"},
	{"The first October cargo was sold on the first of November.", "[October] DATE 2021-10; [the first of November] DATE 2021-11-01"},

	{"The dam will break in the coming weeks and months.", "[the coming weeks and months] DATE FUTURE_REF"},
	{"The dam cost 4 million in the 2019-20 financial year.", "[2019] DATE 2019; [20] DATE 2020"},

	// Sides; who means six days ago says last Thursday
	{"Both teams face a hard test on Thursday.", "[Thursday] DATE 2021-11-25"},
	{"Start times for Friday's race:", "[Friday] DATE 2021-11-26"},
	{"The coach announced the team for the third game of the series on Thursday.", "[Thursday] DATE 2021-11-25"},
	{"It rained on Monday, Wednesday and Thursday.", "[Monday] DATE 2021-11-15; [Wednesday] DATE 2021-11-17; [Thursday] DATE 2021-11-18"},
	{"The coach spoke on Thursday.", "[Thursday] DATE 2021-11-18"},
	{"The coach had to explain a 3-0 home defeat on Thursday.", "[Thursday] DATE 2021-11-18"},
	{"The game was put off until the spring.", "[the spring] DATE 2022-SP"},
	{"The final is on Sunday, and the games are in May.", "[Sunday] DATE 2021-11-28; [May] DATE 2022-05"},
	{"Readers know that on Friday the mayor stepped down.", "[Friday] DATE 2021-11-19"},
	{"The law will take effect on May 3.", "[May 3] DATE 2022-05-03"},
	{"He said: \"We will win.\" In May he lost.", "[May] DATE 2021-05"},
	{"She was born on February 29.", "[February 29] DATE 2020-02-29"},

	// Stories in dates of their own, and years in their background
	{"He came on May 3, 2015, and met her in June 2015. In July he left.", "[May 3, 2015] DATE 2015-05-03; [June 2015] DATE 2015-06; [July] DATE 2015-07"},
	{"He came on May 3, 2015, and met her in June 2015. They would marry in July.", "[May 3, 2015] DATE 2015-05-03; [June 2015] DATE 2015-06; [July] DATE 2015-07"},
	{"He came on May 3, 2015, and met her in June 2015, that summer's event, as the 1911 guide says. In July he left.", "[May 3, 2015] DATE 2015-05-03; [June 2015] DATE 2015-06; [that summer] DATE 2015-SU; [1911] DATE 1911; [July] DATE 2015-07"},
	{"He wrote in 1995 and in 2012. His book came out in July.", "[1995] DATE 1995; [2012] DATE 2012; [July] DATE 2021-07"},
	{"Kings\n\n1936\n\nThe coup failed on 20 July.", "[1936] DATE 1936; [20 July] DATE 1936-07-20"},
	{"He spoke today of that March.", "[today] DATE 2021-11-24; [that March] DATE 2021-03"},
	{"He met the king that May, and said that May would resign.", "[that May] DATE 2021-05"},

	// Years that the verb, the list or the range decides
	{"The quake struck on December 30.", "[December 30] DATE 2020-12-30"},
	{"On January 9, the mayor stepped down.", "[January 9] DATE 2021-01-09"},
	{"The offer was extended to December 30.", "[December 30] DATE 2021-12-30"},
	{"The vote is planned for October.", "[October] DATE 2022-10"},
	{"The vote was initially planned for October.", "[October] DATE 2021-10"},
	{"The trial is expected to begin in late June or early July.", "[late June] DATE 2022-06 END; [early July] DATE 2022-07 START"},
	{"The school shuts from November through February.", "[November] DATE 2021-11; [February] DATE 2022-02"},
	{"The works must end by Sept. 30.", "[Sept. 30] DATE 2022-09-30"},
	{"The works will end by year end; the year ending Sept. 30 was good.", "[year end] DATE 2021-12-31; [the year] DURATION P1Y; [Sept. 30] DATE 2021-09-30"},
	{"She sold more than in this year's June 18 sale, and less than in last year's May.", "[this year's June 18] DATE 2021-06-18; [last year's May] DATE 2020-05"},
	{"The 2019 Singles' Day sale was the largest.", "[2019 Singles' Day] DATE 2019-11-11"},
	{"He left on Christmas Day two years ago, and came back in May a year ago.", "[Christmas Day two years ago] DATE 2019-12-25; [May a year ago] DATE 2020-05"},
	{"He left in May 18 months ago.", "[May] DATE 2021-05; [18 months ago] DATE 2020-05"},

	{"Storms will hit Lyon on Thursday. Rain in Nice on Friday, sun on Saturday.", "[Thursday] DATE 2021-11-25; [Friday] DATE 2021-11-26; [Saturday] DATE 2021-11-27"},
	{"Rain will come on Friday. Played Tuesday:", "[Friday] DATE 2021-11-26; [Tuesday] DATE 2021-11-23"},
	{"The ban comes into force as of Monday.", "[Monday] DATE 2021-11-29"},
	{"Harvests failed due to years of drought.", "[years] DURATION PXY"},
	{"The fair took place this weekend. The fair will open this weekend.", "[this weekend] DATE 2021-W46-WE; [this weekend] DATE 2021-W47-WE"},
	{"Port begins work on quay\nOn Thursday, the mayor stepped down.", "[Thursday] DATE 2021-11-18"},

	// What was planned, missed or is running lies where it is nearest
	{"A summit planned for September 20 was cancelled, and concerts scheduled for August were too.", "[September 20] DATE 2021-09-20; [August] DATE 2021-08"},
	{"He was due in court on October 12.", "[October 12] DATE 2021-10-12"},
	{"The firm failed to file its results by September 30.", "[September 30] DATE 2021-09-30"},
	{"The show runs from October 15 to January 9.", "[October 15] DATE 2021-10-15; [January 9] DATE 2022-01-09"},
	{"Prices rose from November to March.", "[November] DATE 2020-11; [March] DATE 2021-03"},
	{"They met on December 30 and January 2.", "[December 30] DATE 2020-12-30; [January 2] DATE 2021-01-02"},
	{"On January 15, the hall, closed since March, reopens.", "[January 15] DATE 2022-01-15; [March] DATE 2021-03"},

	// Appointments, plans and what took place
	{"The coach has named his side for Saturday's game, and a strike is called for Friday.", "[Saturday] DATE 2021-11-27; [Friday] DATE 2021-11-26"},
	{"The case was adjourned to Thursday; a warning was issued for Friday.", "[Thursday] DATE 2021-11-25; [Friday] DATE 2021-11-26"},
	{"He was fined for Saturday's brawl. The data for Friday showed a fall.", "[Saturday] DATE 2021-11-20; [Friday] DATE 2021-11-19"},
	{"Game 7 is Sunday. Voters go to the polls Saturday.", "[Sunday] DATE 2021-11-28; [Saturday] DATE 2021-11-27"},
	{"The minister speaks on Friday, and ministers gather in Rome on Friday.", "[Friday] DATE 2021-11-26; [Friday] DATE 2021-11-26"},
	{"Police arrested three men near the town of Luton on Thursday.", "[Thursday] DATE 2021-11-18"},
	{"Drivers were warned of long delays this weekend, and it rained at this weekend's fair.", "[this weekend] DATE 2021-W47-WE; [this weekend] DATE 2021-W47-WE"},
	{"They meet on Wednesday and Thursday; rain on Thursday and Friday.", "[Wednesday] DATE 2021-11-24; [Thursday] DATE 2021-11-25; [Thursday] DATE 2021-11-25; [Friday] DATE 2021-11-26"},
	{"The shops were shut on Tuesday and Thursday.", "[Tuesday] DATE 2021-11-16; [Thursday] DATE 2021-11-18"},
	{"It was open from 8 a.m. to 1 p.m. Saturday.", "[8 a.m.] TIME 2021-11-20T08:00; [1 p.m. Saturday] TIME 2021-11-20T13:00"},
	{"On Dec. 30, voters choose between two men who debated it.", "[Dec. 30] DATE 2021-12-30"},
	{"Sales have picked up since the new year. The hall will open in the new year.", "[the new year] DATE 2021; [the new year] DATE 2022"},

	// Near misses of these
	{"The turnout for Sunday's election was low, and they queued for Monday's debate.", "[Sunday] DATE 2021-11-21; [Monday] DATE 2021-11-22"},
	{"The mayor speaks to reporters on Monday. The bill passed after a Senate vote on Tuesday.", "[Monday] DATE 2021-11-22; [Tuesday] DATE 2021-11-23"},
	{"The rules have come into effect on Monday; the rules come into force on Monday.", "[Monday] DATE 2021-11-22; [Monday] DATE 2021-11-29"},
	{"On Jan. 12 he was sacked. The court on 3 January ruled. The plan focused on 20 December.", "[Jan. 12] DATE 2021-01-12; [3 January] DATE 2021-01-03; [20 December] DATE 2021-12-20"},
	{"He fell ill on 2 May 2019, and slept on 3 May 2019. He died on 4 November.", "[2 May 2019] DATE 2019-05-02; [3 May 2019] DATE 2019-05-03; [4 November] DATE 2021-11-04"},
	{"He fell ill on 2 November 2015, and slept on 3 November 2015. He died on 4 November.", "[2 November 2015] DATE 2015-11-02; [3 November 2015] DATE 2015-11-03; [4 November] DATE 2015-11-04"},
	{"Ministers promised a vote in the new year. He started the new year.", "[the new year] DATE 2022; [the new year] DATE 2021"},
	{"Attacks on Tuesday and Sunday killed 40.", "[Tuesday] DATE 2021-11-23; [Sunday] DATE 2021-11-21"},
	{"Shares will rise after gains in Lyon overnight.", "[overnight] TIME 2021-11-23TNI"},
	{"He was sentenced to 1000 hours of service, six months ago today.", "[1000 hours] DURATION PT1000H; [six months ago today] DATE 2021-05-24"},
	{"In 2008 Wall Street banks fell. They met at high school in the 70s.", "[2008] DATE 2008; [the 70s] DATE 197"},
	{"The economy rebounds in the third quarter.", "[the third quarter] DATE 2021-Q3"},
	{"They count 2,100 daily Covid-19 cases; the daily White House briefing was read.", "[daily] SET P1D; [daily] SET P1D"},
	{"It ran in June 12,000 years ago.", "[June] DATE 2021-06; [12,000 years ago] DATE PAST_REF"},

	{"The league fined the team for Saturday's pitch invasion, and praised his side for Sunday's display.", "[Saturday] DATE 2021-11-20; [Sunday] DATE 2021-11-21"},
	{"The union said in April that jobs would go in July, and the branch would shut by Sept. 28.", "[April] DATE 2021-04; [July] DATE 2021-07; [Sept. 28] DATE 2021-09-28"},
	{"The hearing was moved to Monday and lasted an hour.", "[Monday] DATE 2021-11-22; [an hour] DURATION PT1H"},
	{"The Commons lost a Teamsters vote on Tuesday; union members vote Tuesday.", "[Tuesday] DATE 2021-11-23; [Tuesday] DATE 2021-11-30"},
	{"A concert planned for Sunday was called off; it is planned for Sunday.", "[Sunday] DATE 2021-11-21; [Sunday] DATE 2021-11-28"},
	{"Schools closed Wednesday, Thursday and Friday.", "[Wednesday] DATE 2021-11-24; [Thursday] DATE 2021-11-25; [Friday] DATE 2021-11-26"},
	{"The road is shut until at least Saturday; the show runs through May 3, and will cut jobs by year-end.", "[Saturday] DATE 2021-11-27; [May 3] DATE 2022-05-03; [year-end] DATE 2021-12-31"},
	{"The firm, which cut prices in May, said sales rose from a year earlier.", "[May] DATE 2021-05; [a year earlier] DATE 2020"},
	{"They wait for minutes of the meeting; shares close lower overnight.", "[overnight] TIME 2021-11-23TNI"},
	{"The market today is up 3 percent; Today, Lyon is the scene of a fair.", "[today] DATE 2021-11-24; [Today] DATE 2021-11-24"},
	{"The 2024 summer Olympics followed the 1973 Yom Kippur War.", "[2024] DATE 2024; [1973] DATE 1973"},

	// Statistics
	{"Output fell in the three months to May, and in the 12 months to March.", "[the three months] DURATION P3M; [May] DATE 2021-05; [the 12 months] DURATION P12M; [March] DATE 2021-03"},
	{"March was the warmest on record.", "[March] DATE 2021-03"},
	{"Prices rose to 4.2 percent in July from 4.1 percent a year earlier.", "[July] DATE 2021-07; [a year earlier] DATE 2020-07"},

	{"Sales rose in October, from the same month last year.", "[October] DATE 2021-10; [the same month last year] DATE 2020-10"},

	// Long ago, deaths, and hours
	{"It was built in 2,500 BC, 74,000 years ago.", "[2,500 BC] DATE BC2500; [74,000 years ago] DATE PAST_REF"},
	{"Born on 4 May 1931, he sailed in June 1949. He sang on 3 July. He died on 11 November.", "[4 May 1931] DATE 1931-05-04; [June 1949] DATE 1949-06; [3 July] DATE 1949-07-03; [11 November] DATE 2021-11-11"},
	{"The wall fell 50 years ago this month; the Christmas truce of 1914 was short.", "[50 years ago this month] DATE 1971-11; [Christmas] DATE 1914-12-25; [1914] DATE 1914"},
	{"He left late on Tuesday, at 1400 hours; it rained for 1400 hours. He came late on Monday.", "[Tuesday, at 1400 hours] TIME 2021-11-23T14:00; [1400 hours] DURATION PT1400H; [Monday] DATE 2021-11-22 END"},
	{"Rain will spread overnight; it rained overnight.", "[overnight] TIME 2021-11-24TNI; [overnight] TIME 2021-11-23TNI"},
	{"An 1864 law was read.", "[1864] DATE 1864"},

	// A today that is no one day
	{"Today, the dam is a museum.", "[Today] DATE PRESENT_REF"},
	{"Today, the dam was opened.", "[Today] DATE 2021-11-24"},
	{"Today, the minister is visiting the dam.", "[Today] DATE 2021-11-24"},
	{"Today, the minister is to visit the dam.", "[Today] DATE 2021-11-24"},
	{"The brand today is a name, and the mayor today is visiting Lyon.", "[today] DATE PRESENT_REF; [today] DATE 2021-11-24"},
	{"Figures show that July was dry; it was dry that July, and is year after year.", "[July] DATE 2021-07; [that July] DATE 2021-07"},
	{"Their 2022 winter plan is to fly twice daily until New Year eve.", "[2022 winter] DATE 2022-WI; [twice daily] SET P1D; [New Year eve] DATE 2021-12-31"},
	{"Today, I am glad.", "[Today] DATE 2021-11-24"},
	{"Today, the pound is down 2 percent, and polls are open.", "[Today] DATE 2021-11-24"},
	{"Even today, the dam leaks; even today, 40 people drowned.", "[today] DATE PRESENT_REF; [today] DATE 2021-11-24"},
	{"The pound hit a new low today as traders fled; it was stronger today than yesterday.", "[today] DATE 2021-11-24; [today] DATE 2021-11-24; [yesterday] DATE 2021-11-23"},
	{"Faith is as strong today as it was then.", "[today] DATE PRESENT_REF"},
	{"Prices are higher today than they were then.", "[today] DATE PRESENT_REF"},
	{"He was sworn in today as mayor; the court ruled today as expected.", "[today] DATE 2021-11-24; [today] DATE 2021-11-24"},

	// Parts and names of periods
	{"Output fell in the April-June quarter and in the September 2020 quarter.", "[the April-June quarter] DATE 2021-Q2; [the September 2020 quarter] DATE 2020-Q3"},
	{"In the March quarter profit fell; last year's June quarter was better, and June-quarter sales too.", "[the March quarter] DATE 2021-Q1; [last year's June quarter] DATE 2020-Q2; [June-quarter] DATE 2021-Q2"},
	{"It grew in the final quarter of 2020; the team lost the final quarter, and the June quarter-final.", "[the final quarter of 2020] DATE 2020-Q4; [June] DATE 2021-06"},
	{"He lost the final two years ago.", "[two years ago] DATE 2019"},
	{"The second-half outlook is flat; an 1800 megawatt plant has opened.", "[second-half] DATE 2021-H2"},
	{"Motorists saw the charge come into force on Monday, National Indigenous Peoples Day.", "[Monday] DATE 2021-11-22; [National Indigenous Peoples Day] DATE 2021-06-21"},
	{"Sales rose in the first semester of 2020; students read more in the first semester.", "[the first semester of 2020] DATE 2020-H1"},
	{"The debt stood at 7 billion at end-May and end-2020.", "[end-May] DATE 2021-05 END; [end-2020] DATE 2020 END"},
	{"It grew in the early part of this year and in the latter part of 2020.", "[the early part of this year] DATE 2021 START; [the latter part of 2020] DATE 2020 END"},
	{"They sailed on the eve of November 9; they sang on the eve of Easter 2020.", "[the eve of November 9] DATE 2021-11-08; [the eve of Easter 2020] DATE 2020-04-11"},
	{"The hall will open in the new year, before the new year's party.", "[the new year] DATE 2022"},
	{"The king ruled from 1249 to 1286.", "[1249] DATE 1249; [1286] DATE 1286"},
	{"The king (1249-1286) built it.", "[1249] DATE 1249; [1286] DATE 1286"},
	{"The shop shut for 3-1/2 years.", "[3-1/2 years] DURATION P3Y6M"},
	{"They sang for hours; within minutes the hall was full.", "[hours] DURATION PTXH; [minutes] DURATION PTXM"},
	{"He posted it 48 hours ago.", "[48 hours ago] DATE 2021-11-22"},
	{"He stayed for the evening.", "[the evening] TIME 2021-11-24TEV"},
	{"The gala on Saturday Night was long. He saw Saturday Night Fever.", "[Saturday Night] TIME 2021-11-20TNI"},
	{"The show airs on Saturdays at 5:30 p.m. and on Sundays.", "[Saturdays at 5:30 p.m.] SET XXXX-WXX-6T17:30; [Sundays] SET XXXX-WXX-7"},
	{"MP calls for a bridge, Edmonton Sun, August 16, 2008", "[August 16, 2008] DATE 2008-08-16"},
	{"Sales rose 8 percent in October from a year earlier, and in September 2 percent from a year ago.", "[October] DATE 2021-10; [a year earlier] DATE 2020-10; [September] DATE 2021-09; [a year ago] DATE 2020-09"},
	{"Income in the third quarter rose; a plant opened in July. Sales rose 8 percent from a year earlier.", "[the third quarter] DATE 2021-Q3; [July] DATE 2021-07; [a year earlier] DATE 2020-Q3"},
	{"He met her in October. He had left her, says the book, a year ago.", "[October] DATE 2021-10; [a year ago] DATE 2020"},
	{"The accord ended years of war, imposed by decades of want.", "[years] DURATION PXY; [decades] DURATION PXDE"},
	{"It rained in the first days of the fair and in the final weeks of the race; he sang in the early years, and in his early months.", "[the first days] DURATION PXD; [the final weeks] DURATION PXW; [the early years] DURATION PXY START; [early months] DURATION PXM START"},
	{"She led for the final 10 minutes, in the final year of her term, and lost the final last year.", "[the final 10 minutes] DURATION PT10M; [last year] DATE 2020"},
	{"The whales fed there 28 to 2 million years ago.", "[28 to 2 million years ago] DATE PAST_REF APPROX"},
	{"The team flew out on July 24/25.", "[July 24] DATE 2021-07-24; [25] DATE 2021-07-25"},
	{"It is the Novel of the Year and the best of the year.", "[the year] DATE 2021"},
	{"They count daily Covid cases, weekly earnings and yearly.", "[daily] SET P1D; [weekly] SET P1W; [yearly] SET P1Y"},
	{"It opens 9 a.m. to 5 p.m. Monday to Friday.", "[9 a.m.] TIME 2021-11-24T09:00; [5 p.m.] TIME 2021-11-24T17:00; [Monday] SET XXXX-WXX-1; [Friday] SET XXXX-WXX-5"},
	{"It opens Monday to Friday, 9 a.m. to 5 p.m.", "[Monday] SET XXXX-WXX-1; [Friday] SET XXXX-WXX-5; [9 a.m.] TIME 2021-11-24T09:00; [5 p.m.] TIME 2021-11-24T17:00"},
	{"He was held from 5 p.m. Monday to Wednesday.", "[5 p.m. Monday] TIME 2021-11-22T17:00; [Wednesday] DATE 2021-11-24"},
	{"They flew on Nov. 24/25.", "[Nov. 24] DATE 2021-11-24; [25] DATE 2021-11-25"},
	{"Posted Sun, Nov 21.", "[Sun, Nov 21] DATE 2021-11-21"},
	{"He visits a few times a year. Twice a year, he sings. Once a year passes, he leaves.", "[a few times a year] SET P1Y; [Twice a year] SET P1Y; [a year] DURATION P1Y"},
	{"She swam from 5 p.m. Monday to 3 p.m. Tuesday.", "[5 p.m. Monday] TIME 2021-11-22T17:00; [3 p.m. Tuesday] TIME 2021-11-23T15:00"},
}

func TestReadings(t *testing.T) {
	r := Resolver{Published: published}
	for _, tt := range readings {
		assert.Equal(t, tt.want, show(r, tt.text), tt.text)
	}
}

func TestNoDates(t *testing.T) {
	for _, text := range []string{
		"You may go.",
		"They march on.",
		"He finished second.",
		"The second goal came late.",
		"The sun rose.",
		"Prices fall.",
		"It cost $2000.",
		"It cost 2,000 dollars.",
		"A Boeing 747 landed.",
		"The 49ers won 21-14.",
		"She is 42.",
		"He is a 30-year-old baker.",
		"It rose 1.5 percent.",
		"He sat in seat 12.",
		"The score was 3-2.",
		"They used an AK-47.",
		"Section 12 of the act applies.",
		"Shares fell for a third day.",
		"Paragraph 3/4 is void.",
		"A march through town.",
		"April Jones and June Carter met August Wilson.",
		"June says it was her idea, and Sheffield Wednesday agreed.",
		"The Long March 5 rocket was told of by the daily.",
		"He died at the age of 90 years.",
		"It was a third straight quarter of growth.",
		"May Brown and April Jones met; the trial of April Jones opened with May Brown.",
		"She put it in Jan's hands, in Mar del Plata and in SEP forms.",
		"She rowed in week 5 of the season, and Week 17 was worse.",
		"It has been so since 9/11; it stands on 3/4 acre, and runs on 24/7.",
		"She watched 60 Minutes and Saturday Night Live.",
		"Bloody Sunday was remembered with the Good Friday Agreement.",
		"The Sunday Times and the Today programme reported it.",
		"The Day After Tomorrow is a film, and so is High Noon.",
		"They flew to Easter Island.",
		"Flight 1549 left gate 2019 for 2010 euros.",
		"He lives at 1600 Pennsylvania Avenue, in room 2014.",
		"They sang White Christmas and wished one another a Merry Christmas.",
		"See https://www.example.org/2021/09/18/the-story for more.",
		"Ring 138-2010-2015 or 0800 123 4567.",
		"A bill, HR 2014, passed 60-40.",
		"Between now and then she sings every now and then, and now and again.",
		"The Edmonton Sun, 12 pages thick, is read at this time of the year.",
		"She won in 02:05:30 and he in 01:52; he was paid for hours he did not work.",
		"They lit about 1200 lamps, from 1023 kinds of oil.",
		"The daily Notícias wrote so, says a Maputo daily newspaper; he told the daily. Its yearly earnings fell.",
		"Expect highs in the mid-70s and lows in the 50s.",
		"They scored two touchdowns in the third quarter; she ran 2:02:44 in the summer camp.",
		"He lives at 2020 Elm Street, in the 1900 block.",
		"Read /events/september-11-the-day about Vision 2030.",
		"TODAY MACONDO (Aracataca) The mayor came.",
		"Highs in mid-twenties.",
		"The temple is 2000 years old; it is a 2000 year old temple.",
		"He scored a half-century and then a hat-trick in two halves.",
		"She is 3 years old, and he an 18-month-old.",
		"It cost £2010 and weighs 2019 tonnes.",
		"The score at half-time was 1-0, and 24/7 is a slogan.",
		"They can last.",
		"It was a once-a-decade census of the third kind.",
		"The 7-5, 6-4 win took him past half of the field.",
		"The Daily News and the Monthly Review closed.",
		"He left at the last minute, after a day trip to six Central African states.",
		"She sows winter wheat, and feared the spring tides.",
	} {
		assert.Empty(t, show(Resolver{Published: published}, text), text)
	}
}

// Without a day of publication nothing is taken for today.
func TestUnpublished(t *testing.T) {
	for _, tt := range []struct{ text, want string }{
		{"The court ruled on Tuesday.", "[Tuesday] DATE XXXX-WXX-2"},
		{"The court ruled last week.", "[last week] DATE XXXX-WXX"},
		{"The court ruled in October.", "[October] DATE XXXX-10"},
		{"The court ruled on October 9.", "[October 9] DATE XXXX-10-09"},
		{"The court ruled last year.", "[last year] DATE XXXX"},
		{"The court ruled ten years ago today.", "[ten years ago today] DATE XXXX-XX-XX"},
		{"The court ruled on Tuesday 9 October.", "[Tuesday 9 October] DATE XXXX-10-09"},
		{"The court ruled the week before last.", "[the week before last] DATE XXXX-WXX"},
		{"The court ruled at Easter.", "[Easter] DATE XXXX-XX-XX"},
		{"The court ruled in the last week of May.", "[the last week of May] DATE XXXX-05 END"},
		{"The court ruled in the third quarter.", "[the third quarter] DATE XXXX-Q3"},
		{"The court ruled last night at 9 p.m.", "[last night at 9 p.m.] TIME XXXX-XX-XXT21:00"},
		{"The court ruled on October 9, 2021.", "[October 9, 2021] DATE 2021-10-09"},
		{"The court sat for two weeks.", "[two weeks] DURATION P2W"},
	} {
		assert.Equal(t, tt.want, show(Resolver{}, tt.text), tt.text)
		for m := range All(tt.text) {
			assert.Equal(t, strings.Contains(m.Value, "X") || m.Type == TypeDuration, m.To.IsZero(), "an interval only if the value is known: %q", tt.text)
		}
	}
}

func TestOptions(t *testing.T) {
	interval := func(m Mention) string {
		return m.From.Format(time.DateOnly) + " to " + m.To.Format(time.DateOnly)
	}
	for _, tt := range []struct {
		name, text string
		r          Resolver
		value      string
		interval   string
	}{
		{"month first", "3/4/2021", Resolver{}, "2021-03-04", "2021-03-04 to 2021-03-05"},
		{"day first", "3/4/2021", Resolver{Order: OrderDayFirst}, "2021-04-03", "2021-04-03 to 2021-04-04"},
		{"day and month alone", "3/4", Resolver{Published: published}, "2022-03-04", "2022-03-04 to 2022-03-05"},
		{"day and month alone, day first", "3/4", Resolver{Published: published, Order: OrderDayFirst}, "2022-04-03", "2022-04-03 to 2022-04-04"},
		{"a week by number alone", "week 42", Resolver{Published: published}, "2021-W42", "2021-10-18 to 2021-10-25"},
		{"only one order is possible", "3/14/2021", Resolver{Order: OrderDayFirst}, "2021-03-14", "2021-03-14 to 2021-03-15"},
		{"weeks from Monday", "next week", Resolver{Published: published}, "2021-W48", "2021-11-29 to 2021-12-06"},
		{"weeks from Sunday", "next week", Resolver{Published: published, WeekStart: WeekStartSunday}, "2021-W48", "2021-11-28 to 2021-12-05"},
		{"northern summer", "the summer of 2020", Resolver{}, "2020-SU", "2020-06-01 to 2020-09-01"},
		{"southern summer", "the summer of 2020", Resolver{Hemisphere: HemisphereSouth}, "2020-SU", "2020-12-01 to 2021-03-01"},
		{"fiscal years from January", "fiscal 2020", Resolver{}, "2020", "2020-01-01 to 2021-01-01"},
		{"a season", "2019/20", Resolver{}, "2019", "2019-01-01 to 2021-01-01"},
		{"the start of a season", "early 2019/20", Resolver{}, "2019", "2019-01-01 to 2019-09-01"},
		{"fiscal years of two numbers", "the fiscal year 2019/20", Resolver{}, "2019", "2019-01-01 to 2021-01-01"},
		{"fiscal years of two numbers, from April", "fiscal 2019/20", Resolver{FiscalStart: FiscalStart{Month: time.April}}, "2019", "2019-04-01 to 2020-04-01"},
		{"fiscal years from April", "fiscal 2020", Resolver{FiscalStart: FiscalStart{Month: time.April}}, "2020", "2019-04-01 to 2020-04-01"},
	} {
		m, err := tt.r.Parse(tt.text)
		if assert.NoError(t, err, tt.name) {
			assert.Equal(t, tt.value, m.Value, tt.name)
			assert.Equal(t, tt.interval, interval(m), tt.name)
		}
	}
}

// The place of publication decides what day today is.
func TestLocation(t *testing.T) {
	tokyo := time.FixedZone("JST", 9*3600)
	at := time.Date(2021, time.November, 23, 20, 0, 0, 0, time.UTC)
	for _, tt := range []struct {
		published time.Time
		want      string
	}{{at, "2021-11-23"}, {at.In(tokyo), "2021-11-24"}} {
		m, err := Resolver{Published: tt.published}.Parse("today")
		require.NoError(t, err)
		assert.Equal(t, tt.want, m.Value)
		assert.Equal(t, tt.published.Location(), m.From.Location())
		assert.Equal(t, 24*time.Hour, m.To.Sub(m.From))
	}
}

// A day on which clocks change is shorter or longer than others.
func TestClockChange(t *testing.T) {
	london, err := time.LoadLocation("Europe/London")
	require.NoError(t, err)
	r := Resolver{Published: time.Date(2021, time.March, 28, 12, 0, 0, 0, london)}
	m, err := r.Parse("today")
	require.NoError(t, err)
	assert.Equal(t, 23*time.Hour, m.To.Sub(m.From))
}

func TestThrough(t *testing.T) {
	for text, want := range map[string]bool{
		"It rained from October 9 to 10.":            true,
		"It rained between May and July.":            true,
		"It rained from Monday until Friday.":        true,
		"It rained on October 9 and 10.":             false,
		"It rained on Monday.":                       false,
		"It rained on Monday to the delight of all.": false,
	} {
		all := Resolver{Published: published}.FindAll(text)
		require.NotEmpty(t, all, text)
		assert.Equal(t, want, all[0].Through, text)
		assert.False(t, all[len(all)-1].Through, text)
	}
}

func TestParse(t *testing.T) {
	m, err := Resolver{Published: published}.Parse("  mid-August this year ")
	require.NoError(t, err)
	assert.Equal(t, Mention{
		Start: 2, End: 22, Type: TypeDate, Value: "2021-08", Mod: ModMid, From: m.From, To: m.To, Evidence: EvidencePublished,
	}, m)
	for _, tt := range []struct {
		text   string
		want   error
		offset int
	}{
		{"", ErrNone, 0},
		{"  nothing", ErrNone, 2},
		{"on Tuesday", ErrNone, 0},
		{"Tuesday or so they say", ErrTrailing, 8},
		{"Tuesday, Wednesday", ErrTrailing, 7},
	} {
		_, err := Parse(tt.text)
		var p *ParseError
		if assert.ErrorAs(t, err, &p, tt.text) {
			assert.ErrorIs(t, err, tt.want, tt.text)
			assert.Equal(t, tt.offset, p.Offset, tt.text)
			assert.Equal(t, tt.text, p.Input)
		}
	}
	_, err = Parse("Tuesday or so they say")
	assert.EqualError(t, err, `dates: text after the expression: "Tuesday " stops before "or so they say"`)
}

func TestExpand(t *testing.T) {
	for _, tt := range []struct{ text, want string }{
		{"They meet next week.", "They meet next week [29 Nov–5 Dec 2021]."},
		{"They met on Tuesday.", "They met on Tuesday [23 Nov 2021]."},
		{"They met in October.", "They met in October [Oct 2021]."},
		{"Tuesday's vote was close.", "Tuesday's [23 Nov 2021] vote was close."},
		{"They met on October 9, 2021.", "They met on October 9, 2021."},
		{"They met for two weeks.", "They met for two weeks."},
		{"They met in 1987.", "They met in 1987."},
	} {
		e := Expand{Resolver{Published: published}}
		assert.Equal(t, tt.want, apply(e, tt.text))
		assert.Equal(t, tt.want, apply(e, tt.want), "it does nothing the second time")
	}
}

// Every day of the years around leap days and centuries is found again by the
// names people give it.
func TestCalendar(t *testing.T) {
	for _, year := range []int{1, 4, 1600, 1900, 2000, 2004, 2020, 2021, 9998} {
		for d := time.Date(year, time.January, 1, 0, 0, 0, 0, time.UTC); d.Year() == year; d = d.AddDate(0, 0, 1) {
			r := Resolver{Published: d}
			if d.IsZero() {
				continue // the zero time is no day of publication
			}
			for text, want := range map[string]time.Time{
				"today": d, "yesterday": d.AddDate(0, 0, -1), "tomorrow": d.AddDate(0, 0, 1),
				"last " + d.Weekday().String(): d.AddDate(0, 0, -7), "next " + d.Weekday().String(): d.AddDate(0, 0, 7),
			} {
				if want.Year() < 1 {
					continue
				}
				m, err := r.Parse(text)
				require.NoError(t, err, text)
				require.Equal(t, want, m.From, "%s on %s", text, d)
				require.Equal(t, want.Format("2006-01-02"), m.Value, "%s on %s", text, d)
			}
			m, err := r.Parse("this week")
			require.NoError(t, err)
			y, w := d.ISOWeek()
			if y == 0 {
				continue
			}
			require.Equal(t, fmt.Sprintf("%04d-W%02d", y, w), m.Value, "%s", d)
			require.True(t, !d.Before(m.From) && d.Before(m.To) && m.From.Weekday() == time.Monday, "%s in %s", d, m.Value)
		}
	}
}

func TestText(t *testing.T) {
	for _, x := range []Type{TypeDate, TypeTime, TypeDuration, TypeSet} {
		b, err := x.MarshalText()
		require.NoError(t, err)
		var y Type
		require.NoError(t, y.UnmarshalText(b))
		assert.Equal(t, x, y)
	}
	for x := ModNone; x <= ModOnOrAfter; x++ {
		b, err := x.MarshalText()
		require.NoError(t, err)
		var y Mod
		require.NoError(t, y.UnmarshalText(b))
		assert.Equal(t, x, y)
	}
	for x := EvidenceStated; x <= EvidenceHabit; x++ {
		b, err := x.MarshalText()
		require.NoError(t, err)
		var y Evidence
		require.NoError(t, y.UnmarshalText(b))
		assert.Equal(t, x, y)
	}
	assert.Error(t, new(Type).UnmarshalText([]byte("WHEN")))
	assert.Error(t, new(Evidence).UnmarshalText([]byte("FAITH")))
	assert.Error(t, new(Mod).UnmarshalText([]byte("MAYBE")))
}

// The first date of a range is never after the second, whatever the clause says.
func TestRangesRise(t *testing.T) {
	ends := []string{"January", "April", "July", "November", "December", "January 9", "March 31", "June 1", "October 15", "November 24", "December 31"}
	for _, clause := range []string{"Prices rose from %s to %s.", "The ban runs from %s to %s.", "The ban will run from %s to %s.", "It was to last from %s to %s.", "The ban, %s-%s."} {
		for month := range time.Month(12) {
			r := Resolver{Published: time.Date(2021, month+1, 17, 0, 0, 0, 0, time.UTC)}
			for _, a := range ends {
				for _, b := range ends {
					if a == b || strings.Contains(a, " ") != strings.Contains(b, " ") {
						continue
					}
					text := fmt.Sprintf(clause, a, b)
					m := r.FindAll(text)
					if assert.Len(t, m, 2, text) && m[0].Through {
						assert.False(t, m[1].From.Before(m[0].From), "%s in %v: %s, %s", text, month+1, m[0].Value, m[1].Value)
					}
				}
			}
		}
	}
}
