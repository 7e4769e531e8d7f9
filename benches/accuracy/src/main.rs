//! Learns a head of own labels for each task of a plan, answers the test rows, and measures speed.
//!
//! `twoears-accuracy PLAN OUT` is a step of `make accuracy`: the plan is written by `benches/score/tasks.py`, and
//! `benches/accuracy.py` scores what is written to `OUT` beside the answers of others. `--no-speed` leaves the timings out.
//!
//! `twoears-accuracy spans TEXTS OUT` writes the personal data of each text, `twoears-accuracy pass TEXTS OUT` what finding
//! it costs: steps of `make privacy`. `twoears-accuracy retrieve PLAN OUT` answers questions from knowledge bases: a step of
//! `make retrieval`.

mod answer;
mod learn;
mod plan;
mod retrieve;
mod retrieve_speed;
mod spans;
mod speed;

use std::path::Path;
use std::process::ExitCode;
use std::time::Duration;

use twoears::Desk;

/// What went wrong, in words that name the file.
type Fail = Box<dyn std::error::Error>;

#[expect(clippy::print_stderr, reason = "progress and errors of a command")]
fn main() -> ExitCode {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let (flags, paths): (Vec<&String>, Vec<&String>) = args.iter().partition(|arg| arg.starts_with("--"));
    let paths: Vec<&str> = paths.into_iter().map(String::as_str).collect();
    let done = match (paths.as_slice(), flags.as_slice()) {
        (["spans", texts, out], []) => spans::find(Path::new(texts), Path::new(out)),
        (["pass", texts, out], []) => spans::measure(Path::new(texts), Path::new(out)),
        (["retrieve", plan, out], []) => retrieve::answer_all(Path::new(plan), Path::new(out)),
        ([plan, out], flags) if flags.iter().all(|flag| *flag == "--no-speed") => {
            run(Path::new(plan), Path::new(out), flags.is_empty(), &mut |line| eprintln!("{line}"))
        }
        _ => {
            eprintln!(
                "usage: twoears-accuracy PLAN OUT [--no-speed] | spans TEXTS OUT | pass TEXTS OUT | retrieve PLAN OUT"
            );
            return ExitCode::from(2);
        }
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(fail) => {
            eprintln!("error: {fail}");
            ExitCode::FAILURE
        }
    }
}

fn run(plan: &Path, out: &Path, timed: bool, say: &mut dyn FnMut(&str)) -> Result<(), Fail> {
    let plan = plan::Plan::read(plan)?;
    let desk = Desk::new()?;
    std::fs::create_dir_all(out).map_err(|why| format!("{}: {why}", out.display()))?;
    let mut learned = serde_json::Map::new();
    for task in &plan.tasks {
        let (head, took) = stopwatch(|| learn::task(&desk, task, out));
        let bytes = head?;
        say(&format!("{:24} {:6.1} s", task.name, took.as_secs_f64()));
        let told = serde_json::json!({"seconds": took.as_secs_f64(), "head_bytes": bytes});
        learned.insert(task.name.clone(), told);
    }
    write(&out.join("learn.json"), &serde_json::Value::Object(learned))?;
    if timed {
        let head = out.join(format!("{}.safetensors", plan.speed.head));
        write(&out.join("speed.json"), &speed::measure(&plan::texts(&plan.speed.texts)?, &head)?)?;
    }
    Ok(())
}

/// The result of some work and how long it took.
#[expect(clippy::disallowed_methods, reason = "a bench measures time")]
fn stopwatch<T>(work: impl FnOnce() -> T) -> (T, Duration) {
    let start = std::time::Instant::now();
    let done = work();
    (done, start.elapsed())
}

fn write(path: &Path, value: &serde_json::Value) -> Result<(), Fail> {
    std::fs::write(path, format!("{value}\n")).map_err(|why| format!("{}: {why}", path.display()).into())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_plan_gives_an_answer_for_every_test_row() {
        let folder = tempfile::tempdir().unwrap();
        let path = |name: &str| folder.path().join(name);
        let line =
            |text: &str, labels: &[&str]| serde_json::json!({"text": text, "labels": labels}).to_string();
        let mut train = Vec::new();
        for thing in ["parcel", "chair", "lamp", "letter", "box", "shirt"] {
            train.push(line(&format!("where is my {thing}, is it on its way"), &["delivery"]));
            train.push(line(&format!("send me the invoice for the {thing}"), &["invoice"]));
            train.push(line(
                &format!("the invoice says the {thing} was sent, where is it"),
                &["delivery", "invoice"],
            ));
        }
        std::fs::write(path("train"), train.join("\n")).unwrap();
        let asked = [line("is my sofa on its way", &["delivery"]), line("nice weather", &[])];
        std::fs::write(path("test"), asked.join("\n")).unwrap();
        let task = |name: &str, multi: bool| serde_json::json!({"name": name, "train": path("train"), "test": path("test"), "multi": multi});
        let plan = serde_json::json!({"tasks": [task("one", false), task("many", true)], "speed": {"head": "one", "texts": path("test")}});
        std::fs::write(path("plan"), plan.to_string()).unwrap();

        run(&path("plan"), &path("out"), true, &mut |_| {}).unwrap();

        let answers = |name: &str| -> Vec<serde_json::Value> {
            let text = std::fs::read_to_string(path("out").join(name)).unwrap();
            text.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
        };
        let one = answers("one.jsonl");
        assert_eq!(one.len(), 2);
        assert_eq!(one[0]["labels"], serde_json::json!(["delivery"]));
        assert!(one[0]["out_of_scope"].as_f64() < one[1]["out_of_scope"].as_f64());
        assert_eq!(answers("many.jsonl")[0]["labels"], serde_json::json!(["delivery"]));
        assert!(answers("learn.json")[0]["one"]["head_bytes"].as_u64() > Some(100));
        assert!(answers("speed.json")[0]["triage"]["microseconds"].as_f64() > Some(0.0));
    }

    #[test]
    fn a_bad_line_is_named() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("rows");
        std::fs::write(&path, "{\"text\": \"a\", \"labels\": []}\n{\"text\": 1}\n").unwrap();
        let fail = plan::rows(&path).err().map(|fail| fail.to_string()).unwrap_or_default();
        assert!(fail.contains("rows, line 2"), "{fail}");
    }
}
