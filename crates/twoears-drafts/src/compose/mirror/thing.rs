//! What a thing does or does not: "won't charge", "keeps crashing", "is 40 minutes late".

use super::cursor::Cursor;
use super::tail::Need;
use super::words::{DONE, FAILED, FAILING, GO, GOING, GONE};

impl Cursor<'_> {
    pub(super) fn thing(&mut self, verb: &str) -> bool {
        match verb {
            "can't" | "won't" | "doesn't" | "don't" | "didn't" | "couldn't" | "wouldn't" => self.verb(GO),
            "hasn't" | "haven't" | "hadn't" => self.has_not(),
            "never" => {
                self.take_of(&["arrived", "came", "turned", "showed", "loads", "works", "worked"])
                    && self.after_never()
            }
            "isn't" | "aren't" | "wasn't" | "weren't" => self.is_not(),
            "is" | "are" | "was" | "were" => self.is_wrong(),
            "has" | "have" => self.has_failed(),
            "keeps" | "keep" | "kept" => self.keeps(),
            "stopped" | "stops" => self.verb_alone(GOING),
            "got" | "arrived" | "came" => self.failed(),
            "shuts" | "shut" => self.take_of(&["down", "off"]) && self.tail(Need::Closed),
            "went" => self.take_of(&["missing", "down"]) && self.tail(Need::Closed),
            _ => false,
        }
    }

    pub(super) fn after_never(&mut self) -> bool {
        match self.out.last() {
            Some(&("turned" | "showed")) => self.take_of(&["up"]) && self.tail(Need::Closed),
            _ => self.tail(Need::Closed),
        }
    }

    pub(super) fn has_not(&mut self) -> bool {
        if self.take_of(&["been"]) {
            return self.take_with(DONE) && self.tail(Need::Closed);
        }
        let Some(word) = self.peek(0).filter(|word| word.uses & GONE != 0) else { return false };
        let need = Need::of(word.uses, GONE);
        self.take();
        self.tail(need)
    }

    pub(super) fn is_not(&mut self) -> bool {
        self.adverbs();
        if self.take_of(&["available", "accessible", "here", "right"]) {
            return self.tail(Need::Closed);
        }
        if self.take_of(&["being"]) {
            return self.take_with(DONE) && self.tail(Need::Closed);
        }
        self.verb(GOING)
    }

    pub(super) fn is_wrong(&mut self) -> bool {
        self.adverbs();
        if self.take_of(&["not"]) {
            return self.is_not();
        }
        if self.take_with(FAILING) {
            return self.after_failing();
        }
        if self.take_of(&["showing", "saying"]) {
            return false;
        }
        if self.take_of(&["out"]) {
            return self.take_of(&["of"]) && self.take_of(&["stock", "order"]) && self.tail(Need::Closed);
        }
        self.failed()
    }

    /// "40 minutes late", "so slow", "stuck on the logo".
    pub(super) fn failed(&mut self) -> bool {
        self.adverbs();
        if self.take_of(&["so", "very", "too", "extremely", "incredibly"])
            && !self.is(&["slow", "late", "cold", "glitchy", "laggy", "buggy", "blurry", "unreliable"])
        {
            return false;
        }
        self.take_of(&["completely", "all"]);
        let timed = self.duration();
        if timed {
            return self.take_of(&["late", "delayed", "overdue"]) && self.tail(Need::Closed);
        }
        let text = self.text();
        if !self.take_with(FAILED) {
            return false;
        }
        match text {
            "stuck" => self.is(&["on", "in", "at"]) && self.tail(Need::More),
            "delayed" => {
                self.duration();
                self.tail(Need::Closed)
            }
            _ => self.tail(Need::Closed),
        }
    }

    pub(super) fn has_failed(&mut self) -> bool {
        self.adverbs();
        if self.take_of(&["been"]) {
            if self.take_with(FAILING) {
                return self.after_failing();
            }
            return self.failed();
        }
        if self.take_of(&["gone"]) {
            return self.take_of(&["missing", "down"]) && self.tail(Need::Closed);
        }
        if self.take_of(&["not", "never"]) {
            return self.has_not();
        }
        if self.take_of(&["stopped"]) {
            return self.verb_alone(GOING);
        }
        self.take_of(&["crashed", "disappeared", "vanished", "broken", "failed", "frozen"])
            && self.tail(Need::Closed)
    }

    /// After "keeps".
    pub(super) fn keeps(&mut self) -> bool {
        if self.take_with(FAILING) {
            return self.after_failing();
        }
        if self.take_of(&["getting", "being"]) {
            return self.failed();
        }
        if self.take_of(&["giving", "showing"]) {
            if self.pass(&["me", "us"]) {
                self.say("you");
            }
            return self.faulty() && self.tail(Need::Closed);
        }
        if self.take_of(&["logging", "kicking", "signing"]) {
            if !self.pass(&["me", "us"]) {
                return false;
            }
            self.say("you");
            return self.take_of(&["out", "off"]) && self.tail(Need::Closed);
        }
        if self.take_of(&["going"]) {
            return self.take_of(&["down", "off"]) && self.tail(Need::Closed);
        }
        if self.take_of(&["turning", "shutting", "switching"]) {
            return self.take_of(&["off", "down"]) && self.tail(Need::Closed);
        }
        false
    }

    pub(super) fn after_failing(&mut self) -> bool {
        match self.out.last() {
            Some(&"cutting") => self.take_of(&["out", "off"]) && self.tail(Need::Closed),
            Some(&("breaking" | "slowing")) => self.take_of(&["down", "up"]) && self.tail(Need::Closed),
            Some(&("dropping" | "skipping")) => {
                self.take_of(&["out", "off", "calls", "connection"]);
                self.tail(Need::Closed)
            }
            _ => self.tail(Need::Closed),
        }
    }
}
