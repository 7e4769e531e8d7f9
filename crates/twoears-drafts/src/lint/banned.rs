//! # What it does
//! Objects to words that the settings ban (`[style]`, `banned`).
//!
//! # Why it matters
//! An organisation knows the words that its customers have come to hate, or that it may not use.
//!
//! # Example
//! "That's all sorted now", where the settings say `banned = ["sorted"]`.
//!
//! # Instead
//! "That's done now."

use twoears_core::RuleId;
use twoears_core::decide::Severity;

use super::phrases::Phrases;
use super::{Found, Look, Rule};

pub(super) const RULE: Rule = Rule {
    id: RuleId("reply.banned"),
    severity: Severity::Error,
    about: "a word that the settings ban",
    check,
};

fn check(look: &Look<'_>, found: &mut Found<'_>) {
    let banned = &look.subject.brand.style.banned;
    if banned.is_empty() {
        return;
    }
    let banned = Phrases::new(banned.iter().map(|word| word.to_lowercase().replace('’', "'")));
    for (_, place) in banned.all(&look.text) {
        found.at(place, format!("the settings ban `{}`", look.text.of(place)));
    }
}

#[cfg(test)]
mod tests {
    use super::super::Subject;
    use super::super::testing::all;
    use super::*;
    use twoears_core::{Brand, Message};

    #[test]
    fn only_whole_words_that_are_banned() {
        let brand = Brand::from_toml("[style]\nbanned = ['sorted', 'Don’t worry']").unwrap();
        let message = Message::new("hi");
        for (text, many) in [
            ("That's all sorted.", 1),
            ("SORTED, so don't worry!", 2),
            ("We assorted them, don't worrying.", 0),
            ("That's done.", 0),
        ] {
            assert_eq!(all(&RULE, Subject::new(text, &message, &brand)).len(), many, "{text}");
            assert!(all(&RULE, Subject::new(text, &message, &Brand::default())).is_empty(), "{text}");
        }
    }
}
