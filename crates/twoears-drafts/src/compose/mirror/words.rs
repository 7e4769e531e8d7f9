//! The closed list of words that a reply may take from a message, with the use of each: `phrases/mirror.en.txt`.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

/// The uses of a word, a bit each.
pub(super) type Uses = u64;

/// The sections of the list, in the order of their bits.
const SECTIONS: &[&str] = &[
    "yours",
    "the",
    "mass",
    "count",
    "lack",
    "had",
    "person",
    "modifier",
    "faulty",
    "act",
    "go",
    "failing",
    "fails",
    "failed",
    "hit",
    "received",
    "got",
    "gone",
    "done",
    "people",
    "peopling",
    "drop",
    "often",
    "after",
    "preposition",
    "unit",
    "amount",
    "end",
    "turn",
    "before",
    "unsure",
    "joke",
    "ironic",
    "plain",
    "trouble",
    "past",
    "verbs",
];

pub(super) const YOURS: Uses = 1;
pub(super) const THE: Uses = 1 << 1;
pub(super) const MASS: Uses = 1 << 2;
pub(super) const COUNT: Uses = 1 << 3;
pub(super) const LACK: Uses = 1 << 4;
pub(super) const HAD: Uses = 1 << 5;
pub(super) const PERSON: Uses = 1 << 6;
pub(super) const MODIFIER: Uses = 1 << 7;
pub(super) const FAULTY: Uses = 1 << 8;
pub(super) const ACT: Uses = 1 << 9;
pub(super) const GO: Uses = 1 << 10;
pub(super) const FAILING: Uses = 1 << 11;
pub(super) const FAILS: Uses = 1 << 12;
pub(super) const FAILED: Uses = 1 << 13;
pub(super) const HIT: Uses = 1 << 14;
pub(super) const RECEIVED: Uses = 1 << 15;
pub(super) const GOT: Uses = 1 << 16;
pub(super) const GONE: Uses = 1 << 17;
pub(super) const DONE: Uses = 1 << 18;
pub(super) const PEOPLE: Uses = 1 << 19;
pub(super) const PEOPLING: Uses = 1 << 20;
pub(super) const DROP: Uses = 1 << 21;
pub(super) const OFTEN: Uses = 1 << 22;
pub(super) const AFTER: Uses = 1 << 23;
pub(super) const PREPOSITION: Uses = 1 << 24;
pub(super) const UNIT: Uses = 1 << 25;
pub(super) const AMOUNT: Uses = 1 << 26;
pub(super) const END: Uses = 1 << 27;
pub(super) const TURN: Uses = 1 << 28;
pub(super) const BEFORE: Uses = 1 << 29;
pub(super) const UNSURE: Uses = 1 << 30;
pub(super) const JOKE: Uses = 1 << 31;
pub(super) const IRONIC: Uses = 1 << 32;
/// Harmless, and repeated as it is in a whole sentence or a question.
pub(super) const PLAIN: Uses = 1 << 33;
/// Tells of trouble.
pub(super) const TROUBLE: Uses = 1 << 34;
/// The past of a verb that customers tell with.
pub(super) const PAST: Uses = 1 << 35;
/// Any form of a harmless verb.
pub(super) const VERBS: Uses = 1 << 36;
/// The gerund of an `act` ("logging").
pub(super) const ACTING: Uses = 1 << 40;
/// The gerund of a `go` ("loading").
pub(super) const GOING: Uses = 1 << 41;
/// Needs an object, as an `act`; as anything else.
pub(super) const ACT_OBJECT: Uses = 1 << 42;
pub(super) const OBJECT: Uses = 1 << 44;
/// Needs an object or a word like "in", as an `act`; as anything else.
pub(super) const ACT_MORE: Uses = 1 << 43;
pub(super) const MORE: Uses = 1 << 45;
/// Written with capitals of its own.
pub(super) const SPELLED: Uses = 1 << 46;
/// Any noun.
pub(super) const NOUN: Uses = YOURS | THE | MASS | COUNT | PERSON;

/// Verbs whose last letter doubles before "ing".
const DOUBLING: &[&str] = &[
    "log",
    "get",
    "set",
    "stop",
    "let",
    "submit",
    "transfer",
    "swap",
    "skip",
    "chat",
    "drop",
    "fit",
    "ship",
    "scan",
    "run",
    "reset",
    "cut",
    "plan",
    "unsubscrib",
];

/// A word of the list.
#[derive(Clone, Debug)]
pub(super) struct Known {
    pub(super) uses: Uses,
    /// How it is written in a reply.
    pub(super) spelled: String,
}

/// The list, built once.
pub(super) static KNOWN: LazyLock<FxHashMap<String, Known>> =
    LazyLock::new(|| read(include_str!("../../../phrases/mirror.en.txt")));

fn read(text: &str) -> FxHashMap<String, Known> {
    let mut known: FxHashMap<String, Known> = FxHashMap::default();
    let mut add = |word: &str, spelled: &str, uses: Uses| {
        let entry =
            known.entry(word.to_owned()).or_insert_with(|| Known { uses: 0, spelled: word.to_owned() });
        entry.uses |= uses;
        if spelled != word {
            entry.uses |= SPELLED;
            spelled.clone_into(&mut entry.spelled);
        }
    };
    let mut section = 0;
    for line in text.lines().filter(|line| !line.starts_with('#')) {
        if let Some(name) = line.strip_prefix('[').and_then(|line| line.strip_suffix(']')) {
            section = SECTIONS.iter().position(|known| *known == name).map_or(0, |at| 1 << at);
            continue;
        }
        for entry in line.split_whitespace() {
            let word = entry.trim_end_matches(['*', '+']);
            let need = match entry.as_bytes().last() {
                Some(b'*') if section == ACT => ACT_OBJECT,
                Some(b'*') => OBJECT,
                Some(b'+') if section == ACT => ACT_MORE,
                Some(b'+') => MORE,
                _ => 0,
            };
            let (word, spelled) = word.split_once('=').unwrap_or((word, word));
            add(word, spelled, section | need);
            if section == ACT || section == GO {
                let doing = gerund(word);
                add(&doing, &doing, need | if section == ACT { ACTING } else { GOING });
            }
        }
    }
    known
}

/// "load" → "loading", "make" → "making", "get" → "getting".
pub(super) fn gerund(verb: &str) -> String {
    let last = verb.chars().last().unwrap_or_default();
    if DOUBLING.contains(&verb) {
        format!("{verb}{last}ing")
    } else if last == 'e' && !verb.ends_with("ee") {
        format!("{}ing", &verb[..verb.len() - 1])
    } else {
        format!("{verb}ing")
    }
}

/// The word of the list.
pub(super) fn known(word: &str) -> Option<&'static Known> {
    KNOWN.get(word)
}

/// Is a noun plural, so that it needs no article?
pub(super) fn is_plural(noun: &str) -> bool {
    const SINGULAR: &[&str] =
        &["bus", "news", "address", "access", "gas", "series", "pass", "class", "progress", "dress"];
    noun.ends_with('s') && !noun.ends_with("'s") && !SINGULAR.contains(&noun)
        || matches!(noun, "people" | "children" | "kids")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_section_of_the_list_is_known_and_none_is_empty() {
        let text = include_str!("../../../phrases/mirror.en.txt");
        let named: Vec<&str> =
            text.lines().filter_map(|line| line.strip_prefix('[')?.strip_suffix(']')).collect();
        assert_eq!(named, SECTIONS);
        for (at, name) in SECTIONS.iter().enumerate() {
            assert!(KNOWN.values().any(|word| word.uses & (1 << at) != 0), "{name}");
        }
    }

    #[test]
    fn gerunds() {
        for (verb, want) in [("log", "logging"), ("make", "making"), ("load", "loading"), ("get", "getting")]
        {
            assert_eq!(gerund(verb), want);
        }
    }

    #[test]
    fn no_word_of_crime_or_of_the_body_is_in_it() {
        for word in
            ["scam", "steal", "stolen", "fraud", "liars", "blood", "sick", "pregnant", "god", "idiot", "died"]
        {
            assert!(known(word).is_none(), "{word}");
        }
    }
}
