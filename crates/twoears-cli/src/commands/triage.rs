//! `triage` and `draft`: read, triage on all cores, write in the order of the input, in constant memory.

use std::io::{self, BufWriter, IsTerminal as _, Write};
use std::process::ExitCode;

use serde_json::json;
use twoears::{Case, Label as _, json as line};

use crate::args::{Format, Triage};
use crate::desk;
use crate::fail::{Fail, SOME_REJECTED};
use crate::input::{self, Numbered};
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
    action: &'static str,
}

pub(crate) fn run(args: &Triage, show: Show) -> Result<ExitCode, Fail> {
    let desk = desk::build(&args.desk)?;
    let now = desk::now(&args.desk);
    let input = input::open(args.input.as_deref(), args.text, &args.text_column)?;
    let cards = match args.format {
        Format::Cards => true,
        Format::Json => false,
        Format::Auto => io::stdout().is_terminal(),
    };
    let drafts = if args.no_drafts { line::Drafts::No } else { line::Drafts::Yes };
    let forms = if args.all_drafts { card::Forms::All } else { card::Forms::Full };
    let write = move |case: &Case, out: &mut Vec<u8>| match (cards, show) {
        (true, Show::Case) => card::case(case, drafts, forms, out),
        (true, Show::Drafts) => card::drafts(case, forms, out),
        (false, Show::Case) => {
            out.extend_from_slice(line::line(case, drafts).as_bytes());
            out.push(b'\n');
        }
        (false, Show::Drafts) => {
            let whole = line::value(case, line::Drafts::Yes);
            let part = json!({"id": whole["id"], "action": whole["action"], "drafts": whole["drafts"], "notes": whole["notes"]});
            out.extend_from_slice(part.to_string().as_bytes());
            out.push(b'\n');
        }
    };
    let mut rejects = Rejects::open(args.rejects.as_deref(), [input.name.as_str()])?;
    let (name, bar) = (input.name.clone(), bar::of(&input));
    let mut out = BufWriter::new(anstream::stdout().lock());
    let threads = pipeline::threads(args.threads);
    let mut held: Vec<(f32, Vec<u8>)> = Vec::new();
    let mut count = Count::default();
    let make = |line: Numbered| {
        let case = desk.triage(&line.message()?, now);
        let mut text = Vec::with_capacity(1024);
        write(&case, &mut text);
        let (priority, action) = (case.decision.priority, case.decision.action.name());
        Ok(Written { text, priority, action })
    };
    pipeline::run(input, threads, &make, |done| {
        bar.inc(done.bytes);
        for reject in &done.rejects {
            bar.suspend(|| rejects.write(&name, reject))?;
        }
        count.add(&done.lines);
        if args.by_priority {
            held.extend(done.lines.into_iter().map(|case| (case.priority, case.text)));
            return Ok(());
        }
        for case in &done.lines {
            out.write_all(&case.text)?;
        }
        Ok(out.flush()?)
    })?;
    held.sort_by(|a, b| b.0.total_cmp(&a.0));
    for (_, text) in &held {
        out.write_all(text)?;
    }
    if cards && count.cases > 1 {
        count.write(&mut out)?;
    }
    out.flush()?;
    bar.finish_and_clear();
    rejects.finish()?;
    Ok(if rejects.count > 0 { ExitCode::from(SOME_REJECTED) } else { ExitCode::SUCCESS })
}

/// How many cases of each kind, for the last line.
#[derive(Default)]
struct Count {
    cases: u64,
    person: u64,
    private: u64,
    reply: u64,
    watch: u64,
}

impl Count {
    fn add(&mut self, cases: &[Written]) {
        for case in cases {
            self.cases += 1;
            match case.action {
                "person" => self.person += 1,
                "private_reply" => self.private += 1,
                "reply" => self.reply += 1,
                _ => self.watch += 1,
            }
        }
    }

    fn write(&self, out: &mut impl Write) -> io::Result<()> {
        let Self { cases, person, private, reply, watch } = self;
        writeln!(
            out,
            "{cases} messages: {person} for a person at once, {private} to answer in private, {reply} in public, {watch} to watch"
        )
    }
}
