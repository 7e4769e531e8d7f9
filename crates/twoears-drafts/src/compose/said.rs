//! Which parts of what was said a draft may take words from.

use twoears_core::listen::hear;
use twoears_core::{From, Heard, PrivateData, PrivateKind, Span, analyze};
use unicode_segmentation::UnicodeSegmentation as _;

use super::DraftInput;
use super::thing::{self, Thing};
use crate::phrases::Phrases;

/// The sentences without a question, where there is one: a thing named there is not what was asked about.
pub(super) fn beside_the_question(heard: &Heard) -> Vec<Span> {
    if heard.cues().questions == 0 {
        return Vec::new();
    }
    let sentences = heard.text().split_sentence_bound_indices();
    let other = sentences.filter(|(_, sentence)| !sentence.contains('?'));
    other.map(|(at, sentence)| heard.original(Span::new(at, at + sentence.len()))).collect()
}

/// Where personal data stands in a text of the conversation. Where places may be taken from it, also every word of a
/// name that the conversation shows elsewhere: it looks like a place.
pub(super) fn not_to_be_said(
    input: &DraftInput<'_>,
    heard: &Heard,
    text: &str,
    private: &[PrivateData],
) -> Vec<Span> {
    let mut spans: Vec<Span> = private.iter().map(|data| data.span).collect();
    if super::journey::find(heard, &spans).is_some() {
        let names = names(input);
        let words = heard.tokens().iter().map(|token| heard.original(token.span));
        spans.extend(words.filter(|word| names.iter().any(|name| name.eq_ignore_ascii_case(word.of(text)))));
    }
    spans
}

/// Every word of the names that the message and the turns before it show.
fn names(input: &DraftInput<'_>) -> Vec<String> {
    let mut names = Vec::new();
    let mut add = |text: &str, private: &[PrivateData]| {
        for data in private.iter().filter(|data| data.kind == PrivateKind::Name) {
            names.extend(data.span.of(text).split_whitespace().map(str::to_owned));
        }
    };
    add(&input.message.text, &input.reading.private_data);
    let turns = input.message.thread.turns();
    if turns.is_empty() {
        return names;
    }
    let given = input.brand.given();
    for turn in turns {
        let message = twoears_core::Message::new(turn.text.clone());
        add(&turn.text, &analyze::privacy::find(&message, &hear(&turn.text), &given));
    }
    names
}

/// The thing that an earlier turn of the customer names.
pub(super) fn earlier_thing(input: &DraftInput<'_>, phrases: &Phrases, classes: &[String]) -> Option<Thing> {
    let turns = input.message.thread.turns().iter().rev().filter(|turn| turn.from == From::Customer);
    turns.take(2).find_map(|turn| {
        let heard = hear(&turn.text);
        let message = twoears_core::Message::new(turn.text.clone());
        let private = analyze::privacy::find(&message, &heard, &input.brand.given());
        let spans = not_to_be_said(input, &heard, &turn.text, &private);
        thing::find(&heard, &spans, phrases, classes)
    })
}
