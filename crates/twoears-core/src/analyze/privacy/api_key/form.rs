//! Keys that have a form rather than a prefix: tokens of Telegram and Discord bots, of Meta's apps, of Terraform, the
//! secrets of Microsoft Entra.

use super::jwt::decode;
use super::random::random;

/// The length of such a key at the start.
pub(super) fn known(rest: &[u8]) -> Option<usize> {
    telegram(rest).or_else(|| discord(rest)).or_else(|| terraform(rest))
}

fn run(bytes: &[u8], most: usize, fits: fn(u8) -> bool) -> usize {
    bytes.iter().take(most + 1).take_while(|b| fits(**b)).count()
}

fn url(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-')
}

/// `12345678:` and 35 characters (Telegram's bot API), or the number of an app, `|` and 27 (Meta's app tokens).
fn telegram(rest: &[u8]) -> Option<usize> {
    let digits = run(rest, 17, |b| b.is_ascii_digit());
    let body = rest.get(digits + 1..)?;
    let len = match (rest[digits], digits) {
        (b':', 8..=10) => 35,
        (b'|', 14..=17) => 27,
        _ => return None,
    };
    (run(body, len, url) == len && random(&body[..len])).then_some(digits + 1 + len)
}

/// Three parts with dots between, the first of which stands for the number of the bot (Discord's API reference).
fn discord(rest: &[u8]) -> Option<usize> {
    if !matches!(rest[0], b'M' | b'N' | b'O') {
        return None;
    }
    let id = run(rest, 28, url);
    if !(24..=28).contains(&id) || rest.get(id) != Some(&b'.') {
        return None;
    }
    let stamp = run(&rest[id + 1..], 6, url);
    let body = rest.get(id + stamp + 2..).filter(|_| stamp == 6 && rest[id + 7] == b'.')?;
    let len = run(body, 38, url);
    let number = decode(&rest[..id])?.iter().all(u8::is_ascii_digit);
    (number && (27..=38).contains(&len)).then_some(id + stamp + 2 + len)
}

/// Fourteen characters, `.atlasv1.` and 60 to 70 (HCP Terraform).
fn terraform(rest: &[u8]) -> Option<usize> {
    let body = rest.get(14..)?.strip_prefix(b".atlasv1.")?;
    let len = run(body, 70, url);
    ((60..=70).contains(&len) && random(&body[..len])).then_some(14 + 9 + len)
}

/// Three characters, a digit, `Q~` and 31 to 34 (Microsoft Entra's client secrets), wherever in a run.
pub(super) fn client_secrets(bytes: &[u8]) -> Vec<(usize, usize)> {
    let fits = |b: u8| url(b) || matches!(b, b'.' | b'~');
    let mut found = Vec::new();
    for (at, _) in bytes.windows(2).enumerate().filter(|(_, pair)| *pair == b"Q~") {
        let Some(start) = at.checked_sub(4) else { continue };
        let head = bytes[start..at - 1].iter().all(|b| fits(*b)) && bytes[at - 1].is_ascii_digit();
        let fresh = start == 0 || !url(bytes[start - 1]);
        let body = &bytes[at + 2..];
        let len = run(body, 34, fits);
        if head && fresh && (31..=34).contains(&len) && random(&body[..len]) {
            found.push((start, at + 2 + len));
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    const BODY: &str = "a1B2c3D4e5F6g7H8i9J0k1L2m3N4o5P6q7R8s9T0u1V2w3X4y5Z6a7B8c9D0e1F2g3H4";

    #[test]
    fn forms() {
        assert_eq!(known(format!("123456789:{}", &BODY[..35]).as_bytes()), Some(45));
        assert_eq!(known(format!("MTIzNDU2Nzg5MDEyMzQ1Njc4.a1B2c3.{}", &BODY[..27]).as_bytes()), Some(59));
        assert_eq!(known(format!("{}.atlasv1.{}", &BODY[..14], &BODY[..64]).as_bytes()), Some(87));
        let secret = format!("x=aB38Q~{}", &BODY[..34]);
        assert_eq!(client_secrets(secret.as_bytes()), [(2, secret.len())]);
    }

    #[test]
    fn near_misses() {
        for text in ["12345678:30", "12:30", "1", "MTIz.a.b", "Manchester.United.2026"] {
            assert_eq!(known(text.as_bytes()), None, "{text}");
        }
        assert!(client_secrets(b"Q~").is_empty() && client_secrets(b"aB3xQ~abc").is_empty());
        assert!(client_secrets(format!("aB38Q~{}", "x".repeat(34)).as_bytes()).is_empty());
    }
}
