//! Articles as JSON lines: one article a line.

use serde_json::{Map, Value};

use super::article::Article;
use super::fields::Fields;
use super::sentences::sentences;
use crate::Error;

/// Fields that only a line has; in Markdown they are the file's name and its body.
const OWN: &[&str] = &["id", "name", "question", "also_asked", "answer", "steps"];

/// Reads one line.
pub(super) fn parse(file: &str, line: usize, text: &str) -> Result<Article, Error> {
    let map: Map<String, Value> = serde_json::from_str(text.trim()).map_err(|error| {
        let place = error.column();
        Error::article(
            file,
            line,
            format!("column {place}: it is no JSON object; one article stands on one line"),
        )
    })?;
    let fail = |_: &str, what: String| Error::article(file, line, what);
    let fields = Fields::new(&map, OWN, &fail)?;
    let need = |key: &str, text: Option<String>| text.ok_or_else(|| fields.error(key, "it is missing"));
    let name = match (fields.text("id")?, fields.text("name")?) {
        (Some(_), Some(_)) => {
            return Err(fields.error("name", "it stands beside `id`; one of them is enough"));
        }
        (id, name) => need("id", id.or(name))?,
    };
    let mut article = Article::new(&name, &fields)?;
    article.question = need("question", fields.text("question")?)?;
    article.also_asked = fields.texts("also_asked")?;
    article.steps = fields.texts("steps")?;
    article.sentences = if fields.is_list("answer") {
        fields.texts("answer")?
    } else {
        need("answer", fields.text("answer")?)?.lines().flat_map(sentences).collect()
    };
    if article.sentences.is_empty() {
        return Err(fields.error("answer", "it is empty"));
    }
    Ok(article)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_field_is_read() {
        let text = r#"{"id": "wifi", "question": "Is there wifi?", "also_asked": ["wlan"], "answer": "Yes, it is free.\nIt is slow. Ask us.",
            "steps": ["Open it."], "link": "https://a.example/1", "links": ["https://a.example/2"], "intents": ["product.info"],
            "valid_from": "2026-01-01", "valid_until": null, "audience": "private", "note": "ask for the code"}"#;
        let article = parse("a.jsonl", 1, &text.replace("\n            ", " ")).unwrap();
        assert_eq!((article.name.as_str(), article.question.as_str()), ("wifi", "Is there wifi?"));
        assert_eq!(article.sentences, ["Yes, it is free.", "It is slow.", "Ask us."]);
        assert_eq!((article.also_asked.len(), article.steps.len()), (1, 1));
        assert_eq!(article.link.as_deref(), Some("https://a.example/1"));
        assert_eq!(article.more_links, ["https://a.example/2"]);
        assert_eq!(article.note.as_deref(), Some("ask for the code"));
        assert_eq!(article.audience, crate::Audience::Private);
        let list = parse("a.jsonl", 1, r#"{"name": "b", "question": "?", "answer": ["One. Two.", "Three"]}"#);
        assert_eq!(list.unwrap().sentences, ["One. Two.", "Three"]);
    }

    #[test]
    fn errors_name_the_line_and_the_field_and_show_no_value() {
        for (text, part) in [
            ("not json secret-4471", "column"),
            ("[\"secret-4471\"]", "JSON object"),
            (r#"{"id": "a", "question": "b", "answer": "c.", "secret": "4471"}"#, "`secret`: no such field"),
            (r#"{"id": "a", "question": 4471, "answer": "c."}"#, "`question`"),
            (r#"{"id": "a", "answer": "4471."}"#, "`question`: it is missing"),
            (r#"{"question": "b", "answer": "4471."}"#, "`id`: it is missing"),
            (r#"{"id": "a", "name": "4471", "question": "b", "answer": "c."}"#, "`name`"),
            (r#"{"id": "a", "question": "b", "answer": []}"#, "`answer`"),
            (r#"{"id": "a", "question": "b", "answer": "c.", "steps": "4471"}"#, "`steps`"),
            (r#"{"id": "a", "question": "b", "answer": "c.", "link": "http//4471"}"#, "`link`"),
            (r#"{"id": "a", "question": "b", "answer": "c.", "valid_until": "4471"}"#, "`valid_until`"),
            (r#"{"id": "a", "question": "b", "answer": "c.", "intents": ["4471"]}"#, "`intents`"),
        ] {
            let error = parse("kb/a.jsonl", 7, text).unwrap_err().to_string();
            assert!(error.contains("`kb/a.jsonl`, line 7:") && error.contains(part), "{text}: {error}");
            assert!(!error.contains("4471"), "{error}");
        }
    }
}
