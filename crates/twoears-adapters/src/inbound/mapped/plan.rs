//! A map made ready: its paths as one tree, so that a payload is walked once.

use std::borrow::Cow;
use std::collections::BTreeMap;

use super::FIELDS;
use crate::Error;
use crate::read::Text;

/// How a map's paths are meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Shape {
    /// As paths into JSON, names with points between them.
    Paths,
    /// As names of columns.
    Columns,
}

/// Where a field comes from: the first path that holds something, else a constant.
#[derive(Clone, Default, PartialEq, Eq)]
pub(crate) struct Source {
    pub(crate) paths: Vec<usize>,
    pub(crate) constant: Text<'static>,
}

/// A map made ready.
#[derive(Clone, PartialEq, Eq)]
pub(crate) struct Plan {
    sources: Vec<Source>,
    paths: Vec<String>,
    tree: Node,
    delimiter: u8,
}

/// A place of the payload: which paths end there, and what lies below.
#[derive(Clone, Default, PartialEq, Eq)]
pub(crate) struct Node {
    pub(crate) paths: Vec<usize>,
    pub(crate) below: Vec<(Step, Node)>,
}

/// One step of a path.
#[derive(Clone, PartialEq, Eq)]
pub(crate) struct Step {
    pub(crate) name: String,
    /// The place in a list, when the name is a number.
    pub(crate) place: Option<usize>,
}

impl Plan {
    /// By field, in the order of [`FIELDS`].
    pub(crate) fn sources(&self) -> &[Source] {
        &self.sources
    }

    /// The paths, or columns, as they were written.
    pub(crate) fn paths(&self) -> &[String] {
        &self.paths
    }

    /// The paths as a tree.
    pub(crate) fn tree(&self) -> &Node {
        &self.tree
    }

    /// What stands between the columns of a table.
    pub(crate) fn delimiter(&self) -> u8 {
        self.delimiter
    }
}

impl Node {
    fn at(&mut self, steps: &[&str]) -> &mut Self {
        let Some((first, rest)) = steps.split_first() else { return self };
        let known = self.below.iter().position(|(step, _)| step.name == *first);
        let place = known.unwrap_or(self.below.len());
        if known.is_none() {
            let step = Step { name: (*first).to_owned(), place: first.parse().ok() };
            self.below.push((step, Self::default()));
        }
        self.below[place].1.at(rest)
    }
}

/// Steps of a path; a deeper one is no path of a person's own making.
const STEPS: usize = 32;

/// Makes a map ready, with `defaults` for the fields that it does not name.
///
/// # Errors
/// When it names a field that no message has, or a path that is empty or too deep; the error names the key.
pub(crate) fn compile(
    name: &str,
    shape: Shape,
    map: &BTreeMap<String, String>,
    defaults: &[(&str, &str)],
) -> Result<Plan, Error> {
    let mut plan = Plan {
        sources: vec![Source::default(); FIELDS.len()],
        paths: Vec::new(),
        tree: Node::default(),
        delimiter: b',',
    };
    for key in map.keys().filter(|key| !FIELDS.iter().any(|(_, field, _)| field == key)) {
        if key == "delimiter" && shape == Shape::Columns {
            plan.delimiter = delimiter(name, &map[key])?;
            continue;
        }
        let known: Vec<&str> = FIELDS.iter().map(|(_, field, _)| *field).collect();
        let known = known.join(", ");
        return Err(Error::settings(format!("`inbound.{name}.{key}`: no such field; there are: {known}")));
    }
    for (at, (_, field, _)) in FIELDS.iter().enumerate() {
        let given = map.get(*field).map(String::as_str);
        let default = || defaults.iter().find(|(key, _)| key == field).map(|(_, value)| *value);
        let Some(value) = given.or_else(default) else { continue };
        let source = source(value, shape, &mut plan.paths, &mut plan.tree);
        plan.sources[at] =
            source.map_err(|what| Error::settings(format!("`inbound.{name}.{field}`: {what}")))?;
    }
    Ok(plan)
}

fn source(
    value: &str,
    shape: Shape,
    paths: &mut Vec<String>,
    tree: &mut Node,
) -> Result<Source, &'static str> {
    let mut source = Source::default();
    for part in value.split(" | ").map(str::trim) {
        if let Some(constant) = part.strip_prefix('=') {
            source.constant = Text::from(Cow::Owned(constant.trim().to_owned()));
            continue;
        }
        let steps: Vec<&str> = match shape {
            Shape::Paths => part.split('.').collect(),
            Shape::Columns => vec![part],
        };
        if steps.iter().any(|step| step.is_empty()) {
            return Err("an empty path; write names with points between them, or a constant after `=`");
        }
        if steps.len() > STEPS {
            return Err("a path of more than 32 steps");
        }
        tree.at(&steps).paths.push(paths.len());
        source.paths.push(paths.len());
        paths.push(part.to_owned());
    }
    Ok(source)
}

fn delimiter(name: &str, value: &str) -> Result<u8, Error> {
    match value {
        "," => Ok(b','),
        ";" => Ok(b';'),
        "|" => Ok(b'|'),
        "\t" | "tab" => Ok(b'\t'),
        _ => Err(Error::settings(format!(
            "`inbound.{name}.delimiter`: one of `,`, `;`, `|` and `tab` was expected"
        ))),
    }
}
