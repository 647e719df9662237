package normalize

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
)

// A pageCase is a page and what is left of it; "" where all of it stays.
type pageCase struct{ name, page, want string }

func checkPages(t *testing.T, cases []pageCase) {
	t.Helper()
	n := New(Furniture{})
	for _, tt := range cases {
		t.Run(tt.name, func(t *testing.T) {
			want := tt.want
			if want == "" {
				want = tt.page
			}
			assert.Equal(t, want, n.String(tt.page))
			assert.Equal(t, want, n.String(want), "again")
		})
	}
}

// In text with hard line ends a line may be any piece of a sentence.
func TestFurnitureInWrappedText(t *testing.T) {
	checkPages(t, []pageCase{
		{"a sentence goes on with share", "It lost $2 million, or 5 cents a\nshare on sales of $8 million.\nThe stock fell.", ""},
		{"with a network", "From May all users will be able to\nshare on Facebook what they have read.\nIt is free.", ""},
		{"with a count", "The group sold a further\n41,300,000 shares.\nIt said so on Monday.", ""},
		{"with a count behind the first line", "The council met on Monday.\nIts first video has drawn\n12,400 views\nIt is short.", ""},
		{"with a service", "The station began a\ndownload subscription service for £5 a month.\nIt is new.", ""},
		{"with a heading", "Prizes were given in five\ncategories: local, national, world\nand two more.", ""},
		{"with an agency", "“It is over,” the minister told\nReuters.\nHe then left.", ""},
		{"with an agency at the end", "“It is over,” the minister told\nReuters", ""},
		{"with a network at the end", "The firm said it would buy\nTwitter.", ""},
		{"with a name that is a button", "He has an account with\nFacebook\nand one with the other firm.", ""},
		{"above a line that goes on", "The news was good.\nFollow Ann Lee on Twitter\nand you will hear of it.", ""},
		{"in capitals", "IT LOST $2 MILLION, OR 5 CENTS A\nSHARE ON SALES OF $8 MILLION.\nTHE STOCK FELL.", ""},
		{"in title case", "It Lost $2 Million, Or 5 Cents A\nShare On Sales Of $8 Million.\nThe Stock Fell.", ""},
		{"behind an article", "The council said the\nAdvertisement\nMust go.", ""},

		{"between sentences it goes", "The council met.\nShare on Facebook\nIt voted.", "The council met.\nIt voted."},
		{"a count between sentences too", "The council met.\n12 comments\nIt voted.", "The council met.\nIt voted."},
		{"below a title", "Council meets\n12 comments\nIt voted.", "Council meets\nIt voted."},
		{"and a sign-off", "The council met, he said.\nReuters", "The council met, he said."},
		{"the old name of an agency", "The council met on Monday.\n Reuter\n", "The council met on Monday.\n"},
		{"a sign-off behind a dash", "The council met\n– AFP", "The council met"},
	})
}

func TestFurnitureThatIsStory(t *testing.T) {
	const body = "The council met on Monday. It will meet again."
	checkPages(t, []pageCase{
		{"a count that is a sentence", body + "\n\n41,300,000 shares.\n\n" + body, ""},
		{"what can be downloaded", body + "\n\nDownload subscription services are growing fast.\n\n" + body, ""},
		{"who registers", body + "\n\nRegister of interests lists a free account at the club.\n\n" + body, ""},
		{"what can be shared", body + "\n\nShare on Facebook what you saw, he told them.\n\n" + body, ""},
		{"a share on offer", body + "\n\nShare on offer at 5 cents\n\n" + body, ""},
		{"a headline with a label", "Watch | Council meets in the north\n\n" + body, ""},
		{"another", "In pictures: The council meets\n\n" + body, ""},

		{"where a title follows, that is a link", "Watch: The council meets\n\nStorm in the north\n\n" + body, "Storm in the north\n\n" + body},
		{"and so it is below a title", "Storm in the north\n\nWatch | Council meets\n\n" + body, "Storm in the north\n\n" + body},
		{"what we ask for", body + "\n\nDownload our app with your free account\n\n" + body, body + "\n\n" + body},
	})
}

func TestTitles(t *testing.T) {
	const body = "\n\nThe council met on Monday. It will meet again."
	var cases []pageCase
	for _, tt := range []struct{ name, title, want string }{
		{"the site behind a bar", "Council passes the budget | The Daily Example", "Council passes the budget"},
		{"behind a dash", "Council passes the budget - The Daily Example", "Council passes the budget"},
		{"with its section", "Council passes the budget - Politics | The Daily Example", "Council passes the budget"},
		{"a section and a name", "Council passes the budget | Politics | Example", "Council passes the budget"},
		{"a section alone", "Council passes the budget | Politics", "Council passes the budget"},
		{"a house", "Council passes the budget - BBC Sport", "Council passes the budget"},
		{"a site of the net", "Council passes the budget » example.com", "Council passes the budget"},
		{"behind a title of two parts", "Council meets – live updates | Day 34 | Example News", "Council meets – live updates | Day 34"},

		{"no site: the second part of a title", "Council meets – live updates | Day 34", ""},
		{"the headline last", "The Daily Example » Blog Archive » Council passes budget", ""},
		{"in title case", "The Daily Example » Blog Archive » Council Passes Budget", ""},
		{"a list", "Letters to the editor: Roads | Schools | Rates", ""},
		{"a list that ends with a section", "Letters to the editor: Roads | Schools | Sport", ""},
		{"a writer", "The case for more trams in town | Ann Lee", ""},
		{"a second headline", "The cup final in the rain | Able beat Baker", ""},
		{"a film", "The film of the year for you - Star Wars", ""},
		{"a word behind a dash", "Village says farewell to it all - Mirror", ""},
		{"a quotation", "« Nous partons très tôt demain matin » dit Anne", ""},
	} {
		want := tt.want
		if want != "" {
			want += body
		}
		cases = append(cases, pageCase{tt.name, tt.title + body, want})
	}
	checkPages(t, append(cases, []pageCase{
		{"a dateline", "LONDON, Aug 5 (Reuters) - Time\nWarner said on Monday it would buy the firm.", ""},
		{"with a state", "ALBANY, N.Y., Aug. 5 (AP) – Post\nOffice workers left on Monday.", ""},
		{"a dateline in small letters", "Leeds, 5 August – Sky\nGroup said on Monday it would buy the firm.", ""},
		{"of a place alone", "NEW YORK — American Express\nCo said on Monday it would buy the firm.", ""},
		{"of the agency alone", "The council (Reuters) - Time\nWarner met.", ""},
		{"a first line that goes on", "The council said that in one case it had gone - The Times\nreported - too far.", ""},
		{"a table", "The most played teams | Played | News\nAble of the north | 12 | 3", ""},
	}...))
}

// Whatever the width of its lines, the words of a story that is right stay.
func TestFurnitureLeavesWrappedStories(t *testing.T) {
	for _, story := range wrappedStories {
		for width := 20; width <= 110; width++ {
			text := wrap(story, width)
			if got := New(Furniture{}).String(text); got != text {
				t.Errorf("at %d columns:\n%s\nbecame\n%s", width, text, got)
			}
		}
	}
}

// wrap sets text in lines of at most so many bytes, where words allow.
func wrap(text string, width int) string {
	var b strings.Builder
	for i, paragraph := range strings.Split(text, "\n\n") {
		if i > 0 {
			b.WriteString("\n\n")
		}
		column := 0
		for word := range strings.FieldsSeq(paragraph) {
			switch {
			case column == 0:
			case column+1+len(word) > width:
				b.WriteByte('\n')
				column = 0
			default:
				b.WriteByte(' ')
				column++
			}
			b.WriteString(word)
			column += len(word)
		}
	}
	return b.String()
}

var wrappedStories = []string{
	"The firm earned $39.4 million, or $1.12 a share on sales of $1.78 billion, and said that it would support its newsletter, share on Facebook what its users do on Twitter, and download subscription data for no more than 5 cents a view. The group sold 37,950,000 shares. Its film drew 500,000 views, 12 comments and 3 likes.",
	"LONDON, Aug 5 (Reuters) - Time Warner said on Monday it would buy The Daily Example - a paper with 500,000 readers - from Post Media, its owner told Reuters. “We are for sale,” he told AFP. Categories: there are five. Follow the money, they say, and read more: it is all on Facebook, Twitter, Instagram and YouTube.",
	"More than half of users comment, share or like posts on Facebook, Twitter and WhatsApp. Most read, few reply. The site has 1,200 comments, 340 shares and 12,000 views a day, Reuters reported, and Xinhua and AP agreed. It must comply with its privacy policy, its terms of use and its cookie policy by Friday.",
	"Leeds (AP) - Sign up now, sign in today, the posters said. Nobody did. The source: a man who knows Reuters. The advertisement on page 5 was paid for by the council, said the Post, the Star and the Sun. A spokesman for Bloomberg said it was, he told the BBC, an error by CNN. Reporting by the press was thin; editing by the desk was worse.",
}
