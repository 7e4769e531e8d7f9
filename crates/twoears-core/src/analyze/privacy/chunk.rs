//! What looks like a code: letters and digits joined by `-`, `/` or `_`, and groups of them with blanks between.

use super::context::role_of;
use crate::Span;
use crate::listen::{Heard, Token, TokenKind};

/// Letters and digits past which no group is added.
const LONGEST: usize = 24;

/// A run of letters and digits that holds a digit.
#[derive(Clone, Copy, Debug)]
pub(super) struct Chunk {
    /// Where it stands in the text.
    pub span: Span,
    /// Its first token, and one past its last.
    pub tokens: (usize, usize),
    /// Digits in it.
    pub digits: usize,
    /// Its longest run of digits.
    pub run: usize,
    /// Capitals in it.
    pub upper: usize,
    /// Small letters in it.
    pub lower: usize,
    /// Joined by `-`, `/` or a blank.
    pub joined: bool,
}

impl Chunk {
    /// Letters and digits.
    pub(super) fn len(&self) -> usize {
        self.digits + self.upper + self.lower
    }

    fn of(text: &str, span: Span, tokens: (usize, usize)) -> Self {
        let mut chunk = Self { span, tokens, digits: 0, run: 0, upper: 0, lower: 0, joined: false };
        let mut run = 0;
        for byte in span.of(text).bytes() {
            run = if byte.is_ascii_digit() { run + 1 } else { 0 };
            chunk.run = chunk.run.max(run);
            match byte {
                b'0'..=b'9' => chunk.digits += 1,
                b'A'..=b'Z' => chunk.upper += 1,
                b'-' | b'/' | b'_' | b' ' | b'#' => chunk.joined = true,
                _ => chunk.lower += 1,
            }
        }
        chunk
    }
}

/// All chunks of a text that hold a digit and are no price, time or percentage.
pub(super) fn chunks(heard: &Heard) -> Vec<Chunk> {
    let (text, tokens) = (heard.text(), heard.tokens());
    let mut found = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        let Some((start, mut end)) = single(text, tokens, at) else {
            at += 1;
            continue;
        };
        let mut chunk = Chunk::of(text, Span { start, end: tokens[end - 1].span.end }, (at, end));
        while let Some(next) = group(heard, &chunk, end) {
            end = next;
            chunk = Chunk::of(text, Span { start, end: tokens[end - 1].span.end }, (at, end));
        }
        if chunk.digits > 0 && !measured(text, chunk.span) {
            found.push(chunk);
        }
        at = end;
    }
    found
}

fn plain(text: &str, token: Token) -> bool {
    matches!(token.kind, TokenKind::Word | TokenKind::Number)
        && token.span.of(text).bytes().all(|b| b.is_ascii_alphanumeric() || b == b'_')
}

/// A chunk without blanks from token `at`: its first byte, and one past its last token.
fn single(text: &str, tokens: &[Token], at: usize) -> Option<(u32, usize)> {
    let first = tokens[at];
    // `#A-771` reads as a hashtag and a number; a hashtag alone is public.
    let tagged = first.kind == TokenKind::Hashtag
        && tokens.get(at + 1).is_some_and(|t| t.span.start == first.span.end && is(text, *t, "-"));
    if !plain(text, first) && !tagged {
        return None;
    }
    let mut end = at + 1;
    while let Some(next) = tokens.get(end).filter(|next| next.span.start == tokens[end - 1].span.end) {
        if plain(text, *next) {
            end += 1;
            continue;
        }
        let joint = ["-", "/", "_"].iter().any(|joint| is(text, *next, joint));
        match tokens.get(end + 1) {
            Some(after) if joint && after.span.start == next.span.end && plain(text, *after) => end += 2,
            _ => break,
        }
    }
    Some((first.span.start + u32::from(tagged), end))
}

fn is(text: &str, token: Token, mark: &str) -> bool {
    token.span.of(text) == mark
}

/// The end of the next group of the same code after a blank, as in `SA 8841 2097 5GB`.
fn group(heard: &Heard, chunk: &Chunk, end: usize) -> Option<usize> {
    let (text, tokens) = (heard.text(), heard.tokens());
    let next = tokens.get(end)?;
    let blank = next.span.start == chunk.span.end + 1 && text.as_bytes()[chunk.span.end as usize] == b' ';
    if !blank || chunk.lower > 0 || chunk.run > 5 || chunk.len() > LONGEST {
        return None;
    }
    let (start, last) = single(text, tokens, end)?;
    let more = Chunk::of(text, Span { start, end: tokens[last - 1].span.end }, (end, last));
    let named = role_of(heard, tokens[chunk.tokens.0]).is_some();
    let letters =
        chunk.digits == 0 && (1..=4).contains(&chunk.upper) && more.digits >= 2 && more.upper == 0 && !named;
    let tail = chunk.digits >= 2 - usize::from(chunk.upper > 0 && more.len() > 3)
        && more.digits >= 2
        && (more.len() >= 3 || chunk.digits >= 6)
        && more.upper == 0;
    // The last digit and the country of a postal item (UPU S10).
    let post = chunk.digits == 8 && chunk.upper == 2 && more.digits == 1 && more.upper == 2;
    let check = chunk.digits >= 7 && chunk.joined && more.len() == 1 && more.digits == 1;
    let fits = letters || tail || check || post;
    (fits && more.lower == 0 && !counted(text, tokens.get(last))).then_some(last)
}

/// Is what follows a unit, so that the number before it is a count?
fn counted(text: &str, next: Option<&Token>) -> bool {
    const UNITS: [&str; 13] = [
        "days", "weeks", "hours", "minutes", "mins", "times", "months", "years", "people", "items", "hrs",
        "euros", "pounds",
    ];
    next.is_some_and(|token| UNITS.iter().any(|unit| token.span.of(text).eq_ignore_ascii_case(unit)))
}

/// Is it a price, a time, a decimal or a percentage, by the marks that touch it?
fn measured(text: &str, span: Span) -> bool {
    let before = text[..span.start as usize].chars().next_back();
    let mut behind = text[span.end as usize..].chars();
    let after = behind.next();
    let digit = behind.next().is_some_and(|c| c.is_ascii_digit());
    // `ref ..KQ7T2M`: a row of dots is a pause.
    let paused = text[..span.start as usize].ends_with("..");
    matches!(before, Some('£' | '$' | '€' | '₹' | '¥' | '+' | '.' | ':' | '~') if !paused)
        || matches!(after, Some('£' | '$' | '€' | '%' | '°' | '+' | '₹'))
        || (digit && matches!(after, Some(':' | '.')))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Vec<String> {
        let heard = crate::listen::hear(text);
        chunks(&heard).iter().map(|chunk| chunk.span.of(heard.text()).to_owned()).collect()
    }

    #[test]
    fn codes_and_groups() {
        assert_eq!(found("order LK-448201, #A-771-209!"), ["LK-448201", "A-771-209"]);
        assert_eq!(found("ref SA 8841 2097 5GB ok"), ["SA 8841 2097 5GB"]);
        assert_eq!(found("case 448201 20 days"), ["448201", "20"]);
        assert_eq!(found("7731 0094 2 and a half"), ["7731 0094 2"]);
    }

    #[test]
    fn near_misses() {
        for text in [
            "£1299",
            "07:42",
            "50%",
            "12.50",
            "@larkway22",
            "https://a.example/448201",
            "#ps5",
            "+447700900123",
        ] {
            assert!(found(text).is_empty(), "{text} {:?}", found(text));
        }
    }
}
