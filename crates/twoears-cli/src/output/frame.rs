//! The frame of a card, and text that is safe to show.

use std::borrow::Cow;
use std::fmt::Write as _;

use anstyle::Style;

/// Cards are as wide as a line reads well.
const COLUMNS: usize = 100;

/// A card in the making: lines behind a coloured edge.
pub(crate) struct Card {
    text: String,
    edge: Style,
}

impl Card {
    pub(crate) fn new(edge: Style) -> Self {
        Self { text: String::new(), edge }
    }

    pub(crate) fn start(&mut self, head: &str) {
        let edge = self.edge;
        let _ = writeln!(self.text, "{edge}┌{edge:#} {head}");
    }

    pub(crate) fn line(&mut self, line: &str) {
        let edge = self.edge;
        let _ = writeln!(self.text, "{edge}│{edge:#} {line}");
    }

    /// Somebody's words, made safe for a terminal and wrapped, each line behind `before`.
    pub(crate) fn wrapped(&mut self, before: &str, words: &str) {
        for paragraph in words.lines().filter(|line| !line.trim().is_empty()) {
            for line in textwrap::wrap(&clean(paragraph), COLUMNS - before.len()) {
                self.line(&format!("{before}{line}"));
            }
        }
    }

    pub(crate) fn end(mut self, out: &mut Vec<u8>) {
        let edge = self.edge;
        let _ = writeln!(self.text, "{edge}└{edge:#}\n");
        out.extend_from_slice(self.text.as_bytes());
    }
}

/// Text that cannot steer a terminal: no control characters, no direction overrides.
pub(crate) fn clean(text: &str) -> Cow<'_, str> {
    let steers = |c: char| c.is_control() || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    if text.contains(steers) { Cow::Owned(text.replace(steers, " ")) } else { Cow::Borrowed(text) }
}

#[cfg(test)]
mod tests {
    #[test]
    fn a_message_cannot_steer_the_terminal() {
        assert_eq!(super::clean("a\u{1b}[31mb\u{202e}c"), "a [31mb c");
    }
}
