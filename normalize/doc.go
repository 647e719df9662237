/*
Package normalize turns text as it was scraped into text as it was written, and
remembers where every part of it came from.

Text off the web has been through a chain of programs, and some of them were
wrong about it: bytes were read with the wrong table, characters were escaped
and never unescaped, hyphenation and layout were left in, spaces drifted to the
wrong side of commas, and what stood around the article was taken for part of
it:

	Port reopens after storm | Coast news
	&ldquo;It is over , ‚ÄùLane told reporters.The oil- based econ­omy …
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

	HTML         character references
	Escapes      of JSON, JavaScript and web addresses
	Encoding     text read with the wrong character set
	Control      control, invisible and bidirectional characters
	Form         NFC, ligatures, full-width letters
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

On the left what is found, on the right what [String] makes of it.

References, named and numbered, escaped more than once, without semicolon, and
escapes of programs ([HTML], [Escapes]):

	"It&rsquo;s late"                           "It’s late"
	"It&amp;rsquo;s late"                       "It’s late"
	"It&#146;s late"                            "It’s late"
	"the caf&eacute, too"                       "the café, too"
	"It\\u2019s late"                           "It’s late"
	"It%E2%80%99s late"                         "It’s late"

Text in one character set that was read as another, once or more often, in all
of a line or at one place of it, and quotation marks that were lost on the way
([Encoding], which has the details). What a byte was that is gone, the bytes
around it and the language of the line may tell:

	"Itâ€™s late"                               "It’s late"
	"Itâ€šÃ„Ã´s late"                          "It’s late"
	"China鈥檚 new bridge"                       "China’s new bridge"
	"Ïðèâåò, ïîãîäà õîðîøàÿ"                    "Привет, погода хорошая"
	"Trajekt veæ danas neæe voziti"             "Trajekt već danas neće voziti"
	"â”œâ”€â”€ ferries â–¶ times"                 "├── ferries ▶ times"
	"ITÂ€™S ALL OVER NOW"                       "IT’S ALL OVER NOW"
	"It?s late, and they?re gone"               "It’s late, and they’re gone"
	"ÒItÕs late,Ó she said and left"             "“It’s late,” she said and left"
	"\ufffdIt\ufffds late,\ufffd said Ann Lee."    "“It’s late,” said Ann Lee."
	"Les Ã©lÃ¨ves vont Ã l’Ã©cole"               "Les élèves vont à l’école"
	"Na jaÅ™e se zaÄ\ufffdÃ­nÃ¡ stavÄ›t"            "Na jaře se začíná stavět"
	"the cafÃ© in SÃ£o Paulo Ã©tait fermÃ©"       "the café in São Paulo était fermé"

Characters that cannot be seen, but for joiners where a script or an emoji needs
them, and bidirectional marks where something runs from right to left
([Control]):

	"soft hy\u00adphens, \ufeffmarks\u200b"      "soft hyphens, marks"
	"\x1b[31mred\x1b[0m and it\u0092s"           "red and it’s"
	"of a cost\x1eeffective plan"               "of a cost effective plan"

Forms of characters, except full width beside Chinese, Japanese and Korean
([Form]), and spaces, except no-break spaces that hold a sign to its number, a
mark to its word or a letter to the next word ([Space]):

	"The ﬁrst cafe\u0301"                       "The first café"
	"Ｐｏｒｔ　ｎｅｗｓ"                             "Port news"
	"two\u00a0words\u2003and  more \r\n"        "two words and more\n"
	"It was late:\u00a0they said, he said."     "It was late: they said, he said."
	"The eﬀ ective ﬁ rst of the two"            "The effective first of the two"

Marks and the spaces around them ([Punctuation]). Spaces before commas and full
stops go in any text of Latin or Cyrillic letters that shows, by eight other
marks or more, that it has no such habit; in shorter texts only in English,
German, Spanish and French, and with more care. What follows is for English
alone:

	"“However , it’s late,” she said."          "“However, it’s late,” she said."
	"It’s late ,she said."                      "It’s late, she said."
	"It’s late,she said."                       "It’s late, she said."
	"It’s late,, she said."                     "It’s late, she said."
	"They came at last . , and left."           "They came at last, and left."
	"“It’s late. , ”Lane said."                 "“It’s late,” Lane said."
	"“It’s late, ”Lane said."                   "“It’s late,” Lane said."
	"“It’s late,“ Lane said."                   "“It’s late,” Lane said."
	"It’s ”so“ there, she said."                "It’s “so” there, she said."
	"It’s “ so ” there, she said."              "It’s “so” there, she said."
	"It’s late ( and dark ), she said."         "It’s late (and dark), she said."
	"the victims of gender- based violence"     "the victims of gender-based violence"
	"the state’s coal – fired plants"           "the state’s coal-fired plants"
	"the 18 - year - old and his bike"          "the 18-year-old and his bike"
	"He left with the rest.They stayed."        "He left with the rest. They stayed."

What a page puts around an article ([Furniture]), all of it in English:

	"The port reopens | Coast news\nIt is open."               "The port reopens\nIt is open."
	"The port reopens - Business | Coast\nIt is open."         "The port reopens\nIt is open."
	"It is open.\n\nLeave a comment\n\nShips came."            "It is open.\n\nShips came."
	"It is open.\nFacebook Twitter Email\nShips came."         "It is open.\nShips came."
	"It is open.\nRead more: Ships wait\nShips came."          "It is open.\nShips came."
	"It is open.\n\n(Reporting by Ann Lee; editing by Bo Ray)" "It is open."
	"It is open.\n\n– AFP"                                     "It is open."
	"(CNN)The port is open."                                   "(CNN) The port is open."

# What is not

Letters of which nothing is left are not guessed, and what cannot be told from
text that is right is left as it is:

	"Le caf\ufffd est ferm\ufffd"                  any letter may have been here
	"Das M?dchen ist m?de"                      and here
	"Is it late?she asked"                      a question mark is one unless a word speaks against it
	"2√π ≈ 3.54 and ├──┐a┌──┤"                   signs and drawings are what they are
	"«É» and “É”, PÓ… and ROSÉ®"                capitals stand before closing marks
	"It was good , and late ."                  a text that sets its marks apart may mean to
	"It was late, they said, but good ."        so may the author of a line or two
	"They met, it is said, with Ann Lee ."      after a name stands what a link or a handle leaves
	"Acme Pvt., of Washington, D.C., is late."  abbreviations keep their full stop
	"Node.js and report.Final of the state"     names have full stops in them
	"See a,b,c and x,y in the file"             lists have commas without spaces
	"The minister – dependent on aid – said"    a dash is a hyphen only within a compound that a noun follows
	"on home turf - winning three in all"       and only in one that English has
	"two- and three-year terms"                 a hyphen that stands for a word is right
	"Le prix : 5 € ; « oui » !"                 French sets its marks apart
	"It is late!!! Or is it??"                  emphasis is the author's
	"The Networks\n\nTwitter\n\nIt is late."     a line that may be a heading stays
	"LEEDS (Reuters) - It is late."             datelines and bylines belong to the story
	"at 5 cents a\nshare on sales of $2m.\nOK."  so does a line that the sentence around it needs
	"Letters: Roads | Schools | Rates\n\nYes."   and the parts of a headline that name no site
	"“Why? It’s late,” the Q?A says."            what other marks show to be a question mark is one
	"See example.com/a?it=s,the of the day."     addresses are what they are
	"<p>It is late.</p>"                        markup is not text: take it out first

Some steps are blunt on purpose: a soft hyphen is always removed, and a doubled
space always becomes one unless the line is set in columns. Spaces before marks
are not looked at in Vietnamese or outside the Latin and Cyrillic scripts.

Input that is not valid UTF-8 is taken as UTF-8 with damage: each byte that
does not belong becomes U+FFFD, as a change by "utf8". [Decode] knows better,
and what it gives back, a [Decoding], maps to the bytes of the page in turn
([Decoding.Source]).

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
