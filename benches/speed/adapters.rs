//! Speed of the adapters on one thread: every fixture of a platform, written as compactly as platforms send it, over and
//! over. Prints the median and the best in MB (10^6 bytes) of payload a second, and writes both to
//! `target/tmp/adapters.json`.
#![allow(clippy::expect_used, reason = "a bench stops by panicking")]
#![allow(clippy::disallowed_methods, reason = "measures time")]
#![allow(clippy::print_stdout, reason = "shows what it measured")]

use std::collections::BTreeMap;
use std::hint::black_box;
use std::path::Path;
use std::time::Instant;

use serde_json::{Value, json};
use twoears::adapters::Settings;
use twoears::{Platform, inbound};

/// Passes over the payloads of one platform.
const PASSES: usize = 301;
/// Bytes of a pass at the least.
const BYTES: usize = 100_000;

fn main() {
    let mut figures: BTreeMap<&str, Value> = BTreeMap::new();
    let settings = Settings::default();
    for platform in Platform::all() {
        let fixtures = fixtures(platform);
        let all: usize = fixtures.iter().map(Vec::len).sum();
        let rounds = BYTES.div_ceil(all);
        let mut rates: Vec<f64> = (0..PASSES)
            .map(|_| {
                let start = Instant::now();
                for _ in 0..rounds {
                    for payload in &fixtures {
                        black_box(
                            inbound::parse(platform, black_box(payload), &settings)
                                .expect("a fixture is read"),
                        );
                    }
                }
                (all * rounds) as f64 / 1e6 / start.elapsed().as_secs_f64()
            })
            .collect();
        rates.sort_by(f64::total_cmp);
        let (median, best) = (rates[PASSES / 2], rates[PASSES - 1]);
        println!("{}: median {median:.0} MB/s, best {best:.0}, {all} bytes", platform.name());
        figures.insert(
            platform.name(),
            json!({"median": median, "best": best, "payloads": fixtures.len(), "bytes": all}),
        );
    }
    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join("adapters.json");
    std::fs::write(path, serde_json::to_string_pretty(&figures).expect("figures are numbers"))
        .expect("the target folder can be written");
}

/// The fixtures of a platform; JSON without the blanks that make it readable.
fn fixtures(platform: Platform) -> Vec<Vec<u8>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../crates/twoears-adapters/tests/payloads");
    let entries = std::fs::read_dir(folder.join(platform.name())).expect("each platform has fixtures");
    let mut paths: Vec<_> = entries.map(|entry| entry.expect("a file").path()).collect();
    paths.sort();
    let compact = |bytes: Vec<u8>| {
        serde_json::from_slice::<Value>(&bytes).map_or(bytes, |value| value.to_string().into_bytes())
    };
    paths.iter().map(|path| compact(std::fs::read(path).expect("a fixture"))).collect()
}
