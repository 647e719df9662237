package money

import (
	"strings"
	"unicode/utf8"

	"github.com/copydesk-go/copydesk/internal/scan"
)

// belongs reports whether letters that stand apart from a dollar sign belong to
// it: the US of "US $5 million", but not the pronoun of "TOLD US $5", the S of
// "THE NATION'S $5", the article of "What A $5 Phone Does" or the grade of
// "Vitamin C $5". start is where the letters start, dollar where the sign is.
//
// In capitals any word may stand before a sum, and in a title any letter. In
// running text a lone letter belongs to the sign only behind a word that leads
// to a sum.
func belongs(text string, start, dollar int) bool {
	if before := text[:start]; strings.HasSuffix(before, "'") || strings.HasSuffix(before, "’") {
		return false
	}
	line := lineAround(text, start, dollar)
	if !hasSmall(line) {
		return false
	}
	letters := strings.TrimRight(text[start:dollar], " \t\r\n\u00a0\u202f\u2009")
	if len(letters) > 1 {
		return true
	}
	end := start
	for end > 0 && text[end-1] == ' ' {
		end--
	}
	from := end
	for from > 0 && scan.Letter(text[from-1]) {
		from--
	}
	return from < end && strings.Contains(leadsToSum, " "+text[from:end]+" ")
}

// leadsToSum are the words that stand before sums of money and hardly ever
// before a letter that is the name of something.
const leadsToSum = " of for to from by at on over under above below with than about around nearly almost roughly approximately only just worth " +
	"between and or against toward towards up down plus minus paid pay pays cost costs spent spend raised raise earned earn lost lose made make " +
	"owed owe owes received receive sold sell bought buy fined won gave give borrowed invested donated offered another extra additional "

// lineAround returns what stands near text[start:end] in its line.
func lineAround(text string, start, end int) string {
	from, to := max(0, start-2*nearby), min(len(text), end+2*nearby)
	if i := strings.LastIndexByte(text[from:start], '\n'); i >= 0 {
		from += i + 1
	}
	if i := strings.IndexByte(text[end:to], '\n'); i >= 0 {
		to = end + i
	}
	return text[from:to]
}

// hasSmall reports whether a word in a line is all in small letters.
func hasSmall(line string) bool {
	for i := 0; i < len(line); {
		if !scan.Letter(line[i]) {
			i++
			continue
		}
		from, small := i, true
		for ; i < len(line) && (scan.Letter(line[i]) || line[i] >= utf8.RuneSelf); i++ {
			small = small && (line[i] >= 'a' || line[i] >= utf8.RuneSelf)
		}
		if small && i-from > 3 {
			return true
		}
	}
	return false
}
