//! Labelled rows: what a line of training data says, and what the trainer makes of it.

use serde::Deserialize;

use super::soft::{Soft, SoftLine};
use super::target::Target;
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
    /// What a teacher thinks, for the questions that have no label here.
    pub soft: Soft,
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
    #[serde(default)]
    soft: SoftLine,
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

    /// Is any question answered by a label?
    pub fn is_labelled(&self) -> bool {
        let sets = [self.intent.len(), self.urgency.len(), self.sentiment.len()];
        sets != [0; 3] || self.route.is_some() || self.escalate.is_some()
    }

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
            soft: line.soft.check()?,
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

/// A row as the trainer sees it: features, and for each question what is right.
pub(super) struct Example {
    pub(super) features: Features,
    /// By question.
    pub(super) targets: Vec<Target>,
    pub(super) weight: f32,
    pub(super) typical: bool,
    /// Did a person label it? Nothing is measured on what a teacher thinks.
    pub(super) labelled: bool,
    fold: u64,
}

impl Example {
    pub(super) fn of(row: &Row, features: Features) -> Self {
        let targets = Question::ALL.iter().map(|&question| {
            let given = match question {
                Question::Intent => Target::one_of(&row.intent),
                Question::Urgency => Target::one_of(&row.urgency),
                Question::Sentiment => Target::one_of(&row.sentiment),
                Question::Private => {
                    let asked = row.route.filter(|route| *route != Route::None);
                    Target::yes(asked.map(|route| route == Route::Private))
                }
                Question::Escalate => Target::yes(row.escalate),
                Question::NeedsReply => Target::yes(row.route.map(|route| route != Route::None)),
            };
            if given == Target::Unknown { row.soft.target(question) } else { given }
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
            labelled: row.is_labelled(),
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
            (r#"{"text":"a","soft":{"intent":{"talk.chatter":1}}}"#, "talk.chatter"),
            (r#"{"text":"a","soft":{"urgency":{"high":0.5}}}"#, "soft.urgency"),
            (r#"{"text":"a","soft":{"escalate":1.5}}"#, "soft.escalate"),
        ] {
            let error = Row::from_json(line).unwrap_err().to_string();
            assert!(error.contains(part), "{line}: {error}");
        }
    }
}
