//! Which language: script and small words first, trigrams (`whatlang`) for what they leave open.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use super::{Token, TokenKind};
use crate::{Language, Scored};

/// Small and everyday words by language; those shared by several languages count for each a little.
const SMALL_WORDS: &[(&str, &str)] = &[
    ("en", include_str!("words/en.txt")),
    ("de", include_str!("words/de.txt")),
    ("fr", include_str!("words/fr.txt")),
    ("es", include_str!("words/es.txt")),
    ("pt", include_str!("words/pt.txt")),
    ("it", include_str!("words/it.txt")),
    ("nl", include_str!("words/nl.txt")),
    ("sv", include_str!("words/sv.txt")),
    ("da", include_str!("words/da.txt")),
    ("no", include_str!("words/no.txt")),
    ("fi", include_str!("words/fi.txt")),
    ("pl", include_str!("words/pl.txt")),
    ("cs", include_str!("words/cs.txt")),
    ("tr", include_str!("words/tr.txt")),
    ("id", include_str!("words/id.txt")),
    ("vi", include_str!("words/vi.txt")),
    ("ro", include_str!("words/ro.txt")),
    ("hu", include_str!("words/hu.txt")),
    ("ru", include_str!("words/ru.txt")),
    ("uk", include_str!("words/uk.txt")),
    ("bg", include_str!("words/bg.txt")),
    ("ar", include_str!("words/ar.txt")),
    ("fa", include_str!("words/fa.txt")),
    ("ur", include_str!("words/ur.txt")),
];

static WORDS: LazyLock<FxHashMap<&'static str, u32>> = LazyLock::new(|| {
    let mut words: FxHashMap<&'static str, u32> = FxHashMap::default();
    for (place, (_, list)) in SMALL_WORDS.iter().enumerate() {
        for word in list.split_whitespace() {
            *words.entry(word).or_default() |= 1 << place;
        }
    }
    words
});

/// So much evidence, in words, settles the matter without trigrams.
const SETTLED: f32 = 1.5;
/// And the best must have so many times the evidence of the second.
const LEAD: f32 = 1.3;
/// Trigrams alone are believed from this confidence on; below it the answer is "undetermined".
const TRIGRAM_TRUST: f64 = 0.25;
/// Trigrams of fewer letters than this say nothing in the Latin script.
const TRIGRAM_LETTERS: usize = 12;
/// Only the first so many words are looked at: the rest of a long text is in the same language.
const WORDS_READ: usize = 200;

const UNKNOWN: Scored<Language> = Scored { label: Language::UNDETERMINED, probability: 0.5 };

/// The language of a text, given also in ASCII lower case, and its tokens.
pub(super) fn identify(text: &str, lower: &str, tokens: &[Token]) -> Scored<Language> {
    let words = || tokens.iter().filter(|t| t.kind == TokenKind::Word).take(WORDS_READ);
    let mut evidence = [0.0_f32; SMALL_WORDS.len()];
    let (mut letters, mut foreign, mut count) = (0_usize, 0_usize, 0_usize);
    for token in words() {
        let word = token.span.of(lower);
        count += 1;
        letters += word.len();
        if !word.is_ascii() {
            foreign += word.chars().filter(|&c| c.is_alphabetic() && !is_latin(c)).count();
            let lowered = word.to_lowercase();
            weigh(&lowered, &mut evidence);
            continue;
        }
        weigh(word, &mut evidence);
    }
    if letters < 3 {
        return if foreign > 0 { by_trigrams(text, 0.0) } else { UNKNOWN };
    }
    let (mut best, mut second) = (0, 0.0_f32);
    for (place, &score) in evidence.iter().enumerate().skip(1) {
        if score > evidence[best] {
            second = evidence[best];
            best = place;
        } else {
            second = second.max(score);
        }
    }
    let top = evidence[best];
    if top >= SETTLED && top >= second * LEAD {
        let probability = 1.0 - 0.5 * (second + 0.2) / (top + 0.4);
        return scored(SMALL_WORDS[best].0, probability.min(0.995));
    }
    if foreign * 4 > letters {
        // Another script: it says a lot by itself, and one small word tells neighbours apart.
        return if top > second { scored(SMALL_WORDS[best].0, 0.8) } else { by_trigrams(text, 0.0) };
    }
    let guess = if letters >= TRIGRAM_LETTERS { by_trigrams(text, TRIGRAM_TRUST) } else { UNKNOWN };
    if guess.label.code() == SMALL_WORDS[best].0 || (top >= 0.9 && top > second * 1.2 && count <= 8) {
        return scored(SMALL_WORDS[best].0, if top > 0.0 { 0.85 } else { guess.probability });
    }
    // Trigrams often take short English for a neighbour; some evidence for English outweighs them.
    if evidence[0] >= 0.5 && evidence[0] >= second && guess.probability < 0.9 {
        return scored("en", 0.7);
    }
    if guess.label.is_undetermined() && top >= 1.0 && top > second {
        return scored(SMALL_WORDS[best].0, 0.6);
    }
    guess
}

/// Adds what one word says, shared by the languages that have it.
fn weigh(word: &str, evidence: &mut [f32; SMALL_WORDS.len()]) {
    let head = word.split_once('\'').map_or(word, |(head, _)| head);
    let Some(&mask) = WORDS.get(word).or_else(|| WORDS.get(head)) else { return };
    let share = 1.0 / mask.count_ones() as f32;
    for (place, score) in evidence.iter_mut().enumerate() {
        if mask >> place & 1 == 1 {
            *score += share;
        }
    }
}

fn is_latin(c: char) -> bool {
    matches!(c, 'A'..='Z' | 'a'..='z' | '\u{aa}'..='\u{24f}' | '\u{1e00}'..='\u{1eff}')
}

/// Trigrams cost by length; this much of a text is enough to tell.
const TRIGRAM_BYTES: usize = 600;

fn by_trigrams(text: &str, trust: f64) -> Scored<Language> {
    let mut end = text.len().min(TRIGRAM_BYTES);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    let Some(info) = whatlang::detect(&text[..end]) else { return UNKNOWN };
    let only_script = !matches!(
        info.script(),
        whatlang::Script::Latin
            | whatlang::Script::Cyrillic
            | whatlang::Script::Arabic
            | whatlang::Script::Devanagari
    );
    if info.confidence() < trust && !only_script {
        return UNKNOWN;
    }
    let code = iso_639_1(info.lang().code());
    scored(code, (0.5 + info.confidence() as f32 / 2.0).min(0.99))
}

fn scored(code: &str, probability: f32) -> Scored<Language> {
    code.parse().map_or(UNKNOWN, |label| Scored { label, probability })
}

/// The two-letter code of a three-letter one.
fn iso_639_1(code: &str) -> &'static str {
    const CODES: &[(&str, &str)] = &[
        ("afr", "af"),
        ("aka", "und"),
        ("amh", "am"),
        ("ara", "ar"),
        ("aze", "az"),
        ("bel", "be"),
        ("ben", "bn"),
        ("bul", "bg"),
        ("cat", "ca"),
        ("ces", "cs"),
        ("cmn", "zh"),
        ("cym", "cy"),
        ("dan", "da"),
        ("deu", "de"),
        ("ell", "el"),
        ("eng", "en"),
        ("epo", "eo"),
        ("est", "et"),
        ("fin", "fi"),
        ("fra", "fr"),
        ("guj", "gu"),
        ("heb", "he"),
        ("hin", "hi"),
        ("hrv", "hr"),
        ("hun", "hu"),
        ("hye", "hy"),
        ("ind", "id"),
        ("ita", "it"),
        ("jav", "jv"),
        ("jpn", "ja"),
        ("kan", "kn"),
        ("kat", "ka"),
        ("khm", "km"),
        ("kor", "ko"),
        ("lat", "la"),
        ("lav", "lv"),
        ("lit", "lt"),
        ("mal", "ml"),
        ("mar", "mr"),
        ("mkd", "mk"),
        ("mya", "my"),
        ("nep", "ne"),
        ("nld", "nl"),
        ("nob", "no"),
        ("ori", "or"),
        ("pan", "pa"),
        ("pes", "fa"),
        ("pol", "pl"),
        ("por", "pt"),
        ("ron", "ro"),
        ("rus", "ru"),
        ("sin", "si"),
        ("slk", "sk"),
        ("slv", "sl"),
        ("sna", "sn"),
        ("spa", "es"),
        ("srp", "sr"),
        ("swe", "sv"),
        ("tam", "ta"),
        ("tel", "te"),
        ("tgl", "tl"),
        ("tha", "th"),
        ("tuk", "tk"),
        ("tur", "tr"),
        ("ukr", "uk"),
        ("urd", "ur"),
        ("uzb", "uz"),
        ("vie", "vi"),
        ("yid", "yi"),
        ("zul", "zu"),
    ];
    CODES.iter().find(|(three, _)| *three == code).map_or("und", |(_, two)| two)
}

#[cfg(test)]
mod tests {
    fn code(text: &str) -> &'static str {
        crate::listen::hear(text).language().label.code()
    }

    #[test]
    fn everyday_messages() {
        for (text, want) in [
            ("where is my order, it has been two weeks", "en"),
            ("refund please", "en"),
            ("wtf is going on w my order lol", "en"),
            ("Wo bleibt meine Bestellung? Ich warte seit zwei Wochen.", "de"),
            ("¿Dónde está mi pedido? Llevo dos semanas esperando", "es"),
            ("Où est ma commande ? J'attends depuis deux semaines", "fr"),
            ("где мой заказ?", "ru"),
            ("注文はいつ届きますか", "ja"),
            ("أين طلبي؟", "ar"),
        ] {
            assert_eq!(code(text), want, "{text}");
        }
    }

    #[test]
    fn undetermined_is_an_answer() {
        for text in ["", "👍👍", "123", "ok", "?!", "@brand https://a.example"] {
            assert_eq!(code(text), "und", "{text}");
        }
    }
}
