// Command desk serves a web page on this machine: paste or drop an article, set
// the day it was published, and see it before and after, with everything that
// was changed and found.
//
//	go run ./examples/desk
//
// Nothing leaves the machine, nothing is kept, and the page works without
// JavaScript too.
package main

import (
	"context"
	_ "embed"
	"flag"
	"fmt"
	"html/template"
	"io"
	"log"
	"net"
	"net/http"
	"os"
	"os/signal"
	"strings"
	"syscall"
	"time"

	"golang.org/x/text/language"
	"golang.org/x/text/language/display"

	"github.com/copydesk-go/copydesk/examples/internal/view"
)

func main() {
	addr := flag.String("addr", "127.0.0.1:8080", "`address` to listen on; the default is reachable from this machine alone")
	limit := flag.Int64("limit", 4<<20, "the largest article, in `bytes`")
	flag.Parse()
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	if err := serve(ctx, *addr, *limit); err != nil {
		fmt.Fprintln(os.Stderr, "desk:", err)
		os.Exit(1)
	}
}

func serve(ctx context.Context, addr string, limit int64) error {
	if limit <= 0 {
		return fmt.Errorf("-limit %d: not a number of bytes above 0", limit)
	}
	l, err := net.Listen("tcp", addr)
	if err != nil {
		return err
	}
	log.Printf("desk: open http://%s", l.Addr())
	h := handler(limit)
	if l.Addr().(*net.TCPAddr).IP.IsLoopback() {
		h = ownName(h)
	}
	return run(ctx, l, newServer(h))
}

// newServer returns a server that neither a slow sender nor a slow reader holds
// up for long.
func newServer(h http.Handler) *http.Server {
	return &http.Server{
		Handler:           h,
		ReadHeaderTimeout: 10 * time.Second,
		ReadTimeout:       time.Minute,
		WriteTimeout:      2 * time.Minute,
		IdleTimeout:       2 * time.Minute,
	}
}

// run serves until the context ends, and then finishes what is under way.
func run(ctx context.Context, l net.Listener, server *http.Server) error {
	failed := make(chan error, 1)
	go func() { failed <- server.Serve(l) }()
	select {
	case err := <-failed:
		return err
	case <-ctx.Done():
	}
	log.Print("desk: finishing what is under way")
	last, cancel := context.WithTimeout(context.Background(), 30*time.Second)
	defer cancel()
	return server.Shutdown(last)
}

// policy lets the page load its own style and script and send its own form, and
// nothing else.
const policy = "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; img-src data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"

//go:embed page.html
var pageSource string

//go:embed desk.css
var style string

//go:embed desk.js
var script string

//go:embed sample.txt
var sample string

var pageTemplate = template.Must(template.New("page").Parse(pageSource))

func handler(limit int64) http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("GET /{$}", func(w http.ResponseWriter, r *http.Request) {
		write(w, http.StatusOK, page{form: form{Text: sample, Published: "2024-05-15", Country: "NG"}, Limit: limit, Sample: true})
	})
	mux.HandleFunc("POST /{$}", newDesk(limit).article)
	mux.HandleFunc("GET /style.css", file("text/css; charset=utf-8", view.Style+style))
	mux.HandleFunc("GET /script.js", file("text/javascript; charset=utf-8", view.Script+script))
	return http.NewCrossOriginProtection().Handler(headers(mux))
}

func headers(h http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Security-Policy", policy)
		w.Header().Set("X-Content-Type-Options", "nosniff")
		w.Header().Set("Referrer-Policy", "no-referrer")
		w.Header().Set("Cache-Control", "no-store")
		h.ServeHTTP(w, r)
	})
}

// ownName refuses what was sent to a name that somebody has made to mean this
// machine, so that the pages under that name cannot read what the desk says.
func ownName(h http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		host, _, err := net.SplitHostPort(r.Host)
		if err != nil {
			host = r.Host
		}
		if host != "localhost" && net.ParseIP(strings.Trim(host, "[]")) == nil {
			http.Error(w, "not the name of this desk", http.StatusMisdirectedRequest)
			return
		}
		h.ServeHTTP(w, r)
	})
}

func file(contentType, body string) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Type", contentType)
		io.WriteString(w, body)
	}
}

// A choice is a language that the reader may choose.
type choice struct{ Tag, Name string }

// Languages returns the languages to choose from.
func (page) Languages() []choice {
	var all []choice
	for _, tag := range []string{"en", "es", "fr", "de", "pt", "it", "nl", "tr"} {
		all = append(all, choice{tag, display.English.Languages().Name(language.MustParse(tag))})
	}
	return all
}

type page struct {
	form
	Limit  int64 // of an article, in bytes
	Sample bool  // the article is the sample, not the reader's
	Error  string
	Ask    string // for the day of publication
	Took   string
	Result template.HTML
}

func write(w http.ResponseWriter, status int, p page) {
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	w.WriteHeader(status)
	if err := pageTemplate.Execute(w, p); err != nil {
		log.Print("desk: ", err)
	}
}
