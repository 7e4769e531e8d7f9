//! What can stand in braces in a phrase, and what fills it for one message.

use std::borrow::Cow;

/// What can stand in braces in a phrase.
macro_rules! slots {
    ($($(#[$doc:meta])* $variant:ident = $name:literal,)+) => {
        /// A place in a phrase that a message fills.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub(crate) enum Slot { $($(#[$doc])* $variant,)+ }

        impl Slot {
            /// Every slot with its name.
            pub(crate) const ALL: &'static [(Slot, &'static str)] = &[$((Slot::$variant, $name),)+];

            /// Its bit in a set of slots.
            pub(crate) const fn bit(self) -> u32 {
                1 << self as u32
            }
        }
    };
}

slots! {
    /// The customer's first name.
    Name = "name",
    /// What it is about, with its article.
    Thing = "thing",
    /// "is" or "are", as the thing asks.
    Is = "is",
    /// "isn't" or "aren't".
    Isnt = "isnt",
    /// "has" or "have".
    Has = "has",
    /// "hasn't" or "haven't".
    Hasnt = "hasnt",
    /// "was" or "were".
    Was = "was",
    /// "wasn't" or "weren't".
    Wasnt = "wasnt",
    /// "does" or "do".
    Does = "does",
    /// "doesn't" or "don't".
    Doesnt = "doesnt",
    /// "it" or "they".
    It = "it",
    /// "it" or "them".
    Them = "them",
    /// The verb's "s", or nothing.
    S = "s",
    /// What happened, as a clause.
    Clause = "clause",
    /// What is not known yet, as an indirect question.
    Unknown = "unknown",
    /// The team that finds out: "our Payments team".
    Team = "team",
    /// The latest moment of the next word. A phrase says "by {when}", and the `by` goes where it is not said: "by 2 pm
    /// today", "within two hours".
    When = "when",
    /// A link.
    Link = "link",
    /// How late it was, in the customer's words: "50 minutes".
    Late = "late",
    /// Since when, in the customer's words: "since Thursday".
    Since = "since",
    /// What a post shows that it should not.
    Shown = "shown",
    /// "it" or "them", for what a post shows.
    ShownIt = "shown_it",
    /// The way into private: "a private message".
    Way = "way",
    /// The one question of a reply.
    Ask = "ask",
    /// The organisation's own address, form or number.
    Contact = "contact",
    /// How often they wrote: "three times".
    Times = "times",
    /// When somebody is back: "at 9 am tomorrow".
    Back = "back",
    /// What the customer sends in private: "your order number".
    Needed = "needed",
    /// What the customer just gave, by its kind: "your booking code".
    Given = "given",
}

/// What fills the slots for one message.
#[derive(Clone, Debug, Default)]
pub(crate) struct Slots<'a> {
    values: [Option<Cow<'a, str>>; Slot::ALL.len()],
    known: u32,
}

impl<'a> Slots<'a> {
    /// Fills a slot; an empty value leaves it empty.
    pub(crate) fn set(&mut self, slot: Slot, value: impl Into<Cow<'a, str>>) {
        let value = Some(value.into()).filter(|value| !value.is_empty());
        self.known = if value.is_some() { self.known | slot.bit() } else { self.known & !slot.bit() };
        self.values[slot as usize] = value;
    }

    /// The same with one more slot filled.
    pub(crate) fn with<'b>(&'b self, slot: Slot, value: impl Into<Cow<'b, str>>) -> Slots<'b> {
        let mut slots = self.view();
        slots.set(slot, value);
        slots
    }

    /// The same, borrowed.
    pub(crate) fn view(&self) -> Slots<'_> {
        let values = std::array::from_fn(|at| self.values[at].as_deref().map(Cow::Borrowed));
        Slots { values, known: self.known }
    }

    /// The slots that are filled, one bit each.
    pub(crate) fn known(&self) -> u32 {
        self.known
    }

    /// What fills a slot.
    pub(crate) fn get(&self, slot: Slot) -> Option<&str> {
        self.values[slot as usize].as_deref()
    }
}
