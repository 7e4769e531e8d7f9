//! The example inbox with readings by hand: what a good agent would read in each message.

use std::path::{Path, PathBuf};

use twoears_core::{
    Brand, Heard, Intent, Message, PrivateData, PrivateKind, Ranked, Reading, RuleId, Scored, Sentiment,
    Span, Timestamp, Urgency, decide, listen,
};
use twoears_drafts::{Draft, DraftInput, Knowledge, drafts, notes, promise_supports};

type Labels = (&'static str, &'static str, &'static str, &'static str, &'static str, &'static [&'static str]);

/// id, intent, urgency, sentiment, flags (p: private, e: a person, n: no reply), personal data as `kind=text`.
#[rustfmt::skip]
const LABELS: &[Labels] = &[
    ("m01", "visit.info", "normal", "neutral", "", &[]),
    ("m02", "product.request", "low", "neutral", "", &[]),
    ("m03", "billing.refund", "normal", "negative", "p", &["address=7 Weir Cottages, Penwick", "phone=+44 7700 900318", "name=Henrietta Okonjo-Blythe"]),
    ("m04", "feedback.praise", "low", "very_positive", "", &[]),
    ("m05", "service.conditions", "low", "negative", "", &[]),
    ("m06", "product.info", "normal", "neutral", "", &[]),
    ("m07", "feedback.praise", "low", "very_positive", "", &[]),
    ("m08", "billing.refund", "normal", "negative", "p", &[]),
    ("m09", "billing.price", "normal", "neutral", "", &[]),
    ("m10", "service.conditions", "low", "negative", "", &[]),
    ("m11", "service.baggage", "high", "negative", "p", &[]),
    ("m12", "talk.chat", "low", "neutral", "", &[]),
    ("m13", "service.delay", "normal", "negative", "", &[]),
    ("m14", "talk.other", "low", "neutral", "n", &[]),
    ("m15", "account.close", "normal", "neutral", "p", &[]),
    ("m16", "order.change", "normal", "neutral", "p", &["address=Unit 9, Saltpan Yard, Tollbridge", "account=LWB-20417"]),
    ("m17", "service.outage", "high", "negative", "", &[]),
    ("m18", "product.fault", "normal", "negative", "", &[]),
    ("m19", "product.fault", "critical", "negative", "p", &[]),
    ("m20", "talk.detail", "normal", "neutral", "p", &[]),
    ("m21", "risk.safety", "critical", "negative", "e", &[]),
    ("m22", "order.status", "high", "very_negative", "p", &[]),
    ("m23", "billing.charge", "high", "negative", "p", &[]),
    ("m24", "billing.charge", "high", "negative", "p", &[]),
    ("m25", "service.delay", "high", "negative", "", &[]),
    ("m26", "billing.payment", "high", "negative", "p", &["card=4111 1111 1111 1111", "card=09/28"]),
    ("m27", "service.booking", "high", "very_negative", "p", &[]),
    ("m28", "service.delay", "high", "negative", "", &[]),
    ("m29", "service.staff", "high", "very_negative", "pe", &[]),
    ("m30", "account.security", "critical", "very_negative", "pe", &[]),
    ("m31", "service.booking", "normal", "neutral", "", &[]),
    ("m32", "talk.thanks", "low", "positive", "n", &[]),
    ("m33", "service.baggage", "normal", "negative", "p", &["phone=+44 7700 900254"]),
    ("m34", "service.baggage", "normal", "negative", "p", &[]),
    ("m35", "risk.legal", "high", "negative", "pe", &[]),
    ("m36", "billing.refund", "high", "negative", "p", &[]),
    ("m37", "service.booking", "normal", "negative", "p", &["booking=KQ7T2M"]),
    ("m38", "order.problem", "normal", "negative", "p", &["order=4471-20938"]),
    ("m39", "service.outage", "high", "negative", "", &[]),
    ("m40", "billing.price", "normal", "neutral", "p", &[]),
    ("m41", "talk.chat", "low", "positive", "", &[]),
    ("m42", "order.status", "high", "negative", "p", &["order=LP204881337"]),
    ("m43", "talk.detail", "normal", "neutral", "p", &["email=dani.ferro@example.com"]),
    ("m44", "product.info", "normal", "neutral", "", &[]),
    ("m45", "service.staff", "normal", "very_negative", "p", &[]),
    ("m46", "talk.other", "low", "neutral", "n", &[]),
    ("m47", "account.close", "high", "negative", "p", &[]),
    ("m48", "product.info", "high", "neutral", "", &[]),
];

/// One message with everything that a draft is made from.
pub(crate) struct Case {
    pub(crate) message: Message,
    pub(crate) heard: Heard,
    pub(crate) reading: Reading,
    pub(crate) now: Timestamp,
}

pub(crate) fn examples() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../examples")
}

pub(crate) fn brand() -> Brand {
    Brand::from_toml(&std::fs::read_to_string(examples().join("brand.toml")).unwrap()).unwrap()
}

pub(crate) fn knowledge() -> Knowledge {
    Knowledge::from_dir(examples().join("kb")).unwrap()
}

fn sure<L>(label: L) -> Scored<L> {
    Scored { label, probability: 0.9 }
}

/// A case of a message and its labels.
pub(crate) fn case(
    message: Message,
    intent: &str,
    urgency: &str,
    sentiment: &str,
    flags: &str,
    data: &[&str],
) -> Case {
    let heard = listen::hear(&message.text);
    let private_data = data.iter().map(|data| {
        let (kind, value) = data.split_once('=').unwrap();
        let start = message.text.find(value).unwrap_or_else(|| panic!("`{value}` is not in {}", message.id));
        let kind: PrivateKind = kind.parse().unwrap();
        PrivateData { kind, span: Span::new(start, start + value.len()), rule: RuleId("private.test") }
    });
    let sentiment: Sentiment = sentiment.parse().unwrap();
    let intent: Intent = intent.parse().unwrap();
    let urgency: Urgency = urgency.parse().unwrap();
    let reading = Reading {
        language: heard.language(),
        intent: Ranked {
            label: intent,
            probability: 0.9,
            unclear: false,
            alternatives: Vec::new(),
            set: vec![intent],
        },
        urgency: sure(urgency),
        sentiment: sure(sentiment),
        sentiment_score: sentiment.value(),
        private: sure(flags.contains('p')),
        escalate: sure(flags.contains('e')),
        needs_reply: sure(!flags.contains('n')),
        private_data: private_data.collect(),
        custom: Vec::new(),
        findings: Vec::new(),
    };
    let sent = message.sent_at.unwrap_or_else(|| "2026-11-23T10:00:00Z".parse().unwrap());
    let now = sent + jiff::SignedDuration::from_mins(10);
    Case { message, heard, reading, now }
}

/// Does a draft that promises say by when, and one that promises nothing name no time? An article may name its own.
pub(crate) fn says_its_time(draft: &Draft, brand: &Brand, now: Timestamp) -> bool {
    let zone = brand.hours.as_ref().map(decide::Hours::zone);
    match &draft.promise {
        Some(promise) => {
            let backed = promise_supports(promise.due, now, zone);
            backed.lines().next().is_some_and(|words| draft.text.contains(words))
        }
        None if draft.source.is_some() => !draft.text.contains("hear from me"),
        None => {
            let words: Vec<&str> = draft.text.split_whitespace().collect();
            let at = |word: &str| word.starts_with(|c: char| c.is_ascii_digit()) || word == "noon";
            !draft.text.contains("hear from me")
                && !words.windows(2).any(|pair| pair[0] == "by" && at(pair[1]))
        }
    }
}

/// The example inbox.
pub(crate) fn inbox() -> Vec<Case> {
    let text = std::fs::read_to_string(examples().join("inbox.jsonl")).unwrap();
    let read = |line: &str| {
        let mut value: serde_json::Value = serde_json::from_str(line).unwrap();
        if value["visibility"].is_null() {
            value["visibility"] = "unknown".into();
        }
        let message: Message = serde_json::from_value(value).unwrap();
        let label = LABELS.iter().find(|label| label.0 == message.id).unwrap();
        case(message, label.1, label.2, label.3, label.4, label.5)
    };
    text.lines().filter(|line| !line.is_empty()).map(read).collect()
}

impl Case {
    pub(crate) fn with<T>(
        &self,
        brand: &Brand,
        knowledge: &Knowledge,
        run: impl FnOnce(&DraftInput<'_>) -> T,
    ) -> T {
        let decision = decide::decide(&self.message, &self.reading, brand, self.now);
        let (message, heard, reading, now) = (&self.message, &self.heard, &self.reading, self.now);
        run(&DraftInput { message, heard, reading, decision: &decision, brand, knowledge, now })
    }

    pub(crate) fn drafts(&self, brand: &Brand, knowledge: &Knowledge) -> Vec<Draft> {
        self.with(brand, knowledge, drafts)
    }

    pub(crate) fn notes(&self, brand: &Brand, knowledge: &Knowledge) -> Vec<String> {
        self.with(brand, knowledge, notes)
    }
}
