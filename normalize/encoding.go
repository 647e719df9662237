package normalize

import (
	"context"

	"github.com/copydesk-go/copydesk/normalize/internal/mojibake"
)

// Encoding is the step that undoes mis-decoding: text whose bytes were read
// with the wrong character set, once or several times over.
//
//   - UTF-8 read as one of 26 single-byte character sets (windows-874 and 1250 to 1258,
//     latin-1, ISO 8859-2, -7, -9 and -15, those of the Macintosh and of DOS,
//     KOI8-R and -U), or as GBK, Big5, Shift-JIS or EUC-KR: a whole line, a part of
//     it or one character, layer under layer, also where the damage has
//     lost control characters or no-break spaces, or was put in capitals;
//   - bytes of a legacy character set read as another ("Ïðèâåò"), in about fifty
//     languages, where letter pairs speak for it, and of central European, Baltic
//     and Turkish ones read as western ("veæ danas"), where the words between do;
//   - text of DOS read as latin-1 ("Kr\u0084ne"), in the language of the line, and of western
//     pages read as others ("sp„t", "fŸr", "Re¸issöör") where one letter alone has become a
//     sign or a capital inside a word;
//   - marks that went from UTF-8 by way of windows-1252 and the Macintosh ("bank‰Ûªs"), and what
//     is left of characters that were damaged twice or trimmed ("voilÃ", "â€\"", "can¿t");
//   - characters of which one byte is gone, where the others and the language of
//     the line leave one;
//   - marks of English lost to U+FFFD or "?", or read as letters of another system
//     ("ItÕs", "Itís"), by their place.
//
// A reading is accepted on the evidence of what it would undo, of what would
// come out between its neighbours, and of the rest of the line; what remains in
// doubt stays as it is, and a letter of which nothing is left is never invented.
// Lines in the code of a font, as Tamil was written in before Unicode, stay too.
// Changes are named "encoding".
type Encoding struct{}

// Name returns "encoding".
func (Encoding) Name() string { return "encoding" }

// Edits proposes the characters that were there before the damage, one edit
// for each.
func (e Encoding) Edits(text string, emit func(start, end int, replacement string)) {
	mojibake.Repair(context.Background(), text, allPairs().Pairs, mojibake.Sink{
		Edit: func(start, end int, replacement, _ string) { emit(start, end, replacement) },
	})
}

// Explain proposes the same edits as Edits. The detail is the way the damage
// came about: "utf8>cp1252" is text of UTF-8 that was read as windows-1252; "+" joins
// several layers, the first one first, and "any" is any character set. Behind "~"
// stands what was lost on the way: "~fffd" where bytes became U+FFFD, "~?" where they
// became "?" or "¿", "~drop" and "~c1-drop" where they, or the control characters
// among them, were dropped, "~uncurl" where curly marks were made straight.
func (e Encoding) Explain(text string, emit func(start, end int, replacement, detail string)) {
	e.explainContext(context.Background(), text, emit)
}

// explainContext is Explain until the context ends.
func (Encoding) explainContext(ctx context.Context, text string, emit func(start, end int, replacement, detail string)) {
	mojibake.Repair(ctx, text, allPairs().Pairs, mojibake.Sink{Edit: emit})
}

// rewrite proposes the same as Edits, but for lines that were misread from end to end
// one edit each.
func (Encoding) rewrite(text string, c *collector) {
	mojibake.Repair(context.Background(), text, allPairs().Pairs, mojibake.Sink{Edit: c.explain, Stretch: c.stretch})
}
