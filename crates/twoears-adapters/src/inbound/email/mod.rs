//! E-mail: the bytes of one message (RFC 5322, MIME), as a mailbox or an inbound parser hands them over.
//!
//! - Text: text/plain, else HTML as text; without quotes, signatures and legal footers (`read::quote`). The subject goes
//!   first where it says more than the body, and is not repeated by an answer.
//! - A conversation is known by its first `References`, else by `In-Reply-To`, else by the mail's own `Message-ID`.
//! - What a program sent (RFC 3834 `Auto-Submitted`, lists, bulk, no-reply senders, an empty return path) comes in with
//!   [`AuthorKind::Bot`]: it never gets an automatic answer. Reports (RFC 6522: bounces, receipts) are passed.
//! - The sender's name and address are the sender's own word; nothing here checks who sent it.
//! - Mail within a mail is an attachment and not opened.
//!
//! Keys: `to` (Reply-To, else From), `subject`, `message_id`, `references`; `automatic` = `yes` for what a program sent.

mod automatic;
mod body;
mod nested;

use std::sync::LazyLock;

use jiff::Timestamp;
use mail_parser::{Addr, Header, HeaderName, HeaderValue, Message as Mail, MessageParser};
use twoears_core::{Author, AuthorKind, Channel, Direction, Gap, Language, Message, Visibility};

use super::{Event, Item, Parsed};
use crate::outbound::Address;
use crate::read::quote::Reply;
use crate::read::{ID_BYTES, TEXT_BYTES, first_bytes, stable_id, subject};
use crate::shape::Shape;
use crate::{Error, Platform, Settings};

static PARSER: LazyLock<MessageParser> = LazyLock::new(MessageParser::new);

/// References that are kept: the first, and the last ones.
const REFERENCES: usize = 20;

/// Bytes at the start of a mail in which its sender stands.
const HEAD_BYTES: usize = 64 << 10;

/// Header lines, a sender among them.
pub(crate) fn recognises(_shape: &Shape<'_>, text: &str) -> bool {
    let head = text.get(..text.floor_char_boundary(HEAD_BYTES)).unwrap_or_default();
    let first = head.lines().next().unwrap_or_default();
    let name = first.split_once(':').map_or("", |(name, _)| name);
    let header = !name.is_empty() && name.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-');
    let from = |line: &str| line.get(..5).is_some_and(|start| start.eq_ignore_ascii_case("from:"));
    header && head.lines().take_while(|line| !line.is_empty()).any(from)
}

pub(crate) fn parse(payload: &[u8], settings: &Settings) -> Result<Parsed, Error> {
    let payload = nested::closed(payload);
    let mail = PARSER.parse(payload.as_ref()).filter(|mail| !mail.parts.is_empty());
    let mail = mail.ok_or_else(not_mail)?;
    let known = |header: &Header<'_>| {
        matches!(
            header.name,
            HeaderName::From | HeaderName::Date | HeaderName::MessageId | HeaderName::Subject
        )
    };
    if !mail.headers().iter().any(known) {
        return Err(not_mail());
    }
    if let Some(report) = automatic::report(&mail) {
        return Ok(Parsed::passed(report));
    }
    Ok(Parsed::one(item(&mail, settings)))
}

fn not_mail() -> Error {
    Error::payload(
        "no header of an e-mail: `From`, `Date`, `Message-ID` or `Subject` was expected (RFC 5322)",
    )
}

fn item(mail: &Mail<'_>, settings: &Settings) -> Item {
    let (title, answers) = subject::bare(mail.subject().unwrap_or_default());
    let parent = ids(mail.in_reply_to()).pop();
    let references = ids(mail.references());
    let reply = parent.is_some() || !references.is_empty() || answers;
    let body = body::own_words(mail, if reply { Reply::Yes } else { Reply::No });
    let text = if reply { body } else { subject::with(&title, body) };

    let (from, reply_to) =
        (mail.from().and_then(|from| from.first()), mail.reply_to().and_then(|to| to.first()));
    let sender = from.and_then(address);
    let answer_to = reply_to.and_then(address);
    let own = sender.as_deref().is_some_and(|sender| settings.is_own(sender));
    // A form on a web site sends from a no-reply address and names the customer as the one to answer.
    let by_form = !own
        && sender.as_deref().is_some_and(automatic::is_no_reply)
        && answer_to.as_deref().is_some_and(|to| !automatic::is_no_reply(to) && !settings.is_own(to));
    let writer = if by_form { reply_to } else { from };
    let machine =
        automatic::is_machine(mail) || !by_form && sender.as_deref().is_some_and(automatic::is_no_reply);
    let kind = match (machine, own) {
        (true, _) => AuthorKind::Bot,
        (_, true) => AuthorKind::Agent,
        _ => AuthorKind::Unknown,
    };
    let name = writer.and_then(|writer| writer.name.as_deref()).and_then(subject::one_line);
    let author = Author { id: writer.and_then(address), name, kind, ..Author::default() };

    let direction = if own { Direction::Out } else { Direction::In };
    let mut message = Message::new(first_bytes(&text, TEXT_BYTES));
    message =
        message.channel(Channel::Email).visibility(Visibility::Private).direction(direction).author(author);
    message.sent_at = mail.date().filter(|date| date.is_valid()).and_then(|date| {
        // The wall clock's fields were checked; a day that a month does not have runs on into the next.
        Timestamp::from_second(date.to_timestamp()).ok()
    });
    let id = mail.message_id().and_then(id_of);
    message.id = id.clone().unwrap_or_else(|| {
        let sent = message.sent_at.map(|at| at.to_string()).unwrap_or_default();
        stable_id(&[message.author.id.as_deref().unwrap_or_default(), &sent, &title, &message.text])
    });
    message.thread_id = references.first().or(parent.as_ref()).cloned().or_else(|| Some(message.id.clone()));
    message.parent_id = parent.or_else(|| references.last().cloned());
    message.language = language(mail);
    message.attachments = body::attachments(mail);
    if message.text.is_empty() && message.attachments.is_empty() {
        message = message.gap(Gap::BodyUnavailable);
    }
    if message.author.id.is_none() && direction == Direction::In {
        message = message.gap(Gap::AuthorUnknown);
    }
    if message.sent_at.is_none() {
        message = message.gap(Gap::TimeUnknown);
    }
    let skipped = references.len().saturating_sub(REFERENCES);
    let kept =
        references.iter().enumerate().filter(|(at, _)| *at == 0 || *at > skipped).map(|(_, id)| id.as_str());
    let to = answer_to.filter(|_| !own).or_else(|| message.author.id.clone());
    let to = if own { mail.to().and_then(|to| to.first()).and_then(address) } else { to };
    let address = Address::new(Platform::Email)
        .with("to", to)
        .with("subject", Some(title))
        .with("message_id", id)
        .with("references", Some(kept.collect::<Vec<_>>().join(" ")))
        .with("automatic", machine.then(|| "yes".to_owned()));
    Item { platform: Platform::Email, event: Event::Created, message, address }
}

/// An address in lower case, when it looks like one.
fn address(of: &Addr<'_>) -> Option<String> {
    let address = of.address.as_deref()?.trim();
    let fine = (3..=320).contains(&address.len())
        && address.split('@').filter(|part| !part.is_empty()).count() == 2
        && address.matches('@').count() == 1
        && !address
            .contains(|c: char| c.is_whitespace() || c.is_control() || matches!(c, '<' | '>' | ',' | ';'));
    fine.then(|| address.to_lowercase())
}

/// The ids of a header, without their brackets.
fn ids(header: &HeaderValue<'_>) -> Vec<String> {
    header.as_text_list().unwrap_or_default().iter().filter_map(|id| id_of(id)).collect()
}

fn id_of(id: &str) -> Option<String> {
    let id = id.trim().trim_start_matches('<').trim_end_matches('>');
    let fine = (1..=ID_BYTES).contains(&id.len())
        && !id.contains(|c: char| c.is_whitespace() || c.is_control() || matches!(c, '<' | '>'));
    fine.then(|| id.to_owned())
}

fn language(mail: &Mail<'_>) -> Option<Language> {
    let header = mail.header_raw("Content-Language")?;
    header.trim().split([',', '-', '_', ' ']).next()?.to_ascii_lowercase().parse().ok()
}

#[cfg(test)]
mod tests;
