//! What follows a verb: "[log] in to my account", "[receive] my refund yet", "[crashing] when I open it".

use super::MOST;
use super::cursor::Cursor;
use super::view::Mark;
use super::words::{
    ACT, ACT_MORE, ACT_OBJECT, ACTING, AFTER, GO, MORE, NOUN, OBJECT, PREPOSITION, TURN, Uses,
};

/// What a verb needs before a clause may end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Need {
    /// Nothing, and no object either.
    Closed,
    /// Nothing; an object may follow.
    Nothing,
    Object,
    More,
}

impl Need {
    /// What a word needs in the use that it is taken for.
    pub(super) fn of(uses: Uses, role: Uses) -> Self {
        let act = role & (ACT | ACTING) != 0;
        let (more, object) = if act { (ACT_MORE, ACT_OBJECT) } else { (MORE, OBJECT) };
        if uses & more != 0 {
            Self::More
        } else if uses & object != 0 {
            Self::Object
        } else {
            Self::Nothing
        }
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Chunk {
    Object,
    Particle,
    Place,
    Other,
}

/// Words like "in" that belong to a verb.
const PARTICLES: &[&str] =
    &["in", "out", "up", "on", "off", "through", "back", "down", "away", "over", "around"];
/// Nouns of which to have none is no trouble.
const GOOD_TO_LACK: &[&str] = &[
    "problem",
    "problems",
    "issue",
    "issues",
    "fault",
    "faults",
    "complaint",
    "complaints",
    "errors",
    "error",
];

impl Cursor<'_> {
    /// Reads on to the last place where a clause may end. False where it may end nowhere, or where what follows turns it.
    pub(super) fn tail(&mut self, need: Need) -> bool {
        let mut met = matches!(need, Need::Nothing | Need::Closed);
        let mut good = (met && self.may_end()).then(|| self.here());
        let mut before = None;
        let verb = self.at;
        while self.out.len() < MOST {
            let place = self.here();
            let Some(chunk) = self.chunk(need, before, verb) else {
                self.back(place);
                break;
            };
            if self.out.len() > MOST {
                self.back(place);
                break;
            }
            met |= match need {
                Need::Nothing | Need::Closed => true,
                Need::Object => chunk == Chunk::Object,
                Need::More => chunk != Chunk::Other,
            };
            before = Some(chunk);
            if met && self.may_end() {
                good = Some(self.here());
            }
        }
        let turned = self.has(TURN);
        let Some(good) = good else { return false };
        self.back(good);
        !turned && !self.has(TURN)
    }

    fn chunk(&mut self, need: Need, before: Option<Chunk>, verb: usize) -> Option<Chunk> {
        let start = self.here();
        self.pass_fillers();
        let particle = match need {
            Need::More => self.particle(verb),
            Need::Object => self.turns_on(verb) && self.particle(verb),
            Need::Nothing => self.at == verb && self.take_of(&["up"]),
            Need::Closed => false,
        };
        if before.is_none() && particle {
            return Some(Chunk::Particle);
        }
        if self.times() || self.for_time() || self.since() || self.day() {
            return Some(Chunk::Other);
        }
        if need != Need::Closed && matches!(before, None | Some(Chunk::Particle)) && self.object() {
            return Some(Chunk::Object);
        }
        if self.when() {
            return Some(Chunk::Other);
        }
        let vague = self.at > 0 && matches!(self.words[self.at - 1].text, "it" | "them" | "anything");
        if self.is(&["to"]) && before != Some(Chunk::Place) && !vague && self.aim() {
            return Some(Chunk::Other);
        }
        if self.take_of(&["at"]) {
            if self.pass_all(&["all"]) {
                self.say("all");
                return Some(Chunk::Other);
            }
            if self.pass_all(&["the", "moment"]) {
                self.say("the");
                self.say("moment");
                return Some(Chunk::Other);
            }
            if self.take_of(&["home", "work", "checkout"]) {
                return Some(Chunk::Place);
            }
            self.back(start);
        }
        if self.is(&["right"]) && self.peek(1).is_some_and(|next| next.text == "now") {
            self.take();
            self.take();
            return Some(Chunk::Other);
        }
        if self.has(PREPOSITION) && self.place(before) {
            return Some(Chunk::Place);
        }
        if self.has(AFTER) {
            self.take();
            return Some(Chunk::Other);
        }
        if self.pass(&["either", "here", "too"]) {
            return Some(Chunk::Other);
        }
        None
    }

    fn particle(&mut self, verb: usize) -> bool {
        if !self.is(PARTICLES) || verb != self.at {
            return false;
        }
        let next = self.peek(1).filter(|word| word.kind == Mark::Word);
        let noun = next.is_some_and(|next| {
            next.uses & NOUN != 0
                || matches!(next.text, "my" | "our" | "the" | "a" | "an" | "this" | "that" | "your")
        });
        let signs = verb > 0 && matches!(self.words[verb - 1].text, "log" | "sign" | "logging" | "signing");
        if noun && signs && self.is(&["in"]) {
            let start = self.here();
            self.at += 1;
            self.say("in");
            self.say("to");
            if self.noun_phrase(false) {
                return true;
            }
            self.back(start);
            return false;
        }
        if noun && self.is(&["in", "on", "over", "around"]) && !self.turns_on(verb) {
            return false;
        }
        self.take();
        // "in to my account" goes on as a place.
        true
    }

    fn turns_on(&self, verb: usize) -> bool {
        verb > 0
            && matches!(
                self.words[verb - 1].text,
                "turn" | "turned" | "turning" | "switch" | "switching" | "set" | "setting" | "pick" | "check"
            )
    }

    /// An object that it is trouble not to have.
    pub(super) fn object(&mut self) -> bool {
        let start = self.here();
        if !self.noun_phrase(false) {
            return false;
        }
        if self.good_to_lack(start.0) {
            self.back(start);
            return false;
        }
        // "my app to work", "it to work"
        let place = self.here();
        if self.take_of(&["to"]) {
            if self.has(GO) && !self.has(OBJECT) {
                let need = Need::of(self.peek(0).map_or(0, |word| word.uses), GO);
                self.take();
                if need == Need::Nothing || self.take_of(PARTICLES) {
                    return true;
                }
            }
            self.back(place);
        }
        true
    }

    /// Does what was read from there name what one is glad not to have?
    pub(super) fn good_to_lack(&self, from: usize) -> bool {
        self.words[from..self.at].iter().any(|word| GOOD_TO_LACK.contains(&word.text))
    }

    fn place(&mut self, before: Option<Chunk>) -> bool {
        let start = self.here();
        // "by" and "of" lead to people and parts that were not asked for.
        let by = self.is(&["by"]);
        self.take();
        if by && self.duration() {
            return true;
        }
        if self.is(&["it", "them", "me", "us", "anyone", "anything", "someone"])
            && (by || before != Some(Chunk::Particle))
        {
            self.back(start);
            return false;
        }
        if self.out.last() == Some(&"from") && self.take_of(&["home", "work"]) {
            return true;
        }
        if self.noun_phrase(false) {
            return true;
        }
        self.back(start);
        false
    }

    /// "to log in", "to be refunded".
    pub(super) fn aim(&mut self) -> bool {
        let start = self.here();
        self.take();
        self.pass_fillers();
        if self.act() {
            return true;
        }
        self.back(start);
        false
    }

    /// "login", written as the verb.
    pub(super) fn signs_in(&mut self) -> bool {
        let verb = match self.text() {
            "login" => "log",
            "signin" => "sign",
            _ => return false,
        };
        self.at += 1;
        self.say(verb);
        self.say("in");
        true
    }

    /// A verb of what customers do, with what it needs and nothing more.
    fn act(&mut self) -> bool {
        let start = self.here();
        let uses = self.peek(0).map_or(0, |word| word.uses);
        if uses & (ACT | ACTING) == 0 && !self.is(&["login", "signin"]) {
            return false;
        }
        if self.signs_in() {
            return true;
        }
        let need = Need::of(uses, ACT);
        self.take();
        let verb = self.at;
        let mut met = need == Need::Nothing;
        if (need == Need::More || self.turns_on(verb)) && self.particle(verb) {
            met |= need == Need::More;
        }
        let object = self.object();
        met |= object;
        if !object && need != Need::Object && self.has(PREPOSITION) && self.place(None) {
            met |= need == Need::More;
        }
        if !met {
            self.back(start);
        }
        met
    }

    /// "when I open the app", "every time I try to pay".
    fn when(&mut self) -> bool {
        let start = self.here();
        let said = if self.pass(&["when"]) {
            "when"
        } else if self.pass(&["whenever"]) {
            "whenever"
        } else if self.pass_all(&["every", "time"])
            || self.pass_all(&["each", "time"])
            || self.pass(&["everytime"])
        {
            "every time"
        } else {
            return false;
        };
        self.say(said);
        if self.pass(&["i", "we"]) {
            self.say("you");
            self.pass_fillers();
            if self.take_of(&["try"]) {
                if self.is(&["to"]) && self.aim() {
                    return true;
                }
                if self.pass(&["and"]) {
                    self.say("to");
                    if self.act() {
                        return true;
                    }
                }
            } else if self.has(ACT) && self.act() {
                return true;
            }
        }
        self.back(start);
        false
    }

    /// "logging in", after "trouble".
    pub(super) fn doing(&mut self) -> bool {
        self.has(ACTING) && self.act()
    }
}
