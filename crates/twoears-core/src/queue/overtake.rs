//! When one case overtakes another.

use crate::decide::{Course, NEVER};

/// The first second after `now` at which `other`, behind at `now`, is ahead of `leader`; [`NEVER`] when it never is.
/// `wins_ties` says whether `other` comes first when both are worth the same.
pub(super) fn overtake(leader: &Course, other: &Course, now: i64, wins_ties: impl Fn() -> bool) -> i64 {
    // No course falls, so what ends below where the leader stands never passes it. Most pairs end here.
    if other.most() < leader.at(now) {
        return NEVER;
    }
    let mut second = now;
    loop {
        let (ahead, behind) = (leader.stretch(second), other.stretch(second));
        let gap = ahead.value - behind.value;
        if second > now && (gap < 0 || gap == 0 && wins_ties()) {
            return second;
        }
        let next = ahead.next.min(behind.next);
        let gains = behind.rise - ahead.rise;
        if gains > 0 {
            // Level after `gap / gains` seconds; ahead one second later, or then already.
            let level = gap / gains;
            let then = level > 0 && gap % gains == 0 && wins_ties();
            let after = second.saturating_add(level + i64::from(!then));
            if after < next {
                return after;
            }
        }
        if next == NEVER {
            return NEVER;
        }
        second = next;
    }
}

#[cfg(test)]
mod tests {
    use jiff::Timestamp;
    use proptest::prelude::*;

    use super::*;
    use crate::decide::{Curve, Ramp};

    fn ramp() -> impl Strategy<Value = Option<Ramp>> {
        let moment = |second| Timestamp::from_second(second).unwrap();
        // Few points over few seconds, so that many pairs meet, touch and cross.
        let ramp = (-40_i64..80, 0_i64..40, 0_u8..9).prop_map(move |(from, length, points)| Ramp {
            from: moment(from),
            to: moment(from + length),
            points: f32::from(points) / 4.0,
        });
        proptest::option::of(ramp)
    }

    fn course() -> impl Strategy<Value = Course> {
        (0_u8..9, ramp(), ramp()).prop_map(|(base, one, other)| {
            Course::of(&Curve { base: f32::from(base) / 4.0, ramps: [one, other] })
        })
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 4_000, failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn it_is_the_first_second_found_by_looking_at_every_one(
            one in course(), other in course(), now in -60_i64..100, wins in any::<bool>()
        ) {
            let ahead = |leader: &Course, other: &Course, wins: bool, at: i64| {
                other.at(at) > leader.at(at) || other.at(at) == leader.at(at) && wins
            };
            let (leader, other, wins) =
                if ahead(&one, &other, wins, now) { (other, one, !wins) } else { (one, other, wins) };
            let looked = (now + 1..140).find(|at| ahead(&leader, &other, wins, *at));
            prop_assert_eq!(overtake(&leader, &other, now, || wins), looked.unwrap_or(NEVER));
        }
    }
}
