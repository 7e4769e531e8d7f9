//! The rest of a sentence, word for word, turned to the second person: "to change my seat" is "to change your seat".

use super::MOST;
use super::cursor::{Cursor, Place};
use super::view::{Mark, Word};
use super::words::{
    ACT_MORE, ACT_OBJECT, AFTER, AMOUNT, BEFORE, DONE, DROP, END, FAILED, FAILING, HIT, IRONIC, JOKE, NOUN,
    OFTEN, PAST, PREPOSITION, TROUBLE, TURN, UNIT, UNSURE, Uses, VERBS,
};

/// Uses that do not make a word one to be repeated.
const MARKERS: Uses = END | BEFORE | UNSURE | JOKE | IRONIC | TURN | DROP;
/// Small words that hold a sentence together.
const SMALL: &[&str] = &[
    "a", "an", "the", "this", "these", "those", "to", "of", "and", "as", "when", "it", "is", "are", "was",
    "were", "be", "been", "being", "have", "has", "had", "will", "can", "could", "can't", "won't", "isn't",
    "aren't", "wasn't", "weren't", "hasn't", "haven't", "hadn't", "couldn't", "didn't", "doesn't", "don't",
    "not", "no", "any", "by", "after", "before", "there", "that", "over", "all", "more", "about", "using",
    "up", "out", "off", "because", "due", "do", "did", "does", "now", "still", "every", "then", "here",
    "again", "my", "our", "me", "us", "i", "we", "myself",
];
/// Words of others, or of opinions: what follows them is not ours to repeat.
const OTHERS: &[&str] =
    &["you", "your", "yours", "he", "she", "they", "them", "his", "her", "their", "u", "ur"];
/// A clause may end before these.
const BREAKS: &[&str] =
    &["but", "and", "because", "so", "since", "cause", "which", "while", "as", "cos", "bc"];
/// A name after these is left out with them: "to Boston".
const TO_PLACES: &[&str] = &["to", "from", "in", "at", "via", "into", "near", "for", "on", "with", "through"];
/// A number or a code after these is left out: "flight 2291".
const NUMBERED: &[&str] = &[
    "flight", "flights", "order", "gate", "terminal", "seat", "booking", "train", "bus", "row", "case",
    "ticket",
];
/// A sentence goes on after these.
const JOINS: &[&str] = &[
    "and", "when", "because", "that", "as", "before", "after", "since", "where", "how", "while", "if",
    "time", "until", "but", "so", "whether", "what", "than", "once",
];
/// What customers write of without an article, and have one of.
const OWNED: &[&str] = &[
    "flight",
    "connection",
    "bag",
    "luggage",
    "baggage",
    "suitcase",
    "seat",
    "booking",
    "reservation",
    "account",
    "connecting",
];
/// Verbs that take one of those.
const TAKING: &[&str] = &[
    "miss", "change", "cancel", "board", "book", "check", "find", "get", "missing", "confirm", "rebook",
    "collect",
];
/// Places of travel that need an article.
const PLACES: &[&str] = &[
    "plane", "tarmac", "gate", "runway", "airport", "phone", "app", "website", "site", "train", "bus", "line",
];

/// Words of a sentence that are read, with those that are left out.
const LONGEST: usize = 30;

impl Cursor<'_> {
    /// Reads to the end of the sentence, or to the last place before it where the clause is whole.
    ///
    /// `of` says of the words read whether they are whole; a question may hold conditions.
    pub(super) fn rest(&mut self, question: bool, whole: impl Fn(&Self) -> bool) -> bool {
        let mut good: Option<Place> = None;
        let start = self.at;
        loop {
            if self.out.len() > MOST || self.at > start + LONGEST {
                break;
            }
            let end = self.at;
            if self.sentence_ends() {
                if !self.dangles() && whole(self) {
                    good = Some(self.here());
                }
                break;
            }
            let text = self.text();
            let pause = self.peek(0).is_some_and(|word| word.kind == Mark::Pause);
            let joins = BREAKS.contains(&text) && !(text == "and" && (question || self.goes_on_counting()))
                || self.begins_anew();
            let breaks = pause || joins || (self.has(PREPOSITION) && !question);
            if breaks && !self.dangles() && whole(self) {
                good = Some(self.here());
            }
            if pause || joins || !self.one(question) || self.at == end {
                break;
            }
        }
        // "I missed it, if ..." and "... unless" turn what was said.
        let Some(good) = good else { return false };
        self.back(good);
        question || !self.has(TURN)
    }

    pub(super) fn sentence_ends(&self) -> bool {
        self.peek(0).is_none_or(|word| match word.kind {
            Mark::Stop => true,
            Mark::Question => self.asked,
            Mark::Mention => self.words[self.at..].iter().take(2).all(|word| word.kind != Mark::Word),
            _ => false,
        })
    }

    /// One word, or a few that belong together.
    fn one(&mut self, question: bool) -> bool {
        let Some(word) = self.peek(0) else { return false };
        if word.kind == Mark::Number || (word.uses & AMOUNT != 0) || self.is(&["a", "an"]) {
            let place = self.here();
            // "A 2 hour delay" is no time.
            if self.duration() && !self.has(NOUN | TROUBLE) {
                return true;
            }
            self.back(place);
        }
        if self.signs_in() {
            return true;
        }
        if word.kind != Mark::Word || OTHERS.contains(&word.text) {
            return false;
        }
        if self.named_place() {
            return true;
        }
        let place = self.here();
        if self.day() || (self.is(&["i", "we"]) && self.pair()) {
            return true;
        }
        self.back(place);
        if !question && word.uses & (TURN | UNSURE) != 0 && !SMALL.contains(&word.text) {
            return false;
        }
        let said = match word.text {
            "my" | "our" => "your",
            "me" | "us" | "i" | "we" => "you",
            "myself" => "yourself",
            "please" => return self.skip(),
            _ if word.uses & DROP != 0 => return self.skip(),
            _ if word.named && !self.opens_here() => return false,
            text if SMALL.contains(&text) || word.uses & !MARKERS != 0 => word.said,
            text if question && matches!(text, "if" | "or" | "only" | "without" | "than") => text,
            _ => return false,
        };
        if self.lacks_article(word) {
            self.say("your");
        }
        let bare = PLACES.contains(&word.text)
            && self.at > 0
            && matches!(self.words[self.at - 1].text, "on" | "at")
            && self.peek(1).is_none_or(|next| next.uses & NOUN == 0);
        if bare {
            self.say("the");
        }
        self.at += 1;
        self.say(said);
        self.number();
        true
    }

    /// "2291" after "flight": left out.
    pub(super) fn number(&mut self) {
        let numbered = self.at > 0 && NUMBERED.contains(&self.words[self.at - 1].text);
        if numbered && self.peek(0).is_some_and(|next| next.kind == Mark::Number || next.is_code()) {
            self.at += 1;
        }
    }

    /// Passes over the word; "freaking out" is no filler.
    fn skip(&mut self) -> bool {
        self.at += 1;
        !self.is(&["out"])
    }

    /// Does a new sentence begin here without a mark: "I paid for the game it came out twice"?
    fn begins_anew(&self) -> bool {
        let (Some(before), Some(next)) = (self.at.checked_sub(1).map(|at| &self.words[at]), self.peek(1))
        else {
            return false;
        };
        let verb = next.text.ends_with("n't")
            || matches!(next.text, "am" | "is" | "was" | "has" | "have" | "had")
            || next.uses & PAST != 0;
        let asks = self.is(&["can", "do", "is", "are", "will", "could"])
            && matches!(next.text, "i" | "we" | "it" | "you");
        let been = self.is(&["been"]) && before.uses & FAILED != 0;
        been || asks || self.is(&["i", "we", "it"]) && verb && !JOINS.contains(&before.text)
    }

    /// "missed flight" is "missed your flight".
    fn lacks_article(&self, word: &Word<'_>) -> bool {
        let Some(before) = self.at.checked_sub(1).map(|at| &self.words[at]) else { return false };
        OWNED.contains(&word.text)
            && before.kind == Mark::Word
            && (before.uses & (PAST | PREPOSITION) != 0 || TAKING.contains(&before.text))
            && before.uses & NOUN == 0
            && !(self.at > 1 && self.words[self.at - 2].text == "carry")
    }

    fn opens_here(&self) -> bool {
        self.at == 0 || self.words[self.at - 1].kind != Mark::Word
    }

    /// "I am" in the midst of a sentence.
    fn pair(&mut self) -> bool {
        let said = match self.peek(1).map_or("", |next| next.text) {
            "am" => "are",
            "was" => "were",
            "wasn't" => "weren't",
            _ => return false,
        };
        self.at += 2;
        self.say("you");
        self.say(said);
        true
    }

    /// "to Boston", "from JFK": left out.
    pub(super) fn named_place(&mut self) -> bool {
        if !self.is(TO_PLACES) {
            return false;
        }
        let names = self.words[self.at + 1..].iter().take(3).take_while(|word| word.is_name()).count();
        let noun = self.peek(1 + names).is_some_and(|word| word.uses & NOUN != 0 && word.uses & END == 0);
        if names == 0 || noun {
            return false;
        }
        self.at += 1 + names;
        true
    }

    /// Does what was read end where something must follow?
    fn dangles(&self) -> bool {
        let last = self.out.last().copied().unwrap_or_default();
        if matches!(
            last,
            "your" | "you" | "it" | "here" | "now" | "up" | "out" | "off" | "online" | "again" | "over"
        ) {
            return last == "your";
        }
        let read = self.at.checked_sub(1).map(|at| &self.words[at]);
        let Some(word) = read else { return true };
        let ends = NOUN | UNIT | FAILED | AFTER | DONE | FAILING | HIT | VERBS | PAST;
        SMALL.contains(&last)
            || (word.uses & (ACT_OBJECT | ACT_MORE) != 0 && word.uses & NOUN == 0)
            || matches!(
                last,
                "unable" | "able" | "ready" | "allowed" | "supposed" | "trying" | "waiting" | "their"
            )
            || matches!(
                last,
                "still"
                    | "or"
                    | "than"
                    | "without"
                    | "if"
                    | "so"
                    | "very"
                    | "too"
                    | "from"
                    | "on"
                    | "at"
                    | "in"
                    | "with"
                    | "for"
                    | "into"
            )
            || (word.text == last && word.uses & ends == 0 && word.uses & OFTEN != 0)
    }
}

impl Word<'_> {
    /// A capital, and not in the list.
    pub(super) fn is_name(&self) -> bool {
        self.kind == Mark::Word
            && self.capital
            && self.uses & !MARKERS == 0
            && !self.text.is_empty()
            && !SMALL.contains(&self.text)
            && !OTHERS.contains(&self.text)
    }

    /// "AA931".
    fn is_code(&self) -> bool {
        self.is_name() && self.text.bytes().any(|byte| byte.is_ascii_digit())
    }
}
