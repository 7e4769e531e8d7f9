use super::*;
use twoears_core::listen::hear;

fn mirror(text: &str) -> String {
    find(&hear(text), &[]).map(|mirror| mirror.clause).unwrap_or_default()
}

#[test]
fn the_customers_own_clause() {
    let mut wrong = Vec::new();
    for (text, want) in [
        ("my ipad wont charge since the update", "your iPad won't charge since the update"),
        ("I can't board my flight", "you can't board your flight"),
        ("been waiting 40 minutes for a reply", "you've been waiting 40 minutes for a reply"),
        ("I still haven't received my refund", "you still haven't received your refund"),
        ("no one is answering", "no one is answering"),
        ("still no signal", "there's still no signal"),
        ("I was charged twice", "you were charged twice"),
        ("there's no iced donuts", "there are no iced donuts"),
        ("the app keeps crashing", "the app keeps crashing"),
        ("app keeps crashing when I open it", "the app keeps crashing when you open it"),
        ("My stupid phone will not turn on!!", "your phone won't turn on"),
        (
            "ive been locked out of my account since monday",
            "you've been locked out of your account since Monday",
        ),
        ("Why won't my app load?", "your app won't load"),
        ("why can't I log in on my laptop", "you can't log in on your laptop"),
        ("why does my tablet keep freezing", "your tablet keeps freezing"),
        ("@Larkway my train is 40 mins late", "your train is 40 minutes late"),
        ("Flight cancelled, what now", "your flight was cancelled"),
        ("my flight has been delayed 3 hours", "your flight has been delayed 3 hours"),
        ("I missed my connection because of that", "you missed your connection"),
        (
            "We have been sitting on the tarmac for two hours",
            "you've been sitting on the tarmac for two hours",
        ),
        ("been on hold for over an hour", "you've been on hold for over an hour"),
        ("I am waiting for 3 weeks now", "you've been waiting for 3 weeks now"),
        ("still waiting for my parcel", "you're still waiting for your parcel"),
        ("I can't login", "you can't log in"),
        ("cant log in my account", "you can't log in to your account"),
        ("I'm having trouble signing in", "you're having trouble signing in"),
        ("we've had no internet for 3 days", "you've had no internet for 3 days"),
        ("I have no service", "you have no service"),
        ("no reply yet", "you've had no reply yet"),
        ("Still no refund", "you've still had no refund"),
        (
            "I keep getting an error message every time I try to pay",
            "you keep getting an error message every time you try to pay",
        ),
        ("my order hasn't arrived yet", "your order hasn't arrived yet"),
        ("order still hasn't been shipped", "your order still hasn't been shipped"),
        ("my parcel never arrived", "your parcel never arrived"),
        ("it won't let me check in", "it won't let you check in"),
        ("the website is down", "the website is down"),
        ("website down? the page isn't loading on my phone", "the page isn't loading on your phone"),
        ("My iphone 7 keeps restarting", "your iPhone keeps restarting"),
        ("my wife can't log in", "your wife can't log in"),
        ("our broadband keeps dropping", "your broadband keeps dropping"),
        ("the tracking hasn't moved since Thursday", "the tracking hasn't moved since Thursday"),
        ("my card keeps getting declined", "your card keeps getting declined"),
        ("My suitcase is lost", "your suitcase is lost"),
        ("the food arrived cold", "the food arrived cold"),
        ("I received the wrong size", "you received the wrong size"),
        ("I got a damaged parcel", "you got a damaged parcel"),
        ("not received my order", "you haven't received your order"),
        ("Nobody came. the lift is broken", "the lift is broken"),
        ("Nobody has replied", "nobody has replied"),
        ("nobody answers the door. no one picks up", "no one picks up"),
        ("my PS4 controller stopped working", "your PS4 controller stopped working"),
        ("wifi keeps dropping", "the wifi keeps dropping"),
        ("the video doesn't play on my tv", "the video doesn't play on your TV"),
        ("I couldn't check in online", "you couldn't check in online"),
        ("I'm unable to reset my password", "you're unable to reset your password"),
        ("we are stuck at the airport", "you're stuck at the airport"),
        ("I haven't been able to use my card", "you haven't been able to use your card"),
        ("I've been trying to book a flight all day", "you've been trying to book a flight all day"),
        ("Hi, my login isn't working", "your login isn't working"),
        ("I waited 2 hours", "you waited 2 hours"),
        ("been waiting an hour and a half", "you've been waiting an hour and a half"),
        ("My account got blocked this morning", "your account got blocked this morning"),
        ("both of my bags are missing", "both of your bags are missing"),
        ("my tv has no picture and the sound keeps cutting out", "the sound keeps cutting out"),
        ("I don't have any hot water", "you don't have any hot water"),
        ("the screen froze", "the screen froze"),
        ("@Larkway can't find my booking", "you can't find your booking"),
        ("I've lost connection again", "you've lost connection again"),
    ] {
        let found = mirror(text);
        if found != want {
            wrong.push(format!("{text}: {found}"));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn what_was_done_is_said_without_who_did_it() {
    for (text, want) in [
        ("you cancelled my flight", "your flight was cancelled"),
        ("you guys lost my bag", "your bag was lost"),
        ("they charged me twice", "you were charged twice"),
        ("@Larkway have lost our bags again", "your bags were lost again"),
        ("@Larkway You delayed my original flight, which is bad", "your original flight was delayed"),
        ("they bumped us", "you were bumped"),
    ] {
        assert_eq!(mirror(text), want, "{text}");
    }
}

#[test]
fn a_sentence_of_trouble_is_repeated_whole() {
    for (text, want) in [
        ("We sat on the runway for two hours", "you sat on the runway for two hours"),
        ("@Larkway missed my connection to Lisbon", "you missed your connection"),
        ("My flight 2291 to Lisbon is delayed again", "your flight is delayed again"),
        ("I was forced to check my bag at the gate", "you were forced to check your bag at the gate"),
        ("We have no pilot to fly the plane", "you have no pilot to fly the plane"),
        ("Missed the deadline to pay my deposit", "you missed the deadline to pay your deposit"),
    ] {
        assert_eq!(mirror(text), want, "{text}");
    }
    for text in [
        "I was trying to book a flight",
        "I spent a lovely hour on the plane",
        "I had the best flight",
        "I missed you",
        "we sat on the plane",
        "I lost my wallet to a Zorblax",
        "the crew was not wrong about the delay",
    ] {
        assert!(!mirror(text).contains("lovely") && !mirror(text).contains("best"), "{text}");
    }
    assert_eq!(mirror("I was trying to book a flight"), "");
    assert_eq!(mirror("we sat on the plane"), "");
}

#[test]
fn a_question_becomes_an_indirect_one() {
    let ask = |text: &str| question(&hear(text), &[]).unwrap_or_default();
    let mut wrong = Vec::new();
    for (text, want) in [
        ("When will my bag arrive?", "when your bag will arrive"),
        ("is there wifi?", "whether there is wifi"),
        ("Do I need a passport?", "whether you need a passport"),
        ("why isn't my app working?", "why your app isn't working"),
        ("Why was my flight to Lisbon cancelled?", "why your flight was cancelled"),
        ("can I bring a bike on the train", "whether you can bring a bike on the train"),
        ("how do I change my seat?", "how you can change your seat"),
        ("Where is my parcel?", "where your parcel is"),
        ("What is the baggage policy?", "what the baggage policy is"),
        ("what time does the gate close?", "what time the gate closes"),
        ("How long do I need to wait?", "how long you need to wait"),
        ("@Larkway are children allowed to board early?", "whether children are allowed to board early"),
        (
            "Hi, can I cancel a flight if I bought a ticket?",
            "whether you can cancel a flight if you bought a ticket",
        ),
        // To the organisation, about opinions, a request, a name.
        ("when will you open?", ""),
        ("why is my flight always so late?", ""),
        ("can I get some help?", ""),
        ("what is going on?", ""),
        ("what is the point?", ""),
        ("do we have an update?", ""),
        ("Can I meet Priya?", ""),
        ("how can you do this to me?", ""),
        ("lol is my flight delayed?", ""),
        ("can't I log in?", ""),
        ("when will it end?", ""),
    ] {
        let found = ask(text);
        if found != want {
            wrong.push(format!("{text}: {found}"));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
    let text = "when will my card arrive?";
    let at = text.find("card").unwrap();
    assert_eq!(question(&hear(text), &[Span::new(at, at + 4)]), None);
}

#[test]
fn when_in_doubt_none() {
    let mut wrong = Vec::new();
    for text in [
        // To or about the organisation.
        "your website is down",
        "you cancelled it",
        "if you cancelled my flight",
        "you changed your policy",
        "your driver was late",
        // No fact.
        "if my phone won't charge, what do I do",
        "I wish the app kept crashing",
        "what if my parcel never arrives",
        "imagine my card is declined",
        "unless my order has arrived I want a refund",
        "maybe my account is locked",
        "my account is locked?",
        "is the website down",
        "can't I log in?",
        "whether the train is late",
        // No trouble.
        "I can't wait to fly with you",
        "can't complain",
        "I couldn't be happier",
        "I can't find a better airline",
        "I haven't had any problems",
        "I didn't get any errors",
        "no problem at all",
        "no worries",
        "no thanks",
        "I don't have an issue with it",
        "the app is great",
        "my phone works fine",
        "the new website looks lovely",
        "I don't get it",
        "I'm not at home",
        "the router hasn't changed",
        // Wishes, threats, orders.
        "I want to change my seat",
        "I'd like to cancel my order",
        "I won't use the app again",
        "I will never fly with this airline again",
        "cancel my order",
        "fix the website",
        "don't cancel my booking",
        "stop charging my card",
        // Jokes and irony.
        "love it when my train is cancelled",
        "great job, my flight is delayed",
        "lol my phone won't charge",
        "my phone died again /s",
        "haha the app keeps crashing",
        "yay my flight is delayed",
        // Said by somebody else.
        "\"my phone won't charge\" she said",
        "he told me my order was cancelled",
        "it says my card is declined",
        "I think my account was hacked",
        // Words that are not in the list.
        "my grandmother died",
        "my Zorblax won't charge",
        "my bank stole my money",
        "the doctor can't find my medicine",
        "my skin is damaged",
        "I can't find Priya",
        "my Grant won't load",
        // Not whole.
        "I can't find",
        "I can't log",
        "my phone won't",
        "my phone is",
        "the app and the",
        "I keep getting",
        "I received the",
        "waiting",
        "my friends server is down",
        "my videos was blocked",
        "my driver cancelled",
        "the update broke my phone",
        "I can't log in unless I reset my password",
        "the app doesn't work without wifi",
        "I can't connect me",
        "",
        "!!!",
        "@a #b https://example.com",
        "so annoying that @Larkway can't find my bag",
        "noisy, uncomfortable, no service",
        "we are waiting",
    ] {
        let found = mirror(text);
        if !found.is_empty() {
            wrong.push(format!("{text}: {found}"));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn what_is_private_is_neither_said_nor_passed_over() {
    let text = "my card was declined at the gate";
    assert_eq!(mirror(text), "your card was declined at the gate");
    let at = |word: &str| Span::new(text.find(word).unwrap(), text.find(word).unwrap() + word.len());
    let with = |span: Span| find(&hear(text), &[span]).map(|mirror| mirror.clause).unwrap_or_default();
    assert_eq!(with(at("card")), "");
    assert_eq!(with(at("gate")), "your card was declined");
    assert_eq!(with(at("at")), "");
}

#[test]
fn no_number_but_a_small_count_with_its_unit() {
    for text in [
        "I've been waiting 407700900123 minutes",
        "I can't find order 4477",
        "my flight 2291 is delayed 4000 minutes",
        "my card 4111 was declined",
        "I was charged 99 twice",
    ] {
        assert!(!mirror(text).bytes().any(|byte| byte.is_ascii_digit()), "{text}: {}", mirror(text));
    }
}

#[test]
fn no_text_is_slow_or_too_long() {
    for text in [
        "my ".repeat(20_000),
        "I can't log in and ".repeat(4000),
        "\" i am ".repeat(9000),
        "no no one of my ".repeat(5000),
        "they you ".repeat(9000),
        "just ".repeat(20_000),
        "why is my ".repeat(9000),
    ] {
        assert!(question(&hear(&text), &[]).is_none_or(|found| found.split(' ').count() <= MOST + 3));
        let words = mirror(&text).split(' ').count();
        assert!(words <= MOST + 2, "{words}");
    }
}
