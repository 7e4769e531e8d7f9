//! `twoears redact` as a user meets it: files, stdin, plain text, bad lines.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test fails by panicking")]

use std::io::Write as _;
use std::process::{Command, Output, Stdio};

use serde_json::Value;

fn run(args: &[&str], input: &[u8]) -> Output {
    let mut child = Command::new(env!("CARGO_BIN_EXE_twoears"))
        .arg("redact")
        .args(args)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut stdin = child.stdin.take().unwrap();
    let input = input.to_vec();
    // Written beside the reading: a pipe holds only so much.
    let writer = std::thread::spawn(move || drop(stdin.write_all(&input)));
    let output = child.wait_with_output().unwrap();
    writer.join().unwrap();
    output
}

fn out(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).unwrap()
}

fn err(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).unwrap()
}

#[test]
fn lines_keep_their_keys_and_their_order() {
    let line =
        |at: usize| format!("{{\"text\":\"write to ann{at}@mail.example\",\"id\":{at},\"label\":\"x\"}}\n");
    let input: String = (0..2000).map(line).collect::<Vec<_>>().concat();
    let output = run(&["--threads", "3"], input.as_bytes());
    assert_eq!((output.status.code(), err(&output).as_str()), (Some(0), ""));
    let rows: Vec<Value> = out(&output).lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!(rows.len(), 2000);
    for (at, row) in rows.iter().enumerate() {
        assert_eq!(*row, serde_json::json!({"text": "write to <email-1>", "id": at, "label": "x"}));
    }
}

#[test]
fn bad_lines_are_named_without_their_words_and_the_rest_is_done() {
    let input = b"{\"text\":\"one\"}\n{secret\n{\"txt\":\"secret\"}\n{\"text\":\"two\"}\n";
    let output = run(&[], input);
    assert_eq!(output.status.code(), Some(1));
    assert_eq!(out(&output), "{\"text\":\"one\"}\n{\"text\":\"two\"}\n");
    let said = err(&output);
    assert!(said.contains("stdin: line 2: not JSON") && said.contains("stdin: line 3: `text`"), "{said}");
    assert!(!said.contains("secret"), "{said}");
    let folder = tempfile::tempdir().unwrap();
    let rejects = folder.path().join("bad.jsonl").display().to_string();
    let output = run(&["--rejects", &rejects], input);
    assert_eq!((output.status.code(), err(&output).as_str()), (Some(1), ""));
    assert!(std::fs::read_to_string(&rejects).unwrap().contains("{secret"));
}

#[test]
fn texts_tables_and_several_files() {
    let folder = tempfile::tempdir().unwrap();
    let at = |name: &str| folder.path().join(name).display().to_string();
    std::fs::write(at("in.csv"), "id,text,handle\n7,my card is 4111 1111 1111 1111,annlee\n").unwrap();
    std::fs::write(at("in.jsonl"), "{\"text\":\"ring +44 7700 900123\"}\n").unwrap();
    let output = run(&[&at("in.csv"), &at("in.jsonl")], b"");
    assert_eq!(output.status.code(), Some(0), "{}", err(&output));
    let rows: Vec<Value> = out(&output).lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!((&rows[0]["id"], &rows[0]["text"]), (&"7".into(), &"my card is <card-1>".into()));
    assert_eq!(
        (&rows[0]["author"]["handle"], &rows[1]["text"]),
        (&"<account-1>".into(), &"ring <phone-1>".into())
    );
    assert_eq!(out(&run(&["my card is 4111 1111 1111 1111"], b"")), "my card is <card-1>\n");
    let lines = "my card\nis 4111 1111 1111 1111\r\n\n";
    assert_eq!(out(&run(&["--text"], lines.as_bytes())), "my card\nis <card-1>\r\n\n");
    for (args, code, part) in [
        (&["no-such.jsonl"][..], 3, "no-such.jsonl"),
        (&["x", "--brand", "no-such.toml"], 3, "no-such.toml"),
        (&[&at("in.jsonl"), "--rejects", &at("in.jsonl")], 2, "overwrite"),
    ] {
        let output = run(args, b"");
        assert_eq!((output.status.code(), out(&output).len()), (Some(code), 0), "{args:?}");
        assert!(err(&output).contains(part), "{}", err(&output));
    }
}

#[test]
fn settings_count() {
    let folder = tempfile::tempdir().unwrap();
    let brand = folder.path().join("brand.toml").display().to_string();
    let settings =
        "own_contacts = ['+44 20 7946 0000']\n[[private]]\nname = 'locker'\npattern = '[A-Z]{3}-[0-9]{4}'\n";
    std::fs::write(&brand, settings).unwrap();
    let text = "I rang 020 7946 0000 about QRT-4821";
    assert_eq!(out(&run(&[text, "--brand", &brand], b"")), "I rang 020 7946 0000 about <other-1>\n");
}
