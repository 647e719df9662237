package main

import (
	"context"
	"io"
	"net"
	"net/http"
	"net/http/httptest"
	"net/url"
	"os"
	"os/exec"
	"runtime"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

const story = "Ada Obi paid $5 million to Ben Musa of the Bank of Kenya in Abuja on Friday, said the minister, and nobody in the town of Onitsha minded much. "

// prose returns so many bytes of an article.
func prose(size int) string { return strings.Repeat(story, size/len(story)+1)[:size] }

func postTo(ctx context.Context, address, text string) (status int, body string, err error) {
	r, err := http.NewRequestWithContext(ctx, "POST", address, strings.NewReader(url.Values{"text": {text}}.Encode()))
	if err != nil {
		return 0, "", err
	}
	r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	answer, err := http.DefaultClient.Do(r)
	if err != nil {
		return 0, "", err
	}
	defer answer.Body.Close()
	b, err := io.ReadAll(answer.Body)
	return answer.StatusCode, string(b), err
}

func TestLongArticlesTakeTurns(t *testing.T) {
	d := newDesk(1 << 20)
	d.patience = 10 * time.Millisecond
	for range cap(d.turns) {
		d.turns <- struct{}{}
	}
	send := func(text string) *httptest.ResponseRecorder {
		r := httptest.NewRequest("POST", "/", strings.NewReader(url.Values{"text": {text}}.Encode()))
		r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
		w := httptest.NewRecorder()
		d.article(w, r)
		return w
	}
	refused := send(prose(100_000))
	assert.Equal(t, 503, refused.Code)
	assert.Contains(t, refused.Body.String(), "This desk is busy with other long articles")
	assert.NotEmpty(t, refused.Header().Get("Retry-After"))
	assert.Equal(t, 200, send("It cost €5.").Code, "a short one does not wait")
	<-d.turns
	assert.Equal(t, 200, send(prose(100_000)).Code, "its turn comes")
}

func TestManyAtOnce(t *testing.T) {
	server := httptest.NewServer(handler(4 << 20))
	defer server.Close()
	var wait sync.WaitGroup
	statuses := make([]int, 8)
	for i := range statuses {
		wait.Go(func() {
			status, body, err := postTo(t.Context(), server.URL, prose(200_000))
			if err == nil && (strings.Contains(body, "Ada Obi") || strings.Contains(body, "busy")) {
				statuses[i] = status
			}
		})
	}
	wait.Wait()
	for _, status := range statuses {
		assert.Contains(t, []int{200, 503}, status, "answered, or refused with a sentence")
	}
}

// The page of a long article is a few times as long as the article.
func TestLongPage(t *testing.T) {
	server := httptest.NewServer(handler(4 << 20))
	defer server.Close()
	status, body, err := postTo(t.Context(), server.URL, prose(1_000_000))
	require.NoError(t, err)
	assert.Equal(t, 200, status)
	assert.Less(t, len(body), 6_000_000)
}

func TestWorkStopsWhenTheBrowserLeaves(t *testing.T) {
	d := newDesk(8 << 20)
	done := make(chan struct{})
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		d.article(w, r)
		close(done)
	}))
	defer server.Close()
	ctx, leave := context.WithCancel(t.Context())
	go func() {
		for len(d.turns) == 0 {
			time.Sleep(time.Millisecond)
		}
		leave()
	}()
	_, _, err := postTo(ctx, server.URL, prose(8_000_000))
	require.ErrorIs(t, err, context.Canceled)
	<-done
	assert.Empty(t, d.turns, "the turn is over")
}

// A reader that takes nothing is cut off.
func TestSlowReader(t *testing.T) {
	returned := make(chan struct{})
	server := newServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		defer close(returned)
		for range 1 << 10 {
			if _, err := w.Write(make([]byte, 1<<20)); err != nil {
				return
			}
		}
	}))
	require.NotZero(t, server.WriteTimeout)
	require.NotZero(t, server.ReadTimeout)
	server.WriteTimeout = 200 * time.Millisecond
	l, err := net.Listen("tcp", "127.0.0.1:0")
	require.NoError(t, err)
	go server.Serve(l)
	defer server.Close()
	c, err := net.Dial("tcp", l.Addr().String())
	require.NoError(t, err)
	defer c.Close()
	_, err = io.WriteString(c, "GET / HTTP/1.1\r\nHost: localhost\r\n\r\n")
	require.NoError(t, err)
	<-returned
}

// What is under way when the desk is told to end is finished.
func TestEndsInOrder(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("no signals")
	}
	l, err := net.Listen("tcp", "127.0.0.1:0")
	require.NoError(t, err)
	ctx, end := context.WithCancel(t.Context())
	began := make(chan struct{})
	server := newServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		close(began)
		time.Sleep(100 * time.Millisecond)
		io.WriteString(w, "done")
	}))
	ended := make(chan error, 1)
	go func() { ended <- run(ctx, l, server) }()
	go func() { <-began; end() }()
	answer, err := http.Get("http://" + l.Addr().String())
	require.NoError(t, err)
	body, err := io.ReadAll(answer.Body)
	require.NoError(t, err)
	require.NoError(t, answer.Body.Close())
	assert.Equal(t, "done", string(body))
	assert.NoError(t, <-ended)
}

// TestSignal is the program itself: SIGTERM ends it, and it says so.
func TestSignal(t *testing.T) {
	if os.Getenv("COPYDESK_DESK") == "1" {
		os.Args = []string{"desk", "-addr", "127.0.0.1:0"}
		main()
		os.Exit(0)
	}
	if runtime.GOOS == "windows" {
		t.Skip("no signals")
	}
	desk := exec.Command(os.Args[0], "-test.run=^TestSignal$")
	desk.Env = append(os.Environ(), "COPYDESK_DESK=1")
	stderr, err := desk.StderrPipe()
	require.NoError(t, err)
	require.NoError(t, desk.Start())
	line := make([]byte, 200)
	n, err := stderr.Read(line)
	require.NoError(t, err)
	assert.Contains(t, string(line[:n]), "open http://127.0.0.1:")
	require.NoError(t, desk.Process.Signal(syscall.SIGTERM))
	rest, err := io.ReadAll(stderr)
	require.NoError(t, err)
	assert.NoError(t, desk.Wait())
	assert.Contains(t, string(rest), "finishing what is under way")
}

func TestLimitsThatAreNone(t *testing.T) {
	assert.ErrorContains(t, serve(t.Context(), "127.0.0.1:0", 0), "-limit 0")
}
