//! A case as a card: what a duty manager needs at a glance, and the draft to send.

use std::borrow::Cow;
use std::fmt::Write as _;

use anstyle::{AnsiColor, Color, Style};
use twoears::analyze::rules;
use twoears::decide::Mechanism;
use twoears::json::{self, Drafts};
use twoears::{Audience, Case, Label as _, Route, Urgency};

/// Cards are as wide as a line reads well.
const COLUMNS: usize = 100;
/// Characters of the message that a card shows; the rest is counted.
const SHOWN: usize = 600;

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

/// The whole case.
pub(crate) fn case(case: &Case, drafts: Drafts, out: &mut Vec<u8>) {
    let mut card = Card { text: String::new(), edge: colour(case.reading.urgency.label) };
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
        write_drafts(case, &mut card);
    }
    card.end(out);
}

/// The drafts alone, under the id of the message.
pub(crate) fn drafts(case: &Case, out: &mut Vec<u8>) {
    let mut card = Card { text: String::new(), edge: colour(case.reading.urgency.label) };
    head(case, &mut card);
    write_drafts(case, &mut card);
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
    let mut why: Vec<Cow<'_, str>> = case.says().into_iter().map(Cow::Borrowed).collect();
    let mut kinds: Vec<&str> = reading.private_data.iter().map(|data| data.kind.name()).collect();
    kinds.dedup();
    if !kinds.is_empty() {
        why.push(format!("shows personal data ({})", kinds.join(", ").replace('_', " ")).into());
    }
    if !why.is_empty() {
        card.wrapped("why: ", &why.join("; "));
    }
}

fn what_to_do(case: &Case) -> String {
    let decision = &case.decision;
    let route = match (decision.routing.route.label, decision.routing.mechanism) {
        (Route::Public, Some(Mechanism::Here)) => "answer here".to_owned(),
        (Route::Public, _) => "answer in public".to_owned(),
        (Route::None, _) => "no reply needed, watch".to_owned(),
        (Route::Private, Some(Mechanism::Here)) => "answer here, it is private".to_owned(),
        (Route::Private, Some(way)) => format!("answer in private ({})", way.name().replace('_', " ")),
        (Route::Private, None) => "answer in private (no way on this channel)".to_owned(),
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
    line
}

fn write_drafts(case: &Case, card: &mut Card) {
    for draft in case.drafts() {
        let audience = match draft.audience {
            Audience::Public => "public",
            Audience::Private => "private",
        };
        card.line("");
        card.line(&format!("{DIM}{audience} reply, {} of {}{DIM:#}", draft.length.used, draft.length.limit));
        card.wrapped("  ", &draft.text);
        if let Some(source) = &draft.source {
            card.line(&format!("{DIM}  answer from {}{DIM:#}", clean(source)));
        }
        for finding in &draft.lint {
            card.line(&format!("{DIM}  check: {}{DIM:#}", clean(&finding.says)));
        }
        if let Some(note) = &draft.note {
            card.wrapped("  note: ", note);
        }
    }
    let said: Vec<&str> = case.drafts().iter().filter_map(|draft| draft.note.as_deref()).collect();
    for note in case.notes().iter().filter(|note| !said.contains(&note.as_str())) {
        card.wrapped("note: ", note);
    }
}

struct Card {
    text: String,
    edge: Style,
}

impl Card {
    fn start(&mut self, head: &str) {
        let edge = self.edge;
        let _ = writeln!(self.text, "{edge}┌{edge:#} {head}");
    }

    fn line(&mut self, line: &str) {
        let edge = self.edge;
        let _ = writeln!(self.text, "{edge}│{edge:#} {line}");
    }

    /// Somebody's words, made safe for a terminal and wrapped, each line behind `before`.
    fn wrapped(&mut self, before: &str, words: &str) {
        for paragraph in words.lines().filter(|line| !line.trim().is_empty()) {
            for line in textwrap::wrap(&clean(paragraph), COLUMNS - before.len()) {
                self.line(&format!("{before}{line}"));
            }
        }
    }

    fn end(mut self, out: &mut Vec<u8>) {
        let edge = self.edge;
        let _ = writeln!(self.text, "{edge}└{edge:#}\n");
        out.extend_from_slice(self.text.as_bytes());
    }
}

/// Text that cannot steer a terminal: no control characters, no direction overrides.
pub(crate) fn clean(text: &str) -> Cow<'_, str> {
    let steers = |c: char| c.is_control() || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    if text.contains(steers) { Cow::Owned(text.replace(steers, " ")) } else { Cow::Borrowed(text) }
}

/// What a rule saw, or its id when it is no rule of the text.
pub(crate) fn says(rule: twoears::RuleId) -> String {
    rules::says(rule).map_or_else(|| rule.to_string(), str::to_owned)
}

#[cfg(test)]
mod tests {
    #[test]
    fn a_message_cannot_steer_the_terminal() {
        assert_eq!(super::clean("a\u{1b}[31mb\u{202e}c"), "a [31mb c");
    }
}
