//! Shapes as a customer meets them: waits owned, threads read, a no said first, nothing asked twice.

use twoears_core::decide::Voice;
use twoears_core::{Brand, Channel, Finding, From, Intent, Message, RuleId, Thread};
use twoears_drafts::{Draft, Knowledge};

use crate::support::case;

const VOICES: [Voice; 3] = [Voice::Warm, Voice::Plain, Voice::Playful];

fn draft(message: &Message, labels: [&str; 3], knowledge: &Knowledge, voice: Voice) -> Draft {
    let [intent, urgency, sentiment] = labels;
    let brand = Brand { voice, ..Brand::default() };
    case(message.clone(), intent, urgency, sentiment, "", &[]).drafts(&brand, knowledge).remove(0)
}

fn on_x(text: &str) -> Message {
    Message::new(text).id("m1").channel(Channel::X)
}

#[test]
fn a_thread_without_an_answer_is_owned_by_its_count() {
    let thread = Thread::default().turn(From::Customer, "no signal here").turn(From::Customer, "hello?");
    let message = on_x("still no signal in Penwick").thread(thread);
    for voice in VOICES {
        let text = draft(&message, ["service.outage", "high", "negative"], &Knowledge::empty(), voice).text;
        assert!(text.contains("three times"), "{text}");
    }
}

#[test]
fn what_the_thread_holds_is_not_asked_and_nobody_is_greeted_twice() {
    let thread = Thread::default()
        .turn(From::Customer, "no signal in Penwick since noon")
        .turn(From::Organisation, "Sorry about that, we are on it.");
    let message =
        on_x("it is still gone").author(twoears_core::Author::new("ann").name("Ann Lee")).thread(thread);
    for voice in VOICES {
        let text = draft(&message, ["service.outage", "normal", "negative"], &Knowledge::empty(), voice).text;
        assert!(!text.contains('?') && !text.contains("Ann"), "{text}");
    }
}

#[test]
fn a_no_is_said_right_after_one_apology() {
    let article = "+++\nintents = ['billing.refund']\n+++\n# Can I get a refund on a saver ticket?\n\n\
                   Saver tickets cost less than others. We can't refund a saver ticket once it is bought. \
                   Sorry about that. You can swap it for another train until the day before.";
    let knowledge = Knowledge::from_articles([("saver.md".to_owned(), article.to_owned())]).unwrap();
    let message = on_x("I want a refund on my saver ticket, you refuse to give it");
    for voice in VOICES {
        let draft = draft(&message, ["billing.refund", "normal", "negative"], &knowledge, voice);
        let text = &draft.text;
        let (no, instead) = (text.find("We can't refund").unwrap(), text.find("You can swap").unwrap());
        assert!(no < instead && text.to_lowercase().matches("sorry").count() == 1, "{text}");
        assert!(draft.lint.is_empty() && draft.promise.is_none(), "{:?} {text}", draft.lint);
    }
}

#[test]
fn nobody_jokes_in_trouble() {
    for (text, intent) in
        [("my card was charged twice", "billing.charge"), ("the app ate my ticket", "product.fault")]
    {
        let message = on_x(text);
        let labels = [intent, "high", "very_negative"];
        let playful = draft(&message, labels, &Knowledge::empty(), Voice::Playful).text;
        let warm = draft(&message, labels, &Knowledge::empty(), Voice::Warm).text;
        assert_eq!(playful, warm);
    }
}

#[test]
fn a_promise_needs_something_to_find_out() {
    for (intent, sentiment, text) in [
        ("feedback.praise", "very_positive", "best pie I have had in years"),
        ("talk.thanks", "positive", "all sorted, thank you"),
        ("talk.chat", "positive", "haha the duck is back on platform one"),
        ("product.request", "neutral", "a bench by the gate would be nice"),
        (
            "feedback.complaint",
            "negative",
            "I miss the old livery, everything was better then, the colours, the seats, the bell, the lot of it",
        ),
    ] {
        for voice in VOICES {
            let draft = draft(&on_x(text), [intent, "low", sentiment], &Knowledge::empty(), voice);
            assert!(draft.promise.is_none() && draft.lint.is_empty(), "{:?} {}", draft.lint, draft.text);
        }
    }
}

#[test]
fn who_waits_for_our_word_is_not_sent_off() {
    let draft = draft(
        &on_x("Done. Looking forward to hearing back"),
        ["talk.thanks", "low", "neutral"],
        &Knowledge::empty(),
        Voice::Warm,
    );
    assert!(draft.promise.is_some() && !draft.text.contains("welcome"), "{}", draft.text);
}

#[test]
fn a_death_is_met_with_condolence_and_no_cheer() {
    let message = on_x("my mother passed away in May, how do I close her account please?");
    for voice in VOICES {
        for (intent, sentiment) in [("account.close", "neutral"), ("account.details", "negative")] {
            let brand = Brand { voice, ..Brand::default() };
            let mut case = case(message.clone(), intent, "normal", sentiment, "", &[]);
            case.reading.findings.push(Finding { rule: RuleId("route.bereavement"), span: None });
            let text = case.drafts(&brand, &Knowledge::empty()).remove(0).text;
            assert!(text.contains("your loss") && text.matches("sorry").count() == 1, "{text}");
            assert!(!text.to_lowercase().contains("happy to"), "{text}");
        }
    }
}

#[test]
fn a_second_matter_is_taken_up_with_the_first() {
    let text = "I was charged too much on Monday in the shop. Also, where is my refund from August?";
    let mut case = case(on_x(text), "billing.charge", "normal", "negative", "", &[]);
    let alone = case.drafts(&Brand::default(), &Knowledge::empty()).remove(0).text;
    case.reading.intent.set.push(Intent::BillingRefund);
    let both = case.drafts(&Brand::default(), &Knowledge::empty()).remove(0).text;
    assert!(both.contains("other thing") && !alone.contains("other thing"), "{both}");
}
