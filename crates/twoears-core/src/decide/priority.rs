//! The place in the queue: one sum, every part of it shown.
//!
//! More severity, more waiting, more reach, more repeats never lower it.

use jiff::Timestamp;

use super::brand::Brand;
use super::decision::Part;
use super::respond;
use crate::label::Urgency;
use crate::{Message, Reading};

/// Points by urgency: what matters most weighs most.
const SEVERITY: [f32; 4] = [50.0, 32.0, 14.0, 2.0];
/// A trained person is needed.
const ESCALATED: f32 = 12.0;
/// At the most, for waiting as long as the target or longer.
const WAITING: f32 = 10.0;
/// At the most, for the share of the channel's own time to answer that has passed.
const WINDOW: f32 = 4.0;
/// At the most, for anger.
const FEELING: f32 = 6.0;
/// Others can read it, and it is a complaint.
const PUBLIC: f32 = 4.0;
/// At the most, for those who follow the writer: a million or more.
const REACH: f32 = 8.0;
const REACH_FULL: f32 = 6.0;
/// They wrote before and were not answered.
const REPEAT: f32 = 4.0;
/// The organisation counts them among its important customers.
const VIP: f32 = 2.0;

/// `passed` is the share of the channel's own time to answer that has passed, 0 to 1.
pub(super) fn parts(
    message: &Message,
    reading: &Reading,
    brand: &Brand,
    now: Timestamp,
    escalated: bool,
    passed: f32,
) -> Vec<Part> {
    let part = |name, points| Part { name, points };
    let public = message.is_public();
    let urgency = reading.urgency.label;
    let mut parts = vec![part("severity", SEVERITY[urgency as usize])];
    if escalated {
        parts.push(part("escalation", ESCALATED));
    }
    if reading.needs_reply.label || escalated {
        let waited = now.duration_since(respond::received(message, now)).as_secs_f32() / 60.0;
        let target = respond::minutes(message, reading, brand).max(1) as f32;
        parts.push(part("waiting", WAITING * (waited / target).clamp(0.0, 1.0)));
        parts.push(part("window closing", WINDOW * passed.clamp(0.0, 1.0)));
    }
    parts.push(part("feeling", FEELING * (-reading.sentiment_score).clamp(0.0, 1.0)));
    if public && reading.sentiment.label.is_negative() {
        parts.push(part("public complaint", PUBLIC));
    }
    // Unknown reach adds nothing; it is not taken for nought anywhere else.
    if let Some(followers) = message.author.followers.filter(|_| public && urgency != Urgency::Low) {
        let reach = libm::log10f(followers as f32 + 1.0) / REACH_FULL;
        parts.push(part("reach", REACH * reach.clamp(0.0, 1.0)));
    }
    let declared = reading.findings.iter().any(|finding| finding.rule.0 == "urgency.repeat");
    if declared || message.thread.unanswered() > 0 {
        parts.push(part("repeat", REPEAT));
    }
    if message.author.vip {
        parts.push(part("important customer", VIP));
    }
    parts.retain(|part| part.points > 0.0);
    parts
}

/// The sum, 0 to 100, to one decimal.
pub(super) fn total(parts: &[Part]) -> f32 {
    let sum: f32 = parts.iter().map(|part| part.points).sum();
    (sum.clamp(0.0, 100.0) * 10.0).round() / 10.0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_parts_cannot_pass_one_hundred() {
        let most = SEVERITY[0] + ESCALATED + WAITING + WINDOW + FEELING + PUBLIC + REACH + REPEAT + VIP;
        assert!((most - 100.0).abs() < 1e-3, "{most}");
        assert!(SEVERITY.windows(2).all(|pair| pair[0] > pair[1]));
    }
}
