package dates

import (
	"golang.org/x/text/language"

	"github.com/copydesk-go/copydesk/dates/internal/reader"
	"github.com/copydesk-go/copydesk/internal/lang/guess/words"
)

// This file chooses the language that a text is read in.

// Of the languages of tables, and beside them:
const (
	noLanguage = -1 // one that is not read
	anyText    = -2 // not known: told by the text
)

// english is the place of the language that texts are read in which do not tell.
var english = languageOf("en")

// languageOf is the place of a language in tables, or noLanguage.
func languageOf(base string) int {
	for i := range tables {
		if tables[i].tag == base {
			return i
		}
	}
	return noLanguage
}

// language is the place in tables of the language that is asked for.
func (o Resolver) language() int {
	switch o.Language {
	case language.Und:
		return anyText
	case language.English:
		return english
	}
	base, confidence := o.Language.Base()
	if confidence == language.No {
		return noLanguage
	}
	return languageOf(base.String())
}

// readsLanguage reports whether texts of the language are read: one of those that have
// rules, or one that the text is to tell.
func (o Resolver) readsLanguage() bool { return o.language() != noLanguage }

// tableOf is the table of a language; for one that is not read, any, of which only figures count.
func tableOf(n int) *reader.Table {
	if n < 0 {
		n = english
	}
	return tables[n].table
}

// foreign reports whether a text that says nothing of its language is surely not in one
// that is read.
func foreign(text string) bool { return words.Foreign(text) }
