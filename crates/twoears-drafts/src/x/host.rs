//! Host names: which part of a run of characters is one, worked out once a run so that no text is slow to read.

use super::chars::{is_directional, is_invalid, is_latin_accent, is_punctuation, is_space};
use super::tld::tld_len;

/// One label of a run.
struct Label {
    start: usize,
    end: usize,
    /// Where a top-level domain ends that it begins with.
    top: Option<usize>,
    /// The last label that whole labels after this one lead to as their top-level domain.
    last: Option<usize>,
}

/// A run of labels with dots between.
pub(super) struct Run {
    labels: Vec<Label>,
    /// One past its last byte.
    pub(super) end: usize,
}

/// Inner characters of a label.
fn is_label(c: char) -> bool {
    matches!(c, '-' | '_')
        || !(is_punctuation(c) || is_space(c) || is_invalid(c) || is_directional(c) || c.is_control())
}

/// May it be a label of a subdomain: no mark at either end?
fn sub(label: &str) -> bool {
    let mark = |c: Option<char>| c.is_none_or(|c| matches!(c, '-' | '_'));
    !mark(label.chars().next()) && !mark(label.chars().next_back())
}

/// May it be the label before the top-level domain: a label without underscore?
fn name(label: &str) -> bool {
    sub(label) && !label.contains('_')
}

impl Run {
    /// The run that starts at byte `at`.
    pub(super) fn new(text: &str, at: usize) -> Self {
        let mut labels: Vec<Label> = Vec::new();
        let mut start = at;
        loop {
            let len = text[start..].find(|c| !is_label(c)).unwrap_or(text.len() - start);
            let end = start + len;
            let top = if labels.is_empty() { None } else { tld_len(&text[start..]).map(|len| start + len) };
            labels.push(Label { start, end, top, last: None });
            if !text[end..].starts_with('.') {
                break;
            }
            start = end + 1;
        }
        // From the right: the last top-level domain that a chain of whole labels from here on leads to.
        let mut chain = None;
        for at in (0..labels.len()).rev() {
            labels[at].last = chain;
            let label = &text[labels[at].start..labels[at].end];
            let next = labels.get(at + 1).is_some_and(|next| next.top.is_some());
            chain = chain.filter(|_| sub(label)).or((next && name(label)).then_some(at + 1));
        }
        let end = labels.last().map_or(at, |label| label.end);
        Self { labels, end }
    }

    /// Where the host ends that starts at byte `at` of this run.
    pub(super) fn host(&self, text: &str, at: usize) -> Option<usize> {
        let first = self.labels.partition_point(|label| label.end < at);
        let label = self.labels.get(first)?;
        let start = text.get(at..label.end)?;
        if !sub(start) {
            return None;
        }
        let next = self.labels.get(first + 1).filter(|_| name(start));
        label.last.and_then(|last| self.labels[last].top).or(next.and_then(|next| next.top))
    }
}

/// A letter, digit or hyphen of a host that is written without `http://`.
pub(super) fn is_plain(c: char) -> bool {
    c.is_ascii_alphanumeric() || c == '-' || is_latin_accent(c)
}

/// The hosts within `host` that are written in Latin letters: `(start, end)` in bytes of `host`.
pub(super) fn plain_hosts(host: &str) -> Vec<(usize, usize)> {
    let mut hosts = Vec::new();
    let mut at = 0;
    while let Some(found) = host[at..].find(is_plain) {
        let start = at + found;
        let (mut from, mut end, mut stop) = (start, None, start);
        loop {
            let len = host[from..].find(|c| !is_plain(c)).unwrap_or(host.len() - from);
            stop = stop.max(from + len);
            if len == 0 || !host[from + len..].starts_with('.') {
                break;
            }
            from += len + 1;
            stop = from;
            end = tld_len(&host[from..]).map(|len| from + len).or(end);
        }
        if let Some(end) = end {
            hosts.push((start, end));
        }
        at = end.unwrap_or(stop).max(start + 1);
        while !host.is_char_boundary(at) {
            at += 1;
        }
    }
    hosts
}
