//! Searching a text of any length: what a reading leaves unread, a redaction must not leave unsearched.

use super::super::given::Given;
use super::super::recognizer::{PrivateData, find};
use crate::listen::{READ_BYTES, hear};
use crate::{Message, Span};

/// Bytes that two pieces share: far more than any value and the words that tell what it is.
pub(super) const SHARED: usize = 8 * 1024;

/// Personal data of the whole text, in text order, without overlaps. A text that is longer than what is read of a
/// message is searched in pieces that overlap; a value that one piece cuts stands whole in the next.
pub(super) fn search(text: &str, given: &Given) -> Vec<PrivateData> {
    if text.len() <= READ_BYTES {
        return find(&Message::new(text), &hear(text), given);
    }
    let mut found: Vec<PrivateData> = Vec::new();
    let mut start = 0;
    loop {
        let end = cut(text, (start + READ_BYTES).min(text.len()));
        let piece = &text[start..end];
        let here = find(&Message::new(piece), &hear(piece), given);
        found.extend(here.into_iter().map(|data| {
            let span = Span::new(data.span.start as usize + start, data.span.end as usize + start);
            PrivateData { span, ..data }
        }));
        if end == text.len() {
            return merged(found);
        }
        start = cut(text, end - SHARED);
    }
}

/// The last blank shortly before a place, so that no word is cut; else the last whole character.
fn cut(text: &str, place: usize) -> usize {
    const BACK: usize = 256;
    if place == text.len() {
        return place;
    }
    let bytes = &text.as_bytes()[place - BACK..place];
    let blank = bytes.iter().rposition(u8::is_ascii_whitespace);
    blank.map_or_else(|| text.floor_char_boundary(place), |at| place - BACK + at)
}

/// Where two pieces found the same or parts of it, what both cover, as the longer one has it.
fn merged(mut found: Vec<PrivateData>) -> Vec<PrivateData> {
    found.sort_by_key(|data| (data.span.start, std::cmp::Reverse(data.span.end)));
    let mut whole: Vec<PrivateData> = Vec::with_capacity(found.len());
    for data in found {
        match whole.last_mut().filter(|last| last.span.overlaps(data.span)) {
            Some(last) => {
                let span = Span { start: last.span.start, end: last.span.end.max(data.span.end) };
                let by = if data.span.len() > last.span.len() { data } else { *last };
                *last = PrivateData { span, ..by };
            }
            None => whole.push(data),
        }
    }
    whole
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_piece_of_a_long_text_is_searched() {
        // Words of several lengths, so that cuts fall before, in and behind the number.
        for filler in ["word ", "words of filler ", "ünï ", "x"] {
            let mut text = String::new();
            let mut places = Vec::new();
            while text.len() < 4 * READ_BYTES {
                text.push_str(&filler.repeat(401 / filler.len()));
                text.push(' ');
                places.push(text.len());
                text.push_str("4111 1111 1111 1111 and ");
            }
            let found = search(&text, &Given::default());
            let starts: Vec<usize> = found.iter().map(|data| data.span.start as usize).collect();
            assert_eq!(starts, places, "{filler}");
            assert!(found.iter().all(|data| data.span.of(&text) == "4111 1111 1111 1111"), "{filler}");
        }
    }
}
