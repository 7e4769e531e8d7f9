//! Shapes of codes: how much letters and digits say by themselves.

use super::chunk::Chunk;

/// The longest run of digits in a parcel number.
const LONG: usize = 17;

/// How much a shape says by itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Shape {
    /// Four digits: only right after a context word and a word like number.
    Bare,
    /// Right after a context word.
    Weak,
    /// Near a context word.
    Middling,
    /// Anywhere, unless a word speaks against it.
    Strong,
}

/// How sure the shape of a code is; none when it is a date, an amount or too short.
pub(super) fn shape(code: &Chunk, text: &str) -> Option<Shape> {
    if date(text) || amount(code, text) || text.starts_with("0x") {
        return None;
    }
    if code.upper == 0 && code.lower == 0 {
        return match code.digits {
            0..=3 => None,
            4 => Some(Shape::Bare),
            5 | 6 => Some(Shape::Weak),
            // A check digit or a year, and more digits than any phone number has.
            13.. if code.joined && code.run >= 10 => Some(Shape::Strong),
            _ => Some(Shape::Middling),
        };
    }
    if code.lower > 0 {
        return (code.run >= 3 && code.len() >= 6 && (code.upper == 0 || code.joined)).then_some(Shape::Weak);
    }
    let shape = match code.run {
        // Update numbers and the like are public.
        5.. if (text.starts_with("KB") && !code.joined) || text.starts_with("CVE") => return None,
        // `FOR 20000` in capitals: one blank after letters is rather two words.
        _ if loose(text) => Shape::Middling,
        // A whole series of a product.
        _ if text.ends_with("0000") => Shape::Weak,
        5..=LONG => Shape::Strong,
        // More digits than a parcel has: a bank account whose check fails, or noise.
        _ if code.run > LONG => Shape::Weak,
        _ if code.joined && code.upper >= 2 && code.digits >= 6 => Shape::Strong,
        _ if locator(code, text) && code.len() == 6 => Shape::Strong,
        _ if locator(code, text) => Shape::Middling,
        3.. if code.joined && code.len() >= 6 => Shape::Middling,
        _ if code.digits >= 5 => Shape::Middling,
        _ if code.digits >= 4 || (code.joined && code.digits >= 3) => Shape::Weak,
        _ => return None,
    };
    Some(shape)
}

/// Six to eight capitals and digits with a letter after a digit, as airlines and hotels write booking codes.
pub(super) fn locator(code: &Chunk, text: &str) -> bool {
    let mixed =
        text.bytes().zip(text.bytes().skip(1)).any(|(a, b)| a.is_ascii_digit() && b.is_ascii_uppercase());
    let end = text.bytes().next_back().is_some_and(|b| b.is_ascii_uppercase())
        || code.run < code.digits
        || code.upper > 3;
    !code.joined
        && code.lower == 0
        && (6..=8).contains(&code.len())
        && code.upper >= 2
        && code.run <= 3
        && (mixed && end)
}

/// Letters, one blank, and the rest.
fn loose(text: &str) -> bool {
    let Some((head, rest)) = text.split_once(' ') else { return false };
    !rest.contains(' ') && head.bytes().all(|b| b.is_ascii_alphabetic())
}

/// A date: two or three groups of digits of one, two or four.
fn date(text: &str) -> bool {
    let parts: Vec<_> = text.split(['/', '-', ' ']).take(4).collect();
    let digits = parts.iter().all(|part| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit()));
    let year = |part: &str| part.len() == 4 && (part.starts_with("19") || part.starts_with("20"));
    let short = |part: &&str| part.len() <= 2 || year(part);
    digits
        && match parts.len() {
            1 => year(parts[0]),
            2 if year(parts[1]) => year(parts[0]) || parts[0].parse::<u8>().is_ok_and(|month| month <= 12),
            2 | 3 => parts.iter().all(short),
            _ => parts.iter().all(|part| year(part)),
        }
}

/// A count with its unit (`500ml`, `64GB`), an ordinal, or more digits and letters than any code has.
fn amount(code: &Chunk, text: &str) -> bool {
    let head = text.bytes().take_while(u8::is_ascii_digit).count();
    let unit = head > 0
        && head == code.digits
        && !code.joined
        && (code.lower > 0 || code.upper <= 3)
        && code.len() > head;
    unit && head <= 4 || code.len() > 30
}

#[cfg(test)]
mod tests {
    use super::super::chunk::chunks;
    use super::*;

    fn read(text: &str) -> Option<Shape> {
        let heard = crate::listen::hear(text);
        shape(chunks(&heard).first()?, text)
    }

    #[test]
    fn letters_and_digits_make_a_code() {
        for (text, want) in [
            ("BM-5530917", Shape::Strong),
            ("KX7P2M", Shape::Strong),
            ("RR123456785GB", Shape::Strong),
            ("MR-2207", Shape::Middling),
            ("12345678", Shape::Middling),
            ("55812", Shape::Weak),
            ("7731", Shape::Bare),
        ] {
            assert_eq!(read(text), Some(want), "{text}");
        }
    }

    #[test]
    fn near_misses() {
        for text in [
            "14/03/2025",
            "2025",
            "500ml",
            "64GB",
            "BA123",
            "KB5001330",
            "0x80070005",
            "iPhone15",
            "20-00-00",
        ] {
            assert_eq!(read(text), None, "{text}");
        }
    }
}
