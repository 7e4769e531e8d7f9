//! Heads with labels of the organisation's own: learned, kept, read, and refused when their file is not right.

use proptest::prelude::*;
use twoears::{Brand, CustomHead, Desk, Example, Message, json};

use crate::support::{DESK, now, read};

/// Our own corpus, with its intents taken for somebody's own labels.
fn examples(count: usize) -> Vec<Example> {
    read("models/corpus/plain_apps.jsonl")
        .lines()
        .take(count)
        .map(|line| {
            let row: serde_json::Value = serde_json::from_str(line).unwrap();
            Example::new(row["text"].as_str().unwrap(), row["intent"].as_str().unwrap())
        })
        .collect()
}

fn small() -> CustomHead {
    let examples = [
        ("my invoice is wrong", "invoice"),
        ("wrong amount on the invoice", "invoice"),
        ("please send the invoice for March", "invoice"),
        ("when does my contract end", "contract"),
        ("cancel the contract", "contract"),
        ("the lamp is broken", "only one"),
    ];
    DESK.learn("topic", &examples.map(|(text, label)| Example::new(text, label))).unwrap().head
}

#[test]
fn the_same_examples_give_the_same_bytes_and_most_of_them_back() {
    let examples = examples(300);
    let first = DESK.learn("mine", &examples).unwrap();
    let second = DESK.learn("mine", &examples).unwrap();
    assert!(first.head.to_bytes() == second.head.to_bytes(), "two trainings on the same examples differ");
    let desk = DESK.with_custom(first.head).unwrap();
    let right = |example: &&Example| {
        *desk.triage(&Message::new(&*example.text), now()).reading.custom[0].1.label == *example.labels[0]
    };
    assert!(examples.iter().filter(right).count() > 285);
    assert!(first.held_out.accuracy > 0.5 && first.held_out.covered >= 0.88, "{:?}", first.held_out);
}

#[test]
fn a_label_with_one_example_is_learned_and_told() {
    let examples = [
        ("my invoice is wrong", "invoice"),
        ("the invoice of March", "invoice"),
        ("cancel the contract", "contract"),
        ("my contract please", "contract"),
        ("the lamp is broken", "lamp"),
    ];
    let learned = DESK.learn("topic", &examples.map(|(text, label)| Example::new(text, label))).unwrap();
    assert!(learned.few.contains(&("lamp".to_owned(), 1)));
    let case = DESK.with_custom(learned.head).unwrap().triage(&Message::new("a broken lamp"), now());
    assert_eq!(&*case.reading.custom[0].1.label, "lamp");
}

#[test]
fn what_cannot_be_learned_is_said() {
    let fails = |examples: &[Example], name: &str| DESK.learn(name, examples).unwrap_err().to_string();
    let one = |label: &str| vec![Example::new("a text", label); 9];
    assert!(fails(&one("a")[..3], "topic").contains("3 examples"));
    assert!(fails(&one("a"), "topic").contains("1 labels"));
    let mut unnamed = one("a");
    unnamed[4].labels.clear();
    assert!(fails(&unnamed, "topic").contains("example 5 has no label"));
    unnamed[4].labels = vec!["x".repeat(300)];
    assert!(fails(&unnamed, "topic").contains("more than 200 bytes"));
    unnamed[4].labels = vec!["b".to_owned()];
    assert!(fails(&unnamed, " ").contains("name"));
}

#[test]
fn heads_stand_in_the_line_by_their_names() {
    let again = CustomHead::from_bytes(small().to_bytes().to_vec()).unwrap();
    let desk = Desk::builder().custom(again).build().unwrap();
    let case = desk.triage(&Message::new("is the invoice right?"), now());
    let line = json::value(&case, json::Drafts::No);
    assert_eq!(line["custom"]["topic"]["label"], "invoice");
    assert!(DESK.triage(&Message::new("hello"), now()).reading.custom.is_empty());
    assert!(
        json::value(&DESK.triage(&Message::new("hello"), now()), json::Drafts::No).get("custom").is_none()
    );
}

#[test]
fn two_heads_of_one_name_are_refused_and_a_new_one_replaces_the_old() {
    let error = Desk::builder().custom(small()).custom(small()).build().unwrap_err();
    assert!(error.to_string().contains("two custom heads are called `topic`"), "{error}");
    let desk = Desk::builder().brand(Brand::default()).custom(small()).build().unwrap();
    assert_eq!(desk.with_custom(small()).unwrap().custom().len(), 1);
}

#[test]
fn a_file_that_is_cut_off_is_refused_wherever_it_ends() {
    let head = small();
    let bytes = head.to_bytes();
    let ends = (0..2000).chain((2000..bytes.len()).step_by(997)).chain([bytes.len() - 1]);
    for end in ends {
        assert!(CustomHead::from_bytes(bytes[..end].to_vec()).is_err(), "cut off at {end}");
    }
}

#[test]
fn a_file_of_another_kind_is_refused() {
    let heads = CustomHead::from_bytes(twoears_models::HEADS.to_vec()).unwrap_err().to_string();
    assert!(heads.contains("`heads`"), "{heads}");
    assert!(CustomHead::from_bytes(twoears_models::ENCODER.to_vec()).unwrap_err().is_model());
    let other = |from: &str, to: &str| {
        let bytes = small().to_bytes().to_vec();
        let place = bytes.windows(from.len()).position(|part| part == from.as_bytes()).unwrap();
        let mut changed = bytes.clone();
        changed[place..place + to.len()].copy_from_slice(to.as_bytes());
        CustomHead::from_bytes(changed).unwrap_err().to_string()
    };
    assert!(other("twoears-custom", "twoears-others").contains("`kind`"));
    assert!(other("format\\\":1", "format\\\":2").contains("`format` is 2"));
    // A label that was changed by hand no longer fits the checksum.
    assert!(other("contract", "contrast").contains("checksum"));
}

#[test]
fn a_description_that_would_fill_the_memory_is_refused() {
    let mut bytes = small().to_bytes().to_vec();
    bytes[..8].copy_from_slice(&(u64::MAX / 2).to_le_bytes());
    assert!(CustomHead::from_bytes(bytes).unwrap_err().to_string().contains("damaged"));
}

#[test]
fn a_byte_that_changed_anywhere_is_noticed() {
    let head = small();
    let bytes = head.to_bytes();
    for place in (0..bytes.len()).step_by(bytes.len() / 150) {
        let mut changed = bytes.to_vec();
        changed[place] ^= 0x10;
        assert!(CustomHead::from_bytes(changed).is_err(), "byte {place}");
    }
}

proptest! {
    #[test]
    fn random_bytes_are_no_head(bytes in proptest::collection::vec(any::<u8>(), 0..400)) {
        prop_assert!(CustomHead::from_bytes(bytes).is_err());
    }
}
