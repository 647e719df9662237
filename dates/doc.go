// Package dates finds temporal expressions in news text and resolves them
// against the date of publication.
package dates
