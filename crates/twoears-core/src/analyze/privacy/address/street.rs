//! The words that street addresses are made of.

use crate::analyze::privacy::context::{Role, role};

/// Does an English street end in it?
pub(super) fn ends(word: &str) -> bool {
    plain(word)
        || matches!(
            word,
            "st" | "rd"
                | "ln"
                | "ave"
                | "drive"
                | "dr"
                | "close"
                | "court"
                | "ct"
                | "row"
                | "terrace"
                | "way"
                | "crescent"
                | "cres"
                | "gardens"
                | "grove"
                | "place"
                | "square"
                | "sq"
                | "mews"
                | "hill"
                | "rise"
                | "view"
                | "walk"
                | "yard"
                | "quay"
                | "steps"
                | "cottages"
                | "boulevard"
                | "blvd"
                | "highway"
                | "parkway"
                | "pkwy"
                | "circle"
                | "park"
                | "green"
                | "wharf"
                | "parade"
                | "drove"
                | "villas"
                | "gate"
                | "end"
        )
}

/// One that means a street in small letters too.
pub(super) fn plain(word: &str) -> bool {
    matches!(word, "street" | "road" | "avenue" | "lane")
}

/// Does the word stand before the name of a French or Spanish street?
pub(super) fn rue(word: &str) -> bool {
    matches!(
        word,
        "rue"
            | "boulevard"
            | "chemin"
            | "impasse"
            | "allée"
            | "quai"
            | "calle"
            | "avenida"
            | "carrer"
            | "via"
            | "viale"
            | "piazza"
            | "corso"
            | "plaza"
            | "paseo"
            | "rua"
            | "place"
            | "cours"
            | "bd"
            | "av"
    )
}

/// Is it a German street: a name of three letters or more with one of these endings?
pub(super) fn german(word: &str) -> bool {
    let seat = ["sitz", "stell", "arbeits", "steh", "park", "stand", "schlaf", "lager", "liege", "speicher"];
    let square = word.strip_suffix("platz").is_some_and(|name| name.len() >= 3 && !seat.contains(&name));
    let ends =
        ["str", "straße", "strasse", "weg", "allee", "gasse", "damm", "straat", "laan", "gracht", "plein"];
    square || ends.iter().any(|end| word.strip_suffix(end).is_some_and(|name| name.chars().count() >= 3))
}

/// Does it stand before the number of a home?
pub(super) fn flat(word: &str) -> bool {
    matches!(word, "flat" | "unit" | "apt" | "apartment" | "suite")
}

/// Does it say that the address is of something public, such as a shop or a pothole?
pub(super) fn public(word: &str) -> bool {
    matches!(
        word,
        "outside"
            | "near"
            | "opposite"
            | "shop"
            | "store"
            | "branch"
            | "location"
            | "restaurant"
            | "hotel"
            | "showroom"
            | "warehouse"
            | "dealership"
            | "pickup"
            | "centre"
            | "center"
            | "machine"
            | "verge"
            | "corner"
            | "pothole"
            | "office"
    )
}

/// Can it be part of the name of a street or a town? Words that say what a value is cannot, nor those that open
/// a sentence.
pub(super) fn named(word: &str) -> bool {
    let opens = matches!(
        word,
        "can"
            | "close"
            | "please"
            | "it"
            | "i"
            | "the"
            | "we"
            | "could"
            | "thanks"
            | "is"
            | "no"
            | "not"
            | "my"
            | "and"
            | "but"
            | "so"
            | "why"
            | "what"
            | "when"
    );
    !opens && role(word).is_none_or(|role| role == Role::Common)
}

/// Can it be the name of a town behind a street?
pub(super) fn town(word: &str) -> bool {
    named(word) && !matches!(word, "thanks" | "call" | "tel" | "phone" | "order" | "hi" | "hello" | "dear")
}

/// Small words that stand between a count and `lane` or `road`.
pub(super) fn small(word: &str) -> bool {
    matches!(word, "the" | "a" | "of" | "in" | "people" | "cars" | "on" | "down" | "and" | "along")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_streets() {
        assert!(ends("row") && ends("lane") && german("hauptstr") && rue("calle") && flat("apt"));
        assert!(!ends("people") && !german("weg") && !german("straße") && !named("order") && named("high"));
    }
}
