package main

import (
	"errors"
	"os"

	"github.com/copydesk-go/copydesk/examples/internal/view"
)

// A page collects articles for one self-contained HTML file.
type page struct{ articles []view.Article }

func (p *page) write(file string) error {
	f, err := os.Create(file)
	if err != nil {
		return err
	}
	return errors.Join(view.WritePage(f, p.articles), f.Close())
}
