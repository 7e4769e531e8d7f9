//! # What it does
//! Objects to a reply that another customer got lately, names and numbers aside.
//!
//! # Why it matters
//! Replies stand under each other in the open. Who reads the same sentence twice knows that nobody read the message.
//!
//! # Example
//! "Sorry to hear that, Ann. We're looking into it." right after "Sorry to hear that, Bo. We're looking into it."
//!
//! # Instead
//! Name what happened to this customer, in their own words: no two of them wrote the same.

use std::collections::VecDeque;
use std::hash::{Hash as _, Hasher as _};

use rustc_hash::{FxHashSet, FxHasher};
use twoears_core::decide::Severity;
use twoears_core::{Brand, RuleId};

use super::text::Text;
use super::{Found, LintFinding, Look, Rule};

pub(super) const RULE: Rule = Rule {
    id: RuleId("reply.duplicate"),
    severity: Severity::Warning,
    about: "another customer got the same text",
    check,
};

const SAYS: &str = "another customer got nearly the same text: name what happened to this one";
/// Words in a row that are compared.
const ROW: usize = 3;
/// So much of the rows that either has must be shared.
const SHARE: (usize, usize) = (8, 10);
/// Words that everybody may say to everybody: "You're welcome!"
const FEW: usize = 4;

fn check(look: &Look<'_>, found: &mut Found<'_>) {
    let subject = look.subject;
    if subject.earlier.is_empty() {
        return;
    }
    let own = rows(&look.text);
    let same = |earlier: &&str| nearly_same(&own, &rows(&Text::new(earlier, subject.brand)));
    if says_much(&own) && subject.earlier.iter().any(same) {
        found.whole(SAYS);
    }
}

/// Is it more than everybody may say to everybody?
fn says_much(own: &FxHashSet<u64>) -> bool {
    own.len() + ROW > FEW + 1
}

fn nearly_same(own: &FxHashSet<u64>, other: &FxHashSet<u64>) -> bool {
    let shared = own.intersection(other).count();
    let either = own.len() + other.len() - shared;
    shared * SHARE.1 >= either * SHARE.0 && either > 0
}

/// The replies that went to other customers last, so that the next one can be compared with them.
///
/// ```
/// use twoears_core::Brand;
/// use twoears_drafts::lint::Sent;
/// let (brand, mut sent) = (Brand::default(), Sent::last(100));
/// assert!(sent.add("Hi Ann, sorry the 6.10 left without you.", &brand).is_none());
/// let finding = sent.add("Hi Bo, sorry the 7.20 left without you.", &brand);
/// assert_eq!(finding.unwrap().rule.0, "reply.duplicate");
/// ```
#[derive(Clone, Debug)]
pub struct Sent {
    most: usize,
    rows: VecDeque<FxHashSet<u64>>,
}

impl Sent {
    /// Remembers so many replies, as hashes of their words.
    pub fn last(most: usize) -> Self {
        Self { most, rows: VecDeque::new() }
    }

    /// Adds a reply; what there is to object to where one before it said nearly the same.
    pub fn add(&mut self, reply: &str, brand: &Brand) -> Option<LintFinding> {
        let severity = brand.lint.severity(RULE.id.0, RULE.severity);
        let own = rows(&Text::new(reply, brand));
        if !says_much(&own) {
            return None;
        }
        let same = self.rows.iter().any(|other| nearly_same(&own, other));
        if self.rows.len() >= self.most {
            self.rows.pop_front();
        }
        self.rows.push_back(own);
        let finding =
            |severity| LintFinding { rule: RULE.id, severity, span: None, says: SAYS.to_owned(), fix: None };
        severity.filter(|_| same).map(finding)
    }
}

/// The rows of words in the sentences, without numbers and names: without what is in capitals inside a sentence.
fn rows(text: &Text<'_>) -> FxHashSet<u64> {
    let mut words: Vec<&str> = Vec::with_capacity(text.words.len());
    for sentence in &text.sentences {
        let from = text.words.partition_point(|word| word.start < sentence.start);
        let own = text.words[from..].iter().take_while(|word| word.end <= sentence.end);
        for (at, word) in own.enumerate() {
            let written = text.as_written(*word);
            let name = at > 0
                && written.starts_with(char::is_uppercase)
                && !written.starts_with("I'")
                && written != "I";
            if !name && !written.starts_with(|c: char| c.is_ascii_digit()) {
                words.push(text.of(*word));
            }
        }
    }
    let hash = |row: &[&str]| {
        let mut hasher = FxHasher::default();
        row.hash(&mut hasher);
        hasher.finish()
    };
    if words.len() < ROW {
        return words.first().map(|_| hash(&words)).into_iter().collect();
    }
    words.windows(ROW).map(hash).collect()
}

#[cfg(test)]
mod tests {
    use super::super::testing::with;
    use super::*;
    use twoears_core::Message;

    fn says(text: &str, earlier: &str) -> bool {
        let (message, lately) = (Message::new("hi"), ["Which shop was it?", earlier]);
        with(&RULE, &message, text, |subject| subject.earlier(&lately)).is_some()
    }

    #[test]
    fn names_and_numbers_make_no_difference() {
        for (text, earlier) in [
            ("Hi Ann, sorry the 6.10 left without you.", "Hi Bo, sorry the 7.20 left without you."),
            (
                "I'm sorry about your lamp. Which bulb is in it?",
                "I'm sorry about your lamp. Which bulb is in it?",
            ),
            ("I’m sorry about your lamp, Sam.", "I'm sorry about your lamp, Jo."),
            ("@ann Please restart the app once.", "@bo Please restart the app once. ^MK"),
            ("Your code comes by mail in 5 minutes.", "Your code comes by mail in 9 minutes."),
            (
                "We apologise: your order was left in Brindle.",
                "We apologise: your order was left in Tollbridge.",
            ),
        ] {
            assert!(says(text, earlier), "{text}");
        }
    }

    #[test]
    fn own_words_pass() {
        for (text, earlier) in [
            ("I'm sorry the coach left without you.", "I'm sorry the lamp flickers."),
            ("You're welcome!", "You're welcome!"),
            ("Thank you, Ann.", "Thank you, Bo."),
            ("Which bulb is in it?", "Which coach was it?"),
            (
                "Sorry that your parcel is down as delivered.",
                "Sorry that your parcel hasn't moved since then.",
            ),
            ("The shop opens at ten on Sundays.", "The shop is closed on Sundays, I'm afraid."),
        ] {
            assert!(!says(text, earlier), "{text}");
        }
    }
}
