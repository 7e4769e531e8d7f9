//! # What it does
//! Objects to words of the helpdesk and of the office: "ticket ID", "L2", "SLA", "utilise", "with regards to". Words that the
//! customer wrote are theirs and pass.
//!
//! # Why it matters
//! Who does not know our words has to ask again, or feels sent into a machine.
//!
//! # Example
//! "With regards to your case ID, we escalated to L2 within the SLA."
//!
//! # Instead
//! "Our app team looks at it now, and I'll write to you by 2 pm." Say it as you would to a neighbour.

use std::sync::LazyLock;

use twoears_core::decide::Severity;
use twoears_core::{RuleId, Span};

use super::phrases::Phrases;
use super::plain::{Plain, object};
use super::{Found, Look, Rule};

pub(super) const RULE: Rule = Rule {
    id: RuleId("reply.jargon"),
    severity: Severity::Warning,
    about: "words of the office that a customer need not know",
    check,
};

/// Words of the office, with plain ones; the first [`CAPITALS`] only where they stand in capitals.
const WORDS: &[Plain] = &[
    ("eta", None),
    ("poc", Some("contact")),
    ("rma", Some("return")),
    ("rma number", Some("return number")),
    ("sla", None),
    ("slas", None),
    ("sme", None),
    ("sop", None),
    ("kpi", None),
    ("l1", None),
    ("l2", None),
    ("l3", None),
    ("pnr", Some("booking code")),
    ("csr", None),
    ("kb", None),
    ("irregular operations", Some("disruption")),
    ("tier 1 support", None),
    ("tier 2 support", None),
    ("tier 3 support", None),
    ("tier 2 team", None),
    ("escalate to tier", None),
    ("escalated to tier", None),
    ("kb article", Some("help page")),
    ("knowledge base article", Some("help page")),
    ("ticket id", Some("reference")),
    ("case id", Some("reference")),
    ("the backend", Some("our system")),
    ("on the back end", Some("in our system")),
    ("utilise", Some("use")),
    ("utilised", Some("used")),
    ("utilising", Some("using")),
    ("utilize", Some("use")),
    ("utilized", Some("used")),
    ("utilizing", Some("using")),
    ("provisioned", Some("set up")),
    ("provisioning", Some("setting up")),
    ("with regards to", Some("about")),
    ("with regard to", Some("about")),
    ("in regards to", Some("about")),
    ("in regard to", Some("about")),
    ("with respect to", Some("about")),
    ("pertaining to", Some("about")),
    ("prior to", Some("before")),
    ("subsequent to", Some("after")),
    ("in the event that", Some("if")),
    ("due to the fact that", Some("because")),
    ("in order to", Some("to")),
    ("in a timely manner", None),
    ("commence", Some("start")),
    ("commenced", Some("started")),
    ("endeavour to", Some("try to")),
    ("endeavor to", Some("try to")),
    ("remediate", Some("mend")),
    ("root cause", Some("cause")),
    ("troubleshoot", Some("sort out")),
    ("authenticate your", Some("confirm your")),
    ("said item", Some("the item")),
    ("the undersigned", None),
    ("aforementioned", None),
    ("hereby", Some("")),
    ("herewith", Some("")),
    ("actioned", Some("done")),
];

/// So many at the start of [`WORDS`] are abbreviations.
const CAPITALS: usize = 15;

pub(super) static PHRASES: LazyLock<Phrases> =
    LazyLock::new(|| Phrases::new(WORDS.iter().map(|(word, _)| *word)));

fn check(look: &Look<'_>, found: &mut Found<'_>) {
    let mut theirs: Option<String> = None;
    for (at, place) in PHRASES.apart(&look.text) {
        let (word, plain) = WORDS[at];
        let small = at < CAPITALS && !is_short(look.text.as_written(place));
        let theirs = theirs.get_or_insert_with(|| look.subject.message.text.to_lowercase());
        if small || theirs.contains(word) || is_number(look, place) {
            continue;
        }
        let says = match plain {
            Some(plain) if !plain.is_empty() => format!("`{word}` is office language: `{plain}`"),
            _ => format!("`{word}` is office language: say it in plain words"),
        };
        object(found, &look.text, place, says, plain);
    }
}

/// An abbreviation as it is written: its first word in capitals, but for the `s` of more than one.
fn is_short(written: &str) -> bool {
    let first = written.split(' ').next().unwrap_or("");
    first.trim_end_matches('s').chars().all(|c| c.is_uppercase() || c.is_ascii_digit())
}

/// "500 KB" is a size, and "L2-310" a number of something.
fn is_number(look: &Look<'_>, place: Span) -> bool {
    let (start, end) = (place.start as usize, place.end as usize);
    let before = look.text.lower[..start].trim_end().ends_with(|c: char| c.is_ascii_digit());
    place.len() <= 3 && (before || look.text.lower[end..].starts_with(['-', '/', '_']))
}

#[cfg(test)]
mod tests {
    use super::super::testing::{all, run};
    use super::super::{Subject, fixed};
    use super::*;
    use twoears_core::{Brand, Message};

    #[test]
    fn office_and_home() {
        let message = Message::new("my RMA is late, the lamp too");
        for hit in [
            "It was escalated to L2.",
            "We UTILISE a new system.",
            "We utilize a new system.",
            "With regards to the lamp: it’s on its way.",
            "Please quote the ticket ID.",
            "That is within our SLA.",
            "See this KB article.",
        ] {
            assert!(run(&RULE, &message, hit).is_some(), "{hit}");
        }
        for miss in [
            "Your RMA came in today.",
            "Your ticket to Brindle is valid.",
            "Keep the photo under 500 KB.",
            "Eta Street is closed.",
            "Please see https://help.example/kb/l2",
            "The poc a poc method is slow.",
            "It is on the shelf to the end of May.",
        ] {
            assert_eq!(run(&RULE, &message, miss), None, "{miss}");
        }
    }

    #[test]
    fn plain_words() {
        let (message, brand) = (Message::new("the lamp"), Brand::default());
        for (reply, want) in [
            ("Prior to May it was in the shop.", "Before May it was in the shop."),
            ("Use the app in order to pay.", "Use the app to pay."),
            ("We hereby confirm the time.", "We confirm the time."),
        ] {
            assert_eq!(fixed(reply, &all(&RULE, Subject::new(reply, &message, &brand))), want);
        }
        assert!(WORDS[CAPITALS - 1].0 == "kb");
    }
}
