// Package entities finds the names in news: people, organisations, places,
// nationalities and the rest, from raw text, with a model that is part of the
// package.
package entities
