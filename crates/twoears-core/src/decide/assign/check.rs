//! Do the rules name what exists, and is each of them reached?

use std::collections::BTreeSet;

use super::cover::Cover;
use crate::Error;
use crate::decide::Brand;
use crate::label::{Intent, Label};

/// Rules in the settings at the most.
const MOST: usize = 500;

/// Checks `[[assign]]`, `[teams]` and `roster` against each other; `text` is what the settings were read from.
pub(in crate::decide) fn check(brand: &Brand, text: &str) -> Result<(), Error> {
    let rules = &brand.assign.0;
    if rules.len() > MOST {
        return Err(Error::settings(format!("`assign`: {} of them; the most is {MOST}", rules.len())));
    }
    let mut cover = Cover::new(brand.assign.rules());
    for rule in rules {
        let line = text.get(..rule.span().start).unwrap_or_default().matches('\n').count() + 1;
        let wrong = |what: String| Err(Error::settings(format!("line {line}, at `[[assign]]`: {what}")));
        let rule = rule.get_ref();
        if rule.to.trim().is_empty() {
            return wrong("`to` is needed: the team or person who answers".to_owned());
        }
        if let Some(name) = rule.intents.iter().find(|name| !is_intent(name)) {
            return wrong(format!("`{name}` is neither an intent nor a group of intents"));
        }
        if !brand.is_on_roster(&rule.to) {
            return wrong(format!("`{}` is not on the `roster`", rule.to));
        }
        if !cover.take(rule) {
            return wrong(format!(
                "the rule for `{}` is never reached: the rules before it take all that fits it",
                rule.to
            ));
        }
    }
    for (key, team) in &brand.teams {
        let wrong = |what: String| {
            let line =
                line_of(text, "teams", key).map(|line| format!("line {line}, at ")).unwrap_or_default();
            Err(Error::settings(format!("{line}`teams.{key}`{what}")))
        };
        let mut named =
            Intent::ALL.iter().filter(|intent| intent.name() == key || intent.group() == key).peekable();
        if named.peek().is_none() {
            return wrong(" is neither an intent nor a group of intents".to_owned());
        }
        if !brand.is_on_roster(team) {
            return wrong(format!(": `{team}` is not on the `roster`"));
        }
        // A group speaks for those of its intents that have no team of their own.
        let own = |intent: &Intent| intent.name() == key || !brand.teams.contains_key(intent.name());
        if !named.any(|intent| own(intent) && cover.leaves(*intent)) {
            return wrong(": never reached: other rules take all of it".to_owned());
        }
    }
    let person = &brand.escalation.person;
    if !brand.is_on_roster(person) && *person != super::super::brand::People::default().person {
        return Err(Error::settings(format!("`escalation.person`: `{person}` is not on the `roster`")));
    }
    let mut seen = BTreeSet::new();
    match brand.roster.iter().find(|name| !seen.insert(name.as_str())) {
        Some(name) => Err(Error::settings(format!("`roster`: `{name}` stands there twice"))),
        None => Ok(()),
    }
}

fn is_intent(name: &str) -> bool {
    Intent::ALL.iter().any(|intent| intent.name() == name || intent.group() == name)
}

/// The line of a key in a table, from 1.
fn line_of(text: &str, table: &str, key: &str) -> Option<usize> {
    let mut inside = false;
    text.lines()
        .position(|line| {
            let line = line.trim();
            if line.starts_with('[') {
                inside = line.trim_matches(['[', ']']).trim() == table;
            }
            let name = line.split_once('=').map_or("", |(name, _)| name.trim().trim_matches(['"', '\'']));
            inside && name == key
        })
        .map(|at| at + 1)
}

#[cfg(test)]
mod tests {
    use crate::Brand;

    fn error(text: &str) -> String {
        Brand::from_toml(text).unwrap_err().to_string()
    }

    #[test]
    fn what_does_not_exist_or_is_never_reached_is_named_with_its_line() {
        for (text, parts) in [
            ("[[assign]]\nintents = ['order']", &["line 1", "`to` is needed"][..]),
            ("name = 'a'\n\n[[assign]]\nto = 'A'\nintents = ['orders']", &["line 3", "`orders`", "neither"]),
            ("[[assign]]\nto = 'A'\nchannels = ['fax']", &["line 3", "channels"]),
            ("[[assign]]\nto = 'A'\nlanguages = ['xx']", &["line 3", "languages"]),
            ("[[assign]]\nto = 'A'\naudience = 'all'", &["line 3", "audience"]),
            ("[[assign]]\nto = 'A'\nchannel = 'x'", &["line 3", "channel"]),
            ("[[assign]]\nto = 'A'\n[[assign]]\nto = 'B'\nlanguages = ['de']", &["line 3", "`B`", "never"]),
            // Two rules together leave nothing for the third.
            (
                "[[assign]]\nto = 'A'\naudience = 'public'\n[[assign]]\nto = 'B'\naudience = 'private'\n[[assign]]\nto = 'C'\nvip = true",
                &["line 7", "`C`", "never"],
            ),
            (
                "[[assign]]\nto = 'A'\nintents = ['order']\n[teams]\norder = 'B'",
                &["line 5", "teams.order", "never"],
            ),
            ("[teams]\nvisit = 'A'\n'visit.info' = 'B'", &["line 2", "teams.visit", "never"]),
            ("[teams]\n'billing.refunds' = 'a'", &["line 2", "teams.billing.refunds"]),
            ("roster = ['A']\n[teams]\norder = 'B'", &["line 3", "teams.order", "`B`", "roster"]),
            ("roster = ['A', 'A']", &["roster", "twice"]),
            ("roster = ['A']\n[escalation]\nperson = 'B'", &["escalation.person", "`B`"]),
        ] {
            let error = error(text);
            for part in parts {
                assert!(error.contains(part), "{text}: {error}");
            }
        }
    }

    #[test]
    fn rules_that_leave_something_are_fine() {
        for text in [
            "[[assign]]\nto = 'A'\nlanguages = ['de']\n[[assign]]\nto = 'B'",
            "[[assign]]\nto = 'A'\nurgency = 'high'\n[[assign]]\nto = 'B'\nurgency = 'normal'",
            "[[assign]]\nto = 'A'\nintents = ['order']\nchannels = ['x']\n[teams]\norder = 'B'",
            "roster = ['A', 'B', 'idle']\n[[assign]]\nto = 'A'\nvip = true\n[teams]\norder = 'B'",
        ] {
            Brand::from_toml(text).unwrap();
        }
    }
}
