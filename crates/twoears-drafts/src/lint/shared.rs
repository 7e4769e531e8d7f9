//! The lists that rules look for in every reply, found together: one automaton goes over a text once for all of them.

use std::sync::LazyLock;

use aho_corasick::{AhoCorasick, AhoCorasickKind};
use twoears_core::Span;

use super::phrases::{Phrases, is_whole};
use super::{
    acts, asks_again, asks_private, blame, claims_done, cliche, empathy_without_object, jargon, over_apology,
    passive, promise_without_time, self_talk, tone, unsupported,
};

/// Every list that is looked for in the whole of a reply. One that is left out is found too, in a pass of its own.
static LISTS: [&LazyLock<Phrases>; 20] = [
    &acts::ALL,
    &asks_again::NAMED,
    &asks_private::PERSONAL,
    &blame::PHRASES,
    &claims_done::FIRM,
    &claims_done::LOOSELY,
    &claims_done::HAPPENED,
    &cliche::PHRASES,
    &empathy_without_object::PHRASES,
    &jargon::PHRASES,
    &over_apology::PHRASES,
    &passive::PHRASES,
    &promise_without_time::OWNERLESS,
    &promise_without_time::VAGUELY,
    &promise_without_time::WRITES,
    &self_talk::PHRASES,
    &tone::CHEERS,
    &tone::GLOOMS,
    &unsupported::CALENDAR,
    &unsupported::COUNTS,
];

/// All lists in one automaton: whose a phrase is, and which of its phrases.
struct Together {
    automaton: Option<AhoCorasick>,
    owners: Vec<(usize, usize)>,
}

/// The automaton keeps a state in a few bytes: that of twenty lists stays in the nearest cache.
static TOGETHER: LazyLock<Together> = LazyLock::new(|| {
    let phrases = || LISTS.iter().flat_map(|list| &list.list);
    let automaton = AhoCorasick::builder().kind(Some(AhoCorasickKind::ContiguousNFA)).build(phrases()).ok();
    let own = |(list, phrases): (usize, &&LazyLock<Phrases>)| {
        (0..phrases.list.len()).map(move |phrase| (list, phrase)).collect::<Vec<_>>()
    };
    Together { automaton, owners: LISTS.iter().enumerate().flat_map(own).collect() }
});

/// Which of the lists it is.
pub(super) fn place(own: &Phrases) -> Option<usize> {
    LISTS.iter().position(|list| std::ptr::eq(LazyLock::force(list), own))
}

/// Where phrases of these lists stand in a text outside its links, as whole words, by their ends.
#[derive(Debug, Default)]
pub(super) struct Hits {
    /// List, phrase, and where in the text.
    all: Vec<(usize, usize, Span)>,
    /// The lists that have any, one bit each.
    present: u64,
}

impl Hits {
    pub(super) fn find(lower: &str, links: &[Span]) -> Self {
        let mut hits = Self::default();
        let Some(automaton) = &TOGETHER.automaton else { return hits };
        for hit in automaton.find_overlapping_iter(lower) {
            let span = Span::new(hit.start(), hit.end());
            if is_whole(lower, span) && !links.iter().any(|link| link.overlaps(span)) {
                let (list, phrase) = TOGETHER.owners[hit.pattern().as_usize()];
                hits.present |= 1 << list;
                hits.all.push((list, phrase, span));
            }
        }
        hits
    }

    /// Those of one list: which phrase, and where.
    pub(super) fn of(&self, list: usize) -> impl Iterator<Item = (usize, Span)> + '_ {
        let all = if self.present & (1 << list) == 0 { &[][..] } else { &self.all };
        all.iter().filter(move |hit| hit.0 == list).map(|(_, phrase, span)| (*phrase, *span))
    }
}

#[cfg(test)]
mod tests {
    use super::super::text::Text;
    use super::*;
    use twoears_core::Brand;

    #[test]
    fn together_they_find_what_each_finds_alone() {
        let brand = Brand::default();
        for raw in [
            "Hi Ann, thanks for reaching out! We’re SO sorry for any inconvenience, we've forwarded it and will call you soon.",
            "Please DM us your order number by Monday, two of our team have asked; see https://a.example/sorry/soon 😊",
            "",
        ] {
            let text = Text::new(raw, &brand);
            for list in LISTS {
                let outside = |span: &Span| !text.links.iter().any(|link| link.overlaps(*span));
                let alone: Vec<_> = list.all_in(&text.lower).filter(|(_, span)| outside(span)).collect();
                assert_eq!(list.all(&text).collect::<Vec<_>>(), alone, "{raw}");
            }
        }
        assert!(LISTS.iter().enumerate().all(|(at, list)| place(list) == Some(at)));
        assert_eq!(place(&Phrases::new(["sorry"])), None);
    }
}
