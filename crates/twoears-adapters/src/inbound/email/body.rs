//! The text and the attachments of a mail's parts.

use mail_parser::{Message as Mail, MessagePart, MimeHeaders, PartType};
use twoears_core::{Attachment, AttachmentKind};

use crate::read::quote::{Reply, own_words as own, without_quotes};
use crate::read::subject::one_line;
use crate::read::{LIST_ENTRIES, TEXT_BYTES, attachment_kind, first_bytes, html_to_text};

/// Bytes of a text that are looked at for the writer's own words: a long quote may stand above them.
const LOOKED_AT: usize = 8 * TEXT_BYTES;

/// Signatures of cryptography; they are no attachment to anybody.
const UNSHOWN: &[&str] = &["pgp-signature", "pkcs7-signature", "x-pkcs7-signature", "pgp-encrypted"];

/// The writer's own words.
pub(super) fn own_words(mail: &Mail<'_>, reply: Reply) -> String {
    let mut plain = String::new();
    for part in mail.text_body.iter().filter_map(|id| mail.part(*id)) {
        if let PartType::Text(text) = &part.body
            && plain.len() < LOOKED_AT
        {
            if !plain.is_empty() {
                plain.push('\n');
            }
            match parameter(part, "format").as_deref() {
                Some("flowed") => {
                    unfold(text, parameter(part, "delsp").as_deref() == Some("yes"), &mut plain);
                }
                _ => plain.push_str(text),
            }
        }
    }
    if !plain.trim().is_empty() {
        return own(first_bytes(&plain, LOOKED_AT), reply);
    }
    let html = mail.html_body.iter().filter_map(|id| mail.part(*id)).find_map(|part| match &part.body {
        PartType::Html(html) => Some(html),
        _ => None,
    });
    let Some(html) = html else { return String::new() };
    let bare = own(&html_to_text(&without_quotes(html)), reply);
    // A mail that is nothing but a forwarded one is kept; an answer that is nothing but its quote says nothing.
    if bare.is_empty() && reply == Reply::No { own(&html_to_text(html), reply) } else { bare }
}

fn parameter(part: &MessagePart<'_>, name: &str) -> Option<String> {
    part.content_type()?.attribute(name).map(str::to_ascii_lowercase)
}

/// Puts lines together that end in a blank (RFC 3676), but for the line of a signature; quotes keep their marks.
fn unfold(text: &str, drop_blank: bool, out: &mut String) {
    let mut open: Option<usize> = None;
    for line in text.lines() {
        let depth = line.bytes().take_while(|&byte| byte == b'>').count();
        let words = &line[depth..];
        let words = words.strip_prefix(' ').unwrap_or(words);
        let soft = words.ends_with(' ') && words != "-- ";
        if open != Some(depth) || words == "-- " {
            if open.is_some() {
                out.push('\n');
            }
            out.extend(std::iter::repeat_n('>', depth));
            out.push_str(if depth > 0 { " " } else { "" });
        }
        out.push_str(if soft && drop_blank { &words[..words.len() - 1] } else { words });
        open = soft.then_some(depth);
        if !soft {
            out.push('\n');
        }
    }
}

/// What came with it; pictures within the text too.
pub(super) fn attachments(mail: &Mail<'_>) -> Vec<Attachment> {
    let parts = mail.attachments.iter().filter_map(|id| mail.part(*id)).take(LIST_ENTRIES);
    parts.filter_map(attachment).collect()
}

fn attachment(part: &MessagePart<'_>) -> Option<Attachment> {
    let kind = part.content_type();
    let subtype = kind.and_then(|kind| kind.subtype()).unwrap_or_default().to_ascii_lowercase();
    if UNSHOWN.contains(&subtype.as_str()) {
        return None;
    }
    let kind = match kind.map_or("text", |kind| kind.ctype()).to_ascii_lowercase().as_str() {
        "text" if matches!(subtype.as_str(), "vcard" | "x-vcard") => AttachmentKind::Contact,
        "message" => AttachmentKind::File,
        kind => attachment_kind(kind),
    };
    let title = part.attachment_name().or_else(|| part.content_description()).and_then(one_line);
    Some(Attachment { kind, title })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn flowed_lines_are_put_together() {
        for (text, want) in [
            ("one \ntwo\nthree\n", "one two\nthree\n"),
            ("> one \n> two\nmine\n", "> one two\nmine\n"),
            ("one \n> two\n", "one \n> two\n"),
            ("bye \n-- \nAnn \nLee\n", "bye \n-- \nAnn Lee\n"),
            (" From me\n", "From me\n"),
        ] {
            let mut out = String::new();
            unfold(text, false, &mut out);
            assert_eq!(out, want, "{text:?}");
        }
    }
}
