package normalize

import (
	"strings"
	"unicode/utf8"

	"github.com/copydesk-go/copydesk/internal/scan"
)

// isSignOff reports whether a line is what an agency ends its stories with: its
// name, or who wrote and who edited them.
func isSignOff(line string) bool {
	if len(line) <= longestInitials && isInitials(line) {
		return true
	}
	switch line[0] {
	case '(', '[', 'S', 's', 'W', 'w':
		if isSourceLine(strings.Trim(line, "()[]. ")) {
			return true
		}
	}
	if isWire(line) || isEndMark(line) {
		return true
	}
	if scan.Letter(line[0]) {
		return false
	}
	if r, _ := utf8.DecodeRuneInString(line); !beforeName.has(r) {
		return false
	}
	for _, dash := range []string{"–", "—", "--", "-", "/", "("} {
		if name, ok := strings.CutPrefix(line, dash); ok && isAgency(strings.Trim(name, " -–—/().")) {
			return true
		}
	}
	return false
}

// beforeName holds what the name of an agency at the end of a story may stand behind.
var beforeName = newRuneSet("–—-/(")

// isSourceLine reports whether a line says from which agencies a story comes:
// "Source: Xinhua", "With inputs from agencies".
func isSourceLine(line string) bool {
	for _, start := range []string{"source:", "sources:", "with inputs from ", "with input from ", "with additional inputs from "} {
		if scan.HasPrefixFold(line, start) {
			name := strings.TrimSpace(line[len(start):])
			return len(name) <= longestInitials && (isAgency(name) || start[0] == 'w' && !strings.Contains(name, ". "))
		}
	}
	name, ok := strings.CutSuffix(line, " inputs")
	return ok && (scan.HasPrefixFold(name, "with agency") || len(name) > 5 && scan.HasPrefixFold(name, "with ") && isAgency(name[5:]))
}

const longestInitials = 24

// isInitials reports whether a line holds the initials of writers and editors
// alone, as in "abc/de", or after the name of the agency, "PTI ABC DE".
func isInitials(line string) bool {
	agency, rest, ok := strings.Cut(line, " ")
	if ok && !isAgency(agency) || !ok && strings.IndexByte(line, '/') < 0 {
		return false
	}
	if !ok {
		rest = line
	}
	upper, run := false, 0
	for i := range len(rest) {
		switch b := rest[i]; {
		case scan.Letter(b) && (run == 0 || upper == (b < 'a')) && upper == ok:
			run++
		case scan.Letter(b) && run == 0:
			upper = b < 'a'
			run++
		case (b == '/' || b == '-' && !ok || b == ' ') && run > 1:
			run = 0
		default:
			return false
		}
		if run > 4 {
			return false
		}
	}
	return run > 1
}
