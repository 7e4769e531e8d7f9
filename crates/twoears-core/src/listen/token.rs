//! One pass over normalised text: words, numbers, mentions, links, addresses, hashtags, emoji, punctuation.

use crate::Span;

/// What a token is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TokenKind {
    /// Letters, with apostrophes and hyphens between them.
    Word,
    /// Starts with a digit, or mixes digits and letters: `12.50`, `BA123`.
    Number,
    /// `@handle`.
    Mention,
    /// A link, with its scheme or starting with `www.`.
    Url,
    /// An e-mail address.
    Email,
    /// `#topic`.
    Hashtag,
    /// One emoji.
    Emoji,
    /// A run of one punctuation mark or symbol.
    Punctuation,
}

impl TokenKind {
    /// Is it left out of what the model reads as the writer's words?
    pub fn is_masked(self) -> bool {
        matches!(self, Self::Mention | Self::Url | Self::Email)
    }
}

/// A token and where it stands in the normalised text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Token {
    /// What it is.
    pub kind: TokenKind,
    /// Where it stands.
    pub span: Span,
}

/// All tokens of a text, in order. White space is between them.
pub(super) fn tokens(text: &str) -> Vec<Token> {
    let mut tokens = Vec::with_capacity(text.len() / 4 + 1);
    let mut at = 0;
    while let Some(first) = text[at..].chars().next() {
        if first.is_whitespace() {
            at += first.len_utf8();
            continue;
        }
        let (kind, bytes) = token(&text[at..], first, at == 0 || !ends_in_word(&text[..at]));
        tokens.push(Token { kind, span: Span::new(at, at + bytes) });
        at += bytes;
    }
    tokens
}

fn ends_in_word(before: &str) -> bool {
    before.chars().next_back().is_some_and(char::is_alphanumeric)
}

/// The token at the start of `rest`, whose first character is `first`; `fresh` when no word ends just before.
fn token(rest: &str, first: char, fresh: bool) -> (TokenKind, usize) {
    if first == '@' && fresh {
        let name = name_len(&rest[1..], |c| c.is_ascii_alphanumeric() || matches!(c, '_' | '.' | '-' | '@'));
        if name > 0 {
            return (TokenKind::Mention, 1 + name);
        }
    }
    if first == '#' && fresh {
        let name = name_len(&rest[1..], |c| c.is_alphanumeric() || c == '_');
        if name > 0 && rest[1..=name].chars().any(|c| !c.is_ascii_digit()) {
            return (TokenKind::Hashtag, 1 + name);
        }
    }
    if first.is_alphanumeric() {
        if fresh {
            if let Some(bytes) = url_len(rest) {
                return (TokenKind::Url, bytes);
            }
            if let Some(bytes) = email_len(rest) {
                return (TokenKind::Email, bytes);
            }
        }
        return word(rest, first);
    }
    if is_emoji(first) {
        return (TokenKind::Emoji, emoji_len(rest));
    }
    let bytes = rest.chars().take_while(|&c| c == first).map(char::len_utf8).sum();
    (TokenKind::Punctuation, bytes)
}

/// No handle or topic is longer; a longer run is not looked through again and again.
const NAME_BYTES: usize = 256;

fn name_len(rest: &str, fine: impl Fn(char) -> bool) -> usize {
    let ends = |&(at, c): &(usize, char)| at >= NAME_BYTES || !fine(c);
    let end = rest.char_indices().find(ends).map_or(rest.len(), |(at, _)| at);
    rest[..end].trim_end_matches(['.', '-', '@']).len()
}

/// A word or number: letters and digits, with joints (`'`, `-`, `.`, `,`) only inside.
fn word(rest: &str, first: char) -> (TokenKind, usize) {
    let mut digits = first.is_ascii_digit();
    let mut end = 0;
    let mut chars = rest.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        let next = chars.peek().map(|&(_, next)| next);
        let joint = match c {
            '\'' => next.is_some_and(char::is_alphabetic),
            '.' | ',' => {
                digits && next.is_some_and(|n| n.is_ascii_digit()) && rest.as_bytes()[at - 1].is_ascii_digit()
            }
            _ => is_mark(c),
        };
        if !(c.is_alphanumeric() || (at > 0 && joint)) {
            break;
        }
        digits |= c.is_ascii_digit();
        end = at + c.len_utf8();
    }
    (if digits { TokenKind::Number } else { TokenKind::Word }, end.max(first.len_utf8()))
}

/// Combining marks that stay within a word when they could not be composed.
fn is_mark(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}' | '\u{483}'..='\u{489}' | '\u{591}'..='\u{5c7}' | '\u{610}'..='\u{61a}'
        | '\u{64b}'..='\u{65f}' | '\u{900}'..='\u{903}' | '\u{93a}'..='\u{94f}' | '\u{e31}'..='\u{e4e}')
}

/// The length of a link at the start of `rest`: a scheme or `www.`, up to white space, closing marks left out.
fn url_len(rest: &str) -> Option<usize> {
    let bytes = rest.as_bytes();
    let starts =
        |prefix: &str| bytes.get(..prefix.len()).is_some_and(|b| b.eq_ignore_ascii_case(prefix.as_bytes()));
    if !(starts("http://") || starts("https://") || starts("www.")) {
        return None;
    }
    let end = rest.find(|c: char| c.is_whitespace() || matches!(c, '<' | '>' | '"')).unwrap_or(rest.len());
    let trimmed = rest[..end].trim_end_matches(['.', ',', '!', '?', ';', ':', ')', ']', '\'']);
    (trimmed.len() > "www.".len()).then_some(trimmed.len())
}

/// The longest local part of an address (RFC 5321), and of the whole.
const LOCAL: usize = 64;
const ADDRESS: usize = 254;

/// The length of an e-mail address at the start of `rest`.
fn email_len(rest: &str) -> Option<usize> {
    let bytes = rest.as_bytes();
    let local =
        bytes.iter().take(LOCAL + 1).position(|b| !(b.is_ascii_alphanumeric() || b"._%+-".contains(b)))?;
    if bytes[local] != b'@' || local == 0 || local > LOCAL {
        return None;
    }
    let domain = &bytes[local + 1..bytes.len().min(ADDRESS)];
    let end =
        domain.iter().position(|b| !(b.is_ascii_alphanumeric() || b".-".contains(b))).unwrap_or(domain.len());
    let domain = rest.get(local + 1..local + 1 + end)?.trim_end_matches(['.', '-']);
    let (name, top) = domain.rsplit_once('.')?;
    let fine = !name.is_empty() && top.len() >= 2 && top.bytes().all(|b| b.is_ascii_alphabetic());
    fine.then_some(local + 1 + domain.len())
}

/// Is it a pictograph? The blocks that hold emoji, without digits, signs and letters that can be styled as such.
pub(super) fn is_emoji(c: char) -> bool {
    matches!(c, '\u{1f000}'..='\u{1faff}' | '\u{2600}'..='\u{27bf}' | '\u{2b05}'..='\u{2b55}' | '\u{231a}'..='\u{231b}'
        | '\u{23e9}'..='\u{23fa}' | '\u{2934}'..='\u{2935}' | '\u{3030}' | '\u{303d}' | '\u{e0020}'..='\u{e007f}')
}

/// One emoji with its modifiers, joined parts and the second half of a flag.
fn emoji_len(rest: &str) -> usize {
    use unicode_segmentation::UnicodeSegmentation as _;
    rest.graphemes(true).next().map_or(1, str::len)
}

#[cfg(test)]
mod tests {
    use super::{TokenKind, tokens};

    fn read(text: &str) -> Vec<(TokenKind, &str)> {
        tokens(text).into_iter().map(|t| (t.kind, t.span.of(text))).collect()
    }

    #[test]
    fn every_kind_is_found() {
        use TokenKind::{Email, Emoji, Hashtag, Mention, Number, Punctuation, Url, Word};
        assert_eq!(
            read(
                "@Larkway don't BA123 £12.50!!! #NotOk see https://a.example/x?y=1. ann.b@mail.example 👍🏽🇩🇪"
            ),
            [
                (Mention, "@Larkway"),
                (Word, "don't"),
                (Number, "BA123"),
                (Punctuation, "£"),
                (Number, "12.50"),
                (Punctuation, "!!!"),
                (Hashtag, "#NotOk"),
                (Word, "see"),
                (Url, "https://a.example/x?y=1"),
                (Punctuation, "."),
                (Email, "ann.b@mail.example"),
                (Emoji, "👍🏽"),
                (Emoji, "🇩🇪"),
            ]
        );
    }

    #[test]
    fn what_only_looks_like_one() {
        use TokenKind::{Number, Punctuation, Word};
        assert_eq!(
            read("@ #1 a@b 5."),
            [
                (Punctuation, "@"),
                (Punctuation, "#"),
                (Number, "1"),
                (Word, "a"),
                (Punctuation, "@"),
                (Word, "b"),
                (Number, "5"),
                (Punctuation, "."),
            ]
        );
    }

    #[test]
    fn tokens_are_in_order_and_cover_all_but_white_space() {
        for text in [
            "",
            " \n ",
            "a\u{300}\u{300}b",
            "x@@y",
            "'''",
            "\u{e0067}",
            "日本語テキスト",
            "1,2,3.",
            "http://",
        ] {
            let mut end = 0;
            for token in tokens(text) {
                let gap = &text[end..token.span.start as usize];
                assert!(gap.chars().all(char::is_whitespace), "{text:?}");
                assert!(!token.span.is_empty());
                end = token.span.end as usize;
            }
            assert!(text[end..].chars().all(char::is_whitespace), "{text:?}");
        }
    }
}
