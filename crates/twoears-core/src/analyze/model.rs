//! A model: an encoder and its heads, and how a message is read with them.

use super::bytes::Bytes;
use super::certainty::Certainty;
use super::encoder::{DIM, Encoder};
use super::features::ngrams;
use super::heads::{Heads, Scores};
use super::privacy::Given;
use super::reading::{self, Reading};
use super::signals::signals;
use super::{privacy, rules, steering};
use crate::corrections::Shifts;
use crate::listen::Heard;
use crate::{Error, Finding, Message};

/// An encoder with its heads. Built once, then read with from any number of threads.
pub struct Model {
    pub(super) encoder: Encoder,
    pub(crate) heads: Heads,
}

/// Everything that the heads see of a message.
pub(crate) struct Features {
    pub(crate) rows: Vec<u32>,
    pub(crate) vector: [f32; DIM],
    pub(crate) signals: Vec<f32>,
}

impl Model {
    /// A model from bytes that are compiled in; they are used where they are.
    ///
    /// # Errors
    /// When the bytes are not a model of this format; the error names the tensor or key.
    pub fn from_static(encoder: &'static [u8], heads: &'static [u8]) -> Result<Self, Error> {
        Self::open(&Bytes::Static(encoder), &Bytes::Static(heads))
    }

    /// A model from bytes that the caller read.
    ///
    /// # Errors
    /// When the bytes are not a model of this format; the error names the tensor or key.
    ///
    /// ```
    /// use twoears_core::Model;
    /// assert!(Model::from_bytes(vec![], vec![]).err().is_some_and(|error| error.is_model()));
    /// ```
    pub fn from_bytes(encoder: Vec<u8>, heads: Vec<u8>) -> Result<Self, Error> {
        Self::open(&Bytes::Shared(encoder.into()), &Bytes::Shared(heads.into()))
    }

    fn open(encoder: &Bytes, heads: &Bytes) -> Result<Self, Error> {
        let encoder = Encoder::open(encoder)?;
        let heads = Heads::open(heads)?;
        if heads.file.encoder != encoder.name() {
            let (want, got) = (&heads.file.encoder, encoder.name());
            return Err(Error::model(format!("heads were trained with encoder `{want}`, not `{got}`")));
        }
        Ok(Self { encoder, heads })
    }

    /// The model's name, as in the JSON line.
    pub fn name(&self) -> &str {
        self.encoder.name()
    }

    /// The encoder.
    pub fn encoder(&self) -> &Encoder {
        &self.encoder
    }

    /// What the heads file says of itself.
    pub fn about(&self) -> &super::heads::HeadsFile {
        &self.heads.file
    }

    /// Reads a message that was heard. Never fails.
    pub fn read(&self, message: &Message, heard: &Heard) -> Reading {
        self.read_with(message, heard, Certainty::default(), &Shifts::default(), &Given::default())
    }

    /// As [`Model::read`], with the certainty that the organisation asks for, what corrections change of the scores, and
    /// what the organisation told the recognizers of personal data.
    ///
    /// Rules speak after corrections, and those that call a person are never silenced by one.
    pub fn read_with(
        &self,
        message: &Message,
        heard: &Heard,
        certainty: Certainty,
        shifts: &Shifts,
        given: &Given,
    ) -> Reading {
        let findings = rules::find(message, heard);
        let private = privacy::find(message, heard, given);
        let mut scores = self.scores(&features(&self.encoder, heard, &rules::seen(&findings)));
        self.heads.shift(&mut scores, shifts);
        let mut reading = reading::assemble(self, heard, &scores, &findings, private, certainty, shifts);
        reading.findings.extend(steering::findings(heard));
        reading
    }

    /// The scores of a message before any correction.
    pub(crate) fn uncorrected(&self, message: &Message, heard: &Heard) -> Scores {
        let findings = rules::seen(&rules::find(message, heard));
        self.scores(&features(&self.encoder, heard, &findings))
    }

    pub(super) fn scores(&self, features: &Features) -> Scores {
        self.heads.scores(&features.rows, &features.vector, &features.signals)
    }
}

/// The features of a message; reading and fitting use this same code.
pub(crate) fn features(encoder: &Encoder, heard: &Heard, findings: &[Finding]) -> Features {
    let mut rows = Vec::with_capacity(heard.text().len() * 4);
    ngrams(heard, &mut rows);
    Features { rows, vector: encoder.encode(heard), signals: signals(heard, findings) }
}
