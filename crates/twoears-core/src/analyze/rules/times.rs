//! Times as people write them: how long is left, and the time of day.

use super::words::holds;

/// Numbers that people spell, and what they are.
const SPELT: &str = "two|three|four|five|ten|fifteen|twenty|thirty|forty|an|a";
const VALUES: [u32; 11] = [2, 3, 4, 5, 10, 15, 20, 30, 40, 1, 1];

/// What is left when it does not press: days, or a number that is no time.
const LONG: u32 = u32::MAX;

/// Minutes left, where the match says how long.
pub(super) fn left(text: &str) -> Option<u32> {
    let rest = match text.split_once(" in ") {
        Some((_, rest)) => rest,
        None if text.starts_with(|c: char| c.is_ascii_digit()) => text,
        None => return None,
    };
    if rest.contains("half an") {
        return Some(30);
    }
    if rest.contains("quarter of an") {
        return Some(15);
    }
    let digits = rest.trim_start_matches(|c: char| !c.is_ascii_digit());
    let digits = &digits[..digits.bytes().take_while(u8::is_ascii_digit).count()];
    let spelt = || SPELT.split('|').zip(VALUES).find(|(word, _)| holds(rest, word)).map(|(_, value)| value);
    let number: u32 = digits.parse().ok().or_else(spelt)?;
    let unit = rest.trim_end_matches('s').trim_start_matches(|c: char| !c.is_ascii_digit());
    let unit = unit.trim_start_matches(|c: char| c.is_ascii_digit() || c == ' ');
    let unit =
        if unit.is_empty() { rest.rsplit(' ').next().unwrap_or("") } else { unit }.trim_end_matches('s');
    Some(match unit {
        "hour" | "hr" | "h" => number.saturating_mul(60),
        "day" | "week" | "month" | "year" | "k" | "%" => LONG,
        _ if number > 90 => LONG,
        _ => number,
    })
}

/// Minutes after midnight of the first time of day in the text.
pub(super) fn clock(text: &str) -> Option<u32> {
    let at = text.find(|c: char| c.is_ascii_digit())?;
    let rest = &text[at..];
    let digits = |text: &str| text.bytes().take_while(u8::is_ascii_digit).count();
    let hours = digits(rest);
    let hour: u32 = rest[..hours].parse().ok().filter(|&hour| hours <= 2 && hour < 24)?;
    let after = &rest[hours..];
    let minute = match after.strip_prefix([':', '.']) {
        Some(more) if digits(more) == 2 => more[..2].parse().ok().filter(|&minute| minute < 60)?,
        _ => 0,
    };
    let afternoon = after.contains("pm") || (!after.contains("am") && hours == 1 && hour < 8);
    Some((if afternoon && hour < 12 { hour + 12 } else { hour }) * 60 + minute)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lengths_and_times_are_read() {
        assert_eq!(left("boarding in 20"), Some(20));
        assert_eq!(left("leaves in 2 hours"), Some(120));
        assert_eq!(left("goes in half an hour"), Some(30));
        assert_eq!(left("sails in a quarter of an hour"), Some(15));
        assert_eq!(left("starts in 3 days"), Some(LONG));
        assert_eq!(left("by 5pm today"), None);
        assert_eq!(
            [clock("by 5pm today"), clock("before 3"), clock("at 12 noon"), clock("9.15")]
                .map(Option::unwrap),
            [1020, 900, 720, 555]
        );
        assert_eq!(clock("at 99"), None);
    }
}
