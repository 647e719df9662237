package dates

import (
	"github.com/copydesk-go/copydesk/dates/internal/reader"
	"github.com/copydesk-go/copydesk/dates/internal/timex"
)

// This file reads the figures of times of day; what stands around them is for the rules.

// How sure the figures of a time are to be one.
const (
	timeUnsure = iota // 7: only what stands behind can make it one
	timeSure          // 7:30
	timeWide          // 1900, 10, seven: the name of a zone can
)

// clockFigures reads the figures of a time into a frame. They are sure to be one when they
// have a colon and two figures behind it.
func (p *parser) clockFigures(i int, f *frame) (next int) {
	t := p.At(i)
	if t.Kind != reader.Number || t.Digits() > 4 || !p.bare(i, i+1) && !p.glueTime(i) && !p.endsRange(i) {
		return i
	}
	sure := timeWide
	switch minute := p.minute(i); {
	case t.Digits() >= 3:
		setTime(f, t.Val/100, t.Val%100, timeWide)
	case t.Val > 24:
		return i
	case minute >= 0:
		return p.clockMinutes(i, minute, f)
	default:
		if t.Digits() == 1 {
			sure = timeUnsure
		}
		setTime(f, t.Val, 0, sure)
	}
	return i + 1
}

// clockMinutes reads the rest of a time with minutes, at token i: 10:30, 10.30, 2:02:44.
func (p *parser) clockMinutes(i, minute int, f *frame) (next int) {
	t := p.At(i)
	next = i + 3
	second := p.sexagesimal(i+4, ':')
	if second >= 0 {
		f.Set(reader.FieldSecond, second)
		f.Set(reader.FieldSeconds, 1)
		next = i + 5
	}
	ranged := p.Marked(next, '-') && p.Marked(next+2, ':')
	if p.follows(next) && p.At(next).Kind != reader.Word && !ranged {
		return i
	}
	sure := timeWide
	fraction := p.Marked(next, '.') && p.At(next).Glued && p.At(next+1).Kind == reader.Number && p.At(next+1).Glued
	ran := second >= 0 && t.Digits() == 1 && !p.In(i-1, clsPrep) // ran 2:02:44
	if p.Marked(i+1, ':') && t.Val < 24 && !fraction && !ran {
		sure = timeSure
	}
	setTime(f, t.Val, minute, sure)
	return next
}

func setTime(f *frame, hour, minute, sure int) {
	f.Set(reader.FieldExact, 1)
	f.Set(reader.FieldHour, hour)
	f.Set(reader.FieldMinute, minute)
	f.Set(reader.FieldLoose, sure)
}

// minute is the minute behind the hour at token i, or -1.
func (p *parser) minute(i int) int { return max(p.sexagesimal(i+2, ':'), p.sexagesimal(i+2, '.')) }

// sexagesimal is the value of the two figures at token i, below sixty, that are glued to a
// mark before them, which is glued itself; or -1.
func (p *parser) sexagesimal(i int, separator byte) int {
	t, sep := p.At(i), p.At(i-1)
	if sep.Mark == separator && sep.Glued && t.Kind == reader.Number && t.Glued && t.Digits() == 2 && t.Val < 60 {
		return t.Val
	}
	return -1
}

// glueTime allows a word glued to the figures, as in 5pm.
func (p *parser) glueTime(i int) bool {
	if b := p.At(i - 1); p.At(i).Glued && b.Kind == reader.Mark {
		switch b.Mark {
		case '(', '-', '"', '@':
		default:
			return false
		}
	}
	a := p.At(i + 1)
	return a.Glued && (a.Mark == ':' || a.Mark == '.' || a.Kind == reader.Word)
}

// pick gives the hour of a frame the half of the day that the part of it in value means.
func pick(f *frame) {
	c := clockOf(f)
	c.Pick(timex.DayPart(f.Int(reader.FieldValue)))
	f.Set(reader.FieldHour, int(c.Hour))
	f.Set(reader.FieldEither, 0)
}

// shareHalf gives the hour of a frame the half of the day of the hour in value, before
// which it is: the 7 of 7 to 9 p.m., but the 11 of 11 to 1 p.m. is before noon.
func shareHalf(f *frame) {
	hour, end := f.Int(reader.FieldHour)%12, f.Int(reader.FieldValue)
	if end >= 12 && hour+12 <= end {
		hour += 12
	}
	f.Set(reader.FieldHour, hour)
}

// clock reads a time of day.
func (p *parser) clock(i int) (timex.Clock, int) {
	f, next := p.Group(grpClock, i)
	if next == i {
		return timex.Clock{}, i
	}
	return clockOf(f), next
}

// dayAfter reads the day that follows a time of day.
func (p *parser) dayAfter(i int) (timex.Meaning, int) { return p.meant(grpDayAfter, i) }
