//! `lint`: checks replies that people or programs wrote, line by line, in the order of the input.

use std::collections::BTreeMap;
use std::io::{self, BufWriter, IsTerminal as _, Write};
use std::process::ExitCode;

use jiff::Timestamp;
use twoears::decide::Severity;
use twoears::json::{self, Checked};
use twoears::{Desk, LINT_RULES, LintFinding, Sent};

use crate::args::{Deny, Format, Lint};
use crate::desk;
use crate::fail::{DENIED, Fail, SOME_REJECTED};
use crate::input::{self, NO_MAIL, Numbered, Raw, Reject, Source};
use crate::output::rejects::Rejects;
use crate::output::{bar, findings, pipeline};

/// So many replies before one are compared with it.
const EARLIER: usize = 200;

pub(crate) fn run(args: &Lint) -> Result<ExitCode, Fail> {
    let desk = desk::build(&args.desk)?;
    let mut out = BufWriter::new(anstream::stdout().lock());
    if args.rules {
        rules(&desk, &mut out)?;
        return Ok(ExitCode::SUCCESS);
    }
    let now = desk::now(&args.desk);
    let input = input::open(args.input.as_deref(), args.text, "reply", Source::Messages)?;
    let cards = match args.format {
        Format::Cards => true,
        Format::Json => false,
        Format::Auto => io::stdout().is_terminal(),
    };
    let mut rejects = Rejects::open(args.rejects.as_deref(), [input.name.as_str()])?;
    let (name, bar) = (input.name.clone(), bar::of(&input));
    let make = |line: Numbered| {
        let number = line.number;
        Ok((number, check(&desk, line, now)?))
    };
    let (mut count, mut sent, mut text) = (Count::default(), Sent::last(EARLIER), Vec::new());
    pipeline::run(input, pipeline::threads(args.threads), &make, |done| {
        bar.inc(done.bytes);
        for reject in &done.rejects {
            bar.suspend(|| rejects.write(&name, reject))?;
        }
        for (number, mut checked) in done.lines {
            // In the order of the input, whatever the threads did.
            if let Some(same) = sent.add(&checked.reply, desk.brand())
                && checked.findings.iter().all(|finding| finding.rule != same.rule)
            {
                checked.findings.push(same);
            }
            text.clear();
            if cards {
                findings::card(&checked, number, &mut text);
            } else {
                text.extend_from_slice(json::checked(&checked).as_bytes());
                text.push(b'\n');
            }
            count.add(&checked.findings);
            out.write_all(&text)?;
        }
        Ok(out.flush()?)
    })?;
    if cards && count.replies > 1 {
        count.write(&mut out)?;
    }
    out.flush()?;
    bar.finish_and_clear();
    rejects.finish()?;
    let denied = match args.deny {
        None => false,
        Some(Deny::Error) => count.errors > 0,
        Some(Deny::Warning) => count.errors + count.warnings > 0,
    };
    Ok(match (denied, rejects.count) {
        (true, _) => ExitCode::from(DENIED),
        (false, 0) => ExitCode::SUCCESS,
        (false, _) => ExitCode::from(SOME_REJECTED),
    })
}

fn check(desk: &Desk, line: Numbered, now: Timestamp) -> Result<Checked, Reject> {
    let number = line.number;
    let mut checked = match line.raw {
        Raw::Json(json) => json::lint(desk, &json, now).map_err(|error| Reject {
            number,
            cause: error.to_string(),
            content: Some(json),
        })?,
        Raw::Text(text) => json::lint_text(desk, &text, now),
        Raw::Message(message) => json::lint_text(desk, &message.text, now),
        Raw::Whole(_) => return Err(Reject { number, cause: NO_MAIL.to_owned(), content: None }),
        Raw::Bad(cause) => return Err(Reject { number, cause, content: None }),
    };
    if checked.case.message.id.is_empty() {
        checked.case.message.id = number.to_string();
    }
    Ok(checked)
}

/// Every rule, with what the settings make of it.
fn rules(desk: &Desk, out: &mut impl Write) -> io::Result<()> {
    for rule in LINT_RULES {
        let level = desk.brand().lint.severity(rule.id.0, rule.severity).map_or("off", Severity::name);
        writeln!(out, "{:<28} {level:<8} {}", rule.id.0, rule.about)?;
    }
    out.flush()
}

/// How many findings of each kind, for the last line.
#[derive(Default)]
struct Count {
    replies: u64,
    errors: u64,
    warnings: u64,
    rules: BTreeMap<&'static str, u64>,
}

impl Count {
    fn add(&mut self, findings: &[LintFinding]) {
        self.replies += 1;
        for finding in findings {
            *self.rules.entry(finding.rule.0).or_default() += 1;
            match finding.severity {
                Severity::Error => self.errors += 1,
                Severity::Warning => self.warnings += 1,
            }
        }
    }

    fn write(&self, out: &mut impl Write) -> io::Result<()> {
        let Self { replies, errors, warnings, rules } = self;
        writeln!(out, "{replies} replies: {errors} errors, {warnings} warnings")?;
        let mut rules: Vec<_> = rules.iter().collect();
        rules.sort_by_key(|(_, many)| std::cmp::Reverse(**many));
        for (rule, many) in rules {
            writeln!(out, "  {many:>6} {rule}")?;
        }
        Ok(())
    }
}
