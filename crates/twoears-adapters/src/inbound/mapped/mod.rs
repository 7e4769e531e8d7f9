//! Payloads and tables that an organisation shapes itself: a map says which path, or which column, holds what.
//!
//! In the settings a map is a table of `[inbound]`. A value is a path such as `data.comments.0.body` (names of objects, places
//! of lists from 0 on, `-1` for the last), several with ` | ` between them, of which the first that holds something counts,
//! or a constant after `=`:
//!
//! ```toml
//! [inbound.json]
//! text = "data.body | data.subject"
//! author.name = "data.from.name"   # written "author.name" = ...
//! channel = "=chat"
//! ```

mod build;
mod field;
mod plan;
mod walk;

pub(crate) use build::build;
pub(crate) use field::{FIELDS, Field};
pub(crate) use plan::{Plan, Shape, compile};
pub(crate) use walk::walk;

use std::sync::LazyLock;

use crate::Error;
use crate::read::Text;

/// The plan of the settings, else the platform's own.
#[cfg(any(feature = "freshdesk", feature = "json"))]
pub(crate) fn ready<'a>(
    given: Option<&'a Plan>,
    own: &'static LazyLock<Result<Plan, Error>>,
) -> Result<&'a Plan, Error> {
    match (given, LazyLock::force(own)) {
        (Some(plan), _) | (None, Ok(plan)) => Ok(plan),
        // A test of each platform makes its own plan: this is never seen.
        (None, Err(error)) => Err(Error::settings(error.to_string())),
    }
}

/// What a payload holds, by field, and from which of the plan's paths it was taken.
pub(crate) struct Values<'a> {
    plan: &'a Plan,
    /// What each path led to; what was put in a value's place stands behind these.
    found: Vec<Text<'a>>,
    /// By field: the place in `found`.
    places: [Option<usize>; FIELDS.len()],
}

impl<'a> Values<'a> {
    /// The values of a plan's fields, from those of its paths: as many, in their order.
    pub(crate) fn of(plan: &'a Plan, found: Vec<Text<'a>>) -> Self {
        let holds = |path: &&usize| {
            found.get(**path).and_then(Text::get).is_some_and(|text| !text.trim_start().is_empty())
        };
        let mut places = [None; FIELDS.len()];
        for (place, source) in places.iter_mut().zip(plan.sources()) {
            *place = source.paths.iter().find(holds).copied();
        }
        Self { plan, found, places }
    }

    /// A field's value.
    pub(crate) fn get(&self, field: Field) -> &Text<'a> {
        match self.places[field as usize] {
            Some(place) => &self.found[place],
            None => &self.plan.sources()[field as usize].constant,
        }
    }

    /// Puts another value in its place.
    pub(crate) fn set(&mut self, field: Field, text: Text<'a>) {
        self.places[field as usize] = Some(self.found.len());
        self.found.push(text);
    }

    /// The plan's path that it was taken from; none for a constant, or where there is none.
    pub(crate) fn path(&self, field: Field) -> Option<usize> {
        self.places[field as usize].filter(|place| *place < self.plan.paths().len())
    }

    /// Was nothing found that the map names?
    pub(crate) fn is_empty(&self) -> bool {
        self.places.iter().all(Option::is_none)
    }
}
