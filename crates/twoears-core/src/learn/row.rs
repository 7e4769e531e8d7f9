//! Labelled rows: what a line of training data says, and what the trainer makes of it.

use serde::Deserialize;

use crate::Error;
use crate::analyze::{Features, Question};
use crate::label::{Intent, Label, Route, Sentiment, Urgency};

/// A labelled message. A label that is missing teaches its question nothing; several labels mean "one of these".
///
/// ```
/// use twoears_core::learn::Row;
/// let row = Row::from_json(r#"{"text":"Thanks!","intent":"feedback.praise","sentiment":["positive","very_positive"]}"#)?;
/// assert_eq!(row.sentiment.len(), 2);
/// assert!(row.urgency.is_empty());
/// # Ok::<(), twoears_core::Error>(())
/// ```
#[derive(Clone, PartialEq)]
pub struct Row {
    /// The message.
    pub text: String,
    /// Its intent: any of these.
    pub intent: Vec<Intent>,
    /// Its urgency: any of these.
    pub urgency: Vec<Urgency>,
    /// Its sentiment: any of these.
    pub sentiment: Vec<Sentiment>,
    /// Where the answer belongs.
    pub route: Option<Route>,
    /// Must a trained person take it?
    pub escalate: Option<bool>,
    /// How much the row counts; 1 for most.
    pub weight: f32,
    /// Is it like what will come in? Probabilities are calibrated on such rows; on all, when none is marked.
    pub typical: bool,
    /// Where the row comes from.
    pub source: String,
}

/// Shows labels, never the text.
impl std::fmt::Debug for Row {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.debug_struct("Row")
            .field("source", &self.source)
            .field("intent", &self.intent)
            .finish_non_exhaustive()
    }
}

#[derive(Deserialize)]
#[serde(untagged)]
enum OneOf {
    One(String),
    Any(Vec<String>),
}

#[derive(Deserialize)]
struct Line {
    text: String,
    intent: Option<OneOf>,
    urgency: Option<OneOf>,
    sentiment: Option<OneOf>,
    route: Option<String>,
    escalate: Option<bool>,
    weight: Option<f32>,
}

fn labels<L: Label>(given: Option<OneOf>) -> Result<Vec<L>, Error> {
    match given {
        None => Ok(Vec::new()),
        Some(OneOf::One(name)) => Ok(vec![L::parse(&name)?]),
        Some(OneOf::Any(names)) => names.iter().map(|name| L::parse(name)).collect(),
    }
}

impl Row {
    /// What a row may weigh; beyond it, one row would drown or vanish among the others.
    pub const WEIGHTS: std::ops::RangeInclusive<f32> = 0.001..=1000.0;

    /// A row from a JSON line; keys that are not labels are passed over.
    ///
    /// # Errors
    /// When the line is no JSON object with a `text`, a label is not known, or the weight is not within [`Row::WEIGHTS`].
    pub fn from_json(line: &str) -> Result<Self, Error> {
        let line: Line =
            serde_json::from_str(line).map_err(|error| Error::training(without_value(&error)))?;
        let weight = line.weight.unwrap_or(1.0);
        if !Self::WEIGHTS.contains(&weight) {
            return Err(Error::training(format!("`weight` is {weight}; it must be {:?}", Self::WEIGHTS)));
        }
        Ok(Self {
            text: line.text,
            intent: labels(line.intent)?,
            urgency: labels(line.urgency)?,
            sentiment: labels(line.sentiment)?,
            route: line.route.as_deref().map(Route::parse).transpose()?,
            escalate: line.escalate,
            weight,
            typical: false,
            source: String::new(),
        })
    }
}

/// What is wrong with a line, without what it says: rows are customers' words.
fn without_value(error: &serde_json::Error) -> String {
    let what = error.to_string();
    match what.split_once(": string \"") {
        Some((kind, _)) => format!("{kind}, at column {}", error.column()),
        None => what,
    }
}

/// A row as the trainer sees it: features, and for each question the columns that are right.
pub(super) struct Example {
    pub(super) features: Features,
    /// By question: the right columns within it (or for yes-or-no, `[1.0]` or `[0.0]`); empty when not labelled.
    pub(super) targets: Vec<Vec<f32>>,
    pub(super) weight: f32,
    pub(super) typical: bool,
    fold: u64,
}

impl Example {
    pub(super) fn of(row: &Row, features: Features) -> Self {
        fn mask<L: Label>(labels: &[L]) -> Vec<f32> {
            if labels.is_empty() {
                return Vec::new();
            }
            L::ALL.iter().map(|label| if labels.contains(label) { 1.0 } else { 0.0 }).collect()
        }
        fn yes(answer: Option<bool>) -> Vec<f32> {
            answer.map(|yes| if yes { 1.0 } else { 0.0 }).into_iter().collect()
        }
        let targets = Question::ALL.iter().map(|question| match question {
            Question::Intent => mask(&row.intent),
            Question::Urgency => mask(&row.urgency),
            Question::Sentiment => mask(&row.sentiment),
            Question::Private => {
                yes(row.route.filter(|route| *route != Route::None).map(|r| r == Route::Private))
            }
            Question::Escalate => yes(row.escalate),
            Question::NeedsReply => yes(row.route.map(|route| route != Route::None)),
        });
        // FNV-1a of the text, so that the same text is always in the same part.
        let fold = row.text.bytes().fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
            (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3)
        });
        Self {
            targets: targets.collect(),
            features,
            weight: row.weight,
            typical: row.typical,
            fold: fold ^ (fold >> 32),
        }
    }

    /// The part that the row belongs to.
    pub(super) fn fold(&self, folds: u32) -> u32 {
        (self.fold % u64::from(folds)) as u32
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bad_rows_say_why() {
        for (line, part) in [
            ("{", "EOF"),
            (r#"{"intent":"talk.chat"}"#, "text"),
            (r#"{"text":"a","intent":"talk.chatter"}"#, "talk.chatter"),
            (r#"{"text":"a","weight":0}"#, "weight"),
        ] {
            let error = Row::from_json(line).unwrap_err().to_string();
            assert!(error.contains(part), "{line}: {error}");
        }
    }
}
