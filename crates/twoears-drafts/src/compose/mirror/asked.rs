//! A question, as an indirect one: "when will my bag arrive?" is "when your bag will arrive".

use super::clause::{self, Who};
use super::cursor::Cursor;
use super::view::Mark;
use super::words::{NOUN, PLAIN};

/// Verbs of a question that stand before who it is about.
const FRONTED: &[&str] = &[
    "is", "are", "am", "was", "were", "will", "can", "could", "should", "do", "does", "did", "has", "have",
    "isn't", "aren't", "wasn't", "weren't", "won't", "can't", "don't", "doesn't", "didn't", "hasn't",
    "haven't", "couldn't",
];
/// What follows "how".
const HOW: &[&str] = &["long", "much", "many", "early", "soon", "far", "late"];
/// "Can I get some help" asks for it and is no question.
const REQUESTS: &[&str] =
    &["get", "have", "speak", "talk", "ask", "please", "dm", "help", "be", "at", "see", "suggest", "say"];
/// Words of a question that wants no answer.
const RHETORIC: &[&str] = &[
    "always",
    "ever",
    "even",
    "so",
    "such",
    "constantly",
    "every",
    "bad",
    "worst",
    "terrible",
    "wrong",
    "hard",
    "difficult",
    "point",
    "deal",
    "problem",
    "on",
    "going",
    "happy",
    "anyone",
];

impl<'a> Cursor<'a> {
    /// The question that begins here, to its end.
    pub(super) fn question(&mut self) -> bool {
        self.asked = true;
        let start = self.at;
        let Some(open) = self.opens_question() else { return false };
        self.pass_fillers();
        let verb = self.text();
        if !FRONTED.contains(&verb) {
            return false;
        }
        self.at += 1;
        self.pass_fillers();
        let from = self.at;
        let who = if self.is(&["there"]) {
            self.take();
            Who::It
        } else if let Some(who) = clause::about(self, from) {
            who
        } else {
            return false;
        };
        if who == Who::Nobody
            || who == Who::It && matches!(open, "when" | "why" | "where" | "what")
            || !self.verb_back(verb, who, open, from)
        {
            return false;
        }
        let before = self.at;
        // "where is my bag" ends with its verb.
        let bare = matches!(open, "where" | "what") && matches!(verb, "is" | "are" | "was" | "were");
        let said =
            (bare || verb == "does") && self.sentence_ends() || self.rest(true, |cursor| cursor.at > before);
        let whether = open == "whether";
        let rhetoric = self.words[from..self.at.max(from)].iter().enumerate().any(|(at, word)| {
            RHETORIC.contains(&word.text) && (word.text != "on" || from + at == before)
                || whether && matches!(word.text, "not" | "no")
        });
        // "do we have an update" asks for one; "is it you or is it me" is no question.
        let idle = match self.out.as_slice() {
            ["whether", "you", "have", next, ..] => *next != "to",
            ["whether", "it", "is", next, ..] => *next != "possible",
            _ => false,
        };
        if !said || rhetoric || idle {
            return false;
        }
        if bare && open == "what" && self.at > before {
            // "what is the status of my order": the verb goes to the end.
            let Some(place) = self.out.iter().rposition(|word| *word == verb) else { return false };
            let verb = self.out.remove(place);
            self.out.push(verb);
        }
        let ends = self.peek(0).is_some_and(|word| word.kind == Mark::Question);
        let named = self.words[from..self.at].iter().any(|word| word.uses & (NOUN | PLAIN) != 0);
        // Without a question mark only a word like "why" or "how" makes it a question.
        named
            && self.out.len() >= 4
            && !self.out.ends_with(&["do"])
            && (ends || !whether || start == 0 || self.words[start - 1].kind != Mark::Word)
    }

    /// "when", "how long", "what time"; "whether" where there is none.
    fn opens_question(&mut self) -> Option<&'a str> {
        let text = self.text();
        match text {
            "why" | "when" | "where" => self.take(),
            "how" => {
                let next = self.peek(1).map_or("", |next| next.text);
                if HOW.contains(&next) {
                    self.take();
                    self.take();
                    while self.has(NOUN | PLAIN) && !FRONTED.contains(&self.text()) {
                        self.take();
                    }
                    return Some("which");
                } else if matches!(next, "do" | "can" | "should")
                    && self.peek(2).is_some_and(|next| matches!(next.text, "i" | "we"))
                    && self.peek(3).is_some_and(|next| next.text != "help")
                {
                    self.take();
                } else {
                    return None;
                }
            }
            "what" | "which" => {
                self.take();
                let noun = self.at;
                while self.has(NOUN | PLAIN) && !FRONTED.contains(&self.text()) && self.at < noun + 2 {
                    self.take();
                }
                if self.at > noun {
                    return Some("which");
                }
                if text == "which" {
                    return None;
                }
            }
            _ if FRONTED.contains(&text) => {
                self.say("whether");
                return Some("whether");
            }
            _ => return None,
        }
        Some(text)
    }

    /// Puts the verb of a question after who it is about.
    fn verb_back(&mut self, verb: &'a str, who: Who, open: &str, from: usize) -> bool {
        let you = who == Who::You;
        let next = self.text();
        let said = match verb {
            "am" => "are",
            "was" if you => "were",
            "wasn't" if you => "weren't",
            "do" if you && open == "how" => "can",
            "do" => "",
            "does" => return self.third(),
            "did" => return false,
            "can" | "could" if open == "whether" && you && REQUESTS.contains(&next) => return false,
            // Whether somebody should is for them to say.
            "should" if open == "whether" => return false,
            _ if open == "what" && verb.ends_with("n't") => return false,
            "isn't" | "aren't" | "can't" | "won't" | "don't" | "didn't" if open == "whether" => return false,
            verb => verb,
        };
        // "is my flight" alone, "are there seats"
        let there = self.words.get(from).is_some_and(|word| word.text == "there");
        if there && !matches!(verb, "is" | "are" | "was" | "were") {
            return false;
        }
        if !said.is_empty() {
            self.say(said);
        }
        true
    }

    /// "does it take" is "it takes".
    fn third(&mut self) -> bool {
        let said = match self.text() {
            "have" => "has",
            "take" => "takes",
            "need" => "needs",
            "include" => "includes",
            "cost" => "costs",
            "come" => "comes",
            "leave" => "leaves",
            "start" => "starts",
            "open" => "opens",
            "close" => "closes",
            "work" => "works",
            "mean" => "means",
            "arrive" => "arrives",
            "depart" => "departs",
            "board" => "boards",
            "say" => "says",
            "keep" => "keeps",
            "fly" => "flies",
            "end" => "ends",
            "expire" => "expires",
            "show" => "shows",
            "get" => "gets",
            "go" => "goes",
            "apply" => "applies",
            "count" => "counts",
            "look" => "looks",
            "require" => "requires",
            "run" => "runs",
            "stop" => "stops",
            "last" => "lasts",
            "begin" => "begins",
            "cover" => "covers",
            "allow" => "allows",
            "support" => "supports",
            _ => return false,
        };
        self.at += 1;
        self.say(said);
        true
    }
}
