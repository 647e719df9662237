package main

import (
	"bytes"
	"compress/gzip"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"github.com/nlnwa/gowarc/v3"
	"github.com/stretchr/testify/require"
	"golang.org/x/text/encoding/htmlindex"
)

// A story is what a page of the test site says, and what is to be found in it.
type story struct {
	language   string
	title      string
	paragraphs []string
	sums       []string // text, currency, amount
	dates      []string // text, value
	names      []string // text, label
}

func (s story) text() string { return s.title + "\n\n" + strings.Join(s.paragraphs, "\n\n") }

// stories are short, but long enough to be taken for articles, in scripts of many
// kinds. In French dates are read, too; in a language that is not read, sums with codes are.
var stories = map[string]story{
	"en": {
		"en", "Bridge will cost “twice as much”",
		[]string{
			"The bridge over the Coast River will cost £4.2 million, the minister’s aides said on Tuesday – twice what was planned.",
			"“We had no choice,” said Ada Obi of the World Bank, who will fly to Kenya next week. Work began in March 2021, and nobody has been paid since.",
			"The ministry declined to comment on the matter when it was asked by this newspaper. A café owner said that her naïve hopes were gone.",
		},
		[]string{"£4.2 million GBP 4200000"},
		[]string{"Tuesday 2024-05-14", "next week 2024-W21", "March 2021 2021-03"},
		[]string{"Ada Obi PERSON", "World Bank ORG", "Kenya GPE"},
	},
	"fr": {
		"fr", "Le pont coûtera deux fois plus",
		[]string{
			"Le pont coûtera USD 300, ont déclaré les conseillers du ministre, soit deux fois plus que prévu à l’été dernier.",
			"Le ministère a refusé de répondre à nos questions. Les élèves de l’école voisine ont été surpris, et la forêt où ils jouaient a été coupée.",
			"À l’hôtel de ville, où l’on a déjà débattu du projet, personne n’a été étonné. Le maire a répété qu’il n’avait reçu aucune réponse.",
		}, []string{"USD 300 USD 300"}, []string{"l’été dernier 2023-SU"}, nil,
	},
	"pl": {
		"pl", "Most będzie kosztował więcej",
		[]string{
			"Most będzie kosztował USD 300, powiedzieli w piątek doradcy ministra. To dwa razy więcej, niż planowano w zeszłym roku.",
			"Ministerstwo odmówiło odpowiedzi na pytania gazety. Mieszkańcy są źli, że nikt ich nie zapytał o zdanie, a dzieci muszą chodzić inną drogą.",
			"Żaden z urzędników nie chciał się wypowiedzieć. Kawiarnia przy rzece została zamknięta, a jej właścicielka wyjechała do Łodzi.",
		}, []string{"USD 300 USD 300"}, nil, nil,
	},
	"ru": {
		"ru", "Мост будет стоить дороже",
		[]string{
			"Мост через реку будет стоить USD 300, сообщили в пятницу помощники министра. Это вдвое больше, чем было запланировано.",
			"Министерство отказалось отвечать на вопросы газеты. Жители недовольны тем, что их никто не спросил, а дети ходят в школу другой дорогой.",
			"Хозяйка кафе у реки сказала, что закрывает его и уезжает. Никто из чиновников не захотел говорить с журналистами об этом деле.",
		}, []string{"USD 300 USD 300"}, nil, nil,
	},
	"ja": {
		"ja", "橋の費用は二倍に",
		[]string{
			"橋の費用は三百ドル（USD 300）になると、大臣の側近が火曜日に明らかにした。これは当初の計画の二倍にあたる。",
			"同省は新聞の取材に対し、コメントを控えた。住民たちは、誰も意見を聞きに来なかったと怒っている。子どもたちは別の道で学校に通っている。",
			"川沿いの喫茶店の主人は、店を閉めて町を出ると話した。工事は三年前に始まったが、まだ終わっていない。来月には再開される見通しだという。",
			"市役所の職員は、予算が足りないことは初めから分かっていたと打ち明けた。橋がないため、農家は野菜を市場まで運ぶのに二時間もかかり、" +
				"その間に多くが傷んでしまう。町の病院に通うお年寄りも、雨の日には渡し船が出ないので困っているという。",
		}, []string{"USD 300 USD 300"}, nil, nil,
	},
	"zh": {
		"zh", "大桥造价翻了一番",
		[]string{
			"部长的助手星期二说，这座大桥将耗资三百美元（USD 300），是原计划的两倍。工程三年前开始，到现在还没有完成。",
			"该部拒绝回答报纸的提问。居民们很生气，因为没有人征求过他们的意见，孩子们只好绕道去上学。",
			"河边咖啡馆的老板说，她要关门离开这个城市。没有一位官员愿意同记者谈论这件事情。下个月工程可能重新开始。",
			"市政府的一名职员承认，他们从一开始就知道钱不够用。因为没有桥，农民把蔬菜运到市场要花两个小时，很多菜在路上就坏了。" +
				"到城里看病的老人也说，下雨的日子渡船不开，他们只能在家里等待。附近的商店说，顾客比去年少了一半，有些店主已经准备搬走。",
		}, []string{"USD 300 USD 300"}, nil, nil,
	},
	"tw": {
		"zh-TW", "大橋造價翻了一倍",
		[]string{
			"部長的助手星期二說，這座大橋將耗資三百美元（USD 300），是原來計畫的兩倍。工程三年前開始，到現在還沒有完成。",
			"該部拒絕回答報紙的提問。居民們很生氣，因為沒有人徵求過他們的意見，孩子們只好繞道去上學。",
			"河邊咖啡館的老闆說，她要關門離開這個城市。沒有一位官員願意同記者談論這件事情。下個月工程可能重新開始。",
			"市政府的一名職員承認，他們從一開始就知道錢不夠用。因為沒有橋，農民把蔬菜運到市場要花兩個小時，很多菜在路上就壞了。" +
				"到城裡看病的老人也說，下雨的日子渡船不開，他們只能在家裡等待。附近的商店說，顧客比去年少了一半，有些店主已經準備搬走。",
		}, []string{"USD 300 USD 300"}, nil, nil,
	},
	"ko": {
		"ko", "다리 건설비 두 배로",
		[]string{
			"다리 건설에 USD 300 이상이 들 것이라고 장관 보좌관이 화요일에 밝혔다. 이는 원래 계획의 두 배에 이르는 것이다.",
			"해당 부처는 신문의 질문에 답하지 않았다. 주민들은 아무도 의견을 묻지 않았다며 화를 냈고, 아이들은 다른 길로 학교에 다니고 있다.",
			"강가의 찻집 주인은 가게를 닫고 도시를 떠나겠다고 말했다. 공사는 삼 년 전에 시작되었지만 아직 끝나지 않았다.",
		}, []string{"USD 300 USD 300"}, nil, nil,
	},
}

// A sitePage is a page of the test site.
type sitePage struct {
	path        string
	story       story
	code        string // label of the character set that it is in
	contentType string
	meta        string // label that the page itself declares, or ""
	packed      bool
	undated     bool
}

// sitePages are forty pages: what is declared in the header, in the page, nowhere,
// and wrongly.
func sitePages() (all []sitePage) {
	add := func(language, code, contentType, meta string) *sitePage {
		path := fmt.Sprintf("/2024/%d-%s", len(all)+1, code)
		all = append(all, sitePage{path: path, story: stories[language], code: code, contentType: contentType, meta: meta})
		return &all[len(all)-1]
	}
	for _, p := range [][2]string{
		{"en", "utf-8"}, {"en", "windows-1252"}, {"en", "utf-16le"}, {"fr", "utf-8"}, {"fr", "windows-1252"}, {"pl", "iso-8859-2"},
		{"ru", "windows-1251"}, {"ru", "koi8-r"}, {"ja", "shift_jis"}, {"ja", "euc-jp"}, {"zh", "gb18030"}, {"tw", "big5"}, {"ko", "euc-kr"},
	} {
		language, code := p[0], p[1]
		add(language, code, "text/html; charset="+code, "")
		if code != "utf-16le" {
			add(language, code, "text/html", code)
		}
		add(language, code, "text/html", "")
	}
	all = all[:len(all)-4]
	add("en", "utf-8", "text/html; charset=iso-8859-1", "").packed = true
	add("en", "windows-1252", "text/html; charset=utf-8", "utf-8")
	add("en", "utf-8", "text/html", "windows-1252").packed = true
	add("en", "utf-8", "text/html; charset=klingon", "")
	add("en", "utf-8", "text/html; charset=utf-8", "").undated = true
	add("en", "windows-1252", "", "")
	return all
}

// html is the page in its own character set.
func (p sitePage) html(t *testing.T) []byte {
	t.Helper()
	var b strings.Builder
	fmt.Fprintf(&b, "<!doctype html>\n<html lang=%q>\n<head>\n", p.story.language)
	if p.meta != "" {
		fmt.Fprintf(&b, "<meta charset=%q>\n", p.meta)
	}
	fmt.Fprintf(&b, "<title>%s</title>\n<meta property=\"og:site_name\" content=\"The Coast Daily\">\n", p.story.title)
	if !p.undated {
		b.WriteString("<meta property=\"article:published_time\" content=\"2024-05-15T08:30:00+01:00\">\n")
	}
	b.WriteString("<meta name=\"author\" content=\"Kofi Mensah\">\n</head>\n<body>\n<nav><a href=\"/\">Home</a> <a href=\"/sport\">Sport</a></nav>\n<article>\n")
	fmt.Fprintf(&b, "<h1>%s</h1>\n", p.story.title)
	for _, text := range p.story.paragraphs {
		fmt.Fprintf(&b, "<p>%s</p>\n", text)
	}
	b.WriteString("</article>\n<footer><p>The Coast Daily</p></footer>\n</body>\n</html>\n")
	code, err := htmlindex.Get(p.code)
	require.NoError(t, err)
	out, err := code.NewEncoder().String(b.String())
	require.NoError(t, err, p.path)
	if p.code == "utf-16le" {
		out = "\xff\xfe" + out
	}
	return []byte(out)
}

// serve serves the pages.
func serve(t *testing.T, pages []sitePage) *httptest.Server {
	t.Helper()
	mux := http.NewServeMux()
	for _, p := range pages {
		body := p.html(t)
		mux.HandleFunc("GET "+p.path, func(w http.ResponseWriter, r *http.Request) {
			w.Header()["Content-Type"] = nil // none is guessed
			if p.contentType != "" {
				w.Header().Set("Content-Type", p.contentType)
			}
			if !p.packed {
				w.Write(body)
				w.(http.Flusher).Flush() // sent in chunks
				return
			}
			w.Header().Set("Content-Encoding", "gzip")
			z := gzip.NewWriter(w)
			z.Write(body)
			z.Close()
		})
	}
	s := httptest.NewServer(mux)
	t.Cleanup(s.Close)
	return s
}

// fetch gets a page and returns the answer of the server as it came.
func fetch(t *testing.T, url string) []byte {
	t.Helper()
	client := &http.Client{Transport: &http.Transport{DisableCompression: true}}
	r, err := client.Get(url)
	require.NoError(t, err)
	defer r.Body.Close()
	var b bytes.Buffer
	require.NoError(t, r.Write(&b))
	return b.Bytes()
}

// answer is one of a server as a WARC holds it.
func answer(status int, contentType string, body string) []byte {
	return fmt.Appendf(nil, "HTTP/1.1 %d %s\r\nContent-Type: %s\r\nContent-Length: %d\r\n\r\n%s",
		status, http.StatusText(status), contentType, len(body), body)
}

// recordID is the ID of the last record that was written, so that files come out
// the same each time.
var recordID int

// writeRecord writes a record of a WARC, in a gzip member of its own if packed.
func writeRecord(t testing.TB, w io.Writer, kind gowarc.RecordType, url string, block []byte, packed bool) {
	t.Helper()
	b := gowarc.NewRecordBuilder(kind, gowarc.WithAddMissingDigest(true))
	_, err := b.Write(block)
	require.NoError(t, err)
	recordID++
	b.AddWarcHeader(gowarc.WarcRecordID, fmt.Sprintf("<urn:uuid:e9a0cecc-0221-11e7-adb1-%012x>", recordID))
	b.AddWarcHeaderTime(gowarc.WarcDate, time.Date(2024, 6, 1, 12, 0, 0, 0, time.UTC))
	if kind == gowarc.Warcinfo {
		b.AddWarcHeader(gowarc.ContentType, gowarc.ApplicationWarcFields)
	} else {
		b.AddWarcHeader(gowarc.WarcTargetURI, url)
		b.AddWarcHeader(gowarc.ContentType, "application/http;msgtype="+kind.String())
	}
	record, _, err := b.Build()
	require.NoError(t, err)
	defer record.Close()
	if packed {
		z := gzip.NewWriter(w)
		defer z.Close()
		w = z
	}
	_, _, err = gowarc.NewMarshaler().Marshal(w, record, 0)
	require.NoError(t, err)
}
