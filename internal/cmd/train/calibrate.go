package main

import "github.com/copydesk-go/copydesk/internal/ner"

// prior is how many names at each point of the curve are taken to be right as
// often as the model says.
const prior = 4

// fit returns the rising curve that comes nearest to how often names of each
// probability are right. A name counts for the two points beside it.
func fit(names []judged) ner.Curve {
	curve := ner.Uncalibrated()
	var right, all [ner.CurvePoints]float64
	for k := range curve {
		all[k] = prior
		right[k] = prior * float64(curve[k]) / 0xFFFF
	}
	for _, n := range names {
		k, part := ner.CurveAt(n.probability)
		all[k] += 1 - part
		all[k+1] += part
		if n.right {
			right[k] += 1 - part
			right[k+1] += part
		}
	}
	// Neighbours that fall are pooled until all rise.
	type pool struct {
		right, all float64
		points     int
	}
	var pools []pool
	for k := range curve {
		p := pool{right[k], all[k], 1}
		for n := len(pools) - 1; n >= 0 && pools[n].right*p.all >= p.right*pools[n].all; n-- {
			p = pool{pools[n].right + p.right, pools[n].all + p.all, pools[n].points + p.points}
			pools = pools[:n]
		}
		pools = append(pools, p)
	}
	k := 0
	for _, p := range pools {
		for range p.points {
			curve.Set(k, p.right/p.all)
			k++
		}
	}
	return curve
}
