//! What programs send: out-of-office answers, lists, newsletters, bounces, receipts.

use mail_parser::{Message as Mail, MimeHeaders};

/// Headers that only programs write, whatever their value but "no".
const HEADERS: &[&str] = &[
    "Auto-Submitted",
    "X-Autoreply",
    "X-Autorespond",
    "X-Autoresponder",
    "X-Auto-Reply",
    "X-Mail-Autoreply",
    "List-Id",
];

/// What a report is, when the mail is one (RFC 6522), or a bounce of a server that knows no reports.
pub(super) fn report(mail: &Mail<'_>) -> Option<&'static str> {
    let root = mail.parts.first()?;
    if root.is_content_type("multipart", "report") {
        let kind = root.content_type().and_then(|kind| kind.attribute("report-type")).unwrap_or_default();
        return Some(match kind.to_ascii_lowercase().as_str() {
            "disposition-notification" => "a read receipt",
            "feedback-report" => "a report of abuse",
            _ => "a delivery report",
        });
    }
    let from = mail.from()?.first()?.address.as_deref()?;
    let local = from.split('@').next()?.to_ascii_lowercase();
    (local == "mailer-daemon" || local == "postmaster" && empty_return_path(mail))
        .then_some("a delivery report")
}

/// Do the headers say that a program sent it?
pub(super) fn is_machine(mail: &Mail<'_>) -> bool {
    let said = |name: &'static str| mail.header_raw(name).map(|value| value.trim().to_ascii_lowercase());
    let no = |value: &str| value.split([';', ' ']).next() == Some("no");
    HEADERS.iter().any(|name| said(name).is_some_and(|value| !value.is_empty() && !no(&value)))
        || said("Precedence").is_some_and(|value| {
            matches!(value.as_str(), "bulk" | "junk" | "list" | "auto_reply" | "auto-reply")
        })
        || empty_return_path(mail)
}

fn empty_return_path(mail: &Mail<'_>) -> bool {
    mail.header_raw("Return-Path").is_some_and(|path| path.trim() == "<>")
}

/// Does nobody read what is sent to that address?
pub(super) fn is_no_reply(address: &str) -> bool {
    let local = address.split(['@', '+']).next().unwrap_or_default();
    let plain: String = local.chars().filter(|c| !matches!(c, '-' | '_' | '.')).collect();
    let plain = plain.to_lowercase();
    ["noreply", "donotreply", "mailerdaemon"]
        .iter()
        .any(|name| plain.starts_with(name) || plain.ends_with(name))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nobody_reads_there() {
        for address in [
            "noreply@a.example",
            "no-reply+7@a.example",
            "orders.do_not_reply@a.example",
            "NoReply@a.example",
        ] {
            assert!(is_no_reply(address), "{address}");
        }
        for address in ["noreen.reply@a.example", "ann@noreply.example", "reply@a.example"] {
            assert!(!is_no_reply(address), "{address}");
        }
    }
}
