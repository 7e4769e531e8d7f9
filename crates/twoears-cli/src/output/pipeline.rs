//! Lines in, written cases out in the same order, on several threads, with little in memory at a time.

use std::collections::BTreeMap;
use std::io;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;

use twoears::{Case, Label as _, Message};

use crate::fail::Fail;
use crate::input::{Input, Numbered, Reject};

/// Lines that go to a thread at once when there is much to do; a single line goes at once when there is not.
const LINES_AT_ONCE: usize = 256;
/// Bytes of lines that go to a thread at once at the most.
const BYTES_AT_ONCE: u64 = 1 << 20;

/// Batches that may be on their way for each thread.
const BATCHES_A_THREAD: usize = 8;

struct Batch {
    index: u64,
    lines: Vec<Numbered>,
    bytes: u64,
}

/// A case that was written.
pub(crate) struct Written {
    pub(crate) text: Vec<u8>,
    pub(crate) priority: f32,
    pub(crate) action: &'static str,
}

/// A batch that is done.
pub(crate) struct Done {
    index: u64,
    pub(crate) bytes: u64,
    pub(crate) cases: Vec<Written>,
    pub(crate) rejects: Vec<Reject>,
}

/// Runs all lines through `triage` and `write` on so many threads and hands each batch to `sink`, in order.
pub(crate) fn run(
    input: Input,
    threads: usize,
    triage: &(dyn Fn(&Message) -> Case + Sync),
    write: &(dyn Fn(&Case, &mut Vec<u8>) + Sync),
    mut sink: impl FnMut(Done) -> Result<(), Fail>,
) -> Result<(), Fail> {
    let (to_work, work) = sync_channel::<Batch>(threads);
    let (to_sink, results) = sync_channel::<Done>(threads);
    // One place for each batch on its way: behind a slow batch the reader waits, and memory stays what it is.
    let (places, free) = sync_channel::<()>(threads * BATCHES_A_THREAD);
    let waiting = AtomicUsize::new(0);
    let name = input.name.clone();
    thread::scope(|scope| {
        // The workers alone own the work, so that the reader sees when the last of them stops.
        let (work, waiting) = (Arc::new(Mutex::new(work)), &waiting);
        for _ in 0..threads {
            let (work, to_sink) = (Arc::clone(&work), to_sink.clone());
            scope.spawn(move || worker(&work, waiting, &to_sink, triage, write));
        }
        drop((work, to_sink));
        let reader = scope.spawn(move || read(input, &to_work, &places, waiting));
        if let Err(fail) = in_order(&results, &free, &mut sink) {
            // The reader may be waiting for a line that never comes: nobody waits for it in turn.
            fail.exit();
        }
        match reader.join() {
            Ok(Err(error)) => Err(Fail::Files(format!("{name}: {error}"))),
            Ok(Ok(())) => Ok(()),
            Err(panic) => std::panic::resume_unwind(panic),
        }
    })
}

fn read(
    input: Input,
    to_work: &SyncSender<Batch>,
    places: &SyncSender<()>,
    waiting: &AtomicUsize,
) -> io::Result<()> {
    let mut batch = Batch { index: 0, lines: Vec::new(), bytes: 0 };
    for line in input.lines {
        let (line, bytes) = line?;
        batch.lines.push(line);
        batch.bytes += bytes;
        let full = batch.lines.len() >= LINES_AT_ONCE || batch.bytes >= BYTES_AT_ONCE;
        if full || waiting.load(Ordering::Relaxed) == 0 {
            let next = Batch { index: batch.index + 1, lines: Vec::new(), bytes: 0 };
            waiting.fetch_add(1, Ordering::Relaxed);
            if places.send(()).is_err() || to_work.send(std::mem::replace(&mut batch, next)).is_err() {
                return Ok(());
            }
        }
    }
    if !batch.lines.is_empty() && places.send(()).is_ok() {
        // When nobody takes it, the run has been given up elsewhere.
        let _ = to_work.send(batch);
    }
    Ok(())
}

fn worker(
    work: &Mutex<Receiver<Batch>>,
    waiting: &AtomicUsize,
    to_sink: &SyncSender<Done>,
    triage: &(dyn Fn(&Message) -> Case + Sync),
    write: &(dyn Fn(&Case, &mut Vec<u8>) + Sync),
) {
    loop {
        let next = work.lock().unwrap_or_else(PoisonError::into_inner).recv();
        let Ok(batch) = next else { return };
        let mut done =
            Done { index: batch.index, bytes: batch.bytes, cases: Vec::new(), rejects: Vec::new() };
        for line in batch.lines {
            match line.message() {
                Ok(message) => {
                    let case = triage(&message);
                    let mut text = Vec::with_capacity(1024);
                    write(&case, &mut text);
                    let (priority, action) = (case.decision.priority, case.decision.action.name());
                    done.cases.push(Written { text, priority, action });
                }
                Err(reject) => done.rejects.push(reject),
            }
        }
        let _ = waiting.fetch_update(Ordering::Relaxed, Ordering::Relaxed, |n| Some(n.saturating_sub(1)));
        if to_sink.send(done).is_err() {
            return;
        }
    }
}

/// Hands batches on in the order of their index.
fn in_order(
    results: &Receiver<Done>,
    free: &Receiver<()>,
    sink: &mut impl FnMut(Done) -> Result<(), Fail>,
) -> Result<(), Fail> {
    let mut early: BTreeMap<u64, Done> = BTreeMap::new();
    let mut next = 0;
    for done in results {
        early.insert(done.index, done);
        while let Some(done) = early.remove(&next) {
            sink(done)?;
            next += 1;
            // Each batch took its place before it was sent, so there is one to give back.
            let _ = free.recv();
        }
    }
    Ok(())
}
