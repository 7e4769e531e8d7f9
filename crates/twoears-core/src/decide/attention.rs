//! Does it need a reply? Reply, watch or ignore, each with its reason. Nothing is dropped: what is ignored is named too.

use super::brand::Brand;
use crate::analyze::rules::{RULES, says};
use crate::label::labels;
use crate::message::{AttachmentKind, AuthorKind, Direction, Gap};
use crate::{Finding, Message, Reading, RuleId, Scored, Urgency};

labels! {
    /// What a message asks of the organisation's people.
    Handling, "handling" {
        /// An answer, in the open, in private, or by a trained person.
        Reply = "reply",
        /// No answer; somebody keeps an eye on it.
        Watch = "watch",
        /// Nothing: the organisation's own words, a note, a program's, spam.
        Ignore = "ignore",
    }
}

/// What a message needs, and why.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Attention {
    /// What it needs.
    pub handling: Handling,
    /// The rule that decided; `model.needs_reply` when the learned head did.
    pub reason: RuleId,
}

impl Attention {
    /// The reason in words for a person.
    pub fn says(&self) -> &'static str {
        let own = OWN.iter().find(|(rule, _)| *rule == self.reason);
        own.map(|(_, says)| *says).or_else(|| says(self.reason)).unwrap_or(match self.handling {
            Handling::Reply => "reads as if it waits for an answer",
            Handling::Watch | Handling::Ignore => "reads as if nobody waits for an answer",
        })
    }
}

/// The learned head decided.
const HEAD: RuleId = RuleId("model.needs_reply");
/// A trained person must take it.
const PERSON: RuleId = RuleId("reply.person");
const OWN_ACCOUNT: RuleId = RuleId("reply.own_account");
const INTERNAL: RuleId = RuleId("reply.internal_note");
const SYSTEM: RuleId = RuleId("reply.system");
const AUTOMATIC: RuleId = RuleId("reply.automatic");
const NO_BODY: RuleId = RuleId("gap.body_unavailable");
const PICTURE: RuleId = RuleId("gap.attachment_only");
/// The text has nothing to read: true, and not the point where its words did not come.
const EMPTY: RuleId = RuleId("reply.empty");
const SPAM: RuleId = RuleId("reply.spam");

/// Reasons that are not rules of the text.
const OWN: &[(RuleId, &str)] = &[
    (PERSON, "a trained person must take it"),
    (OWN_ACCOUNT, "one of our own accounts wrote it"),
    (INTERNAL, "a note among our own people"),
    (SYSTEM, "a program's note about the conversation"),
    (AUTOMATIC, "a program sent it: an automatic answer, a list, an alert"),
    (NO_BODY, "its words did not come: open it where it was written"),
    (PICTURE, "only a picture, a sticker or a file came: look at it"),
];

/// What is known of the need without reading the words.
fn known(message: &Message, brand: &Brand) -> Option<Attention> {
    let ours = message.author.handle.as_deref().is_some_and(|handle| brand.is_own_handle(handle));
    let attention = |handling, reason| Some(Attention { handling, reason });
    match message.direction {
        Direction::Internal => attention(Handling::Ignore, INTERNAL),
        Direction::System => attention(Handling::Ignore, SYSTEM),
        Direction::Out => attention(Handling::Ignore, OWN_ACCOUNT),
        Direction::In if ours => attention(Handling::Ignore, OWN_ACCOUNT),
        Direction::In if message.author.kind == AuthorKind::Bot => attention(Handling::Watch, AUTOMATIC),
        Direction::In if words(message) => None,
        Direction::In if message.gaps.contains(&Gap::BodyUnavailable) => attention(Handling::Reply, NO_BODY),
        // In the open a picture alone may be about anything; in a conversation it answers or shows something. A sticker
        // nods or waves.
        Direction::In if !message.attachments.is_empty() => {
            let stickers = message.attachments.iter().all(|one| one.kind == AttachmentKind::Sticker);
            let watch = stickers || message.is_public();
            attention(if watch { Handling::Watch } else { Handling::Reply }, PICTURE)
        }
        Direction::In => None,
    }
}

/// Does it say anything? Beside a picture, the handles it is sent to are no words.
fn words(message: &Message) -> bool {
    let handles = !message.attachments.is_empty();
    message.text.split_whitespace().any(|word| !(handles && word.starts_with('@')))
}

/// Lets the reading say what is known without the words: who wrote it, which way it went, what of it did not come.
///
/// A program's alert still calls a person when its words do; what we wrote ourselves never does.
///
/// ```
/// use twoears_core::{Brand, Direction, Message, Model, decide, listen};
/// # fn read(message: &Message) -> Option<twoears_core::Reading> { None }
/// let message = Message::new("Assigned to Ann").direction(Direction::System);
/// if let Some(mut reading) = read(&message) {
///     decide::settle(&message, &mut reading, &Brand::default());
///     assert!(!reading.needs_reply.label);
/// }
/// ```
pub fn settle(message: &Message, reading: &mut Reading, brand: &Brand) {
    let Some(Attention { handling, reason }) = known(message, brand) else { return };
    reading.needs_reply = Scored { label: handling == Handling::Reply, probability: 1.0 };
    if handling == Handling::Ignore {
        reading.escalate = Scored { label: false, probability: 1.0 };
    }
    if handling == Handling::Reply {
        // Nobody read it yet, so nobody knows that it can wait.
        reading.urgency.label = reading.urgency.label.min(Urgency::Normal);
        reading.findings.retain(|finding| finding.rule != EMPTY);
    }
    reading.findings.push(Finding { rule: reason, span: None });
}

/// What a message needs, of which the reading was [settled](settle).
pub(super) fn attention(message: &Message, reading: &Reading, brand: &Brand, escalated: bool) -> Attention {
    if escalated {
        return Attention { handling: Handling::Reply, reason: PERSON };
    }
    if let Some(attention) = known(message, brand) {
        return attention;
    }
    let needed = reading.needs_reply.label;
    let found = |rule: RuleId| reading.findings.iter().any(|finding| finding.rule == rule);
    let claims = RULES.iter().find(|rule| rule.claims.needs_reply == Some(needed) && found(rule.id));
    let reason = claims.map_or(HEAD, |rule| rule.id);
    let handling = match needed {
        true => Handling::Reply,
        false if reason == SPAM => Handling::Ignore,
        false => Handling::Watch,
    };
    Attention { handling, reason }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Channel;
    use crate::message::{Attachment, Visibility};

    #[test]
    fn what_comes_without_words() {
        let file = |kind| vec![Attachment::new(kind)];
        let cases = [
            ("", AttachmentKind::Image, Visibility::Private, Some(Handling::Reply)),
            ("", AttachmentKind::Audio, Visibility::Private, Some(Handling::Reply)),
            ("@larkway  @ann", AttachmentKind::Image, Visibility::Private, Some(Handling::Reply)),
            ("@larkway", AttachmentKind::Image, Visibility::Public, Some(Handling::Watch)),
            ("", AttachmentKind::Sticker, Visibility::Private, Some(Handling::Watch)),
            ("@larkway this came", AttachmentKind::Image, Visibility::Public, None),
            ("where", AttachmentKind::Sticker, Visibility::Private, None),
        ];
        for (text, kind, visibility, want) in cases {
            let mut message = Message::new(text).channel(Channel::Facebook).visibility(visibility);
            message.attachments = file(kind);
            let found = known(&message, &Brand::default());
            assert_eq!(found.map(|found| found.handling), want, "{text:?} {kind:?}");
            assert!(found.is_none_or(|found| found.reason == PICTURE));
        }
        // Handles alone, with nothing beside them, are for the model to read.
        assert_eq!(known(&Message::new("@larkway"), &Brand::default()), None);
    }
}
