//! How long, and since when: "40 minutes", "over three weeks", "since yesterday".

use super::cursor::{Cursor, Tense};
use super::view::Mark;
use super::words::{AMOUNT, UNIT};

/// A count has so many digits at the most.
const DIGITS: usize = 3;

const DAYS: &[(&str, &str)] = &[
    ("monday", "Monday"),
    ("tuesday", "Tuesday"),
    ("wednesday", "Wednesday"),
    ("thursday", "Thursday"),
    ("friday", "Friday"),
    ("saturday", "Saturday"),
    ("sunday", "Sunday"),
];

/// Units in full; "1 min" is "1 minute".
fn unit(text: &str, one: bool) -> Option<&'static str> {
    let (single, many) = match text {
        "min" | "mins" | "minute" | "minutes" => ("minute", "minutes"),
        "hr" | "hrs" | "hour" | "hours" => ("hour", "hours"),
        "day" | "days" => ("day", "days"),
        "wk" | "wks" | "week" | "weeks" => ("week", "weeks"),
        "month" | "months" => ("month", "months"),
        "year" | "years" => ("year", "years"),
        _ => return None,
    };
    Some(if one { single } else { many })
}

impl Cursor<'_> {
    /// "40 minutes", "over three weeks", "an hour", "a few days".
    pub(super) fn duration(&mut self) -> bool {
        let start = self.here();
        if self.is(&["over", "almost", "nearly", "about", "around"]) {
            self.take();
        } else if self.pass_all(&["more", "than"]) {
            self.say("more");
            self.say("than");
        } else if self.pass_all(&["at", "least"]) {
            self.say("at");
            self.say("least");
        }
        // "An hour and a half" is more than an hour.
        if self.amount() && !(self.is(&["and"]) && self.goes_on_counting()) {
            return true;
        }
        self.back(start);
        false
    }

    pub(super) fn goes_on_counting(&self) -> bool {
        self.peek(1).is_some_and(|next| {
            next.kind == Mark::Number
                || next.uses & AMOUNT != 0
                || matches!(next.text, "a" | "half" | "counting")
        })
    }

    fn amount(&mut self) -> bool {
        let Some(word) = self.peek(0) else { return false };
        if word.kind == Mark::Number {
            let digits = word.text.bytes().take_while(u8::is_ascii_digit).count();
            if digits == 0 || digits > DIGITS || word.text.starts_with('0') {
                return false;
            }
            let (number, rest) = word.text.split_at(digits);
            let one = number == "1";
            let fused = !rest.is_empty();
            let text = if fused { rest } else { self.peek(1).map_or("", |next| next.text) };
            let Some(unit) = unit(text, one) else { return false };
            self.at += if fused { 1 } else { 2 };
            self.say(number);
            self.say(unit);
            return true;
        }
        let one = self.is(&["a", "an", "one"]);
        if self.take_of(&["a", "an", "one"]) {
            if self.take_of(&["few", "couple"]) {
                let couple = self.out.last() == Some(&"couple");
                if couple {
                    self.pass(&["of"]);
                    self.say("of");
                }
                return self.unit(false);
            }
            if self.take_of(&["whole", "full"]) || one {
                return self.unit(true);
            }
        }
        if self.is(&["several", "many"]) || self.has(AMOUNT) {
            self.take();
            return self.unit(false);
        }
        false
    }

    fn unit(&mut self, one: bool) -> bool {
        let Some(unit) =
            self.peek(0).filter(|word| word.uses & UNIT != 0).and_then(|word| unit(word.text, one))
        else {
            return false;
        };
        self.at += 1;
        self.say(unit);
        true
    }

    /// "for 3 days", "for weeks".
    pub(super) fn for_time(&mut self) -> bool {
        let start = self.here();
        if self.tense == Tense::Any && self.take_of(&["for", "in"]) {
            let last = self.pass_all(&["the", "last"]) || self.pass_all(&["the", "past"]);
            if last {
                self.say("the");
                self.say("last");
            }
            if self.duration() {
                self.pass(&["now"]);
                return true;
            }
            if !last && self.is(&["minutes", "hours", "days", "weeks", "months", "years", "ages"]) {
                self.take();
                self.pass(&["now"]);
                return true;
            }
            if !last && self.take_of(&["a"]) && self.take_of(&["long"]) && self.take_of(&["time"]) {
                return true;
            }
        }
        self.back(start);
        false
    }

    /// "since yesterday", "since the update", "since I updated".
    pub(super) fn since(&mut self) -> bool {
        let start = self.here();
        if self.tense != Tense::None && self.take_of(&["since"]) {
            if self.day() || self.take_of(&["yesterday", "then", "lunchtime"]) {
                return true;
            }
            if self.pass(&["updating", "update"]) || self.pass_all(&["last", "update"]) {
                self.say("the");
                self.say("update");
                return true;
            }
            if self.is(&["i", "we"]) {
                self.at += 1;
                self.say("you");
                if self.is(&["updated", "upgraded"]) {
                    self.take();
                    let object = self.here();
                    if !self.noun_phrase(false) {
                        self.back(object);
                    }
                    return true;
                }
            } else if self.noun_phrase(false) && self.words[self.at - 1].uses & UNIT == 0 {
                return true;
            }
        }
        self.back(start);
        false
    }

    /// "this morning", "last night", "on Monday".
    pub(super) fn day(&mut self) -> bool {
        let start = self.here();
        if self.take_of(&["this"]) {
            if self.take_of(&["morning", "afternoon", "evening", "week", "weekend", "month"]) {
                return true;
            }
        } else if self.take_of(&["last"]) {
            if self.take_of(&["night", "week", "weekend", "month", "year"]) || self.weekday() {
                return true;
            }
        } else if self.take_of(&["all"]) {
            if self.take_of(&["day", "morning", "afternoon", "evening", "week", "weekend", "night"]) {
                return true;
            }
        } else if self.take_of(&["yesterday", "tomorrow"]) {
            self.take_of(&["morning", "afternoon", "evening"]);
            return true;
        } else if self.take_of(&["every"]) {
            if self.take_of(&["day", "night", "morning", "week", "month", "evening"]) {
                return true;
            }
            if self.take_of(&["few"]) && self.unit(false) {
                return true;
            }
            self.back(start);
            self.take();
            if self.amount() {
                return true;
            }
        } else {
            self.take_of(&["on"]);
            if self.weekday() {
                return true;
            }
        }
        self.back(start);
        false
    }

    fn weekday(&mut self) -> bool {
        let text = self.text();
        let Some((_, day)) = DAYS.iter().find(|(day, _)| *day == text) else { return false };
        self.at += 1;
        self.say(day);
        true
    }

    /// "3 times", "2 weeks ago".
    pub(super) fn times(&mut self) -> bool {
        let start = self.here();
        if self.duration() && self.take_of(&["ago"]) {
            return true;
        }
        self.back(start);
        if let Some(word) = self.peek(0)
            && (word.uses & AMOUNT != 0 || (word.kind == Mark::Number && is_small(word.text)))
            && self.peek(1).is_some_and(|next| next.text == "times")
        {
            self.take();
            self.take();
            return true;
        }
        false
    }
}

fn is_small(text: &str) -> bool {
    text.len() <= 2 && text.bytes().all(|byte| byte.is_ascii_digit()) && !text.starts_with('0')
}
