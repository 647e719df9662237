package dates

import (
	"golang.org/x/text/language"

	"github.com/copydesk-go/copydesk/dates/internal/reader"
	"github.com/copydesk-go/copydesk/dates/internal/timex"
	"github.com/copydesk-go/copydesk/internal/numeral"
)

// This file chooses the language that a text is read in, and where it is not known tells it
// by the text, stretch by stretch.

// A spoken language is one whose texts are read.
type spoken struct {
	tag      string
	table    *reader.Table
	dayFirst bool       // in figures, where no country says it
	comma    bool       // before decimals
	dotted   bool       // ordinal figures have a full stop
	around   bool       // verbs may stand on either side of a date
	months   [12]string // as Expand writes them
	dayMark  string     // behind the day that it writes
}

// Of the languages of texts, and beside them:
const (
	noLanguage = -1 // one that is not read
	anyText    = -2 // not known
)

// english is the place of the language that texts are read in which do not tell.
var english = languageOf("en")

// languageOf is the place of a language in languages, or noLanguage.
func languageOf(tag string) int {
	for i := range languages {
		if languages[i].tag == tag {
			return i
		}
	}
	return noLanguage
}

// language is the place of the language that is asked for.
func (o Resolver) language() int {
	switch o.Language {
	case language.Und:
		return anyText
	case language.English:
		return english
	}
	base, _, _ := o.Language.Raw()
	return languageOf(base.String())
}

// readsLanguage reports whether texts of the language are read: one of those that have
// rules, or one that the text is to tell.
func (o Resolver) readsLanguage() bool { return o.language() != noLanguage }

// region is the country that a language is spoken in, if its tag says so: es-MX. English is
// written for readers of all countries.
func (o Resolver) region(at int) string {
	if at == english || o.Language == language.Und {
		return ""
	}
	if _, _, r := o.Language.Raw(); r.IsCountry() {
		return r.String()
	}
	return ""
}

// speak starts to read the text in a language from a place on.
func (f *finder) speak(at int, text string, from int) {
	f.figure = at < 0
	if at < 0 {
		at = english
	}
	f.spoken = &languages[at]
	f.numbers = numeral.Of(f.tag)
	f.Customs = f.options.customs(at)
	f.order, f.home = Order(f.Customs.Order), f.Customs.Country
	f.stated, f.looked, f.settled = f.Customs.OrderKnown, false, false
	f.i, f.lastAt, f.last, f.before = 0, 0, timex.Meaning{}, phrase{}
	f.Forget()
	f.Reset(text, f.table, f.skip)
	f.From(from)
}

// turn starts on the stretch of the text that begins at a place.
func (f *finder) turn(from int) {
	end, at := len(f.whole), f.asked
	if at == anyText {
		tag := ""
		end, tag = f.lines.Stretch(f.whole, from)
		at = languageOf(tag)
	}
	f.end = end
	f.speak(at, f.whole[:end], from)
}
