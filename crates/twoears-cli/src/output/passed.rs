//! What payloads told besides messages, as one line on stderr.

use std::collections::BTreeMap;
use std::io::{self, Write as _};

/// Counts what was passed over.
#[derive(Default)]
pub(crate) struct Passed(BTreeMap<&'static str, u64>);

impl Passed {
    pub(crate) fn add(&mut self, what: &'static str) {
        *self.0.entry(what).or_default() += 1;
    }

    /// Says it, when there is something to say.
    pub(crate) fn say(&self) {
        if self.0.is_empty() {
            return;
        }
        let all: Vec<String> = self.0.iter().map(|(what, count)| format!("{count} {what}")).collect();
        // A closed stderr is no reason to stop.
        drop(writeln!(io::stderr(), "twoears: passed over: {}", all.join("; ")));
    }
}
