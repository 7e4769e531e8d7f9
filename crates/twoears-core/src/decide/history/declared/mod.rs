//! How often somebody says that they wrote: "third time", "emailed twice", "4 messages and no reply".
//!
//! A small recognizer of its own: a number (in words, digits or as an ordinal), what it counts, and a word near it that
//! tells that the writer's own attempts are counted. "Again and again" names no number.

mod lists;
mod word;

use crate::Span;
use lists::{AHEAD, BETWEEN, MADE, MANY, ONE, OTHERS, OWN, TRIES, UNHEARD};
use word::{Word, words};

/// Numbers above this are a manner of speaking: "for the hundredth time".
const MOST_MEANT: u32 = 20;
/// Words between a count and the verb that it belongs to, at the most.
const NEAR: usize = 5;

/// A number of attempts that the message names, and where.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Declared {
    /// How often, from 2 on. "The third time" and "I wrote three times" are both three messages with this one: the second
    /// may mean one more, and the smaller reading is taken.
    pub times: u32,
    /// Where in the original text.
    pub span: Span,
}

/// The largest number that the text declares, the first of equals. Time is linear in the text.
pub(super) fn declared(text: &str) -> Option<Declared> {
    let words = words(text);
    let mut most: Option<Declared> = None;
    for at in 0..words.len() {
        let found = ordinal(&words, at).or_else(|| cardinal(&words, at));
        if let Some((times, last)) = found.filter(|(times, _)| (2..=MOST_MEANT).contains(times))
            && most.is_none_or(|most| times > most.times)
        {
            most = Some(Declared { times, span: Span::new(words[at].start, words[last].end) });
        }
    }
    most
}

/// "Third time I ask", "my 2nd email": how often, and the place of the last word.
fn ordinal(words: &[Word], at: usize) -> Option<(u32, usize)> {
    let times = words[at].ordinal()?;
    let after = |from: usize| words.get(from).filter(|_| !words[from - 1].stops);
    let skip = ["and", "last", "separate", "unanswered", "consecutive", "ignored"];
    let mut noun = at + 1;
    while after(noun).is_some_and(|word| word.is(&skip)) && noun < at + 3 {
        noun += 1;
    }
    let thing = after(noun)?;
    if thing.is(&["time"]) {
        return (tried_before(words, at) || tried_after(words, noun)).then_some((times, noun));
    }
    if !thing.is(ONE) {
        return None;
    }
    let starts = at == 0 || words[at - 1].stops;
    let own = starts || words[at - 1].is(OWN);
    let got =
        words[at.saturating_sub(3)..at].iter().any(|word| word.is(&["your", "from"]) || word.is(OTHERS));
    let theirs =
        after(noun + 1).is_some_and(|word| word.is(&["from", "you", "they", "centre", "center", "handler"]));
    (own && !got && !theirs).then_some((times, noun))
}

/// "Emailed you twice", "four times I've asked", "3 emails and no reply".
fn cardinal(words: &[Word], at: usize) -> Option<(u32, usize)> {
    let after = |from: usize| words.get(from).filter(|_| !words[from - 1].stops);
    let word = &words[at];
    let (times, last) = match word.text.as_str() {
        "twice" => (2, at),
        "thrice" => (3, at),
        text => {
            let short = text.strip_suffix('x').and_then(|digits| digits.parse().ok());
            match (short, after(at + 1)) {
                (Some(times), _) => (times, at),
                (None, Some(next)) if next.is(&["times"]) => (word.number()?, at + 1),
                (None, _) => return things(words, at),
            }
        }
    };
    (tried_before(words, at) || tried_after(words, last)).then_some((times, last))
}

/// "Sent 3 emails", "three messages and no reply".
fn things(words: &[Word], at: usize) -> Option<(u32, usize)> {
    let times = words[at].number()?;
    let after = |from: usize| words.get(from).filter(|_| !words[from - 1].stops);
    let plain = after(at + 1)?.is(MANY);
    let noun = if plain { at + 1 } else { at + 2 };
    if !after(noun)?.is(MANY) || after(noun + 1).is_some_and(|word| word.is(&["from", "a"])) {
        return None;
    }
    let before = words[..at].iter().rev().take(NEAR).take_while(|word| !word.stops);
    let mut before = before.skip_while(|word| word.is(BETWEEN));
    let maker = before.next();
    let theirs = [maker, before.next()].into_iter().flatten().any(|word| word.is(OTHERS));
    let made = maker.is_some_and(|word| word.is(MADE));
    let next = after(noun + 1);
    let unheard = match next {
        Some(word) if word.is(&["and"]) => after(noun + 2).is_some_and(|word| word.is(UNHEARD)),
        Some(word) => word.is(UNHEARD),
        None => words.get(noun + 1).is_some_and(|word| word.is(UNHEARD)),
    };
    (!theirs && (made || unheard)).then_some((times, noun))
}

/// Is there a verb of trying right before, with only small words between, and was it the writer who tried?
fn tried_before(words: &[Word], at: usize) -> bool {
    let place = (at.saturating_sub(NEAR + 1)..at)
        .rev()
        .find(|&place| words[place].stops || !words[place].is(BETWEEN));
    let Some(place) = place.filter(|&place| !words[place].stops && words[place].is(TRIES)) else {
        return false;
    };
    !place.checked_sub(1).is_some_and(|before| words[before].is(OTHERS) && !words[before].stops)
}

/// Is there a verb of trying right after, with only small words between?
fn tried_after(words: &[Word], last: usize) -> bool {
    for place in last + 1..(last + 2 + NEAR).min(words.len()) {
        if words[place - 1].stops {
            return false;
        }
        if words[place].is(TRIES) {
            return true;
        }
        if !words[place].is(AHEAD) {
            return false;
        }
    }
    false
}

#[cfg(test)]
mod tests;
