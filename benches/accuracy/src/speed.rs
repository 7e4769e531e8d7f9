//! Timings in process: one message at a time on one thread, and all of them on two.

use std::hint::black_box;
use std::path::Path;

use jiff::Timestamp;
use serde_json::{Value, json};
use twoears::{Desk, Message, listen};
use twoears_core::CustomHead;

use crate::{Fail, stopwatch};

/// Each figure is the median of so many runs.
const REPEATS: usize = 5;
const THREADS: usize = 2;
/// On two threads, the messages are gone through so many times, so that starting the threads weighs little.
const ROUNDS: usize = 10;

/// Times the head alone (with listening and encoding) and the whole triage without drafts.
pub(crate) fn measure(texts: &[String], head: &Path) -> Result<Value, Fail> {
    let load = || -> Result<CustomHead, Fail> { Ok(CustomHead::from_bytes(std::fs::read(head)?)?) };
    let (desk, own) = (Desk::new()?, load()?);
    let messages: Vec<Message> = texts.iter().map(Message::new).collect();
    let read = |message: &Message| {
        drop(black_box(own.read(desk.model().encoder(), &listen::hear(black_box(&message.text)))));
    };
    let triage = |message: &Message| drop(black_box(desk.triage(black_box(message), Timestamp::UNIX_EPOCH)));
    let desk_load = median(|| assert!(black_box(Desk::new()).is_ok()));
    let own_load = median(|| assert!(black_box(load()).is_ok()));
    Ok(json!({
        "own labels": row(&messages, &read, desk_load + own_load),
        "triage": row(&messages, &triage, desk_load),
    }))
}

fn row(messages: &[Message], work: &(impl Fn(&Message) + Sync), load: f64) -> Value {
    let one = median(|| messages.iter().for_each(work));
    let all = median(|| {
        std::thread::scope(|scope| {
            for part in messages.chunks(messages.len().div_ceil(THREADS)) {
                scope.spawn(move || (0..ROUNDS).for_each(|_| part.iter().for_each(work)));
            }
        });
    });
    let count = messages.len() as f64;
    json!({
        "microseconds": one * 1e6 / count,
        "per_second": count * ROUNDS as f64 / all,
        "load_ms": load * 1e3,
    })
}

/// Median seconds of some work.
pub(crate) fn median(mut work: impl FnMut()) -> f64 {
    let mut runs: Vec<f64> = (0..REPEATS).map(|_| stopwatch(&mut work).1.as_secs_f64()).collect();
    runs.sort_by(f64::total_cmp);
    runs[REPEATS / 2]
}
