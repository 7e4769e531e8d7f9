//! A cheap first look at a text, so that most recognizers need not run.

use super::context::{Role, role};
use crate::listen::{Heard, TokenKind};

/// What a text holds, from one look, so that most recognizers need not run.
#[derive(Clone, Copy, Debug, Default)]
pub struct Hints {
    /// Digits in the text.
    pub digits: u32,
    /// An e-mail address was seen, or the word `dot`, or `at` in brackets.
    pub at: bool,
    /// Tokens that mix digits and letters or are numbers.
    pub numbers: u32,
    /// The most digits in numbers with only marks between them, as in a phone number.
    pub stretch: u32,
    /// Numbers that may be a code: three digits in a row, or digits and capitals.
    pub codes: u32,
    /// Words of digits and letters, as in a plate or a postcode.
    pub mixed: u32,
    /// Roles of its words, one bit each.
    pub roles: u64,
    /// Colons and dashes, of which a network address has several.
    pub joints: u32,
    /// A run without blanks that may be a key: long, and with digits or a word that no language has; or a link with one.
    pub dense: bool,
    /// Two capitalised words in a row, or one after a word like name or under.
    pub capitals: bool,
}

impl Hints {
    /// Is one of these roles there?
    pub fn has(&self, roles: u64) -> bool {
        self.roles & roles != 0
    }

    /// One look at every token.
    pub(super) fn of(heard: &Heard) -> Self {
        let (text, lower) = (heard.text(), heard.lower());
        let mut hints = Self { numbers: heard.cues().numbers, ..Self::default() };
        let (mut capital, mut stretch) = (false, 0);
        let (mut start, mut end, mut odd) = (0, 0, false);
        for token in heard.tokens() {
            if token.span.start != end {
                (start, odd) = (token.span.start, false);
            }
            end = token.span.end;
            odd |= token.kind == TokenKind::Number
                || (token.kind == TokenKind::Word && token.span.len() >= DENSE);
            hints.dense |= odd && (end - start) as usize >= DENSE;
            let was = std::mem::take(&mut capital);
            match token.kind {
                TokenKind::Word => {
                    stretch = 0;
                    let role = role(token.span.of(lower));
                    hints.roles |= role.map_or(0, Role::bit);
                    let start = token.span.start as usize;
                    let upper = !text.as_bytes()[start].is_ascii_lowercase();
                    hints.capitals |= upper && (was || hints.has(NAMED));
                    capital = upper || token.span.of(lower) == "under";
                    hints.at |=
                        role == Some(Role::Dot) || token.span.of(lower) == "at" && spelled(text, start);
                }
                TokenKind::Number | TokenKind::Hashtag => {
                    let part = token.span.of(text).as_bytes();
                    let digits = part.iter().filter(|b| b.is_ascii_digit()).count();
                    let upper = part.iter().any(u8::is_ascii_uppercase);
                    hints.digits += digits as u32;
                    stretch += digits as u32;
                    hints.stretch = hints.stretch.max(stretch);
                    hints.mixed += u32::from(digits > 0 && digits < part.len());
                    hints.codes += u32::from(
                        digits >= 3 && !part.contains(&b'.') && !part.contains(&b',') || digits > 0 && upper,
                    );
                }
                TokenKind::Email => hints.at = true,
                TokenKind::Url => {
                    let link = token.span.of(text);
                    let digits = link.bytes().filter(u8::is_ascii_digit).count();
                    hints.stretch = hints.stretch.max(digits as u32);
                    hints.dense |= digits >= LINK_DIGITS || link.contains('@');
                    hints.at |= link.contains('@') || link.contains("%40");
                }
                TokenKind::Mention => hints.at |= token.span.of(text).contains('.'),
                TokenKind::Punctuation => {
                    let mark = token.span.of(text);
                    capital = was && part_of_name(mark);
                    hints.at |=
                        mark == "@" || (mark == "%" && text[token.span.end as usize..].starts_with("40"));
                    hints.joints +=
                        if matches!(mark.as_bytes()[0], b':' | b'-') { mark.len() as u32 } else { 0 };
                }
                TokenKind::Emoji => {}
            }
        }
        hints
    }
}

/// Bytes of the shortest run that may be a key.
pub(super) const DENSE: usize = 16;
/// Digits in a link that may hold a key; a short link has fewer.
const LINK_DIGITS: usize = 6;

/// Words after which one capitalised word may be a name.
const NAMED: u64 = Role::Title.bit() | Role::Surname.bit() | Role::Name.bit();

/// Can the word `at` at byte `start` be the sign of an address: a bracket or a digit before it, a dot soon after?
fn spelled(text: &str, start: usize) -> bool {
    let (before, after) = text.as_bytes().split_at(start);
    let bracket = before.last().is_some_and(|b| b"([{<".contains(b));
    let host = after.iter().skip(3).take_while(|b| b.is_ascii_alphanumeric() || **b == b'-').count();
    bracket || (host > 0 && after.get(3 + host) == Some(&b'.'))
}

fn part_of_name(mark: &str) -> bool {
    matches!(mark, "." | "-")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_plain_message_holds_little() {
        let hints = Hints::of(&crate::listen::hear("where is it, 2 days now and £12.50 gone"));
        assert_eq!((hints.numbers, hints.codes, hints.stretch), (2, 0, 4));
        assert!(!hints.at && !hints.capitals && !hints.dense);
    }

    #[test]
    fn long_runs_with_digits_are_dense() {
        let dense = |text: &str| Hints::of(&crate::listen::hear(text)).dense;
        assert!(dense("key tok_4fGh7Kp2Lm9Qr3Xy") && dense("https://ann:pw@a.example/x"));
        assert!(
            !dense("@larkway_help_2017_uk")
                && !dense("https://a.example/aB3dE9xYzW")
                && !dense("well-known-by-everybody")
        );
    }

    #[test]
    fn marks_do_not_end_a_stretch() {
        let hints = Hints::of(&crate::listen::hear("(202) 555-0143 and 4"));
        assert_eq!((hints.digits, hints.stretch), (11, 10));
    }
}
