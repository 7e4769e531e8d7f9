//! The command as a user meets it: flags, files good and bad, exit codes, pipes.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::disallowed_methods,
    reason = "a test fails by panicking, and measures time"
)]

use std::io::{Read as _, Write as _};
use std::path::PathBuf;
use std::process::{Command, Output, Stdio};

use serde_json::Value;

fn example(name: &str) -> String {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../examples").join(name).display().to_string()
}

fn command(args: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_twoears"));
    command.args(args).stdin(Stdio::null());
    command
}

fn run(args: &[&str]) -> Output {
    command(args).output().unwrap()
}

fn with_stdin(args: &[&str], input: &[u8]) -> Output {
    let mut child =
        command(args).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    child.stdin.take().unwrap().write_all(input).unwrap();
    child.wait_with_output().unwrap()
}

fn out(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).unwrap()
}

fn err(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).unwrap()
}

fn lines(output: &Output) -> Vec<Value> {
    out(output).lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

#[test]
fn help_and_version_tell_what_there_is() {
    let help = out(&run(&["--help"]));
    for word in ["triage", "draft", "explain", "learn", "eval", "completions", "Examples:", "Exit codes:"] {
        assert!(help.contains(word), "{word}");
    }
    assert_eq!(out(&run(&["--version"])).trim(), format!("twoears {}", env!("CARGO_PKG_VERSION")));
    assert_eq!(run(&["triage", "--no-such-flag"]).status.code(), Some(2));
    assert!(out(&run(&["completions", "bash"])).contains("_twoears"));
}

#[test]
fn the_example_inbox_comes_out_in_order() {
    let inbox = example("inbox.jsonl");
    let args = [
        "triage",
        &inbox,
        "--brand",
        &example("brand.toml"),
        "--kb",
        &example("kb"),
        "--now",
        "2026-11-23T09:00:00Z",
    ];
    let output = run(&args);
    assert_eq!((output.status.code(), err(&output).as_str()), (Some(0), ""));
    let cases = lines(&output);
    let ids: Vec<String> = std::fs::read_to_string(&inbox)
        .unwrap()
        .lines()
        .map(|line| serde_json::from_str::<Value>(line).unwrap()["id"].as_str().unwrap().to_owned())
        .collect();
    assert!(ids.len() >= 40);
    assert_eq!(cases.iter().map(|case| case["id"].as_str().unwrap().to_owned()).collect::<Vec<_>>(), ids);
    assert!(cases.iter().any(|case| !case["drafts"].as_array().unwrap().is_empty()));
    // The same answer every time, on any number of threads.
    assert_eq!(run(&args).stdout, output.stdout);
    assert_eq!(run(&[&args[..], &["--threads", "7"]].concat()).stdout, output.stdout);
    let first = run(&[&args[..], &["--by-priority"]].concat());
    let priorities: Vec<f64> = lines(&first).iter().map(|case| case["priority"].as_f64().unwrap()).collect();
    assert!(priorities.is_sorted_by(|a, b| a >= b));
}

#[test]
fn cards_are_for_people() {
    let output = run(&["triage", &example("inbox.jsonl"), "--format", "cards", "--kb", &example("kb")]);
    let cards = out(&output);
    assert!(cards.contains("messages:") && cards.contains("priority"), "{cards}");
    assert!(!cards.contains('\u{1b}'), "no colour codes outside a terminal");
}

#[test]
fn a_text_stdin_and_a_table() {
    let text = lines(&run(&["triage", "my card was charged twice"]));
    assert_eq!(text[0]["intent"]["label"], "billing.charge");
    let stdin = with_stdin(&["triage"], b"{\"text\":\"my card was charged twice\",\"id\":\"a\"}\n");
    assert_eq!(lines(&stdin)[0]["id"], "a");
    let folder = tempfile::tempdir().unwrap();
    let table = folder.path().join("in.csv");
    std::fs::write(&table, "id,body,followers\nc1,\"charged, twice\",12\nc2,thanks!,\n").unwrap();
    let table = table.display().to_string();
    let missing = run(&["triage", &table]);
    assert_eq!(missing.status.code(), Some(3));
    assert!(err(&missing).contains("--text-column"), "{}", err(&missing));
    let rows = lines(&run(&["triage", &table, "--text-column", "body", "--no-drafts"]));
    assert_eq!((rows.len(), &rows[1]["id"]), (2, &Value::from("c2")));
}

#[test]
fn bad_lines_are_named_and_the_rest_is_done() {
    let input = b"{\"text\":\"one\",\"id\":1}\n{broken\n\n{\"txt\":\"secret\"}\n{\"text\":\"half \\ud83d\"}\n\xff\xfe\n{\"text\":\"\"}\n";
    let output = with_stdin(&["triage", "--no-drafts"], input);
    assert_eq!(output.status.code(), Some(1));
    assert_eq!(
        lines(&output).iter().map(|case| case["id"].as_str().unwrap()).collect::<Vec<_>>(),
        ["1", "5", "7"]
    );
    let said = err(&output);
    for part in ["stdin: line 2: not JSON", "stdin: line 4: `text` is missing", "line 6: not JSON"] {
        assert!(said.contains(part), "{said}");
    }
    assert!(!said.contains("secret"), "what customers write is not for logs");

    let folder = tempfile::tempdir().unwrap();
    let rejects = folder.path().join("bad.jsonl");
    let output = with_stdin(&["triage", "--no-drafts", "--rejects", rejects.to_str().unwrap()], input);
    assert_eq!((output.status.code(), err(&output).as_str()), (Some(1), ""));
    let written = std::fs::read_to_string(rejects).unwrap();
    let first: Value = serde_json::from_str(written.lines().next().unwrap()).unwrap();
    assert_eq!((&first["line"], &first["content"]), (&Value::from(2), &Value::from("{broken")));
    assert_eq!(written.lines().count(), 3);
}

#[test]
fn nothing_in_nothing_out() {
    let output = with_stdin(&["triage"], b"");
    assert_eq!((output.status.code(), output.stdout.len(), err(&output).as_str()), (Some(0), 0, ""));
    let output = with_stdin(&["triage", "--format", "cards"], b"\n \n");
    assert_eq!((output.status.code(), output.stdout.len()), (Some(0), 0));
}

#[test]
fn what_cannot_be_used_says_why() {
    let folder = tempfile::tempdir().unwrap();
    let brand = folder.path().join("brand.toml");
    std::fs::write(&brand, "name = 'a'\nsignoff = 'b'\n").unwrap();
    let broken = run(&["triage", "hi", "--brand", brand.to_str().unwrap()]);
    assert_eq!(broken.status.code(), Some(2));
    assert!(err(&broken).contains("brand.toml") && err(&broken).contains("line 2"), "{}", err(&broken));
    for (args, code, part) in [
        (&["triage", "no-such.jsonl"][..], 3, "no-such.jsonl"),
        (&["triage", "inbox.jsnl"], 3, "--text"),
        (&["triage", "no/such"], 3, "no/such"),
        (&["triage", "hi", "--kb", "no-such-folder"], 2, "no-such-folder"),
        (&["triage", "hi", "--heads", "Cargo.toml"], 2, "safetensors"),
        (&["triage", "hi", "--now", "yesterday"], 2, "--now"),
        (&["eval", "no-such.jsonl"], 3, "no-such.jsonl"),
        (&["learn", "no-such.jsonl", "--out", "x"], 3, "no-such.jsonl"),
    ] {
        let output = run(args);
        assert_eq!(output.status.code(), Some(code), "{args:?}: {}", err(&output));
        assert!(err(&output).contains(part), "{args:?}: {}", err(&output));
    }
}

#[test]
fn a_broken_pipe_is_quiet() {
    let mut child = command(&["triage", &example("inbox.jsonl")])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    drop(child.stdout.take());
    let status = child.wait().unwrap();
    let mut said = String::new();
    child.stderr.take().unwrap().read_to_string(&mut said).unwrap();
    assert_eq!((status.code(), said.as_str()), (Some(0), ""));
}

#[test]
#[cfg(target_os = "linux")]
fn a_full_disk_is_named_and_ends_it() {
    let folder = tempfile::tempdir().unwrap();
    let many = folder.path().join("many.jsonl");
    std::fs::write(&many, "{\"text\":\"where is my order?\"}\n".repeat(20_000)).unwrap();
    let full = std::fs::File::options().write(true).open("/dev/full").unwrap();
    let output = command(&["triage", many.to_str().unwrap(), "--no-drafts"]).stdout(full).output().unwrap();
    assert_eq!(output.status.code(), Some(3), "{}", err(&output));
    assert!(err(&output).contains("output:"), "{}", err(&output));
}

#[test]
fn rejects_never_overwrite_the_input() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("in.jsonl");
    std::fs::write(&file, "{\"text\":\"hi\"}\n").unwrap();
    let name = file.to_str().unwrap();
    let output = run(&["triage", name, "--rejects", name]);
    assert_eq!(output.status.code(), Some(2), "{}", err(&output));
    assert_eq!(std::fs::read_to_string(&file).unwrap(), "{\"text\":\"hi\"}\n");
}

#[test]
fn explain_names_the_words() {
    let said = out(&run(&["explain", "third time I ask, my card was charged twice"]));
    assert!(
        said.contains("intent: billing.charge") && said.contains("charged") && said.contains("decision:"),
        "{said}"
    );
}

#[test]
fn explain_shows_no_value() {
    let said = out(&run(&["explain", "third time I ask, my card 4111 1111 1111 1111 was charged twice"]));
    assert!(said.contains("my card <card-1> was charged") && !said.contains("1111"), "{said}");
}

#[test]
fn learn_then_triage_and_eval_with_what_was_learned() {
    let folder = tempfile::tempdir().unwrap();
    let rows = folder.path().join("rows.jsonl");
    let corpus = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../models/corpus/plain_tech.jsonl");
    let text: String = std::fs::read_to_string(corpus).unwrap().split_inclusive('\n').take(120).collect();
    std::fs::write(&rows, text).unwrap();
    let heads = folder.path().join("my.heads");
    let (rows, heads) = (rows.to_str().unwrap(), heads.to_str().unwrap());
    let learned = run(&["learn", rows, "--out", heads, "--epochs", "3"]);
    assert_eq!(learned.status.code(), Some(0), "{}", err(&learned));
    let triaged = lines(&run(&["triage", "the app crashes when I open it", "--heads", heads, "--no-drafts"]));
    assert!(triaged[0]["intent"]["probability"].as_f64().unwrap() > 0.0);
    let report: Value =
        serde_json::from_str(&out(&run(&["eval", rows, "--heads", heads, "--json"]))).unwrap();
    assert_eq!(report["intent"]["rows"], 120);
    assert!(report["urgency"]["accuracy"].as_f64().unwrap() > 0.3);
}

#[test]
fn labels_of_ones_own_are_learned_and_read() {
    let folder = tempfile::tempdir().unwrap();
    let at = |name: &str| folder.path().join(name).display().to_string();
    let rows = [
        ("my invoice is wrong", "invoice"),
        ("the invoice of March", "invoice"),
        ("wrong invoice", "invoice"),
        ("cancel the contract", "contract"),
        ("my contract please", "contract"),
        ("the contract ends", "contract"),
    ];
    let line =
        |(text, label): (&str, &str)| format!("{}\n", serde_json::json!({"text": text, "topic": label}));
    let mut rows_text: String = rows.map(line).concat();
    rows_text.push_str("{\"text\":\"secret words\"}\n");
    std::fs::write(at("mine.jsonl"), rows_text).unwrap();
    let learned = run(&["learn", &at("mine.jsonl"), "--head", "topic", "--out", &at("topic.head")]);
    assert_eq!(learned.status.code(), Some(1), "{}", err(&learned));
    let said = err(&learned);
    assert!(said.contains("line 7: neither `topic` nor `label`") && !said.contains("secret"), "{said}");
    assert!(said.contains("held-out accuracy") && said.contains("few examples: 3 of `invoice`"), "{said}");
    let read = run(&["triage", "where is my invoice?", "--custom", &at("topic.head")]);
    assert_eq!(lines(&read)[0]["custom"]["topic"]["label"], "invoice");
    let card = run(&["triage", "where is my invoice?", "--format", "cards", "--custom", &at("topic.head")]);
    assert!(out(&card).contains("topic: "), "{}", out(&card));
    let wrong = run(&["triage", "hello", "--custom", &at("mine.jsonl")]);
    assert_eq!(wrong.status.code(), Some(2));
    assert!(err(&wrong).contains("mine.jsonl"), "{}", err(&wrong));
}
