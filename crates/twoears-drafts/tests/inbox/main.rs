//! Every draft over the example inbox is one that may be sent.

#[cfg(test)]
mod holding;
#[cfg(test)]
mod hours;
#[cfg(test)]
mod routes;
#[cfg(test)]
mod shapes;
#[cfg(test)]
mod speed;
#[cfg(test)]
mod style;
#[cfg(test)]
mod support;
#[cfg(test)]
mod variety;

use support::{brand, case, inbox, knowledge};
use twoears_core::decide::Voice;
use twoears_core::{Author, Channel, Intent, Label as _, Message};
use twoears_drafts::Knowledge;

#[test]
fn every_draft_is_clean_in_every_voice() {
    for knowledge in [knowledge(), Knowledge::empty()] {
        for voice in [Voice::Warm, Voice::Plain, Voice::Playful] {
            let mut brand = brand();
            brand.voice = voice;
            for case in inbox() {
                for draft in case.drafts(&brand, &knowledge) {
                    assert!(
                        draft.lint.is_empty(),
                        "{} {voice:?}: {:?}\n{}",
                        case.message.id,
                        draft.lint,
                        draft.text
                    );
                }
            }
        }
    }
}

#[test]
fn every_intent_fits_every_channel() {
    let knowledge = knowledge();
    let mut wrong = Vec::new();
    for voice in [Voice::Warm, Voice::Plain, Voice::Playful] {
        let mut brand = brand();
        brand.voice = voice;
        for &channel in Channel::ALL {
            for &intent in Intent::ALL {
                for (sentiment, flags) in
                    [("negative", ""), ("neutral", ""), ("negative", "p"), ("neutral", "p")]
                {
                    let id = format!("{channel}-{intent}-{sentiment}{flags}");
                    let author = Author::new("x").name("Rosalind Achterberg");
                    let message = Message::new("hello, could somebody please look at this")
                        .id(id.clone())
                        .channel(channel)
                        .author(author);
                    for draft in case(message, intent.name(), "normal", sentiment, flags, &[])
                        .drafts(&brand, &knowledge)
                    {
                        if !draft.lint.is_empty() {
                            wrong.push(format!("{id} {voice:?}: {:?}\n{}", draft.lint, draft.text));
                        }
                    }
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{} wrong\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn no_two_customers_get_the_same_text() {
    let (brand, knowledge) = (brand(), Knowledge::empty());
    let text = |id: usize| {
        let message = Message::new("where is my parcel").id(format!("m{id}")).channel(Channel::X);
        case(message, "order.status", "normal", "negative", "", &[]).drafts(&brand, &knowledge)[0]
            .text
            .clone()
    };
    let mut texts: Vec<String> = (0..40).map(text).collect();
    assert_eq!(texts[7], text(7));
    texts.sort();
    texts.dedup();
    assert!(texts.len() >= 32, "{} of 40", texts.len());
}

#[test]
fn whoever_must_write_writes() {
    let (brand, knowledge) = (brand(), knowledge());
    for case in inbox() {
        let drafts = case.drafts(&brand, &knowledge);
        let id = case.message.id.as_str();
        match id {
            "m21" | "m29" | "m30" | "m35" | "m14" | "m32" | "m46" | "m08" | "m11" | "m23" | "m31" => {
                assert!(drafts.is_empty() && !case.notes(&brand, &knowledge).is_empty(), "{id}");
            }
            _ => assert!(!drafts.is_empty(), "{id}"),
        }
        for draft in drafts {
            assert!(support::says_its_time(&draft, &brand, case.now), "{id}: {}", draft.text);
            assert!(draft.promise.is_none_or(|promise| promise.due > case.now), "{id}");
        }
    }
}

#[test]
fn an_unsure_reading_claims_nothing() {
    let (brand, knowledge) = (brand(), Knowledge::empty());
    for &intent in Intent::ALL {
        let message = Message::new("somebody should look at the train and my ticket and the app")
            .id(intent.name())
            .channel(Channel::X);
        let mut case = case(message, intent.name(), "normal", "negative", "p", &[]);
        case.reading.intent.probability = 0.2;
        for draft in case.drafts(&brand, &knowledge) {
            assert!(draft.lint.is_empty(), "{intent}: {:?}\n{}", draft.lint, draft.text);
            // Who praises may be thanked for telling about a thing; nothing is said to have happened to it.
            let named = ["train", "ticket", "the app"].iter().any(|thing| draft.text.contains(thing));
            assert!(!named || intent == Intent::FeedbackPraise, "{intent}: {}", draft.text);
            assert!(!draft.text.contains(" team"), "{intent}: {}", draft.text);
        }
    }
}
