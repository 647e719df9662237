package normalize

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"strings"
	"testing"
	"testing/iotest"
	"unicode/utf8"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestCleanTextComesBackAsItIs(t *testing.T) {
	for _, s := range clean {
		require.Equal(t, s, String(s))
		if pooled {
			require.Zero(t, testing.AllocsPerRun(10, func() { String(s) }), "allocations for %q", s)
		}
		b := []byte(s)
		if len(b) > 0 {
			require.Same(t, &b[0], &Bytes(b)[0])
		}
	}
}

// clean is text that is right, in the ways that damage imitates.
var clean = []string{
	"",
	"The mayor – a keen cyclist – said “no”, twice, on Monday… and left.",
	"AT&T and R&D at https://example.com/a?b=1&section=2&copy=3&lt=4 are not references; Q&A is not one either.",
	"L’été à Besançon : 30 °C, 5 € l’entrée ; « merci », dit-elle ! Vraiment ?",
	"Sie sagte: „Das geht nicht“, und ging. Vor- und Nachteile gibt es.",
	"Řekl: „Je-li to tak, ano.“ Ale k\u00a0tomu nedošlo.",
	"Он сказал: «Нет», — и вышел.",
	"北京（新华社）他说：“好的，没问题。”ＡＢＣ公司　上海",
	"日本では「ＮＨＫ」と書く。",
	"می\u200cخواهم بروم. نمی\u200cدانم",
	"क्\u200dष और र्\u200dय",
	"ไทย\u200bภาษา",
	"👩\u200d👩\u200d👧 and 🏴\U000E0067\U000E0062\U000E0065\U000E006E\U000E0067\U000E007F flags",
	"He paid 10 000 rand to Acme Pvt., of Washington, D.C., and waited...",
	"The two- and three-year plans cost $5,000.50, at 3.5% a year.",
	"The firm – based in Leeds – said it was owned by its staff – free of debt.",
	"See www.example.com, mail a.b@example.org or open report.Final.pdf and C:\\users\\data now.",
	"one\n\ntwo\n\tthree\n    four\nfive\n",
	"Name      Points    Goals     Games\nAble      12        30        10",
	"שלום \u200f(עולם)",
	"The price: £5m. “Why?” he asked. ‘Because,’ she said.",
}

// A step that proposes nonsense changes nothing and breaks nothing.
func TestUnsoundEditsAreIgnored(t *testing.T) {
	for name, p := range map[string]proposals{
		"out of range":     {{-1, 0, "x"}, {2, 99, "x"}, {99, 100, "x"}},
		"reversed":         {{3, 2, "x"}},
		"inside a rune":    {{2, 4, "x"}, {1, 2, "x"}, {2, 2, "x"}},
		"invalid UTF-8":    {{0, 1, "\xff"}, {1, 3, "\xe2\x80"}},
		"no change":        {{0, 1, "a"}, {4, 4, ""}},
		"nothing proposed": nil,
	} {
		t.Run(name, func(t *testing.T) {
			s := "aé b”"
			text := New(p).Align(s)
			require.Equal(t, s, text.String())
			checkText(t, s, text)
		})
	}
	t.Run("overlapping and out of order", func(t *testing.T) {
		text := New(proposals{{4, 5, "X"}, {0, 1, "Y"}, {4, 6, "Z"}, {5, 6, "W"}}).Align("abcdefg")
		require.Equal(t, "abcdXWg", text.String())
	})
}

func TestInvalidBytesBecomeReplacementCharacters(t *testing.T) {
	text := New().Align("a\xffb\xe2\x80c�")
	require.Equal(t, "a�b��c�", text.String())
	start, end := text.Source(8, 11)
	require.Equal(t, []int{4, 5}, []int{start, end})
	checkText(t, "a\xffb\xe2\x80c�", text)
}

func TestChangesTellWhatEachStepDid(t *testing.T) {
	text := New(HTML{}, Control{}, Quotes{Marks: MarkStyleStraight}).Align("She&amp;rsquo;s so\u00adft")
	require.Equal(t, "She's soft", text.String())
	var got []Change
	for c := range text.Changes() {
		got = append(got, c)
	}
	require.Equal(t, []Change{
		{Start: 3, End: 4, SourceStart: 3, SourceEnd: 14, Step: "html", From: "&amp;rsquo;", To: "’"},
		{Start: 3, End: 4, SourceStart: 3, SourceEnd: 14, Step: "quotes", From: "’", To: "'"},
		{Start: 8, End: 8, SourceStart: 18, SourceEnd: 20, Step: "control", From: "\u00ad", To: ""},
	}, got)
}

type shout struct{}

func (shout) Edits(text string, emit func(int, int, string)) { emit(len(text), len(text), "!") }

type explained struct{ shout }

func (explained) Name() string { return "explained" }

func (explained) Explain(text string, emit func(int, int, string, string)) {
	emit(len(text), len(text), "!", "for emphasis")
}

func TestStepsAreNamedAndMayExplain(t *testing.T) {
	var got []string
	for c := range New(shout{}, &explained{}).Align("hey").Changes() {
		got = append(got, fmt.Sprintf("%s %s %q", c.Step, c.To, c.Detail))
	}
	require.Equal(t, []string{`normalize.shout ! ""`, `explained ! "for emphasis"`}, got)
}

func TestANormalizerIsAStep(t *testing.T) {
	n := New(Default(), shout{})
	text := n.Align("so&nbsp;what is it ,\u200bthen")
	require.Equal(t, "so what is it, then!", text.String())
	checkText(t, "so&nbsp;what is it ,\u200bthen", text)

	// Behind the interface it gives the sum of its edits.
	type hidden struct{ Step }
	require.Equal(t, text.String(), New(hidden{n}).String("so&nbsp;what is it ,\u200bthen"))
}

func TestSettleRunsUntilNothingIsLeft(t *testing.T) {
	require.Equal(t, "&amp;", New(HTML{}, Control{}).String("&a\u00admp;"))
	require.Equal(t, "&", Settle(HTML{}, Control{}).String("&a\u00admp;"))
	// A step that always adds is stopped.
	require.Equal(t, "hey!!!!!!!!", Settle(shout{}).String("hey"))
}

func TestOffsetsAreClamped(t *testing.T) {
	text := Align("a&amp;b")
	for _, ask := range [][2]int{{-5, 99}, {2, 1}, {99, 99}, {-3, -1}} {
		start, end := text.Source(ask[0], ask[1])
		require.True(t, 0 <= start && start <= end && end <= 7)
		start, end = text.Target(ask[0], ask[1])
		require.True(t, 0 <= start && start <= end && end <= 3)
	}
	var zero Text
	start, end := zero.Source(0, 5)
	require.Equal(t, []int{0, 0}, []int{start, end})
	for range zero.Changes() {
		t.Fatal("the zero Text has a change")
	}
}

// Reading in pieces gives what String gives, whatever the pieces are.
func TestReaderAgreesWithString(t *testing.T) {
	story := strings.Repeat("She&rsquo;s  here , “today”.\r\nIt\u00adhas been  ﬁne so\u00a0far ,he said.\n\n\n\nThe pop- ulation grew.\n\n", 700)
	for name, s := range map[string]string{
		"empty":              "",
		"short":              "so  what ,then",
		"story":              story,
		"4095 letters":       strings.Repeat("x", 4095) + " ,y",
		"4096 letters":       strings.Repeat("é", 2048) + "&eacute;",
		"100000 letters":     strings.Repeat("x", 100_000) + "  y",
		"one endless line":   strings.Repeat("a fine &amp; long line , ", 20_000),
		"references only":    strings.Repeat("&eacute;", 30_000),
		"wide letters":       strings.Repeat("語", 70_000),
		"no space, combined": strings.Repeat("e\u0301", 60_000),
		"window edge":        strings.Repeat("x", windowSize-contextSize-3) + "&amp;" + strings.Repeat("y", contextSize) + "&lt;",
		"invalid":            strings.Repeat("ok \xff\xe2\x80 fine , yes\n", 9000),
	} {
		t.Run(name, func(t *testing.T) {
			want := String(s)
			got, err := io.ReadAll(Default().Reader(strings.NewReader(s)))
			require.NoError(t, err)
			require.True(t, want == string(got), "%s", difference(want, string(got)))
			if len(s) < 200_000 {
				got, err = io.ReadAll(iotest.OneByteReader(Default().Reader(iotest.OneByteReader(strings.NewReader(s)))))
				require.NoError(t, err)
				require.True(t, want == string(got), "%s", difference(want, string(got)))
			}
		})
	}
}

// However the text comes in and goes out, and however long its lines are, the
// result is the same, and no more than the window is held.
func TestReaderTakesChunksOfAnySize(t *testing.T) {
	const size = 2 << 20
	for name, s := range map[string]string{
		"one line":         repeat(size, "a fine &amp; long line , with the lot \u00ad of it; "),
		"one word":         repeat(size, "x"),
		"one damaged word": repeat(size, "ﬁne&amp;"),
		"wide":             repeat(size, "語“"),
		"lines":            repeat(size, "She&rsquo;s  here , “today”, as the rest, he said, is.\r\n"),
		"lines of 4096":    repeat(size, strings.Repeat("the ", 1023)+",ok\n"),
		"invalid":          repeat(size, "\xe2\x80 and \xff the , it is, as they, and we, say,\n"),
	} {
		t.Run(name, func(t *testing.T) {
			want := String(s)
			for _, chunk := range []int{1, 4095, windowSize, windowSize + 1} {
				r := Default().Reader(&chunks{s, chunk}).(*reader)
				var out strings.Builder
				for buf := make([]byte, chunk); ; {
					n, err := r.Read(buf)
					out.Write(buf[:n])
					if err != nil {
						require.ErrorIs(t, err, io.EOF)
						break
					}
				}
				require.True(t, want == out.String(), "chunks of %d: %s", chunk, difference(want, out.String()))
				require.LessOrEqual(t, cap(r.window), windowSize)
			}
		})
	}
}

// Lines of any length, around the sizes of buffers, read in any pieces.
func TestReaderTakesLinesOfAnyLength(t *testing.T) {
	const damaged = "She&rsquo;s  here , “today”, as it\u00adhas been, ,and so&nbsp;on  ﬁne. They said it was over, he said.It is. "
	for _, n := range []int{1, 4095, 4096, 4097, 100_000} {
		line := repeat(n+len(damaged), damaged)
		for n < len(line) && !utf8.RuneStart(line[n]) {
			n--
		}
		line = line[:n]
		s := strings.Repeat(line+"\n", max(3, 200_000/n))
		want := String(s)
		for name, r := range map[string]io.Reader{
			"one byte": iotest.OneByteReader(strings.NewReader(s)), "half": iotest.HalfReader(strings.NewReader(s)),
			"error with data": iotest.DataErrReader(strings.NewReader(s)),
		} {
			var out strings.Builder
			_, err := io.CopyBuffer(struct{ io.Writer }{&out}, struct{ io.Reader }{Default().Reader(r)}, make([]byte, 1+n%4096))
			require.NoError(t, err)
			require.True(t, want == out.String(), "lines of %d, %s: %s", n, name, difference(want, out.String()))
		}
	}
}

// repeat repeats s up to about n bytes.
func repeat(n int, s string) string { return strings.Repeat(s, max(n/len(s), 1)) }

// chunks is a reader of at most n bytes at a time.
type chunks struct {
	s string
	n int
}

func (c *chunks) Read(p []byte) (int, error) {
	if c.s == "" {
		return 0, io.EOF
	}
	n := copy(p[:min(len(p), c.n)], c.s)
	c.s = c.s[n:]
	return n, nil
}

func difference(want, got string) string {
	i := 0
	for i < min(len(want), len(got)) && want[i] == got[i] {
		i++
	}
	return fmt.Sprintf("at %d of %d and %d: want %.60q, got %.60q", i, len(want), len(got), want[max(0, i-20):], got[max(0, i-20):])
}

// sees keeps the texts that it is asked about.
type sees struct{ texts *[]string }

func (sees) Name() string { return "sees" }

func (s sees) Edits(text string, _ func(int, int, string)) { *s.texts = append(*s.texts, text) }

// A character of which the rest is not yet read looks like one that was damaged.
func TestReaderTakesNoCharacterApart(t *testing.T) {
	for _, word := range []string{"é", "€", "🙂", "a€", "no €"} {
		for size := 64; size < 72; size++ {
			var texts []string
			s := strings.Repeat(word, 200)
			got, err := io.ReadAll(New(sees{&texts}).reader(strings.NewReader(s), size, 16))
			require.NoError(t, err)
			assert.Equal(t, s, string(got), "%q in windows of %d bytes", word, size)
			require.NotEmpty(t, texts)
			for _, text := range texts {
				assert.NotContains(t, text, "\uFFFD", "%q in windows of %d bytes", word, size)
			}
		}
	}
	broken := "no end \xe2\x82"
	got, err := io.ReadAll(New().Reader(strings.NewReader(broken)))
	require.NoError(t, err)
	assert.Equal(t, New().String(broken), string(got), "at the end of the text it is damage")
}

func TestReaderPassesErrorsOnAfterTheText(t *testing.T) {
	broken := errors.New("broken")
	r := Default().Reader(io.MultiReader(strings.NewReader("so  far"), iotest.ErrReader(broken)))
	got, err := io.ReadAll(r)
	require.ErrorIs(t, err, broken)
	require.Equal(t, "so far", string(got))
}

func TestReaderKeepsNoMoreThanAWindow(t *testing.T) {
	r := Default().Reader(io.LimitReader(endless("word "), 50<<20)).(*reader)
	n, err := io.Copy(io.Discard, r)
	require.NoError(t, err)
	require.NotZero(t, n)
	require.LessOrEqual(t, cap(r.window), windowSize)
}

// endless repeats itself for ever.
type endless string

func (e endless) Read(p []byte) (int, error) {
	return copy(p, bytes.Repeat([]byte(e), len(p)/len(e)+1)), nil
}
