//! One file a command.

mod eval;
mod explain;
mod hours;
mod learn;
mod learn_own;
mod lint;
mod measures;
mod queue;
mod redact;
mod sources;
mod triage;

use std::io;
use std::process::ExitCode;

use clap::CommandFactory as _;

use crate::args::{Args, Command};
use crate::fail::Fail;

pub(crate) fn run(args: Args) -> Result<ExitCode, Fail> {
    match args.command {
        Command::Triage(args) => triage::run(&args, triage::Show::Case),
        Command::Draft(args) => triage::run(&args, triage::Show::Drafts),
        Command::Queue(args) => queue::run(&args),
        Command::Lint(args) => lint::run(&args),
        Command::Redact(args) => redact::run(&args),
        Command::Explain(args) => explain::run(&args),
        Command::Hours(args) => hours::run(&args),
        Command::Learn(args) => match &args.head {
            Some(name) => learn_own::run(&args, name),
            None => learn::run(&args),
        },
        Command::Eval(args) => eval::run(&args),
        Command::Completions { shell } => {
            clap_complete::generate(shell, &mut Args::command(), "twoears", &mut io::stdout());
            Ok(ExitCode::SUCCESS)
        }
    }
}
