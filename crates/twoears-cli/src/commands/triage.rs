//! `triage` and `draft`: read, triage on all cores, write in the order of the input, in constant memory.

use std::io::{self, BufWriter, IsTerminal as _, Write};
use std::process::ExitCode;

use serde_json::{Value, json};
use twoears::decide::Action;
use twoears::{Case, Label as _, json as line};

use crate::args::{Format, Triage};
use crate::desk;
use crate::fail::{Fail, SOME_REJECTED};
use crate::input::{self, Numbered, Source, Sourced};
use crate::output::passed::Passed;
use crate::output::rejects::Rejects;
use crate::output::{bar, card, pipeline};

/// What to show of a case.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Show {
    /// Everything.
    Case,
    /// The drafts alone.
    Drafts,
}

/// A case that was written.
struct Written {
    text: Vec<u8>,
    priority: f32,
    action: Action,
}

/// What became of a line.
struct Done {
    cases: Vec<Written>,
    passed: Vec<&'static str>,
}

pub(crate) fn run(args: &Triage, show: Show) -> Result<ExitCode, Fail> {
    let desk = desk::build(&args.desk)?;
    let now = desk::now(&args.desk);
    let source = Source::of(args.from.as_deref())?;
    let input = input::open(args.input.as_deref(), args.text, &args.text_column, source)?;
    let cards = match args.format {
        Format::Cards => true,
        Format::Json => false,
        Format::Auto => io::stdout().is_terminal(),
    };
    let drafts = if args.no_drafts { line::Drafts::No } else { line::Drafts::Yes };
    let forms = if args.all_drafts { card::Forms::All } else { card::Forms::Full };
    let write = move |case: &Case, sourced: &Sourced, out: &mut Vec<u8>| match (cards, show) {
        (true, Show::Case) => card::case(case, drafts, forms, out),
        (true, Show::Drafts) => card::drafts(case, forms, out),
        (false, show) => {
            json_line(case, sourced, show, drafts, out);
            out.push(b'\n');
        }
    };
    let mut rejects = Rejects::open(args.rejects.as_deref(), [input.name.as_str()])?;
    let (name, bar) = (input.name.clone(), bar::of(&input));
    let mut out = BufWriter::new(anstream::stdout().lock());
    let threads = pipeline::threads(args.threads);
    let mut held: Vec<(f32, Vec<u8>)> = Vec::new();
    let (mut count, mut passed) = (Count::default(), Passed::default());
    let make = |line: Numbered| {
        let mut done = Done { cases: Vec::new(), passed: Vec::new() };
        let inside = line.held(source, &desk)?;
        done.passed = inside.passed;
        for sourced in inside.messages {
            if input::is_gone(&sourced) {
                done.passed.push("messages taken back");
                continue;
            }
            let case = desk.triage(sourced.message(), now);
            let mut text = Vec::with_capacity(1024);
            write(&case, &sourced, &mut text);
            let (priority, action) = (case.decision.priority, case.decision.action);
            done.cases.push(Written { text, priority, action });
        }
        Ok(done)
    };
    pipeline::run(input, threads, &make, |batch| {
        bar.inc(batch.bytes);
        for reject in &batch.rejects {
            bar.suspend(|| rejects.write(&name, reject))?;
        }
        for line in batch.lines {
            line.passed.into_iter().for_each(|what| passed.add(what));
            for case in line.cases {
                count.add(case.action);
                if args.by_priority {
                    held.push((case.priority, case.text));
                } else {
                    out.write_all(&case.text)?;
                }
            }
        }
        Ok(out.flush()?)
    })?;
    held.sort_by(|a, b| b.0.total_cmp(&a.0));
    for (_, text) in &held {
        out.write_all(text)?;
    }
    if cards && count.cases() > 1 {
        count.write(&mut out)?;
    }
    out.flush()?;
    bar.finish_and_clear();
    passed.say();
    rejects.finish()?;
    Ok(if rejects.count > 0 { ExitCode::from(SOME_REJECTED) } else { ExitCode::SUCCESS })
}

/// The JSON line of a case. Where it came in a payload each draft has the request that sends it.
fn json_line(case: &Case, sourced: &Sourced, show: Show, drafts: line::Drafts, out: &mut Vec<u8>) {
    let drafts = if show == Show::Drafts { line::Drafts::Yes } else { drafts };
    let whole = match sourced {
        Sourced::Item(item) => line::line_to(case, drafts, &item.address),
        Sourced::Message(_) => line::line(case, drafts),
    };
    if show == Show::Case {
        out.extend_from_slice(whole.as_bytes());
        return;
    }
    // What was just written is JSON.
    let whole: Value = serde_json::from_str(&whole).unwrap_or_default();
    let part = json!({"id": whole["id"], "action": whole["action"], "drafts": whole["drafts"], "notes": whole["notes"]});
    out.extend_from_slice(part.to_string().as_bytes());
}

/// How many cases of each kind, for the last line.
#[derive(Default)]
struct Count([u64; Action::ALL.len()]);

impl Count {
    fn add(&mut self, action: Action) {
        self.0[action.index()] += 1;
    }

    fn cases(&self) -> u64 {
        self.0.iter().sum()
    }

    fn write(&self, out: &mut impl Write) -> io::Result<()> {
        let of = |action: Action| self.0[action.index()];
        write!(
            out,
            "{} messages: {} for a person at once, {} to answer in private, {} in public, {} to watch",
            self.cases(),
            of(Action::Person),
            of(Action::PrivateReply),
            of(Action::Reply),
            of(Action::Watch)
        )?;
        match of(Action::Ignore) {
            0 => writeln!(out),
            ignored => writeln!(out, ", {ignored} to ignore"),
        }
    }
}
