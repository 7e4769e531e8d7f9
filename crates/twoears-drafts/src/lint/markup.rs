//! # What it does
//! Finds marks of Markdown, HTML and forum code where the channel shows them as they are: `**bold**`, `[text](link)`, `<br>`,
//! `[b]`, `&amp;`.
//!
//! # Why it matters
//! The customer reads the marks instead of the words.
//!
//! # Example
//! "**Important:** restart the app &amp; <b>wait</b>." on X.
//!
//! # Instead
//! "Restart the app and wait." Plain words carry the weight; the link stands by itself.

use twoears_core::decide::Severity;
use twoears_core::{Channel, RuleId, Span};

use super::{Found, Look, Rule};

pub(super) const RULE: Rule = Rule {
    id: RuleId("reply.markup"),
    severity: Severity::Warning,
    about: "marks that the channel shows as they are",
    check,
};

const ENTITIES: &[(&str, &str)] = &[
    ("&amp;", "&"),
    ("&lt;", "<"),
    ("&gt;", ">"),
    ("&quot;", "\""),
    ("&apos;", "'"),
    ("&#39;", "'"),
    ("&#x27;", "'"),
    ("&nbsp;", " "),
    ("&hellip;", "..."),
    ("&rsquo;", "'"),
];
/// Tags of HTML and of forums, which stand in angle or square brackets.
const TAGS: &[&str] = &[
    "a", "b", "i", "u", "p", "br", "em", "strong", "ul", "ol", "li", "div", "span", "img", "h1", "h2", "h3",
    "font", "code", "pre", "table", "tr", "td",
];
const FORUM: &[&str] = &["b", "i", "u", "url", "img", "quote", "code", "list", "size", "color"];
/// Characters of a tag or of the text of a link at the most.
const LONG: usize = 120;

fn check(look: &Look<'_>, found: &mut Found<'_>) {
    let (text, channel) = (look.text.lower.as_str(), look.subject.message.channel);
    if !text.contains(['*', '<', '[', '&', '`', '#', '_']) {
        return;
    }
    let tags = !matches!(channel, Channel::Email | Channel::Chat | Channel::Other);
    let marks = tags && !matches!(channel, Channel::Reddit | Channel::Telegram);
    let mut from = 0;
    while let Some(at) = text[from..].find(['*', '<', '[', '&', '`', '#', '_']).map(|at| at + from) {
        let (before, rest) = (&text[..at], &text[at..]);
        let hit = match text.as_bytes()[at] {
            b'&' => entity(rest),
            b'<' if tags => tag(rest, '>', TAGS),
            b'[' if marks => link(look, at).or_else(|| tag(rest, ']', FORUM)),
            b'[' if tags => tag(rest, ']', FORUM),
            b'*' | b'_' if marks => strong(before, rest),
            b'`' if marks && rest.starts_with("```") => Some((3, String::new())),
            b'#' if marks => heading(before, rest),
            _ => None,
        };
        let place = |length: usize| Span::new(at, at + length);
        let hit = hit.filter(|(length, _)| {
            !look.text.links.iter().any(|link| link.start < at as u32 && link.overlaps(place(*length)))
        });
        from = at + 1;
        if let Some((length, instead)) = hit {
            found.fix(place(length), "the channel shows this mark as it is", instead);
            from = at + length;
        }
    }
}

fn entity(rest: &str) -> Option<(usize, String)> {
    let (entity, sign) = ENTITIES.iter().find(|(entity, _)| rest.starts_with(entity))?;
    Some((entity.len(), (*sign).to_owned()))
}

/// `<br/>`, `</b>`, `<a href=...>`, `[url=...]`.
fn tag(rest: &str, close: char, names: &[&str]) -> Option<(usize, String)> {
    let inner = rest[1..].trim_start_matches('/');
    let name = inner.split(|c: char| !c.is_ascii_alphanumeric()).next()?;
    let after = inner[name.len()..].chars().next()?;
    let fine = names.contains(&name) && (after == close || matches!(after, ' ' | '=' | '/'));
    let end = rest.bytes().take(LONG).position(|byte| byte == close as u8)? + 1;
    let instead = if matches!(name, "br" | "p") { "\n" } else { "" };
    // A forum's `[i]` alone may be a footnote: it needs its end or a value.
    let alone =
        close == ']' && after == close && !rest.starts_with("[/") && !rest.contains(&format!("[/{name}"));
    (fine && !alone).then(|| (end, instead.to_owned()))
}

/// `[text](https://...)`: text and link one after the other.
fn link(look: &Look<'_>, at: usize) -> Option<(usize, String)> {
    let rest = &look.text.lower[at..];
    let middle = rest.bytes().take(LONG).position(|byte| byte == b']')?;
    let target = rest[middle + 1..].strip_prefix('(')?;
    let end = target.bytes().take(2 * LONG).position(|byte| byte == b')')?;
    let url = target[..end].starts_with("http").then(|| Span::new(at + middle + 2, at + middle + 2 + end))?;
    let words = look.text.as_written(Span::new(at + 1, at + middle));
    Some((middle + 2 + end + 1, format!("{words}: {}", look.text.as_written(url))))
}

/// `**` or `__` at the edge of a word; four or more are a line.
fn strong(before: &str, rest: &str) -> Option<(usize, String)> {
    let mark = rest.chars().next()?;
    let run = rest.bytes().take_while(|byte| *byte == mark as u8).count();
    let opens =
        rest[run..].starts_with(|c: char| !c.is_whitespace()) && !before.ends_with(char::is_alphanumeric);
    let closes =
        before.ends_with(|c: char| !c.is_whitespace()) && !rest[run..].starts_with(char::is_alphanumeric);
    let own = &rest[..run];
    let opened = || {
        before.rfind(own).is_some_and(|at| at == 0 || before[..at].ends_with(|c: char| !c.is_alphanumeric()))
    };
    let fine = run == 2 && !before.ends_with(mark) && opens != closes;
    (fine && (if closes { opened() } else { rest[run..].contains(own) })).then(|| (run, String::new()))
}

/// `## Steps` at the start of a line; "# 5" is a number.
fn heading(before: &str, rest: &str) -> Option<(usize, String)> {
    let run = rest.bytes().take_while(|byte| *byte == b'#').count();
    let words = rest[run..].strip_prefix(' ')?;
    let starts = before.is_empty() || before.ends_with('\n');
    (starts && run <= 6 && words.starts_with(char::is_alphabetic)).then(|| (run + 1, String::new()))
}

#[cfg(test)]
mod tests {
    use super::super::testing::{all, run};
    use super::super::{Subject, fixed};
    use super::*;
    use twoears_core::{Brand, Message};

    #[test]
    fn marks_and_words() {
        let message = Message::new("my app").channel(Channel::X);
        for hit in [
            "**Important:** restart it.",
            "Restart it &amp; wait.",
            "It’s <b>here</b>.",
            "RESTART IT.<BR/>Then wait.",
            "See [the page](https://a.example/b).",
            "[b]Restart[/b] it.",
            "## Steps\nRestart it.",
            "```restart```",
        ] {
            assert!(run(&RULE, &message, hit).is_some(), "{hit}");
        }
        for miss in [
            "Restart it & wait.",
            "I <3 this app. *MK",
            "#Steps to #restart",
            "It is 5 * 3 ** 2 long.",
            "See https://a.example/b__c__d?e=1&amp;f",
            "The file is my_app__v2 for now.",
            "@ann_lee__ It is here, and @jo__ knows.",
            "Note [1] and [i] at the foot.",
            "a < b and b > a",
        ] {
            assert_eq!(run(&RULE, &message, miss), None, "{miss}");
        }
        let letter = Message::new("my app").channel(Channel::Email);
        assert_eq!(run(&RULE, &letter, "It is <b>here</b>."), None);
    }

    #[test]
    fn the_fix_leaves_the_words() {
        let (message, brand) = (Message::new("my app").channel(Channel::X), Brand::default());
        for (reply, want) in [
            (
                "**Restart** it &amp; see [the Page](https://a.example/b).",
                "Restart it & see the Page: https://a.example/b.",
            ),
            ("It’s <i>here</i>.<br>Bye", "It’s here.\nBye"),
        ] {
            assert_eq!(fixed(reply, &all(&RULE, Subject::new(reply, &message, &brand))), want);
        }
    }
}
