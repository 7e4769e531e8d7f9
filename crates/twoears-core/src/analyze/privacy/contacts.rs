//! The organisation's own addresses and numbers: found in a text, they are nobody's data.

use std::sync::Arc;

use super::recognizer::PrivateKind;

/// Digits that two spellings of one phone number share at least.
const DIGITS: usize = 7;
/// Digits of the codes of country and area together, where they were left out, at the most.
const CODE: usize = 6;
/// Letters and digits of a part of a contact that tells which contact it is.
const PART: usize = 4;

/// Own contacts, ready to be compared; cheap to clone.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Contacts(Arc<[Contact]>);

#[derive(Debug, PartialEq, Eq)]
struct Contact {
    bare: Bare,
    digits: Option<String>,
}

/// Letters and digits in lower case, and where a word begins or ends among them.
#[derive(Debug, PartialEq, Eq)]
struct Bare {
    text: String,
    edges: Vec<usize>,
}

impl Bare {
    fn of(text: &str) -> Self {
        let (mut bare, mut edges) = (String::with_capacity(text.len()), vec![0]);
        for word in text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()) {
            bare.extend(word.chars().flat_map(char::to_lowercase));
            edges.push(bare.len());
        }
        Self { text: bare, edges }
    }

    /// Does it hold the other, from the start of a word to the end of one?
    fn holds(&self, other: &Self) -> bool {
        let edge = |place: usize| self.edges.binary_search(&place).is_ok();
        other.text.chars().count() >= PART
            && self.text.match_indices(&other.text).any(|(at, part)| edge(at) && edge(at + part.len()))
    }
}

/// The digits of what is written like a phone number: no country's `00` nor the `(0)` of one that is left out abroad.
fn phone(text: &str) -> Option<String> {
    let text = text.replace("(0)", "");
    let fine = text.chars().all(|c| c.is_ascii_digit() || " +-./()".contains(c));
    let digits: String = text.chars().filter(char::is_ascii_digit).collect();
    let digits = digits.trim_start_matches('0').to_owned();
    (fine && digits.len() >= DIGITS).then_some(digits)
}

/// The same number, with or without the code of the country or the area.
fn is_same(one: &str, other: &str) -> bool {
    let (long, short) = if one.len() >= other.len() { (one, other) } else { (other, one) };
    long.len() - short.len() <= CODE && long.ends_with(short)
}

impl Contacts {
    /// Contacts as the settings list them.
    pub fn new(contacts: &[String]) -> Self {
        let of = |contact: &String| Contact { bare: Bare::of(contact), digits: phone(contact) };
        Self(contacts.iter().map(of).collect())
    }

    /// Are there none?
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Is a value one of them or a part of one: a number in any spelling, the street or the postcode of an address?
    ///
    /// ```
    /// use twoears_core::PrivateKind::{Phone, Postcode};
    /// use twoears_core::analyze::privacy::Contacts;
    /// let own = Contacts::new(&["+44 20 7946 0000".to_owned(), "12 Mill Street, Leeds LS1 4DY".to_owned()]);
    /// assert!(own.hold(Phone, "020 7946 0000") && own.hold(Postcode, "ls14dy"));
    /// assert!(!own.hold(Phone, "020 7946 0001") && !own.hold(Postcode, "LS1 4DZ"));
    /// ```
    pub fn hold(&self, kind: PrivateKind, value: &str) -> bool {
        if self.is_empty() {
            return false;
        }
        let bare = Bare::of(value);
        let in_parts = matches!(
            kind,
            PrivateKind::Address | PrivateKind::Postcode | PrivateKind::Name | PrivateKind::Other
        );
        let digits = phone(value).filter(|_| kind == PrivateKind::Phone);
        self.0.iter().any(|contact| {
            contact.bare.text == bare.text
                // A part of a number, or of an address of mail, is another's.
                || (in_parts && contact.bare.holds(&bare))
                || digits.as_ref().zip(contact.digits.as_ref()).is_some_and(|(one, other)| is_same(one, other))
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use PrivateKind::{Address, Email, Phone, Postcode};

    fn own() -> Contacts {
        let contacts = ["help@larkway.example", "+44 20 7946 0000", "Larkway, 12 Mill Street, Leeds LS1 4DY"];
        Contacts::new(&contacts.map(str::to_owned))
    }

    #[test]
    fn a_hotline_in_any_spelling() {
        for value in ["020 7946 0000", "+44 (0)20 7946 0000", "0044 20 79460000", "02079460000", "7946 0000"]
        {
            assert!(own().hold(Phone, value), "{value}");
        }
        for value in ["020 7946 0009", "+44 20 7946 00001", "6 0000", "0000"] {
            assert!(!own().hold(Phone, value), "{value}");
        }
    }

    #[test]
    fn parts_of_an_address_from_word_to_word() {
        for (kind, value) in
            [(Address, "12 Mill Street"), (Address, "12 mill street, Leeds, LS1 4DY"), (Postcode, "LS14DY")]
        {
            assert!(own().hold(kind, value), "{value}");
        }
        for (kind, value) in [(Address, "2 Mill Street"), (Address, "112 Mill Street"), (Postcode, "S1 4DY")]
        {
            assert!(!own().hold(kind, value), "{value}");
        }
    }

    #[test]
    fn mail_is_the_same_or_another() {
        assert!(own().hold(Email, "Help@Larkway.example"));
        let dashed = Contacts::new(&["info-ann@larkway.example".to_owned()]);
        assert!(!dashed.hold(Email, "ann@larkway.example"));
        assert!(!Contacts::default().hold(Email, ""));
        assert!(!own().hold(PrivateKind::Password, "0000"), "a PIN is no part of the hotline");
    }
}
