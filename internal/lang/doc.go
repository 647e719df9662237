// Package lang has no code: each folder beside this file is a language, in tables that
// README.md explains and generators read.
package lang
