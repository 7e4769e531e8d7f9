//! A case as a card: what a duty manager needs at a glance, and the draft to send.

use std::borrow::Cow;
use std::fmt::Write as _;

use anstyle::{AnsiColor, Color, Style};
use twoears::analyze::rules;
use twoears::decide::{After, Mechanism, Other, Part, Window};
use twoears::json::{self, Drafts};
use twoears::{Audience, Case, Form, Label as _, Route, Timestamp, Urgency};

use super::frame::{Card, clean};

/// Characters of the message that a card shows; the rest is counted.
const SHOWN: usize = 600;

/// In seconds.
const HOUR: i64 = 3_600;
const DAY: i64 = 24 * HOUR;

const DIM: Style = Style::new().dimmed();
const BOLD: Style = Style::new().bold();

fn colour(urgency: Urgency) -> Style {
    let colour = match urgency {
        Urgency::Critical => AnsiColor::Red,
        Urgency::High => AnsiColor::Yellow,
        Urgency::Normal => AnsiColor::Cyan,
        Urgency::Low => AnsiColor::Green,
    };
    Style::new().fg_color(Some(Color::Ansi(colour))).bold()
}

/// Which forms of a draft a card shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Forms {
    /// The full ones.
    Full,
    /// The short ones too.
    All,
}

/// The whole case.
pub(crate) fn case(case: &Case, drafts: Drafts, forms: Forms, out: &mut Vec<u8>) {
    let mut card = Card::new(colour(case.reading.urgency.label));
    head(case, &mut card);
    let shown: String = case.message.text.chars().take(SHOWN).collect();
    let more = case.message.text.chars().count().saturating_sub(SHOWN);
    card.wrapped("", &shown);
    if more > 0 {
        card.line(&format!("{DIM}… and {more} characters more{DIM:#}"));
    }
    card.line("");
    verdict(case, &mut card);
    if drafts == Drafts::Yes {
        write_drafts(case, forms, &mut card);
    }
    card.end(out);
}

/// The drafts alone, under the id of the message.
pub(crate) fn drafts(case: &Case, forms: Forms, out: &mut Vec<u8>) {
    let mut card = Card::new(colour(case.reading.urgency.label));
    head(case, &mut card);
    write_drafts(case, forms, &mut card);
    card.end(out);
}

fn head(case: &Case, card: &mut Card) {
    let message = &case.message;
    let mut head = format!("{BOLD}{}{BOLD:#}  {}", clean(&message.id), message.channel);
    if let Some(name) = message.author.name.as_deref().or(message.author.handle.as_deref()) {
        let _ = write!(head, " · {}", clean(name));
    }
    if let Some(followers) = message.author.followers {
        let _ = write!(head, " · {followers} followers");
    }
    if let Some(sent_at) = message.sent_at {
        let _ = write!(head, " · {}", sent_at.strftime("%a %d %b %H:%M UTC"));
    }
    card.start(&head);
}

fn verdict(case: &Case, card: &mut Card) {
    let (reading, decision) = (&case.reading, &case.decision);
    let urgency = colour(reading.urgency.label);
    let mut verdict = format!(
        "{urgency}{}{urgency:#}  {BOLD}{}{BOLD:#} {:.0} %  {}",
        reading.urgency.label.name().to_uppercase(),
        json::intent_name(&reading.intent),
        reading.intent.probability * 100.0,
        reading.sentiment.label.name().replace('_', " "),
    );
    if reading.language.label.code() != "en" && !reading.language.label.is_undetermined() {
        let _ = write!(verdict, "  {}", reading.language.label.name());
    }
    let _ = write!(verdict, "  priority {:.0}", decision.priority);
    card.line(&verdict);
    for (name, said) in &reading.custom {
        let strange = if said.is_out_of_scope() { "  (unlike its examples)" } else { "" };
        let (name, label, share) = (clean(name), clean(&said.label), said.probability * 100.0);
        card.line(&format!("{name}: {BOLD}{label}{BOLD:#} {share:.0} %{strange}"));
    }
    card.line(&what_to_do(case));
    let first = weightiest(&decision.parts);
    if !first.is_empty() {
        card.wrapped("first: ", &first.join("; "));
    }
    let mut why: Vec<Cow<'_, str>> = case.says().into_iter().map(Cow::Borrowed).collect();
    let mut kinds: Vec<&str> = reading.private_data.iter().map(|data| data.kind.name()).collect();
    kinds.dedup();
    if !kinds.is_empty() {
        why.push(format!("shows personal data ({})", kinds.join(", ").replace('_', " ")).into());
    }
    if !why.is_empty() {
        card.wrapped("why: ", &why.join("; "));
    }
    let before = case.history();
    if !before.is_empty() {
        card.wrapped("before: ", &before.join("; "));
    }
}

/// Points below which a part is not worth a word.
const LEAST: f32 = 1.0;

/// The three parts of the priority that weigh most, in words; severity stands in the line above.
pub(crate) fn weightiest(parts: &[Part]) -> Vec<&'static str> {
    let weighs = |part: &&Part| part.name != "severity" && part.points >= LEAST;
    let mut parts: Vec<&Part> = parts.iter().filter(weighs).collect();
    // Stable: of the same points, the first in the order of the parts.
    parts.sort_by(|a, b| b.points.total_cmp(&a.points));
    parts.into_iter().take(3).map(Part::says).collect()
}

fn what_to_do(case: &Case) -> String {
    let decision = &case.decision;
    let route = match (decision.routing.route.label, decision.routing.mechanism) {
        (Route::Public, Some(Mechanism::Here)) => "answer here".to_owned(),
        (Route::Public, _) => "answer in public".to_owned(),
        (Route::None, _) => format!("{}: {}", decision.action, decision.attention.says()),
        (Route::Private, Some(Mechanism::Here)) => "answer here, it is private".to_owned(),
        (Route::Private, Some(way)) => format!("answer in private ({})", way.name().replace('_', " ")),
        (Route::Private, None) => elsewhere(case).to_owned(),
    };
    let mut line = match &decision.escalate {
        Some(to) => {
            let red = colour(Urgency::Critical);
            format!("{red}→ {} at once{red:#}  {route}", clean(&to.to))
        }
        None => format!("→ {route}"),
    };
    if let Some(team) = &decision.team {
        let _ = write!(line, "  {}", clean(team));
    }
    if let Some(by) = decision.respond_by {
        let late = if by < case.now { " (late)" } else { "" };
        let _ = write!(line, "  by {}{late}", by.strftime("%a %H:%M UTC"));
    }
    if let Some(window) = &decision.window {
        let _ = write!(line, "  {}", time_left(window, case.message.is_public(), case.now));
    }
    line
}

/// Where the answer goes when the channel's own way into private does not do.
fn elsewhere(case: &Case) -> &'static str {
    match case.decision.routing.fallback.as_ref().map(|other| other.route) {
        Some(Other::Email) => "private: ask them to write by email",
        Some(Other::Form) => "private: ask them to use our form",
        Some(Other::Phone) => "private: ask them to ring us",
        Some(Other::CustomerFirst) => "private: ask them to write first",
        Some(Other::Public) | None => "answer in public, without personal data",
    }
}

/// "2 h left to answer here", "3 d left to write in private", or what is left when time is up.
fn time_left(window: &Window, public: bool, now: Timestamp) -> String {
    let left = window.seconds_left(now);
    let what = if public { "to write in private" } else { "to answer here" };
    let length = match left {
        0 => {
            return match window.then {
                _ if public => "too late to write in private".to_owned(),
                After::Template => "too late to answer here but by a template".to_owned(),
                _ => "too late to answer here".to_owned(),
            };
        }
        left if left < HOUR => format!("{} min", (left + 59) / 60),
        left if left < 2 * DAY => format!("{} h", left / HOUR),
        left => format!("{} d", left / DAY),
    };
    format!("{length} left {what}")
}

fn write_drafts(case: &Case, forms: Forms, card: &mut Card) {
    let full;
    let drafts = if forms == Forms::All {
        case.drafts()
    } else {
        full = case.full_drafts();
        &full
    };
    for draft in drafts {
        let audience = match draft.audience {
            Audience::Public => "public",
            Audience::Private => "private",
        };
        card.line("");
        let what = match (draft.sendable, draft.form) {
            (true, Form::Full) => "reply",
            (true, Form::Short) => "reply in short",
            (true, Form::Holding) => "holding reply",
            (false, _) => "approved words, for the person who takes it",
        };
        card.line(&format!("{DIM}{audience} {what}, {} of {}{DIM:#}", draft.length.used, draft.length.limit));
        card.wrapped("  ", &draft.text);
        if let Some(source) = &draft.source {
            card.line(&format!("{DIM}  answer from {}{DIM:#}", clean(source)));
        }
        for finding in &draft.lint {
            card.line(&format!("{DIM}  {}: {}{DIM:#}", finding.severity.name(), clean(&finding.says)));
        }
        if let Some(note) = &draft.note {
            card.wrapped("  note: ", note);
        }
    }
    for offer in &case.decision.offers {
        card.wrapped("you may offer: ", &offer.says);
    }
    let before = case.history();
    let said: Vec<&str> = drafts.iter().filter_map(|draft| draft.note.as_deref()).collect();
    let said = |note: &String| said.contains(&note.as_str()) || before.contains(note);
    for note in case.notes().iter().filter(|note| !said(note)) {
        card.wrapped("note: ", note);
    }
}

/// What a rule saw, or its id when it is no rule of the text.
pub(crate) fn says(rule: twoears::RuleId) -> String {
    rules::says(rule).map_or_else(|| rule.to_string(), str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_three_weightiest_parts_in_words() {
        let part = |name, points| Part { name, points, most: 45.0 };
        let parts = [part("severity", 29.0), part("waiting", 1.0), part("feeling", 3.0), part("repeat", 4.0)];
        assert_eq!(weightiest(&parts), ["they wrote before", "how they feel", "how long they have waited"]);
        let more = [&parts[..], &[part("vulnerable", 3.0)]].concat();
        assert_eq!(weightiest(&more), ["they wrote before", "how they feel", "vulnerable"]);
        assert!(weightiest(&parts[..1]).is_empty());
    }

    #[test]
    fn time_that_is_left() {
        let at = |text: &str| text.parse().unwrap();
        let window = |then| Window { closes_at: at("2026-11-23T12:00:00Z"), then };
        for (then, public, now, want) in [
            (After::Template, false, "2026-11-23T10:00:00Z", "2 h left to answer here"),
            (After::Template, false, "2026-11-23T11:58:30Z", "2 min left to answer here"),
            (After::OtherRoute, true, "2026-11-20T10:00:00Z", "3 d left to write in private"),
            (After::Template, false, "2026-11-23T12:00:00Z", "too late to answer here but by a template"),
            (After::OtherRoute, true, "2026-11-24T12:00:00Z", "too late to write in private"),
        ] {
            assert_eq!(time_left(&window(then), public, at(now)), want);
        }
    }
}
