//! The labels: what a reading can say, as enums with stable names.
//!
//! The names are a contract: they stand in the JSON line, in settings and in training rows. What each means
//! is written in `docs/LABELS.md` of the project.

mod country;
mod intent;
mod language;
mod matter;
mod route;
mod sentiment;
mod urgency;

pub use country::Country;
pub use intent::Intent;
pub use language::Language;
pub use matter::Matter;
pub use route::Route;
pub use sentiment::Sentiment;
pub use urgency::Urgency;

use crate::Error;

/// What all label enums share: a fixed list, a place in it, and a stable name.
pub trait Label: Copy + Eq + std::fmt::Debug + 'static {
    /// What the label answers, in one word: `intent`, `urgency` …
    const QUESTION: &'static str;
    /// Every label, in the order of the model's columns.
    const ALL: &'static [Self];

    /// The stable name, as in the JSON line.
    fn name(self) -> &'static str;

    /// The place in [`Label::ALL`].
    fn index(self) -> usize {
        Self::ALL.iter().position(|&label| label == self).unwrap_or(0)
    }

    /// The label of that name.
    ///
    /// # Errors
    /// When no label has that name; the error lists the known ones.
    fn parse(name: &str) -> Result<Self, Error> {
        Self::ALL.iter().copied().find(|label| label.name() == name).ok_or_else(|| {
            let known: Vec<_> = Self::ALL.iter().map(|label| label.name()).collect();
            Error::label(format!("`{name}` is no {}; known: {}", Self::QUESTION, known.join(", ")))
        })
    }
}

/// Writes a label enum: variants, stable names, `Label`, `Display`, `FromStr`, serde as the name.
macro_rules! labels {
    ($(#[$outer:meta])* $type:ident, $question:literal { $($(#[$doc:meta])* $variant:ident = $name:literal,)+ }) => {
        $(#[$outer])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, serde::Serialize, serde::Deserialize)]
        pub enum $type { $($(#[$doc])* #[serde(rename = $name)] $variant,)+ }

        impl $crate::label::Label for $type {
            const QUESTION: &'static str = $question;
            const ALL: &'static [Self] = &[$(Self::$variant,)+];
            fn name(self) -> &'static str { match self { $(Self::$variant => $name,)+ } }
            fn index(self) -> usize { self as usize }
        }

        impl std::fmt::Display for $type {
            fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                out.write_str($crate::label::Label::name(*self))
            }
        }

        impl std::str::FromStr for $type {
            type Err = $crate::Error;
            fn from_str(name: &str) -> Result<Self, Self::Err> { $crate::label::Label::parse(name) }
        }
    };
}
pub(crate) use labels;

#[cfg(test)]
mod tests {
    use super::*;

    fn round_trip<L: Label>() {
        for (place, &label) in L::ALL.iter().enumerate() {
            assert_eq!(label.index(), place);
            assert_eq!(L::parse(label.name()).unwrap(), label);
        }
    }

    #[test]
    fn every_name_reads_back() {
        round_trip::<Intent>();
        round_trip::<Urgency>();
        round_trip::<Sentiment>();
        round_trip::<Matter>();
        assert_eq!(Intent::ALL.len(), 34);
    }

    #[test]
    fn an_unknown_name_lists_the_known_ones() {
        let error = Urgency::parse("urgent").unwrap_err();
        assert!(error.is_label());
        assert!(error.to_string().contains("critical, high, normal, low"), "{error}");
    }
}
