//! Tables: one message a row; a `text` column is needed, others are used where their name is known.

use std::io::{self, Read};

use csv::{ReaderBuilder, StringRecord, Trim};
use serde_json::{Map, Value};
use twoears::json;

use super::{Numbered, Raw};

type Lines = Box<dyn Iterator<Item = io::Result<(Numbered, u64)>> + Send>;

/// Columns that go into the author.
const OF_AUTHOR: &[(&str, &str)] = &[
    ("author", "handle"),
    ("author_handle", "handle"),
    ("handle", "handle"),
    ("author_name", "name"),
    ("name", "name"),
    ("author_id", "id"),
    ("followers", "followers"),
    ("author_followers", "followers"),
];

/// Columns that say how the writer can be reached.
const OF_REACH: &[&str] = &["accepts_messages", "private_reply_sent", "live"];

/// The rows of a table with a header line.
pub(super) fn table(
    from: impl Read + Send + 'static,
    delimiter: u8,
    text_column: &str,
) -> Result<Lines, String> {
    let mut reader =
        ReaderBuilder::new().delimiter(delimiter).flexible(true).trim(Trim::Headers).from_reader(from);
    let header = reader.byte_headers().map_err(|error| error.to_string())?.clone();
    let header = StringRecord::from_byte_record_lossy(header);
    let names: Vec<String> =
        header.iter().map(|name| name.trim_start_matches('\u{feff}').to_lowercase()).collect();
    let wanted = text_column.to_lowercase();
    let Some(text) = names.iter().position(|name| *name == wanted) else {
        return Err(format!(
            "no column `{text_column}`; there are: {}. Name it with --text-column",
            names.join(", ")
        ));
    };
    let mut before = reader.position().byte();
    let mut record = csv::ByteRecord::new();
    let rows = std::iter::from_fn(move || {
        let more = reader.read_byte_record(&mut record);
        let number = record.position().map_or(0, csv::Position::line);
        let here = reader.position().byte();
        let taken = here.saturating_sub(before);
        before = here;
        let raw = match more {
            Ok(false) => return None,
            Err(error) if matches!(error.kind(), csv::ErrorKind::Io(_)) => {
                return Some(Err(io::Error::other(error.to_string())));
            }
            Err(error) => Raw::Bad(error.to_string()),
            Ok(true) => row(&names, text, &StringRecord::from_byte_record_lossy(record.clone())),
        };
        Some(Ok((Numbered { number, raw }, taken)))
    });
    Ok(Box::new(rows))
}

fn row(names: &[String], text: usize, record: &StringRecord) -> Raw {
    let Some(value) = record.get(text) else {
        return Raw::Bad(format!(
            "the row has {} columns; `{}` is column {}",
            record.len(),
            names[text],
            text + 1
        ));
    };
    let mut map = Map::new();
    let (mut author, mut reach) = (Map::new(), Map::new());
    for (name, value) in names.iter().zip(record).filter(|(_, value)| !value.trim().is_empty()) {
        if let Some((_, key)) = OF_AUTHOR.iter().find(|(column, _)| column == name) {
            let count = value.trim().replace(',', "").parse::<f64>().ok().filter(|_| *key == "followers");
            let value = count.map_or_else(|| Value::from(value), Value::from);
            author.insert((*key).to_owned(), value);
        } else if OF_REACH.contains(&name.as_str()) {
            reach.insert(name.clone(), yes(value).map_or(Value::Null, Value::Bool));
        } else if matches!(name.as_str(), "id" | "channel" | "visibility" | "sent_at") {
            let epoch = value.trim().parse::<i64>().ok().filter(|_| name == "sent_at");
            map.insert(name.clone(), epoch.map_or_else(|| Value::from(plain(name, value)), Value::from));
        }
    }
    map.insert("author".to_owned(), Value::Object(author));
    map.insert("reach".to_owned(), Value::Object(reach));
    map.insert("text".to_owned(), Value::from(value));
    match json::message(&map) {
        Ok(message) => Raw::Message(Box::new(message)),
        Err(error) => Raw::Bad(error.to_string()),
    }
}

/// Yes or no; anything else, as in another's column of that name, is not known.
fn yes(value: &str) -> Option<bool> {
    match value.trim().to_lowercase().as_str() {
        "true" | "yes" => Some(true),
        "false" | "no" => Some(false),
        _ => None,
    }
}

/// Names of channels and the like in any case; ids and times as they are.
fn plain(name: &str, value: &str) -> String {
    let value = value.trim();
    if matches!(name, "channel" | "visibility") { value.to_lowercase() } else { value.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(csv: &'static str, column: &str) -> Result<Vec<Result<twoears::Message, String>>, String> {
        let rows = table(csv.as_bytes(), b',', column)?;
        Ok(rows.map(|row| row.unwrap().0.message().map_err(|reject| reject.cause)).collect())
    }

    #[test]
    fn columns_find_their_place() {
        let rows = read(
            "id,Text,handle,followers,sent_at\n7,\"hi,\nthere\",ann,\"1,204\",1763800000\n8,,,,\n9\n",
            "text",
        )
        .unwrap();
        let first = rows[0].as_ref().unwrap();
        assert_eq!((first.id.as_str(), first.text.as_str()), ("7", "hi,\nthere"));
        assert_eq!((first.author.followers, first.sent_at.unwrap().as_second()), (Some(1204), 1_763_800_000));
        assert_eq!(rows[1].as_ref().unwrap().text, "");
        let reach = read("text,live,private_reply_sent\nhi,Yes,false\nhi,London,\n", "text").unwrap();
        let reach: Vec<_> = reach.into_iter().map(|row| row.unwrap().reach).collect();
        assert_eq!((reach[0].live, reach[0].private_reply_sent), (Some(true), Some(false)));
        assert_eq!((reach[1].live, reach[1].private_reply_sent), (None, None));
        assert!(rows[2].as_ref().unwrap_err().contains("`text` is column 2"));
    }

    #[test]
    fn a_missing_column_is_named_with_those_there() {
        let error = read("id,body\n1,hi\n", "text").unwrap_err();
        assert!(
            error.contains("`text`") && error.contains("id, body") && error.contains("--text-column"),
            "{error}"
        );
        assert_eq!(read("id,body\n1,hi\n", "Body").unwrap()[0].as_ref().unwrap().text, "hi");
    }
}
