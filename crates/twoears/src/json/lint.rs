//! Checking replies as JSON lines.

use serde::Serialize;
use serde_json::{Map, Value};
use twoears_core::{Audience, Message, Timestamp};
use twoears_drafts::{Length, LintFinding};

use super::input;
use crate::{Case, Desk, Error, Reply};
use twoears_core::message::mend;

/// A reply that was checked.
pub struct Checked {
    /// The case that it answers.
    pub case: Case,
    /// The reply.
    pub reply: String,
    /// Who will read it.
    pub audience: Audience,
    /// What the rules object to, errors first.
    pub findings: Vec<LintFinding>,
}

/// Checks a reply that stands in a JSON object under `reply`, beside the keys of its message as [`parse`](super::parse) reads
/// them, or with these under `message`. Also: `audience` (`public`, `private`), `done` (what was done for the customer) and
/// `earlier` (replies to others), both lists of texts, and `due` (when the next word is promised). Without a `text` the reply is
/// checked alone.
///
/// # Errors
/// When the text is no JSON object, there is no `reply`, or a key has a value of the wrong kind; the error names the key and
/// never shows the value.
///
/// ```
/// use twoears::{Desk, json};
/// let line = r#"{"text":"Where is it?","reply":"We apologise for any inconvenience."}"#;
/// let checked = json::lint(&Desk::new()?, line, "2026-11-23T09:00:00Z".parse()?)?;
/// assert!(json::checked(&checked).contains(r#""rule":"reply.cliche","severity":"warning","start":17,"end":34"#));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn lint(desk: &Desk, json: &str, now: Timestamp) -> Result<Checked, Error> {
    let map = input::object(&mend(json))?;
    let reply = match map.get("reply") {
        Some(Value::String(reply)) => reply.clone(),
        Some(_) => return Err(Error::input("`reply` must be a text")),
        None => return Err(Error::input("`reply` is missing: the text to check")),
    };
    let message = match map.get("message") {
        None | Some(Value::Null) => message(map.clone())?,
        Some(Value::Object(inner)) => message(inner.clone())?,
        Some(_) => return Err(Error::input("`message` must be an object with `text`")),
    };
    let audience = match map.get("audience").and_then(Value::as_str) {
        None if map.get("audience").is_none_or(Value::is_null) => None,
        Some("public") => Some(Audience::Public),
        Some("private") => Some(Audience::Private),
        _ => return Err(Error::input("`audience` is neither `public` nor `private`")),
    };
    let due = match map.get("due") {
        None | Some(Value::Null) => None,
        Some(due) => {
            let time = due.as_str().and_then(|text| text.parse::<Timestamp>().ok());
            Some(time.ok_or_else(|| Error::input("`due` is no time like 2026-11-22T09:00:00Z"))?)
        }
    };
    let (done, earlier) = (texts(&map, "done")?, texts(&map, "earlier")?);
    let case = desk.triage(&message, now);
    let given = Reply::new(&reply).done(done).earlier(earlier);
    let given = if let Some(audience) = audience { given.audience(audience) } else { given };
    let given = if let Some(due) = due { given.due(due) } else { given };
    let findings = case.lint(given);
    let audience = audience.unwrap_or(if message.is_public() { Audience::Public } else { Audience::Private });
    Ok(Checked { case, reply, audience, findings })
}

/// A reply alone: what there is to say without the message that it answers.
pub fn lint_text(desk: &Desk, reply: &str, now: Timestamp) -> Checked {
    let case = desk.triage(&Message::new(""), now);
    let findings = case.lint(reply);
    Checked { case, reply: reply.to_owned(), audience: Audience::Public, findings }
}

/// What was found, as one JSON line without the line end; places in Unicode code points of the reply.
pub fn checked(checked: &Checked) -> String {
    #[derive(Serialize)]
    struct Line<'a> {
        id: &'a str,
        audience: Audience,
        length: Length,
        lint: Vec<LintOut<'a>>,
        fixed: Option<String>,
    }
    let Checked { case, reply, audience, findings } = checked;
    let fixed = twoears_drafts::lint::fixed(reply, findings);
    let line = Line {
        id: &case.message.id,
        audience: *audience,
        length: case.length(reply, *audience),
        lint: findings.iter().map(|finding| LintOut::of(finding, reply)).collect(),
        fixed: (fixed != *reply).then_some(fixed),
    };
    serde_json::to_string(&line).unwrap_or_default()
}

/// A finding as JSON writes it.
#[derive(Serialize)]
pub(super) struct LintOut<'a> {
    rule: &'static str,
    severity: &'static str,
    start: Option<usize>,
    end: Option<usize>,
    says: &'a str,
    fix: Option<FixOut<'a>>,
}

#[derive(Serialize)]
struct FixOut<'a> {
    start: usize,
    end: usize,
    text: &'a str,
}

impl<'a> LintOut<'a> {
    pub(super) fn of(finding: &'a LintFinding, reply: &str) -> Self {
        let place = finding.span.map(|span| span.code_points(reply));
        let fix = finding.fix.as_ref().map(|fix| {
            let (start, end) = fix.span.code_points(reply);
            FixOut { start, end, text: &fix.text }
        });
        Self {
            rule: finding.rule.0,
            severity: finding.severity.name(),
            start: place.map(|place| place.0),
            end: place.map(|place| place.1),
            says: &finding.says,
            fix,
        }
    }
}

fn message(mut map: Map<String, Value>) -> Result<Message, Error> {
    map.entry("text").or_insert_with(|| Value::from(""));
    input::message(&map)
}

fn texts<'a>(map: &'a Map<String, Value>, key: &str) -> Result<Vec<&'a str>, Error> {
    let wrong = || Error::input(format!("`{key}` must be a list of texts"));
    match map.get(key) {
        None | Some(Value::Null) => Ok(Vec::new()),
        Some(Value::Array(texts)) => texts.iter().map(|text| text.as_str().ok_or_else(wrong)).collect(),
        Some(_) => Err(wrong()),
    }
}
