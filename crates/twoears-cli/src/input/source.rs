//! What a line of input is: a message of our own shape, or the payload of a helpdesk or platform.

use twoears::inbound::{self, Event, Item, Parsed};
use twoears::{Desk, Message, Platform, json};

use super::{Numbered, Raw, Reject};
use crate::fail::Fail;

/// What lines of input are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Source {
    /// Messages, as docs/triage.schema.json's other end takes them.
    Messages,
    /// Payloads of one platform.
    Platform(Platform),
    /// Payloads of any platform, each told by its look, and messages.
    Any,
}

impl Source {
    /// What `--from` says.
    pub(crate) fn of(from: Option<&str>) -> Result<Self, Fail> {
        match from {
            None => Ok(Self::Messages),
            Some("auto") => Ok(Self::Any),
            Some(name) => Platform::parse(name).map(Self::Platform).map_err(|error| {
                Fail::settings(format!("--from {name}: {error}; `auto` tells them apart by their look"))
            }),
        }
    }
}

/// What a line held.
#[derive(Default)]
pub(crate) struct Held {
    pub(crate) messages: Vec<Sourced>,
    /// What else it told, in words.
    pub(crate) passed: Vec<&'static str>,
}

/// A message, with the item that it came in when it came in a payload.
pub(crate) enum Sourced {
    Message(Box<Message>),
    Item(Box<Item>),
}

impl Sourced {
    pub(crate) fn message(&self) -> &Message {
        match self {
            Self::Message(message) => message,
            Self::Item(item) => &item.message,
        }
    }
}

impl Numbered {
    /// The messages of a line, or why there are none. One without an id is called by its line.
    pub(crate) fn held(self, source: Source, desk: &Desk) -> Result<Held, Reject> {
        let number = self.number;
        let (payload, whole) = match self.raw {
            Raw::Json(line) => (line, false),
            Raw::Whole(file) => (String::from_utf8_lossy(&file).into_owned(), true),
            raw @ (Raw::Text(_) | Raw::Message(_) | Raw::Bad(_)) => {
                let message = Self { number, raw }.message()?;
                return Ok(Held { messages: vec![Sourced::Message(Box::new(message))], passed: Vec::new() });
            }
        };
        let settings = desk.adapters();
        let parsed = match source {
            Source::Platform(platform) => inbound::parse(platform, payload.as_bytes(), settings).map(Some),
            Source::Any => inbound::parse_any(payload.as_bytes(), settings),
            Source::Messages => Ok(None),
        };
        let reject = |cause: String| Reject { number, cause, content: Some(payload.clone()) };
        match parsed.map_err(|error| reject(error.to_string()))? {
            Some(parsed) => Ok(held(parsed, number)),
            None if whole => Err(reject("no platform's payload; name one with --from".to_owned())),
            None => {
                let mut message = json::parse(&payload).map_err(|error| reject(error.to_string()))?;
                if message.id.is_empty() {
                    message.id = number.to_string();
                }
                Ok(Held { messages: vec![Sourced::Message(Box::new(message))], passed: Vec::new() })
            }
        }
    }
}

fn held(parsed: Parsed, number: u64) -> Held {
    let named = |(place, mut item): (usize, Item)| {
        if item.message.id.is_empty() {
            item.message.id = format!("{number}.{}", place + 1);
        }
        Sourced::Item(Box::new(item))
    };
    Held { messages: parsed.items.into_iter().enumerate().map(named).collect(), passed: parsed.passed }
}

/// Is there nothing to read because it was taken back?
pub(crate) fn is_gone(sourced: &Sourced) -> bool {
    matches!(sourced, Sourced::Item(item) if item.event == Event::Deleted)
}
