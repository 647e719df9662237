package main

import (
	"errors"
	"fmt"
	"io"
	"mime"
	"net/http"
	"net/url"
	"strings"
)

// form is what the reader filled in.
type form struct {
	Text, Published, Country, Language string

	upload []byte // of a file, nil without one
}

// A refusal is an answer to a form that cannot be read: a status and a sentence.
type refusal struct {
	status   int
	sentence string
}

func (r refusal) Error() string { return r.sentence }

// The largest value of a field that is not the article, in bytes.
const maxField = 1 << 10

func tooLarge(what string, limit int64) refusal {
	return refusal{http.StatusRequestEntityTooLarge,
		fmt.Sprintf("The %s is larger than %d bytes, the most that this desk takes; the flag -limit allows more.", what, limit)}
}

// read takes the form out of a request, in either of the encodings that browsers
// send files and texts in. What was read before an error is returned with it, so
// that a file that is too large does not cost the text.
func read(w http.ResponseWriter, r *http.Request, limit int64) (form, error) {
	kind, _, err := mime.ParseMediaType(r.Header.Get("Content-Type"))
	if err != nil {
		kind = ""
	}
	switch kind {
	case "multipart/form-data":
		// The text and a file, and what stands around them.
		r.Body = http.MaxBytesReader(w, r.Body, 2*limit+64<<10)
		return readParts(r, limit)
	case "application/x-www-form-urlencoded":
		// A byte may take three.
		r.Body = http.MaxBytesReader(w, r.Body, 3*limit+64<<10)
		return readFields(r, limit)
	}
	return form{}, refusal{http.StatusUnsupportedMediaType,
		"The form came in an encoding that this desk does not read: send multipart/form-data."}
}

func readFields(r *http.Request, limit int64) (f form, err error) {
	// Not Request.ParseForm, which has a limit of its own.
	body, err := io.ReadAll(r.Body)
	if err != nil {
		return f, bodyError(err, limit)
	}
	fields, err := url.ParseQuery(string(body))
	if err != nil {
		return f, refusal{http.StatusBadRequest, "The form is not written as such: " + err.Error() + "."}
	}
	for name := range fields {
		value := fields.Get(name)
		if int64(len(value)) > f.most(name, limit) {
			return f, tooLarge(called(name), limit)
		}
		f.set(name, value)
	}
	return f, nil
}

func readParts(r *http.Request, limit int64) (f form, err error) {
	parts, err := r.MultipartReader()
	if err != nil {
		return f, refusal{http.StatusBadRequest, "The form is not written as such: " + err.Error() + "."}
	}
	for {
		part, err := parts.NextPart()
		if errors.Is(err, io.EOF) {
			return f, nil
		}
		if err != nil {
			return f, bodyError(err, limit)
		}
		name := part.FormName()
		most := f.most(name, limit)
		value, err := io.ReadAll(io.LimitReader(part, most+1))
		if err != nil {
			return f, bodyError(err, limit)
		}
		if int64(len(value)) > most {
			return f, tooLarge(called(name), limit)
		}
		if name == "file" && len(value) > 0 {
			f.upload = value
		} else {
			f.set(name, string(value))
		}
	}
}

// bodyError says why the body of a request could not be read.
func bodyError(err error, limit int64) error {
	if large := new(http.MaxBytesError); errors.As(err, &large) {
		return tooLarge("article", limit)
	}
	return refusal{http.StatusBadRequest, "The form did not arrive whole."}
}

// most is how long the value of a field may be.
func (f *form) most(name string, limit int64) int64 {
	if name == "text" || name == "file" {
		return limit
	}
	return maxField
}

// called is the name of a field to a reader.
func called(name string) string {
	switch name {
	case "file":
		return "file"
	case "published", "country", "language":
		return name
	}
	return "article"
}

func (f *form) set(name, value string) {
	switch name {
	case "text":
		// A browser sends line ends as CR LF.
		f.Text = strings.ReplaceAll(value, "\r\n", "\n")
	case "published":
		f.Published = strings.TrimSpace(value)
	case "language":
		f.Language = strings.TrimSpace(value)
	case "country":
		f.Country = strings.ToUpper(strings.TrimSpace(value))
	}
}
