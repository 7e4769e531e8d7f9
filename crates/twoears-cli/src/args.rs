//! What the command takes, and its help.

use std::path::PathBuf;

use clap::{Args as ClapArgs, Parser, Subcommand, ValueEnum};
use clap_complete::Shell;

const EXAMPLES: &str = "\
Examples:
  twoears triage examples/inbox.jsonl                 cards on a terminal, JSON lines in a pipe
  twoears triage \"my card was charged twice\"          one message
  twoears triage inbox.csv --no-drafts > out.jsonl    a table with a `text` column
  cat inbox.jsonl | twoears triage --rejects bad.txt  bad lines go to bad.txt, the rest is done
  twoears triage --from chatwoot webhooks.jsonl       payloads of a helpdesk; `--from auto` takes them mixed
  twoears queue inbox.jsonl --now 2026-11-23T09:00:00Z  who is answered first, until when, and why
  twoears queue --from auto payloads.jsonl mail/1.eml  open conversations of all platforms as one queue
  twoears draft inbox.jsonl --brand brand.toml --kb kb/
  twoears lint replies.jsonl --deny error             lines with `text` and `reply`; 4 when one may not be sent
  twoears redact inbox.jsonl > safe.jsonl             pseudonyms in place of personal data
  twoears explain \"third time I ask: where is it??\"
  twoears learn labelled.jsonl --out my.heads && twoears triage inbox.jsonl --heads my.heads
  twoears learn mine.jsonl --head topic --out topic.head && twoears triage inbox.jsonl --custom topic.head
  twoears hours --brand brand.toml inbox.jsonl        the week's hours, and who writes when nobody is there
  twoears eval labelled.jsonl

Exit codes:
  0  all done          1  some lines were rejected, all others done
  2  a flag, a setting or the model cannot be used          3  a file cannot be read or written
  4  `lint --deny` found what it does not let pass";

/// Listens to customers' messages, understands them, decides, and suggests replies. Offline, in microseconds.
#[derive(Parser)]
#[command(name = "twoears", version, after_help = EXAMPLES, arg_required_else_help = true)]
pub(crate) struct Args {
    #[command(subcommand)]
    pub(crate) command: Command,
}

#[derive(Subcommand)]
pub(crate) enum Command {
    /// Reads messages and says what each means, how urgent it is, where it belongs, and what to answer.
    Triage(Triage),
    /// Prints open cases in the order in which they should be answered, with deadlines and reasons.
    Queue(Queue),
    /// Suggests replies: the drafts alone, ready to read.
    Draft(Triage),
    /// Checks replies that people or programs wrote: privacy, honesty, usefulness, tone, form.
    Lint(Lint),
    /// Puts pseudonyms (`<card-1>`) in place of personal data, the same value always the same one.
    Redact(Redact),
    /// Says why: the words and rules behind every answer.
    Explain(Explain),
    /// Shows the week's business hours, and how many messages arrive while nobody is there.
    Hours(Hours),
    /// Trains heads from labelled JSON lines; the same bytes twice.
    Learn(Learn),
    /// Compares triage with labelled messages: accuracy, recall of what matters, calibration.
    Eval(Eval),
    /// Prints a completion script for a shell.
    Completions {
        /// For which shell.
        shell: Shell,
    },
}

/// What every command that builds a desk takes.
#[derive(ClapArgs, Default)]
pub(crate) struct DeskArgs {
    /// The organisation's settings (TOML); every key has a default.
    #[arg(long, value_name = "FILE")]
    pub(crate) brand: Option<PathBuf>,
    /// The organisation's answers: a folder of Markdown files and JSON lines, or one such file.
    #[arg(long, value_name = "PATH")]
    pub(crate) kb: Option<PathBuf>,
    /// Heads of your own, as `twoears learn` writes them.
    #[arg(long, value_name = "FILE")]
    pub(crate) heads: Option<PathBuf>,
    /// A head with labels of your own, as `twoears learn --head` writes it; may be given several times.
    #[arg(long, value_name = "FILE")]
    pub(crate) custom: Vec<PathBuf>,
    /// The time to decide for, RFC 3339; the clock's when left out.
    #[arg(long, value_name = "TIME")]
    pub(crate) now: Option<jiff::Timestamp>,
}

#[derive(ClapArgs)]
#[expect(clippy::struct_excessive_bools, reason = "each is a switch of the command")]
pub(crate) struct Triage {
    /// A .jsonl or .csv file, a text in quotes, or `-` for JSON lines on stdin (the default).
    #[arg(value_name = "INPUT")]
    pub(crate) input: Option<String>,
    /// Take INPUT as a text, whatever it looks like.
    #[arg(long)]
    pub(crate) text: bool,
    /// Read payloads, one a line (an e-mail: one a file), of a helpdesk or platform: `chatwoot`, `zendesk`, `mastodon` …, or
    /// `auto` to tell by the look of each. Drafts then come with the request that sends them.
    #[arg(long, value_name = "PLATFORM")]
    pub(crate) from: Option<String>,
    #[command(flatten)]
    pub(crate) desk: DeskArgs,
    /// How to print: cards on a terminal and JSON lines elsewhere, unless said.
    #[arg(long, value_enum, default_value_t = Format::Auto)]
    pub(crate) format: Format,
    /// Write no drafts: several times faster.
    #[arg(long)]
    pub(crate) no_drafts: bool,
    /// On cards, also show the short form of each draft; JSON lines hold every form.
    #[arg(long)]
    pub(crate) all_drafts: bool,
    /// Write bad lines to this file, each with its number and cause, instead of saying so on stderr.
    #[arg(long, value_name = "FILE")]
    pub(crate) rejects: Option<PathBuf>,
    /// The column of a .csv file that holds the message.
    #[arg(long, value_name = "NAME", default_value = "text")]
    pub(crate) text_column: String,
    /// Work on so many threads; all cores when left out.
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..=256))]
    pub(crate) threads: Option<u16>,
    /// Put the most pressing first instead of the order of the input (holds all in memory).
    #[arg(long)]
    pub(crate) by_priority: bool,
}

#[derive(ClapArgs)]
pub(crate) struct Queue {
    /// .jsonl, .csv or .eml files, or `-` for JSON lines on stdin (the default).
    #[arg(value_name = "FILES")]
    pub(crate) inputs: Vec<String>,
    /// Read payloads of a helpdesk or platform: its name, or `auto` to tell by the look of each. They are joined into
    /// conversations: what was answered, taken back or delivered twice is not in the queue.
    #[arg(long, value_name = "PLATFORM")]
    pub(crate) from: Option<String>,
    #[command(flatten)]
    pub(crate) desk: DeskArgs,
    /// Only the first N.
    #[arg(long, value_name = "N")]
    pub(crate) top: Option<usize>,
    /// Only what this team or person answers.
    #[arg(long, value_name = "NAME")]
    pub(crate) team: Option<String>,
    /// How to print: a table, or the JSON lines of `triage` in order.
    #[arg(long, value_enum, default_value_t = Format::Auto)]
    pub(crate) format: Format,
    /// JSON lines without drafts: several times faster.
    #[arg(long)]
    pub(crate) no_drafts: bool,
    /// Write bad lines to this file, each with its number and cause, instead of saying so on stderr.
    #[arg(long, value_name = "FILE")]
    pub(crate) rejects: Option<PathBuf>,
    /// The column of a .csv file that holds the message.
    #[arg(long, value_name = "NAME", default_value = "text")]
    pub(crate) text_column: String,
}

#[derive(ClapArgs)]
pub(crate) struct Lint {
    /// A .jsonl file (`reply`, and the message's `text`, `channel`, `author`, `thread`), a .csv file with a `reply` column, a
    /// reply in quotes, or `-` for JSON lines on stdin (the default).
    #[arg(value_name = "INPUT")]
    pub(crate) input: Option<String>,
    /// Take INPUT as a reply, whatever it looks like.
    #[arg(long)]
    pub(crate) text: bool,
    #[command(flatten)]
    pub(crate) desk: DeskArgs,
    /// List the rules, with what the settings make of them, and stop.
    #[arg(long)]
    pub(crate) rules: bool,
    /// Exit with 4 when a reply has a finding of this severity or above.
    #[arg(long, value_enum, value_name = "SEVERITY")]
    pub(crate) deny: Option<Deny>,
    /// How to print: cards on a terminal and JSON lines elsewhere, unless said.
    #[arg(long, value_enum, default_value_t = Format::Auto)]
    pub(crate) format: Format,
    /// Write bad lines to this file, each with its number and cause, instead of saying so on stderr.
    #[arg(long, value_name = "FILE")]
    pub(crate) rejects: Option<PathBuf>,
    /// Work on so many threads; all cores when left out.
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..=256))]
    pub(crate) threads: Option<u16>,
}

/// What `lint --deny` does not let pass.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Deny {
    /// Errors alone.
    Error,
    /// Warnings too.
    Warning,
}

#[derive(ClapArgs)]
pub(crate) struct Redact {
    /// .jsonl or .csv files, texts in quotes, or `-` for JSON lines on stdin (the default).
    #[arg(value_name = "FILES")]
    pub(crate) inputs: Vec<String>,
    /// Take FILES as texts, whatever they look like; without any, all of stdin as one plain text.
    #[arg(long)]
    pub(crate) text: bool,
    /// The organisation's settings (TOML): own contacts stay, own recognizers count.
    #[arg(long, value_name = "FILE")]
    pub(crate) brand: Option<PathBuf>,
    /// Write bad lines to this file, each with its number and cause, instead of saying so on stderr.
    #[arg(long, value_name = "FILE")]
    pub(crate) rejects: Option<PathBuf>,
    /// The column of a .csv file that holds the message.
    #[arg(long, value_name = "NAME", default_value = "text")]
    pub(crate) text_column: String,
    /// Work on so many threads; all cores when left out.
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..=256))]
    pub(crate) threads: Option<u16>,
}

#[derive(ClapArgs)]
pub(crate) struct Explain {
    /// The message.
    pub(crate) text: String,
    #[command(flatten)]
    pub(crate) desk: DeskArgs,
    /// Words to show for each answer.
    #[arg(long, default_value_t = 6)]
    pub(crate) words: usize,
}

#[derive(ClapArgs)]
pub(crate) struct Hours {
    /// The organisation's settings (TOML), with `[hours]`.
    #[arg(long, value_name = "FILE")]
    pub(crate) brand: PathBuf,
    /// Messages with `sent_at` (.jsonl or .csv, or `-` for JSON lines on stdin); none when left out.
    #[arg(value_name = "INBOX")]
    pub(crate) input: Option<String>,
    /// Write bad lines to this file, each with its number and cause, instead of saying so on stderr.
    #[arg(long, value_name = "FILE")]
    pub(crate) rejects: Option<PathBuf>,
}

#[derive(ClapArgs)]
pub(crate) struct Learn {
    /// Labelled .jsonl files, or one .toml that lists sources with their weights.
    #[arg(required = true, value_name = "FILE")]
    pub(crate) sources: Vec<PathBuf>,
    /// Learn labels of your own instead of the default ones: what their head is called. Lines hold `text` and the
    /// label under this name or `label`.
    #[arg(long, value_name = "NAME", conflicts_with = "epochs")]
    pub(crate) head: Option<String>,
    /// Where to write the heads.
    #[arg(long, value_name = "FILE")]
    pub(crate) out: PathBuf,
    /// Times that every row is seen.
    #[arg(long)]
    pub(crate) epochs: Option<u32>,
}

#[derive(ClapArgs)]
pub(crate) struct Eval {
    /// Labelled messages (.jsonl with `text` and any of intent, urgency, sentiment, route, escalate).
    #[arg(value_name = "FILE")]
    pub(crate) gold: PathBuf,
    #[command(flatten)]
    pub(crate) desk: DeskArgs,
    /// Print one JSON object instead of a table.
    #[arg(long)]
    pub(crate) json: bool,
}

/// How to print cases.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Format {
    /// Cards on a terminal, JSON lines elsewhere.
    Auto,
    /// JSON lines.
    Json,
    /// Cards for people.
    Cards,
}
