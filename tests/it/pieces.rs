//! Word pieces are exactly those of the `tokenizers` crate, on 100,000 varied texts.

use tokenizers::Tokenizer;
use tokenizers::models::wordpiece::WordPiece;
use tokenizers::normalizers::bert::BertNormalizer;
use tokenizers::pre_tokenizers::bert::BertPreTokenizer;

use crate::support::{DESK, Numbers, path};

/// How many texts are compared.
const TEXTS: usize = 100_000;

fn judge() -> Tokenizer {
    let pieces = DESK.model().encoder().word_pieces();
    let vocab: tokenizers::models::bpe::Vocab =
        (0..pieces.len() as u32).map(|id| (pieces.piece(id).to_owned(), id)).collect();
    let model = WordPiece::builder().vocab(vocab).unk_token("[UNK]".to_owned()).build().unwrap();
    let mut judge = Tokenizer::new(model);
    judge.with_normalizer(Some(BertNormalizer::default())).unwrap();
    judge.with_pre_tokenizer(Some(BertPreTokenizer));
    judge
}

fn ours(text: &str) -> Vec<u32> {
    let mut pieces = Vec::new();
    DESK.model().encoder().word_pieces().pieces(text, 0, &mut pieces);
    for piece in &pieces {
        assert!(text.get(piece.span.range()).is_some(), "a span off the character boundaries of {text:?}");
    }
    pieces.iter().map(|piece| piece.id).collect()
}

/// The corpus as it is, and texts made of it: cut, joined, with characters of all of Unicode strewn in.
fn texts() -> Vec<String> {
    let mut files: Vec<_> =
        std::fs::read_dir(path("models/corpus")).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    let mut texts = Vec::new();
    for file in files.iter().filter(|file| file.extension().is_some_and(|ending| ending == "jsonl")) {
        for line in std::fs::read_to_string(file).unwrap().lines() {
            let row: serde_json::Value = serde_json::from_str(line).unwrap();
            texts.push(row["text"].as_str().unwrap().to_owned());
        }
    }
    let written = texts.len();
    let mut numbers = Numbers(7);
    while texts.len() < TEXTS {
        let one: Vec<char> = texts[numbers.below(written)].chars().collect();
        let other: Vec<char> = texts[numbers.below(written)].chars().collect();
        let (cut, from) = (numbers.below(one.len() + 1), numbers.below(other.len() + 1));
        let mut text: Vec<char> = one[..cut].to_vec();
        text.extend(&other[from..]);
        for _ in 0..numbers.below(8) {
            let place = numbers.below(text.len() + 1);
            text.insert(place, strange(&mut numbers));
        }
        texts.push(text.into_iter().collect());
    }
    texts
}

/// A character of any kind: marks, controls, Chinese, capitals that grow when lowered, and any other.
fn strange(numbers: &mut Numbers) -> char {
    const PICKED: &[char] = &[
        'İ',
        'ß',
        'ǅ',
        'ﬁ',
        'Ａ',
        'Σ',
        'é',
        'e',
        '\u{301}',
        '\u{323}',
        '\u{345}',
        '\u{302e}',
        '\u{1d165}',
        '中',
        '豈',
        '가',
        'ᄀ',
        '\u{0}',
        '\u{fffd}',
        '\u{85}',
        '\u{a0}',
        '\u{200b}',
        '\u{200d}',
        '\u{2028}',
        '\u{3000}',
        '\u{b}',
        '\u{c}',
        '\u{1f}',
        '\t',
        '\r',
        '\n',
        '’',
        '“',
        '—',
        '…',
        '$',
        '^',
        '`',
        '|',
        '~',
        '€',
        '£',
        '😀',
        '🏽',
        '\u{fe0f}',
        'क',
        '्',
        'ش',
        'ُ',
        'ไ',
        '้',
    ];
    if numbers.below(2) == 0 {
        return PICKED[numbers.below(PICKED.len())];
    }
    let planes = [0x250, 0x3000, 0x1_0000, 0x3_0000, 0x11_0000];
    let end = planes[numbers.below(planes.len())];
    char::from_u32(numbers.below(end) as u32).unwrap_or('\u{e000}')
}

#[test]
fn the_same_as_tokenizers_on_100_000_texts() {
    let judge = judge();
    let texts = texts();
    assert_eq!(texts.len(), TEXTS);
    for text in &texts {
        let encoding = judge.encode(text.as_str(), false).unwrap();
        assert_eq!(ours(text), encoding.get_ids(), "{text:?}");
    }
}

#[test]
fn the_same_on_what_tries_to_break_it() {
    let judge = judge();
    let marks = "a".to_owned() + &"\u{301}".repeat(500);
    let long = "x".repeat(101);
    let fine = "x".repeat(100);
    for text in [
        "",
        " ",
        "\0",
        "a\u{b}b",
        "a\u{c}b",
        "\u{301}",
        &marks,
        &long,
        &fine,
        "İİ",
        "ﬀi",
        "[UNK] [CLS] ##s",
        "\u{feff}a",
    ] {
        let encoding = judge.encode(text, false).unwrap();
        assert_eq!(ours(text), encoding.get_ids(), "{text:?}");
    }
}
