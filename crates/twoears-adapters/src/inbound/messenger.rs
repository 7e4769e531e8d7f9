//! Messenger: what people write to a page, in `messaging[]` of the page's webhook.
//!
//! Shape, traps and their source: [`meta::messaging`]. The page's webhook also brings comments, which come as items of
//! Facebook ([`meta::page`]). Address: `page_id`, `recipient_id` (the customer's page-scoped id), and `standby` where another
//! app holds the conversation.

use super::{Parsed, meta};
use crate::{Error, Settings};

pub(crate) fn parse(payload: &[u8], settings: &Settings) -> Result<Parsed, Error> {
    meta::page::parse(payload, settings)
}
