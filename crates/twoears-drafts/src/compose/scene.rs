//! What all pieces of the drafts of one message share, gathered once.

use std::cell::{Cell, OnceCell};

use jiff::Timestamp;
use jiff::tz::TimeZone;
use twoears_core::decide::{Hours, Voice};
use twoears_core::listen::hear;
use twoears_core::{From, Intent, Sentiment, Span, Urgency};

use super::pick::{Seed, Speaker, Use};
use super::said::{beside_the_question, earlier_thing, not_to_be_said};
use super::state::asks_for;
use super::thing::{self, Thing};
use super::{DraftInput, feel, given, mirror, mood, name, promise, style, subject};
use crate::knowledge::{Answer, terms};
use crate::phrases::{About, Articles, Ask, Kind, Part, Phrases, Slot, Slots, Template, When};
use crate::{Audience, Form};

/// A message with fewer telling words than this is read together with what was said before.
const TELLING: usize = 3;
/// What finds a case, whatever it is about.
const ANY: &str = "any";
/// From this probability on the noun that an unsure reading would name may be named, without what happened to it.
const HINT: f32 = 0.35;

/// One message, ready to be answered.
pub(super) struct Scene<'a> {
    pub(super) input: &'a DraftInput<'a>,
    pub(super) phrases: &'a Phrases,
    pub(super) kind: Kind,
    /// Is what the message is about too unsure to say anything of it?
    pub(super) unsure: bool,
    pub(super) slots: Slots<'a>,
    pub(super) thing: Option<Thing>,
    /// What the likeliest intent would name, where the reading is too unsure to say what happened to it.
    pub(super) hint: Option<Thing>,
    /// Does the writer show that something is wrong?
    pub(super) unhappy: bool,
    pub(super) due: Timestamp,
    about: &'a About,
    when: Option<&'a When>,
    /// The thing, or what stands for it when the customer names none.
    found: Option<Thing>,
    given: Vec<&'static str>,
    voice: Voice,
    pub(super) speaker: Speaker<'a>,
    pub(super) form: Form,
    /// Did a draft not fit as chosen, so that shorter words are wanted?
    pub(super) lacks_room: Cell<bool>,
    /// What must not be repeated.
    spans: Vec<Span>,
    /// What the knowledge base says, once it was asked: for everybody to read, and for the customer alone.
    answers: [OnceCell<Option<Answer<'a>>>; 2],
    /// What happened and what is asked in the customer's own words, read when first wanted.
    told: OnceCell<Option<mirror::Mirror>>,
    asked: OnceCell<Option<String>>,
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
        let praises = kind == Kind::Praise && mood::praises(heard);
        let sour = mood::is_sour(heard, &heard.said(&message.text), kind);
        let intent = &reading.intent;
        let unsure = intent.unclear
            || when.is_none()
                && feel::is_unsure(
                    intent.probability,
                    intent.set.len(),
                    kind,
                    reading.sentiment.label.is_positive() || praises,
                )
            // Who asks for nothing has no question, who is not unhappy has no complaint, who praises is not unhappy.
            || sour
            || mood::praises_nothing(reading, heard, kind)
            || kind == Kind::Ask && !asks_for(heard)
            // Kind words beside a complaint are most often for the people.
            || intent.label == Intent::ServiceStaff && mood::is_kind(heard)
            || intent.label == Intent::FeedbackComplaint && !reading.sentiment.label.is_negative()
            || kind == Kind::Praise && reading.sentiment.label.is_negative() && !praises;
        // A kind word that asks for nothing is one, whatever the intent was taken for.
        let (kind, unsure) = mood::thanked(reading, heard, (kind, unsure), sour);
        let unhappy = sour || mood::is_unhappy(reading, heard, kind, unsure);
        let kind = if sour { Kind::Problem } else { kind };
        let mut aside = spans.clone();
        if kind != Kind::Praise {
            aside.extend(beside_the_question(heard));
        }
        let mut thing = thing::find(heard, &aside, phrases, classes);
        if intent.label == Intent::FeedbackComplaint {
            thing = thing.filter(|thing| subject::is_subject(heard, thing));
        } else if kind == Kind::Problem {
            thing = thing.or_else(|| thing::find(heard, &spans, phrases, classes));
        }
        let likely = intent.probability >= HINT
            && matches!(kind, Kind::Problem | Kind::Mixed | Kind::Ask | Kind::Request);
        let hint = thing
            .clone()
            .filter(|thing| unsure && likely && !sour && !thing.person && !thing.text.starts_with("our "));
        let thing = thing
            .or_else(|| earlier_thing(input, phrases, classes))
            .filter(|thing| !unsure || (kind == Kind::Praise && thing.person))
            .filter(|thing| kind != Kind::Praise || thing.is_ours(phrases));
        let mut given = given::given(message, heard, &reading.private_data);
        if super::journey::find(heard, &spans).is_some() {
            given.push("journey");
        }
        let due = promise::due(input);
        // Nobody jokes with somebody in trouble.
        let grave =
            reading.urgency.label <= Urgency::High || reading.sentiment.label == Sentiment::VeryNegative;
        let voice = match input.brand.voice {
            Voice::Playful if grave || unsure || unhappy || kind == Kind::Problem => Voice::Warm,
            voice => voice,
        };
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
        let speaker = Speaker { seed, style: &input.brand.style, shorter: false };
        let slots = Slots::default();
        let lacks_room = Cell::new(false);
        let stands = when.and_then(|when| when.thing.as_deref()).or(about.thing.as_deref());
        let found = thing.clone().or_else(|| stands.filter(|_| !unsure).map(Thing::standing_in));
        let mut scene = Self {
            input,
            phrases,
            kind,
            unsure,
            slots,
            thing,
            hint,
            unhappy,
            due,
            about,
            when,
            found,
            given,
            voice,
            speaker,
            form: Form::Full,
            lacks_room,
            spans,
            answers: Default::default(),
            told: OnceCell::new(),
            asked: OnceCell::new(),
        };
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
        let hours = self.input.brand.hours.as_ref();
        slots.set(Slot::When, promise::words(self.due, self.input.now, hours.map(Hours::zone)));
        let back = promise::back(hours, self.input.now).map(|back| format!("at {back}"));
        slots.set(Slot::Back, back.unwrap_or_default());
        slots.set(Slot::Late, given::late(self.input.heard).unwrap_or_default());
        slots.set(Slot::Since, given::since(self.input.heard).unwrap_or_default());
        if let Some(thing) = &self.found {
            let agree = |one: &'static str, many: &'static str| if thing.plural { many } else { one };
            slots.set(Slot::Is, agree("is", "are"));
            let not = |one, many| style::own_words(agree(one, many), &self.input.brand.style);
            slots.set(Slot::Isnt, not("isn't", "aren't"));
            slots.set(Slot::Has, agree("has", "have"));
            slots.set(Slot::Hasnt, not("hasn't", "haven't"));
            slots.set(Slot::Was, agree("was", "were"));
            slots.set(Slot::Wasnt, not("wasn't", "weren't"));
            slots.set(Slot::Does, agree("does", "do"));
            slots.set(Slot::Doesnt, not("doesn't", "don't"));
            slots.set(Slot::It, agree("it", "they"));
            slots.set(Slot::Them, agree("it", "them"));
            slots.set(Slot::S, agree("s", ""));
            slots.set(Slot::Thing, thing.text.clone());
        }
    }

    /// The words of the voice for a part.
    pub(super) fn say(&self, part: Part) -> Vec<String> {
        self.say_with(part, &self.slots)
    }

    pub(super) fn say_with(&self, part: Part, slots: &Slots<'_>) -> Vec<String> {
        let words = self.phrases.words(self.voice, part);
        self.speaker.pick(words, slots, self.thing.is_some(), Use::Voice(part))
    }

    fn own(
        &self,
        slots: &Slots<'_>,
        of_when: impl Fn(&'a When) -> &'a [Template],
        of_about: &'a [Template],
        what: Use,
    ) -> Vec<String> {
        let found = self.thing.is_some();
        let own =
            self.when.map_or_else(Vec::new, |when| self.speaker.pick(of_when(when), slots, found, what));
        if own.is_empty() { self.speaker.pick(of_about, slots, found, what) } else { own }
    }

    /// What happened, as a clause.
    pub(super) fn problem(&self) -> Vec<String> {
        self.own(&self.slots, |when| &when.problem, &self.about.problem, Use::Problem)
    }

    /// What happened, in the customer's own clause, where that says more than the words for the intent.
    pub(super) fn mirror(&self) -> Option<String> {
        let found = self.told.get_or_init(|| mirror::find(self.input.heard, &self.spans)).clone()?;
        let better = self.thing.is_none() || (self.when.is_none() && found.names);
        better.then_some(found.clause)
    }

    /// What the customer asks, as an indirect question, where the intent has no words for just that.
    pub(super) fn mirror_unknown(&self) -> Option<String> {
        if self.when.is_some() && !self.unsure {
            return None;
        }
        self.asked.get_or_init(|| mirror::question(self.input.heard, &self.spans)).clone()
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
        if let Some(asked) = self.mirror_unknown() {
            return vec![asked];
        }
        if self.kind == Kind::Mixed && self.when.is_none() && !self.about.unasked.is_empty() {
            return self.speaker.pick(&self.about.unasked, &self.slots, false, Use::Unknown);
        }
        let it = self.found.as_ref().is_some_and(|thing| thing.can_be_it && named.contains(&thing.text));
        let slots = if it { self.slots.with(Slot::Thing, "it") } else { self.slots.view() };
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
        let ask = self.own_ask().filter(|ask| !self.gave(ask))?;
        self.ask_words(ask)
    }

    /// Is it something to be put right or done, and no mere question?
    fn wants_done(&self) -> bool {
        matches!(self.kind, Kind::Problem | Kind::Mixed | Kind::Request)
    }

    fn own_ask(&self) -> Option<&'a Ask> {
        let ask = self.about.ask.as_ref().filter(|_| !self.unsure && !self.is_child())?;
        self.phrases.asks.get(ask)
    }

    /// What the customer is asked to send in private, as a noun; none when it was given.
    ///
    /// Where nobody knows what the answer takes, the number that lets somebody find the case.
    pub(super) fn needed(&self) -> Option<&'a str> {
        let any = || {
            self.phrases
                .asks
                .get(ANY)
                .filter(|_| !self.is_child() && (self.is_unhappy() || self.wants_done()))
        };
        let ask = if self.unsure || self.about.ask.is_none() { any() } else { self.own_ask() };
        ask.filter(|ask| !self.gave(ask))?.needed.as_deref()
    }

    /// Does the conversation give what would be asked for?
    pub(super) fn gave(&self, ask: &Ask) -> bool {
        ask.given.iter().any(|kind| self.given.contains(&kind.as_str()))
    }

    /// The question in words.
    pub(super) fn ask_words(&self, ask: &Ask) -> Option<String> {
        self.speaker.pick(&ask.say, &self.slots, false, Use::Question).into_iter().next()
    }

    /// What this message gives, by its kind: "your booking code".
    pub(super) fn newly_given(&self) -> Option<&'a str> {
        let (message, heard) = (self.input.message, self.input.heard);
        let kinds = given::here(message, heard, &self.input.reading.private_data);
        kinds.iter().find_map(|kind| self.phrases.given.get(*kind)).map(String::as_str)
    }

    /// What the knowledge base says to it.
    pub(super) fn answer(&self, audience: Audience) -> Option<Answer<'a>> {
        let open = audience == Audience::Public && self.input.knowledge.has_private();
        self.answers[usize::from(!open)].get_or_init(|| self.asked(audience)).clone()
    }

    fn asked(&self, audience: Audience) -> Option<Answer<'a>> {
        if self.input.knowledge.articles().is_empty() {
            return None;
        }
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
        self.input.knowledge.find(&query, self.input.reading.intent.label, today, audience)
    }

    /// Thanks for what they told or asked, where thanks for a message would say nothing.
    pub(super) fn thanks_for_word(&self) -> Vec<String> {
        self.say(if self.kind == Kind::Ask || self.asks() { Part::Asked } else { Part::Told })
    }

    /// Is there a thing to name?
    pub(super) fn names_a_matter(&self) -> bool {
        self.found.as_ref().is_some_and(|thing| thing.text != "this")
    }

    /// Is there something to be answered or done, beyond a kind word?
    pub(super) fn is_matter(&self) -> bool {
        matches!(self.kind, Kind::Problem | Kind::Mixed | Kind::Ask | Kind::Request | Kind::Report)
    }
}
