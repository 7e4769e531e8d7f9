//! Learning gives the same bytes twice, and what it learned can be used at once.

use twoears::learn::{Row, Settings, learn};
use twoears::{Desk, Intent, Message, Model};

use crate::support::{DESK, now, read};

fn rows(count: usize) -> Vec<Row> {
    read("models/corpus/plain_apps.jsonl")
        .lines()
        .take(count)
        .map(|line| Row::from_json(line).unwrap())
        .collect()
}

#[test]
fn the_same_rows_give_the_same_bytes_and_a_model_that_learned_them() {
    let settings = Settings { epochs: 6, folds: 2, ..Settings::default() };
    let rows = rows(250);
    let first = learn(DESK.model(), &rows, &settings, &mut |_| {}).unwrap();
    let second = learn(DESK.model(), &rows, &settings, &mut |_| {}).unwrap();
    assert_eq!(first.heads, second.heads, "two trainings on the same rows differ");
    let model = Model::from_bytes(twoears::default_encoder().to_vec(), first.heads).unwrap();
    assert_eq!(model.about().rows.values().sum::<u32>(), 250);
    let desk = Desk::builder().model(model).build().unwrap();
    let hits = rows.iter().filter(|row| row.intent.contains(&intent(&desk, &row.text))).count();
    assert!(hits > 150, "{hits} of 250 rows it was fitted to");
}

fn intent(desk: &Desk, text: &str) -> Intent {
    desk.triage(&Message::new(text), now()).reading.intent.label
}

#[test]
fn questions_that_no_row_answers_stay_as_they_were() {
    let mut rows = rows(60);
    for row in &mut rows {
        (row.urgency, row.sentiment, row.route, row.escalate) = (Vec::new(), Vec::new(), None, None);
    }
    let learned =
        learn(DESK.model(), &rows, &Settings { epochs: 3, folds: 2, ..Settings::default() }, &mut |_| {})
            .unwrap();
    assert_eq!(learned.held_out.keys().collect::<Vec<_>>(), ["intent"]);
    let model = Model::from_bytes(twoears::default_encoder().to_vec(), learned.heads).unwrap();
    let desk = Desk::builder().model(model).build().unwrap();
    for text in [
        "Lovely weather, thanks for the ride yesterday",
        "my card was stolen and money is leaving my account",
    ] {
        let (ours, theirs) = (
            desk.triage(&Message::new(text), now()).reading,
            DESK.triage(&Message::new(text), now()).reading,
        );
        assert_eq!(
            (ours.urgency, ours.sentiment, ours.escalate.label),
            (theirs.urgency, theirs.sentiment, theirs.escalate.label)
        );
    }
}

#[test]
fn too_few_rows_and_bad_settings_are_refused() {
    let learn = |rows: &[Row], settings: Settings| learn(DESK.model(), rows, &settings, &mut |_| {});
    let error = learn(&rows(3), Settings::default()).err().unwrap();
    assert!(error.is_training() && error.to_string().contains("3 labelled rows"), "{error}");
    let heavy: Vec<Row> = rows(30).into_iter().map(|row| Row { weight: 1e38, ..row }).collect();
    assert!(learn(&heavy, Settings::default()).err().unwrap().to_string().contains("weight"));
    assert!(learn(&rows(30), Settings { folds: 1, ..Settings::default() }).is_err());
    assert!(learn(&rows(30), Settings { rate: f32::NAN, ..Settings::default() }).is_err());
}

#[test]
fn damaged_models_are_refused_and_never_panic() {
    let (encoder, heads) = (twoears_models::ENCODER, twoears_models::HEADS);
    assert!(Model::from_bytes(heads.to_vec(), encoder.to_vec()).err().unwrap().is_model());
    for cut in [0, 7, 8, 100, 5_000, heads.len() - 1] {
        let damaged = Model::from_bytes(encoder.to_vec(), heads[..cut].to_vec());
        assert!(damaged.err().unwrap().is_model(), "cut at {cut}");
    }
    for place in (0..2_000).step_by(13) {
        let mut damaged = heads.to_vec();
        damaged[place] ^= 0x55;
        // Some damage cannot be seen (a label's probability); none of it may panic.
        if let Ok(model) = Model::from_bytes(encoder.to_vec(), damaged) {
            let desk = Desk::builder().model(model).build().unwrap();
            let _ = desk.triage(&Message::new("where is my order?"), now());
        }
    }
}

#[test]
fn a_teacher_s_shares_are_learned() {
    let line = |text: &str, high: f32| {
        let low = 1.0 - high;
        format!(r#"{{"text":"{text}","soft":{{"urgency":{{"high":{high},"low":{low}}},"escalate":{low}}}}}"#)
    };
    let rows: Vec<Row> = (0..40)
        .map(|n| if n % 2 == 0 { line("the zorblat hums", 0.75) } else { line("the frimp sleeps", 0.25) })
        .map(|line| Row::from_json(&line).unwrap())
        .collect();
    assert!(rows.iter().all(|row| !row.is_labelled()));
    let settings = Settings { folds: 2, decay: 0.0, epochs: 40, ..Settings::default() };
    let learned = learn(DESK.model(), &rows, &settings, &mut |_| {}).unwrap();
    assert!(learned.held_out.is_empty(), "nothing is measured on what a teacher thinks");
    let model = Model::from_bytes(twoears::default_encoder().to_vec(), learned.heads).unwrap();
    let desk = Desk::builder().model(model).build().unwrap();
    for (text, label) in [("the zorblat hums", "high"), ("the frimp sleeps", "low")] {
        let urgency = desk.triage(&Message::new(text), now()).reading.urgency;
        assert_eq!(urgency.label.to_string(), label);
        assert!((urgency.probability - 0.75).abs() < 0.1, "{text}: {}", urgency.probability);
    }
}
