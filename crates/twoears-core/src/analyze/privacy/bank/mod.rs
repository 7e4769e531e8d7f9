//! Bank accounts that are no IBAN: routing numbers, sort codes, BSB, BLZ, IFSC, BIC, and the account numbers with them.
//!
//! A number by itself says little, so the word before it decides, and each kind has its own check. The number of an
//! account counts as a bank's only after `bank account` or in a text that also shows the bank's own code.

mod code;
mod digits;
mod routing;

use super::context::{Role, part};
use super::look::Look;
use super::recognizer::{PrivateKind, Recognizer};
use crate::listen::{Heard, TokenKind};
use crate::{RuleId, Span};
use digits::{Groups, groups};

/// A number of a bank account, or of its bank.
pub(super) const RECOGNIZER: Recognizer = Recognizer {
    id: RuleId("private.bank_account"),
    kind: PrivateKind::BankAccount,
    says: "a bank account number, a sort code, a routing number or another code of a bank",
    check: "the form that the word before it promises; the ABA checksum; the account number only beside such a code",
    maybe: |hints| hints.has(WORDS) || (hints.digits >= 5 && hints.codes > 0),
    find,
};

/// Roles of words that come with such a number.
const WORDS: u64 = Role::Bank.bit() | Role::Sort.bit() | Role::Code.bit();
/// Tokens between a word and its number: `account number is:`.
const REACH: usize = 6;

fn find(look: &Look<'_>) -> Vec<Span> {
    let heard = look.heard;
    let mut spans: Vec<Span> = Vec::new();
    for (index, token) in heard.tokens().iter().enumerate() {
        let found = match token.kind {
            TokenKind::Word => named(heard, index),
            TokenKind::Number => bare(heard, index),
            _ => None,
        };
        spans.extend(found);
    }
    // With a bank's own code in the text, a bare account number is the bank's.
    let own = !spans.is_empty();
    for index in 0..heard.tokens().len() {
        spans.extend(account(heard, index, own));
    }
    spans.sort_unstable();
    let mut last = 0;
    spans.retain(|span| {
        let free = span.start >= last;
        last = last.max(span.end);
        free
    });
    spans
}

/// The value after a word that names a code of a bank.
fn named(heard: &Heard, index: usize) -> Option<Span> {
    let value = || value_after(heard, index);
    let numbers = || groups(heard, value()?);
    match part(heard, index) {
        "routing" | "aba" | "rtn" => numbers()?.joined(&[&[9], &[4, 4, 1], &[3, 3, 3]], routing::aba),
        "sortcode" => numbers()?.joined(SORT, |_| true),
        "sort" if matches!(part(heard, index + 1), "code" | "codes" | ":" | "no") => {
            numbers()?.joined(SORT, |_| true)
        }
        "bsb" => numbers()?.joined(&[&[6], &[3, 3]], |_| true),
        "blz" | "bankleitzahl" => {
            numbers()?.joined(&[&[8], &[3, 3, 2]], |digits| digits[0] != b'0' && digits[0] != b'9')
        }
        "transit" => transit(heard, &numbers()?),
        "institution" => numbers()?.joined(&[&[3]], |_| true).filter(|_| mentions(heard, "transit")),
        "ifsc" => code::after(heard, value()?, code::ifsc),
        "bic" => code::after(heard, value()?, code::bic),
        "swift" if matches!(part(heard, index + 1), "code" | ":" | "/" | "is" | "number" | "bic") => {
            code::after(heard, value()?, code::bic)
        }
        "kontonummer" | "kontonr" => number(&numbers()?, 4),
        _ => None,
    }
}

/// Groups of a British sort code.
const SORT: &[&[usize]] = &[&[6], &[2, 2, 2]];

/// What shows itself by its form: an IFSC; a sort code in dashes that is no date, with eight digits right behind it.
fn bare(heard: &Heard, index: usize) -> Option<Span> {
    let token = heard.tokens()[index];
    if code::ifsc(token.span.of(heard.text())) {
        return Some(token.span);
    }
    if token.span.len() != 2 {
        return None;
    }
    let found = groups(heard, token.span.start as usize)?;
    let sort = found.joined(&[&[2, 2, 2]], |digits| !digits::date(digits))?;
    let dashed = sort.of(heard.text()).bytes().filter(|b| *b == b'-').count() == 2;
    (dashed && found.next_is(3, 8)).then_some(sort)
}

/// `transit 12345-003`, or five digits where an institution is named too (Payments Canada).
fn transit(heard: &Heard, found: &Groups<'_>) -> Option<Span> {
    let whole = found.joined(&[&[5, 3]], |_| true);
    whole.or_else(|| found.joined(&[&[5]], |_| true).filter(|_| mentions(heard, "institution")))
}

fn mentions(heard: &Heard, word: &str) -> bool {
    heard.tokens().iter().any(|token| token.span.of(heard.lower()) == word)
}

/// The number of an account: after `bank account` and its like, or after `account` where a bank's code stands too.
fn account(heard: &Heard, index: usize, own: bool) -> Option<Span> {
    let named = match part(heard, index) {
        "account" | "acct" | "acc" | "konto" | "chequing" | "checking" => index,
        "a" if part(heard, index + 1) == "/" && part(heard, index + 2) == "c" => index + 2,
        _ => return behind(heard, index).filter(|_| own),
    };
    let kind = index.checked_sub(1).map_or("", |at| part(heard, at));
    let bank = matches!(kind, "bank" | "checking" | "chequing" | "savings" | "current" | "giro" | "deposit");
    (own || bank).then(|| number(&groups(heard, value_after(heard, named)?)?, 6)).flatten()
}

/// Eight digits right behind a sort code.
fn behind(heard: &Heard, index: usize) -> Option<Span> {
    let token = heard.tokens()[index];
    let eight = token.kind == TokenKind::Number && token.span.len() == 8;
    let end = || heard.text()[..token.span.start as usize].trim_end_matches([' ', ',', '/']).len();
    (eight && digits::sort_ends(heard.text(), end())).then_some(token.span)
}

/// Six to seventeen digits, in one group or in several.
fn number(found: &Groups<'_>, least: usize) -> Option<Span> {
    const MOST: usize = 17;
    found.leading(least, MOST)
}

/// Where the value after the word at `index` starts: past small words and marks.
fn value_after(heard: &Heard, index: usize) -> Option<usize> {
    for at in index + 1..=index + REACH {
        let token = *heard.tokens().get(at)?;
        let small = matches!(
            token.span.of(heard.lower()),
            "code"
                | "number"
                | "no"
                | "nr"
                | "num"
                | "numbers"
                | "is"
                | "was"
                | ":"
                | "="
                | "#"
                | "-"
                | "."
                | ","
                | "("
                | ")"
                | "and"
                | "account"
                | "transit"
                | "bank"
                | "the"
                | "my"
                | "it"
                | "it's"
                | "s"
                | "for"
                | "/"
                | "bic"
                | "ist"
                | "lautet"
        );
        if !small {
            return Some(token.span.start as usize);
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use crate::analyze::privacy::testing::found;

    #[test]
    fn codes_of_banks_and_their_accounts() {
        for (text, values) in [
            ("sort code 20-00-00 account 55779911 for the refund", vec!["20-00-00", "55779911"]),
            ("sort code: 200000, acc no 55779911", vec!["200000", "55779911"]),
            ("pay 20-00-00 55779911 please", vec!["20-00-00", "55779911"]),
            ("routing number 021000021, checking account 000123456789", vec!["021000021", "000123456789"]),
            ("my ABA is 0210-0002-1", vec!["0210-0002-1"]),
            ("BSB 062-000 acc 12345678", vec!["062-000", "12345678"]),
            ("transit number 12345 institution 003 account 1234567", vec!["12345", "003", "1234567"]),
            ("IFSC is HDFC0001234", vec!["HDFC0001234"]),
            ("credit it to SBIN0004567 now", vec!["SBIN0004567"]),
            ("BIC: DEUTDEFF500", vec!["DEUTDEFF500"]),
            ("swift code is BARCGB22", vec!["BARCGB22"]),
            ("Kontonummer 532013000, BLZ 370 400 44", vec!["532013000", "370 400 44"]),
            ("my bank account number is 31926819", vec!["31926819"]),
        ] {
            assert_eq!(found(&super::RECOGNIZER, text), values, "{text}");
        }
    }

    #[test]
    fn near_misses() {
        for text in [
            "account number 31926819, why",
            "routing number 021000022",
            "sort out 20 00 00",
            "on 12-11-20 55779911 was sent",
            "transit 12345",
            "in transit since 2 days, order 448201",
            "swift delivery of ABCDEFGH please 12345",
            "promo code 200000",
            "bic DELIVERY",
            "a current account for 2 people",
            "my bank account was charged 120 twice",
            "BSB is 12",
        ] {
            let found = found(&super::RECOGNIZER, text);
            assert!(found.is_empty(), "{text} {found:?}");
        }
    }
}
