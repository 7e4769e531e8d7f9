//! Finding by meaning: a vector of every way to ask, one byte a number.

use std::sync::Arc;

use super::article::Article;

/// Gives the vector of a text: always as many numbers, of length 1, or all nought for a text that says nothing.
pub type Encode = dyn Fn(&str) -> Vec<f32> + Send + Sync;

/// The largest number of a byte.
const MOST: f32 = 127.0;

/// Vectors of all articles, and how a message gets its own.
#[derive(Clone)]
pub(super) struct Vectors {
    encode: Arc<Encode>,
    /// Numbers in a vector.
    dim: usize,
    rows: Vec<i8>,
    /// Per row: what its numbers are to be multiplied with.
    scales: Vec<f32>,
    /// Per article: its first row, that of the question. One more at the end.
    starts: Vec<u32>,
}

/// The vector of a message.
pub(super) struct Asked {
    row: Vec<i16>,
    scale: f32,
}

impl Vectors {
    pub(super) fn new(articles: &[Article], encode: Arc<Encode>) -> Self {
        let mut vectors = Self { encode, dim: 0, rows: Vec::new(), scales: Vec::new(), starts: vec![0] };
        for article in articles {
            for way in article.ways() {
                vectors.add(way);
            }
            vectors.starts.push(vectors.scales.len() as u32);
        }
        vectors
    }

    fn add(&mut self, text: &str) {
        let vector = (self.encode)(text);
        if self.scales.is_empty() {
            self.dim = vector.len();
        }
        let scale = scale(&vector);
        let byte = |at: usize| whole(vector.get(at).copied().unwrap_or(0.0), scale) as i8;
        self.rows.extend((0..self.dim).map(byte));
        self.scales.push(scale);
    }

    /// The vector of a message.
    pub(super) fn asked(&self, text: &str) -> Asked {
        let vector = (self.encode)(text);
        let scale = scale(&vector);
        let row = (0..self.dim).map(|at| whole(vector.get(at).copied().unwrap_or(0.0), scale)).collect();
        Asked { row, scale }
    }

    /// Rows in all.
    pub(super) fn len(&self) -> usize {
        self.scales.len()
    }

    /// The way to ask that is nearest, and its cosine with the message.
    pub(super) fn near(&self, article: usize, asked: &Asked) -> (usize, f32) {
        let (first, end) = (self.starts[article] as usize, self.starts[article + 1] as usize);
        let mut best = (0, f32::MIN);
        for row in first..end {
            let cosine = self.cosine(row, asked);
            if cosine > best.1 {
                best = (row - first, cosine);
            }
        }
        best
    }

    fn cosine(&self, row: usize, asked: &Asked) -> f32 {
        let own = &self.rows[row * self.dim..(row + 1) * self.dim];
        let sum: i32 = own
            .iter()
            .zip(&asked.row)
            .map(|(own, asked)| i32::from(i16::from(*own)) * i32::from(*asked))
            .sum();
        sum as f32 * self.scales[row] * asked.scale
    }
}

/// What a byte counts for, so that the largest number is [`MOST`].
fn scale(vector: &[f32]) -> f32 {
    vector.iter().fold(0.0_f32, |most, number| most.max(number.abs())) / MOST
}

fn whole(number: f32, scale: f32) -> i16 {
    if scale > 0.0 { (number / scale).round() as i16 } else { 0 }
}

impl std::fmt::Debug for Vectors {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.debug_struct("Vectors").field("dim", &self.dim).field("rows", &self.len()).finish_non_exhaustive()
    }
}
