//! Model bytes: tensors by name out of a safetensors file, kept where they are.

use std::ops::Range;
use std::sync::Arc;

use safetensors::{Dtype, SafeTensors};
use serde::de::DeserializeOwned;

use crate::Error;

/// The one metadata key; its value is JSON.
pub(crate) const KEY: &str = "twoears";

/// Bytes that live as long as the model: compiled in, or read by the caller.
#[derive(Clone)]
pub(crate) enum Bytes {
    Static(&'static [u8]),
    Shared(Arc<[u8]>),
}

impl Bytes {
    pub(crate) fn all(&self) -> &[u8] {
        match self {
            Self::Static(bytes) => bytes,
            Self::Shared(bytes) => bytes,
        }
    }
}

/// A byte tensor that is used in place.
#[derive(Clone)]
pub(crate) struct ByteTensor {
    bytes: Bytes,
    range: Range<usize>,
}

impl ByteTensor {
    pub(crate) fn get(&self) -> &[u8] {
        &self.bytes.all()[self.range.clone()]
    }

    /// Row `row` of `width` bytes; empty past the end.
    pub(crate) fn row(&self, row: usize, width: usize) -> &[u8] {
        self.get().get(row * width..(row + 1) * width).unwrap_or(&[])
    }
}

/// An opened file of tensors.
pub(crate) struct Tensors<'a> {
    what: &'static str,
    bytes: &'a Bytes,
    file: SafeTensors<'a>,
}

impl<'a> Tensors<'a> {
    pub(crate) fn open(what: &'static str, bytes: &'a Bytes) -> Result<Self, Error> {
        let file = SafeTensors::deserialize(bytes.all())
            .map_err(|error| Error::model(format!("{what} is no safetensors file: {error}")))?;
        Ok(Self { what, bytes, file })
    }

    /// The file's own description, as JSON under the one metadata key.
    pub(crate) fn metadata<T: DeserializeOwned>(&self) -> Result<T, Error> {
        let fail = |why: String| Error::model(format!("metadata of {}: {why}", self.what));
        let (_, header) =
            SafeTensors::read_metadata(self.bytes.all()).map_err(|error| fail(error.to_string()))?;
        let json = header
            .metadata()
            .as_ref()
            .and_then(|map| map.get(KEY))
            .ok_or_else(|| fail(format!("key `{KEY}` is missing")))?;
        serde_json::from_str(json).map_err(|error| fail(error.to_string()))
    }

    fn data(&self, name: &str, dtype: Dtype, shape: &[usize]) -> Result<&'a [u8], Error> {
        let fail = |why: String| Error::model(format!("tensor `{name}` of {}: {why}", self.what));
        let view = self.file.tensor(name).map_err(|error| fail(error.to_string()))?;
        if view.dtype() != dtype || (!shape.is_empty() && view.shape() != shape) {
            return Err(fail(format!("is {:?} {:?}, not {dtype:?} {shape:?}", view.dtype(), view.shape())));
        }
        Ok(view.data())
    }

    /// A byte tensor of that shape (any, when empty), used in place.
    pub(crate) fn in_place(&self, name: &str, shape: &[usize]) -> Result<ByteTensor, Error> {
        let data = self.data(name, Dtype::U8, shape)?;
        let whole = self.bytes.all();
        // The view lies within the file, so its distance from the start is where it begins.
        let start = data.as_ptr() as usize - whole.as_ptr() as usize;
        Ok(ByteTensor { bytes: self.bytes.clone(), range: start..start + data.len() })
    }

    /// Whole numbers of that shape, copied.
    pub(crate) fn whole_numbers(&self, name: &str, shape: &[usize]) -> Result<Vec<u32>, Error> {
        let data = self.data(name, Dtype::U32, shape)?;
        Ok(data.as_chunks::<4>().0.iter().map(|bytes| u32::from_le_bytes(*bytes)).collect())
    }

    /// Floats of that shape, copied; all of them finite.
    pub(crate) fn floats(&self, name: &str, shape: &[usize]) -> Result<Vec<f32>, Error> {
        let data = self.data(name, Dtype::F32, shape)?;
        let floats: Vec<f32> =
            data.as_chunks::<4>().0.iter().map(|bytes| f32::from_le_bytes(*bytes)).collect();
        if floats.iter().any(|value| !value.is_finite()) {
            return Err(Error::model(format!(
                "tensor `{name}` of {} holds a value that is not finite",
                self.what
            )));
        }
        Ok(floats)
    }
}
