//! Dates of birth: a full date next to a word like born.

use super::context::{Role, after, before};
use super::recognizer::{PrivateKind, Recognizer};
use crate::listen::{Heard, Token, TokenKind};
use crate::{RuleId, Span};

/// A date that the text says is one of birth.
pub(super) const RECOGNIZER: Recognizer = Recognizer {
    id: RuleId("private.date_of_birth"),
    kind: PrivateKind::DateOfBirth,
    says: "a date of birth",
    check: "a date that exists and lies in the past, after a word like born",
    maybe: |hints| hints.digits >= 3 && hints.has(Role::Birth.bit() | Role::Birthday.bit()),
    find: |look| find(look.heard),
};

/// Tokens between the word and the date.
const REACH: usize = 12;
/// A party is on a coming birthday: after this word the year must lie before this one.
const BIRTHDAY_BEFORE: u32 = 2015;

/// How months begin, in English, German, French, Spanish, Italian and Dutch.
const MONTHS: &str = "jan feb mar apr may jun jul aug sep oct nov dec mai mär okt dez fév fev avr juin juil aoû déc ene abr \
    ago dic gen mag giu lug set ott mrt mei";

fn find(heard: &Heard) -> Vec<Span> {
    let tokens = heard.tokens();
    let mut spans = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        let Some((last, year)) = date(heard, at) else {
            at += 1;
            continue;
        };
        let birthday = (1..BIRTHDAY_BEFORE).contains(&year);
        let roles = if birthday { Role::Birth.bit() | Role::Birthday.bit() } else { Role::Birth.bit() };
        if before(heard, at, REACH, roles) || after(heard, last + 1, REACH / 2, roles) {
            spans.push(Span { start: tokens[at].span.start, end: tokens[last].span.end });
        }
        at = last + 1;
    }
    spans
}

/// A full date from token `at`: its last token, and its year; 0 when that has two digits.
fn date(heard: &Heard, at: usize) -> Option<(usize, u32)> {
    let tokens = heard.tokens();
    let part = |at: usize| tokens.get(at).map_or("", |token: &Token| token.span.of(heard.lower()));
    let first = part(at);
    match tokens[at].kind {
        TokenKind::Number if first.contains('.') => {
            let groups: Vec<_> = first.split('.').collect();
            return numeric(&groups).map(|year| (at, year));
        }
        TokenKind::Number => {
            if part(at + 1) == part(at + 3)
                && matches!(part(at + 1), "/" | "-" | ".")
                && [at + 2, at + 4]
                    .iter()
                    .all(|at| tokens.get(*at).is_some_and(|token| token.kind == TokenKind::Number))
            {
                return numeric(&[first, part(at + 2), part(at + 4)]).map(|year| (at + 4, year));
            }
            if let Some(year) = numeric(&[first, part(at + 1), part(at + 2)]).filter(|year| *year > 0) {
                return Some((at + 2, year));
            }
            // `02051991`.
            if first.len() == 8 && first.is_ascii() {
                return numeric(&[&first[..2], &first[2..4], &first[4..]]).map(|year| (at, year));
            }
        }
        TokenKind::Word if month(first) => {}
        _ => return None,
    }
    // `2 May 1991`, `2nd of May, 1991`, `May 2, 1991`, `14. März 1975`.
    let mut seen = [false; 2];
    for place in at..(at + 6).min(tokens.len()) {
        let text = part(place);
        if month(text) {
            seen[0] = true;
        } else if let Some(year) = year(text) {
            return (seen[0] && seen[1]).then_some((place, year));
        } else if day(text) && !seen[1] {
            seen[1] = true;
        } else if seen[0] && short(text).is_some() {
            // `5 Mar 91`: the century is the one past.
            return Some((place, 0));
        } else if !matches!(text, "of" | "," | "." | "de" | "del" | "di" | "'" | "-" | "/") {
            return None;
        }
    }
    None
}

/// The year of a date in digits; 0 when it has two.
fn numeric(groups: &[&str]) -> Option<u32> {
    let [first, middle, last] = groups else { return None };
    if let Some(year) = year(first) {
        return exists(short(last)?, short(middle)?).then_some(year);
    }
    let end = if short(last).is_some() { Some(0) } else { year(last) };
    end.filter(|_| short(first).zip(short(middle)).is_some_and(|(day, month)| exists(day, month)))
}

/// A number of one or two digits.
fn short(text: &str) -> Option<u32> {
    let fits = (1..=2).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_digit());
    fits.then(|| text.parse().ok()).flatten()
}

/// Is there such a day and month, in either order?
fn exists(day: u32, month: u32) -> bool {
    day >= 1 && month >= 1 && day.min(month) <= 12 && day.max(month) <= 31
}

fn year(text: &str) -> Option<u32> {
    let fits = text.len() == 4 && (text.starts_with("19") || text.starts_with("20"));
    fits.then(|| text.parse().ok()).flatten()
}

fn day(text: &str) -> bool {
    let digits = text.trim_end_matches(|c: char| c.is_ascii_alphabetic());
    (1..=2).contains(&digits.len())
        && digits.bytes().all(|b| b.is_ascii_digit())
        && text.len() - digits.len() <= 2
}

fn month(text: &str) -> bool {
    text.chars().count() <= 10 && MONTHS.split_ascii_whitespace().any(|start| text.starts_with(start))
}

#[cfg(test)]
mod tests {
    use crate::analyze::privacy::testing::found;

    #[test]
    fn dates_of_birth() {
        for (text, date) in [
            ("dob 14/03/1985 if you need it", "14/03/1985"),
            ("I was born on 2 May 1991 so", "2 May 1991"),
            ("born May 2nd, 1991", "May 2nd, 1991"),
            ("date of birth: 1991-05-02", "1991-05-02"),
            ("dob 22.07.95", "22.07.95"),
            ("03-11-1978 is my date of birth", "03-11-1978"),
            ("geboren am 14. März 1975", "14. März 1975"),
            ("née le 3 mai 1988 à Lyon", "3 mai 1988"),
            ("nacida el 2 de mayo de 1991", "2 de mayo de 1991"),
            ("fecha de nacimiento 02-05-1991", "02-05-1991"),
            ("data di nascita: 2 maggio 1991", "2 maggio 1991"),
            ("geboortedatum 2 mei 1991", "2 mei 1991"),
            ("DOB 5-Mar-1991", "5-Mar-1991"),
            ("dob 5 Mar 91", "5 Mar 91"),
            ("dob 02 05 1991", "02 05 1991"),
            ("dob: 02051991", "02051991"),
        ] {
            assert_eq!(found(&super::RECOGNIZER, text), [date], "{text}");
        }
    }

    #[test]
    fn near_misses() {
        for text in [
            "travelling on 12/12/2026",
            "my birthday is on 12/12/2026",
            "born in 1991",
            "dob please",
            "born 3 days ago",
            "born may be",
            "dob 45/77/1991",
            "born in 12 34 5678",
            "my dob? and then a flight on 2 May 2026",
        ] {
            assert!(found(&super::RECOGNIZER, text).is_empty(), "{text}");
        }
    }
}
