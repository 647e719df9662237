package main

import (
	"bytes"
	"encoding/json"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"
	"unicode"

	"github.com/copydesk-go/copydesk/internal/cmd/peers/peer"
	"github.com/copydesk-go/copydesk/internal/news"
)

// goldLines are annotated texts in the forms that the gold files have.
var goldLines = map[string]string{
	"names": `{"text": "Ada Obi went to Kenya.", "spans": [[0, 7, "Person", "Ada Obi"], [16, 21, "Location", "Kenya"], [0, 3, "Misc", "Ada"]]}`,
	"dates": `{"text": "He left on Friday for two days.", "dct": "2024-05-15", "timexes": [
		{"start": 11, "end": 17, "type": "DATE", "value": "2024-05-10"}, {"start": 22, "end": 30, "type": "DURATION", "value": "P2D"}]}`,
	"money": `{"text": "It cost €5 million, or dollars.", "money": [
		{"start": 8, "end": 20, "kind": "amount", "currency": "EUR", "amount": "5000000"}, {"start": 25, "end": 32, "kind": "currency", "ignore": true}]}`,
	"encoding": `{"codec_path": "utf8>cp1252", "damaged": "The womanâ€™s car", "clean": "The woman’s car"}
		{"codec_path": "utf8>cp1252+utf8>cp1252", "damaged": "not this one", "clean": ""}`,
}

// Every program that can be run here runs, and finds what it should in texts
// that are easy.
func TestRun(t *testing.T) {
	gold := t.TempDir()
	for task, file := range goldFiles {
		if strings.HasSuffix(file, ".gz") {
			continue // these are read by the same code
		}
		name := filepath.Join(gold, file)
		if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, []byte(goldLines[task]), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	const sums = "languages/money-nl.jsonl"
	if err := os.MkdirAll(filepath.Join(gold, filepath.Dir(sums)), 0o755); err != nil {
		t.Fatal(err)
	}
	line := `{"input": "Het kost 5 miljoen euro.", "expected": [{"surface": "5 miljoen euro", "start": 9, "end": 23, "currency": "EUR", "amount": "5000000"}]}`
	if err := os.WriteFile(filepath.Join(gold, sums), []byte(line), 0o644); err != nil {
		t.Fatal(err)
	}
	var log bytes.Buffer
	rows, hard, languages, err := run(t.Context(), options{articles: 2, seconds: 0.01, gold: gold, node: true, hard: 3}, &log)
	if err != nil {
		t.Fatal(err)
	}
	t.Log(log.String())
	var table strings.Builder
	printTable(&table, rows)
	t.Log("\n" + table.String())
	ran := map[string]row{}
	for _, r := range rows {
		if r.speed.Rate <= 0 || r.speed.Ready <= 0 {
			t.Errorf("%s %s: nothing was measured: %+v", r.Task, r.Name, r.speed)
		}
		ran[r.Task+" "+r.Name] = r
	}
	for _, r := range hard {
		if _, ok := ran[r.Task+" "+r.Name]; !ok {
			ran[r.Task+" "+r.Name] = row{}
		}
		if r.score.F1 < 0 && r.score.Right < 0 {
			t.Errorf("%s on %s, %s: nothing was measured", r.Task, r.set, r.Name)
		}
	}
	if len(languages) != 1 || languages[0].score != (score{100, 100}) || languages[0].set != "Dutch, cases" {
		t.Errorf("in other languages: %+v", languages)
	}
	for _, p := range programs {
		if _, ok := ran[p.Task+" "+p.Name]; !ok && !p.Node {
			t.Errorf("%s, %s did not run", p.Task, p.Name)
		}
	}
	if _, err := exec.LookPath("node"); err == nil && len(ran) < len(programs) && !strings.Contains(log.String(), "are left out") {
		t.Error("the Node programs did not run, and nothing was said")
	}
	for name, want := range map[string]score{"dates copydesk": {100, 100}, "money copydesk": {100, 100}} {
		if got := ran[name].score; got != want {
			t.Errorf("%s: %+v", name, got)
		}
	}
}

func TestRecase(t *testing.T) {
	for in, want := range map[string]string{
		"ada obi's café isn’t far": "Ada Obi's Café Isn’t Far", "NATO in 2nd place": "NATO In 2nd Place", "straße ŉ ı": "Straße ŉ ı", "\xff a": "\xff A",
	} {
		if got := recase(in, title); got != want {
			t.Errorf("%q in titles is %q", in, got)
		}
	}
	if got := recase("café straße", unicode.ToUpper); got != "CAFÉ STRAßE" {
		t.Errorf("in capitals %q", got)
	}
}

func TestCompare(t *testing.T) {
	f := func(start, end int, value string) peer.Finding {
		return peer.Finding{Start: start, End: end, Value: value}
	}
	for name, tt := range map[string]struct {
		task      string
		gold, got []peer.Finding
		want      score
	}{
		"names want the extent and the class": {"names",
			[]peer.Finding{f(0, 7, "person"), f(10, 15, "place"), f(20, 25, "place")},
			[]peer.Finding{f(0, 7, "person"), f(10, 15, "person"), f(20, 24, "place")}, score{100. / 3, -1}},
		"dates are found where they overlap, and right where they begin": {"dates",
			[]peer.Finding{f(0, 7, "2024-05-10"), f(10, 15, "2024-05"), f(20, 25, "2024-W20"), f(30, 35, ""), f(40, 45, "2023")},
			[]peer.Finding{f(2, 9, "2024-05-10"), f(10, 15, "2024-05-31"), f(20, 25, "2024-05-19"), f(30, 35, "2020-01-01")}, score{800. / 9, 75}},
		"sums": {"money",
			[]peer.Finding{f(0, 7, "EUR 5"), f(10, 15, "USD 7"), f(20, 25, ignored)},
			[]peer.Finding{f(0, 7, "EUR 5"), f(10, 15, "USD 70"), f(20, 25, "USD 1")}, score{100, 50}},
		"what gives no values":            {"money", []peer.Finding{f(0, 7, "EUR 5")}, []peer.Finding{f(0, 7, "")}, score{100, -1}},
		"what was found outside the text": {"names", []peer.Finding{f(0, 7, "person")}, []peer.Finding{f(-1, -1, "person")}, score{0, -1}},
		"nothing":                         {"dates", nil, nil, score{0, -1}},
	} {
		got := compare(tt.task, []text{{gold: tt.gold}}, []peer.Found{{Findings: tt.got}})
		if got != tt.want {
			t.Errorf("%s: %+v, want %+v", name, got, tt.want)
		}
	}
	got := compare("encoding", []text{{clean: "a"}, {clean: "b"}}, []peer.Found{{Text: "a"}, {Text: "a"}})
	if want := (score{-1, 50}); got != want {
		t.Errorf("encoding: %+v", got)
	}
}

func TestGoldLines(t *testing.T) {
	for task, want := range map[string]int{"names": 2, "dates": 2, "money": 2} {
		var l goldLine
		if err := json.Unmarshal([]byte(goldLines[task]), &l); err != nil {
			t.Fatal(err)
		}
		got, ok := l.text()
		if !ok || len(got.gold) != want {
			t.Errorf("%s: %+v", task, got)
		}
	}
	kept := 0
	for d := json.NewDecoder(strings.NewReader(goldLines["encoding"])); ; {
		var l goldLine
		if err := d.Decode(&l); err == io.EOF {
			break
		} else if err != nil {
			t.Fatal(err)
		}
		if _, ok := l.text(); ok {
			kept++
		}
	}
	if kept != 1 {
		t.Errorf("%d damaged texts are kept, want the one with one layer", kept)
	}
}

func TestArticles(t *testing.T) {
	a, b := news.New(7), news.New(7)
	damaged := 0
	for range 50 {
		x, y := a.Article(), b.Article()
		if x != y {
			t.Fatal("the same seed gives other articles")
		}
		if strings.ContainsAny(x.Text, "{}%") || len(x.Text) < 500 {
			t.Errorf("a slot is open: %s", x.Text)
		}
		for n := range 4 {
			if news.Damage(x.Text, n) != x.Text {
				damaged++
			}
		}
	}
	if damaged < 150 {
		t.Errorf("no more than %d of 200 texts are damaged", damaged)
	}
}

func TestCorpus(t *testing.T) {
	var b bytes.Buffer
	if err := writeCorpus(&b, 100_000); err != nil {
		t.Fatal(err)
	}
	if b.Len() < 100_000 || b.Len() > 120_000 {
		t.Errorf("%d bytes", b.Len())
	}
	for line := range bytes.Lines(b.Bytes()) {
		var article struct{ ID, Text, Published string }
		if err := json.Unmarshal(line, &article); err != nil {
			t.Fatal(err)
		}
		if _, err := time.Parse(time.DateOnly, article.Published); err != nil || article.ID == "" || article.Text == "" {
			t.Errorf("%s", line)
		}
	}
}
