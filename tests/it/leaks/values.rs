//! Made-up personal data of every kind, with checksums that hold, in the spellings that people use.

use crate::support::Numbers;

/// A value that must not come out again.
pub(super) struct Value {
    /// Which kind, for a person who reads a failure.
    pub(super) kind: &'static str,
    /// As the customer writes it.
    pub(super) text: String,
}

const FIRST: &[&str] =
    &["Rosalind", "Chinedu", "Anneliese", "Bartholomew", "Xiomara", "Padraig", "Ottoline", "Zsofia"];
const LAST: &[&str] = &[
    "Achterberg",
    "Okwuosa",
    "Featherstonehaugh",
    "Quillfeather",
    "Dobrowolski",
    "Tresillian",
    "Vandermeulen",
];
const STREETS: &[&str] =
    &["Quarry Lane", "Foxglove Avenue", "Hollybush Road", "Cuckoo Street", "Windmill Close"];
const TOWNS: &[&str] = &["Leeds", "Bristol", "Norwich", "Dundee", "Swansea"];
const WORDS: &[&str] =
    &["walrus", "marzipan", "thunder", "bicycle", "cinnamon", "glacier", "pumpkin", "saffron"];
const UPPER: &[u8] = b"ABCDEFGHJKLMNPQRSTUVWXYZ";
const DIGITS: &[u8] = b"0123456789";
const CODE: &[u8] = b"ABCDEFGHJKLMNPQRSTUVWXYZ23456789";
const BASE62: &[u8] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
const HEX: &[u8] = b"0123456789abcdef";

fn one<'a>(numbers: &mut Numbers, of: &[&'a str]) -> &'a str {
    of[numbers.below(of.len())]
}

fn some(numbers: &mut Numbers, of: &[u8], count: usize) -> String {
    (0..count).map(|_| char::from(of[numbers.below(of.len())])).collect()
}

/// Digits in groups, joined as somebody would.
fn grouped(numbers: &mut Numbers, digits: &str, sizes: &[usize]) -> String {
    let joint = ["", " ", "-", " ", "\u{a0}", "\u{200b}", "–"][numbers.below(7)];
    let (mut parts, mut rest) = (Vec::new(), digits);
    for size in sizes {
        let (part, after) = rest.split_at((*size).min(rest.len()));
        parts.push(part);
        rest = after;
    }
    parts.push(rest);
    parts.retain(|part| !part.is_empty());
    parts.join(joint)
}

/// The digits with the check digit that Luhn asks for.
fn luhn(digits: &str) -> String {
    let sum: u32 = digits
        .bytes()
        .rev()
        .enumerate()
        .map(|(at, byte)| {
            let digit = u32::from(byte - b'0') * if at % 2 == 0 { 2 } else { 1 };
            digit / 10 + digit % 10
        })
        .sum();
    format!("{digits}{}", (10 - sum % 10) % 10)
}

fn iban(country: &str, account: &str) -> String {
    let turned = format!("{account}{country}00");
    let left = turned.chars().fold(0, |left: u32, c| {
        let value = c.to_digit(36).unwrap_or(0);
        (left * if value < 10 { 10 } else { 100 } + value) % 97
    });
    format!("{country}{:02}{account}", 98 - left)
}

/// Ten digits, the last by weights 10 to 2 and modulus 11, as the NHS number has it.
fn nhs(numbers: &mut Numbers) -> String {
    loop {
        let digits = some(numbers, DIGITS, 9);
        let sum: u32 =
            (2..=10).rev().zip(digits.bytes()).map(|(weight, digit)| weight * u32::from(digit - b'0')).sum();
        let check = (11 - sum % 11) % 11;
        if check < 10 {
            return format!("{digits}{check}");
        }
    }
}

type Make = fn(&mut Numbers) -> String;

/// Every kind. Those at the end no recognizer is meant to find: they must not come out either.
pub(super) const KINDS: &[(&str, Make)] = &[
    ("card", |n| {
        let start = one(n, &["4", "51", "55", "6011", "2221"]);
        let digits = luhn(&format!("{start}{}", some(n, DIGITS, 15 - start.len())));
        grouped(n, &digits, &[4, 4, 4])
    }),
    ("amex", |n| {
        let digits = luhn(&format!("37{}", some(n, DIGITS, 12)));
        grouped(n, &digits, &[4, 6])
    }),
    ("iban", |n| {
        let account = some(n, DIGITS, 18);
        let number = if n.below(2) == 0 {
            iban("DE", &account)
        } else {
            iban("GB", &format!("LARK{}", &account[..14]))
        };
        let number = grouped(n, &number, &[4, 4, 4, 4, 4]);
        if n.below(4) == 0 { number.to_lowercase() } else { number }
    }),
    ("phone", |n| {
        let rest = some(n, DIGITS, 3);
        match n.below(5) {
            0 => format!("+44 7700 900{rest}"),
            1 => format!("07700900{rest}"),
            2 => format!("(202) 555-0{rest}"),
            3 => format!("0044-7700-900-{rest}"),
            _ => format!("+4930 23125{rest}"),
        }
    }),
    ("email", |n| {
        let (first, last) = (one(n, FIRST).to_lowercase(), one(n, LAST).to_lowercase());
        let tail = some(n, DIGITS, 2);
        match n.below(4) {
            0 => format!("{first}.{last}@mail.example"),
            1 => format!("{first}{tail}@{last}.example"),
            2 => format!("{first} at {last} dot example"),
            _ => format!("{first}.{last}{tail}@Mail.Example"),
        }
    }),
    ("address", |n| {
        let (number, street, town) = (10 + n.below(180), one(n, STREETS), one(n, TOWNS));
        let postcode = format!(
            "{}{} {}{}",
            one(n, &["LS", "NR", "DD", "SA"]),
            n.below(30) + 1,
            n.below(10),
            some(n, UPPER, 2)
        );
        match n.below(3) {
            0 => format!("{number} {street}, {town} {postcode}"),
            1 => format!("{number} {street}\n{town}\n{postcode}"),
            _ => format!("flat {}, {number} {street}, {postcode}", n.below(40)),
        }
    }),
    ("name", |n| format!("{} {}", one(n, FIRST), one(n, LAST))),
    ("ssn", |n| format!("{}-{}-{}", 100 + n.below(500), 10 + n.below(80), 1000 + n.below(9000))),
    ("nino", |n| {
        let digits = some(n, DIGITS, 6);
        format!("QQ{}C", grouped(n, &digits, &[2, 2]))
    }),
    ("nhs", |n| {
        let digits = nhs(n);
        grouped(n, &digits, &[3, 3])
    }),
    ("birth", |n| format!("{:02}/{:02}/19{}", 1 + n.below(28), 1 + n.below(12), 40 + n.below(60))),
    ("password", |n| format!("{}{}{}", one(n, WORDS), some(n, DIGITS, 3), one(n, &["!", "#", "?x", "_Q"]))),
    ("pin", |n| some(n, DIGITS, 4)),
    ("code", |n| {
        let digits = some(n, DIGITS, 6);
        grouped(n, &digits, &[3])
    }),
    ("key", |n| match n.below(4) {
        0 => format!("ghp_{}", some(n, BASE62, 36)),
        1 => format!("AKIA{}", some(n, CODE, 16)),
        2 => format!("sk_live_{}", some(n, BASE62, 24)),
        _ => format!("xoxb-{}-{}", some(n, DIGITS, 12), some(n, BASE62, 24)),
    }),
    ("wallet", |n| format!("0x{}", some(n, HEX, 40))),
    ("order", |n| match n.below(3) {
        0 => format!("LK-{}", some(n, DIGITS, 6)),
        1 => some(n, DIGITS, 8),
        _ => format!("#{}{}", some(n, UPPER, 2), some(n, DIGITS, 7)),
    }),
    ("booking", |n| format!("{}{}{}", some(n, UPPER, 2), some(n, DIGITS, 2), some(n, CODE, 2))),
    ("account", |n| some(n, DIGITS, 10)),
    ("plate", |n| format!("{}{} {}", some(n, UPPER, 2), 10 + n.below(60), some(n, UPPER, 3))),
    ("ip", |n| format!("203.0.113.{}", 100 + n.below(150))),
    ("passport", |n| some(n, DIGITS, 9)),
    ("imei", |n| luhn(&format!("35{}", some(n, DIGITS, 12)))),
    // What nothing says to be personal.
    ("digits", |n| {
        let count = 4 + n.below(14);
        some(n, DIGITS, count)
    }),
    ("token", |n| format!("{}{}{}", some(n, BASE62, 4), some(n, DIGITS, 4), some(n, BASE62, 3))),
    ("phrase", |n| format!("{}-{}-{}", one(n, WORDS), one(n, WORDS), some(n, DIGITS, 4))),
    ("handle", |n| format!("@{}{}", one(n, WORDS), some(n, DIGITS, 4))),
    ("link", |n| format!("https://files.example/{}/{}", one(n, WORDS), some(n, BASE62, 12))),
];

pub(super) fn value(numbers: &mut Numbers) -> Value {
    let (kind, make) = KINDS[numbers.below(KINDS.len())];
    Value { kind, text: make(numbers) }
}
