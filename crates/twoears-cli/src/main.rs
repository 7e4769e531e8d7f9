//! The `twoears` command: triage, draft, explain, learn, eval. It holds no logic of its own but reading and showing.

mod args;
mod commands;
mod desk;
mod fail;
mod input;
mod output;

use std::process::ExitCode;

use clap::Parser as _;

fn main() -> ExitCode {
    let args = args::Args::parse();
    match commands::run(args) {
        Ok(code) => code,
        Err(fail) => fail.report(),
    }
}
