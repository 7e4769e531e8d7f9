//! Tables: one message a row below a header line, by the map `[inbound.csv]`, which names a column for a field
//! (`text = "Body"`, `"author.name" = "Customer"`, `delimiter = ";"`).
//!
//! Columns are found by name in any case. Without a map, a field's own name and some usual ones count (`text`, `message`,
//! `body`; `author_name`, `name`; ...). A row that cannot be read is named by its line and does not stop the rest; nothing is
//! guessed where a value is not what its column says. There are no address keys: where an answer goes is not known here.

use std::collections::BTreeMap;
use std::io::Read;

use ::csv::{ByteRecord, ReaderBuilder};

use super::mapped::{self, FIELDS, Field, Plan, Shape, Values};
use super::{Item, Parsed};
use crate::outbound::Address;
use crate::read::Text;
use crate::{Error, Platform, Settings};

/// The map's name in the settings.
pub(crate) const NAME: &str = "csv";

/// Makes a map ready.
pub(crate) fn plan(map: &BTreeMap<String, String>) -> Result<Plan, Error> {
    mapped::compile(NAME, Shape::Columns, map, &[])
}

/// Why a row could not be read: its line, and what is wrong there, never what stands there.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("line {line}: {what}")]
pub struct RowError {
    /// The line on which the row begins, from 1 on; the header is line 1.
    pub line: u64,
    /// What is wrong, with the column.
    pub what: String,
}

/// The messages of a table, row by row.
pub struct Rows<R> {
    reader: ::csv::Reader<R>,
    record: ByteRecord,
    plan: Plan,
    /// By path of the plan: its column.
    columns: Vec<Option<usize>>,
    settings: Settings,
    /// Lines that the reader's count is behind.
    behind: u64,
    over: bool,
}

impl<R> std::fmt::Debug for Rows<R> {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.debug_struct("Rows").field("columns", &self.columns.len()).finish_non_exhaustive()
    }
}

/// Reads a table.
///
/// # Errors
/// When the header line cannot be read, or holds no column for the text; the error says which names were looked for. What
/// stands in the line is not repeated: it may be the first message of a table without a header.
///
/// ```
/// use twoears_adapters::{Settings, inbound};
/// let table = "id,text,sent_at\n7,Where is it?,2026-11-23T08:00:00Z\n8,And now?,soon\n";
/// let rows: Vec<_> = inbound::csv(table.as_bytes(), &Settings::default())?.collect();
/// assert_eq!(rows[0].as_ref().unwrap().message.text, "Where is it?");
/// assert_eq!(rows[1].as_ref().unwrap_err().line, 3);
/// # Ok::<(), twoears_adapters::Error>(())
/// ```
pub fn csv<R: Read>(table: R, settings: &Settings) -> Result<Rows<R>, Error> {
    let plan = match settings.plan(NAME) {
        Some(plan) => plan.clone(),
        None => plan(&usual())?,
    };
    let mut reader = ReaderBuilder::new().delimiter(plan.delimiter()).flexible(true).from_reader(table);
    let header = reader
        .byte_headers()
        .map_err(|_| Error::payload("line 1: the header of the table cannot be read"))?;
    let breaks = header.iter().map(|name| memchr::memchr_iter(b'\n', name).count() as u64).sum::<u64>();
    let there: Vec<String> = header
        .iter()
        .map(|name| String::from_utf8_lossy(name).trim_start_matches('\u{feff}').trim().to_owned())
        .collect();
    // Where lines end in CR LF, the reader stands before the LF when a row is over and counts one line less.
    let behind = (breaks + 2).saturating_sub(reader.position().line());
    let place = |name: &String| there.iter().position(|other| other.to_lowercase() == name.to_lowercase());
    let columns: Vec<Option<usize>> = plan.paths().iter().map(place).collect();
    let text = &plan.sources()[Field::Text as usize];
    if text.constant.get().is_none() && !text.paths.iter().any(|path| columns[*path].is_some()) {
        let looked_for: Vec<&str> = text.paths.iter().map(|path| plan.paths()[*path].as_str()).collect();
        return Err(Error::payload(format!(
            "line 1: no column for the text among {}; looked for: {}. Name it in the settings: `text` of `[inbound.csv]`",
            there.len(),
            looked_for.join(", ")
        )));
    }
    Ok(Rows {
        reader,
        record: ByteRecord::new(),
        plan,
        columns,
        settings: settings.clone(),
        behind,
        over: false,
    })
}

/// The map that holds without one: each field by its own name or a usual one.
fn usual() -> BTreeMap<String, String> {
    let names = |name: &str, others: &[&str]| {
        std::iter::once(name).chain(others.iter().copied()).collect::<Vec<_>>().join(" | ")
    };
    FIELDS.iter().map(|(_, name, others)| ((*name).to_owned(), names(name, others))).collect()
}

impl<R: Read> Iterator for Rows<R> {
    type Item = Result<Item, RowError>;

    fn next(&mut self) -> Option<Self::Item> {
        if self.over {
            return None;
        }
        match self.reader.read_byte_record(&mut self.record) {
            Ok(false) => {
                self.over = true;
                None
            }
            Ok(true) => {
                let line = self.record.position().map_or(0, ::csv::Position::line) + self.behind;
                Some(self.item().map_err(|what| RowError { line, what }))
            }
            Err(error) => {
                // The source broke off; whatever else is wrong with a row shows when its values are read.
                self.over = true;
                let line =
                    error.position().map_or_else(|| self.reader.position().line(), ::csv::Position::line);
                Some(Err(RowError { line, what: "the table cannot be read any further".to_owned() }))
            }
        }
    }
}

impl<R> Rows<R> {
    fn item(&self) -> Result<Item, String> {
        let needed = &self.plan.sources()[Field::Text as usize].paths;
        let reaches = |path: &usize| self.columns[*path].is_some_and(|column| column < self.record.len());
        if !needed.is_empty() && !needed.iter().any(reaches) {
            let count = self.record.len();
            return Err(format!(
                "the row has {count} columns and none for the text: a line break or quote too many?"
            ));
        }
        let value = |column: &Option<usize>| {
            column.and_then(|column| self.record.get(column)).map(String::from_utf8_lossy)
        };
        let found =
            self.columns.iter().map(|column| value(column).map_or_else(Text::default, Text::from)).collect();
        let values = Values::of(&self.plan, found);
        let built = mapped::build(&values, &self.settings);
        if let Some((field, expected)) = built.unread {
            let column =
                values.path(field).map_or(FIELDS[field as usize].1, |path| self.plan.paths()[path].as_str());
            return Err(format!("column `{column}`: {expected}"));
        }
        let address = Address::new(Platform::Csv)
            .with("message_id", Some(built.message.id.clone()))
            .with("thread_id", built.message.thread_id.clone());
        Ok(Item { platform: Platform::Csv, event: built.event, message: built.message, address })
    }
}

/// A whole table as one payload. Rows that cannot be read are passed; [`csv`] names their lines.
pub(crate) fn parse(payload: &[u8], settings: &Settings) -> Result<Parsed, Error> {
    let mut parsed = Parsed::default();
    for row in csv(payload, settings)? {
        match row {
            Ok(item) => parsed.items.push(item),
            Err(_) => parsed.passed.push("a row that cannot be read"),
        }
    }
    Ok(parsed)
}

#[cfg(test)]
mod tests;
