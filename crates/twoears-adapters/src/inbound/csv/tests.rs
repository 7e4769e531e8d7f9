use super::*;
use twoears_core::{Brand, Channel};

const USUAL: &[u8] = include_bytes!("../../../tests/payloads/csv/usual.csv");
const SEMICOLONS: &[u8] = include_bytes!("../../../tests/payloads/mapped/semicolons.csv");
const BAD: &[u8] = include_bytes!("../../../tests/payloads/csv/bad_rows.csv");
const NO_TEXT: &[u8] = include_bytes!("../../../tests/payloads/mapped/no_text.csv");

const MAP: &str = "[inbound.csv]
delimiter = ';'
text = 'customer MESSAGE'
id = 'Ticket'
sent_at = 'When'
'author.name' = 'Customer'
channel = '=chat'
visibility = 'Open to all'";

fn rows(table: &[u8], settings: &Settings) -> Vec<Result<Item, RowError>> {
    csv(table, settings).unwrap().collect()
}

#[test]
fn usual_columns_need_no_map() {
    let rows = rows(USUAL, &Settings::default());
    let messages: Vec<_> = rows.into_iter().map(|row| row.unwrap().message).collect();
    assert_eq!(messages.len(), 3);
    assert_eq!((messages[0].text.as_str(), messages[0].channel), ("Where is my parcel, please?", Channel::X));
    assert_eq!(
        (messages[0].author.followers, messages[0].author.handle.as_deref()),
        (Some(1204), Some("ann_lee"))
    );
    assert_eq!(
        (messages[1].text.as_str(), messages[1].author.name.as_deref()),
        ("Two lines\nof text", Some("Bob Ray"))
    );
    assert_eq!((messages[1].author.followers, messages[2].author.followers), (None, Some(0)));
    assert_eq!(messages[1].sent_at.unwrap().as_second(), 1_795_421_157);
}

#[test]
fn a_map_names_the_columns() {
    let toml = MAP.replace("'Open to all'", "'Open to all | =private'");
    let settings =
        Settings::of(&Brand::from_toml(&toml.replace("'Open to all | =private'", "'=private'")).unwrap())
            .unwrap();
    let rows = rows(SEMICOLONS, &settings);
    let first = &rows[0].as_ref().unwrap().message;
    assert_eq!((first.id.as_str(), first.text.as_str()), ("7", "It \"broke\"; again"));
    assert_eq!((first.channel, first.is_public()), (Channel::Chat, false));
    assert_eq!(rows[3].as_ref().unwrap().message.text, "Caf\u{fffd} closed");
    let lines: Vec<_> = rows.iter().filter_map(|row| row.as_ref().err().map(|error| error.line)).collect();
    assert_eq!(lines, [3, 4]);
}

#[test]
fn bad_rows_are_named_by_line_and_column_and_the_rest_is_read() {
    let rows = rows(BAD, &Settings::default());
    let good: Vec<_> = rows.iter().flatten().map(|item| item.message.id.as_str()).collect();
    assert_eq!(good, ["1", "6"]);
    let errors: Vec<String> =
        rows.iter().filter_map(|row| row.as_ref().err().map(ToString::to_string)).collect();
    for (error, (line, words)) in errors.iter().zip([
        ("line 3", "`sent_at`"),
        ("line 4", "text"),
        ("line 5", "`followers`"),
        ("line 6", "`channel`"),
    ]) {
        assert!(error.starts_with(line) && error.contains(words) && !error.contains("pigeon"), "{error}");
    }
    assert_eq!(errors.len(), 4);
    let parsed = parse(BAD, &Settings::default()).unwrap();
    assert_eq!((parsed.items.len(), parsed.passed.len()), (2, 4));
}

#[test]
fn a_table_without_a_text_is_refused_by_what_was_looked_for() {
    let error = csv(NO_TEXT, &Settings::default()).unwrap_err();
    assert!(error.is_payload() && error.to_string().contains("text, message, body"), "{error}");
    // The first line of a table without a header is a message.
    assert!(!error.to_string().contains("words"), "{error}");
}

#[test]
fn cut_and_changed_tables_are_read_or_refused() {
    let settings = Settings::of(&Brand::from_toml(MAP).unwrap()).unwrap();
    for table in [USUAL, SEMICOLONS, BAD, NO_TEXT] {
        for settings in [&settings, &Settings::default()] {
            for end in 0..table.len() {
                let _ = parse(&table[..end], settings);
            }
            let mut changed = table.to_vec();
            for at in 0..table.len() {
                for byte in *b"\",;\n\xff" {
                    changed[at] = byte;
                    let _ = parse(&changed, settings);
                }
                changed[at] = table[at];
            }
        }
    }
}
