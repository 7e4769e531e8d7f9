//! What shapes ask of a message: how the writer feels, what they want, what room there is.

use twoears_core::decide::Limit;
use twoears_core::{Channel, From, Heard, Intent, Label as _, Sentiment, Turn, Urgency};

use super::scene::Scene;
use super::{given, mood};
use crate::Audience;
use crate::knowledge::terms;
use crate::lint::UNKNOWN;
use crate::phrases::Kind;

/// Words of somebody who tells of themselves.
const OWN_MATTER: &[&str] =
    &["i", "i'm", "i've", "im", "ive", "my", "me", "we", "we've", "our", "us", "mine"];
/// Hours in which a word of ours is still in everybody's mind.
const FRESH: i64 = 24;
/// With fewer telling words than this, nobody can know what happened.
const STORY: usize = 6;
/// What answers a question of ours has fewer telling words than this.
const ANSWER: usize = 10;
/// Words of somebody who wants something done.
const WANTS: &[&str] = &[
    "help",
    "please",
    "pls",
    "plz",
    "need",
    "fix",
    "can you",
    "could you",
    "can i",
    "how do i",
    "let me know",
    "advise",
];
/// Words of somebody who waits to hear from us.
const AWAITS: &[&str] =
    &["hearing back", "hear back", "hearing from you", "hear from you", "await your", "awaiting your"];
/// Words of somebody who stands there while they write, or is about to go.
const HERE: &[&str] = &[
    "at the gate",
    "on the plane",
    "on board",
    "boarding now",
    "now boarding",
    "on the tarmac",
    "on the runway",
    "in the queue",
    "in line",
    "at the till",
    "at the desk",
    "at the counter",
    "on the platform",
    "on the train",
    "sitting here",
    "standing here",
    "right now",
    "waiting to board",
    "waiting for a gate",
    "now departing",
    "leave in",
    "leaves in",
    "departs in",
    "takes off in",
];
/// Rules that find the same.
const HERE_RULES: &[&str] = &["urgency.on_the_spot", "urgency.boarding", "urgency.stranded"];
/// Words of somebody who wrote in private already.
const IN_PRIVATE: &[&str] = &[
    "check dm",
    "check my dm",
    "check your dm",
    "check dms",
    "check your dms",
    "sent a dm",
    "sent you a dm",
    "sent dm",
    "dm'd",
    "dmed",
    "dm'ed",
    "see dm",
    "see my dm",
    "my dm",
    "my dms",
    "check pm",
    "check your inbox",
    "sent you a message",
    "sent a private message",
    "messaged you",
];
/// Words that a second matter begins with.
const SECOND: &[&str] =
    &["also", "on top of that", "on top of it", "another thing", "one more thing", "secondly", "and another"];
/// Words that open a question to somebody.
const AUXILIARIES: &[&str] = &["are", "is", "do", "does", "did", "can", "could", "will", "would"];

/// Words of somebody who asks without a question mark.
const QUESTIONS: &[&str] = &[
    "how",
    "what",
    "when",
    "where",
    "which",
    "who",
    "why",
    "whether",
    "if",
    "wondering",
    "can",
    "could",
    "do",
    "does",
    "is",
    "are",
    "will",
];

/// Does a text ask for anything at all, with or without a question mark?
pub(super) fn asks_for(heard: &Heard) -> bool {
    let says = |words: &[&str]| words.iter().any(|word| given::holds(heard.lower(), word));
    heard.cues().questions > 0
        || says(WANTS)
        || heard.text().split(['.', ',', '!', '\n']).any(opens_a_question)
}

/// Does a sentence begin as a question does?
fn opens_a_question(sentence: &str) -> bool {
    let words = sentence.split_whitespace().filter(|word| !word.starts_with(['@', '#']));
    let mut start = words.map(|word| word.trim_matches(|c: char| !c.is_alphabetic()).to_lowercase()).take(3);
    start.any(|word| QUESTIONS.contains(&word.as_str()))
}

impl Scene<'_> {
    /// How long a draft may be.
    pub(super) fn limit(&self, audience: Audience) -> Limit {
        let (channels, channel) = (&self.input.brand.channels, self.input.message.channel);
        let limit = match audience {
            Audience::Public => channels.public(channel),
            Audience::Private => channels.private(channel),
        };
        limit.unwrap_or(UNKNOWN)
    }

    /// Does the writer show that something is wrong?
    pub(super) fn is_unhappy(&self) -> bool {
        self.unhappy
    }

    /// Do they stand there now, so that a word in an hour is none?
    pub(super) fn is_on_the_spot(&self) -> bool {
        let pressing = self.input.reading.urgency.label <= Urgency::High;
        let waits = self.input.reading.intent.label == Intent::ServiceDelay && !self.unsure;
        HERE_RULES.iter().any(|rule| self.found(rule)) || (pressing && (waits || self.says(HERE)))
    }

    /// Do they say that they wrote in private already?
    pub(super) fn wrote_in_private(&self) -> bool {
        self.says(IN_PRIVATE)
    }

    /// Has somebody died?
    pub(super) fn is_bereaved(&self) -> bool {
        self.found("route.bereavement")
    }

    /// Did we ask in the turn before, so that this is an answer?
    pub(super) fn was_asked(&self) -> bool {
        let last = self.input.message.thread.turns().last();
        last.is_some_and(|turn| turn.from == From::Organisation && turn.text.contains('?'))
    }

    /// Does the message do no more than answer what we asked?
    pub(super) fn answers_us(&self) -> bool {
        let kind = matches!(
            self.kind,
            Kind::Problem | Kind::Mixed | Kind::Ask | Kind::Request | Kind::Report | Kind::Chat
        );
        kind && self.was_asked() && self.told().len() < ANSWER && !self.asks() && !self.is_angry()
    }

    /// Did our last answer say sorry, so that a second one is only words?
    pub(super) fn was_told_sorry(&self) -> bool {
        let message = self.input.message;
        let last = message.thread.last_answer();
        // Who is back after days has waited anew.
        let long = |turn: &Turn| {
            let times = turn.sent_at.zip(message.sent_at);
            times.is_some_and(|(then, now)| now.duration_since(then).as_hours() >= FRESH)
        };
        last.filter(|turn| !long(turn))
            .map(|turn| turn.text.to_lowercase())
            .is_some_and(|said| said.contains("sorry") || said.contains("apolog"))
    }

    /// Is it a post from one to another, in which none of our accounts is spoken to?
    pub(super) fn is_between_others(&self) -> bool {
        let (brand, message) = (self.input.brand, self.input.message);
        if brand.own_handles.is_empty() || !message.is_public() || message.thread.last_answer().is_some() {
            return false;
        }
        // Who asks, or tells of their own matter, may know an account of ours that the settings do not name.
        if self.asks() || self.says(OWN_MATTER) {
            return false;
        }
        let said = self.input.heard.said(&message.text);
        let handle =
            |word: &str| word.trim_end_matches(|c: char| !c.is_alphanumeric() && c != '_').to_owned();
        let mut spoken_to =
            said.split_whitespace().filter(|word| word.len() > 1 && word.starts_with('@')).peekable();
        said.trim_start().starts_with('@')
            && spoken_to.peek().is_some()
            && !spoken_to.any(|word| brand.is_own_handle(&handle(word)))
    }

    /// Does a second matter come after the first?
    pub(super) fn has_second_matter(&self) -> bool {
        let matter = |intent: &&Intent| !matches!(intent.name().split('.').next(), Some("talk" | "feedback"));
        self.says(SECOND) && self.input.reading.intent.set.iter().filter(matter).count() > 1
    }

    /// Is there nothing in the message, nor before it, to go by?
    pub(super) fn is_unclear(&self) -> bool {
        self.unsure && !self.is_telling()
    }

    /// Does praise go on with what was less good, or with a question?
    pub(super) fn has_another_side(&self) -> bool {
        let heard = self.input.heard;
        let mut words = heard.lower().split_whitespace().filter(|word| !word.starts_with(['@', '#', '.']));
        let first = words.next().is_some_and(|first| AUXILIARIES.contains(&first));
        let asks =
            first && words.next().is_some_and(|who| ["you", "there", "i", "we", "it", "your"].contains(&who));
        let turns = heard.tokens().iter().any(|token| self.phrases.is_turn(token.span.of(heard.lower())));
        heard.cues().questions > 0 || asks || turns
    }

    /// Do they say that they wrote before, without an answer?
    pub(super) fn declares_repeat(&self) -> bool {
        self.found("urgency.repeat")
    }

    /// Does a child write? Nobody asks a child for what is personal.
    pub(super) fn is_child(&self) -> bool {
        self.found("route.child")
    }

    fn found(&self, rule: &str) -> bool {
        self.input.reading.findings.iter().any(|finding| finding.rule.0 == rule)
    }

    /// Does it not wait?
    pub(super) fn is_pressing(&self) -> bool {
        self.input.reading.urgency.label <= Urgency::High && self.is_telling()
    }

    /// Is the writer beside themselves?
    pub(super) fn is_angry(&self) -> bool {
        self.input.reading.sentiment.label == Sentiment::VeryNegative
    }

    /// Does the writer thank, and mean it?
    pub(super) fn is_thankful(&self) -> bool {
        self.input.reading.sentiment.label.is_positive() && self.says(&["thank", "thanks", "thx", "cheers"])
    }

    /// Do they close with a word that they wait for ours?
    pub(super) fn awaits_word(&self) -> bool {
        self.kind == Kind::Thanks && self.says(AWAITS)
    }

    /// Does the message neither ask nor complain?
    pub(super) fn wants_nothing(&self) -> bool {
        !self.asks() && !self.wants_something() && !self.is_unhappy()
    }

    /// Does the message ask a question?
    pub(super) fn asks(&self) -> bool {
        self.input.heard.cues().questions > 0 && self.is_telling()
    }

    /// Does it have words to go by, besides mentions and links?
    fn is_telling(&self) -> bool {
        !self.told().is_empty() || !self.input.message.thread.turns().is_empty()
    }

    fn told(&self) -> Vec<String> {
        terms(&self.input.heard.said(&self.input.message.text))
    }

    /// Do these words stand in the message?
    pub(super) fn says(&self, words: &[&str]) -> bool {
        words.iter().any(|word| given::holds(self.input.heard.lower(), word))
    }

    /// Does it want something done?
    pub(super) fn wants_something(&self) -> bool {
        self.says(WANTS)
    }

    /// Is too little told to say what it is about?
    pub(super) fn is_short(&self) -> bool {
        self.told().len() < STORY && self.input.message.thread.turns().is_empty()
    }

    /// Is it meant to raise a smile?
    pub(super) fn is_light(&self) -> bool {
        let glad = self.input.reading.sentiment.label.is_positive();
        let light =
            glad || self.input.reading.intent.label == Intent::TalkChat || mood::laughs(self.input.heard);
        light && !mood::is_troubled(self.input.heard)
    }

    /// Has this person been greeted before in this conversation? A letter greets every time.
    pub(super) fn is_greeted(&self) -> bool {
        let letter = self.input.message.channel == Channel::Email;
        !letter && self.input.message.thread.last_answer().is_some()
    }

    /// Was something said before, or is this a private channel, where people send what was asked for?
    pub(super) fn is_going_on(&self) -> bool {
        !self.input.message.thread.turns().is_empty() || !self.input.message.is_public()
    }

    /// Is a conversation going on that needs no new sign-off?
    pub(super) fn goes_on(&self) -> bool {
        let quick = matches!(
            self.input.message.channel,
            Channel::Chat
                | Channel::Whatsapp
                | Channel::Messenger
                | Channel::Telegram
                | Channel::Sms
                | Channel::Line
        );
        quick && self.input.message.thread.last_answer().is_some()
    }
}
