//! Recognizers that an organisation writes into its settings, without code.

mod check;
mod entry;

use std::sync::Arc;

use regex::Regex;
use serde::Deserialize;

use super::recognizer::{PrivateData, PrivateKind};
use crate::listen::{Heard, READ_BYTES, TokenKind};
use crate::{RuleId, Span};
use check::Check;
use entry::Entry;

/// An organisation has a handful of own numbers; each pattern costs time on every message.
const MOST: usize = 100;

/// The organisation's own recognizers, as `[[private]]` in the settings lists them; cheap to clone.
///
/// | Key | What |
/// |---|---|
/// | `name` | needed; 1 to 40 of `a-z`, `0-9`, `_`, `-`; the finding's rule is `private.own.NAME` |
/// | `pattern` | needed; a pattern of the `regex` crate in ASCII mode that matches 1 to 256 bytes |
/// | `check` | `none` (default), `luhn`, `mod97`, `mod11`, `verhoeff`, or `digits(MIN,MAX)` |
/// | `context` | words of which one must be near; none needed when left out |
/// | `within` | how many words away at the most, 1 to 50; 5 by default |
/// | `kind` | a kind of private data; `other` by default |
/// | `never` | true: what the pattern covers is nobody's data, and nothing within it is found |
///
/// A match counts only where no letter or digit touches it. Patterns run on the text as it was heard (full-width digits
/// are plain there, zero-width characters gone) and, where that differs, on the text as it was written. The
/// organisation knows its numbers: where one of these and a built-in recognizer overlap, this one stands.
///
/// ```
/// use twoears_core::{Brand, Message, analyze::privacy, listen};
/// let brand = Brand::from_toml("[[private]]\nname = 'loyalty'\npattern = 'LW[0-9]{8}'\ncheck = 'luhn'\nkind = 'account'")?;
/// let message = Message::new("where are the points of LW79927398?");
/// let found = privacy::find(&message, &listen::hear(&message.text), &brand.given());
/// assert_eq!((found.len(), found[0].rule.0), (1, "private.own.loyalty"));
/// # Ok::<(), twoears_core::Error>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(try_from = "Vec<Entry>")]
pub struct OwnRecognizers(Arc<[OwnRecognizer]>);

/// One of them.
#[derive(Clone, Debug)]
struct OwnRecognizer {
    rule: RuleId,
    kind: PrivateKind,
    regex: Regex,
    check: Check,
    context: Vec<String>,
    within: usize,
    never: bool,
}

impl PartialEq for OwnRecognizer {
    fn eq(&self, other: &Self) -> bool {
        let all = |own: &Self| (own.rule, own.kind, own.check, own.within, own.never);
        all(self) == all(other)
            && self.regex.as_str() == other.regex.as_str()
            && self.context == other.context
    }
}

impl TryFrom<Vec<Entry>> for OwnRecognizers {
    type Error = String;

    fn try_from(entries: Vec<Entry>) -> Result<Self, String> {
        if entries.len() > MOST {
            return Err(format!("{} patterns under `private`; the most is {MOST}", entries.len()));
        }
        let own: Vec<OwnRecognizer> = entries.into_iter().map(OwnRecognizer::from).collect();
        for (at, one) in own.iter().enumerate() {
            if own[..at].iter().any(|other| other.rule == one.rule) {
                let name = one.rule.0.trim_start_matches(PREFIX);
                return Err(format!("two of `private` are called `{name}`; each needs a name of its own"));
            }
        }
        Ok(Self(own.into()))
    }
}

/// What the rule of such a recognizer begins with.
const PREFIX: &str = "private.own.";

impl From<Entry> for OwnRecognizer {
    fn from(entry: Entry) -> Self {
        let Entry { name, pattern, check, context, within, kind, never } = entry;
        let context = context.into_iter().map(|word| word.0).collect();
        let (rule, within) = (RuleId::interned(&format!("{PREFIX}{}", name.0)), within.0);
        Self { rule, kind, regex: pattern.0, check, context, within, never }
    }
}

/// What the organisation's own recognizers say to a text; places in the original text.
#[derive(Default)]
pub(super) struct Said {
    /// Personal data, one list a recognizer, in the order of the settings; each in text order.
    pub(super) found: Vec<Vec<PrivateData>>,
    /// What is nobody's data, in text order, without overlaps.
    pub(super) never: Vec<Span>,
}

impl Said {
    /// Is a place, but for what is no letter or digit at its edges, within what is nobody's data?
    pub(super) fn covers(&self, span: Span, value: &str) -> bool {
        if self.never.is_empty() {
            return false;
        }
        let edge = |c: char| !c.is_alphanumeric();
        let start = span.end as usize - value.trim_start_matches(edge).len();
        let end = span.start as usize + value.trim_end_matches(edge).len();
        let after = self.never.partition_point(|never| never.start as usize <= start);
        after.checked_sub(1).is_some_and(|at| end <= self.never[at].end as usize)
    }
}

impl OwnRecognizers {
    /// Are there any?
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    pub(super) fn find(&self, original: &str, heard: &Heard) -> Said {
        let mut said = Said::default();
        if self.is_empty() {
            return said;
        }
        let written = original.get(..original.floor_char_boundary(READ_BYTES)).unwrap_or("");
        let written = Some(written).filter(|written| *written != heard.text());
        for own in self.0.iter() {
            let mut spans: Vec<Span> = own.matches(heard.text()).map(|span| heard.original(span)).collect();
            spans.extend(written.into_iter().flat_map(|written| own.matches(written)));
            spans.retain(|span| own.is_meant(heard, *span));
            spans.sort_unstable();
            spans.dedup();
            if own.never {
                said.never.extend(spans);
            } else {
                let data = spans.into_iter().map(|span| PrivateData { kind: own.kind, span, rule: own.rule });
                said.found.push(data.collect());
            }
        }
        said.never.sort_unstable();
        said.never.dedup_by(|next, kept| {
            let joined = next.start < kept.end;
            if joined {
                kept.end = kept.end.max(next.end);
            }
            joined
        });
        said
    }
}

impl OwnRecognizer {
    /// Matches that stand alone and pass the check.
    fn matches<'a>(&'a self, text: &'a str) -> impl Iterator<Item = Span> + 'a {
        self.regex.find_iter(text).filter_map(move |found| {
            let free = |side: Option<char>| side.is_none_or(|c| !c.is_alphanumeric());
            let alone =
                free(text[..found.start()].chars().next_back()) && free(text[found.end()..].chars().next());
            (alone && self.check.passes(found.as_str())).then(|| Span::new(found.start(), found.end()))
        })
    }

    /// Is a word of the context near a place of the original text, or none needed?
    fn is_meant(&self, heard: &Heard, span: Span) -> bool {
        if self.context.is_empty() {
            return true;
        }
        let tokens = heard.tokens();
        let before = tokens.partition_point(|token| heard.original(token.span).end <= span.start);
        let after = tokens.partition_point(|token| heard.original(token.span).start < span.end);
        let near = |token: &&crate::listen::Token| {
            let word = token.span.of(heard.lower());
            self.context.iter().any(|wanted| wanted == word || word.split('-').any(|part| part == wanted))
        };
        let counts = |token: &&crate::listen::Token| token.kind != TokenKind::Punctuation;
        tokens[..before].iter().rev().filter(counts).take(self.within).any(|token| near(&token))
            || tokens[after..].iter().filter(counts).take(self.within).any(|token| near(&token))
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Given, find};
    use crate::{Brand, Message, listen};

    /// What is found with these settings: the text and the rule.
    fn found(settings: &str, text: &str) -> Vec<(String, &'static str)> {
        let brand = Brand::from_toml(settings).unwrap();
        let data = find(&Message::new(text), &listen::hear(text), &brand.given());
        data.iter().map(|data| (data.span.of(text).to_owned(), data.rule.0)).collect()
    }

    const SEAT: &str =
        "[[private]]\nname = 'locker'\npattern = '[A-Z]{3}[ -]?[0-9]{4}'\ncontext = ['locker']\nwithin = 3\n";

    #[test]
    fn context_decides() {
        assert_eq!(found(SEAT, "my locker, QRT-4821, jams"), [("QRT-4821".to_owned(), "private.own.locker")]);
        assert_eq!(found(SEAT, "QRT 4821 is the locker"), [("QRT 4821".to_owned(), "private.own.locker")]);
        let far = found(SEAT, "the locker is here and so is my old friend the QRT-4821");
        assert!(far.iter().all(|(_, rule)| *rule != "private.own.locker"), "{far:?}");
    }

    #[test]
    fn a_match_stands_alone() {
        for text in ["locker XQRT-4821", "locker QRT-48215", "locker qrt-4821"] {
            assert!(found(SEAT, text).iter().all(|(_, rule)| *rule != "private.own.locker"), "{text}");
        }
    }

    #[test]
    fn written_in_any_way_it_is_covered() {
        for text in ["locker QRT-\u{200b}48\u{200b}21!", "locker ＱＲＴ-４８２１!", "locker QRT-&#52;821!"]
        {
            let found = found(SEAT, text);
            let value = text.trim_start_matches("locker ").trim_end_matches('!');
            assert_eq!(found, [(value.to_owned(), "private.own.locker")], "{text}");
        }
        let drawn = "[[private]]\nname = 'part'\npattern = 'AAA-[0-9]{4}'\n";
        assert_eq!(found(drawn, "AAA-4821")[0].0, "AAA-4821", "heard as AA-4821");
    }

    #[test]
    fn it_goes_before_a_built_in_one() {
        let own = "[[private]]\nname = 'plate'\npattern = '4111 ?1111 ?1111 ?1111'\nkind = 'device'\n";
        assert_eq!(
            found(own, "on 4111 1111 1111 1111"),
            [("4111 1111 1111 1111".to_owned(), "private.own.plate")]
        );
    }

    #[test]
    fn near_misses_hide_what_they_cover_and_no_more() {
        let never = "[[private]]\nname = 'shop'\npattern = 'LS1 4DY'\nnever = true\n";
        assert!(found(never, "the shop at LS1 4DY").is_empty());
        let other = found(never, "the shop at LS1 4DY, I live at M4 1FS");
        assert_eq!(other.len(), 1, "{other:?}");
        let address = found(never, "I live at 5 Mill Lane, Leeds, LS1 4DY");
        assert_eq!(address.len(), 1, "{address:?}");
    }

    #[test]
    fn none_by_default() {
        assert!(Given::default().own.is_empty());
    }
}
