//! The words that tell whose attempts a number counts.

pub(super) const ORDINALS: &[&str] = &[
    "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh",
    "twelfth",
];
pub(super) const NUMBERS: &[&str] =
    &["two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];
/// What people do to get an answer.
pub(super) const TRIES: &[&str] = &[
    "ask",
    "asked",
    "asking",
    "write",
    "wrote",
    "writing",
    "written",
    "email",
    "emailed",
    "emailing",
    "mailed",
    "mailing",
    "message",
    "messaged",
    "messaging",
    "dmed",
    "dmd",
    "dming",
    "tweet",
    "tweeted",
    "tweeting",
    "contact",
    "contacted",
    "contacting",
    "call",
    "called",
    "calling",
    "phone",
    "phoned",
    "phoning",
    "ring",
    "rang",
    "rung",
    "ringing",
    "report",
    "reported",
    "reporting",
    "chase",
    "chased",
    "chasing",
    "complain",
    "complained",
    "complaining",
    "post",
    "posted",
    "posting",
    "told",
    "telling",
    "requested",
    "requesting",
];
/// What they send, one of it.
pub(super) const ONE: &[&str] = &[
    "message",
    "email",
    "mail",
    "tweet",
    "dm",
    "letter",
    "reminder",
    "ticket",
    "complaint",
    "call",
    "request",
    "followup",
    "enquiry",
    "inquiry",
    "post",
    "attempt",
];
pub(super) const MANY: &[&str] = &[
    "messages",
    "emails",
    "mails",
    "tweets",
    "dms",
    "letters",
    "reminders",
    "tickets",
    "complaints",
    "calls",
    "requests",
    "followups",
    "enquiries",
    "inquiries",
    "posts",
    "attempts",
    "chats",
];
/// Words that may stand between a verb and how often.
pub(super) const BETWEEN: &[&str] = &[
    "you", "u", "this", "it", "them", "about", "in", "your", "team", "support", "already", "over", "at",
    "least", "like", "now", "to", "for", "back", "the", "again", "up", "on", "here", "almost", "nearly", "a",
    "that", "is", "its",
];
/// Words that may stand between how often and a verb.
pub(super) const AHEAD: &[&str] = &[
    "now", "already", "i", "im", "ive", "we", "weve", "were", "am", "are", "have", "had", "has", "to",
    "that", "of", "and", "last", "this", "week", "month", "today", "been", "in", "must",
];
/// Whoever did it was not the writer: another did, or it was done to them.
pub(super) const OTHERS: &[&str] = &[
    "you",
    "u",
    "youve",
    "he",
    "she",
    "they",
    "theyve",
    "it",
    "who",
    "somebody",
    "someone",
    "driver",
    "courier",
    "agent",
    "been",
    "was",
    "be",
    "being",
    "got",
    "get",
    "getting",
    "receive",
    "received",
    "receiving",
    "people",
];
/// What makes a number of things the writer's own.
pub(super) const MADE: &[&str] = &[
    "sent", "send", "made", "written", "wrote", "after", "raised", "opened", "filed", "despite", "my", "our",
    "posted", "left", "logged",
];
/// What follows a number of things that nobody answered.
pub(super) const UNHEARD: &[&str] = &[
    "later",
    "no",
    "nothing",
    "still",
    "not",
    "zero",
    "without",
    "unanswered",
    "ignored",
    "never",
    "nobody",
    "counting",
];
/// What may stand before an ordinal with one thing: "this is my third email".
pub(super) const OWN: &[&str] =
    &["my", "our", "is", "its", "this", "the", "a", "sending", "writing", "send", "sent", "and"];
