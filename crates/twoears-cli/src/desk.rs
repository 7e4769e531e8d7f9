//! Builds the desk that the flags describe.

use std::path::Path;

use jiff::Timestamp;
use twoears::{Brand, CustomHead, Desk, Knowledge, MODEL_BYTES, Model, SETTINGS_BYTES};

use crate::args::DeskArgs;
use crate::fail::Fail;

pub(crate) fn build(args: &DeskArgs) -> Result<Desk, Fail> {
    let mut builder = Desk::builder();
    if let Some(path) = &args.brand {
        builder = builder.brand(brand(path)?);
    }
    if let Some(path) = &args.kb {
        let knowledge = Knowledge::from_path(path)
            .map_err(|error| Fail::settings(format!("{}: {error}", path.display())))?;
        builder = builder.knowledge(knowledge);
    }
    if let Some(path) = &args.heads {
        let heads = read(path, MODEL_BYTES)?;
        let model = Model::from_bytes(twoears::default_encoder().to_vec(), heads);
        builder =
            builder.model(model.map_err(|error| Fail::settings(format!("{}: {error}", path.display())))?);
    }
    for path in &args.custom {
        let head = CustomHead::from_bytes(read(path, twoears::custom::MOST_BYTES as u64)?);
        builder =
            builder.custom(head.map_err(|error| Fail::settings(format!("{}: {error}", path.display())))?);
    }
    Ok(builder.build()?)
}

/// Settings from a file.
pub(crate) fn brand(path: &Path) -> Result<Brand, Fail> {
    let text = String::from_utf8(read(path, SETTINGS_BYTES)?).map_err(|e| Fail::file(path, &e))?;
    Brand::from_toml(&text).map_err(|error| Fail::settings(format!("{}: {error}", path.display())))
}

/// Reads a file, but not one larger than `most` bytes.
pub(crate) fn read(path: &Path, most: u64) -> Result<Vec<u8>, Fail> {
    twoears::read_capped(path, most).map_err(|error| Fail::file(path, &error))
}

/// The time to decide for: the flag's, else the clock's.
#[expect(clippy::disallowed_methods, reason = "the command is where time comes in")]
pub(crate) fn now(args: &DeskArgs) -> Timestamp {
    args.now.unwrap_or_else(Timestamp::now)
}
