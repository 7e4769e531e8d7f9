//! What a payload holds is shown by no `Debug` and repeated by no error: each text and number of each fixture in turn is
//! replaced by a mark, and the mark is looked for.
#![allow(missing_docs, reason = "an integration test")]
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test stops by panicking")]

use std::fmt::Write;
use std::path::PathBuf;

use serde_json::Value;
use twoears_adapters::inbox::Inbox;
use twoears_adapters::{Audience, Platform, Settings, inbound, outbound};

/// A mark that stands in no fixture, as a text and as a number.
const MARK: &str = "zqmark7";
const NUMBER: u64 = 7_301_990_042_117;

fn fixtures(platform: Platform) -> Vec<(String, Vec<u8>)> {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/payloads").join(platform.name());
    let paths = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let mut files: Vec<PathBuf> = paths.collect();
    files.sort();
    files.into_iter().map(|path| (path.display().to_string(), std::fs::read(path).unwrap())).collect()
}

/// All that a payload shows: what was read, the open cases, the answers, or the error.
fn shown(platform: Platform, payload: &[u8]) -> String {
    let settings = Settings::default();
    let mut shown = String::new();
    match inbound::parse(platform, payload, &settings) {
        Ok(parsed) => {
            write!(shown, "{parsed:?}").unwrap();
            let mut inbox = Inbox::default();
            for item in parsed.items {
                for audience in [Audience::Public, Audience::Private] {
                    match outbound::request(&item.address, "zqmark7 is on its way", audience) {
                        Ok(request) => write!(shown, "{request:?}").unwrap(),
                        Err(error) => write!(shown, "{error}{error:?}").unwrap(),
                    }
                }
                write!(shown, "{:?}", item.address).unwrap();
                write!(shown, "{:?}", inbox.take(item)).unwrap();
            }
            let open: Vec<_> = inbox.open().collect();
            write!(shown, "{inbox:?}{open:?}").unwrap();
        }
        Err(error) => write!(shown, "{error}{error:?}").unwrap(),
    }
    for found in [inbound::parse_any(payload, &settings).err(), Platform::recognise(payload).err()] {
        write!(shown, "{found:?}").unwrap();
    }
    shown
}

/// Is a mark in what is shown?
fn marked(shown: &str) -> bool {
    shown.contains(MARK) || shown.contains(&NUMBER.to_string())
}

/// Calls with each text and number of a value in turn, in place.
fn leaves(value: &mut Value, root: &mut dyn FnMut(&mut Value)) {
    match value {
        Value::Array(list) => list.iter_mut().for_each(|value| leaves(value, root)),
        Value::Object(map) => map.values_mut().for_each(|value| leaves(value, root)),
        leaf => root(leaf),
    }
}

/// The value with its leaf of that place changed; none past the last.
fn changed(value: &Value, place: usize, change: &dyn Fn(&Value) -> Value) -> Option<Value> {
    let (mut value, mut at, mut done) = (value.clone(), 0, false);
    leaves(&mut value, &mut |leaf| {
        if at == place {
            *leaf = change(leaf);
            done = true;
        }
        at += 1;
    });
    done.then_some(value)
}

#[test]
fn no_field_of_a_payload_is_shown() {
    let changes: [&dyn Fn(&Value) -> Value; 3] =
        [&|_| Value::from(MARK), &|_| Value::from(NUMBER), &|leaf| {
            leaf.as_str().map_or_else(|| leaf.clone(), |text| Value::from(format!("{text} {MARK}")))
        }];
    let mut read = 0;
    for platform in Platform::all() {
        for (path, payload) in fixtures(platform) {
            let Ok(whole) = serde_json::from_slice::<Value>(&payload) else { continue };
            for change in changes {
                for place in 0.. {
                    let Some(value) = changed(&whole, place, change) else { break };
                    let shown = shown(platform, value.to_string().as_bytes());
                    assert!(!marked(&shown), "{path}, leaf {place}: {shown}");
                    read += 1;
                }
            }
            // All at once, and cut off: what is told of broken JSON.
            let mut all = whole.clone();
            leaves(&mut all, &mut |leaf| *leaf = Value::from(MARK));
            let text = all.to_string();
            for cut in [text.len(), text.len() - 1, text.len() / 2] {
                let cut = text.floor_char_boundary(cut);
                assert!(!marked(&shown(platform, &text.as_bytes()[..cut])), "{path}, cut at {cut}");
            }
        }
    }
    assert!(read > 5_000, "{read} payloads");
}

/// Mails and tables have no fields to replace: the mark goes after each word in turn.
#[test]
fn no_word_of_a_mail_or_a_table_is_shown() {
    let mut read = 0;
    for platform in Platform::all() {
        for (path, payload) in fixtures(platform) {
            if serde_json::from_slice::<Value>(&payload).is_ok() {
                continue;
            }
            for at in memchr::memchr3_iter(b' ', b',', b'\n', &payload)
                .chain(memchr::memchr3_iter(b':', b'@', b';', &payload))
            {
                let text = [&payload[..at], MARK.as_bytes(), &payload[at..]].concat();
                let shown = shown(platform, &text);
                assert!(!marked(&shown), "{path}, byte {at}: {shown}");
                read += 1;
            }
        }
    }
    assert!(read > 500, "{read} payloads");
}

#[test]
fn settings_are_counted_not_shown() {
    let toml = "own_handles = ['zqmark7']\n[inbound]\nown_ids = ['zqmark7x']\n[inbound.json]\ntext = 'zqmark7.y'\nchannel = '=zqmark7'";
    let settings = Settings::of(&twoears_core::Brand::from_toml(toml).unwrap()).unwrap();
    let shown = format!("{settings:?}");
    assert!(!marked(&shown) && shown.contains("own: 2"), "{shown}");
}
