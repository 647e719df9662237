// Package browsertest tries the desk in a real browser. It is a module of its
// own, so that nobody who imports copydesk downloads a browser driver.
package browsertest
