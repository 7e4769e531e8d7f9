//! The voice's settings over whole drafts.

use twoears_core::Brand;
use twoears_core::decide::Voice;
use twoears_drafts::{Draft, Knowledge};

use super::support::{Case, brand, inbox};

/// Every draft of the inbox in every voice under these settings, without a knowledge base: our own words alone.
fn drafts(style: &str) -> Vec<(Case, Draft)> {
    let style = Brand::from_toml(&format!("[style]\n{style}")).unwrap().style;
    let mut all = Vec::new();
    for voice in [Voice::Warm, Voice::Plain, Voice::Playful] {
        let brand = Brand { voice, style: style.clone(), ..brand() };
        for case in inbox() {
            let drafts = case.drafts(&brand, &Knowledge::empty());
            for draft in drafts {
                assert!(draft.lint.is_empty(), "{style:?} {:?}\n{}", draft.lint, draft.text);
                assert!(draft.length.fits());
                all.push((
                    inbox().into_iter().find(|other| other.message.id == case.message.id).unwrap(),
                    draft,
                ));
            }
        }
    }
    assert!(all.len() > 100, "{}", all.len());
    all
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_alphanumeric() && c != '\'')
}

#[test]
fn full_forms() {
    for (_, draft) in drafts("contractions = false") {
        let short = words(&draft.text).find(|word| word.contains('\'') && !word.ends_with("'s"));
        assert_eq!(short, None, "{}", draft.text);
    }
}

#[test]
fn we_speak() {
    for (_, draft) in drafts("person = 'we'") {
        let i = words(&draft.text).find(|word| matches!(*word, "I" | "I'm" | "I'll" | "I've" | "me" | "my"));
        assert_eq!(i, None, "{}", draft.text);
    }
}

#[test]
fn no_exclamation_mark_or_one() {
    assert!(drafts("exclamation = 'never'").iter().all(|(_, draft)| !draft.text.contains('!')));
    assert!(drafts("").iter().all(|(_, draft)| draft.text.matches('!').count() <= 1));
}

#[test]
fn emoji_for_kind_words_alone() {
    let emoji = |draft: &Draft| draft.text.chars().any(|c| c as u32 > 0x1_f000);
    assert!(!drafts("").iter().any(|(_, draft)| emoji(draft)));
    let few = drafts("emoji = 'few'");
    assert!(few.iter().any(|(_, draft)| emoji(draft)));
    for (case, draft) in few.iter().filter(|(_, draft)| emoji(draft)) {
        assert!(!case.reading.sentiment.label.is_negative(), "{}", draft.text);
    }
}

#[test]
fn greetings() {
    let greets = |draft: &Draft| ["Hi ", "Hello ", "Hey "].iter().any(|hello| draft.text.contains(hello));
    assert!(drafts("").iter().any(|(_, draft)| greets(draft)));
    assert!(!drafts("greeting = false").iter().any(|(_, draft)| greets(draft)));
    let formal = drafts("formality = 'formal'");
    assert!(formal.iter().any(|(_, draft)| draft.text.contains("Dear ")));
    assert!(!formal.iter().any(|(_, draft)| draft.text.contains("Hi ")));
}

#[test]
fn banned_words_and_initials() {
    let very = |style| {
        drafts(style).iter().filter(|(_, draft)| words(&draft.text).any(|word| word == "very")).count()
    };
    assert!(very("") > 0);
    assert_eq!(very("banned = ['very']"), 0);
    let signed = drafts("initials = '^MK'");
    let fine = |draft: &Draft| draft.text.ends_with("^MK") == (draft.length.limit <= 500);
    assert!(signed.iter().filter(|(_, draft)| fine(draft)).count() * 10 > signed.len() * 7);
    assert!(signed.iter().all(|(_, draft)| draft.length.limit <= 500 || !draft.text.contains("^MK")));
}

#[test]
fn american_words() {
    for (_, draft) in drafts("spelling = 'american'") {
        assert!(
            !words(&draft.text).any(|word| matches!(word, "cancelled" | "licence" | "apologise")),
            "{}",
            draft.text
        );
    }
}
