//! `learn`: heads from labelled JSON lines, or from a list of sources.

use std::fs;
use std::io::{self, Write as _};
use std::path::Path;
use std::process::ExitCode;

use twoears::learn::{Settings, learn};

use super::sources;
use crate::args::Learn;
use crate::fail::Fail;

/// Larger files of labelled rows are refused: they would not fit in memory as features.
pub(super) const ROWS_BYTES: u64 = 512 << 20;

pub(crate) fn run(args: &Learn) -> Result<ExitCode, Fail> {
    let mut rows = Vec::new();
    let mut settings = Settings::default();
    for path in &args.sources {
        sources::add(path, &mut rows, &mut settings)?;
    }
    if let Some(epochs) = args.epochs {
        settings.epochs = epochs;
    }
    say(&format!("{} labelled rows", rows.len()));
    let base = twoears::Desk::new()?;
    let learned = learn(base.model(), &rows, &settings, &mut |step| say(step)).map_err(Fail::settings)?;
    for (question, share) in &learned.held_out {
        say(&format!("held-out accuracy, {question}: {:.1} %", share * 100.0));
    }
    write(&args.out, &learned.heads)?;
    Ok(ExitCode::SUCCESS)
}

/// Writes a model, whole or not at all: a half-written file must not be taken for one.
pub(super) fn write(out: &Path, bytes: &[u8]) -> Result<(), Fail> {
    let half = out.with_extension("part");
    fs::write(&half, bytes).map_err(|error| Fail::file(&half, &error))?;
    fs::rename(&half, out).map_err(|error| Fail::file(out, &error))?;
    say(&format!("{}: {} bytes", out.display(), bytes.len()));
    Ok(())
}

pub(super) fn say(what: &str) {
    // Progress is for people: a closed stderr stops nothing.
    let _ = writeln!(io::stderr(), "{what}");
}
