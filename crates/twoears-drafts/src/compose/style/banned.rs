//! Words that the settings forbid.

use twoears_core::decide::Style;

use super::words::is_word;

/// Does a text hold a banned word, in any case of letters?
pub(in crate::compose) fn holds(text: &str, style: &Style) -> bool {
    if style.banned.is_empty() {
        return false;
    }
    let lower = text.to_lowercase();
    style.banned.iter().any(|word| {
        let word = word.trim().to_lowercase();
        lower
            .match_indices(&word)
            .any(|(at, _)| !lower[..at].ends_with(is_word) && !lower[at + word.len()..].starts_with(is_word))
    })
}

/// The first text without a banned word; the shortest when each holds one.
pub(in crate::compose) fn first(mut texts: impl Iterator<Item = String>, style: &Style) -> Option<String> {
    let mut shortest = None::<String>;
    texts
        .find(|text| {
            let banned = holds(text, style);
            if banned && shortest.as_ref().is_none_or(|least| text.len() < least.len()) {
                shortest = Some(text.clone());
            }
            !banned
        })
        .or(shortest)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn banned_words_are_passed_over() {
        let style = Style { banned: vec!["Sorry".to_owned(), "at once".to_owned()], ..Style::default() };
        let say =
            |texts: &[&str]| first(texts.iter().map(|&text| text.to_owned()), &style).unwrap_or_default();
        assert_eq!(say(&["I'm SORRY.", "I'll look at once.", "Oh dear."]), "Oh dear.");
        assert_eq!(say(&["So very sorry.", "Sorry."]), "Sorry.");
        assert!(!holds("a sorrydale", &style) && !holds("sorry", &Style::default()));
    }
}
