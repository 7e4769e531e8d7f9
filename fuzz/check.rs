//! What must hold of any payload whatever: no panic, everything bounded, nothing shown, the same twice.

use twoears_adapters::inbound::{self, Parsed};
use twoears_adapters::inbox::Inbox;
use twoears_adapters::{Audience, Platform, Settings, outbound};

/// Bytes of a text at the most.
const TEXT_BYTES: usize = 64 << 10;
/// Bytes of an id at the most.
const ID_BYTES: usize = 512;

/// Reads a payload as that platform's and checks what came out.
pub(crate) fn payload(platform: Platform, payload: &[u8]) {
    let settings = Settings::default();
    let parsed = inbound::parse(platform, payload, &settings);
    let again = inbound::parse(platform, payload, &settings);
    match (parsed, again) {
        (Ok(parsed), Ok(again)) => {
            assert_eq!(parsed, again, "the same payload twice");
            bounded(&parsed);
        }
        (Err(error), Err(again)) => assert_eq!(error.to_string(), again.to_string()),
        (parsed, _) => panic!("once fine and once not: first {}", parsed.is_ok()),
    }
    let _ = Platform::recognise(payload);
}

fn bounded(parsed: &Parsed) {
    let mut inbox = Inbox::default();
    for item in &parsed.items {
        let message = &item.message;
        assert!(message.text.len() <= TEXT_BYTES + 1024, "{} bytes of text", message.text.len());
        let ids = [
            Some(&message.id),
            message.thread_id.as_ref(),
            message.parent_id.as_ref(),
            message.author.id.as_ref(),
        ];
        assert!(ids.into_iter().flatten().all(|id| id.len() <= ID_BYTES + 64), "an id without end");
        let shown = format!("{item:?}");
        assert!(message.text.len() < 16 || !shown.contains(&message.text), "a text in Debug");
        for audience in [Audience::Public, Audience::Private] {
            if let Ok(request) = outbound::request(&item.address, "Hi, it's on its way.", audience) {
                let path = &request.path;
                assert!(
                    !path.contains("..") && path.bytes().all(|b| b.is_ascii_graphic()),
                    "a path that can climb"
                );
            }
        }
        inbox.take(item.clone());
    }
    for open in inbox.open() {
        assert!(!open.messages.is_empty());
    }
}
