//! A queue as bytes, and back.
//!
//! JSON lines: the first says what it is and how many cases follow, each other line is one case, in the order of their ids.

use serde::{Deserialize, Serialize};

use super::Queue;
use super::entry::Entry;
use crate::Error;

/// What the first line says the rest is.
const KIND: &str = "twoears queue";
/// The format that this library writes and reads.
const FORMAT: u32 = 1;
/// A line of a case has more bytes than this: so many cases at the most are given room before they are read.
const LEAST_BYTES: usize = 64;

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Head {
    kind: String,
    format: u32,
    cases: usize,
}

impl Queue {
    /// All cases as bytes (JSON lines): the same cases give the same bytes, whatever happened before. They hold the ids as
    /// the caller gave them, so keep them as you keep those.
    ///
    /// # Errors
    /// When a case cannot be written, which [`Queue::insert`] rules out.
    pub fn snapshot(&self) -> Result<Vec<u8>, Error> {
        let mut entries: Vec<&Entry> = self.cases.entries().collect();
        entries.sort_unstable_by(|one, other| one.id.cmp(&other.id));
        let head = Head { kind: KIND.to_owned(), format: FORMAT, cases: entries.len() };
        let mut bytes = Vec::new();
        write(&mut bytes, &head)?;
        for entry in entries {
            write(&mut bytes, entry)?;
        }
        Ok(bytes)
    }

    /// The queue of a snapshot.
    ///
    /// # Errors
    /// When the bytes are no snapshot that this library reads, are cut off, hold an id twice or points that are none; the
    /// error names the line and the field, and never quotes what stands there.
    ///
    /// ```
    /// use twoears_core::Queue;
    /// let bytes = Queue::new().snapshot()?;
    /// assert!(Queue::restore(&bytes)?.is_empty());
    /// assert!(Queue::restore(b"{}").unwrap_err().is_queue());
    /// # Ok::<(), twoears_core::Error>(())
    /// ```
    pub fn restore(bytes: &[u8]) -> Result<Self, Error> {
        let mut lines = bytes.split(|byte| *byte == b'\n').enumerate().map(|(at, line)| (at + 1, line));
        let first = lines.next().map_or(&[][..], |(_, line)| line);
        let head: Head = read(1, first, "this is no snapshot of a queue")?;
        if head.kind != KIND || head.format != FORMAT {
            return Err(fault(1, &format!("`kind` must be \"{KIND}\" and `format` {FORMAT}")));
        }
        let mut queue = Self::with_capacity(head.cases.min(bytes.len() / LEAST_BYTES));
        for (at, line) in lines.filter(|(_, line)| !line.is_empty()) {
            let entry: Entry =
                read(at, line, "this is no case: `id`, `curve`, `due`, `received`, `hold_by`")?;
            if let Some(fault_of) = entry.curve.fault() {
                return Err(fault(at, fault_of));
            }
            if queue.insert(entry).is_some() {
                return Err(fault(at, "this `id` stands on a line before; each case may stand once"));
            }
        }
        if queue.len() != head.cases {
            let (said, found) = (head.cases, queue.len());
            return Err(fault(1, &format!("`cases` says {said} and {found} follow: take a whole snapshot")));
        }
        Ok(queue)
    }
}

fn write(bytes: &mut Vec<u8>, value: &impl Serialize) -> Result<(), Error> {
    serde_json::to_writer(&mut *bytes, value).map_err(|error| Error::queue(error.to_string()))?;
    bytes.push(b'\n');
    Ok(())
}

/// The place of a mistake, not what stands there: the parser would quote the value.
fn read<'a, T: Deserialize<'a>>(at: usize, line: &'a [u8], why: &str) -> Result<T, Error> {
    serde_json::from_slice(line).map_err(|error| fault(at, &format!("column {}: {why}", error.column())))
}

fn fault(line: usize, why: &str) -> Error {
    Error::queue(format!("snapshot, line {line}: {why}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    const HEAD: &str = r#"{"kind":"twoears queue","format":1,"cases":1}"#;
    const CASE: &str = r#"{"id":"secret@example.com","curve":{"base":4.5,"ramps":[{"from":"2026-11-23T09:00:00Z","to":"2026-11-23T10:00:00Z","points":10.0},null]},"received":"2026-11-23T09:00:00Z"}"#;

    fn restored(head: &str, cases: &[&str]) -> Result<Queue, Error> {
        Queue::restore([&[head], cases].concat().join("\n").as_bytes())
    }

    #[test]
    fn what_is_wrong_is_named_by_line_and_never_quoted() {
        assert_eq!(restored(HEAD, &[CASE]).unwrap().len(), 1);
        let two = HEAD.replace(":1}", ":2}");
        let faults = [
            (HEAD.replace("queue", "cue"), CASE.to_owned(), "line 1: `kind`"),
            (
                HEAD.replace("\"format\":1", "\"format\":2"),
                CASE.to_owned(),
                "line 1: `kind` must be \"twoears queue\" and `format` 1",
            ),
            (two.clone(), CASE.to_owned(), "`cases` says 2 and 1 follow"),
            (two, format!("{CASE}\n{CASE}"), "line 3: this `id` stands"),
            (HEAD.to_owned(), CASE.replace("4.5", "1e39"), "line 2: `base` must be"),
            (HEAD.to_owned(), CASE.replace("4.5", "-1001"), "line 2: `base` must be"),
            (HEAD.to_owned(), CASE.replace("10.0", "-1"), "line 2: `points` of a ramp"),
            (HEAD.to_owned(), CASE.replace("4.5", "NaN"), "line 2: column"),
            (HEAD.to_owned(), CASE.replace("4.5", "null"), "line 2: column"),
            (HEAD.to_owned(), CASE.replace("4.5", "1e999"), "line 2: column"),
            (HEAD.to_owned(), CASE.replace("2026-11-23T10", "99999-11-23T10"), "line 2: column"),
            (HEAD.to_owned(), CASE.replace("\"id\"", "\"name\""), "line 2: column"),
        ];
        for (head, cases, part) in faults {
            let error = restored(&head, &[&cases]).unwrap_err();
            assert!(error.is_queue() && error.to_string().contains(part), "{part}: {error}");
            assert!(!error.to_string().contains("secret"), "{error}");
        }
    }

    #[test]
    fn every_cut_is_refused_and_no_bytes_panic() {
        let whole = format!("{HEAD}\n{CASE}");
        for end in 0..whole.len() {
            assert!(Queue::restore(&whole.as_bytes()[..end]).is_err(), "{end}");
        }
        assert!(Queue::restore(b"\xff\xfe").is_err());
        let huge = HEAD.replace(":1}", ":18446744073709551615}");
        assert!(restored(&huge, &[CASE]).unwrap_err().to_string().contains("follow"));
    }
}
