use super::*;
use crate::read::html_to_text;

fn from_html(html: &str) -> String {
    own_words(&html_to_text(&without_quotes(html)), Reply::Yes)
}

/// A mail that answers; the words that are its writer's.
const ANSWERS: &[(&str, &str)] = &[
    (
        "Thanks!\n\nOn Mon, Nov 23, 2026 at 9:00 AM Ann Lee <ann@shop.example> wrote:\n> Hi\n> there\n",
        "Thanks!",
    ),
    (
        "Thanks!\n\nOn Mon, Nov 23, 2026 at 9:00 AM Larkway Customer Care\n<help@larkway.example> wrote:\n\n> Hi\n",
        "Thanks!",
    ),
    ("Ok\n\nOn 23 Nov 2026, at 09:00,\nAnn Lee\n<ann@shop.example>\nwrote:\n> Hi\n", "Ok"),
    ("Ok\n\nOn 23 Nov 2026, at 09:00, Ann Lee <ann@shop.example> wrote:\n\nHi Bob,\nall fine.\n", "Ok"),
    ("Danke\n\nAm 23.11.2026 um 09:00 schrieb Larkway <help@larkway.example>:\n> Hallo\n", "Danke"),
    (
        "Danke\n\nAm Mo., 23. Nov. 2026 um 09:00 Uhr schrieb Larkway <\nhelp@larkway.example>:\n\n> Hallo\n",
        "Danke",
    ),
    (
        "Merci\n\nLe lun. 23 nov. 2026 à 09:00, Larkway <aide@larkway.example> a écrit :\n\n> Bonjour\n",
        "Merci",
    ),
    (
        "Gracias\n\nEl lun, 23 nov 2026 a las 9:00, Larkway (<ayuda@larkway.example>) escribió:\n> Hola\n",
        "Gracias",
    ),
    (
        "Grazie\n\nIl giorno lun 23 nov 2026 alle ore 09:00 Larkway <x@larkway.example> ha scritto:\n> Ciao\n",
        "Grazie",
    ),
    ("Dank\n\nOp ma 23 nov. 2026 om 09:00 schreef Larkway <x@larkway.example>:\n> Hallo\n", "Dank"),
    (
        "Obrigado\n\nEm seg., 23 de nov. de 2026 às 09:00, Larkway <x@larkway.example>\nescreveu:\n> Oi\n",
        "Obrigado",
    ),
    ("Tack\n\nDen mån 23 nov. 2026 kl 09:00 skrev Larkway <x@larkway.example>:\n> Hej\n", "Tack"),
    ("Takk\n\nman. 23. nov. 2026 kl. 09:00 skrev Larkway <x@larkway.example>:\n> Hei\n", "Takk"),
    ("Kiitos\n\nma 23. marrask. 2026 klo 9.00 Larkway (x@larkway.example) kirjoitti:\n> Hei\n", "Kiitos"),
    ("Dzięki\n\npon., 23 lis 2026 o 09:00 Larkway <x@larkway.example> napisał(a):\n> Hej\n", "Dzięki"),
    ("Спасибо\n\nпн, 23 нояб. 2026 г. в 09:00, Larkway <x@larkway.example>:\n> Да\n", "Спасибо"),
    ("はい\n\n2026年11月23日(月) 9:00 Larkway <x@larkway.example>:\n> 了解\n", "はい"),
    ("It broke.\n\n-----Original Message-----\nFrom: Larkway\nHello\n", "It broke."),
    ("It broke.\n\n-------- Original message --------\nFrom: Larkway\nHello\n", "It broke."),
    ("Kaputt.\n\n-----Ursprüngliche Nachricht-----\nVon: Larkway\nHallo\n", "Kaputt."),
    (
        "It broke.\n________________________________\nFrom: Larkway <help@larkway.example>\nSent: 23 November 2026 09:00\nTo: Ann Lee\nSubject: RE: order\n\nHello\n",
        "It broke.",
    ),
    (
        "Kaputt.\n\n*Von:* Larkway\n*Gesendet:* Montag, 23. November 2026 09:00\n*An:* Ann\n*Betreff:* AW: Auftrag\n\nHallo\n",
        "Kaputt.",
    ),
    (
        "Cassé.\n\nDe : Larkway\nEnvoyé : lundi 23 novembre 2026 09:00\nÀ : Ann\nObjet : RE: colis\n\nBonjour\n",
        "Cassé.",
    ),
    ("It is still late.\n\n> We will call you.\n> Sam\n", "It is still late."),
    ("> What is the number?\n\n12\n\n> And the name?\n\nAnn\n", "12\n\nAnn"),
    (
        "Hi,\n\nOn 23/11/2026 09:00, Larkway wrote:\n> What is the number?\n12\n> And the name?\nAnn Lee\n",
        "Hi,\n\n12\n\nAnn Lee",
    ),
    (
        "Thanks\n-- \nAnn Lee\n07700 900123\n\nOn 23/11/2026 09:00, Larkway wrote:\n> Hi\n\nOne more thing.",
        "Thanks\n\nOne more thing.",
    ),
    ("On 23/11/2026 09:00, Larkway <x@larkway.example> wrote:\n> Hi\n> there\n", ""),
];

#[test]
fn quotes_are_taken_off_an_answer() {
    for (text, words) in ANSWERS {
        assert_eq!(own_words(text, Reply::Yes), *words, "{text}");
        assert_eq!(own_words(&text.replace('\n', "\r\n"), Reply::Yes), *words, "{text}");
    }
}

#[test]
fn signatures_and_what_programs_add_are_taken_off() {
    let legal = "This email and any attachments are confidential and intended solely for the addressee.\nIf you are not the intended recipient, please delete it.";
    for (text, words) in [
        ("It is late.\n\n-- \nAnn Lee\nHead of Nothing\n", "It is late."),
        ("It is late.\n\n--\nAnn Lee\n07700 900123\n", "It is late."),
        ("It is late.\n\nSent from my iPhone\n", "It is late."),
        ("It is late.\nSent from my Samsung Galaxy smartphone.", "It is late."),
        ("It is late.\n\nGet Outlook for iOS<https://aka.ms/o0ukef>", "It is late."),
        ("It is late.\n\nGet Outlook for Android", "It is late."),
        ("It is late.\n\nSent from Yahoo Mail on Android", "It is late."),
        ("It is late.\n\nSent with Proton Mail secure email.", "It is late."),
        ("Zu spät.\n\nVon meinem iPhone gesendet", "Zu spät."),
        ("En retard.\n\nEnvoyé de mon iPhone", "En retard."),
        ("Tarde.\n\nEnviado desde mi iPhone", "Tarde."),
        ("Tardi.\n\nInviato da iPhone", "Tardi."),
        ("Laat.\n\nVerstuurd vanaf mijn iPhone", "Laat."),
        ("Please consider the environment before printing this e-mail.\n\nIt is late.", "It is late."),
    ] {
        assert_eq!(own_words(text, Reply::No), words, "{text}");
    }
    assert_eq!(own_words(&format!("It is late.\n\n{legal}\n"), Reply::No), "It is late.");
    assert_eq!(
        own_words(
            &format!(
                "CAUTION: This email originated from outside of the organization. Do not click links.\n\nIt is late.\n\n{legal}"
            ),
            Reply::No
        ),
        "It is late."
    );
}

/// What only looks like it: every word stays.
const KEPT: &[&str] = &[
    "On Monday I wrote: where is my parcel?",
    "On Monday I wrote:\nwhere is my parcel?\nNobody answered.",
    "On 12 November 2026 at 10:15 I wrote to help@larkway.example and to <ann@larkway.example>:\nwhere is it?",
    "On 12 November 2026 your agent Sam wrote:\n\"you get it tomorrow\"\nI did not.",
    "Two things are wrong:\n> the colour\n> the size\nPlease change both.",
    "Two things are wrong:\n\n> the colour\n> the size",
    "> one\n> two",
    "Thanks\n--\nAnn\nPS: please call me at five",
    "From: Leeds\nTo: York\nDate: 3 May\nTwo seats, please.",
    "Subject: my order\nFrom: me\nIt is late.",
    "Sent from my iPhone 12 on Monday, still no reply.",
    "Sent from my account on 3 May. Where is it?",
    "I got an email: Sent from my iPhone",
    "This email is confidential, please do not show it to the driver.",
    "This message is my third. Please notify me.",
    "Order 1\n--\nOrder 2: where is it?",
    "Order 1 is late.\n--\nOrder 2 is late too, and nobody has told me why so far.",
    "I saw a line of dashes ----- in your original message.",
    "You wrote:\nwe call you.\nNobody did.",
    "I ordered at 10:15 and got:\nnothing",
    "Temperature > 30 all day",
    "--\nAnn Lee",
];

#[test]
fn what_only_looks_like_a_quote_stays() {
    for text in KEPT {
        assert_eq!(own_words(text, Reply::No), *text);
    }
    for text in KEPT {
        assert_eq!(own_words(text, Reply::Yes), *text);
    }
}

#[test]
fn nothing_but_a_forwarded_mail_is_kept() {
    for text in [
        "---------- Forwarded message ---------\nFrom: Ann Lee <ann@post.example>\nDate: Mon, 23 Nov 2026 at 09:00\nSubject: late\nTo: <help@larkway.example>\n\nIt is late.",
        "Begin forwarded message:\n\n> From: Ann Lee <ann@post.example>\n> It is late.",
    ] {
        assert_eq!(own_words(text, Reply::No), text);
        assert_eq!(own_words(&format!("Is this from you?\n\n{text}"), Reply::No), "Is this from you?");
    }
}

#[test]
fn what_a_form_sends_is_kept() {
    let form = "New message from the web site:\n\nFrom: Ann <ann@post.example>\nDate: 2026-11-23\nSubject: late\n\nIt is late.";
    assert_eq!(own_words(form, Reply::No), form);
}

#[test]
fn answers_within_the_quote_keep_it() {
    let text = "My answers are in red, see below.\n\nFrom: Larkway\nSent: 23 November 2026 09:00\nSubject: order\n\nWhat is the number? 12";
    assert_eq!(own_words(text, Reply::Yes), text);
}

#[test]
fn elements_of_quotes_are_taken_out_of_html() {
    for (html, words) in [
        (
            "<div dir=\"ltr\">Thanks!</div><br><div class=\"gmail_quote\"><div dir=\"ltr\" class=\"gmail_attr\">On Mon, Nov 23, 2026 at 9:00\u{202f}AM Larkway &lt;<a href=\"mailto:x@larkway.example\">x@larkway.example</a>&gt; wrote:<br></div><blockquote class=\"gmail_quote\" style=\"margin:0\">Hi <blockquote>older</blockquote> Ann</blockquote></div>",
            "Thanks!",
        ),
        (
            "<div class=\"gmail_quote\"><div class=\"gmail_attr\">On Mon, Nov 23, 2026 at 9:00 AM Larkway &lt;x@larkway.example&gt; wrote:</div><blockquote class=\"gmail_quote\">Number?</blockquote><div>12</div><blockquote class=\"gmail_quote\">Name?</blockquote><div>Ann</div></div>",
            "12\n\nAnn",
        ),
        (
            "<p>Two wishes:</p><blockquote style=\"margin:0 0 0 40px;border:none;padding:0px\"><p>a lower price</p></blockquote>",
            "Two wishes:\na lower price",
        ),
        (
            "<p>It broke.</p><div id=\"divRplyFwdMsg\"><b>From:</b> Larkway &lt;x@larkway.example&gt;<br><b>Sent:</b> 23 November 2026 09:00<br><b>Subject:</b> Re: order</div><div>Hello</div>",
            "It broke.",
        ),
        ("<p>Ok</p><div class=\"gmail_signature\"><div>Ann Lee</div></div>", "Ok"),
        ("<p>Ok</p><BLOCKQUOTE type=cite>never closed <b>x", "Ok"),
        ("<p>a < b</p><blockquote", "a < b\n<blockquote"),
    ] {
        assert_eq!(from_html(html), words, "{html}");
    }
}

#[test]
fn long_and_hostile_texts_take_linear_time() {
    for part in [
        "> ",
        ">\n",
        "On 1\n",
        "On Mon, Nov 23, 2026 at 9:00 AM\n",
        "-- \n",
        "--\n",
        "From: a@b\n",
        "From: a@b\nSent: 1\n",
        "This email\n",
        "wrote:\n",
        "\n",
        "On 2026 a <a@b> wrote:\n\n",
        "sent from my iphone\n",
        "<blockquote>",
        "</blockquote>",
        "<blockquote",
        "<div class=gmail_signature>",
    ] {
        let text = part.repeat((1 << 18) / part.len());
        own_words(&text, Reply::Yes);
        own_words(&text, Reply::No);
        without_quotes(&text);
    }
}

#[test]
fn a_mail_of_nothing_but_a_signature_is_kept_and_one_of_a_programs_line_is_empty() {
    assert_eq!(own_words("-- \nAnn Lee", Reply::No), "--\nAnn Lee");
    assert_eq!(own_words("Sent from my iPhone", Reply::No), "");
}
