//! Where messages come from: a text, JSON lines, or a table; line by line, in constant memory.

mod lines;
mod source;
mod table;

use std::fs::File;
use std::io::{self, BufReader, IsTerminal as _, Read};
use std::path::{Path, PathBuf};

use twoears::{Message, json};

use crate::fail::Fail;
pub(crate) use source::{Held, Source, Sourced, is_gone};

/// Why a whole file is none where messages are expected.
pub(crate) const NO_MAIL: &str = "a payload: `twoears triage --from …` reads it";

/// One line of input, before it is understood.
pub(crate) enum Raw {
    /// A line of JSON.
    Json(String),
    /// A text as it is.
    Text(String),
    /// A whole file that is one payload: an e-mail.
    Whole(Vec<u8>),
    /// A message that needed no parsing.
    Message(Box<Message>),
    /// A line that cannot be used, and why.
    Bad(String),
}

/// A raw line and its number in the file, from 1.
pub(crate) struct Numbered {
    pub(crate) number: u64,
    pub(crate) raw: Raw,
}

/// A line that cannot be used.
pub(crate) struct Reject {
    pub(crate) number: u64,
    pub(crate) cause: String,
    /// The line itself, for the rejects file alone: it may hold personal data.
    pub(crate) content: Option<String>,
}

impl Numbered {
    /// The message, or why there is none. A message without an id is called by its line.
    pub(crate) fn message(self) -> Result<Message, Reject> {
        let number = self.number;
        let reject = |cause, content| Reject { number, cause, content };
        let mut message = match self.raw {
            Raw::Json(line) => json::parse(&line).map_err(|error| reject(error.to_string(), Some(line)))?,
            Raw::Text(text) => Message::new(text),
            Raw::Whole(_) => {
                return Err(reject(NO_MAIL.to_owned(), None));
            }
            Raw::Message(message) => *message,
            Raw::Bad(cause) => return Err(reject(cause, None)),
        };
        if message.id.is_empty() {
            message.id = number.to_string();
        }
        Ok(message)
    }
}

/// Lines from somewhere, with what is needed to speak of them.
pub(crate) struct Input {
    /// What to call it in messages.
    pub(crate) name: String,
    /// How many bytes it has, when known.
    pub(crate) bytes: Option<u64>,
    /// The lines.
    pub(crate) lines: Box<dyn Iterator<Item = io::Result<(Numbered, u64)>> + Send>,
}

/// What the argument means: stdin, a text, a table or JSON lines.
pub(crate) fn open(
    argument: Option<&str>,
    is_text: bool,
    text_column: &str,
    source: Source,
) -> Result<Input, Fail> {
    let Some(argument) = argument.filter(|argument| is_text || *argument != "-") else {
        if io::stdin().is_terminal() {
            return Err(Fail::settings(
                "no input: name a file or a text, or pipe JSON lines in; see `twoears help`",
            ));
        }
        return Ok(Input { name: "stdin".to_owned(), bytes: None, lines: json_lines(io::stdin()) });
    };
    let path = PathBuf::from(argument);
    let ending = path.extension().and_then(|e| e.to_str()).unwrap_or("").to_lowercase();
    // One word with a folder or an ending is meant as a file, there or not; anything else is a text.
    let named = !argument.contains(char::is_whitespace) && (argument.contains('/') || is_ending(&ending));
    if is_text || !(named || path.exists()) {
        let raw = Raw::Text(argument.to_owned());
        let line = Ok((Numbered { number: 1, raw }, argument.len() as u64));
        return Ok(Input { name: "text".to_owned(), bytes: None, lines: Box::new(std::iter::once(line)) });
    }
    let file =
        File::open(&path).map_err(|error| Fail::file(&path, &format!("{error} (a text? use --text)")))?;
    let bytes = file.metadata().ok().map(|data| data.len());
    let lines = match ending.as_str() {
        "csv" => table::table(file, b',', text_column).map_err(|why| Fail::file(&path, &why))?,
        "eml" => whole(file),
        // A payload that somebody laid out to be read is one of several lines.
        "json" if source != Source::Messages => whole(file),
        "tsv" => table::table(file, b'\t', text_column).map_err(|why| Fail::file(&path, &why))?,
        _ => json_lines(file),
    };
    Ok(Input { name: shown(&path), bytes, lines })
}

/// Does it look like the ending of a file's name?
fn is_ending(ending: &str) -> bool {
    (1..=5).contains(&ending.len()) && ending.bytes().all(|b| b.is_ascii_alphanumeric())
}

/// A file as one payload. Of one that is too large as much is read as shows that.
fn whole(file: File) -> Box<dyn Iterator<Item = io::Result<(Numbered, u64)>> + Send> {
    Box::new(std::iter::once_with(move || {
        let mut bytes = Vec::new();
        file.take(twoears::inbound::PAYLOAD_BYTES as u64 + 1).read_to_end(&mut bytes)?;
        let length = bytes.len() as u64;
        Ok((Numbered { number: 1, raw: Raw::Whole(bytes) }, length))
    }))
}

fn shown(path: &Path) -> String {
    path.display().to_string()
}

fn json_lines(
    from: impl Read + Send + 'static,
) -> Box<dyn Iterator<Item = io::Result<(Numbered, u64)>> + Send> {
    Box::new(lines::Lines::new(BufReader::with_capacity(1 << 16, from)))
}
