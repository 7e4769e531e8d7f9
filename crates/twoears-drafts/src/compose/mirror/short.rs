//! A clause without its subject: "been waiting an hour", "still no signal", "can't log in".

use super::clause::Who;
use super::cursor::{Cursor, Tense};
use super::tail::Need;
use super::words::{HAD, LACK, RECEIVED, is_plural};

impl<'a> Cursor<'a> {
    /// A clause without its subject: "been waiting an hour", "still no signal", "can't log in".
    pub(super) fn short(&mut self) -> bool {
        let start = self.here();
        let still = self.pass(&["still"]);
        if self.pass(&["no", "zero"]) {
            return self.lacking(still);
        }
        if self.pass_all(&["there", "is"]) || self.pass_all(&["there", "are"]) {
            let still = self.pass(&["still"]) || still;
            return self.pass(&["no"]) && self.there(still);
        }
        self.back(start);
        let adverb = if still { "still" } else { "" };
        let verb = match self.text() {
            "still" => {
                self.at += 1;
                self.text()
            }
            verb => verb,
        };
        let aux: &[&'a str] = match verb {
            "been" | "not" => &["have"],
            "can't" | "couldn't" | "haven't" | "didn't" | "never" | "keep" | "missed" | "waited" => &[],
            "waiting" | "unable" | "locked" | "stuck" | "having" | "getting" => &["are"],
            "charged" | "double-charged" | "overcharged" => &["were"],
            _ => return false,
        };
        if verb == "not" {
            self.at += 1;
            self.say("you");
            self.say(if still { "still haven't" } else { "haven't" });
            return self.is(&["received", "had", "heard"]) && self.verb(RECEIVED);
        }
        self.say("you");
        if aux.is_empty() || verb == "been" {
            if verb == "been" {
                self.say("have");
                self.at += 1;
                self.say("been");
                return self.been();
            }
            if still {
                self.say(adverb);
            }
            self.at += 1;
            return self.goes_on(Who::You, verb);
        }
        self.say(aux[0]);
        if still {
            self.say(adverb);
        }
        let need_more = verb == "waiting" && !still;
        if aux[0] == "are" {
            self.tense = Tense::None;
        }
        let before = self.out.len();
        let said = self.you_are("are");
        said && (!need_more || self.out.len() > before + 1)
    }

    /// "still no reply": "you still have no reply"; "no signal": "there's no signal".
    pub(super) fn lacking(&mut self, still: bool) -> bool {
        let place = self.here();
        let Some(noun) = self.lacked(LACK | HAD).filter(|noun| still || *noun != "service") else {
            return false;
        };
        let uses = self.words[self.at - 1].uses;
        self.back(place);
        let first: [&'a str; 3] = if uses & HAD != 0 {
            ["you have", if still { "still" } else { "" }, "had no"]
        } else {
            [if is_plural(noun) { "there are" } else { "there is" }, if still { "still" } else { "" }, "no"]
        };
        for word in first.into_iter().filter(|word| !word.is_empty()) {
            self.say(word);
        }
        self.lacked(LACK | HAD).is_some() && self.tail(Need::Closed)
    }

    pub(super) fn there(&mut self, still: bool) -> bool {
        let place = self.here();
        let Some(noun) = self.lacked(LACK) else { return false };
        self.back(place);
        self.say(if is_plural(noun) { "there are" } else { "there is" });
        if still {
            self.say("still");
        }
        self.say("no");
        self.lacked(LACK).is_some() && self.tail(Need::Closed)
    }
}
