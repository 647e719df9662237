// Package dates finds temporal expressions in news text – in English, Spanish,
// French, German, Portuguese, Italian, Dutch or Turkish – and resolves them against
// the day of publication, as TIMEX3 values and as intervals of time.
//
//	Published Wednesday, 24 November 2021:
//
//	Talks resume next week, after the pact of mid-August this year failed on Tuesday.
//	             ────┬────                    ──────────┬─────────           ───┬───
//	             2021-W48                       2021-08 MID                2021-11-23
//
// # What to call
//
// A [Resolver] with Published finds the expressions of an article: All, FindAll
// or Append. The functions of the package do so without a day of publication:
// absolute expressions resolve, relative ones keep an underspecified value such
// as XXXX-WXX, and nothing is ever taken for the day the program runs. Parse
// reads one expression that is all of a string. [Expand] is a step for the
// pipelines of package normalize that writes the date into the text.
//
// # Values
//
// Types, values and modifiers are those of TIMEX3, in TimeML 1.2.1:
//
//	DATE      2021-11-23  2021-11  2021-W48  2021-W46-WE  2021-Q3  2021-H1  2021-SU
//	          2021  198 (the 1980s)  18 (the 19th century)  BC0044  BC02 (the third century BC)
//	          PAST_REF  PRESENT_REF  FUTURE_REF
//	TIME      2021-11-23T19:00  2021-11-23TNI (MO MI AF EV NI: parts of day)
//	DURATION  P2W  PT90M  P1Y6M  P3Y4M  PXY (several years)
//	SET       XXXX-WXX-4 (every Thursday)  P1D (daily)
//	Mod       START MID END APPROX, of lengths LESS_THAN MORE_THAN EQUAL_OR_LESS EQUAL_OR_MORE,
//	          of points BEFORE AFTER ON_OR_BEFORE ON_OR_AFTER
//
// Extents are those of TimeBank: with determiners and modifiers (the end of
// 2030, more than nine days), without prepositions. The ends of a range are two
// mentions; Through marks the first. A season or school year (2022/23) is one, with the
// value of its first year and the interval of both, or of the fiscal year.
//
// # Which side of the day of publication
//
// A bare weekday, day or month has one reading before publication and one after.
// The nearest verb of its clause decides, by a small list of auxiliaries and
// endings: ruled on Friday, will rule on Friday, is due on Friday, meets on
// Friday; a verb right behind comes first: the ministry on Friday called.
// Deadlines (until, by) look ahead, and so does what is ahead of a day; a noun
// for what has happened looks back: Friday's attack. What is set, called or
// named for a day of the week looks ahead, and so does what is put off to one;
// days of the week in a list follow one another. A range or list shares the year
// it names, or that of its first date, in the past of its last. In a text that
// tells a story in days and months of another year, dates without a year belong
// with those before them, save for a death of the last weeks; one such date makes
// no story, but makes a later one behind it Ambiguous (founded in March 2019, moved
// in April); years alone are no story, but the background of news. A today that is no one day (even today, as
// strong today as ever) is PRESENT_REF. Expressions such as a year earlier, the
// same day and two days later are counted from the date before. Evidence tells what
// decided what the words leave open, Ambiguous what nothing in the text decided.
//
// # How it works
//
// A text goes through five rooms, once and from left to right:
//
//   - The languages: lines that are in one are read together (internal/lang/guess/words).
//   - The tokens: words, figures and marks, each with its number in the list of the language
//     (dates/internal/reader). What four tokens an expression can begin with is told by an automaton, so
//     that most of a text costs one look a word.
//   - The rules: where one can begin, the rules of the language are tried in their order, and the first
//     that matches makes a meaning: shift(week,+1). They are rows of tables, in internal/lang/TAG, each with an example
//     that is its test. What a table cannot say is a function of this package.
//   - The clause: the verbs and words around an expression that leaves its side of publication open.
//   - The resolver: from meaning, clause and what was named before to a value and an interval
//     (dates/internal/timex), which knows no word of any language.
//
// internal/cmd/gen/lang/dates makes the rows into tables of Go, which are used as they lie: nothing is
// unpacked at the start of a program. CONTRIBUTING.md says how a word, a rule, a feast, a calendar or a language
// is added.
//
// # Glossary
//
//   - TIMEX3: the tag for expressions of time in TimeML, the standard of the field, with a type, a value and
//     modifiers.
//   - Value: what an expression means, written as in ISO 8601 with X for what is not known: 2021-W48.
//   - Mod: what is said of a value and not in it: early in May is 2021-05 with START.
//   - Day of publication: from which "yesterday" is counted; the document creation time (DCT) of TimeML.
//   - Anchor: the point from which an expression is counted: the day of publication, or a date named before.
//   - Anaphor: an expression that is counted from one named before: two days later, the same month.
//   - Interval: the time from From to To, half-open, that a DATE or TIME denotes.
//   - Evidence: what decided what the words leave open: the tense of the verb, a cue such as "until", a table of
//     feasts, the customs of a country, or habit alone.
//   - Ambiguous: another reading fits, and nothing in the text chose.
//   - Grain: the unit of a value, from minute to millennium.
//   - Feast: a day with a name, whatever the calendar that it goes by.
//   - Eponym: an event known by its date: 9/11.
//
// # Languages
//
// Read are English, Spanish, French, German, Portuguese, Italian, Dutch and Turkish.
// Language says in which of them texts are; the zero tag is told by the text, line by
// line: a page may have paragraphs in several. A line that does not tell is in the
// language of those around it, and a text that does not is in English. The region of a
// tag (de-AT) is the Country where none is given; without one, figures such as 3/4/2021
// are in the order of the language. Extents and values are alike in all: expressions with
// their articles and without prepositions, and what is counted back is a DATE (vor zwei Jahren, two
// years ago), where the German corpus KRAUTS has a DURATION of what is counted. Ages
// (16 Jahre alt, une fille de 6 ans) are read in English alone; in Spanish, where no word tells one from
// another length (de 30 años), they are a DURATION. In the others a verb may
// stand on either side of a date; in German and French a clause without a past form looks
// ahead.
// The contractions of Spanish are in the extent: [del 6] [al 9 de abril];
// those of French, Portuguese and Italian are not: du [6] au [9 avril], nesta [semana], dal [6]
// al [9 aprile]. Portuguese has há dois anos in the extent, Italian due anni fa.
// In Turkish the case that ends a word is in the extent ([salı gününe] kadar), one behind an
// apostrophe is not ([29 Ekim]'de), and the verb stands behind.
//
// # Countries
//
// Country decides what 3/4/2021 means, on which day weeks start, when the seasons
// are, and when fiscal years start and which calendar year they are named after
// (fiscal 2024 starts in April 2023 in India, in April 2024 in Japan). Options of
// their own overrule it, one by one.
//
// It also decides when days fall that countries keep at their own time: national
// and independence days, Labour Day, Mother's Day, Thanksgiving, Easter and Christmas of
// Orthodox countries, and, where they are on record, the Eids as the country saw the
// moon, Diwali, Vesak and the Lunar New Year. Evidence is then EvidenceCountry, or
// EvidenceTable for days on record. Names such as National Day are read only where
// the country is known. A country that is named right before the day wins, as in
// Ukraine's Independence Day or Canadian Thanksgiving, and so does one behind it (in India).
// Where no country is known, one whose name or people stand in the sentence keeps the day,
// and figures have the order that others in the text, a day of the week beside them or the
// tense decide.
//
// # Other calendars
//
// Months and years of the Islamic, Hebrew, Persian, Nepali, Ethiopian and Coptic calendars and of that of
// Bangladesh, and years of Japanese emperors, of the Buddhist era, of Minguo and Juche have the value of the day of
// ours, or of the year of ours in which they start, and their own interval: 15 Ramadan 1445,
// 1403 in the Persian calendar, Reiwa 6. What lies ahead of the months that are published, 2084
// BS in Nepal or 1480 AH, is Ambiguous. Falgun and the other months that Nepal and Bangladesh share are
// Nepal's unless the year or the country says otherwise. A Jewish feast starts with the evening before.
//
// # Intervals
//
// From and To bound what a DATE or TIME denotes, half-open, in the location of
// Published, which also decides what day today is. How fine a date is, To less From
// says: a day, a month, a year; From of 2025 is 1 January, as that of 1 January 2025
// is. Days on which clocks change have 23 or 25 hours. A modifier narrows the interval: mid-August is the 11th
// to the 20th; the third week of June is the 15th to the 21st, whatever its modifier. An
// impossible day (April 31) keeps its value as written, without an interval, and is
// marked Ambiguous; so is an hour of which nothing tells the half of the day (half past
// three). A feast of several days (Ramadan, Hanukkah) has the value of the
// first and the interval of all. Weeks run from Monday, seasons by the calendar's
// months (summer: June to August), fiscal years from January, unless the country or
// options say otherwise. Zone is the offset of a time that names its zone, by the tz
// database and not by that of the machine; its From and To are the instant, its Value what
// the clocks there show.
//
// A day that is known by its month and day beside a word for what happened (the Oct. 7
// attack, 9/11) is that of the event; a feast that has its date beside it falls on that.
//
// # Headlines
//
// In a line in capitals, or in Title Case, words of time are read as if they stood in a
// sentence: Next Month is next month. Other words may be names there.
//
// # Limits
//
// With a Language that is not among those above nothing is found, and in a text that
// is surely in another one only figures and ISO dates are.
// Years 1 to 9999. Named days are those
// of the civil calendar,
// of Christianity, and the best known of Islam, Judaism, Hinduism, Buddhism and East Asia.
// Those of Christianity and Judaism are computed for any year; those of China and
// India are known from 1970 to 2060, or from 1990 to 2040; those of Islam are as the country kept them
// where that is on record, and otherwise by the civil calendar of Saudi Arabia, from 1989 to
// 2049, beyond it by the tabular calendar. Sightings of the moon may put them off by
// a day or two: days to come, and those that a country only is likely to have kept, are marked Ambiguous. A day that countries
// keep at different times, such as Independence Day, has one of its dates and is marked
// Ambiguous if no country is known, or none that keeps it. Days off that are moved from
// a weekend are not known: the day itself is meant. Month
// and day in figures without a year (11/20) are read behind "on" and days of the
// week, or alone by Parse; a bare day of the month (the 21st), and weeks by number
// without a year, are not: scores, fractions, ordinals and seasons look the same.
// An hour without a sign is read where a part of day follows: at 9 tonight.
// Verbs are told by form, not by parsing: a sentence whose only verb is irregular
// and rare leaves the choice to habit, the past.
//
// # Cost
//
// One pass, linear in the length of the text, whatever it holds; memory for
// what is found alone.
package dates
