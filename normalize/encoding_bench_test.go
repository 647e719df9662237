package normalize

import (
	"strings"
	"testing"
)

// benchmarkEncoding runs the step over about a megabyte of text.
func benchmarkEncoding(b *testing.B, text string) {
	text = strings.Repeat(text, 1<<20/len(text)+1)
	edits := 0
	emit := func(int, int, string) { edits++ }
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		Encoding{}.Edits(text, emit)
	}
}

func BenchmarkEncoding(b *testing.B) {
	for _, bm := range []struct{ name, text string }{
		{"clean/english", "The harbour board will meet again on Thursday, and nobody expects the talks to end soon.\n"},
		{"clean/curly", "“We’ll meet on Thursday,” she said – and nobody expects the talks to end soon…\n"},
		{"clean/french", "L’été dernier, la mairie a décidé d’ouvrir à nouveau le théâtre « Éden » aux élèves.\n"},
		{"clean/czech", "Město letos otevře nový most přes řeku, který spojí obě části města; stavba zpozdila úřad.\n"},
		{"clean/russian", "Городской совет соберётся в четверг, чтобы обсудить новый мост через реку.\n"},
		{"clean/greek", "Το δημοτικό συμβούλιο θα συνεδριάσει την Πέμπτη για τη νέα γέφυρα.\n"},
		{"clean/arabic", "يجتمع مجلس المدينة يوم الخميس لمناقشة الجسر الجديد فوق النهر.\n"},
		{"clean/chinese", "市议会将于星期四开会，讨论河上新桥的建设问题，预计不会很快结束。\n"},
		{"clean/korean", "시의회는 목요일에 강 위의 새 다리에 대해 논의할 예정이다.\n"},
		{"damaged/cp1252", "â€œWeâ€™ll meet on Thursday,â€\u009d she said â€“ and the cafÃ© on the quay stays shut.\n"},
		{"damaged/mac", "L‚Äô√©t√© dernier, la mairie a d√©cid√© d‚Äôouvrir √† nouveau le th√©√¢tre.\n"},
		{"damaged/cp1251", "Р“РѕСЂРѕРґСЃРєРѕР№ СЃРѕРІРµС‚ СЃРѕР±РµСЂС‘С‚СЃСЏ РІ С‡РµС‚РІРµСЂРі.\n"},
		{"damaged/twice", "Ã¢â‚¬Å“WeÃ¢â‚¬â„¢ll meet on Thursday, Ã¢â‚¬â€œ the cafÃƒÂ© stays shut.\n"},
		{"damaged/gbk", "鈥淲e鈥檒l meet on Thursday at the caf茅, she said.\n"},
		{"worst/lead", "Ã"},
		{"worst/mark", "â€"},
		{"worst/gbk", "鈥"},
		{"worst/replacement", "�"},
		{"worst/question", "a?b "},
		{"worst/alternating", "Ã©√©Г©├⌐"},
	} {
		b.Run(bm.name, func(b *testing.B) { benchmarkEncoding(b, bm.text) })
	}
}
