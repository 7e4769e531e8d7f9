//! A sentence that tells of trouble in plain words, repeated whole: "we sat on the plane for two hours with no air".

use super::clause::{self, Who};
use super::cursor::{Cursor, Tense};
use super::words::{
    ACT, DONE, FAILED, FAILING, GO, GOING, GONE, GOT, HIT, LACK, NOUN, PAST, RECEIVED, TROUBLE, UNIT,
};

/// Verbs and nouns that a "not" makes harmless, or that speak of feelings.
const NOT_SO: &[&str] = &[
    "believe",
    "stand",
    "imagine",
    "recommend",
    "complain",
    "complaint",
    "complaints",
    "better",
    "happier",
    "problem",
    "problems",
    "issue",
    "issues",
    "trouble",
    "error",
    "errors",
    "delay",
    "delays",
    "miss",
    "missed",
    "lose",
    "lost",
    "late",
    "delayed",
    "fault",
    "know",
    "think",
    "want",
    "like",
    "care",
    "expect",
    "mean",
    "need",
    "understand",
    "say",
    "tell",
    "thank",
    "wait",
    "help",
    "enough",
    "mind",
    "bad",
    "wrong",
];
/// Words of one who is glad of it, or of one who compares.
const GLAD: &[&str] = &[
    "better",
    "best",
    "good",
    "great",
    "amazing",
    "helpful",
    "kind",
    "friendly",
    "perfect",
    "excellent",
    "glad",
    "happy",
    "lovely",
    "nice",
    "free",
    "early",
    "smooth",
    "fast",
    "quick",
    "easy",
    "fun",
    "worst",
];
/// What a thing does without an object.
const ALONE: &[&str] = &[
    "arrived", "failed", "stopped", "came", "took", "lasted", "landed", "fell", "snapped", "ripped",
    "leaked", "ran",
];
/// Verbs of waiting, which a time makes trouble.
const LASTING: &[&str] = &[
    "sat", "sitting", "stood", "standing", "waiting", "waited", "spent", "took", "takes", "trying", "tried",
    "been", "hold",
];
/// Words before the past of a verb that belongs to the sentence.
const BEFORE_PAST: &[&str] = &[
    "and", "i", "we", "it", "have", "has", "had", "been", "was", "were", "be", "get", "got", "just", "never",
    "not", "that", "who", "haven't", "hasn't", "hadn't", "wasn't", "weren't", "isn't", "still", "is", "are",
    "being", "already",
];
/// Participles that open a sentence without its subject, each with what goes before it.
const BARE: &[(&str, &str)] = &[
    ("missed", ""),
    ("lost", ""),
    ("waited", ""),
    ("spent", ""),
    ("paid", ""),
    ("ordered", ""),
    ("received", ""),
    ("sat", ""),
    ("stuck", "are"),
    ("waiting", "are"),
    ("sitting", "are"),
    ("standing", "are"),
    ("stranded", "are"),
    ("charged", "were"),
    ("overcharged", "were"),
    ("forced", "were"),
    ("bumped", "were"),
    ("been", "have"),
];

impl Cursor<'_> {
    /// The whole sentence that begins here.
    pub(super) fn told(&mut self, fresh: bool) -> Option<Who> {
        let start = self.at;
        let who = clause::about(self, start);
        let said = match who {
            Some(who @ (Who::You | Who::Thing)) => self.finite(who),
            Some(_) => false,
            None => fresh && self.bare(),
        };
        (said && self.rest(false, |cursor| cursor.is_trouble(start))).then(|| who.unwrap_or(Who::You))
    }

    fn finite(&mut self, who: Who) -> bool {
        let subject = self.at;
        self.adverbs();
        let verb = self.text();
        if who == Who::Thing && !self.agrees(subject, verb) {
            return false;
        }
        let said = match (verb, who) {
            ("am", Who::You) => "are",
            ("was" | "were", Who::You) => "were",
            ("wasn't", Who::You) => "weren't",
            ("don't" | "won't" | "will", Who::You) => return false,
            (
                "have" | "had" | "can't" | "couldn't" | "didn't" | "haven't" | "hadn't" | "keep" | "are"
                | "weren't",
                _,
            )
            | (
                "is" | "was" | "has" | "were" | "isn't" | "wasn't" | "hasn't" | "doesn't" | "won't"
                | "aren't" | "keeps" | "don't",
                Who::Thing,
            ) => verb,
            _ if self.has(PAST) && (who == Who::You || ALONE.contains(&verb)) => verb,
            _ => return false,
        };
        self.at += 1;
        self.say(said);
        if !matches!(said, "have" | "had") {
            return true;
        }
        let place = self.here();
        let timed = self.pass(&["been"]) && self.duration();
        self.back(place);
        !timed && !self.text().ends_with("ing") && !self.is(&["tried"])
    }

    fn bare(&mut self) -> bool {
        let start = self.at;
        let still = self.pass(&["still"]);
        let verb = self.text();
        let Some((_, before)) = BARE.iter().find(|(word, _)| *word == verb) else {
            self.at = start;
            return false;
        };
        self.say("you");
        let lasts = *before == "are" && {
            let mut ahead = Cursor::new(self.words, self.at + 1);
            ahead.tense = Tense::Any;
            let mut found = false;
            for at in self.at + 1..(self.at + 9).min(self.words.len()) {
                if ahead.words[at].kind == super::view::Mark::Stop {
                    break;
                }
                ahead.back((at, 0));
                found |= ahead.duration();
            }
            found
        };
        if lasts {
            self.say("have been");
        } else if !before.is_empty() {
            self.say(before);
        }
        if still {
            self.say("still");
        }
        self.take();
        // "Been 30 minutes" is no sentence about the customer.
        let place = self.here();
        if *before == "have" && self.duration() {
            return false;
        }
        self.back(place);
        *before != "were" || self.is(&["to", "twice", "for", "off", "from", "out"])
    }

    /// Does a second verb follow without a word that joins it: "the plane was delayed missed my connection"?
    fn has_two_verbs(&self, from: usize) -> bool {
        let own = self.words[from..self.at].iter().take(6).position(|word| word.uses & PAST != 0);
        self.words[from..self.at].windows(2).enumerate().any(|(at, two)| {
            two[1].uses & PAST != 0
                && (Some(at + 1) != own || two[0].uses & FAILED != 0)
                && two[1].uses & (FAILED | NOUN) == 0
                && (!BEFORE_PAST.contains(&two[0].text) || two[0].uses & FAILED != 0)
        })
    }

    /// Does what was read from there tell of trouble, and of nothing good?
    fn is_trouble(&self, from: usize) -> bool {
        let words = &self.words[from..self.at];
        let has = |of: &dyn Fn(&str) -> bool| words.iter().any(|word| of(word.text));
        let not = has(&|text| {
            text.ends_with("n't") || matches!(text, "not" | "no" | "never" | "without" | "any" | "zero")
        });
        let trouble = words.iter().any(|word| word.uses & (TROUBLE | FAILED | FAILING | HIT) != 0);
        let named = words.iter().any(|word| word.uses & NOUN != 0);
        let long = self.out.len() >= 4 && !self.out.ends_with(&["it"]);
        let lasts = words.iter().any(|word| word.uses & UNIT != 0) && has(&|text| LASTING.contains(&text));
        let trouble = trouble || lasts;
        if !named || !long || self.has_two_verbs(from) || has(&|text| GLAD.contains(&text)) {
            return false;
        }
        if !not {
            return trouble;
        }
        // "I'm not at home" is no trouble.
        let lacks = words
            .iter()
            .any(|word| word.uses & (ACT | GO | GOING | RECEIVED | GOT | GONE | DONE | LACK) != 0);
        let denied = has(&|text| text.ends_with("n't") || matches!(text, "not" | "no" | "never"));
        denied && (lacks || trouble) && !has(&|text| NOT_SO.contains(&text))
    }
}
