package dates

// note returns the end of a note written by Expand at s[i:], or i.
func note(s string, i int) int { return i }
