//! What a match of an organisation's own pattern must pass.

use serde::Deserialize;

use super::super::sums::{luhn, verhoeff};

/// A check by its name in the settings.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(try_from = "String")]
pub(super) enum Check {
    /// Nothing.
    #[default]
    None,
    /// ISO/IEC 7812-1: the digits, every second one from the right doubled, add up to a multiple of ten.
    Luhn,
    /// ISO/IEC 7064 MOD 97-10: letters as 10 to 35, the whole number leaves 1.
    Mod97,
    /// The digits, weighted 1, 2, 3 ... from the right, add up to a multiple of eleven; a last `X` is ten (ISO 2108).
    Mod11,
    /// Verhoeff's check digit (J. Verhoeff, "Error Detecting Decimal Codes", 1969).
    Verhoeff,
    /// So many digits, from the least to the most.
    Digits(u16, u16),
}

impl TryFrom<String> for Check {
    type Error = String;

    fn try_from(name: String) -> Result<Self, String> {
        Ok(match name.as_str() {
            "none" => Self::None,
            "luhn" => Self::Luhn,
            "mod97" => Self::Mod97,
            "mod11" => Self::Mod11,
            "verhoeff" => Self::Verhoeff,
            other => digits(other).ok_or(
                "no such check; there are: none, luhn, mod97, mod11, verhoeff, digits(MIN,MAX) with 1 to 256",
            )?,
        })
    }
}

/// `digits(6,8)`.
fn digits(name: &str) -> Option<Check> {
    let (least, most) = name.strip_prefix("digits(")?.strip_suffix(')')?.split_once(',')?;
    let (least, most): (u16, u16) = (least.trim().parse().ok()?, most.trim().parse().ok()?);
    (1 <= least && least <= most && most <= 256).then_some(Check::Digits(least, most))
}

impl Check {
    /// Does a match pass? Whatever is no letter or digit in it is passed over.
    pub(super) fn passes(self, text: &str) -> bool {
        let digits: Vec<u8> = text.bytes().filter(u8::is_ascii_digit).collect();
        match self {
            Self::None => true,
            Self::Luhn => digits.len() > 1 && luhn(&digits),
            Self::Mod97 => mod97(text),
            Self::Mod11 => mod11(text),
            Self::Verhoeff => digits.len() > 1 && verhoeff(&digits),
            Self::Digits(least, most) => (usize::from(least)..=usize::from(most)).contains(&digits.len()),
        }
    }
}

fn mod97(text: &str) -> bool {
    let values = text.chars().filter_map(|c| c.to_digit(36));
    values.fold(0, |left, value| (left * if value < 10 { 10 } else { 100 } + value) % 97) == 1
}

fn mod11(text: &str) -> bool {
    let last = text.bytes().rfind(u8::is_ascii_alphanumeric);
    let ten = matches!(last, Some(b'X' | b'x')).then_some(10);
    let digits = text.bytes().rev().filter(u8::is_ascii_digit).map(|digit| u32::from(digit - b'0'));
    let all: Vec<u32> = ten.into_iter().chain(digits).collect();
    let sum: u32 = (1..).zip(&all).map(|(weight, digit)| weight * digit).sum();
    all.len() > 1 && sum.is_multiple_of(11)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn published_examples_pass_and_their_neighbours_do_not() {
        // ISO/IEC 7812-1 annex; the IBAN registry's example, turned; ISBN 0-306-40615-2 and 0-8044-2957-X; 2363 (Verhoeff).
        for (name, right, wrong) in [
            ("luhn", "7992 7398 713", "7992 7398 714"),
            ("mod97", "WEST12345698765432GB82", "WEST12345698765432GB83"),
            ("mod11", "0-306-40615-2", "0-306-40615-3"),
            ("mod11", "0-8044-2957-X", "0-8044-2957-1"),
            ("verhoeff", "2363", "2336"),
            ("digits(3,4)", "A-123-4", "A-12"),
        ] {
            let check = Check::try_from(name.to_owned()).unwrap();
            assert!(check.passes(right), "{name}: {right}");
            assert!(!check.passes(wrong), "{name}: {wrong}");
        }
        assert!(Check::None.passes("anything") && !Check::Luhn.passes("0") && !Check::Mod11.passes(""));
    }

    #[test]
    fn what_is_no_check_is_refused() {
        for name in
            ["", "Luhn", "digits", "digits(0,3)", "digits(5,4)", "digits(1,257)", "digits(1)", "digits(a,b)"]
        {
            assert!(Check::try_from(name.to_owned()).unwrap_err().contains("digits(MIN,MAX)"), "{name}");
        }
    }
}
