//! Rules 11, 13 and 24 of the requirements as properties: nothing is dropped, more never lowers the priority, and a
//! crisis never gets an automatic draft.

use jiff::SignedDuration;
use twoears::decide::{Action, Weights};
use twoears::{Author, Brand, Channel, Label as _, Message, Route, Visibility, json};

use crate::support::{DESK, LARKWAY, Numbers, now, read};

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
            Action::Watch | Action::Ignore => {
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

#[test]
fn the_curve_says_what_is_decided_later() {
    let mut numbers = Numbers(14);
    for message in inbox() {
        let first = LARKWAY.triage(&message, now()).decision;
        for _ in 0..8 {
            // Up to three weeks, most of them within the first day.
            let most = [3_600, 86_400, 86_400, 21 * 86_400][numbers.below(4)];
            let later = now() + SignedDuration::from_secs(i64::try_from(numbers.below(most)).unwrap());
            let decision = LARKWAY.triage(&message, later).decision;
            let read = ((first.curve.at(later) * 10.0).round() / 10.0) as f32;
            assert_eq!(decision.priority.to_bits(), read.to_bits(), "{} at {later}", message.id);
        }
    }
}

#[test]
fn a_first_complaint_is_feared_most() {
    let text = "My parcel never came and nobody at your desk could tell me where it is";
    let of = |complaints, followers| {
        let mut message = Message::new(text).channel(Channel::X).sent_at(now());
        message.contact.complaints = Some(complaints);
        message.author.followers = Some(followers);
        DESK.triage(&message, now()).decision.priority
    };
    assert!(of(0, 40_000) > of(3, 40_000) && of(0, 40_000) > of(0, 40));
}

#[test]
fn need_of_care_is_kept_quiet() {
    let quiet = |message: &Message| {
        let case = LARKWAY.triage(message, now());
        let mut line = json::value(&case, json::Drafts::Yes);
        let keys = line.as_object_mut().unwrap();
        let parts = keys.remove("priority_parts").unwrap();
        assert!(keys.remove("priority").is_some());
        (line, parts.to_string().contains(r#""vulnerable""#), case.decision.priority)
    };
    let mut raised = 0;
    for message in inbox() {
        let (plain, was, before) = quiet(&message);
        let mut noted = message.clone();
        noted.contact.vulnerable = Some(true);
        let (line, shown, after) = quiet(&noted);
        assert_eq!(line, plain, "{}: more than the priority changes", message.id);
        assert!(shown && after >= before);
        raised += usize::from(!was && after > before);
    }
    assert!(raised > 40, "{raised} raised");
}

#[test]
fn no_draft_speaks_of_what_somebody_told_of_themselves() {
    let told = [
        ("I'm a pensioner of 81", &["pensioner", "81", "old", "age"][..]),
        ("I am disabled", &["disab"]),
        ("My elderly mother is with me", &["elderly", "mother"]),
        ("I'm pregnant", &["pregnan"]),
        ("My husband died last week", &["husband", "died", "death"]),
        ("I'm on universal credit", &["credit", "benefit"]),
        ("I'm alone here at 2am", &["alone", "2am", "night"]),
    ];
    for (said, words) in told {
        let text = format!("My coach ticket from Castlemere was charged twice. {said}.");
        let case = LARKWAY.triage(&Message::new(text).id(said).channel(Channel::X), now());
        assert!(case.decision.parts.iter().any(|part| part.name == "vulnerable"), "{said}");
        for draft in case.drafts().iter().filter(|draft| draft.audience == twoears::Audience::Public) {
            let draft = draft.text.to_lowercase();
            let mut spoken = draft.split(|c: char| !c.is_alphanumeric());
            assert!(!spoken.any(|w| words.iter().any(|word| w.starts_with(word))), "{said}: {draft}");
            assert!(!draft.contains("vulnerab"), "{said}: {draft}");
        }
    }
}

#[test]
fn the_documents_say_what_the_defaults_are() {
    let file = read("examples/brand.toml");
    let lines = file.lines().skip_while(|line| *line != "# [priority]");
    let example: Vec<&str> = lines.map_while(|line| line.strip_prefix("# ")).collect();
    assert_eq!(example.len(), 14, "{example:?}");
    assert_eq!(Brand::from_toml(&example.join("\n")).unwrap().priority, Weights::default());
    let file = read("docs/priority.md");
    let rows = file.lines().filter_map(|row| {
        let mut cells = row.strip_prefix("| `")?.split(" | ");
        let (key, points) = (cells.next()?.trim_end_matches('`'), cells.next()?);
        Some(format!("priority.{key} = {points}"))
    });
    let page: Vec<String> = rows.collect();
    assert_eq!(page.len(), 16, "{page:?}");
    assert_eq!(Brand::from_toml(&page.join("\n")).unwrap().priority, Weights::default());
}
