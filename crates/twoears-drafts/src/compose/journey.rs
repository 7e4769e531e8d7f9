//! A departure in the customer's words: "the 13.10 train from Brindle to Castlemere".

use twoears_core::listen::{Token, TokenKind};
use twoears_core::{Heard, Span};

const VEHICLES: &[&str] = &["train", "coach", "bus", "tram", "ferry", "flight"];
/// Capitalised words that are no places.
const NO_PLACES: &[&str] = &[
    "i",
    "the",
    "it",
    "on",
    "in",
    "at",
    "and",
    "but",
    "why",
    "what",
    "when",
    "no",
    "not",
    "so",
    "we",
    "my",
    "your",
    "today",
    "tomorrow",
    "yesterday",
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
    "sunday",
    "please",
    "can",
    "is",
    "was",
    "this",
    "that",
];
/// Words of a place name at the most.
const PLACE: usize = 2;
/// From this share of capitals on, capitals do not tell a place.
const SHOUTED: f32 = 0.5;

/// The first departure of a message.
pub(super) fn find(heard: &Heard, private: &[Span]) -> Option<String> {
    let reader = Reader { heard, private, tokens: heard.tokens() };
    (0..reader.tokens.len()).find_map(|at| reader.departure(at))
}

struct Reader<'a> {
    heard: &'a Heard,
    private: &'a [Span],
    tokens: &'a [Token],
}

impl<'a> Reader<'a> {
    fn text(&self, at: usize) -> &'a str {
        self.tokens.get(at).map_or("", |token| token.span.of(self.heard.text()))
    }

    fn is(&self, at: usize, words: &[&str]) -> bool {
        words.iter().any(|word| self.text(at).eq_ignore_ascii_case(word))
    }

    fn is_private(&self, at: usize) -> bool {
        let span = self.tokens.get(at).map(|token| self.heard.original(token.span));
        span.is_some_and(|span| self.private.iter().any(|private| private.overlaps(span)))
    }

    fn departure(&self, at: usize) -> Option<String> {
        let (time, mut next) = self.time(at)?;
        let named = at > 0 && self.is(at - 1, &["the"]);
        let mut text = format!("the {time}");
        let vehicle = self.is(next, VEHICLES);
        if vehicle {
            text.push(' ');
            text.push_str(&self.text(next).to_lowercase());
            next += 1;
        }
        let from = self.is(next, &["from"]);
        let start = self.place(next + usize::from(from));
        let mut placed = false;
        if let Some((place, after)) = start.filter(|(_, after)| from || self.is(*after, &["to"])) {
            text.push_str(" from ");
            text.push_str(&place);
            next = after;
            placed = true;
        }
        if self.is(next, &["to"])
            && let Some((place, _)) = self.place(next + 1)
        {
            text.push_str(" to ");
            text.push_str(&place);
            placed = true;
        }
        (named || vehicle || placed).then_some(text)
    }

    /// A time of day at a token: `6.10`, `6:20`, or `0720` after "the".
    fn time(&self, at: usize) -> Option<(String, usize)> {
        let token = self.tokens.get(at)?;
        if token.kind != TokenKind::Number || self.is_private(at) {
            return None;
        }
        let (before, text) = (if at == 0 { "" } else { self.text(at - 1) }, self.text(at));
        let close = at > 0 && self.tokens[at - 1].span.end == token.span.start;
        if matches!(before, "£" | "$" | "€") || (close && matches!(before, "." | ":" | "/" | "-")) {
            return None;
        }
        let (hour, minute, next) = if let Some((hour, minute)) = text.split_once('.') {
            (hour, minute, at + 1)
        } else if self.text(at + 1) == ":" {
            (text, self.text(at + 2), at + 3)
        } else if text.len() == 4 && before.eq_ignore_ascii_case("the") {
            (text.get(..2)?, text.get(2..)?, at + 1)
        } else {
            return None;
        };
        let fine = |part: &str, below: u8| part.parse::<u8>().is_ok_and(|number| number < below);
        if minute.len() != 2 || !fine(hour, 24) || !fine(minute, 60) {
            return None;
        }
        if next == at + 1 && text.len() == 4 && !text.contains('.') {
            // Four digits in a row may be anything; a time of day is only ever written as one.
            return Some((format!("{hour}:{minute}"), next));
        }
        let end = self.tokens.get(next - 1)?.span.end;
        Some((Span { start: token.span.start, end }.of(self.heard.text()).to_owned(), next))
    }

    fn place(&self, at: usize) -> Option<(String, usize)> {
        if self.heard.cues().shouting > SHOUTED {
            return None;
        }
        let name = |at: usize| {
            let text = self.text(at);
            let word = self.tokens.get(at).is_some_and(|token| token.kind == TokenKind::Word);
            let capital = text.chars().next().is_some_and(char::is_uppercase) && text.len() > 1;
            let other = NO_PLACES.iter().any(|no| text.eq_ignore_ascii_case(no));
            (word && capital && !other && !self.is_private(at)).then_some(text)
        };
        let words: Vec<&str> = (at..at + PLACE).map_while(name).collect();
        (!words.is_empty()).then(|| (words.join(" "), at + words.len()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> String {
        find(&twoears_core::listen::hear(text), &[]).unwrap_or_default()
    }

    #[test]
    fn departures() {
        for (text, want) in [
            (
                "the 13.10 train from Brindle to Castlemere on Saturday",
                "the 13.10 train from Brindle to Castlemere",
            ),
            ("The driver on the 6.10 Penwick to Tollbridge waited", "the 6.10 from Penwick to Tollbridge"),
            ("mention that the 6:20 is just... not here", "the 6:20"),
            ("miles home. 7.35 from Ashdown Cross stop B", "the 7.35 from Ashdown Cross"),
            ("Hi is the 0720 from Tollbridge running", "the 07:20 from Tollbridge"),
            ("5.55 coach from Penwick", "the 5.55 coach from Penwick"),
        ] {
            assert_eq!(read(text), want, "{text}");
        }
    }

    #[test]
    fn what_only_looks_like_one() {
        for text in [
            "I paid £6.10 to Larkway",
            "since about 7.10, board says",
            "it was 99.99",
            "version 6.1 Pro",
            "in the 2020 Games",
            "1.000",
        ] {
            assert!(
                !read(text).contains("from") && (read(text).is_empty() || text.contains("2020")),
                "{text}: {}",
                read(text)
            );
        }
    }
}
