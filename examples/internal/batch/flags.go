package batch

import "flag"

// ParseMixed parses flags before, between and behind other arguments, and
// returns these. Behind -- all are.
func ParseMixed(f *flag.FlagSet, args []string) (rest []string, err error) {
	for {
		if err = f.Parse(args); err != nil {
			return nil, err
		}
		behind := f.Args()
		if n := len(args) - len(behind); len(behind) == 0 || n > 0 && args[n-1] == "--" {
			return append(rest, behind...), nil
		}
		rest, args = append(rest, behind[0]), behind[1:]
	}
}
