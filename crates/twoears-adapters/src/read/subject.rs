//! Subjects: without what answering and passing on put before them, and before a body that lacks them.

use super::NAME_CHARS;

/// What an answer begins with, in the languages of mail programs.
const ANSWERS: &[&str] =
    &["re", "aw", "sv", "antw", "ant", "vs", "rif", "odp", "res", "ynt", "回复", "答复", "返信", "ответ"];
/// What a mail that is passed on begins with.
const PASSED_ON: &[&str] = &["fw", "fwd", "wg", "tr", "rv", "enc", "vb", "vl", "pd", "转发", "пересл"];
/// Subjects that say nothing.
const EMPTY: &[&str] =
    &["(no subject)", "no subject", "(kein betreff)", "(sans objet)", "(sin asunto)", "(nessun oggetto)"];

/// A name or a subject on one line, capped; none when it is blank.
pub(crate) fn one_line(text: &str) -> Option<String> {
    let mut line = String::new();
    for word in text.split(|c: char| c.is_whitespace() || c.is_control()).filter(|word| !word.is_empty()) {
        if line.len() > NAME_CHARS * 4 {
            break;
        }
        line.push_str(if line.is_empty() { "" } else { " " });
        line.push_str(word);
    }
    let line: String = line.chars().take(NAME_CHARS).collect();
    (!line.is_empty()).then_some(line)
}

/// The subject without its prefixes, and whether the first says that it is an answer.
pub(crate) fn bare(subject: &str) -> (String, bool) {
    let subject = one_line(subject).unwrap_or_default();
    let mut rest = subject.as_str();
    let mut answer = None;
    while let Some((prefix, after)) = rest.split_once([':', '：']).filter(|(prefix, _)| prefix.len() <= 16) {
        // Some programs count: "Re[2]:", "Re(3):".
        let name = prefix
            .trim()
            .trim_end_matches(|c: char| c.is_ascii_digit() || matches!(c, '[' | ']' | '(' | ')'));
        let name = name.to_lowercase();
        let is_answer = ANSWERS.contains(&name.as_str());
        if !is_answer && !PASSED_ON.contains(&name.as_str()) {
            break;
        }
        answer.get_or_insert(is_answer);
        rest = after.trim_start();
    }
    let rest = if EMPTY.contains(&rest.to_lowercase().as_str()) { "" } else { rest };
    (rest.to_owned(), answer == Some(true))
}

/// The body with the subject over it, where the body does not begin with it.
pub(crate) fn with(subject: &str, body: String) -> String {
    let start = subject.trim_end_matches(['.', '…', '!', '?', ' ']).to_lowercase();
    let head: String = body.chars().take(start.chars().count()).flat_map(char::to_lowercase).collect();
    match (start.is_empty(), body.is_empty()) {
        (true, _) => body,
        (_, true) => subject.to_owned(),
        _ if head == start => body,
        _ => format!("{subject}\n\n{body}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn prefixes_go_and_words_stay() {
        for (subject, want, answer) in [
            ("Where is it?", "Where is it?", false),
            ("Re: Where is it?", "Where is it?", true),
            ("AW: RE: Fwd: Rechnung", "Rechnung", true),
            ("Fwd: Re: order", "order", false),
            ("Re[2]: order", "order", true),
            ("回复：订单", "订单", true),
            ("Refund: order 12", "Refund: order 12", false),
            ("12:30 train", "12:30 train", false),
            ("re", "re", false),
            ("Re:", "", true),
            ("(no subject)", "", false),
            ("two\r\n lines", "two lines", false),
        ] {
            assert_eq!(bare(subject), (want.to_owned(), answer), "{subject}");
        }
    }

    #[test]
    fn a_subject_stands_over_a_body_that_lacks_it() {
        assert_eq!(with("Order 12", "It is late.".into()), "Order 12\n\nIt is late.");
        assert_eq!(with("Where is my...", "where is my parcel?".into()), "where is my parcel?");
        assert_eq!(with("", "Hi".into()), "Hi");
        assert_eq!(with("Please call", String::new()), "Please call");
    }
}
