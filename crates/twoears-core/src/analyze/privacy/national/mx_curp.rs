//! Mexico: Clave Única de Registro de Población (CURP).

use super::sums::{date, value};
use super::{Alone, Identifier, PrivateKind, Recognizer, find};
use crate::RuleId;

/// A population code: letters of the names, date of birth, sex, state, consonants, a sign, and a last digit by
/// weights 18 to 2 (RENAPO, Instructivo Normativo para la asignación de la CURP).
pub(super) const RECOGNIZER: Recognizer = Recognizer {
    id: RuleId("private.national.mx_curp"),
    kind: PrivateKind::NationalId,
    says: "a Mexican CURP",
    check: "date, sex and state within it; the last digit",
    maybe: |hints| hints.stretch >= 7,
    find: |look| find(look, &NUMBER),
};

const NUMBER: Identifier =
    Identifier { shapes: &["AAAA999999AAAAAA*9"], fits, sum, words: &["curp"], alone: Alone::Always };

/// The states, Mexico City by its old letters, and NE for who was born abroad.
const STATES: &str =
    "AS BC BS CC CL CM CS CH DF DG GT GR HG JC MC MN MS NT NL OC PL QT QR SP SL SR TC TS TL VZ YN ZS NE";

fn fits(bare: &[u8]) -> bool {
    let state = STATES.split(' ').any(|state| state.as_bytes() == &bare[11..13]);
    date(&bare[8..10], &bare[6..8]) && matches!(bare[10], b'H' | b'M' | b'X') && state
}

/// Letters count as A = 10, with a place left for Ñ after N.
fn sum(bare: &[u8]) -> bool {
    let place = |byte: u8| value(byte) + u32::from(byte > b'N');
    let sum: u32 = bare[..17].iter().zip((2..=18).rev()).map(|(byte, weight)| place(*byte) * weight).sum();
    (10 - sum % 10) % 10 == value(bare[17])
}

#[cfg(test)]
mod tests {
    use crate::analyze::privacy::testing::check;

    #[test]
    fn found_and_near_misses() {
        check(
            &super::RECOGNIZER,
            &[
                ("BOXW310820HNERXN09", "BOXW310820HNERXN09"),
                ("mi curp es boxw310820hnerxn09", "boxw310820hnerxn09"),
                ("CURP: BOXW310820HNERXN08", "BOXW310820HNERXN08"),
            ],
            &[
                "BOXW310820HNERXN08",
                "BOXW311320HNERXN09",
                "BOXW310820ZNERXN09",
                "pedido BOXW310820HNERXN09",
                "BOXW310820HZZRXN09",
            ],
        );
    }
}
