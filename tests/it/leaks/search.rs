//! Looks for values in what came out, however they are spaced, dashed or capitalised.

use std::borrow::Cow;
use std::sync::LazyLock;

use super::values::Value;
use crate::support::{path, read};

/// What came out of the desk.
#[derive(Default)]
pub(super) struct Shown(Vec<Words>);

struct Words {
    place: &'static str,
    /// Letters and digits alone.
    bare: String,
    /// The same with blanks between words.
    spaced: String,
    /// The same, word by word: in a log, the end of a value is no more than chance across words.
    one_by_one: Option<Vec<String>>,
}

impl Words {
    fn hold_end(&self, end: &str) -> bool {
        match &self.one_by_one {
            Some(words) => words.iter().any(|word| word.ends_with(end)),
            // Digits may be set apart; across words, `ring us on 020` holds the end of `saffron020` by chance.
            None if end.bytes().all(|b| b.is_ascii_digit()) => self.bare.contains(end),
            None => self.spaced.contains(end),
        }
    }
}

/// Letters and digits of the end of a value that tell which it is.
const LAST: usize = 4;

impl Shown {
    /// Words that a person may read.
    pub(super) fn words(&mut self, place: &'static str, words: &str) {
        let spaced = words.split_whitespace().map(bare).collect::<Vec<_>>().join(" ");
        self.0.push(Words { place, bare: bare(words), spaced, one_by_one: None });
    }

    /// What a log may hold: times and shares of one stand there too, and tell nothing.
    pub(super) fn log(&mut self, place: &'static str, log: &str) {
        let part = |part: &str| {
            let number = part.trim_matches(|c: char| !c.is_ascii_alphanumeric());
            let time = number.parse::<twoears::Timestamp>().is_ok();
            let share = number.contains('.') && number.parse::<f64>().is_ok();
            if time || share { String::new() } else { part.to_owned() }
        };
        let parts =
            log.split_inclusive(|c: char| c.is_whitespace() || matches!(c, '(' | ')' | ',')).map(part);
        let log = parts.collect::<Vec<_>>().concat();
        let words = log.split(|c: char| !c.is_alphanumeric()).filter(|word| word.len() >= LAST).map(bare);
        self.0.push(Words {
            place,
            bare: bare(&log),
            spaced: String::new(),
            one_by_one: Some(words.collect()),
        });
    }

    /// The first value that is shown, in whole or by its end: where, and its kind.
    pub(super) fn leak<'a>(&self, values: impl IntoIterator<Item = &'a Value>) -> Option<String> {
        values.into_iter().find_map(|value| {
            let whole = bare(&value.text);
            let count = whole.chars().count();
            let end: String = whole.chars().skip(count.saturating_sub(LAST)).collect();
            // An end of letters alone is a word; what the settings and articles hold tells nothing.
            let tells = end.bytes().filter(u8::is_ascii_digit).count() >= 2;
            let holds = |words: &&Words| {
                (words.bare.contains(&whole) && !OURS.contains(&whole))
                    || (tells && words.hold_end(&end) && !OURS.contains(&end))
            };
            let found = self.0.iter().find(holds);
            found.map(|words| format!("{} {:?} in {}: {}", value.kind, value.text, words.place, words.bare))
        })
    }
}

/// Letters and digits in lower case; times of day are left out.
pub(super) fn bare(text: &str) -> String {
    let timed = [":", " am", " pm"].iter().any(|mark| text.contains(mark));
    let text = if timed { without_times(text).into() } else { Cow::Borrowed(text) };
    text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// The text without times of day: a promise's `10:30` or `10 am`, and a journey's `13.10` of the templates.
fn without_times(text: &str) -> String {
    let digit = |c: Option<char>| c.is_some_and(|c| c.is_ascii_digit());
    let chars: Vec<char> = text.chars().collect();
    let at = |place: usize| chars.get(place).copied();
    let mut kept = String::with_capacity(text.len());
    let mut place = 0;
    while place < chars.len() {
        let fresh = place == 0 || !(digit(at(place - 1)) || matches!(at(place - 1), Some(':' | '.')));
        let hours = usize::from(digit(at(place))) + usize::from(digit(at(place)) && digit(at(place + 1)));
        let end = place + hours;
        let minutes = at(end) == Some(':') && digit(at(end + 1)) && digit(at(end + 2)) && !digit(at(end + 3));
        let half = at(end) == Some(' ')
            && matches!(at(end + 1), Some('a' | 'p'))
            && at(end + 2) == Some('m')
            && !at(end + 3).is_some_and(char::is_alphanumeric);
        if fresh && hours > 0 && (minutes || half) {
            kept.push(' ');
            place = end + 3;
        } else {
            kept.push(chars[place]);
            place += 1;
        }
    }
    kept
}

/// What is said anyway: settings, articles, facts of channels, an example in an error, the texts of the templates without their values.
static OURS: LazyLock<String> = LazyLock::new(|| {
    let mut all = read("examples/brand.toml") + &read("crates/twoears-core/src/decide/channels.toml");
    let mut files: Vec<_> =
        std::fs::read_dir(path("examples/kb")).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    for file in files {
        all.push_str(&std::fs::read_to_string(file).unwrap());
    }
    all.push_str(super::SETTINGS);
    all.push_str(" 13.10 7.35 9 8 280 2026-11-23T09:00:00Z RFC 3339 such as 2026-11-22T09:00:00Z ");
    bare(&all)
});

/// Runs of four digits or more, as they stand.
pub(super) fn runs(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_ascii_digit()).filter(|run| run.len() >= LAST)
}

/// Is a run of digits the organisation's own?
pub(super) fn is_ours(run: &str) -> bool {
    OURS.contains(run)
}
