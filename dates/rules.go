package dates

import "github.com/copydesk-go/copydesk/dates/internal/reader"

//go:generate go run github.com/copydesk-go/copydesk/internal/gen/lang/dates ../internal/lang/en english

type frame = reader.Frame

// functions are what rules call by name, in the order of internal/lang/functions.tsv.
var functions = [...]func(p *parser, i int, f *frame) int{}

// tests are what rules ask by name, in the same order.
var tests = [...]func(p *parser, i int, f *frame) bool{}

// Call is for the reader.
func (p *parser) Call(n, i int, f *frame) int { return functions[n](p, i, f) }

// Test is for the reader.
func (p *parser) Test(n, i int, f *frame) bool { return tests[n](p, i, f) }

// rules reads a group of rules at token i.
func (p *parser) rules(group, i int) (m meaning, start, next int) {
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
func (p *parser) amend(group, i int, m *meaning) int {
	if p.Full() {
		return i
	}
	f := p.Push(i)
	m.into(f)
	next := p.Into(group, i, f)
	if next > i {
		*m = meaningOf(f)
	}
	p.Pop()
	return next
}

func flag(b bool) int32 {
	if b {
		return 1
	}
	return 0
}

// into writes the meaning into a frame.
func (m *meaning) into(f *frame) {
	p, c := &m.point, &m.point.clock
	f[reader.FieldSense] = int32(m.sense)
	f[reader.FieldGrain], f[reader.FieldYear], f[reader.FieldNum], f[reader.FieldDay] = int32(p.grain), int32(p.year), int32(p.num), int32(p.day)
	f[reader.FieldBefore] = flag(p.before)
	f[reader.FieldWeekday], f[reader.FieldFeast] = int32(m.weekday), int32(m.holiday)
	f[reader.FieldRel], f[reader.FieldYearRel], f[reader.FieldWeekRel] = int32(m.rel), int32(m.yearRel), int32(m.weekRel)
	f[reader.FieldMod], f[reader.FieldUnit], f[reader.FieldAs] = int32(m.mod), int32(m.unit), int32(m.grain)
	if f[reader.FieldCount] = int32(m.count.tenths); m.count.vague {
		f[reader.FieldCount] = reader.Vague
	}
	f[reader.FieldBack], f[reader.FieldFiscal], f[reader.FieldDouble], f[reader.FieldAmbiguous] = flag(m.back), flag(m.fiscal), flag(m.double), flag(m.ambiguous)
	f[reader.FieldBeside] = int32(m.beside)
	f[reader.FieldRest], f[reader.FieldRestUnit] = m.rest[0].n, int32(m.rest[0].unit)
	f[reader.FieldLeast], f[reader.FieldLeastUnit] = m.rest[1].n, int32(m.rest[1].unit)
	f[reader.FieldPart], f[reader.FieldExact], f[reader.FieldHour], f[reader.FieldMinute] = int32(c.part), flag(c.exact), int32(c.hour), int32(c.minute)
	f[reader.FieldSecond], f[reader.FieldSeconds] = int32(c.second), flag(c.seconds)
	f[reader.FieldZoned], f[reader.FieldZone], f[reader.FieldUsual] = flag(c.zoned), int32(c.zone), flag(c.usual)
}

// meaningOf is the meaning that a frame has.
func meaningOf(f *frame) meaning {
	m := meaning{
		sense: sense(f[reader.FieldSense]),
		point: point{grain: unit(f[reader.FieldGrain]), year: f.Int(reader.FieldYear), num: f.Int(reader.FieldNum), day: f.Int(reader.FieldDay),
			before: f.Is(reader.FieldBefore), clock: clockOf(f)},
		mod: Mod(f[reader.FieldMod]), weekday: f.Int(reader.FieldWeekday), holiday: f.Int(reader.FieldFeast),
		rel: rel(f[reader.FieldRel]), yearRel: rel(f[reader.FieldYearRel]), weekRel: rel(f[reader.FieldWeekRel]),
		unit: unit(f[reader.FieldUnit]), count: quantityOf(f[reader.FieldCount]), back: f.Is(reader.FieldBack), grain: unit(f[reader.FieldAs]),
		fiscal: f.Is(reader.FieldFiscal), double: f.Is(reader.FieldDouble), ambiguous: f.Is(reader.FieldAmbiguous), beside: int8(f[reader.FieldBeside]),
		rest: [2]part{{f[reader.FieldRest], unit(f[reader.FieldRestUnit])}, {f[reader.FieldLeast], unit(f[reader.FieldLeastUnit])}},
	}
	return m
}

// quantityOf is the quantity that a field has.
func quantityOf(n int32) quantity {
	if n == reader.Vague {
		return quantity{vague: true}
	}
	return quantity{tenths: int(n)}
}

// clockOf is the time of day that a frame has.
func clockOf(f *frame) clock {
	return clock{part: dayPart(f[reader.FieldPart]), exact: f.Is(reader.FieldExact), hour: int8(f[reader.FieldHour]), minute: int8(f[reader.FieldMinute]),
		second: int8(f[reader.FieldSecond]), seconds: f.Is(reader.FieldSeconds), zoned: f.Is(reader.FieldZoned), zone: int16(f[reader.FieldZone]), usual: f.Is(reader.FieldUsual)}
}
