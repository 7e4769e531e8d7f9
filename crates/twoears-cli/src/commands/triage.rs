//! `triage` and `draft`: read, triage on all cores, write in the order of the input, in constant memory.

use std::fs::File;
use std::io::{self, BufWriter, IsTerminal as _, Write};
use std::process::ExitCode;

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use serde_json::json;
use twoears::{Case, json as line};

use crate::args::{Format, Triage};
use crate::desk;
use crate::fail::{Fail, SOME_REJECTED};
use crate::input::{self, Input, Reject};
use crate::output::{card, pipeline};

/// Inputs below this many bytes are done before a bar could be read.
const BAR_FROM_BYTES: u64 = 1 << 20;

/// What to show of a case.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Show {
    /// Everything.
    Case,
    /// The drafts alone.
    Drafts,
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
    let write = move |case: &Case, out: &mut Vec<u8>| match (cards, show) {
        (true, Show::Case) => card::case(case, drafts, out),
        (true, Show::Drafts) => card::drafts(case, out),
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
    let mut rejects = Rejects::open(args, &input)?;
    let bar = bar(&input);
    let mut out = BufWriter::new(anstream::stdout().lock());
    let cores = std::thread::available_parallelism().map_or(1, usize::from);
    let threads = args.threads.map_or(cores, usize::from);
    let mut held: Vec<(f32, Vec<u8>)> = Vec::new();
    let mut count = Count::default();
    pipeline::run(input, threads, &|message| desk.triage(message, now), &write, |done| {
        bar.inc(done.bytes);
        for reject in &done.rejects {
            bar.suspend(|| rejects.write(reject))?;
        }
        count.add(&done.cases);
        if args.by_priority {
            held.extend(done.cases.into_iter().map(|case| (case.priority, case.text)));
            return Ok(());
        }
        for case in &done.cases {
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

/// A bar on stderr, for long files and people only.
fn bar(input: &Input) -> ProgressBar {
    let Some(bytes) = input.bytes.filter(|bytes| *bytes >= BAR_FROM_BYTES && io::stderr().is_terminal())
    else {
        return ProgressBar::hidden();
    };
    let bar = ProgressBar::with_draw_target(Some(bytes), ProgressDrawTarget::stderr_with_hz(5));
    if let Ok(style) =
        ProgressStyle::with_template("{bar:40} {percent:>3} %  {bytes} of {total_bytes}  {eta} left")
    {
        bar.set_style(style);
    }
    bar
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
    fn add(&mut self, cases: &[pipeline::Written]) {
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

/// Where bad lines go.
struct Rejects {
    name: String,
    file: Option<BufWriter<File>>,
    count: u64,
}

impl Rejects {
    fn open(args: &Triage, input: &Input) -> Result<Self, Fail> {
        let whole = |path: &std::path::Path| path.canonicalize().ok();
        if let Some(path) = &args.rejects
            && whole(path).is_some_and(|rejects| whole(input.name.as_ref()) == Some(rejects))
        {
            return Err(Fail::settings(format!("{}: the rejects would overwrite the input", path.display())));
        }
        let file = match &args.rejects {
            Some(path) => Some(BufWriter::new(File::create(path).map_err(|error| Fail::file(path, &error))?)),
            None => None,
        };
        Ok(Self { name: input.name.clone(), file, count: 0 })
    }

    /// To the file with the line itself; to stderr without it, since logs must not hold what customers wrote.
    fn write(&mut self, reject: &Reject) -> Result<(), Fail> {
        self.count += 1;
        let Reject { number, cause, content } = reject;
        match &mut self.file {
            Some(file) => {
                let line = json!({"file": self.name, "line": number, "cause": cause, "content": content});
                writeln!(file, "{line}")?;
            }
            // A closed stderr is no reason to stop.
            None => drop(writeln!(io::stderr(), "twoears: {}: line {number}: {cause}", self.name)),
        }
        Ok(())
    }

    fn finish(&mut self) -> Result<(), Fail> {
        if let Some(file) = &mut self.file {
            file.flush()?;
        }
        Ok(())
    }
}
