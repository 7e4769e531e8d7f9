//! What a payload looks like from outside: enough to tell whose it is.

use std::borrow::Cow;
use std::fmt;

use serde::de::{Deserialize, Deserializer, IgnoredAny, MapAccess, SeqAccess, Visitor};

use crate::{Error, Platform, platform, read};

/// The keys of an object and the short texts that stand there, one level deep: `entry.messaging` is a key of the first
/// object in the list `entry`.
#[derive(Default)]
pub(crate) struct Shape<'a> {
    fields: Vec<(Cow<'a, str>, Field<'a>)>,
}

#[derive(Default)]
enum Field<'a> {
    Text(Cow<'a, str>),
    Object(Shape<'a>),
    #[default]
    Other,
}

/// Keys of an object that are looked at.
const KEYS: usize = 64;

impl Shape<'_> {
    /// Is there such a key? A point leads one level down.
    pub(crate) fn has(&self, key: &str) -> bool {
        self.field(key).is_some()
    }

    /// The text that stands at a key.
    pub(crate) fn text(&self, key: &str) -> Option<&str> {
        match self.field(key)? {
            Field::Text(text) => Some(text),
            Field::Object(_) | Field::Other => None,
        }
    }

    fn field(&self, key: &str) -> Option<&Field<'_>> {
        let (first, rest) = key.split_once('.').map_or((key, None), |(first, rest)| (first, Some(rest)));
        let (_, field) = self.fields.iter().find(|(name, _)| name == first)?;
        match (rest, field) {
            (None, field) => Some(field),
            (Some(rest), Field::Object(inside)) => inside.field(rest),
            (Some(_), _) => None,
        }
    }
}

impl<'de: 'a, 'a> Deserialize<'de> for Shape<'a> {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        match from.deserialize_any(Look { deep: true })? {
            Field::Object(shape) => Ok(shape),
            Field::Text(_) | Field::Other => Ok(Shape::default()),
        }
    }
}

/// Looks at a value: of an object the keys, of a list the first entry, of a text itself.
#[derive(Clone, Copy)]
struct Look {
    deep: bool,
}

impl<'de> serde::de::DeserializeSeed<'de> for Look {
    type Value = Field<'de>;
    fn deserialize<D: Deserializer<'de>>(self, from: D) -> Result<Field<'de>, D::Error> {
        from.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Look {
    type Value = Field<'de>;

    fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("any value")
    }

    fn visit_borrowed_str<E>(self, text: &'de str) -> Result<Field<'de>, E> {
        Ok(Field::Text(Cow::Borrowed(text)))
    }

    fn visit_str<E>(self, text: &str) -> Result<Field<'de>, E> {
        Ok(Field::Text(Cow::Owned(text.to_owned())))
    }

    fn visit_bool<E>(self, _: bool) -> Result<Field<'de>, E> {
        Ok(Field::Other)
    }

    fn visit_i64<E>(self, _: i64) -> Result<Field<'de>, E> {
        Ok(Field::Other)
    }

    fn visit_u64<E>(self, _: u64) -> Result<Field<'de>, E> {
        Ok(Field::Other)
    }

    fn visit_f64<E>(self, _: f64) -> Result<Field<'de>, E> {
        Ok(Field::Other)
    }

    fn visit_unit<E>(self) -> Result<Field<'de>, E> {
        Ok(Field::Other)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Field<'de>, A::Error> {
        let first = list.next_element_seed(self)?;
        while list.next_element::<IgnoredAny>()?.is_some() {}
        // A list of texts is no text.
        Ok(first.filter(|first| matches!(first, Field::Object(_))).unwrap_or_default())
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Field<'de>, A::Error> {
        let mut shape = Shape::default();
        while shape.fields.len() < KEYS {
            let Some(Key(key)) = map.next_key()? else { return Ok(Field::Object(shape)) };
            let field = if self.deep {
                map.next_value_seed(Look { deep: false })?
            } else {
                map.next_value::<IgnoredAny>()?;
                Field::Other
            };
            shape.fields.push((key, field));
        }
        while map.next_entry::<IgnoredAny, IgnoredAny>()?.is_some() {}
        Ok(Field::Object(shape))
    }
}

/// A key that borrows where it can.
struct Key<'a>(Cow<'a, str>);

impl<'de: 'a, 'a> Deserialize<'de> for Key<'a> {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        struct Keys;
        impl<'de> Visitor<'de> for Keys {
            type Value = Key<'de>;
            fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
                out.write_str("a key")
            }
            fn visit_borrowed_str<E>(self, key: &'de str) -> Result<Key<'de>, E> {
                Ok(Key(Cow::Borrowed(key)))
            }
            fn visit_str<E>(self, key: &str) -> Result<Key<'de>, E> {
                Ok(Key(Cow::Owned(key.to_owned())))
            }
        }
        from.deserialize_str(Keys)
    }
}

impl Platform {
    /// Whose payload it looks like; none when it looks like nobody's.
    ///
    /// # Errors
    /// When it looks like JSON and is not.
    ///
    /// ```
    /// use twoears_adapters::Platform;
    /// let payload = br#"{"event":"message_created","conversation":{"id":1},"account":{"id":1}}"#;
    /// assert_eq!(Platform::recognise(payload)?, Some(Platform::Chatwoot));
    /// assert_eq!(Platform::recognise(br#"{"text":"hello"}"#)?, None);
    /// # Ok::<(), twoears_adapters::Error>(())
    /// ```
    pub fn recognise(payload: &[u8]) -> Result<Option<Self>, Error> {
        if payload.len() > crate::inbound::PAYLOAD_BYTES {
            return Ok(None);
        }
        let text = read::text(payload);
        let json = text.trim_start().starts_with(['{', '[']);
        let shape = if json { read::json::<Shape<'_>>(&text)? } else { Shape::default() };
        let found = platform::ADAPTERS.iter().find(|adapter| (adapter.recognises)(&shape, &text));
        Ok(found.map(|adapter| adapter.platform))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_are_seen_one_level_deep() {
        let json = r#"{"object":"page","entry":[{"id":1,"messaging":[{"a":1}]},{"b":1}],"n":1,"m":["x"],"o":{"p":{"q":1}}}"#;
        let shape: Shape<'_> = read::json(json).unwrap();
        assert_eq!(shape.text("object"), Some("page"));
        assert!(shape.has("entry.messaging") && shape.has("o.p") && shape.has("n"));
        assert!(!shape.has("entry.b") && !shape.has("o.p.q") && !shape.has("m.x"));
        assert_eq!(shape.text("m"), None);
        for json in ["[]", "1", "\"a\"", "[[[{\"object\":1}]]]"] {
            assert!(read::json::<Shape<'_>>(json).is_ok(), "{json}");
        }
    }
}
