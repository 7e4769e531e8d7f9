//! Where a clause may begin, what stands before it, and who it is about.

use super::Mirror;
use super::cursor::Cursor;
use super::noun::may_open;
use super::view::{Mark, Word};
use super::words::{BEFORE, DROP, IRONIC, JOKE, NOUN, PERSON, UNSURE};

/// Who or what a clause is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Who {
    You,
    It,
    Nobody,
    Person,
    Thing,
}

/// "Love how", "great job": irony in two words.
const PAIRS: &[(&str, &str)] = &[
    ("love", "how"),
    ("love", "when"),
    ("love", "it"),
    ("great", "job"),
    ("good", "job"),
    ("nice", "job"),
    ("nice", "one"),
    ("well", "done"),
    ("way", "to"),
    ("great", "start"),
    ("gotta", "love"),
    ("nice", "work"),
    ("great", "work"),
    ("love", "that"),
];

/// Is the message a joke, or irony?
pub(super) fn is_joke(words: &[Word<'_>]) -> bool {
    let laughs = |word: &Word<'_>| {
        word.uses & JOKE != 0
            || word.kind == Mark::Stop && word.text.starts_with(['😂', '🤣', '🙃', '😆', '😜', '😹'])
    };
    let ironic = |two: &[Word<'_>]| match two {
        [slash, s] if slash.text == "/" => s.text == "s",
        [first, second] => first.uses & IRONIC != 0 && PAIRS.contains(&(first.text, second.text)),
        _ => false,
    };
    words.iter().any(laughs) || words.windows(2).any(ironic)
}

/// The places where a clause may begin.
pub(super) fn starts<'a>(words: &'a [Word<'a>]) -> impl Iterator<Item = usize> + 'a {
    let mut quotes = 0_usize;
    let mut unsure = false;
    let mut joint = true;
    words.iter().enumerate().filter_map(move |(at, word)| {
        let fresh = joint;
        match word.kind {
            Mark::Word => {
                let found =
                    (fresh && !unsure && quotes.is_multiple_of(2) && !word.text.is_empty()).then_some(at);
                joint = word.uses & BEFORE != 0 || (fresh && word.uses & DROP != 0);
                unsure |= word.uses & UNSURE != 0;
                found
            }
            Mark::Stop | Mark::Mention | Mark::Question => {
                (unsure, joint) = (false, true);
                None
            }
            Mark::Pause => {
                joint = true;
                None
            }
            Mark::Quote => {
                quotes += 1;
                joint = false;
                None
            }
            Mark::Number | Mark::Other => {
                joint = false;
                None
            }
        }
    })
}

/// The clause that begins there.
pub(super) fn read(words: &[Word<'_>], start: usize) -> Option<Mirror> {
    let mut cursor = Cursor::new(words, start);
    cursor.pass_fillers();
    if cursor.text() == "why" {
        return asked(words, cursor.at + 1);
    }
    let who = about(&mut cursor, start);
    let (who, said) = if let Some(who) = who {
        (who, cursor.happened(who))
    } else {
        cursor.back((start, 0));
        (Who::You, is_fresh(words, start) && cursor.short())
    };
    if !said {
        return None;
    }
    mirror(&cursor, who, start)
}

/// The sentence that begins there, where it tells of trouble in plain words.
pub(super) fn told(words: &[Word<'_>], start: usize) -> Option<Mirror> {
    let mut cursor = Cursor::new(words, start);
    cursor.pass_fillers();
    let who = cursor.told(is_fresh(words, start) && (start == 0 || words[start - 1].kind != Mark::Pause))?;
    mirror(&cursor, who, start)
}

/// How far back a sentence is read for words that make it no fact.
const BEHIND: usize = 40;

/// What somebody did there to the customer's things.
pub(super) fn done(words: &[Word<'_>], start: usize) -> Option<Mirror> {
    let word = &words[start];
    let person = matches!(word.text, "you" | "they");
    if !person && word.kind != Mark::Mention || start > 0 && !may_be_said(words, start) {
        return None;
    }
    let mut cursor = Cursor::new(words, start);
    cursor.passive().then(|| mirror(&cursor, Who::Thing, start)).flatten()
}

/// Is nothing before it in the sentence but words that keep it a fact?
fn may_be_said(words: &[Word<'_>], start: usize) -> bool {
    words[..start]
        .iter()
        .rev()
        .take(BEHIND)
        .take_while(|word| !matches!(word.kind, Mark::Stop | Mark::Question))
        .all(|word| {
            word.kind != Mark::Quote && word.uses & UNSURE == 0 && word.uses & super::words::TURN == 0
        })
        && (words[start - 1].kind != Mark::Word || words[start - 1].uses & BEFORE != 0)
}

/// The question that begins there.
pub(super) fn question(words: &[Word<'_>], start: usize) -> Option<String> {
    let mut cursor = Cursor::new(words, start);
    cursor.pass_fillers();
    cursor.question().then(|| joined(&cursor.out))
}

/// Does a sentence begin here, or its part? A mention in the midst of a text may be who the sentence is about.
fn is_fresh(words: &[Word<'_>], start: usize) -> bool {
    match start.checked_sub(1).map(|before| words[before].kind) {
        Some(Mark::Word) => false,
        Some(Mark::Mention) => words[..start].iter().all(|word| word.kind == Mark::Mention),
        Some(_) | None => true,
    }
}

fn mirror(cursor: &Cursor<'_>, who: Who, start: usize) -> Option<Mirror> {
    // "You are waiting" says too little.
    if cursor.out.len() < 3 && who != Who::Thing || cursor.out == ["you", "are", "waiting"] {
        return None;
    }
    let clause = contracted(&joined(&cursor.out));
    let vague = cursor.out.iter().any(|word| matches!(*word, "it" | "them" | "anything" | "someone"));
    let noun = cursor.words[start..cursor.at].iter().any(|word| word.uses & NOUN != 0);
    let names = who == Who::Thing || !vague || (noun && who != Who::It);
    Some(Mirror { clause, names })
}

/// The words in a row; "a" is "an" before a vowel.
fn joined(words: &[&str]) -> String {
    let mut text = String::with_capacity(words.len() * 6);
    for (at, word) in words.iter().enumerate() {
        let vowel = words
            .get(at + 1)
            .is_some_and(|next| next.starts_with(['a', 'e', 'i', 'o']) || next.starts_with("up"));
        text.push_str(if *word == "a" && vowel { "an" } else { word });
        text.push(' ');
    }
    text.truncate(text.trim_end().len());
    text
}

/// "you are" is "you're" where it is no end of a sentence.
fn contracted(clause: &str) -> String {
    let mut clause = clause.to_owned();
    for (long, short) in [
        ("you are ", "you're "),
        ("it is ", "it's "),
        ("there is ", "there's "),
        ("you have been ", "you've been "),
        ("you have had ", "you've had "),
        ("you have now ", "you've now "),
        ("you have got ", "you've got "),
        ("you have still ", "you've still "),
        ("you have lost ", "you've lost "),
        ("you have not ", "you've not "),
    ] {
        if clause.starts_with(long) {
            clause.replace_range(..long.len(), short);
        }
    }
    clause
}

/// Who it is about; what to call them is said.
pub(super) fn about(cursor: &mut Cursor<'_>, start: usize) -> Option<Who> {
    let text = cursor.text();
    match text {
        "i" | "we" => {
            cursor.at += 1;
            cursor.say("you");
            return Some(Who::You);
        }
        "it" => {
            cursor.take();
            return Some(Who::It);
        }
        "nobody" => {
            cursor.take();
            return Some(Who::Nobody);
        }
        "no" if cursor.peek(1).is_some_and(|next| next.text == "one") => {
            cursor.take();
            cursor.take();
            return Some(Who::Nobody);
        }
        _ => {}
    }
    let bare = !matches!(text, "my" | "our" | "the" | "this" | "these" | "all" | "both" | "one" | "that");
    let word = cursor.peek(0)?;
    if bare
        && !((may_open(word.uses) || cursor.asked && word.uses & NOUN != 0)
            && (cursor.asked
                || start == 0
                || cursor.words[start - 1].kind != Mark::Word
                || cursor.words[start - 1].text == "why"))
    {
        return None;
    }
    let from = cursor.at;
    if !cursor.noun_phrase(true) {
        return None;
    }
    let people = cursor.words[from..cursor.at].last().is_some_and(|word| word.uses & PERSON != 0);
    cursor.number();
    cursor.named_place();
    cursor.named_place();
    Some(if people { Who::Person } else { Who::Thing })
}

/// "why won't my app load": what is asked of is so.
fn asked(words: &[Word<'_>], at: usize) -> Option<Mirror> {
    let mut cursor = Cursor::new(words, at);
    cursor.asked = true;
    let verb = cursor.text();
    if !matches!(
        verb,
        "can't"
            | "won't"
            | "isn't"
            | "aren't"
            | "is"
            | "are"
            | "am"
            | "was"
            | "has"
            | "hasn't"
            | "haven't"
            | "have"
            | "doesn't"
            | "don't"
            | "does"
            | "do"
    ) {
        return None;
    }
    cursor.at += 1;
    cursor.pass_fillers();
    let first = cursor.at;
    let who = about(&mut cursor, first)?;
    let verb = match (verb, who) {
        ("am", Who::You) => "are",
        ("isn't" | "aren't" | "is" | "are" | "was", Who::You) => return None,
        ("does" | "do", _) => {
            cursor.pass_fillers();
            if who == Who::You || !cursor.pass(&["keep"]) {
                return None;
            }
            cursor.say(if verb == "do" { "keep" } else { "keeps" });
            if !cursor.keeps() {
                return None;
            }
            return mirror_of_question(&cursor, who);
        }
        (verb, _) => verb,
    };
    if !cursor.goes_on(who, verb) {
        return None;
    }
    mirror_of_question(&cursor, who)
}

fn mirror_of_question(cursor: &Cursor<'_>, who: Who) -> Option<Mirror> {
    mirror(cursor, who, cursor.at.saturating_sub(cursor.out.len()))
}
