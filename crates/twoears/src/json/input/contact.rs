//! What is known of the customer from before.

use serde_json::Value;
use twoears_core::Contact;
use twoears_core::ledger::Entry;
use twoears_core::message::Past;

use super::channel;
use super::fields::Fields;
use crate::Error;

pub(super) fn contact(fields: &Fields<'_>) -> Result<Contact, Error> {
    let complaints = fields.count("complaints")?;
    let items = |key| fields.list(key).map(|items| items.iter().enumerate());
    Ok(Contact {
        past: items("past")?.map(past).collect::<Result<_, _>>()?,
        complaints: complaints.map(|count| u32::try_from(count).unwrap_or(u32::MAX)),
        complete: fields.yes("complete")?.unwrap_or(false),
        vulnerable: fields.yes("vulnerable")?,
        promises: items("promises")?.map(promise).collect::<Result<_, _>>()?,
    })
}

fn past((place, item): (usize, &Value)) -> Result<Past, Error> {
    let fields = Fields::item(item, "contact.past", place)?;
    let sentiment = match fields.map.get("sentiment") {
        None | Some(Value::Null) => None,
        Some(score) => match score.as_f64().filter(|score| (-1.0..=1.0).contains(score)) {
            Some(score) => Some(score as f32),
            None => return Err(fields.wrong("sentiment", "a number from -1 to 1", score)),
        },
    };
    Ok(Past {
        at: fields.time("at")?,
        channel: channel::read(fields.text("channel")?.unwrap_or_default()).0,
        sentiment,
        complaint: fields.yes("complaint")?.unwrap_or(false),
    })
}

fn promise((place, item): (usize, &Value)) -> Result<Entry, Error> {
    let fields = Fields::item(item, "contact.promises", place)?;
    let missing = |key: &str| Error::input(format!("`{}` is missing", fields.name(key)));
    let text = |key| fields.text(key)?.ok_or_else(|| missing(key));
    let time = |key| fields.time(key)?.ok_or_else(|| missing(key));
    Ok(Entry {
        id: fields.count("id")?.unwrap_or(0),
        message_id: fields.label("message_id")?,
        thread_id: fields.label("thread_id")?,
        kept_at: fields.time("kept_at")?,
        withdrawn_at: fields.time("withdrawn_at")?,
        ..Entry::new(text("owner")?, text("action")?, time("made_at")?, time("due")?)
    })
}
