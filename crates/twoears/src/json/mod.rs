//! The JSON line: messages in, cases out. The shape is a contract; `docs/triage.schema.json` holds it.

mod input;
mod lint;
mod output;
mod redact;
mod surrogates;

pub use input::{message, parse};
pub use lint::{Checked, checked, lint, lint_text};
pub use output::{Drafts, intent_name, line, rounded, value};
pub use redact::{redact, redacted};
