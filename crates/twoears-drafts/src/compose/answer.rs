//! Which sentences and steps of an article a draft takes: whole ones, in an order in which they can be read.

use twoears_core::Channel;

use super::closed;
use super::fit::{KEEP, Place};
use super::scene::Scene;
use super::shape::refusal;
use super::sheet::Sheet;
use crate::Audience;
use crate::knowledge::Answer;
use crate::phrases::{Kind, Part, Slot};

/// Sentences at the most, by the room there is: a post, a message, a letter.
const SHORT: u32 = 320;
const SENTENCES: [usize; 3] = [2, 3, 4];
/// What holds a sentence when room is short, by its rank: the first stays.
const MORE_BY_RANK: [u8; 4] = [KEEP, 1, 5, 6];
/// Steps go before any sentence, all of them at once, and the link before the steps.
const STEPS: u8 = 7;
const LINK: u8 = 9;

/// The answer: what meets the message best and what stands around it, as many sentences as there is room for, then the
/// steps if the customer is to do something and all of them fit.
pub(super) fn give(scene: &Scene<'_>, sheet: &mut Sheet, answer: &Answer<'_>, audience: Audience) {
    let (limit, article) = (scene.limit(audience), answer.article);
    let letter = scene.input.message.channel == Channel::Email;
    let roomy = limit.most > SHORT;
    let many = if roomy { SENTENCES[1 + usize::from(letter)] } else { SENTENCES[0] };
    let closed = closed::asks(scene.input.heard.text());
    // A no is said first, and what is possible instead comes with it.
    let chosen = match refusal::arranged(answer) {
        Some(mut order) => {
            order.truncate(many);
            order
        }
        None => choose(&article.sentences, &answer.ranked, closed, answer.way == 0, many),
    };
    for (at, place) in in_order(&chosen).into_iter().enumerate() {
        let rank = chosen.iter().position(|known| *known == place).unwrap_or(0);
        let stand = if at == 0 { Place::Paragraph } else { Place::Body };
        let drop = MORE_BY_RANK[rank.min(MORE_BY_RANK.len() - 1)];
        sheet.pieces.add(vec![article.sentences[place].clone()], drop, stand);
    }
    // Who asks whether something may be done wants to know that first.
    if roomy && !article.steps.is_empty() && !(closed && scene.kind == Kind::Ask) {
        sheet.pieces.add(vec![numbered(&article.steps)], STEPS, Place::Steps);
    }
    sheet.source = Some(article.name.clone());
}

/// Where to read more, on a line of its own at the end.
pub(super) fn link(scene: &Scene<'_>, sheet: &mut Sheet, answer: &Answer<'_>) {
    if let Some(link) = &answer.article.link {
        let said = scene.say_with(Part::Link, &scene.slots.with(Slot::Link, link.as_str()));
        sheet.pieces.add(said, LINK, Place::Line);
    }
}

/// One step a line, with its number.
fn numbered(steps: &[String]) -> String {
    let lines: Vec<String> =
        steps.iter().enumerate().map(|(at, step)| format!("{}. {step}", at + 1)).collect();
    lines.join("\n")
}

/// The places of the sentences that are given, the most needed first. `ranked` are those that take up the message;
/// `closed` says whether it asks for a yes or no, `own` whether it asks the question that the article answers.
fn choose(sentences: &[String], ranked: &[usize], closed: bool, own: bool, many: usize) -> Vec<usize> {
    let top = ranked.first().copied().unwrap_or(0);
    let says = sentences.iter().position(|sentence| closed::answers(sentence));
    // A yes to another question, which takes up nothing of this one, misleads.
    let (wanted, unwanted) = match says.filter(|_| closed) {
        Some(says) if own || ranked.contains(&says) => (Some(says), None),
        other => (None, other),
    };
    let stands = |place: &usize| Some(*place) != unwanted && !leans(sentences, *place);
    // What opens the article opens the reply too, unless it has nothing to do with the message.
    let opening = ranked.is_empty() || ranked.contains(&0);
    let own_order = if opening { [0, top] } else { [top, 0] };
    let first = wanted.or_else(|| own_order.into_iter().chain(0..sentences.len()).find(stands)).unwrap_or(0);
    let mut chosen = vec![first];
    for place in [top, 0, 1].into_iter().chain(ranked.iter().copied()) {
        let new = place < sentences.len() && !chosen.contains(&place) && Some(place) != unwanted;
        // What leans on the sentence before it is said after it or not at all.
        let stands = !leans(sentences, place) || (place > 0 && chosen.contains(&(place - 1)));
        if new && stands && chosen.len() < many && (place <= 1 || !asks(&sentences[place])) {
            chosen.push(place);
        }
    }
    chosen
}

/// The first, then what goes on from it, then the others in the order of the article.
fn in_order(chosen: &[usize]) -> Vec<usize> {
    let Some(&first) = chosen.first() else { return Vec::new() };
    let mut order = vec![first];
    while let Some(next) = order.last().map(|last| last + 1).filter(|next| chosen.contains(next)) {
        order.push(next);
    }
    let mut rest: Vec<usize> = chosen.iter().copied().filter(|place| !order.contains(place)).collect();
    rest.sort_unstable();
    order.extend(rest);
    order
}

/// Does a sentence ask the customer for something? A draft asks its own question.
fn asks(sentence: &str) -> bool {
    ["send us", "tell us", "we need", "write to us", "leave a number"]
        .iter()
        .any(|ask| sentence.to_lowercase().contains(ask))
}

/// Words that point back to the sentence before.
const BACK: &[&str] = &[
    "It",
    "They",
    "This",
    "That",
    "These",
    "Those",
    "Then",
    "So",
    "But",
    "And",
    "Or",
    "Also",
    "Otherwise",
    "After that",
];

/// Does a sentence lean on the one before it?
pub(super) fn leans(sentences: &[String], place: usize) -> bool {
    let Some(sentence) = sentences.get(place).filter(|_| place > 0) else { return false };
    let starts = |word: &&str| {
        sentence.strip_prefix(*word).is_some_and(|rest| !rest.starts_with(|c: char| c.is_alphanumeric()))
    };
    sentence.contains("after that") || BACK.iter().any(starts)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn said(sentences: &[&str], ranked: &[usize], closed: bool, own: bool, many: usize) -> Vec<String> {
        let sentences: Vec<String> = sentences.iter().map(ToString::to_string).collect();
        let chosen = choose(&sentences, ranked, closed, own, many);
        in_order(&chosen).into_iter().map(|place| sentences[place].clone()).collect()
    }

    #[test]
    fn a_closed_question_gets_its_yes_or_no_first() {
        let bike = ["Bags go below.", "Yes, a bike goes in the hold.", "It costs £6.", "Ask the driver."];
        assert_eq!(said(&bike, &[0], true, true, 2), ["Yes, a bike goes in the hold.", "Bags go below."]);
        assert_eq!(said(&bike, &[1, 2], true, false, 2)[0], "Yes, a bike goes in the hold.");
        // A yes to another question is not said at all.
        assert_eq!(said(&bike, &[3], true, false, 3), ["Ask the driver.", "Bags go below."]);
    }

    #[test]
    fn what_leans_is_never_said_alone() {
        let lost = ["Fill in the form.", "We look the same evening.", "It is free.", "Keys are posted."];
        assert_eq!(said(&lost, &[2], false, true, 2), ["Fill in the form.", "We look the same evening."]);
        let both = ["We look the same evening.", "It is free."];
        assert_eq!(said(&lost, &[1, 2], false, true, 3)[..2], both);
    }

    proptest! {
        #[test]
        fn every_choice_is_of_whole_sentences_once_each(
            starts in prop::collection::vec(0..5_usize, 1..9),
            ranked in prop::collection::vec(0..9_usize, 0..6),
            closed: bool, own: bool, many in 1..5_usize,
        ) {
            let words = ["Yes, one", "It two", "We three", "No, four", "Send us five"];
            let sentences: Vec<String> =
                starts.iter().enumerate().map(|(at, start)| format!("{} {at}.", words[*start])).collect();
            let ranked: Vec<usize> = ranked.into_iter().filter(|place| *place < sentences.len()).collect();
            let chosen = choose(&sentences, &ranked, closed, own, many);
            let order = in_order(&chosen);
            prop_assert!(!order.is_empty() && order.len() <= many);
            let mut once = order.clone();
            once.sort_unstable();
            once.dedup();
            prop_assert_eq!(once.len(), order.len());
            for (at, place) in order.iter().enumerate().skip(1) {
                prop_assert!(!leans(&sentences, *place) || order[at - 1] + 1 == *place);
            }
        }
    }
}
