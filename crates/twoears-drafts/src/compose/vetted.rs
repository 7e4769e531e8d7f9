//! Words that the organisation approved for a crisis, word for word.

use twoears_core::decide::{Limit, Mechanism};
use twoears_core::{Brand, Channel, Label as _, Matter, Route};

use super::DraftInput;
use crate::{Audience, Draft, Error, Form, Length};

/// Does every approved text of the settings fit every channel that it can go to? Of several texts for one matter, one
/// must fit.
///
/// # Errors
/// When none does; the error names the key, the channel and by how much.
///
/// ```
/// use twoears_core::Brand;
/// let brand = Brand::from_toml(&format!("[vetted]\nlegal = '{}'", "a".repeat(200)))?;
/// let error = twoears_drafts::check_vetted(&brand).unwrap_err();
/// assert!(error.is_vetted());
/// assert!(error.to_string().starts_with("`vetted.legal`: takes 200 of the 150 that a public reply on tiktok may have"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn check(brand: &Brand) -> Result<(), Error> {
    for (matter, texts) in brand.vetted.all() {
        for &channel in Channel::ALL {
            let public = ("public", brand.channels.public(channel));
            for (audience, limit) in [public, ("private", brand.channels.private(channel))] {
                let Some(limit) = limit.filter(|limit| fitting(texts, *limit).is_none()) else { continue };
                let used = texts.iter().map(|text| Length::of(text, limit).used).min().unwrap_or_default();
                return Err(Error::vetted(
                    matter.name(),
                    format!(
                        "takes {used} of the {} that a {audience} reply on {channel} may have: shorten it, or write a list \
                         with a shorter text at the end",
                        limit.most
                    ),
                ));
            }
        }
    }
    Ok(())
}

/// The approved words for a matter, for whoever takes the message.
pub(super) fn draft(input: &DraftInput<'_>, matter: Matter) -> Option<Draft> {
    let routing = &input.decision.routing;
    let way = routing.mechanism.is_some_and(|way| way != Mechanism::Here);
    let private = !input.message.is_public() || (routing.route.label == Route::Private && way);
    let (channels, channel) = (&input.brand.channels, input.message.channel);
    let (audience, limit) = if private {
        (Audience::Private, channels.private(channel))
    } else {
        (Audience::Public, channels.public(channel))
    };
    let limit = limit.unwrap_or(crate::lint::UNKNOWN);
    let text = fitting(input.brand.vetted.of(matter), limit)?;
    Some(Draft {
        audience,
        form: Form::Full,
        sendable: false,
        text: text.to_owned(),
        length: Length::of(text, limit),
        lint: Vec::new(),
        source: None,
        promise: None,
        note: Some(format!(
            "approved words for this matter ({matter}): whoever takes it decides whether to say them"
        )),
    })
}

/// The first text that fits.
fn fitting(texts: &[String], limit: Limit) -> Option<&str> {
    texts.iter().map(String::as_str).find(|text| Length::of(text, limit).fits())
}
