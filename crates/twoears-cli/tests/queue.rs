//! `twoears queue` and `--from`, as a user runs them.
#![allow(missing_docs, reason = "an integration test")]
#![allow(clippy::unwrap_used, reason = "a test stops by panicking")]

use std::io::Write as _;
use std::path::PathBuf;
use std::process::{Command, Output, Stdio};

use serde_json::Value;

const NOW: &str = "2026-11-23T09:00:00Z";

fn example(name: &str) -> String {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../examples").join(name).display().to_string()
}

fn twoears(args: &[&str], stdin: &str) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_twoears"));
    command.args(args).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().unwrap();
    // A command that refuses its flags does not read.
    let _ = child.stdin.take().unwrap().write_all(stdin.as_bytes());
    child.wait_with_output().unwrap()
}

fn out(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).unwrap()
}

fn err(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).unwrap()
}

#[test]
fn the_queue_is_a_table_with_deadlines_and_reasons() {
    let (inbox, brand) = (example("inbox.jsonl"), example("brand.toml"));
    let output =
        twoears(&["queue", &inbox, "--brand", &brand, "--now", NOW, "--format", "cards", "--top", "9"], "");
    let table = out(&output);
    assert!(output.status.success(), "{}", err(&output));
    assert!(table.starts_with("Mon 23 Nov 2026, 09:00 (Europe/London)"), "{table}");
    for part in ["answer by", "late", "duty manager (at once)", "how long they have waited", "9 of "] {
        assert!(table.contains(part), "{part}: {table}");
    }
    assert!(err(&output).contains("conversations to watch"), "{}", err(&output));
}

#[test]
fn payloads_of_all_platforms_are_one_ordered_queue() {
    let (payloads, brand) = (example("payloads.jsonl"), example("brand.toml"));
    let output = twoears(&["queue", "--from", "auto", &payloads, "--brand", &brand, "--now", NOW], "");
    assert!(output.status.success(), "{}", err(&output));
    let cases: Vec<Value> = out(&output).lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert!(cases.len() > 60, "{}", cases.len());
    let priorities: Vec<f64> = cases.iter().map(|case| case["priority"].as_f64().unwrap()).collect();
    assert!(priorities.windows(2).all(|pair| pair[0] >= pair[1]), "{priorities:?}");
    let drafts = || cases.iter().flat_map(|case| case["drafts"].as_array().unwrap());
    assert!(drafts().count() > 60 && drafts().all(|draft| draft["request"].is_object()));
    let sent = drafts().filter(|draft| draft["request"].get("method").is_some()).count();
    assert!(sent * 10 > drafts().count() * 8, "{sent} of {} have a request", drafts().count());
    assert!(err(&output).contains("messages that came twice"), "{}", err(&output));
}

#[test]
fn a_team_sees_its_own() {
    let (inbox, brand) = (example("inbox.jsonl"), example("brand.toml"));
    let output = twoears(&["queue", &inbox, "--brand", &brand, "--now", NOW, "--team", "parcels"], "");
    let lines = out(&output);
    assert!(lines.lines().count() > 1);
    for line in lines.lines() {
        let case: Value = serde_json::from_str(line).unwrap();
        assert_eq!((case["team"].as_str(), case["escalate"].is_null()), (Some("Parcels"), true));
    }
}

#[test]
fn what_cannot_be_used_is_named_and_stops_nothing_else() {
    let fax = twoears(&["queue", "--from", "fax", "-"], "");
    assert_eq!(fax.status.code(), Some(2));
    assert!(err(&fax).contains("chatwoot") && err(&fax).contains("auto"), "{}", err(&fax));

    let empty = twoears(&["queue", "-", "--format", "cards"], "");
    assert!(empty.status.success());
    assert_eq!(out(&empty).trim(), "Nobody is waiting for an answer.");

    let mixed = "{\"text\":\"Where is my parcel?\"}\nsecret words\n{\"event\":\"message_created\",\"account\":{},\"content\":\"My card was charged twice\"}\n";
    let output = twoears(&["queue", "--from", "auto", "-", "--now", NOW, "--no-drafts"], mixed);
    assert_eq!(output.status.code(), Some(1));
    assert_eq!(out(&output).lines().count(), 2, "{}", out(&output));
    assert!(err(&output).contains("line 2") && !err(&output).contains("secret"), "{}", err(&output));
}

#[test]
fn triage_reads_payloads_line_by_line() {
    let payload = r#"{"event":"message_created","id":7,"content":"Where is my parcel?","created_at":1795421157,"message_type":"incoming","sender":{"id":3,"type":"contact"},"conversation":{"id":12,"channel":"Channel::Sms"},"account":{"id":1}}"#;
    let note = payload.replace("\"id\":7", "\"private\":true,\"id\":8");
    let output =
        twoears(&["triage", "--from", "chatwoot", "-", "--now", NOW], &format!("{payload}\n{note}\n"));
    let cases: Vec<Value> = out(&output).lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!((cases[0]["id"].as_str(), cases[0]["action"].as_str()), (Some("7"), Some("private_reply")));
    let path = cases[0]["drafts"][0]["request"]["path"].as_str();
    assert_eq!(path, Some("/api/v1/accounts/1/conversations/12/messages"));
    assert_eq!(
        (cases[1]["action"].as_str(), &cases[1]["drafts"]),
        (Some("ignore"), &Value::Array(Vec::new()))
    );
}
