//! All corrections that count, and what they add up to.

use std::collections::BTreeMap;

use super::Shifts;
use super::journal::{Correction, Journal, Right};
use super::near::{near, pack, unpack};
use crate::Error;
use crate::analyze::DIM;

/// Corrections that are kept; the oldest falls out for the next.
pub const MOST_CORRECTIONS: usize = 1000;
/// The right label must win by this in log odds: a probability of 0.73 against the runner-up.
const MARGIN: f32 = 1.0;
/// One correction moves one label by this at the most, in log odds.
const MOST_STEP: f32 = 16.0;
/// All corrections together move one label of one message by this at the most, times how near the nearest is.
const MOST_CHANGE: f32 = 24.0;
/// Labels that one correction steps past, one after the other.
const ROUNDS: usize = 64;

/// Corrections, ready to read with. They depend on the journal alone: the same journal, the same answers.
#[derive(Clone, Debug, PartialEq)]
pub struct Corrections {
    journal: Journal,
    kept: Vec<Kept>,
}

/// One correction as it counts: where, and which label it moves by how much.
#[derive(Clone, Debug, PartialEq)]
struct Kept {
    vector: Vec<f32>,
    steps: BTreeMap<String, Vec<(String, f32)>>,
}

impl Corrections {
    /// No corrections yet, for an encoder of that name.
    pub fn new(encoder: &str) -> Self {
        Self { journal: Journal::new(encoder), kept: Vec::new() }
    }

    /// The corrections of a journal.
    ///
    /// # Errors
    /// When the journal's vectors are those of another encoder.
    pub fn of(journal: Journal, encoder: &str) -> Result<Self, Error> {
        if journal.encoder != encoder {
            return Err(Error::settings(format!(
                "journal: its corrections were made with encoder `{}`, not `{encoder}`; start a new one",
                crate::custom::short(&journal.encoder)
            )));
        }
        let mut corrections = Self { journal, kept: Vec::new() };
        corrections.replay();
        Ok(corrections)
    }

    /// The corrections, for the caller to keep.
    pub fn journal(&self) -> &Journal {
        &self.journal
    }

    /// Takes a correction and gives its id; none when the vector is nought, since nothing is known to be near it.
    pub(crate) fn add(&mut self, vector: &[f32; DIM], right: BTreeMap<String, Right>) -> Option<u64> {
        let vector = pack(vector);
        unpack(&vector)?;
        let id = self.journal.next;
        self.journal.next += 1;
        self.journal.corrections.push(Correction { id, vector, right });
        let more = self.journal.len().saturating_sub(MOST_CORRECTIONS);
        if more > 0 {
            self.journal.corrections.drain(..more);
            self.replay();
        } else if let Some(last) = self.journal.corrections.last() {
            self.kept.extend(self.step(last));
        }
        Some(id)
    }

    /// Takes a correction back: the rest counts as if it had never been. False when there is none of that id.
    pub fn undo(&mut self, id: u64) -> bool {
        let before = self.journal.len();
        self.journal.corrections.retain(|correction| correction.id != id);
        let found = self.journal.len() < before;
        if found {
            self.replay();
        }
        found
    }

    /// What they change of a message with that vector.
    pub fn shifts(&self, vector: &[f32]) -> Shifts {
        let mut shifts = Shifts::default();
        for kept in &self.kept {
            let near = near(&kept.vector, vector);
            if near > 0.0 {
                for (question, steps) in &kept.steps {
                    shifts.add(question, near, steps);
                }
            }
        }
        shifts.bound(MOST_CHANGE);
        shifts
    }

    fn replay(&mut self) {
        self.kept.clear();
        for place in 0..self.journal.len() {
            let kept = self.step(&self.journal.corrections[place]);
            self.kept.extend(kept);
        }
    }

    /// The step of one correction after all that stand before it.
    fn step(&self, correction: &Correction) -> Option<Kept> {
        let vector = unpack(&correction.vector)?;
        let before = self.shifts(&vector);
        let step = |(question, right): (&String, &Right)| (question.clone(), steps(question, right, &before));
        Some(Kept { steps: correction.right.iter().map(step).collect(), vector })
    }
}

/// The passive-aggressive step: while a label stands within the margin of the right one, the right one goes up and
/// that label down by half of what is missing.
fn steps(question: &str, right: &Right, before: &Shifts) -> Vec<(String, f32)> {
    let mut odds: BTreeMap<&str, f32> =
        right.said.iter().map(|(label, odds)| (label.as_str(), *odds)).collect();
    let least = odds.values().copied().fold(f32::INFINITY, f32::min);
    for (label, shift) in before.labels(question) {
        *odds.entry(label).or_insert(least) += shift;
    }
    let mut moved: BTreeMap<&str, f32> = BTreeMap::new();
    for _ in 0..ROUNDS {
        let own = odds.get(right.label.as_str()).copied().unwrap_or(least);
        let others = odds.iter().filter(|(label, _)| **label != right.label);
        let Some((&other, &strongest)) = others.max_by(|a, b| a.1.total_cmp(b.1)) else { break };
        let room = MOST_STEP - moved.get(right.label.as_str()).copied().unwrap_or(0.0);
        let step = ((MARGIN - (own - strongest)) / 2.0).min(room);
        if step <= 1e-4 {
            break;
        }
        for (label, step) in [(right.label.as_str(), step), (other, -step)] {
            *moved.entry(label).or_default() += step;
            *odds.entry(label).or_insert(least) += step;
        }
    }
    moved.into_iter().map(|(label, step)| (label.to_owned(), step)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(place: usize, other: usize, share: f32) -> [f32; DIM] {
        let mut vector = [0.0; DIM];
        vector[place] = 1.0 - share;
        vector[other] = share;
        let length = vector.iter().map(|value| value * value).sum::<f32>().sqrt();
        vector.map(|value| value / length)
    }

    fn right(label: &str, said: &[(&str, f32)]) -> BTreeMap<String, Right> {
        let said = said.iter().map(|(label, odds)| ((*label).to_owned(), *odds)).collect();
        BTreeMap::from([("topic".to_owned(), Right { label: label.to_owned(), said })])
    }

    const SAID: [(&str, f32); 3] = [("a", 3.0), ("b", 0.0), ("c", 2.5)];

    fn best(corrections: &Corrections, vector: &[f32]) -> &'static str {
        let shifts = corrections.shifts(vector);
        let odds = SAID.map(|(label, odds)| (label, odds + shifts.of("topic", label)));
        odds.into_iter().max_by(|a, b| a.1.total_cmp(&b.1)).unwrap().0
    }

    #[test]
    fn the_right_label_wins_here_and_nearby_and_nothing_changes_far_away() {
        let mut corrections = Corrections::new("e");
        corrections.add(&at(0, 1, 0.0), right("b", &SAID)).unwrap();
        assert_eq!(best(&corrections, &at(0, 1, 0.0)), "b");
        assert_eq!(best(&corrections, &at(0, 1, 0.15)), "b");
        assert!(corrections.shifts(&at(2, 1, 0.0)).is_empty());
    }

    #[test]
    fn undoing_one_is_as_if_it_had_never_been() {
        let mut corrections = Corrections::new("e");
        let mut without = Corrections::new("e");
        let mut undone = 0;
        for (place, label) in ["b", "c", "b", "a", "c"].into_iter().enumerate() {
            let vector = at(0, place + 1, 0.1 * place as f32);
            let id = corrections.add(&vector, right(label, &SAID)).unwrap();
            if place == 1 {
                undone = id;
            } else {
                without.add(&vector, right(label, &SAID)).unwrap();
            }
        }
        assert!(corrections.undo(undone));
        assert!(!corrections.undo(undone));
        assert_eq!(corrections.kept, without.kept);
        let again = Journal::from_json(&corrections.journal().to_json()).unwrap();
        assert_eq!(Corrections::of(again, "e").unwrap(), corrections);
    }

    #[test]
    fn more_than_are_kept_fall_out_and_stay_bounded() {
        let mut corrections = Corrections::new("e");
        for place in 0..MOST_CORRECTIONS + 3 {
            // Many that lie near one another, each against what was learned before.
            let vector = at(0, 1 + place % 200, 0.3);
            corrections.add(&vector, right(["a", "b"][place % 2], &SAID)).unwrap();
        }
        assert_eq!(corrections.journal().len(), MOST_CORRECTIONS);
        assert_eq!(corrections.journal().ids().next(), Some(4));
        let shifts = corrections.shifts(&at(0, 1, 0.5));
        assert!(shifts.labels("topic").all(|(_, shift)| shift.abs() <= MOST_CHANGE));
        assert!(corrections.shifts(&at(250, 251, 0.0)).is_empty());
    }

    #[test]
    fn damaged_journals_are_refused() {
        let mut corrections = Corrections::new("e");
        corrections.add(&at(0, 1, 0.2), right("b", &SAID)).unwrap();
        let json = corrections.journal().to_json();
        assert!(Corrections::of(Journal::from_json(&json).unwrap(), "other").is_err());
        for (from, to) in
            [("\"format\":1", "\"format\":2"), ("\"id\":1", "\"id\":7"), ("[\"b\",0.0]", "[\"x\",0.0]")]
        {
            assert!(json.contains(from), "{from}");
            assert!(Journal::from_json(&json.replace(from, to)).unwrap_err().is_settings(), "{from}");
        }
        for end in 0..json.len() {
            assert!(Journal::from_json(&json[..end]).is_err());
        }
    }
}
