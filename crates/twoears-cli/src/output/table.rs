//! The queue as a table: who is answered first, until when, by whom, and why.

use std::fmt::Write as _;
use std::io::{self, Write};

use anstyle::{AnsiColor, Color, Style};
use jiff::tz::TimeZone;
use twoears::decide::{Action, Part};
use twoears::{Case, Desk, Label as _, Timestamp};

use super::card::weightiest;
use super::frame::clean;

const DIM: Style = Style::new().dimmed();
const BOLD: Style = Style::new().bold();
const LATE: Style = Style::new().fg_color(Some(Color::Ansi(AnsiColor::Red))).bold();
const SOON: Style = Style::new().fg_color(Some(Color::Ansi(AnsiColor::Yellow)));
const TIME: Style = Style::new().fg_color(Some(Color::Ansi(AnsiColor::Green)));

/// Characters of a message that a row shows.
const SHOWN: usize = 88;
/// In seconds.
const MINUTE: i64 = 60;
const HOUR: i64 = 60 * MINUTE;
const DAY: i64 = 24 * HOUR;
/// From here on a day of the week may mean another week.
const SIX_DAYS: i64 = 6 * DAY;

/// Writes the rows, and below how many cases there are.
pub(crate) fn write(
    rows: &[(f64, &Case)],
    open: usize,
    desk: &Desk,
    now: Timestamp,
    out: &mut impl Write,
) -> io::Result<()> {
    if rows.is_empty() {
        return writeln!(out, "Nobody is waiting for an answer.");
    }
    let zone = desk.brand().hours.as_ref().map_or(TimeZone::UTC, |hours| hours.zone().clone());
    let clock = now.to_zoned(zone.clone());
    let name = zone.iana_name().unwrap_or("UTC");
    writeln!(out, "{DIM}{} ({name}){DIM:#}\n", clock.strftime("%a %d %b %Y, %H:%M"))?;
    writeln!(
        out,
        "{BOLD}{:>3}  {:>4}  {:<22}  {:<8}  {:<11}  {:<22}  for{BOLD:#}",
        "#", "prio", "answer by", "urgency", "channel", "about"
    )?;
    for (place, (score, case)) in rows.iter().enumerate() {
        let sight = Sight { desk, zone: &zone, now };
        row(place + 1, *score, case, &sight, out)?;
    }
    let count = |test: &dyn Fn(&Case) -> bool| rows.iter().filter(|(_, case)| test(case)).count();
    let late = count(&|case| case.decision.respond_by.is_some_and(|by| by < now));
    let mut total = format!("{} of {open} open cases", rows.len());
    let _ = write!(total, ": {} for a person at once", count(&|case| case.decision.action == Action::Person));
    let _ = write!(total, ", {late} late, {} want a holding reply", count(&|case| case.decision.holding));
    writeln!(out, "\n{total}")
}

/// How the rows are looked at.
struct Sight<'a> {
    desk: &'a Desk,
    zone: &'a TimeZone,
    now: Timestamp,
}

fn row(place: usize, score: f64, case: &Case, sight: &Sight<'_>, out: &mut impl Write) -> io::Result<()> {
    let (message, decision) = (&case.message, &case.decision);
    let (colour, due) = deadline(case, sight);
    let direct = message.channel.is_public_by_habit() && !message.is_public();
    let where_from = format!("{}{}", message.channel, if direct { " dm" } else { "" });
    let person = decision.escalate.as_ref().map(|escalation| format!("{} (at once)", escalation.to));
    let team = person.or_else(|| decision.team.clone()).unwrap_or_else(|| "anybody".to_owned());
    let urgency = case.reading.urgency.label;
    let loud = if decision.action == Action::Person { LATE } else { Style::new() };
    writeln!(
        out,
        "{place:>3}  {score:>4.0}  {colour}{due:<22}{colour:#}  {loud}{:<8}{loud:#}  {where_from:<11}  {:<22}  {}",
        urgency.name(),
        twoears::json::intent_name(&case.reading.intent),
        clean(&team),
    )?;
    let mut said = String::new();
    if let Some(name) = message.author.name.as_deref().or(message.author.handle.as_deref()) {
        let _ = write!(said, "{}", name.chars().take(30).collect::<String>());
        if let Some(followers) = message.author.followers.filter(|_| message.is_public()) {
            let _ = write!(said, " ({followers})");
        }
        said.push_str(": ");
    }
    // A queue hangs where many see it: personal data stands there by its kind.
    let safe = sight.desk.redact_text(&message.text);
    let words: String = safe.text().split_whitespace().collect::<Vec<_>>().join(" ");
    let room = SHOWN.saturating_sub(said.chars().count());
    said.extend(words.chars().take(room));
    if words.chars().count() > room {
        said.push('…');
    }
    if words.is_empty() {
        said.push_str(decision.attention.says());
    }
    writeln!(out, "{:11}{}", "", clean(&said))?;
    let reasons = reasons(case);
    if reasons.is_empty() { Ok(()) } else { writeln!(out, "{:11}{DIM}{}{DIM:#}", "", clean(&reasons)) }
}

/// Why it stands there, in words: the weightiest parts of its priority, what the rules said, and what was before.
fn reasons(case: &Case) -> String {
    let parts: &[Part] = &case.decision.parts;
    let mut reasons: Vec<String> = case.says().into_iter().take(2).map(str::to_owned).collect();
    reasons.extend(weightiest(parts).into_iter().map(str::to_owned));
    reasons.extend(case.history().into_iter().take(1));
    reasons.join("; ")
}

/// The deadline in words, and how pressing that is.
fn deadline(case: &Case, sight: &Sight<'_>) -> (Style, String) {
    let Some(due) = case.decision.respond_by else { return (DIM, "no time".to_owned()) };
    let (clock, today) = (due.to_zoned(sight.zone.clone()), sight.now.to_zoned(sight.zone.clone()));
    let left = due.as_second() - sight.now.as_second();
    let at = clock.strftime(match left.abs() {
        _ if clock.date() == today.date() => "%H:%M",
        ..SIX_DAYS => "%a %H:%M",
        _ => "%d %b %H:%M",
    });
    let style = match left {
        ..0 => LATE,
        _ if case.decision.holding => SOON,
        _ => TIME,
    };
    let words =
        if left < 0 { format!("{at}  late {}", length(-left)) } else { format!("{at}  in {}", length(left)) };
    (style, words)
}

/// A length of time as one looks at it: 45 min, 3 h, 2 d.
fn length(seconds: i64) -> String {
    match seconds {
        ..HOUR => format!("{} min", seconds / MINUTE),
        HOUR..DAY if seconds < 10 * HOUR => format!("{} h {:02}", seconds / HOUR, seconds % HOUR / MINUTE),
        HOUR..DAY => format!("{} h", seconds / HOUR),
        _ => format!("{} d", seconds / DAY),
    }
}

#[cfg(test)]
mod tests {
    #[test]
    fn lengths_of_time() {
        for (seconds, words) in
            [(0, "0 min"), (3_599, "59 min"), (3_660, "1 h 01"), (40_000, "11 h"), (200_000, "2 d")]
        {
            assert_eq!(super::length(seconds), words);
        }
    }
}
