//! What comes twice, late, changed or from many at once.

use proptest::prelude::*;
use twoears_core::{Author, AuthorKind, Channel, Direction, From, Message, Timestamp, Visibility};

use super::{Inbox, Open, Taken};
use crate::Platform;
use crate::inbound::{Event, Item};
use crate::outbound::Address;

fn at(minute: i64) -> Timestamp {
    Timestamp::from_second(1_795_420_800 + minute * 60).unwrap()
}

/// A message in a private conversation.
fn item(id: &str, text: &str, minute: i64, direction: Direction) -> Item {
    let author = Author { id: Some("ann".to_owned()), ..Author::default() };
    let message = Message::new(text).id(id).channel(Channel::Sms).thread_id("t").sent_at(at(minute));
    let message = message.direction(direction).author(author);
    Item {
        platform: Platform::Chatwoot,
        event: Event::Created,
        message,
        address: Address::new(Platform::Chatwoot),
    }
}

/// A post in the open that answers another.
fn post(id: &str, author: &str, parent: Option<&str>, minute: i64, direction: Direction) -> Item {
    let mut item = item(id, id, minute, direction);
    item.message.channel = Channel::X;
    item.message.visibility = Visibility::Public;
    item.message.author.id = Some(author.to_owned());
    item.message.parent_id = parent.map(str::to_owned);
    item
}

fn take(inbox: &mut Inbox, item: &Item, event: Event) -> Taken {
    inbox.take(Item { event, ..item.clone() })
}

fn open(inbox: &Inbox) -> Vec<Open> {
    inbox.open().collect()
}

#[test]
fn a_case_is_open_while_the_customer_has_the_last_word() {
    let mut inbox = Inbox::default();
    let (asks, answers) =
        (item("1", "where is it?", 0, Direction::In), item("2", "on its way", 9, Direction::Out));
    assert_eq!(inbox.take(asks.clone()), Taken::Opened);
    assert_eq!(inbox.take(item("n", "he is cross", 1, Direction::Internal)), Taken::Noted);
    assert_eq!(open(&inbox).len(), 1);
    assert_eq!(inbox.take(answers.clone()), Taken::Answered);
    assert_eq!(open(&inbox).len(), 0);
    // Delivered again, all is as it was.
    assert_eq!((inbox.take(asks), inbox.take(answers)), (Taken::Duplicate, Taken::Duplicate));
    assert_eq!(open(&inbox).len(), 0);
    let shown = format!("{inbox:?}");
    assert!(!shown.contains("where is it"), "{shown}");
}

#[test]
fn one_thought_in_pieces_is_one_message() {
    let mut inbox = Inbox::default();
    for (id, text, minute) in
        [("1", "hi", 0), ("2", "my card", 1), ("3", "was charged twice", 2), ("4", "hello?", 60)]
    {
        inbox.take(item(id, text, minute, Direction::In));
    }
    let case = &open(&inbox)[0];
    let texts: Vec<&str> = case.messages.iter().map(|message| message.text.as_str()).collect();
    assert_eq!(texts, ["hi\nmy card\nwas charged twice", "hello?"]);
    assert_eq!((case.messages[0].id.as_str(), case.messages[0].sent_at), ("3", Some(at(0))));
    assert_eq!(case.messages[1].thread.unanswered(), 3);
}

#[test]
fn what_comes_late_finds_its_place() {
    let mut inbox = Inbox::default();
    inbox.take(item("3", "and now?", 30, Direction::In));
    inbox.take(item("1", "where is it?", 0, Direction::In));
    inbox.take(item("2", "on its way", 9, Direction::Out));
    let case = &open(&inbox)[0];
    assert_eq!((case.messages.len(), case.messages[0].text.as_str()), (1, "and now?"));
    let from: Vec<From> = case.messages[0].thread.turns().iter().map(|turn| turn.from).collect();
    assert_eq!(from, [From::Customer, From::Organisation]);
}

#[test]
fn an_edit_counts_once_and_a_deletion_is_final() {
    let mut inbox = Inbox::default();
    let mut first = item("1", "wher is it", 0, Direction::In);
    inbox.take(first.clone());
    first.message.text = "where is it?".to_owned();
    assert_eq!(take(&mut inbox, &first, Event::Edited), Taken::Edited);
    assert_eq!(take(&mut inbox, &first, Event::Edited), Taken::Duplicate);
    assert_eq!(open(&inbox)[0].messages[0].text, "where is it?");
    assert_eq!(take(&mut inbox, &first, Event::Deleted), Taken::Deleted);
    assert_eq!(open(&inbox).len(), 0);
    assert_eq!(take(&mut inbox, &first, Event::Created), Taken::Duplicate);
    // A deletion may come before what it deletes.
    let other = item("2", "x", 3, Direction::In);
    assert_eq!(take(&mut inbox, &other, Event::Deleted), Taken::Deleted);
    assert_eq!(take(&mut inbox, &other, Event::Created), Taken::Duplicate);
    assert_eq!(open(&inbox).len(), 0);
}

#[test]
fn in_the_open_each_customer_has_a_case() {
    let mut inbox = Inbox::default();
    assert_eq!(inbox.take(post("offer", "us", None, 0, Direction::Out)), Taken::Posted);
    for (id, author) in [("a1", "ann"), ("b1", "bob"), ("a2", "ann")] {
        inbox.take(post(id, author, Some("offer"), 10, Direction::In));
    }
    assert_eq!(open(&inbox).len(), 2);
    // What a customer answers to is the first turn of the case.
    assert_eq!(open(&inbox)[1].messages[0].thread.turns()[0].from, From::Organisation);
    assert_eq!(inbox.take(post("r", "us", Some("b1"), 20, Direction::Out)), Taken::Answered);
    let left = open(&inbox);
    assert_eq!((left.len(), left[0].messages[0].author.id.as_deref()), (1, Some("ann")));
}

/// Some platforms name no conversation: then each message is of that which it answers.
#[test]
fn a_conversation_without_a_name_is_followed_by_its_answers() {
    let mut inbox = Inbox::default();
    let nameless = |mut item: Item| {
        item.message.thread_id = None;
        item
    };
    assert_eq!(inbox.take(nameless(post("a1", "ann", None, 0, Direction::In))), Taken::Opened);
    assert_eq!(inbox.take(nameless(post("r1", "us", Some("a1"), 5, Direction::Out))), Taken::Answered);
    assert_eq!(inbox.take(nameless(post("a2", "ann", Some("r1"), 9, Direction::In))), Taken::Followed);
    assert_eq!(inbox.take(nameless(post("b1", "bob", Some("a1"), 9, Direction::In))), Taken::Opened);
    assert_eq!(open(&inbox)[0].messages[0].thread.turns().len(), 2);
}

/// A notice without words and then the words: one message.
#[test]
fn words_that_come_later_take_the_place_of_a_notice() {
    let mut inbox = Inbox::default();
    let mut notice = item("n", "", 0, Direction::In);
    notice.message.gaps.push(twoears_core::Gap::BodyUnavailable);
    inbox.take(notice);
    assert_eq!(open(&inbox)[0].messages[0].text, "");
    inbox.take(item("c", "where is it?", 0, Direction::In));
    let case = &open(&inbox)[0];
    assert_eq!((case.messages.len(), case.messages[0].text.as_str()), (1, "where is it?"));
}

/// A crisis must not leave the queue because a bot said hello.
#[test]
fn a_programs_words_answer_nobody() {
    let mut inbox = Inbox::default();
    let mut greeting = item("g", "Hello! What can we help with?", 1, Direction::Out);
    greeting.message.author.kind = AuthorKind::Bot;
    inbox.take(item("1", "i am on the bridge", 0, Direction::In));
    assert_eq!(inbox.take(greeting.clone()), Taken::Answered);
    inbox.take(item("2", "hello?", 2, Direction::In));
    let case = &open(&inbox)[0];
    let texts: Vec<&str> = case.messages.iter().map(|message| message.text.as_str()).collect();
    assert_eq!(texts, ["i am on the bridge", "hello?"]);
    assert_eq!(case.messages[1].thread.turns().len(), 2);
    inbox.take(item("3", "We are coming.", 3, Direction::Out));
    assert_eq!(open(&inbox).len(), 0);
    // A notice without words stays open too.
    let mut notice = item("n", "", 9, Direction::In);
    notice.message.gaps.push(twoears_core::Gap::BodyUnavailable);
    inbox.take(notice);
    greeting.message.id = "h".to_owned();
    greeting.message.sent_at = Some(at(10));
    inbox.take(greeting);
    assert_eq!(open(&inbox)[0].messages[0].id, "n");
}

#[test]
fn an_answer_that_comes_first_still_answers() {
    let mut inbox = Inbox::default();
    assert_eq!(inbox.take(post("s", "us", Some("r"), 21, Direction::Out)), Taken::Posted);
    assert_eq!(inbox.take(post("r", "us", Some("b1"), 20, Direction::Out)), Taken::Posted);
    assert_eq!(inbox.take(post("b1", "bob", None, 10, Direction::In)), Taken::Opened);
    assert_eq!(inbox.take(post("c1", "cat", Some("b1"), 11, Direction::In)), Taken::Opened);
    let left = open(&inbox);
    assert_eq!((left.len(), left[0].messages[0].author.id.as_deref()), (1, Some("cat")));
    assert_eq!(inbox.take(post("r", "us", Some("b1"), 20, Direction::Out)), Taken::Duplicate);
    for id in ["s", "r"] {
        assert_eq!(open(&inbox).len(), 1);
        assert_eq!(
            take(&mut inbox, &post(id, "us", None, 20, Direction::Out), Event::Deleted),
            Taken::Deleted
        );
    }
    assert_eq!(open(&inbox).len(), 2);
}

#[test]
fn what_is_answered_and_old_can_be_forgotten() {
    let mut inbox = Inbox::default();
    inbox.take(item("1", "a", 0, Direction::In));
    inbox.take(item("2", "b", 1, Direction::Out));
    inbox.take(post("3", "ann", None, 0, Direction::In));
    inbox.forget_before(at(60));
    assert_eq!((inbox.len(), open(&inbox).len()), (1, 1));
    assert_eq!(inbox.take(post("3", "ann", None, 0, Direction::In)), Taken::Duplicate);
    assert_eq!(inbox.take(item("9", "again", 90, Direction::In)), Taken::Opened);
}

proptest! {
    /// Webhooks come in any order and more than once: the open cases are the same.
    #[test]
    fn order_and_repeats_change_nothing(order in Just((0..12_usize).collect::<Vec<_>>()).prop_shuffle(), again in 0..12_usize) {
        let items: Vec<Item> = (0..12)
            .map(|n| {
                let direction = if n % 5 == 3 { Direction::Out } else { Direction::In };
                item(&n.to_string(), &format!("text {n}"), n * 7, direction)
            })
            .collect();
        let run = |order: &[usize]| {
            let mut inbox = Inbox::default();
            for &n in order {
                inbox.take(items[n].clone());
            }
            open(&inbox)
        };
        let mut twice = order.clone();
        twice.push(again);
        let right: Vec<usize> = (0..12).collect();
        prop_assert_eq!(run(&order), run(&right));
        prop_assert_eq!(run(&twice), run(&right));
    }
}
