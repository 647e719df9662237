// Package money finds sums of money in running news text, gives each its exact
// amount and its ISO 4217 currency, and mends sums that a scraper or a machine
// translation damaged.
//
//	The sale of the mill raised about Rs 2,500 crore (US$300 million).
//	                                  ───────┬──────  ───────┬──────
//	                                 INR 25000000000   USD 300000000
//	                                     APPROX
//
// # Which function to call
//
// [All], [FindAll] and [Append] find the sums of a text; a [Finder] does so with
// the country of publication, which tells whose dollar a bare $ is. [Parse]
// reads one amount that is all of a string, [Format] writes one. [Repair] is a
// step for the pipelines of package normalize:
//
//	normalize.New(normalize.Default(), money.Repair{})
//
// # What is found
//
// Signs, ISO codes and words of every currency in circulation, before and
// behind the number: US$1.2bn, 9.5bn USD, 500 Kč, Rs 1,00,000, 25,000 Swiss
// francs. Numbers in figures, with the groups and decimals of any country, and
// in words; scales from hundred to trillion, with lakh and crore, and their
// short forms; minor units; ranges (£3-4 million), which are one mention;
// changes (from $5 to $6), which are two; sums joined by hyphens (a
// 20-million-euro debt); vague sums (tens of millions of euros), which have a
// floor and no ceiling.
//
// A mention spans the sum alone. Words that bound it – about, more than, at
// least, up to – are outside the span and become its [Mod]. A minus sign is
// inside, and makes the amount negative.
//
// # Which currency
//
// Many signs and words mean several currencies. The evidence, strongest first,
// is what the sum itself says ([Stated]), that it converts a sum before it
// ([Conversion]), what other sums of the text say ([Document]), the countries
// the text speaks of ([Place]), the options of the Finder ([Option]), and at
// last the commonest reading ([Assumed]). Only then is a mention Ambiguous.
//
// What may be no money at all – 50 pounds, 5 marks, N5, 3m – counts as money
// only if its number, its neighbours or its text say so.
//
// # Amounts
//
// A [Decimal] is exact and has up to [MaxDigits] significant digits; a longer
// number is no sum, and an error of Parse. Amounts are in major units: 85 cents
// are USD 0.85. Currencies, their names and minor units are those of ISO 4217,
// with former ones, by the tables in internal/gen/currency, which name their
// sources.
//
// # Limits
//
// Text in other languages is read as far as signs, codes and figures go. A sum
// without a currency is not found. Only the first 64 KB of a text are asked for
// countries.
//
// # Cost
//
// Time is linear in the length of the text, whatever it holds. Text without
// money costs no allocation, and runs at tens of megabytes a second.
package money

//go:generate go run github.com/copydesk-go/copydesk/internal/gen/currency
