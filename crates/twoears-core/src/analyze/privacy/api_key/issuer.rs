//! Keys by issuer: the prefix, the alphabet and the length that each documents.

use super::random::random;

/// The characters of what follows a prefix.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Alphabet {
    /// Digits and a to f, in any case.
    Hex,
    /// Capitals and digits.
    Capitals,
    /// Letters and digits.
    Alnum,
    /// Letters, digits, `_` and `-` (base64url).
    Url,
    /// The same and `.`.
    Dotted,
    /// Letters, digits, `+`, `/` and `=` (base64), and `_` and `-`.
    Base64,
}

impl Alphabet {
    fn holds(self, byte: u8) -> bool {
        match self {
            Self::Hex => byte.is_ascii_hexdigit(),
            Self::Capitals => byte.is_ascii_uppercase() || byte.is_ascii_digit(),
            Self::Alnum => byte.is_ascii_alphanumeric(),
            Self::Url => byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-'),
            Self::Dotted => byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-' | b'.'),
            Self::Base64 => byte.is_ascii_alphanumeric() || b"+/=_-".contains(&byte),
        }
    }
}

use Alphabet::{Alnum, Base64, Capitals, Dotted, Hex, Url};

/// No upper limit is documented.
const OPEN: usize = 2048;

/// Prefix, alphabet, and the least and the most characters after the prefix. From the issuers' public pages on their
/// tokens, read in 2026; where an issuer names no length, the least of what it has given out.
const KEYS: &[(&str, Alphabet, usize, usize)] = &[
    // Amazon Web Services: access keys, temporary keys, Bedrock.
    ("AKIA", Capitals, 16, 16),
    ("ASIA", Capitals, 16, 16),
    ("ABSK", Base64, 109, 269),
    // GitHub and GitLab.
    ("ghp_", Alnum, 36, 251),
    ("gho_", Alnum, 36, 251),
    ("ghu_", Alnum, 36, 251),
    ("ghs_", Alnum, 36, 251),
    ("ghr_", Alnum, 36, 251),
    ("github_pat_", Url, 82, 82),
    ("glpat-", Dotted, 20, 300),
    ("gldt-", Url, 20, 64),
    ("glrt-", Dotted, 20, 300),
    ("glptt-", Hex, 40, 40),
    ("glcbt-", Url, 20, 100),
    ("glft-", Url, 20, 64),
    ("glsoat-", Url, 20, 64),
    ("glagent-", Url, 50, 64),
    ("glimt-", Url, 25, 64),
    ("gloas-", Hex, 64, 64),
    // Slack, Discord and Telegram hooks.
    ("xoxb-", Url, 40, 200),
    ("xoxp-", Url, 50, 200),
    ("xoxa-", Url, 40, 200),
    ("xoxr-", Url, 40, 200),
    ("xoxs-", Url, 40, 200),
    ("xoxe-", Url, 100, 300),
    ("xoxe.xox", Url, 120, 300),
    ("xapp-", Url, 60, 200),
    ("hooks.slack.com/services/", Base64, 40, 60),
    ("hooks.slack.com/workflows/", Base64, 40, 80),
    ("discord.com/api/webhooks/", Base64, 80, 100),
    // Stripe and other ways to pay.
    ("sk_live_", Alnum, 16, 250),
    ("sk_test_", Alnum, 16, 250),
    ("rk_live_", Alnum, 16, 250),
    ("rk_test_", Alnum, 16, 250),
    ("sk_prod_", Alnum, 16, 250),
    ("whsec_", Base64, 32, 100),
    ("sq0atp-", Url, 22, 22),
    ("sq0csp-", Url, 43, 43),
    ("EAAA", Url, 60, 60),
    ("rzp_live_", Alnum, 14, 14),
    ("access-production-", Url, 36, 36),
    ("FLWSECK-", Url, 32, 40),
    ("FLWSECK_TEST-", Url, 32, 40),
    // Google, Meta.
    ("AIza", Url, 35, 35),
    ("GOCSPX-", Url, 28, 28),
    ("ya29.", Url, 60, OPEN),
    ("EAA", Alnum, 90, OPEN),
    // Language models.
    ("sk-ant-", Url, 80, 200),
    ("sk-proj-", Url, 40, 200),
    ("sk-svcacct-", Url, 40, 200),
    ("sk-admin-", Url, 40, 200),
    ("sk-or-v1-", Hex, 64, 64),
    ("sk-", Alnum, 32, 64),
    ("hf_", Alnum, 34, 34),
    ("api_org_", Alnum, 34, 34),
    ("gsk_", Alnum, 52, 52),
    ("xai-", Alnum, 80, 80),
    ("pplx-", Alnum, 48, 48),
    ("r8_", Alnum, 37, 37),
    // Mail and messages.
    ("SG.", Dotted, 66, 66),
    ("SK", Hex, 32, 32),
    ("AC", Hex, 32, 32),
    ("key-", Hex, 32, 32),
    ("xkeysib-", Url, 81, 81),
    ("re_", Url, 32, 40),
    // Packages and containers.
    ("npm_", Alnum, 36, 36),
    ("pypi-AgEI", Url, 50, OPEN),
    ("rubygems_", Hex, 48, 48),
    ("dckr_pat_", Url, 27, 40),
    ("oy2", Alnum, 43, 43),
    ("CLOJARS_", Alnum, 60, 60),
    ("AKCp", Alnum, 69, 69),
    // Shops and hosts.
    ("shpat_", Hex, 32, 32),
    ("shpca_", Hex, 32, 32),
    ("shppa_", Hex, 32, 32),
    ("shpss_", Hex, 32, 32),
    ("dop_v1_", Hex, 64, 64),
    ("doo_v1_", Hex, 64, 64),
    ("dor_v1_", Hex, 64, 64),
    ("fo1_", Url, 43, 43),
    ("fm2_", Base64, 100, OPEN),
    ("HRKU-", Url, 36, 60),
    ("nfp_", Alnum, 36, 40),
    ("sbp_", Hex, 40, 40),
    ("LTAI", Alnum, 16, 24),
    ("tskey-auth-", Url, 30, 80),
    // Tools for developers.
    ("ATATT3", Base64, 180, 200),
    ("ATCTT3", Base64, 180, 200),
    ("ntn_", Alnum, 46, 46),
    ("secret_", Alnum, 43, 43),
    ("lin_api_", Alnum, 40, 40),
    ("figd_", Url, 40, 60),
    ("PMAK-", Url, 59, 59),
    ("dt0c01.", Dotted, 89, 89),
    ("dapi", Hex, 32, 32),
    ("dp.pt.", Alnum, 43, 43),
    ("glc_", Base64, 32, 400),
    ("glsa_", Url, 41, 41),
    ("NRAK-", Alnum, 27, 27),
    ("pscale_tkn_", Dotted, 32, 64),
    ("pscale_pw_", Dotted, 32, 64),
    ("pscale_oauth_", Dotted, 32, 64),
    ("pnu_", Alnum, 36, 36),
    ("pul-", Hex, 40, 40),
    ("rdme_", Alnum, 70, 70),
    ("sntrys_", Base64, 80, OPEN),
    ("sntryu_", Hex, 64, 64),
    ("sgp_local_", Hex, 40, 40),
    ("sgp_", Hex, 40, 40),
    ("sgp_", Url, 57, 57),
    ("tfp_", Dotted, 59, 59),
    ("shippo_live_", Hex, 40, 40),
    ("duffel_live_", Url, 43, 43),
    ("EZAK", Alnum, 54, 54),
    ("EZTK", Alnum, 54, 54),
    ("ico-", Alnum, 32, 32),
    ("bkua_", Hex, 40, 40),
    ("CFPAT-", Url, 43, 43),
    ("lsv2_pt_", Url, 43, 43),
    ("API-", Capitals, 26, 26),
    ("aio_", Alnum, 28, 28),
    ("s-s4t2ud-", Hex, 64, 64),
    ("s-s4t2af-", Hex, 64, 64),
    ("pat-na1-", Url, 36, 36),
    ("pat-eu1-", Url, 36, 36),
    // Secrets of secret keepers.
    ("hvs.", Url, 24, 300),
    ("hvb.", Url, 100, 300),
    ("hvr.", Url, 24, 300),
    ("ops_eyJ", Base64, 250, OPEN),
    ("A3-", Url, 36, 37),
    ("AGE-SECRET-KEY-1", Capitals, 58, 58),
    ("sha256~", Url, 43, 43),
];

/// The length of the key of a known issuer at the start.
pub(super) fn known(rest: &[u8]) -> Option<usize> {
    let starts = |(prefix, ..): &&(&str, Alphabet, usize, usize)| rest.starts_with(prefix.as_bytes());
    KEYS.iter().filter(starts).find_map(|&(prefix, alphabet, least, most)| {
        let body = &rest[prefix.len()..];
        // What is no key is left after its head, so that a long text is not read again and again.
        if body.len() < least || !body[..least].iter().all(|b| alphabet.holds(*b)) || !random(&body[..least])
        {
            return None;
        }
        let len = body.iter().take(most + 1).take_while(|b| alphabet.holds(**b)).count();
        let mut end = len;
        while end > least && matches!(body[end - 1], b'.' | b'-') {
            end -= 1;
        }
        let ends = body.get(end).is_none_or(|b| !b.is_ascii_alphanumeric() && *b != b'_');
        (end <= most && ends).then_some(prefix.len() + end)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn length_and_alphabet_are_held_to() {
        let hex = "0f1e2d3c4b5a69788796a5b4c3d2e1f0";
        let read = |text: &str| known(text.as_bytes());
        assert_eq!(read(&format!("shpat_{hex}.")), Some(38));
        assert_eq!(read(&format!("shpat_{hex}0")), None);
        assert_eq!(read(&format!("shpat_{}", &hex[1..])), None);
        assert_eq!(read(&format!("shpat_{}", hex.replace('f', "g"))), None);
        assert_eq!(read(&format!("key-{hex}")), Some(36));
        assert_eq!(read(&format!("glpat-{}.", &hex[..20])), Some(26));
    }

    #[test]
    fn prefixes_say_something() {
        for (prefix, _, least, most) in KEYS {
            assert!(prefix.len() >= 2 && *least >= 14 && least <= most, "{prefix}");
        }
    }
}
