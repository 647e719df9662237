package main

import (
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
)

// postFields sends a form as a page without JavaScript and without a file does.
func postFields(t *testing.T, contentType, body string) (status int, page string) {
	t.Helper()
	r := httptest.NewRequest("POST", "/", strings.NewReader(body))
	r.Header.Set("Content-Type", contentType)
	status, _, page = get(t, handler(1000), r)
	return status, page
}

func TestForms(t *testing.T) {
	const urlencoded = "application/x-www-form-urlencoded"
	encode := func(text string) string { return url.Values{"text": {text}}.Encode() }
	for name, tt := range map[string]struct {
		contentType, body string
		status            int
		want              string
	}{
		"a text":                          {urlencoded, encode("It cost €5."), 200, "5 euros"},
		"a text at the limit":             {urlencoded, encode(strings.Repeat("€", 333)), 200, "No names, dates or sums"},
		"a text over the limit":           {urlencoded, encode(strings.Repeat("word ", 201)), 413, "larger than 1000 bytes"},
		"a body over any limit":           {urlencoded, "text=" + strings.Repeat("x", 1<<20), 413, "larger than 1000 bytes"},
		"a long country":                  {urlencoded, "text=x&country=" + strings.Repeat("x", 2000), 413, "The country is larger"},
		"a form that is cut":              {urlencoded, "text=%e", 400, "not written as such"},
		"an encoding nobody asked for":    {"text/plain", "text=x", 415, "multipart/form-data"},
		"no encoding":                     {"", "text=x", 415, "multipart/form-data"},
		"parts without a boundary":        {"multipart/form-data", "x", 400, "not written as such"},
		"parts that end in the middle":    {"multipart/form-data; boundary=b", "--b\r\nContent-Disposition: form-data; name=text\r\n\r\nIt", 400, "did not arrive whole"},
		"no text at all":                  {urlencoded, "text=", 200, "There is no article yet"},
		"white space alone":               {urlencoded, encode(" \n\t"), 200, "There is no article yet"},
		"a country that is none":          {urlencoded, "text=x&country=zz", 400, "“ZZ” is not the code of a country"},
		"a country with markup":           {urlencoded, "text=x&country=" + url.QueryEscape("<b>"), 400, "“&lt;B&gt;” is not the code"},
		"dates that wait":                 {urlencoded, encode("It opened on Tuesday and closes next week."), 200, "2 dates count from the day of publication (“Tuesday”, “next week”)"},
		"a date that does not wait":       {urlencoded, encode("It opened in May 2019."), 200, "May 2019"},
		"an article of script":            {urlencoded, encode("<script>alert(1)</script>"), 200, "&lt;script&gt;alert(1)"},
		"nothing found":                   {urlencoded, encode("nothing to see here"), 200, "No names, dates or sums were found"},
		"a text in Spanish":               {urlencoded, "language=es&text=" + url.QueryEscape("Costó 2.500 millones de euros."), 200, "2,500,000,000 euros"},
		"the language that was chosen":    {urlencoded, "language=es&text=x", 200, `<option value="es" selected>Spanish`},
		"a language that is none":         {urlencoded, "text=x&language=" + url.QueryEscape("<i>"), 400, "“&lt;i&gt;” is not the tag of a language"},
		"a day of publication that is no": {urlencoded, "text=x&published=soon", 400, "neither a date"},
	} {
		t.Run(name, func(t *testing.T) {
			status, page := postFields(t, tt.contentType, tt.body)
			assert.Equal(t, tt.status, status)
			assert.Contains(t, page, tt.want)
			assert.NotContains(t, page, "<script>alert")
		})
	}
	_, page := postFields(t, urlencoded, encode("It opened in May 2019."))
	assert.NotContains(t, page, "When was the article published?")
}

func TestALargeFileLeavesTheTextAlone(t *testing.T) {
	status, page := post(t, handler(1000), map[string]string{"text": "what was here", "file": strings.Repeat("word ", 1000)})
	assert.Equal(t, 413, status)
	assert.Contains(t, page, "The file is larger than 1000 bytes")
	assert.Contains(t, page, "what was here")
}
