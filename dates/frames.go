package dates

import (
	"github.com/copydesk-go/copydesk/dates/internal/reader"
	"github.com/copydesk-go/copydesk/dates/internal/timex"
)

// This file makes frames of meanings, and meanings of frames.

type frame = reader.Frame

// tenths are what counts are kept in.
const tenths = 10

// write writes the meaning into a frame.
func write(m *timex.Meaning, f *frame) {
	p := &m.Point
	f.Set(reader.FieldSense, int(m.Sense))
	f.Set(reader.FieldGrain, int(p.Grain))
	f.Set(reader.FieldYear, p.Year)
	f.Set(reader.FieldNum, p.Num)
	f.Set(reader.FieldDay, p.Day)
	f.Set(reader.FieldSince, int(p.Since))
	f.Set(reader.FieldUntil, int(p.Until))
	f.Set(reader.FieldBefore, flag(p.Before))
	writeClock(&p.Clock, f)
	f.Set(reader.FieldMod, int(m.Mod))
	f.Set(reader.FieldWeekday, m.Weekday)
	f.Set(reader.FieldFeast, m.Holiday)
	f.Set(reader.FieldLand, int(m.Land))
	f.Set(reader.FieldEra, int(m.Era))
	f.Set(reader.FieldRel, int(m.Rel))
	f.Set(reader.FieldYearRel, int(m.YearRel))
	f.Set(reader.FieldWeekRel, int(m.WeekRel))
	f.Set(reader.FieldUnit, int(m.Unit))
	f.Set(reader.FieldCount, countOf(m.Count))
	f.Set(reader.FieldRest, tenths*int(m.Rest[0].N))
	f.Set(reader.FieldRestUnit, int(m.Rest[0].Unit))
	f.Set(reader.FieldLeast, tenths*int(m.Rest[1].N))
	f.Set(reader.FieldLeastUnit, int(m.Rest[1].Unit))
	f.Set(reader.FieldBack, flag(m.Back))
	f.Set(reader.FieldAs, int(m.Grain))
	f.Set(reader.FieldFiscal, flag(m.Fiscal))
	f.Set(reader.FieldDouble, flag(m.Double))
	f.Set(reader.FieldAmbiguous, flag(m.Ambiguous))
	f.Set(reader.FieldBesideDay, int(m.BesideDay))
	f.Set(reader.FieldKnown, flag(m.Known))
	f.Set(reader.FieldBeside, int(m.Beside))
}

func writeClock(c *timex.Clock, f *frame) {
	f.Set(reader.FieldPart, int(c.Part))
	f.Set(reader.FieldExact, flag(c.Exact))
	f.Set(reader.FieldHour, int(c.Hour))
	f.Set(reader.FieldMinute, int(c.Minute))
	f.Set(reader.FieldSecond, int(c.Second))
	f.Set(reader.FieldSeconds, flag(c.Seconds))
	f.Set(reader.FieldZoned, flag(c.Zoned))
	f.Set(reader.FieldZone, int(c.Zone))
	f.Set(reader.FieldPlace, int(c.Place))
	f.Set(reader.FieldEither, flag(c.Either))
}

// meaningOf is the meaning that a frame has.
func meaningOf(f *frame) timex.Meaning {
	return timex.Meaning{
		Sense: timex.Sense(f[reader.FieldSense]),
		Point: timex.Point{
			Grain:  timex.Unit(f[reader.FieldGrain]),
			Year:   f.Int(reader.FieldYear),
			Num:    f.Int(reader.FieldNum),
			Day:    f.Int(reader.FieldDay),
			Since:  int8(f[reader.FieldSince]),
			Until:  int8(f[reader.FieldUntil]),
			Before: f.Is(reader.FieldBefore),
			Clock:  clockOf(f),
		},
		Mod:     timex.Mod(f[reader.FieldMod]),
		Weekday: f.Int(reader.FieldWeekday),
		Holiday: f.Int(reader.FieldFeast),
		Land:    timex.Country(f.Int(reader.FieldLand)),
		Era:     timex.CalendarNumber(f[reader.FieldEra]),
		Rel:     timex.Rel(f[reader.FieldRel]),
		YearRel: timex.Rel(f[reader.FieldYearRel]),
		WeekRel: timex.Rel(f[reader.FieldWeekRel]),
		Unit:    timex.Unit(f[reader.FieldUnit]),
		Count:   quantityOf(f[reader.FieldCount]),
		Rest: [2]timex.Part{
			{N: f[reader.FieldRest] / tenths, Unit: timex.Unit(f[reader.FieldRestUnit])},
			{N: f[reader.FieldLeast] / tenths, Unit: timex.Unit(f[reader.FieldLeastUnit])},
		},
		Back:      f.Is(reader.FieldBack),
		Grain:     timex.Unit(f[reader.FieldAs]),
		Fiscal:    f.Is(reader.FieldFiscal),
		Double:    f.Is(reader.FieldDouble),
		Ambiguous: f.Is(reader.FieldAmbiguous),
		BesideDay: int8(f[reader.FieldBesideDay]),
		Known:     f.Is(reader.FieldKnown),
		Beside:    int8(f[reader.FieldBeside]),
	}
}

// clockOf is the time of day that a frame has.
func clockOf(f *frame) timex.Clock {
	hour, minute := f[reader.FieldHour], f[reader.FieldMinute]
	if minute == 60 { // none to nine
		hour, minute = hour+1, 0
	}
	if hour < 0 { // half an hour before 00
		hour += 24
	}
	return timex.Clock{
		Part:    timex.DayPart(f[reader.FieldPart]),
		Exact:   f.Is(reader.FieldExact),
		Hour:    int8(hour),
		Minute:  int8(minute),
		Second:  int8(f[reader.FieldSecond]),
		Seconds: f.Is(reader.FieldSeconds),
		Zoned:   f.Is(reader.FieldZoned),
		Zone:    int16(f[reader.FieldZone]),
		Place:   int16(f[reader.FieldPlace]),
		Either:  f.Is(reader.FieldEither),
	}
}

// quantityOf is the quantity that a field has.
func quantityOf(n int32) timex.Quantity {
	if n == reader.Vague {
		return timex.Quantity{Vague: true}
	}
	return timex.Quantity{Tenths: int(n)}
}

// countOf is what a field has for a quantity.
func countOf(q timex.Quantity) int {
	if q.Vague {
		return reader.Vague
	}
	return q.Tenths
}

func flag(b bool) int {
	if b {
		return 1
	}
	return 0
}
