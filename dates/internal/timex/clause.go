package timex

// A Tense says where the clause around an expression looks.
type Tense uint8

const (
	NoTense Tense = iota
	PastTense
	FutureTense
	PresentTense
	AheadTense // a deadline, whatever the verb
	WouldTense // the future of what is told: of a story its past
)

// A Clause is what the words around an expression say of its side of publication.
type Clause struct {
	Tense  Tense
	Cue    bool // it is not that of a verb: until, ended, since
	Loose  bool // the verb stands far off
	Ended  bool // it follows "ended", or dates what has happened
	Behind bool // it follows "on" and its verb: struck on October 1
	Event  bool // the verb is that of what took place
	Died   bool
	Aged   bool // and at what age stands behind
	Ahead  bool // it follows its verb of what is to come, or a deadline's "by": is planned for May
}
