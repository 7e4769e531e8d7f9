//! The JSON line: messages in, cases out. The shape is a contract; `docs/triage.schema.json` holds it.

mod clocks;
mod history;
mod input;
mod lint;
mod output;
mod part;
mod redact;

pub use input::{message, parse};
pub use lint::{Checked, checked, lint, lint_text};
#[cfg(feature = "adapters")]
pub use output::line_to;
pub use output::{Drafts, intent_name, line, rounded, value};
pub use part::hundredths;
pub use redact::{redact, redacted};
