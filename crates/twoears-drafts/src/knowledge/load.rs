//! Reading articles from a folder or a file, within bounds.

use std::fs::File;
use std::io::{BufRead as _, BufReader, Read as _};
use std::path::{Path, PathBuf};

use rustc_hash::FxHashMap;

use super::article::Article;
use super::{lines, markdown};
use crate::Error;

/// The largest Markdown file and the longest line of JSON, in bytes.
const ARTICLE_BYTES: u64 = 1 << 20;
/// Articles at the most.
const ARTICLES: usize = 100_000;

/// All articles of a file, or of the `*.md` and `*.jsonl` files of a folder in the order of their names.
pub(super) fn articles(path: &Path) -> Result<Vec<Article>, Error> {
    let mut all = Vec::new();
    // The ids of all lines, and where each stands: two articles of one id could not be told apart.
    let mut ids = FxHashMap::default();
    if std::fs::metadata(path).map_err(|error| Error::read(path, error))?.is_dir() {
        for file in files(path)? {
            read(&file, &mut all, &mut ids)?;
        }
    } else if kind(path).is_some() {
        read(path, &mut all, &mut ids)?;
    } else {
        return Err(Error::read(path, "a knowledge base is a folder, a `.md` file or a `.jsonl` file"));
    }
    Ok(all)
}

/// What a file's ending says.
fn kind(path: &Path) -> Option<&str> {
    path.extension().and_then(|ending| ending.to_str()).filter(|ending| ["md", "jsonl"].contains(ending))
}

fn files(folder: &Path) -> Result<Vec<PathBuf>, Error> {
    let mut files = Vec::new();
    for entry in std::fs::read_dir(folder).map_err(|error| Error::read(folder, error))? {
        let file = entry.map_err(|error| Error::read(folder, error))?.path();
        if kind(&file).is_some() && file.is_file() {
            files.push(file);
        }
    }
    files.sort();
    Ok(files)
}

fn read(file: &Path, all: &mut Vec<Article>, ids: &mut FxHashMap<String, String>) -> Result<(), Error> {
    let name = file.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    if kind(file) == Some("md") {
        let text = next(&mut BufReader::new(open(file)?), file, None)?.unwrap_or_default();
        all.push(markdown::parse(&name, &text)?);
        return count(file, all);
    }
    let mut from = BufReader::new(open(file)?);
    let mut line = 0;
    while let Some(text) = next(&mut from, file, Some(line + 1))? {
        line += 1;
        let text = if line == 1 { text.strip_prefix('\u{feff}').unwrap_or(&text) } else { &text };
        if text.trim().is_empty() {
            continue;
        }
        let article = lines::parse(&name, line, text)?;
        let here = format!("`{name}`, line {line}");
        if let Some(there) = ids.insert(article.name.clone(), here) {
            return Err(Error::article(&name, line, format!("`id`: {there} has the same")));
        }
        all.push(article);
        count(file, all)?;
    }
    Ok(())
}

fn open(file: &Path) -> Result<File, Error> {
    File::open(file).map_err(|error| Error::read(file, error))
}

fn count(file: &Path, all: &[Article]) -> Result<(), Error> {
    if all.len() > ARTICLES {
        return Err(Error::read(file, format!("more than {ARTICLES} articles in all")));
    }
    Ok(())
}

/// The next line of a file, or all of it where no line is counted; none at its end. No more is held than may be.
fn next(from: &mut BufReader<File>, file: &Path, line: Option<usize>) -> Result<Option<String>, Error> {
    let mut bytes = Vec::new();
    let mut most = from.take(ARTICLE_BYTES + 1);
    let read = if line.is_some() { most.read_until(b'\n', &mut bytes) } else { most.read_to_end(&mut bytes) };
    let read = read.map_err(|error| Error::read(file, error))?;
    let place = line.map_or_else(String::new, |line| format!("line {line}: "));
    if read as u64 > ARTICLE_BYTES {
        return Err(Error::read(file, format!("{place}the most is {ARTICLE_BYTES} bytes")));
    }
    let text = String::from_utf8(bytes).map_err(|_| Error::read(file, format!("{place}it is not UTF-8")))?;
    Ok((read > 0).then_some(text))
}

#[cfg(test)]
mod tests {
    use super::*;

    const LINE: &str = r#"{"id": "a", "question": "Open?", "answer": "Yes."}"#;

    #[test]
    fn a_folder_holds_both_formats_and_a_file_is_enough() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("b.jsonl");
        std::fs::write(folder.path().join("a.md"), "# Wifi?\nYes.").unwrap();
        std::fs::write(&file, format!("\u{feff}{LINE}\n\n{}", LINE.replace("\"a\"", "\"c\""))).unwrap();
        std::fs::write(folder.path().join("notes.txt"), "not read").unwrap();
        let names = |path: &Path| -> Vec<String> {
            articles(path).unwrap().into_iter().map(|article| article.name).collect()
        };
        assert_eq!(names(folder.path()), ["a.md", "a", "c"]);
        assert_eq!(names(&file), ["a", "c"]);
        assert!(articles(&folder.path().join("notes.txt")).unwrap_err().is_read());
    }

    #[test]
    fn bounds_and_bad_lines_are_named() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("a.jsonl");
        let long = format!("{LINE}\n{{\"id\": \"{}\"}}\n", "x".repeat(1 << 20));
        for (text, part) in [
            (format!("{LINE}\n{LINE}\n").into_bytes(), "line 2: `id`: `a.jsonl`, line 1 has the same"),
            (long.into_bytes(), "line 2: the most is 1048576 bytes"),
            (b"{\"id\": \"\xff\"}".to_vec(), "line 1: it is not UTF-8"),
            (format!("{LINE}\n{{\n").into_bytes(), "line 2: column"),
        ] {
            std::fs::write(&file, text).unwrap();
            let error = articles(folder.path()).unwrap_err().to_string();
            assert!(error.contains(part), "{error}");
        }
    }
}
