//! Made-up articles, as many as are wanted: no two alike, and common words common.

use std::fmt::Write as _;

use serde_json::json;

const DOES: [&str; 10] =
    ["book", "cancel", "change", "return", "pay for", "track", "insure", "collect", "renew", "report"];
const WHAT: [&str; 10] =
    ["bike", "ticket", "parcel", "voucher", "seat", "suitcase", "receipt", "locker", "pram", "dog"];
const WHERE: [&str; 10] = [
    "on the coach",
    "in the app",
    "at the station",
    "online",
    "at the desk",
    "by phone",
    "on the train",
    "in a shop",
    "by post",
    "at the stop",
];
const WHEN: [&str; 10] = [
    "today",
    "for a group",
    "after a delay",
    "without an account",
    "as a student",
    "at night",
    "abroad",
    "in winter",
    "with a child",
    "for a friend",
];

/// So many articles, at most 10,000, as JSON lines.
pub(crate) fn lines(size: usize) -> String {
    let mut text = String::new();
    for at in 0..size {
        let (does, what) = (DOES[at % 10], WHAT[at / 10 % 10]);
        let (place, when) = (WHERE[at / 100 % 10], WHEN[at / 1_000 % 10]);
        let line = json!({
            "id": format!("a{at}"),
            "question": format!("How do I {does} a {what} {place} {when}?"),
            "also_asked": [format!("{does} my {what} {place}"), format!("can I {does} the {what} {when}")],
            "answer": format!("You can {does} a {what} {place} until the day before. It is free {when}. Keep the {what} number."),
        });
        let _ = writeln!(text, "{line}");
    }
    text
}
