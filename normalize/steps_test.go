package normalize

import (
	"encoding"
	"fmt"
	"reflect"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// mends checks that the step alone makes the second of each pair of the first.
func mends(t *testing.T, s Step, pairs [][2]string) {
	t.Helper()
	n := New(s)
	for _, p := range pairs {
		text := n.Align(p[0])
		assert.Equal(t, p[1], text.String(), "from %q", p[0])
		checkText(t, p[0], text)
		assert.Equal(t, p[1], n.String(p[1]), "again")
	}
}

// keeps checks that the step alone leaves each text as it is.
func keeps(t *testing.T, s Step, texts ...string) {
	t.Helper()
	for _, text := range texts {
		assert.Equal(t, text, New(s).String(text))
	}
}

func TestStepsLeaveCleanTextAlone(t *testing.T) {
	for _, s := range append(defaultSteps(), Quotes{}) {
		keeps(t, s, clean...)
	}
}

func TestHTML(t *testing.T) {
	mends(t, HTML{}, [][2]string{
		{"caf&eacute; &ndash; &ldquo;open&rdquo;", "café – “open”"},
		{"don&#8217;t, &#x201C;no&#x201d;", "don’t, “no”"},
		{"it&#146;s &#147;so&#148; &#133;", "it’s “so” …"},
		{"they&amp;rsquo;re &amp;amp;amp;eacute;", "they’re é"},
		{"the &#38;rsquo; of &#x26;amp;ndash;", "the ’ of –"},
		{"it&rsquos his, they didn&rsquot &ndash or did they", "it’s his, they didn’t – or did they"},
		{"caf&eacute, &uuml;ber, &Ccedilelik", "café, über, Çelik"},
		{"AT&amp;T and &lt;b&gt; &quot;x&quot;", `AT&T and <b> "x"`},
		{"&acirc;&euro;&trade;", "â€™"},
		{"a&nbsp;b&hellip;", "a\u00a0b…"},
		{"https://example.com/?a=1&amp;b=2", "https://example.com/?a=1&b=2"},
		{"&#128512; &NotEqualTilde;", "😀 ≂̸"},
		{"&#65;&#066;&#x00043;", "ABC"},
	})
	keeps(t, HTML{},
		"AT&T, R&D, Q&A, p&l, B&B & more; this &that; &; &&",
		"https://example.com/?x=1&eacute=2&section=3&copy=4&ndash",
		"/path&eacute/more and a@b&uuml.com",
		"&not so, &para graph, &sect ion, &copy that, &reg ister, &times new",
		"&#0; &#xD800; &#1114112; &#129; &#; &#x; &#xg; &#99999999999999999999;",
		"&nosuchname; &notit; &amplitude; &ltd;",
		"&ndash=5 &lt5 &gtx",
	)
}

func TestEscapes(t *testing.T) {
	mends(t, Escapes{}, [][2]string{
		{`it\u2019s \u00e9tonnant\u2026`, "it’s étonnant…"},
		{`\u201Cyes\u201D, \\u2014 no`, "“yes”, — no"},
		{`\ud83d\ude00 smile`, "😀 smile"},
		{"It%u2019s %u201Cgood%u201D", "It’s “good”"},
		{"caf%C3%A9 and it%E2%80%99s", "café and it’s"},
		{"100%\u2014 %E2%82%AC5", "100%\u2014 €5"},
	})
	keeps(t, Escapes{},
		`C:\u2019data\file and \\server\u2019s`,
		`\u0041 \u000a \u20 \u20zz \x41 \ud83d alone \ud83dx \ufffe`,
		"https://example.com/caf%C3%A9?q=it%E2%80%99s and www.example.com/%u2019",
		"50%up, %u20, %E2%80 %E2%80x %C3 %ZZ %41 100%",
	)
}

func TestControl(t *testing.T) {
	mends(t, Control{}, [][2]string{
		{"co\u00adop\u00aderate", "cooperate"},
		{"zero\u200bwidth \ufeffand\u2060 more\x00\x08\x7f", "zerowidth and more"},
		{"\ufeffstart", "start"},
		{"it\u0092s \u0093so\u0094 \u0085 and \u0081", "it’s “so” … and "},
		{"line.\u0085\nnext", "line.\n\nnext"},
		{"\x1b[31mred\x1b[0m \x1bx", "red x"},
		{"page\fone\vtwo", "page\none\ntwo"},
		{"a cost\x1eeffective plan; 500 dlr\x7funtied\x1f\x1floan\x1f", "a cost effective plan; 500 dlr untied loan"}, // fields of records
		{"the end \x1fand \x7f so", "the end and  so"},
		{"plain \u200elatin\u200f \u202atext\u202c", "plain latin text"},
		{"la\u200dtin lat\u200cin", "latin latin"},
		{"tag \U000E0041 and \U0001F600\U000E0041", "tag  and \U0001F600"},
		{"object \ufffc here, \ufdd0 and \uffff", "object  here,  and "},
	})
	keeps(t, Control{},
		"tab\tline\nreturn\r\n",
		"می\u200cخواهم", "क्\u200dष", "👨\u200d👩\u200d👧 ❤️\u200d🔥", "ภาษา\u200bไทย",
		"\u200fעברית\u200f (2020)", "a \u202bعربي\u202c text",
		"é ü 語 \u00a0 \u2019 \ue000 \u0600",
	)
}

func TestForm(t *testing.T) {
	mends(t, Form{}, [][2]string{
		{"cafe\u0301 u\u0308ber", "café über"},
		{"A Pﬁ zer vaccine was eﬀ ective against the ﬁ rst variant of it.", "A Pfizer vaccine was effective against the first variant of it."},
		{"The ﬁ nance minister oﬀ ered ﬁ ve plans to the ﬂ oor of the house.", "The finance minister offered five plans to the floor of the house."},
		{"The staﬀ said that the tariﬀ was oﬀ the table, and Koﬁ had a wi-ﬁ router.", "The staff said that the tariff was off the table, and Kofi had a wi-fi router."},
		{"Va ﬁ ales de popor, și nu va ﬁ singur. Das Schiﬀ ist weg.", "Va fi ales de popor, și nu va fi singur. Das Schiff ist weg."},
		{"ệ from e\u0302\u0323 and \u1EB9\u0302", "ệ from ệ and ệ"},
		{"é\u0323 again", "ẹ́ again"},
		{"ﬁrst ﬂoor, oﬃce, ﬀ ﬄ ﬆ", "first floor, office, ff ffl st"},
		{"Ｈｅｌｌｏ！ １２３", "Hello! 123"},
		{"\u1112\u1161\u11ab", "한"},
		{"か\u3099", "が"},
		{"Α\u0301 и\u0306", "Ά й"},
	})
	keeps(t, Form{},
		"漢字ＡＢＣ，１２３。", "한글 ＡＢＣ", "カタカナ：ＡＢＣ！",
		"é ü ệ 한 が Ά й", "x\u0304 has no composed form", "œuvre, ﬔ, Æ, ĳ, ﷺ",
	)
}

func TestSpace(t *testing.T) {
	mends(t, Space{}, [][2]string{
		{"one\r\ntwo\rthree\u2028four\u2029five", "one\ntwo\nthree\nfour\nfive"},
		{"one  two   three", "one two three"},
		{"one \ntwo\t\n \n\t\n  three  ", "one\ntwo\n\n  three"},
		{"one\n\n\n\ntwo\n\n\n", "one\n\ntwo\n"},
		{"\n\n  one", "  one"},
		{" \t\n ", ""},
		{"thin\u2009words, wide\u2003ones, ideo\u3000graphic", "thin words, wide ones, ideo graphic"},
		{"two\u00a0words. \u00a0Then\u00a0\u00a0more", "two words. Then more"},
		{"end\u00a0\nnext", "end\nnext"},
		{"Done.  Next.  More.  Still.", "Done. Next. More. Still."},
		{"So it was:\u00a0they left,\u00a0and that was it.\u00a0Was it?\u00a0It was.", "So it was: they left, and that was it. Was it? It was."},
	})
	keeps(t, Space{},
		"It was Mr.\u00a0Lee of No.\u00a05 and J.\u00a0Lee of p.\u00a07 that they saw.", "C’est tout\u00a0:\u00a0il est parti,\u00a0dit-il.",
		"5\u00a0€, 10\u202f000, «\u00a0oui\u00a0», vraiment\u00a0? k\u00a0tomu, Mr.\u00a0Smith, 20\u2009%",
		"漢字\u3000漢字", "  indented\n\tline\n",
		"a       b       c       d", "col\t\tumn",
		"one\n\ntwo\n",
	)
	mends(t, Space{NoBreak: NoBreakNone}, [][2]string{{"5\u00a0€, «\u00a0oui\u202f»", "5 €, « oui »"}})
	keeps(t, Space{NoBreak: NoBreakAll}, "two\u00a0words")
}

func TestPunctuation(t *testing.T) {
	mends(t, Punctuation{}, [][2]string{
		{"The bill sets money aside for roads .The council passed it.", "The bill sets money aside for roads. The council passed it."},
		// Spaces before marks, in any language that sets them after the word.
		{"However , it was late.", "However, it was late."},
		{"They left on Friday , as they had said.", "They left on Friday, as they had said."},
		{"It was late – and the last of the ferries had long gone from the harbour .", "It was late – and the last of the ferries had long gone from the harbour."},
		{"Sin embargo , llegaron tarde a la reunión del lunes y se fueron.", "Sin embargo, llegaron tarde a la reunión del lunes y se fueron."},
		{"Das war nicht so leicht , und die Fähre fuhr ohne sie zurück in den Hafen.", "Das war nicht so leicht, und die Fähre fuhr ohne sie zurück in den Hafen."},
		{"Le pont est fermé depuis lundi , et les ferries ne partent pas avant le soir.", "Le pont est fermé depuis lundi, et les ferries ne partent pas avant le soir."},
		{"(as they said) , we left, and so did the others.", "(as they said), we left, and so did the others."},
		{"“It was late .\nThey left,” he said, “and slept.", "“It was late.\nThey left,” he said, “and slept."},
		{"He said: go! Why? Then: no; but he did it ! And left.", "He said: go! Why? Then: no; but he did it! And left."},
		{"It took them a year ; the rest of it, he said, was easy.", "It took them a year; the rest of it, he said, was easy."},
		{"It is “the end” . The rest, he said, is “history”, or not.", "It is “the end”. The rest, he said, is “history”, or not."},
		{"He is with “the few” . , robust and rich.", "He is with “the few”, robust and rich."},
		{"It came in the end . , as they had said, and they left.", "It came in the end, as they had said, and they left."},
		{"The firm, Able Corp. , said that it and the U.S. , as ever, agreed.", "The firm, Able Corp., said that it and the U.S., as ever, agreed."},
		// A text with many marks shows its habit.
		{"Most zamknięto. Prom pływa, ale rzadko, i nie co dzień. Rano, w południe, wieczorem. Tak będzie do wiosny , mówią. Może dłużej .", "Most zamknięto. Prom pływa, ale rzadko, i nie co dzień. Rano, w południe, wieczorem. Tak będzie do wiosny, mówią. Może dłużej."},
		{"The bridge is shut. It was, they say, old, worn, and weak. So it is, and the ferry, too. They may call Ann Lee , or wait .", "The bridge is shut. It was, they say, old, worn, and weak. So it is, and the ferry, too. They may call Ann Lee, or wait."},
		// Commas.
		{"a wise choice,, though", "a wise choice, though"},
		{"They ran,and he fell, but not for long.", "They ran, and he fell, but not for long."},
		{"They said so ,but he fell.", "They said so, but he fell."},
		{"It’s the best of them,easily.", "It’s the best of them, easily."},
		{"He saw cats,and dogs, and the like.", "He saw cats, and dogs, and the like."},
		// Quotations.
		{"“It is over. , ”Lane told the paper.", "“It is over,” Lane told the paper."},
		{"“It is over . , ” said Lane.", "“It is over,” said Lane."},
		{"“It is over in the U.S. , “she added.", "“It is over in the U.S.,” she added."},
		{"“It is over. ,”\nThe end of the day", "“It is over.”\nThe end of the day"},
		{`He said "it is over. , "and they left.`, `He said "it is over," and they left.`},
		{"“This is it, ”she said.", "“This is it,” she said."},
		{"“This is it,”she said.", "“This is it,” she said."},
		{"“This is it,“ she said.", "“This is it,” she said."},
		{"It is the ”end of it” they said.", "It is the “end of it” they said."},
		{"They call it “ home ” there.", "They call it “home” there."},
		{"The ”team“ had been there, and the ”head of it“ was gone.", "The “team” had been there, and the “head of it” was gone."},
		{"”This is it,“ she said of the ”closed“.", "“This is it,” she said of the “closed”."},
		// Brackets.
		{"This ( and that ) is the one.", "This (and that) is the one."},
		{"It cost them ( $ 326 million ) and the rest ( €40 ) was free.", "It cost them ($ 326 million) and the rest (€40) was free."},
		{"The law ( “the Act” ) is from the U.S. ( of 1990 ).", "The law (“the Act”) is from the U.S. (of 1990)."},
		// Hyphens.
		{"the oil- based economy and anti- war votes", "the oil-based economy and anti-war votes"},
		{"the state’s oil – dependent budget is gone", "the state’s oil-dependent budget is gone"},
		{"a U.S. – led force and the Saudi — backed army", "a U.S.-led force and the Saudi-backed army"},
		{"the coal – fired plant and the fast- growing town", "the coal-fired plant and the fast-growing town"},
		{"the U.S. - based firm and the China – backed Able Bank", "the U.S.-based firm and the China-backed Able Bank"},
		{"the state’s aid – dependent budget has collapsed – with no one to help", "the state’s aid-dependent budget has collapsed – with no one to help"},
		{"the victims of gender- based violence and terrorism- related crime in this counter-terrorism- related case", "the victims of gender-based violence and terrorism-related crime in this counter-terrorism-related case"},
		{"the 18 - year - old and his 6- month - old son", "the 18-year-old and his 6-month-old son"},
		{"a well- known man and his long- term plan, a so- called high- risk one, of the far- right, in the north- east", "a well-known man and his long-term plan, a so-called high-risk one, of the far-right, in the north-east"},
		{"a well – known man and the so – called long – term plan", "a well-known man and the so-called long-term plan"},
		{"the 10- year plan for the 5- star hotel", "the 10-year plan for the 5-star hotel"},
		{"the US- China talks and the Leeds- Hull deal were on the table", "the US-China talks and the Leeds-Hull deal were on the table"},
		// Sentences.
		{"This was in the north,” says Alvarez.Local people know it.", "This was in the north,” says Alvarez. Local people know it."},
		{"He came with the rest.They left.", "He came with the rest. They left."},
		{"It ended in Leeds.It was the first of them.", "It ended in Leeds. It was the first of them."},
		{"That was the end.In the north it rained.", "That was the end. In the north it rained."},
		{"It cost them $5.They paid. It rose 5%.They fell (with the rest).The end was in 2019.The rest is new.", "It cost them $5. They paid. It rose 5%. They fell (with the rest). The end was in 2019. The rest is new."},
		{"That, as they say, is how, when, why, where, with whom, and for what it was, in the end, to be sold.Banks like that.", "That, as they say, is how, when, why, where, with whom, and for what it was, in the end, to be sold. Banks like that."},
	})
	keeps(t, Punctuation{},
		"They wrote the program in .Net and liked it.", "The firm .Com is theirs, and so is the river .NET runs on.",
		// Tokenized text.
		"However , it was late , he said .",
		"This ( or that ) is late , he said , and it ( the rest ) is over .",
		// A line or two of someone's own.
		"But it is late .", "it was the best , and how", "Yes,it is.", "It was late .\nThey left, and slept.",
		"It was late, and the last of the ferries had long gone from the harbour .",
		"They say, as ever, that it was Ann Lee , who had left.", "He said that it’s the work of Ann Lee .",
		"It was their new ferry , which, as he said, was late.", "They sell the best of all, and ask,please write to us.",
		// Languages of which no habit is known here.
		"Bu köprü , bahara kadar kapalı kalacak, dedi.", "Ficaram todos , isto é, os da casa, na ponte.", "Most zamknięto , ale prom pływa.",
		"He menivät kotiin . Se on siis ohi , sanoi mies . Talo on iso .", "Se on ohi . Me olemme an der .", "Bu on kadar adam ve o , he dedi . O on yedi .",
		"They said so ,this,that,and,more of the same.",
		"Ông nói , bà nghe .", "Είναι αργά , είπε .",
		// French, ellipses, decimals, names.
		"Le prix : 5 € ; oui ! Vraiment ? C’est « bon » .. .",
		"Wait . . . what ... is .NET or .5 or 84 . 4 there",
		"On avait, on le savait, on était là, main dans la main, et on attendait ;",
		// Smileys.
		"It was fun, it was, and the best of it was free :) and ;) or :( I said, or :( so that ) it is",
		"Acme Pvt., Smith Jr., and D.C., he said.", "He left.. and the rest stayed",
		// Lists without spaces.
		"tags: news,sport,the,weather", "x,y and 1,000 and a,b,c of the",
		"https://example.com/this,and,that and the.File.Name of it",
		"The band Kagrra,n was on, and on, and on, and then it was off, and that was it, they said, and left, and so on, and so on.",
		// Names and addresses with full stops in them.
		"It is said to be in report.Final of the state, and strings.Builder is the one to use.",
		"This was in version 1.2.The and at 5.30 with No.10 of the 3.Liga", "It was sold on Amazon.It and on Google.In for the price.",
		"This is on Booking.Com and the Node.Js site, with St.John and U.S.Army.",
		// Dashes that are dashes.
		"They won in eight games on home turf - winning three and losing two since then, she said.",
		"His remarks - made some 26 years ago - need to be seen in context, he said.",
		"It was a big day for sport - friendly matches were played, he said, and friendly they were.",
		"They had to wait for an hour - long enough to miss the train, she said.",
		"He was jailed for a year - old friends said that it was too long for him.",
		"She did not do well - known rivals were faster on the day, they said.",
		"The plan – based on the report – is that of the state.",
		"It fell – with officials unpaid – and the rest of it too.",
		"The line was long – term had begun – and the road is well – said the man – worn.",
		"a post – war or not – and the pro – a Russian – who is on the team", "the 3- and 5-year plans and the score of 3- they won 2- of all",
		"Said Ann Lee- The rest is for the talks.", "and 1 , 000 people were there, and left, and so on, as they say, and as it was, and is, and so on",
		"Two- and three-year terms, pre- and post-war, for this and that.",
		"The minister – dependent on aid – said that the state – free of debt – is poor.",
		"The minister – dependent on aid – said so.", "The team – led Sunday by Ann Lee – won the cup.",
		"It is the town – poor farmers and the like – and the FEATURE - Rich towns of the north",
		"It is the plan – backed yesterday by the state – that they like.",
		"The firm -Able- owned by the state and the two -Lee- led teams",
		"The group – led by him – is owned by the state – run by them.",
		"This is what he said – free of charge – to the press.",
		// Quotation marks that stand as they should.
		"He called it “the end.” The others left.", "She said: “No.”",
		"Er sagte: „Das ist es,“ und ging mit der Frau.", "Hän sanoi: ”Se on siinä”, ja lähti.",
		"the 5” pipe and 6” pipe of the house",
	)
}

func TestFurniture(t *testing.T) {
	const body = "The council met on Monday.\n\nIt will meet again next week."
	const title = "Council meets to vote on tax"
	// What stands after the title, around the body, between its halves.
	for _, suffix := range []string{
		" | City news", " | The Daily Example", " | example.com", " – BBC News", " - The Daily Example", " — The Example Times",
		" · Politics", " :: Example Herald", " » Example Post", " - The Daily Example | World", " | World | The Daily Example",
		" - CNN.com", " | Taliban news", " - Business | Example News", " – World News | The Daily Example", " | Sport | Example",
		" - Middle East | Politics - The Daily Example",
	} {
		mends(t, Furniture{}, [][2]string{
			{title + suffix + "\n\n" + body, title + "\n\n" + body},
			{title + suffix + "\n" + body, title + "\n" + body},
		})
	}
	for _, line := range []string{
		"Leave a Comment", "LEAVE A REPLY", "Share this:", "Share this article", "Share on Facebook", "12 Comments", "Comments (3)",
		"1,204 shares", "View all comments", "Advertisement", "[ADVERTISEMENT]", "- Advertisement -", "ADVERTISEMENT - CONTINUE READING BELOW",
		"Story continues below advertisement", "ALSO READ: What the council does", "Read more >>", "More>>", "Next »", "« Previous",
		"Read more: Why taxes rise", "Related stories", "RELATED: The tax that failed", "You may also like", "Most read",
		"Subscribe to our newsletter", "Sign up for our free newsletter and get it in your inbox", "Already a subscriber? Sign in",
		"Subscriber Only Stories", "Related Coverage", "See also: the vote of 2019", "Watch: How the vote went",
		"Follow us on Twitter @example", "Join our WhatsApp channel for the latest", "For more news, visit www.example.com",
		"© 2021 Example Media. All rights reserved.", "Copyright © 2021 Example Media", "This website uses cookies to improve your visit.",
		"Click to share on Twitter (Opens in new window)", "Tags: tax, council", "Filed under: Politics", "4 min read",
		"Your email address will not be published. Required fields are marked *", "Facebook\nTwitter\nWhatsApp", "Share\nTweet\nPrint",
		"Facebook Twitter LinkedIn WhatsApp Email", "Share: Facebook Twitter", "Share Tweet Pin", "Print | Email", "Tweet · Share · Print",
		"Posted in News | Tagged tax, council", "Home > News > Council", "Follow @example", "Follow Ann Lee on Twitter", "Follow Example City News on Instagram",
		"Leave a comment below.", "Please log in to leave a comment", "More stories like this",
		"This article first appeared in the Example Weekly.", "The post Council votes appeared first on Example.", "Subscribe to our YouTube channel",
		"(This story has not been edited by our staff and comes from a syndicated feed.)", "Copyright 2021 Example Media. All rights reserved. It may not be published.",
		"The views expressed in this article are the author’s own.", "©2021 AFP", "Reading time: 4 minutes",
		"(Reporting by Ann Lee; Editing by Bo Ray)", "Reporting by Ann Lee in Leeds; Editing by Bo Ray",
	} {
		mends(t, Furniture{}, [][2]string{
			{title + "\n\n" + body + "\n\n" + line, title + "\n\n" + body},
			{title + "\n\n" + body + "\n\n\n" + line + "\n", title + "\n\n" + body + "\n"},
			{line + "\n\n" + title + "\n\n" + body, title + "\n\n" + body},
			{"The council met on Monday.\n\n" + line + "\n\nIt will meet again.", "The council met on Monday.\n\nIt will meet again."},
			{"The council met on Monday.\n" + line + "\nIt will meet again.", "The council met on Monday.\nIt will meet again."},
		})
	}
	// What goes only at the end, and what goes there with it.
	for _, line := range []string{
		"– Bernama", "—Reuters", "-- AFP", "(AP)", "/dpa", "str-sah/jd", "pdw/jj/tw", "PTI ABC DE", "--ANI\nabc/de", "Share", "Comments", "Facebook",
		"AFP", "Reuters", "Source: Xinhua", "(Source: Bernama)", "With inputs from PTI", "(With agency inputs)", "(With ANI inputs)", "[ends]", "-30-", "###",
	} {
		mends(t, Furniture{}, [][2]string{
			{body + "\n\n" + line, body},
			{body + "\n\n" + line + "\n\nRead more\n", body + "\n"},
		})
		keeps(t, Furniture{}, body+"\n\n"+line+"\n\n"+body)
	}
	mends(t, Furniture{}, [][2]string{
		{"He wrote: we won pic.twitter.com/a1B2c3 today.\n" + body, "He wrote: we won today.\n" + body},
		{"pic.twitter.com/a1B2c3 We won", "We won"},
		{body + "\n\n– AFP\n\n" + body + "\n\nShare\nTweet", body + "\n\n– AFP\n\n" + body},
		{body + "\nRead more\n– AFP\nAnd so on.", body + "\n– AFP\nAnd so on."},
	})
	keeps(t, Furniture{},
		// Nothing but furniture, or but one line.
		"Leave a Comment", "Share this | Example News", "Advertisement\n\nRead more\n", "Share\n\nTweet",
		// Titles.
		"The long way home - a history\n\n"+body,
		"Talks - and more talks - News at last?\n\n"+body,
		"Cats | Dogs\n\n"+body, "« Il est tard et nous partons » dit Anne\n\n"+body, "They sang all night long | and left.\n\n"+body,
		"Able, Baker and Charles win – who is the best\n\n"+body,
		"The most played teams | Played | Won\nAble of the north | 12 | 3\n"+body,
		"See the photographs of the flood | https://example.com/a\n"+body,
		// Headings.
		"Twitter\n\n"+body, "The Networks\n\nFacebook\n\n"+body+"\n\nTwitter\n\n"+body, "They are:\n\nFacebook\nTwitter\nYouTube\n\n"+body,
		"They are:\n\nFacebook\nTwitter\nYouTube", "The way\nHome", "Home\n"+body,
		// Prose.
		"Read more books, the minister said on Tuesday.\n\n"+body,
		"Share this burden with us, he told the council.\n\n"+body,
		"Related to the king by marriage, he fled.\n\n"+body,
		"LONDON (Reuters) - The council met.\n\n"+body,
		"Follow the money, they said.\n"+body, "recommended\n"+body,
		"Follow the vote on Facebook and you will see what I mean\n"+body,
		"For more news of the flood the family turned to the radio.\n"+body,
		"Filed under seal, the papers say little.\n"+body,
		"Read more about it in the book he wrote.\n"+body,
		"Watch: the sea comes in, and goes out again.\n"+body,
		"Reporting by the press was thin. It got worse.\n"+body,
		"12 comments were made, 3 of them rude\n"+body,
		"Posted in the north, the troops waited.\n"+body, "The post was first filled in 1990.\n"+body,
		"The views expressed in this house are not for print.\n"+body, "Follow Ann Lee on her way\n"+body,
		"Facebook, Twitter and Google\n"+body, "Share Post\n"+body, "Source: a man who knows\n"+body, body+"\n\nWith inputs from all of them. It was fun",
		body+"\n\nDawn", body+"\n\nSource: the council", "Council votes on tax - Business as usual\n\n"+body,
		body+"\nHe spoke to Reuters.", "A note pic.twitter.com/ and http://pic.twitter.com/x stay\n"+body,
		body+"\n\n2021/22", body+"\n\nAP and AFP agree",
	)
}

func TestDatelines(t *testing.T) {
	mends(t, Furniture{}, [][2]string{
		{"(CNN)Ann Lee left the council.", "(CNN) Ann Lee left the council."},
		{"Rome (CNN)The navy said so on Monday.", "Rome (CNN) The navy said so on Monday."},
		{"Sao Paulo, Brazil (CNN)Police said so.", "Sao Paulo, Brazil (CNN) Police said so."},
		{"(Reuters) -“It is late,” she said.", "(Reuters) - “It is late,” she said."},
		{"The end of it all\n\nLEEDS, June 10 (AFP) –The council met.\nIt voted.", "The end of it all\n\nLEEDS, June 10 (AFP) – The council met.\nIt voted."},
		{"SAN JOSÉ, Costa Rica (AP)--The council met.\nIt voted.", "SAN JOSÉ, Costa Rica (AP)-- The council met.\nIt voted."},
	})
	keeps(t, Furniture{},
		"LEEDS (Reuters) - The council met.", "LEEDS, Jun 10 2022 (IPS) - The council met.", "(CNN) Ann Lee left.",
		"(CNN)ann lee", "Lee left (CNN)Because of that", "(AP)", "NEW YORK (AP) —", "He (AFP)Knew", "(AT)The",
	)
}

// The search for an opener relies on this.
func TestOpenersAreSortedAndApart(t *testing.T) {
	for i, o := range openers {
		if i > 0 {
			assert.Less(t, openers[i-1].text, o.text)
			assert.False(t, strings.HasPrefix(o.text, openers[i-1].text), "%q begins %q", openers[i-1].text, o.text)
		}
	}
}

func TestQuotes(t *testing.T) {
	mends(t, Quotes{Marks: MarkStyleStraight}, [][2]string{{"“It’s ‘so’” – yes…", `"It's 'so'" – yes…`}})
	mends(t, Quotes{Dashes: MarkStyleStraight}, [][2]string{{"“It’s” – yes — no… 5−3", "“It’s” - yes -- no... 5-3"}})
	mends(t, Quotes{Marks: MarkStyleCurly, Dashes: MarkStyleCurly}, [][2]string{
		{`"It's 'so'", she said -- "no" --- well...`, "“It’s ‘so’”, she said – “no” — well…"},
		{"the '90s (\"then\") and dogs' tails", "the ’90s (“then”) and dogs’ tails"},
		{"``What is this''", "“What is this”"},
		{`a 5" pipe`, `a 5" pipe`},
	})
	keeps(t, Quotes{}, `"It's" -- “so”...`)
	keeps(t, Quotes{Marks: MarkStyleStraight}, "„Das“"[:0]+"„Das« 5′ 6″")
}

func TestClosedSets(t *testing.T) {
	for want, v := range map[string]interface {
		fmt.Stringer
		encoding.TextMarshaler
	}{
		"keep": MarkStyleKeep, "curly": MarkStyleCurly, "straight": MarkStyleStraight,
		"where useful": NoBreakWhereUseful, "all": NoBreakAll, "none": NoBreakNone,
		"content": BasisContent, "mark": BasisMark, "header": BasisHeader, "meta": BasisMeta,
	} {
		text, err := v.MarshalText()
		require.NoError(t, err, want)
		assert.Equal(t, want, string(text))
		assert.Equal(t, want, v.String())
		back := reflect.New(reflect.TypeOf(v))
		require.NoError(t, back.Interface().(encoding.TextUnmarshaler).UnmarshalText(text))
		assert.Equal(t, v, back.Elem().Interface())
		assert.Error(t, back.Interface().(encoding.TextUnmarshaler).UnmarshalText([]byte("klingon")))
	}
	_, err := Basis(9).MarshalText()
	assert.EqualError(t, err, "normalize: no basis 9")
}

// Clean text of any language needs no step to look at it again; any sign of
// what a step mends makes that step look.
func TestTraits(t *testing.T) {
	for _, s := range []string{
		"“Why?” he asked – and left… It’s over, he said.", "Is it? It is. Why?\nSo", `"Who?" she said.`, "plain", "é", "L’été à Besançon",
		"Объём работ", "क्या", "ที่อยู่", "会议：就新税，（表决）", "می\u200cشود", "👩\u200d🚀 👍🏽", "co2 at 3.5", "the boys? toys", "AT&T", `a\b`, "5%", "Tu as ? Non : oui", "„Das“ ist", "l’âme", "iPhone手机在", "AI가",
	} {
		assert.Zero(t, traitsOf(s, 0), "%q", s)
	}
	for s, want := range map[string]traits{
		"AT&amp;T": mayRefer, `a\u2019s`: mayEscape, "%E2%80%99": mayEscape, "that it?s the end": mayMisread, "?So he said that": mayMisread,
		"\ufffd": mayMisread, "it\ufffds": mayMisread, "itâ€™s": mayMisread, "cafÃ©": mayMisread, "РёРјСЏ": mayMisread, "ÏðÈâåÒ": mayMisread, "鈥淲e": mayMisread,
		"and that itâs": mayMisread, "and that is 鈥?": mayMisread, "ONLAR YAKTƑ±KLARƑ±": mayMisread,
		"a  b": maySpace, "a\n\n\nb": maySpace, "so\u00a0we": maySpace, "5\u00a0€": hasNoBreak, "that is , the end of it is, that is, so it is, and that is all there is": mayPunctuate,
		"they said that the oil - rich north is over": mayPunctuate, "they said the “ end of” it": mayPunctuate, "they said that it was “over.”So": mayPunctuate,
		"“that is it. , ”Ann said": mayPunctuate,
		"co\u00adop":               mayControl, "a\u200bb": mayControl, "\u202aa": mayControl, "a\x00": mayControl,
		"e\u0301": mayForm, "ﬁ": mayForm, "Ａ": mayForm, "４": mayForm, "a；": mayForm, "\u0928\u093c": mayForm, "\u1112\u1161\u11ab": mayForm, "\u0651\u064e": mayForm, "\u09c7\u09be": mayForm,
		"\xff": mayBeInvalid, "\xc3": mayBeInvalid, "\xed\xa0\x80": mayBeInvalid, "\xe0\x80\x80": mayBeInvalid, "\xe2\x80": mayBeInvalid, "\xf5\x80\x80\x80": mayBeInvalid,
	} {
		assert.Equal(t, want, traitsOf(s, 0), "%q", s)
	}
}

// traitsOf takes the quick look at all of a text.
func traitsOf(text string, stop traits) traits {
	k := newLook(text, new(habit))
	return k.all(stop)
}

// A look at the lines that a step changed sees what a look at all of the text sees.
func TestLookAgain(t *testing.T) {
	clean := strings.Repeat("They voted on Monday, and left.\n", 9)
	again := 0
	for _, s := range []string{
		"The coun\u00adcil met.", "Two  spaces.", "A tab \tand more", "Ann\u00a0Lee met them", "e\u0301tat", "the ﬁrst", "Ends. ", "\n\n\n\nSo they did.",
		"coun\u00adcil &am\u00adp; c\u0301", "They came  , and left", "It was\u2028so", "r\u00e9sum\u00e9\u200b \u00a0 \u201c ", "so\x00\vit was  ;", "the\u200b\u3000会\u00ad议",
		"&am\u200bp;amp;", "\\\u00adu2019", "caf\u00ad\u00c3\u00ad\u00a9", "donâ\u200b\u20ac\u2122t", "a\n \n \n\tb",
	} {
		for _, text := range []string{s, clean + s, s + "\n" + clean, clean + s + "\n" + clean, clean + s + "\n\n", clean + s + "\n" + clean + s + clean} {
			for _, step := range []Step{Control{}, Form{}, Space{}, Space{NoBreak: NoBreakNone}, Form{Exclusions: true}} {
				if checkLookAgain(t, text, step) {
					again++
				}
			}
		}
	}
	assert.Greater(t, again, 50, "texts of which only some lines are looked at")
}

// checkLookAgain reports whether the lines that a step changes are enough to look at, and
// checks that nothing is missed then.
func checkLookAgain(t *testing.T, text string, step Step) bool {
	r := runner{collector: collectors.Get().(*collector), text: text}
	defer r.collector.release()
	r.look(0)
	seen := r.seen
	if !r.took("", text, r.collector.run(step, text)) {
		return false
	}
	if r.seen, r.upTo = seen, atAll; !r.lookAgain(step) {
		return false
	}
	missed := traitsOf(r.text, 0) &^ r.seen
	if own := step.(gated).gate(); missed&own != 0 { // it has nothing left to do
		step.Edits(r.text, func(start, end int, s string) { t.Fatalf("%T: %q to %q in %q", step, r.text[start:end], s, r.text) })
		missed &^= own
	}
	require.Zero(t, missed, "%T: %q to %q", step, text, r.text)
	return true
}
