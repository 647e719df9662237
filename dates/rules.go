package dates

import (
	"github.com/copydesk-go/copydesk/dates/internal/reader"
	"github.com/copydesk-go/copydesk/dates/internal/timex"
)

//go:generate go run github.com/copydesk-go/copydesk/internal/cmd/gen/lang/dates ../internal/lang

// functions are what rules call by name, in the order of internal/lang/functions.tsv.
var functions = [...]func(p *parser, i int, f *frame) int{
	fnName:       (*parser).feastName,
	fnNamedMonth: (*parser).monthName,
	fnOwnYear:    (*parser).ownYear,
	fnZoneCode:   (*parser).zoneCode,
	fnZoneName:   (*parser).zoneName,
	fnCertainYear: func(p *parser, i int, f *frame) int {
		y, next := p.yearFigure(i)
		if next == i || !p.yearFree(next) || p.At(next).Kind == reader.Word && p.lower(next) && p.plural(next) {
			return i
		}
		f.Set(reader.FieldValue, y)
		return next
	},
	fnClockFigures: func(p *parser, i int, f *frame) int { return p.clockFigures(i, f) },
	fnFreeYear:     func(p *parser, i int, f *frame) int { return p.freeYear(i, f) },
	fnRoundCentury: func(p *parser, i int, f *frame) int { return p.roundCentury(i, f) },
	fnRoundDecade:  func(p *parser, i int, f *frame) int { return p.roundDecade(i, f) },
	fnDoubleYear: func(p *parser, i int, f *frame) int {
		next := p.doubleYear(i)
		f.Set(reader.FieldDouble, flag(next > i))
		return next
	},
	fnHyphenYear: func(p *parser, i int, f *frame) int {
		next := p.hyphenYear(i)
		f.Set(reader.FieldDouble, flag(next > i))
		return next
	},
	fnShareHalf:      func(_ *parser, i int, f *frame) int { shareHalf(f); return i },
	fnPick:           func(_ *parser, i int, f *frame) int { pick(f); return i },
	fnNth:            (*parser).nthFunc,
	fnFigure:         (*parser).figureFunc,
	fnCardinalNumber: (*parser).cardinalFunc,
	fnWholeCount:     (*parser).wholeCount,
	fnYearFigure:     func(p *parser, i int, f *frame) int { return putNumber(f, i, p.yearFigure) },
	fnYearOrTwo:      func(p *parser, i int, f *frame) int { return putNumber(f, i, p.yearOrTwo) },
	fnNumericDate:    func(p *parser, i int, f *frame) int { return putMeaning(f, i, p.numericDate) },
	fnSlashed:        func(p *parser, i int, f *frame) int { return putMeaning(f, i, p.slashed) },
	fnIsoClock:       (*parser).isoClock,
	fnIsoOffset:      (*parser).isoOffset,
	fnIsoWeek:        func(p *parser, i int, f *frame) int { return putMeaning(f, i, p.isoWeekDate) },
	fnEponymDate:     (*parser).eponymFigures,
	fnListedDay:      func(p *parser, i int, f *frame) int { return putMeaning(f, i, p.listedDay) },
	fnYearAlone:      (*parser).yearAlone,
	fnApproximate:    (*parser).approximateFunc,
	fnEndedQuarter:   (*parser).endedQuarter,
	fnHoursToDays:    func(_ *parser, i int, f *frame) int { f[reader.FieldCount] /= 24; return i },
	fnSign:           func(_ *parser, i int, f *frame) int { sign(f); return i },
	fnHourBefore:     func(_ *parser, i int, f *frame) int { hourBefore(f); return i },
	fnThisHour:       func(_ *parser, i int, f *frame) int { thisHour(f); return i },
	fnSigned:         func(_ *parser, i int, f *frame) int { signed(f); return i },
	fnOpenMonth:      func(p *parser, i int, f *frame) int { p.openMonth(f); return i },
}

// tests are what rules ask by name, in the same order.
var tests = [...]func(p *parser, i int, f *frame) bool{
	fnDate:        func(_ *parser, i int, f *frame) bool { return i == f.Int(reader.FieldStart) },
	fnOpening:     func(p *parser, i int, _ *frame) bool { return p.sentenceStart(i) },
	fnGivenBefore: func(p *parser, i int, _ *frame) bool { return p.givenBefore(i) },
	fnDenied:      func(p *parser, i int, _ *frame) bool { return p.denied(i) },
	fnComingMonth: func(p *parser, i int, _ *frame) bool { return p.comingMonth(i) },
	fnAppointed: func(p *parser, _ int, f *frame) bool {
		return p.appointed(f.Int(reader.FieldStart), f.Int(reader.FieldValue))
	},
	fnPastAfter:    func(p *parser, _ int, f *frame) bool { return p.pastAfter(f.Int(reader.FieldValue)) },
	fnPluralBefore: func(p *parser, i int, _ *frame) bool { return p.plural(i - 1) },
	fnNobodyCould:  func(p *parser, i int, _ *frame) bool { return p.before(grpNobody, i, 8) },
	fnTheBefore:    func(p *parser, _ int, f *frame) bool { return p.In(f.Int(reader.FieldStart)-1, clsThe) },
	fnDateOpens: func(p *parser, _ int, f *frame) bool {
		first := f.Int(reader.FieldStart)
		return p.sentenceStart(first) || p.In(first-1, clsConj)
	},
	fnNamed:          func(p *parser, i int, _ *frame) bool { return p.title(i) && !p.At(i).Headline && !p.sentenceStart(i) },
	fnSoonPast:       func(p *parser, i int, _ *frame) bool { return p.soonPast(i) },
	fnDegrees:        func(p *parser, i int, _ *frame) bool { return p.degrees(i) },
	fnFree:           func(p *parser, i int, _ *frame) bool { return p.yearFree(i) },
	fnOpened:         func(p *parser, i int, _ *frame) bool { return p.sentenceStart(i - 2) },
	fnPluralForm:     func(p *parser, i int, _ *frame) bool { return p.plural(i) },
	fnOpenDays:       func(p *parser, i int, _ *frame) bool { return p.openDays(i) || p.openDays(i-2) },
	fnVerb:           func(p *parser, i int, _ *frame) bool { return p.verb(i) != timex.NoTense },
	fnPastForm:       func(p *parser, i int, _ *frame) bool { return p.pastForm(i) },
	fnSentence:       func(p *parser, i int, _ *frame) bool { return p.sentenceStart(i) },
	fnSentenceBefore: func(p *parser, i int, _ *frame) bool { return p.sentenceStart(i - 1) },
	fnDayOfMonth: func(_ *parser, _ int, f *frame) bool {
		return f.Int(reader.FieldDay) <= timex.DaysIn(leapYear, f.Int(reader.FieldNum))
	},
	fnNextDay:  func(p *parser, i int, _ *frame) bool { return p.nextDay(i) },
	fnBare:     func(p *parser, i int, _ *frame) bool { return p.bare(i, i+1) },
	fnFreeSpan: func(p *parser, i int, f *frame) bool { return p.bare(f.Int(reader.FieldStart), i) },
	fnFreeOrNumber: func(p *parser, i int, f *frame) bool {
		return p.At(i).Kind == reader.Number || p.bare(f.Int(reader.FieldStart), i)
	},
	fnAlone:          func(p *parser, _ int, _ *frame) bool { return p.alone },
	fnOvernightAhead: func(p *parser, i int, _ *frame) bool { return p.overnightAhead(i) },
	fnNameBefore:     func(p *parser, i int, _ *frame) bool { return p.At(i-1).Title && !p.sentenceStart(i-1) },
	fnBegunYear:      func(p *parser, i int, _ *frame) bool { return p.yearBegun(i) },
	fnNoPastBehind:   func(p *parser, i int, _ *frame) bool { return !p.pastAfter(i) },
	fnNounBefore:     func(p *parser, i int, _ *frame) bool { return p.plainNoun(i - 1) },
	fnIsBehind:       func(p *parser, i int, _ *frame) bool { return p.isBehind(i) },
	fnPaperName:      func(p *parser, i int, _ *frame) bool { return p.paperName(i) },
	fnWordGlued:      func(p *parser, i int, _ *frame) bool { return p.wordGlued(i) },
	fnEndsRange:      func(p *parser, i int, _ *frame) bool { return p.endsRange(i) },
	fnAtStart:        func(_ *parser, i int, f *frame) bool { return i == f.Int(reader.FieldStart) },
	fnCountFree:      func(p *parser, i int, f *frame) bool { return p.bare(f.Int(reader.FieldManyAt), i) },
	fnCountApart:     func(_ *parser, i int, f *frame) bool { return f.Int(reader.FieldManyAt) < i-1 },
	fnStartNamed: func(p *parser, _ int, f *frame) bool {
		s := f.Int(reader.FieldStart)
		return p.title(s) && !p.sentenceStart(s)
	},
	fnStartSentence:    func(p *parser, _ int, f *frame) bool { return p.sentenceStart(f.Int(reader.FieldStart)) },
	fnParticipleCloses: func(p *parser, i int, _ *frame) bool { return p.perfect(i) },
	fnParticiple:       func(p *parser, i int, _ *frame) bool { return p.participle(i) },
	fnGeParticiple:     func(p *parser, i int, _ *frame) bool { return p.geParticiple(i) },
	fnNightAhead:       func(p *parser, i int, _ *frame) bool { return p.nightAhead(i) },
	fnNoDay:            func(p *parser, _ int, _ *frame) bool { return !p.dated },
	fnWholeNumber:      func(_ *parser, _ int, f *frame) bool { return wholeTenths(f[reader.FieldCount]) },
	fnWholeDays:        func(_ *parser, _ int, f *frame) bool { return wholeDays(f[reader.FieldCount]) },
	fnWeekExists: func(_ *parser, _ int, f *frame) bool {
		y := f.Int(reader.FieldYear)
		return y > 0 && f.Int(reader.FieldNum) <= timex.WeeksIn(y)
	},
	fnTicketsBefore: func(p *parser, _ int, f *frame) bool { return p.ticketsBefore(f.Int(reader.FieldStart)) },
	fnSporting:      func(p *parser, i int, _ *frame) bool { return p.sporting(i) },
	fnBusinessHalf:  func(p *parser, i int, _ *frame) bool { return p.business(i - 1) },
	fnSomeday:       func(p *parser, i int, _ *frame) bool { return p.someday(i) },
}

// Call is for the reader.
func (p *parser) Call(n, i int, f *frame) int { return functions[n](p, i, f) }

// Test is for the reader.
func (p *parser) Test(n, i int, f *frame) bool { return tests[n](p, i, f) }

// rules reads a group of rules at token i.
func (p *parser) rules(group, i int) (m timex.Meaning, start, next int) {
	if p.Full() {
		return m, i, i
	}
	f, next := p.Group(group, i)
	if next <= i {
		return m, i, i
	}
	return meaningOf(f), f.Int(reader.FieldStart), next
}

// amend reads a group of rules at token i into a meaning.
func (p *parser) amend(group, i int, m *timex.Meaning) int {
	if p.Full() {
		return i
	}
	f := p.Push(i)
	write(m, f)
	next := p.Into(group, i, f)
	if next > i {
		*m = meaningOf(f)
	}
	p.Pop()
	return next
}

// allows reports whether a rule of the group matches at token i, if without taking a token,
// what is read so far.
func (p *parser) allows(group, i int, m *timex.Meaning) bool {
	if p.Full() {
		return false
	}
	f := p.Push(i)
	write(m, f)
	ok := p.Matches(group, i, f)
	p.Pop()
	return ok
}
