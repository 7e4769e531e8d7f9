//! What the fuzz targets share.

mod check;

use twoears_adapters::Platform;

/// One run of an adapter's target.
pub fn adapter(name: &str, payload: &[u8]) {
    match Platform::parse(name) {
        Ok(platform) => check::payload(platform, payload),
        Err(error) => panic!("{error}"),
    }
}
