//! What a decision is made of.

use jiff::Timestamp;
use serde::Serialize;

use super::attention::{Attention, Handling};
use super::channels::Mechanism;
use super::clocks::Clocks;
use super::curve::Curve;
use super::fallback::Fallback;
use super::history::History;
use super::offers::Offer;
use super::window::Window;
use crate::label::{Matter, Route, labels};
use crate::{Finding, Reading, RuleId, Scored};

labels! {
    /// What happens with a message. Every message ends as one of these; none is dropped.
    Action, "action" {
        /// A reply in the open.
        Reply = "reply",
        /// A reply in private, with a word in the open where the customer wrote. Where the way into private is closed
        /// there is the word in the open alone; it names the other route.
        PrivateReply = "private_reply",
        /// A trained person, at once; no draft is sent by itself.
        Person = "person",
        /// No reply; keep an eye on it.
        Watch = "watch",
        /// Nothing: our own words, a note, a program's, spam. It is named, not dropped.
        Ignore = "ignore",
    }
}

/// Where the answer goes, and how.
#[derive(Clone, Debug, PartialEq)]
pub struct Routing {
    /// Where, and how sure.
    pub route: Scored<Route>,
    /// The way into private, when it goes there and one is not known to be closed.
    pub mechanism: Option<Mechanism>,
    /// A link that opens a private conversation, where the channel has such a thing and the settings allow it.
    pub link: Option<String>,
    /// What to check before the mechanism is used, why there is none, or that time is up; in words for a person.
    pub note: Option<String>,
    /// The best other route, where the channel's own way into private is closed or the customer has to open it.
    pub fallback: Option<Fallback>,
    /// The rules that decided.
    pub reasons: Vec<RuleId>,
}

/// A trained person must take it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Escalation {
    /// The person or role of the settings.
    pub to: String,
    /// The rule that decided; `model.escalate` when the learned head did.
    pub reason: RuleId,
    /// For what: by the rule that decided; [`Matter::Other`] when the learned head did.
    pub matter: Matter,
}

/// A part of the priority, so that the sum can be explained.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Part {
    /// What it is about.
    pub name: &'static str,
    /// What it adds.
    pub points: f32,
    /// What it can add at the most.
    pub most: f32,
}

/// What to do with a message.
#[derive(Clone, Debug, PartialEq)]
pub struct Decision {
    /// What happens.
    pub action: Action,
    /// Does it need a reply, and why?
    pub attention: Attention,
    /// Where the answer goes.
    pub routing: Routing,
    /// Whom it must go to, when it must.
    pub escalate: Option<Escalation>,
    /// Who answers for it, by the settings.
    pub team: Option<String>,
    /// The place in the queue: 0 to 100, higher first.
    pub priority: f32,
    /// What the priority is made of.
    pub parts: Vec<Part>,
    /// The priority at any later moment, as long as nothing new is known.
    pub curve: Curve,
    /// When the first reply is due; none when no reply is needed.
    pub respond_by: Option<Timestamp>,
    /// When the matter should be resolved; none when no reply is needed.
    pub resolve_by: Option<Timestamp>,
    /// From when on a holding reply should go out, so that the first response is not missed; never after `respond_by`.
    pub hold_by: Option<Timestamp>,
    /// Is it later than that, and nobody has answered?
    pub holding: bool,
    /// The two clocks behind these times.
    pub clocks: Clocks,
    /// The time that the channel gives to answer; none where it gives any, or where it is not known.
    pub window: Option<Window>,
    /// Every rule that spoke, with its place in the original text.
    pub reasons: Vec<Finding>,
    /// What the person who answers may offer, by the settings; no draft promises it.
    pub offers: Vec<Offer>,
    /// What was before.
    pub history: History,
}

pub(super) fn action(handling: Handling, routing: &Routing, escalated: bool) -> Action {
    match routing.route.label {
        _ if escalated => Action::Person,
        _ if handling == Handling::Ignore => Action::Ignore,
        _ if handling == Handling::Watch => Action::Watch,
        Route::Private => Action::PrivateReply,
        Route::Public => Action::Reply,
        Route::None => Action::Watch,
    }
}

/// The findings of the text, its private data, what the history shows, and the routing's own reasons that have no place.
pub(super) fn reasons(reading: &Reading, routing: &Routing, history: &History) -> Vec<Finding> {
    let mut reasons = reading.findings.clone();
    let private = reading.private_data.iter();
    reasons.extend(private.map(|data| Finding { rule: data.rule, span: Some(data.span) }));
    reasons.extend(history.findings());
    for &rule in &routing.reasons {
        if !reasons.iter().any(|reason| reason.rule == rule) {
            reasons.push(Finding { rule, span: None });
        }
    }
    reasons
}
