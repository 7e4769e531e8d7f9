//! Broken and altered payloads.

use twoears_adapters::{Platform, Settings, inbound};

/// Reads every beginning of a payload, and the payload with each byte in turn replaced: nothing may panic, and what is
/// cut off must be an error. Blanks, which are indentation for the most part, are left alone.
pub(crate) fn check(platform: Platform, payload: &str) {
    let settings = Settings::default();
    let bytes = payload.trim_end().as_bytes();
    inbound::parse(platform, bytes, &settings).expect("the payload itself is read");
    let places = || (0..bytes.len()).filter(|&at| bytes[at] != b' ');
    for end in places() {
        let error = inbound::parse(platform, &bytes[..end], &settings).expect_err("half a payload is none");
        assert!(error.is_payload());
    }
    let mut altered = bytes.to_vec();
    for at in places() {
        for byte in [b'"', 0xff, bytes[at] ^ 1] {
            altered[at] = byte;
            // Either is fine: an error or a message. What counts is that it comes back.
            let _ = inbound::parse(platform, &altered, &settings);
        }
        altered[at] = bytes[at];
    }
}
