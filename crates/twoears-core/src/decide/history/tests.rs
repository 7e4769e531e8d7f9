use super::*;
use crate::message::Past;
use crate::{Contact, Span, Thread, Turn};

fn at(text: &str) -> Timestamp {
    text.parse().unwrap()
}

fn now() -> Timestamp {
    at("2026-11-23T09:00:00Z")
}

fn past(day: &str, channel: Channel) -> Past {
    Past { at: Some(at(&format!("{day}T12:00:00Z"))), channel, ..Past::default() }
}

fn with(contact: Contact) -> Message {
    Message::new("hello").channel(Channel::X).sent_at(now()).contact(contact)
}

#[test]
fn a_first_contact_is_only_known_from_a_whole_record() {
    let of = |contact| first_contact(&with(contact));
    assert_eq!(of(Contact::default()), None);
    assert_eq!(of(Contact { complete: true, ..Contact::default() }), Some(true));
    assert_eq!(of(Contact { complaints: Some(0), ..Contact::default() }), None);
    assert_eq!(of(Contact { complaints: Some(1), ..Contact::default() }), Some(false));
    assert_eq!(of(Contact { past: vec![Past::default()], ..Contact::default() }), Some(false));
    let post = Thread::default().turn(From::Organisation, "Our new timetable");
    let whole = Contact { complete: true, ..Contact::default() };
    assert_eq!(first_contact(&with(whole.clone()).thread(post.clone())), Some(true));
    assert_eq!(first_contact(&with(whole).thread(post.turn(From::Customer, "nice"))), Some(false));
}

#[test]
fn the_record_counts_the_thread_and_what_came_in_elsewhere() {
    assert_eq!(counted(&with(Contact::default()), now()), None, "no record is no count");
    let whole = Contact { complete: true, ..Contact::default() };
    assert_eq!(counted(&with(whole), now()), Some(1));
    let asked = Turn::new(From::Customer, "where?").sent_at(at("2026-11-20T12:00:00Z"));
    let thread = Thread::new(vec![asked]).turn(From::Organisation, "we look").turn(From::Customer, "and?");
    assert_eq!(counted(&with(Contact::default()).thread(thread.clone()), now()), Some(3));
    let contact = Contact {
        past: vec![
            past("2026-09-01", Channel::Email),
            past("2026-11-18", Channel::Email),
            // The first turn of the thread, as the record also has it.
            past("2026-11-20", Channel::X),
            Past::default(),
            past("2026-11-24", Channel::Sms),
        ],
        ..Contact::default()
    };
    let message = with(contact).thread(thread);
    assert_eq!(counted(&message, now()), Some(5));
    assert_eq!(channels(&message, now()), [Channel::Email]);
}

#[test]
fn channels_come_in_the_order_of_their_first_use() {
    let contact = Contact {
        past: vec![
            past("2026-11-01", Channel::Sms),
            past("2026-11-02", Channel::Email),
            past("2026-11-03", Channel::Sms),
            past("2026-11-04", Channel::X),
            past("2026-11-05", Channel::Other),
            Past { channel: Channel::Facebook, ..Past::default() },
        ],
        ..Contact::default()
    };
    assert_eq!(channels(&with(contact), now()), [Channel::Sms, Channel::Email]);
}

#[test]
fn only_saying_more_than_the_record_shows_is_a_disagreement() {
    let said = |times, counted| History {
        declared_times: Some(Declared { times, span: Span::new(0, 5) }),
        counted,
        ..History::default()
    };
    assert!(said(3, Some(2)).disagreement().is_some());
    assert_eq!(said(3, Some(2)).findings().map(|finding| finding.rule), Some(DISAGREES));
    for agreed in [said(3, Some(3)), said(3, Some(9)), said(3, None), History::default()] {
        assert_eq!(agreed.disagreement(), None);
        assert_eq!(agreed.findings(), None);
    }
}
