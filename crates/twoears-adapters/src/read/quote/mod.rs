//! The writer's own words of an e-mail: without what it quotes, signatures, and lines that programs add.
//!
//! A quote is either marked line by line (`> `), or it is the rest of the mail, below a separator, a block of header lines
//! or a line such as "On 3 May, Ann <ann@shop.example> wrote:". Answers between marked quotes stay, in their order. In doubt
//! a line is kept: a quote too many is read over, a customer's word too few is lost.

mod attribution;
mod footer;
mod header_block;
mod html;
mod signature;

pub(crate) use html::without_quotes;

/// Does the mail answer another one, by its headers or its subject?
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Reply {
    /// It does, so that lines which begin with `>` are quotes even where nothing leads into them.
    Yes,
    /// It does not, or that is not known.
    No,
}

/// What says that the answers stand inside the quote, so that it has to be kept.
const POINTS_INSIDE: &[&str] = &[
    "see below",
    "inline",
    "answers below",
    "answered below",
    "comments below",
    "replies below",
    "replied below",
    "in red",
    "in blue",
    "in bold",
    "siehe unten",
    "ci-dessous",
    "más abajo",
    "vedi sotto",
    "zie onder",
];

/// The own words of a mail's text. Without any it is empty where all of it was quoted line by line below a line that leads
/// into it, and else the whole: a mail that is nothing but a forwarded one is kept.
pub(crate) fn own_words(text: &str, reply: Reply) -> String {
    let lines: Vec<&str> = text.lines().collect();
    let found = attribution::all(&lines);
    let cut = (0..lines.len()).find(|&at| {
        // Outside of an answer such a block is what a form on a web site sends.
        let block = reply == Reply::Yes && header_block::starts(&lines[at..]);
        block || is_separator(lines[at]) || found.opens_rest(at)
    });
    let cut = cut.unwrap_or(lines.len());
    let kept = unquoted(&lines[..cut], &found, reply);
    let words = kept.iter().flatten().any(|line| !line.trim().is_empty());
    let rest = cut < lines.len();
    if words && rest && points_inside(&kept) {
        return tidy(&lines.iter().map(|line| Some(*line)).collect::<Vec<_>>());
    }
    if !words {
        let marked_alone = !rest && found.first_marked().is_some();
        return if marked_alone { String::new() } else { text.trim().to_owned() };
    }
    let kept: Vec<Option<&str>> =
        kept.into_iter().filter(|line| !line.is_some_and(signature::is_device_line)).collect();
    let bare = footer::without(&signature::without(&kept));
    match tidy(&bare) {
        words if words.is_empty() => tidy(&kept),
        words => words,
    }
}

/// The lines that are not quoted; none stands where quotes were.
fn unquoted<'a>(lines: &[&'a str], found: &attribution::Attributions, reply: Reply) -> Vec<Option<&'a str>> {
    let lead = found.first_marked().filter(|at| *at < lines.len());
    let quoted_from = match (lead, reply) {
        (Some(at), _) => at,
        (None, Reply::Yes) => bare_quotes(lines),
        (None, Reply::No) => lines.len(),
    };
    let mut kept: Vec<Option<&str>> = Vec::with_capacity(lines.len());
    for (at, line) in lines.iter().enumerate() {
        let marked = is_marked(line);
        let empty = marked && line.trim().bytes().all(|b| matches!(b, b'>' | b' '));
        if found.covers(at) || marked && (empty || at >= quoted_from) {
            if kept.last() != Some(&None) {
                kept.push(None);
            }
        } else {
            kept.push(Some(line));
        }
    }
    while kept.last().is_some_and(|line| line.is_none_or(|line| line.trim().is_empty() || is_rule(line))) {
        kept.pop();
    }
    kept
}

/// From where on lines of an answer that begin with `>` are quotes, though nothing leads into them: from the first line on
/// where it is one itself, or where they end the mail below a blank line. Else they are a list of the writer's own.
fn bare_quotes(lines: &[&str]) -> usize {
    let mut written = lines.iter().filter(|line| !line.trim().is_empty());
    if written.next().is_some_and(|line| is_marked(line)) {
        return 0;
    }
    let own = lines.iter().rposition(|line| !line.trim().is_empty() && !is_marked(line));
    let Some(own) = own else { return lines.len() };
    let below_a_blank = lines.get(own + 1).is_some_and(|line| line.trim().is_empty());
    if below_a_blank && !lines[own].trim_end().ends_with(':') { own + 1 } else { lines.len() }
}

fn points_inside(kept: &[Option<&str>]) -> bool {
    let lower: Vec<String> = kept.iter().flatten().map(|line| line.to_lowercase()).collect();
    lower.iter().any(|line| POINTS_INSIDE.iter().any(|words| line.contains(words)))
}

/// Does a list of words with blanks between them hold that one?
fn has(list: &str, word: &str) -> bool {
    list.split(' ').any(|known| known == word)
}

/// Is the line marked as quoted?
fn is_marked(line: &str) -> bool {
    line.trim_start().starts_with('>')
}

/// Is the line nothing but a drawn rule?
fn is_rule(line: &str) -> bool {
    let line = line.trim();
    line.len() >= 5 && line.bytes().all(|b| matches!(b, b'_' | b'-' | b'=' | b'*'))
}

/// What stands between dashes over a mail that is answered or passed on, and without dashes in Apple's.
const SEPARATORS: &[&str] = &[
    "original message",
    "original-nachricht",
    "originalnachricht",
    "ursprüngliche nachricht",
    "message d'origine",
    "message original",
    "mensaje original",
    "messaggio originale",
    "oorspronkelijk bericht",
    "mensagem original",
    "ursprungligt meddelande",
    "oprindelig meddelelse",
    "opprinnelig melding",
    "wiadomość oryginalna",
    "forwarded message",
    "weitergeleitete nachricht",
    "message transféré",
    "mensaje reenviado",
    "messaggio inoltrato",
    "doorgestuurd bericht",
    "mensagem encaminhada",
];

fn is_separator(line: &str) -> bool {
    let line = line.trim();
    if line.len() > 100 {
        return false;
    }
    let inner = line.trim_matches(['-', '_', ' ', '—', '–']);
    let dashed = line.starts_with("--") || line.starts_with("__") || line.starts_with('—');
    let lower = inner.to_lowercase();
    dashed && SEPARATORS.contains(&lower.as_str())
        || matches!(lower.as_str(), "begin forwarded message:" | "anfang der weitergeleiteten nachricht:")
}

/// The lines as a text: one blank line at the most between others, none at the ends.
fn tidy(lines: &[Option<&str>]) -> String {
    let mut text = String::new();
    let mut gap = false;
    for line in lines {
        match line.map(str::trim_end).filter(|line| !line.is_empty()) {
            None => gap = true,
            Some(line) => {
                if !text.is_empty() {
                    text.push_str(if gap { "\n\n" } else { "\n" });
                }
                text.push_str(line);
                gap = false;
            }
        }
    }
    text
}

#[cfg(test)]
mod tests;
