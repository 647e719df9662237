package browsertest

import (
	"bufio"
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/chromedp"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// serve builds the desk, starts it on a free port and returns its address.
func serve(t *testing.T) string {
	t.Helper()
	program := filepath.Join(t.TempDir(), "desk")
	build := exec.Command("go", "build", "-o", program, ".")
	build.Dir = ".."
	out, err := build.CombinedOutput()
	require.NoError(t, err, "%s", out)
	desk := exec.Command(program, "-addr", "127.0.0.1:0")
	stderr, err := desk.StderrPipe()
	require.NoError(t, err)
	require.NoError(t, desk.Start())
	t.Cleanup(func() { desk.Process.Kill(); desk.Wait() })
	line, err := bufio.NewReader(stderr).ReadString('\n')
	require.NoError(t, err)
	url := regexp.MustCompile(`http://\S+`).FindString(line)
	require.NotEmpty(t, url, line)
	return url
}

// browse opens a browser, and skips the test where there is none.
func browse(t *testing.T) context.Context {
	t.Helper()
	var path string
	for _, name := range []string{"chromium", "chromium-browser", "google-chrome", "google-chrome-stable"} {
		if p, err := exec.LookPath(name); err == nil {
			path = p
			break
		}
	}
	if path == "" {
		t.Skip("no Chromium on this machine")
	}
	options := append(chromedp.DefaultExecAllocatorOptions[:], chromedp.ExecPath(path), chromedp.NoSandbox)
	for _, flag := range []string{"disable-quic", "disable-component-update", "disable-background-networking", "disable-sync"} {
		options = append(options, chromedp.Flag(flag, true))
	}
	allocator, cancel := chromedp.NewExecAllocator(context.Background(), options...)
	t.Cleanup(cancel)
	ctx, cancel := chromedp.NewContext(allocator)
	t.Cleanup(cancel)
	require.NoError(t, chromedp.Do(ctx, chromedp.Navigate("about:blank")))
	ctx, cancel = context.WithTimeout(ctx, 2*time.Minute)
	t.Cleanup(cancel)
	return ctx
}

// eval returns the value of a JavaScript expression.
func eval[T any](t *testing.T, ctx context.Context, script string) T {
	t.Helper()
	v, err := chromedp.Run(ctx, chromedp.Evaluate[T](script))
	require.NoError(t, err, script)
	return v
}

// wait waits until a JavaScript expression is true.
func wait(t *testing.T, ctx context.Context, script string) {
	t.Helper()
	_, err := chromedp.Run(ctx, chromedp.Poll[bool](script, chromedp.WithPollingInterval(20*time.Millisecond)))
	require.NoError(t, err, script)
}

func do(t *testing.T, ctx context.Context, actions ...chromedp.Action[chromedp.Void]) {
	t.Helper()
	for _, a := range actions {
		_, err := chromedp.Run(ctx, a)
		require.NoError(t, err)
	}
}

// screenshot keeps a picture where COPYDESK_SCREENSHOTS says.
func screenshot(t *testing.T, ctx context.Context, name string) {
	t.Helper()
	png, err := chromedp.Run(ctx, chromedp.FullScreenshot(100))
	require.NoError(t, err)
	assert.Greater(t, len(png), 10_000)
	if dir := os.Getenv("COPYDESK_SCREENSHOTS"); dir != "" {
		require.NoError(t, os.WriteFile(filepath.Join(dir, name), png, 0o644))
	}
}

func TestDesk(t *testing.T) {
	ctx := browse(t)
	url := serve(t)
	do(t, ctx, chromedp.EmulateViewport(1280, 900), chromedp.Navigate(url))
	wait(t, ctx, `document.querySelectorAll("#result .after mark").length > 10`)
	screenshot(t, ctx, "desk.png")

	t.Run("typing and the keyboard give a result", func(t *testing.T) {
		do(t, ctx,
			chromedp.Evaluate[chromedp.Void](`document.getElementById("text").value = ""`),
			chromedp.SendKeys("#text", "Ada Obi met Ben Musa in Kenya on Friday . Obi paid him $ 5 million. in cash. <img src=x onerror=document.title='taken'>"),
			chromedp.Evaluate[chromedp.Void](`document.getElementById("form").requestSubmit()`),
		)
		wait(t, ctx, `document.querySelector("#result .after")?.textContent.startsWith("Ada Obi met")`)
		text := eval[string](t, ctx, `document.querySelector("#result .after").textContent`)
		assert.Contains(t, text, "on Friday. Obi paid him $5 million in cash.")
		assert.Contains(t, text, "<img src=x", "markup shows as text")
		assert.Equal(t, "copydesk", eval[string](t, ctx, `document.title`))
		assert.Zero(t, eval[int](t, ctx, `document.querySelectorAll("#result img").length`))
	})

	t.Run("the pointer explains and lights up the cluster", func(t *testing.T) {
		do(t, ctx, chromedp.Evaluate[chromedp.Void](`document.querySelector(".after mark.person").dispatchEvent(new PointerEvent("pointerover", {bubbles: true}))`))
		assert.Contains(t, eval[string](t, ctx, `document.getElementById("tip").textContent`), "PERSON: Ada Obi")
		assert.Equal(t, 2, eval[int](t, ctx, `document.querySelectorAll(".after mark.lit").length`))
		assert.False(t, eval[bool](t, ctx, `document.getElementById("tip").hidden`))
	})

	t.Run("the focus explains changes, and Escape ends it", func(t *testing.T) {
		do(t, ctx, chromedp.Evaluate[chromedp.Void](`document.querySelector(".before .change").focus()`))
		assert.Contains(t, eval[string](t, ctx, `document.getElementById("tip").textContent`), "took out")
		assert.Equal(t, "tip", eval[string](t, ctx, `document.activeElement.getAttribute("aria-describedby")`))
		do(t, ctx, chromedp.KeyEvent("\x1b"))
		assert.True(t, eval[bool](t, ctx, `document.getElementById("tip").hidden`))
	})

	t.Run("the legend hides and shows", func(t *testing.T) {
		do(t, ctx, chromedp.Evaluate[chromedp.Void](`document.querySelector("[data-show=names]").click()`))
		assert.True(t, eval[bool](t, ctx, `document.querySelector(".view").classList.contains("hide-names")`))
		do(t, ctx, chromedp.Evaluate[chromedp.Void](`document.querySelector("[data-show=names]").click()`))
	})

	t.Run("a phone's width has no sideways scrolling", func(t *testing.T) {
		do(t, ctx, chromedp.EmulateViewport(390, 800))
		assert.LessOrEqual(t, eval[int](t, ctx, `document.documentElement.scrollWidth`), 390)
		screenshot(t, ctx, "phone.png")
		do(t, ctx, chromedp.EmulateViewport(1280, 900))
	})

	t.Run("200 KB of text", func(t *testing.T) {
		story := "Ada Obi paid $5 to Ben Musa in Abuja on Friday , said the Bank of Kenya. "
		script := fmt.Sprintf(`document.getElementById("text").value = %q.repeat(%d); document.getElementById("form").requestSubmit()`, story, 200_000/len(story))
		do(t, ctx, chromedp.Evaluate[chromedp.Void](script))
		wait(t, ctx, `document.querySelector("#result .after")?.textContent.length > 190000`)
		do(t, ctx, chromedp.Evaluate[chromedp.Void](`document.querySelectorAll(".after mark.person")[500].focus()`))
		assert.True(t, strings.HasPrefix(eval[string](t, ctx, `document.getElementById("tip").textContent`), "PERSON"))
	})

	t.Run("errors are said", func(t *testing.T) {
		do(t, ctx,
			chromedp.Evaluate[chromedp.Void](`document.getElementById("text").value = "x"; form.elements.country.value = "ZZ"; form.requestSubmit()`),
			chromedp.WaitVisible(".error"),
		)
		message, err := chromedp.Run(ctx, chromedp.Text(".error"))
		require.NoError(t, err)
		assert.Contains(t, message, "ZZ")
	})
}
