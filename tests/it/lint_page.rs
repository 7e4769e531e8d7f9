//! docs/lint.md tells of every rule for replies what its file says.

use std::fmt::Write as _;

use twoears::LINT_RULES;

use crate::support::{path, read};

const PAGE: &str = "docs/lint.md";
const START: &str = "<!-- rules -->\n";
const END: &str = "<!-- /rules -->";
/// Where the rules stand, one file each, called as the rule is.
const FOLDER: &str = "crates/twoears-drafts/src/lint";
/// What the head of each file says, in this order.
const HEADINGS: [&str; 4] = ["What it does", "Why it matters", "Example", "Instead"];

/// The head of a rule's file, by its headings.
fn head(rule: &str) -> [String; 4] {
    let name = rule.trim_start_matches("reply.");
    let file = read(&format!("{FOLDER}/{name}.rs"));
    let lines = file.lines().take_while(|line| line.starts_with("//!"));
    let head: Vec<&str> = lines.map(|line| line.trim_start_matches("//!").trim()).collect();
    let mut parts: Vec<(String, Vec<&str>)> = Vec::new();
    for line in head {
        match line.strip_prefix("# ") {
            Some(heading) => parts.push((heading.to_owned(), Vec::new())),
            None => parts.last_mut().unwrap_or_else(|| panic!("{rule}: words before a heading")).1.push(line),
        }
    }
    let found: Vec<&str> = parts.iter().map(|(heading, _)| heading.as_str()).collect();
    assert_eq!(found, HEADINGS, "{rule}");
    std::array::from_fn(|at| parts[at].1.join("\n").trim().to_owned())
}

/// The part of the page that the code writes: a table, then a section a rule.
fn rules() -> String {
    let mut page = "| Rule | Severity | Objects to |\n|---|---|---|\n".to_owned();
    for rule in LINT_RULES {
        let (id, about) = (rule.id.0, rule.about.replace('|', "\\|"));
        writeln!(page, "| [`{id}`](#{}) | {} | {about} |", id.replace('.', ""), rule.severity.name())
            .unwrap();
    }
    for rule in LINT_RULES {
        let [does, why, example, instead] = head(rule.id.0);
        assert!(
            !does.is_empty() && !why.is_empty() && !example.is_empty() && !instead.is_empty(),
            "{}",
            rule.id
        );
        write!(
            page,
            "\n### {}\n\n{does}\n\n**Why it matters.** {why}\n\n**Example.** {example}\n\n**Instead.** {instead}\n",
            rule.id
        )
        .unwrap();
    }
    page
}

/// `TWOEARS_UPDATE=1 cargo test -p twoears-tests lint_page` writes the rules anew.
#[test]
fn the_page_lists_every_rule() {
    let page = read(PAGE);
    let (before, rest) = page.split_once(START).expect("the page has the first marker");
    let (shown, after) = rest.split_once(END).expect("the page has the second marker");
    let rules = rules();
    if std::env::var("TWOEARS_UPDATE").is_ok() {
        std::fs::write(path(PAGE), format!("{before}{START}{rules}{END}{after}")).unwrap();
    } else {
        assert!(rules == shown, "rules changed: TWOEARS_UPDATE=1 cargo test -p twoears-tests lint_page");
    }
}
