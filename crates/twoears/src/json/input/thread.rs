//! What was said before.

use serde_json::Value;
use twoears_core::{From, Thread, Turn};

use super::fields::Fields;
use crate::Error;

/// Turns of a thread that are kept: the last ones.
const TURNS: usize = 200;

pub(super) fn thread(turns: &[Value]) -> Result<Thread, Error> {
    let last = turns.iter().enumerate().skip(turns.len().saturating_sub(TURNS));
    let turns: Result<Vec<Turn>, Error> = last
        .map(|(place, turn)| {
            let fields = Fields::item(turn, "thread", place)?;
            let from = match fields.text("from")? {
                Some("customer" | "in" | "user") | None => From::Customer,
                Some("organisation" | "organization" | "agent" | "out") => From::Organisation,
                Some(_) => {
                    let name = fields.name("from");
                    return Err(Error::input(format!("`{name}` is neither customer nor organisation")));
                }
            };
            let text = fields.text("text")?.unwrap_or_default().to_owned();
            Ok(Turn { id: fields.label("id")?, from, text, sent_at: fields.time("sent_at")? })
        })
        .collect();
    turns.map(Thread::new)
}
