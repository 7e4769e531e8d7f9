//! One article: front matter, a question, other ways to ask it, the answer, steps.

use jiff::civil::Date;
use serde::Deserialize;
use twoears_core::{Intent, Label as _};
use unicode_segmentation::UnicodeSegmentation as _;

use crate::{Audience, Error};

/// A question and its answer.
#[derive(Clone, Debug, PartialEq)]
pub struct Article {
    /// The file's name, or what the caller calls it.
    pub name: String,
    /// What it answers.
    pub intents: Vec<Intent>,
    /// Where to read more.
    pub link: Option<String>,
    /// Who may read it.
    pub audience: Audience,
    /// The question.
    pub question: String,
    /// Other ways in which customers ask it.
    pub also_asked: Vec<String>,
    /// The answer, sentence by sentence.
    pub sentences: Vec<String>,
    /// The steps, when the answer is a thing to do.
    pub steps: Vec<String>,
    valid_from: Option<Date>,
    valid_until: Option<Date>,
}

#[derive(Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
struct Front {
    intents: Vec<String>,
    link: Option<String>,
    valid_from: Option<Day>,
    valid_until: Option<Day>,
    audience: Audience,
}

/// A date, in quotation marks or without.
#[derive(Deserialize)]
#[serde(untagged)]
enum Day {
    Text(String),
    Plain(toml::value::Datetime),
}

/// The line that opens and closes the front matter.
const FENCE: &str = "+++";

impl Article {
    /// Reads an article.
    pub(super) fn parse(name: &str, text: &str) -> Result<Self, Error> {
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
        let mut article = Self::front(name, &lines[front.clone()].join("\n"), front.start)?;
        article.body(&lines[body..]);
        let missing = if article.question.is_empty() {
            "there is no question: a line that starts with `# `"
        } else if article.sentences.is_empty() {
            "there is no answer under the question"
        } else {
            return Ok(article);
        };
        Err(Error::article(name, body + 1, missing))
    }

    fn front(name: &str, text: &str, offset: usize) -> Result<Self, Error> {
        let at = |key: &str| {
            let place = text.lines().position(|line| line.trim_start().starts_with(key));
            offset + place.unwrap_or(0) + 1
        };
        let front: Front = toml::from_str(text).map_err(|error| {
            let before = error.span().and_then(|span| text.get(..span.start)).unwrap_or("");
            let line = offset + before.matches('\n').count() + 1;
            Error::article(name, line, error.message().replace('\n', "; "))
        })?;
        let intent = |label: &String| {
            Intent::parse(label).map_err(|error| Error::article(name, at("intents"), error.to_string()))
        };
        let day = |day: &Option<Day>, key: &str| {
            let text = match day {
                None => return Ok(None),
                Some(Day::Text(text)) => text.clone(),
                Some(Day::Plain(plain)) => plain.to_string(),
            };
            let wrong =
                |_| Error::article(name, at(key), format!("`{key}`: `{text}` is no date like 2026-11-22"));
            text.parse::<Date>().map(Some).map_err(wrong)
        };
        let (valid_from, valid_until) =
            (day(&front.valid_from, "valid_from")?, day(&front.valid_until, "valid_until")?);
        if valid_from.zip(valid_until).is_some_and(|(from, until)| from > until) {
            return Err(Error::article(name, at("valid_until"), "`valid_until` is before `valid_from`"));
        }
        if let Some(link) =
            front.link.as_deref().filter(|link| crate::length::link_len(link) != Some(link.len()))
        {
            return Err(Error::article(
                name,
                at("link"),
                format!("`{link}` is no link that starts with https://"),
            ));
        }
        let intents = front.intents.iter().map(intent).collect::<Result<_, _>>()?;
        let (link, audience) = (front.link, front.audience);
        let name = name.to_owned();
        let (question, also_asked, sentences, steps) = Default::default();
        Ok(Self {
            name,
            intents,
            link,
            audience,
            question,
            also_asked,
            sentences,
            steps,
            valid_from,
            valid_until,
        })
    }

    /// Reads what stands under the front matter.
    fn body(&mut self, lines: &[&str]) {
        let mut asked = false;
        let mut steps = false;
        let mut paragraph = String::new();
        for line in lines.iter().map(|line| line.trim()).chain([""]) {
            let bullet = line.strip_prefix("- ").or_else(|| line.strip_prefix("* "));
            if let Some(heading) = line.strip_prefix("# ").filter(|_| self.question.is_empty()) {
                heading.trim().clone_into(&mut self.question);
            } else if let Some(heading) = line.strip_prefix("## ") {
                steps = heading.trim().eq_ignore_ascii_case("steps");
                asked = false;
            } else if line.eq_ignore_ascii_case("also asked:") {
                asked = true;
            } else if let Some(bullet) = bullet.filter(|_| asked) {
                self.also_asked.push(bullet.trim().to_owned());
            } else if let Some(step) = numbered(line).or(bullet).filter(|_| steps) {
                self.steps.push(step.to_owned());
            } else if !line.is_empty() {
                asked = false;
                paragraph.push_str(line);
                paragraph.push(' ');
                continue;
            }
            let sentences = paragraph.split_sentence_bounds().map(str::trim).filter(|part| !part.is_empty());
            self.sentences.extend(sentences.map(str::to_owned));
            paragraph.clear();
        }
    }

    /// May it be used on that day?
    pub fn is_valid(&self, today: Date) -> bool {
        self.valid_from.is_none_or(|from| from <= today)
            && self.valid_until.is_none_or(|until| today <= until)
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
            - when open\n- hours\n\nFrom 9.30 to 5. Closed\non Sunday.\n\n## Steps\n\n1. Knock.\n2. Wait.\n";
        let article = Article::parse("a.md", text).unwrap();
        assert_eq!(article.question, "Open?");
        assert_eq!(article.also_asked, ["when open", "hours"]);
        assert_eq!(article.sentences, ["From 9.30 to 5.", "Closed on Sunday."]);
        assert_eq!(article.steps, ["Knock.", "Wait."]);
        assert!(article.is_valid("2026-12-01".parse().unwrap()));
        assert!(!article.is_valid("2026-12-02".parse().unwrap()));
    }

    #[test]
    fn errors_name_the_file_and_the_line() {
        for (text, line, part) in [
            ("+++\nintents = []\nlinks = 1\n+++\n# a\nb.", 3, "links"),
            ("+++\nintents = ['visit.infos']\n+++\n# a\nb.", 2, "visit.infos"),
            ("+++\n\nvalid_from = 'soon'\n+++\n# a\nb.", 3, "soon"),
            ("+++\nvalid_from = '2026-02-01'\nvalid_until = '2026-01-01'\n+++\n# a\nb.", 3, "before"),
            ("+++\nlink = 'somewhere'\n+++\n# a\nb.", 2, "somewhere"),
            ("+++\nintents = []\n# a\nb.", 1, "not closed"),
            ("no question", 1, "no question"),
            ("# only a question", 1, "no answer"),
        ] {
            let error = Article::parse("kb/a.md", text).unwrap_err().to_string();
            assert!(
                error.contains(&format!("`kb/a.md`, line {line}:")) && error.contains(part),
                "{text}: {error}"
            );
        }
    }
}
