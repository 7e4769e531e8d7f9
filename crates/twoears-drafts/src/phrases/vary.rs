//! Wordings that may stand for each other, so that two people who write at the same time do not get the same text.

use serde::Deserialize;

use super::template::Piece;

/// Wordings of one group: each may stand wherever another of them stands in a phrase.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Group {
    pub(super) any: Vec<String>,
}

/// The piece with every wording of a group in its text turned into any of the group: of several at one place the
/// longest.
pub(super) fn vary(piece: Piece, groups: &[Group]) -> Vec<Piece> {
    let Piece::Text(text) = piece else { return vec![piece] };
    let mut pieces = Vec::new();
    let (mut from, mut at) = (0, 0);
    while at < text.len() {
        match longest(&text, at, groups) {
            Some((len, group)) => {
                let big = text[at..].starts_with(char::is_uppercase);
                let said = |any: &String| if big { super::capital(any).into_owned() } else { any.clone() };
                pieces.push(Piece::Text(text[from..at].to_owned()));
                pieces.push(Piece::Any(group.any.iter().map(said).collect()));
                at += len;
                from = at;
            }
            None => at += text[at..].chars().next().map_or(1, char::len_utf8),
        }
    }
    pieces.push(Piece::Text(text[from..].to_owned()));
    pieces
}

/// The longest wording that stands at a place as whole words.
fn longest<'g>(text: &str, at: usize, groups: &'g [Group]) -> Option<(usize, &'g Group)> {
    let word = |c: char| c.is_alphanumeric() || c == '\'';
    if text[..at].ends_with(word) {
        return None;
    }
    let here = |any: &String| {
        let said = text.get(at..at + any.len())?;
        let ends = !text[at + any.len()..].starts_with(word);
        (ends && same(said, any)).then_some(any.len())
    };
    let of = |group: &'g Group| Some((group.any.iter().filter_map(here).max()?, group));
    groups.iter().filter_map(of).max_by_key(|(len, _)| *len)
}

/// The same but for the case of the first letter?
fn same(said: &str, any: &str) -> bool {
    let first = |text: &str| text.as_bytes().first().map(u8::to_ascii_lowercase);
    first(said) == first(any) && said.get(1..) == any.get(1..)
}

#[cfg(test)]
mod tests {
    use crate::phrases::{Slots, Template};

    #[test]
    fn wordings_stand_for_each_other() {
        let group = |any: &[&str]| super::Group { any: any.iter().map(|&any| any.to_owned()).collect() };
        let groups = [group(&["thanks", "thank you"]), group(&["thank you so much", "many thanks"])];
        let all = |text: &str| {
            let mut phrase = Template::try_from(text.to_owned()).unwrap();
            phrase.vary(&groups);
            phrase.every(&Slots::default())
        };
        assert_eq!(all("Thanks for it."), ["Thanks for it.", "Thank you for it."]);
        assert_eq!(all("ok, thank you so much"), ["ok, thank you so much", "ok, many thanks"]);
        assert_eq!(all("no thanksgiving"), ["no thanksgiving"]);
    }
}
