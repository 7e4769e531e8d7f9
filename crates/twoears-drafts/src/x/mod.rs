//! X's own rules, as its open library twitter-text has them: what is a link, a mention, a hashtag, a cashtag, and how
//! long a post is. Every vector of its conformance suite passes (`tests/it/x.rs`). Each function is linear in the text.

mod cashtag;
mod chars;
mod hashtag;
mod host;
mod mention;
mod path;
mod punycode;
mod tld;
mod url;
mod valid;
mod weight;

pub use cashtag::cashtags;
pub use hashtag::hashtags;
pub use mention::{Mention, mentions, reply_to};
pub use url::urls;
pub use valid::{is_hashtag, is_list, is_url, is_username};
pub use weight::{Counting, Weighted, weigh};
