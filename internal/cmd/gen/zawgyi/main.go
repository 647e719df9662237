// Command zawgyi writes the data of normalize/internal/zawgyi from two npm packages:
//
//	npm install myanmar-tools@1.1.3 cldr-transforms@48.2.0
//	go run ./internal/cmd/gen/zawgyi -packages node_modules
//
// model.bin is the model of myanmar-tools (Apache-2.0, © Google LLC) as it is, and
// rules.txt the transform my-t-my-s0-zawgyi of CLDR (Unicode-3.0, © Unicode, Inc.):
// its variables put in, its comments and spaces taken out, a rule a line, pattern
// and replacement apart by a tab, and a blank line between passes.
package main

import (
	"flag"
	"fmt"
	"log"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
)

func main() {
	packages := flag.String("packages", "node_modules", "folder of the npm packages")
	output := flag.String("o", "normalize/internal/zawgyi", "folder to write to")
	flag.Parse()
	if err := run(*packages, *output); err != nil {
		log.Fatal(err)
	}
}

func run(packages, output string) error {
	model, err := os.ReadFile(filepath.Join(packages, "myanmar-tools", "resources", "zawgyiUnicodeModel.dat"))
	if err != nil {
		return err
	}
	if err := os.WriteFile(filepath.Join(output, "model.bin"), model, 0o644); err != nil {
		return err
	}
	transform, err := os.ReadFile(filepath.Join(packages, "cldr-transforms", "transforms", "my-t-my-s0-zawgyi.txt"))
	if err != nil {
		return err
	}
	rules, err := compile(string(transform))
	if err != nil {
		return err
	}
	return os.WriteFile(filepath.Join(output, "rules.txt"), []byte(rules), 0o644)
}

var (
	escape   = regexp.MustCompile(`\\u([0-9a-fA-F]{4})`)
	variable = regexp.MustCompile(`\$[a-z]\w*`)
)

// compile returns the rules of a transform. One class is misspelt in its source:
// "\1u36" for "\u1036".
func compile(transform string) (string, error) {
	transform = strings.ReplaceAll(transform, `\1u36`, `\u1036`)
	variables := map[string]string{}
	var b strings.Builder
	for line := range strings.SplitSeq(transform, "\n") {
		line, _, _ = strings.Cut(line, "#")
		line = strings.TrimSuffix(strings.TrimSpace(line), ";")
		if line == "" {
			continue
		}
		if line == "::Null" {
			b.WriteByte('\n')
			continue
		}
		for variable.MatchString(line) {
			name, value, defines := strings.Cut(line, "=")
			if defines {
				line = value
			}
			line = variable.ReplaceAllStringFunc(line, func(v string) string { return variables[v] })
			if defines {
				line = name + "=" + line
				break
			}
		}
		if name, value, ok := strings.Cut(line, "="); ok {
			variables[strings.TrimSpace(name)] = strings.TrimSpace(value)
			continue
		}
		from, to, ok := strings.Cut(line, "→")
		if !ok {
			from, to, ok = strings.Cut(line, ">")
		}
		if !ok {
			return "", fmt.Errorf("no rule: %q", line)
		}
		fmt.Fprintf(&b, "%s\t%s\n", literal(from), literal(to))
	}
	return b.String(), nil
}

// literal writes the characters that are escaped, and drops the spaces between.
func literal(s string) string {
	s = strings.ReplaceAll(s, " ", "")
	return escape.ReplaceAllStringFunc(s, func(e string) string {
		r, _ := strconv.ParseUint(e[2:], 16, 16)
		return string(rune(r))
	})
}
