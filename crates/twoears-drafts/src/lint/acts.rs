//! What a reply does, by its words: sends away, gives a reason, promises, names a time, asks, or says what to do.

use std::sync::LazyLock;

use twoears_core::Span;

use super::phrases::Phrases;
use super::text::Text;

/// One thing that words of a reply do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Act {
    /// Sends somebody to another place, desk, page or number.
    Away,
    /// Says why.
    Reason,
    /// Says that somebody will do something or write again.
    Promise,
    /// Names a time.
    Time,
    /// Asks for something without a question mark.
    Ask,
    /// Tells what to do.
    Step,
    /// Thanks, apologises, or says that somebody understands: takes nobody further.
    Filler,
    /// Keeps a door open for later: "if you need anything else".
    Door,
}

/// Phrases by what they do, parted by `; `.
const LISTS: &[(Act, &str)] = &[
    (
        Act::Away,
        "dm us; dm me; send us a dm; send a dm; send me a dm; send dm; shoot us a dm; shoot a dm; drop us a dm; pop us a dm; \
         please dm; pls dm; follow and dm; us via dm; us by dm; us in dm; us through dm; details via dm; number via dm; \
         us in a dm; us a direct message; direct message us; me a direct message; in a direct message; a direct message with us; \
         via direct message; by direct message; us a private message; private message us; in a private message; \
         via private message; us a message; message us; pm us; us a pm; inbox us; our inbox; our dms; \
         call us; calling us; give us a call; give us a ring; giving us a call; ring us; phone us; please call; call our; \
         phone our; ring our; text us; contact us at; contact us on; contact us by; contact us via; contact us through; \
         contact us here; please contact; contact support; contact customer; contact our; contact your local; contact your nearest; \
         contact the; get in touch with our; get in touch with the; get in touch with your; get in touch via; \
         reach out to; reaching out to; reach us at; reach us on; speaking to our; speaking with our; speak to our; speak with our; \
         speak to a; speak with a; speak to an; speak with an; speak to one of; speak with one of; speak to the; speak with the; \
         talk to our; talk to a; talk to the; see an agent; see a gate agent; ask a member of; member of staff; \
         visit our; please visit; visiting our; visit your local; visit your nearest; your local store; your local branch; \
         your nearest store; your nearest branch; pop into; pop in to; visit the store; visit the link; visit this; \
         check our; check out our; check out this; please see our; see our website; see our page; see our faq; see our faqs; head over to; head to our; hop over to; go to our; go onto; \
         refer to our; please refer to; take a look at our; have a look at our; our help center; our help centre; \
         our faq; our faqs; our support page; our contact page; fill in the form; fill out the form; fill in our; fill out our; \
         fill in this; fill out this; complete the form; complete our; complete this form; use our form; our form; our online form; \
         via the form; submit a request; submit a ticket; submit a claim; submit your; create a ticket; open a ticket; raise a ticket; \
         file a claim; email us; e-mail us; us an email; us an e-mail; an email to; please write to; write to us at; write to us on; private, write to; drop us an email; \
         link in our bio; link in bio",
    ),
    (
        Act::Reason,
        "so that; because; between us; nobody else; no one else; only we; keep your; it private; stay private; stays private; \
         keep this private; privacy; safe; security; securely; secure; privately; confidential; as we need; as we'll need; \
         we'll need to see; there are no; so we can; so we may; so i can; so our; so they can; in order to; in order for; \
         to protect; and we'll; and we will; and we can; and i'll; and i will; and i can; and they'll; and they can; and they will; \
         and someone; then we can; they'll be able; they will be able; they can; they'll; able to help; able to assist; who can; \
         who will; who'll; for us to; to be able to; only they; don't have access; do not have access; can't see; cannot see; \
         can't access; cannot access; unable to; not able to; aren't able; isn't possible; to look into; we'd like to look; \
         we'd like to help; to help you; to assist you; as they; since they; as this; since this; as we; since we; \
         shouldn't stand here; can't go on; for us to see; would like to look; so you don't",
    ),
    (
        Act::Promise,
        "find out; look into it; looking into it; looking into this; look into this; look into that; looking at this; we'll check; \
         i'll check; i'm checking; we're checking; will check; i'm asking; hear from me; hear from us; write to you; tell you by; \
         reply by; get back to you; be in touch; keep you posted; keep you updated; come back to you; will call you; i'm on it; \
         we're on it; passing this on; passing it on; pass this on; pass it on; pass your; pass that; pass along; pass on; passed on; \
         passed along; forward this; forward your; forwarded; share this; share your; let them know; letting them know; \
         taking this to; taking it to; we'll; we will; i'll; i will; they will; team will; escalate; follow up; working on; working to; investigate; investigating; see to it; \
         will get this; i'll let; we'll let; take it from there; pick it up",
    ),
    (
        Act::Time,
        "today; tomorrow; tonight; this morning; this afternoon; this evening; monday; tuesday; wednesday; thursday; friday; \
         saturday; sunday; noon; midnight; within; an hour; half an hour; minutes; mins; hours; hrs; next week; this week; \
         business days; working days; by the end of; end of the day; end of day",
    ),
    (
        Act::Ask,
        "could you; can you; would you; please tell us; please tell me; tell us more; tell me more; let us know what; \
         let us know which; let us know your; let us know the; let us know if; let us know how; let me know what; let me know which; \
         let me know your; let me know the; let me know if; let me know how; \
         please send; please share; please provide; please confirm; please reply; send us; send me; share your; provide your; \
         mind sending; mind sharing; we need your; i need your; we'd love to know; we'd like to know; provide us; provide more",
    ),
    (
        Act::Step,
        "try; go to; tap; click; press; select; choose; turn off; turn it off; turn on; restart; reboot; reinstall; uninstall; \
         update your; update the; clear your; clear the; sign out; sign in; log out; log in; log into; log back; open the; open your; \
         close the; check your; check the; check that; make sure; you can; you could; you may; you'll need to; you will need to; \
         you need to; you should; follow; unplug; hold down; please ensure; please delete; please remove; please take; \
         please let; please use; please see; please ask; please check; download; take a look; have a look; learn more; find more; here's how; steps",
    ),
    (
        Act::Filler,
        "sorry; apologise; apologize; apologies; apology; apologizing; thank you; thanks; we understand; i understand; we get it; \
         we hear you; i hear you; we know; appreciate; appreciated; frustrating; frustration; we hope; hope you; hope your; \
         hope to; hope that; hope this; hope we; look forward; looking forward; never want; not what we want; not what we like; \
         not the experience; feedback; valued; disappointed; disappointing; disheartening; regret; happy to help; glad to help; \
         here to help; happy to assist; here for you; hate to hear; hate that; hate when; strive; always want; we want; \
         we don't like; we don't want; we'd never; bear with us; hang in there; hang tight; rest assured; \
         inconvenience; patience; welcome; we'd love to; we would love to; must do better; our goal; we try to; our best; \
         doesn't sound good; not good; not ideal; oh no; uh oh; yikes; upset; unhappy",
    ),
    (
        Act::Door,
        "if you need; if you ever need; if you have any; if you've any; any other; anything else; any more questions; \
         any further; any questions; further questions; further help; if you'd like; if you would like; if you want; if you prefer; \
         if you wish; next time; in future; in the future; if you run into; if it happens again; if this happens again; \
         if that doesn't; if this doesn't; if it doesn't; if those don't; if that leaves; if anything; \
         if the issue; if issues; if the problem; if you still; if you're still; feel free",
    ),
];

pub(super) static ALL: LazyLock<Phrases> =
    LazyLock::new(|| Phrases::new(LISTS.iter().flat_map(|(_, list)| list.split("; "))));
/// What each phrase does, in the order of [`ALL`].
static DOES: LazyLock<Vec<Act>> =
    LazyLock::new(|| LISTS.iter().flat_map(|(act, list)| list.split("; ").map(|_| *act)).collect());

/// Words before a way to send away that make it something else: "no need to call us", "the team that will contact the hotel".
const NOT_AWAY: &[&str] = &[
    "need to",
    "don't",
    "do not",
    "have to",
    "sent",
    "to you",
    "i'll",
    "we'll",
    "will",
    "you",
    "not",
    "tried to",
    "who",
    "for",
    "i",
    "we",
    "able to",
    "chance to",
    "request to",
    "that you can",
    "be",
];
/// Words of which one must be more than an exclamation: "Oh no, Sam!".
const LEAST: usize = 3;

/// Words that bring something new into a sentence that also thanks or apologises: "Sorry, but the shop is shut."
const NEWS: &[&str] = &[
    "but",
    "because",
    "due",
    "however",
    "while",
    "although",
    "yes",
    "no",
    "until",
    "expect",
    "expecting",
    "anticipate",
    "policy",
    "cannot",
    "can't",
    "isn't",
    "aren't",
    "unfortunately",
    "only",
];
/// Words of such a sentence at the least.
const NEWS_LEAST: usize = 8;

/// What the words of a reply do, found in one pass.
#[derive(Debug)]
pub(super) struct Acts(Vec<(Act, Span)>);

impl Acts {
    pub(super) fn of(text: &Text<'_>) -> Self {
        let fits = |act: Act, span: Span| act != Act::Away || sends(text, span);
        let found = ALL.all(text).map(|(at, span)| (DOES[at], span));
        Self(found.filter(|(act, span)| fits(*act, *span)).collect())
    }

    /// The first place where words do that.
    pub(super) fn first(&self, act: Act) -> Option<Span> {
        self.all(act).next()
    }

    /// Every place where words do that.
    pub(super) fn all(&self, act: Act) -> impl Iterator<Item = Span> + '_ {
        self.0.iter().filter(move |(does, _)| *does == act).map(|(_, span)| *span)
    }

    /// Do words do that within a place?
    pub(super) fn within(&self, act: Act, place: Span) -> bool {
        self.all(act).any(|span| span.overlaps(place))
    }

    /// The first place that sends away, other than as a door for later.
    pub(super) fn sends_away(&self, text: &Text<'_>) -> Option<Span> {
        let stands = |place: Span| {
            text.sentence_of(place).is_none_or(|sentence| {
                let asks = text.of(sentence).ends_with('?') && !self.within(Act::Ask, sentence);
                !asks && !self.within(Act::Door, sentence)
            })
        };
        self.all(Act::Away).find(|place| stands(*place))
    }

    /// The sentences that tell something: no thanks, apology, question, promise, or way elsewhere.
    pub(super) fn tells<'t>(&'t self, text: &'t Text<'_>) -> impl Iterator<Item = Span> + 't {
        let idle = [Act::Filler, Act::Promise, Act::Away, Act::Ask, Act::Door];
        text.sentences.iter().copied().filter(move |sentence| {
            !text.of(*sentence).ends_with('?')
                && text.words_in(*sentence).nth(LEAST).is_some()
                && (!idle.iter().any(|act| self.within(*act, *sentence)) || self.adds(text, *sentence))
        })
    }

    /// Does a sentence that thanks or apologises also tell something?
    fn adds(&self, text: &Text<'_>, sentence: Span) -> bool {
        self.within(Act::Filler, sentence)
            && text.words_in(sentence).nth(NEWS_LEAST).is_some()
            && text.words_in(sentence).any(|word| NEWS.contains(&word))
    }

    /// Does the reply tell, ask, promise, or say what to do: anything but thanks, apologies and ways elsewhere?
    pub(super) fn moves_on(&self, text: &Text<'_>) -> bool {
        let on = |(act, _): &(Act, Span)| matches!(act, Act::Promise | Act::Ask | Act::Step | Act::Reason);
        goes_on(text)
            || self.0.iter().any(on)
            || text.lower.contains('?')
            || !text.links.is_empty()
            || self.tells(text).next().is_some()
    }
}

/// Is it the first part of a longer reply: "1/2"?
fn goes_on(text: &Text<'_>) -> bool {
    ["1/2", "1/3", "2/3", "(cont"].iter().any(|part| text.lower.contains(part))
}

/// Does a way elsewhere stand there as something to do?
fn sends(text: &Text<'_>, span: Span) -> bool {
    let before = text.lower[..span.start as usize].trim_end();
    !NOT_AWAY.iter().any(|word| {
        let rest = before.strip_suffix(word);
        rest.is_some_and(|rest| !rest.ends_with(|c: char| c.is_alphanumeric() || c == '\''))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use twoears_core::Brand;

    #[test]
    fn what_words_do() {
        let brand = Brand::default();
        for (raw, away, tells) in [
            ("Please DM us your booking code.", true, 0),
            ("There's no need to call us.", false, 1),
            ("If you need anything else, call us.", false, 0),
            ("I've sent you a message.", false, 1),
            ("Sorry to hear that. The 6.10 broke down at Brindle.", false, 1),
            ("Head over to our page. Which lamp is it?", true, 0),
        ] {
            let text = Text::new(raw, &brand);
            let acts = Acts::of(&text);
            assert_eq!((acts.sends_away(&text).is_some(), acts.tells(&text).count()), (away, tells), "{raw}");
        }
    }
}
