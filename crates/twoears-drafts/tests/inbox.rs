//! Every draft over the example inbox is one that may be sent.

mod support;

use support::{brand, inbox, knowledge};
use twoears_core::decide::Voice;
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
#[ignore]
fn print() {
    let (mut brand, knowledge) = (brand(), knowledge());
    match std::env::args().next_back().as_deref() {
        Some("plain") => brand.voice = Voice::Plain,
        Some("playful") => brand.voice = Voice::Playful,
        _ => {}
    }
    for case in inbox() {
        println!(
            "\n== {} {} {} {:?}",
            case.message.id, case.message.channel, case.reading.intent.label, case.message.author.name
        );
        println!("   {}", case.message.text.replace('\n', "\n   "));
        println!("   notes {:?}", case.notes(&brand, &knowledge));
        for draft in case.drafts(&brand, &knowledge) {
            println!(
                "-- {:?} {}/{} src {:?} {:?}",
                draft.audience, draft.length.used, draft.length.limit, draft.source, draft.lint
            );
            println!("{}", draft.text);
        }
    }
}
