//! Whatever the text, what was redacted comes back, and nothing else of it changes.

use proptest::prelude::*;
use twoears::{Audience, Desk, From, Message, Thread};

use crate::support::{DESK, LARKWAY};

/// The stretches between pseudonyms stand in the original in their order, at its start and at its end.
fn is_kept(desk: &Desk, text: &str) -> Result<(), String> {
    let redacted = desk.redact_text(text);
    let back = redacted.restore(redacted.text(), Audience::Private).map_err(|error| error.to_string())?;
    if back != text {
        return Err(format!("{text:?} came back as {back:?}"));
    }
    let mut rest = redacted.text().to_owned();
    for pseudonym in redacted.pseudonyms() {
        rest = rest.replace(&pseudonym.to_string(), "\0");
    }
    let mut at = 0;
    for part in rest.split('\0').filter(|_| !text.contains('\0')) {
        let found = text[at..].find(part).ok_or_else(|| format!("{part:?} is not in {text:?}"))?;
        at += found + part.len();
    }
    Ok(())
}

#[test]
fn long_and_nasty_texts_come_back() {
    for text in [
        "4111 1111 1111 1111 ".repeat(20_000),
        "<card-1>".repeat(30_000),
        "<card-<card-1>>".repeat(5000),
        "card-1 card-2 card-3 4111 1111 1111 1111".to_owned(),
        "\u{200b}4\u{200d}1️⃣11 1111\u{a0}1111 1111\u{301}".repeat(3000),
        "my password is a".repeat(20_000),
        "ann@mail.example".repeat(20_000),
        "x".repeat(300_000),
        "&#52;".repeat(60_000),
    ] {
        is_kept(&DESK, &text).unwrap_or_else(|why| panic!("{}", why.chars().take(400).collect::<String>()));
    }
}

#[test]
fn numbers_go_on_behind_those_that_were_typed() {
    let typed: String = (1..2000).map(|number| format!("<order-{number}> ")).collect::<Vec<_>>().concat();
    let text = format!("{typed} my order LK-448201");
    let redacted = DESK.redact_text(&text);
    assert!(redacted.text().ends_with("my order <order-2000>"), "{:?}", redacted.pseudonyms());
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_text_comes_back(
        text in "\\PC{0,60}|[\u{0}-\u{10ffff}]{0,40}|(<?(card|phone|order|name)-[0-9]{1,3}>? ?|4111 1111 1111 1111 ?|my order LK-44820[0-9] |\\+44 7700 90012[0-9] |&#52;|\u{200b}){0,8}",
        turn in "(order LK-44820[0-9] |my number is 0?7700 90012[0-9] |<order-[0-9]> ?){0,4}",
    ) {
        prop_assert_eq!(is_kept(&LARKWAY, &text), Ok(()));
        let message = Message::new(text.clone()).thread(Thread::default().turn(From::Customer, turn));
        let redacted = DESK.redact(&message);
        prop_assert_eq!(redacted.restore(redacted.text(), Audience::Private).unwrap(), text);
        // What stands for a value stood nowhere before.
        for pseudonym in redacted.pseudonyms() {
            let name = pseudonym.to_string();
            prop_assert!(!message.text.contains(&name) && !message.thread.turns()[0].text.contains(&name));
        }
    }
}
