package copydesk_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/japanese"
	"golang.org/x/text/encoding/unicode"

	"github.com/copydesk-go/copydesk"
)

// What is found in a page stands in its bytes where the record says.
func TestPages(t *testing.T) {
	const text = "“Zoë Gärtner paid £ 5 million. on May 3, 2021 ,” said Zoë Gärtner of Lagos, who lives in Kenya."
	for name, tt := range map[string]struct {
		encoding.Encoding
		contentType string
		text        string
	}{
		"windows-1252":          {charmap.Windows1252, "text/plain; charset=windows-1252", text},
		"not declared":          {charmap.Windows1252, "", text},
		"declared, but not so":  {charmap.Windows1252, "text/plain; charset=utf-8", text},
		"nobody knows the name": {charmap.Windows1252, "text/plain; charset=latin-nine", text},
		"UTF-16":                {unicode.UTF16(unicode.LittleEndian, unicode.UseBOM), "text/plain", text},
		"Shift_JIS":             {japanese.ShiftJIS, "text/plain; charset=Shift_JIS", "東京の新聞。 Kofi Mensah of Lagos paid $ 5 million. on May 3, 2021."},
		"UTF-8 with a mark":     {unicode.UTF8BOM, "", text},
	} {
		t.Run(name, func(t *testing.T) {
			b, err := tt.NewEncoder().Bytes([]byte(tt.text))
			require.NoError(t, err)
			page, err := copydesk.Annotator{}.AnnotateBytes(t.Context(), b, tt.contentType, copydesk.Article{ID: copydesk.ID("a")})
			require.NoError(t, err)
			assert.Equal(t, `"a"`, string(page.ID))
			assert.Equal(t, tt.text, page.Decoding.Text)
			decode := func(s copydesk.Span) string {
				out, err := tt.NewDecoder().Bytes(b[s.PageStart:s.PageEnd])
				require.NoError(t, err)
				return string(out)
			}
			require.NotEmpty(t, page.Changes)
			require.NotEmpty(t, page.Entities)
			require.Len(t, page.Dates, 1)
			require.Len(t, page.Money, 1)
			for _, s := range spansOf(page.Record) {
				assert.Equal(t, tt.text[s.OrigStart:s.OrigEnd], decode(s))
			}
			assert.Equal(t, "May 3, 2021", decode(page.Dates[0].Span))
			assert.Contains(t, []string{"£ 5 million", "$ 5 million"}, decode(page.Money[0].Span))
		})
	}
}

// The record of a page is that of its text, but for the places in the bytes.
func TestPageIsTheRecordOfItsText(t *testing.T) {
	b := []byte("Zo\xeb G\xe4rtner paid \xa3 5 million. in Lagos on May 3, 2021.")
	page, err := copydesk.Annotator{}.AnnotateBytes(t.Context(), b, "", copydesk.Article{})
	require.NoError(t, err)
	r, err := copydesk.Annotator{}.Annotate(t.Context(), copydesk.Article{Text: page.Decoding.Text})
	require.NoError(t, err)
	want, err := copydesk.Marshal(r)
	require.NoError(t, err)
	got, err := copydesk.Marshal(page)
	require.NoError(t, err)
	assert.Equal(t, string(want), string(got))
	for _, s := range spansOf(r) {
		assert.Zero(t, s.PageStart+s.PageEnd, "a text is no page")
	}
}

func TestPagesThatAreNotText(t *testing.T) {
	for name, tt := range map[string]struct {
		b    string
		want error
		says string
	}{
		"an image":   {"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x01\x00", copydesk.ErrBinary, "PNG"},
		"compressed": {"\x1f\x8b\x08\x00\x00\x00\x00\x00\x00\x03\x4b\x4c", copydesk.ErrBinary, "gzip"},
		"a document": {"<!DOCTYPE html><html><p>Ada Obi paid $5.</p></html>", copydesk.ErrMarkup, "HTML"},
	} {
		t.Run(name, func(t *testing.T) {
			_, err := copydesk.Annotator{}.AnnotateBytes(t.Context(), []byte(tt.b), "", copydesk.Article{})
			require.ErrorIs(t, err, tt.want)
			assert.ErrorContains(t, err, tt.says)
			page, err := copydesk.Annotator{Force: true}.AnnotateBytes(t.Context(), []byte(tt.b), "", copydesk.Article{})
			require.NoError(t, err)
			assert.NotEmpty(t, page.Text)
			_, err = copydesk.Annotator{}.Annotate(t.Context(), copydesk.Article{Text: tt.b})
			assert.NoError(t, err, "a text is what it is")
		})
	}
}
