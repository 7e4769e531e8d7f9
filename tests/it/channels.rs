//! What each channel allows: the limits, the way into private and its conditions, and the time; no channel is forgotten.

use serde_json::Value;
use twoears::decide::{After, Channels, Limit, Mechanism, Need, Unit};
use twoears::{Audience, Channel, Label as _, Message, Visibility, json};

use crate::support::{DESK, now, read};

fn rows() -> Vec<(Message, Value)> {
    let rows = read("tests/cases/channels.jsonl");
    let rows = rows.lines().map(|line| serde_json::from_str::<Value>(line).unwrap());
    rows.map(|row| (json::message(row["message"].as_object().unwrap()).unwrap(), row)).collect()
}

#[test]
fn every_channel_has_its_cases() {
    let (rows, channels) = (rows(), Channels::built_in());
    for &channel in Channel::ALL {
        let of: Vec<&Value> =
            rows.iter().filter(|(message, _)| message.channel == channel).map(|(_, row)| row).collect();
        let has = |key: &str, want: &dyn Fn(&Value) -> bool| of.iter().any(|row| want(&row["expect"][key]));
        assert!(has("drafts", &Value::is_array), "{channel}: no case of its limit");
        assert!(has("window", &|_| true), "{channel}: no case of its time");
        let way = channels.way(channel).map(|way| way.mechanism);
        assert!(
            has("mechanism", &|seen| *seen == Value::from(way.map(Mechanism::name))),
            "{channel}: no case of {way:?}"
        );
        if let Some(way) = channels.way(channel).filter(|way| way.mechanism != Mechanism::Here) {
            assert!(has("note", &Value::is_string), "{channel}: no case of its condition");
            let checked = way.once || way.live || way.needs.contains(&Need::AcceptsMessages);
            assert!(
                !checked || has("fallback", &Value::is_string),
                "{channel}: no case where the way is closed"
            );
        }
        if channels.answering(channel).is_some() {
            assert!(has("window", &|window| window["then"].is_string()), "{channel}: no case of its window");
        }
    }
}

#[test]
fn the_limits_are_those_of_the_table() {
    use Unit::{Chars, Graphemes, Gsm7, Mastodon, Utf8, Weighted};
    let limit = |most, unit| Some(Limit::new(most, unit));
    let both = |most, bytes| Some(Limit { bytes: Some(bytes), ..Limit::new(most, Graphemes) });
    let channels = Channels::built_in();
    for (channel, public, private) in [
        (Channel::X, limit(280, Weighted), limit(10_000, Chars)),
        (Channel::Facebook, limit(8_000, Chars), limit(2_000, Chars)),
        (Channel::Instagram, limit(2_200, Chars), limit(1_000, Utf8)),
        (Channel::Whatsapp, None, limit(4_096, Chars)),
        (Channel::Messenger, None, limit(2_000, Chars)),
        (Channel::Mastodon, limit(500, Mastodon), limit(500, Mastodon)),
        (Channel::Bluesky, both(300, 3_000), both(1_000, 10_000)),
        (Channel::Tiktok, limit(150, Chars), limit(6_000, Chars)),
        (Channel::Telegram, None, limit(4_096, Chars)),
        (Channel::Line, None, limit(2_000, Chars)),
        (Channel::Linkedin, limit(1_250, Chars), None),
        (Channel::Reddit, limit(10_000, Chars), limit(10_000, Chars)),
        (Channel::Threads, limit(500, Chars), None),
        (Channel::Youtube, limit(10_000, Chars), None),
        (Channel::Sms, None, limit(320, Gsm7)),
        (Channel::Email, None, limit(20_000, Chars)),
        (Channel::Chat, None, limit(4_000, Chars)),
    ] {
        assert_eq!((channels.public(channel), channels.private(channel)), (public, private), "{channel}");
    }
    assert_eq!(channels.line(Channel::Email), Some(998));
    let times = [
        (Channel::Facebook, 1_440, Some(10_080), After::HumanAgent),
        (Channel::Instagram, 1_440, Some(10_080), After::HumanAgent),
        (Channel::Messenger, 1_440, Some(10_080), After::HumanAgent),
        (Channel::Whatsapp, 1_440, None, After::Template),
        (Channel::Tiktok, 2_880, None, After::CustomerFirst),
    ];
    for &channel in Channel::ALL {
        let want = times.iter().find(|(of, ..)| *of == channel).map(|time| (time.1, time.2, time.3));
        let found = channels.answering(channel).map(|time| (time.minutes, time.agent_minutes, time.after));
        assert_eq!(found, want, "{channel}");
    }
}

#[test]
fn both_parts_fit_and_the_open_one_repeats_nothing() {
    let text = "My card was charged twice for one order, my mail is ann.lee@mail.example";
    for &channel in Channel::ALL {
        for visibility in [Visibility::Public, Visibility::Private] {
            let message = Message::new(text).channel(channel).visibility(visibility);
            let case = DESK.triage(&message, "2026-11-23T09:00:00Z".parse().unwrap());
            assert!(!case.drafts().is_empty(), "{channel}");
            for draft in case.drafts() {
                assert!(
                    draft.length.fits() && draft.lint.is_empty(),
                    "{channel}: {:?}\n{}",
                    draft.lint,
                    draft.text
                );
                if draft.audience == Audience::Public {
                    assert!(!draft.text.contains("ann.lee"), "{channel}: {}", draft.text);
                    assert!(draft.text.contains("your email address"), "{channel}: {}", draft.text);
                }
            }
            let open = case.full_drafts().iter().filter(|draft| draft.audience == Audience::Public).count();
            assert_eq!(open, usize::from(visibility == Visibility::Public), "{channel}");
            let routing = &case.decision.routing;
            assert!(routing.mechanism.is_some() || routing.fallback.is_some(), "{channel}: no route at all");
        }
    }
}

#[test]
fn what_a_channel_no_longer_takes_is_not_offered_for_sending() {
    let offered = |channel, hours| {
        let sent_at = now().checked_sub(jiff::SignedDuration::from_hours(hours)).unwrap();
        let message =
            Message::new("My card was charged twice for one order").channel(channel).sent_at(sent_at);
        let case = DESK.triage(&message, now());
        case.full_drafts().iter().map(|draft| draft.sendable).collect::<Vec<_>>()
    };
    assert_eq!(offered(Channel::Whatsapp, 1), [true]);
    assert_eq!(offered(Channel::Whatsapp, 25), [false], "an approved template only");
    assert_eq!(offered(Channel::Messenger, 25), [true], "a person may still answer");
    assert_eq!(offered(Channel::Email, 100), [true]);
}
