use twoears_adapters::Platform;
use twoears_adapters::inbound::{Event, Parsed};
use twoears_core::{AttachmentKind, AuthorKind, Channel, Direction, Gap, Visibility};

use crate::{kinds, places, time};

const ANN: &str = "1042007700900001";
const COMMENT: &str = "17865799348089039";
const MEDIA: &str = "17918195224117851";

fn read(payload: &str) -> Parsed {
    crate::read(Platform::Instagram, payload)
}

#[test]
fn a_comment_has_the_time_of_its_entry() {
    let parsed = read(include_str!("../payloads/instagram/comment.json"));
    let item = &parsed.items[0];
    let message = &item.message;
    assert_eq!((parsed.items.len(), parsed.passed.len()), (1, 0));
    assert_eq!((message.id.as_str(), places(item)), (COMMENT, [ANN, COMMENT, MEDIA]));
    assert_eq!((message.channel, message.visibility), (Channel::Instagram, Visibility::Public));
    assert_eq!(
        (message.author.handle.as_deref(), message.author.name.as_deref()),
        (Some("ann.lee_ldn"), None)
    );
    assert_eq!(
        (time(item).as_str(), message.text.as_str()),
        ("2026-11-23T08:05:57Z", "My order never came 😢 who can help?")
    );
    assert_eq!((message.reach.live, message.gaps.len()), (None, 0));
    let keys: Vec<_> = item.address.keys.iter().map(|(key, id)| (key.as_str(), id.as_str())).collect();
    assert_eq!(keys, [("comment_id", COMMENT), ("ig_id", "17841405309211844"), ("media_id", MEDIA)]);
}

#[test]
fn every_trap_of_an_account() {
    let first = read(include_str!("../payloads/instagram/comment.json"));
    let parsed = read(include_str!("../payloads/instagram/traps.json"));
    let [ad, live, mention, caption, reply, story, story_mention, unsupported] = parsed.items.as_slice()
    else {
        panic!("{} items", parsed.items.len());
    };
    // A comment on an ad is told twice, with one id.
    assert_eq!(
        (&ad.message.id, &ad.message.thread_id),
        (&first.items[0].message.id, &first.items[0].message.thread_id)
    );
    assert_eq!((live.message.reach.live, live.message.visibility), (Some(true), Visibility::Public));
    // A mention is ids alone.
    assert_eq!(mention.message.gaps, [Gap::BodyUnavailable, Gap::AuthorUnknown]);
    assert_eq!(
        (mention.message.id.as_str(), places(mention)),
        ("17865799348089041", ["-", "17865799348089041", "17918195224117860"])
    );
    assert_eq!(
        (caption.message.id.as_str(), places(caption)),
        ("17918195224117861", ["-", "17918195224117861", "-"])
    );
    // With Instagram Login the change stands in the entry; the time is in milliseconds.
    assert_eq!(
        (places(reply), time(reply).as_str()),
        (["1042007700900003", COMMENT, COMMENT], "2026-11-23T08:07:38.123Z")
    );
    assert_eq!((places(story), kinds(story)), ([ANN, ANN, "17899999999999991"], vec![AttachmentKind::Share]));
    assert_eq!(
        (story.message.visibility, story.message.text.as_str()),
        (Visibility::Private, "love this, is it vegan?")
    );
    assert_eq!((kinds(story_mention), story_mention.message.gaps.len()), (vec![AttachmentKind::Share], 0));
    assert_eq!(kinds(unsupported), [AttachmentKind::Other]);
    assert!(parsed.items.iter().all(|item| item.message.direction == Direction::In));
}

#[test]
fn own_comments_are_out_by_id_and_by_handle() {
    let parsed = read(include_str!("../payloads/instagram/own.json"));
    let [comment, second, echo] = parsed.items.as_slice() else { panic!("{}", parsed.items.len()) };
    for item in &parsed.items {
        assert_eq!((item.message.direction, item.message.author.kind), (Direction::Out, AuthorKind::Agent));
    }
    assert_eq!(comment.message.thread_id.as_deref(), Some(COMMENT));
    assert_eq!(second.message.thread_id.as_deref(), Some(COMMENT));
    assert_eq!(
        (places(echo), echo.address.key("recipient_id")),
        (["17841405309211844", ANN, "-"], Some(ANN))
    );
}

#[test]
fn messages_taken_back_or_changed_keep_the_id_and_the_rest_is_named() {
    let parsed = read(include_str!("../payloads/instagram/events.json"));
    let [deleted, edited] = parsed.items.as_slice() else { panic!("{}", parsed.items.len()) };
    assert_eq!(
        (deleted.event, deleted.message.id.as_str(), deleted.message.text.as_str()),
        (Event::Deleted, "aWdfZAG1faXRlbTox", "")
    );
    assert_eq!((edited.event, edited.message.text.as_str()), (Event::Edited, "and is it gluten free?"));
    assert_eq!(
        parsed.passed,
        [
            "figures of a story",
            "a change of the account that is not a message",
            "a reaction",
            "a read receipt",
            "an entry without an event",
        ]
    );
}
