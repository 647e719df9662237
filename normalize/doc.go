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
whose character set is not known go through [Decode] first. For files of unknown
origin it is [DecodeReport]: leave out those with Binary or Markup, for which there
is no error. Its Mixed and Lost count damage that no [Change] reports.

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
	Escapes      of JSON, JavaScript, RTF, mail and web addresses, and backslashes
	Fonts        letters in small codes and in the order of a font
	Encoding     text read with the wrong character set
	Hyphens      words parted at line ends
	Control      control, invisible and bidirectional characters
	Form         NFC, ligatures, full-width letters, look-alikes
	Residue      what programs and wires wrote into the text
	Tokens       text in tokens, as corpora are
	Space        line ends, no-break and doubled spaces, blank lines
	Punctuation  marks and hyphens and the spaces around them
	Furniture    title suffixes, share and comment lines, sign-offs

Each is a plain struct that works alone and whose fields are its options.
[Quotes] is there for those who want one style of quotation marks and dashes.
Hyphens, Tokens and Residue are matters of taste where a text is to stay as its
house sets it: a list without them leaves hyphens at line ends, tokens, and the
marks of wires.
The order matters. Escapes are decoded before the encoding is mended, since
"&acirc;&euro;&trade;" is both escaped and mis-decoded; control characters are
removed after it, since half of them are parts of mis-decoded characters; and
the last three look at text whose letters and spaces are in order. Default runs
the steps until none finds anything to do ([Settle]), so normalizing twice is
normalizing once.

Anything with the method of [Step] is a step, so other packages have steps too:

	n := normalize.Settle(normalize.Default(), money.Repair{})

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

References that other programs have changed: without their ampersand, with the
space that came in its place, in capitals, in Title Case, in pieces, and those of
the typesetting of wires ([HTML]):

	"It #39;s a  quot;yes quot; for  #36;5m"    "It's a \"yes\" for $5m"
	"The firmrsquo;s plan mdash; it#8217;s S amp;P" "The firm’s plan — it’s S&P"
	"IT&RSQUO;S OVER &MDASH; CAF&EACUTE;"       "IT’S OVER — CAFÉ"
	"It&Rsquo;s Over &Lt; Five"                 "It’s Over < Five"
	"it & # 8217; s & ldquo; late & rdquo; now"  "it’s “late” now"
	"&UR; It is late &MD; too late. &QL;"       "It is late — too late."

What programs write for characters, and the backslashes that they leave, some of
which stand where a line of prose ended ([Escapes]):

	"It\\'s late, \\\"she said\\\": \\$5m, 24\\/7"   "It's late, \"she said\": $5m, 24/7"
	"the second\\team of the\\firm\\Acme, he\\said"   "the second team of the firm Acme, he said"
	"It is late.\\nThey left.\\n"                "It is late.\nThey left.\n"
	"It\\xe2\\x80\\x99s the caf\\xc3\\xa9"         "It’s the café"
	"It<92>s late, it<U+2019>s"                 "It’s late, it’s"
	"b'It is late, she said'"                   "It is late, she said"
	"\\u003cb\\u003e \\u0026 \\u002412"           "<b> & $12"
	"Itu2019s late, u201cshe saidu201d"         "It’s late, “she said”"
	"It=E2=80=99s late =3D closed"              "It’s late = closed"
	"=?iso-8859-1?Q?Caf=E9_fined?="             "Café fined"
	"It\\'92s late, it\\u8217?s"                "It’s late, it’s"
	"It is late._x000D_"                        "It is late."

Small codes that were read as Western or Russian ones, a line at a time, and
letters in the order of a font or from left to right ([Fonts]):

	"Thñ t\u00adíng ViÖt Nam ph¸t biÓu"         "Thủ tướng Việt Nam phát biểu"
	"Vi®t Nam nß¾c"                             "Việt Nam nước"
	"Vieät Nam nöôùc toâi"                      "Việt Nam nước tôi"
	"Ð³Û³ëï³ÝÇ í³ñã³å»ïÁ"                       "Հայաստանի վարչապետը"
	"ÓÀØÀÒÈÅÄËÏÓ ÐÒÄÌÉÄÒ-ÌÉÍÉÓÔÒÌÀ"             "საქართველოს პრემიერ-მინისტრმა"
	"Ќазаќстан Республикасыныњ ‡кіметі"         "Қазақстан Республикасының Үкіметі"
	"Тољикистон љумњурии"                       "Тоҷикистон ҷумҳурии"
	"Ðà Nẵng đón khách"                         "Đà Nẵng đón khách"
	"ျမန္မာ"                                     "မြန်မာ"
	"ةديدج ةسردم هذه"                           "هذه مدرسة جديدة"

Words parted at line ends, by a list of English and the text's own words
([Hyphens]):

	"The govern-\nment said on Tues-\nday."     "The government said on Tuesday."
	"The govern¬\nment and the commit¬tee."     "The government and the committee."

What tables, databases, wires and archives leave ([Residue]), and text in tokens
([Tokens]):

	"\"\"It is late,\"\" she said."              "\"It is late,\" she said."
	"It''s late, and the firm''s closed."      "It's late, and the firm's closed."
	"``It is late,'' said Ann Lee."            "“It is late,” said Ann Lee."
	"LEEDS (AP) _ It is late _ too late."       "LEEDS (AP) — It is late — too late."
	"It is late… [+4047 chars]"                 "It is late…"
	"[caption id=\"a1\"]A ship[/caption]It left." "A ship\nIt left."
	"It was n't `` late '' -LRB- he said -RRB- ." "It wasn't “late” (he said)."
	"a well @-@ known 4 @.@ 5"                  "a well-known 4.5"

Text in one character set that was read as another, once or more often, in all
of a line or at one place of it, and quotation marks that were lost on the way
([Encoding], which has the details). What a byte was that is gone, the bytes
around it and the language of the line may tell:

	"Itâ€™s late"                               "It’s late"
	"Itâ€šÃ„Ã´s late"                          "It’s late"
	"China鈥檚 new bridge"                       "China’s new bridge"
	"Ïðèâåò, ïîãîäà õîðîøàÿ"                    "Привет, погода хорошая"
	"Der Zug kam erst sp„t am Abend"            "Der Zug kam erst spät am Abend"
	"El alcalde Ãngel Ruiz"                     "El alcalde Ángel Ruiz"
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
	"Рэспублiкi, Кыргызcтан"                    "Рэспублікі, Кыргызстан"
	"ﺍﻟﺮﺋﻴﺲ"                                    "الرئيس"
	"เเถลง"                                     "แถลง"

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

What a page puts around an article ([Furniture]), titles and sign-offs in English, lines in Spanish, French,
German, Portuguese, Italian and Dutch too:

	"The port reopens | Coast news\nIt is open."               "The port reopens\nIt is open."
	"The port reopens - Business | Coast\nIt is open."         "The port reopens\nIt is open."
	"It is open.\n\nLeave a comment\n\nShips came."            "It is open.\n\nShips came."
	"It is open.\nFacebook Twitter Email\nShips came."         "It is open.\nShips came."
	"It is open.\nRead more: Ships wait\nShips came."          "It is open.\nShips came."
	"Er ist offen.\nLesen Sie auch: Schiffe\nEs kamen drei."  "Er ist offen.\nEs kamen drei."
	"It is open.\n\n(Reporting by Ann Lee; editing by Bo Ray)" "It is open."
	"It is open.\n\n– AFP"                                     "It is open."
	"(CNN)The port is open."                                   "(CNN) The port is open."

# What is not

Letters of which nothing is left are not guessed, and what cannot be told from
text that is right is left as it is:

	"Le caf\ufffd est ferm\ufffd"                  any letter may have been here
	"Das M?dchen ist m?de"                      and here
	"See comment #39; it is long, and #150; too" numbers are numbers unless what follows speaks against it
	"a guitar and his amp; he left, by the pound;"  words are words
	"C:\\new\\file, \\\\server\\the, Documents\\Photos" paths have backslashes
	"G\\\"odel, Caf\\'e, and\\or, ACME\\jsmith, \\alpha"    and so have formulas, alternatives and accounts
	"t=92s, <92> apples, eu2019.org, U2014"     numbers and names that look like escapes
	"=?utf-8?Q?broken =?x?B?!?="                an encoded word is decoded whole or left
	"He _ to school and she _ home."            blanks are to be filled in
	"the ``left quotes and the ''Post''s editor" marks that do not come in pairs
	"x = \"\" if y == \"\" else z"                a program's empty strings
	"a well-\nknown firm, two-\nor three-year terms" hyphens that belong to the word stay, and their line ends
	"The bank’s prоfit rose, EnglishРусский"    a Cyrillic letter in a Latin word, and two words glued
	"le;&le; ij ljdkj dks"                      the codes of fonts without free tables: Kruti Dev, Bijoy, Preeti, Bamini and those of Tamil
	"Тољикистон"                                letters that are right in Serbian, where no other says that they are not
	"הלשממה שאר"                                Hebrew as it is seen, without a letter that ends words
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

# How it works

A text is looked at once, byte by byte, for its traits: which kinds of
characters, marks and sequences are in it. Each step needs some of them, and a
step whose traits are not there is not run; a text without any comes back as it
is.

A step reads the text and proposes edits: from here to there, this instead. They
are applied together, and the places where they were are remembered, so that the
next step reads clean text and the map from the result to the source is the
composition of the maps of the steps. Where a round of steps changed something,
another follows, since one damage may hide another.

The repair of encodings goes line by line. A prefilter finds lines that have the
bytes by which wrong decoding shows; a line that it does not stop at costs
nothing more. For each way in which the rest may have been damaged – a pair of
character sets, the one that the text was written in and the one that it was read
with – the line is weighed as it stands against the line as it was: how likely
its letters are beside one another in the languages that have them, learned from
text of some 320 languages. Only a clear difference is a repair. Damaged
sequences that can be nothing else are undone wherever they stand; what is
ambiguous needs the words around it.

All other steps are tables and small scanners: references of HTML, phrases around
articles, compounds that pages set apart, words by class. Those of a language are
data in internal/lang.

# Glossary

	mojibake       text that was decoded with another character set than it was encoded in
	character set  also code page: a table from bytes to characters, such as windows-1252
	reference      a character in HTML, named (&rsquo;) or numbered (&#8217;)
	escape         a character as a program or format writes it: \u2019, %E2%80%99, =E2=80=99
	lost byte      a byte of a character in UTF-8 that is gone or became a space or U+FFFD
	furniture      what a page puts around an article: share lines, title suffixes, sign-offs
	residue        what is left of markup, programs and wires in the text
	NFC            Unicode Normalization Form C: letters and their accents as one character
	trait          what the first look finds in a text, by which steps are chosen
	span           a half-open range of byte offsets
	settle         to run steps until none changes anything

# Cost and concurrency

One look at a text tells which steps have nothing to do, and those that have
only stop at the bytes that their damage begins with. Time is linear in the
length of the text, whatever it holds. A Text holds the changed places and what each step that changed
it found and left there; mapping a span takes time logarithmic in the number of changes.
Everything here is safe for concurrent use. The package keeps no state but a
pool of buffers.
*/
package normalize
