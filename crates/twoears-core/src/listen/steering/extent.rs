//! How far a steering part reaches: from where it begins to the end of its sentence, object or block, and on over the
//! orders that follow it.

use std::sync::LazyLock;

use regex::Regex;

use super::compile;
use super::patterns::FOLLOW_ON;

/// Words that lead into an order and belong to it.
const LEAD_INS: &[&str] = &[
    "please",
    "now",
    "so",
    "and",
    "then",
    "also",
    "first",
    "important",
    "attention",
    "note",
    "hey",
    "hi",
    "hello",
    "ai",
    "assistant",
    "bot",
    "chatbot",
    "kindly",
    "just",
    "simply",
    "must",
    "you",
    "to",
    "bitte",
    "veuillez",
    "merci",
    "de",
    "por",
    "favor",
    "the",
];
/// Lead-ins that are looked at.
const MOST_LEAD_INS: usize = 6;
/// Bytes of an object that are searched for its end.
const OBJECT_BYTES: usize = 2000;
/// What ends a block that a role marker opens.
const CLOSERS: &[&str] = &[
    "<|im_end|>",
    "<|eot_id|>",
    "<|endoftext|>",
    "<|end|>",
    "[/inst]",
    "<</sys>>",
    "</system>",
    "</instructions>",
    "</instruction>",
    "</prompt>",
    "</assistant>",
    "</admin>",
];
/// Bytes of a block that are searched for its end.
const BLOCK_BYTES: usize = 1000;

static FOLLOWS: LazyLock<Option<Regex>> = LazyLock::new(|| compile(FOLLOW_ON));

/// Where a part begins that matches at `hit`: there, or with the words that lead into it. None when it must begin a
/// sentence and does not.
pub(super) fn start(text: &str, lower: &str, hit: usize, must_begin: bool) -> Option<usize> {
    let bytes = text.as_bytes();
    let capital = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_uppercase);
    let mut best = (begins(lower, hit) || capital(hit) || !must_begin).then_some(hit);
    // Words before a capital, or before a mark, belong to somebody else's sentence.
    if !bytes.get(hit).is_some_and(u8::is_ascii_lowercase) {
        return best;
    }
    let mut at = hit;
    for _ in 0..MOST_LEAD_INS {
        let before = lower[..at].trim_end_matches([' ', ',', ':', '-', '!']);
        let word = before.len() - before.bytes().rev().take_while(u8::is_ascii_alphabetic).count();
        if word == before.len() || !LEAD_INS.contains(&&lower[word..before.len()]) {
            break;
        }
        at = word;
        if begins(lower, at) || capital(at) {
            best = Some(at);
        }
        if capital(at) {
            break;
        }
    }
    best
}

/// Does a sentence or a line begin here, or the writer's words after an account?
fn begins(lower: &str, at: usize) -> bool {
    let before = lower[..at].trim_end_matches(' ');
    let Some(last) = before.chars().next_back() else { return true };
    if !last.is_alphanumeric() {
        return !matches!(last, ',' | '\'' | '_' | '-' | '&' | '/' | '£' | '$' | '€' | '%');
    }
    let word = before.rsplit([' ', '\n']).next().unwrap_or("");
    word.starts_with(['@', '#'])
}

/// The end of the sentence that goes on at `at`: past its marks, or before the line's end.
pub(super) fn sentence_end(text: &str, at: usize) -> usize {
    let mut marked = matches!(text[..at].chars().next_back(), Some('.' | '!' | '?'));
    for (step, c) in text[at..].char_indices() {
        let here = at + step;
        match c {
            '\n' => return here,
            '。' | '！' | '？' => return here + c.len_utf8(),
            '.' | '!' | '?' | '…' => marked = true,
            ' ' | '\t' if marked => return here,
            '"' | '\'' | ')' | ']' | '}' | '*' | '>' | '`' | '|' if marked => {}
            _ => marked = false,
        }
    }
    text.len()
}

/// The start of the object in braces at `at`, with the fence before it.
pub(super) fn object_start(text: &str, at: usize) -> usize {
    let before = text[..at].trim_end();
    let fence = before.strip_suffix("json").unwrap_or(before);
    if fence.ends_with("```") { fence.len() - 3 } else { at }
}

/// The end of the object in braces that begins at `at`, with the fence around it.
pub(super) fn object_end(text: &str, at: usize) -> Option<usize> {
    let mut depth = 0_usize;
    for (step, byte) in text.as_bytes()[at..].iter().take(OBJECT_BYTES).enumerate() {
        match byte {
            b'{' => depth += 1,
            b'}' => {
                depth = depth.saturating_sub(1);
                if depth == 0 {
                    let end = at + step + 1;
                    let rest = text[end..].trim_start();
                    let fenced = rest.starts_with("```");
                    return Some(if fenced { text.len() - rest.len() + 3 } else { end });
                }
            }
            _ => {}
        }
    }
    None
}

/// The end of the block that a role marker opened: the marker that closes it, else the end of the sentence.
pub(super) fn block_end(text: &str, lower: &str, at: usize) -> usize {
    let mut most = lower.len().min(at + BLOCK_BYTES);
    while !lower.is_char_boundary(most) {
        most -= 1;
    }
    let rest = &lower[at..most];
    let ends = CLOSERS.iter().filter_map(|closer| rest.find(closer).map(|end| at + end + closer.len()));
    let closed = CLOSERS.iter().any(|closer| lower[..at].ends_with(closer));
    match ends.min() {
        _ if closed => at,
        Some(end) => end,
        None => sentence_end(text, at),
    }
}

/// The end of the orders that follow on a part that ends at `end`.
pub(super) fn follow_on(text: &str, lower: &str, mut end: usize) -> usize {
    let Some(follows) = &*FOLLOWS else { return end };
    loop {
        let rest = &lower[end..];
        let blank = rest.len() - rest.trim_start().len();
        let next = end + blank;
        // The pattern is anchored: it looks at the first words alone.
        let Some(hit) = follows.find(&lower[next..]) else { return end };
        if blank == 0 && !rest.starts_with(|c: char| c.is_ascii_punctuation()) && end > 0 {
            return end;
        }
        end = sentence_end(text, next + hit.end());
    }
}
