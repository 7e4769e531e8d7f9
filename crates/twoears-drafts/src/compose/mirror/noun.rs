//! Nouns with what stands before them: "my new ipad" is "your new iPad", "website" is "the website".

use super::cursor::Cursor;
use super::view::Mark;
use super::words::{AMOUNT, COUNT, FAULTY, MASS, MODIFIER, NOUN, PERSON, SPELLED, THE, YOURS, is_plural};

/// Words between an article and the end of a noun at the most.
const WORDS: usize = 5;

/// People whose things a customer writes about.
const POSSESSIVE: &[(&str, &str)] = &[
    ("wife's", "wife's"),
    ("husband's", "husband's"),
    ("son's", "son's"),
    ("daughter's", "daughter's"),
    ("mum's", "mum's"),
    ("mom's", "mom's"),
    ("dad's", "dad's"),
];

/// Words after which "anyone" says enough.
const REACHED: &[&str] = &["reach", "reaching", "contact", "contacting", "to", "with", "from"];

/// What stands before the noun.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Article {
    None,
    /// "a", "any", "two": with a noun of any kind.
    Open,
    /// "my", "the".
    Closed,
}

impl<'a> Cursor<'a> {
    /// "my new ipad", "the website", "orders", "app"; also "it", "anything", "me" where it is no subject.
    pub(super) fn noun_phrase(&mut self, subject: bool) -> bool {
        let start = self.here();
        if !subject && self.pronoun() {
            return true;
        }
        self.pass_fillers();
        let article = self.article();
        let words = self.out.len();
        let shown = matches!(self.words[self.at.saturating_sub(1)].text, "this" | "that" | "these" | "those");
        let Some(last) = self.nouns() else {
            self.back(start);
            return false;
        };
        // "this error" is shown in a picture that no reader of the reply has.
        if article == Article::Closed && shown && last.0 & (THE | YOURS) == 0 {
            self.back(start);
            return false;
        }
        if article == Article::None {
            let uses = last.0;
            let first = if uses & YOURS != 0 && !is_plural(last.1) {
                "your"
            } else if uses & THE != 0 && !is_plural(last.1) && (uses & MASS == 0 || subject) {
                "the"
            } else if is_plural(last.1) && subject && !self.asked {
                if uses & YOURS != 0 { "your" } else { "the" }
            } else if uses & MASS != 0 || is_plural(last.1) {
                ""
            } else {
                self.back(start);
                return false;
            };
            if !first.is_empty() {
                self.out.insert(words, first);
            }
        }
        self.of();
        true
    }

    fn pronoun(&mut self) -> bool {
        let text = self.text();
        let said = match text {
            "me" | "us" => "you",
            "myself" => "yourself",
            "it" | "them" | "anything" | "anyone" | "anybody" | "someone" | "somebody" => text,
            _ => return false,
        };
        // "I can't connect me" is somebody else's mistake; "get anyone" wants more.
        let you = said == "you" && self.out.first() == Some(&"you");
        let anyone = matches!(text, "anyone" | "anybody" | "someone" | "somebody");
        let reached = self.at > 0 && REACHED.contains(&self.words[self.at - 1].text);
        if you || (anyone && !reached) {
            return false;
        }
        if self.peek(1).is_some_and(|next| next.uses & NOUN != 0 && next.kind == Mark::Word) {
            return false;
        }
        self.at += 1;
        self.say(said);
        true
    }

    fn article(&mut self) -> Article {
        let said = match self.text() {
            "my" | "our" => "your",
            "the" | "this" | "that" | "these" | "those" => "the",
            "her" | "his" | "their" => self.text(),
            text @ ("a" | "an" | "any" | "another" | "some" | "one" | "both" | "all") => {
                self.at += 1;
                self.say(text);
                if matches!(text, "both" | "all" | "one") {
                    self.take_of(&["of"]);
                    if self.pass(&["my", "our"]) {
                        self.say("your");
                        return Article::Closed;
                    }
                    if self.take_of(&["the"]) {
                        return Article::Closed;
                    }
                }
                return Article::Open;
            }
            _ if self.has(AMOUNT) => {
                self.take();
                return Article::Open;
            }
            _ => return Article::None,
        };
        self.at += 1;
        self.say(said);
        if let Some((_, said)) = POSSESSIVE.iter().find(|(word, _)| *word == self.text()) {
            self.at += 1;
            self.say(said);
        }
        Article::Closed
    }

    /// The modifiers and nouns; the uses and the text of the last, when it is a noun.
    fn nouns(&mut self) -> Option<(u64, &'a str)> {
        let first = self.at;
        let mut last = None;
        for _ in 0..WORDS {
            self.pass_fillers();
            let Some(word) = self.peek(0).filter(|word| word.kind == Mark::Word) else { break };
            if word.uses & (NOUN | MODIFIER | FAULTY) == 0 {
                break;
            }
            // A capital within a sentence may begin a name.
            if word.named && self.at > 0 && !self.opens(first) {
                return None;
            }
            // "my order delayed" has a verb for its last word.
            if last.is_some() && word.uses & NOUN == 0 && word.uses & MODIFIER == 0 {
                break;
            }
            // "my friends server" lacks its apostrophe.
            if last.is_some_and(|(uses, text): (u64, &str)| uses & PERSON != 0 && is_plural(text)) {
                return None;
            }
            last = Some((word.uses, word.text));
            self.take();
        }
        let last = last.filter(|(uses, _)| uses & NOUN != 0)?;
        // The number of a model is left out: "my iphone 7".
        let model = self.peek(0).is_some_and(|word| word.kind == Mark::Number && word.text.len() <= 2);
        if model && last.0 & SPELLED != 0 {
            self.at += 1;
            self.pass(&["plus", "pro", "max", "mini", "air"]);
        }
        Some(last)
    }

    /// Does a sentence begin at the word that is read, where a capital tells nothing?
    fn opens(&self, first: usize) -> bool {
        self.at == first && (first == 0 || self.words[first - 1].kind != Mark::Word)
    }

    /// "of my order" after a noun that has a part or a state.
    fn of(&mut self) {
        let start = self.here();
        let closed = self.take_of(&["of"])
            && self.is(&["my", "our", "the"])
            && self.article() == Article::Closed
            && self.nouns().is_some();
        if !closed {
            self.back(start);
        }
    }

    /// Nouns of some use without an article, after "no".
    pub(super) fn lacked(&mut self, uses: u64) -> Option<&'a str> {
        let start = self.here();
        match self.nouns() {
            Some((found, text))
                if found & uses != 0
                    && !self.good_to_lack(start.0)
                    && !self.words[start.0..self.at].iter().any(|word| word.text == "customer") =>
            {
                Some(text)
            }
            _ => {
                self.back(start);
                None
            }
        }
    }

    /// "the wrong size": a noun with what is wrong with it.
    pub(super) fn faulty(&mut self) -> bool {
        let start = self.here();
        let from = self.at;
        if self.noun_phrase(false) && self.words[from..self.at].iter().any(|word| word.uses & FAULTY != 0) {
            return true;
        }
        self.back(start);
        false
    }
}

/// A noun that may open a sentence without an article.
pub(super) fn may_open(uses: u64) -> bool {
    uses & (YOURS | THE) != 0 || (uses & (MODIFIER | COUNT) != 0 && uses & PERSON == 0)
}
