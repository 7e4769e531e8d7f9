//! How sure a reading must be is the organisation's to say.

use twoears::{Brand, Desk, Message, json};

use crate::support::now;

fn desk(settings: &str) -> Desk {
    Desk::builder().brand(Brand::from_toml(settings).unwrap()).build().unwrap()
}

#[test]
fn an_unsure_intent_is_unclear_and_goes_to_no_team() {
    let settings = "[teams]\norder = 'Parcels'\nbilling = 'Payments'\ntalk = 'Talk'\n";
    let sure = desk(settings);
    let strict = desk(&format!("[certainty]\nunclear_below = 1.0\n{settings}"));
    let message = Message::new("where is my order, it was due last week");
    let (said, held) = (sure.triage(&message, now()), strict.triage(&message, now()));
    assert_eq!(json::intent_name(&said.reading.intent), "order.status");
    assert_eq!(said.decision.team.as_deref(), Some("Parcels"));
    assert_eq!(json::intent_name(&held.reading.intent), "unclear");
    assert_eq!(held.decision.team, None);
    assert_eq!(held.reading.intent.set[0], said.reading.intent.label, "the likeliest still leads");
    assert!(json::line(&held, json::Drafts::No).contains("\"label\":\"unclear\""));
}

#[test]
fn sets_that_may_miss_less_are_larger() {
    let sizes = ["0.01", "0.1", "0.5"].map(|error| {
        let desk = desk(&format!("[certainty]\nset_error = {error}"));
        let texts = ["hi again", "it still does that", "my parcel", "why is it so slow", "thank you"];
        texts
            .map(|text| desk.triage(&Message::new(text), now()).reading.intent.set.len())
            .iter()
            .sum::<usize>()
    });
    assert!(sizes[0] > sizes[1] && sizes[1] > sizes[2], "{sizes:?}");
    assert!(sizes[2] >= 5, "a set is never empty");
}
