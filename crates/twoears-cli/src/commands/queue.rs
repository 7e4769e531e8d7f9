//! `queue`: open cases of all inputs in the order in which they should be answered.

use std::collections::BTreeMap;
use std::io::{self, BufWriter, IsTerminal as _, Write};
use std::process::ExitCode;

use twoears::decide::Action;
use twoears::inbox::{Inbox, Taken};
use twoears::outbound::Address;
use twoears::{Case, Desk, Message, Timestamp, json, queue};

use crate::args::{self, Format};
use crate::desk;
use crate::fail::{Fail, SOME_REJECTED};
use crate::input::{self, Source, Sourced};
use crate::output::passed::Passed;
use crate::output::rejects::Rejects;
use crate::output::table;

/// A case that wants an answer, and where that goes when it is known.
struct Open {
    case: Case,
    address: Option<Address>,
}

pub(crate) fn run(args: &args::Queue) -> Result<ExitCode, Fail> {
    let desk = desk::build(&args.desk)?;
    let now = desk::now(&args.desk);
    let source = Source::of(args.from.as_deref())?;
    let named = args.inputs.iter().map(String::as_str);
    let inputs: Vec<&str> = if args.inputs.is_empty() { vec!["-"] } else { named.collect() };
    let mut rejects = Rejects::open(args.rejects.as_deref(), inputs.iter().copied())?;
    let mut gathered = Gathered::default();
    for input in inputs {
        let input = input::open(Some(input), false, &args.text_column, source)?;
        for line in input.lines {
            match line?.0.held(source, &desk) {
                Ok(held) => gathered.add(held),
                Err(reject) => rejects.write(&input.name, &reject)?,
            }
        }
    }
    let mut passed = std::mem::take(&mut gathered.passed);
    let known = gathered.inbox.len();
    let cases = gathered.cases(&desk, now);
    let waiting = cases.iter().filter(|(_, open)| open.address.is_some()).count();
    (waiting..known).for_each(|_| passed.add("answered conversations"));
    let (mut open, mut line) = (BTreeMap::new(), queue::Queue::with_capacity(cases.len()));
    for (id, case) in cases {
        match case.case.decision.action {
            Action::Watch => passed.add("conversations to watch"),
            Action::Ignore => passed.add("messages to ignore"),
            Action::Person | Action::Reply | Action::PrivateReply => {
                line.insert(case.case.entry(id.as_str()));
                open.insert(id, case);
            }
        }
    }
    let mut out = BufWriter::new(anstream::stdout().lock());
    let ordered = line.iter(now).filter_map(|place| Some((place.score, open.get(&place.entry.id)?)));
    let wanted = ordered.filter(|(_, open)| args.team.as_deref().is_none_or(|team| is_for(&open.case, team)));
    let wanted: Vec<(f64, &Open)> = wanted.take(args.top.unwrap_or(usize::MAX)).collect();
    if args.format == Format::Json || (args.format == Format::Auto && !io::stdout().is_terminal()) {
        write_json(&wanted, args.no_drafts, &mut out)?;
    } else {
        let rows: Vec<(f64, &Case)> = wanted.iter().map(|(score, open)| (*score, &open.case)).collect();
        table::write(&rows, open.len(), &desk, now, &mut out)?;
    }
    out.flush()?;
    passed.say();
    rejects.finish()?;
    Ok(if rejects.count > 0 { ExitCode::from(SOME_REJECTED) } else { ExitCode::SUCCESS })
}

/// Does a team or person answer it?
fn is_for(case: &Case, name: &str) -> bool {
    let escalated = case.decision.escalate.as_ref().map(|escalation| escalation.to.as_str());
    escalated.or(case.decision.team.as_deref()).is_some_and(|team| team.eq_ignore_ascii_case(name))
}

fn write_json(wanted: &[(f64, &Open)], no_drafts: bool, out: &mut impl Write) -> io::Result<()> {
    let drafts = if no_drafts { json::Drafts::No } else { json::Drafts::Yes };
    for (_, open) in wanted {
        let line = match &open.address {
            Some(address) => json::line_to(&open.case, drafts, address),
            None => json::line(&open.case, drafts),
        };
        writeln!(out, "{line}")?;
    }
    Ok(())
}

/// What came in.
#[derive(Default)]
struct Gathered {
    inbox: Inbox,
    messages: BTreeMap<String, Message>,
    passed: Passed,
}

impl Gathered {
    fn add(&mut self, held: input::Held) {
        held.passed.into_iter().for_each(|what| self.passed.add(what));
        for sourced in held.messages {
            match sourced {
                Sourced::Message(message) => {
                    let id = format!("{}/{}", message.channel, message.id);
                    if self.messages.insert(id, *message).is_some() {
                        self.passed.add("messages that came twice");
                    }
                }
                Sourced::Item(item) => match self.inbox.take(*item) {
                    Taken::Duplicate => self.passed.add("messages that came twice"),
                    Taken::Deleted => self.passed.add("messages taken back"),
                    Taken::Noted => self.passed.add("notes among agents or by programs"),
                    Taken::Posted => self.passed.add("posts of our own"),
                    Taken::Full => self.passed.add("messages for which there was no room"),
                    Taken::Opened | Taken::Followed | Taken::Answered | Taken::Edited => {}
                },
            }
        }
    }

    /// Every case in which a customer has the last word, under an id of its own.
    fn cases(self, desk: &Desk, now: Timestamp) -> Vec<(String, Open)> {
        let mut cases = Vec::new();
        for open in self.inbox.open() {
            let Some(case) = desk.triage_open(&open, now) else { continue };
            let id = format!("{}/{}/{}", open.platform.name(), case.message.channel, case.message.id);
            cases.push((id, Open { case, address: Some(open.address) }));
        }
        let messages = self.messages.into_iter();
        cases.extend(
            messages.map(|(id, message)| (id, Open { case: desk.triage(&message, now), address: None })),
        );
        cases
    }
}
