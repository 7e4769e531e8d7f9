//! How long a find and a draft take with a large knowledge base, made up for the purpose.

use std::fmt::Write as _;
use std::hint::black_box;
use std::sync::Arc;

use jiff::Timestamp;
use jiff::civil::Date;
use serde_json::{Value, json};
use twoears::{Author, Channel, Desk, Knowledge, Message, listen};
use twoears_core::{Audience, Intent};

use crate::{Fail, speed};

/// Articles of the bases.
const SIZES: [usize; 2] = [1_000, 10_000];
/// What is asked, each so many times a run.
const ASKED: [&str; 3] = [
    "@Larkway can I bring a folding bike on the night coach to Brindle on Friday, and does it have to be in a bag?",
    "The voucher from my cancelled order does not work at checkout, how do I get it to count?",
    "where is the receipt for my ticket",
];
const ROUNDS: usize = 200;
const TODAY: Date = Date::constant(2026, 11, 22);

/// What the made-up articles are about: one of each, so that all are different and common words are common.
const DOES: [&str; 10] =
    ["book", "cancel", "change", "return", "pay for", "track", "insure", "collect", "renew", "report"];
const WHAT: [&str; 20] = [
    "bike",
    "ticket",
    "parcel",
    "voucher",
    "order",
    "seat",
    "suitcase",
    "refund",
    "receipt",
    "card",
    "account",
    "password",
    "locker",
    "pram",
    "dog",
    "meal",
    "upgrade",
    "transfer",
    "invoice",
    "membership",
];
const WHERE: [&str; 10] = [
    "on the coach",
    "in the app",
    "at the station",
    "online",
    "at the desk",
    "by phone",
    "on the train",
    "in a shop",
    "by post",
    "at the stop",
];
const WHEN: [&str; 5] = ["today", "for a group", "after a delay", "without an account", "as a student"];

/// Microseconds of a find with vectors and by words alone, and of a draft with no articles and with the smaller base.
pub(crate) fn measure() -> Result<Value, Fail> {
    let desk = Desk::new()?;
    let mut times = serde_json::Map::new();
    for size in SIZES {
        let words = Knowledge::from_lines("made up", &base(size))?;
        let own = desk.clone();
        let encode = move |text: &str| own.model().encoder().encode(&listen::hear(text)).to_vec();
        let fused = words.clone().embedded(Arc::new(encode));
        let time = |knowledge: &Knowledge| {
            each(|text| {
                drop(black_box(knowledge.find(text, Intent::ProductInfo, TODAY, Audience::Public)));
            })
        };
        times.insert(size.to_string(), json!({"fused": time(&fused), "words": time(&words)}));
    }
    let large = Desk::builder().knowledge(Knowledge::from_lines("made up", &base(SIZES[0]))?).build()?;
    times.insert("draft".to_owned(), json!({"none": drafts(&desk), "large": drafts(&large)}));
    Ok(Value::Object(times))
}

fn base(size: usize) -> String {
    let mut text = String::new();
    for at in 0..size {
        let (does, what) = (DOES[at % 10], WHAT[at / 10 % 20]);
        let (place, when) = (WHERE[at / 200 % 10], WHEN[at / 2000 % 5]);
        let line = json!({
            "id": format!("a{at}"),
            "question": format!("How do I {does} a {what} {place} {when}?"),
            "also_asked": [format!("{does} my {what} {place}"), format!("can I {does} the {what} {when}")],
            "answer": format!("You can {does} a {what} {place} until the day before. It is free {when}. Keep the {what} number."),
        });
        let _ = writeln!(text, "{line}");
    }
    text
}

fn drafts(desk: &Desk) -> f64 {
    let now = Timestamp::UNIX_EPOCH;
    let case = |text: &str| {
        let author = Author::new("ktmink").name("Kat Mink");
        desk.triage(&Message::new(text).id("m1").channel(Channel::X).author(author), now)
    };
    let cases = ASKED.map(case);
    let all = speed::median(|| {
        for _ in 0..ROUNDS {
            for case in &cases {
                assert!(black_box(case.clone()).drafts().len() < 9);
            }
        }
    });
    all * 1e6 / (ROUNDS * ASKED.len()) as f64
}

/// Microseconds of some work on each of the questions.
fn each(work: impl Fn(&str)) -> f64 {
    let all = speed::median(|| (0..ROUNDS).for_each(|_| ASKED.iter().for_each(|text| work(black_box(text)))));
    all * 1e6 / (ROUNDS * ASKED.len()) as f64
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_made_up_articles_differ() {
        let mut questions: Vec<String> = Knowledge::from_lines("made up", &base(SIZES[1]))
            .unwrap()
            .articles()
            .iter()
            .map(|article| article.question.clone())
            .collect();
        questions.sort();
        questions.dedup();
        assert_eq!(questions.len(), SIZES[1]);
    }
}
