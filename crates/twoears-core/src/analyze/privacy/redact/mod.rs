//! Redacting: the same texts with consistent pseudonyms in place of personal data.

mod again;
mod beside;
mod pseudonym;
mod redacted;
mod search;

use std::collections::{BTreeMap, BTreeSet};

pub use pseudonym::Pseudonym;
pub use redacted::Redacted;

use super::given::Given;
use super::recognizer::PrivateKind;
use crate::label::Label as _;
use crate::listen::hear;
use crate::{Author, Message, Span, Thread, Turn};
use again::Again;
use redacted::Text;

/// A text to redact.
#[derive(Clone, Copy)]
pub enum Part<'a> {
    /// A text in which personal data may stand.
    Text(&'a str),
    /// A text that is personal data of that kind as a whole, such as a name in a field of its own.
    Value(PrivateKind, &'a str),
}

impl<'a> Part<'a> {
    fn text(self) -> &'a str {
        match self {
            Self::Text(text) | Self::Value(_, text) => text,
        }
    }
}

/// Puts pseudonyms in place of the personal data of a message: in its text, its whole thread, the author's name, handle
/// and id, what attachments are called, and what was promised; also in the ids of the conversation, of its turns and of
/// promises, since some platforms use a telephone number or an account as such. The message's own id stays.
///
/// A pseudonym is `<KIND-NUMBER>`, numbered within its kind by first appearance: the text, the turns, the author, the rest. One
/// value has one pseudonym everywhere, however it is spaced, dashed or capitalised (of passwords, keys and wallets the
/// exact characters count), and is replaced wherever it stands again, also where no word near it tells what it is. All
/// other bytes stay as they are. A number that already stands behind a kind's name in the texts is not given.
///
/// All of every text is searched, also what a reading leaves unread: texts above 64 KiB in overlapping pieces. What no
/// recognizer finds stays: a first name alone, a nickname, what a story tells. Look before you publish.
///
/// ```
/// use twoears_core::analyze::privacy::{Given, redact};
/// use twoears_core::{Author, From, Message, Thread};
/// let message = Message::new("It is 4111-1111-1111-1111, as I said")
///     .thread(Thread::default().turn(From::Customer, "my card 4111 1111 1111 1111 was charged"))
///     .author(Author::new("@ktmink").name("Kat Mink"));
/// let redacted = redact(&message, &Given::default());
/// assert_eq!(redacted.text(), "It is <card-1>, as I said");
/// assert_eq!(redacted.message().thread.turns()[0].text, "my card <card-1> was charged");
/// assert_eq!(redacted.message().author.name.as_deref(), Some("<name-1>"));
/// ```
pub fn redact(message: &Message, given: &Given) -> Redacted {
    let turns = message.thread.turns();
    let author = [
        (PrivateKind::Name, &message.author.name),
        (PrivateKind::Account, &message.author.handle),
        (PrivateKind::Account, &message.author.id),
    ];
    let mut parts = vec![Part::Text(&message.text)];
    parts.extend(turns.iter().map(|turn| Part::Text(&turn.text)));
    parts.extend(author.iter().filter_map(|(kind, value)| Some(Part::Value(*kind, value.as_deref()?))));
    // The rest is visited in one order, now and when the texts come back.
    let mut rest = message.clone();
    let mut others: Vec<String> = Vec::new();
    beside::each(&mut rest, &mut |text| others.push(text.clone()));
    parts.extend(others.iter().map(|text| Part::Text(text)));
    let redacted = redact_texts(&parts, given);
    let mut texts = redacted.texts().map(str::to_owned);
    let mut next = || texts.next().unwrap_or_default();
    let text = next();
    let words: Vec<String> = turns.iter().map(|_| next()).collect();
    let [name, handle, id] = author.map(|(_, value)| value.as_ref().map(|_| next()));
    beside::each(&mut rest, &mut |text| *text = next());
    let turns =
        rest.thread.turns().iter().zip(words).map(|(turn, text)| Turn { text, ..turn.clone() }).collect();
    let author = Author { id, name, handle, ..message.author.clone() };
    let message = Message { text, thread: Thread::new(turns), author, ..rest };
    drop(texts);
    redacted.with_message(message)
}

/// Redacts any number of texts with the same pseudonyms, as [`redact`] does those of a message.
///
/// ```
/// use twoears_core::PrivateKind;
/// use twoears_core::analyze::privacy::{Given, Part, redact_texts};
/// let parts = [Part::Text("write to ann@mail.example"), Part::Value(PrivateKind::Email, "Ann@mail.example")];
/// let redacted = redact_texts(&parts, &Given::default());
/// assert_eq!(redacted.texts().collect::<Vec<_>>(), ["write to <email-1>", "<email-1>"]);
/// ```
pub fn redact_texts(parts: &[Part<'_>], given: &Given) -> Redacted {
    let mut names = Names::default();
    for part in parts {
        pseudonym::taken(part.text(), &mut names.taken);
    }
    let places = places(parts, given);
    let mut texts = Vec::with_capacity(parts.len());
    for (part, places) in parts.iter().zip(places) {
        let original = part.text();
        let (mut redacted, mut copied) = (String::with_capacity(original.len()), 0);
        for (span, kind) in places {
            redacted.push_str(&original[copied..span.start as usize]);
            redacted.push_str(&names.of(kind, span.of(original)).to_string());
            copied = span.end as usize;
        }
        redacted.push_str(&original[copied..]);
        texts.push(Text { redacted, original: original.to_owned() });
    }
    Redacted::new(texts, names.values, names.order)
}

type Place = (Span, PrivateKind);

/// Where personal data stands in each text, in text order, without overlaps.
fn places(parts: &[Part<'_>], given: &Given) -> Vec<Vec<Place>> {
    let whole = |part: &Part<'_>| match *part {
        Part::Text(text) => {
            let typed = pseudonym::places(text);
            let within = |span: Span| {
                let after = typed.partition_point(|place| place.start <= span.start);
                after.checked_sub(1).is_some_and(|at| span.end <= typed[at].end)
            };
            let found = search::search(text, given).into_iter().filter(|data| !within(data.span));
            found.map(|data| (data.span, data.kind)).collect()
        }
        Part::Value(_, "") => Vec::new(),
        Part::Value(kind, text) => vec![(Span::new(0, text.len()), kind)],
    };
    let mut places: Vec<Vec<Place>> = parts.iter().map(whole).collect();
    let mut again = Again::default();
    for (part, places) in parts.iter().zip(&places) {
        for (span, kind) in places {
            again.add(*kind, span.of(part.text()));
        }
        if let Part::Value(PrivateKind::Account, handle) = part {
            again.add(PrivateKind::Account, &format!("@{}", handle.trim_start_matches('@')));
        }
    }
    let find = again.finder();
    for (part, places) in parts.iter().zip(&mut places) {
        let (taken, mut at) = (places.len(), 0);
        for place in find(part.text()) {
            while at < taken && places[at].0.end <= place.0.start {
                at += 1;
            }
            if at == taken || !places[at].0.overlaps(place.0) {
                places.push(place);
            }
        }
        places.sort_unstable();
    }
    places
}

/// Gives one value one pseudonym.
#[derive(Default)]
struct Names {
    taken: BTreeSet<Pseudonym>,
    known: BTreeMap<String, Pseudonym>,
    last: BTreeMap<PrivateKind, u32>,
    values: BTreeMap<Pseudonym, String>,
    order: Vec<Pseudonym>,
}

impl Names {
    fn of(&mut self, kind: PrivateKind, value: &str) -> Pseudonym {
        let normal = normal(kind, value);
        if let Some(known) = self.known.get(&normal) {
            return *known;
        }
        let last = self.last.entry(kind).or_insert(0);
        let name = loop {
            *last += 1;
            let name = Pseudonym { kind, number: *last };
            if !self.taken.contains(&name) {
                break name;
            }
        };
        self.known.insert(normal, name);
        self.values.insert(name, value.to_owned());
        self.order.push(name);
        name
    }
}

/// What two spellings of one value share.
fn normal(kind: PrivateKind, value: &str) -> String {
    use PrivateKind::{ApiKey, Email, Password, Wallet};
    if matches!(kind, Password | ApiKey | Wallet) {
        return format!("={value}");
    }
    let heard = hear(value);
    let text = heard.text().chars().flat_map(char::to_lowercase);
    let bare: String = match kind {
        // A dot or a dash in an address of mail makes it another one.
        Email => text.filter(|c| !c.is_whitespace()).collect(),
        _ => text.filter(|c| c.is_alphanumeric()).collect(),
    };
    // Digits are the same value whatever a recognizer took them for; a name and a handle of the same letters are not.
    if bare.is_empty() {
        format!("={value}")
    } else if bare.contains(|c: char| c.is_numeric()) {
        bare
    } else {
        format!("{}={bare}", kind.name())
    }
}

#[cfg(test)]
mod tests;
