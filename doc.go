// Package copydesk makes records of news articles: clean text, and the names,
// dates and sums of money in it, each with its place in the text as it is now
// and as it came.
//
//	as found   The bridge will cost $ 4.2 million. , the ministerâ€™s aides said on Tuesday.
//	record     The bridge will cost $4.2 million, the minister’s aides said on Tuesday.
//	                                ──────┬─────                              ───┬───
//	                              USD 4200000                              2024-05-14
//
// It is the four packages below it in one call. A program that needs one of
// them imports that one and is not the larger for the others:
//
//	normalize   text as found to clean text, and bytes to text
//	money       sums of money
//	dates       temporal expressions
//	entities    names
//
// # What to call
//
// [Annotator.Annotate] makes the [Record] of an [Article]; the zero [Annotator]
// does all of the work. [Annotator.AnnotateBytes] takes the bytes of a page and
// the Content-Type that came with them. [Annotator.All] works through a sequence
// of articles, several at a time, and keeps their order. From JSON lines to JSON
// lines, with the day of publication beside what is found:
//
//	lines := json.NewDecoder(os.Stdin)
//	articles := func(yield func(copydesk.Article) bool) {
//		for a := (copydesk.Article{}); lines.Decode(&a) == nil; {
//			a.Meta["published"], _ = copydesk.Time{Time: a.Published}.MarshalJSON()
//			if !yield(a) {
//				return
//			}
//		}
//	}
//	for record, err := range (copydesk.Annotator{}).All(ctx, articles) {
//		if err != nil {
//			log.Printf("%s: %v", record.ID, err)
//		} else if err := copydesk.MarshalWrite(os.Stdout, record); err != nil {
//			return err
//		}
//	}
//
// A line that is no article ends this, and its error is that of Decode.
//
// # The record
//
// Record and its parts are data, and their JSON is the format that the programs
// of this module speak. Every field is written, fields are added at the end of
// their object and none is renamed. record.schema.json, which [Schema] returns,
// describes it.
//
// Offsets are in bytes, half-open and on rune boundaries: start and end in the
// text of the record, orig_start and orig_end in that of the article.
// [Record.Offsets] counts in other units, for readers in Python or JavaScript.
//
// The record has of the article its ID and Meta. The fields that an Article knows,
// such as when it was published, are not in its Meta: what is wanted of them beside
// the findings is put there before, as published is above.
//
// # How it works
//
// The text is normalized, with a map from each byte of the result to the bytes that
// it came from. The damage of sums is mended by the same normalizer, as a step of
// its own, so that money is read in text that has its signs where they belong. Then
// names, dates and sums are found in the clean text, each by its own package and
// none knowing of the others, and each finding is carried back by the map. Nothing
// here is fetched, and nothing is remembered from one article to the next.
//
// The language of each stretch of a text is told by its letters and commonest
// words, unless the article or [Annotator.Language] says it, which the record
// repeats.
//
// # Glossary
//
//	record       what is written for an article: its clean text and findings
//	finding      a name, date or sum, with its place
//	mention      the same, in the words of the packages below
//	page         the bytes that an article came in, before they were text
//	published    the day that "Tuesday" and "next week" are counted from
//	country      ISO 3166-1 alpha-2; it decides what a bare "$" is and when a week begins
//	evidence     what the value of a finding was read from
//	cluster      the number that mentions of one person, place or thing share
//
// # Doubt
//
// Findings say how sure they are. An [Entity] has a Confidence. A [Date] and a
// [Sum] have Evidence, which is what their value was read from where the words
// leave it open, from the nearest (stated) to mere habit, and are Ambiguous where
// they may mean something else.
//
// # Articles that cannot be read
//
// Dirty text is never an error. Annotate fails when an option is wrong, when the
// context ends, and when the library itself has a defect: a panic costs the
// article that it happened in, not the run. A wrong country of an article is the
// error of that article alone. [Failure] stands in the place of such a record.
package copydesk
