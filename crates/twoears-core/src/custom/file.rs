//! The file of a custom head: safetensors with one JSON key, checked before anything is believed.

use std::sync::Arc;

#[cfg(feature = "learn")]
use safetensors::tensor::Dtype;
use sha2::{Digest as _, Sha256};

use super::head::{CustomHead, Tensors};
use super::meta::Meta;
use crate::Error;
use crate::analyze::bytes::{Bytes, Tensors as Opened};

/// Larger files are refused before they are parsed.
pub const MOST_BYTES: usize = 256 << 20;
/// And longer descriptions: a thousand labels of the longest kind fit.
const HEADER_BYTES: u64 = 1 << 20;

impl CustomHead {
    /// A head from the bytes of its file.
    ///
    /// # Errors
    /// When the bytes are no custom head of this format, are damaged, or are too many; the error names the key or tensor.
    ///
    /// ```
    /// use twoears_core::CustomHead;
    /// assert!(CustomHead::from_bytes(vec![0; 99]).unwrap_err().is_model());
    /// ```
    pub fn from_bytes(bytes: Vec<u8>) -> Result<Self, Error> {
        let fail = |why: String| Error::model(format!("custom head: {why}"));
        if bytes.len() > MOST_BYTES {
            return Err(fail(format!("{} bytes; at most {MOST_BYTES} are read", bytes.len())));
        }
        let header = bytes.first_chunk::<8>().map(|length| u64::from_le_bytes(*length));
        match header {
            None => return Err(fail(format!("{} bytes; it is cut off or no head", bytes.len()))),
            Some(length) if length > HEADER_BYTES => {
                return Err(fail(format!(
                    "its description would have {length} bytes; it is damaged or no head"
                )));
            }
            Some(_) => {}
        }
        let bytes: Arc<[u8]> = bytes.into();
        let kept = Bytes::Shared(bytes.clone());
        let opened = Opened::open("custom head", &kept)?;
        // What kind of file it is comes first: another kind has other keys.
        let kind: serde_json::Value = opened.metadata()?;
        if kind.get("kind").is_none() {
            return Err(fail(
                "it has no `kind`: a file of default heads goes to `heads`, not to `custom`".to_owned(),
            ));
        }
        let mut meta: Meta = opened.metadata()?;
        meta.check()?;
        let said = std::mem::take(&mut meta.checksum);
        let start = 8 + header.unwrap_or(0) as usize;
        if said != checksum(&meta, bytes.get(start..).unwrap_or_default())? {
            return Err(fail(
                "the checksum does not fit: the file is damaged; copy or learn it again".to_owned(),
            ));
        }
        meta.checksum = said;
        let (rows, width) = (meta.rows, meta.labels.len());
        let tensors = Tensors {
            index: opened.whole_numbers("index", &[rows])?,
            rarity: opened.floats("rarity", &[rows])?,
            rows: opened.in_place("rows", &[rows, width])?,
            row_scale: opened.floats("row_scale", &[rows])?,
            dense: opened.in_place("dense", &[meta.numbers(), width])?,
            dense_scale: opened.floats("dense_scale", &[meta.numbers()])?,
            bias: opened.floats("bias", &[width])?,
        };
        Self::of(meta, tensors, bytes)
    }

    /// The bytes of its file.
    pub fn to_bytes(&self) -> &[u8] {
        &self.0.bytes
    }
}

/// SHA-256 of the description (without the checksum itself) and of all tensors, in hexadecimal digits.
pub(super) fn checksum(meta: &Meta, tensors: &[u8]) -> Result<String, Error> {
    let json = serde_json::to_vec(meta).map_err(|error| Error::model(format!("custom head: {error}")))?;
    let digest = Sha256::new().chain_update(json).chain_update(tensors).finalize();
    let mut digits = String::with_capacity(2 * digest.len());
    for byte in digest {
        for half in [byte >> 4, byte & 0xf] {
            digits.extend(char::from_digit(half.into(), 16));
        }
    }
    Ok(digits)
}

/// Tensors as they are written: name, kind, shape, bytes.
#[cfg(feature = "learn")]
pub(super) type Written = Vec<(&'static str, Dtype, Vec<usize>, Vec<u8>)>;

/// Writes the file of a head.
#[cfg(feature = "learn")]
pub(super) fn write(mut meta: Meta, tensors: &Written) -> Result<Vec<u8>, Error> {
    use safetensors::tensor::TensorView;
    let fail = |error: String| Error::training(format!("custom head cannot be written: {error}"));
    let file = |meta: &Meta| {
        let json = serde_json::to_string(meta).map_err(|error| fail(error.to_string()))?;
        // One key alone: the order of several would not be the same twice.
        let metadata = std::collections::HashMap::from([(crate::analyze::KEY.to_owned(), json)]);
        let mut views = Vec::new();
        for (name, dtype, shape, data) in tensors {
            let view =
                TensorView::new(*dtype, shape.clone(), data).map_err(|error| fail(error.to_string()))?;
            views.push((*name, view));
        }
        safetensors::serialize(views, Some(metadata)).map_err(|error| fail(error.to_string()))
    };
    meta.checksum = String::new();
    let draft = file(&meta)?;
    let length = draft.first_chunk::<8>().map_or(0, |length| u64::from_le_bytes(*length)) as usize;
    meta.checksum = checksum(&meta, draft.get(8 + length..).unwrap_or_default())?;
    file(&meta)
}
