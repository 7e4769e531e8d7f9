//! What is known of a message that a person must take, in a few lines.

use jiff::{SignedDuration, Timestamp};
use twoears_core::{Label as _, analyze::rules};

use crate::Case;

/// The lines: the matter and its place, where, since when, what was said before, what is shown, reach, until when.
pub(crate) fn brief(case: &Case) -> Vec<String> {
    let (message, decision) = (&case.message, &case.decision);
    let Some(escalation) = &decision.escalate else { return Vec::new() };
    let mut lines = Vec::new();
    let says = rules::says(escalation.reason).unwrap_or("reads like something for a person");
    let finding = case.reading.findings.iter().find(|finding| finding.rule == escalation.reason);
    let matter = escalation.matter.name().replace('_', " ");
    match finding.and_then(|finding| finding.span) {
        Some(span) => {
            let (start, end) = span.code_points(&message.text);
            // The place and not the words: no recognizer knows everything that is personal.
            lines.push(format!("{matter}: {says}, at characters {start} to {end}"));
        }
        None => lines.push(format!("{matter}: {says}")),
    }
    let open = if message.is_public() { "in the open" } else { "in private" };
    lines.push(format!("where: {}, {open}", message.channel));
    if let Some(sent_at) = message.sent_at {
        let waited = case.now.duration_since(sent_at);
        lines.push(format!("since: {}, {}", moment(sent_at), ago(waited)));
    }
    let (turns, open) = (message.thread.turns().len(), message.thread.unanswered());
    if turns > 0 {
        lines.push(format!("before: {}, {open} of the customer's not answered yet", counted(turns, "turn")));
    }
    lines.extend(crate::history::to_know(case));
    let mut kinds: Vec<&str> = case.reading.private_data.iter().map(|data| data.kind.name()).collect();
    kinds.sort_unstable();
    kinds.dedup();
    if !kinds.is_empty() {
        lines.push(format!("shows: {}", kinds.join(", ").replace('_', " ")));
    }
    if let Some(followers) = message.author.followers.filter(|_| message.is_public()) {
        lines.push(format!(
            "reach: {}",
            counted(usize::try_from(followers).unwrap_or(usize::MAX), "follower")
        ));
    }
    if let Some(due) = decision.respond_by {
        let late = if due < case.now { ", which is over" } else { "" };
        lines.push(format!("answer by: {}{late}", moment(due)));
    }
    lines
}

pub(crate) fn moment(time: Timestamp) -> String {
    time.strftime("%a %d %b %H:%M UTC").to_string()
}

fn ago(waited: SignedDuration) -> String {
    let minutes = waited.as_mins();
    match (minutes / (24 * 60), minutes / 60, minutes % 60) {
        _ if minutes < 1 => "just now".to_owned(),
        (0, 0, minutes) => format!("{minutes} min ago"),
        (0, hours, minutes) => format!("{hours} h {minutes} min ago"),
        (days, ..) => format!("{} ago", counted(usize::try_from(days).unwrap_or_default(), "day")),
    }
}

pub(crate) fn counted(number: usize, what: &str) -> String {
    format!("{number} {what}{}", if number == 1 { "" } else { "s" })
}

#[cfg(test)]
mod tests {
    use crate::{Author, Brand, Channel, Desk, From, Message, Thread};

    #[test]
    fn a_person_is_told_what_is_known_and_nothing_private() {
        let desk = Desk::builder().brand(Brand::default()).build().unwrap();
        let text = "Your driver grabbed my daughter by the arm. Call me on 07700 900123, Ann Lee";
        let message = Message::new(text)
            .channel(Channel::X)
            .author(Author::new("annlee77").name("Ann Lee").followers(731))
            .thread(Thread::default().turn(From::Customer, "hello, it is about my girl"));
        let message = Message { sent_at: Some("2026-11-23T06:22:00Z".parse().unwrap()), ..message };
        let case = desk.triage(&message, "2026-11-23T09:00:00Z".parse().unwrap());
        let brief = case.brief().join("\n");
        for part in [
            "crime: accuses staff",
            "where: x, in the open",
            "since: Mon 23 Nov 06:22 UTC, 2 h 38 min ago",
            "before: 1 turn, 1 of the customer's not answered yet",
            "shows: ",
            "phone",
            "reach: 731 followers",
            "answer by: ",
        ] {
            assert!(brief.contains(part), "{part}: {brief}");
        }
        for secret in ["annlee77", "07700", "Ann Lee", "hello"] {
            assert!(!brief.contains(secret), "{secret}: {brief}");
        }
        assert!(case.notes().join("\n").contains(&brief));
        assert!(desk.triage(&Message::new("thanks"), case.now).brief().is_empty());
    }
}
