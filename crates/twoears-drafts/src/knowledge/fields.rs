//! Named fields of an article, checked. Errors name the field and never show what stands in it.

use jiff::civil::Date;
use serde_json::{Map, Value};
use twoears_core::{Intent, Label as _};

use crate::{Audience, Error};

/// Fields that both formats have.
const SHARED: &[&str] = &["intents", "link", "links", "valid_from", "valid_until", "audience", "note"];

/// The fields of one article, and how to say what is wrong with one of them.
pub(super) struct Fields<'a> {
    map: &'a Map<String, Value>,
    fail: &'a dyn Fn(&str, String) -> Error,
}

impl<'a> Fields<'a> {
    /// `own` are the fields that only this format has; any other is an error.
    pub(super) fn new(
        map: &'a Map<String, Value>,
        own: &[&str],
        fail: &'a dyn Fn(&str, String) -> Error,
    ) -> Result<Self, Error> {
        let fields = Self { map, fail };
        match map.keys().find(|key| !SHARED.contains(&key.as_str()) && !own.contains(&key.as_str())) {
            None => Ok(fields),
            Some(key) => {
                let mut known = [own, SHARED].concat();
                known.sort_unstable();
                Err(fields.error(key, &format!("no such field; there are {}", known.join(", "))))
            }
        }
    }

    pub(super) fn error(&self, key: &str, what: &str) -> Error {
        (self.fail)(key, format!("`{key}`: {what}"))
    }

    fn of(&self, key: &str) -> Option<&'a Value> {
        self.map.get(key).filter(|value| !value.is_null())
    }

    /// A text, trimmed; none where the field is missing or null.
    pub(super) fn text(&self, key: &str) -> Result<Option<String>, Error> {
        match self.of(key) {
            None => Ok(None),
            Some(Value::String(text)) if !text.trim().is_empty() => Ok(Some(text.trim().to_owned())),
            Some(_) => Err(self.error(key, "it must be a text that is not empty")),
        }
    }

    /// A list of texts, each on one line; empty where the field is missing or null.
    pub(super) fn texts(&self, key: &str) -> Result<Vec<String>, Error> {
        let wrong = || self.error(key, "it must be a list of texts, none of them empty");
        let one = |value: &Value| {
            let text = value.as_str().map(|text| text.split_whitespace().collect::<Vec<_>>().join(" "));
            text.filter(|text| !text.is_empty()).ok_or_else(wrong)
        };
        match self.of(key) {
            None => Ok(Vec::new()),
            Some(Value::Array(values)) => values.iter().map(one).collect(),
            Some(_) => Err(wrong()),
        }
    }

    pub(super) fn is_list(&self, key: &str) -> bool {
        self.of(key).is_some_and(Value::is_array)
    }

    pub(super) fn date(&self, key: &str) -> Result<Option<Date>, Error> {
        let day = |text: String| {
            text.parse::<Date>().map_err(|_| self.error(key, "it must be a date like 2026-11-22"))
        };
        self.text(key)?.map(day).transpose()
    }

    pub(super) fn intents(&self) -> Result<Vec<Intent>, Error> {
        let read = |(at, label): (usize, &String)| {
            let wrong = |_| {
                self.error("intents", &format!("entry {} is no intent; docs/LABELS.md lists them", at + 1))
            };
            Intent::parse(label).map_err(wrong)
        };
        self.texts("intents")?.iter().enumerate().map(read).collect()
    }

    pub(super) fn audience(&self) -> Result<Audience, Error> {
        match self.text("audience")?.as_deref() {
            None | Some("public") => Ok(Audience::Public),
            Some("private") => Ok(Audience::Private),
            Some(_) => Err(self.error("audience", "it must be `public` or `private`")),
        }
    }

    /// `link`, then `links`.
    pub(super) fn links(&self) -> Result<Vec<String>, Error> {
        let (one, more) = (self.text("link")?, self.texts("links")?);
        let all =
            one.into_iter().map(|link| ("link", link)).chain(more.into_iter().map(|link| ("links", link)));
        let check = |(key, link): (&str, String)| {
            let whole = crate::length::link_len(&link) == Some(link.len());
            if whole { Ok(link) } else { Err(self.error(key, "it is no link that starts with https://")) }
        };
        all.map(check).collect()
    }
}
