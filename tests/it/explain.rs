//! Explanations hold: the counterfactual is what the desk says of the shorter text, weights and bias make the answer.

use twoears::Message;

use crate::support::DESK;

#[test]
fn what_is_said_of_the_shorter_text_is_true() {
    let mut told = 0;
    for text in [
        "the train leaves in 20 minutes and my ticket will not load",
        "My lawyer will write to you about the fee",
        "thanks so much, brilliant help from Ana today",
        "card charged twice, third time I ask",
        "é😀 app crashes, love it NOT",
    ] {
        for explanation in DESK.explain(&Message::new(text)) {
            let Some(without) = explanation.without else { continue };
            told += 1;
            let rest = [&text[..without.span.start as usize], &text[without.span.end as usize..]].concat();
            let again = DESK.explain(&Message::new(rest));
            let same = again.iter().find(|other| other.question == explanation.question).unwrap();
            assert_eq!(same.label, without.label, "{text}: {}", explanation.question);
            assert!((same.probability - without.probability).abs() < 1e-6);
            assert_ne!(same.label, explanation.label);
        }
    }
    assert!(told >= 8, "{told} told");
}

#[test]
fn rules_that_were_believed_stand_beside_the_answer() {
    let message = Message::new("third time I write, my lawyer will be in touch");
    let explanations = DESK.explain(&message);
    let rules = |question: &str| -> Vec<&str> {
        let one = explanations.iter().find(|explanation| explanation.question == question).unwrap();
        one.rules.iter().map(|finding| finding.rule.0).collect()
    };
    assert!(rules("urgency").contains(&"urgency.repeat"));
    assert!(rules("escalate").contains(&"escalate.legal"));
    assert!(rules("sentiment").is_empty());
}

#[test]
fn the_answer_is_the_reading_s() {
    for text in ["Where is my order 12345?", "cheers", "smoke in the cabin, help", ""] {
        let message = Message::new(text);
        let reading = DESK.triage(&message, crate::support::now()).reading;
        let explanations = DESK.explain(&message);
        assert_eq!(explanations[1].label, reading.urgency.label.to_string());
        assert_eq!(explanations[4].label == "yes", reading.escalate.label);
        assert!((explanations[0].probability - reading.intent.probability).abs() < 1e-6);
    }
}

#[test]
fn nothing_and_very_much_have_no_counterfactual() {
    for text in [String::new(), "my lawyer ".repeat(1000)] {
        let explanations = DESK.explain(&Message::new(text));
        assert!(explanations.len() == 6 && explanations.iter().all(|one| one.without.is_none()));
    }
}
