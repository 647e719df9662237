/*
Package normalize turns text as it was scraped into text as it was written, and
remembers where every part of it came from.

Text off the web has been through a chain of programs, and some of them were
wrong about it: bytes were read with the wrong table, characters were escaped
and never unescaped, hyphenation and layout were left in, spaces drifted to the
wrong side of commas, and what stood around the article was taken for part of
it:

	Port reopens after storm | Coast news
	&ldquo;It is over , â€Lane told reporters.The oil- based econ­omy …
	Leave a comment

becomes

	Port reopens after storm
	“It is over,” Lane told reporters. The oil-based economy …

Text that is right comes through byte for byte, as the same string and without
an allocation. Every change is reported, with the step that made it.

# What to call

[String] is what most callers want. [Bytes] is the same for a byte slice. Bytes
whose character set is not known go through [Decode] first.

[Align] returns a [Text], which maps spans of the result to spans of the source
([Text.Source]), spans of the source to spans of the result ([Text.Target]),
and lists what was changed ([Text.Changes]):

	raw     so&nbsp;far  ,he said
	        └┬┘└─┬──┘└┬┘└─┬┘
	clean   so␣far,␣he said

Offsets are in bytes, half-open and on rune boundaries on both sides. A span
maps to the smallest span that covers it.

[Normalizer.Reader] normalizes a stream in bounded memory.

# Steps

A [Normalizer] is a list of steps. [Default] holds these, in this order:

	HTML         &rsquo; &#146; &amp;eacute;                 ’ ’ é
	Escapes      \u2019 %u2019 %C3%A9                        ’ ’ é
	Encoding     text read with the wrong character set: see Encoding
	Control      control, invisible and bidirectional characters
	Form         NFC, ligatures, full-width letters          ﬁ Ａ e+◌́ to fi A é
	Space        line ends, no-break and doubled spaces, blank lines
	Punctuation  marks and hyphens and the spaces around them
	Furniture    title suffixes, share and comment lines, sign-offs

Each is a plain struct that works alone and whose fields are its options.
[Quotes] is there for those who want one style of quotation marks and dashes.
The order matters. Escapes are decoded before the encoding is mended, since
"&acirc;&euro;&trade;" is both escaped and mis-decoded; control characters are
removed after it, since half of them are parts of mis-decoded characters; and
the last three look at text whose letters and spaces are in order. Default runs
the steps until none finds anything to do ([Settle]), so normalizing twice is
normalizing once.

Anything with the method of [Step] is a step, so other packages have steps too:

	n := normalize.New(normalize.Default(), money.Repair{})

and a pipeline that keeps the page around the article is

	n := normalize.Settle(normalize.HTML{}, normalize.Encoding{}, normalize.Control{})

# What is repaired

Out of longer texts:

	references        &rsquo; &amp;rsquo; &#146; &rsquos        ’
	escapes           it\u2019s it%u2019s it%E2%80%99s         it’s
	encoding          itâ€™s it‚Äôs                            it’s
	  legacy bytes    Ïðèâåò, ïîãîäà õîðîøàÿ                    Привет, погода хорошая
	  case changed    ITÂ€™S ALL OVER                           IT’S ALL OVER
	control           so<U+00AD>ft, <U+200B>, <ESC>[31m         soft, nothing
	form              ﬁne, cafe<U+0301>, Ｏｋ                    fine, café, Ok
	space             one<U+00A0> two, <CR><LF>                 one two, <LF>
	space before      However , it is . It is “so” .            However, it is. It is “so”.
	glued             They ran,and fell.They got up             They ran, and fell. They got up
	doubled           wise,, though; It came . , and went       wise, though; It came, and went
	quotations        “It is over. , ”Lane said                 “It is over,” Lane said
	brackets          ( $ 5 million )                           ($ 5 million)
	compounds         gender- based, a coal – fired plant       gender-based, a coal-fired plant
	title             Port reopens after storm | Coast news     Port reopens after storm
	lines             Leave a Comment, Read more >>, — AFP      nothing

# What is not

Letters that are lost are not guessed. What a step cannot tell from text that
is right, it leaves:

  - "But it is late ." on a line of its own: who writes two lines may have
    habits, and a text shows that it has none by the marks it sets right.
    Fewer than 72 bytes without any other mark are left alone;
  - " ," throughout: a text that sets its marks apart more often than every
    third time is tokenized, as linguists' corpora are;
  - "Acme Pvt., of", "Washington, D.C., and", "Node.js", "report.Final",
    web addresses, paths and lists such as "a,b,c";
  - "The minister – dependent on aid – said": a dash is a hyphen only before
    a word that ends compounds and a noun that it may belong to;
  - "Comments" or "Facebook" on a line of its own between two paragraphs,
    which may be a heading; what a reporter signs with; datelines.

Some steps are blunt on purpose: a soft hyphen is always removed, a doubled
space always becomes one unless the line is set in columns, and someone who
writes " ," for ", " by habit, now and then, is corrected: in a line of his own
that slip is the damage. The rules on quotation marks, brackets, hyphens and
glued words, and the phrases of page furniture, are for English. Spaces before
marks are not looked at in Vietnamese or outside the Latin and Cyrillic scripts.

Input that is not valid UTF-8 is taken as UTF-8 with damage: each byte that
does not belong becomes U+FFFD, as a change by "utf8".

# Laws

For any input, and with Default:

  - the result is valid UTF-8, and String, Bytes, Align and Edits agree;
  - normalizing it again changes nothing;
  - text without damage is returned as the same string;
  - Source and Target never run backwards, map to rune boundaries of valid
    text, and what a range maps to covers what its parts map to;
  - a [Normalizer.Reader] gives what String gives, whatever the chunks, but for
    what its comment says about decisions over a whole document.

A step of one's own cannot break them but for idempotence: proposals that are
out of order, out of range or cut a rune are ignored one by one (see [Step]).

# Cost and concurrency

One look at a text tells which steps have nothing to do, and those that have
only stop at the bytes that their damage begins with. Time is linear in the
length of the text, whatever it holds. A Text holds the changed places and the text before each step that
changed it; mapping a span takes time logarithmic in the number of changes.
Everything here is safe for concurrent use. The package keeps no state but a
pool of buffers.
*/
package normalize
