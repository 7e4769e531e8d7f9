//! How long a draft takes; run with `cargo test --release -p twoears-drafts --test inbox speed -- --ignored --nocapture`.

#![allow(clippy::disallowed_methods, reason = "measures time")]

use std::hint::black_box;
use std::time::{Duration, Instant};

use twoears_core::{Author, Brand, Channel, Message};
use twoears_drafts::lint::{self, Subject};
use twoears_drafts::{Draft, Knowledge};

use super::support::{Case, case, inbox};

fn median(mut work: impl FnMut()) -> Duration {
    let mut all: Vec<Duration> = (0..3000)
        .map(|_| {
            let start = Instant::now();
            work();
            start.elapsed()
        })
        .collect();
    all.sort_unstable();
    all[all.len() / 2]
}

fn lint_of(case: &Case, brand: &Brand, draft: &Draft) -> usize {
    let subject = Subject::new(&draft.text, &case.message, brand)
        .audience(draft.audience)
        .reading(&case.reading)
        .times(case.now, draft.promise.as_ref().map(|promise| promise.due));
    lint::check(&subject).len()
}

#[test]
#[ignore = "prints times"]
fn speed_of_a_draft() {
    let text = "@Larkway third time I write about parcel LW48213, it was due on Monday and nobody answers. Where is it? I leave tomorrow at 7 and need it!!";
    let author = Author::new("ktmink").name("Kat Mink").followers(1200);
    let message = Message::new(text).id("m1").channel(Channel::X).author(author);
    let post = case(message, "order.status", "high", "negative", "p", &["order=LW48213"]);
    let (brand, knowledge) = (Brand::default(), Knowledge::empty());
    let mut of = vec![("a post".to_owned(), post)];
    of.extend(inbox().into_iter().map(|case| (case.message.id.clone(), case)));
    let mut all = Vec::new();
    for (name, case) in &of {
        let time = case.with(&brand, &knowledge, |input| {
            median(|| drop(black_box(twoears_drafts::drafts(black_box(input)))))
        });
        let drafts = case.drafts(&brand, &knowledge);
        let lints = median(|| {
            black_box(drafts.iter().map(|draft| lint_of(case, &brand, draft)).sum::<usize>());
        });
        if !drafts.is_empty() {
            all.push((time, lints, drafts.len(), name));
        }
    }
    println!("{:?}", all[0]);
    all.sort_unstable();
    println!("p50 {:?}", all[all.len() / 2]);
    println!("p95 {:?}", all[all.len() * 95 / 100]);
}
