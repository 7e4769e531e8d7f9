//! # What it does
//! Objects to words that put the fault on the customer or tell them that they were told: "you should have checked", "you
//! failed to", "as I said".
//!
//! # Why it matters
//! Nobody was ever won over by being shown wrong, and in public others read along.
//!
//! # Example
//! "As stated, you should have read the conditions."
//!
//! # Instead
//! Say what holds and what helps now: "That fare can't be changed. What I can do is move you to the 6.40."

use std::sync::LazyLock;

use twoears_core::decide::Severity;
use twoears_core::{RuleId, Span};

use super::phrases::Phrases;
use super::{Found, Look, Rule};

pub(super) const RULE: Rule = Rule {
    id: RuleId("reply.blame"),
    severity: Severity::Warning,
    about: "words that put the fault on the customer",
    check,
};

const BLAMES: &[&str] = &[
    "you failed to",
    "your failure to",
    "you neglected to",
    "you forgot to",
    "you never told",
    "you didn't read",
    "you did not read",
    "you didn't bother",
    "you clearly",
    "you obviously",
    "as stated,",
    "as i stated",
    "as we stated",
    "as already stated",
    "as stated before",
    "as previously stated",
    "as clearly stated",
    "as i said",
    "as we said",
    "as i already said",
    "as i told you",
    "as we told you",
    "as i mentioned",
    "as we mentioned",
    "as already mentioned",
    "as previously mentioned",
    "as mentioned before",
    "as mentioned,",
    "like i said",
    "like we said",
    "you need to understand",
    "you have to understand",
    "you must understand",
    "you must realise",
    "you must realize",
    "if you had read",
    "had you read",
    "if you'd read",
    "if you had checked",
    "if you read the",
    "you are mistaken",
    "you're mistaken",
    "you are wrong",
    "you're wrong",
    "you claim",
    "you claim that",
    "you allege",
    "your fault",
    "your own fault",
    "your mistake",
    "your responsibility to",
    "calm down",
];
/// What "you should have" and "you must have" reproach with; "you should have received it" reproaches nobody.
const DEEDS: &[&str] = &[
    "asked",
    "booked",
    "brought",
    "called",
    "checked",
    "come",
    "contacted",
    "clicked",
    "deleted",
    "done",
    "entered",
    "forgotten",
    "given",
    "informed",
    "kept",
    "known",
    "let us",
    "looked",
    "made a mistake",
    "made sure",
    "misread",
    "misunderstood",
    "missed",
    "mistyped",
    "noticed",
    "overlooked",
    "paid",
    "planned",
    "read",
    "realised",
    "realized",
    "told",
    "typed",
    "waited",
    "written",
];

pub(super) static PHRASES: LazyLock<Phrases> = LazyLock::new(|| {
    let deeds = DEEDS.iter().flat_map(|deed| {
        ["you should have", "you should've", "you must have", "you could have", "you ought to have"]
            .map(|start| format!("{start} {deed}"))
    });
    Phrases::new(BLAMES.iter().map(|blame| (*blame).to_owned()).chain(deeds))
});

fn check(look: &Look<'_>, found: &mut Found<'_>) {
    for (_, place) in PHRASES.apart(&look.text) {
        if !is_denied(look, place) {
            let said = look.text.of(place).trim_end_matches(',');
            found.at(place, format!("`{said}` puts the fault on the customer: say what helps now"));
        }
    }
}

/// "That wasn't your fault" and "you're right, we should have told you" blame nobody.
fn is_denied(look: &Look<'_>, place: Span) -> bool {
    const DENIALS: &[&str] = &["not", "never", "isn't", "wasn't", "nothing", "think", "why", "unless"];
    look.text.before(place).take(3).any(|word| DENIALS.contains(&look.text.of(word)))
}

#[cfg(test)]
mod tests {
    use super::super::testing::run;
    use super::*;
    use twoears_core::Message;

    #[test]
    fn reproach_and_help() {
        let message = Message::new("my fare");
        for hit in [
            "You should have checked the board.",
            "You should’ve read the conditions.",
            "YOU FAILED TO reply in time.",
            "As stated, it can't be changed.",
            "As I said, it can't be changed.",
            "You need to understand that seats are few.",
            "You must have entered the wrong code.",
            "You must realize that it is full.",
            "That is your own fault.",
        ] {
            assert!(run(&RULE, &message, hit).is_some(), "{hit}");
        }
        for miss in [
            "You should have received an e-mail.",
            "You should have a seat by now.",
            "You must have a ticket for the 6.10.",
            "It wasn’t your fault.",
            "That is not your mistake, it's ours.",
            "As stated in your post, the 6.10 was late.",
            "We should have told you.",
            "You must have been cold out there.",
            "You should have heard from us.",
        ] {
            assert_eq!(run(&RULE, &message, miss), None, "{miss}");
        }
    }
}
