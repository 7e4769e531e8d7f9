use super::*;
use crate::Audience::{Private, Public};
use crate::From;

fn text(text: &str) -> String {
    redact(&Message::new(text), &Given::default()).text().to_owned()
}

#[test]
fn one_value_has_one_pseudonym_and_all_else_stays() {
    assert_eq!(
        text("card 4111 1111 1111 1111, no 5555-5555-5555-4444!\r\n\u{feff}again 4111111111111111 \u{1F600}"),
        "card <card-1>, no <card-2>!\r\n\u{feff}again <card-1> \u{1F600}"
    );
    assert_eq!(
        text("Ann@Mail.example is ann@mail.example, not a.nn@mail.example"),
        "<email-1> is <email-1>, not <email-2>"
    );
    assert_eq!(text("nothing of mine"), "nothing of mine");
    assert_eq!(text(""), "");
}

#[test]
fn all_bytes_of_a_value_go_however_it_is_written() {
    for value in [
        "4111\u{200b}1111\u{200d}1111\u{200b}1111",
        "４１１１ １１１１ １１１１ １１１１",
        "&#52;111 1111 1111 111&#49;",
        "4111&nbsp;1111&nbsp;1111&nbsp;1111",
        "4111\u{a0}1111\u{2009}1111\u{202f}1111",
        "4111–1111–1111–1111",
        "\u{1d7d2}111 1111 1111 1111",
    ] {
        assert_eq!(text(&format!("it is {value}, so")), "it is <card-1>, so", "{value}");
    }
}

#[test]
fn what_only_looks_like_a_pseudonym_stays_what_it_is() {
    let typed = "<card-1> and &lt;Card-2&gt; I typed; 4111 1111 1111 1111 is mine";
    let redacted = redact(&Message::new(typed), &Given::default());
    assert_eq!(redacted.text(), "<card-1> and &lt;Card-2&gt; I typed; <card-3> is mine");
    assert_eq!(redacted.restore(redacted.text(), Private).unwrap(), typed);
    let other = "<card-1> <card-3> <card-4> <phone-1> <card-03> <<card-3>>";
    let want = "<card-1> 4111 1111 1111 1111 <card-4> <phone-1> <card-03> <4111 1111 1111 1111>";
    assert_eq!(redacted.restore(other, Private).unwrap(), want);
}

#[test]
fn a_value_that_looks_like_a_pseudonym_is_not_restored_again() {
    let parts = [Part::Value(PrivateKind::Name, "<card-7>"), Part::Text("4111 1111 1111 1111")];
    let redacted = redact_texts(&parts, &Given::default());
    assert_eq!(redacted.texts().collect::<Vec<_>>(), ["<name-1>", "<card-1>"]);
    assert_eq!(redacted.restore("a <name-1> b", Private).unwrap(), "a <card-7> b");
}

#[test]
fn the_thread_and_the_author_share_the_pseudonyms() {
    let message = Message::new("any news on LK-448201? @ann_lee77 here")
        .thread(
            Thread::default()
                .turn(From::Customer, "my order LK-448201 is late, call +44 7700 900123")
                .turn(From::Organisation, "Hello Ann Lee, we will ring 07700 900456 or +447700900123."),
        )
        .author(Author::new("ann_lee77").name("Ann Lee").id("9001").followers(3));
    let redacted = redact(&message, &Given::default());
    let got = redacted.message();
    assert_eq!(got.text, "any news on <order-1>? <account-1> here");
    assert_eq!(got.thread.turns()[0].text, "my order <order-1> is late, call <phone-1>");
    assert_eq!(got.thread.turns()[1].text, "Hello <name-1>, we will ring <phone-2> or <phone-1>.");
    assert_eq!(got.author.name.as_deref(), Some("<name-1>"));
    assert_eq!(got.author.handle.as_deref(), Some("<account-1>"));
    assert_eq!(got.author.id.as_deref(), Some("<account-2>"));
    assert_eq!(got.author.followers, Some(3));
    for (redacted_text, original) in
        [(&got.text, &message.text), (&got.thread.turns()[1].text, &message.thread.turns()[1].text)]
    {
        assert_eq!(&redacted.restore(redacted_text, Private).unwrap(), original);
    }
}

#[test]
fn public_eyes_get_nothing_back() {
    let redacted = redact(&Message::new("4111 1111 1111 1111"), &Given::default());
    let error = redacted.restore("<card-1>", Public).unwrap_err();
    assert!(error.is_restore() && error.to_string().contains("public"), "{error}");
    assert!(!error.to_string().contains("4111"));
}

#[test]
fn no_value_in_what_is_shown() {
    let message = Message::new("my card 4111 1111 1111 1111, password is hunter22")
        .author(Author::new("annlee77").name("Ann Lee"))
        .thread(Thread::default().turn(From::Customer, "+44 7700 900123"));
    let redacted = redact(&message, &Given::default());
    let json = serde_json::to_string(&redacted).unwrap();
    assert!(json.contains("<card-1>") && json.contains("<password-1>"), "{json}");
    for shown in [format!("{redacted:?}"), format!("{redacted:#?}"), redacted.to_string(), json] {
        for value in ["4111", "hunter22", "annlee77", "Ann Lee", "7700"] {
            assert!(!shown.contains(value), "{value} in {shown}");
        }
    }
    assert!(!format!("{redacted:?}").contains("card is"));
}

#[test]
fn a_long_text_is_redacted_to_its_end() {
    let long = format!("{}4111 1111 1111 1111", "words of no matter ".repeat(10_000));
    let redacted = redact(&Message::new(&long), &Given::default());
    assert!(redacted.text().ends_with(" <card-1>"));
    assert_eq!(redacted.restore(redacted.text(), Private).unwrap(), long);
}

#[test]
fn once_redacted_there_is_nothing_left() {
    let once = text(
        "my card 4111 1111 1111 1111, ann@mail.example, order LK-448201, call +44 7700 900123, PIN: 4411",
    );
    assert_eq!(text(&once), once);
    assert_eq!(once.matches('<').count(), 5, "{once}");
}

#[test]
fn passwords_are_exact_and_found_again() {
    assert_eq!(
        text("my password is Hunter22x! It says Hunter22x! is wrong"),
        "my password is <password-1> It says <password-1> is wrong"
    );
}

#[test]
fn what_comes_with_a_message_is_redacted_too() {
    use crate::ledger::Entry;
    use crate::{Attachment, AttachmentKind, Contact, Turn};
    let moment = jiff::Timestamp::UNIX_EPOCH;
    let owed =
        Entry::new("Mia", "ring +44 7700 900123 about LK-448201", moment, moment).thread("447700900123");
    let message = Message::new("my order LK-448201, call +44 7700 900123")
        .id("m1")
        .author(Author { id: Some("447700900123".to_owned()), ..Author::default() })
        .thread_id("447700900123")
        .parent_id("p-1")
        .thread(Thread::new(vec![Turn::new(From::Customer, "hi").id("+44 7700 900123")]))
        .attachment(Attachment::new(AttachmentKind::Image).title("LK-448201 ann@mail.example.jpg"))
        .contact(Contact { promises: vec![owed], ..Contact::default() });
    let redacted = redact(&message, &Given::default());
    let got = redacted.message();
    assert_eq!(got.text, "my order <order-1>, call <phone-1>");
    assert_eq!((got.thread_id.as_deref(), got.parent_id.as_deref()), (Some("<phone-1>"), Some("p-1")));
    assert_eq!(got.thread.turns()[0].id.as_deref(), Some("<phone-1>"));
    assert_eq!((got.id.as_str(), got.thread.turns()[0].text.as_str()), ("m1", "hi"));
    assert_eq!(got.contact.promises[0].action, "ring <phone-1> about <order-1>");
    let json = serde_json::to_string(&redacted).unwrap();
    for value in ["448201", "7700", "ann@"] {
        assert!(!json.contains(value), "{value} in {json}");
    }
}
