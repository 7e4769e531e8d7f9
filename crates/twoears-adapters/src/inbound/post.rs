//! What posts of all networks have in common.

use twoears_core::{Author, AuthorKind, Direction, Gap, Language, Message, Visibility};

use super::Event;
use crate::read::Text;

/// The language that a platform takes a post for, by a code such as `en`, `de-AT` or `pt_BR`; none when it says that it
/// cannot tell, or names one that nobody here knows.
pub(super) fn language(code: &Text<'_>) -> Option<Language> {
    let code = code.get()?.split(['-', '_']).next()?.trim();
    // Codes that ISO 639 gave up in 1989 and X still writes.
    let code = match code {
        "in" => "id",
        "iw" => "he",
        "ji" => "yi",
        code => code,
    };
    code.parse::<Language>().ok().filter(|language| !language.is_undetermined())
}

/// The kind of who writes in a network: somebody of the organisation, a program, or a customer.
pub(super) fn kind(direction: Direction, bot: bool) -> AuthorKind {
    match direction {
        _ if bot => AuthorKind::Bot,
        Direction::In => AuthorKind::Customer,
        _ => AuthorKind::Agent,
    }
}

/// Where a post of one's own account goes, and where one of any other.
pub(super) fn direction(own: bool) -> Direction {
    if own { Direction::Out } else { Direction::In }
}

/// The thread of a post where the platform does not name it: its own id where it begins one, none where it answers another
/// (what it answers is [`Message::parent_id`]).
pub(super) fn thread_of(id: &str, parent: Option<&str>) -> Option<String> {
    (parent.is_none() && !id.is_empty()).then(|| id.to_owned())
}

/// Notes what did not come.
pub(super) fn with_gaps(mut message: Message, event: Event) -> Message {
    if message.text.is_empty() && message.attachments.is_empty() && event != Event::Deleted {
        message = message.gap(Gap::BodyUnavailable);
    }
    if message.author.id.is_none() && message.author.handle.is_none() {
        message = message.gap(Gap::AuthorUnknown);
    }
    if message.visibility == Visibility::Unknown {
        message = message.gap(Gap::VisibilityUnknown);
    }
    if message.sent_at.is_none() {
        message = message.gap(Gap::TimeUnknown);
    }
    message
}

/// A post that was taken back: all that is told is its id, and perhaps whose it was.
pub(super) fn deleted(id: String, author: Option<String>, own: bool) -> Message {
    let direction = direction(own);
    let kind = if author.is_some() { kind(direction, false) } else { AuthorKind::Unknown };
    Message::default().id(id).direction(direction).author(Author { id: author, kind, ..Author::default() })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_of_languages() {
        for (code, want) in [
            ("en", Some("en")),
            ("de-AT", Some("de")),
            ("pt_BR", Some("pt")),
            ("in", Some("id")),
            ("iw", Some("he")),
            ("und", None),
            ("qme", None),
            ("", None),
        ] {
            let json = format!("\"{code}\"");
            let read: Text<'_> = serde_json::from_str(&json).unwrap();
            assert_eq!(language(&read).map(Language::code), want, "{code}");
        }
    }
}
