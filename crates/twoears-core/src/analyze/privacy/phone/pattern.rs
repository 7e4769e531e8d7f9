//! The patterns of a numbering plan, matched without being compiled.
//!
//! They know digits, `\d`, classes, `(?:a|b)`, `?`, `{n}` and `{n,m}`. All places that a part can reach are kept at
//! once, one bit each, so the time is bound by the pattern's length times its counts.

/// Digits of the longest number: places fit 32 bits.
pub(super) const LONGEST: usize = 20;

/// Does the pattern match all of the digits?
pub(super) fn matches(pattern: &str, digits: &[u8]) -> bool {
    digits.len() <= LONGEST
        && Pattern { bytes: pattern.as_bytes(), digits }.either(0, 1).0 & (1 << digits.len()) != 0
}

struct Pattern<'a> {
    bytes: &'a [u8],
    digits: &'a [u8],
}

impl Pattern<'_> {
    /// `a|b|c` from byte `at`: the places reached from `from`, and the byte behind.
    fn either(&self, mut at: usize, from: u32) -> (u32, usize) {
        let mut all = 0;
        loop {
            let mut places = from;
            while !matches!(self.bytes.get(at), None | Some(b'|' | b')')) {
                (places, at) = self.counted(at, places);
            }
            all |= places;
            if self.bytes.get(at) != Some(&b'|') {
                return (all, at);
            }
            at += 1;
        }
    }

    /// One part with its count.
    fn counted(&self, at: usize, from: u32) -> (u32, usize) {
        let (mut places, after) = self.part(at, from);
        let (least, most, end) = self.count(after);
        let mut reached = if least == 0 { from } else { 0 };
        for time in 1..=most {
            if time > 1 {
                places = self.part(at, places).0;
            }
            if time >= least {
                reached |= places;
            }
        }
        (reached, end)
    }

    /// `?`, `{2}`, `{2,5}` or nothing: the least, the most, and the byte behind.
    fn count(&self, at: usize) -> (usize, usize, usize) {
        match self.bytes.get(at) {
            Some(b'?') => (0, 1, at + 1),
            Some(b'{') => {
                let len = self.bytes[at..].iter().position(|b| *b == b'}').unwrap_or(1);
                let inner = std::str::from_utf8(&self.bytes[at + 1..at + len]).unwrap_or("");
                let (least, most) = inner.split_once(',').unwrap_or((inner, inner));
                let number = |text: &str| text.parse().unwrap_or(1usize).min(LONGEST);
                (number(least), number(most), at + len + 1)
            }
            _ => (1, 1, at),
        }
    }

    /// A group, a class or a digit.
    fn part(&self, at: usize, from: u32) -> (u32, usize) {
        match self.bytes[at] {
            b'(' => {
                let (places, end) = self.either(at + 3, from);
                (places, end + 1)
            }
            b'[' => {
                let len = self.bytes[at..].iter().position(|b| *b == b']').unwrap_or(1);
                let class = &self.bytes[at + 1..at + len];
                (self.step(from, |digit| within(class, digit)), at + len + 1)
            }
            b'\\' => (self.step(from, |_| true), at + 2),
            want => (self.step(from, |digit| digit == want), at + 1),
        }
    }

    /// The places behind each digit that fits.
    fn step(&self, from: u32, fits: impl Fn(u8) -> bool) -> u32 {
        let here = |at: &usize| from & (1 << at) != 0 && fits(self.digits[*at] + b'0');
        (0..self.digits.len()).filter(here).fold(0, |places, at| places | 1 << (at + 1))
    }
}

/// Is a digit in a class such as `02-46`?
fn within(class: &[u8], digit: u8) -> bool {
    let mut at = 0;
    while at < class.len() {
        if class.get(at + 1) == Some(&b'-') && at + 2 < class.len() {
            if (class[at]..=class[at + 2]).contains(&digit) {
                return true;
            }
            at += 3;
        } else if class[at] == digit {
            return true;
        } else {
            at += 1;
        }
    }
    false
}

#[cfg(test)]
mod tests {
    use super::*;

    fn digits(text: &str) -> Vec<u8> {
        text.bytes().map(|b| b - b'0').collect()
    }

    #[test]
    fn parts_and_counts() {
        for (pattern, yes, no) in [
            (r"[2-9]\d{9}|3\d{6}", &["2025550143", "3000000"][..], &["1025550143", "300000", ""][..]),
            (
                r"1(?:[0-79]\d{2}(?:\d(?:\d{2})?)?|8)",
                &["1012", "10123", "1012345", "18"],
                &["101234", "1812", "1"],
            ),
            (r"49\d\d?", &["490", "4901"], &["49", "49012"]),
            (r"\d{2,4}5", &["125", "12345"], &["15", "123455"]),
        ] {
            assert!(yes.iter().all(|number| matches(pattern, &digits(number))), "{pattern}");
            assert!(no.iter().all(|number| !matches(pattern, &digits(number))), "{pattern}");
        }
    }

    #[test]
    fn the_same_as_regular_expressions() {
        for line in super::super::plan::TABLE.lines().skip(1) {
            let pattern = line.rsplit(' ').next().unwrap();
            let judge =
                regex::bytes::Regex::new(&format!("^(?:{pattern})$").replace("\\d", "[0-9]")).unwrap();
            let mut seed = 7u64;
            for _ in 0..200 {
                seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
                let number: Vec<u8> =
                    (0..4 + (seed >> 60) as usize).map(|at| ((seed >> (at * 3)) % 10) as u8).collect();
                let written: Vec<u8> = number.iter().map(|digit| digit + b'0').collect();
                assert_eq!(matches(pattern, &number), judge.is_match(&written), "{line}");
            }
        }
    }
}
