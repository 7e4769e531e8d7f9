//! Which sentences of an article a draft takes.

use twoears_core::Channel;

use super::fit::{KEEP, Place};
use super::reply::Sheet;
use super::scene::Scene;
use crate::Audience;
use crate::knowledge::Answer;
use crate::phrases::{Part, Slot};

/// Sentences at the most, by the room there is: a post, a message, a letter.
const SHORT: u32 = 320;
const SENTENCES: [usize; 3] = [2, 3, 4];
/// What holds a sentence when room is short, by its rank: the first stays.
const MORE_BY_RANK: [u8; 4] = [KEEP, 1, 5, 6];
/// The link goes before any sentence.
const LINK: u8 = 9;

/// The sentences of an answer in their own order, then the link: the first sentence, what meets the message best, and
/// the next ones, as many as there is room for.
pub(super) fn give(scene: &Scene<'_>, sheet: &mut Sheet, answer: &Answer<'_>, audience: Audience) {
    let limit = scene.limit(audience);
    let sentences = &answer.article.sentences;
    let letter = scene.input.message.channel == Channel::Email;
    let many = if limit.most <= SHORT { SENTENCES[0] } else { SENTENCES[1 + usize::from(letter)] };
    let top = answer.ranked.first().copied().unwrap_or(0);
    let leads = top == 0 || leans(&sentences[top]);
    let (first, second) = if leads { (0, top) } else { (top, 0) };
    let mut chosen = vec![first];
    for place in [second, 1].into_iter().chain(answer.ranked.iter().copied()) {
        let fine = place < sentences.len() && !chosen.contains(&place);
        if fine && chosen.len() < many && (place <= 1 || !asks(&sentences[place])) {
            chosen.push(place);
        }
    }
    let drops: Vec<(usize, u8)> =
        chosen.iter().enumerate().map(|(rank, place)| (*place, MORE_BY_RANK[rank.min(3)])).collect();
    chosen.sort_unstable();
    for (at, place) in chosen.iter().enumerate() {
        let drop = drops.iter().find(|(known, _)| known == place).map_or(LINK, |(_, drop)| *drop);
        let stand = if at == 0 { Place::Paragraph } else { Place::Body };
        sheet.pieces.add(vec![sentences[*place].clone()], drop, stand);
    }
    sheet.source = Some(answer.article.name.clone());
}

/// Where to read more, on a line of its own at the end.
pub(super) fn link(scene: &Scene<'_>, sheet: &mut Sheet, answer: &Answer<'_>) {
    if let Some(link) = &answer.article.link {
        let said = scene.say_with(Part::Link, &scene.slots.with(Slot::Link, link.as_str()));
        sheet.pieces.add(said, LINK, Place::Line);
    }
}

/// Does a sentence ask the customer for something? A draft asks its own question.
fn asks(sentence: &str) -> bool {
    ["send us", "tell us", "we need", "write to us", "leave a number"]
        .iter()
        .any(|ask| sentence.to_lowercase().contains(ask))
}

/// Does a sentence lean on the one before it?
fn leans(sentence: &str) -> bool {
    if sentence.contains("after that") {
        return true;
    }
    let first = sentence.split(|c: char| !c.is_alphabetic()).next().unwrap_or("");
    matches!(
        first,
        "It" | "They"
            | "This"
            | "That"
            | "These"
            | "Then"
            | "So"
            | "But"
            | "And"
            | "Or"
            | "Also"
            | "Otherwise"
    )
}
