//! Which of several phrases: the same for the same message, another for the next one.

use crate::phrases::{Part, Slot, Slots, Template};

/// FNV-1a, 64 bits: small, and the same on every machine.
const BASIS: u64 = 0xcbf2_9ce4_8422_2325;
const PRIME: u64 = 0x0100_0000_01b3;

/// Slots that make a phrase concrete; the phrase that fills more of them goes first.
const CONCRETE: &[Slot] = &[Slot::Late, Slot::Since, Slot::Team];

/// Where the choice of words starts from.
#[derive(Clone, Copy, Debug)]
pub(super) struct Seed(u64);

impl Seed {
    pub(super) fn of(parts: &[&str]) -> Self {
        let bytes = parts.iter().flat_map(|part| part.bytes().chain([0xff]));
        Self(bytes.fold(BASIS, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(PRIME)))
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

/// What a phrase is chosen for, so that two choices for one message do not go hand in hand.
#[derive(Clone, Copy, Debug)]
pub(super) enum Use {
    Voice(Part),
    Problem,
    Opening,
    Unknown,
    Question,
}

impl Use {
    fn salt(self) -> u64 {
        match self {
            Self::Voice(part) => 16 + part as u64,
            Self::Problem => 1,
            Self::Opening => 2,
            Self::Unknown => 3,
            Self::Question => 4,
        }
    }
}

/// The phrases that can be said, filled, the chosen one first, and the shorter ones after it for want of room.
pub(super) fn pick(phrases: &[Template], slots: &Slots, found: bool, seed: Seed, what: Use) -> Vec<String> {
    let concrete = |phrase: &Template| {
        let filled = CONCRETE.iter().filter(|slot| phrase.names(**slot)).count();
        filled + usize::from(found && phrase.names(Slot::Thing))
    };
    let said: Vec<(usize, String)> =
        phrases.iter().filter_map(|phrase| Some((concrete(phrase), phrase.fill(slots)?))).collect();
    let most = said.iter().map(|(many, _)| *many).max().unwrap_or(0);
    let mut best: Vec<String> =
        said.into_iter().filter(|(many, _)| *many == most).map(|(_, text)| text).collect();
    if best.is_empty() {
        return best;
    }
    let chosen = best.remove(seed.below(best.len(), what.salt()));
    best.retain(|other| other.len() < chosen.len());
    best.sort_by_key(|other| std::cmp::Reverse(other.len()));
    best.insert(0, chosen);
    best
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_seed_says_the_same_and_seeds_differ() {
        let phrases: Vec<Template> =
            ["a", "b", "c", "d"].iter().map(|text| Template::try_from((*text).to_owned()).unwrap()).collect();
        let say =
            |id: &str| pick(&phrases, &Slots::default(), false, Seed::of(&[id]), Use::Problem)[0].clone();
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
        assert_eq!(pick(&phrases, &slots, false, Seed::of(&[]), Use::Problem)[0], "it was late");
        slots.set(Slot::Late, "50 minutes");
        assert_eq!(pick(&phrases, &slots, false, Seed::of(&[]), Use::Problem)[0], "it was 50 minutes late");
    }
}
