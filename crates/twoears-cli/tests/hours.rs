//! `twoears hours` as a user meets it.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test fails by panicking")]

use std::process::{Command, Output};

const SETTINGS: &str = "[hours]\nzone = 'Europe/London'\nweekdays = ['09:00-12:30', '13:30-17:00']\n\
    closures = [{ day = '2026-12-24', hours = ['12-24'], reason = 'party' }]\nholidays = ['2026-12-25']";

fn run(settings: &str, inbox: Option<&str>) -> Output {
    let dir = tempfile::tempdir().unwrap();
    let brand = dir.path().join("brand.toml");
    std::fs::write(&brand, settings).unwrap();
    let mut command = Command::new(env!("CARGO_BIN_EXE_twoears"));
    command.arg("hours").arg("--brand").arg(&brand);
    if let Some(lines) = inbox {
        let path = dir.path().join("inbox.jsonl");
        std::fs::write(&path, lines).unwrap();
        command.arg(&path);
    }
    command.output().unwrap()
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).unwrap()
}

#[test]
fn the_week_and_what_differs() {
    let output = run(SETTINGS, None);
    let out = text(&output.stdout);
    assert_eq!(output.status.code(), Some(0), "{}", text(&output.stderr));
    for part in [
        "for 35 h of 168 h in a usual week, Europe/London",
        "Mon  09:00-12:30, 13:30-17:00",
        "Sun  closed",
        "2026-12-24 Thu  09:00-12:00  (party)",
        "2026-12-25 Fri  closed",
        "the longest for 64 h",
        "Fri 17:00 to Mon 09:00",
    ] {
        assert!(out.contains(part), "{part}\n{out}");
    }
    // The day after a holiday is as usual, and without an inbox nothing is counted.
    assert!(!out.contains("2026-12-26") && !out.contains("messages"), "{out}");
}

#[test]
fn who_writes_when_nobody_is_there() {
    let lines = [
        r#"{"text": "a", "sent_at": "2026-11-23T10:00:00Z"}"#,
        r#"{"text": "b", "sent_at": "2026-11-28T10:00:00Z"}"#,
        r#"{"text": "c", "sent_at": "2026-12-25T10:00:00Z"}"#,
        r#"{"text": "d"}"#,
        "no json",
    ];
    let output = run(SETTINGS, Some(&lines.join("\n")));
    let out = text(&output.stdout);
    assert_eq!(output.status.code(), Some(1), "a line was rejected");
    assert!(text(&output.stderr).contains("line 5"));
    assert!(
        out.contains("2 of 3 messages (66.7 %) arrived while nobody was there, 1 of them on closed days")
    );
    assert!(out.contains("1 without `sent_at`"), "{out}");
    let weekend = out.lines().find(|line| line.contains("Fri 17:00 to Mon 09:00")).unwrap();
    assert!(weekend.ends_with(" 1 messages"), "{weekend}");
}

#[test]
fn what_can_be_answered() {
    let settings = SETTINGS
        .replace("weekdays", "replies_per_hour = 1.5\nmon = ['09:00-12:00 x2', '11:00-17:00']\nweekdays");
    let out = text(&run(&settings, None).stdout);
    for part in [
        "Mon  09:00-11:00 x2, 11:00-12:00 x3, 12:00-17:00\n",
        "Tue  09:00-12:30, 13:30-17:00\n",
        // 12 hours of one person on Monday, and 7 on each of four days.
        "60 replies can be made in a usual week, where one person makes 1.5 in an hour",
    ] {
        assert!(out.contains(part), "{part}\n{out}");
    }
    // Two Tuesdays: six messages arrive from ten to eleven, three of them in an hour on average; and one on Christmas Day.
    let at = |day: &str, minute: u8| format!(r#"{{"text": "a", "sent_at": "2026-{day}T10:{minute}:00Z"}}"#);
    let mut lines: Vec<String> = (10..16).map(|minute| at("11-24", minute)).collect();
    lines.extend([at("12-01", 59), at("12-25", 10)]);
    let out = text(&run(&settings, Some(&lines[..7].join("\n"))).stdout);
    for part in [
        "More messages arrive than can be answered, where one person makes 1.5 replies in an hour\n",
        "  Tue 10:00 to Tue 11:00       1 h     3.5 arrive, 1.5 can be answered\n",
        "A usual week brings 3.5 messages, and 60 can be answered; counted over 1 weeks",
    ] {
        assert!(out.contains(part), "{part}\n{out}");
    }
    let out = text(&run(&settings, Some(&lines[6..].join("\n"))).stdout);
    assert!(out.contains("In no hour in which somebody is there do more messages arrive"), "{out}");
    assert!(out.contains("1 messages of days that differ are not counted"), "{out}");
    let out = text(&run(&settings, Some(&lines[..1].join("\n"))).stdout);
    assert!(out.contains("these messages say nothing about 167 of its 168 hours"), "{out}");
}

#[test]
fn what_can_be_answered_is_unknown() {
    let settings = SETTINGS.replace("'13:30-17:00'", "'13:30-17:00 x2'");
    let out = text(&run(&settings, Some(r#"{"text": "a", "sent_at": "2026-11-23T10:00:00Z"}"#)).stdout);
    assert!(out.contains("Mon  09:00-12:30, 13:30-17:00\n"), "{out}");
    assert!(out.contains("is not known: `replies_per_hour` is not set"), "{out}");
    assert!(!out.contains("can be made") && !out.contains("In no hour"), "{out}");
}

#[test]
fn settings_without_hours_are_said() {
    let output = run("name = 'a'", None);
    assert_eq!(output.status.code(), Some(2));
    assert!(text(&output.stderr).contains("there is no `[hours]`"));
    let output = run("[hours]\nzone = 'Europe/London'", None);
    assert_eq!(output.status.code(), Some(2));
    assert!(text(&output.stderr).contains("no open time in the week"));
}
