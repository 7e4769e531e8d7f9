//! `explain`: why each question was answered as it was.

use std::io::Write;
use std::process::ExitCode;

use twoears::{Case, Label as _, Message, Span, analyze::Weight};

use crate::args::Explain;
use crate::desk;
use crate::fail::Fail;
use crate::output::card::says;
use crate::output::frame::clean;

/// Weights below this say nothing a person could use.
const WORTH_SHOWING: f32 = 0.02;

pub(crate) fn run(args: &Explain) -> Result<ExitCode, Fail> {
    let desk = desk::build(&args.desk)?;
    let message = Message::new(args.text.as_str());
    let case = desk.triage(&message, desk::now(&args.desk));
    let mut out = anstream::stdout().lock();
    writeln!(out, "{}\n", clean(desk.redact(&message).text()))?;
    for explanation in desk.explain(&message) {
        let [percent, by_head] = [explanation.probability, explanation.by_head].map(|share| share * 100.0);
        write!(out, "{}: {} ({percent:.0} %", explanation.question, explanation.label)?;
        if (percent - by_head).abs() >= 1.0 {
            write!(out, "; by the head alone {by_head:.0} %")?;
        }
        writeln!(out, ")")?;
        if let Some(without) = explanation.without {
            let part = masked(without.span, &case);
            writeln!(out, "  without \"{part}\": {} ({:.0} %)", without.label, without.probability * 100.0)?;
        }
        for rule in &explanation.rules {
            writeln!(out, "  rule   {}", rule.rule)?;
        }
        let strong = explanation.weights.iter().filter(|weight| weight.weight.abs() >= WORTH_SHOWING);
        for weight in strong.take(args.words) {
            let what = name(weight, &case);
            writeln!(out, "  {:+.2}  {what}", weight.weight)?;
        }
    }
    if !case.reading.findings.is_empty() {
        writeln!(out, "\nrules")?;
    }
    for finding in &case.reading.findings {
        let place = finding.span.map(|span| format!(" (\"{}\")", masked(span, &case))).unwrap_or_default();
        writeln!(out, "  {}: {}{place}", finding.rule, says(finding.rule))?;
    }
    let decision = &case.decision;
    writeln!(
        out,
        "\ndecision: {}, {}, priority {:.1}",
        decision.action, decision.routing.route.label, decision.priority
    )?;
    for part in &decision.parts {
        writeln!(out, "  {:+.1}  {}", part.points, part.name)?;
    }
    Ok(ExitCode::SUCCESS)
}

fn name(weight: &Weight, case: &Case) -> String {
    match (&weight.signal, weight.span) {
        (Some(signal), Some(span)) => format!("{signal} (\"{}\")", masked(span, case)),
        (Some(signal), None) => signal.clone(),
        (None, Some(span)) => masked(span, case),
        (None, None) => String::new(),
    }
}

/// A part of the text, with the kind in place of personal data: what explains an answer is looked at by others.
fn masked(span: Span, case: &Case) -> String {
    let text = case.message.text.as_str();
    let (mut shown, mut at) = (String::new(), span.start);
    for data in case.reading.private_data.iter().filter(|data| data.span.overlaps(span)) {
        shown.push_str(Span { start: at, end: data.span.start.max(at) }.of(text));
        shown.extend(["<", data.kind.name(), ">"]);
        at = data.span.end;
    }
    shown.push_str(Span { start: at, end: span.end.max(at) }.of(text));
    clean(&shown).into_owned()
}
