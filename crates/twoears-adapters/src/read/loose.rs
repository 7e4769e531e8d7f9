//! Fields that take whatever stands there: a value of another kind than expected is none, never an error. So one field
//! that a platform changes does not lose the message around it.

use std::borrow::Cow;
use std::fmt;
use std::marker::PhantomData;
use std::ops::Deref;

use jiff::Timestamp;
use serde::de::value::MapAccessDeserializer;
use serde::de::{Deserialize, Deserializer, IgnoredAny, MapAccess, SeqAccess, Visitor};
use twoears_core::message::time;

use super::{ID_BYTES, LIST_ENTRIES, NAME_CHARS, TEXT_BYTES, first_bytes, first_chars};

/// A text; numbers and yes or no as they are written. Anything else is none.
#[derive(Clone, Default, PartialEq, Eq)]
pub(crate) struct Text<'a>(Option<Cow<'a, str>>);

/// Shows how long it is, never what it says.
impl fmt::Debug for Text<'_> {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.debug_tuple("Text").field(&self.0.as_ref().map(|text| text.len())).finish()
    }
}

impl<'a> From<Cow<'a, str>> for Text<'a> {
    fn from(text: Cow<'a, str>) -> Self {
        Self(Some(text))
    }
}

impl Text<'_> {
    /// The text as it stands; none when there is none.
    pub(crate) fn get(&self) -> Option<&str> {
        self.0.as_deref()
    }

    /// A message's text, capped; empty when there is none.
    pub(crate) fn text(&self) -> String {
        first_bytes(self.get().unwrap_or_default(), TEXT_BYTES).to_owned()
    }

    /// An id; none when it is empty or too long to be one.
    pub(crate) fn id(&self) -> Option<String> {
        self.get().map(str::trim).filter(|id| (1..=ID_BYTES).contains(&id.len())).map(str::to_owned)
    }

    /// A name or title, capped; none when it is blank.
    pub(crate) fn name(&self) -> Option<String> {
        let name = self.get()?.trim();
        (!name.is_empty()).then(|| first_chars(name, NAME_CHARS).to_owned())
    }

    /// A count from 0 on.
    pub(crate) fn count(&self) -> Option<u64> {
        self.get()?.trim().split('.').next()?.parse().ok()
    }

    /// Does it say yes?
    pub(crate) fn is_true(&self) -> bool {
        self.flag() == Some(true)
    }

    /// Yes, no, or not said.
    pub(crate) fn flag(&self) -> Option<bool> {
        match self.get()? {
            "true" | "True" | "1" | "yes" => Some(true),
            "false" | "False" | "0" | "no" => Some(false),
            _ => None,
        }
    }
}

/// What a visitor that expects one kind does with the others.
macro_rules! none_for {
    ($($kind:ident)+) => { $(none_for!(@ $kind);)+ };
    (@ seq) => {
        fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Self::Value, A::Error> {
            while list.next_element::<IgnoredAny>()?.is_some() {}
            Ok(Self::Value::default())
        }
    };
    (@ map) => {
        fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
            while map.next_entry::<IgnoredAny, IgnoredAny>()?.is_some() {}
            Ok(Self::Value::default())
        }
    };
    (@ str) => { none_for!(@ visit_str(&str)); };
    (@ bool) => { none_for!(@ visit_bool(bool)); };
    (@ i64) => { none_for!(@ visit_i64(i64)); };
    (@ u64) => { none_for!(@ visit_u64(u64)); };
    (@ f64) => { none_for!(@ visit_f64(f64)); };
    (@ $visit:ident($kind:ty)) => {
        fn $visit<E>(self, _: $kind) -> Result<Self::Value, E> {
            Ok(Self::Value::default())
        }
    };
    (@ unit) => {
        fn visit_unit<E>(self) -> Result<Self::Value, E> {
            Ok(Self::Value::default())
        }
    };
}

#[cfg(feature = "x")]
pub(super) use none_for;

impl<'de: 'a, 'a> Deserialize<'de> for Text<'a> {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        struct Texts<'a>(PhantomData<&'a ()>);
        impl<'de: 'a, 'a> Visitor<'de> for Texts<'a> {
            type Value = Text<'a>;
            fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
                out.write_str("any value")
            }
            fn visit_borrowed_str<E>(self, text: &'de str) -> Result<Text<'a>, E> {
                Ok(Text(Some(Cow::Borrowed(text))))
            }
            fn visit_str<E>(self, text: &str) -> Result<Text<'a>, E> {
                Ok(Text(Some(Cow::Owned(text.to_owned()))))
            }
            fn visit_string<E>(self, text: String) -> Result<Text<'a>, E> {
                Ok(Text(Some(Cow::Owned(text))))
            }
            fn visit_bool<E>(self, yes: bool) -> Result<Text<'a>, E> {
                Ok(Text(Some(Cow::Borrowed(if yes { "true" } else { "false" }))))
            }
            fn visit_i64<E>(self, number: i64) -> Result<Text<'a>, E> {
                Ok(Text(Some(Cow::Owned(number.to_string()))))
            }
            fn visit_u64<E>(self, number: u64) -> Result<Text<'a>, E> {
                Ok(Text(Some(Cow::Owned(number.to_string()))))
            }
            fn visit_f64<E>(self, number: f64) -> Result<Text<'a>, E> {
                Ok(Text(Some(Cow::Owned(number.to_string()))))
            }
            none_for!(unit seq map);
        }
        from.deserialize_any(Texts(PhantomData))
    }
}

/// A time: text or number, seconds or milliseconds. Anything else is none.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(crate) struct Time(Option<Timestamp>);

impl Time {
    pub(crate) fn get(self) -> Option<Timestamp> {
        self.0
    }
}

impl<'de> Deserialize<'de> for Time {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        struct Times;
        impl<'de> Visitor<'de> for Times {
            type Value = Time;
            fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
                out.write_str("any value")
            }
            fn visit_str<E>(self, text: &str) -> Result<Time, E> {
                Ok(Time(time::written(text)))
            }
            fn visit_i64<E>(self, number: i64) -> Result<Time, E> {
                Ok(Time(time::epoch(number)))
            }
            fn visit_u64<E>(self, number: u64) -> Result<Time, E> {
                Ok(Time(i64::try_from(number).ok().and_then(time::epoch)))
            }
            fn visit_f64<E>(self, number: f64) -> Result<Time, E> {
                Ok(Time(time::epoch(number as i64)))
            }
            none_for!(bool unit seq map);
        }
        from.deserialize_any(Times)
    }
}

/// An object; its default when something else stands there.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Obj<T>(T);

impl<T> Obj<T> {
    /// The object itself.
    pub(crate) fn into_inner(self) -> T {
        self.0
    }
}

impl<T> Deref for Obj<T> {
    type Target = T;
    fn deref(&self) -> &T {
        &self.0
    }
}

impl<'de, T: Deserialize<'de> + Default> Deserialize<'de> for Obj<T> {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        struct Objects<T>(PhantomData<T>);
        impl<'de, T: Deserialize<'de> + Default> Visitor<'de> for Objects<T> {
            type Value = Obj<T>;
            fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
                out.write_str("any value")
            }
            fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Obj<T>, A::Error> {
                T::deserialize(MapAccessDeserializer::new(map)).map(Obj)
            }
            none_for!(str bool i64 u64 f64 unit seq);
        }
        from.deserialize_any(Objects(PhantomData))
    }
}

/// A list, of which only the first entries are kept; empty when something else stands there.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct List<T>(Vec<T>);

impl<T> Default for List<T> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<T> Deref for List<T> {
    type Target = [T];
    fn deref(&self) -> &[T] {
        &self.0
    }
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for List<T> {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        struct Lists<T>(PhantomData<T>);
        impl<'de, T: Deserialize<'de>> Visitor<'de> for Lists<T> {
            type Value = List<T>;
            fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
                out.write_str("any value")
            }
            fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<List<T>, A::Error> {
                let mut kept = Vec::new();
                while kept.len() < LIST_ENTRIES {
                    match list.next_element()? {
                        Some(entry) => kept.push(entry),
                        None => return Ok(List(kept)),
                    }
                }
                while list.next_element::<IgnoredAny>()?.is_some() {}
                Ok(List(kept))
            }
            none_for!(str bool i64 u64 f64 unit map);
        }
        from.deserialize_any(Lists(PhantomData))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde::Deserialize;

    #[derive(Debug, Default, Deserialize, PartialEq)]
    #[serde(default)]
    struct Inner<'a> {
        #[serde(borrow)]
        id: Text<'a>,
    }

    #[derive(Debug, Default, Deserialize, PartialEq)]
    #[serde(default)]
    struct All<'a> {
        #[serde(borrow)]
        text: Text<'a>,
        at: Time,
        #[serde(borrow)]
        inner: Obj<Inner<'a>>,
        #[serde(borrow)]
        list: List<Obj<Inner<'a>>>,
    }

    #[test]
    fn any_value_in_any_place_is_read() {
        let values =
            [r#""a""#, "1", "-1", "1.5", "true", "null", "[]", "[1,[2]]", "{}", r#"{"id":{"id":[1]}}"#];
        for value in values {
            for key in ["text", "at", "inner", "list", "other"] {
                let json = format!(r#"{{"{key}":{value}}}"#);
                serde_json::from_str::<All<'_>>(&json).unwrap_or_else(|error| panic!("{json}: {error}"));
            }
        }
        let all: All<'_> =
            serde_json::from_str(r#"{"text":7,"at":"1583240757","inner":{"id":"x"},"list":[{"id":1},3]}"#)
                .unwrap();
        assert_eq!((all.text.get(), all.text.count()), (Some("7"), Some(7)));
        assert_eq!(all.at.get().unwrap().as_second(), 1_583_240_757);
        assert_eq!((all.inner.id.get(), all.list.len()), (Some("x"), 2));
        assert_eq!((all.list[0].id.get(), all.list[1].id.get()), (Some("1"), None));
    }

    #[test]
    fn nothing_is_kept_without_end() {
        let long = format!(r#"{{"text":"{}"}}"#, "é".repeat(TEXT_BYTES));
        let all: All<'_> = serde_json::from_str(&long).unwrap();
        assert_eq!((all.text.text().len(), all.text.id()), (TEXT_BYTES, None));
        assert_eq!(all.text.name().unwrap().chars().count(), NAME_CHARS);
        let many = format!(r#"{{"list":[{}{{}}]}}"#, "{},".repeat(LIST_ENTRIES * 2));
        let all: All<'_> = serde_json::from_str(&many).unwrap();
        assert_eq!(all.list.len(), LIST_ENTRIES);
    }
}
