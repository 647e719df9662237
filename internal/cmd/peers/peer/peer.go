// Package peer is what the programs that are compared have in common: each is
// given documents, finds in them what its task is, and tells how that went.
package peer

import (
	"bufio"
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"strings"
	"time"
)

// An Input is what a program reads from standard input.
type Input struct {
	Seconds   float64    `json:"seconds"` // to go on for; 0 is once through all documents
	Documents []Document `json:"documents"`
}

type Document struct {
	Text      string `json:"text"`
	Published string `json:"published"` // 2024-05-15, or "" if not known
}

// An Output is what a program writes to standard output.
type Output struct {
	Found  []Found `json:"found"`
	Ready  float64 `json:"ready"`  // seconds of processor time from the start of the process until the first document was done
	Rate   float64 `json:"rate"`   // bytes a second of processor time, the best of several times
	Memory int64   `json:"memory"` // the most bytes the process held, 0 if not known
	Failed int     `json:"failed"` // documents that ended in an error of the program's own: it found nothing
}

// Found is what was found in one document.
type Found struct {
	Findings []Finding `json:"findings"`
	Text     string    `json:"text"` // of a program that mends it
}

// A Finding is a stretch of a text in bytes; before the text if it is not known
// where. What its value is depends on the task: the class of a name, the first
// day of a date, the currency and amount of a sum; "" if it is not known.
type Finding struct {
	Start int    `json:"start"`
	End   int    `json:"end"`
	Value string `json:"value"`
}

// LanguageVariable is the environment variable with the tag of the language of the documents.
const LanguageVariable = "PEER_LANGUAGE"

// Language is the tag of the language of the documents.
func Language() string { return cmp.Or(os.Getenv(LanguageVariable), "en") }

// A Finder does one task.
type Finder func(text string, published time.Time) Found

// Main runs the finder that the command line names.
func Main(finders map[string]Finder) {
	task := strings.Join(os.Args[1:], " ")
	find := finders[task]
	if find == nil {
		fail(fmt.Errorf("no task %q", task))
	}
	var in Input
	fail(json.NewDecoder(bufio.NewReader(os.Stdin)).Decode(&in))
	out, err := Run(find, in)
	fail(err)
	fail(json.NewEncoder(os.Stdout).Encode(out))
}

func fail(err error) {
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

// Run measures a finder. It goes through the documents again and again for the
// time given, and stops in the middle if they take ten times as long.
func Run(find Finder, in Input) (out Output, err error) {
	if len(in.Documents) == 0 {
		return out, errors.New("no documents")
	}
	var days []time.Time
	for _, d := range in.Documents {
		day, _ := time.Parse(time.DateOnly, d.Published) // none: the zero time
		days = append(days, day)
	}
	out.Found = make([]Found, len(in.Documents))
	tried(find, in.Documents[0].Text, days[0])
	out.Ready = clock().Seconds()
	for total := 0.0; total == 0 || total < in.Seconds; {
		began, bytes, took := clock(), 0, 0.0
		out.Failed = 0
		for i, d := range in.Documents {
			var ok bool
			if out.Found[i], ok = tried(find, d.Text, days[i]); !ok {
				out.Failed++
			}
			bytes += len(d.Text)
			if took = max(clock()-began, time.Microsecond).Seconds(); in.Seconds > 0 && took > 10*in.Seconds {
				break
			}
		}
		out.Rate = max(out.Rate, float64(bytes)/took)
		total += took
	}
	out.Memory = memory()
	return out, nil
}

// tried finds nothing where a program panics.
func tried(find Finder, text string, day time.Time) (f Found, ok bool) {
	defer func() {
		if recover() != nil {
			f, ok = Found{}, false
		}
	}()
	return find(text, day), true
}

func memory() int64 {
	b, err := os.ReadFile("/proc/self/status")
	if err != nil {
		return 0
	}
	for line := range strings.Lines(string(b)) {
		var kb int64
		if n, _ := fmt.Sscanf(line, "VmHWM: %d kB", &kb); n == 1 {
			return kb << 10
		}
	}
	return 0
}

// Locator finds where in a text stands what a program returned without its
// place.
type Locator struct {
	Text string
	at   int
}

// Next returns the next place of s in the text, as a finding of that value.
func (l *Locator) Next(s, value string) Finding {
	i := strings.Index(l.Text[l.at:], s)
	if i < 0 {
		return Finding{-1, -1, value}
	}
	start := l.at + i
	l.at = start + len(s)
	return Finding{start, l.at, value}
}

// Class maps the labels of a program or corpus to person, place and
// organisation, and others to "".
func Class(label string) string {
	switch strings.ToLower(label) {
	case "person":
		return "person"
	case "gpe", "loc", "fac", "location", "facility":
		return "place"
	case "org", "organization":
		return "organisation"
	}
	return ""
}

// Sum writes a sum such that equal ones look equal.
func Sum(currency, amount string) string {
	if strings.Contains(amount, ".") {
		amount = strings.TrimSuffix(strings.TrimRight(amount, "0"), ".")
	}
	return currency + " " + amount
}
