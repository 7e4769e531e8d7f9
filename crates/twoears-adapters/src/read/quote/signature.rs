//! Signatures below a line of two dashes, and the line that a phone's program adds.

use super::has;

/// Lines of a signature below "-- "; a longer block is text. RFC 3676 names the line, netiquette (RFC 1855) four lines.
const LINES: usize = 15;
/// Lines below a line "--" that has lost its blank, and characters of each.
const LOOSE_LINES: usize = 6;
const LOOSE_CHARS: usize = 80;

/// How a line of a program begins.
const STARTS: &[&str] = &[
    "sent from",
    "sent via",
    "sent with",
    "sent by",
    "sent using",
    "get outlook for",
    "von meinem",
    "gesendet von",
    "gesendet mit",
    "envoyé de",
    "envoyé depuis",
    "envoyé à partir de",
    "enviado desde",
    "enviado do",
    "enviado de",
    "inviato da",
    "inviato dal",
    "verzonden vanaf",
    "verstuurd vanaf",
    "verzonden met",
    "skickat från",
    "sendt fra",
    "lähetetty",
    "wysłane z",
];

/// Its words: a line that holds any other is somebody's sentence.
const WORDS: &str = "sent from via with by using get my the a an for on and outlook iphone ipad ios android samsung \
    galaxy huawei xiaomi redmi oneplus pixel google nokia motorola sony xperia htc lg blackberry \
    windows phone mobile smartphone tablet device mail email e-mail yahoo gmail aol gmx web.de \
    proton protonmail mailbox app secure network wireless 4g 5g lte pro max mini plus ultra note \
    handheld spark airmail hotmail bluemail vodafone verizon t-mobile o2 ee three von meinem \
    gesendet mit der meiner gerät handy envoyé de depuis mon à partir téléphone enviado desde mi do \
    meu móvil inviato da dal mio verzonden verstuurd vanaf mijn met skickat från min sendt fra \
    lähetetty wysłane z mojego telefonu";

/// Words of which one at least names the thing or the program.
const FILLERS: &str = "sent from via with by using get my the a an for on and note three plus max von meinem gesendet \
    mit der meiner envoyé de depuis mon à partir enviado desde mi do meu inviato da dal mio \
    verzonden verstuurd vanaf mijn met skickat från min sendt fra lähetetty wysłane z mojego";

/// Is that the line of a phone or a mail program, and nothing more?
pub(super) fn is_device_line(line: &str) -> bool {
    let line = line.trim().trim_matches(['*', '_']);
    if line.len() > 100 {
        return false;
    }
    // Links stand right behind a word: "iOS<https://...>".
    let lower = line.to_lowercase().replace('<', " <");
    if !STARTS.iter().any(|start| lower.starts_with(start)) {
        return false;
    }
    let mut named = false;
    let known = lower.split_whitespace().all(|word| {
        let word = word.trim_matches(['.', ',', '!', '(', ')', '®', '™']);
        let bare = word.trim_start_matches(['s', 'a', 'x', 'z']);
        let model = !bare.is_empty() && bare.bytes().all(|b| b.is_ascii_digit());
        let address = word.starts_with("https://") || word.starts_with('<');
        let known = has(WORDS, word);
        named |= known && !has(FILLERS, word);
        known || model || address || word.is_empty()
    });
    known && named
}

/// The lines without signatures: each from its dashes to the next quote or the end.
pub(super) fn without<'a>(lines: &[Option<&'a str>]) -> Vec<Option<&'a str>> {
    let mut kept = Vec::with_capacity(lines.len());
    let mut at = 0;
    while at < lines.len() {
        let block = &lines[at + 1..];
        let signed = match lines[at] {
            Some("-- ") => length(block, LINES, usize::MAX),
            Some(line) if matches!(line.trim_end(), "--" | "—") && at > 0 => {
                length(block, LOOSE_LINES, LOOSE_CHARS)
            }
            _ => None,
        };
        if signed.is_none() {
            kept.push(lines[at]);
        }
        at += 1 + signed.unwrap_or(0);
    }
    kept
}

/// The lines up to the next quote, when they can be a signature: few, short, and none that asks.
fn length(block: &[Option<&str>], most: usize, chars: usize) -> Option<usize> {
    let mut written = 0;
    for (at, line) in block.iter().enumerate() {
        let Some(line) = line else { return Some(at) };
        let line = line.trim();
        written += usize::from(!line.is_empty());
        if written > most || line.ends_with('?') || line.len() / 4 > chars || line.chars().count() > chars {
            return None;
        }
        if ["PS", "P.S", "Ps"].iter().any(|afterwards| line.starts_with(afterwards)) {
            return None;
        }
        // A sentence of some length is somebody's words.
        if chars != usize::MAX && line.ends_with('.') && line.split_whitespace().count() > 6 {
            return None;
        }
    }
    Some(block.len())
}
