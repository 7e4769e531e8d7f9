//! What can go wrong, and the exit code that says so.

use std::io::{self, Write as _};
use std::path::Path;
use std::process::ExitCode;

/// Some lines were bad; all others were done.
pub(crate) const SOME_REJECTED: u8 = 1;
/// Replies were found that `lint --deny` does not let pass.
pub(crate) const DENIED: u8 = 4;
/// A flag, a setting, a model or the knowledge base cannot be used (clap uses 2 for flags as well).
const SETTINGS: u8 = 2;
/// A file cannot be read or written.
const FILES: u8 = 3;

/// Why the command stopped.
#[derive(Debug)]
pub(crate) enum Fail {
    /// Settings that cannot be used.
    Settings(String),
    /// A file that cannot be read or written.
    Files(String),
    /// Nobody reads the output any more: no failure at all.
    BrokenPipe,
}

impl Fail {
    pub(crate) fn settings(what: impl std::fmt::Display) -> Self {
        Self::Settings(what.to_string())
    }

    /// A failure on a file, naming it.
    pub(crate) fn file(path: &Path, what: &impl std::fmt::Display) -> Self {
        Self::Files(format!("{}: {what}", path.display()))
    }

    /// Says on stderr what happened and gives the exit code.
    fn say(self) -> u8 {
        let (what, code) = match self {
            Self::BrokenPipe => return 0,
            Self::Settings(what) => (what, SETTINGS),
            Self::Files(what) => (what, FILES),
        };
        // If stderr is gone too, the exit code still tells.
        let _ = writeln!(io::stderr(), "twoears: {what}");
        code
    }

    /// Says what happened, for the end of `main`.
    pub(crate) fn report(self) -> ExitCode {
        ExitCode::from(self.say())
    }

    /// Says what happened and ends the process, whatever its threads are waiting for.
    pub(crate) fn exit(self) -> ! {
        std::process::exit(self.say().into())
    }
}

/// Failures of writing the output.
impl From<io::Error> for Fail {
    fn from(error: io::Error) -> Self {
        if error.kind() == io::ErrorKind::BrokenPipe {
            Self::BrokenPipe
        } else {
            Self::Files(format!("output: {error}"))
        }
    }
}

impl From<twoears::Error> for Fail {
    fn from(error: twoears::Error) -> Self {
        Self::settings(error)
    }
}
