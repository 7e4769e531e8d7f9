//! # What it does
//! Objects to a link to a host that the settings do not allow (`links`), when they name any.
//!
//! # Why it matters
//! A customer trusts a link because we sent it. One to a stranger's page, or behind a shortener, teaches them to trust anybody's.
//!
//! # Example
//! `More here: https://bit.example/3xYz`
//!
//! # Instead
//! Link to the page itself, on a host of the settings; or say in the reply what the page says.

use twoears_core::decide::Severity;
use twoears_core::{RuleId, Span};

use super::{Found, Look, Rule};
use crate::x;

pub(super) const RULE: Rule = Rule {
    id: RuleId("reply.link_not_allowed"),
    severity: Severity::Error,
    about: "a link to a host that the settings do not allow",
    check,
};

fn check(look: &Look<'_>, found: &mut Found<'_>) {
    let (subject, text) = (look.subject, &look.text);
    if subject.brand.links.is_empty() || !text.lower.contains('.') {
        return;
    }
    // All that a reader takes for the link, up to the next space: a name before the host would end it too early.
    let mut end = 0;
    for (at, _) in text.lower.match_indices("://") {
        if at < end {
            continue;
        }
        let start = text.lower[..at].trim_end_matches(|c: char| c.is_ascii_alphabetic()).len();
        end = start + text.lower[start..].find(char::is_whitespace).unwrap_or(text.lower.len() - start);
        object(look, Span::new(start, end), found);
    }
    for place in x::urls(&text.lower) {
        let before = text.lower[..place.start as usize].rsplit(char::is_whitespace).next().unwrap_or("");
        if !text.of(place).contains("://") && !before.contains("://") {
            object(look, place, found);
        }
    }
}

fn object(look: &Look<'_>, place: Span, found: &mut Found<'_>) {
    let link = look.text.of(place);
    let allowed = look.subject.brand.links.iter().any(|allowed| is_on(host(link), allowed));
    let way = look.subject.link().is_some_and(|way| link.starts_with(way.to_ascii_lowercase().as_str()));
    if !allowed && !way {
        found.at(place, format!("`{}` is not among the hosts that the settings allow", host(link)));
    }
}

/// The host of a link, with or without a scheme, without name, port and last point.
fn host(link: &str) -> &str {
    let rest = link.split_once("://").map_or(link, |(_, rest)| rest);
    let end = rest.find(['/', '?', '#', '\\']).unwrap_or(rest.len());
    let host = rest[..end].rsplit('@').next().unwrap_or("");
    host.split(':').next().unwrap_or("").trim_end_matches(|c: char| !c.is_alphanumeric())
}

/// Is a host the allowed one, or below it?
fn is_on(host: &str, allowed: &str) -> bool {
    let allowed =
        allowed.trim().trim_start_matches("https://").trim_end_matches(['/', '.']).to_ascii_lowercase();
    host.strip_suffix(allowed.as_str()).is_some_and(|rest| rest.is_empty() || rest.ends_with('.'))
        && !allowed.is_empty()
}

#[cfg(test)]
mod tests {
    use super::super::testing::all;
    use super::super::{LintFinding, Subject};
    use super::*;
    use twoears_core::{Brand, Message};

    fn run(settings: &str, text: &str) -> Vec<LintFinding> {
        let (message, brand) = (Message::new("hi"), Brand::from_toml(settings).unwrap());
        all(&RULE, Subject::new(text, &message, &brand))
    }

    #[test]
    fn only_the_hosts_of_the_settings() {
        let settings = "links = ['help.larkway.example', 'larkway.com']";
        for text in [
            "See https://bit.example/3xYz",
            "See HTTPS://EVIL.EXAMPLE/help.larkway.example",
            "See https://help.larkway.example@evil.example/x",
            "See https://nothelp.larkway.example",
            "It’s at http://help.larkway.example.evil.example/",
            "See https://evil.example?x=help.larkway.example",
            "See bit.ly/3xYz",
            "See https://larkway.example",
        ] {
            assert_eq!(run(settings, text).len(), 1, "{text}");
            assert!(run("", text).is_empty(), "{text}");
        }
        for text in [
            "See https://help.larkway.example/bikes.",
            "See https://HELP.LARKWAY.EXAMPLE",
            "See https://en.help.larkway.example:443/x",
            "See larkway.com/x",
            "See https://help.larkway.example./x",
            "No link here. None at all.",
        ] {
            assert!(run(settings, text).is_empty(), "{text}: {:?}", run(settings, text));
        }
    }
}
