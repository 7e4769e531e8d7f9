//! A message as words in one spelling, each with its uses: "wont" is "won't", "I'm" is "i am".

use std::sync::LazyLock;

use rustc_hash::FxHashMap;
use twoears_core::listen::{Token, TokenKind};
use twoears_core::{Heard, Span};

use super::words::{self, MODIFIER, PERSON, SPELLED, Uses};

/// From this share of capitals on, capitals tell no names.
const SHOUTED: f32 = 0.5;

/// A word or a mark.
#[derive(Clone, Copy, Debug)]
pub(super) struct Word<'a> {
    /// In lower case and in one spelling; empty where nothing may be repeated.
    pub(super) text: &'a str,
    /// How it is written in a reply.
    pub(super) said: &'a str,
    pub(super) uses: Uses,
    pub(super) kind: Mark,
    /// Written like a name.
    pub(super) named: bool,
    /// Has it a capital, or is it all in capitals?
    pub(super) capital: bool,
}

/// What separates and what does not.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Mark {
    Word,
    Number,
    /// Ends a sentence: `.`, `!`, an emoji, a link.
    Stop,
    Mention,
    Question,
    /// `,` `;` `:` `-` `(`.
    Pause,
    Quote,
    /// What may be neither repeated nor passed over.
    Other,
}

/// Common spellings, each with what it stands for.
const SPELLINGS: &[(&str, &str, &str)] = &[
    ("cant", "can't", ""),
    ("can't", "can't", ""),
    ("cannot", "can't", ""),
    ("wont", "won't", ""),
    ("dont", "don't", ""),
    ("doesnt", "doesn't", ""),
    ("didnt", "didn't", ""),
    ("isnt", "isn't", ""),
    ("arent", "aren't", ""),
    ("wasnt", "wasn't", ""),
    ("werent", "weren't", ""),
    ("hasnt", "hasn't", ""),
    ("havent", "haven't", ""),
    ("hadnt", "hadn't", ""),
    ("couldnt", "couldn't", ""),
    ("wouldnt", "wouldn't", ""),
    ("im", "i", "am"),
    ("i'm", "i", "am"),
    ("ive", "i", "have"),
    ("i've", "i", "have"),
    ("we're", "we", "are"),
    ("we've", "we", "have"),
    ("weve", "we", "have"),
    ("its", "it", "is"),
    ("it's", "it", "is"),
    ("theres", "there", "is"),
    ("there's", "there", "is"),
    ("nobody's", "nobody", "is"),
    ("noone", "nobody", ""),
    ("pls", "please", ""),
    ("tho", "though", ""),
    ("til", "until", ""),
    ("till", "until", ""),
    ("recieved", "received", ""),
    ("recieve", "receive", ""),
    ("what's", "what", "is"),
    ("whats", "what", "is"),
    ("where's", "where", "is"),
    ("wheres", "where", "is"),
    ("when's", "when", "is"),
    ("why's", "why", "is"),
    ("app's", "app", "is"),
    ("website's", "website", "is"),
    ("phone's", "phone", "is"),
    ("order's", "order", "is"),
    ("internet's", "internet", "is"),
    ("wifi's", "wifi", "is"),
    ("flight's", "flight", "is"),
    ("train's", "train", "is"),
    ("bus's", "bus", "is"),
    ("parcel's", "parcel", "is"),
    ("card's", "card", "is"),
];

static SPELLED_OUT: LazyLock<FxHashMap<&str, (&str, &str)>> =
    LazyLock::new(|| SPELLINGS.iter().map(|&(other, first, second)| (other, (first, second))).collect());

/// Two words that are one: "do not" is "don't".
const JOINED: &[(&str, &str)] = &[
    ("can", "can't"),
    ("could", "couldn't"),
    ("will", "won't"),
    ("would", "wouldn't"),
    ("do", "don't"),
    ("does", "doesn't"),
    ("did", "didn't"),
    ("is", "isn't"),
    ("are", "aren't"),
    ("was", "wasn't"),
    ("were", "weren't"),
    ("has", "hasn't"),
    ("have", "haven't"),
    ("had", "hadn't"),
];

/// The words and marks of a message.
pub(super) fn view<'a>(heard: &'a Heard, private: &[Span]) -> Vec<Word<'a>> {
    let shouted = heard.cues().shouting > SHOUTED;
    let tokens = heard.tokens();
    let mut words: Vec<Word<'a>> = Vec::with_capacity(tokens.len() + 4);
    let mut at = 0;
    while let Some(token) = tokens.get(at) {
        let (last, span) = hyphened(heard, tokens, at);
        at = last + 1;
        let original = heard.original(span);
        let text = span.of(heard.lower());
        let kind = kind(token.kind, text);
        if private.iter().any(|private| private.overlaps(original)) {
            words.push(Word { text: "", said: "", uses: 0, kind: Mark::Other, named: false, capital: false });
            continue;
        }
        if kind != Mark::Word {
            words.push(Word { text, said: text, uses: 0, kind, named: false, capital: false });
            continue;
        }
        let first = span.of(heard.text()).chars().next().is_some_and(char::is_uppercase);
        let capitals = span.of(heard.text()).chars().all(|letter| !letter.is_lowercase());
        let named = first && !shouted && !(capitals && text.len() > 1);
        // The country, and no pronoun.
        let text = if text == "us" && capitals && !shouted { "usa" } else { text };
        let (text, second) = SPELLED_OUT.get(text).copied().unwrap_or((text, ""));
        if text == "not"
            && let Some(before) = words.last_mut()
            && let Some((_, joined)) = JOINED.iter().find(|(word, _)| *word == before.text)
        {
            *before = word(joined, before.named, before.capital);
            continue;
        }
        words.push(word(text, named, first && !shouted));
        if !second.is_empty() {
            words.push(word(second, false, false));
        }
    }
    words
}

fn word(text: &str, named: bool, capital: bool) -> Word<'_> {
    let known = words::known(text);
    let uses = known.map_or_else(|| of_person(text), |known| known.uses);
    let said = known.filter(|_| uses & SPELLED != 0).map_or(text, |known| known.spelled.as_str());
    Word { text, said, uses, kind: Mark::Word, named: named && uses & SPELLED == 0, capital }
}

/// "sister's" stands before a noun, as "new" does.
fn of_person(text: &str) -> Uses {
    let owner = text.strip_suffix("'s").and_then(words::known);
    owner.filter(|owner| owner.uses & PERSON != 0).map_or(0, |_| MODIFIER)
}

/// A word with a hyphen in it, as one.
fn hyphened(heard: &Heard, tokens: &[Token], at: usize) -> (usize, Span) {
    let own = tokens[at].span;
    let (Some(hyphen), Some(next)) = (tokens.get(at + 1), tokens.get(at + 2)) else { return (at, own) };
    let close = own.end == hyphen.span.start && hyphen.span.end == next.span.start;
    let words = tokens[at].kind == TokenKind::Word && next.kind == TokenKind::Word;
    if close && words && hyphen.span.of(heard.text()) == "-" {
        return (at + 2, Span { start: own.start, end: next.span.end });
    }
    (at, own)
}

fn kind(token: TokenKind, text: &str) -> Mark {
    match token {
        TokenKind::Word => Mark::Word,
        // "PS4" is a word, "4" is none.
        TokenKind::Number if words::known(text).is_some() => Mark::Word,
        TokenKind::Number => Mark::Number,
        TokenKind::Mention => Mark::Mention,
        TokenKind::Url | TokenKind::Email | TokenKind::Emoji => Mark::Stop,
        TokenKind::Hashtag => Mark::Other,
        TokenKind::Punctuation => match text.chars().next() {
            Some('.' | '!' | '…' | '|') => Mark::Stop,
            Some('?') => Mark::Question,
            Some(',' | ';' | ':' | '-' | '–' | '—' | '(' | ')' | '&' | '~' | '*') => Mark::Pause,
            Some('"' | '“' | '”' | '\'' | '«' | '»') => Mark::Quote,
            _ => Mark::Other,
        },
    }
}
