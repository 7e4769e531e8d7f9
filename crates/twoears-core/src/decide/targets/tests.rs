use proptest::prelude::*;

use super::*;
use crate::Brand;
use crate::label::Label as _;

fn targets(rows: &str) -> Targets {
    Brand::from_toml(&format!("[targets]\n{rows}")).unwrap().targets
}

#[test]
fn the_most_specific_key_is_the_base() {
    let rows = "default = 500\nprivate = 400\nx = 300\n'x.private' = 200";
    let base = |rows: &str, channel, audience| targets(rows).base(channel, audience);
    assert_eq!(base(rows, Channel::X, Audience::Private), 200);
    assert_eq!(base(rows, Channel::X, Audience::Public), 300);
    assert_eq!(base(rows, Channel::Line, Audience::Private), 400);
    assert_eq!(base(rows, Channel::Line, Audience::Public), 500);
    // A built-in channel's number is more specific than an audience's.
    assert_eq!(base("private = 30", Channel::Email, Audience::Private), 720);
}

#[test]
fn the_shortest_of_what_fits_counts() {
    let targets = targets("x = 100\n'x.high' = 90\nhigh = 40\nnormal = 80\npublic_negative = 70");
    let (yes, no) = (Sentiment::Negative, Sentiment::Neutral);
    let x = |audience, urgency, sentiment| targets.minutes(Channel::X, audience, urgency, sentiment);
    assert_eq!(x(Audience::Public, Urgency::Normal, no), 80);
    assert_eq!(x(Audience::Public, Urgency::Normal, yes), 70);
    assert_eq!(x(Audience::Private, Urgency::Normal, yes), 80);
    assert_eq!(x(Audience::Public, Urgency::Low, no), 100);
    // The channel's own number for an urgency stands in for the general one, also when it is longer.
    assert_eq!(x(Audience::Public, Urgency::High, no), 90);
    assert_eq!(targets.minutes(Channel::Email, Audience::Private, Urgency::High, no), 40);
}

#[test]
fn errors_name_the_setting_and_its_line() {
    for (text, parts) in [
        ("[targets]\nx = 9\nfax = 3", &["line 3", "targets.fax", "x.private"][..]),
        ("[targets]\nx = 9\n'x.soon' = 3", &["line 3", "targets.x.soon"]),
        ("[targets]\nx = 9\nemail = 0", &["line 3", "targets.email", "0 minutes"]),
        ("[targets]\nx = 9\nemail = -4", &["line 3", "targets.email", "below nought"]),
        ("[targets]\nx = 9\nemail = 99999999", &["line 3", "targets.email", "a year"]),
        ("[targets]\nx = 9\nemail = 1.5", &["line 3", "email", "whole number of minutes"]),
        ("[targets]\n\nx.private = 9", &["line 3", "targets.x", "\"x.private\""]),
        ("[targets]\nhold_at = 0", &["line 2", "targets.hold_at", "above 0"]),
        ("[targets]\nhold_at = 1.01", &["line 2", "targets.hold_at"]),
        ("[targets]\nhold_at = nan", &["line 2", "targets.hold_at"]),
        ("[targets]\nhold_at = 'x'", &["line 2", "hold_at", "share of the target"]),
        ("[resolution]\nhold_at = 0.5", &["line 2", "resolution.hold_at", "no target"]),
        ("[resolution]\n\nhigh = 0", &["line 3", "resolution.high", "0 minutes"]),
        ("resolution = 5", &["line 1", "[resolution]"]),
    ] {
        let error = Brand::from_toml(text).unwrap_err();
        assert!(error.is_settings());
        for part in parts {
            assert!(error.to_string().contains(part), "{text}: {error}");
        }
    }
    assert!((targets("hold_at = 1").hold_at() - 1.0).abs() < f64::EPSILON);
}

fn key() -> impl Strategy<Value = Key> {
    let channel = || proptest::sample::select(&[Channel::X, Channel::Email, Channel::Line][..]);
    let urgency = || proptest::sample::select(Urgency::ALL);
    prop_oneof![
        Just(Key::Default),
        Just(Key::PublicNegative),
        Just(Key::Public),
        Just(Key::Private),
        urgency().prop_map(Key::Urgency),
        channel().prop_map(Key::Channel),
        channel().prop_map(Key::ChannelPublic),
        channel().prop_map(Key::ChannelPrivate),
        (channel(), urgency()).prop_map(|(channel, urgency)| Key::ChannelUrgency(channel, urgency)),
    ]
}

/// The minutes of every kind of message.
fn all(table: &Table) -> Vec<u32> {
    let mut all = Vec::new();
    for channel in [Channel::X, Channel::Email, Channel::Line, Channel::Chat] {
        for audience in [Audience::Public, Audience::Private] {
            for urgency in Urgency::ALL {
                for sentiment in [Sentiment::Negative, Sentiment::Positive] {
                    all.push(minutes(table, channel, audience, *urgency, sentiment));
                }
            }
        }
    }
    all
}

proptest! {
    #[test]
    fn a_shorter_setting_never_lengthens(
        rows in proptest::collection::vec((key(), 1_u32..2_000), 0..12),
        lowered in key(),
        minutes in 1_u32..2_000,
    ) {
        let mut table = defaults::first_response();
        table.extend(rows);
        let before = all(&table);
        // A key that the table holds gets a lower number; another gets one that is no more than what counts anywhere.
        let least = before.iter().copied().min().unwrap_or(1);
        let limit = table.get(&lowered).copied().unwrap_or(least);
        table.insert(lowered, minutes.min(limit));
        prop_assert!(all(&table).iter().zip(&before).all(|(after, before)| after <= before), "{lowered}");
    }

    #[test]
    fn a_key_is_read_as_it_is_written(key in key()) {
        prop_assert_eq!(Key::parse(&key.to_string()), Some(key));
    }
}
