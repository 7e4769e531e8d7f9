//! Which language a message is written in, by its ISO 639 code.

use std::fmt;

/// A language by its ISO 639 code (`en`, `de`, …; `und` when it cannot be told).
///
/// ```
/// use twoears_core::Language;
/// assert_eq!(Language::ENGLISH.code(), "en");
/// assert!(Language::UNDETERMINED.is_undetermined());
/// assert_eq!("de".parse::<Language>()?.name(), "German");
/// # Ok::<(), twoears_core::Error>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Language(&'static str);

/// Code and English name of every language that can be told.
const KNOWN: &[(&str, &str)] = &[
    ("af", "Afrikaans"),
    ("am", "Amharic"),
    ("ar", "Arabic"),
    ("az", "Azerbaijani"),
    ("be", "Belarusian"),
    ("bg", "Bulgarian"),
    ("bn", "Bengali"),
    ("ca", "Catalan"),
    ("cs", "Czech"),
    ("cy", "Welsh"),
    ("da", "Danish"),
    ("de", "German"),
    ("el", "Greek"),
    ("en", "English"),
    ("eo", "Esperanto"),
    ("es", "Spanish"),
    ("et", "Estonian"),
    ("fa", "Persian"),
    ("fi", "Finnish"),
    ("fr", "French"),
    ("gu", "Gujarati"),
    ("he", "Hebrew"),
    ("hi", "Hindi"),
    ("hr", "Croatian"),
    ("hu", "Hungarian"),
    ("hy", "Armenian"),
    ("id", "Indonesian"),
    ("it", "Italian"),
    ("ja", "Japanese"),
    ("jv", "Javanese"),
    ("ka", "Georgian"),
    ("km", "Khmer"),
    ("kn", "Kannada"),
    ("ko", "Korean"),
    ("la", "Latin"),
    ("lt", "Lithuanian"),
    ("lv", "Latvian"),
    ("mk", "Macedonian"),
    ("ml", "Malayalam"),
    ("mr", "Marathi"),
    ("my", "Burmese"),
    ("ne", "Nepali"),
    ("nl", "Dutch"),
    ("no", "Norwegian"),
    ("or", "Oriya"),
    ("pa", "Punjabi"),
    ("pl", "Polish"),
    ("pt", "Portuguese"),
    ("ro", "Romanian"),
    ("ru", "Russian"),
    ("si", "Sinhala"),
    ("sk", "Slovak"),
    ("sl", "Slovene"),
    ("sn", "Shona"),
    ("sr", "Serbian"),
    ("sv", "Swedish"),
    ("ta", "Tamil"),
    ("te", "Telugu"),
    ("th", "Thai"),
    ("tk", "Turkmen"),
    ("tl", "Tagalog"),
    ("tr", "Turkish"),
    ("uk", "Ukrainian"),
    ("ur", "Urdu"),
    ("uz", "Uzbek"),
    ("vi", "Vietnamese"),
    ("yi", "Yiddish"),
    ("zh", "Chinese"),
    ("zu", "Zulu"),
    ("und", "undetermined"),
];

impl Language {
    /// English, the language that the default model reads.
    pub const ENGLISH: Self = Self("en");
    /// No telling: too short, no words, or no language that is known.
    pub const UNDETERMINED: Self = Self("und");

    /// The ISO 639-1 code, or `und`.
    pub fn code(self) -> &'static str {
        self.0
    }

    /// The English name.
    pub fn name(self) -> &'static str {
        KNOWN.iter().find(|(code, _)| *code == self.0).map_or("undetermined", |(_, name)| name)
    }

    /// Is there no telling?
    pub fn is_undetermined(self) -> bool {
        self == Self::UNDETERMINED
    }
}

impl std::str::FromStr for Language {
    type Err = crate::Error;
    fn from_str(code: &str) -> Result<Self, Self::Err> {
        let known = KNOWN.iter().find(|(known, _)| known.eq_ignore_ascii_case(code));
        known
            .map(|(code, _)| Self(code))
            .ok_or_else(|| crate::Error::label(format!("`{code}` is no known language code")))
    }
}

impl serde::Serialize for Language {
    fn serialize<S: serde::Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_str(self.0)
    }
}

impl<'de> serde::Deserialize<'de> for Language {
    fn deserialize<D: serde::Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let code = std::borrow::Cow::<str>::deserialize(from)?;
        code.parse().map_err(serde::de::Error::custom)
    }
}

impl fmt::Debug for Language {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(self.0)
    }
}

impl fmt::Display for Language {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(self.0)
    }
}
