//! `learn`: heads from labelled JSON lines, or from a list of sources.

use std::collections::BTreeMap;
use std::fs;
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use serde::Deserialize;
use serde_json::{Map, Value};
use twoears::learn::{Row, Settings, learn};

use crate::args::Learn;
use crate::desk::read;
use crate::fail::Fail;

/// Larger files of labelled rows are refused: they would not fit in memory as features.
const ROWS_BYTES: u64 = 512 << 20;

/// A list of sources, with paths from the list's own folder.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct List {
    source: Vec<Source>,
}

/// Rows of one kind.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Source {
    /// A .jsonl file, or a folder whose .jsonl files are all taken.
    path: PathBuf,
    /// How much each row counts.
    #[serde(default = "one")]
    weight: f32,
    /// May it be absent? Then the rest is learned, and this is said.
    #[serde(default)]
    optional: bool,
    /// Are the rows like what will come in? Probabilities are calibrated on these.
    #[serde(default)]
    typical: bool,
    /// A table of another set's labels: the file that maps them.
    map: Option<PathBuf>,
}

/// How another set's label names become ours; what is not named is left out.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Mapping {
    /// The key of the label in the set's rows.
    field: String,
    /// Rows with a true value under this key are left out.
    drop_flag: Option<String>,
    /// Ours by theirs.
    label: BTreeMap<String, Map<String, Value>>,
}

fn one() -> f32 {
    1.0
}

pub(crate) fn run(args: &Learn) -> Result<ExitCode, Fail> {
    let mut rows = Vec::new();
    for path in &args.sources {
        if path.extension().is_some_and(|ending| ending == "toml") {
            list(path, &mut rows)?;
        } else {
            add(
                &Source { path: path.clone(), weight: 1.0, optional: false, typical: false, map: None },
                Path::new(""),
                &mut rows,
            )?;
        }
    }
    let mut settings = Settings::default();
    if let Some(epochs) = args.epochs {
        settings.epochs = epochs;
    }
    say(&format!("{} labelled rows", rows.len()));
    let base = twoears::Desk::new()?;
    let learned = learn(base.model(), &rows, &settings, &mut |step| say(step)).map_err(Fail::settings)?;
    for (question, share) in &learned.held_out {
        say(&format!("held-out accuracy, {question}: {:.1} %", share * 100.0));
    }
    // Whole or not at all: a half-written file must not be taken for a model.
    let half = args.out.with_extension("part");
    fs::write(&half, &learned.heads).map_err(|error| Fail::file(&half, &error))?;
    fs::rename(&half, &args.out).map_err(|error| Fail::file(&args.out, &error))?;
    say(&format!("{}: {} bytes", args.out.display(), learned.heads.len()));
    Ok(ExitCode::SUCCESS)
}

fn say(what: &str) {
    // Progress is for people: a closed stderr stops nothing.
    let _ = writeln!(io::stderr(), "{what}");
}

fn list(path: &Path, rows: &mut Vec<Row>) -> Result<(), Fail> {
    let list: List = toml_file(path)?;
    let folder = path.parent().unwrap_or(Path::new(""));
    list.source.iter().try_for_each(|source| add(source, folder, rows))
}

fn toml_file<T: serde::de::DeserializeOwned>(path: &Path) -> Result<T, Fail> {
    let text = String::from_utf8(read(path, ROWS_BYTES)?).map_err(|error| Fail::file(path, &error))?;
    toml::from_str(&text).map_err(|error| Fail::settings(format!("{}: {error}", path.display())))
}

fn add(source: &Source, folder: &Path, rows: &mut Vec<Row>) -> Result<(), Fail> {
    let path = folder.join(&source.path);
    if source.optional && !path.exists() {
        say(&format!("{}: not there, left out", path.display()));
        return Ok(());
    }
    let map: Option<Mapping> = source.map.as_ref().map(|map| toml_file(&folder.join(map))).transpose()?;
    let mut files = vec![path.clone()];
    if path.is_dir() {
        let entries = fs::read_dir(&path).and_then(Iterator::collect::<Result<Vec<_>, _>>);
        files = entries.map_err(|error| Fail::file(&path, &error))?.iter().map(fs::DirEntry::path).collect();
        files.retain(|file| file.extension().is_some_and(|ending| ending == "jsonl"));
        files.sort();
    }
    files.iter().try_for_each(|file| add_file(file, source, map.as_ref(), rows))
}

fn add_file(path: &Path, source: &Source, map: Option<&Mapping>, rows: &mut Vec<Row>) -> Result<(), Fail> {
    let text = String::from_utf8(read(path, ROWS_BYTES)?).map_err(|error| Fail::file(path, &error))?;
    let name = path.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default();
    let folder =
        path.parent().and_then(Path::file_name).map(|n| n.to_string_lossy().into_owned()).unwrap_or_default();
    for (number, line) in text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty()) {
        let bad = |why: &dyn std::fmt::Display| {
            Fail::settings(format!("{}: line {}: {why}", path.display(), number + 1))
        };
        let line = match map {
            None => line.to_owned(),
            Some(map) => match mapped(line, map).map_err(|error| bad(&error))? {
                Some(line) => line,
                None => continue,
            },
        };
        let mut row = Row::from_json(&line).map_err(|error| bad(&error))?;
        row.weight *= source.weight;
        row.typical = source.typical;
        row.source = if map.is_some() { folder.clone() } else { name.clone() };
        rows.push(row);
    }
    Ok(())
}

/// Another set's line with our labels; none when its label has no counterpart.
fn mapped(line: &str, map: &Mapping) -> Result<Option<String>, serde_json::Error> {
    let row: Map<String, Value> = serde_json::from_str(line)?;
    let flagged = map.drop_flag.as_ref().is_some_and(|flag| row.get(flag) == Some(&Value::Bool(true)));
    let label = row.get(&map.field).and_then(Value::as_str).and_then(|label| map.label.get(label));
    let (false, Some(label), Some(text)) = (flagged, label, row.get("text")) else { return Ok(None) };
    let mut ours = label.clone();
    ours.insert("text".to_owned(), text.clone());
    Ok(Some(Value::Object(ours).to_string()))
}
