use super::*;
use twoears_core::ledger::State;
use twoears_core::{AttachmentKind, AuthorKind, Channel};

#[test]
fn every_key_is_read() {
    let message = parse(
        r#"{"id":"a","text":"hi \ud83d","channel":"Mastodon","visibility":"unlisted","sent_at":1763800000000,"extra":[1],
        "author":{"id":9,"name":"Ann","handle":"@ann","followers":12.0,"vip":true},
        "thread":[{"from":"customer","text":"one","sent_at":"2026-11-22T09:00:00Z"},{"from":"agent","text":"two"}],
        "reach":{"accepts_messages":false,"private_reply_sent":true,"live":null}}"#,
    )
    .unwrap();
    assert_eq!(message.text, "hi \u{fffd}");
    assert_eq!((message.channel, message.visibility), (Channel::Mastodon, Visibility::Unlisted));
    assert_eq!((message.author.followers, message.author.vip), (Some(12), true));
    assert_eq!(message.author.id.as_deref(), Some("9"));
    assert_eq!(message.thread.turns().len(), 2);
    assert_eq!(message.reach, Reach::default().accepts_messages(false).private_reply_sent(true));
    assert_eq!(message.sent_at.unwrap().as_second(), 1_763_800_000);
    for (time, second) in
        [("\"2020-03-03 13:05:57 UTC\"", 1_583_240_757), ("\"2020-03-03T13:05:57\"", 1_583_240_757)]
    {
        let message = parse(&format!(r#"{{"text":"a","sent_at":{time}}}"#)).unwrap();
        assert_eq!(message.sent_at.unwrap().as_second(), second, "{time}");
    }
    assert!(parse(r#"{"text":"a","sent_at":-9223372036854775808}"#).is_err());
}

#[test]
fn what_is_known_from_before_is_read() {
    let message = parse(
        r#"{"text":"a","thread_id":44,"parent_id":"p","direction":"out","language":"en-GB",
        "author":{"verified":true,"first_seen":"2020-01-01T00:00:00Z","kind":"agent"},
        "attachments":[{"kind":"image","title":"a cat"},{"kind":"hologram"}],
        "thread":[{"id":7,"text":"one"}],
        "contact":{"past":[{"at":1763800000,"channel":"x dm","sentiment":-0.5,"complaint":true},{}],"complaints":3,
        "complete":true,"vulnerable":false,"promises":[{"id":2,"thread_id":44,"owner":"Mia","action":"ring",
        "made_at":"2026-11-22T09:00:00Z","due":"2026-11-22T10:00:00Z","state":"open"}]}}"#,
    )
    .unwrap();
    assert_eq!((message.thread_id.as_deref(), message.parent_id.as_deref()), (Some("44"), Some("p")));
    assert_eq!((message.direction, message.language), (Direction::Out, "en".parse().ok()));
    assert_eq!((message.author.kind, message.author.verified), (AuthorKind::Agent, Some(true)));
    assert!(message.author.first_seen.is_some());
    let kinds: Vec<AttachmentKind> = message.attachments.iter().map(|thing| thing.kind).collect();
    assert_eq!(kinds, [AttachmentKind::Image, AttachmentKind::Other]);
    assert_eq!(message.thread.turns()[0].id.as_deref(), Some("7"));
    let contact = &message.contact;
    assert_eq!((contact.past.len(), contact.complaints, contact.complete), (2, Some(3), true));
    assert_eq!((contact.past[0].channel, contact.past[0].sentiment), (Channel::X, Some(-0.5)));
    assert_eq!((contact.vulnerable, contact.promises[0].id), (Some(false), 2));
    let late = "2026-11-22T10:00:01Z".parse().unwrap();
    assert_eq!(contact.promises[0].state(late), State::Broken);
    let plain = parse(r#"{"text":"a","language":"xx-unknown","contact":{}}"#).unwrap();
    assert_eq!((plain.language, plain.contact), (None, twoears_core::Contact::default()));
}

#[test]
fn a_channel_may_say_that_it_is_private() {
    for (name, channel, public) in [
        ("dm", Channel::Other, false),
        ("X_DM", Channel::X, false),
        ("instagram direct", Channel::Instagram, false),
        ("twitter", Channel::X, true),
        ("fax", Channel::Other, true),
    ] {
        let message = parse(&format!(r#"{{"text":"a","channel":"{name}"}}"#)).unwrap();
        assert_eq!((message.channel, message.is_public()), (channel, public), "{name}");
    }
}

#[test]
fn errors_name_the_key_and_not_the_value() {
    for (json, part) in [
        ("", "not JSON"),
        ("[1]", "a list"),
        (r#"{"text":null}"#, "`text` must be text, not null"),
        (r#"{"text":"a","author":{"followers":"secret"}}"#, "author.followers"),
        (r#"{"text":"a","sent_at":"secret"}"#, "`sent_at` is no time"),
        (r#"{"text":"a","visibility":"secret"}"#, "visibility"),
        (r#"{"text":"a","thread":{"a":"secret"}}"#, "`thread` must be a list"),
        (r#"{"text":"a","reach":"secret"}"#, "`reach` must be an object"),
        (r#"{"text":"a","reach":{"live":"secret"}}"#, "`reach.live` must be true or false"),
        (r#"{"text":"a","thread":[{},{"sent_at":"secret"}]}"#, "`thread[1].sent_at` is no time"),
        (r#"{"text":"a","thread":[{"from":"secret"}]}"#, "`thread[0].from` is neither"),
        (r#"{"text":"a","direction":"secret"}"#, "`direction` is none of"),
        (r#"{"text":"a","author":{"kind":"secret"}}"#, "`author.kind` is none of"),
        (r#"{"text":"a","attachments":["secret"]}"#, "`attachments` must be a list of objects"),
        (r#"{"text":"a","contact":"secret"}"#, "`contact` must be an object"),
        (r#"{"text":"a","contact":{"past":[{"sentiment":7}]}}"#, "`contact.past[0].sentiment` must be"),
        (r#"{"text":"a","contact":{"complaints":-1}}"#, "`contact.complaints` must be a number from 0 on"),
        (
            r#"{"text":"a","contact":{"promises":[{"owner":"secret"}]}}"#,
            "`contact.promises[0].action` is missing",
        ),
        (r#"{"text":"secret"#, "not JSON: EOF while parsing a string"),
    ] {
        let error = parse(json).unwrap_err();
        assert!(error.is_input());
        let shown = error.to_string();
        assert!(shown.contains(part) && !shown.contains("secret"), "{json}: {shown}");
    }
}
