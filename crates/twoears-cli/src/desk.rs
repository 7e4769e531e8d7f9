//! Builds the desk that the flags describe.

use std::fs;
use std::path::Path;

use jiff::Timestamp;
use twoears::{Brand, Desk, Knowledge, Model};

use crate::args::DeskArgs;
use crate::fail::Fail;

/// Settings files beyond this are refused before they are parsed.
const SETTINGS_BYTES: u64 = 1 << 20;
/// And models.
const MODEL_BYTES: u64 = 64 << 20;

pub(crate) fn build(args: &DeskArgs) -> Result<Desk, Fail> {
    let mut builder = Desk::builder();
    if let Some(path) = &args.brand {
        let text = String::from_utf8(read(path, SETTINGS_BYTES)?).map_err(|e| Fail::file(path, &e))?;
        let brand = Brand::from_toml(&text)
            .map_err(|error| Fail::settings(format!("{}: {error}", path.display())))?;
        builder = builder.brand(brand);
    }
    if let Some(path) = &args.kb {
        let knowledge = Knowledge::from_dir(path)
            .map_err(|error| Fail::settings(format!("{}: {error}", path.display())))?;
        builder = builder.knowledge(knowledge);
    }
    if let Some(path) = &args.heads {
        let heads = read(path, MODEL_BYTES)?;
        let model = Model::from_bytes(twoears::default_encoder().to_vec(), heads);
        builder =
            builder.model(model.map_err(|error| Fail::settings(format!("{}: {error}", path.display())))?);
    }
    Ok(builder.build()?)
}

/// Reads a file, but not one larger than `most` bytes.
pub(crate) fn read(path: &Path, most: u64) -> Result<Vec<u8>, Fail> {
    let size = fs::metadata(path).map_err(|error| Fail::file(path, &error))?.len();
    if size > most {
        return Err(Fail::file(path, &format!("{size} bytes; at most {most} are read")));
    }
    fs::read(path).map_err(|error| Fail::file(path, &error))
}

/// The time to decide for: the flag's, else the clock's.
#[expect(clippy::disallowed_methods, reason = "the command is where time comes in")]
pub(crate) fn now(args: &DeskArgs) -> Timestamp {
    args.now.unwrap_or_else(Timestamp::now)
}
