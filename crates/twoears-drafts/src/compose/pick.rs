//! Which of several phrases: the same for the same message, another for the next one.

use twoears_core::decide::Style;

use super::style;
use crate::phrases::{Part, Slot, Slots, Template};

/// FNV-1a, 64 bits: small, and the same on every machine.
const BASIS: u64 = 0xcbf2_9ce4_8422_2325;
const PRIME: u64 = 0x0100_0000_01b3;

/// Slots that make a phrase concrete; the phrase that fills more of them goes first.
const CONCRETE: u32 = Slot::Late.bit() | Slot::Since.bit() | Slot::Team.bit() | Slot::Needed.bit();

/// Keeps the choices of wordings within a phrase apart from those of phrases.
const WORDINGS: u64 = 0x1_0000;

/// Where the choice of words starts from.
#[derive(Clone, Copy, Debug)]
pub(super) struct Seed(u64);

impl Seed {
    pub(super) fn of(parts: &[&str]) -> Self {
        let bytes = parts.iter().flat_map(|part| part.bytes().chain([0xff]));
        let hash = bytes.fold(BASIS, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(PRIME));
        Self(mixed(hash))
    }

    /// A place below `many`, another for another use.
    fn below(self, many: usize, salt: u64) -> usize {
        let mut hash = (self.0 ^ salt.wrapping_mul(0x9e37_79b9_7f4a_7c15)).wrapping_mul(PRIME);
        hash ^= hash >> 32;
        hash = hash.wrapping_mul(0xd6e8_feb8_6659_fd93);
        hash ^= hash >> 32;
        (hash % many.max(1) as u64) as usize
    }
}

/// Two ids that are nearly the same make two numbers that are not: the last step of `SplitMix64` (Steele and others 2014).
fn mixed(mut hash: u64) -> u64 {
    hash = (hash ^ (hash >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    hash = (hash ^ (hash >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    hash ^ (hash >> 31)
}

/// What a phrase is chosen for, so that two choices for one message do not go hand in hand.
#[derive(Clone, Copy, Debug)]
pub(super) enum Use {
    Voice(Part),
    Problem,
    Opening,
    Unknown,
    Question,
    Emoji,
}

impl Use {
    fn salt(self) -> u64 {
        match self {
            Self::Voice(part) => 16 + part as u64,
            Self::Problem => 1,
            Self::Opening => 2,
            Self::Unknown => 3,
            Self::Question => 4,
            Self::Emoji => 5,
        }
    }
}

/// Who speaks: chooses a phrase and fills it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Speaker<'a> {
    pub(super) seed: Seed,
    pub(super) style: &'a Style,
    /// Is room short, so that shorter phrases are wanted too?
    pub(super) shorter: bool,
}

impl Speaker<'_> {
    /// The chosen one of the phrases that can be said, filled; where room is short the shorter ones after it, the longest
    /// first.
    pub(super) fn pick(self, phrases: &[Template], slots: &Slots<'_>, found: bool, what: Use) -> Vec<String> {
        let wanted = if found { CONCRETE | Slot::Thing.bit() } else { CONCRETE };
        let fit = |phrase: &&Template| phrase.can_be_said(slots);
        let most = phrases.iter().filter(fit).map(|phrase| phrase.names(wanted)).max();
        let best = || phrases.iter().filter(fit).filter(|phrase| Some(phrase.names(wanted)) == most);
        let many = best().count();
        let start = self.seed.below(many, what.salt());
        let chosen =
            best().cycle().skip(start).take(many).filter_map(|phrase| self.fill(phrase, slots, what));
        let Some(chosen) = style::banned::first(chosen, self.style) else { return Vec::new() };
        if !self.shorter {
            return vec![chosen];
        }
        let mut shorter: Vec<String> = best().filter_map(|phrase| self.shortest(phrase, slots)).collect();
        shorter.retain(|other| other.len() < chosen.len() && !style::banned::holds(other, self.style));
        shorter.sort_by_key(|other| std::cmp::Reverse(other.len()));
        shorter.insert(0, chosen);
        shorter
    }

    fn fill(self, phrase: &Template, slots: &Slots<'_>, what: Use) -> Option<String> {
        let mut salt = what.salt();
        let choose = |any: &'_ [String]| {
            salt += WORDINGS;
            let start = self.seed.below(any.len(), salt);
            let mut turns = (start..any.len()).chain(0..start);
            turns.find(|turn| !style::banned::holds(&any[*turn], self.style)).unwrap_or(start)
        };
        phrase.fill(slots, choose, |text| style::own_words(text, self.style))
    }

    /// One of several words, for a use that is no phrase.
    pub(super) fn one_of<'t>(self, words: &[&'t str], what: Use) -> Option<&'t str> {
        words.get(self.seed.below(words.len(), what.salt())).copied()
    }

    fn shortest(self, phrase: &Template, slots: &Slots<'_>) -> Option<String> {
        let choose = |any: &'_ [String]| {
            let least = any.iter().enumerate().min_by_key(|(_, said)| said.len());
            least.map_or(0, |(at, _)| at)
        };
        phrase.fill(slots, choose, |text| style::own_words(text, self.style))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::LazyLock;

    static STYLE: LazyLock<Style> = LazyLock::new(Style::default);

    fn speaker(id: &str, shorter: bool) -> Speaker<'static> {
        Speaker { seed: Seed::of(&[id]), style: &STYLE, shorter }
    }

    #[test]
    fn shorter_ones_come_where_room_is_short() {
        let phrases: Vec<Template> = ["a{ long| }one", "bb"]
            .iter()
            .map(|text| Template::try_from((*text).to_owned()).unwrap())
            .collect();
        for id in 0..20 {
            let id = id.to_string();
            let one = speaker(&id, false).pick(&phrases, &Slots::default(), false, Use::Problem);
            let more = speaker(&id, true).pick(&phrases, &Slots::default(), false, Use::Problem);
            assert_eq!((one.len(), &one[0]), (1, &more[0]));
            assert!(more.is_sorted_by(|a, b| a.len() > b.len()), "{more:?}");
            assert_eq!(more.last().map(String::as_str), Some("bb"));
        }
    }

    #[test]
    fn the_same_seed_says_the_same_and_seeds_differ() {
        let phrases: Vec<Template> =
            ["a", "b", "c", "d"].iter().map(|text| Template::try_from((*text).to_owned()).unwrap()).collect();
        let say =
            |id: &str| speaker(id, false).pick(&phrases, &Slots::default(), false, Use::Problem)[0].clone();
        assert_eq!(say("m1"), say("m1"));
        let mut all: Vec<String> = (0..40).map(|id| say(&id.to_string())).collect();
        all.sort();
        all.dedup();
        assert_eq!(all.len(), 4);
    }

    #[test]
    fn the_concrete_phrase_goes_first() {
        let phrases: Vec<Template> = ["it was late", "it was {late} late"]
            .iter()
            .map(|text| Template::try_from((*text).to_owned()).unwrap())
            .collect();
        let mut slots = Slots::default();
        assert_eq!(speaker("", false).pick(&phrases, &slots, false, Use::Problem)[0], "it was late");
        slots.set(Slot::Late, "50 minutes");
        assert_eq!(
            speaker("", false).pick(&phrases, &slots, false, Use::Problem)[0],
            "it was 50 minutes late"
        );
    }
}
