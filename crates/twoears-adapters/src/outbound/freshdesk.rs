//! Freshdesk: a reply to the ticket's requester (API v2, "Create a Reply"). Key: `ticket_id`.

use serde_json::json;
use twoears_core::Audience;

use super::{Address, Request};
use crate::Error;

/// A reply goes to the requester alone; its body is HTML.
pub(crate) fn request(address: &Address, text: &str, audience: Audience) -> Result<Request, Error> {
    if audience == Audience::Public {
        return Err(Error::request("Freshdesk's reply goes to the requester alone: answer in private"));
    }
    let ticket = address.part("ticket_id")?;
    let path = format!("/api/v2/tickets/{ticket}/reply");
    let request = Request::post(None, path, json!({ "body": html(text) }));
    let request = request.note("host: your own, such as yourcompany.freshdesk.com");
    Ok(request.note("HTTP Basic: an agent's API key as the name, any password; the reply is that agent's"))
}

/// Plain text as HTML that shows the same.
fn html(text: &str) -> String {
    let mut html = String::with_capacity(text.len() + 16);
    html.push_str("<div>");
    for c in text.chars() {
        match c {
            '&' => html.push_str("&amp;"),
            '<' => html.push_str("&lt;"),
            '>' => html.push_str("&gt;"),
            '"' => html.push_str("&quot;"),
            '\n' => html.push_str("<br>"),
            '\r' => {}
            c => html.push(c),
        }
    }
    html.push_str("</div>");
    html
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Platform;

    #[test]
    fn a_reply_is_html_that_shows_the_text() {
        let address = Address::new(Platform::Freshdesk).with("ticket_id", Some("48121".into()));
        let request = request(&address, "Hi Ann,\n\n1 < 2 & \"3\"", Audience::Private).unwrap();
        assert_eq!((request.method.as_str(), request.path.as_str()), ("POST", "/api/v2/tickets/48121/reply"));
        assert_eq!(request.body, json!({ "body": "<div>Hi Ann,<br><br>1 &lt; 2 &amp; &quot;3&quot;</div>" }));
    }

    #[test]
    fn there_is_no_reply_in_the_open_and_no_way_out_of_the_path() {
        let address = Address::new(Platform::Freshdesk).with("ticket_id", Some("1/../2".into()));
        assert!(request(&address, "a", Audience::Private).unwrap_err().is_request());
        assert!(request(&address, "a", Audience::Public).unwrap_err().is_request());
    }
}
