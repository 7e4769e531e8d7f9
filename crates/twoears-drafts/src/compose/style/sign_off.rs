//! Who signs: initials where there is little room.

use twoears_core::Brand;
use twoears_core::decide::Limit;

/// Up to this limit there is little room: the posts of X, Bluesky and Mastodon, an SMS.
const LITTLE: u32 = 500;

/// The last line of a reply under a limit.
pub(in crate::compose) fn of(brand: &Brand, limit: Limit) -> Option<&str> {
    let initials = brand.style.initials.as_deref().filter(|_| limit.most <= LITTLE);
    initials.or(brand.sign_off.as_deref())
}

#[cfg(test)]
mod tests {
    use super::*;
    use twoears_core::decide::Unit;

    #[test]
    fn initials_where_room_is_short() {
        let brand = Brand::from_toml("sign_off = 'Mia'\n[style]\ninitials = '^MK'").unwrap();
        assert_eq!(of(&brand, Limit::new(280, Unit::Weighted)), Some("^MK"));
        assert_eq!(of(&brand, Limit::new(5000, Unit::Chars)), Some("Mia"));
        assert_eq!(of(&Brand::default(), Limit::new(280, Unit::Weighted)), None);
    }
}
