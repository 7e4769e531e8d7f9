//! One emoji at the end of a kind word, where the settings allow it.

use twoears_core::decide::{Emoji, Style};

use crate::phrases::Kind;

/// What fits each occasion; none fits trouble.
const PRAISE: &[&str] = &["😊", "🙏", "💛"];
const THANKS: &[&str] = &["😊", "👍"];
const CHAT: &[&str] = &["😄", "🙂"];

/// The emoji that may be said, for a reply of this kind to somebody who is unhappy or not.
pub(in crate::compose) fn fitting(kind: Kind, unhappy: bool, style: &Style) -> &'static [&'static str] {
    match kind {
        _ if unhappy || style.emoji == Emoji::Off => &[],
        Kind::Praise => PRAISE,
        Kind::Thanks => THANKS,
        Kind::Chat => CHAT,
        _ => &[],
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_for_kind_words_and_only_when_wanted() {
        let few = Style { emoji: Emoji::Few, ..Style::default() };
        for kind in [Kind::Praise, Kind::Thanks, Kind::Chat] {
            assert!(!fitting(kind, false, &few).is_empty());
            assert!(fitting(kind, true, &few).is_empty());
            assert!(fitting(kind, false, &Style::default()).is_empty());
        }
        for kind in [
            Kind::Problem,
            Kind::Mixed,
            Kind::Ask,
            Kind::Request,
            Kind::Report,
            Kind::Suggestion,
            Kind::Detail,
        ] {
            assert!(fitting(kind, false, &few).is_empty());
        }
    }
}
