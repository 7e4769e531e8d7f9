//! `redact`: pseudonyms in place of personal data, line by line, in the order of the input, in constant memory.

use std::io::{self, BufWriter, Read as _, Write as _};
use std::process::ExitCode;

use twoears::{Desk, json};

use crate::args::{DeskArgs, Redact};
use crate::desk;
use crate::fail::{Fail, SOME_REJECTED};
use crate::input::{self, Input, NO_MAIL, Numbered, Raw, Reject, Source};
use crate::output::rejects::Rejects;
use crate::output::{bar, pipeline};

/// A plain text on stdin is held as a whole, and more than this is refused.
const TEXT_BYTES: u64 = 64 << 20;

pub(crate) fn run(args: &Redact) -> Result<ExitCode, Fail> {
    let desk = desk::build(&DeskArgs { brand: args.brand.clone(), ..DeskArgs::default() })?;
    let mut out = BufWriter::new(anstream::stdout().lock());
    if args.text && args.inputs.is_empty() {
        out.write_all(desk.redact_text(&whole_stdin()?).text().as_bytes())?;
        out.flush()?;
        return Ok(ExitCode::SUCCESS);
    }
    let open = |argument: Option<&String>| {
        input::open(argument.map(String::as_str), args.text, &args.text_column, Source::Messages)
    };
    // All are opened before anything is written: a name that is wrong is said at once.
    let inputs: Vec<Input> = if args.inputs.is_empty() {
        vec![open(None)?]
    } else {
        args.inputs.iter().map(|argument| open(Some(argument))).collect::<Result<_, _>>()?
    };
    let names = inputs.iter().map(|input| input.name.as_str());
    let mut rejects = Rejects::open(args.rejects.as_deref(), names)?;
    for input in inputs {
        let (name, bar) = (input.name.clone(), bar::of(&input));
        pipeline::run(input, pipeline::threads(args.threads), &|line| redact(&desk, line), |done| {
            bar.inc(done.bytes);
            for reject in &done.rejects {
                bar.suspend(|| rejects.write(&name, reject))?;
            }
            for line in &done.lines {
                out.write_all(line.as_bytes())?;
                out.write_all(b"\n")?;
            }
            Ok(out.flush()?)
        })?;
        bar.finish_and_clear();
    }
    rejects.finish()?;
    Ok(if rejects.count > 0 { ExitCode::from(SOME_REJECTED) } else { ExitCode::SUCCESS })
}

/// What is written for a line: JSON for JSON and for the row of a table, text for a text.
fn redact(desk: &Desk, line: Numbered) -> Result<String, Reject> {
    let number = line.number;
    match line.raw {
        Raw::Text(text) => Ok(desk.redact_text(&text).text().to_owned()),
        Raw::Json(json) => json::redact(desk, &json).map_err(|error| Reject {
            number,
            cause: error.to_string(),
            content: Some(json),
        }),
        Raw::Message(message) => Ok(json::redacted(desk, &message)),
        Raw::Whole(_) => Err(Reject { number, cause: NO_MAIL.to_owned(), content: None }),
        Raw::Bad(cause) => Err(Reject { number, cause, content: None }),
    }
}

fn whole_stdin() -> Result<String, Fail> {
    let mut bytes = Vec::new();
    io::stdin()
        .take(TEXT_BYTES + 1)
        .read_to_end(&mut bytes)
        .map_err(|error| Fail::Files(format!("stdin: {error}")))?;
    if bytes.len() as u64 > TEXT_BYTES {
        return Err(Fail::Files(format!(
            "stdin: more than {TEXT_BYTES} bytes of one text; give it in parts"
        )));
    }
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}
