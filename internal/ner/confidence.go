package ner

import "math"

// A Curve maps the probability that a model gives to a name to how often such
// names are right. It holds its values, as parts of 65,535, at the logits
// CurveStart, CurveStart + CurveStep, …; between them it is straight, beyond them
// flat.
type Curve [CurvePoints]uint16

// The logits of a curve.
const (
	CurvePoints = 28
	CurveStart  = -3.0
	CurveStep   = 0.5
)

// Uncalibrated is the curve that changes nothing, but for the far ends.
func Uncalibrated() (c Curve) {
	for k := range c {
		c.Set(k, 1/(1+math.Exp(-(CurveStart+CurveStep*float64(k)))))
	}
	return c
}

// Set sets the value of point k.
func (c *Curve) Set(k int, p float64) {
	c[k] = uint16(math.Round(max(0, min(1, p)) * math.MaxUint16))
}

// CurveAt returns where the probability p lies: at this part of the way from
// point k to the next.
func CurveAt(p float64) (k int, part float64) {
	p = max(1e-9, min(1-1e-9, p))
	x := (math.Log(p/(1-p)) - CurveStart) / CurveStep
	x = max(0, min(CurvePoints-1, x))
	k = min(int(x), CurvePoints-2)
	return k, x - float64(k)
}

// Point returns the value of point k.
func (c *Curve) Point(k int) float64 { return float64(c[k]) / math.MaxUint16 }

// At returns the confidence for the probability p.
func (c *Curve) At(p float64) float64 {
	k, part := CurveAt(p)
	return (float64(c[k])*(1-part) + float64(c[k+1])*part) / math.MaxUint16
}
