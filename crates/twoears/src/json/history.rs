//! What was before, as the JSON line says it.

use serde::Serialize;
use twoears_core::ledger::Entry;
use twoears_core::message::Mark;
use twoears_core::{Label as _, Timestamp};

use crate::Case;

#[derive(Serialize)]
pub(super) struct HistoryOut<'a> {
    since_answer: usize,
    waiting_since: Option<String>,
    repeat: bool,
    declared: Option<DeclaredOut>,
    counted: Option<usize>,
    disagrees: bool,
    first_contact: Option<bool>,
    complaints: Option<usize>,
    first_complaint: Option<bool>,
    channels: Vec<&'static str>,
    sentiment: &'static str,
    answer: Option<&'a Mark>,
    promises: Vec<PromiseOut<'a>>,
}

/// How often they say they wrote, and where.
#[derive(Serialize)]
struct DeclaredOut {
    times: u32,
    start: usize,
    end: usize,
}

/// A promise that is open or broken.
#[derive(Serialize)]
struct PromiseOut<'a> {
    id: u64,
    message_id: Option<&'a str>,
    thread_id: Option<&'a str>,
    owner: &'a str,
    action: &'a str,
    made_at: String,
    due: String,
    state: &'static str,
}

impl<'a> HistoryOut<'a> {
    pub(super) fn of(case: &'a Case) -> Self {
        let history = &case.decision.history;
        let declared = history.declared_times.map(|declared| {
            let (start, end) = declared.span.code_points(&case.message.text);
            DeclaredOut { times: declared.times, start, end }
        });
        Self {
            since_answer: history.since_answer,
            waiting_since: history.waiting_since.map(|time| time.to_string()),
            repeat: history.is_repeat(),
            declared,
            counted: history.counted,
            disagrees: history.disagreement().is_some(),
            first_contact: history.first_contact,
            complaints: history.complaints,
            first_complaint: history.first_complaint,
            channels: history.channels.iter().map(|channel| channel.name()).collect(),
            sentiment: history.trend.name(),
            answer: history.answer.as_ref(),
            promises: history
                .broken
                .iter()
                .chain(&history.open)
                .map(|entry| PromiseOut::of(entry, case.now))
                .collect(),
        }
    }
}

impl<'a> PromiseOut<'a> {
    fn of(entry: &'a Entry, now: Timestamp) -> Self {
        Self {
            id: entry.id,
            message_id: entry.message_id.as_deref(),
            thread_id: entry.thread_id.as_deref(),
            owner: &entry.owner,
            action: &entry.action,
            made_at: entry.made_at.to_string(),
            due: entry.due.to_string(),
            state: entry.state(now).name(),
        }
    }
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use crate::json::{Drafts, parse, value};
    use crate::ledger::Entry;
    use crate::{Basis, Desk, From, Ledger, Stale, Turn};

    #[test]
    fn a_ledger_goes_in_as_it_is_stored_and_comes_out_by_state() {
        let at = |text: &str| text.parse().unwrap();
        let mut ledger = Ledger::new();
        for (owner, due) in [
            ("Mia", "2026-11-25T09:00:00Z"),
            ("Parcels", "2026-11-22T09:00:00Z"),
            ("Ann", "2026-11-23T09:00:00Z"),
        ] {
            ledger
                .promise(Entry::new(owner, "write back", at("2026-11-20T09:00:00Z"), at(due)).thread("t1"))
                .unwrap();
        }
        ledger.keep(3, at("2026-11-24T09:00:00Z")).unwrap();
        let stored: Value = serde_json::from_str(&ledger.to_json()).unwrap();
        let line = json!({"text": "Größe? Third message, no reply!", "id": "m3", "thread_id": "t1",
            "sent_at": "2026-11-23T08:00:00Z", "channel": "x", "thread": [
                {"id": "m1", "from": "customer", "text": "hi", "sent_at": "2026-11-21T08:00:00Z"},
                {"id": "a1", "from": "organisation", "text": "hi", "sent_at": "2026-11-21T09:00:00Z"}],
            "contact": {"promises": stored["promises"], "complete": true,
                "past": [{"at": "2026-11-22T08:00:00Z", "channel": "email", "sentiment": 1.0}]}});
        let message = parse(&line.to_string()).unwrap();
        assert!(message.contact.promises.iter().eq(ledger.entries()));
        let case = Desk::new().unwrap().triage(&message, at("2026-11-23T10:00:00Z"));
        let out = value(&case, Drafts::No);
        let history = &out["history"];
        let promises: Vec<_> = history["promises"].as_array().unwrap().iter().collect();
        let told: Vec<_> = promises.iter().map(|promise| (&promise["owner"], &promise["state"])).collect();
        assert_eq!(told, [(&json!("Parcels"), &json!("broken")), (&json!("Mia"), &json!("open"))]);
        assert_eq!(history["declared"], json!({"times": 3, "start": 7, "end": 20}));
        assert_eq!((&history["counted"], &history["disagrees"]), (&json!(3), &json!(false)));
        assert_eq!((&history["since_answer"], &history["channels"]), (&json!(1), &json!(["email"])));
        assert_eq!(history["answer"], json!({"id": "a1", "at": "2026-11-21T09:00:00Z"}));
        assert_eq!((&history["first_contact"], &history["complaints"]), (&json!(false), &json!(0)));
        assert_eq!((&history["sentiment"], &history["first_complaint"]), (&json!("falling"), &json!(true)));

        let basis: Basis = serde_json::from_value(out["basis"].clone()).unwrap();
        assert_eq!(basis, case.basis());
        assert_eq!(basis.is_stale(&message.thread), None);
        let more = message.thread.turns().iter().cloned();
        let more = more.chain([Turn::new(From::Customer, "hello??").id("m4")]).collect();
        assert_eq!(basis.is_stale(&crate::Thread::new(more)), Some(Stale::CustomerWrote));
        assert!(!out["basis"].to_string().contains("hello"));
    }
}
