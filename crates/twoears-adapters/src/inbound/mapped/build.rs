//! A message out of the values of its fields.

use twoears_core::message::time;
use twoears_core::{Author, AuthorKind, Channel, Direction, Gap, Message, Visibility};

use super::{Field, Values};
use crate::Settings;
use crate::inbound::Event;
use crate::read::{TEXT_BYTES, Text, first_bytes, html_to_text, lower, stable_id, subject};

/// Words for channels beside their own names.
const CHANNELS: &[(&str, Channel)] = &[
    ("twitter", Channel::X),
    ("e-mail", Channel::Email),
    ("mail", Channel::Email),
    ("outbound email", Channel::Email),
    ("portal", Channel::Email),
    ("feedback widget", Channel::Email),
    ("web", Channel::Chat),
    ("webchat", Channel::Chat),
    ("widget", Channel::Chat),
    ("livechat", Channel::Chat),
    ("live chat", Channel::Chat),
    ("facebook messenger", Channel::Messenger),
    ("text", Channel::Sms),
    ("phone", Channel::Other),
];
const KINDS: &[(&str, AuthorKind)] = &[
    ("contact", AuthorKind::Customer),
    ("user", AuthorKind::Customer),
    ("end_user", AuthorKind::Customer),
    ("end-user", AuthorKind::Customer),
    ("requester", AuthorKind::Customer),
    ("visitor", AuthorKind::Customer),
    ("admin", AuthorKind::Agent),
    ("staff", AuthorKind::Agent),
    ("operator", AuthorKind::Agent),
    ("app", AuthorKind::Bot),
    ("system", AuthorKind::Bot),
];
const DIRECTIONS: &[(&str, Direction)] = &[
    ("incoming", Direction::In),
    ("inbound", Direction::In),
    ("received", Direction::In),
    ("customer", Direction::In),
    ("outgoing", Direction::Out),
    ("outbound", Direction::Out),
    ("sent", Direction::Out),
    ("reply", Direction::Out),
    ("agent", Direction::Out),
    ("note", Direction::Internal),
    ("private_note", Direction::Internal),
    ("activity", Direction::System),
];
const VISIBILITIES: &[(&str, Visibility)] = &[("true", Visibility::Public), ("false", Visibility::Private)];
const EVENTS: &[(&str, Event)] = &[
    ("created", Event::Created),
    ("new", Event::Created),
    ("edited", Event::Edited),
    ("updated", Event::Edited),
    ("deleted", Event::Deleted),
    ("removed", Event::Deleted),
];

/// A message, what happened to it, and a field whose value could not be read, with what was expected there.
pub(crate) struct Built {
    pub(crate) message: Message,
    pub(crate) event: Event,
    pub(crate) unread: Option<(Field, &'static str)>,
}

/// Makes a message of values. What cannot be read is left out and named.
pub(crate) fn build(values: &Values<'_>, settings: &Settings) -> Built {
    let mut unread = None;
    let mut note = |field, what| unread = unread.or(Some((field, what)));
    let mut time = |field: Field| {
        let text = written(values.get(field))?;
        // A date takes eight digits; more of them count seconds, and need not be tried as anything else.
        let read = if text.len() > 8 && text.bytes().all(|b| b.is_ascii_digit()) {
            text.parse().ok().and_then(time::epoch)
        } else {
            time::written(text).or_else(|| time::epoch(whole(text)?))
        };
        if read.is_none() {
            note(field, "a time was expected: RFC 3339, or seconds since 1970");
        }
        read
    };
    let (sent_at, first_seen) = (time(Field::SentAt), time(Field::AuthorFirstSeen));
    let channel = word(values, Field::Channel, CHANNELS, "a channel's name was expected", &mut note);
    let visibility =
        word(values, Field::Visibility, VISIBILITIES, "`public` or `private` was expected", &mut note);
    let direction =
        word(values, Field::Direction, DIRECTIONS, "`in`, `out` or `internal` was expected", &mut note);
    let kind = word(values, Field::AuthorKind, KINDS, "`customer`, `agent` or `bot` was expected", &mut note);
    let event = written(values.get(Field::Event)).map(|text| {
        let found = EVENTS.iter().find(|(name, _)| name.eq_ignore_ascii_case(text));
        found.map_or_else(
            || {
                note(Field::Event, "`created`, `edited` or `deleted` was expected");
                Event::Created
            },
            |(_, event)| *event,
        )
    });
    let followers = written(values.get(Field::AuthorFollowers)).and_then(|text| {
        let plain = text.replace([',', ' ', '\''], "");
        let count = Text::from(std::borrow::Cow::Borrowed(plain.as_str())).count();
        if count.is_none() {
            note(Field::AuthorFollowers, "a count was expected");
        }
        count
    });
    let event = event.unwrap_or(Event::Created);
    let (channel, kind) = (channel.unwrap_or_default(), kind.unwrap_or_default());
    let author = Author {
        id: values.get(Field::AuthorId).id(),
        name: values.get(Field::AuthorName).name(),
        handle: values.get(Field::AuthorHandle).name(),
        followers,
        vip: values.get(Field::AuthorVip).is_true(),
        verified: values.get(Field::AuthorVerified).flag(),
        first_seen,
        kind,
    };
    let own = [&author.id, &author.handle].into_iter().flatten().any(|id| settings.is_own(id));
    let direction = match direction {
        None | Some(Direction::In) if own || kind == AuthorKind::Agent => Direction::Out,
        direction => direction.unwrap_or_default(),
    };
    let mut text = if event == Event::Deleted { String::new() } else { text(values) };
    text.truncate(first_bytes(&text, TEXT_BYTES).len());
    let mut message = Message::new(text);
    message = message
        .channel(channel)
        .visibility(visibility.unwrap_or_default())
        .direction(direction)
        .author(author);
    message.sent_at = sent_at;
    message.thread_id = values.get(Field::ThreadId).id();
    message.parent_id = values.get(Field::ParentId).id();
    let language = written(values.get(Field::Language));
    message.language = language.and_then(|code| code.split(['-', '_']).next()?.parse().ok());
    message.id = values.get(Field::Id).id().unwrap_or_else(|| {
        let sent = message.sent_at.map(|at| at.to_string()).unwrap_or_default();
        let author = message.author.id.as_deref().or(message.author.handle.as_deref()).unwrap_or_default();
        stable_id(&[message.thread_id.as_deref().unwrap_or_default(), author, &sent, &message.text])
    });
    Built { message: gaps(message, event), event, unread }
}

fn gaps(mut message: Message, event: Event) -> Message {
    if message.text.is_empty() && event != Event::Deleted {
        message = message.gap(Gap::BodyUnavailable);
    }
    let author = &message.author;
    if author.id.is_none() && author.handle.is_none() && message.direction == Direction::In {
        message = message.gap(Gap::AuthorUnknown);
    }
    if message.visibility == Visibility::Unknown && message.channel.is_public_by_habit() {
        message = message.gap(Gap::VisibilityUnknown);
    }
    if message.sent_at.is_none() { message.gap(Gap::TimeUnknown) } else { message }
}

/// The text, with the subject of what is no answer over it.
fn text(values: &Values<'_>) -> String {
    let text = values.get(Field::Text).get().unwrap_or_default();
    let html = match values.get(Field::Html).get().map(|html| lower(html.trim())).as_deref() {
        Some("auto") => looks_like_html(text),
        Some(html) => matches!(html, "yes" | "true" | "1") || html.contains("html"),
        None => false,
    };
    let body = if html { html_to_text(text) } else { first_bytes(text, TEXT_BYTES).to_owned() };
    let (title, answers) = subject::bare(values.get(Field::Subject).get().unwrap_or_default());
    if answers || values.get(Field::ParentId).id().is_some() { body } else { subject::with(&title, body) }
}

/// Is there an element of a text in it?
fn looks_like_html(text: &str) -> bool {
    const ELEMENTS: &[&str] = &["</", "<br", "<div", "<p>", "<p ", "<span", "&nbsp;", "<img", "<table"];
    ELEMENTS.iter().any(|element| text.contains(element))
}

/// What stands there, when it is not blank.
fn written<'a>(text: &'a Text<'_>) -> Option<&'a str> {
    text.get().map(str::trim).filter(|text| !text.is_empty())
}

/// The whole part of a decimal number.
fn whole(text: &str) -> Option<i64> {
    let (whole, part) = text.split_once('.')?;
    part.bytes().all(|b| b.is_ascii_digit()).then(|| whole.parse().ok())?
}

/// A label by its own name or by another word for it.
fn word<T: std::str::FromStr + Copy>(
    values: &Values<'_>,
    field: Field,
    others: &[(&str, T)],
    expected: &'static str,
    note: &mut impl FnMut(Field, &'static str),
) -> Option<T> {
    let text = written(values.get(field))?;
    let lower = lower(first_bytes(text, 64));
    // The other words first: what is no name of its own costs an error that nobody reads.
    let found = others.iter().find(|(name, _)| *name == lower).map(|(_, value)| *value);
    let found = found.or_else(|| lower.parse().ok());
    if found.is_none() {
        note(field, expected);
    }
    found
}
