//! Links of a post in full: apps shorten what is shown, and the link itself stands beside the text.

use super::link;
use super::shape::Facet;
use crate::read::{Obj, TEXT_BYTES, first_bytes};

/// The text with every link in full: in place of what was shortened, and after words that only carry it, in brackets.
pub(super) fn whole_links(text: &str, facets: &[Obj<Facet<'_>>]) -> String {
    let mut links: Vec<(usize, usize, &str)> = facets
        .iter()
        .filter_map(|facet| {
            let uri = facet.features.iter().find_map(|feature| link(feature))?;
            let start = usize::try_from(facet.index.byte_start.count()?).ok()?;
            let end = usize::try_from(facet.index.byte_end.count()?).ok()?;
            Some((start, end, uri))
        })
        .collect();
    links.sort_unstable();
    let mut whole = String::with_capacity(text.len());
    let mut done = 0;
    for (start, end, uri) in links {
        // `get` is none outside the text and within a character.
        let Some(shown) = text.get(start..end).filter(|shown| start >= done && !shown.is_empty()) else {
            continue;
        };
        whole.push_str(&text[done..start]);
        if shortened(shown, uri) {
            whole.push_str(uri);
        } else {
            whole.push_str(shown);
            whole.push_str(" (");
            whole.push_str(uri);
            whole.push(')');
        }
        done = end;
        if whole.len() > TEXT_BYTES {
            break;
        }
    }
    whole.push_str(&text[done..]);
    whole.truncate(first_bytes(&whole, TEXT_BYTES).len());
    whole
}

/// Is what is shown the link itself, perhaps without its scheme and its end?
fn shortened(shown: &str, uri: &str) -> bool {
    let bare = |link: &str| -> usize {
        let scheme = ["https://", "http://"]
            .iter()
            .find(|scheme| link.get(..scheme.len()).is_some_and(|start| start.eq_ignore_ascii_case(scheme)));
        scheme.map_or(0, |scheme| scheme.len())
    };
    let shown = shown.trim().trim_end_matches(['…', '.']);
    let (shown, uri) = (&shown[bare(shown)..], &uri[bare(uri)..]);
    let begins = |uri: &str| {
        !shown.is_empty() && uri.get(..shown.len()).is_some_and(|start| start.eq_ignore_ascii_case(shown))
    };
    begins(uri) || uri.strip_prefix("www.").is_some_and(begins)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn whole(text: &str, links: &[(i64, i64, &str)]) -> String {
        let facets: Vec<String> = links
            .iter()
            .map(|(start, end, uri)| {
                format!(
                    r#"{{"index":{{"byteStart":{start},"byteEnd":{end}}},"features":[{{"$type":"app.bsky.richtext.facet#tag","tag":"x"}},{{"$type":"app.bsky.richtext.facet#link","uri":"{uri}"}}]}}"#
                )
            })
            .collect();
        let facets = format!("[{}]", facets.join(","));
        whole_links(text, &serde_json::from_str::<Vec<Obj<Facet<'_>>>>(&facets).unwrap())
    }

    #[test]
    fn offsets_count_bytes() {
        let text = "Grüße 👋 an a.example/very... und b";
        let start = i64::try_from(text.find("a.example").unwrap()).unwrap();
        let link = (start, start + 17, "https://a.example/very/long");
        assert_eq!(whole(text, &[link]), "Grüße 👋 an https://a.example/very/long und b");
    }

    #[test]
    fn words_that_carry_a_link_stay() {
        assert_eq!(
            whole("see here now", &[(4, 8, "https://a.example/")]),
            "see here (https://a.example/) now"
        );
        let masked = whole("bank.example/login", &[(0, 18, "https://evil.example/")]);
        assert_eq!(masked, "bank.example/login (https://evil.example/)");
        assert_eq!(whole("a.example", &[(0, 9, "https://www.a.example/b")]), "https://www.a.example/b");
    }

    #[test]
    fn wrong_offsets_change_nothing() {
        let text = "é a.example/b…";
        for (start, end) in [(1, 4), (0, 1), (-3, 2), (3, 900), (9, 3), (3, 3), (14, 15)] {
            assert_eq!(whole(text, &[(start, end, "https://a.example/bcd")]), text, "{start}..{end}");
        }
        let twice = [(3, 17, "https://a.example/bcd"), (5, 17, "https://c.example/")];
        assert_eq!(whole(text, &twice), "é https://a.example/bcd");
        let back = [twice[1], twice[0]];
        assert_eq!(whole(text, &back), "é https://a.example/bcd");
    }

    #[test]
    fn many_long_links_do_not_grow_without_end() {
        let text = "ab".repeat(500);
        let uri = format!("https://a.example/{}", "x".repeat(10_000));
        let links: Vec<_> = (0..500).map(|at| (at * 2, at * 2 + 1, uri.as_str())).collect();
        assert!(whole(&text, &links).len() <= TEXT_BYTES);
    }
}
