//! A bar on stderr, for long files and people only.

use std::io::{self, IsTerminal as _};

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

use crate::input::Input;

/// Inputs below this many bytes are done before a bar could be read.
const BAR_FROM_BYTES: u64 = 1 << 20;

/// The bar of an input; hidden where nobody would see it.
pub(crate) fn of(input: &Input) -> ProgressBar {
    let Some(bytes) = input.bytes.filter(|bytes| *bytes >= BAR_FROM_BYTES && io::stderr().is_terminal())
    else {
        return ProgressBar::hidden();
    };
    let bar = ProgressBar::with_draw_target(Some(bytes), ProgressDrawTarget::stderr_with_hz(5));
    if let Ok(style) =
        ProgressStyle::with_template("{bar:40} {percent:>3} %  {bytes} of {total_bytes}  {eta} left")
    {
        bar.set_style(style);
    }
    bar
}
