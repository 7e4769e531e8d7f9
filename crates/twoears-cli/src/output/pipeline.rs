//! Lines in, what is made of them out in the same order, on several threads, with little in memory at a time.

use std::collections::BTreeMap;
use std::io;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;

use crate::fail::Fail;
use crate::input::{Input, Numbered, Reject};

/// Lines that go to a thread at once when there is much to do; a single line goes at once when there is not.
const LINES_AT_ONCE: usize = 256;
/// Bytes of lines that go to a thread at once at the most.
const BYTES_AT_ONCE: u64 = 1 << 20;

/// Batches that may be on their way for each thread.
const BATCHES_A_THREAD: usize = 8;

/// So many threads as asked for, else as there are cores.
pub(crate) fn threads(asked: Option<u16>) -> usize {
    asked.map_or_else(|| thread::available_parallelism().map_or(1, usize::from), usize::from)
}

struct Batch {
    index: u64,
    lines: Vec<Numbered>,
    bytes: u64,
}

/// A batch that is done.
pub(crate) struct Done<T> {
    index: u64,
    pub(crate) bytes: u64,
    pub(crate) lines: Vec<T>,
    pub(crate) rejects: Vec<Reject>,
}

/// What is made of a line.
type Work<'a, T> = &'a (dyn Fn(Numbered) -> Result<T, Reject> + Sync);

/// Runs all lines through `make` on so many threads and hands each batch to `sink`, in order.
pub(crate) fn run<T: Send>(
    input: Input,
    threads: usize,
    make: Work<'_, T>,
    mut sink: impl FnMut(Done<T>) -> Result<(), Fail>,
) -> Result<(), Fail> {
    let (to_work, work) = sync_channel::<Batch>(threads);
    let (to_sink, results) = sync_channel::<Done<T>>(threads);
    // One place for each batch on its way: behind a slow batch the reader waits, and memory stays what it is.
    let (places, free) = sync_channel::<()>(threads * BATCHES_A_THREAD);
    let waiting = AtomicUsize::new(0);
    let name = input.name.clone();
    thread::scope(|scope| {
        // The workers alone own the work, so that the reader sees when the last of them stops.
        let (work, waiting) = (Arc::new(Mutex::new(work)), &waiting);
        for _ in 0..threads {
            let (work, to_sink) = (Arc::clone(&work), to_sink.clone());
            scope.spawn(move || worker(&work, waiting, &to_sink, make));
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

fn worker<T>(
    work: &Mutex<Receiver<Batch>>,
    waiting: &AtomicUsize,
    to_sink: &SyncSender<Done<T>>,
    make: Work<'_, T>,
) {
    loop {
        let next = work.lock().unwrap_or_else(PoisonError::into_inner).recv();
        let Ok(batch) = next else { return };
        let mut done =
            Done { index: batch.index, bytes: batch.bytes, lines: Vec::new(), rejects: Vec::new() };
        for line in batch.lines {
            match make(line) {
                Ok(line) => done.lines.push(line),
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
fn in_order<T>(
    results: &Receiver<Done<T>>,
    free: &Receiver<()>,
    sink: &mut impl FnMut(Done<T>) -> Result<(), Fail>,
) -> Result<(), Fail> {
    let mut early: BTreeMap<u64, Done<T>> = BTreeMap::new();
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
