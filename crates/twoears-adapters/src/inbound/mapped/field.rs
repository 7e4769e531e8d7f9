//! The fields of a message that a map can fill.

/// One of them; its number is its place in [`FIELDS`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Field {
    Id,
    Text,
    Html,
    Subject,
    SentAt,
    ThreadId,
    ParentId,
    Channel,
    Visibility,
    Direction,
    Event,
    Language,
    AuthorId,
    AuthorName,
    AuthorHandle,
    AuthorFollowers,
    AuthorKind,
    AuthorVerified,
    AuthorVip,
    AuthorFirstSeen,
    AgentName,
}

/// Every field, by the name that settings call it, with the columns of a table that are taken for it without a map.
pub(crate) const FIELDS: &[(Field, &str, &[&str])] = &[
    (Field::Id, "id", &["message_id", "message id"]),
    (Field::Text, "text", &["message", "body", "content", "comment"]),
    (Field::Html, "html", &[]),
    (Field::Subject, "subject", &[]),
    (Field::SentAt, "sent_at", &["created_at", "created at", "timestamp", "time", "date"]),
    (Field::ThreadId, "thread_id", &["conversation_id", "conversation id", "ticket_id", "ticket id"]),
    (Field::ParentId, "parent_id", &["in_reply_to"]),
    (Field::Channel, "channel", &[]),
    (Field::Visibility, "visibility", &[]),
    (Field::Direction, "direction", &[]),
    (Field::Event, "event", &[]),
    (Field::Language, "language", &["lang"]),
    (Field::AuthorId, "author.id", &["author_id", "customer_id"]),
    (Field::AuthorName, "author.name", &["author_name", "name"]),
    (Field::AuthorHandle, "author.handle", &["author_handle", "author", "handle"]),
    (Field::AuthorFollowers, "author.followers", &["author_followers", "followers"]),
    (Field::AuthorKind, "author.kind", &["author_kind"]),
    (Field::AuthorVerified, "author.verified", &["author_verified", "verified"]),
    (Field::AuthorVip, "author.vip", &["author_vip", "vip"]),
    (Field::AuthorFirstSeen, "author.first_seen", &["author_first_seen", "first_seen"]),
    (Field::AgentName, "agent.name", &["agent_name"]),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_is_in_the_order_of_the_fields() {
        for (at, (field, ..)) in FIELDS.iter().enumerate() {
            assert_eq!(*field as usize, at);
        }
    }
}
