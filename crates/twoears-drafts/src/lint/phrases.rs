//! Lists of words and phrases, found in one pass.

use std::sync::OnceLock;

use aho_corasick::{AhoCorasick, AhoCorasickKind};
use twoears_core::Span;

use super::shared;
use super::text::Text;

/// Phrases in lower case with straight apostrophes, found as whole words.
pub(super) struct Phrases {
    pub(super) list: Vec<String>,
    /// Finds these alone, in any text; built when it is first needed.
    alone: OnceLock<Option<AhoCorasick>>,
    /// Which of the lists that are looked for together it is, once that was asked.
    place: OnceLock<Option<usize>>,
}

impl Phrases {
    /// A list of phrases. An empty one finds nothing.
    pub(super) fn new<P: Into<String>>(list: impl IntoIterator<Item = P>) -> Self {
        let list = list.into_iter().map(Into::into).collect();
        Self { list, alone: OnceLock::new(), place: OnceLock::new() }
    }

    /// Every place of every phrase outside links, as whole words, by their ends: which phrase, and where in
    /// [`Text::lower`].
    pub(super) fn all<'t>(&'t self, text: &'t Text<'_>) -> impl Iterator<Item = (usize, Span)> + 't {
        let place = *self.place.get_or_init(|| shared::place(self));
        let shared = place.map(|place| text.hits().of(place));
        let alone = place.is_none().then(|| {
            self.all_in(&text.lower).filter(|(_, span)| !text.links.iter().any(|link| link.overlaps(*span)))
        });
        shared.into_iter().flatten().chain(alone.into_iter().flatten())
    }

    /// The same without those that overlap an earlier one or a longer one at the same place.
    pub(super) fn apart(&self, text: &Text<'_>) -> Vec<(usize, Span)> {
        let mut hits: Vec<(usize, Span)> = self.all(text).collect();
        hits.sort_by_key(|(_, span)| (span.start, std::cmp::Reverse(span.end)));
        let mut end = 0;
        hits.retain(|(_, span)| {
            let free = span.start >= end;
            end = end.max(span.end);
            free
        });
        hits
    }

    /// The same in any text that is in lower case.
    pub(super) fn all_in<'t>(&'t self, lower: &'t str) -> impl Iterator<Item = (usize, Span)> + 't {
        // Lists are short and built once; the quickest automaton is worth its hundred kilobytes.
        let build = || AhoCorasick::builder().kind(Some(AhoCorasickKind::DFA)).build(&self.list).ok();
        let automaton = self.alone.get_or_init(build);
        let found = automaton.iter().flat_map(move |automaton| automaton.find_overlapping_iter(lower));
        found.filter_map(move |hit| {
            let span = Span::new(hit.start(), hit.end());
            is_whole(lower, span).then_some((hit.pattern().as_usize(), span))
        })
    }

    /// The first phrase that stands there.
    pub(super) fn first(&self, text: &Text<'_>) -> Option<Span> {
        self.all(text).next().map(|(_, span)| span)
    }

    /// Does one of them stand in a text that is in lower case?
    pub(super) fn any_in(&self, lower: &str) -> bool {
        self.all_in(lower).next().is_some()
    }
}

/// Does a place begin and end where words do?
pub(super) fn is_whole(lower: &str, span: Span) -> bool {
    let (start, end) = (span.start as usize, span.end as usize);
    let letter = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    let (before, after) = (lower[..start].chars().next_back(), lower[end..].chars().next());
    let own = span.of(lower);
    let starts = letter(own.chars().next());
    let ends = letter(own.chars().next_back());
    !(starts && letter(before) || ends && letter(after))
}

#[cfg(test)]
mod tests {
    use super::*;
    use twoears_core::Brand;

    #[test]
    fn whole_words_only() {
        let list = Phrases::new(["call us", "us", "any inconvenience"]);
        let brand = Brand::default();
        let found = |raw: &str| {
            let text = Text::new(raw, &brand);
            list.all(&text).map(|(_, span)| text.as_written(span).to_owned()).collect::<Vec<_>>()
        };
        assert_eq!(found("Please CALL US, the bus."), ["CALL US", "US"]);
        assert_eq!(found("recall using"), Vec::<String>::new());
        let text = Text::new("No call us, see https://a.example/us", &brand);
        assert_eq!(list.apart(&text), [(0, Span::new(3, 10))]);
        assert!(Phrases::new(Vec::<String>::new()).first(&Text::new("a", &brand)).is_none());
    }
}
