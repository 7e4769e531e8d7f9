//! The knowledge base: a folder of Markdown files, one question and its answer in each, or JSON lines, one article a
//! line.
//!
//! ```text
//! +++
//! intents = ["product.info"]          # what it answers; any number of intents
//! link = "https://…"                  # where to read more
//! valid_from = "2026-09-01"           # not used before, nor after `valid_until`
//! audience = "public"                 # or "private": only for replies that the customer alone can read
//! note = "…"                          # a word to the agent, never in a draft
//! +++
//! # Can I take my bike?
//! Also asked:
//! - Does a bike have to be boxed?
//!
//! Yes, a bike goes in the hold.         (whole sentences; a reply takes as many as fit)
//!
//! ## Steps
//! 1. Turn the handlebars.
//! ```
//!
//! As a line of JSON: `{"id": "bikes", "question": "Can I take my bike?", "answer": "Yes, a bike goes in the hold.",
//! "also_asked": ["Does a bike have to be boxed?"], "steps": ["Turn the handlebars."], "intents": ["product.info"]}`, with
//! the other fields of the front matter by the same names. A field that is not known is an error.

mod article;
mod evidence;
mod fields;
mod index;
mod lines;
mod load;
mod markdown;
mod search;
mod sentences;
mod vectors;
mod words;

pub use article::Article;
pub use evidence::Evidence;
pub use vectors::Encode;
pub(crate) use words::terms;

use std::path::Path;
use std::sync::Arc;

use jiff::civil::Date;
use twoears_core::Intent;

use crate::{Audience, Error};
use index::Index;
use vectors::Vectors;

/// From this probability on an article is taken for an answer. Chosen on `examples/inbox.jsonl`, where no wrong article
/// is taken from 0.3 on, and on the development splits of `benches/RETRIEVAL.md`.
pub const ENOUGH: f32 = 0.4;

/// Articles and what is needed to find one: built once, shared by all threads.
#[derive(Clone, Debug, Default)]
pub struct Knowledge {
    articles: Vec<Article>,
    index: Index,
    vectors: Option<Vectors>,
    /// Is there an article that the customer alone may read?
    private: bool,
}

/// An article that answers a message, how sure that is, and which of its sentences do so best.
#[derive(Clone, Debug)]
pub struct Answer<'a> {
    /// The article.
    pub article: &'a Article,
    /// How probable it is that it answers the message, 0 to 1.
    pub probability: f32,
    /// What that rests on.
    pub evidence: Evidence,
    /// The way to ask that comes nearest: 0 is the question, 1 the first of [`Article::also_asked`].
    pub way: usize,
    /// Places in [`Article::sentences`] of those that take up the message, the most telling one first.
    pub ranked: Vec<usize>,
}

impl Knowledge {
    /// No articles: every question is then an honest "I don't know yet".
    pub fn empty() -> Self {
        Self::default()
    }

    /// The `*.md` and `*.jsonl` files of a folder in the order of their names, or one such file.
    ///
    /// ```
    /// use twoears_drafts::Knowledge;
    /// let file = std::env::temp_dir().join("twoears-example-answers.jsonl");
    /// std::fs::write(&file, r#"{"id": "hours", "question": "When are you open?", "answer": "From 9 to 5."}"#)?;
    /// assert_eq!(Knowledge::from_path(&file)?.articles()[0].name, "hours");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    /// When something cannot be read or is neither a folder nor such a file, a Markdown file or a line is larger than
    /// 1 MiB or no UTF-8, there are more than 100,000 articles, two lines have one `id`, or an article is not written
    /// as it should be. The error names the file, the line and the field, and never shows what stands in it.
    pub fn from_path(path: impl AsRef<Path>) -> Result<Self, Error> {
        Ok(Self::of(load::articles(path.as_ref())?))
    }

    /// As [`Knowledge::from_path`], for a folder.
    ///
    /// # Errors
    /// As [`Knowledge::from_path`], and when the path is no folder.
    pub fn from_dir(path: impl AsRef<Path>) -> Result<Self, Error> {
        let path = path.as_ref();
        std::fs::read_dir(path).map_err(|error| Error::read(path, error))?;
        Self::from_path(path)
    }

    /// Articles given as name and Markdown text.
    ///
    /// ```
    /// use twoears_core::Intent;
    /// use twoears_drafts::{Audience, Knowledge};
    /// let text = "+++\nintents = ['visit.info']\n+++\n# When are you open?\nAlso asked:\n- opening hours\n\nWe are open from 9 to 5.";
    /// let knowledge = Knowledge::from_articles([("hours.md".to_owned(), text.to_owned())])?;
    /// let today = "2026-11-22".parse()?;
    /// let answer = knowledge.find("when do you open tomorrow?", Intent::VisitInfo, today, Audience::Public);
    /// assert_eq!(answer.unwrap().article.sentences, ["We are open from 9 to 5."]);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    /// When an article is not written as it should be; the error names it and the line.
    pub fn from_articles(articles: impl IntoIterator<Item = (String, String)>) -> Result<Self, Error> {
        let parse = |(name, text): (String, String)| markdown::parse(&name, &text);
        Ok(Self::of(articles.into_iter().map(parse).collect::<Result<_, Error>>()?))
    }

    /// Articles given as JSON lines, for which `name` stands in errors.
    ///
    /// # Errors
    /// When a line is no article; the error names the line and the field.
    pub fn from_lines(name: &str, text: &str) -> Result<Self, Error> {
        let lines = text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty());
        let parse = |(at, line): (usize, &str)| lines::parse(name, at + 1, line);
        Ok(Self::of(lines.map(parse).collect::<Result<_, Error>>()?))
    }

    fn of(articles: Vec<Article>) -> Self {
        let index = Index::new(&articles);
        let private = articles.iter().any(|article| article.audience == Audience::Private);
        Self { articles, index, vectors: None, private }
    }

    /// The same articles, found by meaning too. `encode` gives the vector of a text and is asked once for each way to
    /// ask now, and once for each message later. A desk does this with its own model.
    pub fn embedded(mut self, encode: Arc<Encode>) -> Self {
        self.vectors = (!self.articles.is_empty()).then(|| Vectors::new(&self.articles, encode));
        self
    }

    /// Is there an article that the customer alone may read? Without one, everybody is answered alike.
    pub(crate) fn has_private(&self) -> bool {
        self.private
    }

    /// All articles.
    pub fn articles(&self) -> &[Article] {
        &self.articles
    }

    /// The article that answers a message, or none: a wrong answer is worse than an honest "I don't know yet".
    ///
    /// It is the first of [`Knowledge::search`], if that is at least as probable as [`ENOUGH`].
    pub fn find(&self, text: &str, intent: Intent, today: Date, audience: Audience) -> Option<Answer<'_>> {
        let best = self.search(text, intent, today, audience, 1).pop()?;
        (best.probability >= ENOUGH).then_some(best)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn article(head: &str, body: &str) -> (String, String) {
        ("a.md".to_owned(), format!("+++\n{head}\n+++\n{body}"))
    }

    #[test]
    fn expired_and_private_articles_are_not_used_in_the_open() {
        let body = "# Is there a student discount?\nAlso asked:\n- student price\n\nStudents get 30% off.";
        let find = |head: &str, audience| {
            let knowledge = Knowledge::from_articles([article(head, body)]).unwrap();
            let today = "2026-11-22".parse().unwrap();
            knowledge.find("what is the student discount", Intent::BillingPrice, today, audience).is_some()
        };
        assert!(find("intents = ['billing.price']", Audience::Public));
        assert!(!find("intents = ['billing.price']\nvalid_until = '2026-11-21'", Audience::Public));
        assert!(!find("intents = ['billing.price']\nvalid_from = '2026-11-23'", Audience::Public));
        assert!(!find("intents = ['billing.price']\naudience = 'private'", Audience::Public));
        assert!(find("intents = ['billing.price']\naudience = 'private'", Audience::Private));
    }

    #[test]
    fn other_matters_find_nothing() {
        let body = "# Is there wifi on board?\n\nAll coaches have free wifi.";
        let knowledge = Knowledge::from_articles([article("intents = ['product.info']", body)]).unwrap();
        let today = "2026-11-22".parse().unwrap();
        for query in ["", "do you sell umbrellas?", "is there a board meeting", "👍"] {
            assert!(knowledge.find(query, Intent::ProductInfo, today, Audience::Public).is_none(), "{query}");
        }
    }

    #[test]
    fn a_folder_that_is_not_there_is_an_error() {
        assert!(Knowledge::from_dir("/nonexistent/kb").unwrap_err().is_read());
    }
}
