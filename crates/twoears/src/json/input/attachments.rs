//! What came with it.

use serde_json::Value;
use twoears_core::{Attachment, AttachmentKind, Label as _};

use super::fields::Fields;
use crate::Error;

/// A kind that is not known counts as other.
pub(super) fn attachments(items: &[Value]) -> Result<Vec<Attachment>, Error> {
    let read = |(place, item): (usize, &Value)| {
        let fields = Fields::item(item, "attachments", place)?;
        let kind = fields.text("kind")?.unwrap_or_default();
        let kind = AttachmentKind::parse(kind).unwrap_or(AttachmentKind::Other);
        Ok(Attachment { kind, title: fields.text("title")?.map(str::to_owned) })
    };
    items.iter().enumerate().map(read).collect()
}
