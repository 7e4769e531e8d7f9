//! Public or private: decided on what the answer needs, and on what the message already shows.

use super::brand::Brand;
use super::channels::Mechanism;
use super::decision::Routing;
use crate::analyze::rules::RULES;
use crate::label::Route;
use crate::{Message, Reading, RuleId, Scored};

/// The answer needs the customer's data, says the learned head.
const NEEDS_DATA: RuleId = RuleId("route.needs_data");
/// The customer wrote in private, so the answer stays there.
const PRIVATE_ALREADY: RuleId = RuleId("route.private_already");
/// How sure it is that a message that shows personal data is answered in private.
const SHOWS_DATA: f32 = 0.95;

pub(super) fn routing(message: &Message, reading: &Reading, brand: &Brand, escalated: bool) -> Routing {
    let mut reasons: Vec<RuleId> = Vec::new();
    if !reading.needs_reply.label && !escalated {
        let route = Scored { label: Route::None, probability: reading.needs_reply.probability };
        return Routing { route, mechanism: None, link: None, note: None, reasons };
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
        let mechanism = (!message.is_public()).then_some(Mechanism::Here);
        return Routing { route, mechanism, link: None, note: None, reasons: Vec::new() };
    }
    if reasons.is_empty() {
        reasons.push(NEEDS_DATA);
    }
    let route = Scored { label: Route::Private, probability: private * reply };
    if !message.is_public() {
        reasons.push(PRIVATE_ALREADY);
        return Routing { route, mechanism: Some(Mechanism::Here), link: None, note: None, reasons };
    }
    let Some(way) = brand.channels.way(message.channel) else {
        let note = Some(
            "no private message exists on this channel: agree on another way in the public reply".to_owned(),
        );
        return Routing { route, mechanism: None, link: None, note, reasons };
    };
    let link = match (&way.mechanism, &brand.x_account_id) {
        (Mechanism::XDm, Some(id)) => Some(format!("https://twitter.com/messages/compose?recipient_id={id}")),
        _ => None,
    };
    let note = way.condition.map(str::to_owned);
    Routing { route, mechanism: Some(way.mechanism), link, note, reasons }
}
