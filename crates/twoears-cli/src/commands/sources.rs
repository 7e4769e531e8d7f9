//! Where rows come from: files, folders, and lists of them with other sets' labels mapped to ours.

use std::collections::{BTreeMap, HashMap};
use std::fs;
use std::path::{Path, PathBuf};

use serde::Deserialize;
use serde_json::{Map, Value};
use twoears::analyze::Question;
use twoears::learn::{Row, Settings};

use super::learn::{ROWS_BYTES, say};
use crate::desk::read;
use crate::fail::Fail;

/// A list of sources, with paths from the list's own folder.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct List {
    source: Vec<Source>,
    /// By question, what the temperature is multiplied by.
    #[serde(default)]
    temper: BTreeMap<String, f32>,
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
    /// By file name without its ending, how much each row of that file counts besides.
    #[serde(default)]
    weights: BTreeMap<String, f32>,
    /// A table of another set's labels: the file that maps them.
    map: Option<PathBuf>,
    /// The questions that the rows answer, by key of the label; all when left out.
    teaches: Option<Vec<String>>,
    /// A file of labels by `id` that go over those of the rows: a later reading.
    labels: Option<PathBuf>,
}

/// How another set's label names become ours; what is not named is left out.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Mapping {
    /// The key of the label in the set's rows. A row with a list of labels counts when all of them map to the same.
    field: String,
    /// Rows with a true value under this key are left out.
    drop_flag: Option<String>,
    /// Ours by theirs.
    label: BTreeMap<String, Map<String, Value>>,
}

fn one() -> f32 {
    1.0
}

/// Adds the rows of a file, of a folder's `.jsonl` files, or of a list of sources.
pub(super) fn add(path: &Path, rows: &mut Vec<Row>, settings: &mut Settings) -> Result<(), Fail> {
    if path.extension().is_some_and(|ending| ending == "toml") {
        let list: List = toml_file(path)?;
        let folder = path.parent().unwrap_or(Path::new(""));
        for (name, factor) in &list.temper {
            let Some(place) = Question::ALL.iter().position(|question| question.name() == name) else {
                return Err(Fail::settings(format!("{}: `temper.{name}` is no question", path.display())));
            };
            settings.temper[place] = *factor;
        }
        return list.source.iter().try_for_each(|source| add_source(source, folder, rows));
    }
    let source = Source {
        path: path.to_owned(),
        weight: 1.0,
        weights: BTreeMap::new(),
        optional: false,
        typical: false,
        map: None,
        teaches: None,
        labels: None,
    };
    add_source(&source, Path::new(""), rows)
}

fn toml_file<T: serde::de::DeserializeOwned>(path: &Path) -> Result<T, Fail> {
    let text = String::from_utf8(read(path, ROWS_BYTES)?).map_err(|error| Fail::file(path, &error))?;
    toml::from_str(&text).map_err(|error| Fail::settings(format!("{}: {error}", path.display())))
}

fn add_source(source: &Source, folder: &Path, rows: &mut Vec<Row>) -> Result<(), Fail> {
    let path = folder.join(&source.path);
    if source.optional && !path.exists() {
        say(&format!("{}: not there, left out", path.display()));
        return Ok(());
    }
    let map: Option<Mapping> = source.map.as_ref().map(|map| toml_file(&folder.join(map))).transpose()?;
    let labels = source.labels.as_ref().map(|file| later(&folder.join(file))).transpose()?;
    let mut files = vec![path.clone()];
    if path.is_dir() {
        let entries = fs::read_dir(&path).and_then(Iterator::collect::<Result<Vec<_>, _>>);
        files = entries.map_err(|error| Fail::file(&path, &error))?.iter().map(fs::DirEntry::path).collect();
        files.retain(|file| file.extension().is_some_and(|ending| ending == "jsonl"));
        files.sort();
    }
    let stem =
        |file: &Path| file.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default();
    if let Some(none) = source.weights.keys().find(|name| !files.iter().any(|file| stem(file) == **name)) {
        return Err(Fail::settings(format!("{}: `weights.{none}` is no file of it", path.display())));
    }
    for file in &files {
        let weight = source.weight * source.weights.get(&stem(file)).copied().unwrap_or(1.0);
        let first = rows.len();
        add_file(file, map.as_ref(), labels.as_ref(), rows)?;
        for row in &mut rows[first..] {
            if let Some(questions) = &source.teaches {
                keep(row, questions);
            }
            row.weight *= weight;
            row.typical = source.typical;
        }
    }
    Ok(())
}

/// Takes away the labels of other questions.
fn keep(row: &mut Row, questions: &[String]) {
    let other = |question: &str| !questions.iter().any(|asked| asked == question);
    if other("intent") {
        row.intent.clear();
    }
    if other("urgency") {
        row.urgency.clear();
    }
    if other("sentiment") {
        row.sentiment.clear();
    }
    row.route = row.route.filter(|_| !other("route"));
    row.escalate = row.escalate.filter(|_| !other("escalate"));
}

/// Labels by id.
type Labels = HashMap<String, Map<String, Value>>;

fn later(path: &Path) -> Result<Labels, Fail> {
    let text = String::from_utf8(read(path, ROWS_BYTES)?).map_err(|error| Fail::file(path, &error))?;
    let mut labels = Labels::new();
    for (number, line) in text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty()) {
        let bad = |why: &str| Fail::settings(format!("{}: line {}: {why}", path.display(), number + 1));
        let mut row: Map<String, Value> =
            serde_json::from_str(line).map_err(|error| bad(&error.to_string()))?;
        let Some(Value::String(id)) = row.remove("id") else { return Err(bad("no `id`")) };
        labels.insert(id, row);
    }
    Ok(labels)
}

fn add_file(
    path: &Path,
    map: Option<&Mapping>,
    labels: Option<&Labels>,
    rows: &mut Vec<Row>,
) -> Result<(), Fail> {
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
        let line = match labels {
            None => line,
            Some(labels) => relabelled(line, labels).map_err(|error| bad(&error))?,
        };
        let mut row = Row::from_json(&line).map_err(|error| bad(&error))?;
        row.source = if map.is_some() { folder.clone() } else { name.clone() };
        rows.push(row);
    }
    Ok(())
}

/// Another set's line with our labels; none when its label has no counterpart.
fn mapped(line: &str, map: &Mapping) -> Result<Option<String>, serde_json::Error> {
    let row: Map<String, Value> = serde_json::from_str(line)?;
    let flagged = map.drop_flag.as_ref().is_some_and(|flag| row.get(flag) == Some(&Value::Bool(true)));
    let names: Vec<&str> = match row.get(&map.field) {
        Some(Value::Array(all)) => all.iter().filter_map(Value::as_str).collect(),
        Some(one) => one.as_str().into_iter().collect(),
        None => Vec::new(),
    };
    let mut labels = names.iter().map(|name| map.label.get(*name));
    let label = labels.next().flatten().filter(|first| labels.all(|label| label == Some(*first)));
    let (false, Some(label), Some(text)) = (flagged, label, row.get("text")) else { return Ok(None) };
    let mut ours = label.clone();
    ours.insert("text".to_owned(), text.clone());
    Ok(Some(Value::Object(ours).to_string()))
}

/// The line with the labels of a later reading, when there is one.
fn relabelled(line: String, labels: &Labels) -> Result<String, serde_json::Error> {
    let mut row: Map<String, Value> = serde_json::from_str(&line)?;
    let later = row.get("id").and_then(Value::as_str).and_then(|id| labels.get(id));
    let Some(later) = later else { return Ok(line) };
    row.extend(later.clone());
    Ok(Value::Object(row).to_string())
}
