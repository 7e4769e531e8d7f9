//! How a text shows that a child writes or is meant: what the rules for minors share.

use super::words::holds;

/// The ages of those who are children: below, babies are meant by other rules; above, nobody is a minor.
const AGES: std::ops::RangeInclusive<u32> = 3..=17;
/// Ages that people spell.
const SPELT: [(&str, u32); 12] = [
    ("four", 4),
    ("five", 5),
    ("six", 6),
    ("seven", 7),
    ("eight", 8),
    ("nine", 9),
    ("ten", 10),
    ("eleven", 11),
    ("twelve", 12),
    ("thirteen", 13),
    ("fourteen", 14),
    ("fifteen", 15),
];
/// What may come after "I'm 13" when an age is meant.
const AFTER_AGE: &str =
    "and|but|so|my|i|with|btw|lol|years|year|yrs|yr|yo|y|ok|please|pls|im|old|because|cause|cuz";

/// Does the text name a child's age ("9 year old", "aged 7", "13yo", "who is 11")?
pub(super) fn names_an_age(lower: &str) -> bool {
    let words: Vec<&str> =
        lower.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty()).collect();
    words.iter().enumerate().any(|(at, word)| {
        let joined =
            word.strip_suffix("yo").or_else(|| word.strip_suffix("yrs")).or_else(|| word.strip_suffix("yr"));
        let Some(age) = age(joined.unwrap_or(word)).filter(|age| AGES.contains(age)) else { return false };
        let before = at.checked_sub(1).map_or("", |before| words[before]);
        let after = words.get(at + 1).copied().unwrap_or("");
        let later = words.get(at + 2).copied().unwrap_or("");
        let unit = matches!(after, "year" | "years" | "yr" | "yrs" | "y");
        joined.is_some()
            || after == "yo"
            || unit && matches!(later, "old" | "olds" | "o")
            || matches!(before, "aged" | "age")
            || matches!(before, "is" | "s" | "only" | "just") && age >= 5 && holds(lower, CHILD)
    })
}

/// Words for a child.
pub(super) const CHILD: &str = "\
    daughter|son|child|kid|kids|children|little girl|little boy|toddler|niece|nephew|grandson|granddaughter|\
    stepson|stepdaughter|teen|teenager|schoolgirl|schoolboy|minor|underage|baby sister|little sister|little brother";

/// Is the age in a match such as `i'm 13` an age, by what comes after it?
pub(super) fn is_own_age(hit: &str, after: &str) -> bool {
    let digits = hit.trim_end_matches(|c: char| !c.is_ascii_digit());
    let start = digits.len() - digits.bytes().rev().take_while(u8::is_ascii_digit).count();
    let fits = age(&digits[start..]).is_some_and(|age| (6..=17).contains(&age));
    let next = after.trim_start_matches(['-', ' ']);
    let word: &str = next.split(|c: char| !c.is_ascii_alphabetic()).next().unwrap_or("");
    let ends = next.is_empty() || next.starts_with(['.', ',', '!', '?', ';', '\n', ')']);
    let number = next.starts_with(['.', ',']) && next[1..].starts_with(|c: char| c.is_ascii_digit());
    let unit = matches!(word, "years" | "year" | "yrs" | "yr" | "y")
        && !matches!(
            next[word.len()..].trim_start_matches([' ', '-', '/']).get(..2),
            Some("ol" | "o" | "yo")
        )
        && !next.starts_with("y/o");
    fits && !number && !unit && (ends || AFTER_AGE.split('|').any(|known| known == word))
}

fn age(word: &str) -> Option<u32> {
    SPELT.iter().find(|(spelt, _)| *spelt == word).map(|(_, age)| *age).or_else(|| {
        (word.len() <= 2 && word.bytes().all(|b| b.is_ascii_digit())).then(|| word.parse().ok())?
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ages_of_children_are_told_from_other_numbers() {
        for text in
            ["my 9 year old", "kids aged 4 and 7", "my 13yo", "my daughter who is 11", "a twelve-year-old"]
        {
            assert!(names_an_age(text), "{text}");
        }
        for text in
            ["my 30 year old", "9 years of waiting", "who is 11 minutes late", "order 12", "my son is 35"]
        {
            assert!(!names_an_age(text), "{text}");
        }
    }

    #[test]
    fn an_own_age_stands_alone_or_with_years_old() {
        for after in ["", ".", " and my mum", " years old", " yrs old", ", sorry", "-year-old", " y/o", " yo"]
        {
            assert!(is_own_age("i'm 13", after), "{after}");
        }
        for after in
            [" minutes late", " weeks pregnant", " stone", "th in the queue", " years a customer", ".5", "%"]
        {
            assert!(!is_own_age("i'm 13", after), "{after}");
        }
        assert!(!is_own_age("i'm 35", "") && !is_own_age("i'm 2", ""));
    }
}
