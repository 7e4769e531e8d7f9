//! How often each rule's claims are right on labelled rows.

use std::collections::BTreeMap;

use super::row::Row;
use crate::analyze::Precision;
use crate::analyze::rules::Found;
use crate::label::Route;

/// Counts of right and wrong claims by rule.
#[derive(Default)]
pub(super) struct Trust(BTreeMap<&'static str, Counts>);

#[derive(Default)]
struct Counts {
    fired: u32,
    /// Right and asked, by claim.
    claims: BTreeMap<&'static str, (u32, u32)>,
}

impl Trust {
    /// Holds what the rules claimed against the row's labels.
    pub(super) fn count(&mut self, row: &Row, found: &[Found]) {
        for Found { original, claims, .. } in found {
            let counts = self.0.entry(original.rule.0).or_default();
            counts.fired += 1;
            let mut hold = |claim: &'static str, right: Option<bool>| {
                if let Some(right) = right {
                    let (hits, asked) = counts.claims.entry(claim).or_default();
                    *hits += u32::from(right);
                    *asked += 1;
                }
            };
            let labelled = |any: bool, right: bool| any.then_some(right);
            hold(
                "intent",
                claims.intent.and_then(|c| labelled(!row.intent.is_empty(), row.intent.contains(&c))),
            );
            hold(
                "urgency",
                claims.urgency.and_then(|floor| {
                    labelled(!row.urgency.is_empty(), row.urgency.iter().any(|&urgency| urgency <= floor))
                }),
            );
            hold(
                "escalate",
                claims.escalate.and_then(|claim| row.escalate.map(|escalate| escalate == claim)),
            );
            let reply = row.route.map(|route| route != Route::None);
            hold("needs_reply", claims.needs_reply.and_then(|claim| reply.map(|reply| reply == claim)));
            let private =
                row.route.filter(|route| *route != Route::None).map(|route| route == Route::Private);
            hold("private", claims.private.and_then(|claim| private.map(|private| private == claim)));
        }
    }

    /// Precision by rule and claim, smoothed by one row right and one wrong.
    pub(super) fn precision(&self) -> BTreeMap<String, Precision> {
        let smoothed = |(hits, asked): (u32, u32)| (hits as f32 + 1.0) / (asked as f32 + 2.0);
        let of = |counts: &Counts| Precision {
            fired: counts.fired,
            right: counts
                .claims
                .iter()
                .map(|(claim, count)| ((*claim).to_owned(), smoothed(*count)))
                .collect(),
        };
        self.0.iter().map(|(rule, counts)| ((*rule).to_owned(), of(counts))).collect()
    }
}
