package timex

// Customs are what is customary where a text was written.
type Customs struct {
	Country     Country
	Order       Order
	OrderKnown  bool // and not habit
	BeforeWeek  int  // days before Monday on which the week starts
	South       bool
	FiscalMonth int
	FiscalDay   int
	NamedStart  bool // fiscal years are named after the year in which they start
}
