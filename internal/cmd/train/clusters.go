package main

import (
	"bytes"
	"fmt"
	"math"
	"os"
	"slices"
	"strconv"
	"sync"

	"github.com/copydesk-go/copydesk/internal/ner"
)

const (
	dimensions  = 100
	fine        = 2047      // clusters of words
	middle      = ner.Heads // clusters of those clusters
	coarse      = 128
	sampleWords = 40000 // the most frequent words place the centres
	rounds      = 10
)

// vectors are unit vectors, one after the other.
type vectors []float32

func (v vectors) len() int           { return len(v) / dimensions }
func (v vectors) at(i int) []float32 { return v[i*dimensions : (i+1)*dimensions] }

// clusters fills in the clusters of the lexicon, and the centroids that the
// vectors are sums of. It returns those: of the heads and of the stages.
func clusters(x *ner.Lexicon, words []string, vecs vectors) []vectors {
	centres := kmeans(vecs[:min(len(vecs), sampleWords*dimensions)], fine)
	of := assign(vecs, centres)
	byWord := make(map[uint32]uint16, len(words))
	for i, w := range words {
		h := ner.Hash(w)
		if byWord[h] == 0 {
			byWord[h] = uint16(1 + of[i])
		}
	}
	x.Clusters = ner.NewWords(byWord)
	heads := kmeans(centres, middle)
	x.Middle = assign(centres, heads)
	x.Coarse = assign(centres, kmeans(centres, coarse))
	return encode(x, words, vecs, of, centres, heads)
}

const (
	coded   = 120000 // the most frequent words have centroids of their own
	sampled = 30000  // of which these place the centroids
)

// encode fills in which centroids the vectors are sums of: the head, which is the
// middle cluster, and then in each stage the centroid nearest to what is left.
// The centroids are the means of their members.
func encode(x *ner.Lexicon, words []string, vecs vectors, of []uint16, centres, heads vectors) []vectors {
	n := min(coded, vecs.len())
	both := append(slices.Clone(vecs[:n*dimensions]), centres...) // what is left of words and clusters
	head := make([]uint16, 0, both.len())
	for _, c := range of[:n] {
		head = append(head, x.Middle[c])
	}
	head = append(head, x.Middle...)
	books := []vectors{means(both[:min(sampled, n)*dimensions], head, middle)}
	subtract(both, books[0], head)
	codes := make([]uint32, both.len())
	for stage := range ner.Stages {
		sample := both[:min(sampled, n)*dimensions]
		book := make(vectors, 0, ner.Steps*dimensions)
		for c := range ner.Steps {
			book = append(book, sample.at(c*sample.len()/ner.Steps)...)
		}
		for range rounds {
			book = means(sample, nearest(sample, book), ner.Steps)
		}
		own := nearest(both, book)
		subtract(both, book, own)
		for i, c := range own {
			codes[i] |= uint32(c) << (8 * stage)
		}
		books = append(books, book)
	}
	x.ClusterCodes = codes[n:]
	byWord := make(map[uint32]uint32, n)
	for i := n - 1; i >= 0; i-- {
		byWord[ner.Hash(words[i])] = codes[i]
	}
	x.SetCodes(byWord)
	return books
}

// means returns the mean of the vectors of each cluster.
func means(vecs vectors, of []uint16, k int) vectors {
	out := make(vectors, k*dimensions)
	count := make([]float32, k)
	for i := range vecs.len() {
		count[of[i]]++
		for j, v := range vecs.at(i) {
			out.at(int(of[i]))[j] += v
		}
	}
	for c, n := range count {
		for j := range dimensions {
			out.at(c)[j] /= max(n, 1)
		}
	}
	return out
}

func subtract(vecs, book vectors, of []uint16) {
	for i, c := range of {
		for j, v := range book.at(int(c)) {
			vecs.at(i)[j] -= v
		}
	}
}

// nearest is assign for vectors of any length.
func nearest(vecs, book vectors) []uint16 {
	half := make([]float32, book.len())
	for c := range half {
		half[c] = dot(book.at(c), book.at(c)) / 2
	}
	out := make([]uint16, vecs.len())
	parallel(vecs.len(), func(i int) {
		v := vecs.at(i)
		best, at := float32(math.Inf(-1)), 0
		for c := range half {
			if d := dot(v, book.at(c)) - half[c]; d > best {
				best, at = d, c
			}
		}
		out[i] = uint16(at)
	})
	return out
}

// readVectors reads the JSON of the word vectors: "word":[100 numbers, length,
// rank], most frequent first. A general JSON decoder takes far longer.
func readVectors(path string) ([]string, vectors, error) {
	b, err := os.ReadFile(path)
	if err != nil {
		return nil, nil, err
	}
	i := bytes.Index(b, []byte(`"vectors":{`))
	if i < 0 {
		return nil, nil, fmt.Errorf("%s: no vectors", path)
	}
	b = b[i+len(`"vectors":{`):]
	var words []string
	var vecs vectors
	for len(b) > 0 && b[0] == '"' {
		end := bytes.Index(b, []byte(`":[`))
		closing := bytes.IndexByte(b[max(end, 0):], ']')
		if end < 0 || closing < 0 {
			return nil, nil, fmt.Errorf("%s: cut off", path)
		}
		word, err := strconv.Unquote(string(b[:end+1]))
		if err != nil {
			return nil, nil, fmt.Errorf("%s: %w", path, err)
		}
		numbers := bytes.Split(b[end+3:end+closing], []byte(","))
		if len(numbers) < dimensions {
			return nil, nil, fmt.Errorf("%s: %q has %d numbers", path, word, len(numbers))
		}
		words = append(words, word)
		norm := 0.0
		from := len(vecs)
		for _, n := range numbers[:dimensions] {
			f, err := strconv.ParseFloat(string(n), 32)
			if err != nil {
				return nil, nil, fmt.Errorf("%s: %w", path, err)
			}
			norm += f * f
			vecs = append(vecs, float32(f))
		}
		scale(vecs[from:], norm)
		b = b[end+closing+1:]
		if len(b) > 0 && b[0] == ',' {
			b = b[1:]
		}
	}
	return words, vecs, nil
}

func scale(v []float32, squared float64) {
	if squared == 0 {
		return
	}
	f := float32(1 / math.Sqrt(squared))
	for i := range v {
		v[i] *= f
	}
}

// kmeans returns k unit vectors: the centres of a spherical k-means that starts
// from every len/k-th vector.
func kmeans(vecs vectors, k int) vectors {
	centres := make(vectors, 0, k*dimensions)
	for c := range k {
		centres = append(centres, vecs.at(c*vecs.len()/k)...)
	}
	for range rounds {
		of := assign(vecs, centres)
		sums := make(vectors, len(centres))
		for i, c := range of {
			sum := sums.at(int(c))
			for j, x := range vecs.at(i) {
				sum[j] += x
			}
		}
		for c := range k {
			norm := 0.0
			for _, x := range sums.at(c) {
				norm += float64(x) * float64(x)
			}
			if norm > 0 {
				scale(sums.at(c), norm)
				copy(centres.at(c), sums.at(c))
			}
		}
	}
	return centres
}

// assign returns the number of the nearest centre of each vector.
func assign(vecs, centres vectors) []uint16 {
	out := make([]uint16, vecs.len())
	parallel(vecs.len(), func(i int) {
		v := vecs.at(i)
		best, at := float32(-2), 0
		for c := range centres.len() {
			if d := dot(v, centres.at(c)); d > best {
				best, at = d, c
			}
		}
		out[i] = uint16(at)
	})
	return out
}

func dot(a, b []float32) float32 {
	a, b = a[:dimensions], b[:dimensions]
	var s0, s1, s2, s3 float32
	for i := 0; i < dimensions; i += 4 {
		s0 += a[i] * b[i]
		s1 += a[i+1] * b[i+1]
		s2 += a[i+2] * b[i+2]
		s3 += a[i+3] * b[i+3]
	}
	return s0 + s1 + s2 + s3
}

// workers is how many goroutines share a job. Results do not depend on it.
const workers = 2

// parallel calls do for 0 … n-1, in no order.
func parallel(n int, do func(i int)) {
	var wg sync.WaitGroup
	for w := range workers {
		wg.Go(func() {
			for i := w; i < n; i += workers {
				do(i)
			}
		})
	}
	wg.Wait()
}
