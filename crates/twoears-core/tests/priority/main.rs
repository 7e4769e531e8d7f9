//! The priority as properties over made-up messages, readings and weights: more of what matters never lowers it, and it is
//! the same whether it is decided later or read off the curve.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test fails by panicking")]

mod made;

use made::{Made, at, made};
use proptest::prelude::*;
use twoears_core::decide::{Decision, Weights};
use twoears_core::{Brand, Channel, Label as _, Urgency, Visibility};

const CASES: u32 = 512;

/// To one decimal, as a priority is shown.
fn rounded(points: f64) -> f32 {
    ((points * 10.0).round() / 10.0) as f32
}

/// None of a row comes before one that stands before it.
fn never_lower(row: impl IntoIterator<Item = (String, Decision)>) -> Result<(), TestCaseError> {
    let mut last: Option<(String, Decision)> = None;
    for (name, decision) in row {
        if let Some((before, less)) = &last {
            let (from, to) = (less.priority, decision.priority);
            prop_assert!(to >= from, "{before}: {from} {:?}, {name}: {to} {:?}", less.parts, decision.parts);
        }
        last = Some((name, decision));
    }
    Ok(())
}

fn row<T: std::fmt::Debug>(
    made: &Made,
    values: impl IntoIterator<Item = T>,
    set: impl Fn(&mut Made, T),
) -> Result<(), TestCaseError> {
    never_lower(values.into_iter().map(|value| {
        let name = format!("{value:?}");
        let mut made = made.clone();
        set(&mut made, value);
        (name, made.decide(0))
    }))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(CASES))]

    #[test]
    fn more_severity_never_lowers_it(made in made()) {
        let levels = Urgency::ALL.iter().rev();
        row(&made, levels, |made, &level| made.reading.urgency.label = level)?;
    }

    #[test]
    fn a_longer_wait_never_lowers_it(made in made(), minutes in prop::collection::vec(0_i64..30_000, 1..6)) {
        let mut minutes = minutes;
        minutes.sort_unstable();
        row(&made, minutes, |made, minutes| made.message.sent_at = Some(at(-60 * minutes)))?;
    }

    #[test]
    fn an_earlier_message_that_nobody_answered_never_lowers_it(made in made()) {
        row(&made, 0..5, Made::unanswered)?;
    }

    #[test]
    fn more_reach_never_lowers_it_and_unknown_reach_lies_between(made in made(), some in 1_u64..2_000_000) {
        row(&made, [0, 1, some, 2_000_000, u64::MAX], |made, n| made.message.author.followers = Some(n))?;
        row(&made, [Some(0), None, Some(1_000_000)], |made, n| made.message.author.followers = n)?;
    }

    #[test]
    fn worse_feelings_never_lower_it(made in made(), score in 0.0_f32..1.0) {
        row(&made, [1.0, 0.0, -score, -1.0], |made, score| made.reading.sentiment_score = score)?;
    }

    #[test]
    fn need_of_care_never_lowers_it(made in made()) {
        row(&made, [None, Some(false), Some(true)], |made, said| made.message.contact.vulnerable = said)?;
        row(&made, [None, Some("route.bereavement")], Made::finding)?;
        row(&made, ["", "I'm a pensioner."], |made, said| made.message.text = said.to_owned())?;
    }

    #[test]
    fn what_else_counts_never_lowers_it(made in made()) {
        row(&made, [None, Some(3), Some(0)], |made, count| made.message.contact.complaints = count)?;
        row(&made, 0..3, Made::broken)?;
        row(&made, [false, true], |made, vip| made.message.author.vip = vip)?;
        row(&made, [None, Some("urgency.repeat")], Made::finding)?;
    }

    #[test]
    fn the_curve_says_what_is_decided_later(made in made(), later in prop::collection::vec(0_i64..5_000_000, 1..8)) {
        let first = made.decide(0);
        prop_assert_eq!(first.priority.to_bits(), rounded(first.curve.at(at(0))).to_bits());
        let mut later = later;
        later.sort_unstable();
        let mut last = first.priority;
        for seconds in later {
            let decision = made.decide(seconds);
            let read = rounded(first.curve.at(at(seconds)));
            prop_assert_eq!(decision.priority.to_bits(), read.to_bits(), "after {} s", seconds);
            prop_assert_eq!(decision.curve, first.curve);
            prop_assert!(decision.priority >= last, "time lowers it");
            last = decision.priority;
        }
    }

    #[test]
    fn the_parts_make_the_priority_and_none_passes_its_most(made in made(), seconds in 0_i64..1_000_000) {
        let decision = made.decide(seconds);
        let sum: f32 = decision.parts.iter().map(|part| part.points).sum();
        prop_assert!((sum - decision.priority).abs() < 0.051, "{sum}: {decision:?}");
        prop_assert!((0.0..=100.0).contains(&decision.priority));
        let most: f32 = decision.parts.iter().map(|part| part.most).sum();
        prop_assert!(most < 100.001, "{most}");
        for part in &decision.parts {
            prop_assert!(part.points > 0.0 && part.points <= part.most, "{part:?}");
            prop_assert!(part.says() != part.name || part.name == "vulnerable", "no words for {}", part.name);
        }
    }

    #[test]
    fn the_unit_of_the_weights_does_not_matter(made in made(), times in 0.1_f32..20.0) {
        let mut other = made.clone();
        other.weights = made.weights_times(times);
        let (one, other) = (made.decide(0).priority, other.decide(0).priority);
        prop_assert!((one - other).abs() < 0.11, "{one} and {other}");
    }
}

#[test]
fn everything_at_once_is_one_hundred() {
    let mut made = Made::calm();
    made.message = made.message.channel(Channel::Facebook).visibility(Visibility::Public);
    made.message.sent_at = Some(at(-30 * 24 * 3600));
    made.message.author.followers = Some(2_000_000);
    made.message.author.vip = true;
    made.message.contact.vulnerable = Some(true);
    made.message.contact.complaints = Some(0);
    made.complains();
    made.reading.sentiment_score = -1.0;
    made.reading.urgency.label = Urgency::Critical;
    made.reading.escalate.label = true;
    made.reading.private.label = true;
    made.finding(Some("urgency.repeat"));
    made.broken(1);
    let decision = made.decide(0);
    assert_eq!((decision.priority, decision.parts.len()), (100.0, 12), "{:?}", decision.parts);
}

#[test]
fn the_first_complaint_of_somebody_with_reach_comes_first() {
    let mut made = Made::calm();
    made.complains();
    let of = |complaints, followers| {
        let mut made = made.clone();
        made.message.contact.complaints = complaints;
        made.message.author.followers = followers;
        made.decide(0).priority
    };
    let first = of(Some(0), Some(40_000));
    for other in [(Some(5), Some(40_000)), (None, Some(40_000)), (Some(0), Some(40)), (Some(0), None)] {
        assert!(first > of(other.0, other.1), "{other:?}");
    }
    // In private it counts by half, and praise is no complaint.
    let points = |made: &Made| {
        let parts = made.decide(0).parts;
        parts.iter().find(|part| part.name == "first complaint").map(|part| part.points)
    };
    made.message.contact.complaints = Some(0);
    assert_eq!(points(&made), Some(3.0));
    made.message.visibility = Visibility::Private;
    assert_eq!(points(&made), Some(1.5));
    assert_eq!(points(&Made { reading: Made::calm().reading, ..made }), None);
}

#[test]
fn waiting_begins_with_the_first_message_that_nobody_answered() {
    let mut made = Made::calm();
    made.message.sent_at = Some(at(-60));
    let alone = made.decide(0).curve;
    made.unanswered(2);
    let curve = made.decide(0).curve;
    assert_eq!(alone.ramps[0].unwrap().from, at(-60));
    assert!(curve.ramps[0].unwrap().from < at(-60));
    // A clock that runs ahead has not waited, now or until then.
    made.unanswered(0);
    made.message.sent_at = Some(at(600));
    let ahead = made.decide(0);
    assert!(ahead.parts.iter().all(|part| part.name != "waiting"));
    assert_eq!(ahead.curve, made.decide(500).curve);
}

#[test]
fn weights_move_what_they_are_named_for() {
    let mut made = Made::calm();
    made.message.author.vip = true;
    let brand = Brand::from_toml("[priority]\nvip = 101").unwrap();
    made.weights = brand.priority;
    let decision = made.decide(0);
    let part = decision.parts.iter().find(|part| part.name == "important customer").unwrap();
    assert_eq!((part.points, part.most), (50.5, 50.5));
    made.weights = Weights { vip: 0.0, ..Weights::default() };
    assert!(made.decide(0).parts.iter().all(|part| part.name != "important customer"));
}
