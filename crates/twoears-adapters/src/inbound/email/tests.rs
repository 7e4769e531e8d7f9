use super::*;
use crate::Audience;
use crate::outbound;
use twoears_core::{Attachment, AttachmentKind, Brand};

const FIRST: &[u8] = include_bytes!("../../../tests/payloads/email/first.eml");
const REPLY: &[u8] = include_bytes!("../../../tests/payloads/email/reply_html.eml");
const INLINE: &[u8] = include_bytes!("../../../tests/payloads/email/inline_answers.eml");
const AWAY: &[u8] = include_bytes!("../../../tests/payloads/email/out_of_office.eml");
const BOUNCE: &[u8] = include_bytes!("../../../tests/payloads/email/bounce.eml");
const OWN: &[u8] = include_bytes!("../../../tests/payloads/email/own_answer.eml");
const FORM: &[u8] = include_bytes!("../../../tests/payloads/email/web_form.eml");

fn settings() -> Settings {
    Settings::of(&Brand::from_toml("[inbound]\nown_ids = ['help@larkway.example']").unwrap()).unwrap()
}

fn one(mail: &[u8]) -> Item {
    let mut parsed = parse(mail, &settings()).unwrap();
    assert_eq!((parsed.items.len(), parsed.passed.len()), (1, 0));
    parsed.items.remove(0)
}

#[test]
fn a_first_mail_is_read_with_its_subject() {
    let item = one(FIRST);
    let message = &item.message;
    assert_eq!(
        message.text,
        "Parcel 48121 – still not here\n\nHello,\n\nmy parcel was due on Friday and there’s no sign of it. I need it before \
         Wednesday.\n\nAnn"
    );
    assert_eq!(message.id, "CAF-one@mail.post.example");
    assert_eq!(
        (message.thread_id.as_deref(), message.parent_id.as_deref()),
        (Some(message.id.as_str()), None)
    );
    assert_eq!((message.channel, message.visibility), (Channel::Email, Visibility::Private));
    assert_eq!(message.author.name.as_deref(), Some("Ann Lée"));
    assert_eq!(message.author.id.as_deref(), Some("ann.lee@post.example"));
    assert_eq!((message.author.kind, message.direction), (AuthorKind::Unknown, Direction::In));
    assert_eq!(message.sent_at.unwrap().to_string(), "2026-11-23T08:05:57Z");
    assert_eq!(message.language, "en".parse().ok());
    assert_eq!(message.attachments, [Attachment::new(AttachmentKind::Image).title("door.jpg")]);
    assert_eq!(message.gaps, []);
}

#[test]
fn an_answer_in_html_is_read_without_quote_signature_and_subject() {
    let item = one(REPLY);
    let message = &item.message;
    assert_eq!(message.text, "It’s still not here. Please cancel.");
    assert_eq!(message.thread_id.as_deref(), Some("CAF-one@mail.post.example"));
    assert_eq!(message.parent_id.as_deref(), Some("two@larkway.example"));
    assert_eq!(message.author.name.as_deref(), Some("Lee, Ann"));
    assert_eq!(message.author.id.as_deref(), Some("ann.lee@post.example"));
    let request = outbound::request(&item.address, "Done.", Audience::Private).unwrap();
    let body = serde_json::json!({
        "to": "ann@home.example",
        "subject": "Re: Parcel 48121",
        "in_reply_to": "<three@mail.post.example>",
        "references": "<CAF-one@mail.post.example> <two@larkway.example> <three@mail.post.example>",
        "text": "Done.",
    });
    assert_eq!(request.body, body);
}

#[test]
fn answers_between_quotes_stay_in_order() {
    let item = one(INLINE);
    let words = "It is Mill Lane, the house with the green door, next to the bakery.\n\nYes.";
    assert_eq!(item.message.text, words);
    assert_eq!(item.message.thread_id.as_deref(), Some("CAF-one@mail.post.example"));
    assert_eq!(item.message.author.id.as_deref(), Some("ann.lee@post.example"));
}

#[test]
fn what_a_program_sent_comes_in_as_a_bot() {
    let item = one(AWAY);
    assert_eq!((item.message.author.kind, item.message.direction), (AuthorKind::Bot, Direction::In));
    let request = outbound::request(&item.address, "a", Audience::Private).unwrap();
    assert!(request.notes.iter().any(|note| note.contains("never answer it automatically")));
    let plain = "From: ann@post.example\nDate: Mon, 23 Nov 2026 08:00:00 +0000\nSubject: a\n";
    assert_eq!(one(format!("{plain}\nhi").as_bytes()).message.author.kind, AuthorKind::Unknown);
    for (header, kind) in [
        ("Auto-Submitted: auto-generated", AuthorKind::Bot),
        ("Auto-Submitted: no", AuthorKind::Unknown),
        ("X-Autoreply: yes", AuthorKind::Bot),
        ("Precedence: list", AuthorKind::Bot),
        ("Precedence: auto_reply", AuthorKind::Bot),
        ("Precedence: first-class", AuthorKind::Unknown),
        ("List-Id: News <news.shop.example>", AuthorKind::Bot),
        ("Return-Path: <>", AuthorKind::Bot),
        ("Return-Path: <ann@post.example>", AuthorKind::Unknown),
    ] {
        let item = one(format!("{header}\n{plain}\nhi").as_bytes());
        assert_eq!((item.message.author.kind, item.message.direction), (kind, Direction::In), "{header}");
    }
    let no_reply = plain.replace("ann@", "no-reply@");
    assert_eq!(one(format!("{no_reply}\nhi").as_bytes()).message.author.kind, AuthorKind::Bot);
}

#[test]
fn reports_are_passed() {
    let passed = |mail: &[u8]| parse(mail, &settings()).unwrap().passed;
    assert_eq!(passed(BOUNCE), ["a delivery report"]);
    let receipt =
        String::from_utf8_lossy(BOUNCE).replace("delivery-status; b", "disposition-notification; b");
    assert_eq!(passed(receipt.as_bytes()), ["a read receipt"]);
    let old = b"From: MAILER-DAEMON@mx.post.example\nSubject: failure notice\n\nI was not able to deliver.";
    assert_eq!(passed(old), ["a delivery report"]);
}

#[test]
fn an_own_mail_is_an_answer() {
    let item = one(OWN);
    assert_eq!((item.message.direction, item.message.author.kind), (Direction::Out, AuthorKind::Agent));
    assert_eq!(item.message.text, "Hi Ann,\n\nwe will call you tomorrow.");
    assert_eq!(item.message.thread_id.as_deref(), Some("CAF-one@mail.post.example"));
    assert_eq!(item.address.key("to"), Some("ann.lee@post.example"));
}

#[test]
fn a_form_names_the_customer_as_the_one_to_answer() {
    let item = one(FORM);
    let message = &item.message;
    assert_eq!(message.text, "Contact form\n\nWhere can I return a coat?");
    assert_eq!(message.author.id.as_deref(), Some("dora.kent@post.example"));
    assert_eq!(
        (message.author.kind, item.address.key("to")),
        (AuthorKind::Unknown, Some("dora.kent@post.example"))
    );
    let titles: Vec<_> = message.attachments.iter().map(|one| (one.kind, one.title.as_deref())).collect();
    assert_eq!(
        titles,
        [(AttachmentKind::File, Some("receipt.eml")), (AttachmentKind::File, Some("invoice.pdf"))]
    );
    // It has no id: one is made, the same each time, whatever servers add.
    let again = [b"Received: from a by b; Thu, 26 Nov 2026 10:00:01 GMT\n", FORM].concat();
    assert_eq!(one(&again).message.id, message.id);
    assert!(message.id.starts_with("made-"));
}

#[test]
fn what_is_missing_becomes_a_gap() {
    let item = one(b"Subject: \n\n");
    assert_eq!(item.message.gaps, [Gap::BodyUnavailable, Gap::AuthorUnknown, Gap::TimeUnknown]);
    let sealed = "From: a@b.example\nDate: Mon, 23 Nov 2026 08:00:00 +0000\nContent-Type: multipart/encrypted; boundary=b\n\n--b\nContent-Type: application/pgp-encrypted\n\nVersion: 1\n--b--\n";
    assert_eq!(one(sealed.as_bytes()).message.gaps, [Gap::BodyUnavailable]);
}

#[test]
fn what_is_no_mail_is_refused_without_its_words() {
    for payload in
        [&b""[..], b"{\"secret\":1}", b"secret", b"\n\nsecret", b"\xff\xfe", b"X-Secret: secret\n\nsecret"]
    {
        let error = parse(payload, &settings()).unwrap_err();
        assert!(error.is_payload() && !error.to_string().contains("secret"), "{error}");
    }
}

#[test]
fn cut_and_changed_mails_are_read_or_refused() {
    for mail in [FIRST, REPLY, INLINE, AWAY, BOUNCE, OWN, FORM] {
        for end in 0..mail.len() {
            let _ = parse(&mail[..end], &settings());
        }
        let mut changed = mail.to_vec();
        for at in 0..mail.len() {
            for byte in [b'\n', b'<', b'=', b'"', 0, 0xff] {
                changed[at] = byte;
                let _ = parse(&changed, &settings());
            }
            changed[at] = mail[at];
        }
    }
}

#[test]
fn mails_within_mails_are_borne_to_any_depth() {
    let nested = "Content-Type: message/rfc822\n\n".repeat((4 << 20) / 30);
    let digest = "Content-Type: multipart/digest; boundary=b\n\n--b\n\n".repeat((4 << 20) / 48);
    let parts = "Content-Type: multipart/mixed; boundary=b\n\n--b\n".repeat((4 << 20) / 48);
    for body in [nested, digest, parts] {
        let mail = format!("From: ann@post.example\n{body}");
        let _ = parse(mail.as_bytes(), &settings());
    }
}
