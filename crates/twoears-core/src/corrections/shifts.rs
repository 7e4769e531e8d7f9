//! What the corrections near one message change of its scores.

use std::collections::BTreeMap;

/// From this nearness on it is the corrected message itself.
const SAME: f32 = 0.95;

/// What corrections add to the log odds of a message's labels, by question. Nothing for most messages.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Shifts {
    /// Question, label, log odds; and how near the nearest correction of the question is.
    by: BTreeMap<String, Of>,
}

#[derive(Clone, Debug, Default, PartialEq)]
struct Of {
    nearest: f32,
    labels: BTreeMap<String, f32>,
}

impl Shifts {
    /// Is there no correction near the message?
    pub fn is_empty(&self) -> bool {
        self.by.is_empty()
    }

    pub(super) fn add(&mut self, question: &str, near: f32, steps: &[(String, f32)]) {
        let of = self.by.entry(question.to_owned()).or_default();
        of.nearest = of.nearest.max(near);
        for (label, step) in steps {
            *of.labels.entry(label.clone()).or_default() += step * near;
        }
    }

    /// Holds every change within `most` times the nearness: many corrections of one kind cannot add up to more.
    pub(super) fn bound(&mut self, most: f32) {
        for of in self.by.values_mut() {
            let most = most * of.nearest;
            of.labels.values_mut().for_each(|step| *step = step.clamp(-most, most));
        }
    }

    /// What a label's log odds gain.
    pub(crate) fn of(&self, question: &str, label: &str) -> f32 {
        self.by.get(question).and_then(|of| of.labels.get(label)).copied().unwrap_or(0.0)
    }

    /// The labels of a question that change, with what they gain.
    pub(crate) fn labels(&self, question: &str) -> impl Iterator<Item = (&str, f32)> {
        let labels = self.by.get(question).into_iter().flat_map(|of| &of.labels);
        labels.map(|(label, step)| (label.as_str(), *step))
    }

    /// Was this very message corrected in that question?
    pub(crate) fn is_settled(&self, question: &str) -> bool {
        self.by.get(question).is_some_and(|of| of.nearest >= SAME)
    }
}
