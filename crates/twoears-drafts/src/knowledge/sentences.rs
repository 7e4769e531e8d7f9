//! An answer, sentence by sentence.

use unicode_segmentation::UnicodeSegmentation as _;

/// Short forms that end in a full stop and do not end a sentence, whatever comes after.
const SHORT_FORMS: &[&str] = &[
    "approx.", "dr.", "e.g.", "fig.", "i.e.", "incl.", "jr.", "max.", "min.", "mr.", "mrs.", "ms.", "mt.",
    "no.", "nos.", "prof.", "ref.", "sr.", "st.", "tel.", "vs.",
];

/// The sentences of a paragraph: the bounds of Unicode (UAX 29), but none after a short form or one letter.
pub(super) fn sentences(paragraph: &str) -> Vec<String> {
    let mut all: Vec<String> = Vec::new();
    for part in paragraph.split_sentence_bounds().map(str::trim).filter(|part| !part.is_empty()) {
        match all.last_mut().filter(|last| goes_on(last)) {
            Some(last) => {
                last.push(' ');
                last.push_str(part);
            }
            None => all.push(part.to_owned()),
        }
    }
    all
}

fn goes_on(sentence: &str) -> bool {
    let last = sentence.rsplit(|c: char| c.is_whitespace() || c == '(').next().unwrap_or("");
    let initial = last.len() == 2
        && last.ends_with('.')
        && last.starts_with(|c: char| c.is_ascii_uppercase() && c != 'I');
    initial || SHORT_FORMS.contains(&last.to_lowercase().as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn short_forms_and_numbers_end_no_sentence() {
        for (text, many) in [
            ("From 9.30 to 5. Closed on Sunday.", 2),
            ("The depot at St. Ives is open. Ask for Dr. Hall at desk No. 7.", 2),
            ("Bring a card, e.g. Visa. It costs £4.50 incl. VAT.", 2),
            ("Ask J. Smith. So do I. Then wait.", 3),
            ("", 0),
        ] {
            assert_eq!(sentences(text).len(), many, "{text}: {:?}", sentences(text));
        }
    }
}
