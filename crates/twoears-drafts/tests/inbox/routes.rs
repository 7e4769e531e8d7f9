//! Whatever way into private is open or closed: the public word asks for nothing personal and fits, the rest is private.

use twoears_core::decide::{Mechanism, Other, Voice};
use twoears_core::{Author, Brand, Channel, Decision, Intent, Label as _, Message, Reach, decide};
use twoears_drafts::{Audience, Draft, Form, Knowledge};

use crate::support::{Case, case, knowledge, says_its_time};

const HANDLE: &str = "@ann@social.example";
const NUMBER: &str = "07700 900123";
const VOICES: [Voice; 3] = [Voice::Warm, Voice::Plain, Voice::Playful];
const CONTACTS: [&str; 4] = [
    "",
    "'+44 20 7946 0000', 'help@larkway.example'",
    "'https://larkway.example/form'",
    "'+44 20 7946 0000'",
];

/// Nothing known; every way closed; every way open.
fn reaches() -> [Reach; 3] {
    let closed = Reach::default().accepts_messages(false).private_reply_sent(true);
    [Reach::default(), closed, Reach::default().accepts_messages(true).private_reply_sent(false)]
}

fn brand(contacts: &str, link: bool) -> Brand {
    let id = if link { "x_account_id = '4471'\nx_message = 'Hello, it is about my post.'\n" } else { "" };
    Brand::from_toml(&format!(
        "{id}own_contacts = [{contacts}]\nsign_off = 'Mia @larkway'\n[teams]\nbilling = 'Payments'"
    ))
    .unwrap()
}

/// What is wrong with the drafts to a message that belongs into private.
fn wrong(case: &Case, decision: &Decision, drafts: &[Draft]) -> Vec<String> {
    let (routing, mut wrong) = (&decision.routing, Vec::new());
    let mut must = |fine: bool, what: &str| {
        if !fine {
            wrong.push(what.to_owned());
        }
    };
    let shows = !case.reading.private_data.is_empty();
    for draft in drafts {
        must(draft.lint.is_empty(), &format!("{:?}", draft.lint));
        must(says_its_time(draft, &Brand::default(), case.now), "a promise has a time");
        if draft.audience == Audience::Public {
            must(!draft.text.contains("900123") && !draft.text.contains("social.example"), "repeats data");
            must(!shows || draft.text.contains("your phone number"), "does not say what to take out");
        } else if case.message.channel == Channel::Mastodon {
            let once = draft.text.matches('@').count()
                == HANDLE.matches('@').count() + draft.text.matches("help@").count();
            must(draft.text.starts_with(&format!("{HANDLE} ")) && once, "mentions the customer alone");
        }
    }
    let Some(first) = drafts.first() else { return wrong };
    if case.message.is_public() {
        must(first.audience == Audience::Public, "a word in the open comes first");
        let open = drafts.iter().all(|draft| draft.audience == Audience::Public);
        must(open || routing.mechanism.is_some(), "no private draft where there is no way");
    }
    wrong
}

#[test]
fn every_way_open_or_closed_has_a_word_that_fits() {
    let knowledge = [knowledge(), Knowledge::empty()];
    let (mut all, mut seen) = (Vec::new(), 0);
    for &channel in Channel::ALL {
        for (place, &intent) in Intent::ALL.iter().enumerate() {
            for (which, contacts) in CONTACTS.iter().enumerate() {
                for (at, reach) in reaches().into_iter().enumerate() {
                    let turn = place + which + at;
                    let mut brand = brand(contacts, turn % 2 == 0);
                    brand.voice = VOICES[turn % 3];
                    let shows = turn % 4 < 2;
                    let data = [format!("phone={NUMBER}")];
                    let data: Vec<&str> = data.iter().filter(|_| shows).map(String::as_str).collect();
                    let number = if shows { NUMBER } else { "" };
                    let message = Message::new(format!("could somebody please look at my parcel {number}"))
                        .id(format!("{channel}-{intent}-{turn}"))
                        .channel(channel)
                        .author(Author::new(HANDLE).name("Rosalind Achterberg"))
                        .reach(reach);
                    let sentiment = if turn % 5 < 3 { "negative" } else { "neutral" };
                    let case = case(message, intent.name(), "normal", sentiment, "p", &data);
                    let decision = decide::decide(&case.message, &case.reading, &brand, case.now);
                    let drafts = case.drafts(&brand, &knowledge[turn % 2]);
                    seen += drafts.len();
                    for problem in wrong(&case, &decision, &drafts) {
                        all.push(format!("{} {contacts}: {problem}\n{}", case.message.id, drafts[0].text));
                    }
                }
            }
        }
    }
    assert!(seen > 8_000, "{seen} drafts");
    assert!(all.is_empty(), "{} wrong\n{}", all.len(), all.join("\n"));
}

#[test]
fn the_word_in_the_open_leads_where_the_decision_says() {
    for &channel in Channel::ALL.iter().filter(|channel| channel.is_public_by_habit()) {
        for contacts in CONTACTS {
            for reach in reaches() {
                let brand = brand(contacts, true);
                let message =
                    Message::new("my card was charged twice").id("m1").channel(channel).reach(reach);
                let case = case(message, "billing.charge", "normal", "negative", "p", &[]);
                let decision = decide::decide(&case.message, &case.reading, &brand, case.now);
                let drafts = case.drafts(&brand, &Knowledge::empty());
                let routing = &decision.routing;
                let text = &drafts[0].text;
                let full = drafts.iter().filter(|draft| draft.form == Form::Full).count();
                let leads = match (routing.mechanism, routing.fallback.as_ref().map(|other| other.route)) {
                    (Some(Mechanism::XDm), _) => text.contains(routing.link.as_deref().unwrap()),
                    (Some(_), _) => text.contains("I've sent you") && full == 2,
                    (None, Some(Other::CustomerFirst)) => text.contains("a private message"),
                    // Nobody knows whether an unknown channel has private messages; the customer does.
                    (None, Some(Other::Public)) if channel == Channel::Other => {
                        text.contains("a private message") && drafts[0].promise.is_none()
                    }
                    (None, Some(Other::Public)) => drafts[0].promise.is_some() && text.contains("details"),
                    (None, Some(_)) => {
                        text.contains(routing.fallback.as_ref().unwrap().to.as_deref().unwrap())
                    }
                    (None, None) => false,
                };
                assert!(leads, "{channel} {contacts}: {routing:?}\n{text}");
                let words = text.replace(routing.link.as_deref().unwrap_or(" "), " ");
                assert!(!words.contains('?'), "{channel}: asks in the open\n{text}");
            }
        }
    }
}

#[test]
fn a_link_counts_as_twenty_three() {
    let text = |link: bool| {
        let message = Message::new("my card was charged twice").id("m1").channel(Channel::X);
        let brand = brand("", link);
        case(message, "billing.charge", "normal", "negative", "p", &[]).drafts(&brand, &Knowledge::empty())[0]
            .clone()
    };
    let draft = text(true);
    let link = draft.text.split_whitespace().find(|word| word.starts_with("https://")).unwrap();
    assert!(link.ends_with("&text=Hello%2C%20it%20is%20about%20my%20post%2E"), "{link}");
    let rest = draft.text.chars().count() - link.chars().count();
    assert_eq!(draft.length.used as usize, rest + 23);
    assert!(!text(false).text.contains("https://"));
}

#[test]
fn a_promise_that_comes_too_late_is_told() {
    let brand = brand("", false);
    let sent = "2026-11-22T10:20:00Z".parse().unwrap();
    let message = Message::new("my card was charged twice").channel(Channel::Whatsapp).sent_at(sent);
    let mut case = case(message, "billing.charge", "normal", "negative", "", &[]);
    let note = |case: &Case| case.drafts(&brand, &Knowledge::empty())[0].note.clone().unwrap_or_default();
    assert_eq!(note(&case), "");
    case.now = "2026-11-23T10:00:00Z".parse().unwrap();
    assert!(note(&case).contains("before the promise is due"), "{}", note(&case));
    case.now = "2026-11-23T10:20:00Z".parse().unwrap();
    assert!(note(&case).contains("approved template"), "{}", note(&case));
    assert!(case.notes(&brand, &Knowledge::empty()).iter().any(|note| note.contains("approved template")));
}
