//! Where the answer belongs.

use super::labels;

labels! {
    /// Where the answer belongs, by what it has to say.
    Route, "route" {
        /// It can be answered in the open, without the customer's own data.
        Public = "public",
        /// It needs or shows personal data, or the matter is delicate.
        Private = "private",
        /// No reply is needed; keep an eye on it.
        None = "none",
    }
}
