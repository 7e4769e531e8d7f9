//! Eight times as much takes about eight times as long, whatever it is.
#![allow(missing_docs, reason = "an integration test")]
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test stops by panicking")]
#![allow(clippy::disallowed_methods, reason = "measures time")]

use std::path::PathBuf;
use std::time::{Duration, Instant};

use serde_json::Value;
use twoears_adapters::inbound::Item;
use twoears_adapters::inbox::Inbox;
use twoears_adapters::{Platform, Settings, html_to_text, inbound};

/// Bytes of a small input; a large one has eight times as many.
const SMALL: usize = 16 << 10;
const LARGE: usize = 8 * SMALL;
/// How much longer the large one may take than the small one eight times, and what it may take in any case. What is
/// quadratic takes eight times as long.
const TIMES: u32 = 5;
const SLACK: Duration = Duration::from_millis(50);
/// A busy machine makes one of them slow: so often it is tried again.
const TRIES: usize = 8;

/// Fails when the large input takes more than its share, each time that it is tried.
fn linear<T>(what: &str, small: &T, large: &T, run: impl Fn(&T)) {
    let time = |input, runs| {
        let start = Instant::now();
        (0..runs).for_each(|_| run(input));
        start.elapsed()
    };
    let mut best = (Duration::MAX, Duration::MAX);
    for _ in 0..TRIES {
        // Both last about as long, so that what else the machine does weighs on both.
        best = (best.0.min(time(small, 8)), best.1.min(time(large, 1)));
        if best.1 <= best.0 * TIMES + SLACK {
            return;
        }
    }
    panic!("{what}: the small one eight times takes {:?}, one eight times as large {:?}", best.0, best.1);
}

fn parse(platform: Platform, payload: &[u8]) {
    let settings = Settings::default();
    let _ = inbound::parse(platform, payload, &settings);
    let _ = inbound::parse_any(payload, &settings);
}

/// As many of a part as fill so many bytes.
fn fill(part: &str, bytes: usize) -> String {
    part.repeat(bytes / part.len())
}

/// What quotes, tags, references, escapes, links and numbers are made of.
const PARTS: &[&str] = &[
    "On 1\n",
    "On Mon, Nov 23, 2026 at 9:00 AM\n",
    "On 2026 a <a@b> wrote:\n\n",
    "> ",
    ">",
    ">\n",
    "-- \n",
    "--\n",
    "\n",
    " ",
    "\t ",
    "_____\n",
    "From: a@b\n",
    "From: a@b\nSent: 1\n",
    "This email\n",
    "wrote:\n",
    "sent from my iphone\n",
    "<blockquote>",
    "</blockquote>",
    "<blockquote type=cite>x</blockquote>",
    "<div class=gmail_signature>",
    "<a href='",
    "<a href=x><i class=invisible></i></a>",
    "<!--",
    "<!-- --",
    "<script></",
    "<p ",
    "\"'",
    "< >",
    "&",
    "&#1",
    "&amp;amp;",
    "Re: ",
    " : ",
    "a.b|",
    "@a",
    "https://t.co/a",
    "12345678901234567890",
    "1.",
    "\u{fe0f}",
    "=\n",
    "=?utf-8?q?a?= ",
];

#[test]
fn html_takes_linear_time() {
    for part in PARTS {
        // Without a tag at the end the rest is no HTML at all.
        for end in ["", "<br>"] {
            let input = |bytes| fill(part, bytes) + end;
            linear(&format!("{part:?}, {end:?}"), &input(SMALL), &input(LARGE), |html: &String| {
                html_to_text(html);
            });
        }
    }
}

/// A mail of about so many bytes.
type Make = Box<dyn Fn(usize) -> String>;

/// A mail whose headers, text, HTML and parts are made of the same again and again.
#[test]
fn a_mail_takes_linear_time() {
    let head = "From: a@b.example\nMessage-ID: <1@b.example>\n";
    let mut mails: Vec<(String, Make)> = Vec::new();
    let mut names = ["Subject", "To", "References", "Date", "Content-Type", "X-Any", "From", "Return-Path"]
        .iter()
        .cycle();
    for part in PARTS {
        for (kind, answer) in [
            ("text/plain", ""),
            ("text/plain", "In-Reply-To: <0@b.example>\n"),
            ("text/plain; format=flowed; delsp=yes", "In-Reply-To: <0@b.example>\n"),
            ("text/html", "In-Reply-To: <0@b.example>\n"),
        ] {
            mails.push((
                format!("{kind} {answer:?} {part:?}"),
                Box::new(move |bytes| {
                    format!("{head}{answer}Content-Type: {kind}\n\nhello\n{}<br>", fill(part, bytes))
                }),
            ));
        }
        let line = part.replace('\n', " ");
        // The headers in turn, so that each meets many of the parts.
        for name in names.by_ref().take(3) {
            let (line, folded) = (line.clone(), line.clone() + "\n ");
            mails.push((
                format!("{name}: {part:?}"),
                Box::new(move |bytes| format!("{name}: {}\n{head}\nhello", fill(&line, bytes))),
            ));
            mails.push((
                format!("{name}, folded: {part:?}"),
                Box::new(move |bytes| format!("{name}: {}x\n{head}\nhello", fill(&folded, bytes))),
            ));
        }
    }
    for (name, value) in [
        ("To", "ann <a@b.example>, "),
        ("Cc", "a@b.example,\n "),
        ("References", "<a@b.example>\n "),
        ("References", "<a@b.example> "),
        ("Subject", "=?utf-8?b?YQ==?= "),
    ] {
        mails.push((
            format!("{name}: {value:?}"),
            Box::new(move |bytes| format!("{head}{name}: {}x\n\nhello", fill(value, bytes))),
        ));
    }
    for line in ["Received: x\n", "To: a@b.example\n", "Subject: x\n", "X: y\n", "List-Id: no\n"] {
        mails.push((
            format!("{line:?}"),
            Box::new(move |bytes| format!("{head}{}\nhello", fill(line, bytes))),
        ));
    }
    let multi = "Content-Type: multipart/mixed; boundary=b\n\n";
    for (what, part) in [
        ("parts", "--b\nContent-Type: text/plain\n\nx\n"),
        ("nested", "--b\nContent-Type: multipart/mixed; boundary=b\n\n"),
        ("nested, closed", "--b\nContent-Type: multipart/mixed; boundary=b\n\n--b--\n"),
        ("mails", "--b\nContent-Type: message/rfc822\n\nSubject: x\n\n"),
        ("files", "--b\nContent-Type: image/png; name=x\nContent-Disposition: attachment\n\nx\n"),
        ("dashes", "--"),
        ("boundaries", "--b\n"),
        ("ends", "--b--\n"),
        ("base64", "--b\nContent-Transfer-Encoding: base64\n\nYQ==\n"),
    ] {
        mails.push((
            what.to_owned(),
            Box::new(move |bytes| format!("{head}{multi}{}--b--\n", fill(part, bytes))),
        ));
    }
    mails.push((
        "nested, each with a boundary of its own".to_owned(),
        Box::new(move |bytes| {
            let inside: Vec<String> = (0..bytes / 64)
                .map(|n| format!("Content-Type: multipart/mixed; boundary=b{n}x\n\n--b{n}x\n"))
                .collect();
            let inside = inside.concat();
            format!("{head}{inside}\nhello")
        }),
    ));
    let mail = Platform::parse("email").unwrap();
    for (what, make) in mails {
        linear(&what, &make(SMALL).into_bytes(), &make(LARGE).into_bytes(), |input: &Vec<u8>| {
            parse(mail, input);
        });
    }
}

fn fixtures(platform: Platform) -> Vec<(String, Vec<u8>)> {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/payloads").join(platform.name());
    let paths = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    paths.map(|path| (path.display().to_string(), std::fs::read(path).unwrap())).collect()
}

/// The places of a value at which a text or a list stands.
fn places(value: &Value, at: &str, found: &mut Vec<String>) {
    match value {
        Value::String(_) => found.push(at.to_owned()),
        Value::Array(list) => {
            if !list.is_empty() {
                found.push(at.to_owned());
            }
            list.iter().enumerate().for_each(|(place, value)| places(value, &format!("{at}/{place}"), found));
        }
        Value::Object(map) => {
            let inside = |(key, value): (&String, &Value)| {
                places(value, &format!("{at}/{}", key.replace('~', "~0").replace('/', "~1")), found);
            };
            map.iter().for_each(inside);
        }
        _ => {}
    }
}

/// The payload with the text or list of that place made so long.
fn lengthened(payload: &Value, at: &str, part: &str, bytes: usize) -> Vec<u8> {
    let mut payload = payload.clone();
    match payload.pointer_mut(at) {
        Some(Value::String(text)) => text.push_str(&fill(part, bytes)),
        Some(Value::Array(list)) => {
            let size = Value::from(list.clone()).to_string().len();
            *list = list.iter().cycle().take(list.len() * bytes.div_ceil(size)).cloned().collect();
        }
        _ => {}
    }
    payload.to_string().into_bytes()
}

/// Each text and each list of each fixture, made long; the parts in turn, so that each place meets some of them.
#[test]
fn a_payload_with_a_long_field_takes_linear_time() {
    let mut parts = PARTS.iter().cycle();
    for platform in Platform::all() {
        for (path, payload) in fixtures(platform) {
            let Ok(whole) = serde_json::from_slice::<Value>(&payload) else { continue };
            let mut found = Vec::new();
            places(&whole, "", &mut found);
            for at in found {
                let part = parts.next().unwrap();
                let input = |bytes| lengthened(&whole, &at, part, bytes);
                linear(&format!("{path}, {at}, {part:?}"), &input(SMALL), &input(LARGE), |input| {
                    parse(platform, input);
                });
            }
        }
    }
}

#[test]
fn what_is_deep_broken_or_one_long_number_takes_linear_time() {
    let shapes: &[(&str, &str, &str)] = &[
        ("{\"text\":", "[", ""),
        ("{\"text\":", "{\"a\":", ""),
        ("{\"text\":[", "[],", "1]}"),
        ("{\"text\":\"", "\\ud83d", "\"}"),
        ("{\"text\":\"", "\\ud83d\\ude00", "\"}"),
        ("{\"text\":\"", "\\\\", "\"}"),
        ("{\"text\":\"", "\\", ""),
        ("{\"text\":", "1234567890", "}"),
        ("{\"text\":0.", "0000000001", "}"),
        ("{\"text\":-", "1234567890", "e5}"),
        ("{\"text\":1e", "1234567890", "}"),
        ("{", "\"a\":1,", "\"text\":1}"),
        ("{", "\"text\":1,", "\"text\":1}"),
        ("", "\u{feff}", "{}"),
        ("", " ", "{}"),
        ("id,text\n", "1,\"a\n", ""),
        ("id,text\n", "1,a\n", ""),
        ("id,text\n", ",", ""),
        ("id,text", ",text", "\n1,a"),
        ("id,text\n1,\"", "\"\"", "\"\n"),
    ];
    for platform in Platform::all() {
        for (before, part, after) in shapes {
            let input = |bytes| format!("{before}{}{after}", fill(part, bytes)).into_bytes();
            linear(
                &format!("{}: {before:?} {part:?}", platform.name()),
                &input(SMALL),
                &input(LARGE),
                |input| {
                    parse(platform, input);
                },
            );
        }
    }
}

/// Items in one conversation or many, in any order, with answers, edits and deletions.
#[test]
fn an_inbox_takes_linear_time() {
    type Make = fn(usize, usize) -> String;
    const ITEMS: usize = 400;
    let streams: &[(&str, Make)] = &[
        ("one conversation", |n, _| format!(r#""thread_id":"t","sent_at":{}"#, 1_795_000_000 + n)),
        ("one conversation, backwards", |n, all| {
            format!(r#""thread_id":"t","sent_at":{}"#, 1_795_000_000 + all - n)
        }),
        ("many conversations", |n, _| format!(r#""thread_id":"t{n}","sent_at":{}"#, 1_795_000_000 + n)),
        ("many in the open", |n, _| {
            format!(r#""thread_id":"t","channel":"x","visibility":"public","author":{{"id":"a{n}"}}"#)
        }),
        ("a chain of answers", |n, _| {
            let before = n.saturating_sub(1);
            format!(r#""parent_id":"m{before}","channel":"x","visibility":"public","author":{{"id":"a"}}"#)
        }),
        ("posts and answers", |n, _| {
            let out = if n % 2 == 0 { "out" } else { "in" };
            let before = n.saturating_sub(1);
            format!(r#""parent_id":"m{before}","direction":"{out}","channel":"x","visibility":"public""#)
        }),
        // Of two values for one name the last counts.
        ("edits", |n, _| format!(r#""id":"m{}","text":"x{n}","thread_id":"t","event":"edited""#, n % 10)),
        ("deletions", |_, _| r#""thread_id":"t","event":"deleted""#.to_owned()),
    ];
    let settings = Settings::default();
    let json = Platform::parse("json").unwrap();
    for (what, make) in streams {
        let items = |all: usize| -> Vec<Item> {
            let payloads = (0..all).map(|n| format!(r#"{{"id":"m{n}","text":"hi",{}}}"#, make(n, all)));
            payloads
                .flat_map(|payload| inbound::parse(json, payload.as_bytes(), &settings).unwrap().items)
                .collect()
        };
        linear(what, &items(ITEMS), &items(8 * ITEMS), |items: &Vec<Item>| {
            let mut inbox = Inbox::default();
            for item in items.iter().chain(items) {
                inbox.take(item.clone());
            }
            assert!(inbox.open().count() <= items.len());
            inbox.forget_before(twoears_core::Timestamp::from_second(1_999_999_999).unwrap());
        });
    }
}
