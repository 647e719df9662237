package main

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// gap is what stands before and behind an element: line ends, or what parts the
// cells of a table.
var gap = map[atom.Atom]string{
	atom.P: "\n\n", atom.H1: "\n\n", atom.H2: "\n\n", atom.H3: "\n\n", atom.H4: "\n\n", atom.H5: "\n\n", atom.H6: "\n\n",
	atom.Div: "\n\n", atom.Section: "\n\n", atom.Article: "\n\n", atom.Header: "\n\n", atom.Footer: "\n\n", atom.Main: "\n\n",
	atom.Blockquote: "\n\n", atom.Ul: "\n\n", atom.Ol: "\n\n", atom.Dl: "\n\n", atom.Table: "\n\n", atom.Pre: "\n\n",
	atom.Figure: "\n\n", atom.Hr: "\n\n", atom.Aside: "\n\n", atom.Figcaption: "\n\n",
	atom.Li: "\n", atom.Tr: "\n", atom.Br: "\n", atom.Dt: "\n", atom.Dd: "\n", atom.Caption: "\n",
	atom.Td: "\t", atom.Th: "\t",
}

// silent are elements whose text nobody sees.
var silent = map[atom.Atom]bool{
	atom.Script: true, atom.Style: true, atom.Noscript: true, atom.Template: true, atom.Head: true, atom.Iframe: true,
}

// textOf writes the text below a node as it is seen: paragraphs parted by a blank
// line, white space within them as one space.
func textOf(n *html.Node) string {
	w := textWriter{}
	w.node(n)
	return w.String()
}

type textWriter struct {
	strings.Builder
	gap   string // due before the next word
	space bool   // likewise
}

func (w *textWriter) node(n *html.Node) {
	if n.Type == html.TextNode {
		w.text(n.Data)
		return
	}
	name := atom.Lookup([]byte(n.Data)) // extraction makes elements whose DataAtom is not set
	if silent[name] {
		return
	}
	w.leave(gap[name])
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		w.node(c)
	}
	w.leave(gap[name])
}

// leave leaves room for what comes: the larger of the gaps that meet.
func (w *textWriter) leave(gap string) {
	if len(gap) > len(w.gap) || gap == "\n" && w.gap == "\t" {
		w.gap = gap
	}
}

func (w *textWriter) text(s string) {
	const space = " \t\n\r\f"
	for i, word := range strings.FieldsFunc(s, func(r rune) bool { return strings.ContainsRune(space, r) }) {
		w.space = w.space || i > 0 || strings.ContainsRune(space, rune(s[0]))
		switch {
		case w.Len() == 0:
		case w.gap != "":
			w.WriteString(w.gap)
		case w.space:
			w.WriteByte(' ')
		}
		w.gap, w.space = "", false
		w.WriteString(word)
	}
	w.space = w.space || s != "" && strings.ContainsRune(space, rune(s[len(s)-1]))
}
