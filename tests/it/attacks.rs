//! Nothing that a customer writes can fail, panic, hang, or leak into a log.

use std::time::{Duration, Instant};

use proptest::prelude::*;
use twoears::{Author, Channel, From, Label as _, Message, Thread, json, listen};

use crate::support::{DESK, LARKWAY, now};

/// A message of any kind is done within this, unoptimised and on a busy machine; most take microseconds.
const PATIENCE: Duration = Duration::from_secs(2);

fn nasty() -> Vec<(&'static str, String)> {
    vec![
        ("empty", String::new()),
        ("one megabyte of words", "refund me now ".repeat(75_000)),
        ("one megabyte without a blank", "x".repeat(1 << 20)),
        ("one megabyte of digits", "4111 1111 1111 1111 ".repeat(52_000)),
        ("100,000 combining marks", format!("a{}", "\u{301}".repeat(100_000))),
        ("100,000 marks of two classes", "\u{301}\u{323}".repeat(50_000)),
        ("NUL", "\0\0where\0is\0it\0".to_owned()),
        ("right to left", "\u{202e}مرحبا أين طلبي\u{202c} \u{2067}abc".to_owned()),
        ("zero width", "re\u{200b}fu\u{200d}nd\u{feff}".repeat(1000)),
        ("entities", "&amp;amp;&#0;&#x110000;&#xD800;&&&;&nbsp;".repeat(2000)),
        ("ampersands", "&".repeat(200_000)),
        ("at signs", "@".repeat(200_000)),
        ("addresses", "a@b.c".repeat(40_000)),
        ("almost addresses", "a.b.c.d@".repeat(30_000)),
        ("emoji", "👩‍👩‍👧‍👦🏳️‍🌈🇩🇪".repeat(5000)),
        ("joiners", "\u{200d}\u{fe0f}\u{1f3fd}".repeat(30_000)),
        ("drawn out", "soo".repeat(3) + &"o".repeat(300_000)),
        ("punctuation", "?!".repeat(100_000)),
        ("brackets", "((((([[[[[{{{{{".repeat(20_000)),
        ("times", "in 5 mins by 5pm ".repeat(20_000)),
        ("names", "my name is ".repeat(20_000)),
        ("private use and unassigned", "\u{e000}\u{10ffff}\u{378}\u{fdd0}".repeat(10_000)),
        ("terminal codes", "\u{1b}[2J\u{1b}]0;x\u{7}".repeat(1000)),
        ("at and dot", "@.".repeat(100_000)),
        ("at and dash", "@-".repeat(100_000)),
        ("stolen", "stolen ".repeat(30_000)),
        ("heart attack", "heart attack ".repeat(20_000)),
        ("clock times", "it's 7.31 ".repeat(20_000)),
        ("blanks before a name", format!("{}Margaret Ashdown", " ".repeat(70))),
        ("line ends before a name", format!("{}Margaret Ashdown", "\n".repeat(70))),
        ("dashes of digits", "1-".repeat(100_000)),
    ]
}

#[test]
fn every_nasty_text_is_a_message() {
    for (name, text) in nasty() {
        let started = Instant::now();
        for channel in [Channel::X, Channel::Email, Channel::Youtube] {
            let message = Message::new(text.clone())
                .channel(channel)
                .author(
                    Author::new(text.chars().take(5000).collect::<String>())
                        .name(text.chars().take(5000).collect::<String>()),
                )
                .thread(
                    Thread::default().turn(From::Organisation, text.chars().take(5000).collect::<String>()),
                );
            let case = LARKWAY.triage(&message, now());
            let line = json::line(&case, json::Drafts::Yes);
            let read: serde_json::Value =
                serde_json::from_str(&line).unwrap_or_else(|error| panic!("{name}: {error}"));
            assert!(read["intent"]["label"].is_string(), "{name}");
            for data in &case.reading.private_data {
                assert!(text.get(data.span.range()).is_some(), "{name}: {:?}", data.span);
            }
            for draft in case.drafts() {
                assert!(draft.length.used <= draft.length.limit, "{name}: too long");
            }
        }
        assert!(started.elapsed() < PATIENCE * 3, "{name} took {:?}", started.elapsed());
    }
}

#[test]
fn time_grows_with_the_text_and_not_faster() {
    let took = |count: usize| {
        let message = Message::new(
            "third time I ask, by 5pm: where is order 12345678, a@b.example &amp; co?! ".repeat(count),
        );
        (0..3)
            .map(|_| {
                let start = Instant::now();
                let _ = DESK.triage(&message, now());
                start.elapsed()
            })
            .min()
            .unwrap()
    };
    let (short, long) = (took(50), took(400));
    assert!(long < short * 8 * 4 + Duration::from_millis(50), "8 times the text took {short:?} and {long:?}");
}

#[test]
fn nothing_private_in_debug_or_errors() {
    let message = Message::new("my card 4111 1111 1111 1111, ann.lee@mail.example, password is hunter22")
        .author(Author::new("annlee77").name("Ann Lee"))
        .thread(Thread::default().turn(From::Customer, "+44 7700 900123"));
    let case = LARKWAY.triage(&message, now());
    let shown = format!(
        "{message:?} {case:?} {:?} {:?} {:?} {:?}",
        case.heard(),
        case.reading,
        case.decision,
        case.drafts()
    );
    for secret in ["4111", "ann.lee", "hunter22", "annlee77", "Ann Lee", "7700"] {
        assert!(!shown.contains(secret), "{secret} is shown");
    }
    for draft in case.drafts().iter().filter(|draft| draft.audience == twoears::Audience::Public) {
        for secret in ["4111", "ann.lee", "hunter22", "7700"] {
            assert!(!draft.text.contains(secret), "{secret} in a public draft");
        }
    }
}

#[test]
fn hostile_json_is_refused_or_read_but_never_breaks() {
    let deep = format!("{{\"text\":\"a\",\"x\":{}1{}}}", "[".repeat(5000), "]".repeat(5000));
    assert!(json::parse(&deep).unwrap_err().is_input());
    for bad in ["", "null", "{}", "{\"text\":[]}", "{\"text\":\"a\"", "{\"text\":\"\\u12\"}", "\u{0}", "[[[["]
    {
        assert!(json::parse(bad).is_err(), "{bad:?}");
    }
    for fine in
        [r#"{"text":"\ud800"}"#, r#"{"text":"\udfff\ud83d\ude00\u0000"}"#, r#"{"text":"a","text":"b"}"#]
    {
        let message = json::parse(fine).unwrap();
        let _ = DESK.triage(&message, now());
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_text_is_read_and_spans_are_its_own(text in "\\PC{0,60}|[\u{0}-\u{10ffff}]{0,40}|(&[a-z#0-9]{0,6};?){0,8}|[a-z@.0-9 -]{0,80}") {
        let heard = listen::hear(&text);
        for token in heard.tokens() {
            let span = heard.original(token.span);
            prop_assert!(text.get(span.range()).is_some());
        }
        let case = DESK.triage(&Message::new(text.clone()), now());
        for data in &case.reading.private_data {
            prop_assert!(text.get(data.span.range()).is_some());
        }
        for reason in &case.decision.reasons {
            prop_assert!(reason.span.is_none_or(|span| text.get(span.range()).is_some()));
        }
        let total: f32 = case.reading.intent.probability;
        prop_assert!((0.0..=1.0).contains(&total));
        prop_assert!((0.0..=100.0).contains(&case.decision.priority));
        // The same text gives the same line.
        let again = DESK.triage(&Message::new(text), now());
        prop_assert_eq!(json::line(&case, json::Drafts::Yes), json::line(&again, json::Drafts::Yes));
        prop_assert!(case.reading.intent.label.name().contains('.'));
    }
}
