// Package money finds sums of money in running news text, gives each its exact
// amount and its ISO 4217 currency, and mends sums that a scraper or a machine
// translation damaged.
//
//	The sale of the mill raised about Rs 2,500 crore (US$300 million).
//	                                  ───────┬──────  ───────┬──────
//	                                 INR 25000000000   USD 300000000
//	                                     APPROX
//
// # What to call
//
// [All], [FindAll] and [Append] find the sums of a text; a [Finder] does so with
// the country of publication, which tells whose dollar a bare $ is: give it when
// you know it. [Parse] reads one amount that is all of a string, [Format] writes
// one. [Repair] is a step for the pipelines of package normalize:
//
//	normalize.Settle(normalize.Default(), money.Repair{})
//
// # What is found
//
// The currency: signs, ISO codes, prefixed dollars and words of every currency
// in circulation and of many former ones, with the abbreviations of the local
// press, before and behind the number: US$1.2bn, 9.5bn USD, $5 AUD, 500 Kč,
// Rs 500/-, KSh 300, 25,000 Swiss francs, 37.5 Canadian cents. A word beside a
// sign says more than the sign: $70 pesos are pesos.
//
// The number: in figures, with the groups and decimals of any country
// (1,234,567.89; 12,34,567; 1.234.567,89; 1'234; 50 000), with fractions (2½,
// 5-3/4 cents) and without a whole part ($.75); in words (two and a half million, half a
// billion, fifteen hundred). The scale: from hundred to quadrillion, lakh and
// crore, alone or together (5 lakh crore, 1 crore 25 lakh), and their short
// forms: k, m, mn, mln, bn, tn, trn, cr. A lone m is millions where there is a
// currency, and metres elsewhere. Beside a currency scales of other languages are
// read too: R$ 2,5 bilhões, FCFA 2 milliards, Rp 300 miliar.
//
// Coins are given in major units: 17.25 cents are USD 0.1725, 250 fils of
// Kuwait KWD 0.25; 5 euros and 50 cents are one sum. A toman is ten rials.
//
// Sums joined by hyphens or glued: a 20-million-euro debt, a $5m-a-year job.
//
// Ranges are one mention with Min and Max, and what stands at one end holds for
// the other: £3-4 million, between 3 and 3.5 trillion yen, $500m-1bn, a
// 5- to 10-million-euro loan. Changes are two mentions: from $5 to $6, up 5p to
// 120p. So are conversions: 80 million yen ($560,000). In a list each member is
// a mention; a scale or currency word at its end holds for all: $5, $6 and $7
// million; notes of 10, 20 and 50 rupees.
//
// Vague sums (tens of millions of euros, a multimillion-dollar deal) have a
// floor, Min, and no Max.
//
// A mention spans the sum alone. Words that bound it – about, more than, at
// least, up to, or so – are outside the span and become its [Mod], and so is
// what it is paid for – a barrel, per head. A minus sign, and the word minus, are
// inside and make the amount negative; so do the brackets of bookkeeping where
// the text speaks of a loss: a net loss of ($5 million). A loss of $5 million
// without them is the sum that was lost, and positive.
//
// # What is not found
//
// What may be no money at all counts as money only if its number, its neighbours
// or its text say so: 50 pounds, 5 marks, 500 won, R5, 25c, 3m. Not found are
// sums whose currency stands in another sentence (2 billion of it came), bare
// names of currencies (the dollar rose), currencies without a code of ISO 4217
// (Bitcoin), and prices as they are spoken (7 euros 40). Web addresses are
// passed over.
//
// # Which currency
//
// Many signs and words mean several currencies. What is nearest decides:
//
//   - [EvidenceStated]: the sum itself, or what stands behind it: $15 (US), $5
//     million Canadian. A word beside a sign counts only if it can be what the
//     sign means: the $100 million mark is no mark
//   - [EvidenceConversion]: a sum that converts another is never of the same
//     currency. A $ that converts is the US dollar, or else the other is:
//     US$4 billion ($5.7 billion)
//   - [EvidenceNearest], [EvidenceSentence], [EvidenceParagraph]: the nearest sum
//     in the clause, the sentence or the paragraph that states one of the
//     currencies, or else the nearest place. Goods that the world quotes in
//     dollars – crude, gold, bitcoin – are in dollars wherever the paper is, and
//     coins are of the sum beside them: 80 cents to US$83.40
//   - [EvidenceDocument]: a currency that sums elsewhere in the text state
//   - [EvidencePlace]: the countries, regions and towns that the text speaks of.
//     Half of all must be those of a currency before a $ is taken for it
//   - [EvidenceCountry], [EvidenceOption]: Country and Currency of the Finder.
//     Papers leave their own currency unnamed, so where the country has one that
//     fits, one sum or one place of another does not colour the rest: it takes a
//     text that is hardly about the country, or a sum that is joined to the other
//     one, as in from US$4 to $5
//   - [EvidenceHabit]: nothing; the commonest reading
//
// What the sum does not state is Ambiguous where its sign or word can mean
// another currency in use. A $ is never taken for a peso by the place alone: the
// press of Latin America that writes English has most of its $ from the United
// States.
//
// Ambiguous says nothing of how likely the other currency is: in an American paper
// every bare $ is Ambiguous, too. To leave out mere guesses only, leave out what is
// Ambiguous and of EvidenceHabit. Evidence is ordered, the nearest first: where
// m.Evidence < EvidencePlace, the sum says it itself, or what stands in its
// paragraph does, or other sums of the text.
//
// Where currencies of one name followed one another, Published tells which: lei of
// 2003 are ROL, those of 2006 RON. Of two that overlap it is the new one, unless
// the text says old. Without a date it is today's.
//
// # Languages
//
// Read are English, Spanish, French, German, Portuguese, Italian, Dutch and Turkish.
// All but English have their own words, decimal comma and order: 2.500 millones de
// euros, 3 milliards de francs CFA, 2,5 Mrd. €, R$ 45 mil, 20 $ CA, 3 milyon 250 bin liraya. The Finder is told the
// language, or tells it by the lines of the text that are long enough; a short line
// goes with those before it, and a text of short lines is English. The region of a
// tag decides as the country does, and where decimals stand behind a point: es-MX,
// de-CH. A billón, Billion or bilião is a million millions; a bilhão of Brazil and a
// milyar are a thousand.
//
// # How it works
//
// A text is searched for what a sum cannot be without: a sign, a figure beside a code or a scale, a number in words. Where one
// stands, the number is read, and then what stands before and behind it: sign, scale, currency, bound. What may be no money is
// asked of its neighbours. The sums of a text are then resolved together, the nearest evidence first, and only then yielded. The
// words of English are in internal/lang/en, those of others in sums.tsv of their folders, which are made into tables of Go; lines
// are told by their language as in package dates.
//
// # Glossary
//
//   - ISO 4217: the standard that names currencies by three letters (USD), and says what their minor units are.
//   - Minor unit: the smallest part of a currency that is counted: the cent, the fils (a thousandth), none of the yen. Amounts
//     are in major units, with all digits that are written: 19.56 cents are 0.1956.
//   - Scale: a power of ten beside a number: million, bn, crore, Mrd.
//   - Range: a sum with two ends, Min and Max, as in $3-4 million; a change from one sum to another is two sums.
//   - Mod: what is said of an amount and not in it, by its names in TIMEX3: nearly (LESS_THAN), at least (EQUAL_OR_MORE).
//   - Evidence: what the currency was read from, from the sum itself down to habit.
//   - Ambiguous: the sum does not state its currency, and its sign or word can mean another.
//   - Conversion: a sum that says another in a second currency, most often in brackets.
//   - Vague: a sum without an end, such as millions of dollars.
//   - Legal tender: what a country's law takes as payment on a day, which tells a currency from its successor.
//
// # Repair
//
// [Repair] changes how a sum is written and never what it is: each change is
// made only if the sum is then read as before. It leaves the sums of texts in
// other languages alone, whose customs look like damage in English. A decimal
// comma is made a point, ordinary spaces between thousands are made commas except
// where they are the custom of the currency.
//
// # Amounts
//
// A [Decimal] is exact and has up to [MaxDigits] significant digits, and an
// exponent from -99 to 99; a longer number is no sum, and [ErrRange] of Parse.
// Numbers with exponents (1e9) are not read. Parse takes up to [MaxInput] bytes.
// Three digits behind a lone full stop are decimals (€1.799) unless the currency
// is too small for coins (Rp 15.000), they are zeros (€15.000), or full stops group
// thousands where the currency is at home (R$ 1.500; 12.500 €); a lone comma before
// three digits groups thousands.
//
// # Tables
//
// Currencies, their names, minor units and days of legal tender are those of ISO
// 4217 and CLDR, with former ones, by the tables in internal/cmd/gen/currency, which
// name their sources and dates. The words are those of internal/lang.
// [Currency.Until] tells former ones. What a country used before its present
// currency is known too: leva in Bulgaria are BGN.
//
// # Limits
//
// Text in a language that is not read is read as far as signs, codes and figures go. Only
// the first 64 KB of a text are asked for countries and for its language, and of
// a paragraph a thousand bytes on each side of a sum.
//
// # Cost
//
// Time is linear in the length of the text, whatever it holds: a number looks
// at no more than some dozens of bytes around it, a list at its next dozen
// members, a sum at the dozen on each side. A text of more than some thousand sums
// is read twice, so that memory stays bounded. Text without money costs no
// allocation, and news runs at more than forty megabytes a second on one core.
package money

//go:generate go run github.com/copydesk-go/copydesk/internal/cmd/gen/currency
//go:generate go run github.com/copydesk-go/copydesk/internal/cmd/gen/lang/money
