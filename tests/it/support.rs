//! What the tests share: one desk, the files of the repository, and numbers that are the same every time.

use std::path::PathBuf;
use std::sync::LazyLock;

use twoears::{Brand, Desk, Knowledge, Timestamp};

/// A desk with the built-in model and default settings.
pub(crate) static DESK: LazyLock<Desk> = LazyLock::new(|| Desk::new().unwrap());

/// The desk of the example organisation.
pub(crate) static LARKWAY: LazyLock<Desk> = LazyLock::new(|| {
    let brand = Brand::from_toml(&read("examples/brand.toml")).unwrap();
    let knowledge = Knowledge::from_dir(path("examples/kb")).unwrap();
    Desk::builder().brand(brand).knowledge(knowledge).build().unwrap()
});

/// A file of the repository.
pub(crate) fn path(name: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("..").join(name)
}

pub(crate) fn read(name: &str) -> String {
    std::fs::read_to_string(path(name)).unwrap_or_else(|error| panic!("{name}: {error}"))
}

pub(crate) fn now() -> Timestamp {
    "2026-11-23T09:00:00Z".parse().unwrap()
}

/// `SplitMix64`: the same numbers every time.
pub(crate) struct Numbers(pub(crate) u64);

impl Numbers {
    pub(crate) fn below(&mut self, end: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        ((z ^ (z >> 31)) % end.max(1) as u64) as usize
    }
}
