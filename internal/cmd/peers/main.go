// Command peers runs copydesk and what people would use instead on the same
// text, and prints a table of speed, memory and accuracy.
//
//	go run .
//
// Each program runs in a process of its own, on one core, over articles that
// package news writes; time is processor time. The Node programs are installed with npm when it is
// there, and left out when it is not. Accuracy is measured on annotated news,
// which is not part of this repository: -gold names its folder.
package main

import (
	"bytes"
	"context"
	_ "embed"
	"encoding/json"
	"flag"
	"fmt"
	"io"
	"os"
	"os/exec"
	"os/signal"
	"path/filepath"
	"strconv"
	"strings"
	"text/tabwriter"
	"time"

	"github.com/copydesk-go/copydesk/internal/cmd/peers/peer"
	"github.com/copydesk-go/copydesk/internal/news"
)

type options struct {
	articles int
	seconds  float64
	gold     string
	only     string
	node     bool
	markdown bool
	hard     int
	spoken   bool
}

func main() {
	var o options
	flag.IntVar(&o.articles, "articles", 100, "how `many` articles the speed is measured on")
	flag.Float64Var(&o.seconds, "seconds", 2, "measure each program for at least so many `seconds`")
	flag.StringVar(&o.gold, "gold", "../../../../shared/data", "`folder` of the annotated texts")
	flag.StringVar(&o.only, "only", "", "no more than the tasks and programs whose names hold `text`")
	flag.BoolVar(&o.node, "node", true, "run the Node programs, if node and npm are there")
	flag.IntVar(&o.hard, "hard", 1000, "at most so `many` texts of each hard set")
	flag.BoolVar(&o.spoken, "languages", false, "no more than the table of other languages")
	flag.BoolVar(&o.markdown, "markdown", false, "print the table in Markdown")
	size := flag.Int64("write", 0, "instead write a corpus of so many `bytes` to standard output, as JSON lines for examples/annotate")
	flag.Parse()
	if *size > 0 {
		fail(writeCorpus(os.Stdout, *size))
		return
	}
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	rows, hard, languages, err := run(ctx, o, os.Stderr)
	fail(err)
	switch {
	case o.spoken:
	case o.markdown:
		printMarkdown(os.Stdout, rows)
		printHard(os.Stdout, hard, o.markdown)
	default:
		printTable(os.Stdout, rows)
		printHard(os.Stdout, hard, o.markdown)
	}
	printHard(os.Stdout, languages, o.markdown)
}

func fail(err error) {
	if err != nil {
		fmt.Fprintln(os.Stderr, "peers:", err)
		os.Exit(1)
	}
}

// A program does one task.
type program struct {
	Task, Name string
	Node       bool
	from       string // module or package
	language   string // of the texts, if not English
}

var programs = []program{
	{"names", "copydesk", false, "", ""},
	{"names", "prose", false, "github.com/jdkato/prose/v2", ""},
	{"names", "compromise", true, "compromise", ""},
	{"dates", "copydesk", false, "", ""},
	{"dates", "go-dateparser", false, "github.com/markusmobius/go-dateparser", ""},
	{"dates", "when", false, "github.com/olebedev/when", ""},
	{"dates", "chrono-node", true, "chrono-node", ""},
	{"dates", "compromise-dates", true, "compromise-dates", ""},
	{"dates", "wink-nlp", true, "wink-nlp", ""},
	{"dates", "recognizers-text", true, "@microsoft/recognizers-text-date-time", ""},
	{"money", "copydesk", false, "", ""},
	{"money", "compromise", true, "compromise", ""},
	{"money", "wink-nlp", true, "wink-nlp", ""},
	{"money", "recognizers-text", true, "@microsoft/recognizers-text-number-with-unit", ""},
	{"encoding", "copydesk", false, "", ""},
	{"encoding", "fix-latin1-to-utf8", true, "fix-latin1-to-utf8", ""},
	{"encoding", "ftfy", true, "@photostructure/ftfy", ""},
	{archive, "copydesk", false, "", ""},
	{archive, "fix-latin1-to-utf8", true, "fix-latin1-to-utf8", ""},
	{archive, "ftfy", true, "@photostructure/ftfy", ""},
	{"all four", "copydesk", false, "", ""},
}

// archive is a task that has texts of its own, and no news to be measured on.
const archive = "archives"

// A row is what was measured of one program at one task.
type row struct {
	program
	version string
	speed   peer.Output
	score   score
}

// run measures every program that can be run, on news, on what is harder and in other languages.
func run(ctx context.Context, o options, log io.Writer) (rows []row, hard, languages []hardRow, err error) {
	bin, err := os.MkdirTemp("", "peers")
	if err != nil {
		return nil, nil, nil, err
	}
	defer os.RemoveAll(bin)
	versions, err := build(ctx, bin)
	if err != nil {
		return nil, nil, nil, err
	}
	node := o.node && install(ctx, log)
	if !o.spoken {
		if rows, err = runNews(ctx, o, bin, versions, node, log); err != nil {
			return nil, nil, nil, err
		}
		if hard, err = runHard(ctx, o, bin, versions, node, log); err != nil {
			return nil, nil, nil, err
		}
	}
	languages, err = runLanguages(ctx, o, bin, versions, node, log)
	return rows, hard, languages, err
}

func runNews(ctx context.Context, o options, bin string, versions map[string]string, node bool, log io.Writer) ([]row, error) {
	var rows []row
	for _, p := range programs {
		if p.Task == archive || p.Node && !node || !strings.Contains(p.Task+" "+p.Name, o.only) {
			continue
		}
		r := row{program: p, version: versions[p.from], score: score{-1, -1}}
		var err error
		if r.speed, err = p.measure(ctx, bin, o.seconds, articles(p.Task, o.articles)); err != nil {
			return nil, err
		}
		gold, err := readGold(o.gold, p.Task)
		if err != nil {
			return nil, err
		}
		if len(gold) > 0 {
			out, err := p.measure(ctx, bin, 0, gold)
			if err != nil {
				return nil, err
			}
			r.score = compare(p.Task, gold, out.Found)
			if out.Failed > 0 {
				fmt.Fprintf(log, "peers: %s, %s: %d of %d documents ended in an error of its own\n", p.Task, p.Name, out.Failed, len(gold))
			}
		}
		fmt.Fprintf(log, "peers: %s\n", strings.Join(r.cells(), ", "))
		rows = append(rows, r)
	}
	return rows, nil
}

//go:embed node/package.json
var nodePackage []byte

// build builds the Go programs, and returns the versions of all, by module or
// package.
func build(ctx context.Context, bin string) (map[string]string, error) {
	var list struct{ Dependencies map[string]string }
	if err := json.Unmarshal(nodePackage, &list); err != nil {
		return nil, err
	}
	versions := list.Dependencies
	for _, p := range programs {
		if p.Node {
			continue
		}
		if out, err := exec.CommandContext(ctx, "go", "build", "-o", filepath.Join(bin, p.Name), "./"+p.Name).CombinedOutput(); err != nil {
			return nil, fmt.Errorf("%s: %w\n%s", p.Name, err, out)
		}
		if p.from == "" || versions[p.from] != "" {
			continue
		}
		v, err := exec.CommandContext(ctx, "go", "list", "-m", "-f", "{{.Version}}", p.from).Output()
		if err != nil {
			return nil, fmt.Errorf("%s: %w", p.from, err)
		}
		versions[p.from] = strings.TrimSpace(strings.TrimPrefix(string(v), "v"))
	}
	return versions, nil
}

// install sees to it that the Node programs are there.
func install(ctx context.Context, log io.Writer) bool {
	for _, tool := range []string{"node", "npm"} {
		if _, err := exec.LookPath(tool); err != nil {
			fmt.Fprintf(log, "peers: no %s on this machine: the Node programs are left out\n", tool)
			return false
		}
	}
	lock, err1 := os.Stat("node/package-lock.json")
	done, err2 := os.Stat("node/node_modules/.package-lock.json")
	if err1 == nil && err2 == nil && !done.ModTime().Before(lock.ModTime()) {
		return true
	}
	c := exec.CommandContext(ctx, "npm", "ci", "--no-audit", "--no-fund", "--ignore-scripts")
	c.Dir = "node"
	if out, err := c.CombinedOutput(); err != nil {
		fmt.Fprintf(log, "peers: npm ci: %v: the Node programs are left out\n%s", err, out)
		return false
	}
	return true
}

// articles returns the texts on which the speed at a task is measured.
func articles(task string, n int) []text {
	w := news.New(1)
	var texts []text
	for range n {
		a := w.Article()
		if task == "encoding" {
			a.Text = news.Damage(a.Text, 0)
		}
		texts = append(texts, text{Document: peer.Document{Text: a.Text, Published: a.Published.Format(time.DateOnly)}})
	}
	return texts
}

// writeCorpus writes articles until there are size bytes. One in four is
// damaged.
func writeCorpus(out io.Writer, size int64) error {
	w := news.New(2)
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	for i := 0; size > 0; i++ {
		a := w.Article()
		if i%4 == 3 {
			a.Text = news.Damage(a.Text, i/4)
		}
		b.Reset()
		e.Encode(map[string]string{"id": strconv.Itoa(i), "text": a.Text, "published": a.Published.Format(time.DateOnly)})
		n, err := out.Write(b.Bytes())
		if err != nil {
			return err
		}
		size -= int64(n)
	}
	return nil
}

// A text is a document and what should be found in it.
type text struct {
	peer.Document
	gold  []peer.Finding
	clean string // what the text should become
}

// measure runs a program in a process of its own, on one core.
func (p program) measure(ctx context.Context, bin string, seconds float64, texts []text) (out peer.Output, err error) {
	in := peer.Input{Seconds: seconds}
	for _, t := range texts {
		in.Documents = append(in.Documents, t.Document)
	}
	b, err := json.Marshal(in)
	if err != nil {
		return out, err
	}
	c := exec.CommandContext(ctx, filepath.Join(bin, p.Name), p.Task)
	if p.Node {
		c = exec.CommandContext(ctx, "node", filepath.Join("node", "peers.mjs"), p.Name, p.Task)
	}
	c.Env = append(os.Environ(), "GOMAXPROCS=1", "TZ=UTC", peer.LanguageVariable+"="+p.language)
	c.Stdin = bytes.NewReader(b)
	var complaint bytes.Buffer
	c.Stderr = &complaint
	answer, err := c.Output()
	if err == nil {
		err = json.Unmarshal(answer, &out)
	}
	if err == nil && len(out.Found) != len(texts) {
		err = fmt.Errorf("%d answers for %d documents", len(out.Found), len(texts))
	}
	if err != nil {
		said := complaint.Bytes()
		return out, fmt.Errorf("%s, %s: %w\n%s", p.Task, p.Name, err, said[max(0, len(said)-1000):])
	}
	return out, nil
}

var columns = []string{"task", "program", "MB/s", "ready in", "memory", "found F1", "right"}

func (r row) cells() []string {
	mbps := r.speed.Rate / 1e6
	speed := fmt.Sprintf("%.1f", mbps)
	if mbps < 1 {
		speed = fmt.Sprintf("%.2g", mbps)
	}
	held := "–"
	if r.speed.Memory > 0 {
		held = fmt.Sprintf("%d MB", r.speed.Memory>>20)
	}
	return []string{
		r.Task, strings.TrimSpace(r.Name + " " + r.version), speed, fmt.Sprintf("%.0f ms", 1000*r.speed.Ready), held,
		percent(r.score.F1), percent(r.score.Right),
	}
}

func percent(f float64) string {
	if f < 0 {
		return "–"
	}
	return fmt.Sprintf("%.1f", f)
}

func printTable(out io.Writer, rows []row) {
	w := tabwriter.NewWriter(out, 0, 8, 2, ' ', 0)
	defer w.Flush()
	fmt.Fprintln(w, strings.Join(columns, "\t"))
	for _, r := range rows {
		fmt.Fprintln(w, strings.Join(r.cells(), "\t"))
	}
}

func printMarkdown(out io.Writer, rows []row) {
	fmt.Fprintf(out, "| %s |\n|%s\n", strings.Join(columns, " | "), strings.Repeat(" --- |", len(columns)))
	for _, r := range rows {
		fmt.Fprintf(out, "| %s |\n", strings.Join(r.cells(), " | "))
	}
}
