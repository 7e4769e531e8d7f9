//! Made-up messages, readings and weights.

use jiff::{SignedDuration, Timestamp};
use proptest::prelude::*;
use twoears_core::decide::{Decision, SeverityWeights, Weights, decide};
use twoears_core::ledger::Entry;
use twoears_core::{
    Brand, Channel, Finding, From, Intent, Label as _, Language, Message, Ranked, Reading, RuleId, Scored,
    Sentiment, Thread, Turn, Urgency, Visibility,
};

/// So many seconds from the moment at which the cases are decided on.
pub(crate) fn at(seconds: i64) -> Timestamp {
    let now: Timestamp = "2026-11-23T09:00:00Z".parse().unwrap();
    now + SignedDuration::from_secs(seconds)
}

#[derive(Clone, Debug)]
pub(crate) struct Made {
    pub(crate) message: Message,
    pub(crate) reading: Reading,
    pub(crate) weights: Weights,
}

fn scored<L>(label: L) -> Scored<L> {
    Scored { label, probability: 0.9 }
}

impl Made {
    /// A calm question on X, a minute ago.
    pub(crate) fn calm() -> Self {
        let reading = Reading {
            language: scored(Language::ENGLISH),
            intent: Ranked {
                label: Intent::OrderStatus,
                probability: 0.9,
                unclear: false,
                alternatives: Vec::new(),
                set: vec![Intent::OrderStatus],
            },
            urgency: scored(Urgency::Normal),
            sentiment: scored(Sentiment::Neutral),
            sentiment_score: 0.0,
            private: scored(false),
            escalate: scored(false),
            needs_reply: scored(true),
            private_data: Vec::new(),
            findings: Vec::new(),
            custom: Vec::new(),
        };
        let message = Message::new("Where is the order?").channel(Channel::X).sent_at(at(-60));
        Self { message, reading, weights: Weights::default() }
    }

    pub(crate) fn complains(&mut self) {
        self.reading.sentiment = scored(Sentiment::Negative);
        self.reading.sentiment_score = -0.6;
    }

    /// Decided so many seconds later.
    pub(crate) fn decide(&self, seconds: i64) -> Decision {
        let brand = Brand { priority: self.weights, ..Brand::default() };
        decide(&self.message, &self.reading, &brand, at(seconds))
    }

    /// The customer wrote so many times before this message, every half hour or at times that nobody knows.
    pub(crate) fn unanswered(&mut self, turns: i64) {
        let sent = self.message.sent_at.unwrap_or(at(0));
        let turn = |before: i64| {
            let sent_at = (before % 3 != 2).then(|| sent - SignedDuration::from_mins(30 * before));
            Turn { id: None, from: From::Customer, text: "Where is it?".to_owned(), sent_at }
        };
        self.message.thread = Thread::new((1..=turns).rev().map(turn).collect());
    }

    /// A rule spoke.
    pub(crate) fn finding(&mut self, rule: Option<&'static str>) {
        self.reading.findings.extend(rule.map(|rule| Finding { rule: RuleId(rule), span: None }));
    }

    /// So many promises to them were broken.
    pub(crate) fn broken(&mut self, promises: usize) {
        let entry = Entry::new("Ann", "ring back", at(-9000), at(-3600));
        self.message.contact.promises = vec![entry; promises];
    }

    pub(crate) fn weights_times(&self, times: f32) -> Weights {
        let Weights { severity, reach_unknown, .. } = self.weights;
        let w = |weight: f32| weight * times;
        Weights {
            severity: SeverityWeights {
                critical: w(severity.critical),
                high: w(severity.high),
                normal: w(severity.normal),
                low: w(severity.low),
            },
            escalation: w(self.weights.escalation),
            waiting: w(self.weights.waiting),
            window: w(self.weights.window),
            feeling: w(self.weights.feeling),
            public: w(self.weights.public),
            reach: w(self.weights.reach),
            reach_unknown,
            repeat: w(self.weights.repeat),
            first_complaint: w(self.weights.first_complaint),
            vulnerable: w(self.weights.vulnerable),
            broken_promise: w(self.weights.broken_promise),
            vip: w(self.weights.vip),
        }
    }
}

fn weights() -> impl Strategy<Value = Weights> {
    let given = (prop::array::uniform4(0.5_f32..60.0), prop::array::uniform11(0.0_f32..30.0), 0.0_f32..=1.0);
    let given = given.prop_map(|(mut levels, others, reach_unknown)| {
        levels.sort_by(f32::total_cmp);
        let [low, normal, high, critical] = levels;
        let severity = SeverityWeights { critical, high, normal, low };
        let [escalation, waiting, window, feeling, public, reach, repeat, first_complaint, vulnerable, ..] =
            others;
        let [.., broken_promise, vip] = others;
        Weights {
            severity,
            escalation,
            waiting,
            window,
            feeling,
            public,
            reach,
            reach_unknown,
            repeat,
            first_complaint,
            vulnerable,
            broken_promise,
            vip,
        }
    });
    prop_oneof![Just(Weights::default()), given]
}

fn reading() -> impl Strategy<Value = Reading> {
    let sentiment = prop::sample::select(Sentiment::ALL);
    let yes_or_no = prop::array::uniform3(any::<bool>());
    (prop::sample::select(Urgency::ALL), sentiment, yes_or_no).prop_map(|(urgency, sentiment, yes)| {
        let [private, escalate, needs_reply] = yes;
        Reading {
            urgency: scored(urgency),
            sentiment: scored(sentiment),
            sentiment_score: sentiment.value(),
            private: scored(private),
            escalate: scored(escalate),
            needs_reply: scored(needs_reply),
            ..Made::calm().reading
        }
    })
}

fn message() -> impl Strategy<Value = Message> {
    let place = (prop::sample::select(Channel::ALL), prop::sample::select(Visibility::ALL));
    let who = (prop::option::of(any::<u32>()), any::<bool>(), prop::option::of(0_u32..3));
    (place, who, 0_i64..2_000_000, 0_usize..2).prop_map(|((channel, visibility), who, sent, broken)| {
        let (followers, vip, complaints) = who;
        let mut made = Made::calm();
        made.broken(broken);
        let mut message = made.message.channel(channel).visibility(visibility).sent_at(at(-sent));
        message.author.followers = followers.map(u64::from);
        message.author.vip = vip;
        message.contact.complaints = complaints;
        message
    })
}

/// Any case. It was sent before it is decided on.
pub(crate) fn made() -> impl Strategy<Value = Made> {
    (message(), reading(), weights(), 0_i64..4).prop_map(|(message, reading, weights, turns)| {
        let mut made = Made { message, reading, weights };
        made.unanswered(turns);
        made
    })
}
