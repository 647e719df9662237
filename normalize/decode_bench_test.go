package normalize

import (
	"strings"
	"testing"

	"github.com/copydesk-go/copydesk/internal/stories"
)

func BenchmarkDecodeCharsets(b *testing.B) {
	for _, bm := range []struct{ charset, text string }{
		{"utf-8", stories.English}, {"utf-8", stories.Multilingual()}, {"windows-1252", stories.English}, {"windows-1251", stories.In("russian")},
		{"gb18030", stories.In("chinese")}, {"shift_jis", stories.In("japanese")}, {"iso-2022-jp", stories.In("japanese")}, {"euc-kr", stories.In("korean")},
		{"utf-16le", stories.English},
	} {
		c, _ := lookupCharset(bm.charset)
		var page []byte
		for _, r := range strings.TrimSpace(fill(bm.text)) {
			if c.enc == nil {
				v, _ := encodePage(c, r)
				page = append(page, v...)
			} else if v, err := c.enc.NewEncoder().Bytes([]byte(string(r))); err == nil {
				page = append(page, v...)
			}
		}
		b.Run(bm.charset, func(b *testing.B) {
			b.SetBytes(int64(len(page)))
			b.ReportAllocs()
			for b.Loop() {
				if _, err := Decode(page, bm.charset); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
