//! E-mail: what a mailer needs to send an answer. Keys: `to`; `subject`, `message_id` and `references`, where they are known.
//!
//! Nothing that came from outside can begin another header: a value with a control character is refused.

use serde_json::json;
use twoears_core::Audience;

use super::{Address, Request};
use crate::Error;

/// The method is `SEND`, the body plain data: who sends it builds the message (RFC 5322) and encodes its headers.
pub(crate) fn request(address: &Address, text: &str, audience: Audience) -> Result<Request, Error> {
    if audience == Audience::Public {
        return Err(Error::request("e-mail has no answer in the open: answer in private"));
    }
    let to = header("to", address.need("to")?)?;
    let mailbox = to.matches('@').count() == 1
        && !to.starts_with('@')
        && !to.ends_with('@')
        && !to.contains(|c: char| c.is_whitespace() || matches!(c, ',' | ';' | '<' | '>' | '"'));
    if !mailbox {
        return Err(Error::request("`to` of the address is not one e-mail address"));
    }
    let subject = match address.key("subject").filter(|subject| !subject.trim().is_empty()) {
        Some(subject) => format!("Re: {}", header("subject", subject)?),
        None => "Re: your message".to_owned(),
    };
    let parent = address.key("message_id").map(|id| bracketed("message_id", id)).transpose()?;
    let known = header("references", address.key("references").unwrap_or_default())?;
    let mut references = Vec::new();
    for id in known.split_whitespace() {
        references.push(bracketed("references", id)?);
    }
    if let Some(parent) = parent.as_ref().filter(|parent| !references.contains(parent)) {
        references.push(parent.clone());
    }
    let body = json!({
        "to": to,
        "subject": subject,
        "in_reply_to": parent,
        "references": references.join(" "),
        "text": text,
    });
    let request =
        Request { method: "SEND".to_owned(), host: None, path: String::new(), body, notes: Vec::new() };
    let request = request
        .note("plain text in UTF-8; fold and encode the headers, lines of at most 998 bytes (RFC 5322)");
    let request = request.note("header `Auto-Submitted: auto-replied` when no person sends it (RFC 3834)");
    let automatic = address.key("automatic") == Some("yes");
    Ok(if automatic {
        request.note("a program wrote that mail: never answer it automatically")
    } else {
        request
    })
}

fn header<'a>(key: &str, value: &'a str) -> Result<&'a str, Error> {
    let odd = |c: char| c.is_control() || matches!(c, '\u{2028}' | '\u{2029}');
    if value.contains(odd) {
        return Err(Error::request(format!(
            "`{key}` of the address holds a control character, which no header may"
        )));
    }
    Ok(value.trim())
}

fn bracketed(key: &str, id: &str) -> Result<String, Error> {
    let id = header(key, id)?.trim_start_matches('<').trim_end_matches('>');
    if id.is_empty() || id.contains(|c: char| c.is_whitespace() || matches!(c, '<' | '>')) {
        return Err(Error::request(format!("`{key}` of the address is not a message id")));
    }
    Ok(format!("<{id}>"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Platform;

    fn address() -> Address {
        let address = Address::new(Platform::Email).with("to", Some("ann@post.example".into()));
        let address = address
            .with("subject", Some("Order 12".into()))
            .with("message_id", Some("b@post.example".into()));
        address.with("references", Some("a@post.example".into()))
    }

    #[test]
    fn an_answer_hangs_below_the_mail() {
        let request = request(&address(), "Hi Ann,\n\nit's on its way.", Audience::Private).unwrap();
        assert_eq!((request.method.as_str(), request.host.as_deref()), ("SEND", None));
        let body = json!({
            "to": "ann@post.example",
            "subject": "Re: Order 12",
            "in_reply_to": "<b@post.example>",
            "references": "<a@post.example> <b@post.example>",
            "text": "Hi Ann,\n\nit's on its way.",
        });
        assert_eq!(request.body, body);
        assert!(request.notes.iter().any(|note| note.contains("Auto-Submitted")));
    }

    #[test]
    fn no_value_begins_another_header() {
        for (key, value) in [
            ("to", "ann@post.example\r\nBcc: all@post.example"),
            ("to", "ann@post.example, bob@post.example"),
            ("to", "Ann <ann@post.example>"),
            ("to", "ann"),
            ("subject", "Order\nBcc: all@post.example"),
            ("subject", "Order\rBcc: x"),
            ("message_id", "a@b\r\nX: y"),
            ("message_id", "a@b> <c@d"),
            ("references", "a@b\r\n\r\nbody"),
            ("references", "a\u{0}b"),
        ] {
            let error =
                request(&address().with(key, Some(value.into())), "a", Audience::Private).unwrap_err();
            assert!(error.is_request() && error.to_string().contains(key), "{key}: {error}");
            assert!(!error.to_string().contains("post.example"), "{error}");
        }
    }

    #[test]
    fn there_is_no_answer_in_the_open_and_none_to_nobody() {
        assert!(request(&address(), "a", Audience::Public).unwrap_err().is_request());
        assert!(request(&Address::new(Platform::Email), "a", Audience::Private).unwrap_err().is_request());
        let automatic =
            request(&address().with("automatic", Some("yes".into())), "a", Audience::Private).unwrap();
        assert!(automatic.notes.iter().any(|note| note.contains("program")));
    }
}
