//! Speed of drafts, of the lint, and of finding an article: `make bench` makes a table of it.
//!
//! Each figure is over many batches of some tens of microseconds: short enough that most of them run through on a machine that has
//! other work too, which a longer run does not. Prints the median and the least, in microseconds, and writes both to
//! `target/tmp/drafts.json`.
#![allow(clippy::expect_used, reason = "a bench stops by panicking")]
#![allow(clippy::disallowed_methods, reason = "measures time")]
#![allow(clippy::print_stdout, reason = "shows what it measured")]

mod base;

use std::collections::BTreeMap;
use std::hint::black_box;
use std::time::Instant;

use serde_json::{Value, json};
use twoears::{Author, Brand, Case, Channel, Desk, From, Knowledge, Message, Timestamp};
use twoears_drafts::lint::{self, Subject};

/// Batches of one figure, and runs in a batch.
const BATCHES: usize = 3_000;
const RUNS: u32 = 3;
/// A post of 139 characters, as the question of speed is usually put.
const POST: &str = "@Larkway third time I write about parcel LW48213, it was due on Monday and nobody answers. Where is it? I leave tomorrow at 7 and need it!!";
/// What the made-up articles are asked.
const ASKED: &str = "@Larkway can I bring a folding bike on the night coach to Brindle on Friday, and does it have to be in a bag?";
/// A reply of 280 characters as an agent under pressure writes it.
const AGENT: &str = "Hi Kat, thanks for reaching out! We're so sorry for any inconvenience caused, we understand your frustration. Unfortunately the parcel has been delayed due to unforeseen circumstances. Please DM us your order number and email address and someone will get back to you asap!! 😊 ^Mia";
/// And as this program writes one, brought to the same length.
const OURS: &str = "Hi Kat, I'm sorry your parcel LW48213 was due on Monday and isn't there. You've asked three times, and you should have heard from us then. So that your details stay between us, please open a direct message with us, and our Parcels team looks for it before you leave.\nMia at Larkway";

fn main() {
    let mut times = Times::default();
    let now: Timestamp = "2026-11-23T09:00:00Z".parse().expect("a time");
    let case = |desk: &Desk, message: &Message| desk.triage(message, now);
    let desk = larkway(None);
    for (name, message) in messages() {
        let case = case(&desk, &message);
        assert!(!case.full_drafts().is_empty(), "{name}");
        times.add(&format!("all drafts, {name}"), || black_box(case.clone()).drafts().len());
        times.add(&format!("full drafts, {name}"), || black_box(&case).full_drafts().len());
    }
    let all = messages();
    let post = case(&desk, &all[0].1);
    for (name, reply) in [("as we write it", OURS), ("as an agent does", AGENT)] {
        assert!((275..=285).contains(&reply.chars().count()), "{name}: {}", reply.chars().count());
        times.add(&format!("lint of 280 characters, {name}"), || linted(&post, reply, desk.brand()));
    }
    for size in [1_000, 10_000] {
        let own = larkway(Some(size));
        let asked = case(&own, &post_of(ASKED));
        let (knowledge, intent) = (own.knowledge(), asked.reading.intent.label);
        let today = "2026-11-23".parse().expect("a date");
        times.add(&format!("find among {size} articles"), || {
            usize::from(knowledge.find(black_box(ASKED), intent, today, twoears::Audience::Public).is_some())
        });
        times.add(&format!("all drafts, {size} articles"), || black_box(asked.clone()).drafts().len());
        times.add(&format!("full drafts, {size} articles"), || black_box(&asked).full_drafts().len());
    }
    times.write();
}

fn post_of(text: &str) -> Message {
    let author = Author::new("ktmink").name("Kat Mink").followers(1200);
    Message::new(text).id("m1").channel(Channel::X).author(author)
}

/// A post, a small one, and a letter's length with a thread.
fn messages() -> [(&'static str, Message); 3] {
    let long = format!("Dear team, {} Kind regards", POST.replace('@', "").repeat(7));
    let mut threaded = post_of(&long);
    threaded.thread = threaded
        .thread
        .turn(From::Customer, "Where is my parcel LW48213? It was due on Friday.")
        .turn(From::Organisation, "Hi Kat, which address should it have gone to?")
        .turn(From::Customer, "12 Mill Lane, Brindle. It is a lamp for my mother.");
    [
        ("a post of 139 characters", post_of(POST)),
        ("18 characters", post_of("where is my order?")),
        ("1,000 characters with a thread", threaded),
    ]
}

/// The example's settings, with so many made-up articles.
fn larkway(articles: Option<usize>) -> Desk {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../examples");
    let toml = std::fs::read_to_string(folder.join("brand.toml")).expect("the example brand is there");
    let brand = Brand::from_toml(&toml).expect("the example brand is fine");
    let knowledge = match articles {
        Some(size) => Knowledge::from_lines("made up", &base::lines(size)).expect("the articles are fine"),
        None => Knowledge::empty(),
    };
    Desk::builder().brand(brand).knowledge(knowledge).build().expect("the built-in model is fine")
}

/// A check as it is done on what a person wrote, with all that is known of the message.
fn linted(case: &Case, reply: &str, brand: &Brand) -> usize {
    let subject = Subject::new(black_box(reply), &case.message, brand)
        .reading(&case.reading)
        .decision(&case.decision)
        .times(case.now, None);
    lint::check(&subject).len()
}

/// Median and least of each figure, in microseconds.
#[derive(Default)]
struct Times(BTreeMap<String, Value>);

impl Times {
    fn add(&mut self, name: &str, mut work: impl FnMut() -> usize) {
        let mut batches: Vec<f64> = (0..BATCHES)
            .map(|_| {
                let start = Instant::now();
                for _ in 0..RUNS {
                    black_box(work());
                }
                start.elapsed().as_secs_f64() * 1e6 / f64::from(RUNS)
            })
            .collect();
        batches.sort_by(f64::total_cmp);
        let (median, least) = (batches[BATCHES / 2], batches[0]);
        println!("{name}: median {median:.1}, least {least:.1}");
        self.0.insert(name.to_owned(), json!({"median": median, "least": least}));
    }

    fn write(self) {
        let path = std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).join("drafts.json");
        let text = serde_json::to_string_pretty(&self.0).expect("figures are numbers");
        std::fs::write(path, text).expect("the target folder can be written");
    }
}
