//! Values that come alone or in a list, and objects that are keyed by id.

use std::fmt;
use std::marker::PhantomData;
use std::ops::Deref;

use serde::de::value::MapAccessDeserializer;
use serde::de::{Deserialize, Deserializer, IgnoredAny, MapAccess, SeqAccess, Visitor};

use super::loose::none_for;
use super::{LIST_ENTRIES, Obj, Text};

/// One object or a list of them, of which only the first entries are kept; empty when something else stands there.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Several<T>(Vec<T>);

impl<T> Default for Several<T> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<T> Deref for Several<T> {
    type Target = [T];
    fn deref(&self) -> &[T] {
        &self.0
    }
}

impl<'de, T: Deserialize<'de> + Default> Deserialize<'de> for Several<T> {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        struct OneOrMany<T>(PhantomData<T>);
        impl<'de, T: Deserialize<'de> + Default> Visitor<'de> for OneOrMany<T> {
            type Value = Several<T>;
            fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
                out.write_str("any value")
            }
            fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Several<T>, A::Error> {
                T::deserialize(MapAccessDeserializer::new(map)).map(|one| Several(vec![one]))
            }
            fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Several<T>, A::Error> {
                let mut kept = Vec::new();
                while kept.len() < LIST_ENTRIES {
                    match list.next_element::<Obj<T>>()? {
                        Some(entry) => kept.push(entry.into_inner()),
                        None => return Ok(Several(kept)),
                    }
                }
                while list.next_element::<IgnoredAny>()?.is_some() {}
                Ok(Several(kept))
            }
            none_for!(str bool i64 u64 f64 unit);
        }
        from.deserialize_any(OneOrMany(PhantomData))
    }
}

/// The entries of an object in their order, of which only the first are kept; empty when something else stands there.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Entries<'a, T>(Vec<(Text<'a>, Obj<T>)>);

impl<T> Default for Entries<'_, T> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<'a, T> Deref for Entries<'a, T> {
    type Target = [(Text<'a>, Obj<T>)];
    fn deref(&self) -> &Self::Target {
        &self.0
    }
}

impl<'de: 'a, 'a, T: Deserialize<'de> + Default> Deserialize<'de> for Entries<'a, T> {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        struct Maps<'a, T>(PhantomData<(&'a (), T)>);
        impl<'de: 'a, 'a, T: Deserialize<'de> + Default> Visitor<'de> for Maps<'a, T> {
            type Value = Entries<'a, T>;
            fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
                out.write_str("any value")
            }
            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Entries<'a, T>, A::Error> {
                let mut kept = Vec::new();
                while kept.len() < LIST_ENTRIES {
                    match map.next_entry()? {
                        Some(entry) => kept.push(entry),
                        None => return Ok(Entries(kept)),
                    }
                }
                while map.next_entry::<IgnoredAny, IgnoredAny>()?.is_some() {}
                Ok(Entries(kept))
            }
            none_for!(str bool i64 u64 f64 unit seq);
        }
        from.deserialize_any(Maps(PhantomData))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[derive(Debug, Default, serde::Deserialize, PartialEq)]
    #[serde(default)]
    struct Inner<'a> {
        #[serde(borrow)]
        id: Text<'a>,
    }

    #[test]
    fn one_many_or_something_else() {
        for (json, ids) in [
            (r#"{"id":1}"#, vec![Some("1")]),
            (r#"[{"id":1},7,[2],{"id":"b"}]"#, vec![Some("1"), None, None, Some("b")]),
            ("7", vec![]),
            ("null", vec![]),
            (r#""x""#, vec![]),
        ] {
            let read: Several<Inner<'_>> = serde_json::from_str(json).unwrap();
            assert_eq!(read.iter().map(|inner| inner.id.get()).collect::<Vec<_>>(), ids, "{json}");
        }
    }

    #[test]
    fn entries_keep_their_keys() {
        let read: Entries<'_, Inner<'_>> = serde_json::from_str(r#"{"7":{"id":"7"},"8":null}"#).unwrap();
        let keys: Vec<_> = read.iter().map(|(key, inner)| (key.get(), inner.id.get())).collect();
        assert_eq!(keys, [(Some("7"), Some("7")), (Some("8"), None)]);
        let none: Entries<'_, Inner<'_>> = serde_json::from_str("[1]").unwrap();
        assert!(none.is_empty());
    }

    #[test]
    fn nothing_is_kept_without_end() {
        let many = format!("[{}{{}}]", "{},".repeat(LIST_ENTRIES * 2));
        assert_eq!(serde_json::from_str::<Several<Inner<'_>>>(&many).unwrap().len(), LIST_ENTRIES);
        let entries: Vec<String> = (0..LIST_ENTRIES * 2).map(|key| format!("\"{key}\":{{}}")).collect();
        let many = format!("{{{}}}", entries.join(","));
        assert_eq!(serde_json::from_str::<Entries<'_, Inner<'_>>>(&many).unwrap().len(), LIST_ENTRIES);
    }
}
