//! Corrections: the corrected message, its paraphrases, everything else, and what must never be corrected away.

use serde_json::Value;
use twoears::{Desk, Intent, Journal, Label as _, Message, decide::Action};

use crate::support::{now, read};

fn rows(file: &str, count: usize) -> Vec<(String, Intent)> {
    let text = read(&format!("models/corpus/{file}.jsonl"));
    let row = |line: &str| {
        let row: Value = serde_json::from_str(line).unwrap();
        (row["text"].as_str().unwrap().to_owned(), row["intent"].as_str().unwrap().parse().unwrap())
    };
    text.lines().take(count).map(row).collect()
}

fn intent(desk: &Desk, text: &str) -> Intent {
    desk.triage(&Message::new(text), now()).reading.intent.label
}

/// The same message said slightly otherwise.
fn paraphrase(text: &str) -> String {
    format!("Hi, {} Thanks", text.replace(" I'm ", " I am ").replace("can't", "cannot").trim())
}

#[test]
fn corrections_reach_the_message_and_its_paraphrases_and_leave_the_rest_alone() {
    let desk = Desk::new().unwrap();
    let other = rows("commerce", 400);
    let before = other.iter().filter(|(text, right)| intent(&desk, text) == *right).count();
    // To a label that is wrong on purpose, so that only the correction can bring it about.
    let corrected: Vec<(String, Intent)> = rows("plain_tech", 60)
        .into_iter()
        .map(|(text, was)| {
            (text, if was == Intent::ProductFault { Intent::ProductHowto } else { Intent::ProductFault })
        })
        .filter(|(text, _)| !desk.triage(&Message::new(&**text), now()).reading.escalate.label)
        .take(20)
        .collect();
    let (mut same, mut near) = (0, 0);
    for (text, label) in &corrected {
        let id = desk.correct(&Message::new(&**text), &[("intent", label.name())]).unwrap();
        same += usize::from(intent(&desk, text) == *label);
        near += usize::from(intent(&desk, &paraphrase(text)) == *label);
        assert!(desk.undo(id));
    }
    assert_eq!(same, corrected.len(), "corrected messages that got their label");
    assert!(near * 10 >= corrected.len() * 8, "{near} of {} paraphrases", corrected.len());
    // All of them, ten times over: accuracy elsewhere stays within half a point.
    for (text, label) in corrected.iter().cycle().take(200) {
        desk.correct(&Message::new(&**text), &[("intent", label.name())]).unwrap();
    }
    let after = other.iter().filter(|(text, right)| intent(&desk, text) == *right).count();
    assert!(after + 2 >= before, "{after} of 400 right after corrections elsewhere, {before} before");
}

#[test]
fn undoing_and_the_journal_give_the_same_answers() {
    let desk = Desk::new().unwrap();
    let texts = rows("plain_apps", 12);
    let first = desk.correct(&Message::new(&*texts[0].0), &[("intent", "billing.refund")]).unwrap();
    for (text, _) in &texts[1..6] {
        desk.correct(&Message::new(&**text), &[("urgency", "low"), ("sentiment", "neutral")]).unwrap();
    }
    assert!(desk.undo(first));
    let json = desk.journal().to_json();
    assert!(texts.iter().all(|(text, _)| !json.contains(&**text)), "the journal holds a text");
    let again = Desk::builder().journal(Journal::from_json(&json).unwrap()).build().unwrap();
    for (text, _) in &texts {
        let message = Message::new(&**text);
        assert_eq!(desk.triage(&message, now()).reading, again.triage(&message, now()).reading);
    }
    assert_eq!(intent(&desk, &texts[0].0), intent(&Desk::new().unwrap(), &texts[0].0));
}

#[test]
fn every_question_can_be_corrected_and_an_unknown_one_is_named() {
    let desk = Desk::new().unwrap();
    let message = Message::new("the green button moved to the left side");
    let labels = [("urgency", "high"), ("sentiment", "negative"), ("route", "private"), ("escalate", "yes")];
    desk.correct(&message, &labels).unwrap();
    let case = desk.triage(&message, now());
    assert_eq!(case.reading.urgency.label.name(), "high");
    assert_eq!(case.reading.sentiment.label.name(), "negative");
    assert_eq!(case.decision.routing.route.label.name(), "private");
    assert_eq!(case.decision.action, Action::Person);
    for (question, label) in [("mood", "low"), ("urgency", "soon"), ("route", "left")] {
        let error = desk.correct(&message, &[(question, label)]).unwrap_err();
        assert!(error.is_settings() && !error.to_string().contains("button"), "{error}");
    }
    assert!(desk.correct(&message, &[]).is_err());
    assert!(desk.correct(&Message::new(""), &[("urgency", "low")]).is_err());
}

#[test]
fn danger_is_never_corrected_away() {
    let desk = Desk::new().unwrap();
    let message = Message::new("there is smoke coming out of the charger and it is on fire");
    assert_eq!(desk.triage(&message, now()).decision.action, Action::Person);
    for _ in 0..20 {
        desk.correct(&message, &[("escalate", "no"), ("urgency", "low"), ("route", "none")]).unwrap();
    }
    assert_eq!(desk.triage(&message, now()).decision.action, Action::Person);
}

#[test]
fn a_head_of_ones_own_is_corrected_by_its_name() {
    let examples = [
        ("my invoice is wrong", "invoice"),
        ("the invoice of March", "invoice"),
        ("cancel the contract", "contract"),
        ("my contract please", "contract"),
        ("the end of the contract", "contract"),
    ];
    let desk = Desk::new().unwrap();
    let learned =
        desk.learn("intent", &examples.map(|(text, label)| twoears::Example::new(text, label))).unwrap();
    let desk = desk.with_custom(learned.head).unwrap();
    let message = Message::new("the contract was not in the envelope");
    desk.correct(&message, &[("intent", "invoice")]).unwrap();
    let reading = desk.triage(&message, now()).reading;
    assert_eq!(&*reading.custom[0].1.label, "invoice");
    assert_eq!(reading.intent.label, intent(&Desk::new().unwrap(), &message.text));
}
