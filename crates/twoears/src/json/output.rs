//! From a case to its JSON line.

use std::collections::BTreeMap;

use serde::Serialize;
use twoears_core::decide::Offer;
use twoears_core::{Basis, CustomReading, Finding, Intent, Label, PrivateKind, Scored, Span};
use twoears_drafts::{Audience, Form, Length};

use super::clocks::ClocksOut;
use super::history::HistoryOut;
use super::lint::LintOut;
use super::part::PartOut;
use crate::Case;

/// A case as one JSON line, without the line end; drafts only when asked for.
///
/// ```
/// use twoears::{Desk, Message, json};
/// let case = Desk::new()?.triage(&Message::new("Thanks, all sorted!").id("m1"), "2026-11-22T09:00:00Z".parse()?);
/// let line = json::line(&case, json::Drafts::No);
/// assert!(line.starts_with(r#"{"id":"m1","language""#));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn line(case: &Case, drafts: Drafts) -> String {
    // Writing plain data into memory cannot fail: keys are text and numbers are finite.
    serde_json::to_string(&Line::of(case, drafts)).unwrap_or_default()
}

/// The same, where each draft has the request that sends it to an address, or why there is none.
#[cfg(feature = "adapters")]
pub fn line_to(case: &Case, drafts: Drafts, address: &twoears_adapters::outbound::Address) -> String {
    use twoears_adapters::outbound;
    let mut line = Line::of(case, drafts);
    for (written, draft) in line.drafts.iter_mut().zip(case.drafts()) {
        written.request = Some(match outbound::request(address, &draft.text, draft.audience) {
            Ok(request) => serde_json::json!(request),
            Err(error) => serde_json::json!({ "error": error.to_string() }),
        });
    }
    serde_json::to_string(&line).unwrap_or_default()
}

/// A case as a JSON value, as [`line()`].
pub fn value(case: &Case, drafts: Drafts) -> serde_json::Value {
    serde_json::to_value(Line::of(case, drafts)).unwrap_or_default()
}

/// Should drafts be written?
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Drafts {
    /// Write them.
    Yes,
    /// Leave the list empty.
    No,
}

#[derive(Serialize)]
struct Line<'a> {
    id: &'a str,
    language: One<'a>,
    intent: Ranked,
    urgency: One<'a>,
    sentiment: Sentiment,
    needs_reply: bool,
    private_data: Vec<Private>,
    route: Route<'a>,
    escalate: Option<Escalate<'a>>,
    action: &'static str,
    attention: AttentionOut,
    team: Option<&'a str>,
    priority: f64,
    priority_parts: Vec<PartOut>,
    respond_by: Option<String>,
    resolve_by: Option<String>,
    hold_by: Option<String>,
    clocks: ClocksOut,
    window: Option<WindowOut>,
    reasons: Vec<Reason>,
    offers: &'a [Offer],
    history: HistoryOut<'a>,
    basis: Basis,
    drafts: Vec<DraftOut<'a>>,
    notes: Vec<String>,
    model: &'a str,
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    custom: BTreeMap<&'a str, Custom<'a>>,
}

/// What a head of the organisation's own says.
#[derive(Serialize)]
struct Custom<'a> {
    label: &'a str,
    probability: f64,
    alternatives: Vec<(&'a str, f64)>,
    set: Vec<&'a str>,
    out_of_scope: f64,
}

#[derive(Serialize)]
struct One<'a> {
    label: &'a str,
    probability: f64,
}

#[derive(Serialize)]
struct Ranked {
    label: &'static str,
    probability: f64,
    alternatives: Vec<(&'static str, f64)>,
    set: Vec<&'static str>,
}

#[derive(Serialize)]
struct Sentiment {
    label: &'static str,
    probability: f64,
    score: f64,
}

#[derive(Serialize)]
struct Private {
    kind: PrivateKind,
    start: usize,
    end: usize,
}

#[derive(Serialize)]
struct Route<'a> {
    label: &'static str,
    probability: f64,
    mechanism: Option<&'static str>,
    link: Option<&'a str>,
    note: Option<&'a str>,
    fallback: Option<FallbackOut<'a>>,
    reasons: Vec<&'static str>,
}

#[derive(Serialize)]
struct FallbackOut<'a> {
    route: &'static str,
    to: Option<&'a str>,
    reason: &'a str,
}

#[derive(Serialize)]
struct WindowOut {
    closes_at: String,
    then: &'static str,
}

#[derive(Serialize)]
struct AttentionOut {
    label: &'static str,
    reason: &'static str,
}

#[derive(Serialize)]
struct Escalate<'a> {
    to: &'a str,
    reason: &'static str,
    matter: &'static str,
}

#[derive(Serialize)]
struct Reason {
    rule: &'static str,
    start: Option<usize>,
    end: Option<usize>,
}

#[derive(Serialize)]
struct DraftOut<'a> {
    audience: Audience,
    form: Form,
    sendable: bool,
    text: &'a str,
    length: Length,
    lint: Vec<LintOut<'a>>,
    source: Option<&'a str>,
    promise: Option<PromiseOut<'a>>,
    note: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    request: Option<serde_json::Value>,
}

#[derive(Serialize)]
struct PromiseOut<'a> {
    owner: Option<&'a str>,
    due: String,
}

/// A probability or score as the JSON line writes it: four decimals, more is noise.
///
/// ```
/// assert_eq!(twoears::json::rounded(0.123_456), 0.1235);
/// ```
pub fn rounded(value: f32) -> f64 {
    (f64::from(value) * 10_000.0).round() / 10_000.0
}

/// What stands for an intent that is less sure than the organisation asks for.
const UNCLEAR: &str = "unclear";

/// The intent as the JSON line names it: its label, or `unclear` when it is less sure than the organisation asks for.
/// The likeliest label then still leads the set.
pub fn intent_name(intent: &crate::Ranked<Intent>) -> &'static str {
    if intent.unclear { UNCLEAR } else { intent.label.name() }
}

fn one<L: Label>(scored: Scored<L>) -> One<'static> {
    One { label: scored.label.name(), probability: rounded(scored.probability) }
}

impl<'a> Line<'a> {
    fn of(case: &'a Case, drafts: Drafts) -> Self {
        let (reading, decision, text) = (&case.reading, &case.decision, case.message.text.as_str());
        let points = |span: Span| span.code_points(text);
        let reason = |finding: &Finding| {
            let span = finding.span.map(points);
            Reason { rule: finding.rule.0, start: span.map(|s| s.0), end: span.map(|s| s.1) }
        };
        let routing = &decision.routing;
        let intents =
            |labels: &[(Intent, f32)]| labels.iter().map(|(l, p)| (l.name(), rounded(*p))).collect();
        let with_drafts = drafts == Drafts::Yes;
        Self {
            id: &case.message.id,
            language: One {
                label: reading.language.label.code(),
                probability: rounded(reading.language.probability),
            },
            intent: Ranked {
                label: intent_name(&reading.intent),
                probability: rounded(reading.intent.probability),
                alternatives: intents(&reading.intent.alternatives),
                set: reading.intent.set.iter().map(|label| label.name()).collect(),
            },
            urgency: one(reading.urgency),
            sentiment: Sentiment {
                label: reading.sentiment.label.name(),
                probability: rounded(reading.sentiment.probability),
                score: rounded(reading.sentiment_score),
            },
            needs_reply: reading.needs_reply.label,
            private_data: reading
                .private_data
                .iter()
                .map(|data| {
                    let (start, end) = points(data.span);
                    Private { kind: data.kind, start, end }
                })
                .collect(),
            route: Route {
                label: routing.route.label.name(),
                probability: rounded(routing.route.probability),
                mechanism: routing.mechanism.map(Label::name),
                link: routing.link.as_deref(),
                note: routing.note.as_deref(),
                fallback: routing.fallback.as_ref().map(|other| FallbackOut {
                    route: other.route.name(),
                    to: other.to.as_deref(),
                    reason: &other.reason,
                }),
                reasons: routing.reasons.iter().map(|rule| rule.0).collect(),
            },
            escalate: decision.escalate.as_ref().map(|e| Escalate {
                to: &e.to,
                reason: e.reason.0,
                matter: e.matter.name(),
            }),
            action: decision.action.name(),
            attention: AttentionOut {
                label: decision.attention.handling.name(),
                reason: decision.attention.reason.0,
            },
            team: decision.team.as_deref(),
            priority: rounded(decision.priority),
            priority_parts: decision.parts.iter().map(PartOut::of).collect(),
            respond_by: decision.respond_by.map(|time| time.to_string()),
            resolve_by: decision.resolve_by.map(|time| time.to_string()),
            hold_by: decision.hold_by.map(|time| time.to_string()),
            clocks: ClocksOut::of(decision.clocks),
            window: decision.window.map(|window| WindowOut {
                closes_at: window.closes_at.to_string(),
                then: window.then.name(),
            }),
            reasons: decision.reasons.iter().map(reason).collect(),
            offers: &decision.offers,
            history: HistoryOut::of(case),
            basis: case.basis(),
            drafts: if with_drafts { case.drafts().iter().map(DraftOut::of).collect() } else { Vec::new() },
            notes: if with_drafts { case.notes() } else { Vec::new() },
            model: case.model(),
            custom: reading.custom.iter().map(|(name, said)| (&**name, Custom::of(said))).collect(),
        }
    }
}

impl<'a> Custom<'a> {
    fn of(said: &'a CustomReading) -> Self {
        Self {
            label: &said.label,
            probability: rounded(said.probability),
            alternatives: said
                .alternatives
                .iter()
                .map(|(label, share)| (&**label, rounded(*share)))
                .collect(),
            set: said.set.iter().map(|label| &**label).collect(),
            out_of_scope: rounded(said.out_of_scope),
        }
    }
}

impl<'a> DraftOut<'a> {
    fn of(draft: &'a twoears_drafts::Draft) -> Self {
        Self {
            audience: draft.audience,
            form: draft.form,
            sendable: draft.sendable,
            text: &draft.text,
            length: draft.length,
            lint: draft.lint.iter().map(|finding| LintOut::of(finding, &draft.text)).collect(),
            source: draft.source.as_deref(),
            promise: draft
                .promise
                .as_ref()
                .map(|promise| PromiseOut { owner: promise.owner.as_deref(), due: promise.due.to_string() }),
            note: draft.note.as_deref(),
            request: None,
        }
    }
}
