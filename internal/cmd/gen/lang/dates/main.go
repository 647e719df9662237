// Command dates compiles the words and rules of a language, in
// internal/lang/TAG, into the packed table that package dates reads with.
//
//	go generate ./dates
package main

import (
	"fmt"
	"go/format"
	"log"
	"os"
	"path/filepath"
)

func main() {
	if len(os.Args) != 3 {
		log.Fatal("usage: dates FOLDER NAME")
	}
	src, err := generate(os.Args[1], os.Args[2])
	if err != nil {
		log.Fatal(err)
	}
	if err := os.WriteFile(os.Args[2]+".go", src, 0o666); err != nil {
		log.Fatal(err)
	}
}

// generate returns the source of the table of the language in a folder.
func generate(folder, name string) ([]byte, error) {
	read := func(file string, fields int) ([]row, error) {
		b, err := os.ReadFile(filepath.Join(folder, file))
		if err != nil {
			return nil, err
		}
		return rows(file, string(b), fields)
	}
	l := newLexicon()
	for _, file := range []string{"words.tsv", "verbs.tsv"} {
		words, err := read(file, 4)
		if err != nil {
			return nil, err
		}
		if err := l.addWords(words); err != nil {
			return nil, err
		}
	}
	numbers, err := read("numbers.tsv", 5)
	if err != nil {
		return nil, err
	}
	l.addNumbers(numbers)
	feasts, err := read("feasts.tsv", 2)
	if err != nil {
		return nil, err
	}
	facts, err := read("../../cmd/gen/feasts/feasts.tsv", 7)
	if err != nil {
		return nil, err
	}
	if err := l.addNames(feasts, facts); err != nil {
		return nil, err
	}
	functions, err := read("../functions.tsv", 3)
	if err != nil {
		return nil, err
	}
	var lines []row
	files, _ := filepath.Glob(filepath.Join(folder, "rules*.tsv")) // in order
	for _, file := range files {
		more, err := read(filepath.Base(file), 6)
		if err != nil {
			return nil, err
		}
		lines = append(lines, more...)
	}
	g, err := parseGrammar(l, functions, lines)
	if err != nil {
		return nil, err
	}
	src, err := emit(g, name)
	if err != nil {
		return nil, err
	}
	out, err := format.Source(src)
	if err != nil {
		return nil, fmt.Errorf("%w in\n%s", err, src)
	}
	return out, nil
}
