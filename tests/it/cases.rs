//! Behaviour cases that Rust and Python share: `tests/cases/*.jsonl`.

use std::collections::BTreeSet;

use serde_json::Value;
use twoears::{Case, Label as _, json};

use crate::support::{DESK, path, read};

fn fails(case: &Case, expect: &Value) -> Vec<String> {
    let mut fails = Vec::new();
    let fired: BTreeSet<&str> = case.decision.reasons.iter().map(|reason| reason.rule.0).collect();
    let (reading, decision) = (&case.reading, &case.decision);
    for (key, want) in expect.as_object().unwrap() {
        let said = match key.as_str() {
            "rules" => {
                for rule in
                    want.as_array().unwrap().iter().filter(|rule| !fired.contains(rule.as_str().unwrap()))
                {
                    fails.push(format!("{rule} did not fire, but {fired:?}"));
                }
                continue;
            }
            "not_rules" => {
                for rule in
                    want.as_array().unwrap().iter().filter(|rule| fired.contains(rule.as_str().unwrap()))
                {
                    fails.push(format!("{rule} fired"));
                }
                continue;
            }
            "private_data" => {
                let shown = reading.private_data.iter().map(|data| {
                    serde_json::json!({"kind": data.kind.name(), "text": data.span.of(&case.message.text)})
                });
                Value::Array(shown.collect())
            }
            "urgency" => reading.urgency.label.name().into(),
            "intent" => reading.intent.label.name().into(),
            "sentiment" => reading.sentiment.label.name().into(),
            "language" => reading.language.label.code().into(),
            "route" => decision.routing.route.label.name().into(),
            "action" => decision.action.name().into(),
            "escalate" => decision.escalate.is_some().into(),
            "matter" => decision.escalate.as_ref().map(|escalation| escalation.matter.name()).into(),
            "needs_reply" => reading.needs_reply.label.into(),
            "mechanism" => decision.routing.mechanism.map(twoears::Label::name).into(),
            "fallback" => decision.routing.fallback.as_ref().map(|other| other.route.name()).into(),
            "window" => {
                decision.window.map(|window| (window.closes_at.to_string(), window.then.name())).map_or(
                    Value::Null,
                    |(closes_at, then)| serde_json::json!({"closes_at": closes_at, "then": then}),
                )
            }
            "note" => {
                let note = decision.routing.note.as_deref().unwrap_or_default();
                if !note.contains(want.as_str().unwrap()) {
                    fails.push(format!("note: `{note}` without {want}"));
                }
                continue;
            }
            "drafts" => {
                let drafts = case.full_drafts();
                let shown = drafts.iter().map(|draft| {
                    let length = draft.length;
                    let fits = if length.fits() && draft.lint.is_empty() { "" } else { " does not fit" };
                    let audience = serde_json::to_value(draft.audience).unwrap();
                    let unit = serde_json::to_value(length.unit).unwrap();
                    format!(
                        "{} {} {}{fits}",
                        audience.as_str().unwrap(),
                        length.limit,
                        unit.as_str().unwrap()
                    )
                    .into()
                });
                Value::Array(shown.collect())
            }
            other => panic!("`{other}` is no key of `expect`"),
        };
        let one_of = key != "private_data"
            && key != "drafts"
            && want.as_array().is_some_and(|any| any.contains(&said));
        if !(said == *want || one_of) {
            fails.push(format!("{key}: {said}, not {want}"));
        }
    }
    fails
}

/// The files of cases, by name.
fn files() -> Vec<String> {
    let folder = std::fs::read_dir(path("tests/cases")).unwrap();
    let names = folder.map(|entry| entry.unwrap().file_name().into_string().unwrap());
    let mut files: Vec<String> =
        names.filter(|name| path(name).extension().is_some_and(|ending| ending == "jsonl")).collect();
    files.sort();
    files
}

#[test]
fn every_case_does_what_it_says() {
    let misses = read("tests/cases/known_misses.txt");
    let known: BTreeSet<&str> =
        misses.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#')).collect();
    let (mut names, mut problems) = (BTreeSet::new(), Vec::new());
    for file in files() {
        for line in read(&format!("tests/cases/{file}")).lines() {
            let row: Value = serde_json::from_str(line).unwrap();
            let name = row["name"].as_str().unwrap().to_owned();
            let message = json::message(row["message"].as_object().unwrap()).unwrap();
            let now = row["now"].as_str().unwrap().parse().unwrap();
            let fails = fails(&DESK.triage(&message, now), &row["expect"]);
            if known.contains(name.as_str()) {
                if fails.is_empty() {
                    problems.push(format!("{name} passes: take it off known_misses.txt"));
                }
            } else {
                problems.extend(fails.into_iter().map(|fail| format!("{name}: {fail}")));
            }
            assert!(names.insert(name.clone()), "{name} stands twice");
        }
    }
    for name in known.iter().filter(|name| !names.contains(**name)) {
        problems.push(format!("{name} of known_misses.txt is no case"));
    }
    assert!(problems.is_empty(), "{} problems:\n{}", problems.len(), problems.join("\n"));
    assert!(names.len() >= 200, "{} cases", names.len());
}
