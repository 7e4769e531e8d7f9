//! `explain`: why each question was answered as it was.

use std::io::Write;
use std::process::ExitCode;

use twoears::{Message, analyze::Weight};

use crate::args::Explain;
use crate::desk;
use crate::fail::Fail;
use crate::output::card::{clean, says};

/// Weights below this say nothing a person could use.
const WORTH_SHOWING: f32 = 0.02;

pub(crate) fn run(args: &Explain) -> Result<ExitCode, Fail> {
    let desk = desk::build(&args.desk)?;
    let message = Message::new(args.text.as_str());
    let case = desk.triage(&message, desk::now(&args.desk));
    let mut out = anstream::stdout().lock();
    writeln!(out, "{}\n", clean(&message.text))?;
    for explanation in desk.explain(&message) {
        let [percent, by_head] = [explanation.probability, explanation.by_head].map(|share| share * 100.0);
        write!(out, "{}: {} ({percent:.0} %", explanation.question, explanation.label)?;
        if (percent - by_head).abs() >= 1.0 {
            write!(out, "; by the head alone {by_head:.0} %")?;
        }
        writeln!(out, ")")?;
        if let Some(without) = explanation.without {
            let part = clean(without.span.of(&message.text));
            writeln!(out, "  without \"{part}\": {} ({:.0} %)", without.label, without.probability * 100.0)?;
        }
        for rule in &explanation.rules {
            writeln!(out, "  rule   {}", rule.rule)?;
        }
        let strong = explanation.weights.iter().filter(|weight| weight.weight.abs() >= WORTH_SHOWING);
        for weight in strong.take(args.words) {
            let what = name(weight, &message);
            writeln!(out, "  {:+.2}  {what}", weight.weight)?;
        }
    }
    if !case.reading.findings.is_empty() {
        writeln!(out, "\nrules")?;
    }
    for finding in &case.reading.findings {
        let place =
            finding.span.map(|span| format!(" (\"{}\")", clean(span.of(&message.text)))).unwrap_or_default();
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

fn name(weight: &Weight, message: &Message) -> String {
    match (&weight.signal, weight.span) {
        (Some(signal), Some(span)) => format!("{signal} (\"{}\")", clean(span.of(&message.text))),
        (Some(signal), None) => signal.clone(),
        (None, Some(span)) => clean(span.of(&message.text)).into_owned(),
        (None, None) => String::new(),
    }
}
