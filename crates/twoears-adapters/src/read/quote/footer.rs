//! Legal footers: paragraphs about who may read the mail, and about paper.

/// How such a paragraph begins.
const STARTS: &[&str] = &[
    "this e-mail",
    "this email",
    "this message",
    "this communication",
    "this transmission",
    "the information contained",
    "the information in this",
    "the contents of this",
    "the content of this",
    "confidentiality notice",
    "disclaimer",
    "privileged and confidential",
    "privileged/confidential",
    "if you are not the intended",
    "if you have received this",
    "diese e-mail",
    "diese nachricht",
    "ce message",
    "cet e-mail",
    "este mensaje",
    "este correo",
    "esta mensagem",
    "questo messaggio",
    "questa e-mail",
    "dit bericht",
    "deze e-mail",
    "caution: this email originated",
    "please consider the environment",
    "please think of the environment",
    "think before you print",
];

/// What it speaks of; a paragraph that speaks of two of these is no customer's.
const MARKS: &[&str] = &[
    "intended recipient",
    "intended only",
    "intended solely",
    "addressee",
    "privileged",
    "confidential",
    "delete",
    "notify the sender",
    "notify us",
    "unauthori",
    "prohibited",
    "disclos",
    "virus",
    "liability",
    "in error",
    "attachments",
    "outside of the organi",
    "outside the organi",
    "do not click",
    "before printing",
    "environment",
    "print",
    "vertraulich",
    "empfänger",
    "vernichten",
    "confidentiel",
    "destinataire",
    "confidencial",
    "destinatario",
    "destinatário",
    "riservat",
    "vertrouwelijk",
    "geadresseerde",
];

/// The lines without such paragraphs.
pub(super) fn without<'a>(lines: &[Option<&'a str>]) -> Vec<Option<&'a str>> {
    let mut kept = Vec::with_capacity(lines.len());
    for paragraph in lines.split_inclusive(|line| line.is_none_or(|line| line.trim().is_empty())) {
        if !is_footer(paragraph) {
            kept.extend_from_slice(paragraph);
        }
    }
    kept
}

fn is_footer(paragraph: &[Option<&str>]) -> bool {
    let Some(Some(first)) = paragraph.first() else { return false };
    let first = first.trim().trim_start_matches(['*', '_', '[']).to_lowercase();
    // A tree of the font Webdings is a "P" in any other.
    let first = first.strip_prefix("p ").unwrap_or(&first);
    if !STARTS.iter().any(|start| first.starts_with(start)) {
        return false;
    }
    let whole = paragraph.iter().flatten().copied().collect::<Vec<_>>().join(" ").to_lowercase();
    MARKS.iter().filter(|mark| whole.contains(**mark)).count() >= 2
}
