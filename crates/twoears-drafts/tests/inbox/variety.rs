//! Many people who say the same thing do not get the same text.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use twoears_core::decide::Voice;
use twoears_core::{Author, Brand, Channel, Message};
use twoears_drafts::Knowledge;

use super::support::case;

/// Messages of each intent.
const MANY: usize = 1000;
/// Messages of each intent that is answered in a few words.
const MANY_SHORT: usize = 300;
/// Two drafts of which so much is the same read as one.
const NEAR: f64 = 0.8;

/// Every three words that follow each other.
fn threes(text: &str) -> BTreeSet<String> {
    let words: Vec<String> = text.split_whitespace().map(str::to_lowercase).collect();
    words.windows(3).map(|three| three.join(" ")).collect()
}

/// The share of texts that have another much like them.
fn near(texts: &[String]) -> f64 {
    let sets: Vec<BTreeSet<String>> = texts.iter().map(|text| threes(text)).collect();
    let mut places: HashMap<&str, Vec<usize>> = HashMap::new();
    for (at, set) in sets.iter().enumerate() {
        for three in set {
            places.entry(three).or_default().push(at);
        }
    }
    let alike = |at: &usize| {
        let mut shared: BTreeMap<usize, usize> = BTreeMap::new();
        for three in &sets[*at] {
            for other in &places[three.as_str()] {
                *shared.entry(*other).or_default() += 1;
            }
        }
        shared.into_iter().any(|(other, both)| {
            let all = sets[*at].len() + sets[other].len() - both;
            other != *at && both as f64 >= NEAR * all as f64
        })
    };
    (0..texts.len()).filter(alike).count() as f64 / texts.len() as f64
}

/// What a message may be called where it comes from.
fn ids(kind: usize, at: u64) -> String {
    let mixed = (at + 1).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    match kind {
        0 => format!("m{at}"),
        1 => format!("19{:016}", at * 7919),
        _ => {
            format!("{:08x}-{:04x}-4{:03x}-a{:03x}-{mixed:012x}", mixed >> 32, at, mixed & 0xfff, at % 0xfff)
        }
    }
}

/// Drafts for so many people who say the same thing, in a few endings or in one, with nothing known.
fn drafts(many: usize, ids: impl Fn(u64) -> String, brand: &Brand, said: &Said) -> Vec<String> {
    let knowledge = Knowledge::empty();
    (0..many)
        .map(|at| {
            let dots = if said.alike { 1 } else { 1 + at % 3 };
            let text = format!("{}{}", said.text, ".".repeat(dots));
            let author = Author::new(format!("writer{at}"));
            let message = Message::new(text).id(ids(at as u64)).channel(Channel::X).author(author);
            let case = case(message, said.intent, said.urgency, said.sentiment, "", &[]);
            case.drafts(brand, &knowledge)[0].text.clone()
        })
        .collect()
}

/// What all of them say.
struct Said {
    intent: &'static str,
    text: &'static str,
    urgency: &'static str,
    sentiment: &'static str,
    /// Is every text the same to the last sign?
    alike: bool,
}

const fn said(intent: &'static str, text: &'static str, sentiment: &'static str) -> Said {
    Said { intent, text, urgency: "normal", sentiment, alike: false }
}

const SAID: &[Said] = &[
    said("order.status", "still waiting, nothing has come", "negative"),
    said("product.fault", "it doesn't work", "negative"),
    said("service.delay", "we have been sitting here for ages", "negative"),
    said("billing.charge", "this cannot be right", "negative"),
    said("feedback.complaint", "this is not good enough", "negative"),
    said("service.contact", "nobody answers", "negative"),
    said("product.info", "does it come in other sizes?", "neutral"),
    said("order.change", "please change it", "neutral"),
    said("account.access", "it won't let me in", "negative"),
];

/// Short words back, of which there are fewer.
const SHORT: &[Said] = &[
    said("feedback.praise", "you are wonderful", "very_positive"),
    said("talk.thanks", "sorted now, thank you", "positive"),
];

/// What is wrong with the drafts for them, by kind of id and by whether all say the same: more identical or near than
/// these.
fn too_alike(said: &[Said], many: usize, most_near: f64) -> Vec<String> {
    let brands = [Brand::default(), super::support::brand()];
    let mut wrong = Vec::new();
    for (kind, said) in said.iter().enumerate() {
        for (turn, brand) in brands.iter().enumerate() {
            let kind = (kind + turn) % 3;
            let said = Said { alike: turn == 1, ..*said };
            let texts = drafts(many, |at| ids(kind, at), brand, &said);
            let same = many - texts.iter().collect::<BTreeSet<_>>().len();
            let near = near(&texts);
            println!("{} of {many} ids {kind}: {same} identical, {near:.3} near", said.intent);
            if same > 0 || near > most_near {
                let mut seen = BTreeSet::new();
                let again = texts.iter().find(|text| !seen.insert(*text)).unwrap_or(&texts[0]);
                wrong.push(format!("{}: {same} identical, {near:.3} near\n{again}", said.intent));
            }
        }
    }
    wrong
}

#[test]
fn a_thousand_people_get_a_thousand_texts() {
    let wrong = too_alike(SAID, MANY, 0.05);
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn three_hundred_people_who_thank_get_three_hundred_texts() {
    let wrong = too_alike(SHORT, MANY_SHORT, 0.05);
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn the_same_message_gets_the_same_text() {
    let once = drafts(100, |at| ids(0, at), &Brand::default(), &SAID[0]);
    assert_eq!(once, drafts(100, |at| ids(0, at), &Brand::default(), &SAID[0]));
}

/// Prints drafts of every kind in every voice, to be read aloud: `cargo test --test inbox aloud -- --ignored --nocapture`.
#[test]
#[ignore = "prints drafts for a person to read"]
fn aloud() {
    let kinds = [
        ("service.staff", "your driver shouted at me", "very_negative", "high", ""),
        ("service.staff", "your driver shouted at me", "negative", "normal", "p"),
        ("order.status", "where is my parcel, I have been waiting since Monday", "negative", "normal", "p"),
        ("order.status", "where is my parcel?", "neutral", "normal", ""),
        ("product.fault", "the app crashes on my iPhone, iOS 17.2", "negative", "normal", ""),
        ("product.info", "can I bring a folding bike?", "neutral", "normal", ""),
        ("order.change", "please move my delivery to the office", "neutral", "normal", ""),
        ("civic.report", "there is a pothole on Weir Lane by the chapel", "neutral", "normal", ""),
        ("product.request", "a dark mode for the app would be lovely", "neutral", "low", ""),
        ("feedback.praise", "your driver was so kind to my gran", "very_positive", "low", ""),
        ("feedback.praise", "you are wonderful", "very_positive", "low", ""),
        ("feedback.complaint", "this is not good enough", "negative", "low", ""),
        ("talk.thanks", "sorted now, thank you so much", "positive", "low", ""),
        ("talk.detail", "Done, sent it", "neutral", "normal", ""),
        ("talk.chat", "haha the pigeon has a ticket", "positive", "low", ""),
        ("talk.other", "Our new autumn range is out now", "neutral", "low", "u"),
        ("product.fault", "well this is going splendidly again today", "negative", "normal", "u"),
    ];
    let knowledge = Knowledge::empty();
    for voice in [Voice::Warm, Voice::Plain, Voice::Playful] {
        for (kind, (intent, text, sentiment, urgency, flags)) in kinds.iter().enumerate() {
            println!("\n== {voice:?} {intent}: {text}");
            for at in 0..30 {
                let mut brand = if at % 2 == 0 { Brand::default() } else { super::support::brand() };
                brand.voice = voice;
                let channel = [Channel::X, Channel::Facebook, Channel::Chat][at % 3];
                let message = Message::new(*text).id(format!("{kind}-{at}")).channel(channel);
                let mut case = case(message, intent, urgency, sentiment, flags, &[]);
                if flags.contains('u') {
                    case.reading.intent.probability = 0.2;
                }
                if at % 10 == 9 {
                    case.now = "2026-11-23T23:00:00Z".parse().unwrap();
                }
                for draft in case.drafts(&brand, &knowledge).iter().take(2) {
                    println!("{:?} {}", draft.audience, draft.text.replace('\n', " / "));
                    draft.lint.iter().for_each(|finding| println!("  !! {}", finding.rule.0));
                }
            }
        }
    }
}
