//! All recognizers of personal data over messages of our own corpus. `make privacy` makes a table of it.

use std::hint::black_box;
use std::time::Duration;

use criterion::{BenchmarkId, Criterion};
use twoears::analyze::privacy::{self, Given};
use twoears::{Heard, Message, listen};

/// So many messages of each sort, spread over the corpus.
const MESSAGES: usize = 24;
/// Characters of a message, about 140.
const LENGTHS: std::ops::RangeInclusive<usize> = 130..=150;
/// What is put to the end of shorter ones.
const CARD: &str = " My card is 4111 1111 1111 1111.";
const LONG: usize = 10_000;

/// Each message by itself, so that a median over them can be told.
pub(crate) fn pass(criterion: &mut Criterion) {
    let texts = corpus();
    let (without, with): (Vec<&String>, Vec<&String>) = texts
        .iter()
        .filter(|text| found(&Given::default(), text) == 0)
        .partition(|text| !text.bytes().any(|byte| byte.is_ascii_digit()));
    let fits = |text: &str| LENGTHS.contains(&text.chars().count());
    let card = without.iter().map(|text| format!("{text}{CARD}"));
    let long = (0..MESSAGES).map(|place| {
        let part = texts.iter().skip(place * LONG / 100).map(String::as_str);
        let mut long: String = part.take(LONG).collect::<Vec<_>>().join(" ");
        long.truncate(long.floor_char_boundary(LONG));
        long
    });
    let sorts = [
        ("pass without digits", spread(without.iter().map(ToString::to_string).filter(|text| fits(text)))),
        (
            "pass with harmless numbers",
            spread(with.iter().map(ToString::to_string).filter(|text| fits(text))),
        ),
        ("pass with a card", spread(card.filter(|text| fits(text)))),
        ("pass over 10 KB", long.collect()),
    ];
    let mut group = criterion.benchmark_group("privacy");
    group
        .sample_size(10)
        .warm_up_time(Duration::from_millis(50))
        .measurement_time(Duration::from_millis(100));
    for (sort, texts) in sorts {
        assert_eq!(texts.len(), MESSAGES, "{sort}");
        for (place, text) in texts.iter().enumerate() {
            let (message, heard, given) = (Message::new(text.as_str()), listen::hear(text), Given::default());
            group.bench_function(BenchmarkId::new(sort, place), |bencher| {
                bencher.iter(|| black_box(privacy::find(&message, black_box(&heard), &given)));
            });
        }
    }
}

/// All messages of the corpus, in the order of its files.
fn corpus() -> Vec<String> {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../models/corpus");
    let files = std::fs::read_dir(folder).expect("the corpus is there").flatten().map(|entry| entry.path());
    let mut files: Vec<_> = files.filter(|path| path.extension().is_some_and(|end| end == "jsonl")).collect();
    files.sort();
    let text = |line: &str| {
        let row: serde_json::Value = serde_json::from_str(line).expect("a row of the corpus");
        row["text"].as_str().expect("a row has a text").to_owned()
    };
    let lines = |path| std::fs::read_to_string(path).expect("a file of the corpus");
    files.into_iter().flat_map(|path| lines(path).lines().map(text).collect::<Vec<_>>()).collect()
}

/// So many of them, evenly spread.
fn spread(texts: impl Iterator<Item = String>) -> Vec<String> {
    let all: Vec<String> = texts.collect();
    let step = (all.len() / MESSAGES).max(1);
    all.into_iter().step_by(step).take(MESSAGES).collect()
}

fn found(given: &Given, text: &str) -> usize {
    let heard: Heard = listen::hear(text);
    privacy::find(&Message::new(text), &heard, given).len()
}
