use twoears_adapters::Platform;
use twoears_adapters::inbound::{Event, Parsed};
use twoears_core::{AttachmentKind, AuthorKind, Channel, Direction, Gap, Visibility};

use crate::{kinds, places, time};

const ANN: &str = "GB.13491208655302741918";
const BEN: &str = "447700900124";
const FIRST: &str = "wamid.HBgMNDQ3NzAwOTAwMTIzFQIAEhgUM0EwMQ==";

fn read(payload: &str) -> Parsed {
    crate::read(Platform::Whatsapp, payload)
}

#[test]
fn a_text_is_read_and_joined_with_its_contact() {
    let parsed = read(include_str!("../payloads/whatsapp/text.json"));
    let item = &parsed.items[0];
    let message = &item.message;
    assert_eq!((parsed.items.len(), parsed.passed.len()), (1, 0));
    assert_eq!((message.id.as_str(), message.text.as_str()), (FIRST, "Does the parcel come today?"));
    // The user id names them, the number is where they are reached.
    assert_eq!(places(item), [ANN, ANN, "-"]);
    assert_eq!((item.address.key("wa_id"), item.address.key("user_id")), (Some("447700900123"), Some(ANN)));
    assert_eq!(item.address.key("phone_number_id"), Some("106540352242922"));
    assert_eq!(
        (message.author.name.as_deref(), message.author.handle.as_deref()),
        (Some("Ann Lee"), Some("annlee.ldn"))
    );
    assert_eq!((message.channel, message.visibility), (Channel::Whatsapp, Visibility::Private));
    assert_eq!((time(item).as_str(), message.gaps.len()), ("2026-11-23T08:05:57Z", 0));
}

#[test]
fn every_trap_of_a_number() {
    use AttachmentKind::{Audio, Contact, File, Image, Location};
    let parsed = read(include_str!("../payloads/whatsapp/traps.json"));
    let [image, file, button, list, tap, place, cards, unsupported, voice, group, no_number] =
        parsed.items.as_slice()
    else {
        panic!("{} items", parsed.items.len());
    };
    // Without a number, the user id finds the contact, and the conversation stays the same.
    assert_eq!((places(image), kinds(image)), ([ANN, ANN, "wamid.0"], vec![Image]));
    assert_eq!(
        (image.message.text.as_str(), image.message.author.name.as_deref()),
        ("It came like this", Some("Ann Lee"))
    );
    assert_eq!((image.address.key("wa_id"), image.address.key("user_id")), (None, Some(ANN)));
    // Every name by its own number.
    assert_eq!((places(file), file.message.author.name.as_deref()), ([BEN, BEN, "-"], Some("Ben Osei")));
    assert_eq!(
        (kinds(file), file.message.attachments[0].title.as_deref()),
        (vec![File], Some("invoice.pdf"))
    );
    let texts = [button, list, tap].map(|item| item.message.text.as_str());
    assert_eq!(texts, ["No, thanks", "My parcel is late", "Call me"]);
    assert_eq!(
        (kinds(place), place.message.attachments[0].title.as_deref()),
        (vec![Location], Some("Mill Lane 4"))
    );
    assert_eq!((kinds(cards), cards.message.gaps.len()), (vec![Contact, Contact], 0));
    assert_eq!(unsupported.message.gaps, [Gap::BodyUnavailable]);
    assert_eq!(kinds(voice), [Audio]);
    // The others of a group read along.
    assert_eq!(
        (group.message.thread_id.as_deref(), group.message.is_public()),
        (Some("Y2FwaV9ncm91cDox"), true)
    );
    assert_eq!(group.message.author.id.as_deref(), Some(BEN));
    // A user id where a number used to be is no number, and nobody else's name is taken for theirs.
    assert_eq!(
        (no_number.address.key("wa_id"), no_number.address.key("user_id")),
        (None, Some("GB.99991208655302741918"))
    );
    assert_eq!(no_number.message.author.name, None);
    assert_eq!(parsed.passed, ["a reaction"]);
}

#[test]
fn what_was_written_in_the_own_app_is_out() {
    let parsed = read(include_str!("../payloads/whatsapp/echo.json"));
    let item = &parsed.items[0];
    assert_eq!((item.message.direction, item.message.author.kind), (Direction::Out, AuthorKind::Agent));
    assert_eq!(places(item), ["447700900100", ANN, "-"]);
    assert_eq!(item.address.key("wa_id"), Some("447700900123"));
}

#[test]
fn edits_and_deletions_mean_the_first_id_and_the_rest_is_named() {
    let parsed = read(include_str!("../payloads/whatsapp/events.json"));
    let [edited, deleted, system] = parsed.items.as_slice() else { panic!("{}", parsed.items.len()) };
    assert_eq!((edited.event, edited.message.id.as_str()), (Event::Edited, FIRST));
    assert_eq!(
        (edited.message.text.as_str(), kinds(edited)),
        ("Does it come tomorrow?", vec![AttachmentKind::Image])
    );
    assert_eq!(edited.message.parent_id.as_deref(), Some("wamid.0"));
    assert_eq!(
        (deleted.event, deleted.message.id.as_str(), deleted.message.text.as_str()),
        (Event::Deleted, "wamid.2", "")
    );
    assert!(deleted.message.gaps.is_empty());
    assert_eq!(
        (system.message.direction, system.message.author.id.as_deref()),
        (Direction::System, Some("447700900123"))
    );
    assert_eq!(
        parsed.passed,
        [
            "a delivery receipt",
            "a read receipt",
            "a message that was not delivered",
            "an error that the platform reports",
            "a notice about the account, not a message",
            "chats from before the account was connected",
        ]
    );
}
