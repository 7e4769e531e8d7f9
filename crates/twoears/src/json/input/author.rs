//! Who wrote it.

use twoears_core::{Author, AuthorKind, Label as _};

use super::fields::Fields;
use crate::Error;

pub(super) fn author(fields: &Fields<'_>) -> Result<Author, Error> {
    let text = |key| fields.text(key).map(|text| text.map(str::to_owned));
    let kind = match fields.text("kind")? {
        None | Some("") => AuthorKind::Unknown,
        Some(name) => AuthorKind::parse(name)
            .map_err(|_| Error::input("`author.kind` is none of customer, agent, bot, unknown"))?,
    };
    Ok(Author {
        id: fields.label("id")?,
        name: text("name")?,
        handle: text("handle")?,
        followers: fields.count("followers")?,
        vip: fields.yes("vip")?.unwrap_or(false),
        verified: fields.yes("verified")?,
        first_seen: fields.time("first_seen")?,
        kind,
    })
}
