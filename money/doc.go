// Package money finds sums of money in running text and gives their exact
// amount and ISO 4217 currency.
package money

//go:generate go run github.com/copydesk-go/copydesk/internal/gen/currency
