//! Two threads for what does not depend on each other: the answers are the same as with one.

use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};

/// Does `work` for each place, on two threads where the system has them; answers stand in the order of the places.
pub(super) fn each<T: Send>(count: usize, work: impl Fn(usize) -> T + Sync) -> Vec<T> {
    let next = AtomicUsize::new(0);
    let done: Mutex<Vec<(usize, T)>> = Mutex::new(Vec::with_capacity(count));
    let worker = || {
        loop {
            let place = next.fetch_add(1, Ordering::Relaxed);
            if place >= count {
                return;
            }
            let answer = work(place);
            done.lock().unwrap_or_else(std::sync::PoisonError::into_inner).push((place, answer));
        }
    };
    std::thread::scope(|scope| {
        // Where no thread can be started, this one does it all.
        let _second = std::thread::Builder::new().spawn_scoped(scope, worker);
        worker();
    });
    let mut done = done.into_inner().unwrap_or_else(std::sync::PoisonError::into_inner);
    done.sort_by_key(|(place, _)| *place);
    done.into_iter().map(|(_, answer)| answer).collect()
}

#[cfg(test)]
mod tests {
    #[test]
    fn answers_stand_in_order() {
        assert_eq!(super::each(100, |place| place * place)[99], 99 * 99);
    }
}
