//! One walk through a payload that keeps what a plan's paths lead to and passes over the rest.

use std::borrow::Cow;
use std::fmt;

use serde::de::{DeserializeSeed, Deserializer, IgnoredAny, MapAccess, SeqAccess, Visitor};

use super::plan::Node;
use super::{Plan, Values};
use crate::Error;
use crate::read::Text;

/// The values of a plan's fields in a JSON object.
///
/// # Errors
/// When it is not JSON, or no object.
pub(crate) fn walk<'a>(plan: &'a Plan, json: &'a str) -> Result<Values<'a>, Error> {
    let json = json.trim_start_matches('\u{feff}');
    if !json.trim_start().starts_with('{') {
        return Err(Error::payload("a JSON object was expected"));
    }
    let mut found: Vec<Text<'a>> = std::iter::repeat_with(Text::default).take(plan.paths().len()).collect();
    let mut from = serde_json::Deserializer::from_str(json);
    let walked = Walk { node: plan.tree(), found: &mut found, again: false }
        .deserialize(&mut from)
        .and_then(|()| from.end());
    walked.map_err(|error| Error::json(&error))?;
    Ok(Values::of(plan, found))
}

struct Walk<'p, 'v, 'a> {
    node: &'p Node,
    found: &'v mut [Text<'a>],
    /// Whether an earlier entry of the same list was kept, which is not the last one.
    again: bool,
}

impl<'a> Walk<'_, '_, 'a> {
    fn keep(self, text: Cow<'a, str>) {
        let Some((last, others)) = self.node.paths.split_last() else { return };
        for path in others {
            self.found[*path] = Text::from(text.clone());
        }
        self.found[*last] = Text::from(text);
    }
}

impl<'de: 'a, 'a> DeserializeSeed<'de> for Walk<'_, '_, 'a> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, from: D) -> Result<(), D::Error> {
        if self.again {
            clear(self.node, self.found);
        }
        from.deserialize_any(self)
    }
}

impl<'de: 'a, 'a> Visitor<'de> for Walk<'_, '_, 'a> {
    type Value = ();

    fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("any value")
    }

    fn visit_borrowed_str<E>(self, text: &'de str) -> Result<(), E> {
        self.keep(Cow::Borrowed(text));
        Ok(())
    }

    fn visit_str<E>(self, text: &str) -> Result<(), E> {
        self.keep(Cow::Owned(text.to_owned()));
        Ok(())
    }

    fn visit_bool<E>(self, yes: bool) -> Result<(), E> {
        self.keep(Cow::Borrowed(if yes { "true" } else { "false" }));
        Ok(())
    }

    fn visit_i64<E>(self, number: i64) -> Result<(), E> {
        self.keep(Cow::Owned(number.to_string()));
        Ok(())
    }

    fn visit_u64<E>(self, number: u64) -> Result<(), E> {
        self.keep(Cow::Owned(number.to_string()));
        Ok(())
    }

    fn visit_f64<E>(self, number: f64) -> Result<(), E> {
        self.keep(Cow::Owned(number.to_string()));
        Ok(())
    }

    fn visit_unit<E>(self) -> Result<(), E> {
        Ok(())
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        while let Some(key) = map.next_key::<Text<'a>>()? {
            let key = key.get().unwrap_or_default();
            match self.node.below.iter().find(|(step, _)| step.name == key) {
                Some((_, node)) => {
                    map.next_value_seed(Walk { node, found: &mut *self.found, again: false })?;
                }
                None => drop(map.next_value::<IgnoredAny>()?),
            }
        }
        Ok(())
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<(), A::Error> {
        let final_one = self.node.below.iter().find(|(step, _)| step.name == "-1").map(|(_, node)| node);
        for place in 0.. {
            let placed = self.node.below.iter().find(|(step, _)| step.place == Some(place));
            let node = placed.map(|(_, node)| node).or(final_one);
            let more = match node {
                Some(node) => {
                    list.next_element_seed(Walk { node, found: &mut *self.found, again: place > 0 })?
                }
                None => list.next_element::<IgnoredAny>()?.map(drop),
            };
            if more.is_none() {
                break;
            }
        }
        Ok(())
    }
}

/// Empties all that lies below a place.
fn clear(node: &Node, found: &mut [Text<'_>]) {
    for path in &node.paths {
        found[*path] = Text::default();
    }
    node.below.iter().for_each(|(_, below)| clear(below, found));
}

#[cfg(test)]
mod tests {
    use super::super::{Field, Shape, compile};
    use super::*;

    fn text(path: &str, json: &str) -> Option<String> {
        let map = [("text".to_owned(), path.to_owned())].into();
        let plan = compile("json", Shape::Paths, &map, &[]).unwrap();
        walk(&plan, json).unwrap().get(Field::Text).get().map(str::to_owned)
    }

    #[test]
    fn paths_lead_to_values() {
        let json = r#"{"a":{"b":"x","n":7,"yes":true,"nil":null,"f":1.5},"l":[{"t":"1"},{"t":"2"},{"u":"3"}],"m":["p","q"],"":"e"}"#;
        for (path, want) in [
            ("a.b", Some("x")),
            ("a.n", Some("7")),
            ("a.yes", Some("true")),
            ("a.f", Some("1.5")),
            ("a.nil", None),
            ("a", None),
            ("a.b.c", None),
            ("l.0.t", Some("1")),
            ("l.1.t", Some("2")),
            ("l.9.t", None),
            ("l.-1.t", None),
            ("l.-1.u", Some("3")),
            ("m.-1", Some("q")),
            ("m.0", Some("p")),
            ("missing | a.nil | a.n | a.b", Some("7")),
            ("a.nil | =none", Some("none")),
        ] {
            assert_eq!(text(path, json).as_deref(), want, "{path}");
        }
    }

    #[test]
    fn what_is_no_object_is_refused_without_its_words() {
        let plan = compile("json", Shape::Paths, &[].into(), &[("text", "a")]).unwrap();
        for json in ["", "[1]", "\"secret\"", "{\"a\":\"secret\"", "{} secret"] {
            let error = walk(&plan, json).err().unwrap();
            assert!(error.is_payload() && !error.to_string().contains("secret"), "{json}: {error}");
        }
    }
}
