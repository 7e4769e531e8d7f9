//! Serial numbers of devices: a code after a word that says so.

use super::code;
use super::context::Role;
use super::recognizer::{PrivateKind, Recognizer};
use crate::RuleId;

/// A serial number of a device; makers have no shape in common.
pub(super) const RECOGNIZER: Recognizer = Recognizer {
    id: RuleId("private.serial"),
    kind: PrivateKind::Device,
    says: "the serial number of a device",
    check: "the shape of a code after a word like serial",
    maybe: |hints| code::maybe(hints) && hints.has(Role::Device.bit()),
    find: |look| code::find(look, PrivateKind::Device),
};

#[cfg(test)]
mod tests {
    use crate::analyze::privacy::testing::check;

    #[test]
    fn found_and_near_misses() {
        check(
            &super::RECOGNIZER,
            &[
                ("serial is 7XK20441B", "7XK20441B"),
                ("serial number: C02XK0ABJHD2", "C02XK0ABJHD2"),
                ("Seriennummer 4411-7720-88", "4411-7720-88"),
            ],
            &["a serial of 12 parts", "serial box of 2020", "the serial starts at 9", "7XK20441B"],
        );
    }
}
