//! Reading files that somebody else wrote: never more than was agreed on.

use std::io::{self, Read as _};
use std::path::Path;

/// Settings files beyond this are refused before they are parsed.
pub const SETTINGS_BYTES: u64 = 1 << 20;
/// And files of heads.
pub const MODEL_BYTES: u64 = 64 << 20;

/// Reads a whole file, but not one of more than `most` bytes.
///
/// # Errors
/// When it cannot be opened or read, or is larger.
///
/// ```
/// let error = twoears::read_capped("Cargo.toml", 3).unwrap_err();
/// assert!(error.to_string().contains("more than 3 bytes"));
/// ```
pub fn read_capped(path: impl AsRef<Path>, most: u64) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    std::fs::File::open(path)?.take(most + 1).read_to_end(&mut bytes)?;
    if bytes.len() as u64 > most {
        return Err(io::Error::other(format!("more than {most} bytes; that much is not read")));
    }
    Ok(bytes)
}
