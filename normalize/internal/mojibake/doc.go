// Package mojibake undoes mis-decoding: text whose bytes were read with the
// wrong character set, once or several times over. It is the step Encoding of
// package normalize.
//
// A line goes through four rooms. The prefilter (prefilter.go, pairs.go) reads
// the text once and stops at the pairs of characters that damage is made of;
// lines without one are not looked at again. A line that is UTF-8 read as one
// page from end to end is decoded at once (whole.go). What else may have happened
// is tried in the order of [line.repair]. Plausibility (plausibility.go, standing.go,
// speech.go) says what speaks for the line as it stands and for what it would become.
//
// # The decision
//
// For each kind of damage the line as it stands is weighed against the line as it was
// before. What is compared, and with which threshold:
//
//	damage                                        tried by           as it stands / before the damage         taken from
//	UTF-8 read as a page, whole or in part        line.round         oddness, standsAsWord / fitness          accept
//	UTF-8 read as an East Asian code              line.parseEast     mixedName, foreign / fitness             accept
//	the same, with its case changed               casedSequence      caseOf, inCase / fitness                 accept
//	UTF-8 read as one page, then as another       line.unchain       oddness / fitness                        2 points
//	a letter of Africa or Azerbaijan in UTF-8     line.spelledGain   standingCost / standingCost              leastGain + latinDoubt
//	a legacy code read as a page                  line.legacy        rightAnyway, standingCost / Cost         line.needed: leastGain, letterGain, latinDoubt; strangerLetter
//	a western page read as another                line.western       strangeInWord, standingCost / Cost       westernGain
//	a page read as its sibling                    line.sibling       siblingTrial.standing / its words        siblingGain, balticGain, siblingWordGain, usualLetter
//	DOS read as latin-1                           line.dosLetters    control characters / speech.letter       usualPlace, strangePair
//	UTF-8 of which a byte is gone                 line.mend          outOfPlace / speech.letter, fitness      clearly better than the next, and not incredible
//	what is left after two kinds of damage        line.mendRemains   in no text / speech.letter               clearly
//	marks of English that are gone                line.restoreMarks  english, typeset / guessMark             by their places; of â: speaksEnglish
//	marks of English read as letters              readLetterMarks    standingCost / englishCost               all stand where marks do; englishLetter, englishWordGain
//
// Costs are in sixteenths of a nat, and what gains by a [verdict] is the logarithm of the
// odds. Scores of UTF-8 are in points, whose worth in odds is measured, see
// plausibility.go. Thresholds that right text says something of are measured on it
// (thresholds.tsv, written by TestThresholds): each lies above what any of four million
// right texts reaches, by a margin that the test names, or is what a named share of them
// does not exceed. The languages of letters come from internal/letters.
package mojibake
