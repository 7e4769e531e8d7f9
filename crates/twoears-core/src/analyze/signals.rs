//! Signals: a few numbers about how a message was typed and which rules saw something, as model features.

use super::rules::RULES;
use crate::Finding;
use crate::listen::Heard;

/// The names of the typed signals, in order; the rules' ids follow.
const TYPED: &[&str] = &[
    "shouting",
    "capital_words",
    "exclamations",
    "exclamations_3",
    "questions",
    "questions_2",
    "ellipses",
    "elongations",
    "emoji",
    "mentions",
    "mentions_2",
    "urls",
    "hashtags",
    "numbers",
    "words_0",
    "words_3",
    "words_8",
    "words_20",
    "words_40",
    "length",
    "starts_mention",
];

/// The names of all signals, in the order of [`signals`].
pub(crate) fn names() -> Vec<String> {
    TYPED.iter().map(|name| (*name).to_owned()).chain(RULES.iter().map(|rule| rule.id.to_string())).collect()
}

/// The values of all signals, 0 to about 1 each.
pub(crate) fn signals(heard: &Heard, findings: &[Finding]) -> Vec<f32> {
    let cues = heard.cues();
    let up_to = |count: u32, most: u32| count.min(most) as f32 / most as f32;
    let at_least = |count: u32, least: u32| if count >= least { 1.0 } else { 0.0 };
    let mut values = vec![
        cues.shouting,
        up_to(cues.capital_words, 4),
        up_to(cues.exclamations, 2),
        at_least(cues.exclamations, 3),
        at_least(cues.questions, 1),
        at_least(cues.questions, 2),
        at_least(cues.ellipses, 1),
        at_least(cues.elongations, 1),
        up_to(cues.emoji, 3),
        at_least(cues.mentions, 1),
        at_least(cues.mentions, 2),
        at_least(cues.urls, 1),
        at_least(cues.hashtags, 1),
        up_to(cues.numbers, 3),
        at_least(1, cues.words + 1),
        at_least(3, cues.words),
        at_least(8, cues.words),
        at_least(cues.words, 20),
        at_least(cues.words, 40),
        up_to(cues.words, 60),
        if heard.text().trim_start().starts_with('@') { 1.0 } else { 0.0 },
    ];
    values.extend(RULES.iter().map(|rule| {
        let found = findings.iter().any(|finding| finding.rule == rule.id);
        if found { 1.0 } else { 0.0 }
    }));
    values
}

#[cfg(test)]
mod tests {
    #[test]
    fn as_many_values_as_names() {
        let heard = crate::listen::hear("hello");
        assert_eq!(super::signals(&heard, &[]).len(), super::names().len());
    }
}
