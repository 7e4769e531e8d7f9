//! Groups of digits as on a card, and what stands between them.

use crate::Span;

/// Bytes between two groups of digits: `1111 - 1111`.
const JOINT: usize = 3;

/// Groups of digits from `start` with short joints between, and whether the joints are all one blank or dash.
pub(super) fn run(bytes: &[u8], start: usize) -> (Vec<Span>, bool) {
    let count = |at: usize, fits: fn(&u8) -> bool| bytes[at..].iter().take_while(|b| fits(b)).count();
    let mut groups = Vec::new();
    let (mut at, mut plain) = (start, true);
    loop {
        let end = at + count(at, u8::is_ascii_digit);
        groups.push(Span::new(at, end));
        let joint = bytes[end..].iter().take(JOINT).take_while(|b| b" -._/\r\n".contains(b)).count();
        if joint == 0 || !bytes.get(end + joint).is_some_and(u8::is_ascii_digit) {
            return (groups, plain);
        }
        plain &= joint == 1 && matches!(bytes[end], b' ' | b'-');
        at = end + joint;
    }
}

/// Does nothing but a word of letters (`VISA4111…`) touch the digits?
pub(super) fn alone(bytes: &[u8], start: usize) -> bool {
    let before = bytes[..start].iter().rev().find(|b| !b.is_ascii_alphabetic());
    before.is_none_or(|b| !b.is_ascii_digit())
}

/// Groups as on a card, at least four digits in all but the last; or digit by digit.
pub(super) fn tidy(groups: &[Span]) -> bool {
    let (_, most) = groups.split_last().unwrap_or((&Span { start: 0, end: 0 }, &[]));
    most.iter().all(|group| group.len() >= 4) || groups.iter().all(|group| group.len() == 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn groups_and_their_joints() {
        for (text, count, plain) in
            [("4111 1111-1", 3, true), ("4111.1111", 2, false), ("1 - 1", 2, false), ("1    1", 1, true)]
        {
            let (groups, one) = run(text.as_bytes(), 0);
            assert_eq!((groups.len(), one), (count, plain), "{text}");
        }
    }

    #[test]
    fn letters_may_touch() {
        assert!(alone(b"VISA4", 4) && alone(b"-4", 1) && alone(b"4", 0));
        assert!(!alone(b"1X4", 2));
    }
}
