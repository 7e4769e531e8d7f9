//! docs/privacy.md lists every recognizer as the code has it.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use twoears::Label as _;
use twoears::analyze::privacy::RECOGNIZERS;

use crate::support::{path, read};

const PAGE: &str = "docs/privacy.md";
const START: &str = "<!-- recognizers -->\n";
const END: &str = "<!-- /recognizers -->";

/// The table, from the recognizers in their order.
fn table() -> String {
    let mut table = "| Rule | Kind | Looks for | Check |\n|---|---|---|---|\n".to_owned();
    for recognizer in RECOGNIZERS {
        let (id, kind) = (recognizer.id.0, recognizer.kind.name());
        let [says, check] = [recognizer.says, recognizer.check].map(|text| text.replace('|', "\\|"));
        writeln!(table, "| `{id}` | `{kind}` | {says} | {check} |").unwrap();
    }
    table
}

/// The page before the table, the table, and the page after it.
fn parts(page: &str) -> [&str; 3] {
    let (before, rest) = page.split_once(START).expect("the page has the first marker");
    let (table, after) = rest.split_once(END).expect("the page has the second marker");
    [before, table, after]
}

/// `TWOEARS_UPDATE=1 cargo test -p twoears-tests privacy_page` writes the table anew.
#[test]
fn the_page_lists_every_recognizer() {
    let page = read(PAGE);
    let [before, shown, after] = parts(&page);
    let table = table();
    if std::env::var("TWOEARS_UPDATE").is_ok() {
        std::fs::write(path(PAGE), format!("{before}{START}{table}{END}{after}")).unwrap();
    } else {
        assert!(
            table == shown,
            "recognizers changed: TWOEARS_UPDATE=1 cargo test -p twoears-tests privacy_page"
        );
    }
}

#[test]
fn the_page_and_the_labels_name_every_kind_that_is_found() {
    let (page, labels) = (read(PAGE), read("docs/LABELS.md"));
    for kind in RECOGNIZERS.iter().map(|recognizer| format!("`{}`", recognizer.kind.name())) {
        assert!(parts(&page)[0].contains(&kind), "{PAGE} does not name {kind} before the table");
        assert!(labels.contains(&kind), "docs/LABELS.md does not name {kind}");
    }
}

#[test]
fn every_recognizer_has_a_rule_of_its_own_and_tells_what_it_does() {
    let mut rules = BTreeSet::new();
    for recognizer in RECOGNIZERS {
        let id = recognizer.id.0;
        assert!(rules.insert(id), "`{id}` stands twice");
        assert!(id.starts_with("private."), "{id}");
        for text in [recognizer.says, recognizer.check] {
            assert!(text.len() > 5 && !text.ends_with('.') && !text.contains('\n'), "{id}: {text}");
        }
    }
}
