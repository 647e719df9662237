package main

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
)

// fields are the names of the fields of a frame, as package reader has them.
var fields = strings.Fields(`start value sense grain year num day before weekday feast rel year-rel week-rel mod unit count back as fiscal double
	ambiguous beside rest rest-unit least least-unit part exact hour minute second seconds zoned zone place the a which edge many many-at up-to nth nth-at
	of-year of-year-rel in-fiscal year-ago recent future latest whole another hyphen head plural loose tense land since until either era known beside-day`)

// Quantities are in tenths.
var quantities = strings.Fields("count many up-to")

// A bundle is a name for what several fields are set to, the numbers standing for
// what is given in brackets.
var bundles = map[string]string{
	"shift":     "sense=deictic unit=1 count=2",         // from publication: two weeks ago
	"later":     "sense=anaphoric unit=1 count=2",       // from the date named before
	"span":      "sense=span unit=1 count=2",            // a length of time
	"set":       "sense=recurring unit=1 count=2",       // so often
	"each":      "sense=recurring unit=1",               // what is named, so often
	"ref":       "sense=reference count:=1",             // past, present, future
	"year":      "sense=calendar grain=year year=1",     //
	"decade":    "sense=calendar grain=decade year=1",   // from its first year
	"century":   "sense=calendar grain=century year=1",  // by its number
	"month":     "sense=calendar grain=month num=1",     //
	"day":       "sense=calendar grain=day num=1 day=2", // of a month
	"weekday":   "sense=calendar grain=day weekday=1",   //
	"date":      "sense=calendar grain=day",             // whose parts are set beside it
	"numbered":  "sense=calendar grain=1 num=2",         // the third quarter, week 42
	"same":      "sense=same-period unit=1",             // the quarter
	"year-back": "sense=year-before",                    // a year earlier
	"mod":       "mod=1",
	"rel":       "rel=1",
	"clock":     "part=1.part exact=1.exact hour=1.hour minute=1.minute second=1.second seconds=1.seconds zoned=1.zoned zone=1.zone place=1.place either=1.either", // of another frame
}

// An assign is one step of what a rule says.
type assign struct {
	op    string // SetTo and the like
	field string
	from  operand
	n     int
	name  string // of the capture or function
}

// An operand is a field, a capture, a field of one, or a number.
type operand struct {
	kind        string // ValField and the like
	name, field string
	n           int
}

// A cond compares an operand with numbers or another operand.
type cond struct {
	left   operand
	op     string
	values []int
	right  *operand
}

// items divides a meaning at the blanks outside of brackets.
func items(s string) []string {
	var out []string
	depth, start := 0, 0
	for i := 0; i <= len(s); i++ {
		switch {
		case i == len(s) || s[i] == ' ' && depth == 0:
			if i > start {
				out = append(out, s[start:i])
			}
			start = i + 1
		case s[i] == '(':
			depth++
		case s[i] == ')':
			depth--
		}
	}
	return out
}

func parseMeaning(g *grammar, r *rule) ([]assign, error) {
	var out []assign
	for _, item := range items(r.meaning) {
		more, err := parseItem(g, r, item)
		if err != nil {
			return nil, err
		}
		out = append(out, more...)
	}
	return out, nil
}

func parseItem(g *grammar, r *rule, item string) ([]assign, error) {
	if name, rest, ok := strings.Cut(item, "("); ok && strings.HasSuffix(rest, ")") {
		args := strings.Split(strings.TrimSuffix(rest, ")"), ",")
		for i := range args {
			args[i] = strings.TrimSpace(args[i])
		}
		switch {
		case name == "take" && slices.Contains(r.captures, args[0]):
			return []assign{{op: "SetFrame", name: args[0]}}, nil
		case name == "quantity": // in tenths, as counts are
			more, err := parseAssign(r, "value", "=", args[0]+"0")
			return more, err
		case name == "do" && g.function(args[0]) != nil:
			return []assign{{op: "SetCall", name: args[0]}}, nil
		}
		return parseBundle(g, r, name, args)
	}
	for _, op := range []string{":=", "+=", "-=", "*=", "="} {
		if field, value, ok := strings.Cut(item, op); ok {
			return parseAssign(r, field, op, value)
		}
	}
	return parseAssign(r, item, "=", "1")
}

// parseBundle puts what is given into the fields of a bundle.
func parseBundle(g *grammar, r *rule, name string, args []string) ([]assign, error) {
	bundle, ok := bundles[name]
	if !ok {
		return nil, fmt.Errorf("no bundle %s", name)
	}
	var out []assign
	used := 0
	for _, item := range strings.Fields(bundle) {
		field, value, _ := strings.Cut(item, "=")
		number, of, _ := strings.Cut(value, ".")
		if n, err := strconv.Atoi(number); err == nil {
			if n > len(args) || args[n-1] == "" {
				return nil, fmt.Errorf("%s wants %d things in brackets", name, n)
			}
			value, used = strings.TrimSuffix(args[n-1]+"."+of, "."), max(used, n)
		}
		more, err := parseItem(g, r, field+"="+value)
		if err != nil {
			return nil, err
		}
		out = append(out, more...)
	}
	if used < len(args) && args[0] != "" {
		return nil, fmt.Errorf("%s wants %d things in brackets", name, used)
	}
	return out, nil
}

func parseAssign(r *rule, field, op, value string) ([]assign, error) {
	if !slices.Contains(fields, field) {
		return nil, fmt.Errorf("no field %s", field)
	}
	var out []assign
	if field == "count" && op == "=" && strings.HasPrefix(value, "-") {
		value = value[1:]
		out = append(out, assign{op: "SetTo", field: "back", from: operand{kind: "ValConstant", n: 1}})
	}
	from, err := parseOperand(r, field, value)
	if err != nil {
		return nil, err
	}
	switch op {
	case "*=":
		return append(out, assign{op: "SetTimes", field: field, n: from.n}), nil
	case "+=":
		return append(out, assign{op: "SetPlus", field: field, from: from}), nil
	case "-=":
		return append(out, assign{op: "SetMinus", field: field, from: from}), nil
	}
	if op == "=" && slices.Contains(quantities, field) {
		return append(out, quantity(r, field, from)...), nil
	}
	return append(out, assign{op: "SetTo", field: field, from: from}), nil
}

// quantity sets a field that is in tenths: constants and values of classes are not.
func quantity(r *rule, field string, from operand) []assign {
	if from.kind == "ValConstant" && from.n >= 0 {
		from.n *= 10
	}
	out := []assign{{op: "SetTo", field: field, from: from}}
	if from.kind == "ValSlot" && strings.HasPrefix(r.kinds[from.name], "class") {
		out = append(out, assign{op: "SetTimes", field: field, n: 10})
	}
	return out
}

// parseOperand reads @capture, capture.field, capture, .field, field, unknown or a number; of
// says what its numbers are called.
func parseOperand(r *rule, of, s string) (operand, error) {
	if name, ok := strings.CutPrefix(s, "@"); ok && slices.Contains(r.captures, name) {
		return operand{kind: "ValAt", name: name}, nil
	}
	if name, field, ok := strings.Cut(s, "."); ok {
		if !slices.Contains(fields, field) {
			return operand{}, fmt.Errorf("no field %s", field)
		}
		if name == "" {
			return operand{kind: "ValField", field: field}, nil
		}
		if !slices.Contains(r.captures, name) {
			return operand{}, fmt.Errorf("nothing is captured as %s", name)
		}
		return operand{kind: "ValOfSlot", name: name, field: field}, nil
	}
	if n := slices.Index(domains[domainOf[of]], s); n >= 0 {
		return operand{kind: "ValConstant", n: n}, nil
	}
	if slices.Contains(r.captures, s) {
		return operand{kind: "ValSlot", name: s}, nil
	}
	if s == "unknown" {
		return operand{kind: "ValConstant", n: -1}, nil
	}
	if n, err := classValue(of, s); err == nil && s != "" {
		return operand{kind: "ValConstant", n: n}, nil
	}
	if slices.Contains(fields, s) {
		return operand{kind: "ValField", field: s}, nil
	}
	return operand{}, fmt.Errorf("%q is no capture, field or value of %s", s, of)
}

// conditions reads [rel=last|past !the unit>=day]: all must hold.
func (p *parser) conditions(w string) (*element, error) {
	var all []*element
	for _, s := range strings.Fields(w[1 : len(w)-1]) {
		if field, value, ok := strings.Cut(s, ":="); ok {
			a, err := parseAssign(p.r, field, "=", value)
			if err != nil {
				return nil, err
			}
			if len(a) != 1 || a[0].op != "SetTo" {
				return nil, fmt.Errorf("%s is for a meaning", s)
			}
			all = append(all, &element{kind: setting, sets: a[0]})
			continue
		}
		c, err := parseCond(p.r, s)
		if err != nil {
			return nil, err
		}
		all = append(all, &element{kind: condition, cond: c})
	}
	if len(all) == 1 {
		return all[0], nil
	}
	return &element{kind: choice, parts: [][]*element{all}}, nil
}

func parseCond(r *rule, s string) (cond, error) {
	for _, op := range []string{"!=", ">=", "<=", "=", ">", "<"} {
		left, right, ok := strings.Cut(s, op)
		if !ok {
			continue
		}
		l, err := parseOperand(r, "", left)
		if err != nil {
			return cond{}, err
		}
		return compare(r, l, op, right)
	}
	name, not := strings.CutPrefix(s, "!")
	l, err := parseOperand(r, "", name)
	if err != nil {
		return cond{}, err
	}
	if not {
		return cond{left: l, op: "CmpIn", values: []int{0}}, nil
	}
	return cond{left: l, op: "CmpNotIn", values: []int{0}}, nil
}

// compare reads what an operand is compared with.
func compare(r *rule, l operand, op, right string) (cond, error) {
	of := l.field
	if l.kind == "ValSlot" {
		_, of, _ = strings.Cut(r.kinds[l.name], " ")
	}
	var values []int
	for _, s := range strings.Split(right, "|") {
		o, err := parseOperand(r, of, s)
		if err != nil {
			return cond{}, err
		}
		if o.kind != "ValConstant" {
			names := map[string]string{"=": "CmpIs", "!=": "CmpIsNot", "<": "CmpBelow", ">": "CmpAbove"}
			if names[op] == "" {
				return cond{}, fmt.Errorf("%q is read as a field, with which %s cannot compare: names of values are known of fields and of the classes in domainOf alone", s, op)
			}
			return cond{left: l, op: names[op], right: &o}, nil
		}
		if slices.Contains(quantities, of) && o.n > 0 {
			o.n *= 10
		}
		values = append(values, o.n)
	}
	switch op {
	case "=":
		return cond{left: l, op: "CmpIn", values: values}, nil
	case "!=":
		return cond{left: l, op: "CmpNotIn", values: values}, nil
	case "<":
		return cond{left: l, op: "CmpLess", values: values}, nil
	case "<=":
		return cond{left: l, op: "CmpLess", values: []int{values[0] + 1}}, nil
	case ">":
		return cond{left: l, op: "CmpMore", values: values}, nil
	}
	return cond{left: l, op: "CmpMore", values: []int{values[0] - 1}}, nil
}
