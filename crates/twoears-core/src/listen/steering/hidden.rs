//! What a person cannot see and a machine would read: tag characters and HTML comments.

use super::{Steering, SteeringKind};
use crate::Span;

/// The black flag, after which tag characters spell a region.
const FLAG: char = '\u{1f3f4}';
/// What ends such a flag.
const CANCEL: char = '\u{e007f}';
/// The flags that exist (Unicode emoji 5.0): England, Scotland, Wales.
const REGIONS: &[&str] = &["gbeng", "gbsct", "gbwls"];
/// The first byte of every tag character in UTF-8.
const FIRST_BYTE: u8 = 0xf3;
/// What mail programs put into comments; removed like any, but nobody's attempt.
const OF_MAIL: &[&str] = &["startfragment", "endfragment", "[if", "<![endif]", "[endif]"];

/// Runs of tag characters that spell something, but not those of a flag.
pub(super) fn tags(original: &str) -> Vec<Steering> {
    if !original.as_bytes().contains(&FIRST_BYTE) {
        return Vec::new();
    }
    let is_tag = |c: char| ('\u{e0000}'..='\u{e007f}').contains(&c);
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(first) = original[at..].find(is_tag) {
        let start = at + first;
        let run = original[start..].split(|c| !is_tag(c)).next().unwrap_or("");
        let spelt: String = run.chars().filter_map(|c| char::from_u32(c as u32 - 0xe0000)).collect();
        let region = spelt.strip_suffix('\u{7f}').is_some_and(|region| REGIONS.contains(&region));
        let flag = region && run.ends_with(CANCEL) && original[..start].ends_with(FLAG);
        if !flag {
            found.push(Steering { kind: SteeringKind::Hidden, span: Span::new(start, start + run.len()) });
        }
        at = start + run.len();
    }
    found
}

/// HTML comments that are closed; those of mail programs are left where they are.
pub(super) fn comments(text: &str) -> Vec<Span> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(start) = text[at..].find("<!--").map(|start| at + start) {
        let Some(end) = text[start + 4..].find("-->").map(|end| start + 4 + end + 3) else { break };
        let inside = text[start + 4..end - 3].trim_start().to_ascii_lowercase();
        if !OF_MAIL.iter().any(|own| inside.starts_with(own)) {
            found.push(Span::new(start, end));
        }
        at = end;
    }
    found
}
