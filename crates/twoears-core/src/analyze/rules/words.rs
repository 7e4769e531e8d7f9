//! Looks at the words around a match that several rules share.

use crate::Span;

/// Bytes on either side of a match that count as its surroundings when no sentence ends sooner.
const NEAR: usize = 160;

/// Does the text hold one of these words or phrases, whole? Bars stand between them.
pub(super) fn holds(text: &str, phrases: &str) -> bool {
    let bytes = text.as_bytes();
    let letter = |byte: Option<&u8>| byte.is_some_and(u8::is_ascii_alphanumeric);
    phrases.split('|').any(|phrase| {
        text.match_indices(phrase)
            .any(|(at, _)| !letter(bytes[..at].last()) && !letter(bytes.get(at + phrase.len())))
    })
}

/// Does the text begin with one of these? Bars stand between them.
pub(super) fn begins(text: &str, starts: &str) -> bool {
    starts.split('|').any(|start| text.starts_with(start))
}

/// Does the text end with one of these? Bars stand between them.
pub(super) fn ends(text: &str, ends: &str) -> bool {
    ends.split('|').any(|end| text.ends_with(end))
}

/// The sentence around a match, cut at [`NEAR`] bytes.
pub(super) fn sentence(lower: &str, span: Span) -> &str {
    let (before, after) = (&lower[..span.start as usize], &lower[span.end as usize..]);
    let ends = |c: char| matches!(c, '.' | '!' | '?' | '\n');
    let start = before.rfind(ends).map_or(0, |at| at + 1);
    let end = after.find(ends).map_or(lower.len(), |at| span.end as usize + at);
    let (mut start, mut end) =
        (start.max(before.len().saturating_sub(NEAR)), end.min(span.end as usize + NEAR));
    while !lower.is_char_boundary(start) {
        start += 1;
    }
    while !lower.is_char_boundary(end) {
        end -= 1;
    }
    &lower[start..end]
}

/// Does the writer laugh?
pub(super) fn laughs(lower: &str) -> bool {
    lower.contains(['😂', '🤣', '😆', '💀']) || holds(lower, "lol|lmao|lmfao|haha|hahaha|rofl|jk")
}

/// Does the writer praise somebody, and ask for nothing?
pub(super) fn praises(lower: &str) -> bool {
    const PRAISE: &str = "\
        big thank|thank you to|thanks to the|thank you so much|shoutout|shout out|big shout|big up|\
        well done|top work|very polite|so kind|lovely man|fantastic|brilliant service|never thanked|\
        sat down with|late thanks|credit where|worked a treat|cannot thank|can't thank|thank you for the quick|\
        cheers for the|a blessing|a treasure|good lads";
    holds(lower, PRAISE) && !holds(lower, "please|help|by the way|but")
}

/// Does somebody of an organisation speak, whose answer was taken in with the others? They sign with two or three
/// letters (`^KS`) and ask how they can help.
pub(super) fn serves(lower: &str) -> bool {
    const SERVICE: &str = "\
        how can i help|how can we help|how may i help|happy to help you|please dm us|send us a dm|dm us your|\
        we're here to help|we are here to help|sorry to hear that,|we apologise for|we apologize for|\
        we'd like to help|let us know how we|we'll look into|our team will|want to make sure the right team";
    let signed = lower.trim_end().rsplit_once('^').is_some_and(|(before, name)| {
        !before.is_empty() && (1..=4).contains(&name.len()) && name.bytes().all(|b| b.is_ascii_lowercase())
    });
    signed || holds(lower, SERVICE)
}

/// Is it a question about what would be, and not about what is?
pub(super) fn supposes(lower: &str) -> bool {
    const IF: &str = "\
        how does|what happens if|does if|if a|if my phone|do you stock|do you sell|allowed to|\
        is it allowed|can an|just want to know|in case|what if i|do i need|do the crew|planning for";
    holds(lower, IF)
}

/// Is it meant: no laugh, no praise, and no question about what would be?
pub(super) fn in_earnest(lower: &str) -> bool {
    !laughs(lower) && !praises(lower) && !supposes(lower)
}

/// Is it told as over: long ago, or with a good end, and with nothing that says it goes on?
pub(super) fn is_over(lower: &str) -> bool {
    const OVER: &str = "\
        yesterday|last night|last week|last month|last year|last time|the other day|days ago|weeks ago|\
        months ago|years ago|a year ago|last monday|last tuesday|last wednesday|last thursday|\
        last friday|last saturday|last sunday|last spring|last summer|last autumn|last winter|year on|\
        in the end|thank god|thank goodness|luckily|\
        nobody was hurt|nobody hurt|no one was hurt|no one hurt|we are better now|better now|\
        got home ok|on saturday|on sunday|on monday|on friday|on thursday night";
    const GOES_ON: &str = "\
        right now|since last night|since yesterday|still|just now|as i type|as we speak|tonight|keeps|again|what do i do|\
        what should i do|what do we do|runs out";
    holds(lower, OVER) && !holds(lower, GOES_ON)
}

/// Is it told from years back, with nothing that says it goes on?
pub(super) fn is_history(lower: &str) -> bool {
    holds(lower, "years ago|years back") && !holds(lower, "still|again|now|today|right now")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whole_words_alone_count() {
        assert!(holds("just now", "soon|now"));
        assert!(holds("we fly today, thanks", "today"));
        assert!(!holds("todays offer", "today"));
        assert!(!holds("", "today"));
    }

    #[test]
    fn the_sentence_ends_at_marks_and_letters_stay_whole() {
        let text = "One. Two é three! Four";
        assert_eq!(sentence(text, Span::new(5, 8)), " Two é three");
        let long = "é".repeat(400);
        assert!(sentence(&long, Span::new(400, 402)).len() <= 2 * NEAR + 2);
    }

    #[test]
    fn what_goes_on_is_not_over() {
        assert!(is_over("it caught fire yesterday"));
        assert!(!is_over("it caught fire yesterday and is still smoking"));
    }

    #[test]
    fn years_back_is_history_unless_it_goes_on() {
        assert!(is_history("years ago my card was cloned"));
        assert!(!is_history("my card was cloned years ago and they still use it"));
    }
}
