//! From a message to the articles that may answer it, the best first.

use jiff::civil::Date;
use twoears_core::Intent;
use unicode_segmentation::UnicodeSegmentation as _;

use super::article::Article;
use super::evidence::Evidence;
use super::{Answer, Knowledge};
use crate::Audience;

/// So many articles are compared by meaning, the best by words; with no more rows than [`ROWS`] in all, every article is.
const CANDIDATES: usize = 48;
const ROWS: usize = 1024;
/// A message of several sentences may ask in one of them: so many of the nearest articles are compared with each of its
/// longest sentences too, at most so many, of so many words at the least.
const AGAIN: usize = 16;
const SENTENCES: usize = 4;
const WORDS: usize = 4;

/// An article's place, the nearest way to ask it by meaning, what speaks for it, and its score.
type Near = (usize, Option<usize>, Evidence, f32);

/// The best first; of equals, the first article.
fn sort(near: &mut [Near]) {
    near.sort_unstable_by(|one, other| other.3.total_cmp(&one.3).then(one.0.cmp(&other.0)));
}

/// The longest sentences of a text that has more than one.
fn parts(text: &str) -> Vec<&str> {
    let long = |part: &&str| part.split_whitespace().take(WORDS).count() == WORDS;
    let mut parts: Vec<&str> = text.split_sentence_bounds().map(str::trim).filter(long).collect();
    if parts.first().is_none_or(|part| part.len() == text.trim().len()) {
        return Vec::new();
    }
    parts.sort_by_key(|part| std::cmp::Reverse(part.len()));
    parts.truncate(SENTENCES);
    parts
}

impl Knowledge {
    /// The articles that come nearest to a message, at most `most` of them, the best first, each with the probability
    /// that it answers the message. Most of them do not: [`Knowledge::find`] gives the one that is taken.
    ///
    /// Articles outside their dates are left out, private ones where everybody reads along.
    ///
    /// ```
    /// use twoears_core::Intent;
    /// use twoears_drafts::{Audience, Knowledge};
    /// let text = "# When are you open?\n\nWe are open from 9 to 5.";
    /// let knowledge = Knowledge::from_articles([("hours.md".to_owned(), text.to_owned())])?;
    /// let near = knowledge.search("open today?", Intent::VisitInfo, "2026-11-22".parse()?, Audience::Public, 3);
    /// assert_eq!((near.len(), near[0].article.name.as_str()), (1, "hours.md"));
    /// assert_eq!(near[0].evidence.way, 1.0);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn search(
        &self,
        text: &str,
        intent: Intent,
        today: Date,
        audience: Audience,
        most: usize,
    ) -> Vec<Answer<'_>> {
        let query = self.index.query(text);
        let asked = self.vectors.as_ref().map(|vectors| vectors.asked(text));
        let bm25 = self.index.bm25(&query);
        let all = self.vectors.as_ref().is_some_and(|vectors| vectors.len() <= ROWS);
        let fits =
            |place: &usize| (all || bm25[*place] > 0.0) && self.articles[*place].is_for(audience, today);
        let mut places: Vec<usize> = (0..self.articles.len()).filter(fits).collect();
        if !all && places.len() > CANDIDATES {
            places.select_nth_unstable_by(CANDIDATES, |one, other| {
                bm25[*other].total_cmp(&bm25[*one]).then(one.cmp(other))
            });
            places.truncate(CANDIDATES);
        }
        let mut near: Vec<Near> = Vec::with_capacity(places.len());
        for place in places {
            let mut evidence = Evidence { bm25: bm25[place], ..Evidence::default() };
            let mut way = None;
            if let (Some(vectors), Some(asked)) = (&self.vectors, &asked) {
                let nearest = vectors.near(place, asked);
                evidence.cosine = nearest.1;
                way = Some(nearest.0);
            }
            let score = evidence.fused();
            near.push((place, way, evidence, score));
        }
        let usual = near.iter().map(|one| one.2.cosine).sum::<f32>() / near.len().max(1) as f32;
        sort(&mut near);
        if let Some(vectors) = &self.vectors {
            for part in parts(text) {
                let asked = vectors.asked(part);
                for (place, way, evidence, score) in near.iter_mut().take(AGAIN) {
                    let nearest = vectors.near(*place, &asked);
                    if nearest.1 > evidence.cosine {
                        evidence.cosine = nearest.1;
                        *way = Some(nearest.0);
                        *score = evidence.fused();
                    }
                }
            }
            sort(&mut near);
        }
        let (first, second) = (near.first().map_or(0.0, |one| one.3), near.get(1).map_or(0.0, |one| one.3));
        near.truncate(most);
        let finish = |(rank, (place, nearest, mut evidence, score)): (usize, Near)| {
            let article: &Article = &self.articles[place];
            let (way, share) = self.index.way(place, &query);
            evidence.way = share;
            evidence.usual = usual;
            evidence.margin = score - if rank == 0 { second } else { first };
            evidence.names_intent = f32::from(u8::from(article.intents.contains(&intent)));
            evidence.words = ((query.many + 1) as f32).ln();
            Answer {
                article,
                probability: evidence.probability(self.vectors.is_some()),
                evidence,
                way: nearest.unwrap_or(way),
                ranked: self.index.rank(place, &query),
            }
        };
        near.into_iter().enumerate().map(finish).collect()
    }
}
