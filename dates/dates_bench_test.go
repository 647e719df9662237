package dates

import (
	"fmt"
	"strings"
	"testing"
	"time"
)

var published = time.Date(2021, 11, 24, 0, 0, 0, 0, time.UTC)

// news is a page of the kind the package is for.
const news = `The harbour authority said Tuesday that the new terminal will open early next year, three months later than planned.
Work began in March 2019 and stopped twice, from Oct. 30 to Nov. 14, 2020, and again last winter, when storms closed the port for nine days.

Traffic rose 4 percent in the third quarter, to 1,208 ships, compared with a year earlier. The port, which employs some 2,300 people
on both banks of the river, has been running at about two thirds of its capacity since the bridge was damaged, and the repair of the
older quays has not been paid for. Neither the city nor the ministry would say who is to blame. Residents have complained about the
noise of the cranes, about lorries that take the narrow road through the village, and about the dust that covers their windows when
the wind blows from the sea. A spokeswoman for the operator called the complaints exaggerated, but promised to have the road swept.

The council meets on Thursday at 7 p.m. and is expected to vote by the end of the month. Until then nothing will be decided.
`

func benchmark(b *testing.B, text string) {
	r := Resolver{Published: published}
	var found []Mention
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		found = r.Append(found[:0], text)
	}
}

func BenchmarkNews(b *testing.B) { benchmark(b, strings.Repeat(news, 20)) }
func BenchmarkNoDates(b *testing.B) {
	benchmark(b, strings.Repeat("Nobody on the pier had heard of it before. ", 500))
}
func BenchmarkOnlyDates(b *testing.B) {
	benchmark(b, strings.Repeat("Tuesday, 9 October 2021, 10:30 a.m. EDT; ", 500))
}

func BenchmarkWorst(b *testing.B) {
	for name, s := range hostile {
		b.Run(name, func(b *testing.B) { benchmark(b, strings.Repeat(s, 1<<20/len(s))) })
	}
}

// BenchmarkLinear shows that the rate does not fall with the length of the text.
func BenchmarkLinear(b *testing.B) {
	for _, name := range [...]string{"digits", "may", "commas"} {
		for _, megabytes := range [...]int{1, 10} {
			s := hostile[name]
			b.Run(fmt.Sprintf("%s/%dMB", name, megabytes), func(b *testing.B) {
				benchmark(b, strings.Repeat(s, megabytes<<20/len(s)))
			})
		}
	}
}

// hostile holds patterns that tempt a scanner to look far from every trigger.
var hostile = map[string]string{
	"digits":    "7",
	"spaced":    "12 ",
	"may":       "may ",
	"May":       "May ",
	"commas":    "May, June, ",
	"colons":    "10:30:",
	"dates":     "1/2/3/",
	"dashes":    "2021-",
	"the":       "the ",
	"nested":    "early in the first half of the end of ",
	"earlier":   "later earlier this last next ",
	"numbers":   "two hundred and twenty thousand ",
	"quotes":    "'90s'",
	"years":     "a year or two or ",
	"brackets":  "[1 Jan ",
	"weekdays":  "Monday ",
	"verbs":     "said Friday will ",
	"letters":   "x",
	"holidays":  "New Year ' s ",
	"newlines":  "\n",
	"returns":   "\r",
	"tabs":      "\t",
	"feeds":     "\f \r\n",
	"wide":      "\u00a0\u2003\r",
	"abbrev":    "p.m. a.m. Oct. ",
	"quarters":  "third-quarter-",
	"invalid":   "\xff\xfe",
	"combining": "e\u0301",
	"lists":     "1, 2, 3, 4, 5, 6, 7, 8, 9 and 10, ",
	"ordinals":  "first and second and ",
	"seasons":   "2020/21/22",
	"hours":     "7 to 9 to 11 ",
	"halves":    "half past half a ",
	"lengths":   "two years and three months and ",
	"noons":     "noon that ",
	"deadlines": "to pay by Friday ",
	"soons":     "soon became ",
	"feasts":    "the mid-mid-autumn ",
	"fridays":   "a week on Friday week ",
	"slashes":   "on 11/20 (",
	"eras":      "August 480 BC of ",
	"besides":   "the day after the day before ",
	"rates":     "300 tickets a week ",
	"timetable": "Mon-Fri-",
}
