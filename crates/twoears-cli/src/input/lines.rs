//! Lines of any file: capped, lossy in what is not UTF-8, blank ones passed over.

use std::io::{self, BufRead};

use super::{Numbered, Raw};

/// A longer line is refused before it is parsed, and passed over without being held.
const LINE_BYTES: usize = 8 << 20;

pub(super) struct Lines<R> {
    from: R,
    number: u64,
}

/// The bytes of a line or why they are none, and how many bytes of the file it took.
type Taken = (Result<Vec<u8>, String>, u64);

impl<R: BufRead> Lines<R> {
    pub(super) fn new(from: R) -> Self {
        Self { from, number: 0 }
    }

    /// The next line without its end, and how many bytes it took; none at the end of the file.
    fn line(&mut self) -> io::Result<Option<Taken>> {
        let mut line = Vec::new();
        let mut taken = 0_u64;
        loop {
            let buffer = match self.from.fill_buf() {
                Ok(buffer) => buffer,
                Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
                Err(error) => return Err(error),
            };
            if buffer.is_empty() {
                if taken == 0 {
                    return Ok(None);
                }
                break;
            }
            let end = buffer.iter().position(|&byte| byte == b'\n');
            let part = &buffer[..end.unwrap_or(buffer.len())];
            let room = (LINE_BYTES + 1).saturating_sub(line.len());
            line.extend_from_slice(&part[..part.len().min(room)]);
            let used = end.map_or(buffer.len(), |end| end + 1);
            taken += used as u64;
            self.from.consume(used);
            if end.is_some() {
                break;
            }
        }
        let line = if line.len() > LINE_BYTES {
            Err(format!("the line has {taken} bytes; at most {LINE_BYTES} are read"))
        } else {
            Ok(line)
        };
        Ok(Some((line, taken)))
    }
}

impl<R: BufRead> Iterator for Lines<R> {
    type Item = io::Result<(Numbered, u64)>;

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            let (line, taken) = match self.line() {
                Ok(Some(line)) => line,
                Ok(None) => return None,
                Err(error) => return Some(Err(error)),
            };
            self.number += 1;
            let number = self.number;
            let raw = match line {
                Err(why) => Raw::Bad(why),
                Ok(bytes) => {
                    let text = String::from_utf8(bytes)
                        .unwrap_or_else(|bad| String::from_utf8_lossy(bad.as_bytes()).into_owned());
                    // A byte order mark is no part of the first line.
                    let text = if number == 1 { text.trim_start_matches('\u{feff}') } else { &text };
                    if text.trim().is_empty() {
                        continue;
                    }
                    Raw::Json(text.to_owned())
                }
            };
            return Some(Ok((Numbered { number, raw }, taken)));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(bytes: &[u8]) -> Vec<(u64, Option<String>)> {
        let lines = Lines::new(io::BufReader::with_capacity(7, bytes));
        lines
            .map(|line| {
                let (line, _) = line.unwrap();
                let text = match line.raw {
                    Raw::Json(text) => Some(text),
                    Raw::Text(_) | Raw::Whole(_) | Raw::Message(_) | Raw::Bad(_) => None,
                };
                (line.number, text)
            })
            .collect()
    }

    #[test]
    fn blank_lines_count_but_do_not_come() {
        let got = read("\u{feff}{\"a\":1}\n\n  \r\nb\r\nlast".as_bytes());
        assert_eq!(got, [(1, Some("{\"a\":1}".into())), (4, Some("b\r".into())), (5, Some("last".into()))]);
        assert!(read(b"").is_empty());
    }

    #[test]
    fn a_line_that_is_too_long_is_named_and_the_next_is_read() {
        let mut bytes = vec![b'x'; LINE_BYTES + 5];
        bytes.extend_from_slice(b"\nok\n\xff\n");
        assert_eq!(read(&bytes), [(1, None), (2, Some("ok".into())), (3, Some("\u{fffd}".into()))]);
    }
}
