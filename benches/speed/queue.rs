//! Speed of the queue with a million open cases: `make bench` makes a table of it.
//!
//! Each change is timed by itself, so that the slow ones show: median, p99 and worst, in microseconds, written to
//! `target/tmp/queue.json`. Half of the cases wait less than their target, half longer, so many share a priority.
#![allow(clippy::expect_used, reason = "a bench stops by panicking")]
#![allow(clippy::disallowed_methods, reason = "measures time")]
#![allow(clippy::print_stdout, reason = "shows what it measured")]

use std::collections::BTreeMap;
use std::hint::black_box;
use std::time::Instant;

use jiff::SignedDuration;
use serde_json::{Value, json};
use twoears::decide::{Curve, Ramp};
use twoears::queue::Entry;
use twoears::{Queue, Timestamp};

const CASES: u64 = 1_000_000;
/// Timed changes of each sort.
const CHANGES: u64 = 100_000;
/// Timed steps in time of each length.
const STEPS: u64 = 15;
/// Targets in minutes, as by default: an hour to twelve.
const TARGETS: [i64; 4] = [60, 120, 240, 720];
/// Severity, and what reach, feeling and the like may add.
const SEVERITY: [f32; 8] = [2.0, 2.0, 14.0, 14.0, 14.0, 32.0, 32.0, 50.0];

fn main() {
    let start: Timestamp = "2026-11-23T09:00:00Z".parse().expect("a time");
    let later = |seconds: u64| start + SignedDuration::from_secs(seconds.cast_signed());
    let mut made = Made { random: 1, start };
    let mut times = Times::default();
    let before = resident();
    let mut queue = Queue::with_capacity((CASES + CHANGES) as usize);
    for id in 0..CASES {
        queue.insert(made.entry(id, 0));
    }
    queue.top(1, start);
    if let (Some(before), Some(after)) = (before, resident()) {
        times.0.insert("memory".to_owned(), json!({"bytes": (after - before) / CASES as f64}));
    }
    for (name, seconds) in [("a second", 1), ("a minute", 60), ("an hour", 3_600)] {
        let passed = (0..STEPS).map(|step| {
            queue.top(10, later(60 * step));
            timed(|| queue.top(10, later(60 * step + seconds)).len())
        });
        times.add(&format!("{name} passes, then the first 10"), passed.collect());
    }
    let back = (0..STEPS).rev().map(|step| timed(|| queue.top(10, later(60 * step)).len()));
    times.add("time goes back, then the first 10", back.collect());
    let now = later(3_600);
    queue.top(1, now);
    let added: Vec<Entry> = (0..CHANGES).map(|id| made.entry(CASES + id, 3_600)).collect();
    times.add("insert", added.into_iter().map(|entry| timed(|| queue.insert(entry))).collect());
    let others: Vec<Entry> = (0..CHANGES).map(|_| made.other(3_600)).collect();
    times.add("update", others.into_iter().map(|entry| timed(|| queue.update(entry))).collect());
    let gone: Vec<String> = (0..CHANGES).map(|id| (CASES + id).to_string()).collect();
    times.add("remove", gone.iter().map(|id| timed(|| queue.remove(id))).collect());
    times.add("the first 10", (0..CHANGES).map(|_| timed(|| queue.top(10, now).len())).collect());
    let changed = (0..CHANGES / 10).map(|_| {
        queue.update(made.other(3_600));
        timed(|| queue.top(10, now).len())
    });
    times.add("the first 10 after an update", changed.collect());
    let mut taken = Vec::new();
    let firsts = (0..CHANGES / 10).map(|_| {
        let id = queue.top(1, now)[0].entry.id.clone();
        timed(|| taken.extend(queue.remove(&id)))
    });
    times.add("remove the first", firsts.collect());
    let back = taken.into_iter().rev().map(|entry| timed(|| queue.insert(entry)));
    times.add("insert one that comes first", back.collect());
    times.add("next due", (0..CHANGES).map(|_| timed(|| queue.next_due())).collect());
    times.add("the whole list in order", (0..3).map(|_| timed(|| queue.iter(now).count())).collect());
    let bytes = queue.snapshot().expect("it can be written");
    times.add("snapshot", (0..3).map(|_| timed(|| queue.snapshot())).collect());
    times.add("restore", (0..3).map(|_| timed(|| Queue::restore(&bytes))).collect());
    times.write();
}

/// Microseconds of one piece of work; what comes of it is dropped after.
fn timed<T>(work: impl FnOnce() -> T) -> f64 {
    let start = Instant::now();
    let done = black_box(work());
    let took = start.elapsed().as_secs_f64() * 1e6;
    drop(done);
    took
}

/// Cases by chance, the same on every run.
struct Made {
    random: u64,
    start: Timestamp,
}

impl Made {
    fn next(&mut self, below: u64) -> u64 {
        self.random =
            self.random.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.random >> 33) % below
    }

    /// A case that came in within the 12 hours before so many seconds from the start.
    fn entry(&mut self, id: u64, passed: i64) -> Entry {
        let received = self.start + SignedDuration::from_secs(passed - self.next(43_200).cast_signed());
        let target = SignedDuration::from_mins(TARGETS[self.next(4) as usize]);
        let waiting = Ramp { from: received, to: received + target, points: 10.0 };
        let window = Ramp { from: received, to: received + SignedDuration::from_hours(24), points: 4.0 };
        let window = Some(window).filter(|_| self.next(3) == 0);
        Entry {
            id: id.to_string(),
            curve: Curve {
                base: SEVERITY[self.next(8) as usize] + self.next(180) as f32 / 10.0,
                ramps: [Some(waiting), window],
            },
            due: Some(received + target),
            received,
            hold_by: Some(received + target * 3 / 4),
        }
    }

    /// New values for a case that is there.
    fn other(&mut self, passed: i64) -> Entry {
        let id = self.next(CASES);
        self.entry(id, passed)
    }
}

/// Resident memory in bytes, where the system tells.
fn resident() -> Option<f64> {
    let pages = std::fs::read_to_string("/proc/self/statm").ok()?;
    pages.split(' ').nth(1)?.parse::<f64>().ok().map(|pages| pages * 4_096.0)
}

/// Median, p99 and worst of each figure, in microseconds.
#[derive(Default)]
struct Times(BTreeMap<String, Value>);

impl Times {
    fn add(&mut self, name: &str, mut times: Vec<f64>) {
        times.sort_by(f64::total_cmp);
        let worst = times.last().copied().expect("at least one round");
        let (median, p99) = (times[times.len() / 2], times[times.len() * 99 / 100]);
        println!("{name}: median {median:.2}, p99 {p99:.2}, worst {worst:.2}");
        self.0.insert(name.to_owned(), json!({"median": median, "p99": p99, "worst": worst}));
    }

    fn write(self) {
        let path = std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).join("queue.json");
        let text = serde_json::to_string_pretty(&self.0).expect("figures are numbers");
        std::fs::write(path, text).expect("the target folder can be written");
    }
}
