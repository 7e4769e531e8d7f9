//! Whole cases as files: what changes in them changes for users. `INSTA_UPDATE=always cargo test` writes them anew.

use serde_json::Value;
use twoears::json;

use crate::support::{LARKWAY, now, read};

/// Probabilities are shown to two decimals: a retrained model moves the third.
fn coarse(value: &mut Value) {
    match value {
        Value::Number(number) if number.is_f64() => {
            let coarse = (number.as_f64().unwrap() * 100.0).round() / 100.0;
            *value = Value::from(coarse);
        }
        Value::Array(items) => items.iter_mut().for_each(coarse),
        Value::Object(map) => map.values_mut().for_each(coarse),
        _ => {}
    }
}

#[test]
fn the_example_inbox() {
    let mut settings = insta::Settings::new();
    settings.set_snapshot_path(crate::support::path("tests/snapshots"));
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.bind(|| {
        for line in read("examples/inbox.jsonl").lines() {
            let message = json::parse(line).unwrap();
            let case = LARKWAY.triage(&message, now());
            let mut value = json::value(&case, json::Drafts::Yes);
            coarse(&mut value);
            let shown = serde_json::to_string_pretty(&value).unwrap();
            insta::assert_snapshot!(message.id.as_str(), format!("{}\n\n{shown}", message.text));
        }
    });
}
