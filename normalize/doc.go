// Package normalize turns text as it was scraped into text as it was written.
package normalize
