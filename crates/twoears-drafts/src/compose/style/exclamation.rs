//! No exclamation mark where the settings want none.

use std::borrow::Cow;

/// The text with a full stop for every exclamation mark.
pub(super) fn without(text: Cow<'_, str>) -> Cow<'_, str> {
    if text.contains('!') { text.replace('!', ".").into() } else { text }
}

#[cfg(test)]
mod tests {
    use super::super::words::testing::{every_text, every_text_in};
    use twoears_core::decide::{Exclamation, Style};

    #[test]
    fn one_at_the_most_and_none_where_none_is_wanted() {
        let marks = |text: &String| text.matches('!').count();
        let most = every_text().iter().map(marks).max();
        assert_eq!(most, Some(1));
        let style = Style { exclamation: Exclamation::Never, ..Style::default() };
        assert_eq!(every_text_in(&style).iter().map(marks).max(), Some(0));
    }
}
