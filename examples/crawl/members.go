package main

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"io"
)

// reach is how far a reader can look ahead, and back. The beginning of a gzip
// member is tried within it.
const reach = 1 << 17

// members unpacks the members of a gzip file one behind another. After an error
// it can go on with the next one: that may lie among the bytes that were taken for
// a part of the one that is broken.
type members struct {
	raw   *bufio.Reader // over back and then the file
	file  io.Reader
	back  []byte // to be read again
	tail  []byte // what was read of the member, but for what lies far back
	z     gzip.Reader
	err   error
	read  int64 // bytes in all
	again int64 // bytes that were read again
}

func newMembers(file *bufio.Reader) *members {
	m := &members{file: file}
	m.raw = bufio.NewReaderSize(source{m}, reach)
	m.begin()
	return m
}

// source is what a members reads from.
type source struct{ *members }

func (s source) Read(b []byte) (int, error) {
	if len(s.back) > 0 {
		n := copy(b, s.back)
		s.back = s.back[n:]
		return n, nil
	}
	n, err := s.file.Read(b)
	s.read += int64(n)
	return n, err
}

// recorder keeps what is read of a member.
type recorder struct{ *members }

func (r recorder) Read(b []byte) (int, error) {
	n, err := r.raw.Read(b)
	r.keep(b[:n]...)
	return n, err
}

func (r recorder) ReadByte() (byte, error) {
	b, err := r.raw.ReadByte()
	if err == nil {
		r.keep(b)
	}
	return b, err
}

func (m *members) keep(b ...byte) {
	m.tail = append(m.tail, b...)
	if len(m.tail) > 2*reach {
		m.tail = append(m.tail[:0], m.tail[len(m.tail)-reach:]...)
	}
}

// begin begins the member that comes.
func (m *members) begin() {
	m.tail = m.tail[:0]
	if _, err := m.raw.Peek(1); err != nil {
		m.err = err
		return
	}
	if m.err = m.z.Reset(recorder{m}); m.err == nil {
		m.z.Multistream(false)
	} else if m.err == io.EOF {
		m.err = io.ErrUnexpectedEOF
	}
}

// Read reads what the members hold. An error stays until next finds another.
func (m *members) Read(b []byte) (n int, err error) {
	for n == 0 && m.err == nil {
		n, err = m.z.Read(b)
		switch err {
		case nil:
		case io.EOF:
			m.begin()
		default:
			m.err = err
		}
	}
	if n > 0 {
		return n, nil
	}
	return 0, m.err
}

// next goes to the next member that begins a record. What is read again for that
// is in all no more than the file.
func (m *members) next() (found bool) {
	if len(m.tail) > 1 && m.again+int64(len(m.tail)) <= m.read {
		m.again += int64(len(m.tail))
		ahead, _ := m.raw.Peek(m.raw.Buffered())
		m.back = bytes.Join([][]byte{m.tail[1:], ahead, m.back}, nil)
		m.raw.Reset(source{m})
	}
	for {
		b, err := m.raw.Peek(reach)
		at := bytes.Index(b, []byte(gzipMagic))
		switch {
		case at > 0:
			m.raw.Discard(at)
		case at == 0 && beginsRecord(b):
			m.begin()
			return m.err == nil
		case at == 0:
			m.raw.Discard(1)
		case err != nil:
			return false
		default:
			m.raw.Discard(len(b) - len(gzipMagic) + 1)
		}
	}
}

// beginsRecord reports whether bytes unpack to the beginning of a record.
func beginsRecord(b []byte) bool {
	z, err := gzip.NewReader(bytes.NewReader(b))
	if err != nil {
		return false
	}
	begin := make([]byte, len(warcMagic))
	_, err = io.ReadFull(z, begin)
	return err == nil && string(begin) == warcMagic
}
