use super::*;

#[test]
fn numbers_of_attempts() {
    for (text, times, said) in [
        ("THIRD TIME I AM ASKING. WHERE IS IT", 3, "THIRD TIME"),
        ("Third time I write!! My card was charged twice.", 3, "Third time"),
        ("I'm asking you for the 2nd time", 2, "2nd time"),
        ("for the second time I’ve had to write to you", 2, "second time"),
        ("This is my fourth e-mail about it", 4, "fourth e-mail"),
        ("5th message. Anyone there?", 5, "5th message"),
        ("my third and last email", 3, "third and last email"),
        ("I've written 4 times", 4, "4 times"),
        ("I emailed your team about this twice already", 2, "twice"),
        ("rang you 3x, nobody picks up", 3, "3x"),
        ("Three times now I have asked you", 3, "Three times"),
        ("sent you 3 emails", 3, "3 emails"),
        ("four messages and no reply", 4, "four messages"),
        ("Two unanswered emails later", 2, "Two unanswered emails"),
        ("asked twice. wrote 3 times. asked twice", 3, "3 times"),
        ("größer ’ ich habe… I asked you twice", 2, "twice"),
    ] {
        let found = declared(text).unwrap_or_else(|| panic!("nothing in {text}"));
        assert_eq!((found.times, found.span.of(text)), (times, said), "{text}");
    }
}

#[test]
fn what_counts_something_else() {
    for text in [
        "",
        "I was charged twice",
        "again and again I ask you",
        "I've asked several times, repeatedly",
        "third time the milk was sour, asking for my money",
        "third time buying from you",
        "the second email you sent me",
        "your third email says no reply needed",
        "got a second letter from you",
        "the driver called twice",
        "you asked me twice",
        "I've been told twice",
        "asked my husband twice",
        "I get 5 emails and no way to stop them",
        "3 emails a day and nothing to stop it",
        "3 emails from you, still nothing solved",
        "waiting for the second day",
        "for the hundredth time I ask, for the 100th time I ask",
        "I asked 1000000000000 times, 99999999999999999999x",
        "I asked. Twice is enough",
        "second",
        "2",
        "twice",
    ] {
        assert_eq!(declared(text), None, "{text}");
    }
}

#[test]
fn any_length_is_read() {
    for part in ["third ", "you ", "asked you ", "2 emails and ", "3 and and ", "’-", "twice now i "] {
        let text = part.repeat(400_000 / part.len());
        let found = declared(&text);
        assert!(found.is_none_or(|found| !found.span.of(&text).is_empty()), "{part}");
    }
}
