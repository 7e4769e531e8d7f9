//! # What it does
//! Finds characters that nobody sees: zero-width ones, marks that turn the direction of text, tags, control characters, and
//! blanks that are no blanks. Those that hold an emoji or a script together pass.
//!
//! # Why it matters
//! They can hide words from the person who checks the reply, break links and searches, and make an SMS cost twice.
//!
//! # Example
//! A zero-width space inside a link, pasted from a web page.
//!
//! # Instead
//! Take them out; the fix does.

use twoears_core::decide::Severity;
use twoears_core::{RuleId, Span};

use super::{Found, Look, Rule};

pub(super) const RULE: Rule = Rule {
    id: RuleId("reply.hidden"),
    severity: Severity::Error,
    about: "characters that nobody sees",
    check,
};

/// The flag from which a row of tags makes the flag of a country's part: England, Scotland, Wales.
const FLAG: char = '\u{1f3f4}';

fn check(look: &Look<'_>, found: &mut Found<'_>) {
    let text = look.text.lower.as_str();
    if text.is_ascii()
        && !text.bytes().any(|byte| byte.is_ascii_control() && !matches!(byte, b'\n' | b'\r' | b'\t'))
    {
        return;
    }
    let (mut before, mut tagged) = ('\0', false);
    for (at, c) in text.char_indices() {
        tagged = c == FLAG || (tagged && is_tag(c));
        let next = || text[at + c.len_utf8()..].chars().next();
        if let Some((what, instead)) = hidden(c).filter(|_| !tagged && !joins(c, before, next())) {
            let place = Span::new(at, at + c.len_utf8());
            found.fix(place, format!("{what} (U+{:04X}): take it out", u32::from(c)), instead);
        }
        before = c;
    }
}

/// What is not to be seen, and what takes its place.
fn hidden(c: char) -> Option<(&'static str, &'static str)> {
    match c {
        '\u{200b}'..='\u{200d}' | '\u{2060}'..='\u{2064}' | '\u{feff}' | '\u{180e}' => {
            Some(("a zero-width character", ""))
        }
        '\u{ad}' => Some(("a hidden hyphen", "")),
        '\u{200e}' | '\u{200f}' | '\u{61c}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => {
            Some(("a mark that turns the direction of text", ""))
        }
        _ if is_tag(c) => Some(("a hidden tag", "")),
        '\u{2028}' | '\u{2029}' | '\u{85}' => Some(("an odd line break", "\n")),
        '\u{2000}'..='\u{200a}' | '\u{205f}' | '\u{1680}' => Some(("an odd blank", " ")),
        '\n' | '\r' | '\t' => None,
        _ if c.is_control() => Some(("a control character", "")),
        _ => None,
    }
}

fn is_tag(c: char) -> bool {
    matches!(c, '\u{e0000}'..='\u{e007f}')
}

/// Does it hold two signs together: joined emoji, letters of scripts that need joiners, a mark beside such a script?
fn joins(c: char, before: char, next: Option<char>) -> bool {
    let beyond = |c: char| c > '\u{58f}' && hidden(c).is_none();
    let script = |c: char| matches!(c, '\u{590}'..='\u{fff}' | '\u{1780}'..='\u{18af}');
    match c {
        '\u{200c}' | '\u{200d}' => beyond(before) && next.is_some_and(beyond),
        '\u{200e}' | '\u{200f}' | '\u{61c}' => script(before) || next.is_some_and(script),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::{all, run};
    use super::super::{Subject, fixed};
    use super::*;
    use twoears_core::{Brand, Message};

    #[test]
    fn seen_and_unseen() {
        let message = Message::new("my app");
        for hit in [
            "Open\u{200b} it.",
            "It\u{2019}s\u{200d} open.",
            "OPEN \u{202e}ti\u{202c}",
            "Open it.\u{feff}",
            "Open it.\u{e0041}\u{e0042}",
            "Open\u{7}it.",
            "Open\u{2003}it.",
            "soft\u{ad}ware",
        ] {
            assert!(run(&RULE, &message, hit).is_some(), "{hit:?}");
        }
        for miss in [
            "Open it.\r\n\tThen close it.",
            "It’s open — really.",
            "👨\u{200d}👩\u{200d}👧 and ❤\u{fe0f}",
            "🏴\u{e0067}\u{e0062}\u{e0065}\u{e006e}\u{e0067}\u{e007f} won",
            "می\u{200c}خواهم",
            "שלום\u{200f}!",
            "5\u{a0}km",
        ] {
            assert_eq!(run(&RULE, &message, miss), None, "{miss:?}");
        }
    }

    #[test]
    fn the_fix_takes_them_out() {
        let (message, brand) = (Message::new("my app"), Brand::default());
        let reply = "It’s\u{200b} open\u{2003}now.\u{2028}Bye\u{e0041}";
        let findings = all(&RULE, Subject::new(reply, &message, &brand));
        assert_eq!(fixed(reply, &findings), "It’s open now.\nBye");
    }
}
