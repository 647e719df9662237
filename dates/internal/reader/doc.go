// Package reader reads text by rules: it divides text into tokens and matches
// rules against them. It knows no word of any language; words, their classes and
// the rules come in a [Table], which internal/cmd/gen/lang/dates compiles from the
// files of a language.
//
// # Rules
//
// Rules stand in groups. A group is read at a token: its rules are tried in their
// order, and the first that matches is taken, for good. A rule is a pattern, a
// sequence of elements that each take a token, call a group or a function of the
// language, or look around without taking anything; and what it assigns to the
// fields of the frame, if all of them match. Nothing is ever searched for: a rule
// starts where it is asked to. Together with a bound on how deep groups call one
// another that keeps the reader linear, and it allocates nothing.
//
// The table of a group says for each kind of token which of its rules can have it
// in their first place, and which in their second, so that few rules are tried. With
// which four tokens an expression can begin is told before, by an automaton: most tokens
// cost one look, since their word is none, or no word of time follows the article.
package reader
