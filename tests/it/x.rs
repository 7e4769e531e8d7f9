//! X's counting and extraction against every vector of twitter-text's conformance suite.
//!
//! `tests/vectors/twitter_text.json` holds `extract.yml` and `validate.yml` of that suite (Apache-2.0, see NOTICE) as JSON.

use serde_json::{Value, json};
use twoears::Span;
use twoears::x::{self, Counting};

use crate::support::read;

/// A span as the suite writes it: code points.
fn indices(text: &str, span: Span) -> Value {
    let (start, end) = span.code_points(text);
    json!([start, end])
}

/// What we find, in the shape of the suite's own answer.
fn answer(kind: &str, text: &str) -> Value {
    let of = |spans: Vec<Span>, skip: usize| -> Vec<(String, Value)> {
        let one = |span: Span| (span.of(text).chars().skip(skip).collect(), indices(text, span));
        spans.into_iter().map(one).collect()
    };
    let plain = |spans, skip| of(spans, skip).into_iter().map(|(found, _)| json!(found)).collect();
    let placed = |spans, skip, key: &str| {
        of(spans, skip).into_iter().map(|(found, at)| json!({key: found, "indices": at})).collect()
    };
    let mentions = || x::mentions(text);
    match kind {
        "mentions" => mentions().iter().map(|mention| json!(mention.name.of(text))).collect(),
        "mentions_with_indices" => mentions()
            .iter()
            .map(|mention| json!({"screen_name": mention.name.of(text), "indices": indices(text, mention.span)}))
            .collect(),
        "mentions_or_lists_with_indices" => mentions()
            .iter()
            .map(|mention| {
                let list = mention.list.map_or("", |list| list.of(text));
                json!({"screen_name": mention.name.of(text), "list_slug": list, "indices": indices(text, mention.span)})
            })
            .collect(),
        "replies" => json!(x::reply_to(text).map(|name| name.of(text))),
        "urls" | "tco_urls_with_params" => plain(x::urls(text), 0),
        "urls_with_indices" | "urls_with_directional_markers" => placed(x::urls(text), 0, "url"),
        "hashtags" | "hashtags_from_astral" => plain(x::hashtags(text), 1),
        "hashtags_with_indices" => placed(x::hashtags(text), 1, "hashtag"),
        "cashtags" => plain(x::cashtags(text), 1),
        "cashtags_with_indices" => placed(x::cashtags(text), 1, "cashtag"),
        _ => panic!("{kind}: unknown"),
    }
}

fn verdict(kind: &str, text: &str) -> Value {
    let counted = |counting| {
        let count = x::weigh(text, counting);
        json!({
            "weightedLength": count.length, "valid": count.valid, "permillage": count.permillage,
            "displayRangeStart": 0, "displayRangeEnd": count.end,
            "validRangeStart": 0, "validRangeEnd": count.valid_end,
        })
    };
    match kind {
        "tweets" => json!(x::weigh(text, Counting::V1).valid),
        "usernames" => json!(x::is_username(text)),
        "lists" => json!(x::is_list(text)),
        "hashtags" => json!(x::is_hashtag(text)),
        "urls" => json!(x::is_url(text, true)),
        "urls_without_protocol" => json!(x::is_url(text, false)),
        "WeightedTweetsCounterTest" => counted(Counting::V2),
        "WeightedTweetsWithDiscountedEmojiCounterTest" | "UnicodeDirectionalMarkerCounterTest" => {
            counted(Counting::V3)
        }
        _ => panic!("{kind}: unknown"),
    }
}

#[test]
fn every_vector_of_twitter_text_passes() {
    let suite: Value = serde_json::from_str(&read("tests/vectors/twitter_text.json")).unwrap();
    let (mut count, mut problems) = (0, Vec::new());
    for (file, run) in [("extract", answer as fn(&str, &str) -> Value), ("validate", verdict)] {
        for (kind, vectors) in suite[file].as_object().unwrap() {
            for vector in vectors.as_array().unwrap() {
                count += 1;
                let said = run(kind, vector["text"].as_str().unwrap());
                if said != vector["expected"] {
                    problems.push(format!(
                        "{kind}: {}: {said}, not {}",
                        vector["description"], vector["expected"]
                    ));
                }
            }
        }
    }
    assert!(problems.is_empty(), "{} of {count}:\n{}", problems.len(), problems.join("\n"));
    assert_eq!(count, 335, "vectors");
}

/// Pieces that texts of all kinds are put together from.
const PIECES: &[&str] = &[
    "http://",
    "HTTPS://",
    "a",
    ".com",
    ".",
    "。",
    "-",
    "_",
    "@",
    "＠",
    "#",
    "＃",
    "$",
    "/",
    "?",
    "(",
    ")",
    "あ",
    "é",
    "xn--",
    "👨‍👩‍👧",
    "\u{fe0f}",
    "\u{feff}",
    "\u{202a}",
    " ",
    "\n",
    "t.co/",
    "みんな",
    "e\u{301}",
    "1",
    ":8",
    "RT",
    "&",
    "=",
];

#[test]
fn any_text_can_be_counted() {
    let mut numbers = crate::support::Numbers(7);
    for _ in 0..20_000 {
        let text: String = (0..numbers.below(24)).map(|_| PIECES[numbers.below(PIECES.len())]).collect();
        for spans in [x::urls(&text), x::hashtags(&text), x::cashtags(&text)] {
            assert!(spans.iter().all(|span| !span.of(&text).is_empty()), "{text:?}");
            assert!(spans.windows(2).all(|pair| pair[0].end <= pair[1].start), "{text:?}");
        }
        assert!(x::mentions(&text).iter().all(|mention| !mention.name.of(&text).is_empty()), "{text:?}");
        let count = x::weigh(&text, Counting::V3);
        assert!(
            count.length <= 2 * text.chars().count() as u32 + 23 * text.matches('.').count() as u32,
            "{text:?}"
        );
        assert_eq!(count.length == 0, text.is_empty(), "{text:?}");
        let _ = (
            x::is_url(&text, false),
            x::is_hashtag(&text),
            x::is_list(&text),
            x::is_username(&text),
            x::reply_to(&text),
        );
    }
}
