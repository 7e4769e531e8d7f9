//! Bad news: the no comes first, then why, then what is possible instead; no second apology.

use super::super::answer::leans;
use crate::knowledge::Answer;
use crate::phrases::Part;

/// Words of a no.
const NO: &[&str] = &[
    "can't",
    "cannot",
    "can not",
    "no longer",
    "not possible",
    "isn't possible",
    "don't offer",
    "do not offer",
    "don't have",
    "isn't included",
    "not included",
    "aren't able",
    "are not able",
    "has expired",
    "have expired",
    "no refund",
    "don't refund",
    "won't be",
    "unfortunately",
];
/// Words of what is possible.
const INSTEAD: &[&str] =
    &["you can", "instead", "we can", "you could", "you're welcome to", "but there", "ask us"];
/// Words of a second apology, which the first sentence of a draft has made needless.
const AGAIN: &[&str] = &["sorry", "apolog"];

/// The no of an answer and what is possible instead, by place; none when what answers the message is no refusal.
pub(in super::super) fn arranged(answer: &Answer<'_>) -> Option<Vec<usize>> {
    let sentences = &answer.article.sentences;
    let says = |place: usize, words: &[&str]| {
        let lower = sentences[place].to_lowercase().replace('\u{2019}', "'");
        words.iter().any(|word| lower.contains(word))
    };
    let top = answer.ranked.first().copied().unwrap_or(0);
    let no = [top, 0].into_iter().find(|place| sentences.get(*place).is_some_and(|_| says(*place, NO)))?;
    if leans(sentences, no) {
        return None;
    }
    let fine = |place: &usize| *place != no && !says(*place, AGAIN);
    let mut order = vec![no];
    order.extend((no + 1..sentences.len()).filter(fine).filter(|place| says(*place, INSTEAD)).take(1));
    let more = answer.ranked.iter().copied().chain(no + 1..sentences.len()).filter(|place| *place > no);
    for place in more.filter(fine) {
        if !order.contains(&place) {
            order.push(place);
        }
    }
    Some(order)
}

/// How a reply with this answer ends.
pub(in super::super) fn invitation(answer: &Answer<'_>) -> Part {
    if arranged(answer).is_some() { Part::InviteNo } else { Part::Invite }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Audience, Knowledge};
    use twoears_core::Intent;

    fn order(text: &str) -> Option<Vec<usize>> {
        let article = format!(
            "+++\nintents = ['billing.refund']\n+++\n# Can I get a refund on a saver ticket?\n\n{text}"
        );
        let knowledge = Knowledge::from_articles([("saver.md".to_owned(), article)]).unwrap();
        let today = "2026-11-22".parse().unwrap();
        let found =
            knowledge.find("refund on a saver ticket", Intent::BillingRefund, today, Audience::Public);
        arranged(&found.unwrap())
    }

    #[test]
    fn the_no_comes_first_and_what_is_possible_after_it() {
        let text = "We can't refund a saver ticket. Sorry about that. The price is lower for that reason. You can swap it once.";
        let order = order(text).unwrap();
        assert_eq!(order[..2], [0, 3]);
        assert!(!order.contains(&1), "a second apology");
    }

    #[test]
    fn a_yes_is_no_refusal() {
        assert_eq!(order("Yes, a saver ticket is refunded in full. Ask at any desk."), None);
    }
}
