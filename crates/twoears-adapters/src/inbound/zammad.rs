//! Zammad: webhooks of triggers and schedulers with the default payload, a `ticket` and its latest `article`, as the page
//! "Webhook payload" of its admin documentation lays it out, with the article types of "Articles" in its API documentation.
//!
//! - `article.created_by` may be the agent who typed in a call: `origin_by_id` says whose words they are, else `from`.
//! - `article.internal` is among agents: [`Direction::Internal`]. `customer.note` is for staff alone and is not read.
//! - The body is HTML or plain by `content_type`. Inline pictures are attachments as well. Zammad marks where a mail's
//!   signature or quoted mail begins (`js-signatureMarker`): what a customer wrote ends there.
//! - `preferences["is-auto-response"]` is a program's mail, such as a note of absence: it comes in, from a bot.
//! - `customer.vip` makes the customer an important one. `customer.verified` is about an e-mail address, not an account.
//! - A trigger that fires on a change of the ticket alone has no article: that is named in [`Parsed::passed`].
//! - What a trigger or the system writes has the sender `System`: an e-mail went out, a note did not.
//! - A webhook whose payload was customised is of the organisation's own making: that is not read here.
//!
//! Keys of an address: `ticket_id`; `article_type`; `to`, whom the customer's article came from; `subject`; `in_reply_to`,
//! the article's own message id.

use memchr::memmem;
use serde::Deserialize;
use twoears_core::{Attachment, Author, AuthorKind, Channel, Direction, Gap, Message, Visibility};

use super::helpdesk::{direction, with_gaps};
use super::{Event, Item, Parsed};
use crate::outbound::Address;
use crate::read::{self, List, Obj, Text, Time, attachment_kind, html_to_text};
use crate::{Error, Platform, Settings};

#[derive(Default, Deserialize)]
#[serde(default)]
struct Payload<'a> {
    #[serde(borrow)]
    ticket: Option<Obj<Ticket<'a>>>,
    #[serde(borrow)]
    article: Option<Obj<Article<'a>>>,
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Ticket<'a> {
    #[serde(borrow)]
    id: Text<'a>,
    #[serde(borrow)]
    title: Text<'a>,
    #[serde(borrow)]
    create_article_type: Text<'a>,
    #[serde(borrow)]
    customer: Obj<User<'a>>,
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct User<'a> {
    #[serde(borrow)]
    id: Text<'a>,
    #[serde(borrow)]
    firstname: Text<'a>,
    #[serde(borrow)]
    lastname: Text<'a>,
    #[serde(borrow)]
    email: Text<'a>,
    #[serde(borrow)]
    vip: Text<'a>,
    created_at: Time,
    #[serde(borrow)]
    roles: List<Text<'a>>,
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Article<'a> {
    #[serde(borrow)]
    id: Text<'a>,
    #[serde(borrow)]
    ticket_id: Text<'a>,
    #[serde(borrow)]
    body: Text<'a>,
    #[serde(borrow)]
    content_type: Text<'a>,
    #[serde(borrow)]
    subject: Text<'a>,
    #[serde(borrow)]
    r#type: Text<'a>,
    #[serde(borrow)]
    sender: Text<'a>,
    #[serde(borrow)]
    internal: Text<'a>,
    #[serde(borrow)]
    from: Text<'a>,
    #[serde(borrow)]
    to: Text<'a>,
    #[serde(borrow)]
    reply_to: Text<'a>,
    #[serde(borrow)]
    message_id: Text<'a>,
    #[serde(borrow)]
    origin_by_id: Text<'a>,
    #[serde(borrow)]
    created_by: Obj<User<'a>>,
    #[serde(borrow)]
    created_by_id: Text<'a>,
    created_at: Time,
    #[serde(borrow)]
    preferences: Obj<Marks<'a>>,
    #[serde(borrow)]
    attachments: List<Obj<File<'a>>>,
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Marks<'a> {
    #[serde(borrow, rename = "is-auto-response")]
    automatic: Text<'a>,
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct File<'a> {
    #[serde(borrow)]
    filename: Text<'a>,
    #[serde(borrow)]
    preferences: Obj<Preferences<'a>>,
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Preferences<'a> {
    #[serde(borrow, rename = "Content-Type")]
    content_type: Text<'a>,
    #[serde(borrow, rename = "Mime-Type")]
    mime_type: Text<'a>,
}

pub(crate) fn parse(payload: &[u8], settings: &Settings) -> Result<Parsed, Error> {
    let text = read::text(payload);
    let payload: Payload<'_> = read::json(&text)?;
    let ticket = payload.ticket.unwrap_or_default();
    match payload.article {
        Some(article) if article.id.id().is_some() => Ok(item(&ticket, &article, settings)),
        _ if ticket.id.id().is_some() => Ok(Parsed::passed("a ticket's change, without an article")),
        _ => Err(Error::payload("neither `ticket` nor `article` has an `id`: not a webhook of Zammad")),
    }
}

fn item(ticket: &Ticket<'_>, article: &Article<'_>, settings: &Settings) -> Parsed {
    let mut author = author(ticket, article);
    let way = match article.sender.get() {
        _ if article.internal.is_true() => Direction::Internal,
        Some("System") if article.r#type.get() == Some("note") => Direction::System,
        _ => direction(&author, settings),
    };
    if article.preferences.automatic.is_true() {
        author.kind = AuthorKind::Bot;
    }
    let kind = kind(ticket, article);
    let (channel, visibility) = place(kind, kind != article.r#type.get().unwrap_or_default());
    let text = text(article, way);
    let visibility = if way == Direction::Internal { Visibility::Private } else { visibility };
    let mut message =
        Message::new(text).channel(channel).visibility(visibility).direction(way).author(author);
    if visibility == Visibility::Unknown {
        message = message.gap(Gap::VisibilityUnknown);
    }
    message.id = article.id.id().unwrap_or_default();
    message.thread_id = ticket.id.id().or_else(|| article.ticket_id.id());
    message.sent_at = article.created_at.get();
    for file in article.attachments.iter() {
        let kind = file.preferences.content_type.get().or(file.preferences.mime_type.get());
        let attachment = Attachment::new(attachment_kind(kind.unwrap_or("file")));
        message.attachments.push(Attachment { title: file.filename.name(), ..attachment });
    }
    // Who wrote to us is whom we write to; where we wrote, it is whom we wrote to.
    let from = || article.reply_to.id().or_else(|| article.from.id());
    let to = if message.direction == Direction::In { from() } else { article.to.id() };
    let customer = || ticket.customer.email.id();
    let by_mail = matches!(channel, Channel::Email | Channel::Other);
    let to = if by_mail { to.filter(|to| to.contains('@')).or_else(customer) } else { to };
    let address = Address::new(Platform::Zammad)
        .with("ticket_id", message.thread_id.clone())
        .with("article_type", Some(kind.to_owned()))
        .with("to", to)
        .with("subject", article.subject.name().or_else(|| ticket.title.name()))
        .with("in_reply_to", article.message_id.id());
    let event = Event::Created;
    Parsed::one(Item { platform: Platform::Zammad, event, message: with_gaps(message, event), address })
}

/// Whose words they are: `origin_by_id`, else `from`, else who created the article, unless an agent typed it in.
fn author(ticket: &Ticket<'_>, article: &Article<'_>) -> Author {
    let kind = match article.sender.get() {
        Some("Customer") => AuthorKind::Customer,
        Some("Agent") => AuthorKind::Agent,
        Some("System") => AuthorKind::Bot,
        _ => AuthorKind::Unknown,
    };
    let (customer, creator) = (&ticket.customer, &article.created_by);
    let created = article.created_by_id.id().or_else(|| creator.id.id());
    let typed_in = kind == AuthorKind::Customer
        && created != customer.id.id()
        && creator.roles.iter().any(|role| matches!(role.get(), Some("Agent" | "Admin")));
    let from_customer = customer.email.id().is_some_and(|email| {
        article.from.get().is_some_and(|from| from.to_lowercase().contains(&email.to_lowercase()))
    });
    let id = match article.origin_by_id.id() {
        Some(origin) => Some(origin),
        None if from_customer && kind == AuthorKind::Customer => customer.id.id(),
        None if typed_in => None,
        None => created.clone(),
    };
    let name = |user: &User<'_>| {
        let names: Vec<String> =
            [user.firstname.name(), user.lastname.name()].into_iter().flatten().collect();
        (!names.is_empty()).then(|| names.join(" "))
    };
    let is_customer = id.is_some() && id == customer.id.id();
    let mut author = Author { kind, handle: handle(article), ..Author::default() };
    if is_customer {
        author.name = name(customer);
        author.vip = customer.vip.is_true();
        author.first_seen = customer.created_at.get();
    } else if id.is_some() && id == created {
        author.name = name(creator);
    }
    author.name = author.name.or_else(|| shown_name(article.from.get()?));
    author.id = id;
    author
}

/// The handle of who writes on X.
fn handle(article: &Article<'_>) -> Option<String> {
    let on_x = article.r#type.get().is_some_and(|kind| kind.starts_with("twitter"));
    article.from.name().filter(|from| on_x && from.starts_with('@'))
}

/// The name in front of an address, `Ann Lee <ann@example.com>`.
fn shown_name(from: &str) -> Option<String> {
    let name = from.split_once('<')?.0.trim().trim_matches('"').trim();
    (!name.is_empty()).then(|| name.chars().take(read::NAME_CHARS).collect())
}

/// The words as text, without a mail's signature and what it quotes where Zammad marked them in a customer's.
fn text(article: &Article<'_>, way: Direction) -> String {
    let body = article.body.get().unwrap_or_default();
    if !article.content_type.get().is_some_and(|kind| kind.trim_start().starts_with("text/html")) {
        return article.body.text();
    }
    let marked = || {
        let before = &body[..memmem::find(body.as_bytes(), b"js-signatureMarker")?];
        Some(html_to_text(&before[..before.rfind('<')?])).filter(|text| !text.is_empty())
    };
    if way == Direction::In { marked().unwrap_or_else(|| html_to_text(body)) } else { html_to_text(body) }
}

/// The type of an article; a note has that of its ticket, and is one where the ticket tells none.
fn kind<'a>(ticket: &'a Ticket<'_>, article: &'a Article<'_>) -> &'a str {
    match article.r#type.get().unwrap_or_default() {
        "note" => ticket.create_article_type.get().unwrap_or("note"),
        kind => kind,
    }
}

/// Where an article of a type was written and who can see it; a note is seen by the ticket's customer at the most.
fn place(kind: &str, note: bool) -> (Channel, Visibility) {
    let channel = match kind {
        "twitter status" if !note => return (Channel::X, Visibility::Public),
        "facebook feed post" | "facebook feed comment" if !note => {
            return (Channel::Facebook, Visibility::Public);
        }
        "twitter status" | "twitter direct-message" => Channel::X,
        "facebook feed post" | "facebook feed comment" => Channel::Facebook,
        "email" | "web" => Channel::Email,
        "sms" => Channel::Sms,
        "chat" => Channel::Chat,
        "telegram personal-message" => Channel::Telegram,
        "whatsapp message" => Channel::Whatsapp,
        "phone" | "fax" | "note" => Channel::Other,
        _ => return (Channel::Other, Visibility::Unknown),
    };
    (channel, Visibility::Private)
}
