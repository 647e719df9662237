package dates

import "github.com/copydesk-go/copydesk/dates/internal/timex"

// This file knows the days that have names.

// feastNames are the names of feasts, in lower case, marks as words of their own, by their
// numbers less 1. They are matched longest first among those with the same first word.
var feastNames = [...]string{
	"new year ' s day",
	"new year ' s eve",
	"new year eve",
	"new years day",
	"new years eve",
	"new year ' s",
	"new year day",
	"epiphany",
	"new year",
	"three kings day",
	"burns night",
	"republic day",
	"waitangi day",
	"martin luther king jr . day",
	"martin luther king day",
	"mlk day",
	"australia day",
	"groundhog day",
	"valentine ' s day",
	"valentines day",
	"presidents ' day",
	"presidents day",
	"international women ' s day",
	"st . patrick ' s day",
	"st patrick ' s day",
	"saint patrick ' s day",
	"april fools ' day",
	"april fool ' s day",
	"earth day",
	"patriots ' day",
	"st . david ' s day",
	"st david ' s day",
	"st . george ' s day",
	"st george ' s day",
	"freedom day",
	"king ' s day",
	"anzac day",
	"may day",
	"workers ' day",
	"star wars day",
	"victory day",
	"victoria day",
	"cinco de mayo",
	"ve day",
	"v - e day",
	"mother ' s day",
	"mothers day",
	"memorial day",
	"father ' s day",
	"fathers day",
	"juneteenth",
	"madaraka day",
	"world environment day",
	"democracy day",
	"flag day",
	"youth day",
	"mandela day",
	"canada day",
	"midsummer ' s eve",
	"midsummer eve",
	"midsummer ' s day",
	"midsummer day",
	"midsummer",
	"independence day",
	"fourth of july",
	"bastille day",
	"assumption day",
	"labor day",
	"labour day",
	"columbus day",
	"national indigenous peoples day",
	"indigenous peoples ' day",
	"heritage day",
	"gandhi jayanti",
	"mashujaa day",
	"halloween",
	"all saints ' day",
	"all souls ' day",
	"guy fawkes night",
	"bonfire night",
	"singles ' day",
	"melbourne cup day",
	"st . andrew ' s day",
	"st andrew ' s day",
	"world aids day",
	"human rights day",
	"jamhuri day",
	"election day",
	"veterans day",
	"veterans ' day",
	"armistice day",
	"remembrance day",
	"remembrance sunday",
	"thanksgiving day",
	"thanksgiving eve",
	"thanksgiving",
	"black friday",
	"cyber monday",
	"giving tuesday",
	"christmas eve",
	"christmas day",
	"christmas",
	"xmas",
	"boxing day",
	"st . stephen ' s day",
	"st stephen ' s day",
	"hogmanay",
	"kwanzaa",
	"advent",
	"inauguration day",
	"mardi gras",
	"shrove tuesday",
	"pancake day",
	"lent",
	"mothering sunday",
	"holy week",
	"ash wednesday",
	"palm sunday",
	"maundy thursday",
	"holy thursday",
	"good friday",
	"holy saturday",
	"orthodox easter",
	"orthodox christmas",
	"easter sunday",
	"easter monday",
	"easter",
	"ascension day",
	"pentecost",
	"whitsun",
	"trinity sunday",
	"orthodox good friday",
	"whit monday",
	"corpus christi",
	"ashura",
	"islamic new year",
	"ramadan",
	"ramadhan",
	"ramazan",
	"ramzan",
	"mawlid",
	"eid - al - fitr",
	"eid - ul - fitr",
	"eid - al - adha",
	"eid - ul - adha",
	"hari raya",
	"arafah day",
	"bakrid",
	"eid al - fitr",
	"eid ul - fitr",
	"eid al - adha",
	"eid ul - adha",
	"eid",
	"rosh hashanah",
	"rosh hashana",
	"yom kippur",
	"sukkot",
	"hanukkah",
	"chanukah",
	"purim",
	"passover",
	"simchat torah",
	"lag baomer",
	"shavuot",
	"tisha b ' av",
	"chinese new year",
	"chinese new year ' s eve",
	"lunar new year",
	"lunar new year ' s eve",
	"seollal",
	"lantern festival",
	"dragon boat festival",
	"mid - autumn festival",
	"moon festival",
	"chuseok",
	"diwali",
	"deepavali",
	"dhanteras",
	"bhai dooj",
	"holi",
	"dussehra",
	"vijayadashami",
	"navratri",
	"durga puja",
	"makar sankranti",
	"pongal",
	"lohri",
	"nowruz",
	"norouz",
}

// holiday reads a named day, with its year if it has one.
func (p *parser) holiday(i int) (timex.Meaning, int) {
	if b := p.at(i - 1); !p.at(i).title || p.is(i, "new") && b.title && b.class == 0 && !p.at(i).paragraph { // the Tamil New Year
		return timex.Meaning{}, i
	}
	best, longest, initial := -1, i, p.text[p.at(i).start]|0x20
	for n, name := range feastNames {
		if name[0] != initial {
			continue
		}
		if j := p.words(i, name); j > longest {
			best, longest = n, j
		}
	}
	if best < 0 || p.namesake(longest) || p.named(i-1) {
		return timex.Meaning{}, i
	}
	m := timex.Meaning{Sense: timex.Calendar, Holiday: best + 1, Point: timex.Point{Grain: timex.Day}, Ambiguous: timex.Feasts[best].Also}
	if p.is(longest, "week") {
		m.Grain = timex.Week
		longest++
	} else if p.is(longest, "weekend") {
		m.Grain = timex.Weekend
		longest++
	}
	next := p.year(longest, &m)
	if a := p.at(next); next == longest && m.Point.Year == 0 && a.kind == word && a.class == 0 && p.is(next+1, "of") { // the Christmas truce of 1914
		if y, j := p.yearFigure(next + 2); j > next+2 && p.yearFree(next+2, j) && !(p.at(j).kind == word && p.lower(j) && p.plural(j)) {
			m.Point.Year = y
			return m, next
		}
	}
	if m.Grain == timex.NoUnit {
		return p.clockAfter(m, next)
	}
	return m, next
}

func (p *parser) holidayAt(i int) bool {
	_, j := p.holiday(i)
	return j > i
}

// namesake reports whether the word at token i makes a feast the name of
// something else: Easter Island, the Good Friday Agreement.
func (p *parser) namesake(i int) bool {
	for _, w := range [...]string{"Agreement", "Accord", "Rising", "Uprising", "War", "Massacre", "Island", "Islands", "Carol"} {
		if p.surface(i) == w {
			return true
		}
	}
	return false
}

// named reports whether the word at token i makes a feast a wish, a song or a battle:
// Merry Christmas, White Christmas, Operation Ramadan.
func (p *parser) named(i int) bool {
	for _, w := range [...]string{"Merry", "Happy", "White", "Father", "Operation"} {
		if p.surface(i) == w {
			return true
		}
	}
	return false
}

// words matches tokens with words separated by single spaces.
func (p *parser) words(i int, s string) int {
	j := i
	for start, at := 0, 0; at <= len(s); at++ {
		if at < len(s) && s[at] != ' ' {
			continue
		}
		w := s[start:at]
		switch {
		case w == "'" && p.mark(j, '\''), w == "-" && p.mark(j, '-'):
			j++
		case w == "-" && !p.at(j).glued, w == "." && !p.mark(j, '.'):
		case p.is(j, w):
			j++
		default:
			return i
		}
		start = at + 1
	}
	return j
}
