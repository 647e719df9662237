package normalize

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

// A markCase is a line that lost marks and what it was; "" where it is right.
type markCase struct{ name, line, want string }

func TestLostMarks(t *testing.T) {
	n := New(Encoding{})
	for _, tt := range []markCase{
		// Question marks beside marks that are left.
		{"a question, and an apostrophe to mend", "“Why now? The war is over,” he said of the mayorâ€™s plan.", "“Why now? The war is over,” he said of the mayor’s plan."},
		{"and one that was lost", "“Why now? The war is over,” he said, and it wasn?t.", "“Why now? The war is over,” he said, and it wasn’t."},
		{"in single marks", "‘Why now? The war is over,’ he said, and it wasn?t.", "‘Why now? The war is over,’ he said, and it wasn’t."},
		{"two questions", "“Is it you? Is it me? Let’s see,” said the man who wasn?t there.", "“Is it you? Is it me? Let’s see,” said the man who wasn’t there."},
		{"a doubled mark", "“Are you sure?? This is it,” she wrote.", ""},
		{"a trebled mark", "“Really??? You lost,” he said.", ""},
		{"a mark behind a number", "“Is it 5 or 6?? Nobody knows,” she said.", ""},
		{"with an exclamation", "“Did you see that?! It was huge,” he said. “Who did it??”", ""},

		{"beside what no character is", "\ufffdWhy now? The war is over,\ufffd he said. \ufffdWho knows? Is it so?\ufffd", "“Why now? The war is over,” he said. “Who knows? Is it so?”"},
		{"at the start of words", "They sang of rock \ufffdn\ufffd roll, \ufffdtis said, and told \ufffdem that it was over", "They sang of rock ’n’ roll, ’tis said, and told ’em that it was over"},

		// Question marks that took the place of all marks.
		{"a quotation with a question in it", "?Why now? The war is over,? he said, and it wasn?t.", "“Why now? The war is over,” he said, and it wasn’t."},
		{"the mark before the comma", "?The war is over?, he said, and it wasn?t.", "“The war is over”, he said, and it wasn’t."},
		{"names and contractions", "It is the mayor?s, they?re sure: O?Brien didn?t go at five o?clock", "It is the mayor’s, they’re sure: O’Brien didn’t go at five o’clock"},
		{"in capitals", "THE MAYOR?S PLAN ISN?T THE END OF IT", "THE MAYOR’S PLAN ISN’T THE END OF IT"},
		{"three, one for each byte", "The mayor???s plan wasn???t the end of it.", "The mayor’s plan wasn’t the end of it."},

		// Question marks that are such.
		{"between capitals", "YES?NO", ""},
		{"between two of them in a line of English", "The Q?A with the mayor said that it was over and that they had gone", ""},
		{"between sentences", "Was it red?Yes it was the one that they said", ""},
		{"in a path", "The page is at /A?B=1 and that is the end of it, she said", ""},
		{"in an address", "See http://example.com/what?s=1 and example.com/this?s for what they said of it", ""},
		{"in the header of a mail", "=?UTF-8?Q?Mayor=E2=80=99s_tariff_plan?=", ""},
		{"in a second one", "=?iso-8859-1?Q?Caf=E9_owners_fined_=A35m?=", ""},

		// What is left of a closing mark.
		{"before a space", "“It is over.â€ he said.", "“It is over.” he said."},
		{"behind a comma", "“It is over,â€ he said.", "“It is over,” he said."},
		{"at the end of the line", "“It is over.â€", "“It is over.”"},
		{"behind an ellipsis", "â€œIt is overâ€¦â€ he said", "“It is over…” he said"},
		{"of an apostrophe", "He doesnâ€t know; it's â€œlateâ€, she said.", "He doesn’t know; it's “late”, she said."},

		// Images of marks in small letters.
		{"an apostrophe of a Mac", "It‚äôs late, she said, and the firm‚äôs board agreed.", "It’s late, she said, and the firm’s board agreed."},
		{"all in small letters", "‚äúit is over,‚äù he said ‚äî on monday‚ä¶", "“it is over,” he said — on monday…"},
		{"of a Mac in Central Europe", "She said: ‚äúIt is over,‚äě and left ‚äď for good.", "She said: “It is over,” and left – for good."},
		{"a sign of money", "It cost 94 ‚ç¨ a day.", "It cost 94 € a day."},

		// Letters that were lost leave no mark, and the marks of English are put into no other language.
		{"in Spanish", "La m\ufffds frecuente, no la m\ufffds grave", ""},
		{"in a short line", "no m\ufffds frecuente", ""},
		{"in capitals", "EL TI\ufffdO NO", ""},
		{"for question marks", "Es m?s, no me gusta m?s", ""},
		{"in Norwegian", "l\ufffdt og m\ufffds", ""},
		{"a letter in a name", "It is what Alejandra Gonz\ufffdlez said of it, and that was that", ""},
		{"a letter in English", "She said that the na\ufffdve man left", ""},

		{"the last of a word", "The caf\ufffd was closed, and she said that it was over", ""},
		{"of a name", "It is what Nestl\ufffd said on Tuesday, and Beyonc\ufffd and Pel\ufffd were there", ""},
		{"of a name in front of another", "Jos\ufffd Garc\ufffda said that it was over and that they had gone", ""},
		{"a pause behind a word", "She said that it was over\ufffd and that they had gone", "She said that it was over… and that they had gone"},
		{"three bytes, which are no letter's", "The caf\ufffd\ufffd\ufffd and she said that it was over", "The caf… and she said that it was over"},
		{"the genitive of a name", "It is Williams\ufffd house, she said, and the boys\ufffd school", "It is Williams’ house, she said, and the boys’ school"},

		// Signs of money are lost, too.
		{"before millions", "The firm paid \ufffd20 million to the port, and that was the end of it", ""},
		{"before decimals", "They paid \ufffd1.5bn for it, and that was the end of it", ""},
		{"before a scale, in a quotation that ends", "They paid \ufffd300 million for the \ufffdend\ufffd of it, and that was that", "They paid \ufffd300 million for the “end” of it, and that was that"},
		{"a year", "It was the summer of \ufffd76, she said, and that was the end of it", "It was the summer of ’76, she said, and that was the end of it"},
		{"a decade", "It was in the \ufffd90s that they had the end of it", "It was in the ’90s that they had the end of it"},
		{"a quotation that begins with a figure", "\ufffd500 years of it are over,\ufffd she said", "“500 years of it are over,” she said"},

		// Languages with one mark on both sides.
		{"in Swedish", "”Det är över”, sa han. ”Varför nu?” frågade hon.", ""},
		{"over paragraphs", "”Det är över, sa han. Varför nu? sa hon.", ""},
		{"in Finnish", "”Se on ohi”, hän sanoi. ”Miksi nyt?” hän kysyi.", ""},
	} {
		t.Run(tt.name, func(t *testing.T) {
			want := tt.want
			if want == "" {
				want = tt.line
			}
			assert.Equal(t, want, n.String(tt.line))
			assert.Equal(t, want, n.String(want), "again")
		})
	}
}
