//! The verb of a clause that tells of trouble, whoever it is about.

use super::clause::Who;
use super::cursor::{Cursor, Tense};
use super::tail::Need;
use super::words::{ACT, FAILING, FAILS, GO, GONE, GOT, HAD, LACK, OFTEN, PEOPLE, PEOPLING, Uses, is_plural};

impl<'a> Cursor<'a> {
    /// The verb after a subject, to the end of the clause.
    pub(super) fn happened(&mut self, who: Who) -> bool {
        let subject = self.at;
        self.adverbs();
        let verb = self.text();
        if verb.is_empty() {
            return false;
        }
        if who == Who::Thing
            && self.at == subject
            && self.travels(subject)
            && self.is(&["delayed", "cancelled", "canceled"])
        {
            self.say(if self.agrees(subject, "was") { "was" } else { "were" });
            return self.failed();
        }
        if who != Who::You && self.has(FAILS) {
            self.take();
            return who != Who::Person && who != Who::Nobody && self.tail(Need::Closed);
        }
        if matches!(who, Who::Thing | Who::Person) && !self.agrees(subject, verb) {
            return false;
        }
        self.at += 1;
        let verb = match (verb, who) {
            ("am", Who::You) => "are",
            ("was" | "were", Who::You) => "were",
            ("wasn't" | "weren't", Who::You) => "weren't",
            (verb, _) => verb,
        };
        self.goes_on(who, verb)
    }

    /// "My flight cancelled" leaves out a verb; "my driver cancelled" does not.
    pub(super) fn travels(&self, subject: usize) -> bool {
        let noun = subject.checked_sub(1).and_then(|at| self.words.get(at)).map_or("", |word| word.text);
        matches!(
            noun,
            "flight" | "flights" | "train" | "trains" | "bus" | "plane" | "ferry" | "connection" | "order"
        )
    }

    /// Do a noun and its verb agree in number?
    pub(super) fn agrees(&self, subject: usize, verb: &str) -> bool {
        let noun = subject.checked_sub(1).and_then(|at| self.words.get(at)).map_or("", |word| word.text);
        let plural = is_plural(noun);
        let either = matches!(noun, "data" | "staff" | "team" | "family" | "wifi");
        match verb {
            "is" | "isn't" | "was" | "wasn't" | "has" | "hasn't" | "doesn't" | "keeps" => either || !plural,
            "are" | "aren't" | "were" | "weren't" | "have" | "haven't" | "don't" | "keep" => either || plural,
            _ => true,
        }
    }

    pub(super) fn adverbs(&mut self) {
        loop {
            self.pass_fillers();
            if !self.take_with(OFTEN) {
                return;
            }
        }
    }

    /// The clause goes on after that verb, which was passed over.
    pub(super) fn goes_on(&mut self, who: Who, verb: &'a str) -> bool {
        self.say(verb);
        self.adverbs();
        self.tense = match verb {
            "can't" | "won't" | "don't" | "doesn't" | "keep" | "keeps" | "isn't" | "aren't" => Tense::Since,
            "is" | "are" => Tense::None,
            _ => Tense::Any,
        };
        match who {
            Who::You => self.you(verb),
            Who::Nobody => self.nobody(verb),
            Who::Person => matches!(verb, "can't" | "couldn't") && self.verb(ACT),
            Who::It | Who::Thing => self.thing(verb),
        }
    }

    /// A verb of that use, with what it needs.
    pub(super) fn verb(&mut self, uses: Uses) -> bool {
        if uses & ACT != 0 && self.signs_in() {
            return self.tail(Need::Closed);
        }
        let Some(word) = self.peek(0).filter(|word| word.uses & uses != 0) else { return false };
        let need = Need::of(word.uses, uses);
        let text = word.text;
        self.take();
        match text {
            "let" | "letting" => self.let_me(),
            "stop" if uses & GO != 0 => self.has(FAILING) && self.verb_alone(FAILING),
            "get" if uses & GOT != 0 => !self.is(&["it", "them", "anything"]) && self.tail(Need::Object),
            "had" | "got" => self.had_none(),
            _ => self.tail(need),
        }
    }

    /// After "haven't had": "a reply", "any internet".
    pub(super) fn had_none(&mut self) -> bool {
        let from = self.at;
        self.object()
            && self.words[from..self.at].iter().any(|word| word.uses & (LACK | HAD) != 0)
            && self.tail(Need::Closed)
    }

    pub(super) fn verb_alone(&mut self, uses: Uses) -> bool {
        self.take_with(uses) && self.tail(Need::Closed)
    }

    /// "let me log in".
    pub(super) fn let_me(&mut self) -> bool {
        if !self.pass(&["me", "us"]) {
            return false;
        }
        self.say("you");
        self.pass_fillers();
        if self.take_of(&["in", "through"]) {
            return self.tail(Need::Closed);
        }
        self.verb(ACT)
    }

    pub(super) fn nobody(&mut self, verb: &str) -> bool {
        match verb {
            "is" | "was" => self.take_with(PEOPLING) && self.tail(Need::Closed),
            "has" | "have" | "ever" => self.people(),
            "answers" | "replies" | "responds" => self.tail(Need::Closed),
            "picks" => self.take_of(&["up"]) && self.tail(Need::Closed),
            "can" => self.take_of(&["help"]) && self.tail(Need::Closed),
            _ => false,
        }
    }

    pub(super) fn people(&mut self) -> bool {
        let Some(word) = self.peek(0).filter(|word| word.uses & PEOPLE != 0) else { return false };
        let need = Need::of(word.uses, GONE);
        self.take();
        self.tail(need)
    }
}
