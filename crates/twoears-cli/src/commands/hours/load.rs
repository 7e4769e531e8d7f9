//! What arrives in a usual week against what can be answered, in words.

use std::io::{self, Write};

use twoears::decide::{Coverage, Hours, Load, Shortage};

use super::{at, length};

pub(super) fn write(
    hours: &Hours,
    coverage: &Coverage,
    counted: bool,
    out: &mut impl Write,
) -> io::Result<()> {
    let Some((rate, load)) = hours.replies_per_hour().zip(coverage.load.as_ref()) else {
        // Unknown is not enough, and is said.
        return if counted {
            writeln!(
                out,
                "How many of them can be answered in time is not known: `replies_per_hour` is not set"
            )
        } else {
            Ok(())
        };
    };
    let (rate, capacity) = (number(rate), number(load.capacity()));
    if !counted || coverage.messages == 0 {
        return writeln!(
            out,
            "\n{capacity} replies can be made in a usual week, where one person makes {rate} in an hour"
        );
    }
    let shortages = load.shortages();
    if shortages.is_empty() {
        writeln!(
            out,
            "\nIn no hour in which somebody is there do more messages arrive than can be answered, where one person makes {rate} replies in an hour"
        )?;
    } else {
        writeln!(
            out,
            "\nMore messages arrive than can be answered, where one person makes {rate} replies in an hour"
        )?;
    }
    for stretch in &shortages {
        let Shortage { from, hours, arrives, capacity } = *stretch;
        let (arrives, capacity) = (number(arrives), number(capacity));
        writeln!(
            out,
            "  {} to {}  {:>8}  {arrives:>6} arrive, {capacity} can be answered",
            at(from),
            at(stretch.to()),
            length(hours * 60)
        )?;
    }
    known(load, &capacity, out)
}

/// Over how much time that was counted, and what it does not tell.
fn known(load: &Load, capacity: &str, out: &mut impl Write) -> io::Result<()> {
    let weeks = number(load.weeks);
    match load.arrives() {
        Some(arrives) => writeln!(
            out,
            "A usual week brings {} messages, and {capacity} can be answered; counted over {weeks} weeks",
            number(arrives)
        )?,
        None => writeln!(
            out,
            "{capacity} can be answered in a usual week; these messages say nothing about {} of its 168 hours",
            load.hours.iter().filter(|hour| hour.weeks == 0).count()
        )?,
    }
    if load.unusual > 0 {
        writeln!(out, "{} messages of days that differ are not counted in this", load.unusual)?;
    }
    Ok(())
}

/// With one decimal, or none where that is nought.
fn number(value: f64) -> String {
    let text = format!("{value:.1}");
    text.strip_suffix(".0").unwrap_or(&text).to_owned()
}
