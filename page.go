package copydesk

import (
	"context"
	"errors"
	"fmt"

	"github.com/copydesk-go/copydesk/normalize"
)

// The reasons why bytes are not read, found with errors.Is. The error says what
// was seen.
var (
	ErrBinary = errors.New("copydesk: not text")
	ErrMarkup = errors.New("copydesk: markup, of which the text must be taken out first")
)

// A Page is the record of an article that came as bytes. The spans of its
// findings have PageStart and PageEnd, and its JSON is that of the record.
type Page struct {
	Record
	Decoding normalize.Decoding `json:"-"` // how the bytes were read; its Text is the article's
}

// AnnotateBytes is Annotate for a page or file whose bytes are b. contentType is
// the value of its Content-Type header, or only the name of a character set, or
// empty; [normalize.DecodeReport] has the details. The bytes become the Text of
// the article. A character set of which nobody has heard counts as not declared.
//
// The error wraps [ErrBinary] or [ErrMarkup] for an image, a compressed file and
// the like, and for a whole document of HTML, XML or RTF, unless Force is set.
func (a Annotator) AnnotateBytes(ctx context.Context, b []byte, contentType string, in Article) (Page, error) {
	if err := ctx.Err(); err != nil {
		return Page{}, err
	}
	d, _ := normalize.DecodeReport(b, contentType) // the error is that of an unknown character set
	page := Page{Decoding: d}
	switch {
	case a.Force:
	case d.Binary != "":
		return page, fmt.Errorf("%w: %s", ErrBinary, d.Binary)
	case d.Markup != "":
		return page, fmt.Errorf("%w: %s", ErrMarkup, d.Markup)
	}
	in.Text = d.Text
	var err error
	page.Record, err = a.annotate(ctx, in, &page.Decoding)
	return page, err
}
