//! Many messages at once: on all cores, in order, without holding the interpreter.

use std::num::NonZero;
use std::sync::{Mutex, PoisonError};
use std::thread;

use jiff::Timestamp;
use pyo3::prelude::*;
use twoears::{Case, Desk, Message};

use crate::convert::{is_missing, unwrapped};
use crate::error::InputError;
use crate::keywords::{Keywords, build};

/// Messages between two looks at whether somebody pressed Ctrl-C.
const BLOCK: usize = 4096;
/// Messages that a thread takes at a time: few, because one may be a thousand times as long as the next.
const TAKEN: usize = 32;
/// Threads at the most.
const THREADS: i64 = 256;

/// How many threads: what was asked for, or one a core.
pub(crate) fn threads(asked: Option<i64>) -> PyResult<usize> {
    match asked {
        None => Ok(thread::available_parallelism().map_or(1, NonZero::get)),
        Some(asked) if (1..=THREADS).contains(&asked) => Ok(usize::try_from(asked).unwrap_or(1)),
        Some(asked) => Err(InputError::new_err(format!("`threads` is {asked}; it goes from 1 to {THREADS}"))),
    }
}

/// The next block of messages; shorter than [`BLOCK`] at the end. `first` is the place of its first one.
pub(crate) fn block<'py>(
    items: &mut impl Iterator<Item = PyResult<Bound<'py, PyAny>>>,
    first: usize,
) -> PyResult<Vec<Option<Message>>> {
    let mut messages = Vec::new();
    for (place, item) in items.take(BLOCK).enumerate() {
        let item = unwrapped(&item?)?;
        let message = if is_missing(&item) { None } else { Some(read(&item, first + place)?) };
        messages.push(message);
    }
    Ok(messages)
}

fn read(item: &Bound<'_, PyAny>, place: usize) -> PyResult<Message> {
    build(item, &Keywords::default()).map_err(|error| {
        if error.is_instance_of::<InputError>(item.py()) {
            InputError::new_err(format!("message {place}: {}", error.value(item.py())))
        } else {
            error
        }
    })
}

/// Should drafts be written at once?
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Write {
    Now,
    WhenAsked,
}

/// Triages a block on so many threads; each answer stands where its message stood.
pub(crate) fn run(
    desk: &Desk,
    messages: &[Option<Message>],
    now: Timestamp,
    write: Write,
    threads: usize,
) -> Vec<Option<Case>> {
    let triage = |message: &Message| {
        let case = desk.triage(message, now);
        if write == Write::Now {
            case.drafts();
        }
        case
    };
    let mut cases: Vec<Option<Case>> = Vec::new();
    cases.resize_with(messages.len(), || None);
    let work = Mutex::new(messages.chunks(TAKEN).zip(cases.chunks_mut(TAKEN)));
    let worker = || {
        loop {
            let next = work.lock().unwrap_or_else(PoisonError::into_inner).next();
            let Some((messages, places)) = next else { return };
            for (message, place) in messages.iter().zip(places) {
                *place = message.as_ref().map(triage);
            }
        }
    };
    let threads = threads.min(messages.len().div_ceil(TAKEN));
    thread::scope(|scope| {
        for _ in 1..threads {
            scope.spawn(worker);
        }
        worker();
    });
    cases
}
