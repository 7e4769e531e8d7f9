//! Personal data of each text, by kind and place, and what finding it costs.

use std::hint::black_box;
use std::path::Path;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use twoears::analyze::privacy::{self, Given};
use twoears::{Brand, Desk, Heard, Label as _, Message, PrivateData, listen};

use crate::speed::median;
use crate::{Fail, answer, plan, write};

/// What was found in one text.
#[derive(Serialize)]
struct Answer {
    spans: Vec<Found>,
}

/// One place, in code points of the text.
#[derive(Serialize)]
struct Found {
    kind: &'static str,
    rule: &'static str,
    start: usize,
    end: usize,
}

/// A text, and the country where the organisation is at home, as two letters.
#[derive(Deserialize)]
struct Row {
    text: String,
    home: Option<String>,
}

/// Writes the personal data of each text of a file of JSON lines, in their order. A code that is no country counts as none.
pub(crate) fn find(texts: &Path, out: &Path) -> Result<(), Fail> {
    let answers: Vec<Answer> = plan::lines::<Row>(texts)?.iter().map(of).collect();
    answer::write(out, &answers)
}

fn of(row: &Row) -> Answer {
    let settings = row.home.as_ref().map(|code| format!("country = '{code}'"));
    let brand = settings.and_then(|toml| Brand::from_toml(&toml).ok()).unwrap_or_default();
    let found = privacy::find(&Message::new(row.text.as_str()), &listen::hear(&row.text), &brand.given());
    let place = |data: &PrivateData| {
        let (start, end) = data.span.code_points(&row.text);
        Found { kind: data.kind.name(), rule: data.rule.0, start, end }
    };
    Answer { spans: found.iter().map(place).collect() }
}

/// All texts are gone through so many times in a run, so that a run is longer than what else the machine does for a moment.
const ROUNDS: usize = 20;

/// Writes the microseconds a text on one thread: listening, all recognizers, and the whole triage without drafts. One run
/// over all texts warms up; then the median of five.
pub(crate) fn measure(texts: &Path, out: &Path) -> Result<(), Fail> {
    let (desk, given) = (Desk::new()?, Given::default());
    let messages: Vec<Message> = plan::texts(texts)?.iter().map(Message::new).collect();
    let heard: Vec<Heard> = messages.iter().map(|message| listen::hear(&message.text)).collect();
    let told: Value = json!({
        "recognizers": each(messages.len(), &|place| {
            drop(black_box(privacy::find(black_box(&messages[place]), black_box(&heard[place]), &given)));
        }),
        "listening": each(messages.len(), &|place| {
            drop(black_box(listen::hear(black_box(&messages[place].text))));
        }),
        "listening and recognizers": each(messages.len(), &|place| {
            let message = black_box(&messages[place]);
            drop(black_box(privacy::find(message, &listen::hear(&message.text), &given)));
        }),
        "triage": each(messages.len(), &|place| {
            drop(black_box(desk.triage(black_box(&messages[place]), Timestamp::UNIX_EPOCH)));
        }),
    });
    write(out, &told)
}

fn each(count: usize, work: &impl Fn(usize)) -> f64 {
    let all = || (0..count).for_each(work);
    all();
    median(|| (0..ROUNDS).for_each(|_| all())) * 1e6 / (ROUNDS * count.max(1)) as f64
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_are_code_points_and_every_text_has_a_line() {
        let folder = tempfile::tempdir().unwrap();
        let (texts, out, speed) =
            (folder.path().join("texts"), folder.path().join("out"), folder.path().join("speed"));
        let rows = ["Größe? kat@example.com", "no data here"].map(|text| json!({"text": text}).to_string());
        std::fs::write(&texts, rows.join("\n")).unwrap();

        find(&texts, &out).unwrap();
        let lines = std::fs::read_to_string(&out).unwrap();
        let lines: Vec<Value> = lines.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
        let found = json!([{"kind": "email", "rule": "private.email", "start": 7, "end": 22}]);
        assert_eq!(lines, [json!({"spans": found}), json!({"spans": []})]);

        measure(&texts, &speed).unwrap();
        let told: Value = serde_json::from_str(&std::fs::read_to_string(&speed).unwrap()).unwrap();
        assert!(told["recognizers"].as_f64() > Some(0.0), "{told}");
        assert!(told["triage"].as_f64() > told["recognizers"].as_f64(), "{told}");
    }
}
