//! Replies that hold: honest, with a time that can be kept, and never two alike.

use std::collections::BTreeSet;
use std::path::Path;

use jiff::SignedDuration;
use serde_json::Value;
use twoears_core::decide::Voice;
use twoears_core::{Brand, Channel, Intent, Label as _, Message, Timestamp, analyze};
use twoears_drafts::{Audience, Draft, Form, Knowledge, drafts, holding};

use crate::support::{Case, brand, case, inbox, says_its_time};

const VOICES: [Voice; 3] = [Voice::Warm, Voice::Plain, Voice::Playful];
/// So many messages of the corpus.
const MANY: usize = 2_000;
/// So many people who say the same.
const SAME: usize = 300;

fn hold(case: &Case, brand: &Brand) -> Vec<Draft> {
    case.with(brand, &Knowledge::empty(), holding)
}

/// What is wrong with a holding reply, in words.
fn wrong(case: &Case, brand: &Brand, draft: &Draft) -> Option<String> {
    let (text, now) = (&draft.text, case.now);
    let audience = if case.message.is_public() { Audience::Public } else { Audience::Private };
    let decision = case.with(brand, &Knowledge::empty(), |input| input.decision.clone());
    let promise = draft.promise.as_ref();
    let open = brand.hours.as_ref().zip(promise).is_none_or(|(hours, promise)| {
        hours.is_open(promise.due) || hours.is_open(promise.due - SignedDuration::from_secs(1))
    });
    let late = decision.respond_by.is_some_and(|due| due < now);
    let pleased = case.reading.sentiment.label.is_positive();
    let sorry = text.to_lowercase().matches("sorry").count();
    let said = [
        (draft.form == Form::Holding, "the form"),
        (draft.audience == audience, "where it goes"),
        (draft.lint.is_empty(), "a finding"),
        (draft.length.fits(), "too long"),
        (promise.is_some_and(|promise| promise.due > now), "no promise"),
        (promise.is_some_and(|promise| promise.owner == decision.team), "whose promise"),
        (says_its_time(draft, brand, now), "another time than promised"),
        (open, "nobody is there then"),
        (!text.contains('?'), "a question"),
        (text.to_lowercase().contains("answer"), "not said that there is no answer yet"),
        (!late || pleased || sorry == 1, "not sorry for the wait"),
        (sorry <= 1, "sorry more than once"),
        (draft.source.is_none(), "an article"),
    ];
    let said: Vec<&str> = said.iter().filter(|(fine, _)| !fine).map(|(_, what)| *what).collect();
    let what = || format!("{} {}: {said:?} {:?}\n{text}", case.message.id, case.message.channel, draft.lint);
    (!said.is_empty()).then(what)
}

/// At the time it is due, when it is late, and when nobody is there.
fn moments(case: &Case, brand: &Brand) -> Vec<Timestamp> {
    let hold_by = case.with(brand, &Knowledge::empty(), |input| input.decision.hold_by);
    let Some(hold_by) = hold_by else { return Vec::new() };
    let night: Timestamp = "2026-11-24T02:30:00Z".parse().unwrap();
    vec![hold_by, hold_by + SignedDuration::from_hours(30), night]
}

fn all_wrong(cases: &mut [Case], brands: &[Brand]) -> (usize, Vec<String>) {
    let (mut many, mut all) = (0, Vec::new());
    for case in cases {
        case.message.sent_at.get_or_insert("2026-11-23T10:00:00Z".parse().unwrap());
        for voice in VOICES {
            for brand in brands {
                let mut brand = brand.clone();
                brand.voice = voice;
                for now in moments(case, &brand) {
                    case.now = now;
                    let held = hold(case, &brand);
                    assert!(held.len() < 2, "{}", case.message.id);
                    many += held.len();
                    all.extend(held.iter().filter_map(|draft| wrong(case, &brand, draft)));
                }
            }
        }
    }
    (many, all)
}

#[test]
fn the_inbox_is_held_in_every_voice() {
    let (many, wrong) = all_wrong(&mut inbox(), &[brand(), Brand::default()]);
    assert!(wrong.is_empty(), "{} of {many}\n{}", wrong.len(), wrong.join("\n"));
    assert!(many > 400, "{many}");
}

#[test]
fn two_thousand_messages_are_held_in_every_voice() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/corpus");
    let Ok(files) = std::fs::read_dir(&folder) else {
        println!("without the corpus: {} is not there", folder.display());
        return;
    };
    let mut files: Vec<_> = files.filter_map(|file| Some(file.ok()?.path())).collect();
    files.retain(|path| path.extension().is_some_and(|end| end == "jsonl"));
    files.sort();
    let texts: Vec<String> = files.iter().map(|path| std::fs::read_to_string(path).unwrap()).collect();
    let rows: Vec<&str> = texts.iter().flat_map(|text| text.lines()).collect();
    let step = (rows.len() / MANY).max(1);
    let mut cases: Vec<Case> = rows.iter().step_by(step).take(MANY).map(|row| labelled(row)).collect();
    assert!(cases.len() == MANY.min(rows.len()), "{}", cases.len());
    let (many, wrong) = all_wrong(&mut cases, &[brand(), Brand::default()]);
    println!("{many} holding replies to {} messages", cases.len());
    assert!(wrong.is_empty(), "{} of {many}\n{}", wrong.len(), wrong[..wrong.len().min(40)].join("\n"));
}

/// A row of the corpus as a case.
fn labelled(row: &str) -> Case {
    let row: Value = serde_json::from_str(row).unwrap();
    let of = |key: &str| row[key].as_str().unwrap_or("");
    let channel = Channel::parse(of("channel")).unwrap_or_default();
    let message = Message::new(of("text")).id(of("id")).channel(channel);
    let private = of("route") == "private";
    let flags = match (private, of("route"), row["escalate"] == true) {
        (_, _, true) => "e",
        (true, ..) => "p",
        (_, "none", _) => "n",
        _ => "",
    };
    let mut case = case(message, of("intent"), of("urgency"), of("sentiment"), flags, &[]);
    case.reading.private_data = analyze::privacy::find(&case.message, &case.heard, &brand().given());
    case
}

#[test]
fn every_intent_is_held_on_every_channel() {
    let mut cases = Vec::new();
    for &channel in Channel::ALL {
        for &intent in Intent::ALL {
            for (sentiment, flags) in [("negative", ""), ("neutral", "p")] {
                let id = format!("{channel}-{intent}-{sentiment}");
                let message =
                    Message::new("hello, could somebody please look at this").id(id).channel(channel);
                cases.push(case(message, intent.name(), "normal", sentiment, flags, &[]));
            }
        }
    }
    let (many, wrong) = all_wrong(&mut cases, &[brand()]);
    assert!(wrong.is_empty(), "{} of {many}\n{}", wrong.len(), wrong[..wrong.len().min(40)].join("\n"));
}

#[test]
fn three_hundred_people_who_wait_get_three_hundred_texts() {
    let mut wrong = Vec::new();
    for (intent, text, sentiment) in [
        ("order.status", "still waiting, nothing has come", "negative"),
        ("product.info", "does it come in other sizes?", "neutral"),
        ("billing.charge", "this cannot be right", "negative"),
        ("order.change", "please change it", "neutral"),
        ("feedback.complaint", "this is not good enough", "negative"),
    ] {
        for voice in VOICES {
            for (late, own) in [(false, true), (true, true), (false, false), (true, false)] {
                let mut brand = if own { brand() } else { Brand::default() };
                brand.voice = voice;
                let texts: BTreeSet<String> = (0..SAME)
                    .map(|at| {
                        let message = Message::new(text).id(format!("m{at}")).channel(Channel::X);
                        let mut case = case(message, intent, "normal", sentiment, "", &[]);
                        let sent: Timestamp = "2026-11-23T10:00:00Z".parse().unwrap();
                        case.message.sent_at = Some(sent);
                        case.now = sent + SignedDuration::from_mins(if late { 200 } else { 50 });
                        hold(&case, &brand)[0].text.clone()
                    })
                    .collect();
                if texts.len() < SAME {
                    wrong.push(format!("{intent} {voice:?} late {late} own {own}: {}", texts.len()));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn whoever_must_write_writes_and_a_kind_word_is_not_held() {
    let hold = |intent: &str, text: &str, sentiment: &str, flags: &str| {
        let message = Message::new(text).id("m1").channel(Channel::X);
        hold(&case(message, intent, "normal", sentiment, flags, &[]), &brand())
    };
    assert!(hold("risk.safety", "the brakes smoke", "negative", "e").is_empty());
    assert!(hold("talk.other", "our new range is out", "neutral", "n").is_empty());
    assert!(hold("feedback.praise", "your driver was so kind to my gran", "very_positive", "").is_empty());
    assert!(
        hold("order.status", "wo bleibt mein Paket, ich warte seit Montag auf die Lieferung", "neutral", "")
            .is_empty()
    );
    assert_eq!(hold("order.status", "where is my parcel", "neutral", "").len(), 1);
}

#[test]
fn the_only_private_reply_is_kept_for_the_answer() {
    let message = Message::new("where is my parcel?").id("m1").channel(Channel::Facebook);
    let case = case(message, "order.status", "normal", "negative", "p", &[]);
    let all = case.with(&brand(), &Knowledge::empty(), drafts);
    assert!(all.iter().any(|draft| draft.audience == Audience::Private));
    assert!(hold(&case, &brand()).iter().all(|draft| draft.audience == Audience::Public));
}

#[test]
fn the_same_message_is_held_by_the_same_words() {
    let cases = || inbox().iter().map(|case| hold(case, &brand())).collect::<Vec<_>>();
    assert_eq!(cases(), cases());
}

/// Prints holding replies to be read aloud: `cargo test --test inbox held_aloud -- --ignored --nocapture`.
#[test]
#[ignore = "prints drafts for a person to read"]
fn held_aloud() {
    for mut case in inbox() {
        for now in moments(&case, &brand()) {
            case.now = now;
            for draft in hold(&case, &brand()) {
                println!("{} {:?} {}", case.message.id, draft.audience, draft.text.replace('\n', " / "));
            }
        }
    }
}
