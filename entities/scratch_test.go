package entities

import "github.com/copydesk-go/copydesk/internal/token"

// link and complete do so with space of their own.

func link(text, home string, ms []Mention) { new(linker).link(text, home, ms) }

func complete(dst []Mention, from, at int, text string, tokens []token.Token) []Mention {
	c := completer{arena: new(arena)}
	return c.complete(dst, from, at, text, tokens)
}
