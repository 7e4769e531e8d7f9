use twoears_adapters::inbound::parse;
use twoears_adapters::{Platform, Settings};

use crate::{PAYLOADS, read};

#[test]
fn the_webhook_of_another_platform_is_an_error_that_names_the_right_one() {
    let settings = Settings::default();
    for (platform, payload) in PAYLOADS {
        for other in [Platform::Facebook, Platform::Messenger, Platform::Instagram, Platform::Whatsapp] {
            let page = |one: Platform| matches!(one, Platform::Facebook | Platform::Messenger);
            if *platform == other || page(*platform) && page(other) {
                continue;
            }
            let error = parse(other, payload.as_bytes(), &settings).unwrap_err();
            assert!(
                error.is_payload() && error.to_string().contains(&format!("`{}`", platform.name())),
                "{error}"
            );
        }
    }
}

#[test]
fn what_is_no_webhook_is_an_error_that_repeats_nothing() {
    for payload in [
        "",
        "secret",
        "\"secret\"",
        "[\"secret\"]",
        "{\"object\":\"secret\"}",
        "{\"object\":7}",
        "{}",
        "7",
        "{\"secret",
    ] {
        for platform in [Platform::Facebook, Platform::Messenger, Platform::Instagram, Platform::Whatsapp] {
            let error = parse(platform, payload.as_bytes(), &Settings::default()).unwrap_err();
            assert!(error.is_payload() && !error.to_string().contains("secret"), "{error}");
        }
    }
}

#[test]
fn a_field_of_another_kind_loses_nothing_else() {
    for (platform, payload) in PAYLOADS {
        let events = |payload: &str| {
            let parsed = read(*platform, payload);
            parsed.items.len() + parsed.passed.len()
        };
        let all = events(payload);
        for kind in ["null", "[]", "{}", "7", "true", "\"\""] {
            for field in [
                "from",
                "message",
                "sender",
                "timestamp",
                "created_time",
                "text",
                "attachments",
                "contacts",
                "media",
            ] {
                let other =
                    payload.replace(&format!("\"{field}\": "), &format!("\"{field}\": {kind}, \"was\": "));
                assert_eq!(events(&other), all, "{field} {kind}");
            }
        }
    }
}

#[test]
fn no_prefix_and_no_changed_byte_panics() {
    let settings = Settings::default();
    for (platform, payload) in PAYLOADS {
        let bytes = payload.as_bytes();
        for end in 0..bytes.len() {
            // A whole value ends where the payload ends; blanks at its end do not count.
            let parsed = parse(*platform, &bytes[..end], &settings);
            assert!(parsed.is_err() || payload[end..].trim().is_empty(), "{end}");
        }
        let mut changed = bytes.to_vec();
        for at in 0..bytes.len() {
            for byte in [b'"', b'{', 0xff] {
                changed[at] = byte;
                let _ = parse(*platform, &changed, &settings);
            }
            changed[at] = bytes[at];
        }
    }
}
