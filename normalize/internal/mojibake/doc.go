// Package mojibake undoes mis-decoding: text whose bytes were read with the
// wrong character set, once or several times over. It is the step Encoding of
// package normalize.
//
// A line goes through four rooms. The prefilter (prefilter.go, pairs.go) reads
// the text once and stops at the pairs of characters that damage is made of;
// lines without one are not looked at again. What may have happened is then
// tried: sequences of UTF-8 read as single-byte pages (line.go) or as East Asian
// codes (eastasian.go), also in changed case (casing.go); bytes of one code read
// as another (legacy.go, dos.go, western.go) or as its sibling (sibling.go); two pages one after
// the other (chain.go); bytes that are gone (lostbytes.go, remains.go); and the marks of English that are gone (lostmarks.go) or became
// letters (lettermarks.go). Plausibility (plausibility.go) says what speaks for
// the line as it stands and for what it would become.
package mojibake
