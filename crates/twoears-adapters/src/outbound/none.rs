//! Shapes that are the organisation's own: nobody but it knows where an answer goes.

use twoears_core::Audience;

use super::{Address, Request};
use crate::Error;

/// There is no request to write.
pub(crate) fn request(address: &Address, _text: &str, _audience: Audience) -> Result<Request, Error> {
    let name = address.platform.name();
    Err(Error::request(format!(
        "`{name}` has no request shape of its own: send the text by the system that it came from"
    )))
}
