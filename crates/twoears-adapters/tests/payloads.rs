//! Every fixture of every platform: told apart, read, and read in every broken form; and what holds of any payload.
#![allow(missing_docs, reason = "an integration test")]
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test stops by panicking")]

#[path = "../../../fuzz/check.rs"]
mod check;

use std::path::PathBuf;

use proptest::prelude::*;
use twoears_adapters::{Platform, Settings, inbound};

/// Fixtures that each platform has at the least.
const LEAST: usize = 4;

fn fixtures(platform: Platform) -> Vec<(String, Vec<u8>)> {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/payloads").join(platform.name());
    let entries = std::fs::read_dir(&folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    let mut files: Vec<PathBuf> = entries.map(|entry| entry.unwrap().path()).collect();
    files.sort();
    files.into_iter().map(|path| (path.display().to_string(), std::fs::read(path).unwrap())).collect()
}

#[test]
fn every_platform_reads_its_own_fixtures() {
    for platform in Platform::all() {
        let fixtures = fixtures(platform);
        assert!(fixtures.len() >= LEAST, "{}: {} fixtures", platform.name(), fixtures.len());
        let mut items = 0;
        for (path, payload) in &fixtures {
            let parsed = inbound::parse(platform, payload, &Settings::default());
            let parsed = parsed.unwrap_or_else(|error| panic!("{path}: {error}"));
            assert!(!parsed.items.is_empty() || !parsed.passed.is_empty(), "{path}: nothing came of it");
            items += parsed.items.len();
        }
        assert!(items >= 2, "{}: {items} items", platform.name());
    }
}

#[test]
fn every_fixture_is_known_for_whose_it_is() {
    // What an organisation shapes itself has no look of its own.
    let shaped = |platform: &Platform| matches!(platform.name(), "json" | "csv");
    for platform in Platform::all().filter(|platform| !shaped(platform)) {
        for (path, payload) in fixtures(platform) {
            let found = Platform::recognise(&payload).unwrap().map(Platform::name);
            assert_eq!(found, Some(platform.name()), "{path}");
        }
    }
}

/// A payload of one platform given to another's adapter: an error or nothing, and never a panic.
#[test]
fn a_payload_in_the_wrong_hands_does_no_harm() {
    for platform in Platform::all() {
        for other in Platform::all() {
            for (_, payload) in fixtures(other) {
                check::payload(platform, &payload);
            }
        }
    }
}

#[test]
fn every_beginning_of_a_fixture_is_read_or_refused() {
    for platform in Platform::all() {
        for (_, payload) in fixtures(platform) {
            for end in (0..payload.len()).step_by(7) {
                let _ = inbound::parse(platform, &payload[..end], &Settings::default());
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, ..ProptestConfig::default() })]

    /// Bytes put in, taken out and changed anywhere.
    #[test]
    fn a_damaged_fixture_does_no_harm(which in any::<prop::sample::Index>(), damage in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>(), 0..3_u8), 1..8)) {
        let all: Vec<(Platform, Vec<u8>)> =
            Platform::all().flat_map(|platform| fixtures(platform).into_iter().map(move |(_, bytes)| (platform, bytes))).collect();
        let (platform, mut bytes) = all[which.index(all.len())].clone();
        for (at, byte, kind) in damage {
            let at = at.index(bytes.len());
            match kind {
                0 => bytes[at] = byte,
                1 => bytes.insert(at, byte),
                _ => drop(bytes.remove(at)),
            }
        }
        check::payload(platform, &bytes);
    }
}
