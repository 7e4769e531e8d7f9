//! Where bad lines go: to a file with their content, or to stderr without.

use std::fs::File;
use std::io::{self, BufWriter, Write as _};
use std::path::Path;

use serde_json::json;

use crate::fail::Fail;
use crate::input::Reject;

/// Where bad lines go.
pub(crate) struct Rejects {
    file: Option<BufWriter<File>>,
    pub(crate) count: u64,
}

impl Rejects {
    /// To a file, when one is named; it must be none of the inputs.
    pub(crate) fn open<'a>(
        to: Option<&Path>,
        inputs: impl IntoIterator<Item = &'a str>,
    ) -> Result<Self, Fail> {
        let whole = |path: &Path| path.canonicalize().ok();
        let Some(path) = to else { return Ok(Self { file: None, count: 0 }) };
        let same = |input: &str| whole(path).is_some_and(|rejects| whole(input.as_ref()) == Some(rejects));
        if inputs.into_iter().any(same) {
            return Err(Fail::settings(format!("{}: the rejects would overwrite the input", path.display())));
        }
        let file = BufWriter::new(File::create(path).map_err(|error| Fail::file(path, &error))?);
        Ok(Self { file: Some(file), count: 0 })
    }

    /// To the file with the line itself; to stderr without it, since logs must not hold what customers wrote.
    pub(crate) fn write(&mut self, input: &str, reject: &Reject) -> Result<(), Fail> {
        self.count += 1;
        let Reject { number, cause, content } = reject;
        match &mut self.file {
            Some(file) => {
                let line = json!({"file": input, "line": number, "cause": cause, "content": content});
                writeln!(file, "{line}")?;
            }
            // A closed stderr is no reason to stop.
            None => drop(writeln!(io::stderr(), "twoears: {input}: line {number}: {cause}")),
        }
        Ok(())
    }

    /// Everything to the file.
    pub(crate) fn finish(&mut self) -> Result<(), Fail> {
        if let Some(file) = &mut self.file {
            file.flush()?;
        }
        Ok(())
    }
}
