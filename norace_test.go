//go:build !race

package copydesk_test

// raced says that the race detector is on, under which times say nothing.
const raced = false
