//! Lists of sources for `learn`: weights, maps, questions, later readings, and what is wrong with them.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]

use std::fs;
use std::path::Path;
use std::process::{Command, Output};

fn learn(folder: &Path) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_twoears"));
    command.args(["learn", "list.toml", "--out", "heads", "--epochs", "1"]).current_dir(folder);
    command.output().unwrap()
}

/// A folder with rows, rows of another set, its table, a later reading, and this list.
fn folder(list: &str) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    let write = |name: &str, text: String| fs::write(folder.path().join(name), text).unwrap();
    let ours = (0..30).map(|n| {
        format!("{{\"id\":\"r{n}\",\"text\":\"parcel {n} is late\",\"intent\":\"order.status\"}}\n")
    });
    write("ours.jsonl", ours.collect());
    let theirs = (0..30).map(|n| format!("{{\"text\":\"thanks {n}\",\"label\":[\"praise\"]}}\n"));
    write("theirs.jsonl", theirs.collect());
    write(
        "map.toml",
        "field = 'label'\n[label]\npraise = { intent = 'feedback.praise', route = 'public' }".into(),
    );
    write("later.jsonl", "{\"id\":\"r1\",\"intent\":\"talk.chat\",\"urgency\":\"low\"}\n".into());
    write("list.toml", list.into());
    folder
}

#[test]
fn a_list_may_map_weigh_and_read_again() {
    let folder = folder(
        "[temper]\nurgency = 1.2\n[[source]]\npath = 'ours.jsonl'\nlabels = 'later.jsonl'\ntypical = true\n\
         [source.weights]\nours = 0.5\n[[source]]\npath = 'theirs.jsonl'\nmap = 'map.toml'\nteaches = ['intent']\n\
         [[source]]\npath = 'gone.jsonl'\noptional = true\n",
    );
    let output = learn(folder.path());
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(output.status.success(), "{said}");
    assert!(said.contains("60 labelled rows") && said.contains("gone.jsonl: not there, left out"), "{said}");
    // `teaches` keeps the routes of the mapped rows out, the later reading brings one urgency in.
    assert!(said.contains("no rows answer `private`"), "{said}");
    assert!(folder.path().join("heads").exists());
}

#[test]
fn what_is_wrong_is_named() {
    for (list, parts) in [
        ("[[source]]\npath = 'ours.jsonl'\n[source.weights]\nhours = 1.0", ["weights.hours", "no file"]),
        ("[temper]\nhaste = 2.0\n[[source]]\npath = 'ours.jsonl'", ["temper.haste", "no question"]),
        ("[temper]\nurgency = 0.0\n[[source]]\npath = 'ours.jsonl'", ["out of range", "temper"]),
        ("[[source]]\npath = 'ours.jsonl'\nlabels = 'theirs.jsonl'", ["theirs.jsonl: line 1", "no `id`"]),
        ("[[source]]\npath = 'gone.jsonl'", ["gone.jsonl", ""]),
    ] {
        let folder = folder(list);
        let output = learn(folder.path());
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        assert!(!output.status.success(), "{list}");
        for part in parts {
            assert!(said.contains(part), "{list}: {said}");
        }
    }
}
