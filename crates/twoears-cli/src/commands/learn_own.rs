//! `learn --head`: a head with labels of one's own, from labelled JSON lines.

use std::io::{self, Write as _};
use std::process::ExitCode;

use serde_json::{Map, Value};
use twoears::custom::learn_custom;
use twoears::{CustomSettings, Desk, Example};

use super::learn::{ROWS_BYTES, say, write};
use crate::args::Learn;
use crate::desk::read;
use crate::fail::{Fail, SOME_REJECTED};

pub(crate) fn run(args: &Learn, name: &str) -> Result<ExitCode, Fail> {
    let (mut examples, mut bad) = (Vec::new(), 0_usize);
    for path in &args.sources {
        let text = String::from_utf8(read(path, ROWS_BYTES)?).map_err(|error| Fail::file(path, &error))?;
        for (number, line) in text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty()) {
            match example(line, name) {
                Ok(example) => examples.push(example),
                Err(why) => {
                    bad += 1;
                    let place = format!("{}: line {}", path.display(), number + 1);
                    let _ = writeln!(io::stderr(), "twoears: {place}: {why}");
                }
            }
        }
    }
    say(&format!("{} labelled examples", examples.len()));
    let desk = Desk::new()?;
    let learned =
        learn_custom(desk.model(), name, &examples, &CustomSettings::default(), &mut |step| say(step))
            .map_err(Fail::settings)?;
    let held = learned.held_out;
    say(&format!(
        "held-out accuracy: {:.1} % of {}; the set holds the right label in {:.1} %, {:.1} labels on average",
        held.accuracy * 100.0,
        held.examples,
        held.covered * 100.0,
        held.set_size
    ));
    say(&format!("chosen: {}", learned.chosen));
    for (label, count) in &learned.few {
        say(&format!("few examples: {count} of `{label}`"));
    }
    write(&args.out, learned.head.to_bytes())?;
    Ok(if bad > 0 { ExitCode::from(SOME_REJECTED) } else { ExitCode::SUCCESS })
}

/// The example of a line, or why it is none; never with what stands there.
fn example(line: &str, name: &str) -> Result<Example, String> {
    let row: Map<String, Value> =
        serde_json::from_str(line).map_err(|error| format!("column {}: no JSON object", error.column()))?;
    let text = row.get("text").and_then(Value::as_str).ok_or("`text` is missing or no text")?;
    let label = row.get(name).or_else(|| row.get("label"));
    let labels = match label {
        Some(Value::String(label)) => vec![label.clone()],
        Some(Value::Array(labels)) => {
            let labels: Option<Vec<String>> =
                labels.iter().map(|label| label.as_str().map(str::to_owned)).collect();
            labels.filter(|labels| !labels.is_empty()).ok_or(format!("`{name}` must hold texts"))?
        }
        _ => return Err(format!("neither `{name}` nor `label` holds a text")),
    };
    Ok(Example { text: text.to_owned(), labels })
}

#[cfg(test)]
mod tests {
    use super::example;

    #[test]
    fn a_label_stands_under_the_heads_name_or_label() {
        for line in
            [r#"{"text":"a","topic":"x"}"#, r#"{"text":"a","label":"x"}"#, r#"{"text":"a","topic":["x"]}"#]
        {
            assert_eq!(example(line, "topic").unwrap().labels, ["x"]);
        }
        for line in ["[]", "{", r#"{"text":1,"label":"x"}"#, r#"{"text":"secret","label":3}"#] {
            assert!(!example(line, "topic").unwrap_err().contains("secret"));
        }
    }
}
