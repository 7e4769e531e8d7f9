//! What somebody did to the customer's things, without who did it: "you lost my bag" is "your bag was lost".

use super::cursor::{Cursor, Tense};
use super::tail::Need;
use super::view::{Mark, Word};

/// What is done to a thing, each in the form that follows "was".
const DONE: &[(&str, &str)] = &[
    ("lost", "lost"),
    ("cancelled", "cancelled"),
    ("canceled", "cancelled"),
    ("delayed", "delayed"),
    ("damaged", "damaged"),
    ("broke", "broken"),
    ("changed", "changed"),
    ("ruined", "ruined"),
    ("misplaced", "misplaced"),
    ("moved", "moved"),
    ("downgraded", "downgraded"),
    ("blocked", "blocked"),
    ("suspended", "suspended"),
    ("locked", "locked"),
    ("rejected", "rejected"),
    ("declined", "declined"),
];

impl Cursor<'_> {
    /// "They have lost my bag again", "@Larkway cancelled my flight".
    pub(super) fn passive(&mut self) -> bool {
        let Some(first) = self.peek(0) else { return false };
        let doer = first.kind == Mark::Mention || matches!(first.text, "you" | "they");
        if !doer {
            return false;
        }
        self.at += 1;
        self.pass(&["guys", "all"]);
        self.pass(&["have", "'ve"]);
        self.pass_fillers();
        self.tense = Tense::Any;
        match self.text() {
            "charged" | "billed" => {
                let verb = self.text();
                self.at += 1;
                self.pass(&["me", "us"]) && {
                    self.say("you");
                    self.say("were");
                    self.say(verb);
                    self.take_of(&["twice", "double"]) && self.tail(Need::Closed)
                }
            }
            "overcharged" | "bumped" => {
                let verb = self.text();
                self.at += 1;
                self.say("you");
                self.say("were");
                self.say(verb);
                self.pass(&["me", "us"]) && self.tail(Need::Closed)
            }
            verb => {
                let Some((_, done)) = DONE.iter().find(|(other, _)| *other == verb) else { return false };
                self.at += 1;
                let from = self.at;
                let mine = self.words.get(from).is_some_and(Word::is_mine);
                if !mine || !self.noun_phrase(false) {
                    return false;
                }
                self.say(if self.agrees(self.at, "was") { "was" } else { "were" });
                self.say(done);
                // "Changed my flight for free" is a kindness.
                !self.is(&["for"]) && self.tail(Need::Closed)
            }
        }
    }
}

impl Word<'_> {
    fn is_mine(&self) -> bool {
        matches!(self.text, "my" | "our")
    }
}
