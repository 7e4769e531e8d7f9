//! Where an error of TOML is: the line and the key, never the value.

/// Where a TOML error is, in a line of its own words.
pub(crate) fn located(text: &str, error: &toml::de::Error) -> String {
    let what = tame(&error.message().replace('\n', "; "));
    let Some(span) = error.span() else { return what };
    let line = text.get(..span.start).unwrap_or(text).matches('\n').count();
    match key(text, line) {
        Some(key) => format!("line {}, at `{key}`: {what}", line + 1),
        None => format!("line {}: {what}", line + 1),
    }
}

/// The key that a line belongs to: its own, or that of the list whose items it holds.
fn key(text: &str, line: usize) -> Option<&str> {
    let lines: Vec<&str> = text.lines().take(line + 1).collect();
    lines.iter().rev().find_map(|line| {
        let line = line.trim();
        let key = if line.starts_with('[') {
            let inner = line.trim_start_matches('[').split(']').next()?;
            // A list within a list is no table.
            inner.starts_with(|c: char| c.is_ascii_alphabetic()).then_some(&line[..=line.rfind(']')?])?
        } else {
            line.split_once('=')?.0.trim()
        };
        let plain = |c: char| c.is_ascii_alphanumeric() || "_-.[]'\"".contains(c);
        (!key.is_empty() && key.chars().all(plain)).then_some(key)
    })
}

/// What serde says, without the value that it quotes: "invalid type: string, expected a sequence".
fn tame(what: &str) -> String {
    let Some((said, expected)) = what.rsplit_once(", expected ") else { return what.to_owned() };
    let kept = ["invalid type: ", "invalid value: ", "unknown variant "]
        .iter()
        .find_map(|start| Some((start, said.strip_prefix(start)?)));
    match kept {
        Some((start, value)) => {
            let kind = value.split(['`', '"']).next().unwrap_or("").trim();
            format!("{}, expected {expected}", format!("{start}{kind}").trim_end_matches([' ', ':']))
        }
        None => what.to_owned(),
    }
}
