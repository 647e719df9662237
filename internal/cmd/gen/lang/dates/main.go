// Command dates compiles the words and rules of each language that has rules, in
// internal/lang/TAG, into a packed table that package dates reads with, and the names of
// what it asks of all languages.
//
//	go generate ./dates
package main

import (
	"errors"
	"fmt"
	"go/format"
	"io/fs"
	"log"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

func main() {
	log.SetFlags(0)
	if len(os.Args) != 2 {
		log.Fatal("usage: dates FOLDER")
	}
	if err := generate(os.Args[1]); err != nil {
		log.Fatal(err)
	}
}

// generate writes the names and the table of each language in a folder.
func generate(root string) error {
	b, err := os.ReadFile(filepath.Join(root, "languages.tsv"))
	if err != nil {
		return err
	}
	languages, err := rows("languages.tsv", string(b), 5)
	if err != nil {
		return err
	}
	notes, err := readNotes(filepath.Join(root, "notes.tsv"))
	if err != nil {
		return err
	}
	var known *grammar
	for _, l := range languages {
		tag := l.fields[0]
		g, err := read(filepath.Join(root, tag))
		if err != nil {
			return fmt.Errorf("%s: %w", tag, err)
		}
		src, err := emit(g, tableName(tag), slices.Contains(strings.Fields(l.fields[3]), "nouns"))
		if err != nil {
			return fmt.Errorf("%s: %w", tag, err)
		}
		if err := write("table_"+tag+".go", src); err != nil {
			return err
		}
		known = g
	}
	if known == nil {
		return errors.New("no languages")
	}
	return write("names.go", names(known, languages, notes))
}

// readNotes reads how each language writes a date in a note: its months, and the mark behind a day.
func readNotes(file string) (map[string]row, error) {
	b, err := os.ReadFile(file)
	if err != nil {
		return nil, err
	}
	all, err := rows(file, string(b), 3)
	notes := map[string]row{}
	for _, r := range all {
		if n := len(strings.Fields(r.fields[1])); n != 12 {
			return nil, fmt.Errorf("%s: %d months", r.where, n)
		}
		notes[r.fields[0]] = r
	}
	return notes, err
}

func write(name string, src []byte) error {
	out, err := format.Source(src)
	if err != nil {
		return fmt.Errorf("%w in\n%s", err, src)
	}
	return os.WriteFile(name, out, 0o666)
}

func tableName(tag string) string { return "table" + camel(tag) }

// read reads the grammar of the language in a folder.
func read(folder string) (*grammar, error) {
	var wrong []error
	table := func(file string, fields int) []row {
		b, err := os.ReadFile(filepath.Join(folder, filepath.FromSlash(file)))
		if errors.Is(err, fs.ErrNotExist) && (file == "verbs.tsv" || file == "eponyms.tsv") { // they may be missing
			return nil
		}
		out, more := rows(file, string(b), fields)
		wrong = append(wrong, err, more)
		return out
	}
	domains["calendar"] = []string{"none"}
	for _, r := range table("../../cmd/gen/calendar/calendars.tsv", 5) {
		domains["calendar"] = append(domains["calendar"], r.fields[0])
	}
	l := newLexicon(table("../classes.tsv", 3))
	for _, file := range []string{"words.tsv", "verbs.tsv"} {
		wrong = append(wrong, l.addWords(table(file, 4)))
	}
	wrong = append(wrong, l.addNumbers(table("numbers.tsv", 5)))
	wrong = append(wrong, l.addNames(table("feasts.tsv", 3), table("../../cmd/gen/feasts/feasts.tsv", 7)))
	for _, r := range table("../../cmd/gen/calendar/zones.tsv", 4) {
		if r.fields[1] == "abbr" {
			wrong = append(wrong, l.add(r.fields[0], "zone-abbreviation", 0))
		}
	}
	wrong = append(wrong, l.addEponyms(table("eponyms.tsv", 5)))
	functions, groups := table("../functions.tsv", 3), table("../groups.tsv", 2)
	lines := table("../rules.tsv", 6)                              // those of all languages
	files, _ := filepath.Glob(filepath.Join(folder, "rules*.tsv")) // in order
	for _, file := range files {
		lines = append(lines, table(filepath.Base(file), 6)...)
	}
	if err := errors.Join(wrong...); err != nil {
		return nil, err
	}
	l.markNameless(lines)
	return parseGrammar(l, functions, groups, lines)
}
