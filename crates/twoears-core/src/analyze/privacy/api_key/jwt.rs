//! JSON Web Tokens (RFC 7519): three parts in base64url with dots between, the first a JSON object that names `alg`.

/// Characters of the longest head that is read.
const HEAD: usize = 1024;

/// The length of the token at the start; its signature may be empty.
pub(super) fn token(rest: &[u8]) -> Option<usize> {
    // What `{"` begins with in base64.
    if !rest.starts_with(b"eyJ") {
        return None;
    }
    let part = |at: usize| rest[at..].iter().take_while(|b| url(**b)).count();
    let head = rest.iter().take(HEAD + 1).take_while(|b| url(**b)).count();
    if head > HEAD || rest.get(head) != Some(&b'.') {
        return None;
    }
    let json = decode(&rest[..head])?;
    let object =
        json.starts_with(b"{\"") && json.ends_with(b"}") && json.windows(5).any(|five| five == b"\"alg\"");
    let payload = object.then(|| part(head + 1)).filter(|len| *len >= 4)?;
    let last = head + 1 + payload;
    let signature = if rest.get(last) == Some(&b'.') { 1 + part(last + 1) } else { 0 };
    (signature > 0).then_some(last + signature)
}

fn url(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-')
}

/// The bytes that a word in base64 or base64url stands for, its padding left out.
pub(super) fn decode(word: &[u8]) -> Option<Vec<u8>> {
    let mut bytes = Vec::with_capacity(word.len());
    let (mut bits, mut held) = (0_u32, 0);
    for byte in word {
        let value = match byte {
            b'A'..=b'Z' => byte - b'A',
            b'a'..=b'z' => byte - b'a' + 26,
            b'0'..=b'9' => byte - b'0' + 52,
            b'+' | b'-' => 62,
            b'/' | b'_' => 63,
            _ => return None,
        };
        bits = (bits << 6 | u32::from(value)) & 0xFFF;
        held += 6;
        if held >= 8 {
            held -= 8;
            bytes.push((bits >> held & 0xFF) as u8);
        }
    }
    Some(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn heads_are_read() {
        assert_eq!(decode(b"eyJhbGciOiJIUzI1NiJ9").as_deref(), Some(b"{\"alg\":\"HS256\"}".as_slice()));
        let jwt = b"eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJhbm4ifQ.c2lnbmF0dXJl, ok";
        assert_eq!(token(jwt), Some(jwt.len() - 4));
        for text in [
            "eyJhbGciOiJIUzI1NiJ9",
            "eyJhbGciOiJIUzI1NiJ9.eyJz",
            "eyJ0eXAiOiJKV1QifQ.eyJzdWIiOiJhbm4ifQ.c2ln",
            "eyJ.a.b",
        ] {
            assert_eq!(token(text.as_bytes()), None, "{text}");
        }
    }
}
