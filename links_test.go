package copydesk_test

import (
	"os/exec"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// What is imported is paid for, and nothing else: the packages do not bring one
// another, nor what only a program may need.
func TestWhatAPackageBrings(t *testing.T) {
	const module = "github.com/copydesk-go/copydesk"
	packages := []string{"normalize", "money", "dates", "entities"}
	heavy := []string{"net", "os/exec", "internal/cmd/eval", "internal/cmd/train", "internal/cmd/gen", "examples"}
	for _, name := range packages {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			deps := dependencies(t, module+"/"+name)
			for _, other := range packages {
				if other != name {
					assert.NotContains(t, deps, module+"/"+other)
				}
			}
			assert.NotContains(t, deps, module, "nor the package of all of them")
			for _, d := range deps {
				for _, h := range heavy {
					assert.False(t, d == h || strings.HasPrefix(d, module+"/"+h), "%s brings %s", name, d)
				}
				room, isOurs := strings.CutPrefix(d, module+"/")
				if before, _, inside := strings.Cut(room, "/internal/"); isOurs && inside {
					assert.Equal(t, name, before, "%s brings what is inside %s", name, d)
				}
			}
		})
	}
	t.Run("the model of names", func(t *testing.T) {
		for _, name := range []string{"normalize", "money", "dates"} {
			assert.NotContains(t, dependencies(t, module+"/"+name), module+"/internal/ner")
		}
	})
	t.Run("outside the standard library", func(t *testing.T) {
		for _, d := range dependencies(t, module) {
			first, _, _ := strings.Cut(d, "/")
			if strings.Contains(first, ".") {
				assert.True(t, d == module || strings.HasPrefix(d, module+"/") || strings.HasPrefix(d, "golang.org/x/text/"), d)
			}
		}
	})
}

// dependencies lists the packages that go into a program that imports one.
func dependencies(t *testing.T, name string) []string {
	t.Helper()
	out, err := exec.Command("go", "list", "-deps", name).Output()
	require.NoError(t, err)
	deps := strings.Fields(string(out))
	require.True(t, slices.Contains(deps, name))
	return deps
}
