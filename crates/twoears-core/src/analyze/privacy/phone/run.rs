//! Runs of digits as people write phone numbers.

use crate::Span;

/// Digits with blanks, dots, dashes, slashes and brackets between them.
pub(super) struct Run {
    pub span: Span,
    pub digits: Vec<u8>,
    pub plus: bool,
    /// Lengths of its groups, as `334` for 202-555-0143.
    pub groups: Vec<u8>,
    /// Written with blanks or dashes, a bracket, a slash.
    pub marks: [bool; 3],
}

/// The run that starts at byte `start`.
pub(super) fn run(bytes: &[u8], start: usize) -> Run {
    let mut run = Run {
        span: Span::new(start, start),
        digits: Vec::new(),
        plus: false,
        groups: vec![0],
        marks: [false; 3],
    };
    let mut at = start;
    while let Some(&byte) = bytes.get(at) {
        let near = |by: usize| bytes.get(at + by).is_some_and(u8::is_ascii_digit);
        match byte {
            b'0'..=b'9' => {
                // Enough to see that it is too long.
                if run.digits.len() <= 16 {
                    run.digits.push(byte - b'0');
                    if let Some(last) = run.groups.last_mut() {
                        *last += 1;
                    }
                }
                run.span.end = at as u32 + 1;
                at += 1;
                continue;
            }
            b'+' if run.digits.is_empty() && !run.plus => run.plus = true,
            b'(' if near(1) || (run.digits.is_empty() && near(2)) => run.marks[1] = true,
            b')' if near(1) || (matches!(bytes.get(at + 1), Some(b' ' | b'-')) && near(2)) => {
                run.marks[1] = true;
            }
            b' ' if near(1) || (bytes.get(at + 1) == Some(&b'(') && near(2)) => run.marks[0] = true,
            b'-' | b'.' if near(1) => run.marks[0] = true,
            b'/' if near(1) => run.marks[2] = true,
            _ => break,
        }
        if run.groups.last().is_some_and(|last| *last > 0) && run.groups.len() <= 16 {
            run.groups.push(0);
        }
        at += 1;
    }
    run
}

/// Area and exchange start with 2 to 9 (North American Numbering Plan); ten digits.
pub(super) fn american(digits: &[u8]) -> bool {
    digits.len() == 10 && digits[0] >= 2 && digits[3] >= 2
}

/// Groups as in a date, a row of years, or an amount with a decimal point.
pub(super) fn dated(run: &Run) -> bool {
    let groups = run.groups.as_slice();
    let year = |at: usize| matches!(run.digits.get(at..at + 2), Some([1, 9] | [2, 0]));
    matches!(groups, [1 | 2, 2, 4] | [2, 1, 4]) && year(run.digits.len() - 4)
        || matches!(groups, [4, 2, 2]) && year(0)
        || groups.len() > 1 && groups.iter().all(|group| *group == 4) && year(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn groups_are_counted() {
        let run = run(b"+1 (202) 555-0143, ok", 0);
        assert!(run.plus && run.span == Span::new(0, 17));
        assert_eq!(run.groups, [1, 3, 3, 4]);
    }

    #[test]
    fn dates_and_years_are_no_phone() {
        assert!(dated(&run(b"14-03-2025", 0)));
        assert!(dated(&run(b"2021 2022 2023", 0)));
        assert!(!dated(&run(b"202-555-0143", 0)));
    }
}
