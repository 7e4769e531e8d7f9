//! The desk: what is built once, and answers any number of messages.

use std::path::{Path, PathBuf};

use pyo3::prelude::*;
use pyo3::types::{PyDict, PyList, PyString};
use twoears::{Brand, Desk, Knowledge, MODEL_BYTES, Model, SETTINGS_BYTES};

use crate::batch::{self, Write};
use crate::case::PyCase;
use crate::convert::{now as time, text as text_of};
use crate::custom::{self, Head, Own, PyCustomHead};
use crate::error::{InputError, ModelError, SettingsError, raise, raise_for};
use crate::explain::PyExplanation;
use crate::inbox::PyOpen;
use crate::item::{self, PyItem};
use crate::keywords::{Keywords, build};
use crate::redact::PyRedacted;

/// A model, a brand and a knowledge base, ready to triage. Build one and keep it; any thread may use it.
///
/// `brand` is the path of a TOML file with the organisation's settings, or a dict of the same shape; `knowledge` the
/// path of a folder with answers or of one file, Markdown or JSON lines; `heads` the path of a file that `twoears learn` wrote; `custom` heads with
/// labels of your own, as paths or `CustomHead`s; `journal` the corrections that an earlier desk's `journal()` gave.
/// Everything has a default.
///
/// Raises `SettingsError` when the settings or answers cannot be used, `ModelError` when the heads cannot.
#[pyclass(frozen, name = "Desk", module = "twoears")]
pub(crate) struct PyDesk(Desk);

/// Where settings come from.
#[derive(FromPyObject)]
pub(crate) enum Settings<'py> {
    Keys(Bound<'py, PyDict>),
    File(PathBuf),
}

#[pymethods]
impl PyDesk {
    #[new]
    #[pyo3(signature = (brand=None, knowledge=None, heads=None, *, custom=None, journal=None))]
    #[expect(clippy::needless_pass_by_value, reason = "arguments from Python are owned")]
    fn new(
        py: Python<'_>,
        brand: Option<Settings<'_>>,
        knowledge: Option<PathBuf>,
        heads: Option<PathBuf>,
        custom: Option<Vec<Head<'_>>>,
        journal: Option<&str>,
    ) -> PyResult<Self> {
        let own = Own::of(py, custom.unwrap_or_default(), journal)?;
        let (place, toml) = match brand {
            None => (String::new(), String::new()),
            Some(Settings::Keys(keys)) => ("brand".to_owned(), written(&keys)?),
            Some(Settings::File(path)) => (path.display().to_string(), py.detach(|| settings(&path))?),
        };
        py.detach(|| open(&place, &toml, knowledge.as_deref(), heads.as_deref(), own))
    }

    /// A desk with settings from TOML text.
    ///
    /// Raises `SettingsError` and `ModelError` as `Desk` does.
    #[staticmethod]
    #[pyo3(signature = (text, *, knowledge=None, heads=None))]
    #[expect(clippy::needless_pass_by_value, reason = "arguments from Python are owned")]
    fn from_toml(
        text: &Bound<'_, PyString>,
        knowledge: Option<PathBuf>,
        heads: Option<PathBuf>,
    ) -> PyResult<Self> {
        let toml = text_of(text)?;
        text.py().detach(|| open("", &toml, knowledge.as_deref(), heads.as_deref(), Own::default()))
    }

    /// Listens to a message, analyzes it and decides, as of `now`.
    ///
    /// `message` is a text, a mapping with `text`, a `Message` or an `Item`; the keywords, explained at `Message`, say more about
    /// a text and go over the keys of a mapping. `now` is a `datetime` with a time zone or RFC 3339 text, the current
    /// time when left out. Drafts are written when they are asked for.
    ///
    /// Any text is a message: what a customer writes never fails. Raises `InputError` when a value around it is of the
    /// wrong kind.
    #[pyo3(signature = (message, *, now=None, **more))]
    #[expect(clippy::needless_pass_by_value, reason = "arguments from Python are owned")]
    fn triage(
        &self,
        message: &Bound<'_, PyAny>,
        now: Option<Bound<'_, PyAny>>,
        more: Option<&Bound<'_, PyDict>>,
    ) -> PyResult<PyCase> {
        let (text, now) = (build(message, &Keywords::of("triage", more)?)?, time(now.as_ref())?);
        Ok(message.py().detach(|| PyCase::new(self.0.triage(&text, now))))
    }

    /// Triages an open case of an `Inbox`: the most pressing of its messages, with the rest as the thread.
    ///
    /// `now` is as in `triage`. Keep `open.address` or call `open.request`: the answer goes there.
    #[pyo3(signature = (open, *, now=None))]
    #[expect(clippy::needless_pass_by_value, reason = "arguments from Python are owned")]
    fn triage_open(&self, open: &Bound<'_, PyOpen>, now: Option<Bound<'_, PyAny>>) -> PyResult<PyCase> {
        let (now, given) = (time(now.as_ref())?, open.get().open());
        let case = open.py().detach(|| self.0.triage_open(given, now));
        // An inbox hands out none without a message.
        case.map(PyCase::new).ok_or_else(|| InputError::new_err("the case holds no message"))
    }

    /// Reads a payload of a helpdesk or platform: its messages, in the payload's order.
    ///
    /// `platform` is one of `PLATFORMS`, or `auto` to tell by the look; `payload` the bytes as they came, text, or a dict
    /// that stands for JSON. An event without a message gives an empty list. What agents and the organisation's own
    /// accounts wrote comes too, with its `direction`.
    ///
    /// >>> (item,) = Desk().parse("json", {"text": "Where is my parcel?", "author": {"id": 3}})
    /// >>> item.message.text, item.direction, item.gaps
    /// ('Where is my parcel?', 'in', ('visibility_unknown', 'time_unknown'))
    ///
    /// Raises `InputError` when there is no such platform, or the payload is none of its own; the error repeats nothing of what
    /// stood there but the columns of a table in which the text is not found.
    fn parse(&self, platform: &str, payload: &Bound<'_, PyAny>) -> PyResult<Vec<PyItem>> {
        item::parse(payload, platform, self.0.adapters())
    }

    /// Triages every message of an iterable, on all cores, in order.
    ///
    /// Items are as in `triage`; a column of pandas, polars or pyarrow is such an iterable. Where an item is missing
    /// (None, NaN), the answer is None. `drafts=True` writes the drafts at once instead of when they are asked for;
    /// `threads` goes from 1 to 256. Other Python threads go on meanwhile, and Ctrl-C stops it.
    ///
    /// Raises `InputError` when an item cannot be read; the error names its place, counted from 0.
    #[pyo3(signature = (messages, *, now=None, drafts=false, threads=None))]
    #[expect(clippy::needless_pass_by_value, reason = "arguments from Python are owned")]
    fn triage_batch<'py>(
        &self,
        messages: &Bound<'py, PyAny>,
        now: Option<Bound<'py, PyAny>>,
        drafts: bool,
        threads: Option<i64>,
    ) -> PyResult<Bound<'py, PyList>> {
        let (py, now) = (messages.py(), time(now.as_ref())?);
        if messages.is_instance_of::<PyString>() || messages.is_instance_of::<PyDict>() {
            return Err(InputError::new_err("a batch is an iterable of messages, not one message"));
        }
        let threads = batch::threads(threads)?;
        let write = if drafts { Write::Now } else { Write::WhenAsked };
        let (mut items, cases) = (messages.try_iter()?, PyList::empty(py));
        loop {
            let block = batch::block(&mut items, cases.len())?;
            if block.is_empty() {
                return Ok(cases);
            }
            for case in py.detach(|| batch::run(&self.0, &block, now, write, threads)) {
                cases.append(case.map(PyCase::new))?;
            }
            py.check_signals()?;
        }
    }

    /// Explains the answers of the learned heads, word by word, one explanation a question. Slow beside `triage`.
    ///
    /// Raises `InputError` as `triage` does.
    fn explain(&self, message: &Bound<'_, PyAny>) -> PyResult<Vec<PyExplanation>> {
        let read = build(message, &Keywords::default())?;
        let explanations = message.py().detach(|| self.0.explain(&read));
        Ok(explanations.iter().map(|explanation| PyExplanation::of(explanation, &read.text)).collect())
    }

    /// Puts pseudonyms such as `<card-1>` in place of personal data: in the text, the whole thread, the author's name, handle
    /// and id, the other ids, what attachments are called, and what was promised. `message` is as in `triage`.
    ///
    /// One value has one pseudonym everywhere. Own contacts of the settings stay, own recognizers count. What no
    /// recognizer finds stays: look before you publish. Raises `InputError` as `triage` does.
    fn redact(&self, message: &Bound<'_, PyAny>) -> PyResult<PyRedacted> {
        let read = build(message, &Keywords::default())?;
        Ok(PyRedacted::new(message.py().detach(|| self.0.redact(&read))))
    }

    /// Learns a head with labels of your own, in seconds.
    ///
    /// `examples` is an iterable of `(text, label)` pairs or of mappings with `text` and the label under the head's name or
    /// `label`; a label may be a list where several are right. The desk stays as it is: `with_custom` gives one that reads
    /// with the head, `CustomHead.save` keeps it. Other Python threads go on meanwhile.
    ///
    /// Raises `InputError` when an example cannot be read, or there are too few or too many.
    #[pyo3(signature = (examples, *, head))]
    fn learn(&self, py: Python<'_>, examples: &Bound<'_, PyAny>, head: &str) -> PyResult<PyCustomHead> {
        let examples = custom::examples(examples, head)?;
        py.detach(|| self.0.learn(head, &examples)).map(PyCustomHead::learned).map_err(raise)
    }

    /// This desk with one more head of your own; a head of the same name is replaced. Both share their corrections.
    ///
    /// Raises `ModelError` when the head was learned on another encoder.
    fn with_custom(&self, head: &PyCustomHead) -> PyResult<Self> {
        self.0.with_custom(head.head().clone()).map(Self).map_err(raise)
    }

    /// Learns from what a person says is right, at once, and gives an id to undo it by.
    ///
    /// `labels` are keywords: `intent`, `urgency`, `sentiment`, `route`, `escalate` (True or False), or the name of a head of
    /// your own. It counts for the same message and those that say nearly the same. Rules that call a person for safety
    /// cannot be corrected away. Keep `journal()`: the desk forgets when it is gone.
    ///
    /// Raises `SettingsError` when a question or label is not known, `InputError` when the message cannot be read.
    #[pyo3(signature = (message, **labels))]
    fn correct(&self, message: &Bound<'_, PyAny>, labels: Option<&Bound<'_, PyDict>>) -> PyResult<u64> {
        let read = build(message, &Keywords::default())?;
        let labels = labels.map(custom::labels).transpose()?.unwrap_or_default();
        let pairs: Vec<(&str, &str)> = labels.iter().map(|(q, l)| (q.as_str(), l.as_str())).collect();
        message.py().detach(|| self.0.correct(&read, &pairs)).map_err(raise)
    }

    /// Takes a correction back, as if it had never been made. False when there is none of that id.
    fn undo(&self, py: Python<'_>, id: u64) -> bool {
        py.detach(|| self.0.undo(id))
    }

    /// The corrections that count now, as JSON without any text of a message; `Desk(journal=...)` takes it back.
    fn journal(&self, py: Python<'_>) -> String {
        py.detach(|| self.0.journal().to_json())
    }

    /// The heads of your own, by their names.
    #[getter]
    fn custom<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyDict>> {
        let heads = PyDict::new(py);
        for head in self.0.custom() {
            heads.set_item(head.name(), PyCustomHead::of(head.clone()))?;
        }
        Ok(heads)
    }

    /// The model's name.
    #[getter]
    fn model(&self) -> &str {
        self.0.model().name()
    }

    fn __repr__(&self) -> String {
        format!("Desk(model='{}')", self.model())
    }
}

/// Settings as TOML text from a dict. Python's own writer of JSON stands between: it knows cycles and depth.
fn written(keys: &Bound<'_, PyDict>) -> PyResult<String> {
    let refuse = |what: String| SettingsError::new_err(format!("brand: {what}"));
    let json = keys.py().import("json")?;
    let json: String =
        json.call_method1("dumps", (keys,)).map_err(|error| refuse(error.to_string()))?.extract()?;
    let value: serde_json::Value = serde_json::from_str(&json).map_err(|error| refuse(error.to_string()))?;
    toml::to_string(&value).map_err(|error| refuse(error.to_string()))
}

fn settings(path: &Path) -> PyResult<String> {
    let refuse = |what: String| SettingsError::new_err(format!("{}: {what}", path.display()));
    let bytes = read(path, SETTINGS_BYTES).map_err(refuse)?;
    String::from_utf8(bytes).map_err(|_| refuse("not UTF-8".to_owned()))
}

fn open(
    place: &str,
    toml: &str,
    knowledge: Option<&Path>,
    heads: Option<&Path>,
    own: Own,
) -> PyResult<PyDesk> {
    let mut builder = Desk::builder().brand(Brand::from_toml(toml).map_err(|error| raise_for(place, error))?);
    if let Some(path) = knowledge {
        builder = builder.knowledge(Knowledge::from_path(path).map_err(|error| raise_for("", error))?);
    }
    if let Some(path) = heads {
        let refuse = |what: String| ModelError::new_err(format!("{}: {what}", path.display()));
        let heads = read(path, MODEL_BYTES).map_err(refuse)?;
        let model = Model::from_bytes(twoears::default_encoder().to_vec(), heads);
        builder = builder.model(model.map_err(|error| raise_for(&path.display().to_string(), error))?);
    }
    for head in own.heads {
        builder = builder.custom(head);
    }
    if let Some(journal) = own.journal {
        builder = builder.journal(journal);
    }
    builder.build().map(PyDesk).map_err(raise)
}

/// Reads a file, but not one larger than `most` bytes.
fn read(path: &Path, most: u64) -> Result<Vec<u8>, String> {
    twoears::read_capped(path, most).map_err(|error| error.to_string())
}
