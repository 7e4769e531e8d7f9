//! Payloads that are cut, changed or not what they should be.

use twoears_adapters::{Platform, Settings, inbound};

macro_rules! payloads {
    ($($platform:ident $folder:literal: $($name:literal)+;)+) => {
        &[$($((Platform::$platform, include_str!(concat!("../payloads/", $folder, "/", $name, ".json")))),+),+]
    };
}

/// Every payload of this folder, with its platform.
const ALL: &[(Platform, &str)] = payloads! {
    Mastodon "mastodon": "status" "status_traps" "own_status" "boost" "notification_mention" "notification_favourite"
        "notification_follow" "stream_update" "stream_edit" "stream_notification" "stream_delete" "stream_conversation"
        "stream_filters_changed";
    Bluesky "bluesky": "post_view" "post_view_traps" "own_post" "notification_reply" "notification_like" "jetstream_create"
        "jetstream_update" "jetstream_delete" "jetstream_like" "jetstream_identity";
    X "x": "filtered_stream" "mentions_timeline_traps" "empty_page" "compliance_delete" "not_found" "chat_event";
    XActivity "x_activity": "mention" "tweets_traps" "direct_message" "direct_message_own" "delete" "likes_and_typing" "revoked";
};

/// Reads a payload. It ends as messages, as words of what it was, or as an error: never as nothing.
fn read(platform: Platform, payload: &[u8]) {
    match inbound::parse(platform, payload, &Settings::default()) {
        Ok(parsed) => assert!(!parsed.items.is_empty() || !parsed.passed.is_empty()),
        Err(error) => assert!(error.is_payload(), "{error}"),
    }
}

#[test]
fn any_prefix_is_read_or_refused() {
    for (platform, payload) in ALL {
        let bytes = payload.as_bytes();
        for end in (0..bytes.len()).filter(|end| bytes[*end] != b' ') {
            read(*platform, &bytes[..end]);
        }
    }
}

#[test]
fn any_changed_byte_is_read_or_refused() {
    const CHANGES: &[u8] = b"\"{}[]:,\\0-e\x00\xff\xc3tn";
    for (platform, payload) in ALL {
        let mut bytes = payload.as_bytes().to_vec();
        for at in (0..bytes.len()).filter(|at| payload.as_bytes()[*at] != b' ') {
            let was = std::mem::replace(&mut bytes[at], CHANGES[at % CHANGES.len()]);
            read(*platform, &bytes);
            bytes[at] = was;
        }
    }
}

#[test]
fn any_value_in_any_place_is_read() {
    let all = [Platform::Mastodon, Platform::Bluesky, Platform::X, Platform::XActivity];
    for (_, payload) in ALL {
        for platform in all {
            read(platform, payload.as_bytes());
        }
    }
    for (platform, payload) in ALL {
        for value in ["null", "7", "\"x\"", "[]", "[[1]]", "{}", "true"] {
            // After each colon of the indented JSON stands a value; those of one line are replaced one after another.
            let lines: Vec<&str> = payload.lines().collect();
            for (at, line) in lines.iter().enumerate() {
                let Some((key, old)) = line.split_once("\": ") else { continue };
                if old.ends_with(['{', '[']) {
                    continue;
                }
                let comma = if old.ends_with(',') { "," } else { "" };
                let changed = format!("{key}\": {value}{comma}");
                let mut lines = lines.clone();
                lines[at] = &changed;
                let settings = Settings::default();
                let parsed = inbound::parse(*platform, lines.join("\n").as_bytes(), &settings);
                assert!(
                    parsed.is_ok_and(|p| !p.items.is_empty() || !p.passed.is_empty()) || vital(key),
                    "{changed}"
                );
            }
        }
    }
}

/// May a payload be refused when this is not what it should be?
fn vital(key: &str) -> bool {
    let key = key.trim_start().trim_start_matches('"');
    matches!(
        key,
        "payload" | "event" | "type" | "content" | "uri" | "kind" | "data" | "result_count" | "id" | "unread"
    )
}

#[test]
fn what_is_nothing_of_a_platform_is_refused_without_its_words() {
    let all = [Platform::Mastodon, Platform::Bluesky, Platform::X, Platform::XActivity];
    for platform in all {
        for payload in
            [r#"{"secret":"4111"}"#, "[]", "[\"4111\"]", "7", "\"4111\"", "null", "", "{\"secret\":4111"]
        {
            let error = inbound::parse(platform, payload.as_bytes(), &Settings::default()).unwrap_err();
            assert!(
                error.is_payload() && !error.to_string().contains("4111"),
                "{platform:?} {payload}: {error}"
            );
        }
    }
}
