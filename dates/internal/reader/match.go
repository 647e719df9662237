package reader

import (
	"math"
	"math/bits"
)

// A Host has the functions of a language: what rules cannot say.
type Host interface {
	// Call reads what function n reads at token i into f, and returns the token
	// behind it, or i if there is none.
	Call(n, i int, f *Frame) int
	// Test asks function n about the place before token i, and what f has so far.
	Test(n, i int, f *Frame) bool
}

// A Reader reads a text by the rules of a table. It is reused from text to text,
// and used by one goroutine at a time.
type Reader struct {
	Tokens
	Host   Host
	Traces bool     // keep a trail
	Trail  []uint16 // the rules that made what was read last
	depth  int
	top    int // frames in use
	frames [mostFrames]Frame
	tries  [mostDepth + 1]activation // by depth
	active [mostGroups]uint8         // calls of each group that are not over
	memos  [memoSize]memo            // of groups that were read lately
	epoch  int64                     // of what they depend on beside the text
}

const memoSize = 16

// A memo is what a group has read at a token into an empty frame.
type memo struct {
	epoch        int64
	group, token int32
	next         int32 // negative if nothing matches
	frame        Frame
}

// Forget is to be called when what the functions of the Host depend on beside the text changes.
func (r *Reader) Forget() { r.epoch++ }

// fresh reads a group at token i into an empty frame f, or recalls what it read there before.
func (r *Reader) fresh(g, i int, f *Frame) (int, bool) {
	mask := r.starters(g, i)
	if mask == 0 {
		return i, false
	}
	m := &r.memos[uint(g+5*i)%memoSize]
	if m.epoch == r.epoch && m.group == int32(g) && m.token == int32(i) {
		if m.next >= 0 {
			*f = m.frame
		}
		return int(m.next), m.next >= 0
	}
	*f = Frame{FieldStart: int32(i)}
	next, ok := r.among(g, mask, i, f)
	if r.active[g] == 0 && !r.Traces && r.depth < mostDepth/2 {
		*m = memo{epoch: r.epoch, group: int32(g), token: int32(i), next: -1}
		if ok {
			m.next, m.frame = int32(next), *f
		}
	}
	return next, ok
}

const (
	mostFrames  = 32
	mostGroups  = 256
	mostDepth   = 40 // of calls
	mostActive  = 4  // calls of a group within itself: early in the first half of the end of …
	mostSlots   = 8
	mostRepeats = 12
)

// The operations of patterns. What each is followed by stands behind it.
const (
	OpDone   = iota // the end of a pattern or of a part of one
	OpWord          // word
	OpWords         // how many, words
	OpClass         // class
	OpTake          // class, slot: and capture its value
	OpToken         // slot or -1, class of the value or -1, alternatives; for each, how many facts; facts
	OpMark          // mark
	OpGlued         //
	OpGroup         // group, slot
	OpAdd           // group: read into the frame at hand
	OpFunc          // function, slot
	OpAmend         // function: read into the frame at hand
	OpSet           // field, operand
	OpTest          // function
	OpNot           // function
	OpAlt           // length of this alternative; its code, OpDone; then OpAlt or the last of them, by OpLast
	OpLast          // length
	OpOpt           // length
	OpStar          // length
	OpAhead         // Must or MustNot, length
	OpBehind        // the same: its elements stand from right to left
	OpHere          // the extent starts here
	OpIf            // an operand, CmpX, how many, constants; or CmpX with CmpField and an operand
)

// How a pattern looks around.
const (
	MustNot   = 0
	Must      = 1
	FromStart = 2 // of the extent, and not from where it is
)

// What an operand is: three numbers.
const (
	ValField    = iota // field, 0
	ValSlot            // slot, 0: the value captured
	ValOfSlot          // slot, field: of the frame captured
	ValAt              // slot, 0: the token where it was captured
	ValConstant        // number, 0
)

// Comparisons.
const (
	CmpIn    = iota // one of the constants
	CmpNotIn        //
	CmpLess         // than the constant
	CmpMore         //
	CmpIs           // the operand that follows
	CmpIsNot        //
	CmpBelow        //
	CmpAbove        //
)

// The operations of assignments. Each list ends with SetDone.
const (
	SetDone  = iota
	SetTo    // field, operand
	SetPlus  // field, operand: add it
	SetMinus // field, operand: take it away
	SetTimes // field, number
	SetFrame // slot: all fields but the start
	SetCall  // function: on the frame
)

// Facts of tokens beside their classes, which count from 0.
const (
	FactBase = 1024
	WordBase = 2048 // the word of that number
)

const (
	FactWord = FactBase + iota
	FactNumber
	FactMark
	FactEnd
	FactTitle
	FactGlued
	FactParagraph
	FactOne     // digit
	FactTwo     // digits
	FactThree   // digits
	FactFour    // digits
	FactCapital // all of it, as far as its last letter shows
	FactLower   // a word without a capital, or with one that says nothing
	FactHeadline
	FactInner  // of a compound, behind its first part
	FactSymbol // a mark that is not of ASCII, nor like one that is
)

// failed is what does not match.
const failed = math.MinInt32

type capture struct {
	frame *Frame
	val   int32
	at    int32
}

// An activation is one try of a rule.
type activation struct {
	frame  *Frame
	start  int // of the extent, -1 if it is not said
	slots  [mostSlots]capture
	saves  bool // the frame before the rule changes it
	saved  bool
	before Frame
}

// Rule is the name of a rule, by its number in the trail.
func (r *Reader) Rule(n uint16) string { return r.table.Rules[n].Name }

// save keeps the frame as it is, for when the rule fails.
func (a *activation) save() {
	if a.saves && !a.saved {
		a.before, a.saved = *a.frame, true
	}
}

// Group reads a group at token i into a frame of its own, and returns it with the
// token behind it. The frame is good until the next call.
func (r *Reader) Group(g, i int) (*Frame, int) {
	if r.top == mostFrames {
		return nil, i
	}
	f := &r.frames[r.top]
	r.top++
	next, ok := r.fresh(g, i, f)
	r.top--
	if !ok {
		return f, i
	}
	return f, next
}

// Push returns an empty frame, which is in use until Pop.
func (r *Reader) Push(i int) *Frame {
	f := &r.frames[r.top]
	*f = Frame{FieldStart: int32(i)}
	r.top++
	return f
}

// Pop gives back the frame that was pushed last.
func (r *Reader) Pop() { r.top-- }

// Full reports whether no frame is left.
func (r *Reader) Full() bool { return r.top == mostFrames }

// Into reads a group at token i into the frame f; it returns i if none of its rules
// matches. A rule may match without taking a token: then it returns i as well.
func (r *Reader) Into(g, i int, f *Frame) int {
	next, ok := r.group(g, i, f)
	if !ok {
		return i
	}
	return next
}

// Matches reports whether a rule of the group matches at token i, with or without taking
// a token.
func (r *Reader) Matches(g, i int, f *Frame) bool {
	_, ok := r.group(g, i, f)
	return ok
}

// Starts reports whether a rule of the group can start with token i: a cheap question, to
// which the answer for most tokens is no.
func (r *Reader) Starts(g, i int) bool {
	return r.starters(g, i) != 0
}

// starters are the rules of a group that may start with token i and those behind it, a bit each.
func (r *Reader) starters(g, i int) uint64 {
	t := r.table
	masks := t.Groups[g].Masks
	all := masks[t.Starts[int(t.Traits[r.At(i).Profile].Starts[0])+g]]
	if all != 0 {
		all &= masks[t.Starts[int(t.Traits[r.At(i+1).Profile].Starts[1])+g]]
	}
	return all
}

// The first states of what a text starts with.
const (
	beginsNothing = iota
	beginsAny     // whatever follows
	states
)

// Begins reports whether an expression may start with token i and those behind it: a cheap question, to
// which the answer for most tokens is no.
func (r *Reader) Begins(i int) bool {
	t := r.table
	before := t.Traits[r.At(i-1).Profile].Before
	state := t.First[int(before)*len(t.Traits)+int(r.likeness(i))]
	for n := 0; state >= states; n++ {
		i++
		state = t.Begins[n][int(state-states)*t.Likes+int(t.Traits[r.likenessBehind(i)].Like)]
	}
	return state == beginsAny
}

// likeness is the profile of token i, and that of any word if it could only start a name and does not.
func (r *Reader) likeness(i int) uint16 {
	k := r.At(i)
	if r.table.in(k.Profile, r.table.Only) && !r.named(i) {
		return profileWord
	}
	return k.Profile
}

// likenessBehind is that of a token behind the first of an expression: it may go on a name, in small letters too.
func (r *Reader) likenessBehind(i int) uint16 {
	k := r.At(i)
	if k.Word == 0 || !r.table.in(r.table.Profiles[k.Word-1], r.table.Second) {
		return r.likeness(i)
	}
	return r.table.Profiles[k.Word-1]
}

// Pass returns the first token from i on, and before another, with which an expression may start as far as it tells
// alone, or that is a number or the end.
func (r *Reader) Pass(i, to int) int {
	traits := r.table.Traits
	for ; i < to; i++ {
		if k := r.At(i); traits[k.Profile].Begins || k.Kind == Number || k.Kind == End {
			break
		}
	}
	return i
}

func (r *Reader) group(g, i int, f *Frame) (int, bool) {
	if mask := r.starters(g, i); mask != 0 {
		return r.among(g, mask, i, f)
	}
	return i, false
}

// among tries those rules of a group that the mask has.
func (r *Reader) among(g int, mask uint64, i int, f *Frame) (int, bool) {
	if r.depth == mostDepth || r.active[g] == mostActive {
		return i, false
	}
	group := &r.table.Groups[g]
	next, found := i, false
	r.depth++
	r.active[g]++
	for ; mask != 0; mask &= mask - 1 {
		n := group.Rule + bits.TrailingZeros64(mask)
		rule := &r.table.Rules[n]
		if lead := rule.Lead; lead >= 0 && r.starters(int(lead), i) == 0 {
			continue
		}
		if next, found = r.rule(rule, n, i, f); found {
			found = next >= 0
			break
		}
	}
	r.depth--
	r.active[g]--
	return next, found
}

func (r *Reader) rule(rule *Rule, n, i int, f *Frame) (int, bool) {
	a := &r.tries[r.depth]
	a.frame, a.start, a.saves, a.saved = f, -1, rule.Restores, false
	clear(a.slots[:rule.Slots])
	top, trail := r.top, len(r.Trail)
	next := r.run(int(rule.Pattern), i, 1, a)
	if next == failed {
		if a.saved {
			*f = a.before
		}
		r.top, r.Trail = top, r.Trail[:trail]
		return i, false
	}
	if rule.Assign < 0 {
		r.top, r.Trail = top, r.Trail[:trail]
		return -1, true
	}
	r.assign(int(rule.Assign), a)
	r.top = top
	if r.Traces {
		r.Trail = append(r.Trail, uint16(n))
	}
	return next, true
}

// run matches the code at pc from token i on, in a direction, and returns the token
// behind, or failed. To the left of the text there are tokens below 0.
func (r *Reader) run(pc, i, dir int, a *activation) int {
	code := r.table.Code
	at := i // the token to look at: to the left, the one before
	if dir < 0 {
		at--
	}
	for {
		step := false
		switch code[pc] {
		case OpDone:
			if dir < 0 {
				at++
			}
			return at
		case OpWord:
			step = r.At(at).Word == uint16(code[pc+1])
			pc += 2
		case OpWords:
			n := int(code[pc+1])
			step = oneOf(r.At(at).Word, code[pc+2:pc+2+n])
			pc += 2 + n
		case OpClass:
			step = r.table.in(r.At(at).Profile, Class(code[pc+1]))
			pc += 2
		case OpTake:
			c := Class(code[pc+1])
			if k := r.At(at); r.table.in(k.Profile, c) {
				a.slots[code[pc+2]] = capture{val: int32(r.table.value(k.Word, c)), at: int32(at)}
				step = true
			}
			pc += 3
		case OpToken:
			step, pc = r.token(pc, at, a)
		case OpMark:
			step = r.At(at).Mark == byte(code[pc+1])
			pc += 2
		case OpIf:
			step, pc = r.condition(pc, at, a)
			at -= dir
		case OpAhead, OpBehind:
			step = r.around(code[pc], code[pc+1], pc+3, at, a)
			pc += 3 + int(code[pc+2])
			at -= dir
		case OpAlt, OpLast:
			if at, pc = r.alternatives(pc, at, dir, a); pc == failed {
				return failed
			}
			continue
		default:
			if at, pc = r.other(pc, at, dir, a); pc == failed {
				return failed
			}
			continue
		}
		if !step {
			return failed
		}
		at += dir
	}
}

func oneOf(word uint16, words []int16) bool {
	for _, w := range words {
		if word == uint16(w) {
			return true
		}
	}
	return false
}

// other runs an operation that does not take just one token. It returns the token to
// look at next and where the code goes on, failed if it does not match.
func (r *Reader) other(pc, at, dir int, a *activation) (int, int) {
	code := r.table.Code
	switch code[pc] {
	case OpGlued:
		return at, passed(pc+1, r.At(at).Glued && r.At(at).Kind != End)
	case OpGroup, OpFunc:
		return r.call(pc, at, a)
	case OpAdd:
		g := int(code[pc+1])
		mask := r.starters(g, at)
		if mask == 0 {
			return at, failed
		}
		a.save()
		next, ok := r.among(g, mask, at, a.frame)
		return next, passed(pc+2, ok)
	case OpAmend:
		a.save()
		next := r.Host.Call(int(code[pc+1]), at, a.frame)
		return next, passed(pc+2, next > at)
	case OpSet:
		a.save()
		a.frame[code[pc+1]] = r.operand(pc+2, a)
		return at, pc + 5
	case OpTest, OpNot:
		return at, passed(pc+2, r.Host.Test(int(code[pc+1]), at, a.frame) == (code[pc] == OpTest))
	case OpOpt, OpStar:
		return r.optional(pc, at, dir, a)
	}
	a.start = at // OpHere
	return at, pc + 1
}

// around reports whether what stands ahead or behind is as it must be.
func (r *Reader) around(op, how int16, pc, at int, a *activation) bool {
	dir := 1
	if op == OpBehind {
		dir = -1
	}
	if how&FromStart != 0 {
		at = int(a.frame[FieldStart])
	}
	return r.run(pc, at, dir, a) != failed == (how&Must != 0)
}

func passed(pc int, ok bool) int {
	if ok {
		return pc
	}
	return failed
}

// call reads a group or a function into a frame of its own, and captures it.
func (r *Reader) call(pc, at int, a *activation) (int, int) {
	code := r.table.Code
	if r.top == mostFrames {
		return at, failed
	}
	f := &r.frames[r.top]
	r.top++
	next, ok := at, false
	if code[pc] == OpGroup {
		next, ok = r.fresh(int(code[pc+1]), at, f)
	} else {
		*f = Frame{FieldStart: int32(at)}
		next = r.Host.Call(int(code[pc+1]), at, f)
		ok = next > at
	}
	if !ok {
		r.top--
		return at, failed
	}
	a.slots[code[pc+2]] = capture{frame: f, val: f[FieldValue], at: int32(at)}
	return next, pc + 3
}

func (r *Reader) alternatives(pc, at, dir int, a *activation) (int, int) {
	code := r.table.Code
	from := at
	if dir < 0 {
		from++
	}
	found := failed
	for {
		last, n := code[pc] == OpLast, int(code[pc+1])
		if found == failed {
			found = r.run(pc+2, from, dir, a)
		}
		pc += 2 + n
		if last {
			break
		}
	}
	if found == failed {
		return at, failed
	}
	if dir < 0 {
		found--
	}
	return found, pc
}

func (r *Reader) optional(pc, at, dir int, a *activation) (int, int) {
	code := r.table.Code
	after := pc + 2 + int(code[pc+1])
	for range mostRepeats {
		from := at
		if dir < 0 {
			from++
		}
		next := r.run(pc+2, from, dir, a)
		if next == failed {
			break
		}
		if dir < 0 {
			next--
		}
		if next == at || code[pc] == OpOpt {
			return next, after
		}
		at = next
	}
	return at, after
}

// token matches a token by several facts, and captures the value it has in a class.
func (r *Reader) token(pc, at int, a *activation) (bool, int) {
	code := r.table.Code
	slot, class, n := code[pc+1], code[pc+2], int(code[pc+3])
	pc += 4
	k := r.At(at)
	found := false
	for range n {
		m := int(code[pc])
		if !found {
			found = r.facts(k, code[pc+1:pc+1+m])
		}
		pc += 1 + m
	}
	if found && slot >= 0 {
		a.slots[slot] = capture{val: int32(k.Val), at: int32(at)}
		if class >= 0 {
			a.slots[slot].val = int32(r.table.value(k.Word, Class(class)))
		}
	}
	return found, pc
}

// facts reports whether all of the facts hold of a token; a negative one, less 1, must not.
func (r *Reader) facts(k *Token, facts []int16) bool {
	for _, x := range facts {
		want := x >= 0
		if !want {
			x = -1 - x
		}
		if r.fact(k, x) != want {
			return false
		}
	}
	return true
}

func (r *Reader) fact(k *Token, x int16) bool {
	switch x {
	case FactWord:
		return k.Kind == Word
	case FactNumber:
		return k.Kind == Number
	case FactMark:
		return k.Kind == Mark
	case FactEnd:
		return k.Kind == End
	case FactTitle:
		return k.Title
	case FactGlued:
		return k.Glued && k.Kind != End
	case FactLower:
		return k.Lower()
	case FactHeadline:
		return k.Headline
	case FactParagraph:
		return k.Paragraph
	case FactOne, FactTwo, FactThree, FactFour:
		return k.Kind == Number && k.Digits() == int(x-FactOne)+1
	case FactCapital:
		return k.Kind == Word && r.Text[k.End-1] < 'a'
	case FactInner:
		return k.Inner
	case FactSymbol:
		return k.Kind == Mark && k.Mark == 0
	}
	if x >= WordBase {
		return k.Word == uint16(x-WordBase)
	}
	return r.table.in(k.Profile, Class(x))
}

// operand is a value that a condition or an assignment names.
func (r *Reader) operand(pc int, a *activation) int32 {
	code := r.table.Code
	x, y := code[pc+1], code[pc+2]
	switch code[pc] {
	case ValField:
		return a.frame[x]
	case ValSlot:
		return a.slots[x].val
	case ValOfSlot:
		if f := a.slots[x].frame; f != nil {
			return f[y]
		}
		return 0
	case ValAt:
		return a.slots[x].at
	}
	return int32(x)
}

func (r *Reader) condition(pc, at int, a *activation) (bool, int) {
	code := r.table.Code
	v := r.operand(pc+1, a)
	cmp, n := code[pc+4], int(code[pc+5])
	pc += 6
	switch cmp {
	case CmpIn, CmpNotIn:
		found := false
		for _, c := range code[pc : pc+n] {
			found = found || v == int32(c)
		}
		return found == (cmp == CmpIn), pc + n
	case CmpLess:
		return v < int32(code[pc]), pc + n
	case CmpMore:
		return v > int32(code[pc]), pc + n
	}
	w := r.operand(pc, a)
	switch cmp {
	case CmpIs:
		return v == w, pc + 3
	case CmpIsNot:
		return v != w, pc + 3
	case CmpBelow:
		return v < w, pc + 3
	}
	return v > w, pc + 3
}

// assign gives the fields of the frame what the rule says.
func (r *Reader) assign(pc int, a *activation) {
	code, f := r.table.Code, a.frame
	for {
		switch code[pc] {
		case SetDone:
			if a.start >= 0 {
				f[FieldStart] = int32(a.start)
			}
			return
		case SetTo:
			f[code[pc+1]] = r.operand(pc+2, a)
			pc += 5
		case SetPlus:
			f[code[pc+1]] += r.operand(pc+2, a)
			pc += 5
		case SetMinus:
			f[code[pc+1]] -= r.operand(pc+2, a)
			pc += 5
		case SetTimes:
			f[code[pc+1]] *= int32(code[pc+2])
			pc += 3
		case SetFrame:
			start := f[FieldStart]
			*f = *a.slots[code[pc+1]].frame
			f[FieldStart] = start
			pc += 2
		case SetCall:
			r.Host.Call(int(code[pc+1]), int(a.start), f)
			pc += 2
		}
	}
}
