//! An article as a Markdown file: front matter in TOML, a question, other ways to ask it, the answer, steps.

use serde_json::{Map, Value};

use super::article::Article;
use super::fields::Fields;
use super::sentences::sentences;
use crate::Error;

/// The line that opens and closes the front matter.
const FENCE: &str = "+++";

/// Reads an article.
pub(super) fn parse(name: &str, text: &str) -> Result<Article, Error> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let lines: Vec<&str> = text.lines().collect();
    let (front, body) = match lines.iter().position(|line| line.trim() == FENCE) {
        Some(open) if lines[..open].iter().all(|line| line.trim().is_empty()) => {
            let close = lines.iter().skip(open + 1).position(|line| line.trim() == FENCE);
            let close = close.ok_or_else(|| {
                Error::article(name, open + 1, format!("the front matter is not closed by `{FENCE}`"))
            })?;
            (open + 1..open + 1 + close, open + close + 2)
        }
        _ => (0..0, 0),
    };
    let mut article = head(name, &lines[front.clone()].join("\n"), front.start)?;
    read(&mut article, &lines[body..]);
    let missing = if article.question.is_empty() {
        "there is no question: a line that starts with `# `"
    } else if article.sentences.is_empty() {
        "there is no answer under the question"
    } else {
        return Ok(article);
    };
    Err(Error::article(name, body + 1, missing))
}

/// Reads the front matter, whose first line is `offset + 1`.
fn head(name: &str, text: &str, offset: usize) -> Result<Article, Error> {
    let table: toml::Table = toml::from_str(text).map_err(|error| {
        let before = error.span().and_then(|span| text.get(..span.start)).unwrap_or("");
        let line = offset + before.matches('\n').count() + 1;
        Error::article(name, line, "the front matter is not written as TOML: a line is `key = \"value\"`")
    })?;
    let map: Map<String, Value> = table.into_iter().map(|(key, value)| (key, plain(value))).collect();
    let fail = |key: &str, what: String| {
        let place = text.lines().position(|line| {
            line.trim_start().strip_prefix(key).is_some_and(|rest| rest.trim_start().starts_with('='))
        });
        Error::article(name, offset + place.unwrap_or(0) + 1, what)
    };
    Article::new(name, &Fields::new(&map, &[], &fail)?)
}

/// A value of TOML as one of JSON; a date without quotation marks is a text.
fn plain(value: toml::Value) -> Value {
    match value {
        toml::Value::String(text) => Value::String(text),
        toml::Value::Datetime(day) => Value::String(day.to_string()),
        toml::Value::Array(values) => Value::Array(values.into_iter().map(plain).collect()),
        // No field is a number, a truth value or a table: any of them is refused by its field.
        _ => Value::Bool(false),
    }
}

/// Reads what stands under the front matter.
fn read(article: &mut Article, lines: &[&str]) {
    let mut asked = false;
    let mut steps = false;
    let mut paragraph = String::new();
    for line in lines.iter().map(|line| line.trim()).chain([""]) {
        let bullet = line.strip_prefix("- ").or_else(|| line.strip_prefix("* "));
        let mut alone = None;
        if let Some(heading) = line.strip_prefix("# ").filter(|_| article.question.is_empty()) {
            heading.trim().clone_into(&mut article.question);
        } else if let Some(heading) = line.strip_prefix("## ") {
            steps = heading.trim().eq_ignore_ascii_case("steps");
            asked = false;
        } else if line.eq_ignore_ascii_case("also asked:") {
            asked = true;
        } else if let Some(bullet) = bullet.filter(|_| asked) {
            article.also_asked.push(bullet.trim().to_owned());
        } else if let Some(step) = numbered(line).or(bullet).filter(|_| steps) {
            article.steps.push(step.trim().to_owned());
        } else if let Some(bullet) = bullet {
            alone = Some(bullet);
        } else if !line.is_empty() {
            asked = false;
            paragraph.push_str(line);
            paragraph.push(' ');
            continue;
        }
        article.sentences.extend(sentences(&paragraph));
        article.sentences.extend(alone.map(sentences).into_iter().flatten());
        paragraph.clear();
    }
}

/// The text of `1. text`.
fn numbered(line: &str) -> Option<&str> {
    let (number, text) = line.split_once(". ")?;
    (!number.is_empty() && number.bytes().all(|b| b.is_ascii_digit())).then(|| text.trim())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_part_is_read() {
        let text = "+++\nintents = ['visit.info']\nlink = 'https://a.example/b'\nvalid_until = 2026-12-01\n+++\n\n# Open?\nAlso asked:\n\
            - when open\n- hours\n\nFrom 9.30 to 5. Closed\non Sunday.\n\n- Ring twice.\n\n## Steps\n\n1. Knock.\n2. Wait.\n";
        let article = parse("a.md", text).unwrap();
        assert_eq!(article.question, "Open?");
        assert_eq!(article.also_asked, ["when open", "hours"]);
        assert_eq!(article.sentences, ["From 9.30 to 5.", "Closed on Sunday.", "Ring twice."]);
        assert_eq!(article.steps, ["Knock.", "Wait."]);
        assert!(article.is_valid("2026-12-01".parse().unwrap()));
        assert!(!article.is_valid("2026-12-02".parse().unwrap()));
    }

    #[test]
    fn errors_name_the_file_the_line_and_the_field() {
        for (text, line, part) in [
            ("+++\nintents = []\nlinks = 1\n+++\n# a\nb.", 3, "links"),
            ("+++\nintents = []\ntags = 1\n+++\n# a\nb.", 3, "`tags`: no such field"),
            ("+++\nintents = ['secret-4471']\n+++\n# a\nb.", 2, "`intents`: entry 1"),
            ("+++\n\nvalid_from = 'secret-4471'\n+++\n# a\nb.", 3, "`valid_from`"),
            ("+++\nvalid_from = '2026-02-01'\nvalid_until = '2026-01-01'\n+++\n# a\nb.", 3, "before"),
            ("+++\nlink = 'secret-4471'\n+++\n# a\nb.", 2, "`link`"),
            ("+++\naudience = 'secret-4471'\n+++\n# a\nb.", 2, "`audience`"),
            ("+++\nintents = []\nnote = secret-4471\n+++\n# a\nb.", 3, "TOML"),
            ("+++\nintents = []\n# a\nb.", 1, "not closed"),
            ("no question", 1, "no question"),
            ("# only a question", 1, "no answer"),
        ] {
            let error = parse("kb/a.md", text).unwrap_err().to_string();
            assert!(
                error.contains(&format!("`kb/a.md`, line {line}:")) && error.contains(part),
                "{text}: {error}"
            );
            assert!(!error.contains("4471"), "{error}");
        }
    }
}
