//! Learns a task and answers its test rows.

use std::collections::BTreeSet;
use std::path::Path;

use twoears::{Desk, Heard, listen};
use twoears_core::custom::{CustomHead, CustomLearned, CustomSettings, Example, learn_custom};

use crate::Fail;
use crate::answer::{self, Answer};
use crate::plan::{self, Row, Task};

const YES: &str = "yes";
const NO: &str = "no";
/// For rows with several labels, one in this many training rows is held out to choose the threshold of a yes.
const HELD_OUT: usize = 5;

/// Learns a task, writes its answers and, for a task of one label, its head. Gives the bytes of the head or heads.
pub(crate) fn task(desk: &Desk, task: &Task, out: &Path) -> Result<usize, Fail> {
    let train = plan::rows(&task.train)?;
    let asked: Vec<Heard> = plan::texts(&task.test)?.iter().map(|text| listen::hear(text)).collect();
    let (answers, bytes) = if task.multi {
        several(desk, &train, &asked)?
    } else {
        let examples: Vec<Example> =
            train.into_iter().map(|row| Example { text: row.text, labels: row.labels }).collect();
        let head = learn(desk, &task.name, &examples, &CustomSettings::default())?.head;
        let path = out.join(format!("{}.safetensors", task.name));
        std::fs::write(&path, head.to_bytes()).map_err(|why| format!("{}: {why}", path.display()))?;
        let read = |heard| Answer::one(&head.read(desk.model().encoder(), heard));
        (asked.iter().map(read).collect(), head.to_bytes().len())
    };
    answer::write(&out.join(format!("{}.jsonl", task.name)), &answers)?;
    Ok(bytes)
}

/// One head of yes or no a label, and one threshold for all, chosen on a part of train by micro F1. What the heads read
/// is chosen once, for a head of all labels.
fn several(desk: &Desk, train: &[Row], asked: &[Heard]) -> Result<(Vec<Answer>, usize), Fail> {
    let labels: BTreeSet<&str> = train.iter().flat_map(|row| &row.labels).map(String::as_str).collect();
    let part =
        |held: bool| train.iter().enumerate().filter(move |(place, _)| (place % HELD_OUT == 0) == held);
    let (fit, held): (Vec<&Row>, Vec<&Row>) =
        (part(false).map(|it| it.1).collect(), part(true).map(|it| it.1).collect());
    let heard: Vec<Heard> = held.iter().map(|row| listen::hear(&row.text)).collect();
    let labelled = train.iter().filter(|row| !row.labels.is_empty());
    let together: Vec<Example> =
        labelled.map(|row| Example { text: row.text.clone(), labels: row.labels.clone() }).collect();
    let chosen = learn(desk, "all", &together, &CustomSettings::default())?.chosen;
    let settings = CustomSettings { fixed: Some(chosen), ..CustomSettings::default() };
    let mut tried = Vec::new();
    for label in &labels {
        let shares = Yes::learn(desk, label, &fit, &settings)?.shares(desk, &heard);
        let right = held.iter().map(|row| row.labels.iter().any(|said| said == label));
        tried.extend(shares.into_iter().zip(right));
    }
    let threshold = best_threshold(&tried);
    let all: Vec<&Row> = train.iter().collect();
    let mut said = vec![Vec::new(); asked.len()];
    let mut bytes = 0;
    for label in labels {
        let yes = Yes::learn(desk, label, &all, &settings)?;
        bytes += yes.0.as_ref().map_or(0, |head| head.to_bytes().len());
        for (said, share) in said.iter_mut().zip(yes.shares(desk, asked)) {
            if share >= threshold {
                said.push(label.to_owned());
            }
        }
    }
    Ok((said.into_iter().map(Answer::several).collect(), bytes))
}

/// A head that says whether a label applies; none where no row has the label.
struct Yes(Option<CustomHead>);

impl Yes {
    fn learn(desk: &Desk, label: &str, rows: &[&Row], settings: &CustomSettings) -> Result<Self, Fail> {
        let say = |row: &&Row| if row.labels.iter().any(|said| said == label) { YES } else { NO };
        if rows.iter().all(|row| say(row) == NO) {
            return Ok(Self(None));
        }
        let examples: Vec<Example> =
            rows.iter().map(|row| Example::new(row.text.as_str(), say(row))).collect();
        Ok(Self(Some(learn(desk, label, &examples, settings)?.head)))
    }

    /// The probability of a yes for each message.
    fn shares(&self, desk: &Desk, asked: &[Heard]) -> Vec<f32> {
        let Some(head) = &self.0 else { return vec![0.0; asked.len()] };
        let share = |heard| {
            let reading = head.read(desk.model().encoder(), heard);
            if &*reading.label == YES { reading.probability } else { 1.0 - reading.probability }
        };
        asked.iter().map(share).collect()
    }
}

/// The threshold from .05 to .95 with the best F1 over (probability of a yes, is it one).
fn best_threshold(tried: &[(f32, bool)]) -> f32 {
    let f1 = |threshold: f32| {
        let (mut hit, mut both) = (0_u32, 0_u32);
        for (share, right) in tried {
            let said = *share >= threshold;
            hit += u32::from(said && *right);
            both += u32::from(said) + u32::from(*right);
        }
        2.0 * f64::from(hit) / f64::from(both.max(1))
    };
    let marks = (1_u8..20).map(|step| f32::from(step) / 20.0);
    marks.max_by(|a, b| f1(*a).total_cmp(&f1(*b)).then(b.total_cmp(a))).unwrap_or(0.5)
}

fn learn(
    desk: &Desk,
    name: &str,
    examples: &[Example],
    settings: &CustomSettings,
) -> Result<CustomLearned, Fail> {
    learn_custom(desk.model(), name, examples, settings, &mut |_| {})
        .map_err(|why| format!("{name}: {why}").into())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_threshold_parts_yes_from_no() {
        let tried = [(0.32, true), (0.28, true), (0.12, false), (0.9, true)];
        let best = best_threshold(&tried);
        assert!((0.12..=0.28).contains(&best), "{best}");
    }
}
