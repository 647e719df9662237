package normalize

// isFontCode reports whether a line is in the code of a font.
func isFontCode(line string) bool { return false }
