//! A reply that was checked, as a card: what stands there, what to look at, and how it would read mended.

use anstyle::{AnsiColor, Color, Style};
use twoears::Audience;
use twoears::decide::Severity;
use twoears::fixed;
use twoears::json::Checked;

use super::frame::{Card, clean};

const DIM: Style = Style::new().dimmed();

fn colour(severity: Option<Severity>) -> Style {
    let colour = match severity {
        Some(Severity::Error) => AnsiColor::Red,
        Some(Severity::Warning) => AnsiColor::Yellow,
        None => AnsiColor::Green,
    };
    Style::new().fg_color(Some(Color::Ansi(colour))).bold()
}

/// One reply.
pub(crate) fn card(checked: &Checked, number: u64, out: &mut Vec<u8>) {
    let Checked { case, reply, audience, findings } = checked;
    let mut card = Card::new(colour(findings.iter().map(|finding| finding.severity).max()));
    let length = case.length(reply, *audience);
    let audience = match audience {
        Audience::Public => "public",
        Audience::Private => "private",
    };
    let id = clean(&case.message.id).into_owned();
    let name =
        if id == number.to_string() { format!("line {number}") } else { format!("line {number}, {id}") };
    card.start(&format!("{name} {DIM}{audience} reply, {} of {}{DIM:#}", length.used, length.limit));
    card.wrapped("", reply);
    for finding in findings {
        let style = colour(Some(finding.severity));
        let (name, rule) = (finding.severity.name(), finding.rule.0);
        card.line(&format!("{style}{name}{style:#} {} {DIM}({rule}){DIM:#}", clean(&finding.says)));
    }
    let mended = fixed(reply, findings);
    if mended == *reply {
        if findings.is_empty() {
            card.line(&format!("{DIM}nothing to object to{DIM:#}"));
        }
    } else {
        card.wrapped("mended: ", &mended);
    }
    card.end(out);
}
