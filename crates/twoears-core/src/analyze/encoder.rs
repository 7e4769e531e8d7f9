//! The shared encoder: one vector a word piece, four bits a number; a text is the normalised sum.

use serde::Deserialize;

use super::bytes::{ByteTensor, Bytes, Tensors};
use crate::listen::{Heard, Piece, WordPieces};
use crate::{Error, Span};

/// Numbers in a vector.
pub const DIM: usize = 256;
/// Two numbers a byte: the low halves are numbers 0 to 127, the high halves 128 to 255.
const HALF: usize = DIM / 2;
/// What a half byte counts from: 0 to 15 stand for -8 to 7.
const ZERO: i32 = 8;
/// Word pieces of a message that are read; past this the sum no longer moves.
const PIECES_READ: usize = 4096;

#[derive(Deserialize)]
struct Meta {
    format: u32,
    dim: usize,
    name: String,
}

/// The static table that was distilled from a sentence encoder.
pub struct Encoder {
    name: String,
    pieces: WordPieces,
    table: ByteTensor,
    scale: Vec<f32>,
}

impl Encoder {
    pub(super) fn open(bytes: &Bytes) -> Result<Self, Error> {
        let tensors = Tensors::open("encoder", bytes)?;
        let meta: Meta = tensors.metadata()?;
        if meta.format != 1 || meta.dim != DIM {
            return Err(Error::model(format!(
                "encoder has format {} and {} dimensions",
                meta.format, meta.dim
            )));
        }
        let pieces = WordPieces::from_lines(tensors.in_place("vocab", &[])?.get())?;
        let table = tensors.in_place("table", &[pieces.len(), HALF])?;
        let scale = tensors.floats("scale", &[pieces.len()])?;
        Ok(Self { name: meta.name, pieces, table, scale })
    }

    /// The model's name, as in the JSON line.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Its word pieces.
    pub fn word_pieces(&self) -> &WordPieces {
        &self.pieces
    }

    /// The pieces of the writer's own words; spans are those of [`Heard::text`].
    pub fn pieces(&self, heard: &Heard) -> Vec<Piece> {
        let mut pieces = Vec::with_capacity(heard.text().len() / 3);
        for span in heard.words() {
            self.pieces.pieces(span.of(heard.text()), span.start, &mut pieces);
            if pieces.len() > PIECES_READ {
                pieces.truncate(PIECES_READ);
                break;
            }
        }
        pieces
    }

    /// The vector of a text: 256 numbers of length 1, or all nought when no piece is known.
    pub fn encode(&self, heard: &Heard) -> [f32; DIM] {
        let (mut sum, norm) = self.sum(&self.pieces(heard));
        if norm > 0.0 {
            for value in &mut sum {
                *value /= norm;
            }
        }
        sum
    }

    /// The sum of the rows of these pieces, and its length.
    pub(super) fn sum(&self, pieces: &[Piece]) -> ([f32; DIM], f32) {
        let mut sum = [0.0_f32; DIM];
        for piece in pieces {
            self.add(piece.id, &mut sum);
        }
        let norm = sum.iter().map(|value| value * value).sum::<f32>().sqrt();
        (sum, norm)
    }

    fn add(&self, id: u32, sum: &mut [f32; DIM]) {
        let row = self.table.row(id as usize, HALF);
        let scale = self.scale.get(id as usize).copied().unwrap_or(0.0);
        if scale == 0.0 {
            return;
        }
        let (low, high) = sum.split_at_mut(HALF);
        for ((byte, low), high) in row.iter().zip(low).zip(high) {
            *low += (i32::from(byte & 0xF) - ZERO) as f32 * scale;
            *high += (i32::from(byte >> 4) - ZERO) as f32 * scale;
        }
    }

    /// The row of one piece, and where it stands in the original, for explanations.
    pub(super) fn row(&self, piece: Piece, heard: &Heard) -> ([f32; DIM], Span) {
        let mut row = [0.0_f32; DIM];
        self.add(piece.id, &mut row);
        (row, heard.original(piece.span))
    }
}
