//! `eval`: triage held against labelled messages.

use std::collections::BTreeMap;
use std::io::{self, Write as _};
use std::process::ExitCode;

use serde_json::{Value, json as object};
use twoears::{Label as _, json};

use super::measures::Answers;
use crate::args::Eval;
use crate::desk::{self, read};
use crate::fail::{Fail, SOME_REJECTED};

/// Larger files of labelled rows are refused.
const GOLD_BYTES: u64 = 512 << 20;
/// Intents that count as found among the first so many.
const TOP: usize = 3;

pub(crate) fn run(args: &Eval) -> Result<ExitCode, Fail> {
    let desk = desk::build(&args.desk)?;
    let now = desk::now(&args.desk);
    let text =
        String::from_utf8(read(&args.gold, GOLD_BYTES)?).map_err(|error| Fail::file(&args.gold, &error))?;
    let mut questions: BTreeMap<String, Answers> = BTreeMap::new();
    let (mut top, mut bad) = (0_usize, 0_usize);
    for (number, line) in text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty()) {
        let message = match json::parse(line) {
            Ok(message) => message,
            Err(error) => {
                bad += 1;
                let place = format!("{}: line {}", args.gold.display(), number + 1);
                let _ = writeln!(io::stderr(), "twoears: {place}: {error}");
                continue;
            }
        };
        let row: Value = serde_json::from_str(line).unwrap_or(Value::Null);
        let case = desk.triage(&message, now);
        let (reading, decision) = (&case.reading, &case.decision);
        let mut hold = |question: &str, gold: Option<&str>, said: &str, probability| {
            if let Some(gold) = gold {
                questions.entry(question.to_owned()).or_default().add(gold, said, probability);
            }
        };
        let intent = row["intent"].as_str();
        hold("intent", intent, reading.intent.label.name(), reading.intent.probability);
        hold("urgency", row["urgency"].as_str(), reading.urgency.label.name(), reading.urgency.probability);
        hold(
            "sentiment",
            row["sentiment"].as_str(),
            reading.sentiment.label.name(),
            reading.sentiment.probability,
        );
        let route = decision.routing.route;
        hold("route", row["route"].as_str(), route.label.name(), route.probability);
        let yes = |yes: bool| if yes { "true" } else { "false" };
        let escalate = row["escalate"].as_bool().map(yes);
        hold("escalate", escalate, yes(decision.escalate.is_some()), reading.escalate.probability);
        for (name, said) in &reading.custom {
            hold(&format!("custom.{name}"), row[&**name].as_str(), &said.label, said.probability);
        }
        let others = reading.intent.alternatives.iter().map(|(label, _)| label.name());
        let ranked = [reading.intent.label.name()].into_iter().chain(others);
        top += usize::from(intent.is_some_and(|gold| ranked.take(TOP).any(|label| label == gold)));
    }
    let mut out = anstream::stdout().lock();
    let report = report(&questions, top);
    if args.json {
        writeln!(out, "{report}")?;
    } else {
        for (question, measures) in report.as_object().into_iter().flatten() {
            let cells = measures.as_object().into_iter().flatten();
            let cells: Vec<String> = cells.map(|(name, value)| format!("{name} {}", shown(value))).collect();
            writeln!(out, "{question:10} {}", cells.join("  "))?;
        }
    }
    Ok(if bad > 0 { ExitCode::from(SOME_REJECTED) } else { ExitCode::SUCCESS })
}

fn shown(value: &Value) -> String {
    match value.as_f64() {
        Some(number) if !value.is_u64() => format!("{number:.3}"),
        _ => value.to_string(),
    }
}

fn report(questions: &BTreeMap<String, Answers>, top: usize) -> Value {
    let mut report = serde_json::Map::new();
    for (question, answers) in questions {
        let mut measures = object!({
            "rows": answers.len(),
            "accuracy": answers.accuracy(),
            "macro_f1": answers.macro_f1(),
            "calibration_error": answers.calibration_error(),
        });
        let watched = match question.as_str() {
            "urgency" => Some("critical"),
            "escalate" => Some("true"),
            _ => None,
        };
        if let Some(label) = watched {
            let (recall, false_alarm, positives) = answers.recall(label);
            measures["recall"] = object!(recall);
            measures["false_alarm"] = object!(false_alarm);
            measures["positives"] = object!(positives);
        }
        if question == "intent" {
            measures["top_3"] = object!(top as f64 / answers.len().max(1) as f64);
        }
        report.insert(question.clone(), measures);
    }
    Value::Object(report)
}
