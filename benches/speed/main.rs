//! Speed of each stage by the length of the message, on one thread. `make bench` makes `benches/REPORT.md` of it.
#![allow(clippy::expect_used, reason = "a bench stops by panicking")]
#![allow(missing_docs, reason = "criterion's macros make functions without any")]

mod privacy;

use std::hint::black_box;

use criterion::{BenchmarkId, Criterion, criterion_group, criterion_main};
use tokenizers::Tokenizer;
use tokenizers::models::wordpiece::WordPiece;
use tokenizers::normalizers::bert::BertNormalizer;
use tokenizers::pre_tokenizers::bert::BertPreTokenizer;
use twoears::{Author, Brand, Channel, Desk, Knowledge, Message, Timestamp, analyze, json, listen};

/// A message of 140 characters, as the issue of speed is usually put.
const POST: &str = "@Larkway third time I write about parcel LW48213, it was due on Monday and nobody answers. Where is it? I leave tomorrow at 7 and need it!!";

fn messages() -> Vec<(usize, Message)> {
    let short = "where is my order?";
    let long = format!("Dear team, {} Kind regards", POST.replace('@', "").repeat(7));
    [short.to_owned(), POST.to_owned(), long]
        .into_iter()
        .map(|text| {
            let author = Author::new("ktmink").name("Kat Mink").followers(1200);
            (text.chars().count(), Message::new(text).id("m1").channel(Channel::X).author(author))
        })
        .collect()
}

fn larkway() -> Desk {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../examples");
    let toml = std::fs::read_to_string(folder.join("brand.toml")).expect("the example brand is there");
    let brand = Brand::from_toml(&toml).expect("the example brand is fine");
    let knowledge = Knowledge::from_dir(folder.join("kb")).expect("the example answers are fine");
    Desk::builder().brand(brand).knowledge(knowledge).build().expect("the built-in model is fine")
}

fn judge(desk: &Desk) -> Tokenizer {
    let pieces = desk.model().encoder().word_pieces();
    let vocab: tokenizers::models::bpe::Vocab =
        (0..u32::try_from(pieces.len()).unwrap_or(0)).map(|id| (pieces.piece(id).to_owned(), id)).collect();
    let model = WordPiece::builder()
        .vocab(vocab)
        .unk_token("[UNK]".to_owned())
        .build()
        .expect("the vocabulary is fine");
    let mut judge = Tokenizer::new(model);
    judge.with_normalizer(Some(BertNormalizer::default())).expect("a normaliser");
    judge.with_pre_tokenizer(Some(BertPreTokenizer));
    judge
}

fn speed(criterion: &mut Criterion) {
    let desk = larkway();
    let now: Timestamp = "2026-11-23T09:00:00Z".parse().expect("a time");
    let judge = judge(&desk);
    for (length, message) in messages() {
        let heard = listen::hear(&message.text);
        let mut bench = |stage: &str, work: &mut dyn FnMut()| {
            criterion.bench_with_input(BenchmarkId::new(stage, length), &(), |bencher, ()| {
                bencher.iter(&mut *work);
            });
        };
        bench("listen", &mut || drop(black_box(listen::hear(black_box(&message.text)))));
        bench("analyze", &mut || drop(black_box(desk.model().read(&message, black_box(&heard)))));
        let given = desk.brand().given();
        bench("personal data", &mut || {
            drop(black_box(analyze::privacy::find(&message, black_box(&heard), &given)));
        });
        bench("triage", &mut || drop(black_box(desk.triage(black_box(&message), now))));
        bench("triage and JSON line", &mut || {
            drop(black_box(json::line(&desk.triage(black_box(&message), now), json::Drafts::No)));
        });
        let case = desk.triage(&message, now);
        bench("drafts", &mut || assert!(black_box(case.clone().drafts()).len() < 9));
        bench("word pieces", &mut || {
            let mut pieces = Vec::new();
            desk.model().encoder().word_pieces().pieces(black_box(&message.text), 0, &mut pieces);
            black_box(pieces);
        });
        bench("word pieces, tokenizers crate", &mut || {
            drop(black_box(judge.encode(black_box(message.text.as_str()), false)));
        });
    }
    criterion.bench_function("start", |bencher| bencher.iter(|| black_box(Desk::new().is_ok())));
}

criterion_group! {
    name = benches;
    config = Criterion::default().sample_size(40).warm_up_time(std::time::Duration::from_millis(500)).measurement_time(std::time::Duration::from_secs(2));
    targets = speed, privacy::pass
}
criterion_main!(benches);
