package main

import (
	"bytes"
	"compress/gzip"
	"compress/zlib"
	"errors"
	"io"
	"mime"
	"net/http"
	"strings"
	"time"

	"github.com/copydesk-go/copydesk/examples/internal/batch"
	"github.com/copydesk-go/copydesk/normalize"
)

// A page is what is to become a record.
type page struct {
	batch.Source
	url    string      // "" for a file
	header http.Header // of the answer of the server, nil for a file
	body   []byte
	item   *item     // of a feed, instead of a body
	seen   time.Time // when it was fetched, zero when not known
}

func about(p page) batch.Source { return p.Source }

// unpack undoes what the server did to the body.
func (p *page) unpack(limit batch.Size) error {
	var r io.Reader
	var err error
	switch encoding := strings.ToLower(strings.TrimSpace(p.header.Get("Content-Encoding"))); encoding {
	case "", "identity":
		return nil
	case "gzip", "x-gzip":
		if !bytes.HasPrefix(p.body, []byte(gzipMagic)) {
			return nil // some keep the field and undo what it says
		}
		r, err = gzip.NewReader(bytes.NewReader(p.body))
	case "deflate":
		if r, err = zlib.NewReader(bytes.NewReader(p.body)); err != nil {
			return nil
		}
	default:
		return &problem{packing, "Content-Encoding " + encoding}
	}
	if err == nil {
		p.body, err = batch.ReadText(r, limit)
	}
	if errors.As(err, new(*batch.TooLargeError)) {
		return tooLarge(limit)
	}
	if err != nil {
		return &problem{packing, err.Error()}
	}
	return nil
}

// mediaType is the type that the server gave, in lower case, or "".
func (p *page) mediaType() string {
	t, _, err := mime.ParseMediaType(p.header.Get("Content-Type"))
	if err != nil && t == "" {
		t, _, _ = strings.Cut(p.header.Get("Content-Type"), ";")
	}
	return strings.ToLower(strings.TrimSpace(t))
}

// decode reads the body as HTML, whatever its character set.
func (p *page) decode() (text string, err error) {
	if len(bytes.TrimSpace(p.body)) == 0 {
		return "", &problem{empty, ""}
	}
	t := p.mediaType()
	isHTML := t == "text/html" || t == "application/xhtml+xml"
	open := t == "" || t == "text/plain" || t == "application/octet-stream" || t == "application/xml" || t == "text/xml"
	if !isHTML && !open {
		return "", &problem{noHTML, t}
	}
	d, err := normalize.DecodeReport(p.body, p.header.Get("Content-Type"))
	switch {
	case err != nil && !errors.As(err, new(*normalize.CharsetError)): // one that nobody knows counts as not declared
		return "", &problem{noHTML, err.Error()}
	case d.Binary != "":
		return "", &problem{noHTML, d.Binary}
	case !isHTML && d.Markup != "HTML" && !hasTags(d.Text):
		return "", &problem{noHTML, ""}
	}
	return d.Text, nil
}

// hasTags reports whether a text that is no whole document has the marks of HTML
// near its beginning.
func hasTags(text string) bool {
	head := strings.ToLower(text[:min(len(text), 4096)])
	for _, tag := range []string{"<html", "<head", "<body", "<title", "<article", "<p>", "<div"} {
		if strings.Contains(head, tag) {
			return true
		}
	}
	return false
}
