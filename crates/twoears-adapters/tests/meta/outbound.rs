use serde_json::{Value, json};
use twoears_adapters::outbound::{Address, Request, request};
use twoears_adapters::{Audience, Platform};

fn address(platform: Platform, keys: &[(&str, &str)]) -> Address {
    keys.iter().fold(Address::new(platform), |all, (key, id)| all.with(key, Some((*id).to_owned())))
}

fn of(payload: &str, platform: Platform, at: usize) -> Address {
    crate::read(platform, payload).items.swap_remove(at).address
}

fn check(request: &Request, host: &str, path: &str, body: &Value) {
    assert_eq!(
        (request.method.as_str(), request.host.as_deref(), request.path.as_str()),
        ("POST", Some(host), path)
    );
    assert_eq!(&request.body, body);
    assert!(request.notes.iter().any(|note| note.contains("Authorization")));
}

#[test]
fn facebook_answers_below_the_comment_or_once_in_private() {
    let comment = of(include_str!("../payloads/facebook/comment.json"), Platform::Facebook, 0);
    let open = request(&comment, "I'm sorry, Ann.", Audience::Public).unwrap();
    let path = "/122131676912500001_542072878440001/comments";
    check(&open, "graph.facebook.com", path, &json!({"message": "I'm sorry, Ann."}));
    let private = request(&comment, "Hi", Audience::Private).unwrap();
    let body =
        json!({"recipient": {"comment_id": "122131676912500001_542072878440001"}, "message": {"text": "Hi"}});
    check(&private, "graph.facebook.com", "/104512345678901/messages", &body);
    assert!(private.notes.iter().any(|note| note.contains("within 7 days")));
    // A visitor's post: the third item.
    let post = of(include_str!("../payloads/facebook/traps.json"), Platform::Facebook, 2);
    let private = request(&post, "Hi", Audience::Private).unwrap();
    assert_eq!(private.body["recipient"], json!({"post_id": "104512345678901_122131676912500777"}));
    assert_eq!(
        request(&post, "Hi", Audience::Public).unwrap().path,
        "/104512345678901_122131676912500777/comments"
    );
    // Somebody's own post that mentions the page: the sixth item.
    let mention = of(include_str!("../payloads/facebook/traps.json"), Platform::Facebook, 5);
    let open = request(&mention, "Hi", Audience::Public).unwrap();
    assert_eq!(open.path, "/24001122334455671_900000000000009/comments");
    assert!(request(&mention, "Hi", Audience::Private).unwrap_err().is_request());
}

#[test]
fn messenger_answers_the_person() {
    let person = of(include_str!("../payloads/messenger/traps.json"), Platform::Messenger, 0);
    let private = request(&person, "Hi", Audience::Private).unwrap();
    let body = json!({"recipient": {"id": "25007700900001234"}, "messaging_type": "RESPONSE", "message": {"text": "Hi"}});
    check(&private, "graph.facebook.com", "/104512345678901/messages", &body);
    let error = request(&person, "Hi", Audience::Public).unwrap_err();
    assert!(error.is_request() && error.to_string().contains("answer in private"), "{error}");
    let held = of(include_str!("../payloads/messenger/traps.json"), Platform::Messenger, 5);
    let notes = request(&held, "Hi", Audience::Private).unwrap().notes;
    assert!(notes.iter().any(|note| note.contains("another app")));
}

#[test]
fn instagram_answers_comments_mentions_and_messages() {
    const HOST: &str = "graph.instagram.com";
    let comment = of(include_str!("../payloads/instagram/comment.json"), Platform::Instagram, 0);
    let open = request(&comment, "Sorry!", Audience::Public).unwrap();
    check(&open, HOST, "/17865799348089039/replies", &json!({"message": "Sorry!"}));
    let private = request(&comment, "Hi", Audience::Private).unwrap();
    let body = json!({"recipient": {"comment_id": "17865799348089039"}, "message": {"text": "Hi"}});
    check(&private, HOST, "/17841405309211844/messages", &body);

    let traps = include_str!("../payloads/instagram/traps.json");
    let mention = of(traps, Platform::Instagram, 2);
    let body =
        json!({"comment_id": "17865799348089041", "media_id": "17918195224117860", "message": "Thanks!"});
    let open = request(&mention, "Thanks!", Audience::Public).unwrap();
    check(&open, HOST, "/17841405309211844/mentions", &body);
    assert!(request(&mention, "Hi", Audience::Private).unwrap_err().is_request());
    let caption = request(&of(traps, Platform::Instagram, 3), "Thanks!", Audience::Public).unwrap();
    assert_eq!(caption.body, json!({"media_id": "17918195224117861", "message": "Thanks!"}));

    let message = of(traps, Platform::Instagram, 5);
    let body = json!({"recipient": {"id": "1042007700900001"}, "message": {"text": "It is."}});
    check(
        &request(&message, "It is.", Audience::Private).unwrap(),
        HOST,
        "/17841405309211844/messages",
        &body,
    );
    assert!(request(&message, "It is.", Audience::Public).unwrap_err().is_request());
}

#[test]
fn whatsapp_sends_to_a_number_a_user_id_or_a_group() {
    let traps = include_str!("../payloads/whatsapp/traps.json");
    let with = |key: &str, kind: &str, id: &str| {
        let mut body = json!({
            "messaging_product": "whatsapp", "recipient_type": kind, "type": "text",
            "text": {"preview_url": false, "body": "Hi"},
        });
        body[key] = id.into();
        body
    };
    let path = "/106540352242922/messages";
    let number = of(include_str!("../payloads/whatsapp/text.json"), Platform::Whatsapp, 0);
    let sent = request(&number, "Hi", Audience::Private).unwrap();
    check(&sent, "graph.facebook.com", path, &with("to", "individual", "447700900123"));
    let user = request(&of(traps, Platform::Whatsapp, 0), "Hi", Audience::Private).unwrap();
    check(&user, "graph.facebook.com", path, &with("recipient", "individual", "GB.13491208655302741918"));
    let group = of(traps, Platform::Whatsapp, 9);
    let open = request(&group, "Hi", Audience::Public).unwrap();
    check(&open, "graph.facebook.com", path, &with("to", "group", "Y2FwaV9ncm91cDox"));
    assert_eq!(request(&group, "Hi", Audience::Private).unwrap().body["to"], "447700900124");
    assert!(request(&number, "Hi", Audience::Public).unwrap_err().is_request());
}

#[test]
fn an_id_cannot_climb_out_of_a_path_and_none_is_made_up() {
    for id in ["../me", "1/..", "1?x=", "1 2"] {
        for (platform, key) in [
            (Platform::Facebook, "comment_id"),
            (Platform::Instagram, "comment_id"),
            (Platform::Messenger, "page_id"),
            (Platform::Whatsapp, "phone_number_id"),
        ] {
            let address = address(platform, &[(key, id), ("wa_id", "1"), ("group_id", "1")]);
            let address =
                if key == "page_id" { address.with("recipient_id", Some("1".to_owned())) } else { address };
            let audience = if key == "page_id" { Audience::Private } else { Audience::Public };
            let error = request(&address, "a", audience).unwrap_err();
            assert!(error.is_request() && !error.to_string().contains(id), "{error}");
        }
    }
    for platform in [Platform::Facebook, Platform::Messenger, Platform::Instagram, Platform::Whatsapp] {
        for audience in [Audience::Public, Audience::Private] {
            assert!(request(&Address::new(platform), "a", audience).unwrap_err().is_request());
        }
    }
}
