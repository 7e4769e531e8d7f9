//! A time by which the answer must be there.

use super::times::{clock, left};
use super::words::{begins, holds, praises, sentence};
use super::{Claims, Context, Hit, Rule};
use crate::RuleId;
use crate::label::Urgency;

/// Minutes within which nobody may wait: critical. Measured on labelled messages: below an hour nearly all are, from
/// one to three hours two in three are only high.
const CRITICAL_MINUTES: u32 = 59;
/// Minutes from the sending to a time of day within which it is critical (ruling: about three hours).
const NEAR_MINUTES: u32 = 180;
/// The same where the writer tells the time as well ("it's 7.31").
const PAIR_MINUTES: u32 = 90;
/// Minutes of half a day: a time without am or pm is one of two.
const HALF_DAY: u32 = 12 * 60;
/// Minutes of a day: high.
const HIGH_MINUTES: u32 = 24 * 60;

/// Boarding in twenty minutes, a gate that closes, an exam that starts, a paper due by five today. What lies within
/// three hours is critical, within a day high; offers that end and opening hours do not count.
pub(super) const RULE: Rule = Rule {
    id: RuleId("urgency.deadline"),
    says: "names a time that runs out",
    patterns: &[
        // How long is left.
        r"\b(?:board(?:ing|s)?|depart(?:s|ing)?|leav(?:es|ing|e)|clos(?:es|ing|e)|shuts?|starts?|starting|goes|takes off|begins|flight'?s?|train'?s?|bus|coach|ferry|doors|opens?|due|exam'?s?|show|boat|kick ?off|sails?|pushback|interview|meeting|wedding|appointment|landing|land|check(?:ing)? in|fly|flying) (?:is |are |closes |leaves )?in (?:about |like |around |under |less than |only |just |the next )?(?:(?:\d+|two|three|four|five|ten|fifteen|twenty|thirty|forty)(?: ?(?:mins?|minutes?|m|hrs?|hours?|h|days?|weeks?|months?|years?|k|%))?|an? (?:hour|minute|day|week|month)|half an (?:hour|hr)|a quarter of an hour)\b",
        r"\b\d+ ?(?:mins?|minutes) (?:left|to go|until|till|til|to (?:join|board|make|get to|boarding|departure|take ?off)|before (?:my|our|the|an) \w+)\b",
        r"\bboarding (?:now|right now|has started|as we speak)\b|\b(?:now|already|currently) boarding\b|\bfinal call\b|\b(?:is|are|am|'s|'re|just) about to (?:leave|depart|board|take off|close|set off|go)\b|\b(?:i'?m|im|we'?re|we are|standing|ok i'm) at the gate\b|\bat (?:the )?(?:gate|desk|reception|counter|airport) now\b|\bclosing the (?:door|gate)s?\b|\b(?:going to|gonna|about to|will) miss (?:my|the|our|it)\b(?: (?:flight|train|connection|ferry|coach|plane|cruise|boat)\b)?|\bat the door now\b",
        r"\bit'?s (?:now |already |gone )?\d{1,2}[.:]\d\d\b",
        // A time of the day.
        r"\b(?:by|before|until|till|at|closes?|shuts?|leaves?|departs?|starts?|due|noon|deadline(?: is)?|for|flight|train)(?: at| by)? (?:[01]?\d|2[0-3])(?:[:.][0-5]\d)?(?: ?(?:am|pm|noon|o'?clock))?(?: (?:today|tonight|tomorrow|tmrw|this (?:afternoon|evening)))?\b",
        // A day.
        r"\b(?:need|needs|has to|have to|got to)(?: [\w']+){0,6} (?:today|tonight|tomorrow|tmrw|this (?:afternoon|evening)|end of day|eod)\b",
        r"\b(?:fly|flying|flight|flights|land|landing|we arrive|i arrive|check(?:ing)? in|setting off|set off|travel|travell?ing|train|leave|leaving|trip|holiday|wedding|funeral|interview|exams?|appointment|deadline|expires?|runs out|presentation|going away|meeting|surgery|operation|renewal|renews|moving|married|rent|party|birthday|gig|concert|event|trip|tour|due)(?:'s)?(?: [\w']+){0,3} (?:tonight|tomorrow|tommorow|tmrw|tmr|in the morning)\b|\b(?:fly|flight|leave|leaving|travelling|wedding|funeral|interview|exam|deadline|expires|runs out|moving)(?: is| are| out| home)? today\b|\bby (?:tonight|tomorrow|tmrw|midnight|close of play|end of (?:the )?day|eod)\b|\bbefore (?:tonight|tomorrow|midnight|it closes)\b|\b(?:tomorrow|tonight|today)(?:'s| is) (?:my|our|her|his) \w+\b|\bin the next (?:hour|few hours|\d+ (?:mins|minutes|hours?))\b",
        r"\b(?:flight|train|ferry|coach|fly|flying|plane|boat)(?:'?s)? (?:is |leaves |goes |departs )?at \d{1,2}(?:[.:]\d\d)?(?: ?[ap]m)?\b",
        r"\b(?:by|before) (?:noon|midday|(?:i|we) (?:fly|leave|travel|board|set off))\b|\b(?:by|before|til|till|until) (?:monday|friday)\b|\b(?:til|till|until) (?:tomorrow|midnight|noon)\b|\b(?:expires?|runs out|due|closes|shuts|ends|is up|deadline)(?:'s| is)? at midnight\b|\bstarts? (?:on )?(?:monday|tomorrow|tonight)\b|\blast day to(?:day)?\b|\btoday is the last\b|\bdeadline(?:'s| is) (?:today|tonight|tomorrow)\b",
        r"\b(?:cut(?:ting)?|disconnect\w*)(?: (?:me|us|you|my \w+))?(?: off)? (?:tomorrow|tmrw|today|tonight|on (?:monday|friday))\b|\b(?:need|needs|want) (?:it|this|that|them|one)(?: [\w']+){0,4} (?:for|by) (?:tomorrow|tonight|the morning|work in the morning)\b",
    ],
    vetoes: &[
        r"\b(?:sale|offer|deals?|promo\w*|discount|code|season|episode|match|series|tour|competition|giveaway|voucher|stream|debate)(?: [\w']+){0,2} (?:ends?|starts?|airs?|closes|opens|begins|expires?)(?: [\w']+){0,3}\b",
        r"\bhave to (?:say|admit|laugh)\b(?: [\w',]+){0,7}|\buntil (?:today|tonight)\b|\bopen (?:until|till|at|by)\b|\b(?:do|does|will|are) (?:you|the \w+|it) (?:close|shut|open)(?: [\w']+){0,4}\b",
        r"(?:[ap]m|\d) on the (?:first|last|\d+\w*)\b|\btook (?:\w+ ){0,2}(?:until|til|till)\b(?: [\w:.]+){0,2}|\bhad to be(?: [\w']+){0,4} (?:by|before|at)\b|\bboarding in \d+ was\b|\bover by midnight\b|\bby (?:tomorrow|tonight) (?:i|we|it)'ll have\b|\bgive it (?:until|til|till)\b|\bflying until\b|\bwhat(?:'?s| is) the (?:last day|latest)(?: [\w']+){0,8}|\bcan start\b(?: \w+)?",
    ],
    claims: Claims { urgency: Some(Urgency::High), needs_reply: Some(true), ..Claims::NONE },
    check: Some(check),
    ..Rule::NONE
};

/// What says that a bare time of day is a limit.
const PRESSES: &str = "need|needs|must|have to|deadline|flight|train|exam|interview|closes|shuts|urgent|due|leaves|departs|\
    sails|boarding";

/// What starts without harm when somebody misses it.
const PLAY: &str = "game starts|match starts|kick off|raid|presale|stream|broadcast|downloads";

/// What makes a coming time of day an end.
const ENDS: &str = "closes|close|shut|shuts|leaves|deadline|before|until|till|starts|gate|boarding|by";

fn check(context: &Context<'_>, hit: Hit<'_>) -> Option<Claims> {
    let lower = context.heard.lower();
    if praises(lower) {
        return None;
    }
    let floor = |urgency| Some(Claims { urgency: Some(urgency), ..RULE.claims });
    if let Some(minutes) = left(hit.text) {
        return match minutes {
            0..=CRITICAL_MINUTES if !holds(lower, PLAY) => floor(Urgency::Critical),
            0..=HIGH_MINUTES => floor(Urgency::High),
            _ => None,
        };
    }
    if hit.text.starts_with("it") {
        let now = clock(hit.text)? % HALF_DAY;
        let (before, after) = (&lower[..hit.span.start as usize], &lower[hit.span.end as usize..]);
        let times = before.split_whitespace().chain(after.split_whitespace());
        let times = times.filter(|word| word.starts_with(|c: char| c.is_ascii_digit())).filter_map(clock);
        let coming = times
            .map(|time| (time + HALF_DAY - now) % HALF_DAY)
            .any(|left| (1..=PAIR_MINUTES).contains(&left));
        return if coming && holds(lower, ENDS) { floor(Urgency::Critical) } else { None };
    }
    if hit.text.contains(|c: char| c.is_ascii_digit()) {
        let tomorrow = holds(hit.text, "tomorrow|tmrw");
        let named = tomorrow || holds(hit.text, "today|tonight|this afternoon|this evening");
        let sent = context.message.sent_at.filter(|_| !tomorrow);
        let now = sent.map(|sent| sent.as_second().rem_euclid(24 * 60 * 60) as u32 / 60);
        let due = clock(hit.text)?;
        let near = now.is_some_and(|now| due > now && due - now <= NEAR_MINUTES);
        // A bare number is a time of day when it says so, or when it is about to come.
        let timed = hit.text.ends_with('m') || near;
        let leaves = begins(hit.text, "flight|train|ferry|coach|fly|plane|boat") && hit.text.contains(" at ");
        if !(named || leaves || timed && holds(sentence(lower, hit.span), PRESSES)) {
            return None;
        }
        return floor(if near { Urgency::Critical } else { Urgency::High });
    }
    let leaves = begins(
        hit.text,
        "boarding|now |already|currently|final|closing|is about|are about|am about|just about|at |i'|im |we'|were at|we are|standing|ok",
    );
    floor(if leaves { Urgency::Critical } else { Urgency::High })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analyze::rules::claims_of;

    #[test]
    fn near_is_critical_a_day_is_high_and_offers_are_nothing() {
        let urgency = |text: &str| claims_of("urgency.deadline", text).and_then(|claims| claims.urgency);
        assert_eq!(urgency("boarding in 20 and no code"), Some(Urgency::Critical));
        assert_eq!(urgency("doors close 7.45, it's 7.31 and no tickets"), Some(Urgency::Critical));
        assert_eq!(urgency("I need it by 5pm today"), Some(Urgency::High));
        assert_eq!(urgency("we fly tomorrow"), Some(Urgency::High));
        assert_eq!(urgency("my interview is tomorrow"), Some(Urgency::High));
        assert_eq!(urgency("my permit runs out at midnight"), Some(Urgency::High));
        assert_eq!(urgency("it sails in a quarter of an hour"), Some(Urgency::Critical));
        assert_eq!(urgency("we are at the gate"), Some(Urgency::Critical));
        for text in [
            "the sale ends tonight",
            "boarding took 20 minutes",
            "does it start in 2027",
            "flight tomorrow, the app worked a treat",
            "it took them until 4pm today but it runs",
            "across town in 20 mins",
        ] {
            assert_eq!(urgency(text), None, "{text}");
        }
    }

    #[test]
    fn a_bare_time_counts_when_it_is_about_to_come() {
        let at = |sent: &str, text: &str| {
            let message = crate::Message::new(text).sent_at(sent.parse().unwrap());
            let found = super::super::find(&message, &crate::listen::hear(text));
            let found = found.iter().find(|found| found.original.rule.0 == "urgency.deadline");
            found.and_then(|found| found.claims.urgency)
        };
        let text = "train leaves 18:05 and there is no ticket in the app";
        assert_eq!(at("2026-11-23T17:20:00Z", text), Some(Urgency::Critical));
        assert_eq!(at("2026-11-23T09:00:00Z", text), None);
        assert_eq!(at("2026-11-23T19:00:00Z", text), None);
        assert_eq!(
            at("2026-11-23T17:15:00Z", "the desk shuts at 6 and they need it"),
            Some(Urgency::Critical)
        );
    }
}
