//! The block of header lines that Outlook puts over a quote: From, Sent, To, Subject, in several languages.

/// Lines of a block that are looked at.
const LINES: usize = 8;

const FROM: &[&str] = &["from", "von", "de", "da", "van", "från", "fra", "lähettäjä", "od", "от", "gönderen"];
const SENT: &[&str] = &[
    "sent",
    "date",
    "gesendet",
    "datum",
    "envoyé",
    "enviado",
    "enviado el",
    "enviada em",
    "fecha",
    "data",
    "inviato",
    "verzonden",
    "skickat",
    "sendt",
    "dato",
    "lähetetty",
    "wysłano",
    "odesláno",
    "отправлено",
    "дата",
];
const SUBJECT: &[&str] = &[
    "subject",
    "betreff",
    "objet",
    "asunto",
    "oggetto",
    "onderwerp",
    "assunto",
    "ämne",
    "emne",
    "aihe",
    "temat",
    "předmět",
    "тема",
    "konu",
];

/// Does a block begin with the first of these lines? It has a sender and a date with a digit, and then a subject or the
/// sender's address: "From: Leeds, To: York, Date: 3 May" of a customer has neither.
pub(super) fn starts(lines: &[&str]) -> bool {
    let Some((name, sender)) = lines.first().and_then(|line| field(line)) else { return false };
    if !FROM.contains(&name.as_str()) {
        return false;
    }
    let (mut sent, mut subject) = (false, false);
    let block = lines.iter().take(LINES).skip(1).map_while(|line| (!line.trim().is_empty()).then_some(line));
    for (name, value) in block.filter_map(|line| field(line)) {
        sent |= SENT.contains(&name.as_str()) && value.bytes().any(|b| b.is_ascii_digit());
        subject |= SUBJECT.contains(&name.as_str());
    }
    sent && (subject || sender.contains('@'))
}

/// A header's name in lower case and its value.
fn field(line: &str) -> Option<(String, &str)> {
    let (name, value) = line.trim().trim_start_matches('*').split_once(':')?;
    (name.len() <= 24).then(|| (name.trim_matches(['*', ' ', '\u{a0}']).to_lowercase(), value))
}
