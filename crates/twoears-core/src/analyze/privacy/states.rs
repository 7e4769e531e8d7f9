//! Codes of the states of India, on plates and driving licences.

/// Codes of states and union territories (Central Motor Vehicles Rules, rule 51), older ones included.
const INDIAN: &str = "AN AP AR AS BR CG CH DD DL DN GA GJ HP HR JH JK KA KL LA LD MH ML MN MP MZ NL OD OR PB PY RJ SK TN TR TS UK UP WB";

/// Is it the code of a state of India?
pub(super) fn indian(code: &[u8]) -> bool {
    INDIAN.split(' ').any(|state| state.as_bytes() == code)
}

#[cfg(test)]
mod tests {
    #[test]
    fn codes() {
        assert!(
            super::indian(b"MH") && super::indian(b"WB") && !super::indian(b"XX") && !super::indian(b"N ")
        );
    }
}
