//! One counterfactual an answer: "without `lawyer`: no".

use super::{Explanation, Read, answer};
use crate::analyze::{Question, Reading};
use crate::listen::Heard;
use crate::{Message, Span, listen};

/// Words of a message that are tried, the weightiest for any answer first.
const WORDS_TRIED: usize = 12;
/// Words in a row that are taken out together, at the most.
const WORDS_TOGETHER: usize = 4;
/// Texts longer than this many bytes are not read again and again.
const LONGEST: usize = 4096;

/// What the answer is when a part of the text is not there.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Without {
    /// The part, in the original text.
    pub span: Span,
    /// The answer without it.
    pub label: &'static str,
    /// That answer's probability.
    pub probability: f32,
}

/// Reads the message again without each part that may decide, and keeps for each answer the shortest that does (of
/// equals, the one after which the new answer is surest). Exact: the whole way is gone again, rules and all.
pub(super) fn find(
    read: Read<'_>,
    message: &Message,
    reading: &Reading,
    heard: &Heard,
    explanations: &mut [Explanation],
) {
    if message.text.len() > LONGEST {
        return;
    }
    for span in parts(reading, heard, explanations) {
        let text = [&message.text[..span.start as usize], &message.text[span.end as usize..]].concat();
        let shorter = Message { text, ..message.clone() };
        let again = read(&shorter, &listen::hear(&shorter.text));
        for (question, explanation) in Question::ALL.into_iter().zip(explanations.iter_mut()) {
            let now = answer(question, &again);
            let better = explanation
                .without
                .is_none_or(|was| (span.len(), -now.probability) < (was.span.len(), -was.probability));
            if now.label != explanation.label && better {
                explanation.without = Some(Without { span, label: now.label, probability: now.probability });
            }
        }
    }
}

/// What to take out: the places of findings, the weightiest words, and runs of words around them.
fn parts(reading: &Reading, heard: &Heard, explanations: &[Explanation]) -> Vec<Span> {
    let words: Vec<Span> = heard.tokens().iter().map(|token| heard.original(token.span)).collect();
    let mut spans: Vec<Span> = reading.findings.iter().filter_map(|finding| finding.span).collect();
    let mut heavy: Vec<(f32, Span)> = explanations
        .iter()
        .flat_map(|explanation| &explanation.weights)
        .filter(|weight| weight.signal.is_none() && weight.weight > 0.0)
        .filter_map(|weight| Some((weight.weight, weight.span?)))
        .collect();
    heavy.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
    let mut centres: Vec<Span> = Vec::new();
    for (_, span) in heavy {
        if !centres.contains(&span) && centres.len() < WORDS_TRIED {
            centres.push(span);
        }
    }
    for centre in centres {
        let at = words.partition_point(|word| word.start < centre.start);
        for together in 1..=WORDS_TOGETHER {
            for first in at.saturating_sub(together - 1)..=at {
                if let Some(run) = words.get(first..first + together) {
                    spans.push(Span { start: run[0].start, end: run[together - 1].end });
                }
            }
        }
    }
    spans.sort_unstable();
    spans.dedup();
    spans
}
