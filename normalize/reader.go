package normalize

import (
	"io"
	"unicode/utf8"
)

// The sizes of a Reader's window, in bytes.
const (
	// windowSize is how much text is normalized at a time.
	windowSize = 64 << 10
	// contextSize is how much of the text before and after what a window
	// yields is looked at again with it.
	contextSize = 4 << 10
)

// Reader returns a reader of the normalized text of r.
//
// It holds one window of up to 64 KiB, whatever the lengths of lines, and what comes
// of it. It gives out the middle of each window, normalized with 4 KiB of text
// on either side, so that steps that look at a line and its neighbours yield
// what String yields for the whole text. However r and the caller cut the text
// to pieces, the result is the same.
//
// The law: if no line, and no run of blank lines or of lines that are furniture,
// is longer than 4 KiB, a Reader yields what String yields, but for what String
// knows from the whole text: the habits of its author, which a window shows
// only for itself, and the codes that lines agree on. In longer lines the
// language and the quotation marks are those of the window, and an edit that
// spans more than 4 KiB, such as a run of white space that long, may come out
// in pieces.
//
// An error of r other than io.EOF is returned once all text before it has been
// delivered.
func (n *Normalizer) Reader(r io.Reader) io.Reader { return n.reader(r, windowSize, contextSize) }

func (n *Normalizer) reader(r io.Reader, size, context int) *reader {
	return &reader{n: n, src: r, size: size, context: context}
}

type reader struct {
	n       *Normalizer
	src     io.Reader
	size    int    // of the window
	context int    // of what is looked at again
	window  []byte // raw text: what is done, for context, then what is not
	done    int    // window[:done] has been given out
	out     string // normalized text to give out
	err     error  // from src
}

func (r *reader) Read(p []byte) (int, error) {
	if len(p) == 0 {
		return 0, nil
	}
	for r.out == "" {
		r.fill()
		if r.err != nil && r.done == len(r.window) {
			return 0, r.err
		}
		r.advance()
	}
	n := copy(p, r.out)
	r.out = r.out[n:]
	return n, nil
}

// fill reads until the window is full or the source ends.
func (r *reader) fill() {
	for idle := 0; r.err == nil && len(r.window) < r.size; {
		if len(r.window) == cap(r.window) {
			r.grow()
		}
		n, err := r.src.Read(r.window[len(r.window):cap(r.window)])
		r.window = r.window[:len(r.window)+max(n, 0)]
		r.err = err
		if idle++; n > 0 {
			idle = 0
		} else if err == nil && idle == 100 {
			r.err = io.ErrNoProgress
		}
	}
}

// grow doubles the room of the window, so that a short text does not cost a whole one.
func (r *reader) grow() {
	const least = 1 << 10
	r.window = append(make([]byte, 0, min(max(2*cap(r.window), least), r.size)), r.window...)
}

// advance normalizes the window and takes the next part of it.
func (r *reader) advance() {
	text := r.n.Align(string(r.window[:r.whole()]))
	cut := len(r.window)
	if r.err == nil {
		cut = r.cut(text)
	}
	// Where an edit spans the offset at which the last window was cut, that
	// window has given out what came of it.
	_, from := text.Target(r.done, r.done)
	_, to := text.Target(cut, cut)
	if cut == len(r.window) && r.err != nil {
		to = len(text.String())
	}
	if r.done == 0 {
		from = 0
	}
	r.out = text.String()[min(from, to):to]
	drop := max(cut-r.context, 0)
	for drop > 0 && !utf8.RuneStart(r.window[drop]) && cut-drop < r.context+utf8.UTFMax {
		drop--
	}
	r.window = r.window[:copy(r.window, r.window[drop:])]
	r.done = cut - drop
}

// whole returns how much of the window is whole characters. One of which the rest is yet
// to be read would look like damage.
func (r *reader) whole() int {
	n := len(r.window)
	for i := n - 1; r.err == nil && i >= 0 && i > n-utf8.UTFMax; i-- {
		if utf8.RuneStart(r.window[i]) {
			if !utf8.FullRune(r.window[i:]) {
				return i
			}
			break
		}
	}
	return n
}

// cut chooses where to end what a full window yields: after the last line end,
// or else before the last space, or else anywhere between two characters, as
// long as no edit spans the place.
func (r *reader) cut(text Text) int {
	last := len(r.window) - r.context
	least := max(r.done+1, last-r.size/2)
	for _, fits := range [...]func(i int) bool{
		func(i int) bool { return r.window[i-1] == '\n' && r.window[i] > ' ' },
		func(i int) bool { return r.window[i] == ' ' && r.window[i-1] != ' ' },
		func(i int) bool { return utf8.RuneStart(r.window[i]) },
	} {
		tries := 0
		for i := last; i > least && tries < 64; i-- {
			if !fits(i) {
				continue
			}
			tries++
			if from, to := text.Target(i, i); from == to {
				if start, end := text.Source(from, from); start == i && end == i {
					return i
				}
			}
		}
	}
	for last > least && !utf8.RuneStart(r.window[last]) {
		last--
	}
	return last
}
