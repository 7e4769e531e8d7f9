//! The texts of a message beside what was said and who wrote: ids, what attachments are called, what was promised.

use crate::{Message, Thread};

/// Every such text, in one order.
pub(super) fn each(message: &mut Message, visit: &mut dyn FnMut(&mut String)) {
    let ids = [&mut message.thread_id, &mut message.parent_id];
    ids.into_iter().flatten().for_each(&mut *visit);
    let mut turns = message.thread.turns().to_vec();
    turns.iter_mut().filter_map(|turn| turn.id.as_mut()).for_each(&mut *visit);
    message.thread = Thread::new(turns);
    message.attachments.iter_mut().filter_map(|thing| thing.title.as_mut()).for_each(&mut *visit);
    for promise in &mut message.contact.promises {
        let ids = [&mut promise.message_id, &mut promise.thread_id];
        ids.into_iter().flatten().for_each(&mut *visit);
        visit(&mut promise.owner);
        visit(&mut promise.action);
    }
}
