package main

import (
	"bytes"
	"fmt"
	"mime/multipart"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func get(t *testing.T, h http.Handler, r *http.Request) (status int, head http.Header, body string) {
	t.Helper()
	w := httptest.NewRecorder()
	h.ServeHTTP(w, r)
	return w.Code, w.Header(), w.Body.String()
}

// post sends fields as a browser does; a field "file" is sent as an upload.
func post(t *testing.T, h http.Handler, fields map[string]string) (status int, body string) {
	t.Helper()
	var b bytes.Buffer
	m := multipart.NewWriter(&b)
	// A browser sends the fields in the order of the page, where the file is last.
	for _, name := range []string{"text", "published", "country", "language", "file"} {
		value, ok := fields[name]
		if !ok {
			continue
		}
		if name == "file" {
			w, err := m.CreateFormFile("file", "article.txt")
			require.NoError(t, err)
			fmt.Fprint(w, value)
			continue
		}
		require.NoError(t, m.WriteField(name, value))
	}
	require.NoError(t, m.Close())
	r := httptest.NewRequest("POST", "/", &b)
	r.Header.Set("Content-Type", m.FormDataContentType())
	status, _, body = get(t, h, r)
	return status, body
}

func TestPages(t *testing.T) {
	h := handler(1 << 20)
	for _, tt := range []struct {
		method, path string
		status       int
		contentType  string
	}{
		{"GET", "/", 200, "text/html; charset=utf-8"},
		{"GET", "/style.css", 200, "text/css; charset=utf-8"},
		{"GET", "/script.js", 200, "text/javascript; charset=utf-8"},
		{"GET", "/main.go", 404, "text/plain; charset=utf-8"},
		{"PUT", "/", 405, "text/plain; charset=utf-8"},
	} {
		status, head, _ := get(t, h, httptest.NewRequest(tt.method, tt.path, nil))
		assert.Equal(t, tt.status, status, tt.path)
		assert.Equal(t, tt.contentType, head.Get("Content-Type"), tt.path)
		assert.Contains(t, head.Get("Content-Security-Policy"), "default-src 'none'", tt.path)
	}
}

func TestArticle(t *testing.T) {
	h := handler(1 << 20)
	status, body := post(t, h, map[string]string{
		"text": "Ada Obi paid $ 5 million. in May , she said.\r\n<script>alert(1)</script>", "published": "2024-06-15", "country": "ng",
	})
	assert.Equal(t, 200, status)
	assert.Contains(t, body, "5,000,000 US dollars")
	assert.Contains(t, body, "2024-05")
	assert.NotContains(t, body, "<script>alert")
	assert.NotContains(t, body, "\r", "line ends are not taken for damage")
}

func TestArticleWithoutScript(t *testing.T) {
	r := httptest.NewRequest("POST", "/", strings.NewReader(url.Values{"text": {"It cost €5 on Monday."}}.Encode()))
	r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	status, _, body := get(t, handler(1<<20), r)
	assert.Equal(t, 200, status)
	assert.Contains(t, body, "5 euros")
	assert.Contains(t, body, "XXXX-WXX-1", "without a day of publication the year and week are open")
}

func TestUpload(t *testing.T) {
	status, body := post(t, handler(1<<20), map[string]string{"file": "It cost \x803.", "text": "not this"})
	assert.Equal(t, 200, status)
	assert.Contains(t, body, "It cost €3.")
	assert.NotContains(t, body, "not this")
}

func TestUploadsThatAreNoText(t *testing.T) {
	for want, file := range map[string]string{
		"PNG": "\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x01\x00", "HTML": "<!doctype html><p>It cost €3.</p>",
	} {
		status, body := post(t, handler(1<<20), map[string]string{"file": file, "text": "what was here"})
		assert.Equal(t, 400, status)
		assert.Contains(t, body, want, "it says what was seen")
		assert.Contains(t, body, "what was here", "and keeps the text")
	}
}

func TestRefusals(t *testing.T) {
	h := handler(1000)
	for name, tt := range map[string]struct {
		fields map[string]string
		status int
		want   string
	}{
		"too large":       {map[string]string{"text": strings.Repeat("word ", 1000)}, 413, "larger than 1000 bytes"},
		"no such date":    {map[string]string{"text": "x", "published": "<soon>"}, 400, "neither a date"},
		"no such country": {map[string]string{"text": "x", "country": "zz"}, 400, "ZZ"},
	} {
		status, body := post(t, h, tt.fields)
		assert.Equal(t, tt.status, status, name)
		assert.Contains(t, body, tt.want, name)
		assert.NotContains(t, body, "<soon>", name)
		assert.Regexp(t, `role="alert">(“|&#34;|[A-Z])[^<]*\.</p>`, body, "a sentence")
	}
	r := httptest.NewRequest("POST", "/", strings.NewReader("text=x"))
	r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	r.Header.Set("Sec-Fetch-Site", "cross-site")
	status, _, _ := get(t, h, r)
	assert.Equal(t, 403, status, "other sites cannot send the form")
}

func TestNames(t *testing.T) {
	h := ownName(handler(1000))
	for host, want := range map[string]int{
		"127.0.0.1:8080": 200, "localhost:8080": 200, "localhost": 200, "[::1]:8080": 200, "[::1]": 200,
		"desk.example:8080": 421, "localhost.example": 421, "127.0.0.1.example:8080": 421, "": 421,
	} {
		r := httptest.NewRequest("GET", "/", nil)
		r.Host = host
		status, _, _ := get(t, h, r)
		assert.Equal(t, want, status, "%q", host)
	}
}
