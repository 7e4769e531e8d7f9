//! Harmless facts that a message gives: device, version, browser, flight, place, and whether it tells a story.

use super::given::DAYS;

const DEVICES: &[&str] = &[
    "iphone",
    "ipad",
    "ipod",
    "macbook",
    "imac",
    "mac",
    "ps3",
    "ps4",
    "ps5",
    "xbox",
    "pixel",
    "galaxy",
    "samsung",
    "huawei",
    "oneplus",
    "lumia",
    "nokia",
    "kindle",
    "thinkpad",
    "surface",
    "roku",
    "chromecast",
    "iphonex",
    "iphone6",
    "iphone7",
    "iphone8",
    "sony",
    "motorola",
    "xperia",
    "android",
];
const BROWSERS: &[&str] =
    &["chrome", "safari", "firefox", "edge", "explorer", "opera", "browser", "incognito"];
/// What a version's number follows.
const VERSIONED: &[&str] = &["version", "ios", "android", "windows", "os", "osx", "macos", "build", "v"];
/// What a place's name follows.
const PLACED: &[&str] = &["in", "at", "near", "outside", "on", "between", "by", "opposite", "through", "via"];
const ARTICLES: &[&str] = &["the", "your", "our", "my"];
/// Words of somebody who has tried the first thing that anybody would tell them to try.
const TRIED: &[&str] = &[
    "restarted",
    "restarting",
    "rebooted",
    "rebooting",
    "reinstalled",
    "reinstalling",
    "uninstalled",
    "reset",
    "unplugged",
    "reloaded",
    "tried",
];
/// What a flight's number follows.
const FLIGHTS: &[&str] = &["flight", "flt", "flights"];
/// Words of a text that tells what happened.
const STORY: usize = 14;
/// Digits of a flight's number at the most.
const FLIGHT: usize = 4;

/// Adds the kinds of facts that a text gives, by the names that `asks` uses.
pub(super) fn find(text: &str, given: &mut Vec<&'static str>) {
    let words: Vec<&str> = text
        .split_whitespace()
        .filter(|word| !word.starts_with(['@', '#']))
        .flat_map(|word| word.split('/'))
        .map(bare)
        .filter(|word| !word.is_empty())
        .collect();
    if words.len() >= STORY {
        given.push("story");
    }
    let shouted = words.iter().filter(|word| is_name(word) && word.len() > 1).all(|word| is_capitals(word));
    let mut before = String::new();
    for (at, word) in words.iter().enumerate() {
        let lower = word.to_lowercase();
        if DEVICES.contains(&lower.as_str()) {
            given.push("device");
        }
        if TRIED.contains(&lower.as_str()) {
            given.push("tried");
        }
        if BROWSERS.contains(&lower.as_str()) {
            given.push("browser");
        }
        let number = lower.strip_prefix('v').unwrap_or(&lower);
        let numbered = number.starts_with(|c: char| c.is_ascii_digit());
        if numbered
            && (VERSIONED.contains(&before.as_str()) || (lower.starts_with('v') && number.contains('.')))
        {
            given.push("version");
        }
        if is_flight(word) || (FLIGHTS.contains(&before.as_str()) && is_number(&lower)) {
            given.push("flight");
        }
        let after = at.checked_sub(2).map_or("", |two| words[two]);
        let placed = PLACED.contains(&before.as_str())
            || (ARTICLES.contains(&before.as_str()) && PLACED.contains(&after.to_lowercase().as_str()));
        if placed && !shouted && is_name(word) {
            given.push("place");
        }
        before = lower;
    }
}

fn bare(word: &str) -> &str {
    word.trim_matches(|c: char| !c.is_alphanumeric())
}

fn is_capitals(word: &str) -> bool {
    !word.chars().any(char::is_lowercase)
}

/// Does it look like a name, and like no day?
fn is_name(word: &str) -> bool {
    let capital = word.chars().next().is_some_and(char::is_uppercase);
    capital && word.len() > 2 && !DAYS.iter().any(|day| word.starts_with(day))
}

/// Two capitals and up to four digits: `LW204`.
fn is_flight(word: &str) -> bool {
    let Some((carrier, number)) = word.split_at_checked(2) else { return false };
    carrier.bytes().all(|b| b.is_ascii_uppercase())
        && (1..=FLIGHT).contains(&number.len())
        && number.bytes().all(|b| b.is_ascii_digit())
}

/// Three or four digits: `204`. Fewer may be minutes.
fn is_number(lower: &str) -> bool {
    (FLIGHT - 1..=FLIGHT).contains(&lower.len()) && lower.bytes().all(|b| b.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn facts(text: &str) -> Vec<&'static str> {
        let mut given = Vec::new();
        find(text, &mut given);
        given
    }

    #[test]
    fn facts_in_plain_words() {
        for (text, want) in [
            ("my iPhone is slow", "device"),
            ("on iOS 17.2 since today", "version"),
            ("it is v2.3", "version"),
            ("fails in Chrome too", "browser"),
            ("LW204 is late", "flight"),
            ("Flight 204 is late", "flight"),
            ("on flt 4204 now", "flight"),
            ("restarted it twice", "tried"),
            ("flight 2192 is late", "flight"),
            ("flt 064 never left", "flight"),
            ("no signal in Penwick", "place"),
            ("left it at the Castlemere desk", "place"),
        ] {
            assert!(facts(text).contains(&want), "{text}");
        }
    }

    #[test]
    fn what_is_no_fact() {
        for text in [
            "my phone is slow",
            "it was 17.2 degrees",
            "on Monday",
            "my flight 20 minutes late",
            "NO SIGNAL IN HERE",
            "the app again",
        ] {
            assert!(facts(text).is_empty(), "{text}: {:?}", facts(text));
        }
    }
}
