//! What an organisation tells the recognizers.

use super::contacts::Contacts;
use super::own::OwnRecognizers;
use crate::Country;

/// What is known beside the text. Built once with the settings and borrowed for each message.
///
/// ```
/// use twoears_core::{Message, analyze::privacy::{self, Given}, listen};
/// let given = Given { home: Some("GB".parse()?), ..Given::default() };
/// let heard = listen::hear("call me on 020 7946 0018");
/// assert_eq!(privacy::find(&Message::new("call me on 020 7946 0018"), &heard, &given).len(), 1);
/// # Ok::<(), twoears_core::Error>(())
/// ```
#[derive(Clone, Debug, Default)]
pub struct Given {
    /// Where the organisation is at home: numbers without a country code are read as this country's.
    pub home: Option<Country>,
    /// Its own recognizers: they know its numbers, and go before the built-in ones.
    pub own: OwnRecognizers,
    /// Its own addresses and numbers: not a customer's data.
    pub contacts: Contacts,
}
