//! The full and the short form of a draft.

use twoears::{Case, Channel, Form, Message};

use crate::support::{DESK, LARKWAY, now};

fn case(text: &str) -> Case {
    LARKWAY.triage(&Message::new(text).id("m1").channel(Channel::X), now())
}

#[test]
fn full_ones_come_first_and_short_ones_say_less() {
    let (mut shorts, mut pairs) = (0, 0);
    for text in [
        "my parcel is three days late, where is it??",
        "you charged my card twice, order LK-482931, I want it back",
        "where can I eat at Castlemere station?",
        "the app crashes whenever I open my ticket",
    ] {
        let case = case(text);
        let (full, all) = (case.full_drafts(), case.drafts());
        assert!(!full.is_empty() && all.starts_with(&full), "{text}");
        pairs += usize::from(full.len() == 2);
        for short in &all[full.len()..] {
            let long = full.iter().find(|draft| draft.audience == short.audience).unwrap();
            assert_eq!((short.form, long.form), (Form::Short, Form::Full));
            assert!(
                short.length.fits() && short.length.used < long.length.used,
                "{}\n{}",
                short.text,
                long.text
            );
            assert!(short.lint.is_empty(), "{:?} {}", short.lint, short.text);
            assert_eq!(short.promise, long.promise);
            shorts += 1;
        }
    }
    assert!(shorts >= 3 && pairs >= 1, "{shorts} {pairs}");
}

#[test]
fn no_text_comes_twice() {
    let case = DESK.triage(&Message::new("Thanks!").id("m2").channel(Channel::Chat), now());
    let mut texts: Vec<&str> = case.drafts().iter().map(|draft| draft.text.as_str()).collect();
    let many = texts.len();
    texts.sort_unstable();
    texts.dedup();
    assert_eq!((texts.len(), case.full_drafts().len()), (many, 1));
}
