//! # What it does
//! Objects to a promise without a time ("we'll get back to you", "shortly", "as soon as possible") or without anybody who
//! keeps it ("someone will", "this will be looked into").
//!
//! # Why it matters
//! "Soon" promises nothing. The customer counts the hours, asks again, and is asked to be patient.
//!
//! # Example
//! "Our team will get back to you shortly."
//!
//! # Instead
//! "I'm asking our Payments team, and you'll hear from me by 2 pm today." If no time is known, say by when you will know it.

use std::sync::LazyLock;

use twoears_core::decide::Severity;
use twoears_core::{RuleId, Span};

use super::acts::Act;
use super::phrases::Phrases;
use super::{Found, Look, Rule};

pub(super) const RULE: Rule = Rule {
    id: RuleId("reply.promise_without_time"),
    severity: Severity::Warning,
    about: "a promise without a time or an owner",
    check,
};

/// Words for a time that is none.
const VAGUE: &str = "soon; soonest; shortly; asap; as soon as possible; as soon as we can; as soon as i can; as quickly as possible; \
                     as quickly as we can; in due course; promptly; momentarily; in a bit; at the earliest; in no time; \
                     when we can; when possible; before long";
/// Words that promise another word.
const AGAIN: &str = "get back to you; getting back to you; be in touch; be in contact; keep you posted; keep you updated; \
                     keep you informed; update you; let you know; letting you know; come back to you; contact you; contacting you; \
                     follow up with you; following up with you; call you; call you back; respond to you; reply to you; \
                     get in touch with you; reach out to you; you'll hear from; you will hear from; you'll hear back; \
                     you will hear back; have an update for you; provide you with an update; message you; email you; ring you";
/// Words that say that something will be.
const WILL: &str = "will; we'll; i'll; they'll; you'll; it'll; he'll; she'll; going to; working on; working to; working hard; hoping to; aim to; \
                    trying to; expect to; should be; someone'll; team'll";
/// What is promised where the time is vague.
const DOES: &str = "get back; getting back; back to you; in touch; respond; reply; update; contact; resolve; resolved; fix; fixed; fixing; \
                    look; know; hear; assist; help; answer; call; send; email; refund; sort; sorted; replace; repair; restore; \
                    restored; on your way; moving; in the air; deliver; delivered; ship; arrive; departing; depart; have you; get you; \
                    get this; get it; get that; be back; up and running; returned; investigate; check; back up; back online; reach out; \
                    message; announce; available; with you; board; boarding; taken care of";
/// Nobody keeps these.
const NOBODY: &str = "someone will; somebody will; someone'll; you will be contacted; you'll be contacted; will be looked into; will be dealt with; \
                      will be addressed; will be reviewed; will be investigated; will be taken care of; will be sorted; will be resolved; \
                      will be fixed; will be answered; will be in touch with you";
/// Words that tie a promise to something, or that make it none.
const TIED: &str = "once; when; if; as soon as we know; as soon as we have; as soon as there; as soon as it; as soon as they; as soon as you; \
                    as soon as i have; as soon as i know; as soon as we get; as soon as we hear; as soon as an; as soon as a; as soon as the; as soon as we're; \
                    as soon as our; as soon as your; as soon as they're; as soon as you're; as soon as it's; as soon as that; as soon as this; until; unless; see you; seeing you; \
                    hope to; hope we; hope you; we hope; look forward; looking forward; feel better; welcome; welcoming; come back soon; visit; \
                    again soon; you soon; \
                    dm soon; happy to; please let; glad to; love to";

pub(super) static VAGUELY: LazyLock<Phrases> = LazyLock::new(|| Phrases::new(VAGUE.split("; ")));
pub(super) static WRITES: LazyLock<Phrases> = LazyLock::new(|| Phrases::new(AGAIN.split("; ")));
static SAID: LazyLock<Phrases> = LazyLock::new(|| Phrases::new(WILL.split("; ")));
static DONE: LazyLock<Phrases> = LazyLock::new(|| Phrases::new(DOES.split("; ")));
pub(super) static OWNERLESS: LazyLock<Phrases> = LazyLock::new(|| Phrases::new(NOBODY.split("; ")));
static BOUND: LazyLock<Phrases> = LazyLock::new(|| Phrases::new(TIED.split("; ")));

fn check(look: &Look<'_>, found: &mut Found<'_>) {
    let text = &look.text;
    let timed = look.acts.first(Act::Time).is_some() || clock(look);
    let sentence =
        |place: Span| text.sentence_of(place).filter(|sentence| !text.of(*sentence).ends_with('?'));
    let of = |place: Span| sentence(place).map(|sentence| text.of(sentence));
    if let Some((_, place)) =
        OWNERLESS.all(text).find(|(_, place)| of(*place).is_some_and(|said| !BOUND.any_in(said)))
    {
        found.at(place, format!("`{}`: say who does it, and by when", text.as_written(place)));
        return;
    }
    if timed {
        return;
    }
    let vague = VAGUELY.all(text).map(|(_, place)| place).find(|place| {
        of(*place).is_some_and(|said| SAID.any_in(said) && DONE.any_in(said) && !BOUND.any_in(said))
    });
    // What depends on their answer has no time yet.
    let asks = look.acts.first(Act::Ask).is_some() || text.lower.contains('?');
    let place = vague.or_else(|| {
        if asks {
            return None;
        }
        let places = WRITES.all(text).map(|(_, place)| place);
        places
            .into_iter()
            .find(|place| of(*place).is_some_and(|said| SAID.any_in(said) && !BOUND.any_in(said)))
    });
    if let Some(place) = place {
        found.at(place, format!("`{}` names no time: say by when", text.as_written(place)));
    }
}

/// Does a time of day or a number of days stand in the reply?
fn clock(look: &Look<'_>) -> bool {
    let words = &look.text.words;
    words.iter().enumerate().any(|(at, word)| {
        let word = look.text.of(*word);
        let unit = word.trim_start_matches(|c: char| c.is_ascii_digit());
        let other = |at: usize| words.get(at).map_or("", |word| look.text.of(*word));
        let counts = matches!(other(at + 1), "am" | "pm" | "day" | "days" | "h" | "weeks" | "week" | "min");
        let clock = matches!(other(at.wrapping_sub(1)), "by" | "before" | "at" | "until");
        unit.len() < word.len()
            && (matches!(unit, "am" | "pm" | "a" | "p" | "h" | "hr" | "hrs" | "min") || counts || clock)
    })
}

#[cfg(test)]
mod tests {
    use super::super::testing::run;
    use super::*;
    use twoears_core::Message;

    #[test]
    fn soon_promises_nothing() {
        let message = Message::new("my lamp never came");
        for text in [
            "We'll get back to you.",
            "Our team will be in touch shortly.",
            "WE’LL FIX THIS ASAP.",
            "I'll keep you posted!",
            "We will respond to your mail as soon as possible.",
            "Someone will ring the shop by noon.",
            "Your refund will be looked into.",
            "We're working to get this sorted soon.",
        ] {
            assert!(run(&RULE, &message, text).is_some(), "{text}");
        }
    }

    #[test]
    fn owners_and_times_pass() {
        let message = Message::new("my lamp never came");
        for text in [
            "I'll write to you by 2 pm today.",
            "We'll have you on your way shortly, at about 7:10p",
            "Our Parcels team will check, and you'll hear from me by 17:30.",
            "Hope to see you again soon!",
            "We'll let you know once the driver has scanned it.",
            "Get well soon!",
            "The next coach leaves soon after the 6.10.",
            "Could you let us know which lamp it is?",
            "We’ll get back to you within two hours.",
            "Please let us know as soon as possible which shop it was.",
        ] {
            assert!(run(&RULE, &message, text).is_none(), "{text}");
        }
    }
}
