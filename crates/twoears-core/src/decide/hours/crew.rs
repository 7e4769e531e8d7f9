//! A shift with the people on it, as settings write it: "09:00-17:00 x3".

use std::fmt;

use serde::de::{Deserialize, Deserializer, Error, Visitor};

use super::shift::{Shift, merged};

/// People on a shift at the most. Four digits: a longer number is one that was mistyped.
const MOST_DIGITS: usize = 4;

/// So many people are there from one time of a day to another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Crew {
    pub(super) shift: Shift,
    pub(super) people: u32,
}

impl Crew {
    /// One person.
    pub(super) fn one(shift: Shift) -> Self {
        Self { shift, people: 1 }
    }

    fn parse(text: &str) -> Result<Self, &'static str> {
        let Some((times, people)) = text.split_once(['x', '\u{d7}']) else {
            return Shift::parse(text).map(Self::one);
        };
        let people = people.trim();
        let digits = people.len() <= MOST_DIGITS && people.bytes().all(|byte| byte.is_ascii_digit());
        let people = people.parse().ok().filter(|&people| digits && people > 0);
        let people = people.ok_or("`x` needs how many people are on it, a whole number from 1 to 9999")?;
        Ok(Self { shift: Shift::parse(times)?, people })
    }

    /// The part on its own day, and the part on the next one.
    pub(super) fn parts(self) -> (Self, Option<Self>) {
        let (own, next) = self.shift.parts();
        (Self { shift: own, ..self }, next.map(|shift| Self { shift, ..self }))
    }
}

impl<'de> Deserialize<'de> for Crew {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        struct Text;
        impl Visitor<'_> for Text {
            type Value = Crew;

            fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
                out.write_str("a shift like \"09:00-17:30\" or \"09:00-17:30 x3\"")
            }

            fn visit_str<E: Error>(self, text: &str) -> Result<Crew, E> {
                Crew::parse(text).map_err(|why| E::custom(format!("no shift like `09:00-17:30 x3`: {why}")))
            }
        }
        from.deserialize_str(Text)
    }
}

/// A day in two layers: when somebody is there, and how many of them.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Plan {
    /// In order and apart.
    pub(super) open: Vec<Shift>,
    /// In order and not overlapping; where one ends when the next begins, the people differ.
    pub(super) crews: Vec<Crew>,
}

impl Plan {
    /// Of shifts that may overlap.
    pub(super) fn new(crews: &[Crew]) -> Self {
        let crews = layered(crews);
        Self { open: merged(crews.iter().map(|crew| crew.shift).collect()), crews }
    }

    /// From when to when in minutes of the day, and how many.
    pub(super) fn people(&self) -> impl Iterator<Item = (u16, u16, u32)> {
        self.crews.iter().map(|crew| (crew.shift.from, crew.shift.to, crew.people))
    }
}

/// The same people in order and not overlapping: where shifts overlap, their people add up.
pub(super) fn layered(crews: &[Crew]) -> Vec<Crew> {
    let steps = crews.iter().flat_map(|crew| {
        let people = i64::from(crew.people);
        [(crew.shift.from, people), (crew.shift.to, -people)]
    });
    let mut steps: Vec<(u16, i64)> = steps.collect();
    steps.sort_unstable();
    let (mut all, mut there, mut since) = (Vec::<Crew>::new(), 0_i64, 0);
    for (minute, change) in steps {
        let people = u32::try_from(there).unwrap_or(u32::MAX);
        if people > 0 && minute > since {
            match all.last_mut() {
                Some(last) if last.shift.to == since && last.people == people => last.shift.to = minute,
                _ => all.push(Crew { shift: Shift { from: since, to: minute }, people }),
            }
        }
        there += change;
        since = minute;
    }
    all
}

/// What is left of the crews of a day without the time of `out`.
pub(super) fn without(crews: &[Crew], out: Shift) -> Vec<Crew> {
    let split = |crew: &Crew| {
        let Crew { shift, people } = *crew;
        let before = Shift { from: shift.from, to: shift.to.min(out.from) };
        let after = Shift { from: shift.from.max(out.to), to: shift.to };
        let rest = [before, after].into_iter().filter(|rest| rest.from < rest.to);
        rest.map(move |shift| Crew { shift, people })
    };
    crews.iter().flat_map(split).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn crews<const N: usize>(texts: [&str; N]) -> Vec<Crew> {
        texts.iter().map(|text| Crew::parse(text).unwrap()).collect()
    }

    #[test]
    fn people_as_they_are_written() {
        for (text, people) in
            [("9-17", 1), ("9-17 x1", 1), ("9-17x3", 3), ("9-17 x 12", 12), ("9-17 \u{d7}9999", 9999)]
        {
            assert_eq!(Crew::parse(text).unwrap().people, people, "{text}");
            assert_eq!(Crew::parse(text).unwrap().shift, Shift { from: 540, to: 1020 });
        }
        for text in ["9-17 x", "9-17 x0", "9-17 x-1", "9-17 x+1", "9-17 x1.5", "9-17 x10000", "9-17 x2 x3"] {
            assert!(Crew::parse(text).unwrap_err().contains("how many people"), "{text}");
        }
        assert!(Crew::parse("9-25 x2").unwrap_err().contains("second time"));
    }

    #[test]
    fn where_shifts_overlap_people_add_up() {
        assert_eq!(layered(&crews(["12-20 x2", "9-17"])), crews(["9-12", "12-17 x3", "17-20 x2"]));
        assert_eq!(layered(&crews(["9-12 x2", "12-17 x2"])), crews(["9-17 x2"]));
        assert_eq!(layered(&crews(["9-12 x2", "12-17"])), crews(["9-12 x2", "12-17"]));
        assert_eq!(layered(&crews(["9-17", "9-17", "13-14 x4"])), crews(["9-13 x2", "13-14 x6", "14-17 x2"]));
        assert_eq!(Plan::new(&crews(["12-20 x2", "9-17", "21-22"])).open.len(), 2);
    }

    #[test]
    fn a_closure_takes_everybody_out() {
        let shift = |text| Shift::parse(text).unwrap();
        assert_eq!(without(&crews(["9-12 x2", "13-18"]), shift("11-14")), crews(["9-11 x2", "14-18"]));
        assert!(without(&crews(["9-12 x3"]), shift("9-12")).is_empty());
        assert_eq!(
            Crew::parse("22-2 x2").unwrap().parts(),
            (crews(["22-24 x2"])[0], Some(crews(["0-2 x2"])[0]))
        );
    }
}
