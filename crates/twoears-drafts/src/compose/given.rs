//! Small things in the customer's words, and what they gave already, so that no reply asks for it again.

use twoears_core::{Heard, Label as _, Message, PrivateData};

use super::facts;

/// Digits that make a reference number.
const REFERENCE_DIGITS: usize = 5;
/// Digits that make a phone number.
const PHONE_DIGITS: usize = 10;
/// A code in capitals and digits: so long at least, and with so many digits.
const CODE: usize = 5;
const CODE_DIGITS: usize = 2;

/// What the texts give, by the names that `asks` uses.
pub(super) fn given(message: &Message, heard: &Heard, private: &[PrivateData]) -> Vec<&'static str> {
    let mut given = here(message, heard, private);
    for turn in message.thread.turns().iter().filter(|turn| turn.from == twoears_core::From::Customer) {
        numbers(&turn.text, &mut given);
        facts::find(&turn.text, &mut given);
    }
    given
}

/// What the message itself gives, without what was said before it.
pub(super) fn here(message: &Message, heard: &Heard, private: &[PrivateData]) -> Vec<&'static str> {
    let own = private.iter().filter(|data| !heard.is_steering(data.span));
    let mut given: Vec<&'static str> = own.map(|data| data.kind.name()).collect();
    let said = heard.said(&message.text);
    facts::find(&said, &mut given);
    numbers(&said, &mut given);
    given
}

/// Numbers and addresses of a text, by their kind.
fn numbers(text: &str, given: &mut Vec<&'static str>) {
    for word in text.split_whitespace().filter(|word| !word.starts_with(['@', '#'])) {
        let bare = word.trim_matches(|c: char| !c.is_alphanumeric() && c != '+');
        let digits = bare.bytes().filter(u8::is_ascii_digit).count();
        let upper = bare.bytes().all(|b| b.is_ascii_uppercase() || b.is_ascii_digit());
        let code = bare.len() >= CODE && digits >= CODE_DIGITS && digits < bare.len() && upper;
        if word.contains(['£', '$', '€']) && digits > 0 {
            given.push("amount");
        } else if bare.contains('@') && bare.contains('.') && !bare.starts_with('@') {
            given.push("email");
        } else if digits >= PHONE_DIGITS && bare.starts_with(['+', '0']) {
            given.push("phone");
        } else if (digits >= REFERENCE_DIGITS || code) && !bare.contains(['/', ':', '.']) {
            given.push("order");
        }
    }
}

/// Does the message, or an earlier one, give this: `order`, `email`, `phone`, `amount`, or a kind of personal data?
pub(crate) fn gives(message: &Message, private: &[PrivateData], what: &str) -> bool {
    given(message, &twoears_core::listen::hear(&message.text), private).contains(&what)
}

/// How late something was: "50 minutes" of "50 mins late".
pub(super) fn late(heard: &Heard) -> Option<String> {
    let words: Vec<&str> = heard.tokens().iter().map(|token| token.span.of(heard.lower())).collect();
    words.windows(3).find_map(|three| {
        let [number, unit, late] = three else { return None };
        let fine = number.len() <= 3 && number.bytes().all(|b| b.is_ascii_digit());
        let one = *number == "1";
        let unit = match *unit {
            "min" | "mins" | "minute" | "minutes" => "minute",
            "h" | "hr" | "hrs" | "hour" | "hours" => "hour",
            _ => return None,
        };
        let ends = matches!(*late, "late" | "delay" | "delayed" | "behind");
        (fine && ends).then(|| format!("{number} {unit}{}", if one { "" } else { "s" }))
    })
}

pub(super) const DAYS: &[&str] = &[
    "Monday",
    "Tuesday",
    "Wednesday",
    "Thursday",
    "Friday",
    "Saturday",
    "Sunday",
    "January",
    "February",
    "March",
    "April",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// Since when: "since Thursday".
pub(super) fn since(heard: &Heard) -> Option<String> {
    let words: Vec<&str> = heard.tokens().iter().map(|token| token.span.of(heard.lower())).collect();
    words.windows(2).find_map(|two| {
        let [since, when] = two else { return None };
        let day = DAYS.iter().find(|day| day.eq_ignore_ascii_case(when));
        let when = if *when == "yesterday" { Some("yesterday") } else { day.copied() };
        when.filter(|_| *since == "since").map(|when| format!("since {when}"))
    })
}

/// Does one of these stand in the text, as whole words? `a + b` is there when both are.
pub(super) fn says(lower: &str, phrases: &[String]) -> bool {
    phrases.iter().any(|phrase| phrase.split(" + ").all(|part| holds(lower, part)))
}

pub(super) fn holds(lower: &str, phrase: &str) -> bool {
    // Most phrases stand nowhere, and `contains` is much the quickest to tell.
    if !lower.contains(phrase) {
        return false;
    }
    let free = |side: Option<char>| side.is_none_or(|c| !c.is_alphanumeric());
    let mut places = lower.match_indices(phrase);
    places.any(|(at, _)| {
        free(lower[..at].chars().next_back()) && free(lower[at + phrase.len()..].chars().next())
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use twoears_core::listen::hear;

    #[test]
    fn what_was_given_is_seen() {
        for (text, want) in [
            ("tracking for LP204881337 says", "order"),
            ("Order 4471-20938.", "order"),
            ("booking KQ7T2M, seat moved", "order"),
            ("My number is +447700900254 and", "phone"),
            ("£46.20, both on Saturday", "amount"),
            ("email is dani.ferro@example.com if", "email"),
        ] {
            assert!(given(&Message::new(text), &hear(text), &[]).contains(&want), "{text}");
        }
        for text in ["the 0720 to Tollbridge", "at 11.52 on 14 November", "THIRD TIME", "@larkway hi"] {
            assert!(given(&Message::new(text), &hear(text), &[]).is_empty(), "{text}");
        }
    }

    #[test]
    fn times_in_the_customers_words() {
        assert_eq!(late(&hear("It left 50 minutes late.")).as_deref(), Some("50 minutes"));
        assert_eq!(late(&hear("40 mins late")).as_deref(), Some("40 minutes"));
        assert_eq!(late(&hear("see you in 40 mins")), None);
        assert_eq!(since(&hear("OUT SINCE THURSDAY.")).as_deref(), Some("since Thursday"));
        assert_eq!(since(&hear("since then")), None);
    }

    #[test]
    fn whole_words_only() {
        let phrases = ["late".to_owned()];
        let both = ["shout + child".to_owned()];
        assert!(says("why shout at a child", &both) && !says("why shout", &both));
        assert!(says("so late!", &phrases) && !says("chocolate", &phrases) && !says("later", &phrases));
    }
}
