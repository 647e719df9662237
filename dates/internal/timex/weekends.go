package timex

// weekendOf returns the first day of the weekend in the week of a Saturday, as a country has it, and the day after its last.
func weekendOf(saturday int, at Country) (first, after int) {
	const width = 6
	monday := saturday - 5
	for i := 0; at > Worldwide && i < len(weekends); i += width {
		row := weekends[i : i+width]
		if Country(row[0])<<8|Country(row[1]) != at {
			continue
		}
		first = monday + int(row[4])
		if until := int(row[2])<<8 | int(row[3]); first < unixDay+until {
			return first, first + int(row[5])
		}
	}
	return saturday, saturday + 2
}
