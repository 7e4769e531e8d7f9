//! `twoears lint` as a user meets it: lines, a table, a text, bad lines, exit codes.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test fails by panicking")]

use std::io::Write as _;
use std::process::{Command, Output, Stdio};

use serde_json::Value;

fn run(args: &[&str], input: &str) -> Output {
    let mut child = Command::new(env!("CARGO_BIN_EXE_twoears"))
        .arg("lint")
        .args(args)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    // A command that needs no input may be gone before it is written.
    let _ = child.stdin.take().unwrap().write_all(input.as_bytes());
    child.wait_with_output().unwrap()
}

fn out(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).unwrap()
}

fn rows(output: &Output) -> Vec<Value> {
    out(output).lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

fn rules(row: &Value) -> Vec<&str> {
    row["lint"].as_array().unwrap().iter().map(|finding| finding["rule"].as_str().unwrap()).collect()
}

#[test]
fn every_reply_is_checked_against_its_message() {
    let input = r#"{"id":"a","text":"the 6.10 never came","reply":"I'm sorry the 6.10 never came. I'll find out why and write by 2 pm.","due":"2026-11-23T14:00:00Z"}
{"message":{"text":"the 6.10 never came"},"reply":"We apologise for any inconvenience!!! Please call us on 555.","audience":"public"}
"#;
    let output = run(&["--now", "2026-11-23T09:00:00Z"], input);
    assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
    let rows = rows(&output);
    assert_eq!((rows[0]["id"].as_str(), rows[1]["id"].as_str()), (Some("a"), Some("2")));
    assert!(!rules(&rows[0]).contains(&"reply.unsupported"), "{}", rows[0]);
    for rule in ["reply.redirect", "reply.unsupported", "reply.cliche", "reply.shouting"] {
        assert!(rules(&rows[1]).contains(&rule), "{rule}: {}", rows[1]);
    }
    let severities: Vec<&str> = rows[1]["lint"]
        .as_array()
        .unwrap()
        .iter()
        .map(|finding| finding["severity"].as_str().unwrap())
        .collect();
    assert!(severities.is_sorted(), "errors first: {severities:?}");
    assert!(rows[1]["fixed"].as_str().unwrap().contains("inconvenience."), "{}", rows[1]);
}

#[test]
fn the_same_text_to_two_customers_is_seen() {
    let line = |name: &str| {
        format!(
            "{{\"text\":\"my coach left early\",\"reply\":\"Hi {name}, sorry your coach left without you.\"}}\n"
        )
    };
    let rows = rows(&run(&["--threads", "2"], &(line("Ann") + &line("Bo"))));
    let seen: Vec<bool> = rows.iter().map(|row| rules(row).contains(&"reply.duplicate")).collect();
    assert_eq!(seen, [false, true], "{rows:?}");
}

#[test]
fn bad_lines_are_named_without_their_words() {
    let input = "{\"text\":\"secret\"}\n{\"reply\":3}\n{\"reply\":\"ok\",\"audience\":\"secret\"}\n{\"reply\":\"You're welcome.\"}\nsecret\n";
    let output = run(&[], input);
    assert_eq!(output.status.code(), Some(1));
    let said = String::from_utf8(output.stderr.clone()).unwrap();
    for part in [
        "line 1: `reply` is missing",
        "line 2: `reply` must be a text",
        "line 3: `audience`",
        "line 5: not JSON",
    ] {
        assert!(said.contains(part), "{part}: {said}");
    }
    assert!(!said.contains("secret"), "{said}");
    assert_eq!(rows(&output).len(), 1);
}

#[test]
fn a_gate_can_deny() {
    let bad = r#"{"text":"my order is late","reply":"Sorry your order is late. Please call us."}"#;
    let worn = r#"{"text":"my order is late","reply":"Sorry your order is late!!!"}"#;
    for (line, deny, code) in
        [(bad, "error", 4), (bad, "warning", 4), (worn, "error", 0), (worn, "warning", 4)]
    {
        let output = run(&["--deny", deny], line);
        assert_eq!(output.status.code(), Some(code), "{deny}: {}", out(&output));
    }
}

#[test]
fn a_text_a_table_and_the_rules() {
    let output = run(&["--format", "cards", "--text", "We apologise for any inconvenience."], "");
    assert!(out(&output).contains("reply.cliche"), "{}", out(&output));
    let folder = tempfile::tempdir().unwrap();
    let table = folder.path().join("replies.csv");
    std::fs::write(&table, "id,reply\n1,We apologise for any inconvenience.\n2,You're welcome.\n").unwrap();
    let rows = rows(&run(&[table.to_str().unwrap()], ""));
    assert_eq!(rows.len(), 2);
    assert!(rules(&rows[0]).contains(&"reply.cliche") && rules(&rows[1]).is_empty(), "{rows:?}");
    let settings = folder.path().join("brand.toml");
    std::fs::write(&settings, "[lint]\n'reply.cliche' = 'off'\n").unwrap();
    let listed = out(&run(&["--rules", "--brand", settings.to_str().unwrap()], ""));
    assert!(
        listed.lines().any(|line| line.starts_with("reply.cliche") && line.contains(" off ")),
        "{listed}"
    );
    std::fs::write(&settings, "[lint]\n'reply.cliches' = 'off'\n").unwrap();
    let output = run(&["--rules", "--brand", settings.to_str().unwrap()], "");
    assert_eq!(output.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&output.stderr).contains("the nearest is `reply.cliche`"));
}
