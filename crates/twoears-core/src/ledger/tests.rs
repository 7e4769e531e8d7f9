use jiff::Timestamp;
use proptest::prelude::*;

use super::*;

fn at(second: i64) -> Timestamp {
    Timestamp::from_second(second).unwrap()
}

fn promise(made: i64, due: i64) -> Entry {
    Entry::new("Mia", "write back", at(made), at(due))
}

#[test]
fn a_promise_goes_through_its_states() {
    let mut ledger = Ledger::new();
    let id = ledger.promise(promise(10, 20).message("m1").thread("t1")).unwrap();
    let entry = ledger.entry(id).unwrap();
    assert_eq!((entry.state(at(20)), entry.state(at(21))), (State::Open, State::Broken));
    assert!(ledger.withdraw(id, at(21)).unwrap_err().is_ledger(), "a broken one is not withdrawn");
    assert_eq!(ledger.keep(id, at(25)).unwrap(), State::KeptLate);
    assert_eq!(ledger.keep(id, at(20)).unwrap(), State::Kept, "the earlier moment counts");
    assert_eq!(ledger.keep(id, at(30)).unwrap(), State::Kept);
    assert!(ledger.withdraw(id, at(15)).is_err());
    let id = ledger.promise(promise(10, 20)).unwrap();
    assert_eq!(ledger.withdraw(id, at(20)).unwrap(), State::Withdrawn);
    assert!(ledger.keep(id, at(12)).is_err() && ledger.keep(99, at(12)).is_err());
    assert_eq!(ledger.due_before(at(1000)).count(), 0);
    assert_eq!(ledger.of_thread("t1").count(), 1);
    assert_eq!(ledger.take_settled(at(20)).len(), 0);
    assert_eq!(ledger.take_settled(at(21)).len(), 2);
    assert!(ledger.is_empty() && ledger.of_thread("t1").next().is_none());
    assert_eq!(ledger.promise(promise(10, 20)).unwrap(), 3, "an id is given once");
}

#[test]
fn what_is_no_promise_is_refused() {
    let mut ledger = Ledger::new();
    for (entry, part) in [
        (promise(20, 10), "`due` lies before `made_at`"),
        (Entry::new(" ", "secret", at(1), at(2)), "`owner` is empty"),
        (Entry::new("Mia", "", at(1), at(2)), "`action` is empty"),
        (Entry::new("Mia", "secret".repeat(500), at(1), at(2)), "`action` has 3000 bytes"),
        (promise(1, 2).thread("secret".repeat(500)), "`thread_id` has 3000 bytes"),
        (Entry { kept_at: Some(at(2)), ..promise(1, 2) }, "a new promise is open"),
    ] {
        let error = ledger.promise(entry).unwrap_err().to_string();
        assert!(error.contains(part) && !error.contains("secret"), "{error}");
    }
    assert!(ledger.is_empty());
}

#[test]
fn what_is_no_ledger_is_refused_without_its_words() {
    let entry = |more: &str| {
        format!(
            r#"{{"format":1,"last":1,"promises":[{{"id":1,"owner":"secret","action":"secret","made_at":"2026-11-23T09:00:00Z","due":"2026-11-23T10:00:00Z"{more}}}]}}"#
        )
    };
    assert_eq!(Ledger::from_json(&entry("")).unwrap().len(), 1);
    for (json, part) in [
        (String::new(), "line 1"),
        (r#"{"format":"secret"}"#.to_owned(), "line 1"),
        (r#"{"format":2,"last":0,"promises":[],"secret":1}"#.to_owned(), "newer"),
        (r#"{"format":0,"last":0,"promises":[]}"#.to_owned(), "must be 1"),
        (entry("").replace(r#""last":1"#, r#""last":0"#), "`id` must rise"),
        (entry(r#","kept_at":"2026-11-23T08:00:00Z""#), "promise 1: `kept_at` lies before"),
        (entry(r#","withdrawn_at":"2026-11-23T11:00:00Z""#), "`withdrawn_at` must lie"),
        (entry(r#","secret":1"#), "not a ledger"),
        (entry("").replace("09:00", "11:00"), "`due` lies before"),
    ] {
        let error = Ledger::from_json(&json).unwrap_err();
        let shown = error.to_string();
        assert!(error.is_ledger() && shown.contains(part) && !shown.contains("secret"), "{json}: {shown}");
    }
    let mut ledger = Ledger::new();
    ledger.promise(Entry::new("Ann Lee", "ring 07700 900123", at(1), at(2)).thread("t-44")).unwrap();
    let shown = format!("{ledger:?} {:?}", ledger.entry(1));
    assert!(!shown.contains("Ann") && !shown.contains("7700") && !shown.contains("t-44"), "{shown}");
}

/// What may be done to a ledger.
#[derive(Clone, Debug)]
enum Step {
    Promise { made: i64, due: i64, thread: u8 },
    Keep { id: u64, at: i64 },
    Withdraw { id: u64, at: i64 },
    Take { before: i64 },
}

fn step() -> impl Strategy<Value = Step> {
    prop_oneof![
        4 => (0..50_i64, 0..60_i64, 0..3_u8).prop_map(|(made, due, thread)| Step::Promise { made, due, thread }),
        3 => (1..15_u64, 0..70_i64).prop_map(|(id, at)| Step::Keep { id, at }),
        2 => (1..15_u64, 0..70_i64).prop_map(|(id, at)| Step::Withdraw { id, at }),
        1 => (0..70_i64).prop_map(|before| Step::Take { before }),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    /// Every promise that went in is there or was handed back; only its own step changes it; it is broken exactly when
    /// its time has passed and it is neither kept nor withdrawn; what is listed is what the states say.
    #[test]
    fn no_state_is_left_silently(steps in prop::collection::vec(step(), 0..60), now in 0..80_i64) {
        let (mut ledger, mut given, mut taken) = (Ledger::new(), 0, Vec::new());
        for step in steps {
            let before: Vec<Entry> = ledger.entries().cloned().collect();
            let (touched, done) = match step {
                Step::Promise { made, due, thread } => {
                    let got = ledger.promise(promise(made, due).thread(thread.to_string()));
                    prop_assert_eq!(got.is_ok(), made <= due);
                    given += u64::from(got.is_ok());
                    (got.ok(), true)
                }
                Step::Keep { id, at: moment } => (Some(id), ledger.keep(id, at(moment)).is_ok()),
                Step::Withdraw { id, at: moment } => (Some(id), ledger.withdraw(id, at(moment)).is_ok()),
                Step::Take { before } => {
                    let out = ledger.take_settled(at(before));
                    prop_assert!(out.iter().all(|entry| !entry.is_unsettled()));
                    taken.extend(out);
                    (None, true)
                }
            };
            for entry in &before {
                let Some(after) = ledger.entry(entry.id) else {
                    prop_assert!(taken.contains(entry));
                    continue;
                };
                if Some(entry.id) != touched || !done {
                    prop_assert_eq!(after, entry);
                }
                // No way leads back from settled to open, nor from broken to withdrawn.
                prop_assert!(entry.is_unsettled() || !after.is_unsettled());
                let (was, is) = (entry.state(at(now)), after.state(at(now)));
                match was {
                    State::Kept => prop_assert_eq!(is, State::Kept),
                    State::KeptLate => prop_assert!(matches!(is, State::Kept | State::KeptLate)),
                    State::Withdrawn => prop_assert_eq!(is, State::Withdrawn),
                    State::Open | State::Broken => {}
                }
            }
        }
        prop_assert_eq!(ledger.len() as u64 + taken.len() as u64, given);
        let now = at(now);
        let listed = |state: State| ledger.entries().filter(move |entry| entry.state(now) == state).count();
        for entry in ledger.entries() {
            let passed = now > entry.due && entry.kept_at.is_none() && entry.withdrawn_at.is_none();
            prop_assert_eq!(entry.state(now) == State::Broken, passed);
        }
        prop_assert_eq!(ledger.open(now).count(), listed(State::Open));
        prop_assert_eq!(ledger.broken(now).count(), listed(State::Broken));
        prop_assert!(ledger.broken(now).all(|entry| entry.state(now) == State::Broken));
        prop_assert!(ledger.due_before(Timestamp::MAX).is_sorted_by_key(|entry| (entry.due, entry.id)));
        let by_thread: usize = (0..3).map(|thread| ledger.of_thread(&thread.to_string()).count()).sum();
        prop_assert_eq!(by_thread, ledger.len());
        prop_assert_eq!(&Ledger::from_json(&ledger.to_json()).unwrap(), &ledger);
    }
}
