//! Classes of characters, as twitter-text names them.

/// What a link, a mention or a tag may follow and what ends them all: blanks of every kind.
pub(super) fn is_space(c: char) -> bool {
    matches!(c, '\t'..='\r' | ' ' | '\u{85}' | '\u{a0}' | '\u{1680}' | '\u{180e}' | '\u{2000}'..='\u{200a}'
        | '\u{2028}' | '\u{2029}' | '\u{202f}' | '\u{205f}' | '\u{3000}')
}

/// Marks that turn the direction of writing.
pub(super) fn is_directional(c: char) -> bool {
    matches!(c, '\u{202a}'..='\u{202e}' | '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{2066}'..='\u{2069}')
}

/// Characters that no post may hold.
pub(super) fn is_invalid(c: char) -> bool {
    matches!(c, '\u{fffe}' | '\u{feff}' | '\u{ffff}')
}

/// The punctuation that ends a label of a host name.
pub(super) fn is_punctuation(c: char) -> bool {
    "!'#%&()*+,\\-./:;<=>?@[]^_{|}~$".contains(c)
}

/// Latin letters with accents that twitter-text takes for letters of a link.
pub(super) fn is_latin_accent(c: char) -> bool {
    matches!(c, '\u{c0}'..='\u{d6}' | '\u{d8}'..='\u{f6}' | '\u{f8}'..='\u{ff}' | '\u{100}'..='\u{24f}'
        | '\u{253}' | '\u{254}' | '\u{256}' | '\u{257}' | '\u{259}' | '\u{25b}' | '\u{263}' | '\u{268}'
        | '\u{26f}' | '\u{272}' | '\u{289}' | '\u{28b}' | '\u{2bb}' | '\u{300}'..='\u{36f}'
        | '\u{1e00}'..='\u{1eff}')
}

/// Cyrillic letters and marks.
pub(super) fn is_cyrillic(c: char) -> bool {
    matches!(c, '\u{400}'..='\u{4ff}')
}

/// An at sign, also the wide one.
pub(super) fn is_at(c: char) -> bool {
    matches!(c, '@' | '＠')
}

/// A hash sign, also the wide one.
pub(super) fn is_hash(c: char) -> bool {
    matches!(c, '#' | '＃')
}

/// The character before byte `at`.
pub(super) fn before(text: &str, at: usize) -> Option<char> {
    text[..at].chars().next_back()
}

/// What must not follow a mention: another at sign, a letter with an accent, `://`.
pub(super) fn ends_mention(rest: &str) -> bool {
    rest.starts_with(|c| is_at(c) || is_latin_accent(c)) || rest.starts_with("://")
}
