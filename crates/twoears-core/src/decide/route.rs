//! Public or private: decided on what the answer needs, and on what the message already shows.

use jiff::Timestamp;

use super::brand::Brand;
use super::channels::{Mechanism, Need, Private};
use super::decision::Routing;
use super::fallback::{self, Fallback, Other};
use super::window;
use crate::analyze::rules::RULES;
use crate::label::Route;
use crate::{Message, Reading, RuleId, Scored};

/// The answer needs the customer's data, says the learned head.
const NEEDS_DATA: RuleId = RuleId("route.needs_data");
/// The customer wrote in private, so the answer stays there.
const PRIVATE_ALREADY: RuleId = RuleId("route.private_already");
/// How sure it is that a message that shows personal data is answered in private.
const SHOWS_DATA: f32 = 0.95;

pub(super) fn routing(
    message: &Message,
    reading: &Reading,
    brand: &Brand,
    now: Timestamp,
    escalated: bool,
) -> Routing {
    let stays = |route, mechanism, reasons| Routing {
        route,
        mechanism,
        link: None,
        note: None,
        fallback: None,
        reasons,
    };
    let mut reasons: Vec<RuleId> = Vec::new();
    if !reading.needs_reply.label && !escalated {
        let route = Scored { label: Route::None, probability: reading.needs_reply.probability };
        return stays(route, None, reasons);
    }
    let reply = if reading.needs_reply.label { reading.needs_reply.probability } else { 1.0 };
    for data in &reading.private_data {
        if !reasons.contains(&data.rule) {
            reasons.push(data.rule);
        }
    }
    let by_rule =
        |rule: RuleId| RULES.iter().any(|known| known.id == rule && known.claims.private == Some(true));
    reasons.extend(reading.findings.iter().map(|finding| finding.rule).filter(|&rule| by_rule(rule)));
    let head =
        if reading.private.label { reading.private.probability } else { 1.0 - reading.private.probability };
    let private = if reading.private_data.is_empty() { head } else { head.max(SHOWS_DATA) };
    if private < 0.5 {
        let route = Scored { label: Route::Public, probability: (1.0 - private) * reply };
        return stays(route, (!message.is_public()).then_some(Mechanism::Here), Vec::new());
    }
    if reasons.is_empty() {
        reasons.push(NEEDS_DATA);
    }
    let route = Scored { label: Route::Private, probability: private * reply };
    if !message.is_public() {
        reasons.push(PRIVATE_ALREADY);
        return stays(route, Some(Mechanism::Here), reasons);
    }
    let way = way(message, brand, now);
    Routing {
        route,
        mechanism: way.mechanism,
        link: way.link,
        note: way.note,
        fallback: way.fallback,
        reasons,
    }
}

/// How an answer to a public message gets into private.
#[derive(Default)]
struct Way {
    mechanism: Option<Mechanism>,
    link: Option<String>,
    note: Option<String>,
    fallback: Option<Fallback>,
}

fn way(message: &Message, brand: &Brand, now: Timestamp) -> Way {
    let other = |reason: String| {
        let fallback = fallback::best(message, brand, reason);
        Way { note: Some(fallback.note()), fallback: Some(fallback), ..Way::default() }
    };
    // `here` is for who writes in private; a group on such a channel is open, and has no way of its own.
    let way = brand.channels.way(message.channel).filter(|way| way.mechanism != Mechanism::Here);
    let Some(way) = way else {
        return other("no private reply to a post is known on this channel".to_owned());
    };
    let unknown = match can(&way, message, brand, now) {
        Can::Not(reason) => return other(reason),
        Can::Yes => false,
        Can::Perhaps => true,
    };
    let mut notes: Vec<&str> = Vec::new();
    let mentions = way.needs.contains(&Need::OneMention);
    if mentions && message.author.mention().is_none() {
        notes.push("the customer's handle is not known: begin the direct post with it");
    }
    match way.condition.filter(|_| unknown || mentions) {
        Some(condition) => notes.push(condition),
        None if way.once => notes.push("one message only: it goes on only after the person answers"),
        None => {}
    }
    if way.needs.contains(&Need::OwnId) && brand.x_account_id.is_none() {
        notes.push("without `x_account_id` in the settings there is no link");
    }
    let mut fallback = None;
    // There the customer opens the conversation.
    if way.mechanism == Mechanism::XDm && message.reach.accepts_messages == Some(false) {
        notes.push("their account takes no messages from us: they have to write first");
        let reason = "their account takes no messages from us".to_owned();
        fallback = Some(Fallback { route: Other::CustomerFirst, to: None, reason });
    }
    Way {
        mechanism: Some(way.mechanism),
        link: brand.x_link().filter(|_| way.mechanism == Mechanism::XDm),
        note: (!notes.is_empty()).then(|| notes.join("; ")),
        fallback,
    }
}

/// Whether a way into private is open.
enum Can {
    Yes,
    /// Something that must hold is not known.
    Perhaps,
    /// It is known to be closed, for this reason.
    Not(String),
}

fn can(way: &Private<'_>, message: &Message, brand: &Brand, now: Timestamp) -> Can {
    let reach = message.reach;
    let mut unknown = false;
    // Where the customer opens the conversation, what their account takes from others does not matter.
    if reach.accepts_messages == Some(false) && way.mechanism != Mechanism::XDm {
        return Can::Not("their account takes no messages from us".to_owned());
    }
    if way.once {
        match reach.private_reply_sent {
            Some(true) => {
                return Can::Not(
                    "a private reply to this post was sent already, and there is only one".to_owned(),
                );
            }
            Some(false) => {}
            None => unknown = true,
        }
    }
    if let Some(minutes) = way.minutes {
        match message.sent_at {
            Some(sent) if now >= window::after(sent, minutes) => {
                return Can::Not(format!("the {} for a private reply are over", length(minutes)));
            }
            Some(_) => {}
            None => unknown = true,
        }
    }
    if way.live {
        match reach.live {
            Some(false) => {
                return Can::Not("the live broadcast is over, and private replies with it".to_owned());
            }
            Some(true) => {}
            None => unknown = true,
        }
    }
    for need in way.needs {
        match need {
            Need::AcceptsMessages => unknown |= reach.accepts_messages.is_none(),
            Need::OwnInbox if !brand.channels.customer_first(message.channel) => {
                return Can::Not("our account takes no messages there".to_owned());
            }
            // Nobody but the organisation knows; it stays a thing to check.
            Need::OwnInbox => unknown = true,
            // Without an id there is no link, without a handle a note: neither closes the way.
            Need::OwnId | Need::OneMention => {}
        }
    }
    if unknown { Can::Perhaps } else { Can::Yes }
}

/// Minutes in the largest unit that holds them whole: "7 days", "24 hours".
fn length(minutes: u32) -> String {
    match minutes {
        m if m % 1440 == 0 && m > 1440 => format!("{} days", m / 1440),
        m if m % 60 == 0 && m > 60 => format!("{} hours", m / 60),
        m => format!("{m} minutes"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Author, Channel, Reach};

    fn at(text: &str) -> Timestamp {
        text.parse().unwrap()
    }

    fn way_of(message: &Message, settings: &str) -> Way {
        way(message, &Brand::from_toml(settings).unwrap(), at("2026-11-23T09:00:00Z"))
    }

    #[test]
    fn what_is_known_to_be_closed_is_not_offered() {
        let on = |channel| Message::new("").channel(channel).sent_at(at("2026-11-23T08:00:00Z"));
        let old = |channel| on(channel).sent_at(at("2026-11-16T09:00:00Z"));
        let sent = Reach::default().private_reply_sent(true);
        let closed = Reach::default().accepts_messages(false);
        for (message, part) in [
            (on(Channel::Facebook).reach(sent), "sent already"),
            (on(Channel::Instagram).reach(sent), "sent already"),
            (old(Channel::Facebook), "the 7 days"),
            (old(Channel::Instagram), "the 7 days"),
            (on(Channel::Instagram).reach(Reach::default().live(false)), "broadcast is over"),
            (on(Channel::Bluesky).reach(closed), "takes no messages"),
            (on(Channel::Facebook).reach(closed), "takes no messages"),
            (on(Channel::Mastodon).reach(closed), "takes no messages"),
            (on(Channel::Reddit).reach(closed), "takes no messages"),
            (on(Channel::Youtube), "no private reply"),
            (on(Channel::Telegram), "no private reply"),
        ] {
            let way = way_of(&message, "");
            assert!(way.mechanism.is_none() && way.link.is_none(), "{message:?}");
            let reason = way.fallback.unwrap().reason;
            assert!(reason.contains(part) && way.note.unwrap().contains(&reason), "{message:?}: {reason}");
        }
    }

    #[test]
    fn what_is_not_known_is_a_note_and_what_holds_is_none() {
        let on = |channel| Message::new("").channel(channel).sent_at(at("2026-11-23T08:00:00Z"));
        let fresh = Reach::default().private_reply_sent(false).live(true);
        let open = Reach::default().accepts_messages(true);
        let ann = Author::new("ann");
        for (message, note) in [
            (on(Channel::Facebook), Some("within 7 days")),
            (on(Channel::Facebook).reach(fresh), Some("one message only")),
            (on(Channel::Instagram).reach(fresh), Some("one message only")),
            (on(Channel::Bluesky), Some("allowIncoming")),
            (on(Channel::Bluesky).reach(open), None),
            (on(Channel::Reddit).reach(open), None),
            (on(Channel::Mastodon).author(ann), Some("nobody else")),
            (on(Channel::Mastodon), Some("begin the direct post with it")),
            (on(Channel::X), Some("our account has to accept")),
        ] {
            let way = way_of(&message, "");
            assert!(way.mechanism.is_some() && way.fallback.is_none(), "{message:?}");
            assert_eq!(way.note.is_some(), note.is_some(), "{message:?}: {:?}", way.note);
            assert!(way.note.unwrap_or_default().contains(note.unwrap_or("")), "{message:?}");
        }
    }

    #[test]
    fn on_x_the_customer_opens_the_conversation() {
        let message = Message::new("").channel(Channel::X);
        let way = way_of(&message, "x_account_id = '42'");
        assert_eq!(way.link.as_deref(), Some("https://twitter.com/messages/compose?recipient_id=42"));
        let way = way_of(&message, "x_account_id = '42'\nx_message = \"Hello, it's about my post.\"");
        let link = "https://twitter.com/messages/compose?recipient_id=42&text=Hello%2C%20it%27s%20about%20my%20post%2E";
        assert_eq!(way.link.as_deref(), Some(link));
        let message = message.reach(Reach::default().accepts_messages(false));
        let way = way_of(&message, "x_account_id = '42'");
        assert!(way.mechanism.is_some() && way.link.is_some());
        assert_eq!(way.fallback.unwrap().route, Other::CustomerFirst);
        let way = way_of(&message, "x_account_id = '42'\n[channels.x]\ncustomer_first = false");
        assert_eq!((way.mechanism, way.link, way.fallback.unwrap().route), (None, None, Other::Public));
    }
}
