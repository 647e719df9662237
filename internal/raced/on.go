//go:build race

// Package raced tells tests whether the race detector is on, under which times and
// memory say nothing.
package raced

// On says that the race detector is on.
const On = true
