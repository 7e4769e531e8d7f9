//! The table of platforms: what each is called, how its payloads are read, and how it is written to.

use serde::{Deserialize, Serialize};
use twoears_core::Audience;

use crate::inbound::{self, Parsed};
use crate::outbound::{self, Address, Request};
use crate::shape::Shape;
use crate::{Error, Settings};

/// A helpdesk or platform whose payloads can be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Platform {
    /// Chatwoot: webhooks and agent bots.
    Chatwoot,
    /// Intercom: webhooks about conversations.
    Intercom,
    /// Sunshine Conversations: webhooks of version 2.
    Sunshine,
    /// Zammad: webhooks of triggers.
    Zammad,
    /// Zendesk: event webhooks for tickets and messaging.
    Zendesk,
    /// Mastodon: statuses, notifications, and messages of the stream.
    Mastodon,
    /// Bluesky: post views, notifications, and events of Jetstream.
    Bluesky,
    /// X: posts of the API's second version, looked up, streamed or from a timeline.
    X,
    /// X: webhooks of the Account Activity API, with direct messages.
    XActivity,
    /// Facebook: comments and posts of a page's webhook.
    Facebook,
    /// Messenger: messages of a page's webhook.
    Messenger,
    /// Instagram: comments, mentions and messages of an account's webhook.
    Instagram,
    /// WhatsApp: the Cloud API's webhook.
    Whatsapp,
    /// E-mail: the bytes of one message.
    Email,
    /// Freshdesk: webhooks of its automation rules, by `[inbound.freshdesk]`.
    Freshdesk,
    /// Any JSON object that holds one message, by `[inbound.json]`.
    Json,
    /// A table with a header line, by `[inbound.csv]`.
    Csv,
}

/// One row of the table.
pub(crate) struct Adapter {
    pub(crate) platform: Platform,
    /// What the command line and settings call it.
    pub(crate) name: &'static str,
    /// Is it such a payload, by its outside and its text?
    pub(crate) recognises: fn(&Shape<'_>, &str) -> bool,
    /// Reads one payload, of at most [`inbound::PAYLOAD_BYTES`].
    pub(crate) parse: fn(&[u8], &Settings) -> Result<Parsed, Error>,
    /// Writes a reply.
    pub(crate) request: fn(&Address, &str, Audience) -> Result<Request, Error>,
}

pub(crate) const ADAPTERS: &[Adapter] = &[
    #[cfg(feature = "chatwoot")]
    Adapter {
        platform: Platform::Chatwoot,
        name: "chatwoot",
        recognises: inbound::chatwoot::recognises,
        parse: inbound::chatwoot::parse,
        request: outbound::chatwoot::request,
    },
    #[cfg(feature = "zendesk")]
    Adapter {
        platform: Platform::Zendesk,
        name: "zendesk",
        recognises: |shape, _| shape.text("type").is_some_and(|kind| kind.starts_with("zen:")),
        parse: inbound::zendesk::parse,
        request: outbound::zendesk::request,
    },
    #[cfg(feature = "sunshine")]
    Adapter {
        platform: Platform::Sunshine,
        name: "sunshine",
        recognises: |shape, _| shape.has("events") && (shape.has("app") || shape.has("webhook")),
        parse: inbound::sunshine::parse,
        request: outbound::sunshine::request,
    },
    #[cfg(feature = "intercom")]
    Adapter {
        platform: Platform::Intercom,
        name: "intercom",
        recognises: |shape, _| shape.text("type") == Some("notification_event"),
        parse: inbound::intercom::parse,
        request: outbound::intercom::request,
    },
    #[cfg(feature = "zammad")]
    Adapter {
        platform: Platform::Zammad,
        name: "zammad",
        recognises: |shape, _| shape.has("ticket") && shape.has("article"),
        parse: inbound::zammad::parse,
        request: outbound::zammad::request,
    },
    #[cfg(feature = "mastodon")]
    Adapter {
        platform: Platform::Mastodon,
        name: "mastodon",
        recognises: inbound::mastodon::recognises,
        parse: inbound::mastodon::parse,
        request: outbound::mastodon::request,
    },
    #[cfg(feature = "bluesky")]
    Adapter {
        platform: Platform::Bluesky,
        name: "bluesky",
        recognises: inbound::bluesky::recognises,
        parse: inbound::bluesky::parse,
        request: outbound::bluesky::request,
    },
    #[cfg(feature = "x")]
    Adapter {
        platform: Platform::X,
        name: "x",
        recognises: |shape, _| shape.has("data") || shape.has("meta.result_count") || shape.has("errors"),
        parse: inbound::x::parse,
        request: outbound::x::request,
    },
    #[cfg(feature = "x_activity")]
    Adapter {
        platform: Platform::XActivity,
        name: "x_activity",
        recognises: |shape, _| shape.has("for_user_id") || shape.has("user_event"),
        parse: inbound::x_activity::parse,
        request: outbound::x::request,
    },
    #[cfg(feature = "facebook")]
    Adapter {
        platform: Platform::Facebook,
        name: "facebook",
        recognises: |shape, _| shape.text("object") == Some("page") && shape.has("entry.changes"),
        parse: inbound::facebook::parse,
        request: outbound::facebook::request,
    },
    #[cfg(feature = "messenger")]
    Adapter {
        platform: Platform::Messenger,
        name: "messenger",
        recognises: |shape, _| shape.text("object") == Some("page") && !shape.has("entry.changes"),
        parse: inbound::messenger::parse,
        request: outbound::messenger::request,
    },
    #[cfg(feature = "instagram")]
    Adapter {
        platform: Platform::Instagram,
        name: "instagram",
        recognises: |shape, _| shape.text("object") == Some("instagram"),
        parse: inbound::instagram::parse,
        request: outbound::instagram::request,
    },
    #[cfg(feature = "whatsapp")]
    Adapter {
        platform: Platform::Whatsapp,
        name: "whatsapp",
        recognises: |shape, _| shape.text("object") == Some("whatsapp_business_account"),
        parse: inbound::whatsapp::parse,
        request: outbound::whatsapp::request,
    },
    #[cfg(feature = "email")]
    Adapter {
        platform: Platform::Email,
        name: "email",
        recognises: inbound::email::recognises,
        parse: inbound::email::parse,
        request: outbound::email::request,
    },
    #[cfg(feature = "freshdesk")]
    Adapter {
        platform: Platform::Freshdesk,
        name: "freshdesk",
        recognises: |shape, _| shape.has("freshdesk_webhook"),
        parse: inbound::freshdesk::parse,
        request: outbound::freshdesk::request,
    },
    #[cfg(feature = "json")]
    Adapter {
        platform: Platform::Json,
        name: "json",
        recognises: |_, _| false,
        parse: inbound::json::parse,
        request: outbound::none::request,
    },
    #[cfg(feature = "csv")]
    Adapter {
        platform: Platform::Csv,
        name: "csv",
        recognises: |_, _| false,
        parse: inbound::csv::parse,
        request: outbound::none::request,
    },
];

impl Platform {
    /// Every platform that this build can read.
    pub fn all() -> impl Iterator<Item = Self> {
        ADAPTERS.iter().map(|adapter| adapter.platform)
    }

    /// What the command line and settings call it.
    pub fn name(self) -> &'static str {
        self.adapter().map_or("left out of this build", |adapter| adapter.name)
    }

    /// The platform of that name.
    ///
    /// # Errors
    /// When no platform of this build has that name; the error lists those that are there.
    ///
    /// ```
    /// use twoears_adapters::Platform;
    /// assert_eq!(Platform::parse("chatwoot")?, Platform::Chatwoot);
    /// assert!(Platform::parse("fax").unwrap_err().to_string().contains("chatwoot"));
    /// # Ok::<(), twoears_adapters::Error>(())
    /// ```
    pub fn parse(name: &str) -> Result<Self, Error> {
        let found = ADAPTERS.iter().find(|adapter| adapter.name == name.trim().to_lowercase());
        found.map(|adapter| adapter.platform).ok_or_else(|| {
            let known: Vec<&str> = ADAPTERS.iter().map(|adapter| adapter.name).collect();
            Error::settings(format!("there is no such platform; known: {}", known.join(", ")))
        })
    }

    /// Within which ids are unique: both adapters of X tell of the same posts, everybody else has ids of his own.
    pub(crate) fn realm(self) -> Self {
        match self {
            Self::XActivity => Self::X,
            other => other,
        }
    }

    pub(crate) fn adapter(self) -> Option<&'static Adapter> {
        ADAPTERS.iter().find(|adapter| adapter.platform == self)
    }
}
