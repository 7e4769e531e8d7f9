//! Rules 11, 13 and 24 of the requirements as properties: nothing is dropped, more never lowers the priority, and a
//! crisis never gets an automatic draft.

use jiff::SignedDuration;
use twoears::decide::Action;
use twoears::{Author, Channel, Label as _, Message, Route, Visibility, json};

use crate::support::{DESK, LARKWAY, now, read};

fn inbox() -> Vec<Message> {
    read("examples/inbox.jsonl").lines().map(|line| json::parse(line).unwrap()).collect()
}

#[test]
fn every_message_ends_somewhere() {
    for message in inbox() {
        let case = LARKWAY.triage(&message, now());
        let decision = &case.decision;
        match decision.action {
            Action::Person => {
                assert!(decision.escalate.is_some() && decision.respond_by.is_some(), "{}", message.id);
            }
            Action::Watch => {
                assert!(decision.respond_by.is_none() && case.drafts().is_empty(), "{}", message.id);
            }
            Action::Reply => assert_eq!(decision.routing.route.label, Route::Public, "{}", message.id),
            Action::PrivateReply => {
                assert_eq!(decision.routing.route.label, Route::Private, "{}", message.id);
            }
        }
    }
}

#[test]
fn a_crisis_never_gets_an_automatic_draft() {
    let mut crises = 0;
    for message in inbox() {
        let case = LARKWAY.triage(&message, now());
        if case.decision.escalate.is_some() {
            crises += 1;
            assert!(case.drafts().is_empty(), "{} has a draft", message.id);
            assert!(!case.notes().is_empty(), "{} does not say why", message.id);
        }
    }
    assert!(crises >= 3, "{crises} crises in the example inbox");
}

#[test]
fn more_reach_and_more_waiting_never_lower_the_priority() {
    for message in inbox().into_iter().map(|message| message.channel(Channel::X)) {
        let mut last = -1.0;
        for followers in [0, 10, 1_000, 50_000, 1_000_000, 90_000_000] {
            let mut message = message.clone();
            message.author = Author { followers: Some(followers), ..message.author };
            let priority = DESK.triage(&message, now()).decision.priority;
            assert!(priority >= last, "{} followers lower {}", followers, message.id);
            last = priority;
        }
        let mut last = -1.0;
        for minutes in [0, 5, 30, 120, 1_000, 100_000] {
            let later = message.sent_at.unwrap() + SignedDuration::from_mins(minutes);
            let priority = DESK.triage(&message, later).decision.priority;
            assert!(priority >= last, "{minutes} minutes of waiting lower {}", message.id);
            last = priority;
        }
    }
}

#[test]
fn less_time_left_never_lowers_the_priority() {
    let part = |parts: &[twoears::decide::Part]| {
        parts.iter().find(|part| part.name == "window closing").map_or(0.0, |part| part.points)
    };
    let sent = "2026-11-23T09:00:00Z".parse().unwrap();
    let mut most = Vec::new();
    for &channel in Channel::ALL {
        for visibility in [Visibility::Public, Visibility::Private] {
            let message = Message::new("My card was charged twice for one order, please look into it")
                .channel(channel)
                .visibility(visibility)
                .sent_at(sent);
            let (mut last, mut closing) = (-1.0, 0.0);
            for minutes in
                [0, 1, 60, 720, 1_439, 1_440, 1_441, 2_880, 5_000, 10_079, 10_080, 10_081, 1_000_000]
            {
                let decision = DESK.triage(&message, sent + SignedDuration::from_mins(minutes)).decision;
                assert!(decision.priority >= last, "{channel} {visibility}: {minutes} minutes lower it");
                let now = part(&decision.parts);
                assert!(now >= closing && now <= 4.0, "{channel} {visibility}: {now} after {closing}");
                (last, closing) = (decision.priority, now);
            }
            if closing > 0.0 {
                assert!((closing - 4.0).abs() < 1e-6, "{channel} {visibility}: {closing} when closed");
                most.push((channel, visibility));
            }
        }
    }
    let timed = [
        (Channel::Facebook, Visibility::Public),
        (Channel::Facebook, Visibility::Private),
        (Channel::Instagram, Visibility::Public),
        (Channel::Instagram, Visibility::Private),
        (Channel::Whatsapp, Visibility::Private),
        (Channel::Messenger, Visibility::Private),
        (Channel::Tiktok, Visibility::Private),
    ];
    assert_eq!(most, timed, "channels that give time");
}

#[test]
fn the_first_reply_is_due_before_the_time_is_up() {
    let brand =
        twoears::Brand::from_toml("[targets]\nwhatsapp = 6000\nhigh = 6000\ncritical = 6000").unwrap();
    let desk = twoears::Desk::builder().brand(brand).build().unwrap();
    let sent = "2026-11-23T09:00:00Z".parse().unwrap();
    let message = Message::new("My card was charged twice").channel(Channel::Whatsapp).sent_at(sent);
    let decision = desk.triage(&message, sent).decision;
    assert_eq!(decision.respond_by, decision.window.map(|window| window.closes_at));
    assert_eq!(decision.respond_by, Some(sent + SignedDuration::from_hours(24)));
}

#[test]
fn the_parts_add_up_to_the_priority() {
    for message in inbox() {
        let decision = LARKWAY.triage(&message, now()).decision;
        let sum: f32 = decision.parts.iter().map(|part| part.points).sum();
        assert!((sum - decision.priority).abs() < 0.06, "{}: {sum} and {}", message.id, decision.priority);
    }
}
