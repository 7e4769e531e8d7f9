//! Where it was written, by any of a channel's names.

use twoears_core::{Channel, Label as _};

/// What a channel's name ends in when its private messages are meant: `dm`, `x_dm`, `instagram direct`.
const PRIVATE_ENDINGS: &[&str] = &["dm", "direct_message", "direct message", "direct", "private_message"];

/// The channel of a name, and whether the name says that its private messages are meant.
pub(super) fn read(name: &str) -> (Channel, bool) {
    let name = name.trim().to_lowercase();
    let in_private = PRIVATE_ENDINGS.iter().find_map(|ending| name.strip_suffix(ending));
    let channel = known(in_private.unwrap_or(&name).trim_end_matches(['_', '-', ' ']));
    (channel, in_private.is_some())
}

/// A channel by its name or by what people also call it.
fn known(name: &str) -> Channel {
    match name {
        "twitter" | "tweet" | "x.com" => Channel::X,
        "fb" => Channel::Facebook,
        "insta" | "ig" => Channel::Instagram,
        "mail" | "e-mail" => Channel::Email,
        "web" | "webchat" | "web_chat" | "livechat" | "live_chat" | "web_widget" => Channel::Chat,
        "text" | "text_message" => Channel::Sms,
        "wa" => Channel::Whatsapp,
        other => Channel::parse(other).unwrap_or_default(),
    }
}
