//! `hours`: the week as people read it, the days that differ, how many messages arrive while nobody is there, and when
//! more arrive than can be answered.

mod load;

use std::io::{self, BufWriter, Write};
use std::process::ExitCode;

use jiff::civil::{Date, Weekday};
use twoears::decide::{Coverage, Hours, Stretch, WeekTime};

use crate::args;
use crate::desk;
use crate::fail::{Fail, SOME_REJECTED};
use crate::input::{self, Source};
use crate::output::rejects::Rejects;

const DAYS: [Weekday; 7] = [
    Weekday::Monday,
    Weekday::Tuesday,
    Weekday::Wednesday,
    Weekday::Thursday,
    Weekday::Friday,
    Weekday::Saturday,
    Weekday::Sunday,
];

pub(crate) fn run(args: &args::Hours) -> Result<ExitCode, Fail> {
    let brand = desk::brand(&args.brand)?;
    let hours = brand.hours.ok_or_else(|| {
        Fail::settings(format!(
            "{}: there is no `[hours]`; docs/hours.md says what stands there",
            args.brand.display()
        ))
    })?;
    let (mut arrivals, mut undated, mut rejected) = (Vec::new(), 0_u64, false);
    if let Some(argument) = &args.input {
        let input = input::open(Some(argument), false, "text", Source::Messages)?;
        let mut rejects = Rejects::open(args.rejects.as_deref(), [input.name.as_str()])?;
        for line in input.lines {
            let (line, _) = line?;
            match line.message() {
                Ok(message) => match message.sent_at {
                    Some(at) => arrivals.push(at),
                    None => undated += 1,
                },
                Err(reject) => rejects.write(&input.name, &reject)?,
            }
        }
        rejected = rejects.count > 0;
        rejects.finish()?;
    }
    let coverage = hours.coverage(arrivals);
    let mut out = BufWriter::new(anstream::stdout().lock());
    week(&hours, &coverage, &mut out)?;
    named_days(&hours, &mut out)?;
    uncovered(&coverage, args.input.is_some(), &mut out)?;
    if args.input.is_some() {
        arrived(&coverage, undated, &mut out)?;
    }
    load::write(&hours, &coverage, args.input.is_some(), &mut out)?;
    out.flush()?;
    Ok(if rejected { ExitCode::from(SOME_REJECTED) } else { ExitCode::SUCCESS })
}

fn week(hours: &Hours, coverage: &Coverage, out: &mut impl Write) -> io::Result<()> {
    let zone = hours.zone().iana_name().unwrap_or("an unnamed zone");
    writeln!(
        out,
        "Somebody is there for {} of 168 h in a usual week, {zone}",
        length(coverage.open_minutes())
    )?;
    for day in DAYS {
        writeln!(out, "  {}  {}", short(day), shifts(usual(hours, day)))?;
    }
    Ok(())
}

/// The days whose hours are not the usual ones, or that have a reason.
fn named_days(hours: &Hours, out: &mut impl Write) -> io::Result<()> {
    let differs = |date: Date| shifts(on(hours, date)) != shifts(usual(hours, date.weekday()));
    let mut days = hours.named_days().filter(|(date, reason)| reason.is_some() || differs(*date)).peekable();
    if days.peek().is_some() {
        writeln!(out, "\nDays that differ")?;
    }
    for (date, reason) in days {
        let day = short(date.weekday());
        let reason = reason.map_or_else(String::new, |reason| format!("  ({})", tame(reason)));
        writeln!(out, "  {date} {day}  {}{reason}", shifts(on(hours, date)))?;
    }
    Ok(())
}

fn uncovered(coverage: &Coverage, counted: bool, out: &mut impl Write) -> io::Result<()> {
    let Some(longest) = coverage.longest() else {
        return writeln!(out, "\nSomebody is always there");
    };
    writeln!(out, "\nNobody is there, the longest for {}", length(longest.minutes))?;
    for stretch in &coverage.uncovered {
        let Stretch { from, minutes, messages } = *stretch;
        write!(out, "  {} to {}  {:>8}", at(from), at(stretch.to()), length(minutes))?;
        if counted {
            write!(out, "  {messages:>6} messages")?;
        }
        writeln!(out)?;
    }
    Ok(())
}

fn arrived(coverage: &Coverage, undated: u64, out: &mut impl Write) -> io::Result<()> {
    let Coverage { messages, closed, on_closed_days, .. } = coverage;
    writeln!(out)?;
    if let Some(share) = coverage.closed_share() {
        writeln!(
            out,
            "{closed} of {messages} messages ({:.1} %) arrived while nobody was there, {on_closed_days} of them on closed days",
            share * 100.0
        )?;
    }
    if undated > 0 {
        writeln!(out, "{undated} without `sent_at`, not counted")?;
    }
    Ok(())
}

/// From when to when in minutes of the day, and how many people: one where nobody counts them.
type Part = (u16, u16, u32);

fn usual(hours: &Hours, day: Weekday) -> Vec<Part> {
    match hours.replies_per_hour() {
        Some(_) => hours.usual_people(day).collect(),
        None => hours.usual(day).map(|(from, to)| (from, to, 1)).collect(),
    }
}

fn on(hours: &Hours, date: Date) -> Vec<Part> {
    match hours.replies_per_hour() {
        Some(_) => hours.people(date).collect(),
        None => hours.day(date).map(|(from, to)| (from, to, 1)).collect(),
    }
}

fn shifts(parts: Vec<Part>) -> String {
    let written = |(from, to, people): Part| {
        let people = if people == 1 { String::new() } else { format!(" x{people}") };
        format!("{}-{}{people}", clock(from), clock(to))
    };
    let parts: Vec<String> = parts.into_iter().map(written).collect();
    if parts.is_empty() { "closed".to_owned() } else { parts.join(", ") }
}

fn at(time: WeekTime) -> String {
    format!("{} {}", short(time.day), clock(time.minute))
}

fn clock(minute: u16) -> String {
    format!("{:02}:{:02}", minute / 60, minute % 60)
}

fn length(minutes: u16) -> String {
    match (minutes / 60, minutes % 60) {
        (hours, 0) => format!("{hours} h"),
        (0, minutes) => format!("{minutes} min"),
        (hours, minutes) => format!("{hours} h {minutes:02}"),
    }
}

fn short(day: Weekday) -> &'static str {
    match day {
        Weekday::Monday => "Mon",
        Weekday::Tuesday => "Tue",
        Weekday::Wednesday => "Wed",
        Weekday::Thursday => "Thu",
        Weekday::Friday => "Fri",
        Weekday::Saturday => "Sat",
        Weekday::Sunday => "Sun",
    }
}

/// Without what would steer a terminal.
fn tame(text: &str) -> String {
    text.chars().filter(|c| !c.is_control()).collect()
}
