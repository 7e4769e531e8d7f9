//! The queue against putting everything in order by [`Curve::at`], over random cases, operations and times.
#![allow(missing_docs, reason = "a test")]
#![allow(clippy::unwrap_used, reason = "a test stops by panicking")]
#![allow(clippy::float_cmp, reason = "the queue is exact")]

use std::collections::BTreeMap;

use jiff::{SignedDuration, Timestamp};
use proptest::prelude::*;
use twoears_core::Queue;
use twoears_core::decide::{Curve, Ramp};
use twoears_core::queue::Entry;

/// What is done to a queue.
#[derive(Clone, Debug)]
enum Step {
    Insert(Entry),
    Update(Entry),
    Remove(u16),
    /// So many of the first, at a moment.
    Top(usize, Timestamp),
    /// By way of a snapshot.
    Restore,
}

/// Moments that meet often, with fractions of a second, and the ends of time.
fn moment() -> impl Strategy<Value = Timestamp> {
    let second = |second| Timestamp::from_second(second).unwrap();
    prop_oneof![
        8 => (-30_i64..60).prop_map(second),
        2 => (-3_000_i64..6_000).prop_map(second),
        2 => (-3_000_000_000_i128..3_000_000_000).prop_map(|at| Timestamp::from_nanosecond(at).unwrap()),
        1 => Just(Timestamp::MIN),
        1 => Just(Timestamp::MAX),
        1 => (-99_i64..99).prop_map(move |years| second(years * 31_557_600)),
    ]
}

/// Points that meet often, and what a caller should never give.
fn points() -> impl Strategy<Value = f32> {
    prop_oneof![
        20 => (0_u8..9).prop_map(|points| f32::from(points) / 4.0),
        4 => 0.0_f32..100.0,
        1 => prop::sample::select(vec![f32::NAN, f32::INFINITY, f32::NEG_INFINITY, f32::MAX, -7.0, -0.0, 1e-30, 1e-6]),
    ]
}

fn ramp() -> impl Strategy<Value = Option<Ramp>> {
    prop::option::of((moment(), moment(), points()).prop_map(|(from, to, points)| Ramp { from, to, points }))
}

fn entry(ids: u16) -> impl Strategy<Value = Entry> {
    let curve = (points(), ramp(), ramp()).prop_map(|(base, one, other)| Curve { base, ramps: [one, other] });
    (0..ids, curve, prop::option::of(moment()), moment(), prop::option::of(moment())).prop_map(
        |(id, curve, due, received, hold_by)| Entry {
            id: format!("case {id}"),
            curve,
            due,
            received,
            hold_by,
        },
    )
}

fn steps(ids: u16) -> impl Strategy<Value = Vec<Step>> {
    let step = prop_oneof![
        8 => entry(ids).prop_map(Step::Insert),
        2 => entry(ids).prop_map(Step::Update),
        3 => (0..ids).prop_map(Step::Remove),
        6 => (0_usize..40, moment()).prop_map(|(count, now)| Step::Top(count, now)),
        1 => Just(Step::Restore),
    ];
    prop::collection::vec(step, 1..200)
}

/// The order as it is defined.
fn sorted<'a>(entries: impl Iterator<Item = &'a Entry>, now: Timestamp) -> Vec<(String, f64)> {
    let mut all: Vec<(f64, &Entry)> = entries.map(|entry| (entry.curve.at(now), entry)).collect();
    all.sort_by(|(one, first), (other, second)| {
        other.total_cmp(one).then_with(|| {
            let settles = |entry: &Entry| (entry.due.unwrap_or(Timestamp::MAX), entry.received);
            (first.due.is_none(), settles(first), &first.id).cmp(&(
                second.due.is_none(),
                settles(second),
                &second.id,
            ))
        })
    });
    all.into_iter().map(|(score, entry)| (entry.id.clone(), score)).collect()
}

fn listed(queue: &mut Queue, count: usize, now: Timestamp) -> Vec<(String, f64)> {
    queue.top(count, now).iter().map(|place| (place.entry.id.clone(), place.score)).collect()
}

fn ids<'a>(entries: impl Iterator<Item = &'a Entry>) -> Vec<&'a str> {
    entries.map(|entry| entry.id.as_str()).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1_500, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn whatever_is_done_the_order_is_that_of_the_definition(steps in prop_oneof![steps(12), steps(300)]) {
        let (mut queue, mut known) = (Queue::new(), BTreeMap::<String, Entry>::new());
        for step in steps {
            match step {
                Step::Insert(entry) => {
                    let old = queue.insert(entry.clone());
                    let kept = queue.get(&entry.id).cloned().unwrap();
                    prop_assert_eq!((kept.due, kept.received, kept.hold_by), (entry.due, entry.received, entry.hold_by));
                    prop_assert_eq!(kept.curve.at(Timestamp::MAX), entry.curve.at(Timestamp::MAX));
                    prop_assert_eq!(old, known.insert(entry.id, kept));
                }
                Step::Update(entry) => {
                    let old = queue.update(entry.clone());
                    prop_assert_eq!(&old, &known.get(&entry.id).cloned());
                    if old.is_some() {
                        let kept = queue.get(&entry.id).cloned().unwrap();
                        known.insert(entry.id, kept);
                    }
                }
                Step::Remove(id) => {
                    let id = format!("case {id}");
                    prop_assert_eq!(queue.remove(&id), known.remove(&id));
                }
                Step::Top(count, now) => {
                    let mut wanted = sorted(known.values(), now);
                    prop_assert_eq!(queue.iter(now).map(|place| (place.entry.id.clone(), place.score)).collect::<Vec<_>>(), wanted.clone());
                    wanted.truncate(count);
                    prop_assert_eq!(listed(&mut queue, count, now), wanted);
                    let mut late: Vec<&Entry> = known.values().filter(|entry| entry.due.is_some_and(|due| due < now)).collect();
                    late.sort_by_key(|entry| (entry.due, entry.received, &entry.id));
                    prop_assert_eq!(ids(queue.due_before(now).into_iter()), ids(late.into_iter()));
                    let mut held: Vec<&Entry> = known.values().filter(|entry| entry.hold_by.is_some_and(|by| by <= now)).collect();
                    held.sort_by_key(|entry| (entry.hold_by, entry.received, &entry.id));
                    prop_assert_eq!(ids(queue.holding(now).into_iter()), ids(held.into_iter()));
                }
                Step::Restore => {
                    let bytes = queue.snapshot().unwrap();
                    queue = Queue::restore(&bytes).unwrap();
                    prop_assert_eq!(queue.snapshot().unwrap(), bytes);
                    for (id, entry) in &known {
                        prop_assert_eq!(queue.get(id), Some(entry));
                    }
                }
            }
            prop_assert_eq!((queue.len(), queue.is_empty()), (known.len(), known.is_empty()));
            prop_assert_eq!(queue.next_due(), known.values().filter_map(|entry| entry.due).min());
        }
    }

    #[test]
    fn a_curve_never_falls_and_ends_with_all_its_points(entry in entry(1), one in moment(), other in moment()) {
        let (before, after) = (one.min(other), one.max(other));
        prop_assert!(entry.curve.at(before) <= entry.curve.at(after));
        let all: f64 = entry.curve.ramps.iter().flatten().map(|ramp| ramp.at(Timestamp::MAX)).sum();
        let base = entry.curve.at(Timestamp::MAX) - all;
        prop_assert!((-1_000.0 - 1e-9..=1_000.0 + 1e-9).contains(&base));
        prop_assert_eq!(all, all.clamp(0.0, 2_000.0));
    }
}

/// A queue of 5,000 that is moved on in small steps, with changes in between: deep enough for many levels.
#[test]
fn a_large_queue_in_small_steps_is_in_order_at_each_of_them() {
    let start: Timestamp = "2026-11-23T09:00:00Z".parse().unwrap();
    let later = |seconds: u64| start + SignedDuration::from_secs(seconds.cast_signed());
    let mut random = 7_u64;
    let mut next = |below: u64| {
        random = random.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (random >> 33) % below
    };
    let mut made = |id: u64| {
        let (from, base) = (later(next(9_000)), [2.0, 14.0, 32.0, 40.0][next(4) as usize]);
        let due = from + SignedDuration::from_mins([60, 120, 720][next(3) as usize]);
        let window = Ramp { from, to: from + SignedDuration::from_hours(24), points: 4.0 };
        let waiting = Ramp { from, to: due, points: [10.0, 30.0][next(2) as usize] };
        let entry = Entry {
            id: format!("case {id}"),
            curve: Curve { base, ramps: [Some(waiting), Some(window).filter(|_| id.is_multiple_of(3))] },
            due: Some(due),
            received: from,
            hold_by: None,
        };
        (entry, next(6_000))
    };
    let (mut queue, mut known) = (Queue::with_capacity(1), BTreeMap::new());
    for id in 0..5_000 {
        let (entry, _) = made(id);
        known.insert(entry.id.clone(), entry.clone());
        queue.insert(entry);
    }
    let mut now = 0;
    for round in 0..300_u64 {
        now += [0, 1, 1, 7, 60, 900][(round % 6) as usize];
        let first = listed(&mut queue, 12, later(now));
        let mut wanted = sorted(known.values(), later(now));
        wanted.truncate(12);
        assert_eq!(first, wanted, "round {round}");
        // The first is answered, some change, some come in.
        queue.remove(&first[0].0).unwrap();
        known.remove(&first[0].0);
        for fresh in 0..4 {
            let (mut entry, id) = made(5_000 + round * 4 + fresh);
            if fresh > 0 {
                entry.id = format!("case {id}");
            }
            queue.insert(entry.clone());
            known.insert(entry.id.clone(), entry);
        }
    }
    let whole = listed(&mut queue, usize::MAX, later(now));
    assert_eq!(whole, sorted(known.values(), later(now)));
    assert_eq!(listed(&mut queue, 900, later(now)), whole[..900]);
}

#[test]
fn what_was_put_in_first_and_how_time_went_by_makes_no_difference() {
    let at = |second| Timestamp::from_second(second).unwrap();
    let entry = |id: i64| Entry {
        id: id.to_string(),
        curve: Curve { base: 0.0, ramps: [Some(Ramp { from: at(id % 5), to: at(100), points: 9.0 }), None] },
        due: None,
        received: at(0),
        hold_by: None,
    };
    let (mut one, mut other) = (Queue::new(), Queue::new());
    (0..200).for_each(|id| drop(one.insert(entry(id))));
    other.top(3, at(80));
    (0..200).rev().for_each(|id| drop(other.insert(entry(id))));
    (0..60).for_each(|second| drop(one.top(1, at(second))));
    assert_eq!(listed(&mut one, 200, at(60)), listed(&mut other, 200, at(60)));
    assert_eq!(one.snapshot().unwrap(), other.snapshot().unwrap());
}

#[test]
fn debug_shows_no_id() {
    let mut queue = Queue::new();
    let (received, curve) = (Timestamp::UNIX_EPOCH, Curve::default());
    queue.insert(Entry { id: "kat@example.com".to_owned(), curve, due: None, received, hold_by: None });
    assert!(!format!("{:?}", queue.top(1, received)).contains("kat"));
    assert!(format!("{queue:?}").contains('1'));
}
