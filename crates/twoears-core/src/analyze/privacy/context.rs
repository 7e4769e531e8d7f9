//! The words around a value that say what it is, looked up once a word, and read backwards from a value.

use super::words::WORDS;
use crate::listen::{Heard, Token, TokenKind};

/// What a word says of a value near it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Role {
    /// What has a number of its own: order, case, parcel.
    Order,
    /// What may have one: request, report. Plain digits after it are no code.
    Deal,
    /// A booking, a reservation.
    Booking,
    /// An account, a policy, a meter.
    Account,
    /// A name on a service: user name, gamer tag.
    User,
    /// A sort code.
    Sort,
    /// A code of a bank: routing number, BSB, BIC.
    Bank,
    /// A seed phrase.
    Seed,
    /// A passport.
    Passport,
    /// A number by which a state knows a person.
    National,
    /// A plate of a vehicle.
    Plate,
    /// A serial number, an IMEI.
    Device,
    /// A reference, whatever to.
    Ref,
    /// The word number and its short forms.
    Number,
    /// Words between a context word and its value: is, the, on.
    Filler,
    /// What comes after is public: flight, error, model.
    Not,
    /// Calling, ringing, a phone.
    Phone,
    /// A date of birth.
    Birth,
    /// A birthday, which may also be a party.
    Birthday,
    /// A postcode.
    Post,
    /// An address, a delivery.
    Address,
    /// A password, a PIN.
    Secret,
    /// What makes a code secret: verification, security.
    Safe,
    /// The word code.
    Code,
    /// A name follows.
    Name,
    /// A last name follows.
    Surname,
    /// An end of a letter.
    Closing,
    /// Mr, Mrs.
    Title,
    /// A relative or a neighbour, whose name may follow.
    Kin,
    /// A word that is no part of a name, though capitalised.
    Common,
    /// The word dot, in an address that is written out.
    Dot,
}

impl Role {
    /// Its bit in a set of roles.
    pub(super) const fn bit(self) -> u64 {
        1 << self as u64
    }
}

/// The words of [`WORDS`] by their length and first byte, so that a lookup reads one short list.
static INDEX: std::sync::LazyLock<Vec<Vec<(&'static str, Role)>>> = std::sync::LazyLock::new(|| {
    let mut index = vec![Vec::new(); SLOTS];
    for &(role, words) in WORDS {
        for word in words.split_ascii_whitespace() {
            let list: &mut Vec<(&str, Role)> = &mut index[slot(word)];
            if list.iter().all(|(known, _)| *known != word) {
                list.push((word, role));
            }
        }
    }
    index
});

/// Lists in [`INDEX`].
const SLOTS: usize = 512;

/// Which list a word is in; the word is not empty.
fn slot(word: &str) -> usize {
    let bytes = word.as_bytes();
    let last = usize::from(bytes[bytes.len() - 1]);
    (usize::from(bytes[0]) * 7 + last * 3 + bytes.len() * 31) % SLOTS
}

/// The role of a word in lower case.
pub(super) fn role(word: &str) -> Option<Role> {
    let word = word.strip_suffix("'s").unwrap_or(word);
    if word.is_empty() {
        return None;
    }
    INDEX[slot(word)].iter().find(|(known, _)| *known == word).map(|(_, role)| *role)
}

/// The role of a token: none but words have one.
pub(super) fn role_of(heard: &Heard, token: Token) -> Option<Role> {
    (token.kind == TokenKind::Word).then(|| role(token.span.of(heard.lower()))).flatten()
}

/// Token `index` in lower case; empty past the end.
pub(super) fn part(heard: &Heard, index: usize) -> &str {
    heard.tokens().get(index).map_or("", |token| token.span.of(heard.lower()))
}

/// The token that holds byte `at`, or the next.
pub(super) fn token_at(heard: &Heard, at: usize) -> usize {
    heard.tokens().partition_point(|token| (token.span.end as usize) <= at)
}

/// Is one of `roles` (bits) among the `reach` tokens before token `index`, with no end of a sentence between?
pub(super) fn before(heard: &Heard, index: usize, reach: usize, roles: u64) -> bool {
    let tokens = &heard.tokens()[..index];
    for token in tokens.iter().rev().take(reach) {
        if role_of(heard, *token).is_some_and(|role| roles & role.bit() != 0) {
            return true;
        }
        if matches!(token.span.of(heard.text()).as_bytes()[0], b'!' | b'?') {
            return false;
        }
    }
    false
}

/// Is one of `roles` among the `reach` tokens from token `index` on?
pub(super) fn after(heard: &Heard, index: usize, reach: usize, roles: u64) -> bool {
    let tokens = heard.tokens().iter().skip(index).take(reach);
    tokens.filter_map(|token| role_of(heard, *token)).any(|role| roles & role.bit() != 0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_have_their_role() {
        assert_eq!(role("order"), Some(Role::Order));
        assert_eq!(role("mobile's"), Some(Role::Phone));
        assert_eq!(role("numéro"), Some(Role::Number));
        assert_eq!(role("kettle"), None);
        assert_eq!(role(""), None);
    }

    #[test]
    fn lists_stay_short() {
        assert!(INDEX.iter().all(|list| list.len() <= 12));
    }
}
