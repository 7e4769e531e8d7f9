//! A reply taken apart once, for all rules.

use std::cell::OnceCell;

use twoears_core::{Brand, Span};

use super::shared::Hits;

/// Words of a greeting at the most: "Good morning dear Ann Lee,".
const GREETING: usize = 6;
/// How a greeting begins.
const GREETS: &[&str] = &["hi", "hello", "hey", "hiya", "dear", "good", "morning", "evening", "afternoon"];
/// A point after one of these ends no sentence.
const SHORT: &[&str] =
    &["e.g", "i.e", "etc", "mr", "mrs", "ms", "dr", "st", "no", "vs", "approx", "a.m", "p.m", "inc", "ltd"];
/// A typographic apostrophe, which stands as one byte in [`Text::lower`].
const CURLY: char = '’';

/// The text of a reply: in lower case, with its words, sentences and links. Places are bytes of [`Text::lower`];
/// [`Text::original`] turns them into bytes of the reply.
#[derive(Debug)]
pub(super) struct Text<'a> {
    /// As it was written.
    pub(super) raw: &'a str,
    /// ASCII letters in lower case, apostrophes straight; otherwise the same.
    pub(super) lower: String,
    /// Runs of letters, digits and inner apostrophes, links left out.
    pub(super) words: Vec<Span>,
    /// The sentences without greeting, signature and leading handles. A link belongs to its sentence.
    pub(super) sentences: Vec<Span>,
    /// What the sentences are cut from: all but greeting, signature and leading handles.
    pub(super) body: Span,
    /// Links with `http://` or `https://`.
    pub(super) links: Vec<Span>,
    /// "Hi Ann," at the start, after leading handles.
    pub(super) greeting: Option<Span>,
    /// Where in `lower` an apostrophe is two bytes shorter than in `raw`.
    curly: Vec<u32>,
    /// What the lists find that rules share, once one of them asks.
    hits: OnceCell<Hits>,
}

impl<'a> Text<'a> {
    pub(super) fn new(raw: &'a str, brand: &Brand) -> Self {
        let mut lower = String::with_capacity(raw.len());
        let mut curly = Vec::new();
        for (at, part) in raw.split(CURLY).enumerate() {
            if at > 0 {
                curly.push(lower.len() as u32);
                lower.push('\'');
            }
            lower.push_str(part);
        }
        lower.make_ascii_lowercase();
        let links = links(&lower);
        let words = words(&lower, &links);
        let end = signature(&lower, brand);
        let start = handles(&lower[..end]);
        let greeting = greeting(&lower[..end], start, &words);
        let from = greeting.map_or(start, |greeting| greeting.end as usize);
        let sentences = sentences(&lower, from, end, &links);
        let body = Span::new(from.min(end), end);
        Self { raw, lower, words, sentences, body, links, greeting, curly, hits: OnceCell::new() }
    }

    /// Where phrases of the shared lists stand.
    pub(super) fn hits(&self) -> &Hits {
        self.hits.get_or_init(|| Hits::find(&self.lower, &self.links))
    }

    /// The same place in the reply as it was written.
    pub(super) fn original(&self, place: Span) -> Span {
        if self.curly.is_empty() {
            return place;
        }
        let more = |at: u32| at + 2 * self.curly.iter().take_while(|curly| **curly < at).count() as u32;
        Span { start: more(place.start), end: more(place.end) }
    }

    /// A place as it was written.
    pub(super) fn as_written(&self, place: Span) -> &'a str {
        self.original(place).of(self.raw)
    }

    /// A place in lower case.
    pub(super) fn of(&self, place: Span) -> &str {
        place.of(&self.lower)
    }

    /// The words of a place.
    pub(super) fn words_in(&self, place: Span) -> impl Iterator<Item = &str> {
        let from = self.words.partition_point(|word| word.start < place.start);
        self.words[from..].iter().take_while(move |word| word.end <= place.end).map(|word| self.of(*word))
    }

    /// The words before a place, the nearest first.
    pub(super) fn before(&self, place: Span) -> impl Iterator<Item = Span> {
        let to = self.words.partition_point(|word| word.end <= place.start);
        self.words[..to].iter().rev().copied()
    }

    /// The sentence in which a place lies.
    pub(super) fn sentence_of(&self, place: Span) -> Option<Span> {
        let at = self.sentences.partition_point(|sentence| sentence.end <= place.start);
        self.sentences.get(at).copied().filter(|sentence| sentence.overlaps(place))
    }
}

fn links(lower: &str) -> Vec<Span> {
    let mut links: Vec<Span> = Vec::new();
    for (at, _) in lower.match_indices("http") {
        if let Some(bytes) = crate::length::link_len(&lower[at..])
            && links.last().is_none_or(|last| last.end as usize <= at)
        {
            links.push(Span::new(at, at + bytes));
        }
    }
    links
}

fn words(lower: &str, links: &[Span]) -> Vec<Span> {
    let mut words = Vec::with_capacity(lower.len() / 5);
    let mut start = None;
    let mut add = |start: usize, end: usize| {
        let end = start + lower[start..end].trim_end_matches('\'').len();
        let word = Span::new(start, end);
        if !word.is_empty() && !links.iter().any(|link| link.overlaps(word)) {
            words.push(word);
        }
    };
    for (at, c) in lower.char_indices() {
        let inside = c.is_alphanumeric() || (c == '\'' && start.is_some());
        match (inside, start) {
            (true, None) => start = Some(at),
            (false, Some(from)) => {
                add(from, at);
                start = None;
            }
            _ => {}
        }
    }
    if let Some(from) = start {
        add(from, lower.len());
    }
    words
}

/// Where the signature starts: the settings' own last line, or initials like "^AB" or "/Mia".
fn signature(lower: &str, brand: &Brand) -> usize {
    let text = lower.trim_end();
    let own =
        brand.sign_off.as_ref().map(|sign_off| sign_off.trim().replace(CURLY, "'").to_ascii_lowercase());
    if let Some(rest) = own.filter(|own| !own.is_empty()).and_then(|own| text.strip_suffix(own.as_str())) {
        return rest.trim_end().len();
    }
    let last = text.rsplit(char::is_whitespace).next().unwrap_or("");
    let initials = last.len() <= 12
        && last.starts_with(['^', '*', '/', '-', '~'])
        && last[1..].chars().all(char::is_alphabetic)
        && last.len() > 1;
    if initials { text[..text.len() - last.len()].trim_end().len() } else { text.len() }
}

/// The end of the handles that a reply starts with.
fn handles(lower: &str) -> usize {
    let mut at = 0;
    loop {
        let rest = lower[at..].trim_start();
        let skipped = lower.len() - rest.len();
        if !rest.starts_with('@') {
            return skipped;
        }
        let end = rest.find(char::is_whitespace).unwrap_or(rest.len());
        at = skipped + end;
    }
}

/// A greeting and the comma, mark or line end after it.
fn greeting(lower: &str, start: usize, words: &[Span]) -> Option<Span> {
    let first = words.partition_point(|word| (word.start as usize) < start);
    let opening = words.get(first).filter(|word| GREETS.contains(&word.of(lower)))?;
    let ends = |c: char| matches!(c, ',' | '!' | '\n' | '.' | ':' | ';' | '?');
    let end = lower[opening.start as usize..].find(ends)? + opening.start as usize;
    let many = words[first..].iter().take_while(|word| (word.end as usize) <= end).count();
    let mark = lower[end..].chars().next()?;
    let fine = many <= GREETING && (mark != '.' && mark != '?' || many <= 3);
    fine.then(|| Span::new(opening.start as usize, end + mark.len_utf8()))
}

fn sentences(lower: &str, start: usize, end: usize, links: &[Span]) -> Vec<Span> {
    let mut sentences = Vec::new();
    let mut from = start;
    let mut push = |from: usize, to: usize| {
        let part = &lower[from..to];
        let trimmed = part.trim();
        if trimmed.chars().any(char::is_alphanumeric) {
            let at = from + part.len() - part.trim_start().len();
            sentences.push(Span::new(at, at + trimmed.len()));
        }
    };
    for (at, c) in lower[..end].char_indices().skip_while(|(at, _)| *at < start) {
        if !matches!(c, '.' | '!' | '?' | '…' | '\n') {
            continue;
        }
        let after = at + c.len_utf8();
        let inside = links.iter().any(|link| (link.start as usize) <= at && at < link.end as usize);
        let next = lower[after..end].chars().next();
        let closed = next.is_none_or(|next| next.is_whitespace() || matches!(next, ')' | '"' | '\''));
        let before = lower[from.min(at)..at].rsplit(char::is_whitespace).next().unwrap_or("");
        if c == '\n' || (!inside && closed && !(c == '.' && SHORT.contains(&before))) {
            push(from, after);
            from = after;
        }
    }
    push(from, end);
    sentences
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parts(raw: &str) -> (Option<String>, Vec<String>) {
        let text = Text::new(raw, &Brand::from_toml("sign_off = 'Mia at Larkway'").unwrap());
        let sentences = text.sentences.iter().map(|place| text.as_written(*place).to_owned()).collect();
        (text.greeting.map(|place| text.as_written(place).to_owned()), sentences)
    }

    #[test]
    fn a_reply_is_taken_apart() {
        for (raw, greeting, sentences) in [
            ("Hi Ann, it’s late. Sorry!\nMia at Larkway", Some("Hi Ann,"), &["it’s late.", "Sorry!"][..]),
            (
                "@ann Dear Ann,\n\nThe 6.10 ran e.g. late. ^MK",
                Some("Dear Ann,"),
                &["The 6.10 ran e.g. late."],
            ),
            (
                "Good that you ask about the lamp, thanks.",
                None,
                &["Good that you ask about the lamp, thanks."],
            ),
            ("See https://a.example/b.c?d=1. Then?", None, &["See https://a.example/b.c?d=1.", "Then?"]),
            ("Hi there!", Some("Hi there!"), &[]),
            ("", None, &[]),
        ] {
            let (found, parts) = parts(raw);
            assert_eq!(
                (found.as_deref(), parts.as_slice()),
                (greeting, &*sentences.iter().map(|s| (*s).to_owned()).collect::<Vec<_>>()),
                "{raw}"
            );
        }
    }

    #[test]
    fn places_are_those_of_the_reply() {
        let text = Text::new("It’s ‘ours’, DON’T.", &Brand::default());
        let at = text.lower.find("don't").unwrap();
        assert_eq!(text.as_written(Span::new(at, at + 5)), "DON’T");
        let words: Vec<&str> = text.words.iter().map(|word| text.of(*word)).collect();
        assert_eq!(words, ["it's", "ours", "don't"]);
    }
}
