//! # What it does
//! Objects to praise of ourselves ("we pride ourselves", "our award-winning team"), to rules in place of reasons ("our policy
//! is"), and to replies in which most sentences are about us.
//!
//! # Why it matters
//! The customer wrote about something that happened to them. A reply about us answers nobody.
//!
//! # Example
//! "At Larkway we pride ourselves on punctuality. We run 400 coaches. Our team is known for its care."
//!
//! # Instead
//! "Your 6.10 left early, and you stood there." Begin with what happened to them, and say what they can do now.

use std::sync::LazyLock;

use twoears_core::decide::Severity;
use twoears_core::{RuleId, Span};

use super::phrases::{Phrases, is_whole};
use super::{Found, Look, Rule};

pub(super) const RULE: Rule =
    Rule { id: RuleId("reply.self_talk"), severity: Severity::Warning, about: "talk about us", check };

const PROUD: &[&str] = &[
    "pride ourselves",
    "pride ourself",
    "we are proud to",
    "we're proud to",
    "our policy is",
    "our policy states",
    "our policies state",
    "it is our policy",
    "it's our policy",
    "is against our policy",
    "as a leading",
    "as the leading",
    "as a company",
    "as an airline",
    "we are a leading",
    "we are the leading",
    "industry-leading",
    "industry leading",
    "world-class",
    "world class service",
    "award-winning",
    "our mission is",
    "our goal is to provide",
    "our aim is to provide",
    "our commitment to excellence",
    "we set high standards",
    "our high standards",
    "we hold ourselves to",
    "we aim to provide",
    "we always aim to",
    "we try our best to provide",
];
/// Fewer sentences than this say little about what a reply is about.
const SENTENCES: usize = 3;
/// Who a sentence that begins like this is about: us.
const US: &[&str] = &["we", "we're", "we've", "our", "ours", "us"];
/// What "we" do in sentences about ourselves; "we see", "we'll" and "we cancelled" are about the matter.
const BEING: &[&str] = &[
    "began", "started", "founded", "provide", "offer", "serve", "run", "operate", "believe", "care",
    "strive", "always", "never", "work", "pride", "value", "aim", "try", "employ", "train", "set", "stand",
    "take",
];
/// And these anywhere in it turn it to the customer.
const YOU: &[&str] = &[
    "you",
    "your",
    "you're",
    "you've",
    "you'll",
    "you'd",
    "yours",
    "yourself",
    "sorry",
    "apologise",
    "apologize",
    "apologies",
    "thank",
    "thanks",
];

pub(super) static PHRASES: LazyLock<Phrases> = LazyLock::new(|| Phrases::new(PROUD.iter().copied()));

fn check(look: &Look<'_>, found: &mut Found<'_>) {
    for (_, place) in PHRASES.apart(&look.text) {
        let said = look.text.of(place);
        found.at(place, format!("`{said}` is about us: say what it means for the customer"));
    }
    if let Some(place) = at_us(look) {
        found.at(place, "this is about us: say what it means for the customer");
    }
    let sentences = look.text.sentences.len();
    if sentences < SENTENCES {
        return;
    }
    let ours = look.text.sentences.iter().filter(|sentence| is_ours(look, **sentence)).count();
    if ours * 3 >= sentences * 2 {
        found.whole(format!("{ours} of {sentences} sentences are about us: begin with the customer"));
    }
}

/// "At Larkway, we ...".
fn at_us(look: &Look<'_>) -> Option<Span> {
    let name = look.subject.brand.name.as_deref().filter(|name| !name.trim().is_empty())?;
    let opening = format!("at {}", name.trim().to_lowercase());
    let (at, _) = look.text.lower.match_indices(&opening).find(|(at, opening)| {
        let rest = look.text.lower[at + opening.len()..].trim_start_matches([',', ' ']);
        let ours = Span::new(*at, at + opening.len());
        is_whole(&look.text.lower, ours)
            && rest.split_whitespace().next().is_some_and(|word| US.contains(&word))
    })?;
    Some(Span::new(at, at + opening.len()))
}

fn is_ours(look: &Look<'_>, sentence: Span) -> bool {
    let mut words = look.text.words_in(sentence);
    let (first, second) = (words.next().unwrap_or(""), words.next().unwrap_or(""));
    let us = matches!(first, "our" | "ours") || (first == "we" && BEING.contains(&second));
    us && !YOU.contains(&second) && !words.any(|word| YOU.contains(&word))
}

#[cfg(test)]
mod tests {
    use super::super::Subject;
    use super::super::testing::{all, run};
    use super::*;
    use twoears_core::{Brand, Message};

    #[test]
    fn us_and_you() {
        let message = Message::new("my coach");
        for hit in [
            "We pride ourselves on being on time.",
            "OUR POLICY IS that fares are final.",
            "It’s our policy that fares are final.",
            "Our award-winning crew is there for you.",
            "As a leading carrier, we care.",
            "We run 400 coaches. Our crews are trained. We began in 1950.",
        ] {
            assert!(run(&RULE, &message, hit).is_some(), "{hit}");
        }
        for miss in [
            "We cancelled the 6.10. I'm sorry. You can take the 6.40 with the same ticket.",
            "We're sorry it was late. We'll write to you by 2 pm. Our depot has your bag.",
            "Your insurance policy is valid until May.",
            "You can be proud of that.",
            "The award went to the crew.",
            "We found it. It is at the desk.",
        ] {
            assert_eq!(run(&RULE, &message, miss), None, "{miss}");
        }
    }

    #[test]
    fn our_own_name() {
        let (message, brand) = (Message::new("my coach"), Brand::from_toml("name = 'Larkway'").unwrap());
        let hit = |reply: &str| !all(&RULE, Subject::new(reply, &message, &brand)).is_empty();
        assert!(hit("At Larkway, we care about time."));
        assert!(!hit("The coach waits at Larkway West, we hear."));
        assert!(!hit("Ann is at Larkway today."));
    }
}
