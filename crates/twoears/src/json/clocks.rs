//! The two clocks in the JSON line.

use serde::Serialize;
use twoears_core::decide::{Clock, Clocks};

#[derive(Serialize)]
pub(super) struct ClocksOut {
    first_response: Option<ClockOut>,
    resolution: Option<ClockOut>,
}

#[derive(Serialize)]
struct ClockOut {
    started_at: String,
    assumed: bool,
    due_at: String,
    met_at: Option<String>,
    paused_s: i64,
}

impl ClocksOut {
    pub(super) fn of(clocks: Clocks) -> Self {
        Self {
            first_response: clocks.first_response.map(ClockOut::of),
            resolution: clocks.resolution.map(ClockOut::of),
        }
    }
}

impl ClockOut {
    fn of(clock: Clock) -> Self {
        Self {
            started_at: clock.started_at.to_string(),
            assumed: clock.assumed,
            due_at: clock.due_at.to_string(),
            met_at: clock.met_at.map(|time| time.to_string()),
            paused_s: clock.paused.as_secs(),
        }
    }
}
