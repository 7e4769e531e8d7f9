"""Step 1: gather the texts to imitate on. Writes train.txt, spans.txt, held.txt (one text a line) and sets.json (how many of each set)."""
import argparse, collections, glob, os, random, re
from common import clean, dice, json, key, load_tokenizer, rows_of, say, vocabulary, SPECIAL

# Only train splits, and only of sets whose licence lets the weights be shipped. hwu64 is the check: it stays out.
SETS = ["banking77", "clinc150", "semeval2017a", "goemotions", "multidogo_turn", "bitext_intents", "davidson_hate", "sms_spam", "snips",
        "crisislex_t26", "nlupp_banking", "wnut17", "vader_tweets", "vader_amazonreviewsnippets", "empathic_reactions"]
HELD = 4000  # texts kept back to measure the cosine to the teacher
ENGLISH = set("the to of and in is for on you it with this that are at be from my have not your was we has by as all our after people i".split())
OTHER = set("de la el en que los del las un por con se para una su es al di il che per non le da sono una os em do no na um com e o a et les des".split()) - ENGLISH


def english(text):
    words = re.findall(r"[^\W\d_]+", text.lower())
    ours, theirs = sum(w in ENGLISH for w in words), sum(w in OTHER for w in words)
    return ours > 0 and ours > theirs


def texts_of(data, name):
    for r in rows_of(os.path.join(data, name, "train.jsonl")):
        text = r["text"]
        if name == "semeval2017a":
            if r.get("in_test"):
                continue
            text = re.sub(r"\\u([0-9a-fA-F]{4})", lambda m: chr(int(m[1], 16)), text).replace('\\""', '"')
        text = clean(text)
        if name == "crisislex_t26" and not english(text):
            continue
        yield text


def spans(text):
    """Windows of 2 to 12 words: they teach what parts of a message mean. Which ones depends on the text alone."""
    words = text.split()
    rng = random.Random(text)
    for _ in range(0 if len(words) < 4 else 2 if len(words) <= 9 else 4 if len(words) <= 20 else 6):
        n = rng.randint(2, min(12, len(words) - 1))
        at = rng.randint(0, len(words) - n)
        yield " ".join(words[at:at + n])


def grafts(texts, tok, times):
    """Wordpieces that the texts hardly hold, put in place of one word of a random window, so that they are taught in company."""
    seen = collections.Counter()
    for at in range(0, len(texts), 20000):
        for e in tok.encode_batch(texts[at:at + 20000], add_special_tokens=False):
            seen.update(e.ids)
    rng = random.Random(7)
    for i, word in enumerate(vocabulary(tok)):
        if SPECIAL.match(word) or word.startswith("##") or len(word) < 3 or not word.isascii() or not word.isalpha() or seen[i] >= 60:
            continue
        for _ in range(times):
            words = []
            while len(words) < 4:
                words = rng.choice(texts).split()
            n = rng.randint(2, min(8, len(words)))
            at = rng.randint(0, len(words) - n)
            words = words[at:at + n]
            words[rng.randrange(n)] = word
            yield " ".join(words)


def main():
    p = argparse.ArgumentParser(description=__doc__)
    p.add_argument("--data", required=True, help="folder of the public sets")
    p.add_argument("--also", nargs="*", default=[], help="further .jsonl files with a field `text` (ours: taken whole, but for --apart and hwu64)")
    p.add_argument("--apart", nargs="*", default=[], help=".jsonl files whose texts must not be used")
    p.add_argument("--tokenizer", required=True)
    p.add_argument("--grafts", type=int, default=5, help="texts for each rare wordpiece")
    p.add_argument("--out", required=True)
    a = p.parse_args()
    os.makedirs(a.out, exist_ok=True)

    never = {key(clean(r["text"])) for f in glob.glob(os.path.join(a.data, "hwu64", "*.jsonl")) + a.apart for r in rows_of(f)}
    tests = glob.glob(os.path.join(a.data, "*", "test.jsonl"))
    asked = {key(clean(r["text"])) for f in tests for r in rows_of(f) if isinstance(r.get("text"), str)}
    asked = {k for k in asked if k.count(" ") >= 3}  # `thank you` is in every set: no secret

    sources = [("corpus" if "corpus" in f else os.path.basename(f)[:-6], map(clean, (r["text"] for r in rows_of(f)))) for f in a.also]
    sources += [(name, texts_of(a.data, name)) for name in SETS]
    seen, full, used, dropped = {""}, [], collections.Counter(), collections.Counter()
    for name, texts in sources:
        for text in texts:
            k = key(text)
            if k in never or (k in asked and name in SETS):
                dropped[name] += k != ""
            elif k not in seen:
                seen.add(k)
                full.append(text)
                used[name] += 1
    full.sort(key=lambda t: dice(t, "order"))
    held, full = full[:HELD], full[HELD:]
    parts = []
    for text in full:
        for s in spans(text):
            k = key(s)
            if k not in seen and k not in never and k not in asked:
                seen.add(k)
                parts.append(s)
    windows = len(parts)
    parts += list(grafts(full, load_tokenizer(a.tokenizer), a.grafts))
    for name, texts in ("train", full), ("spans", parts), ("held", held):
        with open(os.path.join(a.out, name + ".txt"), "w", encoding="utf-8") as f:
            f.writelines(" ".join(t.split()) + "\n" for t in texts)
    report = {"texts": len(full), "windows": windows, "grafts": len(parts) - windows, "held": len(held), "sets": dict(used), "dropped_as_in_a_test": dict(dropped)}
    with open(os.path.join(a.out, "sets.json"), "w") as f:
        json.dump(report, f, indent=1)
    say(json.dumps(report))


if __name__ == "__main__":
    main()
