//! What all pieces of the drafts of one message share, gathered once.

use jiff::Timestamp;
use jiff::tz::TimeZone;
use twoears_core::decide::{Limit, Unit, Voice};
use twoears_core::listen::hear;
use twoears_core::{Channel, From, Heard, PrivateData, PrivateKind, Span, analyze};
use unicode_segmentation::UnicodeSegmentation as _;

use super::feel;
use super::pick::{Seed, Use, pick};
use super::thing::{self, Thing};
use super::{DraftInput, given, name, promise};
use crate::Audience;
use crate::knowledge::{Answer, terms};
use crate::phrases::{About, Articles, Kind, Part, Phrases, Slot, Slots, Template, When};

/// A message with fewer telling words than this is read together with what was said before.
const TELLING: usize = 3;
/// So well an answer fits somebody who is unhappy: a how-to that misses the point hurts them more.
const SURE: f32 = 1.25;
/// Where a channel's limit is not known.
pub(super) const CAREFUL: Limit = Limit::new(1000, Unit::Chars);

/// One message, ready to be answered.
pub(super) struct Scene<'a> {
    pub(super) input: &'a DraftInput<'a>,
    pub(super) phrases: &'a Phrases,
    pub(super) kind: Kind,
    /// Is what the message is about too unsure to say anything of it?
    pub(super) unsure: bool,
    pub(super) slots: Slots,
    pub(super) thing: Option<Thing>,
    pub(super) due: Timestamp,
    about: &'a About,
    when: Option<&'a When>,
    /// The thing, or what stands for it when the customer names none.
    found: Option<Thing>,
    given: Vec<&'static str>,
    voice: Voice,
    seed: Seed,
}

impl<'a> Scene<'a> {
    /// None only when there are no words for the intent, which a test rules out for the built-in ones.
    pub(super) fn new(input: &'a DraftInput<'a>, phrases: &'a Phrases) -> Option<Self> {
        let (message, heard, reading) = (input.message, input.heard, input.reading);
        let about = phrases.about(reading.intent.label)?;
        let when = about.when.iter().find(|when| given::says(heard.lower(), &when.words));
        let classes = when.and_then(|when| when.classes.as_ref()).unwrap_or(&about.classes);
        let spans = not_to_be_said(input, heard, &message.text, &reading.private_data);
        let kind = feel::kind(
            input.reading,
            heard.cues().questions > 0,
            when.and_then(|when| when.kind).unwrap_or(about.kind),
        );
        let intent = &reading.intent;
        let unsure = intent.unclear
            || when.is_none()
                && feel::is_unsure(
                    intent.probability,
                    intent.set.len(),
                    kind,
                    reading.sentiment.label.is_positive(),
                );
        let mut aside = spans.clone();
        if kind != Kind::Praise {
            aside.extend(beside_the_question(heard));
        }
        let mut thing = thing::find(heard, &aside, phrases, classes);
        if kind == Kind::Problem {
            thing = thing.or_else(|| thing::find(heard, &spans, phrases, classes));
        }
        let thing = thing
            .or_else(|| earlier_thing(input, phrases, classes))
            .filter(|thing| !unsure || (kind == Kind::Praise && thing.person));
        let mut given = given::given(message, heard, &reading.private_data);
        if super::journey::find(heard, &spans).is_some() {
            given.push("journey");
        }
        let due = promise::due(input.decision, input.brand, message.channel, input.now);
        let voice = input.brand.voice;
        let said = heard.said(&message.text);
        let id = if message.id.is_empty() { &*said } else { message.id.as_str() };
        let seed = Seed::of(&[
            id,
            match voice {
                Voice::Warm => "warm",
                Voice::Plain => "plain",
                Voice::Playful => "playful",
            },
        ]);
        let slots = Slots::default();
        let stands = when.and_then(|when| when.thing.as_deref()).or(about.thing.as_deref());
        let found = thing.clone().or_else(|| stands.filter(|_| !unsure).map(Thing::standing_in));
        let mut scene =
            Self { input, phrases, kind, unsure, slots, thing, due, about, when, found, given, voice, seed };
        scene.fill();
        Some(scene)
    }

    /// Fills the slots that do not depend on the audience.
    fn fill(&mut self) {
        let (message, decision) = (self.input.message, self.input.decision);
        let slots = &mut self.slots;
        slots.set(Slot::Name, name::first_name(&message.author).unwrap_or(""));
        // A detail belongs to what went before, and an unsure reading may name the wrong people.
        let team = decision.team.as_deref().filter(|_| !self.unsure && self.kind != Kind::Detail);
        slots.set(Slot::Team, team.map(name::team).unwrap_or_default());
        slots.set(Slot::When, promise::words(self.due, self.input.now));
        slots.set(Slot::Late, given::late(self.input.heard).unwrap_or_default());
        slots.set(Slot::Since, given::since(self.input.heard).unwrap_or_default());
        if let Some(thing) = &self.found {
            let agree = |one: &'static str, many: &'static str| if thing.plural { many } else { one };
            slots.set(Slot::Is, agree("is", "are"));
            slots.set(Slot::Isnt, agree("isn't", "aren't"));
            slots.set(Slot::Has, agree("has", "have"));
            slots.set(Slot::Hasnt, agree("hasn't", "haven't"));
            slots.set(Slot::Was, agree("was", "were"));
            slots.set(Slot::Wasnt, agree("wasn't", "weren't"));
            slots.set(Slot::Does, agree("does", "do"));
            slots.set(Slot::Doesnt, agree("doesn't", "don't"));
            slots.set(Slot::It, agree("it", "they"));
            slots.set(Slot::Them, agree("it", "them"));
            slots.set(Slot::S, agree("s", ""));
            slots.set(Slot::Thing, thing.text.as_str());
        }
    }

    /// The words of the voice for a part.
    pub(super) fn say(&self, part: Part) -> Vec<String> {
        self.say_with(part, &self.slots)
    }

    pub(super) fn say_with(&self, part: Part, slots: &Slots) -> Vec<String> {
        pick(self.phrases.words(self.voice, part), slots, self.thing.is_some(), self.seed, Use::Voice(part))
    }

    fn own(
        &self,
        slots: &Slots,
        of_when: impl Fn(&'a When) -> &'a [Template],
        of_about: &'a [Template],
        what: Use,
    ) -> Vec<String> {
        let found = self.thing.is_some();
        let own = self.when.map_or_else(Vec::new, |when| pick(of_when(when), slots, found, self.seed, what));
        if own.is_empty() { pick(of_about, slots, found, self.seed, what) } else { own }
    }

    /// What happened, as a clause.
    pub(super) fn problem(&self) -> Vec<String> {
        self.own(&self.slots, |when| &when.problem, &self.about.problem, Use::Problem)
    }

    /// The first sentence that the intent has of its own.
    pub(super) fn own_opening(&self) -> Vec<String> {
        self.own(&self.slots, |when| &when.opening, &self.about.opening, Use::Opening)
    }

    /// The first sentence where nothing went wrong.
    pub(super) fn opening(&self) -> Vec<String> {
        let own = self.own_opening();
        if !own.is_empty() {
            return own;
        }
        let part = if self.kind == Kind::Ask { Part::Opening } else { Part::OpeningHelp };
        let named = self.say(part);
        if named.is_empty() { self.say(Part::OpeningBare) } else { named }
    }

    /// What is not known yet, as an indirect question. `it` stands for the thing where that was just named.
    pub(super) fn unknown(&self, named: &str) -> Vec<String> {
        if self.kind == Kind::Mixed && self.when.is_none() && !self.about.unasked.is_empty() {
            return pick(&self.about.unasked, &self.slots, false, self.seed, Use::Unknown);
        }
        let it = self.found.as_ref().is_some_and(|thing| thing.can_be_it && named.contains(&thing.text));
        let slots = if it { self.slots.with(Slot::Thing, "it") } else { self.slots.clone() };
        self.own(&slots, |when| &when.unknown, &self.about.unknown, Use::Unknown)
    }

    /// Does finding the answer take something that only the customer can give?
    pub(super) fn needs_more(&self) -> bool {
        self.about.ask.is_some() && !self.unsure
    }

    /// The one question for what the answer needs and nobody gave yet.
    ///
    /// Nobody asks a child for what is personal.
    pub(super) fn question(&self) -> Option<String> {
        if self.input.reading.findings.iter().any(|finding| finding.rule.0 == "route.child") {
            return None;
        }
        let ask = self.phrases.asks.get(self.about.ask.as_ref().filter(|_| !self.unsure)?)?;
        if ask.given.iter().any(|kind| self.given.contains(&kind.as_str())) {
            return None;
        }
        pick(&ask.say, &self.slots, false, self.seed, Use::Question).into_iter().next()
    }

    /// What the knowledge base says to it.
    pub(super) fn answer(&self, audience: Audience) -> Option<Answer<'a>> {
        let unfit = self.when.is_some_and(|when| when.articles == Articles::Unfit);
        if unfit || !self.is_matter() {
            return None;
        }
        let message = self.input.message;
        let mut query = self.input.heard.said(&message.text).into_owned();
        if terms(&query).len() < TELLING {
            for turn in message.thread.turns().iter().rev().filter(|turn| turn.from == From::Customer).take(1)
            {
                query.push('\n');
                query.push_str(&hear(&turn.text).said(&turn.text));
            }
        }
        let today = self.input.now.to_zoned(TimeZone::UTC).date();
        let found = self.input.knowledge.find(&query, self.input.reading.intent.label, today, audience);
        let least = if self.kind == Kind::Problem || self.unsure { SURE } else { 1.0 };
        found.filter(|answer| answer.score >= least)
    }

    /// Is there a thing to name?
    pub(super) fn names_a_matter(&self) -> bool {
        self.found.as_ref().is_some_and(|thing| thing.text != "this")
    }

    /// Is there something to be answered or done, beyond a kind word?
    pub(super) fn is_matter(&self) -> bool {
        matches!(self.kind, Kind::Problem | Kind::Mixed | Kind::Ask | Kind::Request | Kind::Report)
    }

    /// How long a draft may be.
    pub(super) fn limit(&self, audience: Audience) -> Limit {
        let (channels, channel) = (&self.input.brand.channels, self.input.message.channel);
        let limit = match audience {
            Audience::Public => channels.public(channel),
            Audience::Private => channels.private(channel),
        };
        limit.unwrap_or(CAREFUL)
    }

    /// Does the writer show that something is wrong?
    pub(super) fn is_unhappy(&self) -> bool {
        self.input.reading.sentiment.label.is_negative()
    }

    /// Is there nothing in the message, nor before it, to go by?
    pub(super) fn is_unclear(&self) -> bool {
        self.unsure
            && terms(&self.input.heard.said(&self.input.message.text)).is_empty()
            && self.input.message.thread.turns().is_empty()
    }

    /// Does praise go on with what was less good, or with a question?
    pub(super) fn has_another_side(&self) -> bool {
        let heard = self.input.heard;
        let turns = heard.tokens().iter().any(|token| self.phrases.is_turn(token.span.of(heard.lower())));
        heard.cues().questions > 0 || turns
    }

    /// Did they write before, without an answer?
    pub(super) fn is_repeat(&self) -> bool {
        let declared = self.input.reading.findings.iter().any(|finding| finding.rule.0 == "urgency.repeat");
        declared || self.input.message.thread.unanswered() > 0
    }

    /// Is a conversation going on that needs no new greeting?
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

/// The sentences without a question, where there is one: a thing named there is not what was asked about.
fn beside_the_question(heard: &Heard) -> Vec<Span> {
    if heard.cues().questions == 0 {
        return Vec::new();
    }
    let sentences = heard.text().split_sentence_bound_indices();
    let other = sentences.filter(|(_, sentence)| !sentence.contains('?'));
    other.map(|(at, sentence)| heard.original(Span::new(at, at + sentence.len()))).collect()
}

/// Where personal data stands in a text of the conversation. Where places may be taken from it, also every word of a
/// name that the conversation shows elsewhere: it looks like a place.
fn not_to_be_said(input: &DraftInput<'_>, heard: &Heard, text: &str, private: &[PrivateData]) -> Vec<Span> {
    let mut spans: Vec<Span> = private.iter().map(|data| data.span).collect();
    if super::journey::find(heard, &spans).is_some() {
        let names = names(input);
        let words = heard.tokens().iter().map(|token| heard.original(token.span));
        spans.extend(words.filter(|word| names.iter().any(|name| name.eq_ignore_ascii_case(word.of(text)))));
    }
    spans
}

/// Every word of the names that the message and the turns before it show.
fn names(input: &DraftInput<'_>) -> Vec<String> {
    let (mut names, given) = (Vec::new(), input.brand.given());
    let mut add = |text: &str, private: &[PrivateData]| {
        for data in private.iter().filter(|data| data.kind == PrivateKind::Name) {
            names.extend(data.span.of(text).split_whitespace().map(str::to_owned));
        }
    };
    add(&input.message.text, &input.reading.private_data);
    for turn in input.message.thread.turns() {
        let message = twoears_core::Message::new(turn.text.clone());
        add(&turn.text, &analyze::privacy::find(&message, &hear(&turn.text), &given));
    }
    names
}

/// The thing that an earlier turn of the customer names.
fn earlier_thing(input: &DraftInput<'_>, phrases: &Phrases, classes: &[String]) -> Option<Thing> {
    let turns = input.message.thread.turns().iter().rev().filter(|turn| turn.from == From::Customer);
    turns.take(2).find_map(|turn| {
        let heard = hear(&turn.text);
        let message = twoears_core::Message::new(turn.text.clone());
        let private = analyze::privacy::find(&message, &heard, &input.brand.given());
        let spans = not_to_be_said(input, &heard, &turn.text, &private);
        thing::find(&heard, &spans, phrases, classes)
    })
}
