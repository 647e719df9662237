package main

import (
	"github.com/copydesk-go/copydesk/examples/internal/batch"
)

// A reason is why a page gives no record. The table at the end counts by it.
type reason string

// The reasons.
const (
	unreadable reason = "cannot be read"     // the file
	broken     reason = "broken record"      // of a WARC
	empty      reason = "empty"              //
	large      reason = "too large"          //
	status     reason = "not found"          // or another answer of the server than the page
	noHTML     reason = "not HTML"           // nor a feed
	packing    reason = "cannot be unpacked" // what Content-Encoding says
	noArticle  reason = "no article found"   //
	noDate     reason = "no date"            //
	defect     reason = "panic"              // of a library
	refused    reason = "not annotated"      // by copydesk
)

// A problem is an error with its reason.
type problem struct {
	reason
	detail string
}

func (p *problem) Error() string {
	if p.detail == "" {
		return string(p.reason)
	}
	return string(p.reason) + ": " + p.detail
}

func tooLarge(limit batch.Size) error {
	return &problem{large, (&batch.TooLargeError{What: "the page", Max: limit}).Error()}
}
