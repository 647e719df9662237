package browsertest

import (
	"bufio"
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"testing"
	"time"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
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

// hover moves the pointer over an element.
func hover(t *testing.T, ctx context.Context, selector string) chromedp.Action[chromedp.Void] {
	t.Helper()
	at := eval[[]float64](t, ctx, fmt.Sprintf(`(() => {
		const e = document.querySelector(%q);
		e.scrollIntoView({block: "center"});
		const box = e.getBoundingClientRect();
		return [box.x + box.width / 2, box.y + box.height / 2];
	})()`, selector))
	return chromedp.MouseEvent(chromedp.MouseMoved, at[0], at[1])
}

func colorScheme(name string) chromedp.Action[chromedp.Void] {
	return chromedp.Func(func(ctx context.Context, t *chromedp.Target) error {
		features := []*emulation.MediaFeature{{Name: "prefers-color-scheme", Value: name}}
		_, err := cdp.Call(ctx, t, emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{Features: features})
		return err
	})
}

// faint lists what has too little contrast for the Web Content Accessibility
// Guidelines, level AA.
const faint = `(() => {
	const channels = (color) => color.match(/[\d.]+/g).map(Number);
	const light = (color) => {
		const [r, g, b] = channels(color).map((c) => (c /= 255) <= .04045 ? c / 12.92 : ((c + .055) / 1.055) ** 2.4);
		return .2126 * r + .7152 * g + .0722 * b;
	};
	const back = (e) => {
		const color = getComputedStyle(e).backgroundColor;
		return channels(color)[3] === 0 ? back(e.parentElement) : color;
	};
	const found = new Set();
	for (const e of document.querySelectorAll("mark, .change, .chip, td, th, h2, button, small, label")) {
		const [a, b] = [light(getComputedStyle(e).color), light(back(e))];
		const contrast = (Math.max(a, b) + .05) / (Math.min(a, b) + .05);
		if (contrast < 4.5) found.add(e.tagName + "." + e.className + " " + contrast.toFixed(2));
	}
	return [...found];
})()`

// broken lists words of tables that stand in two lines.
const broken = `(() => {
	const found = [];
	for (const cell of document.querySelectorAll("td, th, .legend label")) {
		const walk = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT);
		for (let node; (node = walk.nextNode());) {
			for (const word of node.data.matchAll(/[\p{L}\d]+/gu)) {
				const range = document.createRange();
				range.setStart(node, word.index);
				range.setEnd(node, word.index + word[0].length);
				if (new Set([...range.getClientRects()].map((r) => Math.round(r.top))).size > 1) found.push(word[0]);
			}
		}
	}
	return found;
})()`

// read sends a text and waits for what is made of it.
func read(t *testing.T, ctx context.Context, text string) {
	t.Helper()
	do(t, ctx, chromedp.Evaluate[chromedp.Void](fmt.Sprintf(`
		document.getElementById("result").replaceChildren();
		document.getElementById("text").value = %q;
		document.getElementById("form").requestSubmit()`, text)))
	wait(t, ctx, `document.querySelector("#result > *") && !document.querySelector("[aria-busy=true]")`)
}

// drop drops a file whose text is a JavaScript expression.
func drop(t *testing.T, ctx context.Context, text string) {
	t.Helper()
	do(t, ctx, chromedp.Evaluate[chromedp.Void](fmt.Sprintf(`(() => {
		const dropped = new DataTransfer();
		dropped.items.add(new File([%s], "story.txt", {type: "text/plain"}));
		document.body.dispatchEvent(new DragEvent("drop", {bubbles: true, cancelable: true, dataTransfer: dropped}));
	})()`, text)))
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
			chromedp.SendKeys("#text", "Ada Obi met Ben Musa in Kenya on Friday. Obi paid him $ 5 million. in cash. <img src=x onerror=document.title='taken'>"),
			chromedp.Evaluate[chromedp.Void](`document.getElementById("form").requestSubmit()`),
		)
		wait(t, ctx, `document.querySelector("#result .after")?.textContent.startsWith("Ada Obi met")`)
		assert.Equal(t, "", eval[string](t, ctx, `document.getElementById("published").value`), "the date is not that of the sample")
		text := eval[string](t, ctx, `document.querySelector("#result .after").textContent`)
		assert.Contains(t, text, "on Friday. Obi paid him $5 million in cash.")
		assert.Contains(t, text, "<img src=x", "markup shows as text")
		assert.Equal(t, "copydesk", eval[string](t, ctx, `document.title`))
		assert.Zero(t, eval[int](t, ctx, `document.querySelectorAll("#result img").length`))
	})

	t.Run("the pointer explains and lights up the cluster", func(t *testing.T) {
		do(t, ctx, hover(t, ctx, ".after mark.person"))
		assert.Contains(t, eval[string](t, ctx, `document.getElementById("tip").textContent`), "person: Ada Obi")
		assert.Equal(t, 2, eval[int](t, ctx, `document.querySelectorAll(".after mark.lit").length`))
		assert.False(t, eval[bool](t, ctx, `document.getElementById("tip").hidden`))
	})

	t.Run("the focus explains changes, and Escape ends it", func(t *testing.T) {
		do(t, ctx, chromedp.Evaluate[chromedp.Void](`document.querySelector(".before .change").focus()`))
		assert.Contains(t, eval[string](t, ctx, `document.getElementById("tip").textContent`), "took out")
		assert.Equal(t, "tip", eval[string](t, ctx, `document.activeElement.getAttribute("aria-describedby")`))
		do(t, ctx, chromedp.KeyEvent(kb.Escape))
		assert.True(t, eval[bool](t, ctx, `document.getElementById("tip").hidden`))
	})

	t.Run("the legend hides and shows", func(t *testing.T) {
		do(t, ctx, chromedp.Evaluate[chromedp.Void](`document.querySelector("[data-show=person]").click()`))
		assert.True(t, eval[bool](t, ctx, `document.querySelector(".view").classList.contains("hide-person")`))
		do(t, ctx, chromedp.Evaluate[chromedp.Void](`document.querySelector("[data-show=person]").click()`))
	})

	t.Run("the arrows go to the next mention", func(t *testing.T) {
		do(t, ctx,
			chromedp.Evaluate[chromedp.Void](`document.querySelector(".after mark.person").focus()`),
			chromedp.KeyEvent(kb.ArrowRight),
		)
		assert.Equal(t, "Obi", eval[string](t, ctx, `document.activeElement.textContent`))
		screenshot(t, ctx, "focus.png")
	})

	t.Run("the record is copied", func(t *testing.T) {
		do(t, ctx, chromedp.Evaluate[chromedp.Void](`navigator.clipboard.writeText = (text) => { window.copied = text; return Promise.resolve(); }; document.querySelector("[data-copy='.json pre']").click()`))
		assert.Contains(t, eval[string](t, ctx, `JSON.parse(copied).text`), "paid him $5 million")
		do(t, ctx, chromedp.Evaluate[chromedp.Void](`document.querySelector("[data-copy='.after']").click()`))
		assert.Equal(t, eval[string](t, ctx, `copied`), eval[string](t, ctx, `document.querySelector(".after").textContent`))
	})

	t.Run("a file that is dropped is read", func(t *testing.T) {
		drop(t, ctx, `"Ben Musa left Kenya on Monday , he said."`)
		wait(t, ctx, `document.querySelector("#result .after")?.textContent === "Ben Musa left Kenya on Monday, he said."`)
		assert.Equal(t, "Ben Musa left Kenya on Monday , he said.", eval[string](t, ctx, `document.getElementById("text").value`))
	})

	t.Run("a missing date is asked for", func(t *testing.T) {
		assert.Contains(t, eval[string](t, ctx, `document.querySelector(".ask").textContent`), "1 date counts from the day of publication (“Monday”)")
		do(t, ctx, chromedp.Evaluate[chromedp.Void](`document.querySelector(".ask label").click()`))
		assert.Equal(t, "published", eval[string](t, ctx, `document.activeElement.id`))
		screenshot(t, ctx, "ask.png")
	})

	t.Run("codes are shown on demand", func(t *testing.T) {
		shown := `getComputedStyle(document.querySelector(".code")).display !== "none"`
		assert.False(t, eval[bool](t, ctx, shown))
		do(t, ctx, chromedp.Evaluate[chromedp.Void](`document.querySelector("[data-codes]").click()`))
		assert.True(t, eval[bool](t, ctx, shown))
	})

	t.Run("one column where nothing was mended", func(t *testing.T) {
		read(t, ctx, "Ben Musa left Kenya on Monday.")
		assert.Zero(t, eval[int](t, ctx, `document.querySelectorAll(".before").length`))
		assert.Contains(t, eval[string](t, ctx, `document.querySelector(".clean h2").textContent`), "nothing to mend")
	})

	t.Run("empty input and nothing found are sentences", func(t *testing.T) {
		read(t, ctx, " ")
		assert.Contains(t, eval[string](t, ctx, `document.querySelector(".error").textContent`), "There is no article yet")
		read(t, ctx, "nothing to see here")
		assert.Contains(t, eval[string](t, ctx, `document.querySelector(".note").textContent`), "No names, dates or sums")
	})

	t.Run("a file that is too large leaves the text alone", func(t *testing.T) {
		do(t, ctx, chromedp.Evaluate[chromedp.Void](`document.getElementById("text").value = "what was here"`))
		drop(t, ctx, `"x".repeat(5000000)`)
		wait(t, ctx, `document.querySelector(".error")?.textContent.includes("The file is larger than 4,194,304 bytes")`)
		assert.Equal(t, "what was here", eval[string](t, ctx, `document.getElementById("text").value`))
	})

	t.Run("long texts show progress and can be stopped", func(t *testing.T) {
		do(t, ctx, chromedp.Evaluate[chromedp.Void](`
			document.getElementById("text").value = "Ada Obi paid $5 to Ben Musa in Abuja on Friday, said the Bank of Kenya. ".repeat(50000);
			document.getElementById("form").requestSubmit()`))
		wait(t, ctx, `document.querySelector(".working button") !== null`)
		do(t, ctx, chromedp.Evaluate[chromedp.Void](`document.querySelector(".working button").click()`))
		wait(t, ctx, `document.querySelector(".error")?.textContent.startsWith("Stopped")`)
		assert.Zero(t, eval[int](t, ctx, `document.querySelectorAll(".working").length`))
		read(t, ctx, "Ben Musa left Kenya on Monday.")
	})

	t.Run("no width has sideways scrolling", func(t *testing.T) {
		do(t, ctx, chromedp.Evaluate[chromedp.Void](`
			document.getElementById("text").value = "The Ministry of Infrastructure and Transport , Ada Obi said, spends between 3 trillion and 3.5 trillion won from mid-August to the end of next year. " + "x".repeat(200);
			document.getElementById("form").requestSubmit()`))
		wait(t, ctx, `document.querySelector("#result .after")?.textContent.startsWith("The Ministry")`)
		for _, width := range []int64{390, 820, 1280} {
			do(t, ctx, chromedp.EmulateViewport(width, 800))
			assert.LessOrEqual(t, eval[int64](t, ctx, `document.documentElement.scrollWidth`), width)
		}
	})

	t.Run("words do not break inside", func(t *testing.T) {
		do(t, ctx, chromedp.EmulateViewport(390, 800))
		read(t, ctx, "Ada Obi, of the Ministry of Infrastructure and Transportation , spoke yesterday at 3 p.m. GMT and will speak the day after tomorrow about 3.5 trillion won.")
		assert.Empty(t, eval[[]string](t, ctx, broken))
	})

	t.Run("200 KB of text", func(t *testing.T) {
		story := "Ada Obi paid $5 to Ben Musa in Abuja on Friday , said the Bank of Kenya. "
		script := fmt.Sprintf(`document.getElementById("text").value = %q.repeat(%d); document.getElementById("form").requestSubmit()`, story, 200_000/len(story))
		do(t, ctx, chromedp.Evaluate[chromedp.Void](script))
		wait(t, ctx, `document.querySelector("#result .after")?.textContent.length > 190000`)
		do(t, ctx, chromedp.Evaluate[chromedp.Void](`document.querySelectorAll(".after mark.person")[500].focus()`))
		assert.Regexp(t, "^person", eval[string](t, ctx, `document.getElementById("tip").textContent`))
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

	t.Run("on a phone the clean text comes first and the timeline opens at publication", func(t *testing.T) {
		do(t, ctx, chromedp.EmulateViewport(390, 800), chromedp.Navigate(url))
		wait(t, ctx, `document.querySelectorAll("#result .after mark").length > 10`)
		assert.True(t, eval[bool](t, ctx, `document.querySelector(".clean").getBoundingClientRect().top < document.querySelector(".before").getBoundingClientRect().top`))
		assert.True(t, eval[bool](t, ctx, `(() => {
			const now = document.querySelector(".timeline .now").getBoundingClientRect();
			return now.left > 0 && now.right < innerWidth;
		})()`))
		screenshot(t, ctx, "phone.png")
		do(t, ctx, chromedp.EmulateViewport(1280, 900))
	})

	t.Run("light and dark can be read", func(t *testing.T) {
		for _, scheme := range []string{"light", "dark"} {
			do(t, ctx, colorScheme(scheme), chromedp.Navigate(url))
			wait(t, ctx, `document.querySelectorAll("#result .after mark").length > 10`)
			assert.Empty(t, eval[[]string](t, ctx, faint), scheme)
			screenshot(t, ctx, scheme+".png")
		}
	})
}
