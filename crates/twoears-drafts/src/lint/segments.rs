//! # What it does
//! Finds the signs that make an SMS cost more: one outside the GSM alphabet (a typographic apostrophe, a dash, an emoji) turns
//! the whole text into 16-bit units, of which 70 fit into a segment where 160 characters did.
//!
//! # Why it matters
//! Every segment is paid for, and each can arrive late or alone.
//!
//! # Example
//! 120 characters with one "—": two segments instead of one.
//!
//! # Instead
//! A plain "-", "'" or "..." says the same; the fix puts it there. Leave emoji out of an SMS.

use twoears_core::decide::Severity;
use twoears_core::{Channel, RuleId, Span};

use super::{Found, Look, Rule};
use crate::length::{gsm_like, is_gsm, segments};

pub(super) const RULE: Rule = Rule {
    id: RuleId("reply.segments"),
    severity: Severity::Warning,
    about: "signs that make an SMS cost more",
    check,
};

fn check(look: &Look<'_>, found: &mut Found<'_>) {
    let text = look.subject.text;
    if look.subject.message.channel != Channel::Sms || text.is_ascii() {
        return;
    }
    let mut plain = String::with_capacity(text.len());
    for c in text.chars() {
        if is_gsm(c) {
            plain.push(c);
        } else {
            plain.push_str(gsm_like(c).unwrap_or(""));
        }
    }
    let (costs, could) = (segments(text).count, segments(&plain).count);
    if costs <= could {
        return;
    }
    for (at, c) in look.text.raw.char_indices().filter(|(_, c)| !is_gsm(*c)) {
        let place = Span::new(at, at + c.len_utf8());
        let says = format!("`{c}` is part of why this takes {costs} SMS segments instead of {could}");
        found.written(place, says, gsm_like(c));
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::{all, run};
    use super::super::{Subject, fixed};
    use super::*;
    use twoears_core::{Brand, Message};

    #[test]
    fn what_costs_more() {
        let (sms, brand) = (Message::new("my app").channel(Channel::Sms), Brand::default());
        let long = "a".repeat(100);
        for sign in ["’", "—", "“", "…", "😊", "ç", "•"] {
            assert!(run(&RULE, &sms, &format!("{long}{sign}")).is_some(), "{sign}");
        }
        for sign in ["'", "-", "\"", "é", "€", "ü", "\n"] {
            assert_eq!(run(&RULE, &sms, &format!("{long}{sign}")), None, "{sign}");
        }
        assert_eq!(run(&RULE, &sms, "It’s short."), None);
        assert_eq!(run(&RULE, &Message::new("my app").channel(Channel::X), &format!("{long}’")), None);
        let reply = format!("It’s {long} “late” — wait…");
        let findings = all(&RULE, Subject::new(&reply, &sms, &brand));
        assert_eq!(fixed(&reply, &findings), format!("It's {long} \"late\" - wait..."));
    }
}
