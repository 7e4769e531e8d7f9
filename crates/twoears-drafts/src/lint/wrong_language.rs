//! # What it does
//! Objects to a reply in a language that is neither the message's nor the settings'. Short and mixed texts pass, and so does
//! what could be either.
//!
//! # Why it matters
//! The customer cannot read it; most often it was pasted from another conversation.
//!
//! # Example
//! "Ihr Paket ist heute unterwegs und kommt am Nachmittag an." to somebody who wrote in English.
//!
//! # Instead
//! Answer in the customer's language, or in yours and say so.

use twoears_core::decide::Severity;
use twoears_core::listen::hear;
use twoears_core::{Language, RuleId, Scored};

use super::{Found, Look, Rule};

pub(super) const RULE: Rule = Rule {
    id: RuleId("reply.wrong_language"),
    severity: Severity::Error,
    about: "another language than the customer's",
    check,
};

/// Words that tell a language, greeting and signature left out.
const WORDS: usize = 7;
/// How sure the reply's language must be.
const SURE: f32 = 0.8;
/// How sure the message's must be that a reply may be in it.
const LIKELY: f32 = 0.5;
/// English words that no other language has in such numbers: a reply with one in eight of them is in English.
const ENGLISH: &[&str] = &[
    "the", "you", "your", "and", "to", "we", "it", "is", "i'm", "we're", "it's", "that", "this", "of",
    "have", "i'll", "we'll",
];

fn check(look: &Look<'_>, found: &mut Found<'_>) {
    let body = look.text.body;
    let ours = look.subject.brand.language;
    if look.text.words_in(body).nth(WORDS - 1).is_none() || (ours == Language::ENGLISH && is_english(look)) {
        return;
    }
    let said = hear(look.text.as_written(body)).language();
    if said.label.is_undetermined() || said.label == ours || said.probability < SURE {
        return;
    }
    let asked = theirs(look);
    if asked.label == said.label && asked.probability >= LIKELY {
        return;
    }
    let wanted = if asked.label.is_undetermined() { ours } else { asked.label };
    found.whole(format!(
        "this is in `{}`, the customer's language is `{}`",
        said.label.code(),
        wanted.code()
    ));
}

/// Plainly English, without a closer look.
fn is_english(look: &Look<'_>) -> bool {
    let words = &look.text.words;
    let mut small = words.iter().filter(|word| ENGLISH.contains(&look.text.of(**word)));
    small.nth(words.len() / 8).is_some()
}

/// The message's language.
fn theirs(look: &Look<'_>) -> Scored<Language> {
    look.subject
        .reading
        .map_or_else(|| hear(&look.subject.message.text).language(), |reading| reading.language)
}

#[cfg(test)]
mod tests {
    use super::super::Subject;
    use super::super::testing::{all, run};
    use super::*;
    use twoears_core::{Brand, Message};

    const GERMAN: &str = "Ihr Paket ist heute unterwegs und kommt am Nachmittag bei Ihnen an.";
    const ENGLISH: &str = "Your parcel is on its way today and it gets to you this afternoon.";

    #[test]
    fn the_language_of_the_conversation() {
        let english = Message::new("Where is my parcel, please? I have been waiting for it all week.");
        for hit in [
            GERMAN,
            "Su paquete está en camino y llegará esta tarde a su casa, muchas gracias.",
            "Votre colis est en route et il arrive chez vous cet après-midi, merci beaucoup.",
            "Il suo pacco è in viaggio e arriva da lei questo pomeriggio, grazie mille.",
            "Ваша посылка уже в пути, она будет у вас сегодня вечером.",
            "Uw pakket is onderweg en komt vanmiddag bij u aan, hartelijk dank.",
        ] {
            assert!(run(&RULE, &english, hit).is_some(), "{hit}");
        }
        let german = Message::new("Wo ist mein Paket? Ich warte schon die ganze Woche darauf.");
        for (message, miss) in [
            (&english, ENGLISH),
            (&english, "Danke! Bis bald."),
            (&english, "Dear Rosalind,\n\nFair point.\n\nMia Lund di Larkway"),
            (&english, "It’s with Müller & Söhne GmbH in Köln, and you get it today."),
            (&english, "LK-4412-7 2.50 EUR 3 4 5 6"),
            (&german, GERMAN),
            (&german, ENGLISH),
        ] {
            assert_eq!(run(&RULE, message, miss), None, "{miss}");
        }
        let brand = Brand::from_toml("language = 'de'").unwrap();
        assert!(all(&RULE, Subject::new(GERMAN, &english, &brand)).is_empty());
        assert!(!all(&RULE, Subject::new(ENGLISH, &german, &brand)).is_empty());
    }
}
