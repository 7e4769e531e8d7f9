//! How a message was typed: shouting, exclamation, drawn-out words, emoji.

use super::{Token, TokenKind};

/// Counts of what a writer does with the keyboard. All of them are counts but [`Cues::shouting`].
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Cues {
    /// Words and numbers.
    pub words: u32,
    /// Words of three letters or more, all of them capitals.
    pub capital_words: u32,
    /// The share of capitals among the ASCII letters, 0 to 1; 0 below eight letters.
    pub shouting: f32,
    /// Exclamation marks.
    pub exclamations: u32,
    /// Question marks.
    pub questions: u32,
    /// Runs of two or more dots.
    pub ellipses: u32,
    /// Words with a letter drawn out.
    pub elongations: u32,
    /// Emoji.
    pub emoji: u32,
    /// Mentions of accounts.
    pub mentions: u32,
    /// Links.
    pub urls: u32,
    /// Hashtags.
    pub hashtags: u32,
    /// Numbers and codes.
    pub numbers: u32,
}

impl Cues {
    pub(super) fn of(text: &str, tokens: &[Token], elongations: u32) -> Self {
        let mut cues = Self { elongations, ..Self::default() };
        let (mut capitals, mut letters) = (0_u32, 0_u32);
        for token in tokens {
            let part = token.span.of(text);
            match token.kind {
                TokenKind::Word => {
                    let upper = part.bytes().filter(u8::is_ascii_uppercase).count() as u32;
                    let all = part.bytes().filter(u8::is_ascii_alphabetic).count() as u32;
                    capitals += upper;
                    letters += all;
                    cues.words += 1;
                    cues.capital_words += u32::from(all >= 3 && upper == all);
                }
                TokenKind::Number => {
                    cues.words += 1;
                    cues.numbers += 1;
                }
                TokenKind::Mention => cues.mentions += 1,
                TokenKind::Url => cues.urls += 1,
                TokenKind::Hashtag => cues.hashtags += 1,
                TokenKind::Emoji => cues.emoji += 1,
                TokenKind::Email => {}
                TokenKind::Punctuation => match part.as_bytes()[0] {
                    b'!' => cues.exclamations += part.len() as u32,
                    b'?' => cues.questions += part.len() as u32,
                    b'.' if part.len() > 1 => cues.ellipses += 1,
                    _ => cues.ellipses += u32::from(part.starts_with('…')),
                },
            }
        }
        if letters >= 8 {
            cues.shouting = capitals as f32 / letters as f32;
        }
        cues
    }
}

#[cfg(test)]
mod tests {
    #[test]
    fn shouting_is_seen() {
        let cues = *crate::listen::hear("WHERE IS MY PARCEL?!! I have waited sooooo long... 😡").cues();
        assert_eq!((cues.capital_words, cues.questions, cues.exclamations), (2, 1, 2));
        assert_eq!((cues.elongations, cues.ellipses, cues.emoji, cues.words), (1, 1, 1, 9));
        assert!(cues.shouting > 0.4);
        assert!(crate::listen::hear("OK THX").cues().shouting < 0.01);
    }
}
