//! Words with what would stand better in their place.

use twoears_core::Span;

use super::Found;
use super::text::Text;

/// A phrase in lower case and what takes its place: empty where it is left out, none where only a person can tell.
pub(super) type Plain = (&'static str, Option<&'static str>);

/// Objects to a place; where that is known, with the words that mend it.
pub(super) fn object(found: &mut Found<'_>, text: &Text<'_>, place: Span, says: String, mend: Option<&str>) {
    match mend {
        None => found.at(place, says),
        Some("") => {
            let (place, instead) = left_out(text, place);
            found.fix(place, says, instead);
        }
        Some(words) if opens(text, place) => found.fix(place, says, capital(words)),
        Some(words) => found.fix(place, says, words),
    }
}

/// Does a place open a sentence with a capital?
fn opens(text: &Text<'_>, place: Span) -> bool {
    text.sentence_of(place).is_some_and(|sentence| sentence.start == place.start)
        && text.as_written(place).starts_with(char::is_uppercase)
}

fn capital(words: &str) -> String {
    let mut rest = words.chars();
    rest.next().map_or_else(String::new, |first| first.to_uppercase().chain(rest).collect())
}

/// A place with the comma and the blank after it, and the capital that the next word then needs.
fn left_out(text: &Text<'_>, place: Span) -> (Span, String) {
    let (start, end) = (place.start as usize, place.end as usize);
    let after = &text.lower[end..];
    let skipped = after.len() - after.trim_start_matches([',', ':', ' ']).len();
    let Some(next) = text.lower[end + skipped..].chars().next() else {
        return (Span::new(text.lower[..start].trim_end().len(), end), String::new());
    };
    if opens(text, place) {
        let end = end + skipped + next.len_utf8();
        let instead = if next.is_alphabetic() { next.to_uppercase().collect() } else { String::new() };
        return (Span::new(start, end), instead);
    }
    if next.is_alphanumeric() {
        return (Span::new(start, end + skipped), String::new());
    }
    (Span::new(text.lower[..start].trim_end().len(), end), String::new())
}

#[cfg(test)]
mod tests {
    use super::*;
    use twoears_core::Brand;

    #[test]
    fn what_is_left_out_leaves_a_sentence() {
        for (raw, phrase, want) in [
            ("Hi. Please note that it’s late.", "please note that", "Hi. It’s late."),
            ("It is, as such, late.", "as such,", "It is, late."),
            ("It is late as such.", "as such", "It is late."),
            ("It is late as such", "as such", "It is late"),
        ] {
            let text = Text::new(raw, &Brand::default());
            let at = text.lower.find(phrase).unwrap();
            let (place, instead) = left_out(&text, Span::new(at, at + phrase.len()));
            let place = text.original(place).range();
            assert_eq!(format!("{}{instead}{}", &raw[..place.start], &raw[place.end..]), want);
        }
    }
}
