//! What a customer tells of themselves: "I can't log in", "I was charged twice", "been waiting an hour".

use super::cursor::{Cursor, Tense};
use super::tail::Need;
use super::words::{ACT, GOT, HAD, HIT, LACK, RECEIVED};

impl Cursor<'_> {
    pub(super) fn you(&mut self, verb: &str) -> bool {
        match verb {
            "can't" | "couldn't" => self.verb(ACT),
            "haven't" | "hadn't" => {
                if self.take_of(&["been"]) {
                    return self.able() || self.verb_alone(HIT) || self.been_done();
                }
                self.verb(RECEIVED)
            }
            "didn't" | "don't" => {
                if verb == "don't" && self.take_of(&["have"]) {
                    if self.is(&["my", "our"]) {
                        return self.noun_phrase(false) && self.tail(Need::Closed);
                    }
                    return self.have_any();
                }
                self.verb(GOT)
            }
            "never" => self.verb(RECEIVED),
            "have" => self.you_have(),
            "had" => self.is(&["to"]) && self.had_to(),
            "are" | "were" | "weren't" => self.you_are(verb),
            "keep" | "kept" => self.you_keep(),
            "lost" => self.connection(),
            "missed" => self.missed(),
            "waited" => self.duration() && self.tail(Need::Closed),
            "received" | "got" => self.faulty() && self.tail(Need::Closed),
            _ => false,
        }
    }

    pub(super) fn been_done(&mut self) -> bool {
        self.take_of(&["refunded", "paid", "contacted", "reimbursed", "credited", "compensated"])
            && self.tail(Need::Closed)
    }

    /// "signal", "any internet" of what one does not have.
    pub(super) fn have_any(&mut self) -> bool {
        self.take_of(&["any"]);
        self.lacked(LACK | HAD).is_some() && self.tail(Need::Closed)
    }

    pub(super) fn had_to(&mut self) -> bool {
        self.take();
        self.take_of(&["wait"]) && (self.duration() || self.for_time()) && self.tail(Need::Closed)
    }

    pub(super) fn you_have(&mut self) -> bool {
        self.adverbs();
        if self.take_of(&["been"]) {
            return self.been();
        }
        if self.take_of(&["not"]) || self.take_of(&["never"]) || self.pass_all(&["yet", "to"]) {
            return self.verb(RECEIVED) && self.out.get(2) == Some(&"not");
        }
        self.take_of(&["got", "had"]);
        if self.take_of(&["lost"]) {
            return self.connection();
        }
        if self.pass(&["no", "zero"]) {
            self.say("no");
            return self.lacked(LACK | HAD).is_some() && self.tail(Need::Closed);
        }
        false
    }

    /// After "you've been".
    pub(super) fn been(&mut self) -> bool {
        self.adverbs();
        if self.is(&[
            "waiting",
            "sitting",
            "trying",
            "struggling",
            "left",
            "on",
            "kept",
            "stood",
            "queuing",
            "queueing",
        ]) {
            return self.waits();
        }
        if self.take_of(&["unable"]) {
            return self.is(&["to"]) && self.able_to();
        }
        self.hit()
    }

    /// "charged twice", "locked out of my account".
    pub(super) fn hit(&mut self) -> bool {
        let text = self.text();
        if !self.take_with(HIT) {
            return false;
        }
        match text {
            "charged" | "billed" => {
                if self.take_of(&["twice", "double"]) {
                    return self.tail(Need::Closed);
                }
                self.take_of(&["for"])
                    && self.noun_phrase(false)
                    && self.take_of(&["twice"])
                    && self.tail(Need::Closed)
            }
            "locked" => {
                if !self.take_of(&["out"]) {
                    return false;
                }
                if self.take_of(&["of"]) && !self.noun_phrase(false) {
                    return false;
                }
                self.tail(Need::Closed)
            }
            "blocked" => self.take_of(&["from"]) && self.doing() && self.tail(Need::Closed),
            "logged" => self.take_of(&["out"]) && self.tail(Need::Closed),
            "stuck" => self.is(&["on", "in", "at", "with"]) && self.tail(Need::More),
            "delayed" => (self.duration() || self.for_time()) && self.tail(Need::Closed),
            _ => self.tail(Need::Closed),
        }
    }

    /// "waiting 40 minutes for a reply", "on hold for an hour", "trying to log in".
    pub(super) fn waits(&mut self) -> bool {
        if self.take_of(&["on"]) {
            let phone =
                self.is(&["the"]) && self.peek(1).is_some_and(|next| matches!(next.text, "phone" | "line"));
            if phone {
                self.take();
            }
            return self.take_of(&["hold", "phone", "line"]) && self.waited() && self.tail(Need::Closed);
        }
        if self.take_of(&["trying", "struggling"]) {
            return self.is(&["to"]) && self.aim() && self.tail(Need::Closed);
        }
        self.take_of(&["left"]);
        if self.take_of(&["sitting", "stood", "kept"]) {
            let waiting = self.take_of(&["waiting"]);
            if !waiting {
                return self.is(&["on", "in", "at"]) && self.tail(Need::More);
            }
        } else if !self.take_of(&["waiting", "queuing", "queueing"]) {
            return false;
        }
        self.waited() && self.tail(Need::Closed)
    }

    pub(super) fn waited(&mut self) -> bool {
        if self.tense == Tense::None {
            self.lasting();
        }
        self.duration();
        self.pass(&["now"]);
        if self.take_of(&["for", "on"]) {
            let place = self.here();
            if self.noun_phrase(false) || self.duration() {
                return true;
            }
            self.back(place);
            self.out.pop();
            self.at -= 1;
        }
        true
    }

    /// "I am waiting for 3 weeks" is "you have been waiting for 3 weeks".
    pub(super) fn lasting(&mut self) {
        let place = self.here();
        self.tense = Tense::Any;
        let lasts = self.duration() || self.for_time();
        self.back(place);
        match self.out.iter_mut().find(|word| **word == "are").filter(|_| lasts) {
            Some(verb) => *verb = "have been",
            None => self.tense = Tense::None,
        }
    }

    pub(super) fn able(&mut self) -> bool {
        if !self.take_of(&["able", "unable"]) {
            return false;
        }
        self.able_to()
    }

    pub(super) fn able_to(&mut self) -> bool {
        self.take_of(&["to"]) && self.verb(ACT)
    }

    pub(super) fn you_are(&mut self, verb: &str) -> bool {
        self.adverbs();
        let not = verb == "weren't" || self.take_of(&["not"]);
        if not {
            if self.take_of(&["able"]) {
                return self.able_to();
            }
            return self.take_of(&["getting", "receiving"]) && self.object() && self.tail(Need::Closed);
        }
        if self.take_of(&["unable"]) {
            return self.able_to();
        }
        if self.take_of(&["being"]) {
            return self.hit();
        }
        if self.take_of(&["having"]) {
            return self.trouble();
        }
        if self.take_of(&["getting"]) {
            return self.error();
        }
        if self.take_of(&["missing"]) {
            return self.noun_phrase(false) && self.tail(Need::Closed);
        }
        if self.is(&["waiting", "left", "on", "queuing"]) {
            return self.waits();
        }
        self.hit()
    }

    /// "having trouble logging in".
    pub(super) fn trouble(&mut self) -> bool {
        self.pass(&["some", "a", "lot", "of", "so", "many"]);
        if !self.take_of(&["trouble", "problems", "issues", "difficulty", "difficulties"]) {
            return false;
        }
        let with = self.take_of(&["with"]);
        if !with && self.doing() {
            return self.tail(Need::Closed);
        }
        with && self.noun_phrase(false) && self.tail(Need::Closed)
    }

    /// "getting an error message", "getting no signal".
    pub(super) fn error(&mut self) -> bool {
        if self.take_of(&["no"]) {
            return self.lacked(LACK).is_some() && self.tail(Need::Closed);
        }
        self.faulty() && self.tail(Need::Closed)
    }

    pub(super) fn you_keep(&mut self) -> bool {
        if self.take_of(&["getting"]) {
            if self.is(&["charged", "logged", "locked", "disconnected"]) {
                return self.take_of(&["disconnected"]) && self.tail(Need::Closed) || self.hit();
            }
            return self.error();
        }
        if self.take_of(&["being"]) {
            return self.hit();
        }
        self.take_of(&["losing"]) && self.connection()
    }

    pub(super) fn connection(&mut self) -> bool {
        self.pass(&["all"]);
        self.take_of(&["my", "the"]);
        if self.out.last() == Some(&"my") {
            self.out.pop();
            self.say("your");
        }
        self.lacked(LACK).is_some() && self.tail(Need::Closed)
    }

    pub(super) fn missed(&mut self) -> bool {
        if !self.pass(&["my", "our"]) {
            return false;
        }
        self.say("your");
        self.pass_fillers();
        self.take_of(&["connecting"]);
        self.take_of(&["flight", "train", "connection", "bus", "coach", "appointment", "ferry"])
            && self.tail(Need::Closed)
    }
}
