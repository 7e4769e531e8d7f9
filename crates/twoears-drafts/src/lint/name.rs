//! # What it does
//! Compares the name in the greeting with the customer's: a slip of a letter, a small first letter, or somebody else's name.
//! Short forms (Mike for Michael) and what the message is signed with pass.
//!
//! # Why it matters
//! A wrong name is the first thing the customer sees, and another customer's name looks like another customer's reply.
//!
//! # Example
//! "Hi Micheal," to Michael.
//!
//! # Instead
//! Copy the name as they write it, or greet without one.

use twoears_core::decide::Severity;
use twoears_core::{RuleId, Span};

use super::{Found, Look, Rule};

pub(super) const RULE: Rule = Rule {
    id: RuleId("reply.name"),
    severity: Severity::Warning,
    about: "not the customer's name as they write it",
    check,
};

/// Words of a greeting that are no names.
const NO_NAMES: &[&str] = &[
    "hi",
    "hello",
    "hey",
    "hiya",
    "dear",
    "good",
    "morning",
    "evening",
    "afternoon",
    "day",
    "there",
    "again",
    "all",
    "team",
    "everyone",
    "everybody",
    "folks",
    "both",
    "mr",
    "mrs",
    "ms",
    "miss",
    "dr",
    "sir",
    "madam",
    "and",
    "friend",
    "customer",
    "you",
    "to",
    "thanks",
    "thank",
    "for",
    "mate",
    "guys",
    "yes",
    "no",
    "so",
    "oh",
    "well",
    "great",
    "sorry",
];
/// Short forms that share no two first letters with their name.
const SHORT: &[(&str, &str)] = &[
    ("bob", "robert"),
    ("rob", "robert"),
    ("bill", "william"),
    ("liz", "elizabeth"),
    ("beth", "elizabeth"),
    ("betty", "elizabeth"),
    ("tony", "anthony"),
    ("dick", "richard"),
    ("rick", "richard"),
    ("peggy", "margaret"),
    ("meg", "margaret"),
    ("maggie", "margaret"),
    ("jack", "john"),
    ("ted", "edward"),
    ("ned", "edward"),
    ("harry", "henry"),
    ("chuck", "charles"),
    ("jim", "james"),
    ("hank", "henry"),
    ("polly", "mary"),
    ("molly", "mary"),
    ("nell", "eleanor"),
    ("sandy", "alexander"),
    ("xander", "alexander"),
    ("tina", "christina"),
    ("drew", "andrew"),
    ("gus", "angus"),
    ("lena", "helena"),
    ("toni", "antonia"),
    ("bert", "albert"),
    ("fred", "alfred"),
    ("kate", "catherine"),
    ("kathy", "catherine"),
    ("katie", "catherine"),
    ("gene", "eugene"),
    ("nora", "eleanor"),
    ("becca", "rebecca"),
];

fn check(look: &Look<'_>, found: &mut Found<'_>) {
    let Some(greeting) = look.text.greeting else { return };
    let author = &look.subject.message.author;
    let Some(full) = author.name.as_deref().filter(|_| author.first_name().is_some()) else { return };
    let Some((place, sure)) = greeted(look, greeting) else { return };
    let written = look.text.as_written(place);
    let lower = written.replace('’', "'").to_lowercase();
    for part in parts(full) {
        if part.replace('’', "'").to_lowercase() == lower {
            if written.starts_with(char::is_lowercase) && part.starts_with(char::is_uppercase) {
                found.fix(place, "a name begins with a capital", part);
            }
            return;
        }
    }
    let handle = author.handle.as_deref().unwrap_or("").to_lowercase();
    if handle.contains(&lower) || look.subject.message.text.to_lowercase().contains(&lower) {
        return;
    }
    let parts: Vec<&str> = parts(full).collect();
    if let Some(meant) = parts.iter().find(|part| is_slip(&lower, &part.to_lowercase())) {
        found.fix(place, "not the customer's name as they write it", *meant);
    } else if sure
        && written.starts_with(char::is_uppercase)
        && !parts.iter().any(|part| is_short(&lower, &part.to_lowercase()))
    {
        found.at(place, "another name than the customer's");
    }
}

/// The name in a greeting, or the word that stands alone after it, where it is less sure to be one: "Hi, Ann."
fn greeted(look: &Look<'_>, greeting: Span) -> Option<(Span, bool)> {
    let text = &look.text;
    let is_name = |word: &Span| {
        let word = text.of(*word);
        !NO_NAMES.contains(&word) && word.chars().all(|c| c.is_alphabetic() || c == '\'')
    };
    let from = text.words.partition_point(|word| word.start < greeting.start);
    let mut words = text.words[from..].iter();
    if let Some(name) = words.by_ref().take_while(|word| word.end <= greeting.end).find(|word| is_name(word))
    {
        return Some((*name, true));
    }
    let to = text.words.partition_point(|word| word.start < greeting.end);
    let next = text.words.get(to).filter(|word| is_name(word))?;
    text.lower[next.end as usize..].starts_with(['.', ',', '!']).then_some((*next, false))
}

/// The parts of a name: "Ann-Marie Lee" is Ann, Marie, and Lee.
fn parts(full: &str) -> impl Iterator<Item = &str> {
    full.split(|c: char| c.is_whitespace() || c == '-').filter(|part| !part.is_empty())
}

/// One or two letters wrong, left out, put in or changed round, by the length of the name.
fn is_slip(said: &str, name: &str) -> bool {
    let most = match name.chars().count() {
        0..=2 => return false,
        3..=5 => 1,
        _ => 2,
    };
    distance(said, name) <= most || is_swapped(said, name)
}

/// Two neighbouring letters changed round.
fn is_swapped(said: &str, name: &str) -> bool {
    let pairs: Vec<(char, char)> = said.chars().zip(name.chars()).collect();
    let Some(at) = pairs.iter().position(|(one, other)| one != other) else { return false };
    let round = |one: (char, char), two: (char, char)| one.0 == two.1 && one.1 == two.0;
    said.len() == name.len()
        && pairs.get(at + 1).is_some_and(|next| round(pairs[at], *next))
        && pairs[at + 2..].iter().all(|(one, other)| one == other)
}

/// A short form: the start of the name, its first two letters, or one of the well-known ones.
fn is_short(said: &str, name: &str) -> bool {
    let two: String = name.chars().take(2).collect();
    said.starts_with(&two)
        || SHORT
            .iter()
            .any(|(short, long)| (*short == said && *long == name) || (*short == name && *long == said))
}

/// Letters to change to get from one name to the other (Levenshtein).
fn distance(one: &str, other: &str) -> usize {
    let other: Vec<char> = other.chars().collect();
    let mut row: Vec<usize> = (0..=other.len()).collect();
    for (at, c) in one.chars().enumerate() {
        let mut corner = row[0];
        row[0] = at + 1;
        for (to, d) in other.iter().enumerate() {
            let changed = corner + usize::from(c != *d);
            corner = row[to + 1];
            row[to + 1] = changed.min(corner + 1).min(row[to] + 1);
        }
    }
    row[other.len()]
}

#[cfg(test)]
mod tests {
    use super::super::testing::{BRAND, all};
    use super::super::{LintFinding, Subject};
    use super::*;
    use twoears_core::{Author, Message};

    fn found(name: &str, reply: &str) -> Vec<LintFinding> {
        let message = Message::new("my coach, cheers Jo").author(Author::new("x99").name(name));
        all(&RULE, Subject::new(reply, &message, &BRAND))
    }

    #[test]
    fn names_as_they_are_written() {
        for (name, reply, want) in [
            ("Michael Lund", "Hi Micheal, it is late.", Some("Michael")),
            ("Michael Lund", "HI MIKAEL, it’s late.", Some("Michael")),
            ("Siân O’Dell", "Hi Sian, it is late.", Some("Siân")),
            ("Brian Lund", "Hey Brain, it is late.", Some("Brian")),
            ("Brian Lund", "Hey, Brain. It is late.", Some("Brian")),
            ("Ann Lee", "Hi ann, it is late.", Some("Ann")),
            ("Anna Lee", "Dear Ann, it is late.", Some("Anna")),
            ("Ann Lee", "Good morning Robert, it is late.", None),
            ("Ann Lee", "Hello Priya! It is late.", None),
        ] {
            let findings = found(name, reply);
            let fix = findings[0].fix.as_ref().map(|fix| fix.text.as_str());
            assert_eq!((findings.len(), fix), (1, want), "{reply}");
        }
        for (name, reply) in [
            ("Michael Lund", "Hi Michael, it is late."),
            ("Michael Lund", "Hi Mike, it is late."),
            ("Robert Lund", "Hi Bob, it is late."),
            ("Ann Lee", "Dear Ms Lee, it is late."),
            ("Ann Lee", "Hi there, it is late."),
            ("Ann Lee", "Hi, apologies. It is late."),
            ("Ann Lee", "Hi Jo, it is late."),
            ("Ann Lee", "Hi Annie, it is late."),
            ("The Quiet Carriage", "Hi Priya, it is late."),
            ("Sean O'Dell", "Hi O’Dell, it is late."),
            ("Ann Lee", "Good morning everyone, it is late."),
        ] {
            assert!(found(name, reply).is_empty(), "{reply}");
        }
    }
}
