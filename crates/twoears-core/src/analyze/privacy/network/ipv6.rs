//! IPv6 addresses (RFC 4291), whole or shortened.

use std::net::Ipv6Addr;

/// Is it an IPv6 address, and no time, score or name in a program?
pub(super) fn fits(text: &str) -> bool {
    let letters = text.bytes().any(|b| b.is_ascii_alphabetic());
    let digits = text.bytes().any(|b| b.is_ascii_digit());
    let groups = text.split(':').filter(|group| !group.is_empty()).count();
    // `12::30` and `1:2:3:4:5:6:7:8` are something else; `::1` is everybody's own machine.
    let long = text.split(':').any(|group| group.len() >= 3) && digits && groups >= 2;
    long && (letters || groups >= 4) && text.parse::<Ipv6Addr>().is_ok()
}

#[cfg(test)]
mod tests {
    use super::fits;

    #[test]
    fn whole_and_shortened() {
        assert!(fits("fe80::1ff:fe23") && fits("2001:4860:4860::8888"));
        assert!(!fits("12::30") && !fits("::1") && !fits("dead::beef") && !fits("2001:db8"));
        assert!(!fits("2001:db8::1::2") && !fits("100:200::300"));
    }
}
