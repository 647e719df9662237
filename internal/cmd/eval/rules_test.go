package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestRules(t *testing.T) {
	file := filepath.Join(t.TempDir(), "dev.jsonl")
	require.NoError(t, os.WriteFile(file, []byte(
		`{"id":"a","dct":"2021-11-24","text":"It rained nearly ten days, and the road is now closed.",`+
			`"timexes":[{"start":10,"end":25,"type":"DURATION","value":"P10D"},{"start":43,"end":46,"type":"DATE","value":"PAST_REF"}]}`+"\n"), 0o600))
	var b strings.Builder
	require.NoError(t, evalDates(&b, file, options{rules: true}))
	assert.Regexp(t, `(?m)^bound/nearly +1 100.0%  100.0%  100.0%$`, b.String())
	assert.Regexp(t, `(?m)^reference/now +1 100.0%  100.0%    0.0%$`, b.String())
}
