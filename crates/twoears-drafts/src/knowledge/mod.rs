//! The knowledge base: a folder of Markdown files, one question and its answer in each.
//!
//! ```text
//! +++
//! intents = ["product.info"]          # what it answers; any number of intents
//! link = "https://…"                  # where to read more
//! valid_from = "2026-09-01"           # not used before, nor after `valid_until`
//! audience = "public"                 # or "private": only for replies that the customer alone can read
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

mod article;
mod index;
mod words;

pub use article::Article;
pub(crate) use words::terms;

use std::path::Path;

use jiff::civil::Date;
use twoears_core::Intent;

use crate::{Audience, Error};
use index::Index;

/// The largest article that is read, in bytes.
const ARTICLE_BYTES: u64 = 1 << 20;

/// Articles and what is needed to find one: built once, shared by all threads.
#[derive(Clone, Debug, Default)]
pub struct Knowledge {
    articles: Vec<Article>,
    index: Index,
}

/// An article that answers a message, and which of its sentences do so best.
#[derive(Clone, Debug)]
pub struct Answer<'a> {
    /// The article.
    pub article: &'a Article,
    /// How well it fits; from 1 up it is taken for an answer.
    pub score: f32,
    /// Places in [`Article::sentences`] of those that take up the message, the most telling one first.
    pub ranked: Vec<usize>,
}

impl Knowledge {
    /// No articles: every question is then an honest "I don't know yet".
    pub fn empty() -> Self {
        Self::default()
    }

    /// The `*.md` files of a folder, in the order of their names.
    ///
    /// # Errors
    /// When the folder or a file cannot be read, a file is larger than 1 MiB or no UTF-8, or an article is not
    /// written as it should be; the error names the file and the line.
    pub fn from_dir(path: impl AsRef<Path>) -> Result<Self, Error> {
        let path = path.as_ref();
        let entries = std::fs::read_dir(path).map_err(|error| Error::read(path, error))?;
        let mut files = Vec::new();
        for entry in entries {
            let file = entry.map_err(|error| Error::read(path, error))?.path();
            if file.extension().is_some_and(|ending| ending == "md") && file.is_file() {
                files.push(file);
            }
        }
        files.sort();
        let read = |file: &std::path::PathBuf| {
            let bytes = std::fs::metadata(file).map_err(|error| Error::read(file, error))?.len();
            if bytes > ARTICLE_BYTES {
                return Err(Error::read(file, format!("{bytes} bytes; the most is {ARTICLE_BYTES}")));
            }
            let text = std::fs::read_to_string(file).map_err(|error| Error::read(file, error))?;
            let name = file.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
            Ok((name, text))
        };
        Self::from_articles(files.iter().map(read).collect::<Result<Vec<_>, Error>>()?)
    }

    /// Articles given as name and text.
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
        let parse = |(name, text): (String, String)| Article::parse(&name, &text);
        let articles = articles.into_iter().map(parse).collect::<Result<Vec<_>, Error>>()?;
        let index = Index::new(&articles);
        Ok(Self { articles, index })
    }

    /// All articles.
    pub fn articles(&self) -> &[Article] {
        &self.articles
    }

    /// The article that answers a message, or none: a wrong answer is worse than an honest "I don't know yet".
    ///
    /// Articles outside their dates are never used, private ones only for a private reply. An article that names
    /// the intent needs less evidence in the words than one that does not.
    pub fn find(&self, query: &str, intent: Intent, today: Date, audience: Audience) -> Option<Answer<'_>> {
        let usable = |article: &Article| {
            article.is_valid(today) && (audience == Audience::Private || article.audience == Audience::Public)
        };
        let query = terms(query);
        let mut best: Option<(usize, f32)> = None;
        for (place, article) in self.articles.iter().enumerate().filter(|(_, article)| usable(article)) {
            let score = self.index.score(place, &query, article.intents.contains(&intent));
            if score >= 1.0 && best.is_none_or(|(_, least)| score > least) {
                best = Some((place, score));
            }
        }
        let (place, score) = best?;
        let article = &self.articles[place];
        Some(Answer { article, score, ranked: self.index.rank(article, &query) })
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
