//! What the message is about, in the customer's own nouns: only words that a list knows to be harmless, so that no
//! private matter and no insult finds its way into a reply.

use std::cmp::Reverse;

use twoears_core::listen::TokenKind;
use twoears_core::{Heard, Span};

use super::journey;
use crate::phrases::{Ending, Phrases};

/// A noun with its article.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Thing {
    pub(super) text: String,
    pub(super) plural: bool,
    /// May "it" stand for it? Not for people, nor for many.
    pub(super) can_be_it: bool,
    /// Is it somebody who works for the organisation?
    pub(super) person: bool,
}

impl Thing {
    /// What stands for a thing that the customer does not name; `*` for plural.
    pub(super) fn standing_in(text: &str) -> Self {
        let plural = text.ends_with('*');
        let can_be_it = !plural && text.starts_with("your ");
        Self { text: text.trim_end_matches('*').to_owned(), plural, can_be_it, person: false }
    }

    /// May praise for it be taken up? Not where the customer's own belongings are named, food apart.
    pub(super) fn is_ours(&self, phrases: &Phrases) -> bool {
        let Some(noun) = self.text.strip_prefix("your ") else { return true };
        let last = noun.rsplit(' ').next().unwrap_or(noun);
        phrases
            .nouns_ending(last)
            .iter()
            .any(|ending| ending.class == "food" && noun.ends_with(&ending.noun.words))
    }
}

/// The class of people, of whom a journey says which.
const STAFF: &str = "staff";

/// Words between an article and a noun at the most.
const MODIFIERS: usize = 3;
/// So far before a noun stands a word that makes it beside the matter.
const ASIDE: usize = 4;
/// What may stand before them.
const ARTICLES: &[&str] = &[
    "my", "our", "your", "ur", "the", "a", "an", "this", "that", "his", "her", "their", "some", "any", "no",
];

/// The thing of the first class that has one: of several, the one with the most words, then the first.
pub(super) fn find(heard: &Heard, private: &[Span], phrases: &Phrases, classes: &[String]) -> Option<Thing> {
    let words = Words::of(heard, private);
    let hits = words.hits(phrases);
    classes.iter().find_map(|class| {
        if class == "journey" {
            return journey::find(heard, private).map(|text| Thing {
                text,
                plural: false,
                can_be_it: true,
                person: false,
            });
        }
        let of_class = hits.iter().filter(|hit| hit.ending.class == *class);
        let mut thing = words.thing(of_class.min_by_key(|hit| (Reverse(hit.words()), hit.at))?);
        if class == STAFF {
            thing.can_be_it = false;
            thing.person = true;
            if let Some(journey) = journey::find(heard, private) {
                thing.text = format!("{} on {journey}", thing.text);
            }
        }
        Some(thing)
    })
}

/// A noun in a message: where its modifiers begin, and where it does.
struct Hit<'p> {
    ending: &'p Ending,
    first: usize,
    at: usize,
}

impl Hit<'_> {
    /// How many words it has with its modifiers.
    fn words(&self) -> usize {
        self.at - self.first + self.ending.noun.parts.len()
    }
}

/// The words of a message that may be repeated; none where private data stands or where words do not follow closely.
struct Words<'a> {
    lower: Vec<Option<&'a str>>,
}

impl<'a> Words<'a> {
    fn of(heard: &'a Heard, private: &[Span]) -> Self {
        let mut private = private.to_vec();
        private.sort_unstable_by_key(|span| span.start);
        // Words stand in the order of the text, so one walk over both is enough.
        let (mut next, mut end) = (0, 0);
        let word = |token: &twoears_core::listen::Token| {
            let original = heard.original(token.span);
            while let Some(span) = private.get(next).filter(|span| span.start < original.end) {
                end = end.max(span.end);
                next += 1;
            }
            (token.kind == TokenKind::Word && end <= original.start).then(|| token.span.of(heard.lower()))
        };
        Self { lower: heard.tokens().iter().map(word).collect() }
    }

    fn at(&self, place: usize) -> &'a str {
        self.lower.get(place).copied().flatten().unwrap_or("")
    }

    /// The nearest article or possessive before a place, over words that are left out ("my stupid phone").
    fn article_before(&self, first: usize) -> &'a str {
        let back =
            (1..=MODIFIERS.min(first)).map(|back| self.at(first - back)).take_while(|word| !word.is_empty());
        back.into_iter().find(|word| ARTICLES.contains(word)).unwrap_or("")
    }

    /// Every noun that the message is about.
    fn hits<'p>(&self, phrases: &'p Phrases) -> Vec<Hit<'p>> {
        let mut hits = Vec::new();
        for end in 0..self.lower.len() {
            let endings = phrases.nouns_ending(self.at(end));
            // Before another noun it says what kind that is.
            if endings.is_empty() || phrases.is_noun(self.at(end + 1)) {
                continue;
            }
            hits.extend(endings.iter().filter_map(|ending| self.hit(ending, end, phrases)));
        }
        hits
    }

    /// A noun that ends at a place, if it does and is what the message is about.
    fn hit<'p>(&self, ending: &'p Ending, end: usize, phrases: &Phrases) -> Option<Hit<'p>> {
        let parts = &ending.noun.parts;
        let at = (end + 1).checked_sub(parts.len())?;
        if !parts.iter().enumerate().all(|(step, part)| self.at(at + step) == part) {
            return None;
        }
        let modifiers =
            (1..=MODIFIERS.min(at)).take_while(|back| phrases.is_modifier(self.at(at - back))).count();
        let first = at - modifiers;
        let close = first > 0 && ARTICLES.contains(&self.at(first - 1));
        let verb = parts.len() == 1 && modifiers == 0 && !close && phrases.is_verb(&parts[0]);
        (!verb && !self.is_aside(first, phrases)).then_some(Hit { ending, first, at })
    }

    /// How a noun reads, with its article and its modifiers.
    fn thing(&self, hit: &Hit<'_>) -> Thing {
        let noun = &hit.ending.noun;
        let article = match self.article_before(hit.first) {
            _ if noun.yours => "your",
            "my" | "our" => "your",
            "your" | "ur" => "our",
            _ => "the",
        };
        let mut text = article.to_owned();
        for place in hit.first..hit.at {
            text.push(' ');
            text.push_str(self.at(place));
        }
        text.push(' ');
        text.push_str(&noun.words);
        Thing { text, plural: noun.plural, can_be_it: !noun.plural, person: false }
    }

    /// Does a word shortly before say that this is beside the matter ("since the update", "no other app")?
    fn is_aside(&self, first: usize, phrases: &Phrases) -> bool {
        (1..=ASIDE.min(first))
            .map(|back| self.at(first - back))
            .take_while(|word| !word.is_empty())
            .any(|word| phrases.is_aside(word))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use twoears_core::{Language, listen};

    fn about(text: &str, classes: &[&str]) -> String {
        let phrases = Phrases::of(Language::ENGLISH).unwrap();
        let classes: Vec<String> = classes.iter().map(|&class| class.to_owned()).collect();
        find(&listen::hear(text), &[], phrases, &classes).map(|thing| thing.text).unwrap_or_default()
    }

    #[test]
    fn the_customers_own_nouns() {
        for (text, classes, want) in [
            ("lost my black puffer on the 22.40", &["luggage"][..], "your black puffer"),
            ("It's my late father's watch so please", &["item"], "your late father's watch"),
            ("your driver shouted", &["staff"], "our driver"),
            ("the rear door of the coach", &["place"], "the rear door"),
            ("WHERE IS MY PARCEL", &["parcel"], "your parcel"),
            ("my stupid phone", &["device"], "your phone"),
            ("a glass lamp, the operative word being was. my parcel", &["item", "parcel"], "the glass lamp"),
            ("Larkway night coach", &["vehicle"], "the night coach"),
            ("nothing here", &["parcel"], ""),
            ("is there any way I can watch it", &["item"], ""),
            ("do I need a credit card", &["money"], "your card"),
            ("since the 9.2 update my battery is empty", &["app", "device"], "your battery"),
            ("it stopped after I changed my router", &["device"], ""),
            ("no other app does this", &["app"], ""),
        ] {
            assert_eq!(about(text, classes), want, "{text}");
        }
    }

    #[test]
    fn private_words_are_not_repeated() {
        let phrases = Phrases::of(Language::ENGLISH).unwrap();
        let heard = listen::hear("I live at The Bridge, call me");
        let classes = ["place".to_owned()];
        assert!(find(&heard, &[], phrases, &classes).is_some());
        assert!(find(&heard, &[Span::new(10, 20)], phrases, &classes).is_none());
    }
}
