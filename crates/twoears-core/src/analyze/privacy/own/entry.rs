//! One `[[private]]` of the settings, checked key by key, so that an error names the key's line.

use regex::{Regex, RegexBuilder};
use regex_syntax::hir::Hir;
use serde::Deserialize;

use super::super::recognizer::PrivateKind;
use super::check::Check;

/// Letters of a name, of a pattern and of a word at the most.
const NAME: usize = 40;
const PATTERN: usize = 1000;
const WORD: usize = 40;
/// Bytes that a match covers at the most: with that bound, looking for all matches takes linear time.
const MATCH: usize = 256;
/// The compiled program of one pattern stays below this many bytes.
const PROGRAM_BYTES: usize = 256 << 10;
/// Words between a match and its context, at the most and by default.
const FARTHEST: usize = 50;
const NEAR: usize = 5;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Entry {
    pub(super) name: Name,
    pub(super) pattern: Pattern,
    #[serde(default)]
    pub(super) check: Check,
    #[serde(default)]
    pub(super) context: Vec<Word>,
    #[serde(default)]
    pub(super) within: Within,
    #[serde(default = "other")]
    pub(super) kind: PrivateKind,
    #[serde(default)]
    pub(super) never: bool,
}

fn other() -> PrivateKind {
    PrivateKind::Other
}

#[derive(Deserialize)]
#[serde(try_from = "String")]
pub(super) struct Name(pub(super) String);

impl TryFrom<String> for Name {
    type Error = String;

    fn try_from(name: String) -> Result<Self, String> {
        let plain = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || matches!(b, b'_' | b'-');
        let fine = (1..=NAME).contains(&name.len()) && name.bytes().all(plain);
        if fine { Ok(Self(name)) } else { Err(format!("a name has 1 to {NAME} of a-z, 0-9, _ and -")) }
    }
}

#[derive(Deserialize)]
#[serde(try_from = "String")]
pub(super) struct Pattern(pub(super) Regex);

impl TryFrom<String> for Pattern {
    type Error = String;

    fn try_from(pattern: String) -> Result<Self, String> {
        if pattern.len() > PATTERN {
            return Err(format!("a pattern of {} bytes; the most is {PATTERN}", pattern.len()));
        }
        let parsed = regex_syntax::ParserBuilder::new().unicode(false).utf8(true).build().parse(&pattern);
        let lengths = parsed.as_ref().map(Hir::properties).map_err(why)?;
        if lengths.minimum_len().unwrap_or(0) == 0 {
            return Err(
                "the pattern can match nothing at all; let it match one character at least".to_owned()
            );
        }
        if lengths.maximum_len().is_none_or(|most| most > MATCH) {
            return Err(format!(
                "the pattern can match more than {MATCH} bytes; write {{1,40}} in place of + and {{0,40}} in place of *"
            ));
        }
        let regex = RegexBuilder::new(&pattern).unicode(false).size_limit(PROGRAM_BYTES).build();
        regex
            .map(Self)
            .map_err(|_| format!("the pattern is too large: it needs more than {PROGRAM_BYTES} bytes"))
    }
}

/// What is wrong with a pattern, without the pattern.
fn why(error: &regex_syntax::Error) -> String {
    let what = match error {
        regex_syntax::Error::Parse(error) => error.kind().to_string(),
        regex_syntax::Error::Translate(error) => error.kind().to_string(),
        _ => "it cannot be read".to_owned(),
    };
    let hint =
        if what.contains("UTF-8") { ": name the characters instead of `.` or a negated class" } else { "" };
    format!("the pattern cannot be used: {what}{hint}")
}

#[derive(Deserialize)]
#[serde(try_from = "String")]
pub(super) struct Word(pub(super) String);

impl TryFrom<String> for Word {
    type Error = String;

    fn try_from(word: String) -> Result<Self, String> {
        let fine = (1..=WORD).contains(&word.chars().count()) && word.chars().all(char::is_alphanumeric);
        // As texts are compared: only ASCII letters have their case taken away.
        if fine {
            Ok(Self(word.to_ascii_lowercase()))
        } else {
            Err(format!("a word of the context is one word of up to {WORD} letters and digits"))
        }
    }
}

#[derive(Deserialize)]
#[serde(try_from = "i64")]
pub(super) struct Within(pub(super) usize);

impl Default for Within {
    fn default() -> Self {
        Self(NEAR)
    }
}

impl TryFrom<i64> for Within {
    type Error = String;

    fn try_from(words: i64) -> Result<Self, String> {
        let words = usize::try_from(words).ok().filter(|words| (1..=FARTHEST).contains(words));
        words.map(Self).ok_or_else(|| format!("`within` is a number of words, 1 to {FARTHEST}"))
    }
}

#[cfg(test)]
mod tests {
    use crate::Brand;

    #[test]
    fn errors_name_the_key_and_the_line_and_what_is_wrong() {
        for (line, parts) in [
            ("pattern = '[0-9'", &["line 4", "pattern", "unclosed"][..]),
            ("pattern = 'A{0,3}'", &["line 4", "pattern", "nothing"]),
            ("pattern = 'A+'", &["line 4", "pattern", "256", "{1,40}"]),
            ("pattern = 'A{1,300}'", &["line 4", "pattern", "256"]),
            ("pattern = 'A.'", &["line 4", "pattern", "name the characters"]),
            ("pattern = 'A1'\ncheck = 'crc'", &["line 5", "check", "luhn"]),
            ("pattern = 'A1'\nkind = 'secret'", &["line 5", "kind", "national_id"]),
            ("pattern = 'A1'\ncontext = ['two words']", &["line 5", "context", "one word"]),
            ("pattern = 'A1'\nwithin = 0", &["line 5", "within", "50"]),
            ("pattern = 'A1'\nchek = 'luhn'", &["line 5", "chek"]),
            ("kind = 'order'", &["pattern"]),
        ] {
            let text = format!("sign_off = 'Mia'\n[[private]]\nname = 'part'\n{line}");
            let error = Brand::from_toml(&text).unwrap_err();
            assert!(error.is_settings());
            for part in parts {
                assert!(error.to_string().contains(part), "{line}: {error}");
            }
        }
    }

    #[test]
    fn what_grows_too_large_is_refused() {
        let words: Vec<String> =
            ('a'..='z').map(|c| format!("{c}bcdefg{c}|{c}c{c}defgh|{c}dcb{c}hgf")).collect();
        let pattern = format!("(?:{}){{1,32}}", words.join("|"));
        let error = Brand::from_toml(&format!("[[private]]\nname = 'a'\npattern = '{pattern}'")).unwrap_err();
        assert!(error.to_string().contains("too large"), "{error}");
        let error = Brand::from_toml(&format!("[[private]]\nname = 'a'\npattern = '{}'", "a".repeat(1001)));
        assert!(error.unwrap_err().to_string().contains("1001 bytes"));
    }

    #[test]
    fn names_are_plain_and_stand_once() {
        let with = |name: &str| Brand::from_toml(&format!("[[private]]\nname = '{name}'\npattern = 'A1'\n"));
        assert!(with("part-no_2").is_ok());
        for name in ["", "Part", "a b", &"a".repeat(41)] {
            assert!(with(name).unwrap_err().to_string().contains("1 to 40"), "{name}");
        }
        let twice = "[[private]]\nname = 'a'\npattern = 'A1'\n".repeat(2);
        assert!(Brand::from_toml(&twice).unwrap_err().to_string().contains("`a`"));
        let many: Vec<String> =
            (0..101).map(|at| format!("[[private]]\nname = 'a{at}'\npattern = 'A1'")).collect();
        let many = many.join("\n");
        assert!(Brand::from_toml(&many).unwrap_err().to_string().contains("100"));
    }
}
