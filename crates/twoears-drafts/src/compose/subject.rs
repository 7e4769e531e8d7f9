//! Whether a complaint is about the thing that it names: "the driver was rude", not "the only driver for growth".

use twoears_core::Heard;

use super::thing::Thing;

/// What follows a thing of which something is said.
const VERBS: &[&str] = &[
    "is", "are", "was", "were", "isn't", "aren't", "wasn't", "weren't", "has", "have", "had", "keeps",
    "kept", "does", "doesn't", "did", "didn't", "won't", "can't", "couldn't", "never", "just", "still",
    "always", "crashed", "treated", "shouted", "refused", "told", "left", "stopped", "broke", "drove",
    "stinks", "sucks", "ignored", "who", "that",
];
/// What stands before a thing that somebody complains of.
const BLAMES: &[&str] = &[
    "with", "by", "about", "worst", "terrible", "awful", "rude", "horrible", "dirty", "hate", "useless",
    "from",
];
/// So many words before a thing may blame it.
const BEFORE: usize = 3;
/// What makes a thing the means or the measure of another.
const OTHER: &[&str] = &["for", "of", "to", "paid", "towards", "toward", "on"];

/// Is something said of the thing itself?
pub(super) fn is_subject(heard: &Heard, thing: &Thing) -> bool {
    let words: Vec<&str> = heard.tokens().iter().map(|token| token.span.of(heard.lower())).collect();
    let noun: Vec<String> = thing.text.split(' ').skip(1).map(str::to_lowercase).collect();
    // A departure stands in other words than the message has.
    if noun.is_empty() || noun.iter().any(|word| word.contains(|c: char| c.is_ascii_digit())) {
        return true;
    }
    words.windows(noun.len()).enumerate().filter(|(_, run)| *run == noun.as_slice()).any(|(at, _)| {
        let next = words.get(at + noun.len()).copied().unwrap_or("");
        let blamed = words[at.saturating_sub(BEFORE)..at].iter().any(|word| BLAMES.contains(word));
        VERBS.contains(&next) || (blamed && !OTHER.contains(&next))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use twoears_core::listen::hear;

    #[test]
    fn only_what_something_is_said_of() {
        let driver = Thing::standing_in("the driver");
        for text in ["the driver was rude to us", "shocked by the driver", "your driver never stopped"] {
            assert!(is_subject(&hear(text), &driver), "{text}");
        }
        for text in [
            "price is the only driver for using less wrap",
            "I was the driver of my own car",
            "my driver licence",
        ] {
            assert!(!is_subject(&hear(text), &driver), "{text}");
        }
    }
}
