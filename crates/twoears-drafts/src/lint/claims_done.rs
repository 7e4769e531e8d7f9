//! # What it does
//! Objects to a reply that says that something was done for the customer ("I've refunded you", "it has been passed to")
//! when nothing says so: not what was done, not the thread, not an article.
//!
//! # Why it matters
//! A refund that nobody made is a lie that the bank statement tells a week later.
//!
//! # Example
//! "I've escalated this to our Parcels team."
//!
//! # Instead
//! Do it first and say that it was done, or promise it: "I'm taking this to our Parcels team now, and you'll hear from me by
//! noon."

use std::sync::LazyLock;

use twoears_core::decide::{Mechanism, Severity};
use twoears_core::{From, RuleId, Span};

use super::phrases::Phrases;
use super::{Found, Look, Rule};
use crate::knowledge::terms;

pub(super) const RULE: Rule = Rule {
    id: RuleId("reply.claims_done"),
    severity: Severity::Error,
    about: "says that something was done which nobody knows of",
    check,
};

/// Who did it.
const WHO: &str =
    "i've; i have; we've; we have; i; we; i just; we just; team has; team have; manager has; colleague has";
/// Words between who and what.
const BETWEEN: &[&str] = &[
    "just",
    "already",
    "now",
    "also",
    "gone",
    "ahead",
    "and",
    "since",
    "personally",
    "gladly",
    "happily",
    "went",
    "immediately",
    "have",
];
/// What was done, where nothing but the customer's matter can be meant.
const DEEDS: &str = "refunded; credited; escalated; forwarded; passed; transferred; reimbursed; compensated; waived; reinstated; rebooked; \
                     rebooked you; reported; relayed; flagged; logged; raised; submitted; filed; notified; alerted; informed; issued; processed; \
                     reset; unlocked; unblocked; upgraded; cancelled; canceled; shared; emailed; e-mailed; sent; arranged; requested; \
                     contacted; routed; spoken; spoke; asked; told; opened; started; called; rung; messaged; dm'd; \
                     replied; responded; let the; made sure; made a note";
/// The same where the sentence must speak of the customer.
const LOOSE: &str = "added; removed; updated; changed; fixed; resolved; extended; applied; booked; ordered; replaced; dispatched; shipped; \
                     corrected; adjusted; confirmed; checked; placed; closed; moved; restored; verified; reviewed; investigated; activated";
/// What happened to the customer's matter.
const PASSIVE: &str = "been refunded; been credited; been escalated; been forwarded; been passed; been transferred; been reimbursed; \
                       been compensated; been waived; been reinstated; been reported to; been relayed; been flagged; been logged; \
                       been raised; been shared with; been issued; been processed; been sent to you; \
                       was refunded; was credited; was escalated; was forwarded; was passed to; was passed on";
/// Words after which nothing is claimed.
const UNSAID: &str = "if; once; when; until; unless; whether; should have; could have; would have; not been; hasn't been; haven't been; \
                      wasn't; never; haven't; hasn't; have not; has not; may have; might have; already been; sorry we; sorry that we; \
                      sorry i; sorry you; which; after; wish; thought; any; as we; as i; we see; i see; can see; looks like; sounds like; showing";
/// Whose matter it is.
const YOURS: &str = "you; your; yours; this; that; it; them; these; those; him; her; team; teams; case; feedback; details; message; leadership; \
                     management; manager; crew; colleagues; department";

/// Letters by which two words have one stem.
const STEM: usize = 6;

static DOERS: LazyLock<Phrases> = LazyLock::new(|| Phrases::new(WHO.split("; ")));
pub(super) static FIRM: LazyLock<Phrases> = LazyLock::new(|| Phrases::new(DEEDS.split("; ")));
pub(super) static LOOSELY: LazyLock<Phrases> = LazyLock::new(|| Phrases::new(LOOSE.split("; ")));
pub(super) static HAPPENED: LazyLock<Phrases> = LazyLock::new(|| Phrases::new(PASSIVE.split("; ")));
static OPEN: LazyLock<Phrases> = LazyLock::new(|| Phrases::new(UNSAID.split("; ")));
static MATTER: LazyLock<Phrases> = LazyLock::new(|| Phrases::new(YOURS.split("; ")));
static FOR_YOU: LazyLock<Phrases> = LazyLock::new(|| Phrases::new("you; your".split("; ")));

fn check(look: &Look<'_>, found: &mut Found<'_>) {
    let text = &look.text;
    let active = FIRM.all(text).map(|hit| (hit.1, true)).chain(LOOSELY.all(text).map(|hit| (hit.1, false)));
    let passive = HAPPENED.all(text).map(|(_, place)| place).filter(|place| claims(look, *place, true));
    let place = active
        .filter_map(|(deed, firm)| {
            let who = doer(look, deed)?;
            claims(look, Span { start: who, end: deed.end }, firm)
                .then_some(Span { start: who, end: deed.end })
        })
        .chain(passive)
        .find(|place| !known(look, *place));
    if let Some(place) = place {
        let said = text.as_written(place);
        found.at(
            place,
            format!("`{said}`: nothing here says that it was done; do it first, or say who will and by when"),
        );
    }
}

/// Where the words start that say who did it, when they stand right before the deed.
fn doer(look: &Look<'_>, deed: Span) -> Option<u32> {
    let text = &look.text;
    let before = text.words.partition_point(|word| word.start < deed.start);
    let back = text.words[..before].iter().rev();
    let start = back
        .take_while(|word| BETWEEN.contains(&text.of(**word)))
        .last()
        .map_or(deed.start, |word| word.start);
    let sentence = text.sentence_of(deed)?;
    let lead = text.lower.get(sentence.start as usize..start as usize)?.trim_end();
    let mut who = DOERS.all_in(lead).filter(|(_, who)| who.end as usize == lead.len());
    who.next().map(|(_, who)| sentence.start + who.start)
}

/// Does the sentence claim it, of the customer's matter?
fn claims(look: &Look<'_>, place: Span, firm: bool) -> bool {
    let text = &look.text;
    let Some(sentence) = text.sentence_of(place) else { return false };
    if text.of(sentence).ends_with('?') {
        return false;
    }
    let before = text.lower.get(sentence.start as usize..place.start as usize).unwrap_or("");
    let clause = before.rfind([',', ';', ':']).map_or(before, |at| &before[at..]);
    let rest = text.lower.get(place.start as usize..sentence.end as usize).unwrap_or("");
    let ours = if firm { &MATTER } else { &FOR_YOU };
    let until = place.start as usize - clause.len()..place.end as usize;
    !OPEN.any_in(text.lower.get(until).unwrap_or("")) && (ours.any_in(rest) || ours.any_in(clause))
}

/// Does anything say so: what was done, the way into private, what we wrote before, an article?
fn known(look: &Look<'_>, place: Span) -> bool {
    let subject = look.subject;
    let said = terms(look.text.of(place));
    let Some(deed) = said.last().map(String::as_str) else { return true };
    let holds = |text: &str| terms(text).iter().any(|term| meet(term, deed));
    let way = subject.decision.and_then(|decision| decision.routing.mechanism);
    let sent = matches!(deed, "sent" | "messag") && way.is_some_and(|way| way != Mechanism::XDm);
    let turns = subject.message.thread.turns().iter().filter(|turn| turn.from == From::Organisation);
    let mut articles = subject.articles.iter().flat_map(|article| article.sentences.iter());
    sent || subject.done.iter().any(|done| holds(done))
        || turns.into_iter().any(|turn| holds(&turn.text))
        || articles.any(|sentence| holds(sentence))
}

/// Do two words have one stem, as "cancelled" and "cancellation" have?
fn meet(one: &str, other: &str) -> bool {
    let shared = one.bytes().zip(other.bytes()).take_while(|(one, other)| one == other).count();
    shared >= STEM || shared == one.len().min(other.len())
}

#[cfg(test)]
mod tests {
    use super::super::testing::{run, with};
    use super::*;
    use twoears_core::Message;

    #[test]
    fn nobody_did_that() {
        let message = Message::new("why was I charged twice?");
        for text in [
            "I've refunded your second charge.",
            "I’ve refunded you.",
            "We have just escalated this to our Payments team.",
            "YOUR CASE HAS BEEN TRANSFERRED TO OUR PAYMENTS TEAM.",
            "I went ahead and cancelled your order.",
            "We've sent you a new card.",
            "I've updated your address.",
            "Your feedback has been passed to the team.",
            "I credited your account. I'm sorry it took so long.",
            "We canceled it and apologize.",
        ] {
            assert!(run(&RULE, &message, text).is_some(), "{text}");
        }
    }

    #[test]
    fn what_is_known_may_be_said() {
        let message = Message::new("why was I charged twice?");
        for (text, done) in [
            ("I've refunded your second charge.", &["refund of the second charge"][..]),
            ("I’ve transferred this to Payments.", &["transferred to Payments"]),
            ("We have cancelled it for you.", &["cancellation"]),
        ] {
            assert!(with(&RULE, &message, text, |subject| subject.done(done)).is_none(), "{text}");
        }
        let mut told = Message::new("and?");
        told.thread = told.thread.turn(From::Organisation, "I've escalated this to Payments.");
        assert!(run(&RULE, &told, "I have escalated it, and I'm asking them again now.").is_none());
    }

    #[test]
    fn what_is_no_claim_passes() {
        let message = Message::new("why was I charged twice?");
        for text in [
            "I'm taking this to our Payments team now.",
            "Once we've refunded you, it takes a while to show.",
            "Have you been refunded since?",
            "You were charged twice, and I'm sorry.",
            "The 6.10 has been cancelled.",
            "We've changed the app: the button is on the left.",
            "I don't know yet whether it has been refunded.",
            "We should have sent you a word then.",
            "I'll forward this to Payments.",
        ] {
            assert!(run(&RULE, &message, text).is_none(), "{text}");
        }
    }
}
