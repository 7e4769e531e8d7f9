//! What the adapters of helpdesks have in common: which way a message went, and what of it did not come.

use twoears_core::{Author, AuthorKind, Direction, Gap, Message};

use super::Event;
use crate::Settings;

/// Which way a message went that a customer can see: out when the organisation's people, programs or accounts wrote it.
pub(super) fn direction(author: &Author, settings: &Settings) -> Direction {
    let own = author.id.as_deref().is_some_and(|id| settings.is_own(id));
    match author.kind {
        AuthorKind::Agent | AuthorKind::Bot => Direction::Out,
        AuthorKind::Customer | AuthorKind::Unknown if own => Direction::Out,
        AuthorKind::Customer | AuthorKind::Unknown => Direction::In,
    }
}

/// The message with what it should hold and does not. What was taken back lacks no words.
pub(super) fn with_gaps(mut message: Message, event: Event) -> Message {
    if message.text.trim().is_empty() && message.attachments.is_empty() && event != Event::Deleted {
        message = message.gap(Gap::BodyUnavailable);
    }
    let author = &message.author;
    if author.id.is_none() && author.name.is_none() && message.direction == Direction::In {
        message = message.gap(Gap::AuthorUnknown);
    }
    if message.sent_at.is_none() {
        message = message.gap(Gap::TimeUnknown);
    }
    message
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_the_organisation_wrote_went_out() {
        let brand = twoears_core::Brand::from_toml("[inbound]\nown_ids = ['7']").unwrap();
        let settings = Settings::of(&brand).unwrap();
        let by = |kind, id: &str| direction(&Author::default().kind(kind).id(id), &settings);
        assert_eq!(by(AuthorKind::Customer, "8"), Direction::In);
        assert_eq!(by(AuthorKind::Unknown, "8"), Direction::In);
        assert_eq!(by(AuthorKind::Unknown, "7"), Direction::Out);
        assert_eq!(by(AuthorKind::Agent, "8"), Direction::Out);
        assert_eq!(by(AuthorKind::Bot, "8"), Direction::Out);
    }

    #[test]
    fn what_was_taken_back_lacks_no_words() {
        let message = || Message::new(" ").author(Author::default().name("Ann"));
        assert_eq!(with_gaps(message(), Event::Created).gaps, [Gap::BodyUnavailable, Gap::TimeUnknown]);
        assert_eq!(with_gaps(message(), Event::Deleted).gaps, [Gap::TimeUnknown]);
    }
}
