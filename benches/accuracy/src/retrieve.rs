//! Answers the questions of a plan from its knowledge bases: a step of `make retrieval`.

use std::collections::BTreeMap;
use std::hint::black_box;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use twoears::knowledge::Answer;
use twoears::{Desk, Knowledge, Message, listen};
use twoears_core::{Audience, Intent, Label as _};

use crate::{Fail, answer, plan, retrieve_speed, speed};

/// Names of articles that are written for a question, the nearest first.
const NAMED: usize = 10;
/// Any day does: no article of a public set has dates.
const TODAY: Date = Date::constant(2026, 11, 22);

/// One knowledge base and the questions to it.
#[derive(Deserialize)]
struct Set {
    name: String,
    /// Articles as JSON lines.
    base: PathBuf,
    asked: PathBuf,
    /// Give each article the intent that the model reads in its question.
    intents: bool,
    /// Measure the time a question.
    timed: bool,
}

#[derive(Deserialize)]
struct Question {
    text: String,
    /// The article that answers it; empty where none does.
    label: String,
}

/// What is said to one question.
#[derive(Serialize)]
struct Row {
    label: String,
    /// The nearest articles, each with its name, probability and evidence.
    ranked: Vec<Value>,
    /// The nearest when the right article was taken out.
    without: Value,
}

/// Answers all sets of the plan with vectors (`NAME.fused.jsonl`) and by words alone (`NAME.words.jsonl`).
pub(crate) fn answer_all(plan: &Path, out: &Path) -> Result<(), Fail> {
    let text = std::fs::read_to_string(plan).map_err(|why| format!("{}: {why}", plan.display()))?;
    let sets: Vec<Set> = serde_json::from_str(&text).map_err(|why| format!("{}: {why}", plan.display()))?;
    std::fs::create_dir_all(out).map_err(|why| format!("{}: {why}", out.display()))?;
    let desk = Desk::new()?;
    let mut times = serde_json::Map::new();
    for set in &sets {
        let base = articles(&desk, set)?;
        let asked: Vec<Question> = plan::lines(&set.asked)?;
        let intents: Vec<Intent> = asked.iter().map(|question| read(&desk, &question.text)).collect();
        for (kind, vectors) in [("fused", true), ("words", false)] {
            let whole = knowledge(&desk, base.iter().map(|(_, line)| line), vectors)?;
            let mut less: BTreeMap<&str, Knowledge> = BTreeMap::new();
            let mut rows = Vec::new();
            for (question, intent) in asked.iter().zip(&intents) {
                if !less.contains_key(question.label.as_str()) {
                    let others = base.iter().filter(|(id, _)| *id != question.label).map(|(_, line)| line);
                    less.insert(&question.label, knowledge(&desk, others, vectors)?);
                }
                rows.push(row(question, *intent, &whole, &less[question.label.as_str()]));
            }
            answer::write(&out.join(format!("{}.{kind}.jsonl", set.name)), &rows)?;
            if set.timed {
                times.insert(format!("{}.{kind}", set.name), time(&whole, &asked, &intents).into());
            }
        }
    }
    if sets.iter().any(|set| set.timed) {
        times.insert("made up".to_owned(), retrieve_speed::measure()?);
    }
    std::fs::write(out.join("times.json"), format!("{}\n", Value::Object(times)))
        .map_err(|why| format!("{}: {why}", out.display()).into())
}

/// The id and the line of each article.
fn articles(desk: &Desk, set: &Set) -> Result<Vec<(String, String)>, Fail> {
    let lines: Vec<serde_json::Map<String, Value>> = plan::lines(&set.base)?;
    let one = |mut article: serde_json::Map<String, Value>| {
        if set.intents {
            let intent = read(desk, article["question"].as_str().unwrap_or(""));
            article.insert("intents".to_owned(), json!([intent.name()]));
        }
        (article["id"].as_str().unwrap_or("").to_owned(), Value::Object(article).to_string())
    };
    Ok(lines.into_iter().map(one).collect())
}

fn read(desk: &Desk, text: &str) -> Intent {
    desk.model().read(&Message::new(text), &listen::hear(text)).intent.label
}

fn knowledge<'a>(
    desk: &Desk,
    lines: impl Iterator<Item = &'a String>,
    vectors: bool,
) -> Result<Knowledge, Fail> {
    let text = lines.map(String::as_str).collect::<Vec<_>>().join("\n");
    let knowledge = Knowledge::from_lines("base", &text)?;
    if !vectors {
        return Ok(knowledge);
    }
    let desk = desk.clone();
    let encode = move |text: &str| desk.model().encoder().encode(&listen::hear(text)).to_vec();
    Ok(knowledge.embedded(Arc::new(encode)))
}

fn row(question: &Question, intent: Intent, whole: &Knowledge, less: &Knowledge) -> Row {
    let near = whole.search(&question.text, intent, TODAY, Audience::Public, NAMED);
    let told = |near: &Answer<'_>| json!({"name": near.article.name, "probability": near.probability, "evidence": near.evidence});
    let without = less.search(&question.text, intent, TODAY, Audience::Public, 1);
    Row {
        label: question.label.clone(),
        ranked: near.iter().map(told).collect(),
        without: without.first().map_or(Value::Null, told),
    }
}

/// Microseconds a question.
fn time(knowledge: &Knowledge, asked: &[Question], intents: &[Intent]) -> f64 {
    let all = speed::median(|| {
        for (question, intent) in asked.iter().zip(intents) {
            drop(black_box(knowledge.find(black_box(&question.text), *intent, TODAY, Audience::Public)));
        }
    });
    all * 1e6 / asked.len().max(1) as f64
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_question_gets_a_row_with_and_without_its_article() {
        let folder = tempfile::tempdir().unwrap();
        let path = |name: &str| folder.path().join(name);
        let article = |id: &str, question: &str, answer: &str| {
            json!({"id": id, "question": question, "answer": answer}).to_string()
        };
        let base = [
            article("bike", "Can I take my bike?", "Yes, it goes in the hold."),
            article("wifi", "Is there wifi on board?", "Yes, it is free."),
        ];
        std::fs::write(path("base"), base.join("\n")).unwrap();
        std::fs::write(path("asked"), r#"{"text": "how do I bring a bike", "label": "bike"}"#).unwrap();
        let plan = json!([{"name": "a", "base": path("base"), "asked": path("asked"), "intents": true, "timed": true}]);
        std::fs::write(path("plan"), plan.to_string()).unwrap();
        answer_all(&path("plan"), &path("out")).unwrap();
        for kind in ["fused", "words"] {
            let text = std::fs::read_to_string(path("out").join(format!("a.{kind}.jsonl"))).unwrap();
            let row: Value = serde_json::from_str(&text).unwrap();
            assert_eq!(row["ranked"][0]["name"], "bike");
            assert_ne!(row["without"]["name"], "bike");
        }
        assert!(std::fs::read_to_string(path("out").join("times.json")).unwrap().contains("a.fused"));
    }
}
