//! Mails within a mail, closed before parsing: their media type is changed, so that they stay attachments.
//!
//! The parser would open them to any depth, and a mail of some megabytes can hold a hundred thousand of them within one
//! another, more than a stack bears when they are let go again.

use std::borrow::Cow;

use memchr::memchr;

const NAME: &[u8] = b"content-type";

/// The mail with every `message/...` and `multipart/digest` turned into a type that nobody opens.
pub(super) fn closed(mail: &[u8]) -> Cow<'_, [u8]> {
    let mut changed: Option<Vec<u8>> = None;
    let mut at = 0;
    while at < mail.len() {
        let end = line_end(mail, at);
        let line = &mail[at..end];
        let value =
            line.get(..NAME.len()).filter(|name| name.eq_ignore_ascii_case(NAME)).map(|_| at + NAME.len());
        let Some(value) = value else {
            at = end;
            continue;
        };
        // The header goes on over lines that begin with a blank.
        let mut last = end;
        while mail.get(last).is_some_and(|byte| matches!(byte, b' ' | b'\t')) {
            last = line_end(mail, last);
        }
        let kind =
            value..mail[value..last].iter().position(|&byte| byte == b';').map_or(last, |semi| value + semi);
        if opens(&mail[kind.clone()]) {
            let changed = changed.get_or_insert_with(|| mail.to_vec());
            close(&mut changed[kind]);
        }
        at = last;
    }
    changed.map_or(Cow::Borrowed(mail), Cow::Owned)
}

fn line_end(mail: &[u8], at: usize) -> usize {
    memchr(b'\n', &mail[at..]).map_or(mail.len(), |end| at + end + 1)
}

/// Could that value be a type that the parser opens, its comments read or passed over?
fn opens(value: &[u8]) -> bool {
    let has = |letters: &[u8]| {
        [&b"message"[..], b"digest"].iter().any(|word| letters.windows(word.len()).any(|part| part == *word))
    };
    let letters: Vec<u8> =
        value.iter().filter(|b| !b.is_ascii_whitespace()).map(u8::to_ascii_lowercase).collect();
    if has(&letters) {
        return true;
    }
    let mut depth = 0_usize;
    let outside = letters.into_iter().filter(|byte| {
        depth = if *byte == b'(' { depth + 1 } else { depth };
        let out = depth == 0;
        depth = if *byte == b')' { depth.saturating_sub(1) } else { depth };
        out
    });
    has(&outside.collect::<Vec<u8>>())
}

fn close(value: &mut [u8]) {
    let slash = value.iter().position(|&byte| byte == b'/').map_or(value.len(), |at| at + 1);
    for (at, byte) in value.iter_mut().enumerate() {
        if at >= slash && !matches!(*byte, b'\r' | b'\n' | b' ' | b'\t') || *byte == b'(' {
            *byte = b'x';
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use mail_parser::{MessageParser, PartType};

    #[test]
    fn a_mail_within_a_mail_is_not_opened() {
        for kind in [
            "message/rfc822",
            "MESSAGE/RFC822; x=y",
            "message/(a)rfc822",
            "mes(a)sage/rfc822",
            "message/\r\n rfc822",
            "message/global",
        ] {
            let mail =
                format!("From: a@b.example\r\nContent-Type: {kind}\r\n\r\nFrom: c@d.example\r\n\r\nhi\r\n");
            let closed = closed(mail.as_bytes());
            assert_eq!(closed.len(), mail.len());
            let mail = MessageParser::new().parse(closed.as_ref()).unwrap();
            assert!(mail.parts.iter().all(|part| !matches!(part.body, PartType::Message(_))), "{kind}");
        }
        let plain = b"Content-Type: text/plain; charset=utf-8\n\nmessage/rfc822\n";
        assert!(matches!(closed(plain), Cow::Borrowed(_)));
    }
}
