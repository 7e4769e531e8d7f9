//! Where an organisation is at home, by its ISO 3166-1 code.

use std::fmt;

/// A country or territory by its ISO 3166-1 alpha-2 code (`GB`, `US`, `DE`, …).
///
/// ```
/// use twoears_core::Country;
/// assert_eq!("gb".parse::<Country>()?.code(), "GB");
/// assert!("UK".parse::<Country>().is_err());
/// # Ok::<(), twoears_core::Error>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Country(&'static str);

/// The officially assigned codes (ISO 3166-1:2020), and XK, by which Kosovo goes.
const KNOWN: &str = "\
    AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ \
    CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO \
    FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE \
    JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO \
    MP MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW \
    PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM \
    TN TO TR TT TV TW TZ UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS XK YE YT ZA ZM ZW";

impl Country {
    /// The two capitals.
    pub fn code(self) -> &'static str {
        self.0
    }
}

impl std::str::FromStr for Country {
    type Err = crate::Error;
    fn from_str(code: &str) -> Result<Self, Self::Err> {
        let known = KNOWN.split_ascii_whitespace().find(|known| known.eq_ignore_ascii_case(code));
        known.map(Self).ok_or_else(|| {
            crate::Error::label(format!(
                "`{code}` is no country; give its two letters by ISO 3166, such as `GB`"
            ))
        })
    }
}

impl fmt::Display for Country {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.0)
    }
}

impl fmt::Debug for Country {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Country({})", self.0)
    }
}

impl<'de> serde::Deserialize<'de> for Country {
    fn deserialize<D: serde::Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let code = <std::borrow::Cow<'de, str>>::deserialize(from)?;
        code.parse().map_err(serde::de::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_are_two_capitals_in_order() {
        let codes: Vec<&str> = KNOWN.split_ascii_whitespace().collect();
        assert_eq!(codes.len(), 250);
        assert!(codes.is_sorted() && codes.iter().all(|code| code.len() == 2));
    }

    #[test]
    fn what_is_no_code_is_named() {
        for wrong in ["UK", "", "GBR", "G", "é"] {
            let error = wrong.parse::<Country>().unwrap_err();
            assert!(error.to_string().contains(&format!("`{wrong}`")));
        }
        assert_eq!("de".parse::<Country>().unwrap().to_string(), "DE");
    }
}
