//! Direct posts on Mastodon: everybody whom such a post mentions can read it, so it mentions the customer alone.

use twoears_core::{Channel, Message};

use crate::Audience;
use crate::mastodon::mentions;

/// Is this reply a direct post?
fn is_direct(message: &Message, audience: Audience) -> bool {
    message.channel == Channel::Mastodon && audience == Audience::Private
}

/// The mention that a direct post begins with; none for other replies, and where the handle is not known.
pub(super) fn mention(message: &Message, audience: Audience) -> Option<String> {
    message.author.mention().filter(|_| is_direct(message, audience))
}

/// The text without the `@` of every mention but the customer's at the start: a sign-off or an article may name others.
pub(super) fn alone(text: String, message: &Message, audience: Audience) -> String {
    if !is_direct(message, audience) {
        return text;
    }
    let own = mention(message, audience).unwrap_or_default();
    let (start, rest) = text.split_at(if text.starts_with(&own) { own.len() } else { 0 });
    let mut silent = start.to_owned();
    let mut rest = rest;
    while let Some(other) = mentions(rest).next() {
        let at = rest.find(other).unwrap_or(0);
        silent.push_str(&rest[..at]);
        silent.push_str(&other[1..]);
        rest = &rest[at + other.len()..];
    }
    silent.push_str(rest);
    silent
}

#[cfg(test)]
mod tests {
    use super::*;
    use twoears_core::Author;

    #[test]
    fn one_mention_is_left() {
        let message = Message::new("").channel(Channel::Mastodon).author(Author::new("ann@b.example"));
        let silent = |text: &str, audience| alone(text.to_owned(), &message, audience);
        let text = "@ann@b.example Hi, it is here. @larkway and @bob, help@larkway.example";
        let want = "@ann@b.example Hi, it is here. larkway and bob, help@larkway.example";
        assert_eq!(silent(text, Audience::Private), want);
        assert_eq!(silent(text, Audience::Public), text);
        assert_eq!(mention(&message, Audience::Private).as_deref(), Some("@ann@b.example"));
        assert_eq!(mention(&message, Audience::Public), None);
    }
}
