//! The line that leads into a quote: "On 3 May 2026 at 9:00, Ann <ann@shop.example> wrote:", in several languages, folded
//! over up to four lines.

use super::{has, is_marked};

/// Lines that one may be folded over, and the bytes of all of them.
const LINES: usize = 4;
const BYTES: usize = 400;

/// How one begins: a word before the date. Languages without such a word begin with the day or the year.
const OPENERS: &str = "on am le el il op em den w dnia dne le: il: em:";

/// Days as programs shorten them, in languages whose line begins with the day.
const DAYS: &str = "mon tue wed thu fri sat sun man tir ons tor fre lør søn mån tis tors lör sön ma ti ke to pe la \
    su pon wt śr czw pt sob niedz po út st čt pá so ne пн вт ср чт пт сб вс";

/// What they did.
const VERBS: &str = "wrote schrieb écrit escribió scritto schreef escreveu skrev kirjoitti napisał napisała \
    napisał(a) pisze napsal napsala napsal(a) yazdı написал написала написал(а) пишет 写道";

/// Words of a sentence that the writer says: such a line is their own.
const OWN: &str = "I you your my me our us we We ich Ich wir je j'ai J'ai nous yo io ho ik wij eu jag vi jeg minä \
    ja";

/// Those of a mail.
pub(super) struct Attributions {
    /// Whether a line belongs to one that is dropped.
    covered: Vec<bool>,
    /// Those whose quote is marked line by line.
    marked: Vec<usize>,
    /// The first whose quote is the rest of the mail.
    rest: Option<usize>,
}

impl Attributions {
    /// Is all from this line on a quote?
    pub(super) fn opens_rest(&self, at: usize) -> bool {
        self.rest == Some(at)
    }

    /// The first that leads into marked lines.
    pub(super) fn first_marked(&self) -> Option<usize> {
        self.marked.first().copied()
    }

    /// Is the line part of one?
    pub(super) fn covers(&self, at: usize) -> bool {
        self.covered[at]
    }
}

/// All of a mail, up to the first whose quote is the rest.
pub(super) fn all(lines: &[&str]) -> Attributions {
    let mut found = Attributions { covered: vec![false; lines.len()], marked: Vec::new(), rest: None };
    // The next line that holds anything, by line; worked out once, so that blank lines cost nothing.
    let mut next = vec![lines.len(); lines.len() + 1];
    for at in (0..lines.len()).rev() {
        next[at] = if lines[at].trim().is_empty() { next[at + 1] } else { at };
    }
    let mut at = 0;
    while at < lines.len() {
        let Some((length, addressed)) = here(&lines[at..]) else {
            at += 1;
            continue;
        };
        let after = lines.get(next[at + length]);
        if after.is_none_or(|line| is_marked(line)) {
            found.covered[at..at + length].fill(true);
            found.marked.push(at);
        } else if addressed {
            found.rest = Some(at);
            return found;
        }
        at += length;
    }
    found
}

/// The lines that one takes at the start of these, and whether it names an address.
fn here(lines: &[&str]) -> Option<(usize, bool)> {
    let opened = match opening(lines[0]) {
        Opening::None => return None,
        Opening::Word => true,
        Opening::Day => false,
    };
    let mut whole = String::new();
    for (count, line) in lines.iter().take(LINES).enumerate() {
        let folded = count > 0;
        if line.len() + whole.len() > BYTES || line.trim().is_empty() || is_marked(line) {
            return None;
        }
        // Another one begins: what came before was no part of it.
        if folded && matches!(opening(line), Opening::Word) && line.bytes().any(|b| b.is_ascii_digit()) {
            return None;
        }
        whole.push(' ');
        whole.push_str(line.trim());
        if whole.ends_with([':', '：']) {
            return whole_one(&whole, opened).map(|addressed| (count + 1, addressed));
        }
    }
    None
}

enum Opening {
    Word,
    Day,
    None,
}

fn opening(line: &str) -> Opening {
    let mut words = line.split_whitespace();
    let Some(first) = words.next().filter(|word| word.len() <= 40) else { return Opening::None };
    let lower = first.to_lowercase();
    if has(OPENERS, &lower) {
        return Opening::Word;
    }
    let bare = lower.trim_end_matches(['.', ',']);
    let date = words.next().is_some_and(|word| word.starts_with(|c: char| c.is_ascii_digit()));
    let year =
        bare.len() >= 8 && bare.starts_with("20") && bare.bytes().filter(u8::is_ascii_digit).count() >= 6;
    if has(DAYS, bare) && date || year { Opening::Day } else { Opening::None }
}

/// Whether it is one, and then whether it names an address.
fn whole_one(whole: &str, opened: bool) -> Option<bool> {
    let words: Vec<&str> = whole.split_whitespace().collect();
    let addressed =
        whole.contains('@') && (whole.contains('<') || whole.contains('(') || whole.contains("mailto:"));
    let verb = words.iter().any(|word| {
        let word = word.trim_end_matches([':', '：', ',']);
        has(VERBS, word) || word.ends_with("写道")
    });
    let own = words.iter().any(|word| has(OWN, word.trim_matches([',', ':'])));
    let one = dated(&words) && !own && (verb && (opened || addressed) || addressed && whole.ends_with(">:"));
    one.then_some(addressed)
}

/// Is there a year, or a time of the day?
fn dated(words: &[&str]) -> bool {
    words.iter().any(|word| {
        let bare = word.trim_matches(|c: char| !c.is_ascii_digit());
        let year = |part: &str| part.len() == 4 && (part.starts_with("20") || part.starts_with("19"));
        let digits =
            |part: &str| !part.is_empty() && part.len() <= 4 && part.bytes().all(|b| b.is_ascii_digit());
        if year(bare) && digits(bare) {
            return true;
        }
        let parts: Vec<&str> = bare.split([':', '.', '/', '-', 'h']).collect();
        (2..=3).contains(&parts.len()) && parts.iter().all(|part| digits(part))
            || bare.get(..4).is_some_and(|start| year(start) && word.contains('年'))
    })
}
