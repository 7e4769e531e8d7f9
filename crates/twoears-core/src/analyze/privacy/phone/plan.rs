//! The numbering plans of all countries: which digits can be dialled there.
//!
//! `plans.txt` comes from libphonenumber's table by `plans.py`; it holds what all numbers of a region have in common.
//! Numbers that are kept for films and books (07700 900..., 202 555 01..) fit a plan though nobody has them.

use super::pattern::matches;
use crate::Country;

/// Region, country code, trunk prefix (`-` for none), pattern of the national number.
pub(super) const TABLE: &str = include_str!("plans.txt");

/// One region's plan.
struct Plan {
    region: &'static str,
    code: &'static str,
    prefix: &'static str,
    pattern: &'static str,
}

fn plans() -> impl Iterator<Item = Plan> {
    TABLE.lines().skip(1).filter_map(|line| {
        let mut parts = line.split(' ');
        let (region, code) = (parts.next()?, parts.next()?);
        Some(Plan { region, code, prefix: parts.next()?, pattern: parts.next()? })
    })
}

/// Do the digits begin with the text of digits?
fn rest<'a>(digits: &'a [u8], start: &str) -> Option<&'a [u8]> {
    let same = digits.len() >= start.len() && digits.iter().zip(start.bytes()).all(|(d, b)| d + b'0' == b);
    same.then(|| &digits[start.len()..])
}

impl Plan {
    /// Is it a national number, with or without the trunk prefix?
    fn fits(&self, digits: &[u8]) -> bool {
        matches(self.pattern, digits)
            || rest(digits, self.prefix).is_some_and(|digits| matches(self.pattern, digits))
    }
}

/// Can a number with its country code be dialled? A trunk prefix in brackets, as in `+44 (0)20`, may stand in it.
pub(super) fn international(digits: &[u8]) -> bool {
    plans().any(|plan| rest(digits, plan.code).is_some_and(|digits| plan.fits(digits)))
}

/// Can a number be dialled within a country?
pub(super) fn national(home: Country, digits: &[u8]) -> bool {
    // The shortest number that is not taken for a short code: small countries have shorter ones.
    let least = |plan: &Plan| if plan.code.len() == 3 { 5 } else { 6 };
    plans()
        .find(|plan| plan.region == home.code())
        .is_some_and(|plan| digits.len() >= least(&plan) && plan.fits(digits))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn digits(text: &str) -> Vec<u8> {
        text.bytes().map(|b| b - b'0').collect()
    }

    #[test]
    fn every_example_fits_its_plan() {
        let examples = include_str!("examples.txt");
        for line in examples.lines().skip(1) {
            let parts: Vec<&str> = line.split(' ').collect();
            assert!(international(&digits(&format!("{}{}", parts[1], parts[2]))), "{line}");
            if let Ok(home) = parts[0].parse::<Country>()
                && parts[2].len() >= 6
            {
                assert!(national(home, &digits(parts[2])), "{line}");
            }
        }
        assert!(examples.lines().count() > 1000 && plans().count() > 240);
    }

    #[test]
    fn numbers_kept_for_fiction_fit() {
        assert!(international(&digits("447700900123")) && international(&digits("12025550143")));
        assert!(international(&digits("4402079460018")));
        assert!(national("GB".parse().unwrap(), &digits("07700900123")));
        assert!(national("DE".parse().unwrap(), &digits("03023125000")));
    }

    #[test]
    fn near_misses() {
        for wrong in ["10000000", "44123", "9991234567", "00", "", "1202555014"] {
            assert!(!international(&digits(wrong)), "{wrong}");
        }
        assert!(!national("US".parse().unwrap(), &digits("85258")));
        assert!(!national("GB".parse().unwrap(), &digits("112")));
    }
}
