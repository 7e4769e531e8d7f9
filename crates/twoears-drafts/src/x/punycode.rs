//! How long a label of a host name is once it is written in ASCII (RFC 3492).

/// The most bytes of a label (RFC 1035).
const LABEL: usize = 63;

/// The parameters of RFC 3492, section 5.
const BASE: u32 = 36;
const T_MIN: u32 = 1;
const T_MAX: u32 = 26;
const SKEW: u32 = 38;
const DAMP: u32 = 700;
const BIAS: u32 = 72;

/// The length of a host name in ASCII; none when a label of it is empty or too long, or claims to be encoded and is not.
pub(super) fn ascii_len(host: &str) -> Option<usize> {
    let mut len = 0;
    for label in host.split('.') {
        let bytes = label_len(label)?;
        if !(1..=LABEL).contains(&bytes) {
            return None;
        }
        len += bytes + 1;
    }
    Some(len.saturating_sub(1))
}

fn label_len(label: &str) -> Option<usize> {
    if label.is_ascii() {
        return Some(label.len());
    }
    let encoded = label.get(..4).is_some_and(|start| start.eq_ignore_ascii_case("xn--"));
    // Every character takes a byte at least.
    if encoded || label.chars().count() > LABEL {
        return None;
    }
    let points: Vec<u32> = label.chars().map(u32::from).collect();
    let basic = points.iter().filter(|point| **point < 128).count();
    let mut len = "xn--".len() + basic + usize::from(basic > 0);
    let (mut next, mut delta, mut bias, mut done) = (128, 0_u32, BIAS, basic as u32);
    while (done as usize) < points.len() {
        let least = *points.iter().filter(|point| **point >= next).min()?;
        delta = delta.checked_add((least - next).checked_mul(done + 1)?)?;
        for &point in &points {
            if point < least {
                delta = delta.checked_add(1)?;
            } else if point == least {
                len += digits(delta, bias);
                bias = adapt(delta, done + 1, done as usize == basic);
                delta = 0;
                done += 1;
            }
        }
        next = least + 1;
        delta += 1;
    }
    Some(len)
}

/// How many digits a delta takes.
fn digits(delta: u32, bias: u32) -> usize {
    let (mut rest, mut place, mut count) = (delta, BASE, 1);
    loop {
        let threshold = place.saturating_sub(bias).clamp(T_MIN, T_MAX);
        if rest < threshold {
            return count;
        }
        rest = (rest - threshold) / (BASE - threshold);
        place += BASE;
        count += 1;
    }
}

fn adapt(delta: u32, points: u32, first: bool) -> u32 {
    let mut delta = if first { delta / DAMP } else { delta / 2 };
    delta += delta / points;
    let mut steps = 0;
    while delta > (BASE - T_MIN) * T_MAX / 2 {
        delta /= BASE - T_MIN;
        steps += BASE;
    }
    steps + (BASE - T_MIN + 1) * delta / (delta + SKEW)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lengths_of_known_names() {
        for (host, ascii) in [
            ("example.com", "example.com"),
            ("münchen.de", "xn--mnchen-3ya.de"),
            ("みんな", "xn--q9jyb4c"),
            ("中国", "xn--fiqs8s"),
            ("☃.net", "xn--n3h.net"),
            ("ひとびとのために", "xn--f9jrannvi9i"),
        ] {
            assert_eq!(ascii_len(host), Some(ascii.len()), "{host}");
        }
    }

    #[test]
    fn what_is_no_host() {
        for host in ["", "a..b", "xn--はじめよう.com"] {
            assert_eq!(ascii_len(host), None, "{host}");
        }
        assert_eq!(ascii_len(&"a".repeat(64)), None);
        assert_eq!(ascii_len(&"あ".repeat(64)), None);
        assert!(ascii_len(&"あ".repeat(40)).is_some());
    }
}
